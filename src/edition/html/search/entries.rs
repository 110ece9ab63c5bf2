//! The sections of a publication as plain text.

use super::super::super::publication::{FieldText, Publication};
use super::Entry;
use crate::model::{Block, BlockKind, Document, Inline, InlineKind, Row, Section};

/// Every section of the publication in reading order; `page` tells the address of the page that has an anchor.
///
/// A section without a title is found by its chapter's; what stands above the first heading belongs to the document.
pub(in crate::edition) fn entries<'p>(
    publication: &'p Publication<'_>,
    page: impl Fn(&str) -> &'p str,
) -> Vec<Entry<'p>> {
    let mut found = Vec::new();
    for document in publication.documents {
        let reader = Reader { publication, document };
        let chapter = reader.chapter();
        let entry = |anchor: &'p str, title: String, blocks: &[Block<'_>]| {
            let title = if title.is_empty() { chapter.clone() } else { title };
            Entry { page: page(anchor), chapter: chapter.clone(), anchor, title, text: reader.text(blocks) }
        };
        let above = entry(publication.document_anchor(document), String::new(), &document.preamble);
        found.extend(Some(above).filter(|above| !above.text.is_empty()));
        let section = |section: &Section<'_>| {
            entry(publication.anchor(document, section), reader.line(&section.heading.inlines), &section.blocks)
        };
        found.extend(document.all_sections().map(section));
    }
    found
}

struct Reader<'p, 'a> {
    publication: &'p Publication<'a>,
    document: &'p Document<'a>,
}

impl Reader<'_, '_> {
    /// The document's title: what its front matter says, or its first heading.
    fn chapter(&self) -> String {
        let heading = self.document.all_sections().next().map(|section| self.line(&section.heading.inlines));
        let front_matter = self.document.front_matter.as_ref().and_then(|matter| matter.text("title"));
        heading.filter(|title| !title.is_empty()).or_else(|| front_matter.map(str::to_owned)).unwrap_or_default()
    }

    fn line(&self, inlines: &[Inline<'_>]) -> String {
        let mut out = String::new();
        self.inlines(inlines, &mut out);
        out.trim().to_owned()
    }

    /// The text of blocks, a line each.
    fn text(&self, blocks: &[Block<'_>]) -> String {
        let mut out = String::new();
        self.blocks(blocks, &mut out);
        out
    }

    fn blocks(&self, blocks: &[Block<'_>], out: &mut String) {
        for block in blocks {
            self.block(block, out);
        }
    }

    fn block(&self, block: &Block<'_>, out: &mut String) {
        match &block.kind {
            BlockKind::Paragraph { inlines, .. } => self.inlines(inlines, out),
            BlockKind::Heading(heading) => self.inlines(&heading.inlines, out),
            BlockKind::List { items, .. } => {
                for item in items {
                    self.blocks(&item.blocks, out);
                }
            }
            BlockKind::Quote(blocks) => self.blocks(blocks, out),
            BlockKind::Code { text, .. } => out.push_str(text),
            BlockKind::Table { head, rows, .. } => {
                for row in std::iter::once(head).chain(rows) {
                    self.row(row, out);
                }
            }
            BlockKind::DefinitionList(entries) => {
                for entry in entries {
                    self.inlines(&entry.term, out);
                    out.push('\n');
                    for blocks in &entry.definitions {
                        self.blocks(blocks, out);
                    }
                }
            }
            // A note that nothing refers to is not in the edition.
            BlockKind::Footnote { label, blocks } if self.publication.note(self.document, label).is_some() => {
                self.blocks(blocks, out);
            }
            BlockKind::Footnote { .. } | BlockKind::Rule | BlockKind::Html => {}
        }
        out.push('\n');
    }

    fn row(&self, row: &Row<'_>, out: &mut String) {
        for (place, cell) in row.cells.iter().enumerate() {
            out.push_str(if place == 0 { "" } else { " · " });
            self.inlines(&cell.inlines, out);
        }
        out.push('\n');
    }

    fn inlines(&self, inlines: &[Inline<'_>], out: &mut String) {
        for inline in inlines {
            match &inline.kind {
                InlineKind::Text(text) | InlineKind::Code(text) => out.push_str(text),
                InlineKind::SoftBreak | InlineKind::HardBreak => out.push(' '),
                InlineKind::Field(name) => match self.publication.field(name) {
                    FieldText::Value(value) => out.push_str(value),
                    FieldText::Blank { description, .. } => {
                        out.push('[');
                        out.push_str(description);
                        out.push(']');
                    }
                },
                // The caption follows what those are told who do not see the image.
                InlineKind::Image { title, alternative, .. } => {
                    self.inlines(alternative, out);
                    out.push('\n');
                    out.push_str(title);
                }
                _ if inline.is_deleted() => {}
                _ => self.inlines(inline.children(), out),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Document, Language};
    use crate::policy::IndexedPolicy;
    use crate::repo::Memory;

    /// Chapter, anchor, title and text of the entries of a document.
    fn entries_of(text: &str) -> Vec<[String; 4]> {
        let manifest = "[policy]\ntitle.es = \"P\"\nlanguages = [\"es\"]\n[fields.municipio]\ndescription.es = \"el municipio\"\n\
                        [fields.correo]\nvalue.es = \"datos@a.mx\"\n";
        let policy =
            IndexedPolicy::open(Box::new(Memory::new([("gaceta.toml", manifest), ("es/a.md", text)]).unwrap()));
        let policy = policy.unwrap();
        let language = Language::new("es").unwrap();
        let texts: Vec<_> =
            policy.documents.iter().map(|found| (&found.path, policy.text(&found.path).unwrap())).collect();
        let documents: Vec<Document<'_>> = texts.iter().map(|(path, text)| policy.parse(path, text)).collect();
        let publication = Publication::new(&policy, &language, &documents, None).unwrap();
        let found = entries(&publication, |_| "a.html").into_iter();
        found.map(|entry| [entry.chapter, entry.anchor.to_owned(), entry.title, entry.text]).collect()
    }

    fn lines(text: &str) -> Vec<&str> {
        text.lines().map(str::trim).filter(|line| !line.is_empty()).collect()
    }

    #[test]
    fn a_section_is_its_own_text_without_its_subsections() {
        let found = entries_of("# Uno {#u}\n\nA.\n\n## Dos\n\nB *c*.\n\n### Tres\n\nD.\n\n## Cuatro\n");
        let told: Vec<_> = found
            .iter()
            .map(|[chapter, anchor, title, text]| (chapter.as_str(), anchor.as_str(), title.as_str(), text.trim()))
            .collect();
        let expected = [
            ("Uno", "u", "Uno", "A."),
            ("Uno", "dos", "Dos", "B c."),
            ("Uno", "tres", "Tres", "D."),
            ("Uno", "cuatro", "Cuatro", ""),
        ];
        assert_eq!(told, expected);
    }

    #[test]
    fn text_above_the_first_heading_belongs_to_the_document() {
        let found = entries_of("---\ntitle: Arriba\n---\n\nAntes.\n");
        assert_eq!(
            (found.len(), found[0][0].as_str(), found[0][2].as_str(), found[0][3].trim()),
            (1, "Arriba", "Arriba", "Antes.")
        );
    }

    #[test]
    fn a_section_reads_as_the_page_shows_it() {
        let text = "# U\n\nI. En {{ municipio }}[^n] a {{ correo }}<b>x</b>\n\n- [x] uno\n- dos\n\n> cita\n\n| a | b |\n|-|-|\n| c | d |\n\n\
                    ```\ncódigo\n```\n\n![plano](p.png \"Figura\")\n\ntérmino\n: definición\n\n<p>oculto</p>\n\n[^n]: Nota.\n\n[^m]: Sin uso.\n";
        let found = entries_of(text);
        let expected = [
            "I. En [el municipio] a datos@a.mxx",
            "uno",
            "dos",
            "cita",
            "a · b",
            "c · d",
            "código",
            "plano",
            "Figura",
            "término",
            "definición",
            "Nota.",
        ];
        assert_eq!(lines(&found[0][3]), expected);
    }
}

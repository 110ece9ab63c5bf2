//! The passages of a document: its headings, paragraphs, cells and terms, each with the text that a reader sees.
//!
//! What reads running text (sentences, citations, definitions, norms, the rules about wording) reads passages, one after
//! the other, so that the visible text of each is made once.

use super::{Block, BlockKind, BlockText, Designator, Document, Inline, InlineKind, Section, Span};

/// One run of text as a reader meets it.
#[derive(Clone, Debug)]
pub struct Passage<'a> {
    /// What the text is.
    pub setting: Setting,
    /// Whether it stands in a quotation, and so is another text's.
    pub quoted: bool,
    /// Whether it stands in a footnote.
    pub noted: bool,
    /// How many lists it stands in.
    pub list_depth: usize,
    /// The innermost section that it stands in, or whose heading it is; `None` before the first heading.
    pub section: Option<&'a Section<'a>>,
    /// The clause that it opens; the designation's characters are in the text too.
    pub designator: Option<&'a Designator>,
    /// The text with its markup.
    pub inlines: &'a [Inline<'a>],
    /// The stretches that are struck out, by `~~` or by the tags of HTML for what is deleted or no longer holds: they are
    /// still there to be read, and no longer say anything.
    pub struck: Vec<Span>,
    /// The text without markup.
    pub text: BlockText<'a>,
    /// What it came from: the whole block, row or term.
    pub span: Span,
}

/// What a passage is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Setting {
    /// The title of a section, or a heading in a list or a quote.
    Heading,
    /// A paragraph, also as the text of a list's item.
    Paragraph,
    /// A cell of a table.
    Cell {
        /// Its column, from 0.
        column: usize,
        /// Whether it stands in the heading row.
        head: bool,
    },
    /// A term of a definition list.
    Term,
}

/// The elements of HTML whose text is struck out (HTML Living Standard, 4.5.5 and 4.7.2; 16.2 for the obsolete `strike`).
const STRIKING: [&str; 3] = ["del", "s", "strike"];

/// Finds what is struck out among inlines of a text. A tag that is not closed strikes out nothing.
fn find_struck(inlines: &[Inline<'_>], text: &str, open: &mut Option<u32>, struck: &mut Vec<Span>) {
    for inline in inlines {
        match &inline.kind {
            InlineKind::Strikethrough(_) => struck.push(inline.span),
            InlineKind::Html => {
                let tag = text.get(inline.span.range()).unwrap_or("");
                let name = |start: &str| {
                    let name = tag.strip_prefix(start)?.split([' ', '>', '\n', '\t']).next()?;
                    STRIKING.iter().find(|striking| striking.eq_ignore_ascii_case(name))
                };
                if name("</").is_some() {
                    struck.extend(open.take().map(|start| Span { start, end: inline.span.end }));
                } else if name("<").is_some() {
                    open.get_or_insert(inline.span.start);
                }
            }
            _ => find_struck(inline.children(), text, open, struck),
        }
    }
}

impl Document<'_> {
    /// Every passage in the order of the text; passages without visible text are left out.
    #[must_use]
    pub fn passages(&self) -> Vec<Passage<'_>> {
        let mut passages = Vec::new();
        self.read_passages(&mut |passage| passages.push(passage));
        passages
    }

    /// Calls `visit` with every passage in the order of the text, and keeps none of them.
    pub fn for_each_passage<'a>(&'a self, mut visit: impl FnMut(&Passage<'a>)) {
        self.read_passages(&mut |passage| visit(&passage));
    }

    fn read_passages<'a>(&'a self, visit: &mut dyn FnMut(Passage<'a>)) {
        let mut reader = Reader { text: self.text, section: None, visit };
        for block in &self.preamble {
            reader.block(block, Surroundings::default());
        }
        for section in self.all_sections() {
            reader.section(section);
        }
    }
}

/// What a passage stands in.
#[derive(Clone, Copy, Default)]
struct Surroundings {
    quoted: bool,
    noted: bool,
    list_depth: usize,
}

struct Reader<'a, 'visit> {
    text: &'a str,
    section: Option<&'a Section<'a>>,
    visit: &'visit mut dyn FnMut(Passage<'a>),
}

impl<'a> Reader<'a, '_> {
    fn section(&mut self, section: &'a Section<'a>) {
        self.section = Some(section);
        let heading = &section.heading;
        let run = Run {
            setting: Setting::Heading,
            designator: heading.designator.as_deref(),
            inlines: &heading.inlines,
            span: heading.span,
        };
        self.run(run, Surroundings::default());
        for block in &section.blocks {
            self.block(block, Surroundings::default());
        }
    }

    /// Reads a block and what is inside it; blocks nest at most as deep as the parser lets them.
    fn block(&mut self, block: &'a Block<'a>, around: Surroundings) {
        match &block.kind {
            BlockKind::Paragraph { designator, inlines } => {
                let designator = designator.as_deref();
                self.run(Run { setting: Setting::Paragraph, designator, inlines, span: block.span }, around);
            }
            BlockKind::Heading(heading) => {
                let designator = heading.designator.as_deref();
                let inlines = &heading.inlines;
                self.run(Run { setting: Setting::Heading, designator, inlines, span: block.span }, around);
            }
            BlockKind::List { items, .. } => {
                let around = Surroundings { list_depth: around.list_depth + 1, ..around };
                self.blocks(items.iter().flat_map(|item| &item.blocks), around);
            }
            BlockKind::Quote(blocks) => {
                let quoted = around.quoted || !self.is_alert(blocks);
                self.blocks(blocks, Surroundings { quoted, ..around });
            }
            BlockKind::Footnote { blocks, .. } => self.blocks(blocks, Surroundings { noted: true, ..around }),
            BlockKind::Table { head, rows, .. } => {
                for (place, row) in std::iter::once(head).chain(rows).enumerate() {
                    for (column, cell) in row.cells.iter().enumerate() {
                        let setting = Setting::Cell { column, head: place == 0 };
                        self.run(Run { setting, designator: None, inlines: &cell.inlines, span: cell.span }, around);
                    }
                }
            }
            BlockKind::DefinitionList(entries) => {
                for entry in entries {
                    let inlines = &entry.term;
                    self.run(Run { setting: Setting::Term, designator: None, inlines, span: entry.span }, around);
                    self.blocks(entry.definitions.iter().flatten(), around);
                }
            }
            BlockKind::Code { .. } | BlockKind::Rule | BlockKind::Html => {}
        }
    }

    /// Whether what is marked as a quotation is an alert of a forge (`> [!IMPORTANT]`), and so the document's own words.
    fn is_alert(&self, blocks: &[Block<'_>]) -> bool {
        const ALERTS: [&str; 5] = ["[!NOTE]", "[!TIP]", "[!IMPORTANT]", "[!WARNING]", "[!CAUTION]"];
        let first = blocks.first().and_then(|block| self.text.get(block.span.range()));
        let head = first.and_then(|text| text.lines().next()).map(|line| line.trim().to_ascii_uppercase());
        head.is_some_and(|head| ALERTS.contains(&head.as_str()))
    }

    fn blocks(&mut self, blocks: impl IntoIterator<Item = &'a Block<'a>>, around: Surroundings) {
        for block in blocks {
            self.block(block, around);
        }
    }

    fn run(&mut self, run: Run<'a>, around: Surroundings) {
        let Run { setting, designator, inlines, span } = run;
        let text = BlockText::new(inlines, self.text);
        if text.as_str().is_empty() {
            return;
        }
        let Surroundings { quoted, noted, list_depth } = around;
        let section = self.section;
        let mut struck = Vec::new();
        find_struck(inlines, self.text, &mut None, &mut struck);
        (self.visit)(Passage { setting, quoted, noted, list_depth, section, designator, inlines, struck, text, span });
    }
}

/// The parts of a passage that its block gives.
#[derive(Clone, Copy)]
struct Run<'a> {
    setting: Setting,
    designator: Option<&'a Designator>,
    inlines: &'a [Inline<'a>],
    span: Span,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Block, BlockKind, DocumentPath, InlineKind, ListItem};
    use std::borrow::Cow;

    #[test]
    fn passages_come_in_order_with_what_they_stand_in() {
        let text = "uno dos";
        let inline = |start: usize, end: usize| Inline {
            span: Span::new(start..end),
            kind: InlineKind::Text(Cow::Borrowed(&text[start..end])),
        };
        let paragraph = |start: usize, end: usize| Block {
            span: Span::new(start..end),
            kind: BlockKind::Paragraph { designator: None, inlines: vec![inline(start, end)] },
        };
        let item = ListItem { span: Span::new(4..7), task: None, blocks: vec![paragraph(4, 7)] };
        let list =
            Block { span: Span::new(4..7), kind: BlockKind::List { start: None, tight: true, items: vec![item] } };
        let quote = Block { span: Span::new(4..7), kind: BlockKind::Quote(vec![list]) };
        let document = Document {
            path: DocumentPath::new("a.md").unwrap(),
            text,
            language: None,
            front_matter: None,
            preamble: vec![paragraph(0, 3), quote, paragraph(3, 3)],
            sections: Vec::new(),
            problems: Vec::new(),
        };
        let mut seen = Vec::new();
        document.for_each_passage(|passage| {
            seen.push((passage.text.as_str().to_owned(), passage.quoted, passage.list_depth, passage.setting));
        });
        let expected = [("uno", false, 0), ("dos", true, 1)];
        assert_eq!(seen, expected.map(|(text, quoted, depth)| (text.to_owned(), quoted, depth, Setting::Paragraph)));
    }
}

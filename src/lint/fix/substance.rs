//! What a document says, apart from how it is spelled in Markdown: what no fix may change.
//!
//! The visible text, letter by letter, with every block and markup that it stands in: heading levels and identities,
//! the numbers of lists, designations of clauses, code, tables, raw HTML. Left out are only
//!
//! 1. how blanks and line ends are laid out where they read as one space;
//! 2. where links lead, for that is what a fix of a link changes; none may be lost;
//! 3. comments, which nobody sees;
//! 4. heading markers that were typed twice (`## ## Title`) and stand in the title as text.

use crate::model::{Alignment, Block, BlockKind, Designator, Document, Heading, Inline, InlineKind, Language};
use crate::model::{Row, Section, Span};

/// What a document says.
#[derive(Debug, PartialEq)]
pub struct Substance {
    /// The visible text, one run after the other.
    text: String,
    /// What stands where in that text.
    marks: Vec<(usize, Mark)>,
    front_matter: String,
    language: Option<Language>,
    links: usize,
    problems: usize,
}

/// Something that begins, stands or ends at a place of the text.
#[derive(Debug, PartialEq)]
enum Mark {
    Heading { level: u8, identity: Option<String> },
    Paragraph,
    List(Option<u64>),
    Item(Option<bool>),
    Quote,
    Code(Option<String>),
    Table(Vec<Alignment>),
    Row,
    Cell,
    Definitions,
    Term,
    Definition,
    Footnote(String),
    Rule,
    Html(String),
    Emphasis,
    Strong,
    Strikethrough,
    Image,
    FootnoteReference(String),
    Field(String),
    HardBreak,
    Clause(Designator),
    End,
}

impl Substance {
    /// Reads a document.
    #[must_use]
    pub fn of(document: &Document<'_>) -> Self {
        let front_matter = document.front_matter.as_ref().and_then(|it| document.text.get(it.span.range()));
        let substance = Self {
            text: String::with_capacity(document.text.len()),
            marks: Vec::new(),
            front_matter: front_matter.unwrap_or("").trim_end().to_owned(),
            language: document.language.clone(),
            links: 0,
            problems: document.problems.len(),
        };
        let mut reader = Reader { source: document.text, substance, begun: false, blank: false };
        reader.blocks(&document.preamble);
        for Section { heading, blocks, .. } in document.all_sections() {
            reader.heading(heading);
            reader.blocks(blocks);
        }
        reader.substance
    }

    /// Whether another text says this too: the same, with no link less and nothing more that cannot be read.
    #[must_use]
    pub fn is_kept_by(&self, other: &Self) -> bool {
        self.text == other.text
            && self.marks == other.marks
            && self.front_matter == other.front_matter
            && self.language == other.language
            && self.links <= other.links
            && self.problems >= other.problems
    }
}

struct Reader<'a> {
    source: &'a str,
    substance: Substance,
    /// Whether anything stands in the present line of a run of text.
    begun: bool,
    /// Whether a blank waits for what comes after it.
    blank: bool,
}

impl Reader<'_> {
    fn mark(&mut self, mark: Mark) {
        let place = self.substance.text.len() + usize::from(self.blank);
        self.substance.marks.push((place, mark));
    }

    fn blocks<'a>(&mut self, blocks: impl IntoIterator<Item = &'a Block<'a>>) {
        for block in blocks {
            self.block(block);
        }
    }

    /// Reads a block and what is inside it; blocks nest at most as deep as the parser lets them.
    fn block(&mut self, block: &Block<'_>) {
        match &block.kind {
            BlockKind::Paragraph { designator, inlines } => {
                self.mark(Mark::Paragraph);
                self.clause(designator.as_deref());
                self.run(inlines);
            }
            BlockKind::Heading(heading) => return self.heading(heading),
            BlockKind::List { start, items, .. } => {
                self.mark(Mark::List(*start));
                for item in items {
                    self.mark(Mark::Item(item.task));
                    self.blocks(&item.blocks);
                    self.mark(Mark::End);
                }
            }
            BlockKind::Quote(blocks) => {
                self.mark(Mark::Quote);
                self.blocks(blocks);
            }
            BlockKind::Code { language, text } => {
                self.mark(Mark::Code(language.as_deref().map(str::to_owned)));
                self.substance.text.push_str(text.trim_end_matches(['\n', '\r']));
            }
            BlockKind::Table { alignments, head, rows } => {
                self.mark(Mark::Table(alignments.clone()));
                std::iter::once(head).chain(rows).for_each(|row| self.row(row));
            }
            BlockKind::DefinitionList(entries) => {
                self.mark(Mark::Definitions);
                for entry in entries {
                    self.mark(Mark::Term);
                    self.run(&entry.term);
                    for definition in &entry.definitions {
                        self.mark(Mark::Definition);
                        self.blocks(definition);
                    }
                }
            }
            BlockKind::Footnote { label, blocks } => {
                self.mark(Mark::Footnote(label.to_string()));
                self.blocks(blocks);
            }
            BlockKind::Rule => return self.mark(Mark::Rule),
            BlockKind::Html => return self.html(block.span),
        }
        self.mark(Mark::End);
    }

    fn heading(&mut self, heading: &Heading<'_>) {
        let identity = heading.id.as_ref().map(|(identity, _)| identity.to_string());
        self.mark(Mark::Heading { level: heading.level, identity });
        self.clause(heading.designator.as_deref());
        self.begin_run();
        let mut inlines = heading.inlines.as_slice();
        if let Some((Inline { kind: InlineKind::Text(text), .. }, rest)) = inlines.split_first() {
            self.push(without_markers(text));
            inlines = rest;
        }
        self.inlines(inlines);
        self.blank = false;
        self.mark(Mark::End);
    }

    fn clause(&mut self, designator: Option<&Designator>) {
        if let Some(designator) = designator {
            self.mark(Mark::Clause(Designator { span: Span::default(), ..designator.clone() }));
        }
    }

    fn row(&mut self, row: &Row<'_>) {
        self.mark(Mark::Row);
        for cell in &row.cells {
            self.mark(Mark::Cell);
            self.run(&cell.inlines);
        }
    }

    fn run(&mut self, inlines: &[Inline<'_>]) {
        self.begin_run();
        self.inlines(inlines);
        // Blanks at the end of a run are not seen.
        self.blank = false;
    }

    fn begin_run(&mut self) {
        (self.begun, self.blank) = (false, false);
    }

    /// Notes something that stands among the text without being text.
    fn stand(&mut self, mark: Mark) {
        self.close_blank();
        self.begun = true;
        self.mark(mark);
    }

    fn inlines(&mut self, inlines: &[Inline<'_>]) {
        for inline in inlines {
            match &inline.kind {
                InlineKind::Text(text) => self.push(text),
                InlineKind::SoftBreak => self.push(" "),
                InlineKind::HardBreak => {
                    self.begin_run();
                    self.mark(Mark::HardBreak);
                }
                InlineKind::Code(text) => {
                    self.stand(Mark::Code(None));
                    self.substance.text.push_str(text);
                    self.mark(Mark::End);
                }
                InlineKind::Emphasis(inner) => self.markup(Mark::Emphasis, inner),
                InlineKind::Strong(inner) => self.markup(Mark::Strong, inner),
                InlineKind::Strikethrough(inner) => self.markup(Mark::Strikethrough, inner),
                InlineKind::Image { alternative, .. } => self.markup(Mark::Image, alternative),
                InlineKind::Revision { inlines, .. } => self.inlines(inlines),
                InlineKind::Link { inlines, .. } => {
                    self.substance.links += 1;
                    self.inlines(inlines);
                }
                InlineKind::FootnoteReference(label) => self.stand(Mark::FootnoteReference(label.to_string())),
                InlineKind::Field(name) => self.stand(Mark::Field(name.to_string())),
                InlineKind::Html => self.html(inline.span),
            }
        }
    }

    fn markup(&mut self, mark: Mark, inlines: &[Inline<'_>]) {
        self.mark(mark);
        self.inlines(inlines);
        self.mark(Mark::End);
    }

    fn html(&mut self, span: Span) {
        let written = self.source.get(span.range()).unwrap_or("");
        if !is_comment(written) {
            self.stand(Mark::Html(written.to_owned()));
        }
    }

    /// Adds text, each stretch of blanks as one space.
    fn push(&mut self, text: &str) {
        for character in text.chars() {
            if matches!(character, ' ' | '\t' | '\n' | '\r') {
                self.blank |= self.begun;
            } else {
                self.close_blank();
                self.begun = true;
                self.substance.text.push(character);
            }
        }
    }

    fn close_blank(&mut self) {
        if std::mem::take(&mut self.blank) {
            self.substance.text.push(' ');
        }
    }
}

/// Whether raw HTML is nothing but comments.
fn is_comment(written: &str) -> bool {
    let mut rest = written.trim();
    while let Some(comment) = rest.strip_prefix("<!--") {
        let Some(end) = comment.find("-->") else { return false };
        rest = comment[end + "-->".len()..].trim_start();
    }
    rest.is_empty()
}

/// A title without the heading markers that stand at its beginning as text.
fn without_markers(title: &str) -> &str {
    let mut title = title;
    loop {
        let rest = title.trim_start_matches('#');
        if !(1..=6).contains(&(title.len() - rest.len())) || !(rest.is_empty() || rest.starts_with([' ', '\t'])) {
            return title;
        }
        title = rest.trim_start_matches([' ', '\t']);
    }
}

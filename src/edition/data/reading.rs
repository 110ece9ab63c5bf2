//! What a reader reads in a run of blocks.
//!
//! Paragraphs are parted by a blank line, items of a tight list by the end of a line; items have their marker before them,
//! cells a tab between them. Footnotes stand elsewhere, raw HTML nowhere.

use super::some;
use crate::edition::publication::{FieldText, Publication, Target};
use crate::model::{
    Block, BlockKind, Designator, Document, DocumentPath, Inline, InlineKind, ListItem, Row, Span, bare_words,
};
use serde::Serialize;
use std::sync::atomic::{AtomicUsize, Ordering};

/// How much text fields may still bring in. Whether it is exceeded does not depend on who takes first.
pub(super) struct Budget {
    limit: usize,
    taken: AtomicUsize,
}

impl Budget {
    pub(super) const fn new(limit: usize) -> Self {
        Self { limit, taken: AtomicUsize::new(0) }
    }

    pub(super) fn is_exceeded(&self) -> bool {
        self.taken.load(Ordering::Relaxed) > self.limit
    }

    /// What a reader reads in place of a field: what was filled in, or in square brackets what is to be; nothing once the
    /// budget is exceeded.
    pub(super) fn field(&self, publication: &Publication<'_>, name: &str) -> String {
        let field = publication.field(name);
        let (FieldText::Value(text) | FieldText::Blank { description: text, .. }) = field;
        if self.taken.fetch_add(text.len(), Ordering::Relaxed).saturating_add(text.len()) > self.limit {
            return String::new();
        }
        if matches!(field, FieldText::Value(_)) { text.to_owned() } else { format!("[{text}]") }
    }
}

/// What stands in a section itself, in a footnote, or before the first heading.
#[derive(Default, Serialize)]
pub(super) struct Content<'a> {
    pub(super) words: usize,
    pub(super) text: String,
    pub(super) markdown: &'a str,
    links: Vec<LinkOutput<'a>>,
    images: Vec<ImageOutput<'a>>,
    /// The numbers of the footnotes that it refers to.
    footnotes: Vec<usize>,
    /// What each clause says, with its designation and the paragraph that it opens.
    #[serde(skip)]
    pub(super) clauses: Vec<(&'a Designator, Span, String)>,
}

/// A link that leads somewhere: to an anchor of the editions or to an address.
#[derive(Serialize)]
struct LinkOutput<'a> {
    text: String,
    anchor: Option<String>,
    address: Option<String>,
    title: Option<&'a str>,
}

/// An image, with its file where the policy has it.
#[derive(Serialize)]
struct ImageOutput<'a> {
    alternative: String,
    caption: Option<&'a str>,
    path: Option<DocumentPath>,
}

/// Reads blocks of one document.
pub(super) struct Reader<'a> {
    publication: &'a Publication<'a>,
    document: &'a Document<'a>,
    budget: &'a Budget,
    content: Content<'a>,
    /// Whether the next block goes on where the text ends: at its beginning, and behind the marker of an item.
    is_fresh: bool,
}

impl<'a> Reader<'a> {
    pub(super) fn new(publication: &'a Publication<'a>, document: &'a Document<'a>, budget: &'a Budget) -> Self {
        Self { publication, document, budget, content: Content::default(), is_fresh: true }
    }

    /// Reads a title, whose words and links are the content's too.
    pub(super) fn title(&mut self, inlines: &'a [Inline<'a>]) -> String {
        self.run(inlines).replace('\n', " ")
    }

    /// Reads blocks that stand in the document one after the other, written there as `markdown`.
    pub(super) fn read(mut self, blocks: &'a [Block<'a>], markdown: Span) -> Content<'a> {
        self.blocks(blocks, 0, false);
        let written = self.document.text.get(markdown.range()).unwrap_or("");
        self.content.markdown = written.trim_start_matches(['\n', '\r']).trim_end();
        self.content
    }

    /// Blocks nest at most as deep as the parser lets them, and so does the recursion.
    fn blocks(&mut self, blocks: &'a [Block<'a>], indent: usize, tight: bool) {
        for block in blocks {
            match &block.kind {
                BlockKind::Paragraph { designator, inlines } => {
                    let text = self.run(inlines);
                    self.line(&text, indent, tight);
                    self.content.clauses.extend(designator.as_deref().map(|designator| (designator, block.span, text)));
                }
                BlockKind::Heading(heading) => {
                    let text = self.run(&heading.inlines);
                    self.line(&text, indent, tight);
                }
                BlockKind::List { start, tight: is_tight, items } => {
                    self.items(items, *start, indent, (tight, *is_tight));
                }
                BlockKind::Quote(blocks) => self.blocks(blocks, indent, tight),
                BlockKind::Code { text, .. } => self.line(text.trim_end(), indent, tight),
                BlockKind::Table { head, rows, .. } => self.table(head, rows, indent, tight),
                BlockKind::DefinitionList(entries) => {
                    for entry in entries {
                        let term = self.run(&entry.term);
                        self.line(&term, indent, tight);
                        entry.definitions.iter().for_each(|blocks| self.blocks(blocks, indent + 2, true));
                    }
                }
                BlockKind::Footnote { .. } | BlockKind::Rule | BlockKind::Html => {}
            }
        }
    }

    /// Reads the items of a list; `tight` says how the first and the others stand to what is before them.
    fn items(&mut self, items: &'a [ListItem<'a>], start: Option<u64>, indent: usize, tight: (bool, bool)) {
        for (place, item) in items.iter().enumerate() {
            let mut marker = match start {
                Some(start) => format!("{}. ", start.saturating_add(place as u64)),
                None => "- ".to_owned(),
            };
            marker.push_str(match item.task {
                Some(true) => "[x] ",
                Some(false) => "[ ] ",
                None => "",
            });
            self.begin(indent, if place == 0 { tight.0 } else { tight.1 });
            self.content.text.push_str(&marker);
            self.is_fresh = true;
            self.blocks(&item.blocks, indent + 2, tight.1);
            self.is_fresh = false;
        }
    }

    fn table(&mut self, head: &'a Row<'a>, rows: &'a [Row<'a>], indent: usize, tight: bool) {
        for (place, row) in std::iter::once(head).chain(rows).enumerate() {
            let cells: Vec<String> = row.cells.iter().map(|cell| self.title(&cell.inlines)).collect();
            self.line(&cells.join("\t"), indent, tight || place > 0);
        }
    }

    /// Writes text on a line of its own; no text, no line.
    fn line(&mut self, text: &str, indent: usize, tight: bool) {
        if !text.is_empty() {
            self.begin(indent, tight);
            self.content.text.push_str(text);
        }
    }

    fn begin(&mut self, indent: usize, tight: bool) {
        if !self.is_fresh {
            self.content.text.push_str(if tight { "\n" } else { "\n\n" });
            self.content.text.extend(std::iter::repeat_n(' ', indent));
        }
        self.is_fresh = false;
    }

    /// What a run of inlines says.
    fn run(&mut self, inlines: &'a [Inline<'a>]) -> String {
        let mut text = String::new();
        self.inlines(inlines, &mut text);
        self.content.words += bare_words(&text).count();
        let trimmed = text.trim();
        if trimmed.len() == text.len() { text } else { trimmed.to_owned() }
    }

    fn inlines(&mut self, inlines: &'a [Inline<'a>], text: &mut String) {
        for inline in inlines {
            match &inline.kind {
                InlineKind::Text(part) | InlineKind::Code(part) => text.push_str(part),
                InlineKind::SoftBreak => text.push(' '),
                InlineKind::HardBreak => text.push('\n'),
                InlineKind::Field(name) => text.push_str(&self.budget.field(self.publication, name)),
                InlineKind::FootnoteReference(label) => {
                    let note = self.publication.note(self.document, label);
                    self.content.footnotes.extend(note.map(|note| note.number));
                }
                InlineKind::Link { target, title, inlines, .. } => {
                    let start = text.len();
                    self.inlines(inlines, text);
                    self.link(target, title, &text[start..]);
                }
                InlineKind::Image { target, title, alternative } => {
                    let start = text.len();
                    self.inlines(alternative, text);
                    let alternative = text[start..].trim().to_owned();
                    let path = self.publication.image_path(self.document, target);
                    self.content.images.push(ImageOutput { alternative, caption: some(title), path });
                }
                _ if inline.is_deleted() => {}
                _ => self.inlines(inline.children(), text),
            }
        }
    }

    /// Notes a link; of one that leads nowhere only the text is left.
    fn link(&mut self, target: &str, title: &'a str, text: &str) {
        let (anchor, address) = match self.publication.target(self.document, target) {
            Target::Internal(anchor) => (Some(anchor), None),
            Target::External(address) => (None, Some(address)),
            Target::Nowhere => return,
        };
        let text = text.trim().to_owned();
        self.content.links.push(LinkOutput { text, anchor, address, title: some(title) });
    }
}

//! Keeps of a document what is needed while a whole policy is at hand.

use super::html;
use crate::model::{
    AnchorEntry, Block, BlockKind, ClauseAddress, ClauseEntry, Designator, Document, DocumentEntry, Inline, InlineKind,
    Section, SectionEntry, Span, plain_text,
};

/// The index entry of a document; the language is the one that the document itself states.
#[must_use]
pub fn index(document: &Document<'_>) -> DocumentEntry {
    let mut clauses = Clauses::default();
    clauses.read_blocks(&document.preamble);
    let mut sections = Vec::new();
    for section in document.all_sections() {
        sections.push(SectionEntry {
            anchor: section.anchor.clone(),
            explicit: section.heading.id.is_some(),
            level: section.heading.level,
            title: plain_text(&section.heading.inlines),
            span: section.heading.span,
        });
        clauses.read_section(section);
    }
    let mut fields = Vec::new();
    let mut anchors = Vec::new();
    let has_html = document.text.contains('<');
    let has_fields = document.text.contains("{{");
    if has_html || has_fields {
        document.for_each_run(|run| {
            for inline in run.iter().flat_map(Inline::with_descendants) {
                match &inline.kind {
                    InlineKind::Field(name) => fields.push((name.to_string(), inline.span)),
                    InlineKind::Html => read_anchors(document.text, inline.span, &mut anchors),
                    _ => {}
                }
            }
        });
    }
    if has_html {
        for block in document.all_blocks().filter(|block| block.kind == BlockKind::Html) {
            read_anchors(document.text, block.span, &mut anchors);
        }
        anchors.sort_by_key(|anchor: &AnchorEntry| anchor.span);
    }
    DocumentEntry {
        path: document.path.clone(),
        language: document.language.clone(),
        title: document.title().map_or_else(|| name(document.path.file_name()), std::borrow::Cow::into_owned),
        order: document.front_matter.as_ref().and_then(|front_matter| front_matter.integer("order")),
        sections,
        anchors,
        clauses: clauses.entries,
        fields,
    }
}

/// A file's name without its ending.
fn name(file_name: &str) -> String {
    file_name.rsplit_once('.').map_or(file_name, |(name, _)| name).to_owned()
}

fn read_anchors(text: &str, span: Span, anchors: &mut Vec<AnchorEntry>) {
    let Some(written) = text.get(span.range()) else { return };
    for (offset, anchor) in html::anchors(written) {
        let start = span.range().start + offset;
        anchors.push(AnchorEntry { anchor: anchor.to_owned(), span: Span::new(start..start + anchor.len()) });
    }
}

/// Follows the clauses through the text, each with the ones it stands in.
#[derive(Default)]
struct Clauses {
    entries: Vec<ClauseEntry>,
    /// The open clauses, each with the level of the heading that opened it; paragraphs count as level 7.
    open: Vec<(u8, Designator)>,
    section: Option<usize>,
    /// The anchor of the section, and the clauses of its paragraphs.
    anchor: String,
    address: ClauseAddress,
}

impl Clauses {
    fn read_section(&mut self, section: &Section<'_>) {
        self.anchor.clone_from(&section.anchor);
        self.address = ClauseAddress::default();
        self.section = Some(self.section.map_or(0, |place| place + 1));
        let level = section.heading.level;
        self.open.retain(|(opened, _)| *opened < level);
        if let Some(designator) = &section.heading.designator {
            self.enter(level, designator, None);
        }
        self.read_blocks(&section.blocks);
    }

    fn read_blocks(&mut self, blocks: &[Block<'_>]) {
        for block in blocks {
            match &block.kind {
                BlockKind::Paragraph { designator: Some(designator), .. } => {
                    self.address.enter(designator);
                    let anchor = self.address.anchor(&self.anchor);
                    self.enter(7, designator, Some(anchor));
                }
                BlockKind::List { items, .. } => {
                    for item in items {
                        self.read_blocks(&item.blocks);
                    }
                }
                _ => {}
            }
        }
    }

    fn enter(&mut self, level: u8, designator: &Designator, anchor: Option<String>) {
        while self.open.last().is_some_and(|(_, open)| open.kind >= designator.kind) {
            self.open.pop();
        }
        self.open.push((level, designator.clone()));
        let address = self.open.iter().map(|(_, designator)| designator.clone()).collect();
        self.entries.push(ClauseEntry { address, section: self.section, anchor });
    }
}

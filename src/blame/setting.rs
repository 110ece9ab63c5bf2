//! What of the text around a block is shown with it.

use crate::model::{Block, BlockKind, Document, Span};
use std::collections::HashMap;
use std::fmt;

/// What stands before a block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mark {
    /// The dot of an item.
    Bullet,
    /// The number of an item.
    Number(u64),
    /// The label of a footnote.
    Note(String),
}

impl fmt::Display for Mark {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Bullet => formatter.write_str("•"),
            Self::Number(number) => write!(formatter, "{number}."),
            Self::Note(label) => write!(formatter, "[{label}]"),
        }
    }
}

/// Where a block stands.
#[derive(Clone, Debug, Default)]
pub(super) struct Setting {
    /// In how many lists.
    pub(super) depth: usize,
    /// What stands before it.
    pub(super) mark: Option<Mark>,
    /// Its text, if it is code.
    pub(super) code: Option<String>,
}

/// The settings of the blocks of a document, by their spans; those without any are left out.
pub(super) fn settings(document: &Document<'_>) -> HashMap<Span, Setting> {
    let mut walker = Walker::default();
    document.all_sections().for_each(|section| walker.blocks(&section.blocks));
    walker.found
}

#[derive(Default)]
struct Walker {
    depth: usize,
    /// The mark of the block that comes next.
    mark: Option<Mark>,
    found: HashMap<Span, Setting>,
}

impl Walker {
    fn blocks(&mut self, blocks: &[Block<'_>]) {
        for block in blocks {
            self.block(block);
        }
    }

    fn block(&mut self, block: &Block<'_>) {
        match &block.kind {
            BlockKind::List { start, items, .. } => {
                self.depth += 1;
                for (place, item) in items.iter().enumerate() {
                    let number = start.map(|start| Mark::Number(start.saturating_add(place as u64)));
                    self.mark = Some(number.unwrap_or(Mark::Bullet));
                    self.blocks(&item.blocks);
                    // What an item without text holds is its box, if it has one.
                    self.note(item.span, None);
                }
                self.depth -= 1;
            }
            BlockKind::Quote(blocks) => self.blocks(blocks),
            BlockKind::Footnote { label, blocks } => {
                self.mark = Some(Mark::Note(label.to_string()));
                self.blocks(blocks);
            }
            BlockKind::DefinitionList(entries) => {
                self.depth += 1;
                entries.iter().flat_map(|entry| &entry.definitions).for_each(|blocks| self.blocks(blocks));
                self.depth -= 1;
            }
            BlockKind::Table { head, rows, .. } => {
                std::iter::once(head).chain(rows).for_each(|row| self.note(row.span, None));
            }
            BlockKind::Code { text, .. } => self.note(block.span, Some(text)),
            BlockKind::Heading(heading) => self.note(heading.span, None),
            BlockKind::Paragraph { .. } | BlockKind::Rule | BlockKind::Html => self.note(block.span, None),
        }
    }

    fn note(&mut self, span: Span, code: Option<&str>) {
        let mark = self.mark.take();
        if mark.is_some() || self.depth > 0 || code.is_some() {
            self.found.entry(span).or_insert(Setting { depth: self.depth, mark, code: code.map(str::to_owned) });
        }
    }
}

//! Blocks that are gone, between those that are there.
//!
//! A block that is gone is known by the offset behind which it stood and by the column that it began in. It goes into the
//! list, table or quotation that the offset lies in if it began further to the right than what is around that one; else it
//! stands behind it.

use super::marks::Removed;
use super::merger::last_blocks;
use super::runs::revision;
use crate::diff::Unit;
use crate::model::{Block, BlockKind, Cell, Document, Heading, Inline, ListItem, Row, Section, Span};
use std::collections::VecDeque;

/// What surrounds blocks.
#[derive(Clone, Copy)]
struct Around {
    /// The column that blocks there begin in.
    column: u32,
    /// The level of the heading above.
    level: u8,
}

/// Puts removed blocks, in the order of the text, into a document.
pub(super) fn put(mut document: Document<'_>, mut removed: VecDeque<Removed>) -> Document<'_> {
    let columns = Columns(document.text);
    let around = Around { column: 1, level: 0 };
    let first = document.sections.first().map_or(u32::MAX, |section| section.span.start);
    let here = before(&mut removed, first.max(1));
    columns.fill(&mut document.preamble, here, around);
    for section in &mut document.sections {
        columns.section(section, &mut removed);
    }
    push_all(removed.into_iter(), around, last_blocks(&mut document));
    document
}

/// Blocks of a document that is gone, in a row.
pub(super) fn in_a_row<'text>(removed: impl Iterator<Item = Removed>) -> Vec<Block<'text>> {
    let mut blocks = Vec::new();
    push_all(removed, Around { column: 1, level: 0 }, &mut blocks);
    blocks
}

/// Takes what stands before an offset.
fn before(removed: &mut VecDeque<Removed>, end: u32) -> VecDeque<Removed> {
    let count = removed.partition_point(|removed| removed.at < end);
    removed.drain(..count).collect()
}

/// The text of a document, which tells the columns that its blocks begin in.
#[derive(Clone, Copy)]
struct Columns<'a>(&'a str);

impl Columns<'_> {
    fn section(self, section: &mut Section<'_>, removed: &mut VecDeque<Removed>) {
        let end = section.sections.first().map_or(section.span.end.saturating_add(1), |inner| inner.span.start);
        let here = before(removed, end);
        self.fill(&mut section.blocks, here, Around { column: 1, level: section.heading.level });
        for inner in &mut section.sections {
            self.section(inner, removed);
        }
    }

    /// The column that a place is in, from 1.
    fn of(self, offset: u32) -> u32 {
        let text = self.0.get(..offset as usize).unwrap_or("");
        let line = text.rfind('\n').map_or(text, |end| &text[end + 1..]);
        u32::try_from(line.chars().count()).map_or(u32::MAX, |count| count.saturating_add(1))
    }

    /// Puts removed blocks among those that are there. Recursion is as deep as the parser lets blocks nest.
    fn fill(self, blocks: &mut Vec<Block<'_>>, mut removed: VecDeque<Removed>, around: Around) {
        if removed.is_empty() {
            return;
        }
        for mut block in std::mem::take(blocks) {
            let here = before(&mut removed, block.span.end.saturating_add(1));
            let (inside, beside): (Vec<_>, Vec<_>) = here.into_iter().partition(|one| takes(&block, one, around));
            let (front, behind): (Vec<_>, Vec<_>) = beside.into_iter().partition(|one| one.at <= block.span.start);
            push_all(front.into_iter(), around, blocks);
            let left = self.fill_block(&mut block, inside.into(), around);
            blocks.push(block);
            push_all(left.into_iter().chain(behind), around, blocks);
        }
        push_all(removed.into_iter(), around, blocks);
    }

    /// Puts removed blocks into a block that takes them; gives back what it has no room for.
    fn fill_block(self, block: &mut Block<'_>, mut removed: VecDeque<Removed>, around: Around) -> VecDeque<Removed> {
        match &mut block.kind {
            BlockKind::List { items, .. } => self.fill_list(items, std::mem::take(&mut removed), around),
            BlockKind::Table { rows, .. } => fill_table(rows, std::mem::take(&mut removed)),
            BlockKind::Quote(blocks) | BlockKind::Footnote { blocks, .. } => {
                self.fill(blocks, std::mem::take(&mut removed), self.inside(blocks, around));
            }
            BlockKind::DefinitionList(entries) => {
                for blocks in entries.iter_mut().flat_map(|entry| &mut entry.definitions) {
                    let end = blocks.last().map_or(0, |block| block.span.end.saturating_add(1));
                    let here = before(&mut removed, end);
                    self.fill(blocks, here, self.inside(blocks, around));
                }
            }
            _ => {}
        }
        removed
    }

    /// What surrounds the blocks of a container.
    fn inside(self, blocks: &[Block<'_>], around: Around) -> Around {
        Around { column: blocks.first().map_or(around.column, |first| self.of(first.span.start)), ..around }
    }

    /// Makes removed blocks items of a list; those that began further to the right belong into an item.
    fn fill_list(self, items: &mut Vec<ListItem<'_>>, mut removed: VecDeque<Removed>, around: Around) {
        for mut item in std::mem::take(items) {
            let own = self.inside(&item.blocks, around);
            let here = before(&mut removed, item.span.end.saturating_add(1));
            let (front, rest): (Vec<_>, Vec<_>) = here.into_iter().partition(|one| one.at <= item.span.start);
            let (inside, behind): (Vec<_>, Vec<_>) = rest.into_iter().partition(|one| one.column > own.column);
            items.extend(front.into_iter().map(item_of));
            self.fill(&mut item.blocks, inside.into(), own);
            items.push(item);
            items.extend(behind.into_iter().map(item_of));
        }
        items.extend(removed.into_iter().map(item_of));
    }
}

/// Whether a removed block stood inside a block: one that begins where it stood takes it too if it is a list or a table,
/// whose first part it was.
fn takes(block: &Block<'_>, removed: &Removed, around: Around) -> bool {
    let is_inner = removed.column > around.column;
    match &block.kind {
        BlockKind::Table { .. } => removed.unit == Unit::Row,
        BlockKind::List { .. } => is_inner && matches!(removed.unit, Unit::Paragraph | Unit::Section | Unit::Code),
        BlockKind::Quote(_) | BlockKind::Footnote { .. } | BlockKind::DefinitionList(_) => {
            is_inner && removed.at > block.span.start
        }
        _ => false,
    }
}

fn fill_table(rows: &mut Vec<Row<'_>>, mut removed: VecDeque<Removed>) {
    for row in std::mem::take(rows) {
        rows.extend(before(&mut removed, row.span.end).into_iter().map(row_of));
        rows.push(row);
    }
    rows.extend(removed.into_iter().map(row_of));
}

/// Adds removed blocks one behind the other; paragraphs that stood in a list of which nothing is left are a list again.
fn push_all(removed: impl Iterator<Item = Removed>, around: Around, blocks: &mut Vec<Block<'_>>) {
    let mut list_is_open = false;
    for one in removed {
        let is_item = one.unit == Unit::Paragraph && one.column > around.column;
        let span = Span { start: one.at, end: one.at };
        match blocks.last_mut().filter(|_| list_is_open && is_item) {
            Some(Block { kind: BlockKind::List { items, .. }, .. }) => items.push(item_of(one)),
            _ if is_item => {
                let items = vec![item_of(one)];
                blocks.push(Block { span, kind: BlockKind::List { start: None, tight: true, items } });
            }
            _ => blocks.push(block_of(one, around)),
        }
        list_is_open = is_item;
    }
}

fn inlines<'text>(removed: Removed) -> Vec<Inline<'text>> {
    vec![revision(Span { start: removed.at, end: removed.at }, removed.change, Some(removed.text))]
}

/// A removed block as a block of its own.
fn block_of<'text>(removed: Removed, around: Around) -> Block<'text> {
    let (span, unit) = (Span { start: removed.at, end: removed.at }, removed.unit);
    let inlines = inlines(removed);
    let level = around.level.saturating_add(1).min(6);
    let kind = match unit {
        Unit::Section => BlockKind::Heading(Box::new(Heading { level, id: None, designator: None, inlines, span })),
        _ => BlockKind::Paragraph { designator: None, inlines },
    };
    Block { span, kind }
}

fn item_of<'text>(removed: Removed) -> ListItem<'text> {
    let span = Span { start: removed.at, end: removed.at };
    ListItem { span, task: None, blocks: vec![block_of(removed, Around { column: 1, level: 0 })] }
}

fn row_of<'text>(removed: Removed) -> Row<'text> {
    let span = Span { start: removed.at, end: removed.at };
    Row { span, cells: vec![Cell { span, inlines: inlines(removed) }] }
}

//! The walk over the runs of one document that puts marks into them.

use super::marks::{Point, Stretch};
use super::runs::{Placer, Wrapper};
use crate::model::{
    Block, BlockKind, DefinitionEntry, Designator, Document, Heading, Inline, RevisionMark, Row, Section, Span,
};
use std::collections::VecDeque;

/// Puts marks into the runs of a document. Points leave it as the walk comes by them.
pub(super) struct Merger<'m> {
    pub(super) source: &'m str,
    pub(super) inserted: &'m [Stretch],
    pub(super) moved: &'m [Stretch],
    pub(super) points: VecDeque<Point>,
}

impl Merger<'_> {
    /// The document with its marks; what no run had a place for stands at its end.
    pub(super) fn document(mut self, mut document: Document<'_>) -> Document<'_> {
        self.blocks(&mut document.preamble);
        document.sections.iter_mut().for_each(|section| self.section(section));
        let rest = std::mem::take(&mut self.points);
        if !rest.is_empty() {
            let paragraph = self.lone(rest);
            last_blocks(&mut document).push(paragraph);
        }
        document
    }

    fn section(&mut self, section: &mut Section<'_>) {
        self.heading(&mut section.heading);
        self.blocks(&mut section.blocks);
        section.sections.iter_mut().for_each(|inner| self.section(inner));
    }

    fn heading(&mut self, heading: &mut Heading<'_>) {
        let inlines = std::mem::take(&mut heading.inlines);
        heading.inlines = self.run(inlines, heading.span.end, heading.designator.as_deref());
    }

    fn blocks(&mut self, blocks: &mut Vec<Block<'_>>) {
        for block in std::mem::take(blocks) {
            self.block(block, blocks);
        }
    }

    /// Adds a block with its marks; what stands at points of one without runs stands before it.
    fn block<'text>(&mut self, mut block: Block<'text>, out: &mut Vec<Block<'text>>) {
        match &mut block.kind {
            BlockKind::Paragraph { designator, inlines } => {
                *inlines = self.run(std::mem::take(inlines), block.span.end, designator.as_deref());
            }
            BlockKind::Heading(heading) => self.heading(heading),
            BlockKind::Table { head, rows, .. } => std::iter::once(head).chain(rows).for_each(|row| self.row(row)),
            BlockKind::DefinitionList(entries) => entries.iter_mut().for_each(|entry| self.entry(entry)),
            BlockKind::Quote(blocks) | BlockKind::Footnote { blocks, .. } => self.blocks(blocks),
            BlockKind::List { items, .. } => items.iter_mut().for_each(|item| self.blocks(&mut item.blocks)),
            BlockKind::Code { .. } | BlockKind::Rule | BlockKind::Html => {
                let points = self.points_to(block.span.end);
                if !points.is_empty() {
                    out.push(self.lone(points));
                }
            }
        }
        out.push(block);
    }

    fn row(&mut self, row: &mut Row<'_>) {
        for cell in &mut row.cells {
            cell.inlines = self.run(std::mem::take(&mut cell.inlines), cell.span.end, None);
        }
    }

    fn entry(&mut self, entry: &mut DefinitionEntry<'_>) {
        entry.term = self.run(std::mem::take(&mut entry.term), entry.span.end, None);
        entry.definitions.iter_mut().for_each(|blocks| self.blocks(blocks));
    }

    /// A run with its marks; it has the points up to `end` that no run before it had.
    fn run<'text>(
        &mut self,
        inlines: Vec<Inline<'text>>,
        end: u32,
        designator: Option<&Designator>,
    ) -> Vec<Inline<'text>> {
        let points = self.points_to(end);
        let source = self.source;
        let cut = designator.map(|designator| designator.span.end);
        let inserted = Wrapper { source, stretches: self.inserted, mark: RevisionMark::Inserted, cut };
        let inlines = Placer { source, points }.run(inserted.wrap(inlines));
        Wrapper { stretches: self.moved, mark: RevisionMark::Moved, ..inserted }.wrap(inlines)
    }

    /// The points up to an offset.
    fn points_to(&mut self, end: u32) -> VecDeque<Point> {
        let count = self.points.partition_point(|point| point.at <= end);
        self.points.drain(..count).collect()
    }

    /// A paragraph of nothing but what stands at points.
    fn lone<'text>(&self, points: VecDeque<Point>) -> Block<'text> {
        let at = points.front().map_or(0, |point| point.at);
        let inlines = Placer { source: self.source, points }.run(Vec::new());
        Block { span: Span { start: at, end: at }, kind: BlockKind::Paragraph { designator: None, inlines } }
    }
}

/// The blocks at the end of a document.
pub(super) fn last_blocks<'a, 'text>(document: &'a mut Document<'text>) -> &'a mut Vec<Block<'text>> {
    fn of_section<'a, 'text>(section: &'a mut Section<'text>) -> &'a mut Vec<Block<'text>> {
        if section.sections.is_empty() {
            return &mut section.blocks;
        }
        let last = section.sections.len() - 1;
        of_section(&mut section.sections[last])
    }
    match document.sections.last_mut() {
        Some(section) => of_section(section),
        None => &mut document.preamble,
    }
}

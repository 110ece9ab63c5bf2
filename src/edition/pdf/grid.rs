//! A table as the engine has it: the head, which is repeated on every page, the rows, and the rules between them.

use super::Setter;
use super::block::points;
use super::page::TABLE_SIZE;
use std::num::NonZeroUsize;
use std::sync::Arc;
use typst::foundations::{Content, NativeElement, Packed, Smart};
use typst::layout::{Alignment, Celled, HAlignment, Rel, Sizing, TrackSizings};
use typst::model::{TableCell, TableChild, TableElem, TableHLine, TableHeader, TableItem};
use typst::text::{FontWeight, TextElem, TextSize};
use typst::visualize::{Color, Stroke};

/// Space between columns.
pub(super) const GUTTER: f64 = 11.0;

/// Size of the head's text beside the table's.
const HEAD_SIZE: f64 = 0.92;

/// What a table is made of.
pub(super) struct Grid {
    /// The cells of the head; none for a table without one.
    pub(super) head: Vec<Content>,
    /// Whether the head stands on every page that the table goes over.
    pub(super) repeats_head: bool,
    /// The cells of each row, as many as there are columns.
    pub(super) rows: Vec<Vec<Content>>,
    /// The widths of the columns, in points.
    pub(super) widths: Vec<f64>,
    /// To which side each column is set.
    pub(super) sides: Vec<Smart<Alignment>>,
    /// Whether a page may end inside a row.
    pub(super) breaks_rows: bool,
}

impl Grid {
    /// The table.
    pub(super) fn set(self, setter: &Setter<'_, '_, '_>) -> Content {
        let columns = self.widths.iter().map(|width| Sizing::Rel(Rel::from(points(*width)))).collect();
        let gutter = [Sizing::Rel(Rel::from(points(GUTTER)))].into_iter().collect();
        let sides = Celled::Array(self.sides.clone());
        TableElem::new(self.children(setter))
            .with_columns(TrackSizings(columns))
            .with_column_gutter(TrackSizings(gutter))
            .with_align(sides)
            .pack()
    }

    fn children(self, setter: &Setter<'_, '_, '_>) -> Vec<TableChild> {
        let mut children = Vec::with_capacity((self.rows.len() + 1) * (self.widths.len() + 1));
        children.push(TableChild::Item(rule(0.9, Color::BLACK)));
        if !self.head.is_empty() {
            let cells = self.head.into_iter().map(|cell| cell_of(head_cell(cell, setter)));
            let items = cells.chain([rule(0.5, Color::BLACK)]).collect();
            children.push(TableChild::Header(Packed::new(TableHeader::new(items).with_repeat(self.repeats_head))));
        }
        for (index, row) in self.rows.into_iter().enumerate() {
            if index > 0 {
                children.push(TableChild::Item(rule(0.3, Color::from_u8(0xc4, 0xc4, 0xc4, 0xff))));
            }
            let cell = |body| if self.breaks_rows { cell_of(body) } else { whole_cell(body) };
            children.extend(row.into_iter().map(cell).map(TableChild::Item));
        }
        children.push(TableChild::Item(rule(0.9, Color::BLACK)));
        children
    }
}

/// The side of numbers.
pub(super) const RIGHT: Smart<Alignment> = Smart::Custom(Alignment::H(HAlignment::Right));

/// A cell of the head, in the font of furniture, which runs wider than the serif that columns are measured in.
fn head_cell(cell: Content, setter: &Setter<'_, '_, '_>) -> Content {
    cell.set(TextElem::font, setter.fonts.heading_list())
        .set(TextElem::weight, FontWeight::SEMIBOLD)
        .set(TextElem::size, TextSize(points(TABLE_SIZE * HEAD_SIZE)))
}

fn cell_of(body: Content) -> TableItem {
    TableItem::Cell(Packed::new(TableCell::new(body)))
}

/// A cell that no page break parts.
fn whole_cell(body: Content) -> TableItem {
    TableItem::Cell(Packed::new(TableCell::new(body).with_breakable(Smart::Custom(false))))
}

/// A line across the table, under the row before it.
fn rule(thickness: f64, colour: Color) -> TableItem {
    let stroke = Stroke::from_pair(colour, points(thickness));
    TableItem::HLine(Packed::new(
        TableHLine::new().with_stroke(Some(Arc::new(stroke))).with_start(0).with_end(None::<NonZeroUsize>),
    ))
}

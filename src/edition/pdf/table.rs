//! Sets tables, their columns as wide as what stands in them asks for.

use super::block::{Place, reaching_out};
use super::columns::{self, Demand, ROWS_WEIGHED, SLACK, Widths};
use super::grid::{GUTTER, Grid};
use super::inline::Run;
use super::page::TABLE_SIZE;
use super::{Setter, glyph};
use crate::edition::publication::FieldText;
use crate::model::{Alignment, Cell, Inline, InlineKind, Message, Row, Span, plain_text};
use typst::foundations::{Content, NativeElement, Smart};
use typst::layout::{Alignment as EngineAlignment, BlockBody, BlockElem, HAlignment};
use typst::model::ParElem;
use typst::text::TextElem;

/// Tallest table that stays on one page, a third of its text.
const TALLEST_WHOLE: f64 = 220.0;

/// Columns that fit on a page with a word each; the rows of wider tables are set as paragraphs.
const MOST_COLUMNS: usize = 12;

/// Width of a character of code beside text of one em.
const CODE_ADVANCE: f64 = 0.53;

/// Characters of code that stay on one line where a table has room for them.
const WHOLE_CODE: usize = 12;

/// Width of a wide character, in ems.
const WIDE_ADVANCE: f64 = 0.62;

/// A table of the model.
#[derive(Clone, Copy)]
pub(super) struct Table<'a> {
    /// Alignment of the columns.
    pub(super) alignments: &'a [Alignment],
    /// The heading row.
    pub(super) head: &'a Row<'a>,
    /// The other rows.
    pub(super) rows: &'a [Row<'a>],
}

impl<'a> Setter<'_, '_, 'a> {
    /// Sets a table; nothing for one without cells.
    pub(super) fn table(&mut self, span: Span, table: Table<'a>, place: Place) -> Option<Content> {
        let (head, rows) = (table.head, table.rows);
        let count = rows.iter().chain([head]).map(|row| row.cells.len()).max().unwrap_or(0);
        if count == 0 {
            self.remarks.add(span, Message::new("pdf-table-empty"));
            return None;
        }
        if count > MOST_COLUMNS {
            self.remarks.add(span, Message::new("pdf-table-wide").with("columns", count).with("most", MOST_COLUMNS));
            return Some(self.rows_as_paragraphs(head, rows, place));
        }
        let demands: Vec<Vec<Demand>> =
            std::iter::once(head).chain(rows).take(ROWS_WEIGHED).map(|row| self.demands(row, count)).collect();
        let gutters: f64 = std::iter::repeat_n(GUTTER, count - 1).sum();
        // How tall images are is not known here, and notes take room of their own.
        let known =
            !rows.iter().chain([head]).flat_map(|row| &row.cells).any(|cell| calls_note(cell) || has_image(cell));
        let (narrow, wide) = (place.width - gutters, place.width + place.outdent - gutters);
        let (widths, reaches_out) = match columns::widths(&demands, narrow, wide) {
            Widths::Narrow(widths) => (widths, false),
            Widths::Wide(widths) => (widths, place.outdent > 0.0),
        };
        let is_headed = head.cells.iter().any(|cell| !plain_text(&cell.inlines).is_empty());
        let head = if is_headed { self.cells(head, &widths, place) } else { Vec::new() };
        // A note can be called only once, and a change has one place.
        let repeats_head = !table.head.cells.iter().any(|cell| calls_note(cell) || has_mark(cell));
        let sides = (0..count).map(|index| side(table.alignments.get(index).copied().unwrap_or_default())).collect();
        let cells = rows.iter().map(|row| self.cells(row, &widths, place)).collect();
        let tallness = columns::tallness(&demands, &widths);
        let element = Grid { head, repeats_head, rows: cells, widths, sides, breaks_rows: true }.set(self);
        let is_small = known && rows.len() < ROWS_WEIGHED && tallness <= TALLEST_WHOLE;
        let element = if is_small { whole(element) } else { element };
        Some(if reaches_out { reaching_out(element, place) } else { element })
    }

    /// The cells of a row, as many as there are columns.
    fn cells(&mut self, row: &'a Row<'a>, widths: &[f64], place: Place) -> Vec<Content> {
        let mut cells = Vec::with_capacity(widths.len() + 1);
        for (index, width) in widths.iter().enumerate() {
            // A run of characters without a space must not leave its column.
            let run = Run { longest: letters(*width), longest_code: room(*width, CODE_ADVANCE), ..place.run() };
            let body = row.cells.get(index).map(|cell| self.run(&cell.inlines, run)).unwrap_or_default();
            // Lines that do not fill the column need no hyphens, unless a word is wider than the column.
            let longest_word = row.cells.get(index).map_or(0.0, |cell| self.demand(cell).word) * TABLE_SIZE * SLACK;
            cells.push(body.set(TextElem::hyphenate, Smart::Custom(longest_word > *width)));
        }
        cells
    }

    /// Sets each row as a paragraph, every cell after the head of its column.
    fn rows_as_paragraphs(&mut self, head: &'a Row<'a>, rows: &'a [Row<'a>], place: Place) -> Content {
        let mut paragraphs = Vec::with_capacity(rows.len());
        for row in rows {
            let mut contents = Vec::with_capacity(row.cells.len() * 4);
            for (index, cell) in row.cells.iter().enumerate() {
                if index > 0 {
                    contents.push(TextElem::packed("; "));
                }
                if let Some(head) = head.cells.get(index) {
                    let head = self.run(&head.inlines, Run { bare: true, ..place.run() });
                    contents.extend([head.strong(), TextElem::packed(": ")]);
                }
                self.push_run(&cell.inlines, place.run(), &mut contents);
            }
            paragraphs.push(ParElem::new(Content::sequence(contents)).pack());
        }
        Content::sequence(paragraphs)
    }

    fn demands(&self, row: &Row<'_>, count: usize) -> Vec<Demand> {
        (0..count).map(|index| row.cells.get(index).map(|cell| self.demand(cell)).unwrap_or_default()).collect()
    }

    fn demand(&self, cell: &Cell<'_>) -> Demand {
        let mut demand = Demand::default();
        for inline in cell.inlines.iter().flat_map(Inline::with_descendants) {
            self.add_demand(inline, &mut demand);
        }
        demand
    }

    /// Adds what an inline asks for, those inside it left aside.
    fn add_demand(&self, inline: &Inline<'_>, demand: &mut Demand) {
        let (text, code) = match &inline.kind {
            InlineKind::Text(text) => (text.as_ref(), false),
            InlineKind::Code(text) => (text.as_ref(), true),
            InlineKind::Field(name) => match self.publication.field(name) {
                FieldText::Value(value) => (value, false),
                FieldText::Blank { description, .. } => (description, false),
            },
            InlineKind::SoftBreak | InlineKind::HardBreak => (" ", false),
            _ => return,
        };
        if code {
            let width = |part: &str| part.chars().map(|_| CODE_ADVANCE).sum::<f64>();
            demand.line += width(text);
            // Code is never hyphenated, and breaks only behind its marks; short code stays whole.
            for word in text.split_whitespace() {
                let whole = word.chars().count() <= WHOLE_CODE;
                let pieces = word.split_inclusive(|mark: char| !whole && glyph::breaks_after(mark));
                demand.code = pieces.map(width).fold(demand.code, f64::max);
            }
        } else {
            demand.add(text, self.fonts);
        }
    }
}

/// How many characters without a place to break fit in a column of a width, at least one.
pub(super) fn letters(width: f64) -> usize {
    room(width, WIDE_ADVANCE)
}

/// How many characters of an advance, in ems, fit in a width, at least one.
fn room(width: f64, advance: f64) -> usize {
    let ends = std::iter::successors(Some(advance), |end| Some(end + advance));
    ends.take_while(|end| end * TABLE_SIZE < width).count().max(1)
}

fn calls_note(cell: &Cell<'_>) -> bool {
    let mut inlines = cell.inlines.iter().flat_map(Inline::with_descendants);
    inlines.any(|inline| matches!(inline.kind, InlineKind::FootnoteReference(_)))
}

fn has_mark(cell: &Cell<'_>) -> bool {
    let mut inlines = cell.inlines.iter().flat_map(Inline::with_descendants);
    inlines.any(|inline| matches!(inline.kind, InlineKind::Revision { .. }))
}

fn has_image(cell: &Cell<'_>) -> bool {
    let mut inlines = cell.inlines.iter().flat_map(Inline::with_descendants);
    inlines.any(|inline| matches!(inline.kind, InlineKind::Image { .. }))
}

/// Content that no page break parts.
fn whole(content: Content) -> Content {
    BlockElem::new().with_body(Some(BlockBody::Content(content))).with_breakable(false).pack()
}

const fn side(alignment: Alignment) -> Smart<EngineAlignment> {
    match alignment {
        Alignment::None => Smart::Auto,
        Alignment::Left => Smart::Custom(EngineAlignment::H(HAlignment::Left)),
        Alignment::Center => Smart::Custom(EngineAlignment::H(HAlignment::Center)),
        Alignment::Right => Smart::Custom(EngineAlignment::H(HAlignment::Right)),
    }
}

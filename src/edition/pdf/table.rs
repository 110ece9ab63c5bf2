//! Sets tables, their columns as wide as what stands in them asks for.

use super::Setter;
use super::block::{Place, points, reaching_out};
use super::inline::Run;
use super::page::TABLE_SIZE;
use crate::edition::publication::FieldText;
use crate::model::{Alignment, Cell, Inline, InlineKind, Message, Row, Span, plain_text};
use std::num::NonZeroUsize;
use std::sync::Arc;
use typst::foundations::{Content, NativeElement, Packed, Smart};
use typst::layout::{Alignment as EngineAlignment, Celled, HAlignment, Rel, Sizing, TrackSizings};
use typst::model::{ParElem, TableCell, TableChild, TableElem, TableHLine, TableHeader, TableItem};
use typst::text::{FontWeight, TextElem};
use typst::visualize::{Color, Stroke};

/// Space between columns.
const GUTTER: f64 = 11.0;

/// Columns that fit on a page with a word each; the rows of wider tables are set as paragraphs.
const MOST_COLUMNS: usize = 12;

/// Rows that are weighed to find the widths of the columns.
const ROWS_WEIGHED: usize = 200;

/// Steps in which the width left over is given out.
const STEPS: usize = 60;

/// A word counts for at most this many ems: longer ones are hyphenated or broken.
const LONGEST_WORD: f64 = 7.0;

/// Width of a character of code beside text of one em.
const CODE_ADVANCE: f64 = 0.53;

/// The semibold of the head, and kerning left aside, want a little more than the sum of the advances.
const SLACK: f64 = 1.07;

/// What one cell asks for, in ems.
#[derive(Clone, Copy, Debug, Default)]
struct Demand {
    /// Width on one line.
    line: f64,
    /// Width of its longest word.
    word: f64,
}

impl<'a> Setter<'_, '_, 'a> {
    /// Sets a table; nothing for one without cells.
    pub(super) fn table(
        &mut self,
        span: Span,
        alignments: &'a [Alignment],
        head: &'a Row<'a>,
        rows: &'a [Row<'a>],
        place: Place,
    ) -> Option<Content> {
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
        let gutters = GUTTER * (count - 1) as f64;
        let (narrow, wide) = (place.width - gutters, place.width + place.outdent - gutters);
        let (widths, reaches_out) = match widths(&demands, narrow, wide) {
            Widths::Narrow(widths) => (widths, false),
            Widths::Wide(widths) => (widths, place.outdent > 0.0),
        };
        let table = self.table_element(alignments, head, rows, &widths, place);
        Some(if reaches_out { reaching_out(table, place) } else { table })
    }

    fn table_element(
        &mut self,
        alignments: &[Alignment],
        head: &'a Row<'a>,
        rows: &'a [Row<'a>],
        widths: &[f64],
        place: Place,
    ) -> Content {
        let mut children = Vec::with_capacity((rows.len() + 1) * (widths.len() + 1));
        let headed = head.cells.iter().any(|cell| !plain_text(&cell.inlines).is_empty());
        children.push(TableChild::Item(rule(0.9, Color::BLACK)));
        if headed {
            let cells = self.cells(head, widths, place).into_iter();
            let mut items: Vec<_> =
                cells.map(|cell| cell_of(cell.set(TextElem::weight, FontWeight::SEMIBOLD))).collect();
            items.push(rule(0.5, Color::BLACK));
            // A note can be called only once.
            let calls = head.cells.iter().flat_map(|cell| &cell.inlines).flat_map(Inline::with_descendants);
            let calls = calls.filter(|inline| matches!(inline.kind, InlineKind::FootnoteReference(_))).count();
            children.push(TableChild::Header(Packed::new(TableHeader::new(items).with_repeat(calls == 0))));
        }
        for (index, row) in rows.iter().enumerate() {
            if index > 0 {
                children.push(TableChild::Item(rule(0.3, Color::from_u8(0xc4, 0xc4, 0xc4, 0xff))));
            }
            children.extend(self.cells(row, widths, place).into_iter().map(cell_of).map(TableChild::Item));
        }
        children.push(TableChild::Item(rule(0.9, Color::BLACK)));
        let columns = widths.iter().map(|width| Sizing::Rel(Rel::from(points(*width))));
        let sides = (0..widths.len()).map(|index| side(alignments.get(index).copied().unwrap_or_default()));
        TableElem::new(children)
            .with_columns(TrackSizings(columns.collect()))
            .with_column_gutter(TrackSizings([Sizing::Rel(Rel::from(points(GUTTER)))].into_iter().collect()))
            .with_align(Celled::Array(sides.collect()))
            .pack()
    }

    /// The cells of a row, as many as there are columns.
    fn cells(&mut self, row: &'a Row<'a>, widths: &[f64], place: Place) -> Vec<Content> {
        let mut cells = Vec::with_capacity(widths.len() + 1);
        for (index, width) in widths.iter().enumerate() {
            // Half an em is the width of a figure; a run of characters without a space must not leave its column.
            let longest = ((width / (TABLE_SIZE * 0.62)) as usize).max(1);
            let run = Run { longest, ..place.run() };
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
        let width = |part: &str| if code { part.chars().count() as f64 * CODE_ADVANCE } else { self.fonts.width(part) };
        demand.line += width(text);
        demand.word = text.split_whitespace().map(width).fold(demand.word, f64::max);
    }
}

fn cell_of(body: Content) -> TableItem {
    TableItem::Cell(Packed::new(TableCell::new(body)))
}

/// A line across the table, under the row before it.
fn rule(thickness: f64, colour: Color) -> TableItem {
    let stroke = Stroke::from_pair(colour, points(thickness));
    TableItem::HLine(Packed::new(
        TableHLine::new().with_stroke(Some(Arc::new(stroke))).with_start(0).with_end(None::<NonZeroUsize>),
    ))
}

const fn side(alignment: Alignment) -> Smart<EngineAlignment> {
    match alignment {
        Alignment::None => Smart::Auto,
        Alignment::Left => Smart::Custom(EngineAlignment::H(HAlignment::Left)),
        Alignment::Center => Smart::Custom(EngineAlignment::H(HAlignment::Center)),
        Alignment::Right => Smart::Custom(EngineAlignment::H(HAlignment::Right)),
    }
}

/// The widths of the columns in points, and the room that they were made for.
#[derive(Debug, PartialEq)]
enum Widths {
    Narrow(Vec<f64>),
    Wide(Vec<f64>),
}

/// Finds the widths of the columns.
///
/// A table that fits into the narrow room on single lines keeps to its natural width. Otherwise each column gets its
/// longest word, and what is left goes, step by step, to the column that then makes the table shortest. The wide room is
/// used where it makes the table shorter by a tenth.
fn widths(demands: &[Vec<Demand>], narrow: f64, wide: f64) -> Widths {
    let columns = demands.first().map_or(0, Vec::len);
    let most = |measure: fn(&Demand) -> f64| -> Vec<f64> {
        let of_column =
            |column: usize| demands.iter().filter_map(|row| row.get(column)).map(measure).fold(0.0, f64::max);
        (0..columns).map(|column| of_column(column) * TABLE_SIZE * SLACK + 1.0).collect()
    };
    let lines = most(|demand| demand.line);
    let words = most(|demand| demand.word.min(LONGEST_WORD));
    if lines.iter().sum::<f64>() <= narrow {
        return Widths::Narrow(lines);
    }
    if lines.iter().sum::<f64>() <= wide {
        return Widths::Wide(lines);
    }
    let fitted = distribute(demands, &words, &lines, narrow);
    let stretched = distribute(demands, &words, &lines, wide);
    let tight = words.iter().sum::<f64>() > narrow;
    if !tight && height(demands, &fitted) <= height(demands, &stretched) * 1.1 {
        Widths::Narrow(fitted)
    } else {
        Widths::Wide(stretched)
    }
}

/// Shares `room` among the columns, none wider than its longest line.
fn distribute(demands: &[Vec<Demand>], words: &[f64], lines: &[f64], room: f64) -> Vec<f64> {
    let least: f64 = words.iter().sum();
    if least >= room {
        return words.iter().map(|word| word * room / least).collect();
    }
    let mut widths = words.to_vec();
    let step = (room - least) / STEPS as f64;
    for _ in 0..STEPS {
        let now = height(demands, &widths);
        let mut best: Option<(usize, f64)> = None;
        for column in 0..widths.len() {
            if widths[column] >= lines[column] {
                continue;
            }
            widths[column] += step;
            let gain = now - height(demands, &widths);
            widths[column] -= step;
            if best.is_none_or(|(_, most)| gain > most) {
                best = Some((column, gain));
            }
        }
        let Some((column, _)) = best else { break };
        widths[column] += step;
    }
    widths
}

/// The height of the table in lines, as a sum over its rows of the tallest cell; the others count a little, so that a
/// column that is not the tallest anywhere is not starved.
fn height(demands: &[Vec<Demand>], widths: &[f64]) -> f64 {
    let of_row = |row: &Vec<Demand>| {
        let lines = row.iter().zip(widths).map(|(demand, width)| (demand.line * TABLE_SIZE / width.max(1.0)).max(1.0));
        let (tallest, sum) = lines.fold((1.0_f64, 0.0), |(tallest, sum), lines| (tallest.max(lines), sum + lines));
        tallest + 0.15 * sum
    };
    demands.iter().map(of_row).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(lines: &[f64]) -> Vec<Demand> {
        lines.iter().map(|line| Demand { line: *line, word: line.min(4.0) }).collect()
    }

    #[test]
    fn a_small_table_keeps_its_natural_width() {
        let demands = [row(&[4.0, 6.0]), row(&[5.0, 3.0])];
        let natural = |ems: f64| ems * TABLE_SIZE * SLACK + 1.0;
        assert_eq!(widths(&demands, 400.0, 480.0), Widths::Narrow(vec![natural(5.0), natural(6.0)]));
    }

    #[test]
    fn the_longer_text_gets_the_wider_column() {
        let demands = [row(&[5.0, 20.0, 100.0]), row(&[5.0, 20.0, 120.0])];
        let (Widths::Narrow(widths) | Widths::Wide(widths)) = widths(&demands, 300.0, 380.0);
        assert!(widths[0] < widths[1] && widths[1] < widths[2], "{widths:?}");
    }

    #[test]
    fn columns_never_leave_the_room() {
        for columns in 1..=MOST_COLUMNS {
            let demands = vec![row(&vec![50.0; columns]); 3];
            let (Widths::Narrow(widths) | Widths::Wide(widths)) = widths(&demands, 300.0, 380.0);
            assert!(widths.iter().sum::<f64>() < 380.5, "{columns}: {widths:?}");
        }
    }
}

//! Finds the widths of a table's columns from what stands in them.

use super::fonts::Fonts;
use super::page::TABLE_SIZE;

/// Rows that are weighed to find the widths of the columns.
pub(super) const ROWS_WEIGHED: usize = 200;

/// Steps in which the width left over is given out.
const STEPS: u32 = 60;

/// A word counts for at most this many ems: longer ones are hyphenated or broken.
const LONGEST_WORD: f64 = 7.0;

/// From which share of its room on a table is made to fill it.
const NEARLY_FULL: f64 = 0.8;

/// A piece of code counts for at most this many ems, some 22 characters.
const LONGEST_CODE: f64 = 12.0;

/// The semibold of the head, and kerning left aside, want a little more than the sum of the advances.
pub(super) const SLACK: f64 = 1.07;

/// Height of a line of a table, and what a row adds to its lines, in points; they follow from the theme.
const LINE: f64 = 11.0;
const ROW_INSET: f64 = 8.4;

/// What one cell asks for, in ems.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Demand {
    /// Width on one line.
    pub(super) line: f64,
    /// Width of its longest word.
    pub(super) word: f64,
    /// Width of its longest piece of code without a place to break.
    pub(super) code: f64,
}

impl Demand {
    /// Adds what a text asks for.
    pub(super) fn add(&mut self, text: &str, fonts: &Fonts) {
        self.line += fonts.width(text);
        let words = text.split_whitespace().map(|word| fonts.width(word));
        self.word = words.fold(self.word, f64::max);
    }
}

/// The widths of the columns in points, and the room that they were made for.
#[derive(Debug, PartialEq)]
pub(super) enum Widths {
    Narrow(Vec<f64>),
    Wide(Vec<f64>),
}

/// Finds the widths of the columns.
///
/// A table that fits into the narrow room on single lines keeps to its natural width, unless it nearly fills the room.
/// Otherwise each column gets its longest word, and what is left goes, step by step, to the column that then makes the
/// table shortest. The wide room is used where it makes the table shorter by a tenth.
pub(super) fn widths(demands: &[Vec<Demand>], narrow: f64, wide: f64) -> Widths {
    let columns = demands.first().map_or(0, Vec::len);
    let most = |measure: fn(&Demand) -> f64| -> Vec<f64> {
        let of_column =
            |column: usize| demands.iter().filter_map(|row| row.get(column)).map(measure).fold(0.0, f64::max);
        (0..columns).map(|column| of_column(column) * TABLE_SIZE + 1.0).collect()
    };
    let lines = most(|demand| demand.line * SLACK);
    let words = most(|demand| (demand.word.min(LONGEST_WORD) * SLACK).max(demand.code.min(LONGEST_CODE)));
    if lines.iter().sum::<f64>() <= narrow {
        return Widths::Narrow(filled(lines, narrow));
    }
    if lines.iter().sum::<f64>() <= wide {
        return Widths::Wide(filled(lines, wide));
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

/// Widths that nearly fill the room are made to fill it, so that the table ends where the text does.
fn filled(widths: Vec<f64>, room: f64) -> Vec<f64> {
    let sum: f64 = widths.iter().sum();
    if sum < room * NEARLY_FULL {
        return widths;
    }
    widths.iter().map(|width| width * room / sum).collect()
}

/// Shares `room` among the columns, none wider than its longest line.
fn distribute(demands: &[Vec<Demand>], words: &[f64], lines: &[f64], room: f64) -> Vec<f64> {
    let least: f64 = words.iter().sum();
    if least >= room {
        return words.iter().map(|word| word * room / least).collect();
    }
    let mut widths = words.to_vec();
    let step = (room - least) / f64::from(STEPS);
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

/// About how tall a table of these rows and columns is, in points.
pub(super) fn tallness(demands: &[Vec<Demand>], widths: &[f64]) -> f64 {
    let lines = |row: &Vec<Demand>| {
        let lines = row.iter().zip(widths).map(|(demand, width)| (demand.line * TABLE_SIZE / width.max(1.0)).ceil());
        lines.fold(1.0, f64::max)
    };
    demands.iter().map(|row| lines(row) * LINE + ROW_INSET).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(lines: &[f64]) -> Vec<Demand> {
        lines.iter().map(|line| Demand { line: *line, word: line.min(4.0), code: 0.0 }).collect()
    }

    #[test]
    fn a_small_table_keeps_its_natural_width() {
        let demands = [row(&[4.0, 6.0]), row(&[5.0, 3.0])];
        let natural = |ems: f64| ems * SLACK * TABLE_SIZE + 1.0;
        assert_eq!(widths(&demands, 400.0, 480.0), Widths::Narrow(vec![natural(5.0), natural(6.0)]));
    }

    #[test]
    fn a_table_that_nearly_fills_its_room_fills_it() {
        let (Widths::Narrow(widths) | Widths::Wide(widths)) = widths(&[row(&[20.0, 10.0])], 350.0, 430.0);
        let natural = [20.0, 10.0].map(|ems: f64| ems * SLACK * TABLE_SIZE + 1.0);
        let ratio = 350.0 / (natural[0] + natural[1]);
        assert!(ratio > 1.1 && (widths[0] - natural[0] * ratio).abs() < 0.01, "{widths:?}");
        assert!((widths[0] + widths[1] - 350.0).abs() < 0.01, "{widths:?}");
    }

    #[test]
    fn the_longer_text_gets_the_wider_column() {
        let demands = [row(&[5.0, 20.0, 100.0]), row(&[5.0, 20.0, 120.0])];
        let (Widths::Narrow(widths) | Widths::Wide(widths)) = widths(&demands, 300.0, 380.0);
        assert!(widths[0] < widths[1] && widths[1] < widths[2], "{widths:?}");
    }

    #[test]
    fn columns_never_leave_the_room() {
        for columns in 1..=24 {
            let demands = vec![row(&vec![50.0; columns]); 3];
            let (Widths::Narrow(widths) | Widths::Wide(widths)) = widths(&demands, 300.0, 380.0);
            assert!(widths.iter().sum::<f64>() < 380.5, "{columns}: {widths:?}");
        }
    }
}

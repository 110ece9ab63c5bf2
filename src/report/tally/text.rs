//! A tally for a terminal: a table with a bar for each share.

use super::table::Table;
use super::{Tallied, summary};
use crate::chart::bar;
use crate::report::Voice;
use crate::report::error::paint;
use crate::tally::Share;
use anstyle::AnsiColor;
use std::io::{self, Write};

/// How many characters the longest bar has.
const BAR: u128 = 20;

/// How many characters of a name are shown at most.
const LONGEST_NAME: usize = 48;

/// Writes a tally.
pub fn write(tallied: Tallied<'_>, voice: Voice<'_>, output: &mut dyn Write) -> io::Result<()> {
    let words = voice.words;
    let total = tallied.tally.total();
    writeln!(output, "{}\n", paint(voice, AnsiColor::BrightGreen, &summary(tallied, total, words)))?;
    let Table { columns, texts, rows } = Table::of(tallied, total, words);
    let longest = rows.iter().map(|row| row.row.surviving).max().unwrap_or_default();
    let drawn = |share: Share| bar(share.thousandths_of(1), longest.thousandths_of(1), BAR);
    let bars: Vec<String> = rows.iter().map(|row| drawn(row.row.surviving)).collect();
    let mut lines = vec![columns];
    lines.extend(rows.into_iter().map(|row| row.cells));
    for line in &mut lines {
        for column in &texts {
            line[*column] = clipped(&line[*column]);
        }
    }
    let width = |column: usize| lines.iter().map(|line| line[column].chars().count()).max().unwrap_or(0);
    let widths: Vec<usize> = (0..lines[0].len()).map(width).collect();
    for (number, cells) in lines.iter().enumerate() {
        let mut line = String::new();
        for (column, (cell, width)) in cells.iter().zip(&widths).enumerate() {
            let pad = " ".repeat(width - cell.chars().count());
            let gap = if column == 0 { "" } else { "  " };
            let is_text = texts.contains(&column);
            line.extend([gap, if is_text { "" } else { &pad }, cell, if is_text { &pad } else { "" }]);
        }
        let line = match number.checked_sub(1) {
            None => paint(voice, AnsiColor::BrightBlue, line.trim_end()),
            Some(row) => format!("{line}  {}", paint(voice, AnsiColor::BrightCyan, &bars[row])).trim_end().to_owned(),
        };
        writeln!(output, "{line}")?;
    }
    Ok(())
}

/// A name that is not longer than others have room for.
fn clipped(name: &str) -> String {
    if name.chars().count() <= LONGEST_NAME {
        return name.to_owned();
    }
    name.chars().take(LONGEST_NAME - 1).chain(['…']).collect()
}

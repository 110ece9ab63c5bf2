//! A tally for a terminal: a table with a bar for each share.

use super::{Tallied, cells, columns, ordered, summary};
use crate::chart::bar;
use crate::report::Voice;
use crate::report::error::{error, paint};
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
    let (total, rows) = (tallied.tally.total(), ordered(tallied));
    writeln!(output, "{}\n", paint(voice, AnsiColor::BrightGreen, &summary(tallied, total, words)))?;
    let mut table = vec![columns(tallied, words)];
    table.extend(rows.iter().map(|(key, row)| cells(key, row, tallied, total, words)));
    for row in &mut table {
        row[0] = clipped(&row[0]);
    }
    let longest = rows.iter().map(|(_, row)| row.surviving).max().unwrap_or_default();
    let width = |column: usize| table.iter().map(|row| row[column].chars().count()).max().unwrap_or(0);
    let widths: Vec<usize> = (0..table[0].len()).map(width).collect();
    for (number, row) in table.iter().enumerate() {
        let mut line = String::new();
        for (column, (cell, width)) in row.iter().zip(&widths).enumerate() {
            let pad = " ".repeat(width - cell.chars().count());
            let (before, after) = if column == 0 { (String::new(), pad) } else { (format!("  {pad}"), String::new()) };
            line.extend([before.as_str(), cell, &after]);
        }
        let drawn = |share: Share| bar(share.thousandths_of(1), longest.thousandths_of(1), BAR);
        let bar = number.checked_sub(1).and_then(|row| rows.get(row)).map(|(_, row)| drawn(row.surviving));
        let line = match bar {
            None => paint(voice, AnsiColor::BrightBlue, line.trim_end()),
            Some(bar) => format!("{line}  {}", paint(voice, AnsiColor::BrightCyan, &bar)).trim_end().to_owned(),
        };
        writeln!(output, "{line}")?;
    }
    for unread in &tallied.tally.unread {
        writeln!(output, "\n{}", error(unread, words, voice.style))?;
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

//! A tally as a table in Markdown.
//!
//! Names are text in the table too: they make no markup, no link, and call nobody.

use super::{Tallied, cells, columns, ordered, summary};
use crate::report::Voice;
use crate::report::markdown::{error_item, escaped};
use std::io::{self, Write};

/// Writes a tally.
pub fn write(tallied: Tallied<'_>, voice: Voice<'_>, output: &mut dyn Write) -> io::Result<()> {
    let words = voice.words;
    let total = tallied.tally.total();
    writeln!(output, "# {}\n\n{}\n", words.word("tally-title"), escaped(&summary(tallied, total, words)))?;
    let columns = columns(tallied, words);
    writeln!(output, "| {} |", columns.join(" | "))?;
    let rules: Vec<&str> = (0..columns.len()).map(|column| if column == 0 { "---" } else { "---:" }).collect();
    writeln!(output, "| {} |", rules.join(" | "))?;
    for (key, row) in ordered(tallied) {
        let mut cells = cells(&key, &row, tallied, total, words);
        // Only the name is somebody else's text.
        cells[0] = escaped(&cells[0]);
        writeln!(output, "| {} |", cells.join(" | "))?;
    }
    for (place, unread) in tallied.tally.unread.iter().enumerate() {
        let gap = if place == 0 { "\n" } else { "" };
        write!(output, "{gap}{}", error_item(unread, words))?;
    }
    Ok(())
}

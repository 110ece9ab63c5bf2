//! A tally as a table in Markdown.
//!
//! Names are text in the table too: they make no markup, no link, and call nobody.

use super::table::{Table, TableRow};
use super::{Tallied, summary};
use crate::report::Voice;
use crate::report::markdown::{error_item, escaped};
use std::io::{self, Write};

/// Writes a tally.
pub fn write(tallied: Tallied<'_>, voice: Voice<'_>, output: &mut dyn Write) -> io::Result<()> {
    let words = voice.words;
    let total = tallied.tally.total();
    writeln!(output, "# {}\n\n{}\n", words.word("tally-title"), escaped(&summary(tallied, total, words)))?;
    let table = Table::of(tallied, total, words);
    writeln!(output, "| {} |", table.columns.join(" | "))?;
    let rule = |column: usize| if table.texts.contains(&column) { "---" } else { "---:" };
    writeln!(output, "| {} |", (0..table.columns.len()).map(rule).collect::<Vec<_>>().join(" | "))?;
    for TableRow { mut cells, .. } in table.rows {
        // Names are somebody else's text.
        table.texts.iter().for_each(|column| cells[*column] = escaped(&cells[*column]));
        writeln!(output, "| {} |", cells.join(" | "))?;
    }
    for (place, unread) in tallied.tally.unread.iter().enumerate() {
        let gap = if place == 0 { "\n" } else { "" };
        write!(output, "{gap}{}", error_item(unread, words))?;
    }
    Ok(())
}

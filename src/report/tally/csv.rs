//! A tally for spreadsheets, under the same rules as the register ([`crate::report::csv`]): a row each, the names of the
//! columns in English. Words that are shared are given with three decimals.

use super::{Tallied, day, name, ordered};
use crate::report::Voice;
use crate::report::csv::write_row;
use crate::tally::{Key, Share};
use std::io::{self, Write};

/// The columns behind the first, which is named for what the rows are of.
const COLUMNS: [&str; 8] = ["kind", "words", "share", "added", "removed", "sections", "first", "last"];

/// Writes a tally.
pub fn write(tallied: Tallied<'_>, voice: Voice<'_>, output: &mut dyn Write) -> io::Result<()> {
    let total = tallied.tally.total();
    let head: Vec<String> = std::iter::once(tallied.by.name()).chain(COLUMNS).map(str::to_owned).collect();
    write_row(&head, output)?;
    for (key, row) in ordered(tallied) {
        let share = row.surviving.thousandths_of(total);
        let cells = [
            name(&key, tallied, Some(voice.words)),
            kind(&key, tallied).to_owned(),
            decimal(row.surviving),
            format!("{}.{:03}", share / 1000, share % 1000),
            decimal(row.added),
            decimal(row.removed),
            row.sections.to_string(),
            day(row.first),
            day(row.last),
        ];
        write_row(&cells, output)?;
    }
    Ok(())
}

/// What a row is of, in the words of machine formats.
pub(super) fn kind(key: &Key, tallied: Tallied<'_>) -> &'static str {
    match key {
        Key::Person(person) => tallied.tally.people.all().get(*person).map_or("", |person| person.kind.name()),
        Key::Section(..) => "section",
        Key::Month(_) => "month",
        Key::Revision(_) => "revision",
        Key::Before => "before",
        Key::Unknown => "unknown",
    }
}

/// A number of words: whole, or to three decimals.
fn decimal(share: Share) -> String {
    let (whole, rest, _) = share.parts();
    if rest == 0 {
        return whole.to_string();
    }
    let thousandths = share.thousandths_of(1);
    format!("{}.{:03}", thousandths / 1000, thousandths % 1000)
}

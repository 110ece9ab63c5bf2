//! A tally for spreadsheets, under the same rules as the register ([`crate::report::csv`]): a row each, the names of the
//! columns in English. Words that are shared are given with three decimals.

use super::table::knows_work;
use super::{Tallied, day, name, ordered};
use crate::report::Voice;
use crate::report::csv::write_row;
use crate::tally::{Dimension, Key, Share};
use std::io::{self, Write};

/// The columns behind the first, which is named for what the rows are of.
const COLUMNS: [&str; 8] = ["kind", "words", "share", "added", "removed", "sections", "first", "last"];

/// The last column where the rows are of people: what they did outside git, such as `meeting:2 review:1`.
const CONTRIBUTIONS: &str = "contributions";

/// The last column where the rows are of sections: the path of the document.
const DOCUMENT: &str = "document";

/// Writes a tally.
pub fn write(tallied: Tallied<'_>, voice: Voice<'_>, output: &mut dyn Write) -> io::Result<()> {
    let total = tallied.tally.total();
    let also = (tallied.by == Dimension::Person).then_some(CONTRIBUTIONS);
    let document = (tallied.by == Dimension::Section).then_some(DOCUMENT);
    let head: Vec<String> =
        std::iter::once(tallied.by.name()).chain(COLUMNS).chain(also).chain(document).map(str::to_owned).collect();
    write_row(&head, output)?;
    for (key, row) in ordered(tallied) {
        let share = row.surviving.thousandths_of(total);
        let mut cells = vec![
            name(&key, tallied, Some(voice.words)),
            kind(&key, tallied).to_owned(),
            decimal(row.surviving),
            format!("{}.{:03}", share / 1000, share % 1000),
            if knows_work(tallied) { decimal(row.added) } else { String::new() },
            if knows_work(tallied) { decimal(row.removed) } else { String::new() },
            row.sections.to_string(),
            day(row.first),
            day(row.last),
        ];
        if let Key::Person(person) = key {
            cells.push(contributions(person, tallied));
        } else if also.is_some() {
            cells.push(String::new());
        }
        if document.is_some() {
            cells.push(super::table::document(&key, tallied).to_owned());
        }
        write_row(&cells, output)?;
    }
    Ok(())
}

fn contributions(person: usize, tallied: Tallied<'_>) -> String {
    let told = &tallied.tally.people.all()[person].contributions;
    told.iter().map(|(kind, count)| format!("{}:{count}", kind.name())).collect::<Vec<_>>().join(" ")
}

/// What a row is of, in the words of machine formats.
pub fn kind(key: &Key, tallied: Tallied<'_>) -> &'static str {
    match key {
        Key::Person(person) => tallied.tally.people.all().get(*person).map_or("", |person| person.kind.name()),
        Key::Organisation(_) => "organisation",
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

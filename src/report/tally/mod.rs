//! A tally, told to people (`text`, `markdown`, `html`) and to programs (`csv`, `json`).
//!
//! Rows are put in the order in which they are read: people and commits by what is left of them, sections and months as they
//! follow each other; programs, and what nobody is known for, apart behind them. No address is ever told.

mod csv;
mod html;
mod json;
mod mailmap;
mod markdown;
mod table;
mod text;

pub(super) use csv::kind;
pub(super) use html::{TALLY_STYLE, push_legend_item};
pub(super) use json::ShareOutput;
pub use mailmap::mailmap_lines;
pub use table::contributions;

use super::Voice;
use super::error::one_line;
use super::survival::{self, WriteSurvival};
use crate::edition::{Credit, Credits};
use crate::messages::Catalogue;
use crate::model::Message;
use crate::policy::Policy;
use crate::tally::{Coauthors, Dimension, Key, Row, Share, Tally};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use std::cmp::Reverse;
use std::io::{self, Write};

/// A policy and who wrote it.
#[derive(Clone, Copy)]
pub struct Tallied<'a> {
    /// The policy.
    pub policy: &'a Policy,
    /// Who wrote it.
    pub tally: &'a Tally,
    /// What its words are summed up by.
    pub by: Dimension,
}

/// Writes a tally.
pub type WriteTally = fn(Tallied<'_>, Voice<'_>, &mut dyn Write) -> io::Result<()>;

/// A form in which a tally is written.
pub struct TallyFormat {
    /// Its name on the command line.
    pub name: &'static str,
    /// Id of the message that says what it is for.
    pub label: &'static str,
    /// Writes the sums.
    pub write: WriteTally,
    /// Writes every word with the commit that it came from; `None` if the form has no place for it.
    pub provenance: Option<WriteTally>,
    /// Writes what became of the words of each year.
    pub survival: WriteSurvival,
}

/// Every form, the usual one first.
pub const TALLY_FORMATS: &[TallyFormat] = &[
    TallyFormat {
        name: "text",
        label: "error-format-text",
        write: text::write,
        provenance: None,
        survival: survival::text,
    },
    TallyFormat {
        name: "markdown",
        label: "error-format-markdown",
        write: markdown::write,
        provenance: None,
        survival: survival::markdown,
    },
    TallyFormat {
        name: "html",
        label: "edition-format-html",
        write: html::write,
        provenance: None,
        survival: survival::html,
    },
    TallyFormat {
        name: "csv",
        label: "error-format-csv",
        write: csv::write,
        provenance: None,
        survival: survival::csv,
    },
    TallyFormat {
        name: "json",
        label: "error-format-json",
        write: json::write,
        provenance: Some(json::write_provenance),
        survival: survival::json,
    },
];

/// What nobody is known for stands behind programs, these behind people.
const fn group(key: &Key) -> u8 {
    match key {
        Key::Unknown => 3,
        Key::Before => 2,
        Key::Organisation(None) => 1,
        Key::Person(_) | Key::Organisation(Some(_)) | Key::Section(..) | Key::Month(_) | Key::Revision(_) => 0,
    }
}

/// The rows in the order in which they are told.
fn ordered(tallied: Tallied<'_>) -> Vec<(Key, Row)> {
    let Tallied { tally, by, .. } = tallied;
    let mut rows: Vec<(Key, Row)> = tally.rows(by).into_iter().collect();
    let place = |key: &Key| group(key).max(u8::from(tally.is_program(key)));
    match by {
        Dimension::Person | Dimension::Organisation | Dimension::Revision => {
            rows.sort_by_cached_key(|(key, row)| {
                (place(key), Reverse(row.surviving), Reverse(row.added), name(key, tallied, None), key.clone())
            });
        }
        Dimension::Section | Dimension::Month => rows.sort_by_key(|(key, _)| place(key)),
    }
    rows
}

/// Who wrote the words that a tally counts, as an edition tells it.
#[must_use]
pub fn edition_credits(tally: &Tally, policy: &Policy, words: &Catalogue) -> Credits {
    let tallied = Tallied { policy, tally, by: Dimension::Person };
    let total = tally.total();
    let written = ordered(tallied).into_iter().filter(|(_, row)| !row.surviving.is_none());
    let credit = |(key, row): (Key, Row)| Credit {
        name: table::called(&key, tallied, words),
        words: table::number(row.surviving, words),
        share: percent(row.surviving, total, words),
        thousandths: u32::try_from(row.surviving.thousandths_of(total)).unwrap_or(1000),
        contributions: match &key {
            Key::Person(person) => table::contributions(&tally.people.all()[*person], words),
            _ => String::new(),
        },
    };
    Credits { summary: summary(tallied, total, words), people: written.map(credit).collect() }
}

/// What a row is called, on one line where nothing moves a cursor.
pub(super) fn name(key: &Key, tallied: Tallied<'_>, words: Option<&Catalogue>) -> String {
    one_line(&plain_name(key, tallied, words))
}

/// What a row is called; what has no name of its own is called so only where words are given.
fn plain_name(key: &Key, tallied: Tallied<'_>, words: Option<&Catalogue>) -> String {
    let word = |id| words.map_or_else(String::new, |words| words.word(id));
    let tally = tallied.tally;
    let called = match key {
        Key::Person(person) => tally
            .people
            .all()
            .get(*person)
            .map(|person| if person.is_unnamed { word("tally-unnamed") } else { person.name.clone() }),
        Key::Organisation(organisation) => Some(organisation.map_or_else(
            || word("tally-without-organisation"),
            |organisation| tally.people.organisation_name(organisation).to_owned(),
        )),
        Key::Section(document, section) => {
            let document = &tally.documents[*document];
            let title = document.sections.get(*section).map_or("", |section| section.title.as_str());
            Some(if title.is_empty() { document.path.file_name().to_owned() } else { title.to_owned() })
        }
        Key::Month(month) => month.map(|(year, month)| format!("{year:04}-{month:02}")),
        Key::Revision(place) => tally.commits.get(*place).map(|commit| short(&commit.id).to_owned()),
        Key::Before => Some(word("tally-before")),
        Key::Unknown => Some(word("tally-unknown")),
    };
    let nameless = if matches!(key, Key::Month(_)) { "tally-undated" } else { "tally-nameless" };
    called.filter(|name| !name.is_empty()).unwrap_or_else(|| word(nameless))
}

/// The first digits of a commit's id.
pub(super) fn short(id: &str) -> &str {
    id.get(..12).unwrap_or(id)
}

/// The day of a moment, `YYYY-MM-DD` in UTC; empty if it is not known or lies outside the years 1 to 9999.
pub(super) fn day(seconds: Option<i64>) -> String {
    let day = seconds.and_then(|seconds| Timestamp::from_second(seconds).ok());
    let day = day.map(|moment| moment.to_zoned(TimeZone::UTC).date()).filter(|day| day.year() > 0);
    day.map_or_else(String::new, |day| day.to_string())
}

/// A share of the text in parts of a hundred, with one decimal.
pub(super) fn percent(share: Share, total: usize, words: &Catalogue) -> String {
    let thousandths = share.thousandths_of(total);
    let message = Message::new("tally-percent").with("whole", (thousandths / 10).to_string());
    words.text(&message.with("tenth", (thousandths % 10).to_string()))
}

/// The sentences above the rows: how many words there are, and whether those with several authors count more than once.
fn summary(tallied: Tallied<'_>, total: usize, words: &Catalogue) -> String {
    let documents = Message::new("tally-documents").with("count", tallied.tally.documents.len());
    let sum = words.text(&Message::new("tally-summary").with("words", total).with("documents", words.text(&documents)));
    let is_full =
        matches!(tallied.by, Dimension::Person | Dimension::Organisation) && tallied.tally.coauthors == Coauthors::Full;
    if is_full { format!("{sum} {}", words.word("tally-full")) } else { sum }
}

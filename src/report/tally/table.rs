//! The rows of a tally in words: what they are called, and their cells.

use super::{Tallied, day, name, ordered, percent};
use crate::messages::Catalogue;
use crate::model::{ContributionKind, Message};
use crate::tally::{Dimension, Key, Person, Row, Share};
use std::collections::BTreeMap;

/// A tally in words.
pub(super) struct Table {
    /// The names of the columns; the first is that of what the rows are of.
    pub(super) columns: Vec<String>,
    /// The columns that hold words and not numbers, besides the first.
    pub(super) texts: Vec<usize>,
    /// The rows in the order in which they are told.
    pub(super) rows: Vec<TableRow>,
}

/// A row of a tally in words.
pub(super) struct TableRow {
    /// What it is of.
    pub(super) key: Key,
    /// Its numbers.
    pub(super) row: Row,
    /// Its cells, one for each column.
    pub(super) cells: Vec<String>,
}

impl Table {
    /// The table of a tally, whose text has so many words in all.
    pub(super) fn of(tallied: Tallied<'_>, total: usize, words: &Catalogue) -> Self {
        let columns: Vec<Column> = Column::ALL.into_iter().filter(|column| column.is_of(tallied)).collect();
        let source = Source { tallied, total, words, main_writers: main_writers(tallied) };
        let rows = ordered(tallied).into_iter().map(|(key, row)| {
            let cells = columns.iter().map(|column| source.cell(*column, &key, &row)).collect();
            TableRow { key, row, cells }
        });
        Self {
            rows: rows.collect(),
            texts: columns.iter().enumerate().filter(|(_, column)| column.is_text()).map(|(place, _)| place).collect(),
            columns: columns.iter().map(|column| words.word(column.title(tallied.by))).collect(),
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Column {
    Name,
    Document,
    Words,
    Share,
    Added,
    Removed,
    Sections,
    First,
    Last,
    Writer,
    Contributions,
}

impl Column {
    const ALL: [Self; 11] = [
        Self::Name,
        Self::Document,
        Self::Words,
        Self::Share,
        Self::Added,
        Self::Removed,
        Self::Sections,
        Self::First,
        Self::Last,
        Self::Writer,
        Self::Contributions,
    ];

    /// Whether a tally has it.
    fn is_of(self, tallied: Tallied<'_>) -> bool {
        let by = tallied.by;
        match self {
            Self::Name | Self::Words | Self::Share => true,
            Self::Document => has_documents(tallied),
            Self::Added | Self::Removed => knows_work(tallied),
            Self::Sections => by != Dimension::Section,
            Self::First => by != Dimension::Revision && by != Dimension::Month,
            Self::Last => by != Dimension::Month,
            Self::Writer => by == Dimension::Section,
            Self::Contributions => {
                let mut people = tallied.tally.people.all().iter();
                by == Dimension::Person && people.any(|person| !person.contributions.is_empty())
            }
        }
    }

    const fn is_text(self) -> bool {
        matches!(self, Self::Name | Self::Document | Self::Writer | Self::Contributions)
    }

    const fn title(self, by: Dimension) -> &'static str {
        match self {
            Self::Name => match by {
                Dimension::Person => "tally-column-person",
                Dimension::Organisation => "tally-column-organisation",
                Dimension::Section => "tally-column-section",
                Dimension::Month => "tally-column-month",
                Dimension::Revision => "tally-column-revision",
            },
            Self::Document => "tally-column-document",
            Self::Words => "tally-column-words",
            Self::Share => "tally-column-share",
            Self::Added => "tally-column-added",
            Self::Removed => "tally-column-removed",
            Self::Sections => "tally-column-sections",
            Self::First => "tally-column-first",
            Self::Last => "tally-column-last",
            Self::Writer => "tally-column-writer",
            Self::Contributions => "tally-column-contributions",
        }
    }
}

/// What cells are made of.
struct Source<'a> {
    tallied: Tallied<'a>,
    total: usize,
    words: &'a Catalogue,
    main_writers: BTreeMap<(usize, usize), (Key, Share)>,
}

impl Source<'_> {
    fn cell(&self, column: Column, key: &Key, row: &Row) -> String {
        let number = |share: Share| number(share, self.words);
        match column {
            Column::Name => called(key, self.tallied, self.words),
            Column::Document => document(key, self.tallied).to_owned(),
            Column::Words => number(row.surviving),
            Column::Share => percent(row.surviving, self.total, self.words),
            Column::Added => number(row.added),
            Column::Removed => number(row.removed),
            Column::Sections => row.sections.to_string(),
            Column::First => day(row.first),
            Column::Last => day(row.last),
            Column::Writer => self.writer(key, row),
            Column::Contributions => {
                let person =
                    if let Key::Person(person) = key { self.tallied.tally.people.all().get(*person) } else { None };
                person.map_or_else(String::new, |person| contributions(person, self.words))
            }
        }
    }

    /// Who wrote most of a section, and how much: `Ana Ruiz (60.0 %)`.
    fn writer(&self, key: &Key, row: &Row) -> String {
        let Key::Section(document, section) = key else { return String::new() };
        let Some((writer, share)) = self.main_writers.get(&(*document, *section)) else { return String::new() };
        // What they wrote counts whole for each of several, so that a part may be all there is.
        let (whole, ..) = row.surviving.parts();
        let whole = usize::try_from(whole).unwrap_or(usize::MAX);
        format!("{} ({})", called(writer, self.tallied, self.words), percent(*share, whole, self.words))
    }
}

/// Who wrote most of each section: the first of several in the order of the names.
fn main_writers(tallied: Tallied<'_>) -> BTreeMap<(usize, usize), (Key, Share)> {
    if tallied.by != Dimension::Section {
        return BTreeMap::new();
    }
    let sections = tallied.tally.writers_of_sections().into_iter();
    let main = sections.filter_map(|(section, writers)| {
        let rank = |(key, share): &(Key, Share)| (*share, std::cmp::Reverse(name(key, tallied, None)));
        Some((section, writers.into_iter().max_by_key(rank)?))
    });
    main.collect()
}

/// Whether it is known what was written and removed: not of sections, which were others before.
pub(super) const fn knows_work(tallied: Tallied<'_>) -> bool {
    tallied.tally.knows_work && !matches!(tallied.by, Dimension::Section)
}

/// Whether rows are of sections of several documents, which may be called alike.
pub(super) fn has_documents(tallied: Tallied<'_>) -> bool {
    tallied.by == Dimension::Section && tallied.tally.documents.len() > 1
}

/// The document of a row of a section.
pub(super) fn document<'a>(key: &Key, tallied: Tallied<'a>) -> &'a str {
    let Key::Section(document, _) = key else { return "" };
    tallied.tally.documents.get(*document).map_or("", |document| document.path.as_str())
}

/// What a row is called, programs as such.
pub(super) fn called(key: &Key, tallied: Tallied<'_>, words: &Catalogue) -> String {
    let name = name(key, tallied, Some(words));
    if tallied.tally.is_program(key) { words.text(&Message::new("tally-program").with("name", name)) } else { name }
}

/// A number of words: whole, or with one decimal where words are shared.
pub(super) fn number(share: Share, words: &Catalogue) -> String {
    let (whole, rest, _) = share.parts();
    if rest == 0 {
        return whole.to_string();
    }
    let tenths = share.thousandths_of(100);
    let message = Message::new("tally-decimal").with("whole", (tenths / 10).to_string());
    words.text(&message.with("tenth", (tenths % 10).to_string()))
}

/// What somebody did outside git: `reunión (2), revisión`.
#[must_use]
pub fn contributions(person: &Person, words: &Catalogue) -> String {
    let told = person.contributions.iter().map(|(kind, count)| {
        let id = match kind {
            ContributionKind::Meeting => "tally-contribution-meeting",
            ContributionKind::Consultation => "tally-contribution-consultation",
            ContributionKind::Review => "tally-contribution-review",
            ContributionKind::Translation => "tally-contribution-translation",
            ContributionKind::Research => "tally-contribution-research",
            ContributionKind::Design => "tally-contribution-design",
            ContributionKind::Coordination => "tally-contribution-coordination",
            ContributionKind::Funding => "tally-contribution-funding",
        };
        let kind = words.word(id);
        if *count == 1 { kind } else { format!("{kind} ({count})") }
    });
    told.collect::<Vec<_>>().join(", ")
}

//! Sums of a tally.

use super::{Coauthors, PersonKind, Share, Tally};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use std::collections::{BTreeMap, BTreeSet};

/// What words are summed up by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dimension {
    /// Who wrote them.
    Person,
    /// The organisation that whoever wrote them worked for then.
    Organisation,
    /// Where they stand.
    Section,
    /// The month in which their author made the commit, in UTC.
    Month,
    /// The commit.
    Revision,
}

impl Dimension {
    /// All of them, the usual one first.
    pub const ALL: [Self; 5] = [Self::Person, Self::Organisation, Self::Section, Self::Month, Self::Revision];

    /// Its name on the command line and in machine formats.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Organisation => "organisation",
            Self::Section => "section",
            Self::Month => "month",
            Self::Revision => "revision",
        }
    }
}

/// What a row is of.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Key {
    /// Somebody, by number.
    Person(usize),
    /// An organisation, by number; none for those of whom the manifest tells none.
    Organisation(Option<usize>),
    /// A section: document and section, by their places.
    Section(usize, usize),
    /// A month: year and month; none for a commit whose date is unknown.
    Month(Option<(i16, i8)>),
    /// A commit, by its place.
    Revision(usize),
    /// The words that were there before the history of the clone begins.
    Before,
    /// The words whose commit is not known.
    Unknown,
}

/// The words of a person, section, month or commit.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// The words that were written.
    pub added: Share,
    /// The words that were removed.
    pub removed: Share,
    /// The words that are left.
    pub surviving: Share,
    /// In how many sections some are left.
    pub sections: usize,
    /// When the first and the last commit was made, in seconds since 1970-01-01 UTC.
    pub first: Option<i64>,
    /// The last of them.
    pub last: Option<i64>,
}

impl Row {
    fn see(&mut self, seconds: Option<i64>) {
        let Some(seconds) = seconds else { return };
        self.first = Some(self.first.map_or(seconds, |first| first.min(seconds)));
        self.last = Some(self.last.map_or(seconds, |last| last.max(seconds)));
    }
}

/// The month of a moment, in UTC; `None` if it is not known, or outside the years 1 to 9999.
pub(super) fn month(seconds: Option<i64>) -> Option<(i16, i8)> {
    let day = Timestamp::from_second(seconds?).ok()?.to_zoned(TimeZone::UTC).date();
    (day.year() > 0).then(|| (day.year(), day.month()))
}

impl Tally {
    /// How many words of the text count: all, or those of the commits that count.
    #[must_use]
    pub fn total(&self) -> usize {
        let sections = self.documents.iter().flat_map(|document| &document.sections);
        let runs = sections.flat_map(|section| &section.runs).filter(|run| self.counts(run.commit()));
        runs.map(|run| run.words).sum()
    }

    fn counts(&self, commit: Option<usize>) -> bool {
        commit.and_then(|commit| self.commits.get(commit)).is_none_or(|commit| commit.counts)
    }

    /// The sums by a dimension. Without [`Coauthors::Full`], those of the surviving words make [`Self::total`], exactly.
    #[must_use]
    pub fn rows(&self, by: Dimension) -> BTreeMap<Key, Row> {
        let mut rows: BTreeMap<Key, Row> = BTreeMap::new();
        let mut touched: BTreeMap<Key, BTreeSet<(usize, usize)>> = BTreeMap::new();
        for (commit, counts) in self.sections_of_commits() {
            for (section, words) in counts {
                for (key, among) in self.keys(by, commit, section) {
                    touched.entry(key.clone()).or_default().insert(section);
                    let row = rows.entry(key).or_default();
                    row.surviving += Share::new(words, among);
                    row.see(commit.and_then(|commit| self.commits[commit].seconds));
                }
            }
        }
        for (key, row) in &mut rows {
            row.sections = touched.get(key).map_or(0, BTreeSet::len);
        }
        if by != Dimension::Section {
            self.add_work(by, &mut rows);
        }
        if by == Dimension::Person {
            let people = self.people.all().iter().enumerate();
            for (person, _) in people.filter(|(_, person)| !person.contributions.is_empty()) {
                rows.entry(Key::Person(person)).or_default();
            }
        }
        rows
    }

    /// Who wrote how many of the words of each section, by document and section.
    #[must_use]
    pub fn writers_of_sections(&self) -> BTreeMap<(usize, usize), BTreeMap<Key, Share>> {
        let mut writers: BTreeMap<(usize, usize), BTreeMap<Key, Share>> = BTreeMap::new();
        for (commit, counts) in self.sections_of_commits() {
            for (section, words) in counts {
                for (key, among) in self.keys(Dimension::Person, commit, section) {
                    *writers.entry(section).or_default().entry(key).or_default() += Share::new(words, among);
                }
            }
        }
        writers
    }

    /// By commit, how many words of it are left in each section.
    fn sections_of_commits(&self) -> BTreeMap<Option<usize>, BTreeMap<(usize, usize), usize>> {
        let mut counts: BTreeMap<Option<usize>, BTreeMap<(usize, usize), usize>> = BTreeMap::new();
        for (document, one) in self.documents.iter().enumerate() {
            for (section, one) in one.sections.iter().enumerate() {
                for run in one.runs.iter().filter(|run| self.counts(run.commit())) {
                    *counts.entry(run.commit()).or_default().entry((document, section)).or_default() += run.words;
                }
            }
        }
        counts
    }

    /// The rows that words of a commit in a section belong to, and among how many they are shared.
    fn keys(&self, by: Dimension, commit: Option<usize>, section: (usize, usize)) -> Vec<(Key, usize)> {
        if by == Dimension::Section {
            return vec![(Key::Section(section.0, section.1), 1)];
        }
        let Some((place, commit)) = commit.and_then(|place| Some((place, self.commits.get(place)?))) else {
            return vec![(Key::Unknown, 1)];
        };
        match by {
            Dimension::Revision => vec![(Key::Revision(place), 1)],
            _ if commit.is_cut => vec![(Key::Before, 1)],
            Dimension::Month => vec![(Key::Month(month(commit.seconds)), 1)],
            Dimension::Person | Dimension::Organisation | Dimension::Section => {
                let is_full = self.coauthors == Coauthors::Full;
                let among = if is_full { 1 } else { commit.people.len() };
                let key = |person: &usize| match by {
                    Dimension::Organisation => Key::Organisation(self.people.organisation(*person, commit.seconds)),
                    _ => Key::Person(*person),
                };
                let keys: Vec<Key> = commit.people.iter().map(key).collect();
                // Of an organisation whose people wrote together, the words count whole once, too.
                let keys = if is_full { keys.into_iter().collect::<BTreeSet<_>>().into_iter().collect() } else { keys };
                keys.into_iter().map(|key| (key, among)).collect()
            }
        }
    }

    /// Adds the words that commits wrote and removed.
    fn add_work(&self, by: Dimension, rows: &mut BTreeMap<Key, Row>) {
        for (place, commit) in self.commits.iter().enumerate() {
            if !commit.counts || commit.added == 0 && commit.removed == 0 {
                continue;
            }
            for (key, among) in self.keys(by, Some(place), (0, 0)) {
                let row = rows.entry(key).or_default();
                row.added += Share::new(commit.added, among);
                row.removed += Share::new(commit.removed, among);
                row.see(commit.seconds);
            }
        }
    }

    /// Whether a row is of a program.
    #[must_use]
    pub fn is_program(&self, key: &Key) -> bool {
        matches!(key, Key::Person(person) if self.people.all().get(*person).is_some_and(|it| it.kind == PersonKind::Program))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_are_those_of_the_calendar() {
        assert_eq!(month(Some(0)), Some((1970, 1)));
        assert_eq!(month(Some(-1)), Some((1969, 12)));
        // The last second of February 2000 in UTC.
        assert_eq!(month(Some(951_868_799)), Some((2000, 2)));
        assert_eq!(month(Some(951_868_800)), Some((2000, 3)));
        assert_eq!(month(Some(i64::MAX / 2)), None);
        assert_eq!(month(None), None);
    }
}

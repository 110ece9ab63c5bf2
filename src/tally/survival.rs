//! What became of the words of each year.
//!
//! 1. The commits that the first parents lead to are the text as it stood from time to time;
//! 2. moments at equal distances are looked at, from the first commit to the last;
//! 3. at each, the words that stand are counted by the year in which their author made the commit.
//!
//! Words here are runs of letters and figures, as they are followed; where markup stands within a word, it may count twice.

use super::rows::month;
use crate::provenance::Lineage;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// At how many moments the text is looked at.
const MOMENTS: u8 = 24;

/// A month in seconds, near enough to set moments apart.
const MONTH: i64 = 30 * 24 * 60 * 60;

/// The words of a text from time to time, by the year in which they were written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Survival {
    /// The moments, in seconds since 1970-01-01 UTC.
    pub moments: Vec<i64>,
    /// The years in which words were written, with how many of them stood at each moment; first those of which it is not
    /// known.
    pub cohorts: BTreeMap<Option<i16>, Vec<usize>>,
}

impl Survival {
    /// What became of the words of the documents that count, by their paths from the root of the repository.
    #[must_use]
    pub fn of(lineage: &Lineage, counts: &dyn Fn(&str) -> bool) -> Self {
        let commits = &lineage.chronicle.commits;
        let mainline = lineage.provenance.mainline();
        let mut latest = i64::MIN;
        // Where clocks were wrong, a text stands since the latest moment that was told before it.
        let times = mainline.iter().map(|commit| {
            latest =
                latest.max(commits[*commit].author.seconds.filter(|at| month(Some(*at)).is_some()).unwrap_or(latest));
            latest
        });
        let times: Vec<i64> = times.collect();
        let mut told = Self { moments: moments(&times), cohorts: BTreeMap::new() };
        let mut words: BTreeMap<Option<i16>, usize> = BTreeMap::new();
        let mut documents: HashMap<&str, BTreeMap<Option<i16>, usize>> = HashMap::new();
        let mut moment = 0;
        for (place, commit) in mainline.iter().enumerate() {
            for (path, origins) in lineage.provenance.changes(*commit).filter(|(path, _)| counts(path)) {
                let mut now: BTreeMap<Option<i16>, usize> = BTreeMap::new();
                for (origin, count) in origins {
                    let known = commits.get(origin).filter(|commit| !commit.is_cut);
                    let year = known.and_then(|commit| month(commit.author.seconds)).map(|(year, _)| year);
                    *now.entry(year).or_default() += count;
                    *words.entry(year).or_default() += count;
                }
                for (year, count) in documents.insert(path, now).into_iter().flatten() {
                    words.entry(year).and_modify(|words| *words -= count);
                }
            }
            let until = times.get(place + 1).copied().unwrap_or(i64::MAX);
            while told.moments.get(moment).is_some_and(|at| *at < until) {
                told.note(moment, &words);
                moment += 1;
            }
        }
        told
    }

    fn note(&mut self, moment: usize, words: &BTreeMap<Option<i16>, usize>) {
        let years: BTreeSet<Option<i16>> = self.cohorts.keys().chain(words.keys()).copied().collect();
        for year in years {
            let counts = self.cohorts.entry(year).or_default();
            counts.resize(moment, 0);
            counts.push(words.get(&year).copied().unwrap_or_default());
        }
    }

    /// The most words of a year that stood at once, and how many stand at the end.
    #[must_use]
    pub fn most_and_last(counts: &[usize]) -> (usize, usize) {
        (counts.iter().max().copied().unwrap_or_default(), counts.last().copied().unwrap_or_default())
    }
}

/// Moments at equal distances, of a month at least, the last of which is the last of these.
fn moments(times: &[i64]) -> Vec<i64> {
    let mut known = times.iter().copied().filter(|time| *time != i64::MIN);
    let (Some(first), Some(last)) = (known.clone().next(), known.next_back()) else { return Vec::new() };
    let distance = ((last - first) / i64::from(MOMENTS - 1)).max(MONTH);
    let mut moments: Vec<i64> = std::iter::successors(Some(last), |moment| moment.checked_sub(distance))
        .take_while(|moment| *moment >= first)
        .collect();
    moments.truncate(MOMENTS.into());
    moments.reverse();
    moments
}

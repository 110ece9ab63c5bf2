//! What was removed from the documents, so that what is brought back keeps its origin.
//!
//! Removed sentences are kept in the order in which they stood. One that is brought back into its own document is known by
//! itself; into another one, only if it is long and was not written anew by several ([`LEAST_WORDS`]): a licence line or
//! «Véase también» is everybody's. From one that is known again, its neighbours are, however short: a heading comes back
//! with its text.

use super::origins::{self, Origin, Run};
use super::text::key_of;
use foldhash::HashMap;
use serde::{Deserialize, Serialize};

/// The fewest words of a sentence that is known again in another document by itself.
pub(super) const LEAST_WORDS: usize = 9;

/// How often a sentence is written anew before it counts as everybody's.
const EVERYBODYS: u8 = 2;

/// A sentence that was removed.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Sentence {
    key: u64,
    /// Its runs of origins, among those of all.
    runs: (u32, u32),
}

/// The sentences that were removed so far.
#[derive(Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Removed {
    sentences: Vec<Sentence>,
    runs: Vec<Run>,
    /// The last sentence with a key, and the last with a key in a document.
    by_key: HashMap<u64, u32>,
    by_document: HashMap<(u64, u32), u32>,
    /// How often a sentence was written anew.
    written: HashMap<u64, u8>,
    /// In how many places more a long sentence came to stand than it was taken from: where that is some, it still stands, and
    /// whoever writes it again copies it. Branches that do the same count twice, so that this is no more than a good guess.
    standing: HashMap<u64, i32>,
}

impl Removed {
    /// Whether all that it names is there, and no origin lies behind the commits.
    pub(super) fn is_sound(&self, commits: u32) -> bool {
        let (sentences, runs) = (self.sentences.len(), self.runs.len());
        self.runs.iter().all(|(origin, _)| *origin < commits)
            && self.sentences.iter().all(|sentence| {
                let (first, end) = sentence.runs;
                first <= end && end as usize <= runs
            })
            && self.by_key.values().chain(self.by_document.values()).all(|place| (*place as usize) < sentences)
    }

    /// Keeps a sentence that stood in a document behind the one kept last.
    pub(super) fn keep(&mut self, document: u32, key: u64, origins: &[Origin]) {
        let place = u32::try_from(self.sentences.len()).unwrap_or(u32::MAX);
        let first = u32::try_from(self.runs.len()).unwrap_or(u32::MAX);
        self.runs.extend(origins::runs(origins));
        let end = u32::try_from(self.runs.len()).unwrap_or(u32::MAX);
        self.sentences.push(Sentence { key, runs: (first, end) });
        if origins.len() >= LEAST_WORDS {
            self.by_key.insert(key, place);
            *self.standing.entry(key).or_default() -= 1;
        }
        self.by_document.insert((key, document), place);
    }

    /// Separates what is kept next from what was kept last.
    pub(super) fn part(&mut self) {
        self.sentences.push(Sentence { key: key_of(&[]), runs: (0, 0) });
    }

    /// Notes that a sentence of so many words came to stand where it had not, and whether it was written anew.
    pub(super) fn stands(&mut self, key: u64, words: usize, is_new: bool) {
        if words >= LEAST_WORDS {
            *self.standing.entry(key).or_default() += 1;
        }
        if is_new {
            let times = self.written.entry(key).or_default();
            *times = times.saturating_add(1);
        }
    }

    /// The removed sentence that one of a document is, if it is one.
    pub(super) fn find(&self, document: u32, key: u64, words: usize) -> Option<u32> {
        let is_removed = |place: &u32| self.neighbour(*place, 0, key).is_some();
        let own = self.by_document.get(&(key, document)).copied().filter(is_removed);
        own.or_else(|| {
            let is_everybodys = self.written.get(&key).is_some_and(|times| *times >= EVERYBODYS);
            let other = self.by_key.get(&key).copied().filter(is_removed);
            let stands = self.standing.get(&key).is_some_and(|places| *places > 0);
            other.filter(|_| words >= LEAST_WORDS && !is_everybodys && !stands)
        })
    }

    /// The sentence that stood so many after another, if it has this key.
    pub(super) fn neighbour(&self, of: u32, step: i32, key: u64) -> Option<u32> {
        let place = of.checked_add_signed(step)?;
        self.sentences.get(place as usize).is_some_and(|sentence| sentence.key == key).then_some(place)
    }

    /// The origins of the words of a sentence that is brought back: it is no longer removed.
    pub(super) fn bring_back(&mut self, place: u32) -> Vec<Origin> {
        let Some(sentence) = self.sentences.get_mut(place as usize) else { return Vec::new() };
        let origins = origins::each(&self.runs[sentence.runs.0 as usize..sentence.runs.1 as usize]);
        sentence.key = key_of(&[]);
        origins
    }
}

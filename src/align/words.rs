//! Pairs the tokens of paired blocks, and the runs of tokens that moved by themselves.
//!
//! 1. The tokens of two paired blocks are compared in order; a reference to a footnote is the same where the footnotes
//!    are, whatever their labels;
//! 2. a run of at least [`LEAST_RUN`] tokens that is left on both sides moved: a sentence, or the half of a paragraph that
//!    was split. Runs are found by the hash of their first tokens, each old token serving once.

use super::pairs::Pairs;
use super::parts::{PartKind, Token, hash};
use super::sequence::common;
use super::side::{BlockAt, Side};
use std::collections::HashMap;
use std::ops::Range;

/// The fewest tokens that are known again by themselves.
const LEAST_RUN: usize = 8;

/// Which tokens of each side have a counterpart.
pub(super) struct Words {
    pub(super) old_kept: Vec<bool>,
    pub(super) new_kept: Vec<bool>,
    /// For each pair of blocks that differ, by the new block, the stretches of tokens, counted in the blocks, that took
    /// each other's place.
    pub(super) changes: HashMap<usize, Vec<(Range<usize>, Range<usize>)>>,
    pub(super) runs: Vec<Run>,
}

/// A run of tokens that moved: old and new block, the first token in each, and how many.
pub(super) struct Run {
    pub(super) blocks: (usize, usize),
    pub(super) starts: (usize, usize),
    pub(super) length: usize,
}

pub(super) fn compare(old: &Side<'_>, new: &Side<'_>, blocks: &Pairs) -> Words {
    let notes = Notes { old, new, blocks, old_labels: labels(old), new_labels: labels(new) };
    let mut words = Words {
        old_kept: vec![false; old.tokens],
        new_kept: vec![false; new.tokens],
        changes: HashMap::new(),
        runs: Vec::new(),
    };
    for (to, at) in blocks.of_new.iter().enumerate() {
        if let Some(at) = at {
            words.compare_blocks(&old.blocks[*at], (&new.blocks[to], to), &notes);
        }
    }
    words.find_runs(old, new);
    words
}

impl Words {
    fn compare_blocks(&mut self, old: &BlockAt<'_>, (new, number): (&BlockAt<'_>, usize), notes: &Notes<'_>) {
        let keys = |tokens: &[Token]| tokens.iter().map(|token| token.key).collect::<Vec<_>>();
        let is_kept = |(at, to): &(usize, usize)| notes.are_same(old, *at, new, *to);
        let pairs: Vec<(usize, usize)> = if old.content == new.content {
            (0..new.tokens.len()).map(|place| (place, place)).filter(is_kept).collect()
        } else {
            common(&keys(old.tokens), &keys(new.tokens)).into_iter().filter(is_kept).collect()
        };
        for (at, to) in &pairs {
            self.old_kept[old.first_token + at] = true;
            self.new_kept[new.first_token + to] = true;
        }
        let mut changes = Vec::new();
        let (mut old_start, mut new_start) = (0, 0);
        for (at, to) in pairs.into_iter().chain([(old.tokens.len(), new.tokens.len())]) {
            if at > old_start || to > new_start {
                changes.push((old_start..at, new_start..to));
            }
            (old_start, new_start) = (at + 1, to + 1);
        }
        if !changes.is_empty() {
            self.changes.insert(number, changes);
        }
    }

    fn find_runs(&mut self, old: &Side<'_>, new: &Side<'_>) {
        let mut starts = RunStarts::new(old, &self.old_kept);
        for (number, block) in new.blocks.iter().enumerate() {
            let mut place = 0;
            while place + LEAST_RUN <= block.tokens.len() {
                place += self.run_at(&mut starts, old, (block, number), place).max(1);
            }
        }
    }

    /// Takes the run that begins at a token of a new block; gives its length, 0 where none does.
    fn run_at(
        &mut self,
        starts: &mut RunStarts,
        old: &Side<'_>,
        (new, number): (&BlockAt<'_>, usize),
        place: usize,
    ) -> usize {
        let first = new.first_token + place;
        if self.new_kept[first..first + LEAST_RUN].contains(&true) {
            return 0;
        }
        let Some((block, at)) = starts.take(&new.tokens[place..place + LEAST_RUN], old, &self.old_kept) else {
            return 0;
        };
        let source = &old.blocks[block];
        let pairs = source.tokens[at..].iter().zip(&new.tokens[place..]).enumerate();
        let same = pairs.take_while(|(offset, (one, other))| {
            one.is_same(**other)
                && one.kind() != PartKind::Note
                && !self.old_kept[source.first_token + at + offset]
                && !self.new_kept[first + offset]
        });
        let length = same.count();
        if length < LEAST_RUN {
            return 0;
        }
        self.old_kept[source.first_token + at..][..length].fill(true);
        self.new_kept[first..][..length].fill(true);
        self.runs.push(Run { blocks: (block, number), starts: (at, place), length });
        length
    }
}

/// Where the runs that are left of the old side begin.
struct RunStarts {
    /// Hash of the first tokens, block, and place in the block; in order.
    starts: Vec<(u64, usize, usize)>,
    /// For the first of each group with the same hash, how many of them are used up.
    used: HashMap<u64, usize>,
}

impl RunStarts {
    fn new(old: &Side<'_>, kept: &[bool]) -> Self {
        let mut starts = Vec::new();
        for (number, block) in old.blocks.iter().enumerate() {
            let mut free = 0;
            for (place, token) in block.tokens.iter().enumerate() {
                let is_free = !kept[block.first_token + place] && token.kind() != PartKind::Note;
                free = if is_free { free + 1 } else { 0 };
                if free >= LEAST_RUN {
                    let first = place + 1 - LEAST_RUN;
                    starts.push((run_hash(&block.tokens[first..=place]), number, first));
                }
            }
        }
        starts.sort_unstable();
        Self { starts, used: HashMap::new() }
    }

    /// The first run not used yet that begins with these tokens. A start whose tokens have been taken is passed over for
    /// good, so that a text of a million equal runs is gone through once.
    fn take(&mut self, tokens: &[Token], old: &Side<'_>, kept: &[bool]) -> Option<(usize, usize)> {
        if self.starts.is_empty() {
            return None;
        }
        let wanted = run_hash(tokens);
        let first = self.starts.partition_point(|(hash, ..)| *hash < wanted);
        if self.starts.get(first).is_none_or(|(hash, ..)| *hash != wanted) {
            return None;
        }
        let used = self.used.entry(wanted).or_default();
        while let Some((_, block, place)) = self.starts.get(first + *used).filter(|(hash, ..)| *hash == wanted) {
            let start = old.blocks[*block].first_token + place;
            if !kept[start..start + LEAST_RUN].contains(&true) {
                return Some((*block, *place));
            }
            *used += 1;
        }
        None
    }
}

fn run_hash(tokens: &[Token]) -> u64 {
    tokens.iter().fold(0, |so_far, token| hash((so_far, token.key)))
}

/// What references to footnotes lead to.
struct Notes<'a> {
    old: &'a Side<'a>,
    new: &'a Side<'a>,
    blocks: &'a Pairs,
    old_labels: Vec<HashMap<usize, u64>>,
    new_labels: Vec<HashMap<usize, u64>>,
}

/// For each document, the label of each token that refers to a footnote.
fn labels(side: &Side<'_>) -> Vec<HashMap<usize, u64>> {
    let of_document = side.documents.iter().map(|parts| {
        let places = parts.tokens.iter().enumerate().filter(|(_, token)| token.kind() == PartKind::Note);
        places.map(|(place, _)| place).zip(parts.references.iter().copied()).collect()
    });
    of_document.collect()
}

impl Notes<'_> {
    /// Whether two equal tokens lead to the same footnote, or to none.
    fn are_same(&self, old: &BlockAt<'_>, at: usize, new: &BlockAt<'_>, to: usize) -> bool {
        if old.tokens[at].kind() != PartKind::Note {
            return true;
        }
        let one = note(self.old, &self.old_labels, old, at);
        let other = note(self.new, &self.new_labels, new, to);
        match (one, other) {
            (Some(one), Some(other)) => {
                self.blocks.of_new.get(other) == Some(&Some(one))
                    || self.old.blocks.get(one).map(|block| block.content)
                        == self.new.blocks.get(other).map(|block| block.content)
            }
            (one, other) => one == other,
        }
    }
}

/// The number of the first block of the footnote that a token refers to.
fn note(side: &Side<'_>, labels: &[HashMap<usize, u64>], block: &BlockAt<'_>, place: usize) -> Option<usize> {
    let label = labels.get(block.document)?.get(&(block.parts.tokens.start + place))?;
    let index = side.documents.get(block.document)?.notes.get(label)?;
    side.block_number(block.document, *index)
}

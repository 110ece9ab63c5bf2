//! Pairs the tokens of paired blocks, and the runs of tokens that moved by themselves.
//!
//! 1. The tokens of two paired blocks are compared in order, and what could stand in several places goes where it reads best
//!    (`slide`); a reference to a footnote is the same where the footnotes
//!    are, whatever their labels;
//! 2. what is left on both sides of a section is compared sentence by sentence, first for equal ones (`runs`), then for
//!    those that resemble each other (`sentences`): a paragraph was split or joined, or a sentence moved;
//! 3. a longer run of tokens that is then left on both sides moved, from wherever it stood (`runs`).

mod notes;
mod runs;
mod sentences;
mod slide;

use super::alignment::Change;
use super::pairs::Pairs;
use super::parts::{PartKind, Token};
use super::sequence::common;
use super::side::{BlockAt, Side};
use notes::Notes;
use runs::Reach;
use std::collections::HashMap;

/// The fewest tokens of a sentence that is known again in its section.
const LEAST_SENTENCE: usize = 4;

/// Which tokens of each side have a counterpart.
pub(super) struct Words {
    pub(super) old_kept: Vec<bool>,
    pub(super) new_kept: Vec<bool>,
    /// For each pair of blocks that differ, by the new block, the stretches of tokens, counted in the blocks, that took
    /// each other's place.
    pub(super) changes: HashMap<usize, Vec<Change>>,
    pub(super) runs: Vec<Run>,
}

/// A run of tokens that moved: old and new block, the first token in each, and how many.
pub(super) struct Run {
    pub(super) blocks: (usize, usize),
    pub(super) starts: (usize, usize),
    pub(super) length: usize,
}

pub(super) fn compare(old: &Side<'_>, new: &Side<'_>, sections: &Pairs, blocks: &Pairs) -> Words {
    let notes = Notes::new(old, new, blocks);
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
    words.find_runs(old, new, Reach::Section(sections));
    words.find_sentences(old, new, sections);
    words.find_runs(old, new, Reach::Everywhere);
    words.runs.sort_unstable_by_key(|run| (run.blocks.1, run.starts.1));
    words
}

impl Words {
    fn compare_blocks(&mut self, old: &BlockAt<'_>, (new, number): (&BlockAt<'_>, usize), notes: &Notes<'_>) {
        let is_kept = |(at, to): &(usize, usize)| notes.are_same(old, *at, new, *to);
        let pairs: Vec<(usize, usize)> = if old.content == new.content {
            (0..new.tokens.len()).map(|place| (place, place)).filter(is_kept).collect()
        } else {
            common_tokens(old.tokens, new.tokens).into_iter().filter(is_kept).collect()
        };
        for (at, to) in &pairs {
            self.old_kept[old.first_token + at] = true;
            self.new_kept[new.first_token + to] = true;
        }
        let mut changes = Vec::new();
        let (mut old_start, mut new_start) = (0, 0);
        for (at, to) in pairs.into_iter().chain([(old.tokens.len(), new.tokens.len())]) {
            if at > old_start || to > new_start {
                changes.push(Change { old: old_start..at, new: new_start..to });
            }
            (old_start, new_start) = (at + 1, to + 1);
        }
        if !changes.is_empty() {
            self.changes.insert(number, changes);
        }
    }
}

/// The pairs of tokens that two rows have in common, in order.
pub(super) fn common_tokens(old: &[Token], new: &[Token]) -> Vec<(usize, usize)> {
    let keys = |tokens: &[Token]| -> Vec<u64> { tokens.iter().map(|token| token.key).collect() };
    let mut pairs = common(&keys(old), &keys(new));
    slide::slide(old, new, &mut pairs);
    pairs
}

/// Whether a sentence, or the block, begins at a token.
pub(super) fn begins_sentence(tokens: &[Token], place: usize) -> bool {
    place.checked_sub(1).and_then(|before| tokens.get(before)).is_none_or(|token| token.kind() == PartKind::Stop)
}

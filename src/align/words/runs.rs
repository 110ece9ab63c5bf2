//! Runs of tokens that are left on both sides and equal: they moved by themselves.
//!
//! A run is found by the hash of its first tokens; each old token serves once.

use super::{LEAST_SENTENCE, Run, Words, begins_sentence};
use crate::align::pairs::Pairs;
use crate::align::parts::{PartKind, Token, hash, row_hash};
use crate::align::side::{BlockAt, Side};
use std::collections::HashMap;

/// The fewest tokens that are known again by themselves, anywhere.
const LEAST_RUN: usize = 8;

/// Where runs are looked for.
#[derive(Clone, Copy)]
pub(super) enum Reach<'a> {
    /// Whole sentences, in the same section.
    Section(&'a Pairs),
    /// Any run, everywhere.
    Everywhere,
}

impl Reach<'_> {
    fn least(self) -> usize {
        match self {
            Self::Section(_) => LEAST_SENTENCE,
            Self::Everywhere => LEAST_RUN,
        }
    }
}

impl Words {
    pub(super) fn find_runs(&mut self, old: &Side<'_>, new: &Side<'_>, reach: Reach<'_>) {
        let mut starts = RunStarts::new(old, &self.old_kept, reach);
        if starts.starts.is_empty() {
            return;
        }
        for (number, block) in new.blocks.iter().enumerate() {
            let mut place = 0;
            while place + reach.least() <= block.tokens.len() {
                place += self.run_at(&mut starts, old, (block, number), place).max(1);
            }
        }
    }

    /// Takes the run that begins at a token of a new block; gives its length, 0 where none does.
    fn run_at(
        &mut self,
        starts: &mut RunStarts<'_>,
        old: &Side<'_>,
        (new, number): (&BlockAt<'_>, usize),
        place: usize,
    ) -> usize {
        let (first, least) = (new.first_token + place, starts.reach.least());
        if self.new_kept[first..first + least].contains(&true) {
            return 0;
        }
        let Some((block, at)) = starts.take(new, place, old, &self.old_kept) else {
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
        let mut length = same.count();
        if matches!(starts.reach, Reach::Section(_)) {
            while length > 0 && !begins_sentence(new.tokens, place + length) && place + length < new.tokens.len() {
                length -= 1;
            }
        }
        if length < least {
            return 0;
        }
        self.old_kept[source.first_token + at..][..length].fill(true);
        self.new_kept[first..][..length].fill(true);
        self.runs.push(Run { blocks: (block, number), starts: (at, place), length });
        length
    }
}

/// Where the runs that are left of the old side begin.
struct RunStarts<'a> {
    reach: Reach<'a>,
    /// Hash of the first tokens, block, and place in the block; in order.
    starts: Vec<(u64, usize, usize)>,
    /// For each hash, the first of its runs that may still be free.
    next: HashMap<u64, usize>,
}

impl<'a> RunStarts<'a> {
    fn new(old: &Side<'_>, kept: &[bool], reach: Reach<'a>) -> Self {
        let (least, mut starts) = (reach.least(), Vec::new());
        for (number, block) in old.blocks.iter().enumerate() {
            let mut free = 0;
            for (place, token) in block.tokens.iter().enumerate() {
                let is_free = !kept[block.first_token + place] && token.kind() != PartKind::Note;
                free = if is_free { free + 1 } else { 0 };
                let first = (place + 1).saturating_sub(least);
                let begins = matches!(reach, Reach::Everywhere) || begins_sentence(block.tokens, first);
                if free >= least && begins {
                    let section = matches!(reach, Reach::Section(_)).then_some(block.section);
                    starts.push((run_hash(section, &block.tokens[first..=place]), number, first));
                }
            }
        }
        starts.sort_unstable();
        let firsts = starts.iter().enumerate().rev().map(|(number, (hash, ..))| (*hash, number));
        Self { reach, next: firsts.collect(), starts }
    }

    /// The first run not used yet that begins as a new block does at `place`. A start whose tokens have been taken is
    /// passed over for good, so that a text of a million equal runs is gone through once.
    fn take(&mut self, new: &BlockAt<'_>, place: usize, old: &Side<'_>, kept: &[bool]) -> Option<(usize, usize)> {
        let least = self.reach.least();
        let section = match self.reach {
            Reach::Section(_) if !begins_sentence(new.tokens, place) => return None,
            Reach::Section(sections) => Some(sections.of_new[new.section]?),
            Reach::Everywhere => None,
        };
        let wanted = run_hash(section, &new.tokens[place..place + least]);
        let next = self.next.get_mut(&wanted)?;
        while let Some((_, block, place)) = self.starts.get(*next).filter(|(hash, ..)| *hash == wanted) {
            let start = old.blocks[*block].first_token + place;
            if !kept[start..start + least].contains(&true) {
                return Some((*block, *place));
            }
            *next += 1;
        }
        None
    }
}

fn run_hash(section: Option<usize>, tokens: &[Token]) -> u64 {
    let row = row_hash(tokens);
    section.map_or(row, |section| row ^ hash(section))
}

//! Whole sentences that are left on both sides of a section and resemble each other.

use super::{LEAST_SENTENCE, Run, Words, begins_sentence};
use crate::align::pairs::Pairs;
use crate::align::parts::{PartKind, Token};
use crate::align::sequence::common;
use crate::align::side::{BlockAt, SectionAt, Side};
use crate::align::similar::{Bag, bag, in_order, resemblance};
use std::ops::Range;

/// A sentence: its block and its tokens there.
type Sentence = (usize, Range<usize>);

impl Words {
    /// Pairs the tokens of the sentences of each section that have no counterpart and resemble each other, in order.
    pub(super) fn find_sentences(&mut self, old: &Side<'_>, new: &Side<'_>, sections: &Pairs) {
        for (to, at) in sections.of_new.iter().enumerate() {
            let Some(at) = at else { continue };
            let old_free = free_sentences(old, &old.sections[*at], &self.old_kept);
            if old_free.is_empty() {
                continue;
            }
            let new_free = free_sentences(new, &new.sections[to], &self.new_kept);
            let old_bags: Vec<Bag> = old_free.iter().map(|sentence| bag(tokens(old, sentence))).collect();
            let new_bags: Vec<Bag> = new_free.iter().map(|sentence| bag(tokens(new, sentence))).collect();
            let score = |at: usize, to: usize| resemblance(&old_bags[at], &new_bags[to]);
            for (at, to) in in_order(&(0..old_free.len()), &(0..new_free.len()), &score) {
                self.compare_sentences((old, &old_free[at]), (new, &new_free[to]));
            }
        }
    }

    fn compare_sentences(&mut self, (old, from): (&Side<'_>, &Sentence), (new, into): (&Side<'_>, &Sentence)) {
        let keys = |tokens: &[Token]| -> Vec<u64> { tokens.iter().map(|token| token.key).collect() };
        let (old_tokens, new_tokens) = (tokens(old, from), tokens(new, into));
        for (at, to) in common(&keys(old_tokens), &keys(new_tokens)) {
            if old_tokens[at].kind() == PartKind::Note {
                continue;
            }
            let (at, to) = (from.1.start + at, into.1.start + to);
            self.old_kept[old.blocks[from.0].first_token + at] = true;
            self.new_kept[new.blocks[into.0].first_token + to] = true;
            match self.runs.last_mut().filter(|run| run.blocks == (from.0, into.0)) {
                Some(run) if (run.starts.0 + run.length, run.starts.1 + run.length) == (at, to) => run.length += 1,
                _ => self.runs.push(Run { blocks: (from.0, into.0), starts: (at, to), length: 1 }),
            }
        }
    }
}

fn tokens<'a>(side: &Side<'a>, (block, range): &Sentence) -> &'a [Token] {
    side.blocks[*block].tokens.get(range.clone()).unwrap_or(&[])
}

/// The sentences of a section of which no token has a counterpart.
fn free_sentences(side: &Side<'_>, section: &SectionAt<'_>, kept: &[bool]) -> Vec<Sentence> {
    let mut free = Vec::new();
    for number in section.blocks.clone() {
        let block: &BlockAt<'_> = &side.blocks[number];
        let mut start = 0;
        for end in 1..=block.tokens.len() {
            if end == block.tokens.len() || begins_sentence(block.tokens, end) {
                let own = &kept[block.first_token + start..block.first_token + end];
                if own.len() >= LEAST_SENTENCE && !own.contains(&true) {
                    free.push((number, start..end));
                }
                start = end;
            }
        }
    }
    free
}

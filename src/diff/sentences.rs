//! Divides the edits of a pair of blocks among its sentences: what is edited in one sentence is one change.
//!
//! A sentence of before and one of now are the same where a word of one is a word of the other, or an edit reaches from one
//! into the other.

use super::phrases::Gap;
use crate::align::{PartKind, Token};
use crate::model::Span;
use std::collections::BTreeMap;
use std::ops::Range;

/// The edits in one sentence, and the tokens of its versions.
#[derive(Clone, Debug)]
pub(super) struct Group {
    pub(super) edits: Vec<Gap>,
    /// The sentences of the old block, by their places in its document.
    pub(super) old: Vec<Span>,
    /// The sentences of the new block, likewise.
    pub(super) new: Vec<Span>,
    /// The tokens of the new block from the first sentence to the last.
    pub(super) tokens: Range<usize>,
}

/// The tokens of a block, and the number of the sentence that each stands in.
#[derive(Clone, Copy)]
pub(super) struct Numbered<'a> {
    pub(super) tokens: &'a [Token],
    pub(super) numbers: &'a [usize],
}

impl Numbered<'_> {
    /// How many sentences there are.
    fn count(self) -> usize {
        self.numbers.last().map_or(0, |last| last + 1)
    }

    /// The tokens of each sentence; empty for one without any.
    fn sentences(self) -> Vec<Range<usize>> {
        let mut sentences = vec![0..0; self.count()];
        for (place, number) in self.numbers.iter().enumerate() {
            let sentence = &mut sentences[*number];
            *sentence = if sentence.end == 0 { place..place + 1 } else { sentence.start..place + 1 };
        }
        sentences
    }

    /// What some of the tokens came from.
    pub(super) fn span(self, tokens: &Range<usize>) -> Option<Span> {
        let own = self.tokens.get(tokens.clone())?;
        own.iter().map(|token| token.span).reduce(Span::cover)
    }
}

/// The number of the sentence that each token stands in; `starts` are where sentences begin, in order.
pub(super) fn numbers(tokens: &[Token], starts: &[u32]) -> Vec<usize> {
    let Some(first) = tokens.first() else { return Vec::new() };
    let base = starts.partition_point(|start| *start <= first.span.start);
    let number = |token: &Token| starts.partition_point(|start| *start <= token.span.start).saturating_sub(base);
    // The target of a link stands behind its text, and may reach beyond the sentence.
    let mut reached = 0;
    tokens
        .iter()
        .map(|token| {
            reached = number(token).max(reached);
            reached
        })
        .collect()
}

/// Cuts insertions and deletions of several sentences at where they begin.
pub(super) fn cut(edits: Vec<Gap>, old: &[usize], new: &[usize]) -> Vec<Gap> {
    let mut cut = Vec::with_capacity(edits.len());
    for edit in edits {
        let (row, range) = match (edit.old.is_empty(), edit.new.is_empty()) {
            (true, false) => (new, edit.new.clone()),
            (false, true) => (old, edit.old.clone()),
            _ => {
                cut.push(edit);
                continue;
            }
        };
        let mut start = range.start;
        for end in range.start + 1..=range.end {
            if end == range.end || row[end] != row[end - 1] {
                let piece = start..end;
                let whole = if edit.old.is_empty() {
                    Gap { old: edit.old.clone(), new: piece }
                } else {
                    Gap { old: piece, new: edit.new.clone() }
                };
                cut.push(whole);
                start = end;
            }
        }
    }
    cut
}

/// The edits by sentence, in the order of the text. `kept` are the pairs of tokens that did not change.
pub(super) fn groups(
    edits: Vec<Gap>,
    kept: &[(usize, usize)],
    old_block: Numbered<'_>,
    new_block: Numbered<'_>,
) -> Vec<Group> {
    let (old, new, old_count) = (old_block.numbers, new_block.numbers, old_block.count());
    let count = old_count + new_block.count();
    let mut sets = Sets { parents: (0..count).collect() };
    for (at, to) in kept {
        if old_block.tokens[*at].kind() == PartKind::Word {
            sets.unite(old[*at], old_count + new[*to]);
        }
    }
    for edit in &edits {
        let sentences = edit.old.clone().map(|place| old[place]);
        let sentences: Vec<usize> = sentences.chain(edit.new.clone().map(|place| old_count + new[place])).collect();
        sentences.windows(2).for_each(|pair| sets.unite(pair[0], pair[1]));
    }
    let mut found: BTreeMap<usize, Group> = BTreeMap::new();
    let mut order = Vec::new();
    for edit in edits {
        let first_old = edit.old.clone().next().map(|place| old[place]);
        let first = first_old.or_else(|| edit.new.clone().next().map(|place| old_count + new[place]));
        let Some(set) = first.map(|first| sets.root(first)) else { continue };
        let group = found.entry(set).or_insert_with(|| {
            order.push(set);
            Group { edits: Vec::new(), old: Vec::new(), new: Vec::new(), tokens: edit.new.clone() }
        });
        group.edits.push(edit);
    }
    for (sentence, tokens) in old_block.sentences().into_iter().enumerate() {
        if let Some(group) = found.get_mut(&sets.root(sentence)) {
            group.old.extend(old_block.span(&tokens));
        }
    }
    for (sentence, tokens) in new_block.sentences().into_iter().enumerate() {
        if let Some(group) = found.get_mut(&sets.root(old_count + sentence)).filter(|_| tokens.end > 0) {
            group.new.extend(new_block.span(&tokens));
            group.tokens = group.tokens.start.min(tokens.start)..group.tokens.end.max(tokens.end);
        }
    }
    order.into_iter().filter_map(|set| found.remove(&set)).collect()
}

/// Disjoint sets (Galler and Fischer 1964).
struct Sets {
    parents: Vec<usize>,
}

impl Sets {
    fn root(&mut self, item: usize) -> usize {
        let mut root = item;
        while self.parents[root] != root {
            root = self.parents[root];
        }
        let mut item = item;
        while self.parents[item] != root {
            item = std::mem::replace(&mut self.parents[item], root);
        }
        root
    }

    fn unite(&mut self, one: usize, other: usize) {
        let (one, other) = (self.root(one), self.root(other));
        let (low, high) = (one.min(other), one.max(other));
        self.parents[high] = low;
    }
}

//! What of each new document is changed, as spans of its text.

use super::{Change, Matched};
use crate::align::parts::DocumentParts;
use crate::align::side::{BlockAt, Side};
use crate::align::words::begins_sentence;
use crate::model::{DocumentPath, Span};
use std::collections::{HashMap, HashSet};
use std::ops::Range;

/// The changed spans of one document.
#[derive(Clone, Debug, Default)]
pub(super) struct Changed {
    /// New text, in order, apart from each other.
    pub(super) words: Vec<Span>,
    /// What a finding must share a byte with to concern the change, in order, apart from each other.
    touched: Vec<Span>,
}

impl Changed {
    pub(super) fn touches(&self, span: Span) -> bool {
        let Span { mut start, mut end } = span;
        if span.is_empty() {
            (start, end) = (start.saturating_sub(1), start.saturating_add(1));
        }
        let next = self.touched.partition_point(|touched| touched.end <= start);
        self.touched.get(next).is_some_and(|touched| touched.start < end)
    }

    fn settle(mut self) -> Self {
        self.words = apart(self.words);
        self.touched.extend(&self.words);
        self.touched = apart(self.touched);
        self
    }
}

/// The spans in order, those that overlap joined, those that are empty left out.
fn apart(mut spans: Vec<Span>) -> Vec<Span> {
    spans.sort_unstable();
    let mut joined: Vec<Span> = Vec::with_capacity(spans.len());
    for span in spans.into_iter().filter(|span| !span.is_empty()) {
        match joined.last_mut().filter(|last| span.start < last.end) {
            Some(last) => *last = last.cover(span),
            None => joined.push(span),
        }
    }
    joined
}

pub(super) fn changed(old: &Side<'_>, new: &Side<'_>, matched: &Matched) -> HashMap<DocumentPath, Changed> {
    let mut all: Vec<Changed> = new.documents.iter().map(|_| Changed::default()).collect();
    for (to, document) in new.documents.iter().enumerate() {
        let before = matched.documents.of_new[to].map(|at| &old.documents[at]);
        all[to].words.extend(changed_metadata(before, document));
    }
    for (number, block) in new.blocks.iter().enumerate() {
        let before = matched.blocks.of_new[number].map(|at| &old.blocks[at]);
        let found = &mut all[block.document];
        match before {
            Some(before) => edited(before, (block, number), matched, found),
            None => added(block, matched, found),
        }
    }
    let paths = new.documents.iter().map(|document| document.path.clone());
    paths.zip(all.into_iter().map(Changed::settle)).collect()
}

/// The entries of a front matter that the old document does not have with the same value.
fn changed_metadata(old: Option<&DocumentParts>, new: &DocumentParts) -> Vec<Span> {
    let entries = old.into_iter().flat_map(|document| &document.metadata);
    let known: HashSet<(&str, u64)> = entries.map(|entry| (entry.key.as_str(), entry.value)).collect();
    let changed = new.metadata.iter().filter(|entry| !known.contains(&(entry.key.as_str(), entry.value)));
    changed.map(|entry| entry.span).collect()
}

/// A block without a counterpart: all of it, unless runs of its words come from elsewhere.
fn added(block: &BlockAt<'_>, matched: &Matched, found: &mut Changed) {
    let kept = &matched.words.new_kept[block.first_token..][..block.tokens.len()];
    if kept.contains(&true) {
        new_words(block, 0..block.tokens.len(), kept, found);
    } else {
        let tokens = block.tokens.iter().map(|token| token.span);
        found.words.push(tokens.fold(block.parts.span, Span::cover));
    }
}

fn edited(old: &BlockAt<'_>, (new, number): (&BlockAt<'_>, usize), matched: &Matched, found: &mut Changed) {
    let (one, other) = (old.parts, new.parts);
    if (one.form, one.quoted, one.noted) != (other.form, other.quoted, other.noted) {
        found.touched.push(other.span);
    }
    let kept = &matched.words.new_kept[new.first_token..][..new.tokens.len()];
    let old_kept = &matched.words.old_kept[old.first_token..][..old.tokens.len()];
    for Change { old: removed, new: brought } in matched.words.changes.get(&number).into_iter().flatten() {
        new_words(new, brought.clone(), kept, found);
        let replaced = kept[brought.clone()].contains(&false);
        let moved_away = !old_kept[removed.clone()].contains(&false) && begins_sentence(old.tokens, removed.start);
        if !replaced && !removed.is_empty() && !moved_away {
            found.touched.push(around(new, brought));
        }
    }
}

/// Adds the tokens of a stretch that are not kept, as many together as stand in a row.
fn new_words(block: &BlockAt<'_>, stretch: Range<usize>, kept: &[bool], found: &mut Changed) {
    let mut open: Option<Span> = None;
    for place in stretch {
        let span = block.tokens[place].span;
        if kept[place] {
            found.words.extend(open.take());
        } else {
            if span.is_empty() {
                found.touched.push(around(block, &(place..place + 1)));
            }
            open = Some(open.map_or(span, |open| open.cover(span)));
        }
    }
    found.words.extend(open);
}

/// From the token before a stretch to the token after it; the whole of a block that has no tokens.
fn around(block: &BlockAt<'_>, stretch: &Range<usize>) -> Span {
    let before = stretch.start.checked_sub(1).and_then(|place| block.tokens.get(place));
    let after = block.tokens.get(stretch.end);
    let spans = before.into_iter().chain(after).map(|token| token.span);
    spans.reduce(Span::cover).filter(|span| !span.is_empty()).unwrap_or(block.parts.span)
}

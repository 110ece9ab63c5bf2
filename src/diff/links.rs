//! Which token of one version is which of the other: the pairs of an alignment, told token by token.

use crate::align::{BlockPair, DocumentParts, MovedRun, Place};
use std::collections::HashSet;
use std::num::NonZeroU32;
use std::ops::Range;

/// A token by its document and its place among the document's tokens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct TokenPlace {
    // Small, for there is one for each token of both versions.
    document: u32,
    /// One more than the place, so that no place takes no room of its own.
    token: NonZeroU32,
}

impl TokenPlace {
    fn new(document: usize, token: usize) -> Self {
        let small = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        Self { document: small(document), token: NonZeroU32::MIN.saturating_add(small(token)) }
    }

    pub(super) const fn document(self) -> usize {
        self.document as usize
    }

    pub(super) const fn token(self) -> usize {
        self.token.get() as usize - 1
    }
}

/// The counterpart of each token, by document.
pub(super) struct Links {
    pub(super) of_old: Vec<Vec<Option<TokenPlace>>>,
    pub(super) of_new: Vec<Vec<Option<TokenPlace>>>,
    /// The new tokens that came in a run, by document and place there.
    in_runs: HashSet<(usize, usize)>,
}

impl Links {
    pub(super) fn new(old: &[DocumentParts], new: &[DocumentParts], blocks: &[BlockPair], runs: &[MovedRun]) -> Self {
        let unlinked = |version: &[DocumentParts]| version.iter().map(|parts| vec![None; parts.tokens.len()]).collect();
        let mut links = Self { of_old: unlinked(old), of_new: unlinked(new), in_runs: HashSet::new() };
        for pair in blocks {
            let (Some(at), Some(to)) = (pair.old, pair.new) else { continue };
            let (Some(before), Some(after)) = (tokens_of(old, at), tokens_of(new, to)) else { continue };
            let (mut old_start, mut new_start) = (0, 0);
            let ends = pair.changes.iter().map(|change| (change.old.clone(), change.new.clone()));
            for (old_change, new_change) in ends.chain([(before.len()..before.len(), after.len()..after.len())]) {
                let starts = (before.start + old_start, after.start + new_start);
                links.join((at.document, to.document), starts, old_change.start - old_start);
                (old_start, new_start) = (old_change.end, new_change.end);
            }
        }
        for run in runs {
            let (Some(before), Some(after)) = (tokens_of(old, run.old), tokens_of(new, run.new)) else { continue };
            let starts = (before.start + run.old_tokens.start, after.start + run.new_tokens.start);
            links.join((run.old.document, run.new.document), starts, run.new_tokens.len());
            links.in_runs.extend(run.new_tokens.clone().map(|token| (run.new.document, after.start + token)));
        }
        links
    }

    /// Whether a new token came in a run.
    pub(super) fn is_in_run(&self, document: usize, token: usize) -> bool {
        self.in_runs.contains(&(document, token))
    }

    /// Joins tokens in a row, unless they have counterparts already.
    fn join(&mut self, documents: (usize, usize), starts: (usize, usize), length: usize) {
        let (old, new) = (&mut self.of_old[documents.0], &mut self.of_new[documents.1]);
        for offset in 0..length {
            let (at, to) = (starts.0 + offset, starts.1 + offset);
            if let (Some(left @ None), Some(right @ None)) = (old.get_mut(at), new.get_mut(to)) {
                *left = Some(TokenPlace::new(documents.1, to));
                *right = Some(TokenPlace::new(documents.0, at));
            }
        }
    }
}

/// The tokens of a block, by their places in its document.
pub(super) fn tokens_of(version: &[DocumentParts], place: Place) -> Option<Range<usize>> {
    Some(version.get(place.document)?.blocks.get(place.index)?.tokens.clone())
}

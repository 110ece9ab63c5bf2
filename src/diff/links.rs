//! Which token of one version is which of the other: the pairs of an alignment, told token by token.

use crate::align::{Alignment, DocumentParts, Place};
use std::ops::Range;

/// A token by its document and its place among the document's tokens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct TokenPlace {
    pub(super) document: usize,
    pub(super) token: usize,
}

/// The counterpart of each token, by document.
pub(super) struct Links {
    pub(super) of_old: Vec<Vec<Option<TokenPlace>>>,
    pub(super) of_new: Vec<Vec<Option<TokenPlace>>>,
}

impl Links {
    pub(super) fn new(old: &[DocumentParts], new: &[DocumentParts], alignment: &Alignment) -> Self {
        let unlinked = |version: &[DocumentParts]| version.iter().map(|parts| vec![None; parts.tokens.len()]).collect();
        let mut links = Self { of_old: unlinked(old), of_new: unlinked(new) };
        for pair in &alignment.blocks {
            let (Some(at), Some(to)) = (pair.old, pair.new) else { continue };
            let (Some(before), Some(after)) = (tokens_of(old, at), tokens_of(new, to)) else { continue };
            let (mut old_start, mut new_start) = (0, 0);
            let ends = pair.changes.iter().map(|change| (change.old.clone(), change.new.clone()));
            for (old_change, new_change) in ends.chain([(before.len()..before.len(), after.len()..after.len())]) {
                let one = TokenPlace { document: at.document, token: before.start + old_start };
                let other = TokenPlace { document: to.document, token: after.start + new_start };
                links.join(one, other, old_change.start - old_start);
                (old_start, new_start) = (old_change.end, new_change.end);
            }
        }
        for run in &alignment.runs {
            let (Some(before), Some(after)) = (tokens_of(old, run.old), tokens_of(new, run.new)) else { continue };
            let one = TokenPlace { document: run.old.document, token: before.start + run.old_tokens.start };
            let other = TokenPlace { document: run.new.document, token: after.start + run.new_tokens.start };
            links.join(one, other, run.new_tokens.len());
        }
        links
    }

    /// Joins tokens in a row, unless they have counterparts already.
    fn join(&mut self, old: TokenPlace, new: TokenPlace, length: usize) {
        for offset in 0..length {
            let (at, to) = (old.token + offset, new.token + offset);
            let (one, other) = (&mut self.of_old[old.document], &mut self.of_new[new.document]);
            if let (Some(left @ None), Some(right @ None)) = (one.get_mut(at), other.get_mut(to)) {
                *left = Some(TokenPlace { document: new.document, token: to });
                *right = Some(TokenPlace { document: old.document, token: at });
            }
        }
    }
}

/// The tokens of a block, by their places in its document.
pub(super) fn tokens_of(version: &[DocumentParts], place: Place) -> Option<Range<usize>> {
    Some(version.get(place.document)?.blocks.get(place.index)?.tokens.clone())
}

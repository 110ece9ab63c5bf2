//! Whether two references to footnotes lead to the same one, whatever their labels.

use crate::align::pairs::Pairs;
use crate::align::parts::PartKind;
use crate::align::side::{BlockAt, Side};
use std::collections::HashMap;

/// What references to footnotes lead to.
pub(super) struct Notes<'a> {
    old: &'a Side<'a>,
    new: &'a Side<'a>,
    blocks: &'a Pairs,
    old_labels: Vec<HashMap<usize, u64>>,
    new_labels: Vec<HashMap<usize, u64>>,
}

impl<'a> Notes<'a> {
    pub(super) fn new(old: &'a Side<'a>, new: &'a Side<'a>, blocks: &'a Pairs) -> Self {
        Self { old, new, blocks, old_labels: labels(old), new_labels: labels(new) }
    }

    /// Whether two equal tokens lead to the same footnote, or to none.
    pub(super) fn are_same(&self, old: &BlockAt<'_>, at: usize, new: &BlockAt<'_>, to: usize) -> bool {
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

/// For each document, the label of each token that refers to a footnote.
fn labels(side: &Side<'_>) -> Vec<HashMap<usize, u64>> {
    let of_document = side.documents.iter().map(|parts| {
        let places = parts.tokens.iter().enumerate().filter(|(_, token)| token.kind() == PartKind::Note);
        places.map(|(place, _)| place).zip(parts.references.iter().copied()).collect()
    });
    of_document.collect()
}

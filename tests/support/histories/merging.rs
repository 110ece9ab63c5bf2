//! Brings two branches together: where a person would keep both sides' work, it keeps both.

use super::model::{Block, Item, Model, Sentence};

/// Something with an identity in a row of such things.
trait Row: Clone + PartialEq {
    fn id(&self) -> u32;
    /// Brings two versions of one together.
    fn merged(base: &Self, left: &Self, right: &Self) -> Self;
    fn is_empty(&self) -> bool;
}

impl Row for Sentence {
    fn id(&self) -> u32 {
        self.id
    }

    /// A sentence that both have changed is as the left one has it.
    fn merged(base: &Self, left: &Self, right: &Self) -> Self {
        if left == base { right.clone() } else { left.clone() }
    }

    fn is_empty(&self) -> bool {
        self.words.is_empty()
    }
}

impl Row for Item {
    fn id(&self) -> u32 {
        self.id
    }

    fn merged(base: &Self, left: &Self, right: &Self) -> Self {
        Self { id: left.id, sentences: merged_rows(&base.sentences, &left.sentences, &right.sentences) }
    }

    fn is_empty(&self) -> bool {
        self.sentences.is_empty()
    }
}

fn of_id<T: Row>(row: &[T], id: u32) -> Option<&T> {
    row.iter().find(|thing| thing.id() == id)
}

fn merged_rows<T: Row>(base: &[T], left: &[T], right: &[T]) -> Vec<T> {
    let mut merged = Vec::new();
    for left in left {
        match (of_id(base, left.id()), of_id(right, left.id())) {
            (Some(base), Some(right)) => merged.push(T::merged(base, left, right)),
            // The right one has removed it.
            (Some(base), None) if left == base => {}
            _ => merged.push(left.clone()),
        }
    }
    for (at, new) in right.iter().enumerate().filter(|(_, new)| of_id(base, new.id()).is_none()) {
        let before = right[..at].iter().rev().find_map(|one| merged.iter().position(|other| other.id() == one.id()));
        merged.insert(before.map_or(0, |before| before + 1), new.clone());
    }
    merged.retain(|one| !one.is_empty());
    merged
}

/// The left documents with what the right ones have done to the text: the right branch has moved no blocks, and has made
/// and renamed no files.
pub fn merged(base: &Model, left: &Model, right: &Model) -> Model {
    let mut merged = left.clone();
    for (document, block) in right.blocks() {
        let (of, new) = (&right.documents[document], &right.documents[document].blocks[block]);
        let place = merged.find(new.id);
        match (base.find(new.id), place) {
            (Some(old), Some(place)) => {
                let old = &base.documents[old.0].blocks[old.1];
                let block = &mut merged.documents[place.0].blocks[place.1];
                block.items = merged_rows(&old.items, &block.items, &new.items);
            }
            (None, None) => {
                let before = block.checked_sub(1).and_then(|before| merged.find(of.blocks[before].id));
                let home = merged.documents.iter().position(|document| document.id == of.id).unwrap_or_default();
                let (document, at) = before.map_or((home, 1), |(document, before)| (document, before + 1));
                merged.documents[document].blocks.insert(at, new.clone());
            }
            _ => {}
        }
    }
    let gone = |block: &Block| {
        let unchanged = base.find(block.id).is_some_and(|(document, at)| base.documents[document].blocks[at] == *block);
        block.items.is_empty() || unchanged && right.find(block.id).is_none()
    };
    for document in &mut merged.documents {
        document.blocks.retain(|block| !gone(block));
        let base = base.documents.iter().find(|base| base.id == document.id);
        let right = right.documents.iter().find(|right| right.id == document.id);
        if let (Some(base), Some(right)) = (base, right)
            && document.style == base.style
        {
            document.style = right.style.clone();
        }
    }
    merged
}

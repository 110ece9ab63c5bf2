//! What an alignment tells: the pairs, and of each new document what is changed.

mod changed;

use super::pairs::Pairs;
use super::side::Side;
use super::words::Words;
use crate::model::{DocumentPath, Span};
use changed::Changed;
use std::collections::HashMap;
use std::ops::Range;

/// How the documents of two versions correspond.
#[derive(Clone, Debug)]
pub struct Alignment {
    /// The documents: those of the new version in its order, then those of the old version that are gone.
    pub documents: Vec<DocumentPair>,
    /// The sections: those of the new version in its order, then those of the old version that are gone.
    pub sections: Vec<SectionPair>,
    /// The blocks, likewise. A block whose old one was split has none, but may have runs.
    pub blocks: Vec<BlockPair>,
    /// The runs of words that moved by themselves into another block, in the order of the new version.
    pub runs: Vec<MovedRun>,
    changed: HashMap<DocumentPath, Changed>,
}

/// A document by its place among those given, and what of it: a section or a block by its place in the document's parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The place of the document among those of its version.
    pub document: usize,
    /// The place among the document's sections or blocks.
    pub index: usize,
}

/// A document in both versions, or in the one that has it, by its place among those given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DocumentPair {
    /// Where it was.
    pub old: Option<usize>,
    /// Where it is.
    pub new: Option<usize>,
}

/// A section in both versions, or in the one that has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SectionPair {
    /// Where it was.
    pub old: Option<Place>,
    /// Where it is.
    pub new: Option<Place>,
    /// Whether it left its document, or its order among the others there.
    pub moved: bool,
}

/// A block in both versions, or in the one that has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BlockPair {
    /// Where it was.
    pub old: Option<Place>,
    /// Where it is.
    pub new: Option<Place>,
    /// Whether it left its section, or its order among the other blocks there.
    pub moved: bool,
    /// In a pair, the tokens that took each other's place, in order; empty where no token changed.
    pub changes: Vec<Change>,
}

/// Tokens of an old block in whose place a new block has others, or none; one of the two may be empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Places among the tokens of the old block.
    pub old: Range<usize>,
    /// Places among the tokens of the new block.
    pub new: Range<usize>,
}

/// Tokens that moved from one block to another, where the blocks are no pair or the place in them is another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MovedRun {
    /// The block where they were.
    pub old: Place,
    /// Their places among the tokens of the old block.
    pub old_tokens: Range<usize>,
    /// The block where they are.
    pub new: Place,
    /// Their places among the tokens of the new block.
    pub new_tokens: Range<usize>,
}

impl Alignment {
    /// The spans of a new document's text that the old version does not have, in order and apart from each other: a
    /// wholly new block, else words and marks, as many in a row as are new together.
    #[must_use]
    pub fn changed_spans(&self, path: &DocumentPath) -> &[Span] {
        self.changed.get(path).map_or(&[], |changed| &changed.words)
    }

    /// Whether what is said about a span of a new document concerns the change: whether the span
    ///
    /// - shares a byte with [`changed_spans`](Self::changed_spans);
    /// - shares a byte with the words just before and just after the place where words were taken out, or spans that
    ///   place; words that only moved away count where they were part of a sentence;
    /// - shares a byte with a block that became something else: a heading of another level, a quotation.
    ///
    /// An empty span counts as the bytes on both sides of it. A document that was not given is untouched.
    #[must_use]
    pub fn is_touched(&self, path: &DocumentPath, span: Span) -> bool {
        self.changed.get(path).is_some_and(|changed| changed.touches(span))
    }
}

/// What was found of two versions.
pub(super) struct Matched {
    pub(super) documents: Pairs,
    pub(super) sections: Pairs,
    pub(super) blocks: Pairs,
    pub(super) words: Words,
}

pub(super) fn tell(old: &Side<'_>, new: &Side<'_>, matched: &Matched) -> Alignment {
    let place = |side: &Side<'_>, block: usize| {
        let block = &side.blocks[block];
        Place { document: block.document, index: block.index }
    };
    let runs = matched.words.runs.iter().map(|run| MovedRun {
        old: place(old, run.blocks.0),
        old_tokens: run.starts.0..run.starts.0 + run.length,
        new: place(new, run.blocks.1),
        new_tokens: run.starts.1..run.starts.1 + run.length,
    });
    Alignment {
        documents: documents(&matched.documents),
        sections: sections(old, new, matched),
        blocks: blocks(old, new, matched),
        runs: runs.collect(),
        changed: changed::changed(old, new, matched),
    }
}

fn documents(pairs: &Pairs) -> Vec<DocumentPair> {
    let present = pairs.of_new.iter().enumerate().map(|(to, at)| DocumentPair { old: *at, new: Some(to) });
    let gone = pairs.free_old(0..pairs.of_old.len()).map(|at| DocumentPair { old: Some(at), new: None });
    present.chain(gone).collect()
}

fn sections(old: &Side<'_>, new: &Side<'_>, matched: &Matched) -> Vec<SectionPair> {
    let place = |side: &Side<'_>, section: usize| {
        let section = &side.sections[section];
        Place { document: section.document, index: section.index }
    };
    let mut in_place = vec![false; new.sections.len()];
    for (to, at) in matched.documents.of_new.iter().enumerate() {
        if let Some(at) = at {
            let kept = matched.sections.in_place(&old.document_sections[*at], &new.document_sections[to]);
            for (_, to) in kept {
                in_place[to] = true;
            }
        }
    }
    let present = matched.sections.of_new.iter().enumerate().map(|(to, at)| SectionPair {
        old: at.map(|at| place(old, at)),
        new: Some(place(new, to)),
        moved: at.is_some() && !in_place[to],
    });
    let gone = matched.sections.free_old(0..old.sections.len());
    let gone = gone.map(|at| SectionPair { old: Some(place(old, at)), new: None, moved: false });
    present.chain(gone).collect()
}

fn blocks(old: &Side<'_>, new: &Side<'_>, matched: &Matched) -> Vec<BlockPair> {
    let place = |side: &Side<'_>, block: usize| {
        let block = &side.blocks[block];
        Place { document: block.document, index: block.index }
    };
    let mut in_place = vec![false; new.blocks.len()];
    for (to, at) in matched.sections.of_new.iter().enumerate() {
        if let Some(at) = at {
            let kept = matched.blocks.in_place(&old.sections[*at].blocks, &new.sections[to].blocks);
            for (_, to) in kept {
                in_place[to] = true;
            }
        }
    }
    let present = matched.blocks.of_new.iter().enumerate().map(|(to, at)| BlockPair {
        old: at.map(|at| place(old, at)),
        new: Some(place(new, to)),
        moved: at.is_some() && !in_place[to],
        changes: matched.words.changes.get(&to).cloned().unwrap_or_default(),
    });
    let gone = matched.blocks.free_old(0..old.blocks.len());
    let gone = gone.map(|at| BlockPair { old: Some(place(old, at)), new: None, moved: false, changes: Vec::new() });
    present.chain(gone).collect()
}

//! The footnotes of an edition, numbered by their first reference.

use crate::model::{Block, BlockKind, Document, DocumentPath, Inline, InlineKind, Span};
use std::collections::{HashMap, VecDeque};

/// A footnote.
#[derive(Clone, Copy, Debug)]
pub struct Note<'a> {
    /// Its number in the edition, from 1.
    pub number: usize,
    /// The document it stands in.
    pub document: &'a Document<'a>,
    /// Its label.
    pub label: &'a str,
    /// Its text.
    pub blocks: &'a [Block<'a>],
    /// How often the text and other notes refer to it.
    pub references: usize,
}

#[derive(Default)]
pub(super) struct Notes<'a> {
    all: Vec<Note<'a>>,
    /// The place of a note in `all`, by document and label in lower case.
    places: HashMap<(DocumentPath, String), usize>,
}

impl<'a> Notes<'a> {
    pub(super) fn of(documents: &'a [Document<'a>]) -> Self {
        let mut notes = Self::default();
        for document in documents {
            notes.read(document);
        }
        notes
    }

    fn read(&mut self, document: &'a Document<'a>) {
        let mut texts: HashMap<String, (&'a str, &'a [Block<'a>])> = HashMap::new();
        let mut in_notes = Vec::new();
        for block in document.all_blocks() {
            if let BlockKind::Footnote { label, blocks } = &block.kind {
                texts.entry(label.to_lowercase()).or_insert((label, blocks));
                if !inside_one(&in_notes, block.span) {
                    in_notes.push(block.span);
                }
            }
        }
        if texts.is_empty() {
            return;
        }
        let mut labels = VecDeque::new();
        document.for_each_run(|run| {
            for inline in run.iter().flat_map(Inline::with_descendants) {
                if let InlineKind::FootnoteReference(label) = &inline.kind
                    && !inside_one(&in_notes, inline.span)
                {
                    labels.push_back(label.to_lowercase());
                }
            }
        });
        // Notes that other notes refer to follow those of the text; a note is entered once, so that notes that refer
        // to each other, or to themselves, come to an end.
        while let Some(label) = labels.pop_front() {
            let Some((written, blocks)) = texts.get(&label) else { continue };
            let key = (document.path.clone(), label);
            if let Some(place) = self.places.get(&key) {
                self.all[*place].references += 1;
                continue;
            }
            self.places.insert(key, self.all.len());
            self.all.push(Note { number: self.all.len() + 1, document, label: written, blocks, references: 1 });
            for block in blocks.iter().flat_map(Block::with_descendants) {
                block.for_each_run(&mut |run| {
                    for inline in run.iter().flat_map(Inline::with_descendants) {
                        if let InlineKind::FootnoteReference(label) = &inline.kind {
                            labels.push_back(label.to_lowercase());
                        }
                    }
                });
            }
        }
    }

    /// The note that a label of a document refers to.
    pub(super) fn get(&self, path: &DocumentPath, label: &str) -> Option<&Note<'a>> {
        self.all.get(*self.places.get(&(path.clone(), label.to_lowercase()))?)
    }

    pub(super) fn all(&self) -> &[Note<'a>] {
        &self.all
    }
}

/// Whether a span lies inside one of these, which stand in the order of the text; of notes inside notes, the outer one
/// comes first and decides.
fn inside_one(outer: &[Span], inner: Span) -> bool {
    let before = outer.partition_point(|span| span.start <= inner.start);
    outer[..before].last().is_some_and(|span| span.contains(inner))
}

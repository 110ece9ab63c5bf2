//! One text with both versions in it: what was put in, taken out and moved stands marked where it belongs.
//!
//! 1. `marks` sorts the changes of a comparison by the documents of the new version: stretches that were put in or moved,
//!    places where words were taken out, and blocks that are gone;
//! 2. `merger` walks each document once, in the order of the text, and marks its runs of inlines (`runs`), with the spaces
//!    that words need (`spaces`); `blocks` puts what is gone as a whole between what is there;
//! 3. a change of which nothing can be shown in the text gets a place all the same, so that a list of the changes can lead
//!    to each of them;
//! 4. the documents that are `gone` follow those that are there.
//!
//! A comparison is trusted in nothing: spans that fit no text leave it as it is.

mod blocks;
mod gone;
mod marks;
mod merger;
mod runs;
mod spaces;
#[cfg(test)]
mod tests;

use crate::diff::{Change, Comparison};
use crate::model::{Document, DocumentPath, Inline, InlineKind};
use marks::Marks;
use merger::Merger;
use std::collections::{BTreeMap, BTreeSet};

/// The documents of the new version with what was taken out, put in and moved marked in them, and behind them the documents
/// that are gone. Each mark tells its change by the place in [`Comparison::changes`].
#[must_use]
pub fn merged<'text>(new_documents: Vec<Document<'text>>, comparison: &Comparison) -> Vec<Document<'text>> {
    let mut changes = changes_by_document(comparison);
    let mut merged: Vec<Document<'text>> = Vec::with_capacity(new_documents.len());
    for document in new_documents {
        let own = changes.remove(&document.path).unwrap_or_default();
        let marks = Marks::of(&document, &own);
        let document = marked(document, marks);
        let missing = Marks::missing(&own, &shown(&document));
        merged.push(marked(document, missing));
    }
    merged.extend(changes.into_iter().filter_map(|(path, changes)| gone::document(path, &changes)));
    merged
}

/// A change, and its place in the comparison.
type Numbered<'a> = (usize, &'a Change);

/// The changes of each document of the new version, and of each one that is gone.
fn changes_by_document(comparison: &Comparison) -> BTreeMap<&DocumentPath, Vec<Numbered<'_>>> {
    let mut changes: BTreeMap<&DocumentPath, Vec<Numbered<'_>>> = BTreeMap::new();
    for (number, change) in comparison.changes.iter().enumerate() {
        let new = change.new.as_ref().map(|place| &place.path);
        let gap = change.gap.as_ref().map(|(path, _)| path);
        let old = change.old.as_ref().map(|place| &place.path);
        if let Some(path) = new.or(gap).or(old) {
            changes.entry(path).or_default().push((number, change));
        }
    }
    changes
}

fn marked(document: Document<'_>, marks: Marks) -> Document<'_> {
    let Marks { inserted, moved, points, removed } = marks;
    let merger = Merger { source: document.text, inserted: &inserted, moved: &moved, points };
    blocks::put(merger.document(document), removed)
}

/// The changes of which a document shows a mark, by their places in the comparison.
#[must_use]
pub fn shown(document: &Document<'_>) -> BTreeSet<usize> {
    let mut shown = BTreeSet::new();
    document.for_each_run(|run| {
        for inline in run.iter().flat_map(Inline::with_descendants) {
            if let InlineKind::Revision { change, .. } = &inline.kind {
                shown.insert(*change);
            }
        }
    });
    shown
}

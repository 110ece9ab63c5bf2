//! Documents that are gone.

use super::blocks;
use super::marks::Removed;
use super::runs::revision;
use crate::diff::{Change, Comparison, Unit};
use crate::model::{Block, Document, DocumentPath, Heading, Inline, InlineKind, Section, Span};
use std::borrow::Cow;
use std::collections::BTreeSet;

/// The documents of the old version that are gone, in the order of their paths, each under its path as a heading. Of their
/// texts they have what stands nowhere else now.
pub(super) fn documents<'text>(present: &[Document<'_>], comparison: &Comparison) -> Vec<Document<'text>> {
    let is_present = |path: &DocumentPath| present.iter().any(|document| document.path == *path);
    let gone = comparison.changes.iter().filter(|change| change.new.is_none());
    let paths: BTreeSet<&DocumentPath> = gone.filter_map(path).filter(|path| !is_present(path)).collect();
    paths.into_iter().map(|path| document(path, comparison)).collect()
}

/// The document that what is gone would stand in.
fn path(change: &Change) -> Option<&DocumentPath> {
    change.gap.as_ref().map(|(path, _)| path).or_else(|| change.old.as_ref().map(|place| &place.path))
}

fn document<'text>(own: &DocumentPath, comparison: &Comparison) -> Document<'text> {
    let changes = comparison.changes.iter().enumerate();
    let changes: Vec<(usize, &Change)> =
        changes.filter(|(_, change)| change.new.is_none() && path(change) == Some(own)).collect();
    let is_bare = |change: &Change| matches!(change.unit, Unit::Document | Unit::Metadata);
    let marks = changes
        .iter()
        .filter(|(_, change)| is_bare(change))
        .map(|(number, _)| revision(Span::default(), *number, None));
    let name = Inline { span: Span::default(), kind: InlineKind::Text(Cow::Owned(own.to_string())) };
    let removed = changes.iter().filter(|(_, change)| !is_bare(change));
    let removed = removed.map(|(number, change)| Removed::of(*number, change, 0));
    let section = section(marks.chain([name]).collect(), blocks::in_a_row(removed));
    let language = changes.iter().find_map(|(_, change)| change.old.as_ref()?.language.clone());
    let (front_matter, preamble, problems) = (None, Vec::new(), Vec::new());
    Document { path: own.clone(), text: "", language, front_matter, preamble, sections: vec![section], problems }
}

fn section<'text>(inlines: Vec<Inline<'text>>, blocks: Vec<Block<'text>>) -> Section<'text> {
    let span = Span::default();
    let heading = Heading { level: 1, id: None, designator: None, inlines, span };
    Section { heading, anchor: String::new(), blocks, sections: Vec::new(), span }
}

//! Documents that are gone.

use super::Numbered;
use super::blocks;
use super::marks::Removed;
use super::runs::revision;
use crate::diff::{Change, Unit};
use crate::model::{Block, Document, DocumentPath, Heading, Inline, InlineKind, Section, Span};
use std::borrow::Cow;

/// A document of the old version that is gone, under its path as a heading. Of its text it has what stands nowhere else
/// now. `None` for a document that is there and is not shown.
pub(super) fn document<'text>(own: &DocumentPath, changes: &[Numbered<'_>]) -> Option<Document<'text>> {
    if changes.iter().any(|(_, change)| change.new.is_some()) {
        return None;
    }
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
    Some(Document { path: own.clone(), text: "", language, front_matter, preamble, sections: vec![section], problems })
}

fn section<'text>(inlines: Vec<Inline<'text>>, blocks: Vec<Block<'text>>) -> Section<'text> {
    let span = Span::default();
    let heading = Heading { level: 1, id: None, designator: None, inlines, span };
    Section { heading, anchor: String::new(), blocks, sections: Vec::new(), span }
}

//! What changed between two versions of a policy, as a reader would tell it.
//!
//! 1. The documents that differ are read in both versions (`version`): their parts, sentences, norms and definitions;
//! 2. `align` tells which sections, blocks and words of one are those of the other, and `links` follows each token;
//! 3. what happened to documents and sections as wholes is told by `events`, what happened in blocks by `blocks`, of which
//!    `phrases` and `sentences` make the edits, and what happened in the front matter by `metadata`;
//! 4. `classes` puts each change in a class; `direction` tells whether a norm binds more or less than before;
//! 5. the [`Comparison`] has all changes in the order of the new version; [`Bump`] says what they ask of the next version's
//!    number, [`unmentioned`] which of them the notes of the version leave out, and [`makers`] which commits made them.

mod blocks;
mod change;
mod classes;
mod comparing;
mod direction;
mod events;
mod frequency;
mod links;
mod makers;
mod metadata;
mod notes;
mod phrases;
mod proposal;
mod rows;
mod sentences;
mod stretches;
mod text;
mod version;

pub use change::{Change, Class, Edit, Event, LinkChange, NormChange, NormSide, Piece, Place, State, Unit, Wording};

pub use makers::{MakersRequest, makers};
pub use notes::unmentioned;
pub use proposal::Bump;

use crate::align;
use crate::error::Error;
use crate::model::DocumentPath;
use crate::policy::Policy;
use comparing::Comparing;
use events::Events;
use std::collections::HashMap;
use version::Version;

/// What changed between two versions.
#[derive(Debug)]
pub struct Comparison {
    /// The changes, in the order of the new version; what is gone stands where it was.
    pub changes: Vec<Change>,
    /// What all changes between the two versions ask of the next version's number, whether they are all here or not.
    pub bump: Bump,
    /// Whether only a part of the changes was asked for.
    pub is_part: bool,
    /// Why documents of either version could not be read; no change of these is told.
    pub unread: Vec<Error>,
}

impl Comparison {
    /// How many changes are in each class, in the order of the classes; those with none included.
    pub fn counts(&self) -> impl Iterator<Item = (Class, usize)> + '_ {
        Class::ALL.into_iter().map(|class| (class, self.changes.iter().filter(|change| change.class == class).count()))
    }

    /// How many words were put in, and how many were taken out.
    #[must_use]
    pub fn words(&self) -> (usize, usize) {
        let edits = || self.changes.iter().flat_map(|change| &change.edits);
        let count = |wording: Option<&Wording>| wording.map_or(0, |wording| wording.words.len());
        (edits().map(|edit| count(edit.new.as_ref())).sum(), edits().map(|edit| count(edit.old.as_ref())).sum())
    }
}

/// Compares two versions of a policy. `renamed` are the documents that are known to have had another path, each with its old
/// path and its new one; others are known again by their content.
#[must_use]
pub fn compare(old: &Policy, new: &Policy, renamed: &[(DocumentPath, DocumentPath)]) -> Comparison {
    let (mut before, mut after) = (Version::read(old, new), Version::read(new, old));
    let unread = leave_unread(&mut before, &mut after, renamed);
    let known: Vec<(usize, usize)> =
        renamed.iter().filter_map(|(at, to)| Some((before.position(at)?, after.position(to)?))).collect();
    let alignment = align::align_renamed(&before.parts, &after.parts, &known);
    let comparing = Comparing::new(&before, &after, &alignment);
    let events = Events::of(&comparing);
    let mut changes = events::of_documents(&comparing, &events);
    changes.extend(metadata::changes(&comparing));
    changes.extend(events::of_sections(&comparing, &events));
    changes.extend(blocks::changes(&comparing, &events));
    let changes = in_order(&comparing, changes);
    Comparison { bump: Bump::of(&changes), changes, is_part: false, unread }
}

/// Leaves a document that could not be read in one version out of the other too: nobody knows what changed in it.
fn leave_unread(before: &mut Version, after: &mut Version, renamed: &[(DocumentPath, DocumentPath)]) -> Vec<Error> {
    let (old, new) = (std::mem::take(&mut before.unread), std::mem::take(&mut after.unread));
    for (path, _) in &old {
        after.forget(renamed.iter().find(|(at, _)| at == path).map_or(path, |(_, to)| to));
    }
    for (path, _) in &new {
        before.forget(renamed.iter().find(|(_, to)| to == path).map_or(path, |(at, _)| at));
    }
    old.into_iter().chain(new).map(|(_, error)| error).collect()
}

/// Puts changes in the order of the new version; what is gone stands behind what stood before it and is still there.
fn in_order(comparing: &Comparing<'_>, mut changes: Vec<Change>) -> Vec<Change> {
    let documents = comparing.documents.iter();
    let paths: HashMap<&DocumentPath, &DocumentPath> = documents
        .filter_map(|pair| Some((&comparing.old.parts(pair.old?).path, &comparing.new.parts(pair.new?).path)))
        .collect();
    let mut ends: HashMap<&DocumentPath, Vec<(u32, u32)>> = HashMap::new();
    for pair in &comparing.blocks {
        let (Some(old), Some(new)) = (pair.old, pair.new) else { continue };
        let (at, to) = (comparing.old.block(old), comparing.new.block(new));
        if paths.get(&comparing.old.parts(old.document).path) == Some(&&comparing.new.parts(new.document).path) {
            ends.entry(&comparing.old.parts(old.document).path).or_default().push((at.span.start, to.span.end));
        }
    }
    for ends in ends.values_mut() {
        ends.sort_unstable();
    }
    for change in &mut changes {
        let Some(old) = change.old.as_ref().filter(|_| change.new.is_none()) else { continue };
        let path = paths.get(&old.path).map_or(&old.path, |path| *path);
        let known = ends.get(&old.path).map_or(&[][..], Vec::as_slice);
        let before = known.partition_point(|(start, _)| *start <= old.span.start);
        change.gap = Some((path.clone(), before.checked_sub(1).map_or(0, |before| known[before].1)));
    }
    changes.sort_by_cached_key(|change| match (&change.new, &change.gap, &change.old) {
        (Some(new), ..) => Some((new.path.clone(), new.span.start, false, 0)),
        (None, Some((path, offset)), Some(old)) => Some((path.clone(), *offset, true, old.span.start)),
        (None, ..) => None,
    });
    changes
}

#[cfg(test)]
mod tests;

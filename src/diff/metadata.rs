//! The changes in the front matter of documents.

use super::change::{Change, Class, Event, Piece, State, Unit};
use super::comparing::{Comparing, Side};
use crate::align::{self, DocumentPair, MetadataParts, Presence};

pub(super) fn changes(comparing: &Comparing<'_>) -> Vec<Change> {
    let mut changes = Vec::new();
    for pair in comparing.documents {
        let DocumentPair { old: Some(old), new: Some(new) } = *pair else { continue };
        let (before, after) = (&comparing.old.parts(old).metadata, &comparing.new.parts(new).metadata);
        for entry in after {
            let known = before.iter().find(|known| known.key == entry.key);
            if !known.is_some_and(|known| known.is_same(entry)) {
                changes.push(change(comparing, (old, known), (new, Some(entry))));
            }
        }
        for entry in before.iter().filter(|entry| !after.iter().any(|other| other.key == entry.key)) {
            changes.push(change(comparing, (old, Some(entry)), (new, None)));
        }
    }
    changes
}

fn change(
    comparing: &Comparing<'_>,
    (old, before): (usize, Option<&MetadataParts>),
    (new, after): (usize, Option<&MetadataParts>),
) -> Change {
    let place = |side: &Side<'_>, document: usize, entry: &MetadataParts| side.place(document, 0, entry.span);
    let places =
        (before.map(|entry| place(&comparing.old, old, entry)), after.map(|entry| place(&comparing.new, new, entry)));
    let mut change = Change::bare(Class::Metadata, Event::Metadata, Unit::Metadata, places);
    let written = |side: &Side<'_>, document: usize, entry: &MetadataParts| {
        let text = side.reading(document).text.get(entry.span.range()).unwrap_or("");
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let before = before.map_or_else(String::new, |entry| written(&comparing.old, old, entry));
    let after = after.map_or_else(String::new, |entry| written(&comparing.new, new, entry));
    let piece = |(presence, text)| {
        let state = match presence {
            Presence::Both => State::Kept,
            Presence::Old => State::Removed,
            Presence::New => State::Added,
        };
        Piece { state, text }
    };
    change.redline = align::merged(&before, &after).into_iter().map(piece).collect();
    change
}

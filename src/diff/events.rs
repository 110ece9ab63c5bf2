//! What happened to documents and sections as wholes: added, removed, moved, renamed, split, merged, another level.

use super::change::{Change, Class, Edit, Event, Piece, State, Unit};
use super::comparing::{Comparing, Side};
use super::links::TokenPlace;
use super::stretches::Pair;
use crate::align::{self, BlockForm, DocumentPair, SectionPair};
use crate::model::Span;
use std::collections::{BTreeMap, HashSet};
use std::hash::Hash;

/// The divisions of the text that were split and merged.
#[derive(Default)]
pub(super) struct Events {
    documents: Links<usize>,
    sections: Links<align::Place>,
}

/// Old and new items of which one came out of the other or went into it.
struct Links<Item> {
    /// The old item that each new one came out of; where it came out of none, the first that went into it.
    sources: BTreeMap<Item, Item>,
    /// The new item that each old one went into; where it went into none, the first that came out of it.
    targets: BTreeMap<Item, Item>,
    all: HashSet<(Item, Item)>,
}

impl<Item> Default for Links<Item> {
    fn default() -> Self {
        Self { sources: BTreeMap::new(), targets: BTreeMap::new(), all: HashSet::new() }
    }
}

impl<Item: Copy + Ord + Hash> Links<Item> {
    /// Notes that a new item came out of an old one; to be told in the order of the text, as what went.
    fn came(&mut self, old: Item, new: Item) {
        self.sources.insert(new, old);
        self.targets.entry(old).or_insert(new);
        self.all.insert((old, new));
    }

    /// Notes that an old item went into a new one.
    fn went(&mut self, old: Item, new: Item) {
        self.targets.insert(old, new);
        self.sources.entry(new).or_insert(old);
        self.all.insert((old, new));
    }

    fn source(&self, new: Item) -> Option<Item> {
        self.sources.get(&new).copied()
    }

    fn target(&self, old: Item) -> Option<Item> {
        self.targets.get(&old).copied()
    }

    fn has(&self, old: Item, new: Item) -> bool {
        self.all.contains(&(old, new))
    }
}

impl Events {
    /// Finds out which documents and sections were split and merged.
    pub(super) fn of(comparing: &Comparing<'_>) -> Self {
        let mut events = Self::default();
        for pair in comparing.documents {
            match *pair {
                DocumentPair { old: None, new: Some(new) } => {
                    source_of_document(comparing, new).inspect(|old| events.documents.came(*old, new));
                }
                DocumentPair { old: Some(old), new: None } => {
                    target_of_document(comparing, old).inspect(|new| events.documents.went(old, *new));
                }
                DocumentPair { .. } => {}
            }
        }
        for pair in comparing.sections {
            match *pair {
                SectionPair { old: None, new: Some(new), .. } => {
                    source_of_section(comparing, new).inspect(|old| events.sections.came(*old, new));
                }
                SectionPair { old: Some(old), new: None, .. } => {
                    target_of_section(comparing, old).inspect(|new| events.sections.went(old, *new));
                }
                SectionPair { .. } => {}
            }
        }
        events
    }

    /// Whether a block stands elsewhere because its section or document was split or merged.
    pub(super) fn explains_move(&self, comparing: &Comparing<'_>, pair: &Pair) -> bool {
        let old = align::Place { document: pair.old.document, index: comparing.old.section_of(pair.old.first()) };
        let new = align::Place { document: pair.new.document, index: comparing.new.section_of(pair.new.first()) };
        self.sections.has(old, new) || self.documents.has(old.document, new.document)
    }
}

/// Counts votes, and gives who has at least half of all.
fn majority<Candidate: Ord + Copy>(votes: impl Iterator<Item = Option<Candidate>>) -> Option<Candidate> {
    let (mut all, mut counts) = (0, BTreeMap::<Candidate, usize>::new());
    for vote in votes {
        all += 1;
        if let Some(candidate) = vote {
            *counts.entry(candidate).or_default() += 1;
        }
    }
    let (candidate, count) = counts.into_iter().max_by_key(|(_, count)| *count)?;
    (2 * count >= all).then_some(candidate)
}

/// The old document that most of a new one's words come from.
fn source_of_document(comparing: &Comparing<'_>, new: usize) -> Option<usize> {
    majority(comparing.links.of_new[new].iter().map(|link| link.map(TokenPlace::document)))
}

fn target_of_document(comparing: &Comparing<'_>, old: usize) -> Option<usize> {
    majority(comparing.links.of_old[old].iter().map(|link| link.map(TokenPlace::document)))
}

/// The tokens of a section's blocks, its heading left out.
fn body(side: &Side<'_>, section: align::Place) -> std::ops::Range<usize> {
    let parts = side.parts(section.document);
    let blocks = parts.sections[section.index].blocks.clone();
    let first = blocks.start + usize::from(section.index > 0);
    let own = parts.blocks.get(first..blocks.end).unwrap_or(&[]);
    own.first().zip(own.last()).map_or(0..0, |(first, last)| first.tokens.start..last.tokens.end)
}

fn source_of_section(comparing: &Comparing<'_>, new: align::Place) -> Option<align::Place> {
    if new.index == 0 {
        return None;
    }
    let links = &comparing.links.of_new[new.document];
    let section = |token: usize| {
        links[token].map(|link| {
            let block = comparing.old.block_of(link);
            align::Place { document: block.document, index: comparing.old.section_of(block) }
        })
    };
    majority(body(&comparing.new, new).map(section))
}

fn target_of_section(comparing: &Comparing<'_>, old: align::Place) -> Option<align::Place> {
    if old.index == 0 {
        return None;
    }
    let links = &comparing.links.of_old[old.document];
    let section = |token: usize| {
        links[token].map(|link| {
            let block = comparing.new.block_of(link);
            align::Place { document: block.document, index: comparing.new.section_of(block) }
        })
    };
    majority(body(&comparing.old, old).map(section))
}

/// The changes of documents as wholes.
pub(super) fn of_documents(comparing: &Comparing<'_>, events: &Events) -> Vec<Change> {
    let mut changes = Vec::new();
    for pair in comparing.documents {
        let (old, new) = (pair.old, pair.new);
        let event = match (old, new) {
            (Some(old), Some(new)) => {
                let same = comparing.old.parts(old).path == comparing.new.parts(new).path;
                if same {
                    continue;
                }
                Event::Renamed
            }
            (None, Some(new)) if events.documents.source(new).is_some() => Event::Split,
            (Some(old), None) if events.documents.target(old).is_some() => Event::Merged,
            (None, _) => Event::Added,
            (_, None) => Event::Removed,
        };
        let source = new.and_then(|new| events.documents.source(new)).filter(|_| event == Event::Split);
        let target = old.and_then(|old| events.documents.target(old)).filter(|_| event == Event::Merged);
        let (old, new) = (old.or(source), new.or(target));
        let place = |side: &Side<'_>, document: usize| side.place(document, 0, Span::default());
        let places = (old.map(|old| place(&comparing.old, old)), new.map(|new| place(&comparing.new, new)));
        changes.push(Change::bare(Class::Structural, event, Unit::Document, places));
    }
    changes
}

/// The changes of sections as wholes; new titles are told with the blocks.
pub(super) fn of_sections(comparing: &Comparing<'_>, events: &Events) -> Vec<Change> {
    let moved: HashSet<align::Place> =
        comparing.sections.iter().filter(|pair| pair.moved).filter_map(|pair| pair.new).collect();
    let mut changes = Vec::new();
    for pair in comparing.sections {
        match (pair.old, pair.new) {
            (Some(old), Some(new)) if old.index > 0 && new.index > 0 => {
                if pair.moved && !follows_parent(comparing, events, (old, new), &moved) {
                    changes.push(section_change(comparing, Event::Moved, (Some(old), Some(new))));
                }
                if level(&comparing.old, old) != level(&comparing.new, new) {
                    changes.push(section_change(comparing, Event::Level, (Some(old), Some(new))));
                }
            }
            (old, Some(new)) if new.index > 0 && old.is_none_or(|old| old.index == 0) => {
                changes.push(new_section(comparing, events, new));
            }
            (Some(old), new) if old.index > 0 && new.is_none_or(|new| new.index == 0) => {
                changes.push(old_section(comparing, events, old));
            }
            _ => {}
        }
    }
    changes
}

fn new_section(comparing: &Comparing<'_>, events: &Events, new: align::Place) -> Change {
    let source = events.sections.source(new);
    let event = if source.is_some() { Event::Split } else { Event::Added };
    let mut change = section_change(comparing, event, (source, Some(new)));
    let tokens = heading_tokens(&comparing.new, new);
    let wording = comparing.new.wording(new.document, tokens);
    change.redline = wording.iter().map(|wording| Piece { state: State::Added, text: wording.text.clone() }).collect();
    change.edits =
        wording.into_iter().map(|wording| Edit { old: None, at: wording.span.start, new: Some(wording) }).collect();
    change
}

fn old_section(comparing: &Comparing<'_>, events: &Events, old: align::Place) -> Change {
    let target = events.sections.target(old);
    let event = if target.is_some() { Event::Merged } else { Event::Removed };
    let mut change = section_change(comparing, event, (Some(old), target));
    let tokens = heading_tokens(&comparing.old, old);
    let wording = comparing.old.wording(old.document, tokens);
    change.redline =
        wording.iter().map(|wording| Piece { state: State::Removed, text: wording.text.clone() }).collect();
    change.edits = wording.into_iter().map(|wording| Edit { old: Some(wording), new: None, at: 0 }).collect();
    change
}

fn section_change(
    comparing: &Comparing<'_>,
    event: Event,
    (old, new): (Option<align::Place>, Option<align::Place>),
) -> Change {
    let place = |side: &Side<'_>, section: align::Place| {
        let own = &side.parts(section.document).sections[section.index];
        let heading = side.parts(section.document).blocks.get(own.blocks.start).map_or(own.span, |block| block.span);
        side.place(section.document, section.index, heading)
    };
    let places = (old.map(|old| place(&comparing.old, old)), new.map(|new| place(&comparing.new, new)));
    Change::bare(Class::Structural, event, Unit::Section, places)
}

fn heading_tokens(side: &Side<'_>, section: align::Place) -> std::ops::Range<usize> {
    let parts = side.parts(section.document);
    parts.blocks.get(parts.sections[section.index].blocks.start).map_or(0..0, |block| block.tokens.clone())
}

/// The level of a section's heading.
fn level(side: &Side<'_>, section: align::Place) -> Option<u8> {
    let parts = side.parts(section.document);
    match parts.blocks.get(parts.sections[section.index].blocks.start)?.form {
        BlockForm::Heading(level) => Some(level),
        _ => None,
    }
}

/// Whether a section stands elsewhere only because what it stands in moved, or its document was split or merged.
fn follows_parent(
    comparing: &Comparing<'_>,
    events: &Events,
    (old, new): (align::Place, align::Place),
    moved: &HashSet<align::Place>,
) -> bool {
    if events.documents.has(old.document, new.document) {
        return true;
    }
    let (Some(old_parent), Some(new_parent)) = (comparing.old.parent(old), comparing.new.parent(new)) else {
        return false;
    };
    let pairs = comparing.sections;
    moved.contains(&new_parent) && pairs.iter().any(|pair| pair.old == Some(old_parent) && pair.new == Some(new_parent))
}

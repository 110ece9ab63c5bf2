//! Anchors of the last release that lead nowhere now.
//!
//! 1. The anchors of each document of the release that has changed are looked up in the document that it is now;
//! 2. one that has come to another document of the language has moved, and is found there;
//! 3. for the others, `align` tells what became of their sections.
//!
//! What is told is an error where the section is still there, so that its anchor can be kept, and a warning where it was
//! taken out, which may be meant.

use crate::align::{DocumentParts, Place};
use crate::lint::earlier::{Changed, Earlier, OldDocument, Version};
use crate::lint::finding::{Findings, Observation, quotation};
use crate::lint::rule::{Check, Documentation, Rule};
use crate::lint::whole::{WholePolicy, anchors};
use crate::model::{DocumentEntry, DocumentPath, Language, Message, SectionEntry, Severity, Span};
use crate::parse;
use std::collections::{HashMap, HashSet};

/// The rule.
pub const RULE: Rule = Rule {
    name: "released-anchor",
    default: Some(Severity::Error),
    check: Check::History(check),
    messages: &[
        "lint-more-alike",
        "lint-released-anchor-clauses",
        "lint-released-anchor-clauses-hint",
        "lint-released-anchor-document",
        "lint-released-anchor-document-hint",
        "lint-released-anchor-identity",
        "lint-released-anchor-removed",
        "lint-released-anchor-removed-hint",
        "lint-released-anchor-renamed",
        "lint-released-anchor-replace",
    ],
    documentation: [
        Documentation(include_str!("released_anchor.es.md")),
        Documentation(include_str!("released_anchor.en.md")),
    ],
};

fn check(whole: &WholePolicy<'_>, findings: &mut Findings<'_>) {
    let Some(earlier) = &whole.policy.released else { return };
    let changed = earlier.changed(whole);
    let (mut fate, mut gone) = (None, Vec::new());
    for (place, old) in changed.old.iter().enumerate() {
        let path = &old.entry.path;
        let is_here = whole.facts(path).is_some();
        // What is there and no part of the policy any more, or cannot be read, may be published all the same.
        if (!is_here && whole.policy.policy.files.contains(path)) || (is_here && lost(whole, path, old).is_empty()) {
            continue;
        }
        let fate: &Fate<'_> = fate.get_or_insert_with(|| Fate::new(earlier, whole));
        let lost = Lost { fate, whole, old, place };
        match lost.home() {
            Some(home) => {
                let observations = lost.tell(home);
                findings.add_alike(observations.len(), observations.into_iter());
            }
            None => gone.extend(lost.document()),
        }
    }
    findings.add_alike(gone.len(), gone.into_iter());
}

/// The anchors of a document of the release that a present document does not have, without those that were gone before.
fn lost<'a>(whole: &WholePolicy<'_>, home: &DocumentPath, old: &'a OldDocument) -> HashSet<&'a str> {
    // What the manifest has another name for still leads somewhere.
    let manifest = &whole.policy.policy.manifest;
    let leads = |now: &str| leads(now, old.language.as_ref(), whole);
    let is_lost = |name: &&str| !whole.has_anchor(home, name) && manifest.present_name(name, leads).is_none();
    let names = own_anchors(&old.entry).filter(is_lost);
    let mut lost: HashSet<&str> = names.collect();
    if let (Some(base), false) = (&whole.policy.base, lost.is_empty()) {
        retain_those_of(base, whole, &old.entry.path, &mut lost);
    }
    lost
}

/// Whether an edition in a language has a section or a clause of this name: an anchor of one of its documents, or, where
/// another document has the same anchor, with the document's name before it.
fn leads(name: &str, language: Option<&Language>, whole: &WholePolicy<'_>) -> bool {
    let has = |path: &DocumentPath, anchor: &str| {
        let entry = whole.entry(path).filter(|entry| entry.language.as_ref() == language);
        entry.is_some_and(|entry| own_anchors(&entry).any(|own| own == anchor))
    };
    let after =
        |path: &DocumentPath| name.strip_prefix(path.anchor_name().as_str())?.strip_prefix('-').map(str::to_owned);
    whole.with_anchor(name, language, usize::MAX).iter().any(|(path, _)| has(path, name))
        || whole.policy.policy.paths.iter().any(|path| after(path).is_some_and(|anchor| has(path, &anchor)))
}

/// Drops the anchors that the document did not have any more in the version that changes are told since.
fn retain_those_of(base: &Earlier<'_>, whole: &WholePolicy<'_>, path: &DocumentPath, lost: &mut HashSet<&str>) {
    let is_same = whole.facts(path).is_some_and(|facts| facts.is_same_as_in(Version::Base));
    let text = Some(base.policy).filter(|policy| !is_same && policy.paths.binary_search(path).is_ok());
    let Some(text) = text.and_then(|policy| policy.text(path).ok()) else { return lost.clear() };
    let entry = parse::index(&whole.policy.policy.parse(path, &text));
    let present: HashSet<&str> = anchors(&entry).map(|(name, _)| name).collect();
    lost.retain(|name| present.contains(name));
}

/// The anchors of sections and clauses, by which a text is cited.
fn own_anchors(entry: &DocumentEntry) -> impl Iterator<Item = &str> {
    let clauses = entry.clauses.iter().filter_map(|clause| clause.anchor.as_deref());
    entry.sections.iter().map(|section| section.anchor.as_str()).chain(clauses)
}

/// What became of the documents and sections of the release.
struct Fate<'a> {
    changed: &'a Changed,
    /// The release's policy, which tells what its files are called.
    earlier: &'a Earlier<'a>,
    /// Where each section is now.
    sections: HashMap<Place, Place>,
    /// By language, the anchors that a document has and the one it was had not.
    arrived: HashSet<(Option<&'a Language>, &'a str)>,
}

impl<'a> Fate<'a> {
    fn new(earlier: &'a Earlier<'a>, whole: &'a WholePolicy<'_>) -> Self {
        let changed = earlier.changed(whole);
        let pairs = || earlier.alignment(whole).sections.iter().filter_map(|pair| pair.old.zip(pair.new));
        let sections = pairs().collect();
        let heads = pairs().filter(|(old, new)| old.index == 0 && new.index == 0);
        let before: HashMap<usize, usize> = heads.map(|(old, new)| (new.document, old.document)).collect();
        let mut arrived = HashSet::new();
        for (place, (new, parts)) in changed.new.iter().zip(&changed.new_parts).enumerate() {
            let old = before.get(&place).and_then(|place| changed.old_parts.get(*place));
            let old: HashSet<&str> = old.into_iter().flat_map(section_anchors).collect();
            let names = section_anchors(parts).filter(|name| !old.contains(name));
            arrived.extend(names.map(|name| (new.language.as_ref(), name)));
        }
        Self { changed, earlier, sections, arrived }
    }

    /// A document of the policy by its place among those that have changed.
    fn new_place(&self, path: &DocumentPath) -> Option<usize> {
        self.changed.new_parts.binary_search_by(|parts| parts.path.cmp(path)).ok()
    }
}

fn section_anchors(parts: &DocumentParts) -> impl Iterator<Item = &str> {
    parts.sections.iter().skip(1).map(|section| section.anchor.as_str())
}

/// A document of the release some of whose anchors are lost.
struct Lost<'a, 'policy> {
    fate: &'a Fate<'a>,
    whole: &'a WholePolicy<'policy>,
    old: &'a OldDocument,
    /// Its place among those that have changed.
    place: usize,
}

impl Lost<'_, '_> {
    /// The document that it is now, by its place among those that have changed.
    fn home(&self) -> Option<usize> {
        let path = &self.old.entry.path;
        if self.whole.facts(path).is_some() {
            return self.fate.new_place(path);
        }
        self.fate.sections.get(&Place { document: self.place, index: 0 }).map(|place| place.document)
    }

    fn tell(&self, home: usize) -> Vec<Observation> {
        let Some(parts) = self.fate.changed.new_parts.get(home) else { return Vec::new() };
        let lost = lost(self.whole, &parts.path, self.old);
        let mut observations = self.sections(&lost, home);
        observations.extend(self.clauses(&lost, home));
        observations
    }

    /// What the file was called.
    fn file(&self) -> String {
        quotation(&self.fate.earlier.policy.files.display(&self.old.entry.path))
    }

    /// Whether an anchor has come to another document.
    fn has_moved(&self, name: &str) -> bool {
        self.fate.arrived.contains(&(self.old.language.as_ref(), name))
    }

    /// Where a section of a document begins for a reader; where it has none, its first heading or its beginning.
    fn spot(&self, document: usize, section: Option<usize>) -> Option<(&DocumentPath, Span)> {
        let places = &self.fate.changed.new.get(document)?.places;
        let place = section.and_then(|section| places.get(section)).or(places.get(1)).or(places.first());
        Some((&self.fate.changed.new_parts.get(document)?.path, place.copied().unwrap_or_default()))
    }

    /// Says which sections have lost their anchors; of those that were taken out, the outermost.
    fn sections(&self, lost: &HashSet<&str>, home: usize) -> Vec<Observation> {
        let mut told: Vec<Observation> = Vec::new();
        // The section taken out last, the level of its heading, and how many stood under it.
        let mut removed: Option<(&SectionEntry, u64)> = None;
        for (place, section) in self.old.entry.sections.iter().enumerate() {
            let new = self.fate.sections.get(&Place { document: self.place, index: place + 1 }).copied();
            let is_lost = lost.contains(section.anchor.as_str())
                && !self.has_moved(&section.anchor)
                && !self.is_page(place, section);
            match (&mut removed, new) {
                (Some((outer, below)), None) if section.level > outer.level => *below += u64::from(is_lost),
                (_, new) => {
                    told.extend(removed.take().and_then(|(section, below)| self.removed(section, below, home)));
                    match new {
                        None if is_lost => removed = Some((section, 0)),
                        Some(new) if is_lost => told.extend(self.renamed(section, new)),
                        _ => {}
                    }
                }
            }
        }
        told.extend(removed.and_then(|(section, below)| self.removed(section, below, home)));
        told
    }

    /// Whether a section is the title of a page by itself, whose address is what people cite.
    fn is_page(&self, place: usize, section: &SectionEntry) -> bool {
        place == 0 && section.level == 1 && !section.explicit && !self.whole.policy.policy.has_manifest
    }

    fn renamed(&self, section: &SectionEntry, new: Place) -> Option<Observation> {
        let parts = self.fate.changed.new_parts.get(new.document)?.sections.get(new.index)?;
        let (path, span) = self.spot(new.document, Some(new.index))?;
        let (was, is) = (section.anchor.as_str(), parts.anchor.as_str());
        if new.index == 0 || was == is {
            return None;
        }
        let message = Message::new("lint-released-anchor-renamed")
            .with("was", quotation(was))
            .with("file", self.file())
            .with("now", quotation(is));
        let mut observation = Observation::new(path, span, message);
        if can_be_identity(was) {
            let hint =
                if parts.id.is_some() { "lint-released-anchor-replace" } else { "lint-released-anchor-identity" };
            let hint = Message::new(hint).with("was", quotation(was));
            observation = observation.hint(if parts.id.is_some() { hint.with("now", quotation(is)) } else { hint });
        }
        // Where nothing says how the text is published, nothing says that its anchors are these.
        Some(if self.whole.policy.policy.has_manifest || section.explicit { observation } else { observation.mild() })
    }

    fn removed(&self, section: &SectionEntry, below: u64, home: usize) -> Option<Observation> {
        let (path, span) = self.spot(home, None)?;
        let message = Message::new("lint-released-anchor-removed")
            .with("title", quotation(&section.title))
            .with("anchor", quotation(&section.anchor))
            .with("file", self.file())
            .with("below", below);
        Some(with_identity(Observation::new(path, span, message), "lint-released-anchor-removed-hint", section).mild())
    }

    /// Says which sections have lost clauses that could be cited; only editions of gaceta give clauses anchors.
    fn clauses(&self, lost: &HashSet<&str>, home: usize) -> Vec<Observation> {
        if !self.whole.policy.policy.has_manifest || !self.fate.earlier.policy.has_manifest {
            return Vec::new();
        }
        let mut by_section: Vec<(usize, &str, u64)> = Vec::new();
        for clause in &self.old.entry.clauses {
            let (Some(name), Some(section)) = (clause.anchor.as_deref(), clause.section) else { continue };
            if lost.contains(name) {
                match by_section.last_mut().filter(|(last, ..)| *last == section) {
                    Some((_, _, more)) => *more += 1,
                    None => by_section.push((section, name, 0)),
                }
            }
        }
        let told = by_section.into_iter().filter_map(|(section, name, more)| {
            let section = self.old.entry.sections.get(section)?;
            let parts = self.fate.changed.new_parts.get(home)?;
            // Those of a section that is gone went with it.
            let place =
                parts.sections.iter().position(|new| new.anchor == section.anchor).filter(|place| *place > 0)?;
            let (path, span) = self.spot(home, Some(place))?;
            let message = Message::new("lint-released-anchor-clauses")
                .with("anchor", quotation(name))
                .with("file", self.file())
                .with("more", more);
            let observation = Observation::new(path, span, message);
            Some(observation.hint(Message::new("lint-released-anchor-clauses-hint")).mild())
        });
        told.collect()
    }

    /// Says that the whole document is gone, unless all its sections have come to others.
    fn document(&self) -> Option<Observation> {
        let mut names: HashSet<&str> = own_anchors(&self.old.entry).collect();
        if let Some(base) = &self.whole.policy.base {
            retain_those_of(base, self.whole, &self.old.entry.path, &mut names);
        }
        let is_lost = |section: &&SectionEntry| names.contains(&*section.anchor) && !self.has_moved(&section.anchor);
        let lost: Vec<&SectionEntry> = self.old.entry.sections.iter().filter(is_lost).collect();
        let (path, span) = self.whole.first_heading(self.old.language.as_ref())?;
        let message = Message::new("lint-released-anchor-document").with("file", self.file()).with("count", lost.len());
        let observation = Observation::new(path, span, message);
        Some(with_identity(observation, "lint-released-anchor-document-hint", lost.first()?).mild())
    }
}

/// Whether a heading can be given this name as its identity.
fn can_be_identity(name: &str) -> bool {
    !name.is_empty() && !name.contains(|character: char| character.is_whitespace() || "{}#".contains(character))
}

fn with_identity(observation: Observation, hint: &'static str, section: &SectionEntry) -> Observation {
    if can_be_identity(&section.anchor) {
        return observation.hint(Message::new(hint).with("identity", quotation(&section.anchor)));
    }
    observation
}

#[cfg(test)]
mod tests;

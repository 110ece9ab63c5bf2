//! Where the links of a policy can lead.

use crate::model::{DocumentEntry, DocumentPath, Slugger, Span};
use crate::parse;
use std::collections::{HashMap, HashSet};

/// The anchors of every document of a policy.
pub struct Anchors<'a> {
    by_document: HashMap<&'a DocumentPath, DocumentAnchors<'a>>,
    by_name: HashMap<&'a str, Vec<(&'a DocumentEntry, Span)>>,
}

/// The anchors of one document.
pub struct DocumentAnchors<'a> {
    entry: &'a DocumentEntry,
    names: HashSet<&'a str>,
}

impl<'a> Anchors<'a> {
    /// Reads the anchors of the documents.
    #[must_use]
    pub fn new(documents: &'a [DocumentEntry]) -> Self {
        let mut anchors = Self { by_document: HashMap::new(), by_name: HashMap::new() };
        for entry in documents {
            let mut names = HashSet::new();
            for (name, span) in all(entry) {
                if names.insert(name) {
                    anchors.by_name.entry(name).or_default().push((entry, span));
                }
            }
            anchors.by_document.insert(&entry.path, DocumentAnchors { entry, names });
        }
        anchors
    }

    /// The anchors of a document, if it belongs to the policy.
    #[must_use]
    pub fn of(&self, path: &DocumentPath) -> Option<&DocumentAnchors<'a>> {
        self.by_document.get(path)
    }

    /// The documents that have an anchor of this name, each with its place, in reading order.
    #[must_use]
    pub fn named(&self, name: &str) -> &[(&'a DocumentEntry, Span)] {
        self.by_name.get(name).map_or(&[], Vec::as_slice)
    }
}

impl<'a> DocumentAnchors<'a> {
    /// Whether the document has an anchor of exactly this name.
    #[must_use]
    pub fn contains(&self, name: &str) -> bool {
        self.names.contains(name)
    }

    /// The other programs whose anchor for a section of the document is this name, among `sections` sections.
    #[must_use]
    pub fn sluggers_of(&self, name: &str, present: Slugger, sections: usize) -> Vec<Slugger> {
        let sections = || self.entry.sections.iter().take(sections).filter(|section| !section.explicit);
        let others = Slugger::ALL.into_iter().filter(|slugger| *slugger != present);
        others.filter(|slugger| sections().any(|section| parse::anchor(&section.title, *slugger) == name)).collect()
    }

    /// The names of the anchors: of its sections in the order of the text, then of its clauses and of its raw HTML.
    pub fn iter(&self) -> impl Iterator<Item = &'a str> + use<'a> {
        all(self.entry).map(|(name, _)| name)
    }
}

fn all(entry: &DocumentEntry) -> impl Iterator<Item = (&str, Span)> {
    let sections = entry.sections.iter().map(|section| (section.anchor.as_str(), section.span));
    let clauses =
        entry.clauses.iter().filter_map(|clause| Some((clause.anchor.as_deref()?, clause.address.last()?.span)));
    sections.chain(clauses).chain(entry.anchors.iter().map(|anchor| (anchor.anchor.as_str(), anchor.span)))
}

//! What rules can know of a policy once every document has been visited.
//!
//! 1. While a document is visited, [`DocumentFacts`] keeps the little of it that others may ask for;
//! 2. [`WholePolicy`] puts the facts together; what it answers in doubt is settled by reading the document again, which
//!    only a broken link or citation, or one to a clause, asks for.

use super::clauses::ClauseTree;
use super::context::{DocumentContext, PolicyContext};
use crate::model::{DocumentEntry, DocumentPath, Language, Span};
use crate::parse;
use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::{Arc, Mutex, PoisonError};

/// What is kept of a document that has been visited.
#[derive(Debug, Default)]
pub struct DocumentFacts {
    /// The language of its running text.
    pub language: Option<Language>,
    /// The anchors of its sections and of its raw HTML, as their hashes, sorted. Two anchors with one hash are taken for
    /// one: a broken link in four thousand million.
    anchors: Box<[u64]>,
    /// Its clauses.
    pub clauses: Arc<ClauseTree>,
}

impl DocumentFacts {
    /// Takes the facts of a document.
    #[must_use]
    pub fn of(context: &DocumentContext<'_>) -> Self {
        let document = context.document;
        let mut anchors: Vec<u64> = document.all_sections().map(|section| hash(&section.anchor)).collect();
        if document.text.contains('<') {
            anchors.extend(context.entry().anchors.iter().map(|entry| hash(&entry.anchor)));
        }
        anchors.sort_unstable();
        anchors.dedup();
        Self { language: context.language.clone(), anchors: anchors.into(), clauses: Arc::clone(context.clauses()) }
    }

    fn may_have_anchor(&self, name: &str) -> bool {
        self.anchors.binary_search(&hash(name)).is_ok()
    }
}

fn hash(name: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    name.hash(&mut hasher);
    hasher.finish()
}

/// A policy whose documents have all been visited.
pub struct WholePolicy<'a> {
    /// What was known before.
    pub policy: &'a PolicyContext<'a>,
    /// The documents that could be read, in the order of their paths, each with its facts.
    pub documents: Vec<(&'a DocumentPath, DocumentFacts)>,
    places: HashMap<&'a DocumentPath, usize>,
    /// Index entries of documents that were read again; `None` for one that cannot be read any more.
    entries: Mutex<HashMap<usize, Option<Arc<DocumentEntry>>>>,
}

impl<'a> WholePolicy<'a> {
    /// Puts the facts of all documents together.
    #[must_use]
    pub fn new(policy: &'a PolicyContext<'a>, documents: Vec<(&'a DocumentPath, DocumentFacts)>) -> Self {
        let places = documents.iter().enumerate().map(|(place, (path, _))| (*path, place)).collect();
        Self { policy, documents, places, entries: Mutex::default() }
    }

    /// What is known of a document; `None` if the policy has no such document, or it could not be read.
    #[must_use]
    pub fn facts(&self, path: &DocumentPath) -> Option<&DocumentFacts> {
        self.places.get(path).and_then(|place| self.documents.get(*place)).map(|(_, facts)| facts)
    }

    /// The index entry of a document, which is read again for it.
    #[must_use]
    pub fn entry(&self, path: &DocumentPath) -> Option<Arc<DocumentEntry>> {
        let place = *self.places.get(path)?;
        if let Some(known) = self.entries.lock().unwrap_or_else(PoisonError::into_inner).get(&place) {
            return known.clone();
        }
        let policy = self.policy.policy;
        let read = policy.text(path).ok().map(|text| Arc::new(parse::index(&policy.parse(path, &text))));
        self.entries.lock().unwrap_or_else(PoisonError::into_inner).insert(place, read.clone());
        read
    }

    /// Whether a document of the policy has an anchor of exactly this name.
    #[must_use]
    pub fn has_anchor(&self, path: &DocumentPath, name: &str) -> bool {
        self.facts(path).is_some_and(|facts| facts.may_have_anchor(name))
            || self.entry(path).is_some_and(|entry| anchors(&entry).any(|(anchor, _)| anchor == name))
    }

    /// The documents in this language that have an anchor of this name, at most `most` of them, each with its place.
    #[must_use]
    pub fn with_anchor(&self, name: &str, language: Option<&Language>, most: usize) -> Vec<(&'a DocumentPath, Span)> {
        // The anchor of a clause begins with that of its section.
        let section = name.split('.').next().unwrap_or(name);
        let candidates = self.documents.iter().filter(|(_, facts)| {
            facts.language.as_ref() == language && (facts.may_have_anchor(name) || facts.may_have_anchor(section))
        });
        let found = candidates.filter_map(|(path, _)| {
            let entry = self.entry(path)?;
            let place = anchors(&entry).find(|(anchor, _)| *anchor == name)?.1;
            Some((*path, place))
        });
        found.take(most).collect()
    }
}

/// The anchors of a document with their places: of its sections in the order of the text, then of its clauses and of its
/// raw HTML.
pub fn anchors(entry: &DocumentEntry) -> impl Iterator<Item = (&str, Span)> {
    let sections = entry.sections.iter().map(|section| (section.anchor.as_str(), section.span));
    let clauses =
        entry.clauses.iter().filter_map(|clause| Some((clause.anchor.as_deref()?, clause.address.last()?.span)));
    sections.chain(clauses).chain(entry.anchors.iter().map(|anchor| (anchor.anchor.as_str(), anchor.span)))
}

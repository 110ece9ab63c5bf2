//! What rules can know of a policy once every document has been visited.
//!
//! 1. While a document is visited, [`DocumentFacts`] keeps the little of it that others may ask for;
//! 2. [`WholePolicy`] puts the facts together; what it answers in doubt is settled by reading the document again, which
//!    only a broken link or citation, or one to a clause, asks for.

use super::clause_tree::ClauseTree;
use super::clauses;
use super::context::{DocumentContext, PolicyContext, written};
use super::earlier::{Earlier, Version};
use super::sequence::Number;
use crate::definitions::{self, Judgement};
use crate::model::{ClauseKind, Document, DocumentEntry, DocumentPath, Language, Span, folded};
use crate::parse;
use crate::policy::NaturalPath;
use std::collections::{BTreeMap, HashMap};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

/// What is kept of a document that has been visited.
#[derive(Clone, Debug, Default)]
pub struct DocumentFacts {
    /// The language of its running text.
    pub language: Option<Language>,
    /// The anchors of its sections and of its raw HTML, as their hashes, sorted. Two anchors with one hash are taken for
    /// one: a broken link in four thousand million.
    anchors: Box<[u64]>,
    /// What it says about terms and acronyms, if a rule asks for that.
    definitions: Option<Box<definitions::Facts>>,
    /// Its clauses; none where every document is a text of its own.
    pub clauses: Arc<ClauseTree>,
    /// Whether it says once for all how days are counted.
    pub says_which_days: bool,
    /// The first and the last of its articles and of its chapters, if it has any.
    ends: Box<[(ClauseKind, Ends)]>,
    /// Its place among the documents, from the front matter's `order`.
    order: Option<i64>,
    /// Whether the earlier versions have the same bytes at its path: the base, and the last release.
    same: (bool, bool),
}

/// The ends of a sequence of clauses.
#[derive(Clone, Debug)]
pub struct Ends {
    /// The number of the first one.
    pub first: Number,
    /// The number of the last one.
    pub last: Number,
    /// Where the last one's designation stands.
    pub last_span: Span,
}

impl DocumentFacts {
    /// Takes the facts of a document.
    #[must_use]
    pub fn of(context: &mut DocumentContext<'_>, wanted: Wanted) -> Self {
        let definitions = if wanted.terms { context.take_terms() } else { None };
        let context = &*context;
        let is_part = context.policy.policy.paths.len() <= MOST_WITH_CLAUSES;
        let document = context.document;
        let mut anchors: Vec<u64> = document.all_sections().map(|section| hash(&section.anchor)).collect();
        if document.text.contains('<') {
            anchors.extend(context.entry().anchors.iter().map(|entry| hash(&entry.anchor)));
        }
        anchors.sort_unstable();
        anchors.dedup();
        Self {
            language: context.language.clone(),
            anchors: anchors.into(),
            definitions,
            says_which_days: says_which_days(context),
            clauses: if is_part { Arc::clone(context.clauses()) } else { Arc::default() },
            ends: ends(document),
            order: document.front_matter.as_ref().and_then(|front_matter| front_matter.integer("order")),
            same: same(context),
        }
    }

    /// What it says about terms and acronyms, where a rule asks for that.
    #[must_use]
    pub fn definitions(&self) -> Option<&definitions::Facts> {
        self.definitions.as_deref()
    }

    /// Whether an earlier version has the same bytes at its path.
    #[must_use]
    pub const fn is_same_as_in(&self, version: Version) -> bool {
        match version {
            Version::Base => self.same.0,
            Version::Release => self.same.1,
        }
    }

    /// The first and the last of its clauses of a kind that goes on from document to document.
    #[must_use]
    pub fn ends(&self, kind: ClauseKind) -> Option<&Ends> {
        self.ends.iter().find(|(own, _)| *own == kind).map(|(_, ends)| ends)
    }

    fn may_have_anchor(&self, name: &str) -> bool {
        self.anchors.binary_search(&hash(name)).is_ok()
    }
}

fn same(context: &DocumentContext<'_>) -> (bool, bool) {
    let (path, bytes) = (&context.document.path, context.document.text.as_bytes());
    let holds = |earlier: &Option<Earlier<'_>>| {
        let earlier = earlier.as_ref().map(|earlier| earlier.policy);
        // What the earlier version left out was no part of it.
        earlier.is_some_and(|earlier| earlier.paths.binary_search(path).is_ok() && earlier.files.holds(path, bytes))
    };
    (holds(&context.policy.base), holds(&context.policy.released))
}

/// Which facts some rule asks for, beside those that are always kept.
#[derive(Clone, Copy, Debug, Default)]
pub struct Wanted {
    /// What documents say about terms and acronyms.
    pub terms: bool,
}

/// Whether a text says once for all how its days are counted: «los plazos en días se entenderán hábiles».
fn says_which_days(context: &DocumentContext<'_>) -> bool {
    let text = context.document.text;
    let finds = |word: &'static str| memchr::memmem::find_iter(text.as_bytes(), word);
    if !context.is_spanish() {
        return ENGLISH_COUNTS.iter().any(|mark| finds(mark).next().is_some());
    }
    let counts = |at: usize| {
        let before = folded(&text[text.floor_char_boundary(at.saturating_sub(SENTENCE))..at]);
        let sentence = before.rsplit(['.', '\n']).next().unwrap_or("");
        SPANISH_COUNTS.iter().any(|mark| sentence.contains(mark))
    };
    finds("ábiles").chain(finds("aturales")).any(counts)
}

/// How much of a sentence is read before its last word, in bytes.
const SENTENCE: usize = 160;

/// What a Spanish sentence says, without accents, that ends in the kind of days by which all are counted.
const SPANISH_COUNTS: [&str; 10] = [
    // An entry of the glossary.
    "dias:",
    "plazos se",
    "plazos senalados",
    "plazos previstos",
    "plazos establecidos",
    "plazos en dias",
    "dias se entend",
    "dias se cont",
    "dias se comput",
    "computo de",
];

/// The same in English.
const ENGLISH_COUNTS: [&str; 7] = [
    "omputation of time",
    "ounting of days",
    "days are business days",
    "days are calendar days",
    "days means",
    "days” means",
    "days mean ",
];

/// Of more documents than these no clauses are kept for the others to cite: they are a collection of laws.
const MOST_WITH_CLAUSES: usize = 1000;

/// The ends of a document's articles and chapters, which go on from document to document.
fn ends(document: &Document<'_>) -> Box<[(ClauseKind, Ends)]> {
    let mut found: Vec<(ClauseKind, Ends)> = Vec::new();
    clauses::for_each(document, &mut |_, designator| {
        if !matches!(designator.kind, ClauseKind::Article | ClauseKind::Chapter) {
            return;
        }
        let (number, span) = (Number::of(designator), designator.span);
        match found.iter_mut().find(|(kind, _)| *kind == designator.kind) {
            Some((_, ends)) => (ends.last, ends.last_span) = (number, span),
            None => found.push((designator.kind, Ends { first: number, last: number, last_span: span })),
        }
    });
    found.into()
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
    terms: OnceLock<Vec<(Vec<&'a DocumentPath>, Judgement)>>,
    /// The places of the documents in reading order, and where each stands in it; made when the first rule asks.
    reading_order: OnceLock<(Vec<usize>, Vec<usize>)>,
}

impl<'a> WholePolicy<'a> {
    /// Puts the facts of all documents together.
    #[must_use]
    pub fn new(policy: &'a PolicyContext<'a>, documents: Vec<(&'a DocumentPath, DocumentFacts)>) -> Self {
        let places = documents.iter().enumerate().map(|(place, (path, _))| (*path, place)).collect();
        let (entries, terms) = (Mutex::default(), OnceLock::new());
        Self { policy, documents, places, entries, terms, reading_order: OnceLock::new() }
    }

    /// What is known of a document; `None` if the policy has no such document, or it could not be read.
    #[must_use]
    pub fn facts(&self, path: &DocumentPath) -> Option<&DocumentFacts> {
        self.places.get(path).and_then(|place| self.documents.get(*place)).map(|(_, facts)| facts)
    }

    /// The documents that are read before this one, in its language, the nearest first.
    pub fn before(&self, path: &DocumentPath) -> impl Iterator<Item = (&'a DocumentPath, &DocumentFacts)> {
        let (order, ranks) = self.reading_order.get_or_init(|| self.in_reading_order());
        let place = self.places.get(path).copied();
        let rank = place.and_then(|place| ranks.get(place)).copied().unwrap_or(0);
        let language = place.and_then(|place| self.documents.get(place)).and_then(|(_, facts)| facts.language.as_ref());
        let before = order.get(..rank).unwrap_or(&[]).iter().rev();
        let documents = before.filter_map(|place| self.documents.get(*place));
        documents.filter(move |(_, facts)| facts.language.as_ref() == language).map(|(path, facts)| (*path, facts))
    }

    /// The first heading of the document that is read first in a language, or in any where there is none in it; the
    /// document's beginning if it has no heading.
    #[must_use]
    pub fn first_heading(&self, language: Option<&Language>) -> Option<(&'a DocumentPath, Span)> {
        let (order, _) = self.reading_order.get_or_init(|| self.in_reading_order());
        let mut documents = order.iter().filter_map(|place| self.documents.get(*place));
        let first = documents.clone().find(|(_, facts)| facts.language.as_ref() == language);
        let (path, _) = first.or_else(|| documents.next())?;
        let text = self.policy.policy.text(path).ok()?;
        let document = self.policy.policy.parse(path, &text);
        let heading = document.sections.first().map(|section| written(&document, section.heading.span));
        Some((path, heading.unwrap_or_default()))
    }

    fn in_reading_order(&self) -> (Vec<usize>, Vec<usize>) {
        let listed: HashMap<&str, usize> =
            self.policy.policy.manifest.order.iter().enumerate().map(|(place, path)| (path.as_str(), place)).collect();
        let mut order: Vec<usize> = (0..self.documents.len()).collect();
        order.sort_by_cached_key(|place| {
            self.documents.get(*place).map(|(path, facts)| {
                let listed = listed.get(path.as_str()).copied().unwrap_or(usize::MAX);
                (listed, facts.order.unwrap_or(i64::MAX), NaturalPath::new(path.as_str()))
            })
        });
        let mut ranks = vec![0; order.len()];
        for (rank, place) in order.iter().enumerate() {
            if let Some(slot) = ranks.get_mut(*place) {
                *slot = rank;
            }
        }
        (order, ranks)
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

    /// What is amiss with terms and acronyms, language by language, with the documents that were judged together.
    pub fn terms(&self) -> &[(Vec<&'a DocumentPath>, Judgement)] {
        self.terms.get_or_init(|| {
            let mut languages: BTreeMap<&str, (Vec<&'a DocumentPath>, Vec<&definitions::Facts>)> = BTreeMap::new();
            for (path, facts) in &self.documents {
                let (Some(language), Some(definitions)) = (&facts.language, &facts.definitions) else { continue };
                let (paths, own) = languages.entry(language.primary()).or_default();
                paths.push(path);
                own.push(definitions);
            }
            languages.into_values().map(|(paths, facts)| (paths, definitions::judge(&facts))).collect()
        })
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

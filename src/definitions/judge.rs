//! Compares the facts of all documents of one language, and tells what is amiss with their terms and acronyms.
//!
//! 1. documents that stand alone were judged when they were read; the others are judged here as one text;
//! 2. a term is unused if none of its words stands outside its definition as the term has them;
//! 3. a term is defined twice if two glossary entries of one text are for it;
//! 4. `variants` finds terms that are written otherwise, `undefined` those that nothing defines;
//! 5. what any document of the language defines or explains is undefined nowhere.

mod undefined;
mod variants;

use super::Definition;
use super::facts::{Facts, acronym};
use super::front::front;
use super::wording::{Phrase, Wording};
use super::words::{key, stem, traces};
use crate::model::{Span, folded};
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

/// A place in one of the documents that are judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The document: its place among those judged.
    pub document: usize,
    /// Where in it.
    pub span: Span,
}

/// A term that nothing defines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UndefinedTerm {
    /// Where it stands first.
    pub place: Place,
    /// The term as written there.
    pub term: String,
    /// How often it stands in running text.
    pub count: u32,
    /// The defined term that it may be a slip for.
    pub meant: Option<String>,
    /// What the term is known by.
    key: u64,
}

/// A term that is defined and not used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnusedTerm {
    /// Where its definition names it.
    pub place: Place,
    /// The term.
    pub term: String,
}

/// A term that is defined again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DuplicateDefinition {
    /// Where it is defined again.
    pub place: Place,
    /// Where it is defined first.
    pub first: Place,
    /// The term.
    pub term: String,
}

/// A term that is written otherwise than defined.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TermVariant {
    /// Where the variant stands first.
    pub place: Place,
    /// How it is written there.
    pub written: String,
    /// The term as defined.
    pub term: String,
    /// Where it is defined.
    pub defined: Place,
}

/// An acronym that nothing explains.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UndefinedAcronym {
    /// Where it stands first.
    pub place: Place,
    /// The acronym.
    pub acronym: String,
    /// How often it stands in running text.
    pub count: u32,
}

/// What is amiss with terms and acronyms; each list in the order of the places.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Judgement {
    /// Terms that nothing defines.
    pub undefined_terms: Vec<UndefinedTerm>,
    /// Terms that are defined and not used.
    pub unused_terms: Vec<UnusedTerm>,
    /// Terms that are defined again.
    pub duplicate_definitions: Vec<DuplicateDefinition>,
    /// Terms that are written otherwise than defined.
    pub term_variants: Vec<TermVariant>,
    /// Acronyms that nothing explains.
    pub undefined_acronyms: Vec<UndefinedAcronym>,
}

/// Judges the documents of one language, given in the order of reading.
#[must_use]
pub fn judge(documents: &[&Facts]) -> Judgement {
    let together: Vec<(usize, &Facts)> =
        documents.iter().copied().enumerate().filter(|(_, facts)| facts.wording.is_some()).collect();
    let mut judgement = judge_terms(&together);
    for (document, facts) in documents.iter().enumerate() {
        if let Some(judged) = &facts.judged {
            judgement.add(judged, document);
        }
    }
    let defined = defined_anywhere(documents);
    judgement.undefined_terms.retain(|term| !defined.contains(&term.key));
    judgement.undefined_acronyms = undefined_acronyms(documents, &defined);
    judgement.sort();
    judgement
}

impl Judgement {
    /// Adds what was found in one document, judged alone.
    fn add(&mut self, judged: &Self, document: usize) {
        let at = |place: Place| Place { document, ..place };
        self.undefined_terms
            .extend(judged.undefined_terms.iter().map(|it| UndefinedTerm { place: at(it.place), ..it.clone() }));
        self.unused_terms.extend(judged.unused_terms.iter().map(|it| UnusedTerm { place: at(it.place), ..it.clone() }));
        self.duplicate_definitions.extend(judged.duplicate_definitions.iter().map(|it| DuplicateDefinition {
            place: at(it.place),
            first: at(it.first),
            ..it.clone()
        }));
        self.term_variants.extend(judged.term_variants.iter().map(|it| TermVariant {
            place: at(it.place),
            defined: at(it.defined),
            ..it.clone()
        }));
    }

    fn sort(&mut self) {
        self.undefined_terms.sort_by_key(|it| it.place);
        self.unused_terms.sort_by_key(|it| it.place);
        self.duplicate_definitions.sort_by_key(|it| it.place);
        self.term_variants.sort_by_key(|it| it.place);
        self.undefined_acronyms.sort_by_key(|it| it.place);
    }
}

/// The keys of all that the documents define, and of what of it has capitals.
fn defined_anywhere(documents: &[&Facts]) -> HashSet<u64> {
    documents.iter().flat_map(|facts| facts.keys()).collect()
}

/// The acronyms that some document uses and none explains or defines.
fn undefined_acronyms(documents: &[&Facts], defined: &HashSet<u64>) -> Vec<UndefinedAcronym> {
    let mut explained: BTreeSet<&str> =
        documents.iter().flat_map(|it| &it.acronyms.explained).map(|it| &**it).collect();
    explained.extend(documents.iter().flat_map(|facts| &facts.definitions).filter_map(acronym));
    let mut found: BTreeMap<&str, UndefinedAcronym> = BTreeMap::new();
    for (document, facts) in documents.iter().enumerate() {
        for (acronym, used) in &facts.acronyms.used {
            if explained.contains(&**acronym) || defined.contains(&stem(acronym)) {
                continue;
            }
            let place = Place { document, span: used.span };
            let entry = found.entry(acronym).or_insert_with(|| UndefinedAcronym {
                place,
                acronym: acronym.to_string(),
                count: 0,
            });
            entry.count = entry.count.saturating_add(used.count);
        }
    }
    found.into_values().collect()
}

/// Documents that make one text, with what is compared of them.
struct Text<'a> {
    documents: Vec<(usize, &'a Facts, &'a Wording)>,
    /// The entries of its glossaries.
    terms: Vec<(usize, &'a Definition)>,
    /// Its phrases with capitals, with their first place.
    phrases: BTreeMap<&'a str, (Place, Phrase)>,
    /// The same with a word in small letters before or after them.
    extended: BTreeMap<&'a str, (Place, Phrase)>,
    /// Keys of what of each defined term has capitals, with that part.
    fronts: HashMap<u64, &'a str>,
    /// Keys of the glossaries' terms.
    keys: HashSet<u64>,
}

impl<'a> Text<'a> {
    fn new(documents: &[(usize, &'a Facts)]) -> Self {
        let documents: Vec<(usize, &Facts, &Wording)> =
            documents.iter().filter_map(|(place, facts)| Some((*place, *facts, facts.wording.as_deref()?))).collect();
        let terms =
            documents.iter().flat_map(|(place, facts, _)| facts.formal().map(|definition| (*place, definition)));
        let all = documents.iter().flat_map(|(_, facts, _)| &facts.definitions);
        let fronts = all.map(|definition| front(&definition.term)).filter(|front| !front.is_empty());
        let terms: Vec<(usize, &Definition)> = terms.collect();
        let mut text = Self {
            keys: terms.iter().map(|(_, term)| key(&term.term)).collect(),
            terms,
            fronts: fronts.map(|front| (key(front), front)).collect(),
            phrases: BTreeMap::new(),
            extended: BTreeMap::new(),
            documents,
        };
        for (place, _, wording) in &text.documents {
            gather(&mut text.phrases, *place, &wording.phrases);
            gather(&mut text.extended, *place, &wording.extended);
        }
        text
    }

    /// Whether the text writes its terms with capitals in running text.
    fn has_capitals(&self) -> bool {
        let keys: HashSet<u64> = self.phrases.keys().map(|written| key(written)).collect();
        let written = self.terms.iter().filter(|(_, term)| keys.contains(&key(front(&term.term)))).count();
        written >= 2 && written * 3 >= self.terms.len()
    }

    /// Whether any document has a trace outside the extent in its own document.
    fn has_outside(&self, trace: u64, own: usize, extent: Span) -> bool {
        let mut documents = self.documents.iter();
        documents.any(|(place, _, wording)| wording.has_outside(trace, (*place == own).then_some(extent)))
    }

    /// The definition of the term that has this key.
    fn terms_by_key(&self) -> HashMap<u64, (usize, &'a Definition)> {
        self.terms.iter().rev().map(|(place, term)| (key(&term.term), (*place, *term))).collect()
    }
}

fn gather<'a>(all: &mut BTreeMap<&'a str, (Place, Phrase)>, document: usize, phrases: &'a BTreeMap<Box<str>, Phrase>) {
    for (written, phrase) in phrases {
        let place = Place { document, span: phrase.span };
        all.entry(written)
            .and_modify(|(_, seen)| {
                seen.add(phrase);
            })
            .or_insert((place, *phrase));
    }
}

/// Judges the terms of documents that make one text; those whose wording was not kept are left out.
pub(super) fn judge_terms(documents: &[(usize, &Facts)]) -> Judgement {
    let text = Text::new(documents);
    if text.terms.is_empty() {
        return Judgement::default();
    }
    let mut judgement =
        Judgement { unused_terms: unused(&text), duplicate_definitions: duplicates(&text), ..Judgement::default() };
    judgement.term_variants = variants::find(&text);
    if text.terms.len() >= super::facts::FEWEST_TERMS && text.has_capitals() {
        judgement.undefined_terms = undefined::find(&text);
    }
    judgement
}

/// The terms that are defined and used nowhere but in their own definition.
fn unused(text: &Text<'_>) -> Vec<UnusedTerm> {
    if text.documents.iter().any(|(_, _, wording)| wording.full) || is_glossary_alone(text) {
        return Vec::new();
    }
    let unused = text.terms.iter().filter(|(document, term)| {
        let traces = traces(&term.term);
        let used = !traces.is_empty() && traces.iter().all(|trace| text.has_outside(*trace, *document, term.extent));
        let acronym = term.acronym.as_deref().map(stem);
        !used && traces.len() < 5 && !acronym.is_some_and(|trace| text.has_outside(trace, *document, term.extent))
    });
    let unused = unused.filter(|(_, term)| !traces(&term.term).is_empty());
    unused
        .map(|(document, term)| UnusedTerm {
            place: Place { document: *document, span: term.span },
            term: term.term.clone(),
        })
        .collect()
}

/// Whether the text is one document that does little but define: its terms are used elsewhere.
fn is_glossary_alone(text: &Text<'_>) -> bool {
    let [(_, facts, _)] = text.documents.as_slice() else { return false };
    let defining: usize = facts.formal().map(|definition| definition.extent.len()).sum();
    defining * 2 > facts.length
}

/// The terms that are defined more than once for the whole text, or for it and again for a part of it.
fn duplicates(text: &Text<'_>) -> Vec<DuplicateDefinition> {
    let mut seen: HashMap<String, Place> = HashMap::new();
    let mut found = Vec::new();
    let stated = text.documents.iter().flat_map(|(document, facts, _)| {
        let stated = facts.definitions.iter().filter(|term| term.is_formal() || term.meaning.is_some());
        stated.map(move |term| (*document, term))
    });
    let (local, general): (Vec<_>, Vec<_>) = stated.partition(|(_, term)| term.local);
    let defined: HashSet<String> = general.iter().map(|(_, term)| folded(&term.term)).collect();
    let local = local.into_iter().filter(|(_, term)| defined.contains(&folded(&term.term)));
    for (document, term) in general.into_iter().chain(local) {
        let place = Place { document, span: term.span };
        match seen.entry(folded(&term.term)) {
            std::collections::hash_map::Entry::Occupied(first) => {
                found.push(DuplicateDefinition { place, first: *first.get(), term: term.term.clone() });
            }
            std::collections::hash_map::Entry::Vacant(first) => {
                first.insert(place);
            }
        }
    }
    found
}

#[cfg(test)]
mod tests;

//! The facts of one document about terms and acronyms, small enough to be kept while the others are read.
//!
//! A document that is one of several that make one text is kept with its wording until all are judged together. One that
//! stands alone is judged at once, if it has a glossary, and its wording is dropped.

use super::acronyms::acronym_of;
use super::front::front;
use super::judge::{Judgement, judge_terms};
use super::wording::Wording;
use super::words::key;
use super::{AcronymReader, Acronyms, Definition, Reader};
use crate::model::Passage;

/// Fewest definitions that make a glossary.
pub const FEWEST_TERMS: usize = 3;

/// What a document defines, explains and uses.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    /// What it defines, in the order of the text; where it was judged alone, the entries of its glossary only.
    pub definitions: Vec<Definition>,
    /// The keys of all that it defines in passing, where it was judged alone.
    pub(super) passing: Box<[u64]>,
    /// The acronyms that it explains and uses.
    pub acronyms: Acronyms,
    /// Length of its text, in bytes.
    pub(super) length: usize,
    /// How it writes, where it is judged with others.
    pub(super) wording: Option<Box<Wording>>,
    /// What is amiss with its terms, where it was judged alone.
    pub(super) judged: Option<Box<Judgement>>,
}

impl Facts {
    /// The facts of a document with this text and these passages. `alone` tells that it is a text of its own, not a chapter
    /// of one.
    #[must_use]
    pub fn of(text: &str, passages: &[Passage<'_>], alone: bool) -> Self {
        let (mut definitions, mut acronyms) = (Reader::new(text), AcronymReader::default());
        for passage in passages {
            definitions.read(passage);
            acronyms.read(passage);
        }
        let mut facts = Self {
            definitions: definitions.finish(),
            acronyms: acronyms.finish(text),
            length: text.len(),
            ..Self::default()
        };
        if !alone {
            facts.wording = Some(Box::new(Wording::of(passages)));
            return facts;
        }
        if facts.formal().nth(FEWEST_TERMS - 1).is_some() {
            facts.wording = Some(Box::new(Wording::of(passages)));
            let judgement = judge_terms(&[(0, &facts)]);
            facts.wording = None;
            facts.judged = Some(Box::new(judgement));
        }
        facts.shrink();
        facts
    }

    /// Leaves of what is defined in passing only that it is: of a great collection of texts, nobody asks for more.
    fn shrink(&mut self) {
        let passing: Vec<Definition> = self.definitions.extract_if(.., |definition| !definition.is_formal()).collect();
        self.passing = passing.iter().flat_map(keys).collect();
        self.acronyms.explain(passing.iter().filter_map(acronym));
        self.definitions.shrink_to_fit();
    }

    /// The keys of all that it defines.
    pub(super) fn keys(&self) -> impl Iterator<Item = u64> {
        self.definitions.iter().flat_map(keys).chain(self.passing.iter().copied())
    }

    /// The entries of its glossary.
    pub(super) fn formal(&self) -> impl Iterator<Item = &Definition> {
        self.definitions.iter().filter(|definition| definition.is_formal())
    }
}

/// The keys of a term, and of what of it has capitals.
fn keys(definition: &Definition) -> [u64; 2] {
    [key(&definition.term), key(front(&definition.term))]
}

/// The acronym that a definition explains.
pub(super) fn acronym(definition: &Definition) -> Option<&str> {
    definition.acronym.as_deref().or_else(|| acronym_of(&definition.term))
}

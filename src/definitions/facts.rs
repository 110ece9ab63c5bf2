//! The facts of one document about terms and acronyms, small enough to be kept while the others are read.
//!
//! A document that is one of several that make one text is kept with its wording until all are judged together. One that
//! stands alone is judged at once, if it has a glossary, and its wording is dropped.

use super::judge::{Judgement, judge_terms};
use super::wording::Wording;
use super::{AcronymReader, Acronyms, Definition, Reader};
use crate::model::{Document, Passage};

/// Fewest definitions that make a glossary.
pub const FEWEST_TERMS: usize = 3;

/// What a document defines, explains and uses.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    /// What it defines, in the order of the text.
    pub definitions: Vec<Definition>,
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
    /// The entries of its glossary.
    pub(super) fn formal(&self) -> impl Iterator<Item = &Definition> {
        self.definitions.iter().filter(|definition| definition.is_formal())
    }
}

/// Gathers the facts of a document from its passages.
#[derive(Debug)]
pub struct Gatherer {
    definitions: Reader,
    acronyms: AcronymReader,
}

impl Gatherer {
    /// A gatherer for a document with this text.
    #[must_use]
    pub fn new(text: &str) -> Self {
        Self { definitions: Reader::new(text), acronyms: AcronymReader::default() }
    }

    /// Reads one passage; they come in the order of the text.
    pub fn read(&mut self, passage: &Passage<'_>) {
        self.definitions.read(passage);
        self.acronyms.read(passage);
    }

    /// The facts. `alone` tells that the document is a text of its own, not a chapter of one.
    #[must_use]
    pub fn finish(self, document: &Document<'_>, alone: bool) -> Facts {
        let mut facts = Facts {
            definitions: self.definitions.finish(),
            acronyms: self.acronyms.finish(document.text),
            length: document.text.len(),
            ..Facts::default()
        };
        if !alone {
            facts.wording = Some(Box::new(Wording::of(document)));
        } else if facts.formal().nth(FEWEST_TERMS - 1).is_some() {
            facts.wording = Some(Box::new(Wording::of(document)));
            let judgement = judge_terms(&[(0, &facts)]);
            facts.wording = None;
            facts.judged = Some(Box::new(judgement));
        }
        facts
    }
}

//! The norms of one document.

use crate::model::{Language, Passage};
use crate::norms::{Keywords, Norm, Reader};
use std::ops::Range;

/// What the running text of a document obliges to.
#[derive(Clone, Debug, Default)]
pub struct Norms {
    /// Its norms in the order of the text, each with the place of its passage among the passages.
    pub norms: Vec<(usize, Norm)>,
    /// Where it says «debe de», which is no norm but a fault, each with the place of its passage among the passages.
    pub doubtful: Vec<(usize, Range<usize>)>,
}

/// The norms among the passages of a document, without those that are struck out; none where its running text is neither Spanish nor English.
#[must_use]
pub fn norms_of(passages: &[Passage<'_>], language: Option<&Language>, keywords: Keywords) -> Norms {
    let mut found = Norms::default();
    if !language.is_some_and(|language| matches!(language.primary(), "es" | "en")) {
        return found;
    }
    let mut reader = Reader::new(language, keywords);
    for (place, passage) in passages.iter().enumerate() {
        let stands = |norm: &Norm| {
            let modal = passage.text.span(norm.modal.clone());
            !passage.struck.iter().any(|struck| struck.start <= modal.start && modal.end <= struck.end)
        };
        let norms = reader.read(passage).into_iter().filter(|norm| passage.struck.is_empty() || stands(norm));
        found.norms.extend(norms.map(|norm| (place, norm)));
        found.doubtful.extend(reader.doubtful().iter().map(|range| (place, range.clone())));
    }
    found
}

/// A text of no more bytes than these may be too short to tell its language by its words.
const FEW_WORDS: usize = 4000;

/// The language in which a few lines oblige to something: who compares two sentences has no language to go by but that.
#[must_use]
pub fn language_by_norms(text: &str, passages: &[Passage<'_>]) -> Option<Language> {
    let languages = ["es", "en"].into_iter().filter(|_| text.len() <= FEW_WORDS).filter_map(Language::new);
    let count = |language: &Language| norms_of(passages, Some(language), Keywords::Usual).norms.len();
    languages
        .map(|language| (count(&language), language))
        .filter(|(count, _)| *count > 0)
        .max_by_key(|(count, _)| *count)
        .map(|(_, language)| language)
}

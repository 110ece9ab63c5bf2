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

/// The norms among the passages of a document; none where its running text is neither Spanish nor English.
#[must_use]
pub fn norms_of(passages: &[Passage<'_>], language: Option<&Language>, keywords: Keywords) -> Norms {
    let mut found = Norms::default();
    if !language.is_some_and(|language| matches!(language.primary(), "es" | "en")) {
        return found;
    }
    let mut reader = Reader::new(language, keywords);
    for (place, passage) in passages.iter().enumerate() {
        found.norms.extend(reader.read(passage).into_iter().map(|norm| (place, norm)));
        found.doubtful.extend(reader.doubtful().iter().map(|range| (place, range.clone())));
    }
    found
}

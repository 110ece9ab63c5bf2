//! The uses of known terms in running text, for links to a glossary.
//!
//! 1. the terms are known by the stem of their first word;
//! 2. the words of a passage are looked up one by one; where several terms begin, the longest wins;
//! 3. letter case, accents, plural and gender do not count, but each use tells whether its case is the term's.

use super::words::{Token, is_connecting, stem, tokens};
use crate::model::Passage;
use std::collections::HashMap;
use std::ops::Range;

/// Finds the uses of terms.
#[derive(Clone, Debug, Default)]
pub struct TermIndex {
    /// By the stem of its first word: the stems of the others and the term's place.
    terms: HashMap<u64, Vec<(Vec<u64>, usize)>>,
    written: Vec<String>,
}

/// A use of a term.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TermUse {
    /// The term: its place among those that the index was made of.
    pub term: usize,
    /// Where it stands, in bytes of the passage's text.
    pub range: Range<usize>,
    /// Whether each word begins in the letter case that the term has.
    pub exact_case: bool,
}

impl TermIndex {
    /// An index of these terms.
    #[must_use]
    pub fn new<Term: AsRef<str>>(terms: impl IntoIterator<Item = Term>) -> Self {
        let mut index = Self::default();
        for term in terms {
            let term = term.as_ref();
            let mut stems = tokens(term).map(|token| stem(&term[token.range]));
            if let Some(first) = stems.next() {
                let rest: Vec<u64> = stems.collect();
                index.terms.entry(first).or_default().push((rest, index.written.len()));
            }
            index.written.push(term.to_owned());
        }
        for terms in index.terms.values_mut() {
            terms.sort_by_key(|(rest, place)| (std::cmp::Reverse(rest.len()), *place));
        }
        index
    }

    /// Whether the index has no term.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }

    /// The uses in a passage, in order and apart from each other.
    #[must_use]
    pub fn uses(&self, passage: &Passage<'_>) -> Vec<TermUse> {
        self.uses_in(passage.text.as_str())
    }

    fn uses_in(&self, text: &str) -> Vec<TermUse> {
        let mut found: Vec<TermUse> = Vec::new();
        if self.is_empty() {
            return found;
        }
        let mut reached = 0;
        for token in tokens(text) {
            let word = &text[token.range.clone()];
            if token.range.start < reached || is_connecting(word) {
                continue;
            }
            let Some(terms) = self.terms.get(&stem(word)) else { continue };
            let use_ = terms.iter().find_map(|(rest, term)| {
                let end = end_of(text, token.range.end, rest)?;
                let range = token.range.start..end;
                Some(TermUse { term: *term, exact_case: has_case(&self.written[*term], &text[range.clone()]), range })
            });
            if let Some(use_) = use_ {
                reached = use_.range.end;
                found.push(use_);
            }
        }
        found
    }
}

/// Where a term ends whose other words follow at a place, with no sign of punctuation between them.
fn end_of(text: &str, start: usize, rest: &[u64]) -> Option<usize> {
    let mut end = start;
    let mut words = tokens(&text[start..]);
    for expected in rest {
        let Token { range, .. } = words.next()?;
        let (from, to) = (start + range.start, start + range.end);
        let joined = text[end..from].chars().all(|c| c.is_whitespace() || c == '-');
        if !joined || stem(&text[from..to]) != *expected {
            return None;
        }
        end = to;
    }
    Some(end)
}

/// Whether each word begins in the same letter case.
fn has_case(term: &str, written: &str) -> bool {
    let capital = |text: &str, range: Range<usize>| text[range].chars().next().is_some_and(char::is_uppercase);
    tokens(term).zip(tokens(written)).all(|(one, other)| capital(term, one.range) == capital(written, other.range))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn uses<'text>(terms: &[&str], text: &'text str) -> Vec<(usize, &'text str, bool)> {
        let index = TermIndex::new(terms);
        index.uses_in(text).into_iter().map(|it| (it.term, &text[it.range], it.exact_case)).collect()
    }

    #[test]
    fn the_longest_term_is_used_in_any_inflection() {
        let terms = ["Conjunto de datos", "Conjunto de datos prioritario", "Licencia abierta", "Agency"];
        let text = "Los Conjuntos de datos prioritarios y el conjunto de datos con Licencias abiertas.";
        let expected = [
            (1, "Conjuntos de datos prioritarios", true),
            (0, "conjunto de datos", false),
            (2, "Licencias abiertas", true),
        ];
        assert_eq!(uses(&terms, text), expected);
        assert_eq!(uses(&terms, "All Agencies agree."), [(3, "Agencies", true)]);
        assert_eq!(uses(&terms, "Un conjunto. De datos, una licencia; abierta."), []);
    }

    proptest! {
        #[test]
        fn uses_stand_inside_the_text_and_apart(text in "[a-cA-Cáé .,-]{0,60}") {
            let mut end = 0;
            for it in TermIndex::new(["a", "a b", "b c a", "á-b"]).uses_in(&text) {
                prop_assert!(it.range.start >= end && text.get(it.range.clone()).is_some());
                end = it.range.end;
            }
        }
    }
}

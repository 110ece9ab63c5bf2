//! Terms that are written otherwise than they are defined: «Conjunto de Datos», «conjunto de Datos», «Catalogo», «meta-datos».
//!
//! Words in small letters alone are never a variant, nor are parts of longer names; and the defined way of writing must be
//! at least as frequent, for the text to have a way of its own.

use super::super::Definition;
use super::super::wording::Phrase;
use super::super::words::{Gap, Token, joined_stem, key, stem, tokens};
use super::{Place, TermVariant, Text};
use crate::model::folded;
use std::collections::HashMap;
use unicode_normalization::UnicodeNormalization;

/// The terms of a text that are written otherwise than defined.
pub fn find(text: &Text<'_>) -> Vec<TermVariant> {
    let terms = text.terms_by_key();
    let mut right: HashMap<u64, u32> = HashMap::new();
    let mut otherwise = Vec::new();
    for (written, (place, phrase)) in text.phrases.iter().chain(&text.extended) {
        let term_key = key(written);
        let Some((_, term)) = terms.get(&term_key).filter(|_| phrase.count > 0) else { continue };
        if is_as_defined(written, &term.term) {
            *right.entry(term_key).or_default() += phrase.count;
        } else if !begins_a_term(text, written, phrase) {
            otherwise.push((*written, *place, phrase.count, term_key));
        }
    }
    let mut found: Vec<TermVariant> = otherwise
        .into_iter()
        .filter(|(_, _, count, term_key)| right.get(term_key).is_some_and(|right| right >= count))
        .map(|(written, place, _, term_key)| variant(written, place, terms[&term_key]))
        .collect();
    found.extend(joined(text));
    found
}

fn variant(written: &str, place: Place, (document, term): (usize, &Definition)) -> TermVariant {
    let defined = Place { document, span: term.span };
    TermVariant { place, written: written.to_owned(), term: term.term.clone(), defined }
}

/// Whether a phrase has the capitals and the accents of the term that it is a form of.
fn is_as_defined(written: &str, term: &str) -> bool {
    let mut pairs = tokens(written).zip(tokens(term));
    pairs.all(|(one, other)| {
        let (one, other) = (&written[one.range], &term[other.range]);
        let capital = |word: &str| word.chars().next().is_some_and(char::is_uppercase);
        let accents = |word: &str| word.nfc().flat_map(char::to_lowercase).collect::<String>();
        capital(one) == capital(other) && (folded(one) != folded(other) || accents(one) == accents(other))
    })
}

/// Whether the last word of a phrase begins a term that goes on behind it: «Conjunto de Datos abiertos».
fn begins_a_term(text: &Text<'_>, written: &str, phrase: &Phrase) -> bool {
    let last = tokens(written).last().map_or("", |token| &written[token.range]);
    !phrase.closed && text.fronts.contains_key(&key(last))
}

/// Terms of one word that are written as two, and terms with a hyphen that are written as one word.
fn joined(text: &Text<'_>) -> Vec<TermVariant> {
    let mut single: HashMap<u64, (usize, &Definition)> = HashMap::new();
    let mut hyphenated: HashMap<u64, (usize, &Definition)> = HashMap::new();
    for (document, term) in &text.terms {
        let words: Vec<Token> = tokens(&term.term).collect();
        let word = |place: usize| &term.term[words[place].range.clone()];
        match words.as_slice() {
            [_] if term.term.chars().count() >= 6 => {
                single.insert(stem(word(0)), (*document, term));
            }
            [_, second] if second.gap == Gap::Hyphen => {
                hyphenated.insert(joined_stem(word(0), word(1)), (*document, term));
            }
            _ => {}
        }
    }
    let mut found = Vec::new();
    for (document, _, wording) in &text.documents {
        for (written, (joined, span)) in &wording.hyphenated {
            if let Some(term) = single.get(joined) {
                found.push(variant(written, Place { document: *document, span: *span }, *term));
            }
        }
    }
    for (written, (place, phrase)) in text.phrases.iter().chain(&text.extended).filter(|(_, (_, it))| it.count > 0) {
        let words: Vec<Token> = tokens(written).take(3).collect();
        let split = match words.as_slice() {
            [one] => hyphenated.get(&stem(&written[one.range.clone()])),
            [one, two] if two.gap == Gap::Space => {
                let (first, second) = (&written[one.range.clone()], &written[two.range.clone()]);
                let joined = joined_stem(first, second);
                // «Portal es» is no way to write «Portales».
                single.get(&joined).filter(|_| stem(first) != joined)
            }
            _ => None,
        };
        if let Some(term) = split.filter(|_| phrase.count > 0) {
            found.push(variant(written, *place, *term));
        }
    }
    found
}

//! Terms that nothing defines, in a text that writes its terms with capitals.
//!
//! A phrase with capitals is taken for a term only if all of this holds:
//!
//! 1. it is no part of a longer name, nor made of defined terms, nor named where a definition begins;
//! 2. no word of it makes it the name of a law, a part of a text or a power of the state;
//! 3. a verb of duty follows it, or it has an article at least twice, as what the text itself sets up has; or it is a slip
//!    of the pen for a defined term;
//! 4. it is headed by a word for a body, a role or an instrument, goes on with the same word in small letters again and
//!    again, or the text also writes all its words in small letters.

use super::super::evidence::{is_head, is_proper};
use super::super::wording::Phrase;
use super::super::words::{Token, is_connecting, key, stem, tokens};
use super::{Place, Text, UndefinedTerm};
use crate::model::{Span, folded, numbering};
use std::collections::BTreeMap;

/// How far behind the beginning of a meaning the full name of what is defined stands: «el Comité de Datos Abiertos».
const FULL_NAME: u32 = 16;

/// Most defined terms that every phrase is compared with, letter by letter.
const MOST_FRONTS: usize = 1_000;

/// Fewest letters of a phrase that is taken for a slip.
const SHORTEST_SLIP: usize = 6;

/// The terms of a text that nothing defines; the inflections of one are taken together.
pub fn find(text: &Text<'_>) -> Vec<UndefinedTerm> {
    let mut phrases: BTreeMap<u64, (&str, Place, Phrase)> = BTreeMap::new();
    for (written, (place, phrase)) in text.phrases.iter().filter(|(_, (_, phrase))| phrase.count > 0) {
        let seen = phrases.entry(key(written));
        let (first, at, seen) = seen.and_modify(|(_, _, seen)| seen.add(phrase)).or_insert((*written, *place, *phrase));
        if *place < *at {
            (*first, *at, seen.span) = (*written, *place, phrase.span);
        }
    }
    phrases.iter().filter_map(|(key, (written, place, phrase))| judge(text, *key, (written, *place), phrase)).collect()
}

fn judge<'a>(text: &Text<'a>, key: u64, (written, place): (&'a str, Place), phrase: &Phrase) -> Option<UndefinedTerm> {
    let words: Vec<Token> = tokens(written).collect();
    if phrase.determined == 0
        || is_known(text, written, &words, key)
        || names_a_definition(text, place)
        || has_proper(written, &words)
    {
        return None;
    }
    let meant = slip(text, written);
    let kind = kind(text, written, phrase);
    let is_kind = kind.is_some();
    // Several words with capitals are the name of somebody; a duty or frequent use makes it one of the text's own.
    let is_used = is_used_as_term(written, &words, phrase)
        && (words.len() == 1 || is_kind || phrase.bound > 0 || phrase.determined > 2);
    if meant.is_none() && !(is_used && (is_kind || is_common(text, written, &words, phrase))) {
        return None;
    }
    let term = kind.unwrap_or(written).to_owned();
    Some(UndefinedTerm { place, term, count: phrase.count, meant: meant.map(str::to_owned), key })
}

/// Whether a phrase is defined, or made of defined terms, or is a defined term written otherwise.
fn is_known(text: &Text<'_>, written: &str, words: &[Token], term_key: u64) -> bool {
    if text.fronts.contains_key(&term_key) || text.keys.contains(&term_key) {
        return true;
    }
    // Defined terms one after the other: «Sponsored Developer» and «Account».
    let mut place = 0;
    while place < words.len() {
        let longest = (place + 1..=words.len()).rev().find(|end| {
            let part = &written[words[place].range.start..words[end - 1].range.end];
            text.fronts.contains_key(&key(part)) || is_connecting(part)
        });
        match longest {
            Some(end) => place = end,
            None => return false,
        }
    }
    true
}

/// Whether a phrase is the full name of what a definition defines.
fn names_a_definition(text: &Text<'_>, place: Place) -> bool {
    let document = text.documents.iter().find(|(document, ..)| *document == place.document);
    document.is_some_and(|(_, facts, _)| {
        facts
            .definitions
            .iter()
            .filter_map(|definition| definition.meaning)
            .any(|meaning: Span| (meaning.start..meaning.start.saturating_add(FULL_NAME)).contains(&place.span.start))
    })
}

fn has_proper(written: &str, words: &[Token]) -> bool {
    words.iter().map(|word| &written[word.range.clone()]).any(|word| {
        // «Categoría M», «Título IV».
        word.chars().nth(1).is_none() || numbering::roman(word).is_some() || singular(word, is_proper)
    })
}

/// Whether a word, or what is left of it without the plural, is in a list of folded words.
fn singular(word: &str, is_listed: fn(&str) -> bool) -> bool {
    let word = folded(word);
    is_listed(&word)
        || word.strip_suffix('s').is_some_and(is_listed)
        || word.strip_suffix("es").is_some_and(is_listed)
        || word.strip_suffix("ies").is_some_and(|root| is_listed(&format!("{root}y")))
}

/// Whether a phrase is used as a term is: bound to a duty, or again and again with an article.
fn is_used_as_term(written: &str, words: &[Token], phrase: &Phrase) -> bool {
    let joined = words.iter().any(|word| is_connecting(&written[word.range.clone()]));
    if joined { phrase.bound > 0 } else { phrase.bound > 0 || phrase.determined >= 2 }
}

/// Whether a phrase is no name of its own but made of words that mean something.
fn is_common(text: &Text<'_>, written: &str, words: &[Token], phrase: &Phrase) -> bool {
    let ends = [words.first(), words.last()].into_iter().flatten();
    if ends.into_iter().any(|word| singular(&written[word.range.clone()], is_head)) {
        return true;
    }
    let in_small_letters = |word: &Token| {
        let word = &written[word.range.clone()];
        is_connecting(word)
            || text.documents.iter().any(|(_, _, wording)| wording.words.get(&stem(word)).is_some_and(|it| it.lower))
    };
    (words.len() > 1 || phrase.determined >= 3 || phrase.bound > 0) && words.iter().all(in_small_letters)
}

/// A phrase with the word in small letters that it goes on with more often than not, as «Licencia abierta» and «Nota de
/// riesgo» do: the name of a kind of thing, not of one thing.
fn kind<'a>(text: &Text<'a>, written: &'a str, phrase: &Phrase) -> Option<&'a str> {
    let begins = |longer: &str| longer.strip_prefix(written).is_some_and(|rest| rest.starts_with(' '));
    let longer = text.extended.range(written..).skip_while(|(longer, _)| **longer == written);
    let longer = longer.take_while(|(longer, _)| longer.starts_with(written)).filter(|(longer, _)| begins(longer));
    let (longer, count) =
        longer.map(|(longer, (_, phrase))| (*longer, phrase.count)).max_by_key(|(_, count)| *count)?;
    (count >= 2 && count * 2 > phrase.count).then_some(longer)
}

/// The part of a defined term that a phrase is one slip away from.
fn slip<'a>(text: &Text<'a>, written: &str) -> Option<&'a str> {
    if written.chars().count() < SHORTEST_SLIP || text.fronts.len() > MOST_FRONTS {
        return None;
    }
    let folded_written = folded(written);
    let mut near: Vec<&str> = text
        .fronts
        .values()
        .copied()
        .filter(|front| front.len().abs_diff(written.len()) <= 4 && is_one_slip(&folded_written, &folded(front)))
        .collect();
    near.sort_unstable();
    near.first().copied()
}

/// Whether one letter added, left out, changed or swapped with its neighbour makes one word of the other.
fn is_one_slip(one: &str, other: &str) -> bool {
    let before = one.bytes().zip(other.bytes()).take_while(|(a, b)| a == b).count();
    let (one, other) = (&one.as_bytes()[before..], &other.as_bytes()[before..]);
    let after = one.iter().rev().zip(other.iter().rev()).take_while(|(a, b)| a == b).count();
    let (one, other) = (&one[..one.len() - after], &other[..other.len() - after]);
    match (one, other) {
        ([], [_]) | ([_], [] | [_]) => true,
        ([a, b], [c, d]) => a == d && b == c,
        _ => false,
    }
}

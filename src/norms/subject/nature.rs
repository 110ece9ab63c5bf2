//! Tells persons and bodies from things, by the head noun of a noun phrase.

use crate::norms::vocabulary::{Tongue, contains, english, spanish};
use crate::norms::words::{Gap, Words};
use crate::norms::{english as english_rules, spanish as spanish_rules};
use std::ops::Range;

/// What a subject is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::norms) enum Nature {
    /// A person or body.
    Actor,
    /// A name with a capital letter that may be a body's or a thing's.
    Unknown,
    Thing,
    /// There is none.
    Absent,
}

/// Whether these words of a Spanish sentence name a person or body, or what may be one.
pub(in crate::norms) fn names_actor(words: &Words, tokens: Range<usize>) -> bool {
    matches!(nature(words, Tongue::Spanish, tokens), Nature::Actor | Nature::Unknown)
}

/// Whether these words of an English sentence name a person or body, or what may be one.
pub(in crate::norms) fn names_actor_in_english(words: &Words, tokens: Range<usize>) -> bool {
    matches!(nature(words, Tongue::English, tokens), Nature::Actor | Nature::Unknown)
}

/// The sentence's words, if it is nothing but the name of a person or body, with a colon: «La Unidad Responsable:».
pub(in crate::norms) fn alone(words: &Words, tongue: Tongue) -> Option<Range<usize>> {
    let start = words.content_start();
    let tokens = start..words.len();
    let end = match tongue {
        Tongue::Spanish => spanish_rules::noun_phrase_end(words, start),
        Tongue::English => english_rules::noun_phrase_end(words, start),
    };
    (end == Some(words.len()) && nature(words, tongue, tokens.clone()) == Nature::Actor).then_some(tokens)
}

/// What a noun phrase names, by its head noun.
pub(super) fn nature(words: &Words, tongue: Tongue, tokens: Range<usize>) -> Nature {
    let head = match tongue {
        Tongue::Spanish => spanish_head(words, tokens),
        Tongue::English => english_head(words, tokens),
    };
    let noun = words.word(head);
    let (actor, thing) = match tongue {
        Tongue::Spanish => (spanish::is_actor(noun), contains(spanish::THINGS, noun)),
        Tongue::English => (english::is_actor(noun), contains(english::THINGS, noun)),
    };
    if actor {
        Nature::Actor
    } else if words.capital(head) && !thing && noun.len() > 1 {
        Nature::Unknown
    } else {
        Nature::Thing
    }
}

/// The first word that is neither an article nor an adjective before its noun.
pub(super) fn spanish_head(words: &Words, tokens: Range<usize>) -> usize {
    let mut head = tokens.start;
    let passes = |word: &str| {
        (contains(spanish::DETERMINERS, word) || contains(spanish::BEFORE_NOUNS, word))
            && !matches!(word, "quien" | "quienes" | "nadie" | "ninguno")
    };
    // «Cualquiera de los Estados» names the states.
    while head + 1 < tokens.end
        && (passes(words.word(head)) || head > tokens.start && matches!(words.word(head), "de" | "uno"))
    {
        head += 1;
    }
    head
}

/// The last word before a preposition, a relative or a conjunction.
pub(super) fn english_head(words: &Words, tokens: Range<usize>) -> usize {
    let mut head = tokens.start;
    while head + 1 < tokens.end {
        let next = words.word(head + 1);
        let ends = contains(english::NOUN_ENDS, next)
            || words.gap(head + 1) >= Gap::Comma
            || (next.ends_with("ing") && !words.capital(head + 1) && !contains(english::DETERMINERS, words.word(head)));
        if ends {
            break;
        }
        head += 1;
    }
    head
}

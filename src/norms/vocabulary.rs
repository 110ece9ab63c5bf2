//! The words by which the parts of a sentence are told, folded, in sorted lists that are searched by halves.

pub(super) mod english;
pub(super) mod spanish;

use super::words::{Gap, Words};
use crate::model::{Language, numbering};

/// A language whose norms are known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tongue {
    Spanish,
    English,
}

impl Tongue {
    /// That of a document, or else the one whose small words a text has more of; `None` for other languages.
    pub(super) fn of(language: Option<&Language>, text: &str) -> Option<Self> {
        const SPANISH: &[&str] =
            &["de", "del", "el", "en", "la", "las", "los", "para", "por", "que", "se", "un", "una"];
        const ENGLISH: &[&str] =
            &["and", "for", "in", "is", "it", "of", "that", "the", "this", "to", "we", "with", "you"];
        match language.map(Language::primary) {
            Some("es") => return Some(Self::Spanish),
            Some("en") => return Some(Self::English),
            Some(_) => return None,
            None => {}
        }
        let (mut spanish, mut english) = (0, 0);
        for word in text.split_ascii_whitespace().take(60) {
            let is = |listed: &[&str]| listed.iter().any(|name| name.eq_ignore_ascii_case(word));
            spanish += u32::from(is(SPANISH));
            english += u32::from(is(ENGLISH));
        }
        Some(if english > spanish { Self::English } else { Self::Spanish })
    }

    /// Whether a word begins a noun phrase.
    pub(super) fn is_determiner(self, word: &str) -> bool {
        match self {
            Self::Spanish => contains(spanish::DETERMINERS, word),
            Self::English => contains(english::DETERMINERS, word),
        }
    }

    /// Whether a word coordinates.
    pub(super) fn is_coordinator(self, word: &str) -> bool {
        match self {
            Self::Spanish => matches!(word, "y" | "e" | "o" | "u" | "pero" | "ni" | "sino" | "mas"),
            Self::English => matches!(word, "and" | "or" | "but" | "nor"),
        }
    }

    /// Whether a word opens a condition or a clause of time, place or reason.
    pub(super) fn is_subordinator(self, word: &str) -> bool {
        match self {
            Self::Spanish => contains(spanish::SUBORDINATORS, word),
            Self::English => contains(english::SUBORDINATORS, word),
        }
    }

    /// Whether a word opens a relative clause.
    pub(super) fn is_relative(self, word: &str) -> bool {
        match self {
            Self::Spanish => {
                matches!(word, "que" | "cual" | "cuales" | "cuyo" | "cuya" | "cuyos" | "cuyas" | "quien" | "quienes")
            }
            Self::English => matches!(word, "that" | "which" | "who" | "whom" | "whose"),
        }
    }

    /// Whether a word denies its noun and so its verb: `ninguna Dependencia podrá`, `no Agency shall`.
    pub(super) fn denies(self, word: &str) -> bool {
        match self {
            Self::Spanish => matches!(word, "ningun" | "ninguna" | "ninguno" | "nadie"),
            Self::English => matches!(word, "no" | "neither" | "nobody" | "none"),
        }
    }
}

/// Whether a sorted list has a word.
pub(super) fn contains(listed: &[&str], word: &str) -> bool {
    listed.binary_search(&word).is_ok()
}

/// The first word after the designation that opens a clause: `III.`, `b)`, `Artículo 14 Bis.`
pub(super) fn content_start(words: &Words) -> usize {
    let is_kind =
        matches!(words.word(0), "articulo" | "art" | "article" | "section" | "seccion" | "clausula" | "anexo");
    let number = usize::from(is_kind);
    let word = words.word(number);
    let upper = word.to_ascii_uppercase();
    let numbered = word.starts_with(|first: char| first.is_ascii_digit())
        || numbering::roman(&upper).is_some()
        || word.len() == 1
        || numbering::ordinal_word(word).is_some();
    if !numbered {
        return 0;
    }
    let closed = (number + 1..=number + 3).find(|place| matches!(words.gap(*place), Gap::Stop | Gap::Bracket));
    match closed {
        Some(place) if place < words.len() => {
            // The rest of `5.1`, which a full stop joins.
            let figures =
                |at: usize| words.gap(at) == Gap::Stop && words.word(at).bytes().all(|byte| byte.is_ascii_digit());
            (place..place + 3).find(|at| !figures(*at)).unwrap_or(place)
        }
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_are_sorted_and_folded() {
        for listed in spanish::LISTS.iter().chain(english::LISTS) {
            for pair in listed.windows(2) {
                assert!(pair[0] < pair[1], "{pair:?}");
            }
            for word in *listed {
                assert!(word.chars().all(|letter| letter.is_ascii_lowercase() || letter == 'ñ'), "{word}");
            }
        }
    }
}

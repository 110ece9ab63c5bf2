//! The words by which the parts of a sentence are told, folded, in sorted lists that are searched by halves.

pub(super) mod english;
pub(super) mod spanish;

use crate::model::Language;

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

//! How far a subject reaches: over the parts of a list, and not into another clause.

use super::nature::{Nature, nature};
use super::{REACH, Subjects};
use crate::norms::vocabulary::{Tongue, contains, english};
use crate::norms::words::Gap;
use std::ops::Range;

impl Subjects<'_> {
    /// Whether a segment is no subject but the rest of a list, or an aside: bare nouns («…, familiar o de negocios»,
    /// `…, family or business interest`).
    pub(super) fn continues_list(&self, start: usize, first: usize, end: usize, aside: bool) -> bool {
        let words = self.words;
        let word = words.word(first);
        if words.gap(start) != Gap::Comma || start == words.content_start() || words.capital(first) {
            return false;
        }
        match self.tongue {
            Tongue::Spanish => {
                let coordinated = (first + 1..end).any(|place| self.tongue.is_coordinator(words.word(place)));
                coordinated && !self.begins_subject(first) && !self.leads_into_phrase(word)
            }
            Tongue::English => {
                let bare = self.is_bare(first);
                bare && (aside || self.continues_list_of_phrase(start))
            }
        }
    }

    /// Whether an English segment that begins at a place begins with a noun without an article.
    pub(super) fn is_bare(&self, place: usize) -> bool {
        let word = self.words.word(place);
        !self.words.capital(place) && self.begins_subject(place) && !contains(english::DETERMINERS, word)
    }

    /// Whether the segments before a place are the first ones of an English list that an article begins.
    pub(super) fn continues_list_of_phrase(&self, start: usize) -> bool {
        let words = self.words;
        let mut stop = start;
        // A list of more parts is no subject that a reader would follow.
        for _ in 0..6 {
            let before = (0..stop).rev().take(REACH).find(|place| *place == 0 || words.gap(*place) >= Gap::Comma);
            let Some(before) = before else { return false };
            if contains(english::DETERMINERS, words.word(before)) {
                return true;
            }
            if !self.is_bare(before) || words.gap(before) != Gap::Comma {
                return false;
            }
            stop = before;
        }
        false
    }

    /// A subject without what belongs to another verb: «El registrador | se sujeta a lo dispuesto, no debe…».
    pub(super) fn cut(&self, tokens: Range<usize>) -> Range<usize> {
        let words = self.words;
        let mut inside =
            (tokens.start + 1..tokens.end).take_while(|place| !self.tongue.is_relative(words.word(*place)));
        let quien = self.tongue.is_relative(words.word(tokens.start));
        let verb = inside.find(|place| match self.tongue {
            Tongue::Spanish => is_common_verb(words.word(*place)),
            Tongue::English => {
                matches!(words.word(*place), "is" | "are" | "has" | "have" | "can" | "does" | "do" | "was" | "were")
            }
        });
        match verb {
            Some(verb) if !quien && words.word(tokens.start) != "whoever" => tokens.start..verb,
            _ => tokens,
        }
    }

    /// The noun phrase after the last conjunction of a segment, where it names a person or body and the segment does not:
    /// «El plazo es de diez días y la Unidad…».
    pub(super) fn after_conjunction(&self, tokens: Range<usize>) -> Option<Range<usize>> {
        let another_verb = self.cut(tokens.clone()) != tokens;
        if !another_verb && nature(self.words, self.tongue, tokens.clone()) == Nature::Actor {
            return None;
        }
        let place = (tokens.start + 1..tokens.end).rev().take(16).find(|place| {
            self.tongue.is_coordinator(self.words.before(*place)) && self.phrase_end(*place) == Some(tokens.end)
        })?;
        let actor = nature(self.words, self.tongue, place..tokens.end) == Nature::Actor;
        (actor || another_verb).then_some(place..tokens.end)
    }

    /// A subject that ends a list («Las Dependencias, los Enlaces y la Unidad») with the segments of the list before it.
    pub(super) fn widened(&self, tokens: Range<usize>, lowest: usize) -> Range<usize> {
        let words = self.words;
        let listed = tokens.clone().any(|place| self.tongue.is_coordinator(words.word(place)));
        // «El Ministerio de Vivienda, Construcción y Saneamiento»: a name without an article goes on.
        let named = words.capital(tokens.start) && !self.tongue.is_determiner(words.word(tokens.start));
        if !listed || words.gap(tokens.end) >= Gap::Comma && !named {
            return tokens;
        }
        let mut start = tokens.start;
        while start > lowest && words.gap(start) == Gap::Comma {
            let before =
                (lowest..start).rev().take(12).find(|place| *place == lowest || words.gap(*place) >= Gap::Comma);
            let Some(before) =
                before.filter(|place| self.begins_subject(*place) && self.phrase_end(*place) == Some(start))
            else {
                break;
            };
            start = before;
        }
        start..tokens.end
    }
}

/// Whether a word is a form of a verb so common that it tells a clause from a noun phrase.
fn is_common_verb(word: &str) -> bool {
    matches!(
        word,
        "se" | "no"
            | "es"
            | "son"
            | "tiene"
            | "tienen"
            | "esta"
            | "estan"
            | "sera"
            | "seran"
            | "tendra"
            | "tendran"
            | "ha"
            | "han"
            | "fue"
            | "fueron"
    )
}

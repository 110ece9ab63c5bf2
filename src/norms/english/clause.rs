//! The clause around a modal expression of English: what it hangs on, where its subject is, its noun phrases.

use crate::norms::modal::Source;
use crate::norms::vocabulary::{contains, english as vocabulary};
use crate::norms::words::{Gap, Words};

/// Whether a verb that begins at `start` stands in a clause that describes or conditions; else where its subject is.
pub(super) fn clause(words: &Words, start: usize) -> Option<Source> {
    if start > 0 && words.gap(start) <= Gap::Stop {
        let after_comma = words.gap(start - 1) == Gap::Comma;
        match words.before(start) {
            "who" | "which" if after_comma => return Some(Source::Nowhere),
            "that" | "who" | "which" | "whom" | "what" | "how" | "when" | "where" | "if" | "as" | "than"
            | "whether" | "to" => {
                return None;
            }
            _ => {}
        }
    }
    (!is_reported(words, start) && !is_conditioned(words, start)).then_some(Source::Before)
}

/// Whether a «the law states that» stands in the clause before a place, so that another text is told.
pub(super) fn is_reported(words: &Words, start: usize) -> bool {
    let from = start.saturating_sub(30);
    let clause = (from..start).rev().find(|place| words.gap(*place) == Gap::Strong).unwrap_or(from);
    (clause + 1..start).any(|place| words.word(place) == "that" && contains(vocabulary::REPORTS, words.before(place)))
}

/// Whether the words up to a place are a subject with `that`, `if` or `when` before it.
pub(super) fn is_conditioned(words: &Words, start: usize) -> bool {
    let from = start.saturating_sub(10);
    let opener = (from..start)
        .rev()
        .take_while(|place| *place + 1 == start || words.gap(*place + 1) <= Gap::Stop)
        .find(|place| {
            let word = words.word(*place);
            matches!(word, "that" | "which" | "whom" | "what" | "how" | "whether" | "than")
                || contains(vocabulary::SUBORDINATORS, word)
        });
    opener.is_some_and(|place| {
        let bare_plural = place + 2 == start && words.follows(start) && is_plural(words.word(place + 1));
        place + 1 < start && (bare_plural || noun_phrase_end(words, place + 1) == Some(start))
    })
}

/// Whether a word can be a noun in the plural, which needs no article: `if taxes are required`.
fn is_plural(word: &str) -> bool {
    word.len() > 4 && word.ends_with('s') && !word.ends_with("ss") && !word.ends_with("ous")
}

/// Where a noun phrase that begins at a place surely ends: a pronoun, or an article with capital words or one small word,
/// and what hangs on `of`.
pub(in crate::norms) fn noun_phrase_end(words: &Words, place: usize) -> Option<usize> {
    if contains(vocabulary::PRONOUNS, words.word(place)) {
        return Some(place + 1);
    }
    let mut end = place;
    loop {
        let first = end;
        while contains(vocabulary::DETERMINERS, words.word(end)) {
            end += 1;
        }
        let noun = end;
        // A noun phrase in a sentence is short; the limit keeps the work in measure.
        while end < words.len() && end < place + 20 && words.capital(end) && (end == noun || words.follows(end)) {
            end += 1;
        }
        if end == noun && end > first && end < words.len() && words.follows(end) {
            let qualified = vocabulary::is_adjective(words.word(end)) && words.follows(end + 1);
            end += 1 + usize::from(qualified && end + 1 < words.len() && !is_modal(words.word(end + 1)));
        }
        if end == noun {
            return None;
        }
        if !(words.word(end) == "of" && words.follows(end) && end < place + 20) {
            return Some(end);
        }
        end += 1;
    }
}

pub(super) fn is_modal(word: &str) -> bool {
    matches!(word, "must" | "shall" | "should" | "may" | "will" | "is" | "are" | "has" | "have" | "ought")
}

/// Where the subject of the modal at `place` is: before it, or after it where a negation has drawn it forward. A sentence
/// that begins with its modal asks or supposes.
pub(super) fn source(words: &Words, place: usize) -> Option<Source> {
    let start = words.content_start();
    let denied = words.before(place) == "nor" || is_denial(words, place);
    if denied {
        return Some(noun_phrase_end(words, place + 1).map_or(Source::Nowhere, |end| Source::Words(place + 1..end)));
    }
    if place == start && noun_phrase_end(words, place + 1).is_some() {
        return None;
    }
    clause(words, place)
}

/// Whether `under no circumstances` or its like ends before a place.
pub(super) fn is_denial(words: &Words, place: usize) -> bool {
    matches!(words.before(place), "circumstances" | "circumstance" | "case" | "event" | "time")
        && place.checked_sub(2).is_some_and(|at| words.word(at) == "no")
}

//! The clause around a modal expression of Spanish: its verb group, what it hangs on, its noun phrases.

use crate::norms::modal::Source;
use crate::norms::vocabulary::{contains, spanish as vocabulary};
use crate::norms::words::{Gap, Words};

/// Whether a sentence is one of the reasons that a text gives for itself: «Que, conforme al artículo 5…».
pub(super) fn is_recital(words: &Words) -> bool {
    let start = words.content_start();
    matches!(words.word(start), "que" | "considerando" | "visto" | "vistos" | "vista")
}

/// The beginning of a verb group: its unstressed pronouns and its negation.
pub(super) struct Group {
    pub(super) start: usize,
    pub(super) negated: bool,
    /// Whether `se` is among the pronouns.
    pub(super) reflexive: bool,
}

pub(super) fn group(words: &Words, place: usize) -> Group {
    let mut group = Group { start: place, negated: false, reflexive: false };
    while group.start > 0
        && words.follows(group.start)
        && matches!(words.before(group.start), "se" | "lo" | "la" | "los" | "las" | "le" | "les" | "nos")
    {
        group.reflexive |= words.before(group.start) == "se";
        group.start -= 1;
    }
    if !words.follows(group.start) {
        return group;
    }
    if matches!(words.before(group.start), "no" | "tampoco" | "nunca" | "jamas") {
        group.negated = true;
        group.start -= 1;
    } else if let Some(denied) = denial_before(words, group.start) {
        group.negated = true;
        group.start = denied;
    }
    group
}

/// Where «en ningún caso», «bajo ninguna circunstancia» and their like begin, if they end at a place.
pub(super) fn denial_before(words: &Words, place: usize) -> Option<usize> {
    let start = place.checked_sub(3)?;
    is_denial(words, start).then_some(start)
}

/// Whether «en ningún caso» or its like stands at a place.
pub(in crate::norms) fn is_denial(words: &Words, place: usize) -> bool {
    matches!(words.word(place), "en" | "bajo" | "por" | "de")
        && matches!(words.word(place + 1), "ningun" | "ninguna")
        && matches!(
            words.word(place + 2),
            "caso" | "circunstancia" | "motivo" | "concepto" | "supuesto" | "momento" | "manera" | "modo" | "forma"
        )
}

/// Whether a verb group that begins at a place stands in a clause that describes or conditions; else where the subject
/// is that its clause's first words give.
pub(super) fn clause(words: &Words, start: usize) -> Option<Source> {
    let previous = words.before(start);
    if start > 0 && words.gap(start) <= Gap::Stop {
        let place = start - 1;
        match previous {
            "que" | "cual" | "cuales" => return adds_norm(words, place).then_some(Source::Nowhere),
            "quien" | "quienes" => {
                return (!is_preposition(words.before(place))).then_some(Source::Words(place..start));
            }
            "cuyo" | "cuya" | "si" | "cuando" | "donde" | "como" | "porque" | "aunque" | "mientras" | "segun"
            | "cuanto" => return None,
            _ => {}
        }
    }
    let told = is_reported(words, start) || is_conditioned(words, start) || follows_aside_of_relative(words, start);
    (!told).then_some(Source::Before)
}

/// Whether the `que` or `cual` at a place adds a norm to its sentence: after a comma («…, el cual deberá»), or after a verb
/// that decides («acuerda que deberá»).
fn adds_norm(words: &Words, place: usize) -> bool {
    let before = words.before(place);
    if words.word(place) == "que" {
        return words.gap(place) == Gap::Comma || commands(before);
    }
    place > 0 && words.gap(place - 1) == Gap::Comma && before != "lo"
}

/// Whether an aside stands between a place and its relative pronoun: «que, por mandato de ley, deben…».
pub(super) fn follows_aside_of_relative(words: &Words, start: usize) -> bool {
    if words.gap(start) != Gap::Comma {
        return false;
    }
    let aside = (start.saturating_sub(14)..start).rev().find(|place| words.gap(*place) == Gap::Comma);
    aside.is_some_and(|place| matches!(words.before(place), "que" | "cual" | "cuales"))
}

/// Verbs after which a `que` introduces what is decided.
pub(super) fn commands(word: &str) -> bool {
    matches!(
        word,
        "acuerda"
            | "acordo"
            | "resuelve"
            | "ordena"
            | "decide"
            | "determina"
            | "decreta"
            | "manda"
            | "sentido"
            | "precisandose"
    )
}

pub(super) fn is_preposition(word: &str) -> bool {
    matches!(word, "a" | "ante" | "con" | "contra" | "de" | "en" | "para" | "por" | "segun" | "sin" | "sobre")
}

/// Whether a «establece que» stands in the clause before a place, so that another text is told, or a «Que» begins the
/// clause, so that it is one of the reasons a text gives.
pub(super) fn is_reported(words: &Words, start: usize) -> bool {
    let from = start.saturating_sub(80);
    let clause = (from..start).rev().find(|place| words.gap(*place) == Gap::Strong).unwrap_or(from);
    let recital = words.word(clause) == "que" && words.capital(clause);
    recital
        || (clause + 1..start)
            .any(|place| words.word(place) == "que" && contains(vocabulary::REPORTS, words.before(place)))
}

/// Whether the words up to a place are a subject with a `que`, `si` or `cuando` before it.
pub(super) fn is_conditioned(words: &Words, start: usize) -> bool {
    let from = start.saturating_sub(16);
    let opener = (from..start)
        .rev()
        .take_while(|place| *place + 1 == start || words.gap(*place + 1) <= Gap::Stop)
        .find(|place| {
            matches!(
                words.word(*place),
                "que"
                    | "si"
                    | "cuando"
                    | "donde"
                    | "cual"
                    | "cuales"
                    | "cuyo"
                    | "cuya"
                    | "cuyos"
                    | "cuyas"
                    | "quien"
                    | "quienes"
            )
        });
    opener.is_some_and(|place| {
        let decided = words.word(place) == "que" && commands(words.before(place));
        place + 1 < start && !decided && noun_phrase_end(words, place + 1) == Some(start)
    })
}

/// Where the noun phrase that begins at a place ends: its noun, adjectives, capital words, and what hangs on `de`.
pub(in crate::norms) fn noun_phrase_end(words: &Words, place: usize) -> Option<usize> {
    let mut end = place;
    while contains(vocabulary::DETERMINERS, words.word(end)) || contains(vocabulary::BEFORE_NOUNS, words.word(end)) {
        end += 1;
    }
    if end == place && !words.capital(place) || end >= words.len() {
        return None;
    }
    end += 1;
    // A noun phrase in a sentence is short; the limit keeps the work in measure.
    while end < words.len() && end < place + 24 && words.follows(end) {
        let word = words.word(end);
        if words.capital(end) || vocabulary::is_adjective(word) || vocabulary::is_participle(word) {
            end += 1;
        } else if matches!(word, "de" | "del" | "y" | "o") && words.follows(end + 1) {
            let mut next = end + 1;
            while contains(vocabulary::DETERMINERS, words.word(next)) {
                next += 1;
            }
            let noun = words.word(next);
            let joined = matches!(word, "de" | "del") || next > end + 1 || words.capital(next);
            if next >= words.len() || !joined || vocabulary::is_infinitive(noun) {
                break;
            }
            end = next + 1;
        } else {
            break;
        }
    }
    Some(end)
}

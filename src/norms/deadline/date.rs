//! Deadlines without a number of units: dates, and expressions that name no time that can be counted.

use crate::norms::vocabulary::Tongue;
use crate::norms::words::{Gap, Words};
use crate::norms::{Deadline, Unit};
use std::ops::Range;

/// A date whose month stands at a place.
pub(super) fn dated(words: &Words, tongue: Tongue, place: usize, among: &Range<usize>) -> Option<Deadline> {
    if !is_month(tongue, words.word(place)) || tongue == Tongue::English && !words.capital(place) {
        return None;
    }
    let mut start = place;
    let mut strong = false;
    while start > among.start && place - start < 9 && words.follows(start) {
        let word = words.word(start - 1);
        let limits = match tongue {
            Tongue::Spanish => matches!(word, "tardar" | "antes" | "hasta"),
            Tongue::English => matches!(word, "by" | "before" | "later" | "until"),
        };
        let chained = limits
            || word.starts_with(|first: char| first.is_ascii_digit())
            || matches!(
                word,
                "el" | "del"
                    | "de"
                    | "dia"
                    | "a"
                    | "mas"
                    | "al"
                    | "ultimo"
                    | "primer"
                    | "primero"
                    | "habil"
                    | "mes"
                    | "en"
                    | "no"
                    | "than"
                    | "on"
                    | "or"
                    | "the"
                    | "of"
                    | "end"
                    | "last"
                    | "day"
                    | "first"
            );
        if !chained {
            break;
        }
        strong |= limits;
        start -= 1;
    }
    while start < place && matches!(words.word(start), "de" | "del" | "el" | "of" | "the" | "en") {
        start += 1;
    }
    strong.then(|| {
        let range = words.range(start..date_end(words, place + 1, among.end));
        Deadline { range, amount: None, unit: Unit::Date, starts: None }
    })
}

fn is_month(tongue: Tongue, word: &str) -> bool {
    match tongue {
        Tongue::Spanish => matches!(
            word,
            "enero"
                | "febrero"
                | "marzo"
                | "abril"
                | "mayo"
                | "junio"
                | "julio"
                | "agosto"
                | "septiembre"
                | "octubre"
                | "noviembre"
                | "diciembre"
        ),
        Tongue::English => matches!(
            word,
            "january"
                | "february"
                | "march"
                | "april"
                | "may"
                | "june"
                | "july"
                | "august"
                | "september"
                | "october"
                | "november"
                | "december"
        ),
    }
}

/// Where a date ends whose month ends at a place: after the day and the year.
pub(super) fn date_end(words: &Words, place: usize, end: usize) -> usize {
    let figure = |at: usize| at < end && words.word(at).starts_with(|first: char| first.is_ascii_digit());
    let mut at = place;
    if matches!(words.word(at), "de" | "del") && figure(at + 1) {
        return at + 2;
    }
    if words.reads(at, &["de", "cada", "año"]) || words.reads(at, &["of", "each", "year"]) {
        return (at + 3).min(end);
    }
    while at < place + 2 && figure(at) && words.gap(at) <= Gap::Comma {
        at += 1;
    }
    at
}

const SPANISH_PHRASES: &[(&[&str], Unit)] = &[
    (&["a", "la", "mayor", "brevedad"], Unit::Vague),
    (&["a", "la", "brevedad"], Unit::Vague),
    (&["oportunamente"], Unit::Vague),
    (&["lo", "antes", "posible"], Unit::Vague),
    (&["lo", "mas", "pronto", "posible"], Unit::Vague),
    (&["cuanto", "antes"], Unit::Vague),
    (&["tan", "pronto", "como", "sea", "posible"], Unit::Vague),
    (&["de", "manera", "oportuna"], Unit::Vague),
    (&["de", "forma", "oportuna"], Unit::Vague),
    (&["en", "forma", "oportuna"], Unit::Vague),
    (&["en", "tiempo", "y", "forma"], Unit::Vague),
    (&["en", "un", "plazo", "razonable"], Unit::Vague),
    (&["en", "un", "tiempo", "razonable"], Unit::Vague),
    (&["dentro", "de", "un", "plazo", "razonable"], Unit::Vague),
    (&["sin", "demora"], Unit::Vague),
    (&["sin", "dilacion"], Unit::Vague),
    (&["en", "su", "oportunidad"], Unit::Vague),
    (&["de", "inmediato"], Unit::Immediate),
    (&["de", "manera", "inmediata"], Unit::Immediate),
    (&["de", "forma", "inmediata"], Unit::Immediate),
    (&["en", "forma", "inmediata"], Unit::Immediate),
];

const ENGLISH_PHRASES: &[(&[&str], Unit)] = &[
    (&["as", "soon", "as"], Unit::Vague),
    (&["promptly"], Unit::Vague),
    (&["in", "a", "timely", "manner"], Unit::Vague),
    (&["in", "a", "timely", "fashion"], Unit::Vague),
    (&["in", "due", "course"], Unit::Vague),
    (&["without", "undue", "delay"], Unit::Vague),
    (&["without", "delay"], Unit::Vague),
    (&["within", "a", "reasonable", "time"], Unit::Vague),
    (&["within", "a", "reasonable", "period"], Unit::Vague),
    (&["in", "a", "reasonable", "time"], Unit::Vague),
    (&["immediately"], Unit::Immediate),
    (&["at", "once"], Unit::Immediate),
];

/// The length of an expression at a place that names no time that can be counted.
pub(super) fn phrase(words: &Words, tongue: Tongue, place: usize) -> Option<(usize, Unit)> {
    if !opens_phrase(words.word(place), words.word(place + 1)) {
        return None;
    }
    let listed = match tongue {
        Tongue::Spanish => SPANISH_PHRASES,
        Tongue::English => ENGLISH_PHRASES,
    };
    if words.word(place) == "inmediatamente"
        && !matches!(words.word(place + 1), "anterior" | "inferior" | "superior" | "siguiente" | "despues")
    {
        return Some((1, Unit::Immediate));
    }
    let (found, unit) = listed.iter().find(|(phrase, _)| words.reads(place, phrase))?;
    let possible = *found == ["as", "soon", "as"];
    let length = found.len() + if possible { 1 + usize::from(words.word(place + 3) != "possible") } else { 0 };
    let complete = !possible || matches!(words.word(place + 3), "possible" | "reasonably" | "practicable");
    complete.then(|| (length.min(words.len() - place), *unit))
}

/// Whether one of the phrases can begin with these two words: a look that spares most words the search.
fn opens_phrase(first: &str, second: &str) -> bool {
    match first {
        "a" => matches!(second, "la"),
        "lo" => matches!(second, "antes" | "mas"),
        "de" => matches!(second, "inmediato" | "manera" | "forma"),
        "en" => matches!(second, "un" | "su" | "forma" | "tiempo"),
        "in" => matches!(second, "a" | "due"),
        "as" => second == "soon",
        "at" => second == "once",
        "sin" | "tan" | "cuanto" | "dentro" | "inmediatamente" | "oportunamente" | "promptly" | "without"
        | "within" | "immediately" => true,
        _ => false,
    }
}

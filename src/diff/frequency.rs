//! How often something has to be done: «cada tres meses», «dos veces al año», `mensualmente`, “every other week”; and how
//! long a time is: «15 días hábiles».
//!
//! Lengths of time are compared and never shown: a month is 730 hours, a year twelve of them.

use crate::model::{cardinals, folded};
use std::ops::Range;

/// Where a text says how often or how long, and how many hours pass meanwhile.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Frequency {
    pub(super) range: Range<usize>,
    pub(super) hours: u32,
}

/// What a text that obliges says about how often that is to be done; `from` is where the obligation begins, after its verb.
///
/// «Los datos que se generan cada mes» tells of the data, and “at most once a week” sets a limit: neither is found.
pub(super) fn frequencies(text: &str, from: usize) -> Vec<Frequency> {
    let words = words(text);
    let mut found = Vec::new();
    let mut place = 0;
    while place < words.len() {
        let Some((length, hours)) = at(&words, place) else {
            place += 1;
            continue;
        };
        let last = &words[place + length - 1];
        let range = words[place].range.start..last.range.end;
        if !is_limited(&words, place) && !is_of_another(text, &words, place, from) {
            found.push(Frequency { range, hours });
        }
        place += length;
    }
    found
}

/// The lengths of time in a text: a number of units.
pub(super) fn lengths(text: &str) -> Vec<Frequency> {
    let words = words(text);
    let mut found = Vec::new();
    let mut place = 0;
    while place < words.len() {
        let is_number = number(&words[place].folded).is_some();
        let Some((length, hours)) = period(&words, place).filter(|_| is_number) else {
            place += 1;
            continue;
        };
        let range = words[place].range.start..words[place + length - 1].range.end;
        found.push(Frequency { range, hours });
        place += length;
    }
    found
}

struct Word {
    folded: String,
    range: Range<usize>,
}

fn words(text: &str) -> Vec<Word> {
    let mut words = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find(char::is_alphanumeric) {
        let begins = text.len() - rest.len() + start;
        let length = rest[start..].find(|letter: char| !letter.is_alphanumeric()).unwrap_or(rest.len() - start);
        words.push(Word { folded: folded(&text[begins..begins + length]), range: begins..begins + length });
        rest = &text[begins + length..];
    }
    words
}

fn word(words: &[Word], place: usize) -> &str {
    words.get(place).map_or("", |word| word.folded.as_str())
}

/// How many words from a place on say how often, and the hours.
fn at(words: &[Word], place: usize) -> Option<(usize, u32)> {
    let (times, before) = times(words, place).unwrap_or((1, 0));
    let joint = place + before;
    let joints: &[&[&str]] = if before == 0 {
        &[&["cada"], &["every"], &["each"], &["todos", "los"], &["todas", "las"]]
    } else {
        &[
            &["en", "cada"],
            &["in", "every"],
            &["in", "each"],
            &["a", "la"],
            &["al"],
            &["por"],
            &["cada"],
            &["a"],
            &["an"],
            &["per"],
            &["each"],
            &["every"],
        ]
    };
    let reads = |own: &&&[&str]| own.iter().enumerate().all(|(at, own)| word(words, joint + at) == *own);
    if let Some(own) = joints.iter().find(reads) {
        let (length, hours) = period(words, joint + own.len())?;
        return Some((before + own.len() + length, hours / times));
    }
    (before == 0).then(|| Some((1, adverb(word(words, place))?)))?
}

/// How many times, and in how many words: `una vez`, `tres veces`, `twice`.
fn times(words: &[Word], place: usize) -> Option<(u32, usize)> {
    let count = match (word(words, place), word(words, place + 1)) {
        ("once", _) => return Some((1, 1)),
        ("twice", _) => return Some((2, 1)),
        (count, "vez" | "veces" | "time" | "times") => number(count)?,
        _ => return None,
    };
    (count > 0).then_some((count, 2))
}

fn number(text: &str) -> Option<u32> {
    let written = || cardinals::value(text, true).or_else(|| cardinals::value(text, false));
    text.parse().ok().or_else(|| written().and_then(|value| u32::try_from(value).ok()))
}

/// A unit of time with the number before it, in how many words, and its hours: `mes`, `tres meses`, `other week`.
fn period(words: &[Word], place: usize) -> Option<(usize, u32)> {
    /// The most words of a number that a policy counts time with: `ciento ochenta`, `twenty five`.
    const MOST: usize = 4;
    for count in 0..=MOST {
        let kind = place + count;
        let is_working = |word: &str| matches!(word, "working" | "business");
        let unit_place = kind + usize::from(is_working(word(words, kind)));
        let Some(unit) = unit(word(words, unit_place)) else { continue };
        let counted: Vec<&str> = (place..kind).map(|place| word(words, place)).collect();
        let amount = match counted.as_slice() {
            [] => 1,
            ["other" | "second"] => 2,
            _ => number(&counted.join(" "))?,
        };
        let after = matches!(word(words, unit_place + 1), "habiles" | "laborables");
        let hours = amount.checked_mul(unit)?;
        // Five working days are a week.
        let hours = if unit_place > kind || after { hours.checked_mul(7)? / 5 } else { hours };
        return Some((unit_place + 1 + usize::from(after) - place, hours)).filter(|_| amount > 0);
    }
    None
}

/// The hours of a unit of time, of which accents and the tilde were taken off.
fn unit(word: &str) -> Option<u32> {
    Some(match word {
        "hora" | "horas" | "hour" | "hours" => 1,
        "dia" | "dias" | "day" | "days" => 24,
        "semana" | "semanas" | "week" | "weeks" => 7 * 24,
        "fortnight" | "fortnights" => 14 * 24,
        "quincena" | "quincenas" => 15 * 24,
        "mes" | "meses" | "month" | "months" => 730,
        "bimestre" | "bimestres" => 2 * 730,
        "trimestre" | "trimestres" | "quarter" | "quarters" => 3 * 730,
        "cuatrimestre" | "cuatrimestres" => 4 * 730,
        "semestre" | "semestres" => 6 * 730,
        "ano" | "anos" | "year" | "years" => 12 * 730,
        _ => return None,
    })
}

/// The hours between two times of what an adverb or adjective of this beginning says: `mensualmente`, `yearly`.
fn adverb(word: &str) -> Option<u32> {
    const ADVERBS: [(&str, u32); 22] = [
        ("diari", 24),
        ("daily", 24),
        ("semanal", 7 * 24),
        ("weekly", 7 * 24),
        ("quincenal", 15 * 24),
        ("fortnightly", 14 * 24),
        ("mensual", 730),
        ("monthly", 730),
        ("bimestral", 2 * 730),
        ("trimestral", 3 * 730),
        ("quarterly", 3 * 730),
        ("cuatrimestral", 4 * 730),
        ("semestral", 6 * 730),
        ("biannual", 6 * 730),
        ("semiannual", 6 * 730),
        ("anual", 12 * 730),
        ("annual", 12 * 730),
        ("yearly", 12 * 730),
        ("bienal", 24 * 730),
        ("biennial", 24 * 730),
        ("trienal", 36 * 730),
        ("triennial", 36 * 730),
    ];
    ADVERBS.iter().find(|(beginning, _)| word.starts_with(beginning)).map(|(_, hours)| *hours)
}

/// Whether what stands before says that it is the most: «no más de una vez», “at most”.
fn is_limited(words: &[Word], place: usize) -> bool {
    let before = |back: usize| place.checked_sub(back).map_or("", |place| word(words, place));
    matches!(
        (before(2), before(1)),
        ("mas", "de") | ("more", "than") | ("at", "most") | ("como", "maximo") | ("not", "exceed") | ("up", "to")
    ) || matches!((before(3), before(2), before(1)), ("a" | "at", "lo" | "the", "sumo" | "most"))
}

/// Whether it is said of something that a relative clause describes: «los datos que se generan cada mes».
fn is_of_another(text: &str, words: &[Word], place: usize, from: usize) -> bool {
    let end = words[place].range.start;
    let from = from.min(end);
    let start = text[from..end].rfind([',', ';', ':', '(']).map_or(from, |mark| from + mark);
    let is_relative = |place: &usize| {
        let before = place.checked_sub(1).map_or("", |before| word(words, before));
        match word(words, *place) {
            "which" | "who" | "whose" | "cuyo" | "cuya" | "cuyos" | "cuyas" | "donde" | "where" => true,
            // «Garantizar que», “ensure that”: what has to be so is the duty.
            "que" => !["ar", "er", "ir"].iter().any(|ending| before.ends_with(ending)),
            "that" => !matches!(before, "ensure" | "see" | "sure" | "guarantee" | "require" | "provide"),
            _ => false,
        }
    };
    (0..place).filter(|place| words[*place].range.start >= start).any(|place| is_relative(&place))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hours(text: &str) -> Vec<u32> {
        frequencies(text, 0).into_iter().map(|frequency| frequency.hours).collect()
    }

    #[test]
    fn how_often_is_known_in_many_words() {
        for (text, expected) in [
            ("cada mes", 730),
            ("cada tres meses", 2190),
            ("cada trimestre", 2190),
            ("Todos los años", 8760),
            ("dos veces al año", 4380),
            ("una vez cada dos años", 17_520),
            ("cada 5 días hábiles", 168),
            ("trimestralmente", 2190),
            ("every three months", 2190),
            ("every other week", 336),
            ("twice a year", 4380),
            ("at least once in every two years", 17_520),
            ("every five working days", 168),
            ("annually", 8760),
        ] {
            assert_eq!(hours(text), [expected], "{text}");
        }
    }

    #[test]
    fn what_is_no_frequency_of_a_duty_is_not_found() {
        for text in [
            "cada uno de los meses",
            "publicar los datos que se generan cada mes",
            "no más de una vez al mes",
            "at most once a week",
            "keep the logs that are written every day",
            "once the year ends",
        ] {
            assert_eq!(hours(text), [0_u32; 0], "{text}");
        }
        assert_eq!(hours("garantizar que se publiquen cada mes"), [730]);
        assert_eq!(hours("ensure that it is audited every year"), [8760]);
    }
}

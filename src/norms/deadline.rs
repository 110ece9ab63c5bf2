//! Finds by when a norm has to be met.
//!
//! A number with a unit of time is a deadline where a limiting word stands before it («dentro de», «en un plazo de»,
//! `within`) or what starts it stands after it («siguientes a», `after`); «cada tres meses» and «durante cinco años» are
//! none. A date is one after «a más tardar», «antes de», `by`. Vague ones are listed. What stands in a condition («si no
//! responde en diez días», `provided that it is promptly notified`) is the condition's.

mod date;

use super::vocabulary::{Tongue, spanish};
use super::words::{Gap, Words};
use super::{Deadline, Unit};
use date::{dated, phrase};
use std::ops::Range;

/// The first deadline among these words that can be counted, or else the first one that cannot.
pub(super) fn find(words: &Words, tongue: Tongue, among: Range<usize>) -> Option<Deadline> {
    let mut vague = None;
    let mut place = among.start;
    while place < among.end {
        if opens_condition(words, tongue, place) {
            place = condition_end(words, place, among.end);
            continue;
        }
        if let Some(deadline) = counted(words, tongue, place, &among).or_else(|| dated(words, tongue, place, &among)) {
            return Some(deadline);
        }
        if vague.is_none()
            && let Some((length, unit)) = phrase(words, tongue, place)
        {
            let range = words.range(place..place + length);
            vague = Some(Deadline { range, amount: None, unit, starts: None });
        }
        place += 1;
    }
    vague
}

/// Whether a condition begins at a place.
fn opens_condition(words: &Words, tongue: Tongue, place: usize) -> bool {
    match tongue {
        Tongue::Spanish => words.word(place) == "si" || words.reads(place, &["siempre", "que"]),
        Tongue::English => matches!(words.word(place), "if" | "unless") || words.reads(place, &["provided", "that"]),
    }
}

/// Where the condition that begins at a place ends: at the next comma, as `if asked,` and `If it fails,` do.
fn condition_end(words: &Words, place: usize, end: usize) -> usize {
    (place + 1..end).find(|at| matches!(words.gap(*at), Gap::Comma | Gap::Strong)).unwrap_or(end)
}

/// A number of units whose unit stands at a place.
fn counted(words: &Words, tongue: Tongue, place: usize, among: &Range<usize>) -> Option<Deadline> {
    let unit = unit(tongue, words.word(place))?;
    let (unit, first, last) = kind_of_days(words, tongue, unit, place);
    let (amount, number) = amount(words, tongue, first, among.start)?;
    let limit = limit(words, tongue, number, among.start);
    let before = words.before(limit.start);
    if matches!(before, "cada" | "durante" | "every" | "for" | "during" | "por") {
        return None;
    }
    // After «dos años», `de la` and `of` say of what, unless a limit stands before.
    let counts = |starts: &Range<usize>| {
        limit.strong
            || words.word(starts.start) != "of" && words.word(starts.start) != "de"
            || is_advance(words, starts.start + 1)
    };
    let starts = starting(words, tongue, last + 1, among.end).filter(counts);
    let advance = matches!(words.before(number), "con" | "least") && starts.is_some();
    if !limit.strong && starts.is_none() && !advance {
        return None;
    }
    let start = if advance && words.before(number) == "con" { number - 1 } else { limit.start };
    let end = starts.as_ref().map_or(last + 1, |starts| starts.end);
    let starts = starts.or(limit.starts).map(|starts| words.range(starts));
    Some(Deadline { range: words.range(start..end), amount: Some(amount), unit, starts })
}

fn unit(tongue: Tongue, word: &str) -> Option<Unit> {
    Some(match (tongue, word) {
        (Tongue::Spanish, "hora" | "horas") | (Tongue::English, "hour" | "hours") => Unit::Hours,
        (Tongue::Spanish, "dia" | "dias") | (Tongue::English, "day" | "days") => Unit::Days,
        (Tongue::Spanish, "semana" | "semanas") | (Tongue::English, "week" | "weeks") => Unit::Weeks,
        (Tongue::Spanish, "mes" | "meses") | (Tongue::English, "month" | "months") => Unit::Months,
        (Tongue::Spanish, "año" | "años") | (Tongue::English, "year" | "years") => Unit::Years,
        _ => return None,
    })
}

/// Which days are counted, and the first and the last word of the unit.
fn kind_of_days(words: &Words, tongue: Tongue, unit: Unit, place: usize) -> (Unit, usize, usize) {
    if unit != Unit::Days {
        return (unit, place, place);
    }
    let side = match tongue {
        Tongue::Spanish => place + 1,
        Tongue::English => place.saturating_sub(1),
    };
    let kind = match words.word(side) {
        "habil" | "habiles" | "laborable" | "laborables" | "laborales" | "utiles" | "working" | "business" => {
            Unit::WorkingDays
        }
        "natural" | "naturales" | "calendario" | "calendarios" | "corridos" | "calendar" | "consecutive" => {
            Unit::CalendarDays
        }
        _ => return (unit, place, place),
    };
    (kind, place.min(side), place.max(side))
}

/// The number that ends before a place, and where it begins; in figures where it stands both ways: «treinta (30)».
fn amount(words: &Words, tongue: Tongue, end: usize, from: usize) -> Option<(u32, usize)> {
    let mut start = end;
    let (mut written, mut figures) = (0_u32, None);
    while start > from && end - start < 8 {
        let word = words.word(start - 1);
        if let Ok(value) = word.parse::<u32>() {
            if figures.is_some() {
                break;
            }
            figures = Some(value);
        } else if let Some(value) = number_word(tongue, word) {
            written = written.saturating_add(value);
        } else if !(matches!(word, "y" | "and") && start < end && written > 0) {
            break;
        }
        start -= 1;
    }
    let value = figures.unwrap_or(written);
    (value > 0).then_some((value, start))
}

/// Numbers in words; those of several words are added up.
const SPANISH_NUMBERS: &[(&str, u32)] = &[
    ("un", 1),
    ("una", 1),
    ("dos", 2),
    ("tres", 3),
    ("cuatro", 4),
    ("cinco", 5),
    ("seis", 6),
    ("siete", 7),
    ("ocho", 8),
    ("nueve", 9),
    ("diez", 10),
    ("once", 11),
    ("doce", 12),
    ("trece", 13),
    ("catorce", 14),
    ("quince", 15),
    ("dieciseis", 16),
    ("diecisiete", 17),
    ("dieciocho", 18),
    ("diecinueve", 19),
    ("veinte", 20),
    ("veintiun", 21),
    ("veintidos", 22),
    ("veinticuatro", 24),
    ("veinticinco", 25),
    ("veintiocho", 28),
    ("treinta", 30),
    ("cuarenta", 40),
    ("cincuenta", 50),
    ("sesenta", 60),
    ("setenta", 70),
    ("ochenta", 80),
    ("noventa", 90),
    ("cien", 100),
    ("ciento", 100),
    ("doscientos", 200),
];

const ENGLISH_NUMBERS: &[(&str, u32)] = &[
    ("a", 1),
    ("an", 1),
    ("one", 1),
    ("two", 2),
    ("three", 3),
    ("four", 4),
    ("five", 5),
    ("six", 6),
    ("seven", 7),
    ("eight", 8),
    ("nine", 9),
    ("ten", 10),
    ("eleven", 11),
    ("twelve", 12),
    ("thirteen", 13),
    ("fourteen", 14),
    ("fifteen", 15),
    ("sixteen", 16),
    ("seventeen", 17),
    ("eighteen", 18),
    ("nineteen", 19),
    ("twenty", 20),
    ("thirty", 30),
    ("forty", 40),
    ("fifty", 50),
    ("sixty", 60),
    ("seventy", 70),
    ("eighty", 80),
    ("ninety", 90),
    ("hundred", 100),
];

fn number_word(tongue: Tongue, word: &str) -> Option<u32> {
    let listed = match tongue {
        Tongue::Spanish => SPANISH_NUMBERS,
        Tongue::English => ENGLISH_NUMBERS,
    };
    listed.iter().find(|(name, _)| *name == word).map(|(_, value)| *value)
}

/// The limiting words before a number.
struct Limit {
    start: usize,
    /// Whether they limit by themselves.
    strong: bool,
    /// A «siguientes» among them.
    starts: Option<Range<usize>>,
}

/// Reads the limiting words that end before a place, backwards.
fn limit(words: &Words, tongue: Tongue, end: usize, from: usize) -> Limit {
    let mut limit = Limit { start: end, strong: false, starts: None };
    let mut measured = false;
    while limit.start > from && end - limit.start < 10 && (limit.start == end || words.follows(limit.start)) {
        let place = limit.start - 1;
        let word = words.word(place);
        let (chained, strong) = match tongue {
            Tongue::Spanish => spanish_limit(word, limit.start == end),
            Tongue::English => english_limit(word, limit.start == end && !is_article(words.word(end))),
        };
        if !chained {
            break;
        }
        if matches!(word, "siguientes" | "siguiente" | "posteriores" | "following") {
            limit.starts = Some(place..place + 1);
        }
        // «Mayor de dos meses» only measures, «no mayor de dos meses» limits.
        measured |= is_measure(word);
        limit.strong |= strong || measured && matches!(word, "no" | "not");
        limit.start = place;
    }
    while limit.start < end && !opens_limit(tongue, words.word(limit.start)) {
        limit.start += 1;
    }
    limit
}

/// Whether a word belongs to the words before a number that limit, and whether it limits by itself; `adjacent` says that
/// nothing stands between it and the number.
fn spanish_limit(word: &str, adjacent: bool) -> (bool, bool) {
    match word {
        "dentro" | "plazo" | "termino" | "lapso" | "tardar" | "antes" | "maximo" | "siguientes" | "siguiente"
        | "posteriores" => (true, true),
        "en" => (true, adjacent),
        "de" | "del" | "los" | "las" | "un" | "una" | "el" | "la" | "a" | "al" | "no" | "que" | "mas" | "superior"
        | "improrrogable" | "perentorio" | "minimo" | "menos" | "primeros" | "primeras" => (true, false),
        _ => (is_measure(word), false),
    }
}

/// Whether a word compares a time with the number after it.
fn is_measure(word: &str) -> bool {
    matches!(word, "mayor" | "exceda" | "excedan" | "exceder" | "exceed" | "exceeding" | "longer")
}

/// Whether a word is an article that counts one: `twice in a year` sets no limit.
fn is_article(word: &str) -> bool {
    matches!(word, "a" | "an")
}

/// The same of English; `adjacent` says that nothing stands between a word and a number that is no article.
fn english_limit(word: &str, adjacent: bool) -> (bool, bool) {
    match word {
        "in" => (true, adjacent),
        "within" | "later" | "maximum" | "following" => (true, true),
        "the" | "of" | "a" | "an" | "no" | "not" | "than" | "period" | "at" | "least" | "next" | "up" | "to"
        | "first" => (true, false),
        _ => (is_measure(word), false),
    }
}

/// Whether an expression of a limit can begin with a word.
fn opens_limit(tongue: Tongue, word: &str) -> bool {
    match tongue {
        Tongue::Spanish => matches!(
            word,
            "dentro" | "en" | "a" | "antes" | "hasta" | "plazo" | "termino" | "no" | "los" | "las" | "el" | "al"
        ),
        Tongue::English => matches!(word, "within" | "no" | "not" | "in" | "at" | "up" | "the" | "following"),
    }
}

/// What starts the time, at a place after the unit.
fn starting(words: &Words, tongue: Tongue, place: usize, end: usize) -> Option<Range<usize>> {
    let opens = match tongue {
        Tongue::Spanish => match words.word(place) {
            "siguiente" | "siguientes" | "posterior" | "posteriores" | "anterior" | "anteriores" | "precedente"
            | "precedentes" | "previo" | "previos" | "despues" | "antes" | "desde" | "tras" | "contado"
            | "contados" | "contada" | "contadas" | "computados" | "computado" => true,
            "a" => words.reads(place, &["a", "partir"]) || words.reads(place, &["a", "contar"]),
            // «Diez días de notificada la resolución», «de haberla recibido».
            "de" => {
                let next = words.word(place + 1);
                matches!(next, "anticipacion" | "antelacion" | "la" | "vigencia")
                    || next.starts_with("haber")
                    || is_done(next)
            }
            "luego" => words.word(place + 1) == "de",
            "una" => words.word(place + 1) == "vez",
            _ => false,
        },
        Tongue::English => match words.word(place) {
            "after" | "from" | "following" | "before" | "since" | "of" | "upon" | "once" => true,
            "prior" => words.word(place + 1) == "to",
            _ => false,
        },
    };
    let near = words.gap(place) <= Gap::Comma && place < end;
    (opens && near).then(|| place..phrase_end(words, place, end))
}

/// Whether a word says that something has been done: «notificada», «recibidos».
fn is_done(word: &str) -> bool {
    spanish::is_participle(word) && word != "cada"
}

/// Where the phrase that begins at a place ends: at punctuation, at a conjunction before a verb, or after twelve words.
fn phrase_end(words: &Words, place: usize, end: usize) -> usize {
    let limit = end.min(place + 12);
    (place + 1..limit).find(|at| words.gap(*at) >= Gap::Comma || is_conjunction(words.word(*at))).unwrap_or(limit)
}

/// Whether the time is counted backwards from what follows: «de anticipación».
fn is_advance(words: &Words, place: usize) -> bool {
    matches!(words.word(place), "anticipacion" | "antelacion")
}

fn is_conjunction(word: &str) -> bool {
    matches!(word, "y" | "e" | "and" | "pero" | "but")
}

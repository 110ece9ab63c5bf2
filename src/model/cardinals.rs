//! Numbers written in words, in Spanish and English: «ciento veintiún mil», “one hundred and twenty-five”.

use crate::model::folded;

/// A part of a number in words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    /// Adds to the number: `veinte`, `five`.
    Unit(u32),
    /// Multiplies what stands before it below a thousand: `hundred`.
    Hundred,
    /// Multiplies what stands before it, and closes it: `mil`, `million`.
    Scale(u64),
    /// Joins two parts: `y`, `and`.
    And,
}

const SPANISH: &[(&str, u32)] = &[
    ("cero", 0),
    ("un", 1),
    ("uno", 1),
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
    ("veintiuno", 21),
    ("veintiuna", 21),
    ("veintidos", 22),
    ("veintitres", 23),
    ("veinticuatro", 24),
    ("veinticinco", 25),
    ("veintiseis", 26),
    ("veintisiete", 27),
    ("veintiocho", 28),
    ("veintinueve", 29),
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
    ("doscientas", 200),
    ("trescientos", 300),
    ("trescientas", 300),
    ("cuatrocientos", 400),
    ("cuatrocientas", 400),
    ("quinientos", 500),
    ("quinientas", 500),
    ("seiscientos", 600),
    ("seiscientas", 600),
    ("setecientos", 700),
    ("ochocientos", 800),
    ("novecientos", 900),
];

/// Feminine hundreds, and tens joined with their units as is usual in Peru.
const SPANISH_OTHER: &[(&str, u32)] = &[("setecientas", 700), ("ochocientas", 800), ("novecientas", 900)];

/// Stems of tens that are written together with their units: `treintiuno`, `cuarentaicinco`.
const SPANISH_TENS: &[(&str, u32)] = &[
    ("treint", 30),
    ("cuarent", 40),
    ("cincuent", 50),
    ("sesent", 60),
    ("setent", 70),
    ("ochent", 80),
    ("novent", 90),
];

const ENGLISH: &[(&str, u32)] = &[
    ("zero", 0),
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
];

/// The longest word of a number, in bytes without accents.
const LONGEST: usize = 20;

/// What a word is in a number.
fn part(word: &str, is_spanish: bool) -> Option<Part> {
    if word.len() > LONGEST || word.is_empty() {
        return None;
    }
    let word = folded(word);
    let unit =
        |listed: &[(&str, u32)]| listed.iter().find(|(name, _)| *name == word).map(|(_, value)| Part::Unit(*value));
    if !is_spanish {
        return match word.as_str() {
            "hundred" => Some(Part::Hundred),
            "thousand" => Some(Part::Scale(1000)),
            "million" => Some(Part::Scale(1_000_000)),
            "and" => Some(Part::And),
            _ => unit(ENGLISH),
        };
    }
    match word.as_str() {
        "mil" => Some(Part::Scale(1000)),
        "millon" | "millones" => Some(Part::Scale(1_000_000)),
        "y" => Some(Part::And),
        _ => unit(SPANISH).or_else(|| unit(SPANISH_OTHER)).or_else(|| joined(&word)),
    }
}

/// `treintiuno`, `cuarentaicinco`.
fn joined(word: &str) -> Option<Part> {
    let (rest, tens) = SPANISH_TENS.iter().find_map(|(stem, tens)| Some((word.strip_prefix(stem)?, tens)))?;
    let unit = rest.strip_prefix("ai").or_else(|| rest.strip_prefix("ay")).or_else(|| rest.strip_prefix('i'))?;
    let (_, value) = SPANISH.iter().find(|(name, value)| *name == unit && (1..10).contains(value))?;
    Some(Part::Unit(tens + value))
}

/// The value of a text that is nothing but a number in words.
#[must_use]
pub fn value(text: &str, is_spanish: bool) -> Option<u64> {
    let words = text.split([' ', '-', '\u{a0}']).filter(|word| !word.is_empty());
    let parts: Vec<Part> = words.map(|word| part(word, is_spanish)).collect::<Option<_>>()?;
    value_of(&parts)
}

/// The value of the parts of one number; `None` if they are several, or none.
fn value_of(parts: &[Part]) -> Option<u64> {
    let (mut total, mut group) = (0_u64, None::<u64>);
    // The least unit of the group so far, so that what follows must be smaller: «veinte cinco» is one, «cinco veinte» two.
    let mut room = u64::MAX;
    let mut last_scale = u64::MAX;
    for (place, part) in parts.iter().enumerate() {
        match part {
            Part::Unit(value) => {
                let value = u64::from(*value);
                if value >= room || (group.is_some() && value == 0) {
                    return None;
                }
                group = Some(group.unwrap_or(0) + value);
                room = match value {
                    20..=99 if value % 10 == 0 => 10,
                    0..=99 => 0,
                    _ => 100,
                };
            }
            Part::Hundred => {
                let before = group.filter(|value| (1..=99).contains(value))?;
                (group, room) = (Some(before * 100), 100);
            }
            Part::Scale(scale) => {
                if *scale > last_scale {
                    // «mil millones»: what stands before counts them all.
                    let before = total + group.unwrap_or(0);
                    total = Some(before).filter(|before| *before > 0)?.checked_mul(*scale)?;
                } else {
                    total = total.checked_add(group.unwrap_or(1).checked_mul(*scale)?)?;
                }
                (group, room, last_scale) = (None, u64::MAX, *scale);
            }
            Part::And if place > 0 && place + 1 < parts.len() => {
                // «Diez y seis»: ten takes a unit behind `y`.
                if group.is_some_and(|value| value % 100 == 10) {
                    room = 10;
                }
            }
            Part::And => return None,
        }
    }
    (!parts.is_empty()).then(|| total + group.unwrap_or(0))
}

/// The number in words that a text ends with: where it begins, and its value. `None` too where the words may be only the
/// end of a longer number.
#[must_use]
pub fn ending(text: &str, is_spanish: bool) -> Option<(usize, u64)> {
    let mut parts = Vec::new();
    let mut start = text.len();
    let mut rest = text;
    while parts.len() < 16 {
        let end = rest.len();
        let begin = rest
            .rfind(|letter: char| !letter.is_alphabetic())
            .map_or(0, |at| at + rest[at..].chars().next().map_or(1, char::len_utf8));
        let Some(part) = part(rest.get(begin..end)?, is_spanish) else { break };
        parts.push((begin, part));
        start = begin;
        let Some(before) = rest[..begin].strip_suffix([' ', '-', '\u{a0}']) else { break };
        rest = before;
    }
    while parts.last().is_some_and(|(_, part)| *part == Part::And) {
        parts.pop();
        start = parts.last().map_or(text.len(), |(begin, _)| *begin);
    }
    parts.reverse();
    let own: Vec<Part> = parts.iter().map(|(_, part)| *part).collect();
    // «Mil», “hundred” and “million” at the beginning may have lost a word that was not understood.
    let is_cut = matches!(own.first(), Some(Part::Hundred | Part::Scale(_)))
        && text[..start].trim_end().ends_with(char::is_alphabetic)
        && !ends_with_link(&text[..start]);
    Some((start, value_of(&own).filter(|_| !is_cut)?))
}

/// Whether a text ends with a word that stands before a number and is no part of it.
fn ends_with_link(text: &str) -> bool {
    let word = text.trim_end().rsplit(|letter: char| !letter.is_alphabetic()).next().unwrap_or("");
    matches!(word, "de" | "a" | "en" | "los" | "las" | "por" | "con" | "hasta" | "of" | "to" | "the" | "for" | "by")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spanish_numbers() {
        for (text, expected) in [
            ("cero", 0),
            ("veintiún", 21),
            ("treinta y una", 31),
            ("diez y seis", 16),
            ("ciento veinte", 120),
            ("Quinientos", 500),
            ("mil", 1000),
            ("dos mil veintiséis", 2026),
            ("ciento veintiún mil trescientas cuarenta y cinco", 121_345),
            ("un millón doscientos mil", 1_200_000),
            ("tres millones", 3_000_000),
            ("mil millones", 1_000_000_000),
            ("cuarenticinco", 45),
            ("treintaidós", 32),
        ] {
            assert_eq!(value(text, true), Some(expected), "{text}");
        }
        for text in ["", "y", "cinco veinte", "dos tres", "treinta días", "tercero", "veinte y"] {
            assert_eq!(value(text, true), None, "{text}");
        }
    }

    #[test]
    fn english_numbers() {
        for (text, expected) in [
            ("ten", 10),
            ("twenty-five", 25),
            ("one hundred and twenty", 120),
            ("two thousand five hundred", 2500),
            ("One million", 1_000_000),
        ] {
            assert_eq!(value(text, false), Some(expected), "{text}");
        }
        for text in ["hundreds", "twenty twenty", "five twenty", "first", "hundred"] {
            assert_eq!(value(text, false), None, "{text}");
        }
    }

    #[test]
    fn the_number_that_a_text_ends_with() {
        assert_eq!(ending("dentro de los treinta y dos", true), Some((14, 32)));
        assert_eq!(ending("artículos dos y tres", true), None);
        assert_eq!(ending("más de mil", true), Some((8, 1000)));
        assert_eq!(ending("xintidós mil", true), None);
        assert_eq!(ending("the thirty", false), Some((4, 30)));
        assert_eq!(ending("", true), None);
    }

    proptest::proptest! {
        #![proptest_config(proptest::prelude::ProptestConfig { failure_persistence: None, ..Default::default() })]

        #[test]
        fn any_text_has_an_ending_or_none(text in "(dos|mil|millones|y|hundred|and| |-|\\PC){0,24}") {
            for spanish in [true, false] {
                if let Some((start, _)) = ending(&text, spanish) {
                    proptest::prop_assert!(text.get(start..).is_some());
                }
            }
        }
    }
}

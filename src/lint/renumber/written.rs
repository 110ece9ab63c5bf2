//! How a number is written anew, in the form that it had: `14`, `9o.`, `III`, `b`, `Décimo Segundo`, `Twelfth`.

use crate::model::numbering::{in_roman, letter_number, ordinal, roman, word_at};

/// Spanish ordinals from 1 to 9 and the tens from 10 to 90, without their last letter.
const SPANISH: [&[&str]; 2] = [
    &["primer", "segund", "tercer", "cuart", "quint", "sext", "séptim", "octav", "noven"],
    &[
        "décim",
        "vigésim",
        "trigésim",
        "cuadragésim",
        "quincuagésim",
        "sexagésim",
        "septuagésim",
        "octogésim",
        "nonagésim",
    ],
];

/// English ordinals from 1 to 19.
const ENGLISH: [&str; 19] = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
];

/// English tens from 20 to 90, alone and before a unit.
const ENGLISH_TENS: [(&str, &str); 8] = [
    ("twentieth", "twenty"),
    ("thirtieth", "thirty"),
    ("fortieth", "forty"),
    ("fiftieth", "fifty"),
    ("sixtieth", "sixty"),
    ("seventieth", "seventy"),
    ("eightieth", "eighty"),
    ("ninetieth", "ninety"),
];

/// The ordinal signs after figures.
const SIGNS: [&str; 8] = ["o.", ".º", ".°", "º.", "°.", "o", "º", "°"];

/// The ordinal sign that follows the figures at the beginning of a number; empty if none does.
#[must_use]
pub fn sign(written: &str) -> &'static str {
    let rest = written.trim_start_matches(|digit: char| digit.is_ascii_digit());
    let found = SIGNS.into_iter().find(|sign| {
        rest.len() < written.len()
            && rest.strip_prefix(sign).is_some_and(|after| !after.starts_with(|next: char| next.is_alphanumeric()))
    });
    found.unwrap_or("")
}

/// A number with what follows it (`9o. Bis`, `Décimo Segundo`), rewritten for another number; `low` is the sign that figures
/// below 10 have. `None` if its form cannot be told, or has no such number.
#[must_use]
pub fn rewrite(written: &str, number: u32, low: &str) -> Option<String> {
    let digits = written.bytes().take_while(u8::is_ascii_digit).count();
    if digits > 0 {
        let old: u32 = written[..digits].parse().ok()?;
        let own = sign(written);
        // Articles have a sign up to the ninth, unless the text gives it to all of them.
        let new = match (old < 10, number < 10) {
            (true, false) => "",
            (false, true) if own.is_empty() => low,
            _ => own,
        };
        return Some(format!("{number}{new}{}", &written[digits + own.len()..]));
    }
    let (word, end) = word_at(written, 0)?;
    if let Some((_, end)) = ordinal(written, 0) {
        let new = in_words(word, number)?;
        return Some(format!("{}{}", cased(&new, &written[..end]), &written[end..]));
    }
    let new = if roman(word).is_some() {
        (1..400).contains(&number).then(|| in_roman(number))?
    } else {
        letter_number(word)?;
        let letter = u8::try_from(number).ok().filter(|number| (1..=26).contains(number))?;
        let first = if word.starts_with(|letter: char| letter.is_uppercase()) { b'A' } else { b'a' };
        char::from(first + letter - 1).to_string()
    };
    Some(format!("{new}{}", &written[end..]))
}

/// An ordinal in the language and gender of another one, in small letters.
fn in_words(like: &str, number: u32) -> Option<String> {
    let last = like.chars().next_back()?.to_lowercase().next()?;
    let (tens, unit) = (number / 10, number % 10);
    let at = |place: u32| usize::try_from(place).ok()?.checked_sub(1);
    if !matches!(last, 'o' | 'a') && !like.to_lowercase().ends_with("er") {
        if let Some(word) = at(number).and_then(|place| ENGLISH.get(place)) {
            return Some((*word).to_owned());
        }
        let (alone, before) = ENGLISH_TENS.get(at(tens.checked_sub(1)?)?)?;
        let unit = at(unit).and_then(|place| ENGLISH.get(place));
        return Some(unit.map_or_else(|| (*alone).to_owned(), |unit| format!("{before}-{unit}")));
    }
    let ending = if last == 'a' { 'a' } else { 'o' };
    let word = |level: usize, place: u32| {
        at(place).and_then(|place| SPANISH[level].get(place)).map(|stem| format!("{stem}{ending}"))
    };
    match (word(1, tens), word(0, unit)) {
        (Some(tens), Some(unit)) => Some(format!("{tens} {unit}")),
        (Some(one), None) if unit == 0 => Some(one),
        (None, Some(one)) if tens == 0 => Some(one),
        _ => None,
    }
}

/// Words in the letter case of others: all capitals, capitals at the beginnings, one capital, or none.
fn cased(words: &str, like: &str) -> String {
    let mut capitals = like.chars().filter(|letter| letter.is_alphabetic()).map(char::is_uppercase);
    let (first, second) = (capitals.next().unwrap_or(false), capitals.next().unwrap_or(false));
    if first && second {
        return words.to_uppercase();
    }
    let all = first && like.split(' ').all(|word| word.starts_with(|letter: char| letter.is_uppercase()));
    let mut cased = String::with_capacity(words.len());
    for (place, word) in words.split(' ').enumerate() {
        if place > 0 {
            cased.push(' ');
        }
        let mut letters = word.chars();
        if first && (place == 0 || all) {
            cased.extend(letters.next().into_iter().flat_map(char::to_uppercase));
        }
        cased.extend(letters);
    }
    cased
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_keep_their_form() {
        for (written, number, expected) in [
            ("14", 13, "13"),
            ("9o.", 10, "10"),
            ("9o", 8, "8o"),
            ("10", 9, "9o."),
            ("191°", 190, "190°"),
            ("14 Bis", 13, "13 Bis"),
            ("III", 4, "IV"),
            ("b", 3, "c"),
            ("B", 1, "A"),
            ("PRIMERO", 2, "SEGUNDO"),
            ("Noveno", 10, "Décimo"),
            ("Décimo Segundo", 13, "Décimo Tercero"),
            ("décima segunda", 21, "vigésima primera"),
            ("Tercer", 1, "Primero"),
            ("Ninth", 21, "Twenty-first"),
            ("Twelfth", 30, "Thirtieth"),
        ] {
            assert_eq!(rewrite(written, number, "o.").as_deref(), Some(expected), "{written}");
        }
        for (written, number) in [("", 1), ("b", 27), ("III", 400), ("ciento", 2), ("Primero", 100)] {
            assert_eq!(rewrite(written, number, ""), None, "{written}");
        }
    }
}

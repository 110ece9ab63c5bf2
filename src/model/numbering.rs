//! Numbers as clauses have them: Roman, letters, ordinals in words.

use super::folded;

/// The word of letters or figures that begins at `start`, and its end.
#[must_use]
pub fn word_at(text: &str, start: usize) -> Option<(&str, usize)> {
    let rest = &text[start..];
    let length = rest.find(|character: char| !character.is_alphanumeric()).unwrap_or(rest.len());
    (length > 0 && length <= 32).then(|| (&rest[..length], start + length))
}

/// How many bytes of blanks and line ends stand at `start`.
#[must_use]
pub fn spaces(text: &str, start: usize) -> usize {
    let rest = &text[start..];
    rest.len() - rest.trim_start_matches([' ', '\u{a0}', '\n', '\t']).len()
}

/// The value of a Roman number in capitals, from I to CCCXCIX, in its one right spelling.
#[must_use]
pub fn roman(word: &str) -> Option<u32> {
    if word.is_empty() || word.len() > 12 {
        return None;
    }
    let mut value = 0;
    let mut rest = word;
    for (digits, unit) in
        [("C", 100), ("XC", 90), ("L", 50), ("XL", 40), ("X", 10), ("IX", 9), ("V", 5), ("IV", 4), ("I", 1)]
    {
        while let Some(after) = rest.strip_prefix(digits) {
            (value, rest) = (value + unit, after);
        }
    }
    (rest.is_empty() && value < 400 && in_roman(value) == word).then_some(value)
}

/// A number from 1 to 399 in Roman figures.
#[must_use]
pub fn in_roman(mut value: u32) -> String {
    let mut written = String::new();
    for (digits, unit) in
        [("C", 100), ("XC", 90), ("L", 50), ("XL", 40), ("X", 10), ("IX", 9), ("V", 5), ("IV", 4), ("I", 1)]
    {
        while value >= unit {
            written.push_str(digits);
            value -= unit;
        }
    }
    written
}

/// The place of a letter in the Spanish alphabet's legal use: a = 1 … n = 14, o = 15; `ñ` is not counted.
#[must_use]
pub fn letter_number(word: &str) -> Option<u32> {
    let mut bytes = word.bytes();
    let letter = bytes.next().filter(u8::is_ascii_alphabetic)?.to_ascii_lowercase();
    bytes.next().is_none().then(|| u32::from(letter - b'a') + 1)
}

/// An ordinal in words, and its end: `Décimo Segundo`, `Vigésimo primero`, `Único`, `Twenty-first`.
#[must_use]
pub fn ordinal(text: &str, start: usize) -> Option<(u32, usize)> {
    let (word, end) = word_at(text, start)?;
    let first = folded(word);
    if let Some(value) = ordinal_word(&first) {
        if !value.is_multiple_of(10) || value == 0 {
            return Some((value.max(1), end));
        }
        let next = end + spaces(text, end).max(usize::from(text[end..].starts_with('-')));
        if next > end
            && let Some((unit_word, unit_end)) = word_at(text, next)
            && let Some(unit) = ordinal_word(&folded(unit_word)).filter(|unit| (1..10).contains(unit))
        {
            return Some((value + unit, unit_end));
        }
        return Some((value, end));
    }
    None
}

/// The value of one word of an ordinal; 0 for «Único».
#[must_use]
pub fn ordinal_word(word: &str) -> Option<u32> {
    const UNITS: [&[&str]; 10] = [
        &["unico", "unica", "sole", "single"],
        &["primero", "primera", "primer", "first"],
        &["segundo", "segunda", "second"],
        &["tercero", "tercera", "tercer", "third"],
        &["cuarto", "cuarta", "fourth"],
        &["quinto", "quinta", "fifth"],
        &["sexto", "sexta", "sixth"],
        &["septimo", "septima", "seventh"],
        &["octavo", "octava", "eighth"],
        &["noveno", "novena", "ninth"],
    ];
    const TEENS: [(&str, u32); 13] = [
        ("undecimo", 11),
        ("undecima", 11),
        ("eleventh", 11),
        ("duodecimo", 12),
        ("duodecima", 12),
        ("twelfth", 12),
        ("thirteenth", 13),
        ("fourteenth", 14),
        ("fifteenth", 15),
        ("sixteenth", 16),
        ("seventeenth", 17),
        ("eighteenth", 18),
        ("nineteenth", 19),
    ];
    const TENS: [&[&str]; 9] = [
        &["decimo", "decima", "tenth"],
        &["vigesimo", "vigesima", "twentieth", "twenty"],
        &["trigesimo", "trigesima", "thirtieth", "thirty"],
        &["cuadragesimo", "cuadragesima", "fortieth", "forty"],
        &["quincuagesimo", "quincuagesima", "fiftieth", "fifty"],
        &["sexagesimo", "sexagesima", "sixtieth", "sixty"],
        &["septuagesimo", "septuagesima", "seventieth", "seventy"],
        &["octogesimo", "octogesima", "eightieth", "eighty"],
        &["nonagesimo", "nonagesima", "ninetieth", "ninety"],
    ];
    let place = |listed: &[&[&str]], word: &str| {
        listed.iter().position(|names| names.contains(&word)).and_then(|place| u32::try_from(place).ok())
    };
    if let Some(unit) = place(&UNITS, word) {
        return Some(unit);
    }
    if let Some(tens) = place(&TENS, word) {
        return Some(10 * (tens + 1));
    }
    if let Some((_, value)) = TEENS.iter().find(|(name, _)| *name == word) {
        return Some(*value);
    }
    // «Decimotercero», «vigesimoprimera», and «decimoctavo» with one `o` for two.
    let (tens, unit) = TENS.iter().zip(1..).find_map(|(names, tens)| {
        let (masculine, feminine) = (names.first()?, names.get(1)?);
        let rest = word.strip_prefix(masculine).or_else(|| word.strip_prefix(feminine))?;
        let octave = word.strip_prefix(&masculine[..masculine.len() - 1]).filter(|rest| rest.starts_with("octav"));
        Some((tens, octave.unwrap_or(rest)))
    })?;
    place(&UNITS, unit).filter(|unit| *unit > 0).map(|unit| 10 * tens + unit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roman_numbers_have_one_spelling() {
        for value in 1..400 {
            assert_eq!(roman(&in_roman(value)), Some(value));
        }
        for word in ["", "IIX", "VV", "XXXX", "LL", "CCCC", "iv", "MI"] {
            assert_eq!(roman(word), None, "{word}");
        }
    }

    #[test]
    fn ordinals_in_one_word_and_in_two() {
        let value = |text: &str| ordinal(text, 0).map(|(value, end)| (value, text.len() - end));
        for (text, expected) in [
            ("Único", 1),
            ("PRIMERA", 1),
            ("Décimo", 10),
            ("Undécimo", 11),
            ("decimoctavo", 18),
            ("Decimooctava", 18),
            ("DÉCIMO NOVENO", 19),
            ("Vigesimoprimero", 21),
            ("Vigésima Tercera", 23),
            ("trigesimoctavo", 38),
            ("Cuadragésimo segundo", 42),
            ("Quincuagesimoséptimo", 57),
            ("SEXAGÉSIMO", 60),
            ("Nonagésimo noveno", 99),
            ("Fifteenth", 15),
            ("Twenty-first", 21),
            ("Ninetieth", 90),
        ] {
            assert_eq!(value(text), Some((expected, 0)), "{text}");
        }
        for text in ["", "Decimal", "Décimodécimo", "Vigésimoúnico", "Primeros", "tenths"] {
            assert_eq!(value(text), None, "{text}");
        }
    }
}

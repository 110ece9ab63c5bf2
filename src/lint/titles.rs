//! Titles compared as a reader compares them: letter case, accents, numbering and the punctuation around them aside.

use crate::model::folded;
/// Words that stand before the number of a clause, without case or accents.
const CLAUSE_WORDS: [&str; 22] = [
    "anexo",
    "annex",
    "apartado",
    "apendice",
    "appendix",
    "art",
    "article",
    "articulo",
    "book",
    "cap",
    "capitulo",
    "chapter",
    "fraccion",
    "libro",
    "part",
    "parte",
    "sec",
    "seccion",
    "section",
    "title",
    "titulo",
    "transitorio",
];

/// Numbers written as words, without case or accents.
const NUMBER_WORDS: [&str; 34] = [
    "primero", "primera", "segundo", "segunda", "tercero", "tercera", "cuarto", "cuarta", "quinto", "quinta", "sexto",
    "sexta", "septimo", "septima", "octavo", "octava", "noveno", "novena", "decimo", "decima", "unico", "unica",
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "sole", "only",
];

/// Words that follow a clause's number.
const NUMBER_SUFFIXES: [&str; 5] = ["bis", "ter", "quater", "quinquies", "sexies"];

/// The symbols of Roman numerals, and how often each may stand in a row.
const ROMAN: [(&str, usize); 13] = [
    ("M", 3),
    ("CM", 1),
    ("CD", 1),
    ("D", 1),
    ("C", 3),
    ("XC", 1),
    ("XL", 1),
    ("L", 1),
    ("X", 3),
    ("IX", 1),
    ("IV", 1),
    ("V", 1),
    ("I", 3),
];

/// The title as it is compared: `Artículo 3. ¿Qué regula?` is `que regula`. A title that is nothing but a number stays.
#[must_use]
pub fn comparable(title: &str) -> String {
    let title = title.trim_matches(is_around);
    let bare = without_number(title).trim_matches(is_around);
    let words = folded(if bare.is_empty() { title } else { bare });
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether a character at an end of a title is no part of it.
fn is_around(character: char) -> bool {
    !character.is_alphanumeric()
}

/// The title without the clause word and the number that it begins with.
fn without_number(title: &str) -> &str {
    let (first, rest) = split_word(title);
    let names_clause = CLAUSE_WORDS.contains(&folded(first.trim_end_matches(is_around)).as_str());
    let (number, after) = if names_clause { split_word(rest) } else { (first, rest) };
    if !is_number(number, names_clause) {
        return title;
    }
    let (suffix, following) = split_word(after);
    if NUMBER_SUFFIXES.contains(&folded(suffix.trim_end_matches(is_around)).as_str()) { following } else { after }
}

/// The text up to the first white space, and what follows it.
fn split_word(text: &str) -> (&str, &str) {
    let text = text.trim_start();
    text.split_once(char::is_whitespace).unwrap_or((text, ""))
}

/// Whether a word is the number of a clause. Without a clause word before it, it must be closed (`IV.`, `a)`), or be
/// one that no title begins with otherwise (`3`, `3.2`, not `2030`).
fn is_number(word: &str, names_clause: bool) -> bool {
    let bare = word.trim_end_matches(is_around);
    let sure = names_clause || bare.len() < word.len();
    let digits = bare.trim_end_matches(['o', 'a']);
    if digits.starts_with(|first: char| first.is_ascii_digit()) {
        let only_digits = digits.chars().all(|character| character.is_ascii_digit() || character == '.');
        return only_digits && (sure || digits.len() <= 2 || digits.contains('.'));
    }
    let is_letter = bare.len() == 1 && bare.chars().all(|letter| letter.is_ascii_alphabetic());
    let is_capital = bare.chars().all(|letter| letter.is_ascii_uppercase());
    let is_closed_letter = is_letter && (bare.len() < word.len() || is_capital);
    sure && (is_closed_letter || is_roman(bare) || NUMBER_WORDS.contains(&folded(bare).as_str()))
}

/// Whether a word is a Roman numeral in capitals.
fn is_roman(word: &str) -> bool {
    let mut rest = word;
    for (symbol, most) in ROMAN {
        for _ in 0..most {
            rest = rest.strip_prefix(symbol).unwrap_or(rest);
        }
    }
    rest.is_empty() && !word.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_accents_and_punctuation_do_not_matter() {
        for title in ["¿Qué regula?", "QUÉ REGULA", "Que  regula:", "«Que\u{301} regula»"] {
            assert_eq!(comparable(title), "que regula", "{title}");
        }
    }

    #[test]
    fn numbering_does_not_matter() {
        for title in [
            "Artículo 3. Alcance",
            "Artículo 3.- Alcance",
            "ARTÍCULO 14. - Alcance",
            "Artículo 1o. Alcance",
            "Artículo 14 Bis. Alcance",
            "Article 3: Alcance",
            "Capítulo Primero. Alcance",
            "Capítulo IV Alcance",
            "Title II – Alcance",
            "Anexo A. Alcance",
            "Section 3.2 Alcance",
            "PRIMERO.- Alcance",
            "3. Alcance",
            "3.2.1 Alcance",
            "3) Alcance",
            "(3) Alcance",
            "IV. Alcance",
            "a) Alcance",
            "§ 4. Alcance",
        ] {
            assert_eq!(comparable(title), "alcance", "{title}");
        }
    }

    #[test]
    fn words_that_look_like_numbers_stay() {
        for (title, expected) in [
            ("Sección a revisar", "seccion a revisar"),
            ("Anexo técnico", "anexo tecnico"),
            ("Civil: alcance", "civil: alcance"),
            ("A quién aplica", "a quien aplica"),
            ("2030 Agenda", "2030 agenda"),
            ("I agree", "i agree"),
            ("Parte interesada", "parte interesada"),
            ("Datos 3", "datos 3"),
        ] {
            assert_eq!(comparable(title), expected);
        }
    }

    #[test]
    fn a_title_that_is_only_a_number_stays() {
        assert_eq!(comparable("Artículo 3."), "articulo 3");
        assert_eq!(comparable("Anexo A"), "anexo a");
        assert_ne!(comparable("Anexo A"), comparable("Anexo B"));
        assert_eq!(comparable("…"), "");
    }
}

//! Words as terms are compared by: cut without copying, and known by the hash of what inflection leaves of them.
//!
//! 1. [`tokens`] cuts a text into words, each with what stands before it;
//! 2. [`stem`] is the hash of a word without letter case, accents, plural and grammatical gender;
//! 3. [`key`] is the hash of a whole term.
//!
//! Two words with one stem may differ in meaning; whoever compares stems errs on the side of silence.

use crate::model::without_accent;
use std::ops::Range;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A word of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// Its bytes in the text.
    pub range: Range<usize>,
    /// What stands between the word before and it.
    pub gap: Gap,
    /// How it is written.
    pub shape: Shape,
}

/// What stands between two words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gap {
    /// The beginning of the text or of a sentence, or what may be one: a full stop, a colon, a new line.
    Start,
    /// Blanks only.
    Space,
    /// One hyphen.
    Hyphen,
    /// A field of the policy, alone or with other signs.
    Field,
    /// Any other signs.
    Other,
}

/// How a word is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Without capitals.
    Lower,
    /// With one capital at its beginning: `Catálogo`, `El`, `A`.
    Capital,
    /// In two capitals or more: `API`, `APIs`.
    Capitals,
    /// Anything else, such as `GitHub`, `14` or `CO2`.
    Mixed,
}

/// The words of a text in order: runs of letters and figures.
pub fn tokens(text: &str) -> impl Iterator<Item = Token> {
    let mut position = 0;
    let mut first = true;
    std::iter::from_fn(move || {
        let start = position + run(&text[position..], false);
        if start == text.len() {
            return None;
        }
        let gap = if first { Gap::Start } else { gap(&text[position..start]) };
        first = false;
        position = start + run(&text[start..], true);
        let range = start..position;
        Some(Token { shape: shape(&text[range.clone()]), range, gap })
    })
}

/// How many bytes a text begins with that belong to words, or that do not.
fn run(text: &str, of_word: bool) -> usize {
    let mut at = 0;
    while let Some(byte) = text.as_bytes().get(at) {
        let (belongs, length) = if byte.is_ascii() {
            (byte.is_ascii_alphanumeric(), 1)
        } else {
            let Some(character) = text[at..].chars().next() else { break };
            (is_word_character(character), character.len_utf8())
        };
        if belongs != of_word {
            break;
        }
        at += length;
    }
    at
}

fn is_word_character(character: char) -> bool {
    if character.is_ascii() {
        return character.is_ascii_alphanumeric();
    }
    character.is_alphanumeric() && !matches!(character, 'º' | 'ª') || is_combining_mark(character)
}

fn gap(between: &str) -> Gap {
    match between {
        " " => return Gap::Space,
        "-" | "\u{2010}" | "\u{2011}" => return Gap::Hyphen,
        _ => {}
    }
    let mut gap = Gap::Space;
    for character in between.chars() {
        match character {
            '.' | '!' | '?' | ':' | ';' | '…' | '\n' | '¿' | '¡' | '•' => return Gap::Start,
            '\u{fffc}' => gap = Gap::Field,
            _ if character.is_whitespace() || gap == Gap::Field => {}
            _ => gap = Gap::Other,
        }
    }
    gap
}

fn shape(word: &str) -> Shape {
    if word.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return Shape::Lower;
    }
    let (mut capitals, mut small, mut first_capital) = (0, 0, false);
    let letters = word.chars().filter(|character| character.is_ascii() || !is_combining_mark(*character));
    for (place, character) in letters.enumerate() {
        if character.is_uppercase() {
            capitals += 1;
            first_capital |= place == 0;
        } else if character.is_alphabetic() {
            small += 1;
        } else {
            return Shape::Mixed;
        }
    }
    match (capitals, small) {
        (0, _) => Shape::Lower,
        (1, _) if first_capital => Shape::Capital,
        (2.., 0) => Shape::Capitals,
        (2.., 1) if word.ends_with('s') => Shape::Capitals,
        _ => Shape::Mixed,
    }
}

/// Longest stem that is compared, in bytes.
const LONGEST_STEM: usize = 48;

/// The hash of a word without letter case, accents, plural and grammatical gender.
pub fn stem(word: &str) -> u64 {
    let mut buffer = [0; LONGEST_STEM];
    let length = fold(word, &mut buffer);
    hash(strip(&mut buffer[..length]))
}

/// The stem of two words written as one.
pub fn joined_stem(one: &str, other: &str) -> u64 {
    let mut buffer = [0; LONGEST_STEM];
    let length = fold(one, &mut buffer);
    let more = fold(other, &mut buffer[length..]);
    hash(strip(&mut buffer[..length + more]))
}

/// Writes a word without letter case and accents, as far as there is room; gives the length.
fn fold(word: &str, buffer: &mut [u8]) -> usize {
    let mut length = 0;
    let mut push = |byte: u8| {
        if let Some(place) = buffer.get_mut(length) {
            *place = byte;
            length += 1;
        }
    };
    for character in word.chars() {
        let plain = without_accent(character).unwrap_or(character);
        if plain.is_ascii() {
            push(plain.to_ascii_lowercase() as u8);
            continue;
        }
        for small in character.to_lowercase().nfd().filter(|letter| !is_combining_mark(*letter)) {
            small.encode_utf8(&mut [0; 4]).bytes().for_each(&mut push);
        }
    }
    length
}

/// Takes off what plural and gender add: `licencias abiertas` and `licencia abierta`, `agencies` and `agency`.
fn strip(folded: &mut [u8]) -> &[u8] {
    let mut end = folded.len();
    if end > 3 && folded.ends_with(b"s") && !folded.ends_with(b"ss") {
        end -= 1;
    }
    if end > 3 && matches!(folded[end - 1], b'e' | b'a' | b'o') {
        end -= 1;
    }
    match folded[..end].last_mut() {
        Some(last @ b'y') => *last = b'i',
        Some(last @ b'z') => *last = b'c',
        _ => {}
    }
    &folded[..end]
}

fn hash(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}

/// The hash of two hashes in this order.
pub fn chain(one: u64, other: u64) -> u64 {
    (one.rotate_left(23) ^ other).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

/// The hash of a term or a phrase: of the stems of all its words but a leading article.
pub fn key(term: &str) -> u64 {
    let mut stems = tokens(without_article(term)).map(|token| stem(&without_article(term)[token.range]));
    let first = stems.next().unwrap_or(0);
    stems.fold(first, chain)
}

/// What is looked up to tell that a term is used: its one word, or each two neighbours among its words that are no
/// connecting words.
pub fn traces(term: &str) -> Vec<u64> {
    let mut stems = Vec::new();
    for token in tokens(term) {
        let word = &term[token.range];
        if !is_connecting(word) {
            stems.push(stem(word));
        }
    }
    match stems.as_slice() {
        [one] => vec![*one],
        _ => stems.windows(2).map(|pair| chain(pair[0], pair[1])).collect(),
    }
}

/// A term without the article before it.
pub fn without_article(term: &str) -> &str {
    let trimmed = term.trim();
    let Some((word, rest)) = trimmed.split_once(' ') else { return trimmed };
    let article = ["el", "la", "los", "las", "the", "un", "una", "a", "an"];
    if article.iter().any(|article| word.eq_ignore_ascii_case(article)) { rest.trim_start() } else { trimmed }
}

/// Whether a word only connects others: an article, a preposition, a conjunction.
pub fn is_connecting(word: &str) -> bool {
    const CONNECTING: &[&str] = &[
        "a", "al", "an", "and", "by", "con", "de", "del", "e", "el", "en", "for", "in", "la", "las", "los", "o", "of",
        "on", "or", "para", "por", "the", "to", "u", "with", "y",
    ];
    word.len() <= 4 && CONNECTING.iter().any(|connecting| word.eq_ignore_ascii_case(connecting))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn inflection_case_and_accents_do_not_count() {
        for (one, other) in [
            ("Conjunto de datos", "Conjuntos de datos"),
            ("Licencia abierta", "licencias abiertas"),
            ("Plan de apertura", "los Planes de apertura"),
            ("Distribución", "Distribuciones"),
            ("Persona usuaria", "Personas usuarias"),
            ("Catálogo", "CATALOGO"),
            ("Agency", "the Agencies"),
            ("Dataset", "datasets"),
            ("API", "APIs"),
            ("vez", "veces"),
            ("Cata\u{301}logo", "Catálogo"),
        ] {
            assert_eq!(key(one), key(other), "{one} / {other}");
        }
        for (one, other) in [("Comité", "Comité Técnico"), ("Inventario", "Inventario general"), ("Enlace", "Portal")]
        {
            assert_ne!(key(one), key(other), "{one} / {other}");
        }
    }

    #[test]
    fn words_know_what_stands_before_them() {
        let text = "La API, (Meta-datos). De {{x}} México 14";
        let seen: Vec<_> = tokens(text).map(|token| (&text[token.range], token.gap, token.shape)).collect();
        let expected = [
            ("La", Gap::Start, Shape::Capital),
            ("API", Gap::Space, Shape::Capitals),
            ("Meta", Gap::Other, Shape::Capital),
            ("datos", Gap::Hyphen, Shape::Lower),
            ("De", Gap::Start, Shape::Capital),
            ("x", Gap::Other, Shape::Lower),
            ("México", Gap::Other, Shape::Capital),
            ("14", Gap::Space, Shape::Mixed),
        ];
        assert_eq!(seen, expected);
    }

    #[test]
    fn a_term_is_traced_by_its_words_that_say_something() {
        assert_eq!(traces("Catálogo"), [stem("catálogos")]);
        assert_eq!(traces("Perfil de metadatos"), [chain(stem("perfil"), stem("metadatos"))]);
        assert_eq!(traces("Conjunto de datos prioritario").len(), 2);
    }

    proptest! {
        #[test]
        fn tokens_are_words_of_the_text_in_order(text in "\\PC{0,80}") {
            let mut end = 0;
            for token in tokens(&text) {
                prop_assert!(token.range.start >= end && token.range.end > token.range.start);
                prop_assert!(text.get(token.range.clone()).is_some());
                end = token.range.end;
                stem(&text[token.range]);
            }
            key(&text);
        }
    }
}

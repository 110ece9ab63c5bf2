//! Words of a text forwards and backwards, folded to lower-case letters without accents, without allocation.

use std::ops::Range;

/// Bytes of the longest word that is read; what is longer names nothing.
const LONGEST: usize = 40;

/// A word with its place.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word<'text> {
    pub(super) text: &'text str,
    pub(super) start: usize,
    pub(super) end: usize,
    folded: [u8; LONGEST],
    length: usize,
}

impl<'text> Word<'text> {
    fn new(text: &'text str, start: usize, end: usize) -> Option<Self> {
        let word = text.get(start..end).filter(|word| !word.is_empty() && word.len() <= LONGEST)?;
        let (mut folded, mut length) = ([0; LONGEST], 0);
        for character in word.chars() {
            let Some(letter) = fold(character) else { continue };
            folded[length] = letter;
            length += 1;
        }
        Some(Self { text: word, start, end, folded, length })
    }

    /// In lower case without accents; `?` for each character that is not of Spanish or English.
    pub(super) fn folded(&self) -> &str {
        std::str::from_utf8(&self.folded[..self.length]).unwrap_or("")
    }

    /// Whether it begins with a capital letter.
    pub(super) fn is_capitalised(&self) -> bool {
        self.text.starts_with(char::is_uppercase)
    }

    /// Whether it has at least two letters, all of them capital.
    pub(super) fn is_shouted(&self) -> bool {
        self.text.chars().filter(|character| character.is_uppercase()).count() > 1
            && !self.text.chars().any(char::is_lowercase)
    }

    pub(super) fn is_figures(&self) -> bool {
        self.text.bytes().all(|byte| byte.is_ascii_digit())
    }
}

/// A character without case and accent; `None` for a mark that combines with the one before.
fn fold(character: char) -> Option<u8> {
    Some(match character {
        'á' | 'Á' | 'à' | 'À' => b'a',
        'é' | 'É' => b'e',
        'í' | 'Í' => b'i',
        'ó' | 'Ó' => b'o',
        'ú' | 'Ú' | 'ü' | 'Ü' => b'u',
        'ñ' | 'Ñ' => b'n',
        '\u{300}'..='\u{36f}' => return None,
        _ if character.is_ascii() => character.to_ascii_lowercase() as u8,
        _ => b'?',
    })
}

/// Whether a character belongs to a word. Ordinal signs are letters to Unicode, but stand after a number here.
fn in_word(character: char) -> bool {
    (character.is_alphanumeric() && !matches!(character, 'º' | 'ª')) || matches!(character, '\u{300}'..='\u{36f}')
}

/// Whether no word goes on at `start`, so that one can begin.
pub(super) fn begins(text: &str, start: usize) -> bool {
    text.get(..start).is_some_and(|before| !before.ends_with(in_word))
}

/// The word that begins at `start`.
pub(super) fn at(text: &str, start: usize) -> Option<Word<'_>> {
    let rest = text.get(start..)?;
    let mut end = start;
    for character in rest.chars() {
        if !in_word(character) {
            break;
        }
        end += character.len_utf8();
        if end - start > LONGEST {
            return None;
        }
    }
    Word::new(text, start, end)
}

/// The word after blanks.
pub(super) fn after(text: &str, start: usize) -> Option<Word<'_>> {
    at(text, start + blanks(text, start))
}

/// The word that ends at `end`.
pub(super) fn ending(text: &str, end: usize) -> Option<Word<'_>> {
    let mut start = end;
    for character in text.get(..end)?.chars().rev() {
        if !in_word(character) {
            break;
        }
        start -= character.len_utf8();
        if end - start > LONGEST {
            return None;
        }
    }
    Word::new(text, start, end)
}

/// The word before blanks.
pub(super) fn before(text: &str, end: usize) -> Option<Word<'_>> {
    let start = back_over_blanks(text, end);
    ending(text, start)
}

/// Where the blanks before `end` begin; what is further away than a few is no neighbour.
pub(super) fn back_over_blanks(text: &str, end: usize) -> usize {
    let mut start = end;
    for character in text.get(..end).unwrap_or("").chars().rev().take(8) {
        if !is_blank(character) {
            break;
        }
        start -= character.len_utf8();
    }
    start
}

/// How many bytes of blanks stand at `start`; no more than a few are read.
pub(super) fn blanks(text: &str, start: usize) -> usize {
    let rest = text.get(start..).unwrap_or("");
    rest.chars().take(8).take_while(|character| is_blank(*character)).map(char::len_utf8).sum()
}

fn is_blank(character: char) -> bool {
    matches!(character, ' ' | '\u{a0}' | '\n' | '\t' | '\u{202f}' | '\u{ad}')
}

/// The words that join one citation to the next: «y el», «así como», “and of the”.
const JOINS: &[&str] = &[
    "al",
    "and",
    "asi",
    "como",
    "con",
    "conjunction",
    "de",
    "del",
    "e",
    "el",
    "en",
    "in",
    "la",
    "las",
    "los",
    "o",
    "of",
    "or",
    "relacion",
    "sub",
    "the",
    "to",
    "u",
    "with",
    "y",
];

/// Whether a word is an article, a preposition or a conjunction.
pub(super) fn is_join(word: &Word<'_>) -> bool {
    JOINS.contains(&word.folded())
}

/// Whether nothing but joining words and commas stands in a range.
pub(super) fn only_joins(text: &str, range: Range<usize>) -> bool {
    if range.len() > 40 {
        return false;
    }
    let between = text.get(range.clone()).unwrap_or("");
    if between
        .contains(|character: char| !in_word(character) && !is_blank(character) && !matches!(character, ',' | ';'))
    {
        return false;
    }
    let mut reached = range.start;
    while reached < range.end {
        match at(text, reached) {
            Some(word) if is_join(&word) => reached = word.end,
            Some(_) => return false,
            None => reached += text[reached..].chars().next().map_or(1, char::len_utf8),
        }
    }
    true
}

/// The first three bytes of some words, for passing over nearly all text with two look-ups a byte.
pub(super) struct Beginnings {
    /// For each byte that a word begins with, a bit for the last five bits of each second byte.
    seconds: [u32; 256],
    /// The same for the third byte.
    thirds: [u32; 256],
}

impl Beginnings {
    /// `words` are in small letters; capitals begin the same words.
    pub(super) const fn of<const COUNT: usize>(words: &[[u8; 3]; COUNT]) -> Self {
        let (mut seconds, mut thirds) = ([0; 256], [0; 256]);
        let mut place = 0;
        while place < COUNT {
            let [first, second, third] = words[place];
            let capital = first.to_ascii_uppercase();
            seconds[first as usize] |= 1 << (second & 31);
            seconds[capital as usize] |= 1 << (second & 31);
            thirds[first as usize] |= 1 << (third & 31);
            thirds[capital as usize] |= 1 << (third & 31);
            place += 1;
        }
        Self { seconds, thirds }
    }

    /// Whether three bytes may be the beginning of one of the words; mostly not, where it says so.
    pub(super) fn may_begin(&self, [first, second, third]: [u8; 3]) -> bool {
        let first = usize::from(first);
        (self.seconds[first] >> (second & 31)) & (self.thirds[first] >> (third & 31)) & 1 != 0
    }
}

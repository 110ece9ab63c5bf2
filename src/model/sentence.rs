//! Cuts the visible text of a passage into sentences.
//!
//! The idea is that of Unicode Standard Annex #29, section 5: a sentence ends after `.`, `?`, `!` or `…` with the closing
//! marks that follow, where white space comes next and no small letter after it. Legal Spanish and English need more:
//!
//! 1. a full stop after an abbreviation, an initial, or the designation that opens a clause (`III.`, `b.`,
//!    `Artículo 9o.`, `Décimo Segundo.`) ends nothing;
//! 2. some abbreviations stand at the end of sentences too (`S.A. de C.V.`, `U.S.`, `Inc.`): there a sentence ends before a
//!    word that opens sentences;
//! 3. `;` and `:` end nothing, and a forced new line always does.
//!
//! The text is read once, byte by byte, and nothing is copied.

mod abbreviation;

use super::{Language, numbering};
use abbreviation::{Abbreviation, Tongues};
use std::ops::Range;

/// The sentences of a text in order, without the white space between them; a designation belongs to the sentence that it
/// opens. Without a language, or with one that is neither Spanish nor English, the abbreviations of both are known.
pub fn sentences<'text>(
    text: &'text str,
    language: Option<&Language>,
) -> impl Iterator<Item = Range<usize>> + use<'text> {
    Sentences { text, offset: 0, tongues: Tongues::of(language) }
}

struct Sentences<'text> {
    text: &'text str,
    offset: usize,
    tongues: Tongues,
}

impl Iterator for Sentences<'_> {
    type Item = Range<usize>;

    fn next(&mut self) -> Option<Range<usize>> {
        let start = self.offset + blanks(&self.text[self.offset..]);
        if start >= self.text.len() {
            return None;
        }
        let end = self.end(start);
        self.offset = end;
        Some(start..start + self.text[start..end].trim_end().len())
    }
}

impl Sentences<'_> {
    /// Where the sentence that begins at `start` ends: after its closing marks, at a forced new line, or with the text.
    fn end(&self, start: usize) -> usize {
        let bytes = self.text.as_bytes();
        let mut offset = start;
        while let Some(place) =
            bytes[offset..].iter().position(|byte| matches!(byte, b'.' | b'!' | b'?' | b'\n' | 0xe2))
        {
            let mark = offset + place;
            if bytes[mark] == b'\n' {
                return mark;
            }
            let run = marks(&self.text[mark..]);
            // Of the characters that begin with the byte E2, only the ellipsis is a mark.
            if run == 0 {
                offset = mark + 1;
                continue;
            }
            let after = mark + run;
            let closed = after + closing(&self.text[after..]);
            if self.ends(start, mark..after, closed) {
                return closed;
            }
            offset = after;
        }
        bytes.len()
    }

    /// Whether a sentence that begins at `start` ends with these marks, whose closing marks end at `closed`.
    fn ends(&self, start: usize, marks: Range<usize>, closed: usize) -> bool {
        let rest = &self.text[closed..];
        let gap = blanks_in_line(rest);
        if gap == rest.len() || rest[gap..].starts_with('\n') {
            return true;
        }
        if gap == 0 {
            return false;
        }
        let next = rest[gap..].trim_start_matches(|character| is_opening(character) || character == ' ');
        match next.chars().next() {
            Some(first) if first.is_lowercase() || matches!(first, ',' | ';' | ':' | ')' | '.') => return false,
            None => return true,
            Some(_) => {}
        }
        if self.text[marks.clone()] != *"." {
            return true;
        }
        // A closing mark after the full stop shows that it is one, unless it only closes an abbreviation's brackets.
        !self.abbreviates(start, marks.start, next)
    }

    /// Whether the full stop at `stop` belongs to an abbreviation or a designation, with `next` after it.
    fn abbreviates(&self, start: usize, stop: usize, next: &str) -> bool {
        let sentence = &self.text[start..stop];
        if is_designation(sentence) {
            return true;
        }
        let word = last_word(sentence);
        let before = &sentence[..sentence.len() - word.len()];
        match abbreviation::of(word, last_word(before.trim_end()), self.tongues) {
            Abbreviation::None => false,
            Abbreviation::Always => true,
            Abbreviation::BeforeFigure => next.starts_with(|first: char| first.is_ascii_digit()),
            Abbreviation::Within => !abbreviation::opens_sentence(first_word(next)),
        }
    }
}

/// How many bytes of white space stand at the beginning.
fn blanks(text: &str) -> usize {
    text.len() - text.trim_start().len()
}

/// How many bytes of white space stand at the beginning, up to a new line.
fn blanks_in_line(text: &str) -> usize {
    text.len() - text.trim_start_matches(|character: char| character.is_whitespace() && character != '\n').len()
}

/// How many bytes of marks that end sentences stand at the beginning.
fn marks(text: &str) -> usize {
    text.len() - text.trim_start_matches(['.', '!', '?', '…']).len()
}

/// How many bytes of quotation marks and brackets close at the beginning.
fn closing(text: &str) -> usize {
    text.len() - text.trim_start_matches(['"', '\'', ')', ']', '}', '»', '”', '’', '›']).len()
}

fn is_opening(character: char) -> bool {
    matches!(character, '"' | '\'' | '(' | '[' | '{' | '«' | '“' | '‘' | '‹' | '¿' | '¡' | '—' | '–' | '-')
}

/// The last run of characters without white space or opening mark, at most 32 bytes of it.
fn last_word(text: &str) -> &str {
    let limit = text.len().saturating_sub(32);
    let from = text
        .char_indices()
        .rev()
        .take_while(|(at, character)| *at >= limit && !character.is_whitespace() && !is_opening(*character))
        .last();
    from.map_or("", |(at, _)| &text[at..])
}

/// The letters at the beginning.
fn first_word(text: &str) -> &str {
    &text[..text.find(|character: char| !character.is_alphabetic()).unwrap_or(text.len())]
}

/// Whether a text is nothing but the designation of a clause: `III`, `b`, `2`, `1.2.3`, `IV Bis`, `Artículo 14 Bis`,
/// `ARTÍCULO PRIMERO`, `Décimo Segundo`, `Anexo A`.
fn is_designation(text: &str) -> bool {
    const KINDS: &[&str] = &[
        "articulo",
        "art",
        "article",
        "section",
        "seccion",
        "capitulo",
        "chapter",
        "titulo",
        "title",
        "libro",
        "book",
        "anexo",
        "annex",
        "appendix",
        "part",
        "parte",
        "apartado",
        "fraccion",
        "inciso",
        "numeral",
        "clausula",
        "clause",
        "regla",
        "rule",
        "base",
        "transitorio",
        "step",
        "paso",
    ];
    if text.len() > 48 {
        return false;
    }
    let Some((first, end)) = numbering::word_at(text, 0) else { return false };
    let is_kind = first.len() > 1 && KINDS.contains(&super::folded(first).as_str());
    let number = if is_kind { text[end..].trim_start_matches(['.', ' ']) } else { text };
    is_number(number) && (is_kind || !number.contains(' ') || ordinal_or_suffixed(number))
}

/// A number in figures with its ordinal mark, in Roman figures, as one letter, or as an ordinal in words; `bis` and its
/// like may follow.
fn is_number(text: &str) -> bool {
    let (number, suffix) = text.split_once(' ').unwrap_or((text, ""));
    if ordinal_or_suffixed(text) {
        return true;
    }
    let digits = number.trim_end_matches(['o', 'a', 'º', 'ª', '°']);
    let numeric = digits.starts_with(|first: char| first.is_ascii_digit())
        && digits.chars().all(|character| character.is_ascii_digit() || matches!(character, '.' | '-'));
    let lettered = number.len() == 1 && number.chars().all(char::is_alphabetic);
    (numeric && digits.len() <= 12 || lettered || numbering::roman(number).is_some())
        && (suffix.is_empty() || is_suffix(suffix))
}

fn ordinal_or_suffixed(text: &str) -> bool {
    if numbering::ordinal(text, 0).is_some_and(|(_, end)| end == text.len()) {
        return true;
    }
    text.split_once(' ').is_some_and(|(number, suffix)| is_suffix(suffix) && is_number(number))
}

fn is_suffix(text: &str) -> bool {
    ["bis", "ter", "quater", "quáter", "quinquies", "sexies"].iter().any(|suffix| text.eq_ignore_ascii_case(suffix))
}

#[cfg(test)]
mod tests;

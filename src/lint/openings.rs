//! Clauses that a text seems to open though the model has none there: «Artículo 16 El Consejo…» as a scanned law has it,
//! or «Artículos 20 a 25. Derogados». A citation of one of them is not broken beyond doubt.
//!
//! 1. [`Openings::of`] reads the first words of headings and paragraphs, once for a document;
//! 2. [`opens`] compares the first word of a paragraph with the number of a fraction, item or numeral.

use crate::model::numbering::{letter_number, ordinal, roman, spaces, word_at};
use crate::model::{ClauseKind, DocumentPath, Inline, InlineKind, Passage, Setting, folded};
use std::collections::HashSet;

/// The most clauses that one range opens: a limit on work.
const LONGEST_RANGE: u32 = 500;

/// The wide clauses that a document seems to open.
#[derive(Debug, Default)]
pub struct Openings(HashSet<(ClauseKind, u32)>);

impl Openings {
    /// Reads the beginnings of a document's passages.
    #[must_use]
    pub fn of(text: &str, passages: &[Passage<'_>]) -> Self {
        let mut found = HashSet::new();
        for passage in passages.iter().filter(|passage| may_open(passage)) {
            read(passage.text.as_str(), &mut found);
            // `**SEGUNDA.-** …` in a line of its own, though no blank line stands before it.
            let lines = text.get(passage.span.range()).unwrap_or("").lines().skip(1);
            for line in lines.filter(|line| line.starts_with("**")) {
                read(line, &mut found);
            }
        }
        Self(found)
    }

    /// Whether a clause of this kind and number seems to be opened.
    #[must_use]
    pub fn has(&self, kind: ClauseKind, number: u32) -> bool {
        self.0.contains(&(kind, number))
    }
}

/// Cells and lists name clauses that stand elsewhere, and so do links.
fn may_open(passage: &Passage<'_>) -> bool {
    let is_link = matches!(passage.inlines.first(), Some(Inline { kind: InlineKind::Link { .. }, .. }));
    let may = match passage.setting {
        Setting::Heading => true,
        Setting::Paragraph => passage.list_depth == 0,
        Setting::Cell { .. } | Setting::Term => false,
    };
    may && !is_link
}

fn read(text: &str, found: &mut HashSet<(ClauseKind, u32)>) {
    let start = text.find(char::is_alphanumeric).unwrap_or(text.len());
    let Some((name, mut end)) = word_at(text, start) else { return };
    let Some(kind) = kind_of(name) else {
        // `PRIMERA.- `, which scanned laws have below headings that say nothing of transitory provisions.
        found.extend(ordinal(text, start).map(|(value, _)| (ClauseKind::Transitory, value)));
        return;
    };
    end += usize::from(text[end..].starts_with('.'));
    let Some((first, mut reached)) = number(text, end + spaces(text, end)) else { return };
    found.insert((kind, first));
    let mut last = first;
    while let Some((word, next)) = joined(text, reached)
        && let Some((value, after)) = number(text, next)
    {
        if matches!(word, "a" | "al" | "to" | "through" | "-" | "–") {
            found.extend((last..=value).take(LONGEST_RANGE as usize).map(|number| (kind, number)));
        }
        found.insert((kind, value));
        (last, reached) = (value, after);
    }
}

/// What joins two numbers, and where the second begins.
fn joined(text: &str, start: usize) -> Option<(&str, usize)> {
    let rest = text[start..].trim_start_matches([' ', '\u{a0}', 'º', '°', 'o', '.']);
    let begin = text.len() - rest.len();
    let word = match word_at(text, begin) {
        Some((word, _)) => word,
        None => &rest[..rest.chars().next()?.len_utf8()],
    };
    let joins = matches!(word, "a" | "al" | "to" | "through" | "y" | "e" | "and" | "-" | "–" | ",");
    let end = begin + word.len();
    joins.then(|| (word, end + spaces(text, end)))
}

/// The kind of clause that a word names, in the singular or the plural.
fn kind_of(word: &str) -> Option<ClauseKind> {
    // No name is shorter than «art», and none longer than «disposiciones».
    let is_possible = (3..=16).contains(&word.len())
        && word.starts_with(|first: char| matches!(first.to_ascii_lowercase(), 'a' | 'b' | 'c' | 'l' | 's' | 't'));
    if !is_possible {
        return None;
    }
    let word = folded(word);
    [
        ("art", ClauseKind::Article),
        ("anex", ClauseKind::Annex),
        ("annex", ClauseKind::Annex),
        ("append", ClauseKind::Annex),
        ("schedul", ClauseKind::Annex),
        ("capitul", ClauseKind::Chapter),
        ("chapter", ClauseKind::Chapter),
        ("titul", ClauseKind::Title),
        ("title", ClauseKind::Title),
        ("seccion", ClauseKind::Section),
        ("section", ClauseKind::Section),
        ("transitori", ClauseKind::Transitory),
        ("libro", ClauseKind::Book),
        ("book", ClauseKind::Book),
    ]
    .into_iter()
    .find_map(|(stem, kind)| word.starts_with(stem).then_some(kind))
}

fn number(text: &str, start: usize) -> Option<(u32, usize)> {
    let figures = text[start..].bytes().take(6).take_while(u8::is_ascii_digit).count();
    if figures > 0 {
        return Some((text[start..start + figures].parse().ok()?, start + figures));
    }
    if let Some(found) = ordinal(text, start) {
        return Some(found);
    }
    let (word, end) = word_at(text, start)?;
    let letter = word.bytes().all(|byte| byte.is_ascii_uppercase()).then(|| letter_number(word)).flatten();
    // `Anexo C` is the third and `Anexo I` the first.
    let value = if matches!(word, "C" | "D" | "L") { letter } else { roman(word).or(letter) };
    Some((value?, end))
}

/// Whether a passage begins with the number of a clause narrower than an article, in whatever punctuation: `V - `, `c.-`.
#[must_use]
pub fn opens(passage: &Passage<'_>, number: &str) -> bool {
    let text = passage.text.as_str();
    let start = text.find(char::is_alphanumeric).unwrap_or(text.len());
    word_at(text, start).is_some_and(|(word, _)| word.eq_ignore_ascii_case(number))
}

/// Whether a document is an annex by its name: `anexo-d.md`.
#[must_use]
pub fn is_annex(path: &DocumentPath, number: &str) -> bool {
    let (name, wanted) = (folded(path.file_name()), folded(number));
    let words: Vec<&str> = name.split(|letter: char| !letter.is_alphanumeric()).collect();
    words.windows(2).any(
        |pair| matches!(pair, [name, number] if matches!(*name, "anexo" | "annex" | "appendix") && *number == wanted),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn beginnings_name_one_clause_or_several() {
        use ClauseKind::{Annex, Article, Title};
        let numbers = |text: &str| {
            let mut found = HashSet::new();
            read(text, &mut found);
            let mut found: Vec<_> = found.into_iter().collect();
            found.sort_unstable();
            found
        };
        assert_eq!(numbers("ARTICULO 16o El Consejo"), [(Article, 16)]);
        assert_eq!(numbers("«Art. 9º.- Texto"), [(Article, 9)]);
        assert_eq!(numbers("Artículos 20 a 22. Derogados"), [(Article, 20), (Article, 21), (Article, 22)]);
        assert_eq!(numbers("Articles 4 and 6 (repealed)"), [(Article, 4), (Article, 6)]);
        assert_eq!(numbers("Anexo D"), [(Annex, 4)]);
        assert_eq!(numbers("Título Segundo"), [(Title, 2)]);
        assert_eq!(numbers("CUARTA.- Texto"), [(ClauseKind::Transitory, 4)]);
        for text in ["", "El artículo 5", "Artes plásticas", "Artículo", "Artículo único2"] {
            assert!(numbers(text).is_empty(), "{text}");
        }
    }
}

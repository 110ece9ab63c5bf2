//! The words of one sentence, folded for comparison, each with the punctuation before it.

use std::ops::Range;

/// What stands between a word and the one before it, the weightiest where there is more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Gap {
    /// Blanks, hyphens, quotation marks.
    Space,
    /// A full stop inside the sentence: that of an abbreviation or a designation.
    Stop,
    /// A comma.
    Comma,
    /// A bracket or a dash.
    Bracket,
    /// A colon or a semicolon, or the end of the sentence.
    Strong,
}

#[derive(Clone, Debug)]
struct Token {
    /// Place in the visible text.
    range: Range<usize>,
    /// Place in the folded text.
    folded: Range<usize>,
    gap: Gap,
    /// Whether it begins with a capital letter or is a field.
    capital: bool,
    /// Whether it has two letters or more and all of them are capital.
    capitals: bool,
    /// Whether its last vowel has an accent: `publicará`, `publicarán`.
    stressed_end: bool,
}

/// The words of a sentence; places of words count from 0.
#[derive(Clone, Debug, Default)]
pub(super) struct Words {
    folded: String,
    tokens: Vec<Token>,
}

impl Words {
    /// Reads the words of a sentence, in place of those read before.
    pub(super) fn read(&mut self, text: &str, sentence: Range<usize>) {
        self.folded.clear();
        self.tokens.clear();
        let mut gap = Gap::Space;
        let mut characters = text[sentence.clone()].char_indices().peekable();
        while let Some((offset, first)) = characters.next() {
            if !is_part(first) {
                gap = gap.max(gap_of(first));
                continue;
            }
            let start = sentence.start + offset;
            let folded_start = self.folded.len();
            push_folded(&mut self.folded, first);
            let mut end = start + first.len_utf8();
            while let Some((offset, character)) = characters.peek().copied() {
                let apostrophe = matches!(character, '\'' | '’');
                let joins = is_part(character) && first != FIELD && character != FIELD
                    || apostrophe && text[sentence.start + offset..sentence.end].chars().nth(1).is_some_and(is_part);
                if !joins {
                    break;
                }
                characters.next();
                push_folded(&mut self.folded, if apostrophe { '\'' } else { character });
                end = sentence.start + offset + character.len_utf8();
            }
            let written = &text[start..end];
            let upper = written.chars().all(|character| !character.is_lowercase());
            let stressed = written.strip_suffix(['n', 'N']).unwrap_or(written);
            self.tokens.push(Token {
                range: start..end,
                folded: folded_start..self.folded.len(),
                gap,
                capital: first.is_uppercase() || first == FIELD,
                capitals: upper && written.chars().filter(|character| character.is_alphabetic()).count() > 1,
                stressed_end: stressed.ends_with(['á', 'Á']),
            });
            gap = Gap::Space;
        }
    }

    /// How many words there are.
    pub(super) fn len(&self) -> usize {
        self.tokens.len()
    }

    /// A word in small letters without accents; `""` past the end.
    pub(super) fn word(&self, place: usize) -> &str {
        self.tokens.get(place).map_or("", |token| &self.folded[token.folded.clone()])
    }

    /// The word before a place; `""` at the beginning.
    pub(super) fn before(&self, place: usize) -> &str {
        place.checked_sub(1).map_or("", |place| self.word(place))
    }

    /// What stands before a word; past the end, the end of the sentence.
    pub(super) fn gap(&self, place: usize) -> Gap {
        self.tokens.get(place).map_or(Gap::Strong, |token| token.gap)
    }

    /// Whether a word follows the one before it, with nothing but blanks between.
    pub(super) fn follows(&self, place: usize) -> bool {
        self.gap(place) == Gap::Space
    }

    pub(super) fn capital(&self, place: usize) -> bool {
        self.tokens.get(place).is_some_and(|token| token.capital)
    }

    pub(super) fn capitals(&self, place: usize) -> bool {
        self.tokens.get(place).is_some_and(|token| token.capitals)
    }

    pub(super) fn stressed_end(&self, place: usize) -> bool {
        self.tokens.get(place).is_some_and(|token| token.stressed_end)
    }

    /// Whether these words stand at a place, only blanks between them.
    pub(super) fn reads(&self, place: usize, phrase: &[&str]) -> bool {
        phrase
            .iter()
            .enumerate()
            .all(|(offset, word)| self.word(place + offset) == *word && (offset == 0 || self.follows(place + offset)))
    }

    /// From the first to the last of these words, in the visible text; empty only where there are none.
    pub(super) fn range(&self, places: Range<usize>) -> Range<usize> {
        match (self.tokens.get(places.start), places.end.checked_sub(1).and_then(|last| self.tokens.get(last))) {
            (Some(first), Some(last)) if first.range.start < last.range.end => first.range.start..last.range.end,
            _ => 0..0,
        }
    }
}

/// Stands for a field in visible text.
const FIELD: char = '\u{fffc}';

fn is_part(character: char) -> bool {
    character.is_alphanumeric() || character == FIELD || matches!(character, '\u{300}'..='\u{36f}')
}

fn gap_of(character: char) -> Gap {
    match character {
        '.' | '…' => Gap::Stop,
        ',' => Gap::Comma,
        '(' | ')' | '[' | ']' | '—' | '–' => Gap::Bracket,
        ';' | ':' | '\n' => Gap::Strong,
        _ => Gap::Space,
    }
}

/// Adds a letter in its small form, without the accents of Spanish.
fn push_folded(folded: &mut String, character: char) {
    if character.is_ascii() {
        folded.push(character.to_ascii_lowercase());
        return;
    }
    match character {
        'á' | 'Á' | 'à' | 'À' => folded.push('a'),
        'é' | 'É' | 'è' | 'È' => folded.push('e'),
        'í' | 'Í' | 'ì' | 'Ì' => folded.push('i'),
        'ó' | 'Ó' | 'ò' | 'Ò' => folded.push('o'),
        'ú' | 'Ú' | 'ü' | 'Ü' | 'ù' | 'Ù' => folded.push('u'),
        '\u{300}'..='\u{36f}' => {}
        other => folded.extend(other.to_lowercase()),
    }
}

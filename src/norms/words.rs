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
    /// Where it begins and ends in the visible text.
    start: u32,
    end: u32,
    /// Where it begins in the folded text, to end where the next one begins.
    folded: u32,
    gap: Gap,
    /// Whether it begins with a capital letter or is a field.
    capital: bool,
    /// Whether it has two letters or more and none of them is small.
    capitals: bool,
    /// Whether its last vowel is `á`: `publicará`, `publicarán`.
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
        let mut offset = sentence.start;
        while let Some((first, length)) = character_at(text, offset, sentence.end) {
            if is_part(first) {
                offset = self.word_from(text, offset..sentence.end, gap);
                gap = Gap::Space;
            } else {
                gap = gap.max(gap_of(first));
                offset += length;
            }
        }
    }

    /// Reads the word that begins where a range does; gives its end.
    fn word_from(&mut self, text: &str, within: Range<usize>, gap: Gap) -> usize {
        let folded = position(self.folded.len());
        let mut end = within.start;
        let (mut first, mut last, mut before) = (None, ' ', ' ');
        let (mut letters, mut small) = (0_u32, false);
        while let Some((character, length)) = character_at(text, end, within.end) {
            let apostrophe = matches!(character, '\'' | '’');
            let joins = if apostrophe {
                character_at(text, end + length, within.end).is_some_and(|(next, _)| is_part(next))
            } else {
                is_part(character) && (first.is_none() || character != FIELD && first != Some(FIELD))
            };
            if !joins {
                break;
            }
            first = first.or(Some(character));
            (before, last) = (last, character);
            letters += u32::from(!apostrophe && !character.is_ascii_digit());
            small |= character.is_lowercase();
            push_folded(&mut self.folded, if apostrophe { '\'' } else { character });
            end += length;
        }
        let vowel = if matches!(last, 'n' | 'N') { before } else { last };
        self.tokens.push(Token {
            start: position(within.start),
            end: position(end),
            folded,
            gap,
            capital: first.is_some_and(|first| first.is_uppercase() || first == FIELD),
            capitals: !small && letters > 1,
            stressed_end: matches!(vowel, 'á' | 'Á'),
        });
        end
    }

    /// The word that a place in the visible text belongs to.
    pub(super) fn at(&self, offset: usize) -> Option<usize> {
        let after = self.tokens.partition_point(|token| (token.start as usize) <= offset);
        after.checked_sub(1).filter(|place| offset < self.tokens[*place].end as usize)
    }

    /// How many words there are.
    pub(super) fn len(&self) -> usize {
        self.tokens.len()
    }

    /// A word in small letters without accents; `""` past the end.
    pub(super) fn word(&self, place: usize) -> &str {
        let Some(token) = self.tokens.get(place) else { return "" };
        let end = self.tokens.get(place + 1).map_or(self.folded.len(), |next| next.folded as usize);
        &self.folded[token.folded as usize..end]
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
            (Some(first), Some(last)) if first.start < last.end => first.start as usize..last.end as usize,
            _ => 0..0,
        }
    }
}

/// A place in a text; no file is as long as a `u32` can count.
fn position(offset: usize) -> u32 {
    u32::try_from(offset).unwrap_or(u32::MAX)
}

/// The character at a place before `end`, and its length in bytes.
fn character_at(text: &str, offset: usize, end: usize) -> Option<(char, usize)> {
    let first = *text.as_bytes().get(offset).filter(|_| offset < end)?;
    if first.is_ascii() {
        return Some((char::from(first), 1));
    }
    text[offset..].chars().next().map(|character| (character, character.len_utf8()))
}

/// Stands for a field in visible text.
const FIELD: char = '\u{fffc}';

fn is_part(character: char) -> bool {
    if character.is_ascii() {
        return character.is_ascii_alphanumeric();
    }
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

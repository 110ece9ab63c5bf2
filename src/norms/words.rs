//! The words of one sentence, folded for comparison, each with the punctuation before it.

use crate::model::numbering;
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
    /// The first word after the designation that opens a clause.
    content: usize,
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
        self.content = content_start(self);
    }

    /// The first word after the designation that opens a clause: `III.`, `b)`, `Artículo 14 Bis.`
    pub(super) fn content_start(&self) -> usize {
        self.content
    }

    /// Reads the word that begins where a range does; gives its end.
    fn word_from(&mut self, text: &str, within: Range<usize>, gap: Gap) -> usize {
        let folded = self.folded.len();
        let mut end = within.start;
        loop {
            let run = ascii_run(&text[end..within.end]);
            self.folded.push_str(&text[end..end + run]);
            end += run;
            let Some((character, length)) = character_at(text, end, within.end) else { break };
            let apostrophe = matches!(character, '\'' | '’');
            if apostrophe {
                if !character_at(text, end + length, within.end).is_some_and(|(next, _)| is_part(next)) {
                    break;
                }
                self.folded.push('\'');
            } else if is_part(character) && character != FIELD {
                push_folded(&mut self.folded, character);
            } else if end == within.start {
                // A field is a word by itself.
                self.folded.push(character);
                end += length;
                break;
            } else {
                break;
            }
            end += length;
        }
        self.folded[folded..].make_ascii_lowercase();
        let written = &text[within.start..end];
        let first = written.as_bytes().first().copied().unwrap_or(0);
        let capital = first.is_ascii_uppercase()
            || !first.is_ascii() && written.starts_with(|first: char| first.is_uppercase() || first == FIELD);
        self.tokens.push(Token {
            start: position(within.start),
            end: position(end),
            folded: position(folded),
            gap,
            capital,
            capitals: capital && is_in_capitals(written),
            // `á` and `Á`, with `n` or `N` after them.
            stressed_end: matches!(written.as_bytes(), [.., 0xc3, 0xa1 | 0x81] | [.., 0xc3, 0xa1 | 0x81, b'n' | b'N']),
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

/// How many letters and figures of ASCII a text begins with.
fn ascii_run(text: &str) -> usize {
    text.bytes().take_while(u8::is_ascii_alphanumeric).count()
}

/// Whether a word has two letters or more and none of them is small.
fn is_in_capitals(word: &str) -> bool {
    !word.chars().any(char::is_lowercase) && word.chars().filter(|character| character.is_alphabetic()).count() > 1
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

/// Where the designation of a clause that a sentence begins with ends.
fn content_start(words: &Words) -> usize {
    let is_kind =
        matches!(words.word(0), "articulo" | "art" | "article" | "section" | "seccion" | "clausula" | "anexo");
    let number = usize::from(is_kind);
    let closed = (number + 1..=number + 3).find(|place| matches!(words.gap(*place), Gap::Stop | Gap::Bracket));
    if closed.is_none() {
        return 0;
    }
    let word = words.word(number);
    let upper = word.to_ascii_uppercase();
    let numbered = word.starts_with(|first: char| first.is_ascii_digit())
        || numbering::roman(&upper).is_some()
        || word.len() == 1
        || numbering::ordinal_word(word).is_some();
    if !numbered {
        return 0;
    }
    match closed {
        Some(place) if place < words.len() => {
            // The rest of `5.1`, which a full stop joins.
            let figures =
                |at: usize| words.gap(at) == Gap::Stop && words.word(at).bytes().all(|byte| byte.is_ascii_digit());
            (place..place + 3).find(|at| !figures(*at)).unwrap_or(place)
        }
        _ => 0,
    }
}

//! Cuts one version of a document into keys of its words, sentences and blocks, without reading its Markdown whole.
//!
//! A history holds every document many times over, so each version is gone through once, line by line:
//!
//! 1. the front matter, raw tags, comments and addresses of links are passed over, and so are the marks that open a line:
//!    quotes, lists and their numbers, headings, pipes of tables;
//! 2. each run of letters and figures gives a key;
//! 3. a sentence ends at `.`, `?`, `!` or `…` before a blank; a block at an empty line, or where a line opens an item, a
//!    heading, a row or a quote.
//!
//! Wrapping, indentation, emphasis, padding and numbers of lists so change nothing. What is a word of the text in the
//! sense of the model is found again by its bytes ([`super::Provenance`]).

use foldhash::fast::FixedState;
use std::hash::{BuildHasher, Hasher};
use std::ops::Range;
use unicode_normalization::{UnicodeNormalization, is_nfc};

/// How many characters the shortest words have that say something by themselves, so to speak; articles, prepositions and
/// conjunctions of Spanish and English are mostly shorter.
const TELLING: usize = 4;

/// The bit of a key that tells whether its word has [`TELLING`] characters.
const TELLING_BIT: u64 = 1;

/// A version of a document.
#[derive(Debug, Default)]
pub(super) struct Text {
    /// The key of each word.
    pub(super) keys: Vec<u64>,
    /// Where each word stands, in bytes of the text; nothing unless it was asked for.
    pub(super) spans: Vec<Range<u32>>,
    /// The first word of each sentence.
    pub(super) sentences: Vec<u32>,
    /// The first word of each block.
    pub(super) blocks: Vec<u32>,
}

/// Whether a word says something by itself.
pub(super) const fn is_telling(key: u64) -> bool {
    key & TELLING_BIT != 0
}

/// What a run of words is known by.
pub(super) fn key_of(words: &[u64]) -> u64 {
    let mut hasher = FixedState::default().build_hasher();
    for word in words {
        hasher.write_u64(*word);
    }
    hasher.finish()
}

impl Text {
    /// Cuts a text, without noting where its words stand.
    pub(super) fn of(bytes: &[u8]) -> Self {
        Self::cut(bytes, false)
    }

    /// Cuts a text.
    pub(super) fn with_spans(bytes: &[u8]) -> Self {
        Self::cut(bytes, true)
    }

    fn cut(bytes: &[u8], keeps_spans: bool) -> Self {
        // A mark of the byte order is no part of the text.
        let text = String::from_utf8_lossy(bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes));
        let start = front_matter(&text);
        let mut cutter = Cutter {
            bytes: text.as_bytes(),
            text: &text,
            at: start,
            found: Self::default(),
            begins: Begin::Block,
            in_comment: false,
            keeps_spans,
            hasher: FixedState::default(),
        };
        while cutter.at < cutter.bytes.len() {
            cutter.line();
        }
        cutter.found
    }

    /// The ranges of the words of the sentences.
    pub(super) fn sentences(&self) -> Vec<Range<usize>> {
        ranges(&self.sentences, self.keys.len())
    }

    /// The ranges of the words of the blocks.
    pub(super) fn blocks(&self) -> Vec<Range<usize>> {
        ranges(&self.blocks, self.keys.len())
    }
}

fn ranges(starts: &[u32], end: usize) -> Vec<Range<usize>> {
    let ends = starts.iter().skip(1).map(|end| *end as usize).chain([end]);
    starts.iter().map(|start| *start as usize).zip(ends).map(|(start, end)| start..end).collect()
}

/// Where the text behind a YAML front matter begins.
fn front_matter(text: &str) -> usize {
    let Some(first) =
        text.strip_prefix("---").and_then(|rest| rest.find('\n').filter(|end| rest[..*end].trim().is_empty()))
    else {
        return 0;
    };
    let mut at = 3 + first + 1;
    for line in text[at..].split_inclusive('\n') {
        at += line.len();
        if matches!(line.trim_end(), "---" | "...") {
            return at;
        }
    }
    0
}

/// What may begin with a word; a block is a sentence too.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Begin {
    Nothing,
    Sentence,
    Block,
}

struct Cutter<'text> {
    bytes: &'text [u8],
    text: &'text str,
    at: usize,
    found: Text,
    /// What begins with the next word.
    begins: Begin,
    in_comment: bool,
    keeps_spans: bool,
    hasher: FixedState,
}

impl Cutter<'_> {
    /// Goes through the line that begins here, and stands behind it then.
    fn line(&mut self) {
        let end = memchr::memchr(b'\n', &self.bytes[self.at..]).map_or(self.bytes.len(), |end| self.at + end);
        let is_blank = self.bytes[self.at..end].iter().all(u8::is_ascii_whitespace);
        let (opens, closes) = if is_blank || self.in_comment { (is_blank, is_blank) } else { self.opening(end) };
        self.begins = self.begins.max(if opens { Begin::Block } else { Begin::Nothing });
        while self.at < end {
            self.step(end);
        }
        self.begins = self.begins.max(if closes { Begin::Block } else { Begin::Nothing });
        self.at = end + 1;
    }

    /// Passes over what opens a line; whether that opens a block, and whether the line ends it too.
    fn opening(&mut self, end: usize) -> (bool, bool) {
        let (mut opens, mut closes) = (false, false);
        loop {
            let rest = &self.bytes[self.at..end];
            let blanks = rest.iter().take_while(|byte| matches!(byte, b' ' | b'\t')).count();
            let rest = &rest[blanks..];
            self.at += blanks;
            let digits = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
            let blank_at = |place: usize| rest.get(place).is_none_or(|byte| matches!(byte, b' ' | b'\t'));
            let length = match rest.first() {
                Some(b'-' | b'*' | b'+') if blank_at(1) => 1,
                Some(b'>') => 1,
                Some(b'#' | b'|') => {
                    closes = true;
                    rest.iter().take_while(|byte| **byte == rest[0]).count()
                }
                Some(b'0'..=b'9') if matches!(rest.get(digits), Some(b'.' | b')')) && blank_at(digits + 1) => {
                    digits + 1
                }
                Some(b'[') => {
                    let label = rest.windows(2).position(|pair| pair == b"]:");
                    let Some(label) = label.filter(|label| !rest[..*label].contains(&b' ')) else {
                        return (opens, closes);
                    };
                    let is_note = rest.get(1) == Some(&b'^');
                    self.at += if is_note { label + 2 } else { rest.len() };
                    return (true, closes);
                }
                None => return (true, true),
                _ => return (opens, closes),
            };
            opens |= rest[0] != b'>';
            self.at += length;
        }
    }

    /// Takes the next word, or passes over the next thing that is none.
    fn step(&mut self, end: usize) {
        let rest = &self.bytes[self.at..end];
        if self.in_comment {
            let close = memchr::memmem::find(rest, b"-->");
            self.in_comment = close.is_none();
            self.at += close.map_or(rest.len(), |close| close + 3);
            return;
        }
        let first = rest[0];
        match first {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => self.word(end),
            _ if latin_letter(rest) => self.word(end),
            0x80.. => {
                let Some(character) = self.text.get(self.at..).and_then(|rest| rest.chars().next()) else {
                    self.at += 1;
                    return;
                };
                if character.is_alphanumeric() {
                    self.word(end);
                } else {
                    self.at += character.len_utf8();
                    self.end_sentence(character == '…');
                }
            }
            b'<' if rest.starts_with(b"<!--") => {
                self.in_comment = true;
                self.at += 4;
            }
            b'<' if rest.get(1).is_some_and(|next| next.is_ascii_alphabetic() || *next == b'/') => {
                self.at += memchr::memchr(b'>', rest).map_or(1, |close| close + 1);
            }
            b']' if matches!(rest.get(1), Some(b'(')) => self.at += target(rest),
            b']' if matches!(rest.get(1), Some(b'[')) => {
                self.at += memchr::memchr(b']', &rest[1..]).map_or(1, |close| close + 2);
            }
            b'.' | b'?' | b'!' => {
                let closers = |byte: &u8| matches!(byte, b'"' | b'\'' | b')' | b'*' | b'_' | b'.' | b'!' | b'?' | b']');
                let after = rest.iter().find(|byte| !closers(byte));
                self.end_sentence(after.is_none_or(|byte| byte.is_ascii_whitespace() || *byte >= 0x80));
                self.at += 1;
            }
            _ => self.at += 1,
        }
    }

    fn end_sentence(&mut self, ends: bool) {
        self.begins = self.begins.max(if ends { Begin::Sentence } else { Begin::Nothing });
    }

    fn word(&mut self, end: usize) {
        let start = self.at;
        let rest = &self.bytes[start..end];
        if rest[0] == b'h' && (rest.starts_with(b"http://") || rest.starts_with(b"https://")) {
            let stops = |byte: &u8| byte.is_ascii_whitespace() || matches!(byte, b')' | b'>' | b'"');
            self.at += rest.iter().position(stops).unwrap_or(rest.len());
            return;
        }
        let (mut characters, mut is_latin) = (0, true);
        while self.at < end {
            let byte = self.bytes[self.at];
            if byte.is_ascii_alphanumeric() {
                self.at += 1;
            } else if latin_letter(&self.bytes[self.at..]) {
                self.at += 2;
            } else if byte < 0x80 {
                break;
            } else {
                let Some(next) = self.text.get(self.at..).and_then(|rest| rest.chars().next()) else { break };
                if !next.is_alphanumeric() && !unicode_normalization::char::is_combining_mark(next) && next != '\u{ad}'
                {
                    break;
                }
                self.at += next.len_utf8();
                is_latin = false;
            }
            characters += 1;
        }
        self.add(start, characters, is_latin);
    }

    fn add(&mut self, start: usize, characters: usize, is_latin: bool) {
        let word = &self.text[start..self.at];
        let hash = if is_latin || is_nfc(word) {
            self.hasher.hash_one(word)
        } else {
            self.hasher.hash_one(word.nfc().collect::<String>().as_str())
        };
        let place = u32::try_from(self.found.keys.len()).unwrap_or(u32::MAX);
        if self.begins == Begin::Block {
            self.found.blocks.push(place);
        }
        if self.begins >= Begin::Sentence {
            self.found.sentences.push(place);
        }
        self.begins = Begin::Nothing;
        let telling = if characters < TELLING { 0 } else { TELLING_BIT };
        self.found.keys.push(hash & !TELLING_BIT | telling);
        if self.keeps_spans {
            let byte = |place: usize| u32::try_from(place).unwrap_or(u32::MAX);
            self.found.spans.push(byte(start)..byte(self.at));
        }
    }
}

/// Whether text begins with a letter from U+00C0 to U+027F, two bytes in UTF-8: these are letters all but × and ÷, and stay
/// what they are in NFC.
fn latin_letter(text: &[u8]) -> bool {
    matches!(text, [0xc3, second, ..] if *second != 0x97 && *second != 0xb7) || matches!(text, [0xc4..=0xc9, ..])
}

/// The length of `](…)`, the target of a link; 1 if it does not end on the line.
fn target(rest: &[u8]) -> usize {
    let mut depth = 0_usize;
    for (place, byte) in rest.iter().enumerate().skip(1) {
        match byte {
            b'(' => depth += 1,
            b')' if depth == 1 => return place + 1,
            b')' => depth -= 1,
            _ => {}
        }
    }
    1
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The words of a text, sentences parted by ` / `, blocks by ` // `.
    fn cut(text: &str) -> String {
        let found = Text::with_spans(text.as_bytes());
        let mut shown = String::new();
        for (place, span) in found.spans.iter().enumerate() {
            let place = u32::try_from(place).unwrap();
            let part = if found.blocks.contains(&place) {
                " // "
            } else if found.sentences.contains(&place) {
                " / "
            } else {
                " "
            };
            shown.push_str(if shown.is_empty() { "" } else { part });
            shown.push_str(&text[span.start as usize..span.end as usize]);
        }
        shown
    }

    #[test]
    fn words_stand_in_sentences_and_blocks() {
        assert_eq!(
            cut("# Título\nUno dos. Tres\ncuatro 1.5.\n\n- Cinco\n- Seis"),
            "Título // Uno dos / Tres cuatro 1 5 // Cinco // Seis"
        );
        assert_eq!(cut("| a | b |\n|---|---|\n| c | d |"), "a b // c d");
        assert_eq!(cut("> 1. uno\n> 2) dos\n>\n> tres"), "uno // dos // tres");
    }

    #[test]
    fn what_is_no_text_is_passed_over() {
        assert_eq!(cut("---\ntitle: X\n---\nUno"), "Uno");
        let keys = |text: &str| Text::of(text.as_bytes()).keys;
        assert_eq!(keys("\u{feff}---\ntitle: X\n---\nUno"), keys("Uno"));
        assert_eq!(
            cut("[uno](http://a.b/c_(d) \"x\") <b>dos</b> <!-- no\nno --> tres https://a.b/c cuatro"),
            "uno dos tres cuatro"
        );
        assert_eq!(cut("[uno][ref] [^1]\n\n[ref]: https://a.b\n[^1]: Nota"), "uno 1 // Nota");
        assert_eq!(cut("a](b"), "a b");
    }

    #[test]
    fn letters_of_the_table_are_letters_and_composed() {
        for character in ('\u{c0}'..='\u{27f}').filter(|character| !matches!(character, '×' | '÷')) {
            let text = character.to_string();
            assert!(character.is_alphanumeric() && latin_letter(text.as_bytes()) && is_nfc(&text), "{character}");
        }
        assert!(
            ["×", "÷", "a", "\u{300}", "ñ"].map(|text| latin_letter(text.as_bytes()))
                == [false, false, false, false, true]
        );
    }

    #[test]
    fn equal_words_have_equal_keys_however_they_are_encoded() {
        let keys = |text: &str| Text::of(text.as_bytes()).keys;
        assert_eq!(keys("acción"), keys("accio\u{301}n"));
        assert_ne!(keys("Accion"), keys("accion"));
        assert!(is_telling(keys("acción")[0]) && !is_telling(keys("más")[0]));
    }
}

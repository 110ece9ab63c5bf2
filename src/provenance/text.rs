//! Cuts one version of a document into keys of its words, sentences and blocks, without reading its Markdown whole.
//!
//! A history holds every document many times over, so each version is gone through once, line by line:
//!
//! 1. the front matter, raw tags, comments and addresses of links are passed over, and so are the marks that open a line:
//!    quotes, lists and their numbers, headings, pipes of tables. In code they are text;
//! 2. each run of letters and figures gives a key;
//! 3. a sentence ends at `.`, `?`, `!` or `…` before a blank; a block at an empty line, or where a line opens an item, a
//!    heading, a row or a quote.
//!
//! Wrapping, indentation, emphasis, padding and numbers of lists so change nothing. What is a word of the text in the
//! sense of the model is found again by its bytes ([`super::Provenance`]).

mod marks;

use foldhash::fast::FixedState;
use marks::{LONGEST_LABEL, front_matter, label, latin_letter, target};
use std::hash::{BuildHasher, Hasher};
use std::ops::Range;
use unicode_normalization::{UnicodeNormalization, is_nfc};

/// How many characters the shortest words have that say something by themselves, so to speak; articles, prepositions and
/// conjunctions of Spanish and English are mostly shorter.
const TELLING: usize = 4;

/// The bit of a key that tells whether its word has [`TELLING`] characters.
const TELLING_BIT: u64 = 1;

/// The most closing signs behind the end of a sentence: a limit on work.
const MOST_CLOSERS: usize = 16;

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
            fence: None,
            numbers: Numbers { are_open: false, may_begin: true },
            code_end: 0,
            comment_end: 0,
            no_tag_end: 0,
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

/// What may begin with a word; a block is a sentence too.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Begin {
    Nothing,
    Sentence,
    Block,
}

/// Where the numbers of a list may stand.
#[derive(Clone, Copy)]
struct Numbers {
    /// Whether a list with numbers is open: what looks like its number is one.
    are_open: bool,
    /// Whether a line begins anew, and does not go on with a paragraph.
    may_begin: bool,
}

struct Cutter<'text> {
    bytes: &'text [u8],
    text: &'text str,
    at: usize,
    found: Text,
    /// What begins with the next word.
    begins: Begin,
    in_comment: bool,
    /// The fence of the code that this line stands in: its sign, and how many there are.
    fence: Option<(u8, usize)>,
    /// What the number of a list's item may follow.
    numbers: Numbers,
    /// Up to where the text is code, within a line.
    code_end: usize,
    /// Where the next comment ends, if one does.
    comment_end: usize,
    /// Up to where no tag ends.
    no_tag_end: usize,
    keeps_spans: bool,
    hasher: FixedState,
}

impl Cutter<'_> {
    /// Goes through the line that begins here, and stands behind it then.
    fn line(&mut self) {
        let end = memchr::memchr(b'\n', &self.bytes[self.at..]).map_or(self.bytes.len(), |end| self.at + end);
        let is_blank = self.bytes[self.at..end].iter().all(u8::is_ascii_whitespace);
        let (opens, closes) =
            if self.fence.is_some() || self.in_comment || is_blank { (is_blank, is_blank) } else { self.opening(end) };
        self.fence(end);
        self.begins = self.begins.max(if opens { Begin::Block } else { Begin::Nothing });
        while self.at < end {
            self.step(end);
        }
        self.begins = self.begins.max(if closes { Begin::Block } else { Begin::Nothing });
        self.numbers.may_begin = is_blank || closes;
        self.at = end + 1;
    }

    /// Opens or closes a fence of code, if the rest of the line is one (`CommonMark` 0.31, 4.5).
    fn fence(&mut self, end: usize) {
        let rest = self.bytes[self.at..end].trim_ascii();
        let Some(sign) = rest.first().copied().filter(|sign| matches!(sign, b'`' | b'~') && !self.in_comment) else {
            return;
        };
        let length = rest.iter().take_while(|byte| **byte == sign).count();
        match self.fence {
            Some((open, least)) if open == sign && length >= least && length == rest.len() => self.fence = None,
            None if length >= 3 && !(sign == b'`' && rest[length..].contains(&sign)) => {
                self.fence = Some((sign, length));
            }
            _ => {}
        }
    }

    /// Passes over what opens a line; whether that opens a block, and whether the line ends it too.
    fn opening(&mut self, end: usize) -> (bool, bool) {
        let (mut opens, mut closes) = (false, false);
        let is_indented = matches!(self.bytes.get(self.at), Some(b' ' | b'\t'));
        self.numbers.are_open &= !self.numbers.may_begin || is_indented || self.bytes[self.at].is_ascii_digit();
        loop {
            let rest = &self.bytes[self.at..end];
            let blanks = rest.iter().take_while(|byte| matches!(byte, b' ' | b'\t')).count();
            let rest = &rest[blanks..];
            self.at += blanks;
            let blank_at = |place: usize| rest.get(place).is_none_or(|byte| matches!(byte, b' ' | b'\t'));
            let length = match rest.first() {
                Some(b'-' | b'*' | b'+') if blank_at(1) => 1,
                Some(b'>') => 1,
                Some(b'#' | b'|') => {
                    closes = true;
                    rest.iter().take_while(|byte| **byte == rest[0]).count()
                }
                Some(b'0'..=b'9') => match self.number(rest, opens) {
                    Some(length) => length,
                    None => return (opens, closes),
                },
                Some(b'[') => match label(rest) {
                    Some(length) => {
                        self.at += length;
                        return (true, closes);
                    }
                    None => return (opens, closes),
                },
                Some(b'<') if rest.starts_with(b"<!--") => {
                    // A comment that opens a line may go on over empty lines.
                    self.in_comment = true;
                    self.at += 2;
                    return (true, closes);
                }
                None => return (true, true),
                _ => return (opens, closes),
            };
            opens |= rest[0] != b'>';
            self.at += length;
        }
    }

    /// The length of the number of a list's item: at the beginning of a paragraph any, within one only the first, so that a
    /// year at the end of a sentence is none (`CommonMark` 0.31, 5.2).
    fn number(&mut self, rest: &[u8], is_opened: bool) -> Option<usize> {
        let digits = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
        let is_marked = digits <= 9
            && matches!(rest.get(digits), Some(b'.' | b')'))
            && rest.get(digits + 1).is_none_or(|byte| matches!(byte, b' ' | b'\t'));
        let Numbers { are_open, may_begin } = self.numbers;
        let can_open = may_begin || are_open || is_opened || &rest[..digits] == b"1";
        (is_marked && can_open).then(|| {
            self.numbers.are_open = true;
            digits + 1
        })
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
            b'.' | b'?' | b'!' => {
                let closers = |byte: &u8| matches!(byte, b'"' | b'\'' | b')' | b'*' | b'_' | b'.' | b'!' | b'?' | b']');
                let after = rest.iter().take(MOST_CLOSERS).find(|byte| !closers(byte));
                self.end_sentence(after.is_none_or(|byte| byte.is_ascii_whitespace() || *byte >= 0x80));
                self.at += 1;
            }
            _ if self.fence.is_some() || self.at < self.code_end => self.at += 1,
            b'`' => self.code(rest),
            b'<' | b']' => self.at += self.markup(rest, end),
            _ => self.at += 1,
        }
    }

    /// Passes over the marks before code within a line; what stands there up to the same marks is text as it is.
    fn code(&mut self, rest: &[u8]) {
        let marks = rest.iter().take_while(|byte| **byte == b'`').count();
        let close = memchr::memmem::find(&rest[marks..], &rest[..marks]);
        self.code_end = close.map_or(self.code_end, |close| self.at + marks + close);
        self.at += marks;
    }

    /// The length of a tag, a comment or the address of a link; 1 of a sign that is none of these.
    fn markup(&mut self, rest: &[u8], end: usize) -> usize {
        match (rest[0], rest.get(1)) {
            (b'<', Some(b'!')) if rest.starts_with(b"<!--") => self.comment().unwrap_or(1),
            (b'<', Some(next)) if next.is_ascii_alphabetic() || *next == b'/' => {
                if self.at < self.no_tag_end {
                    return 1;
                }
                memchr::memchr(b'>', rest).map_or_else(
                    || {
                        self.no_tag_end = end;
                        1
                    },
                    |close| close + 1,
                )
            }
            (b']', Some(b'(')) => target(rest),
            (b']', Some(b'[')) => {
                let label = &rest[1..rest.len().min(LONGEST_LABEL)];
                memchr::memchr(b']', label).map_or(1, |close| close + 2)
            }
            _ => 1,
        }
    }

    /// Begins a comment within a paragraph; `None` if the paragraph ends before it.
    fn comment(&mut self) -> Option<usize> {
        let start = self.at + 2;
        if self.comment_end < start {
            let rest = &self.bytes[start..];
            self.comment_end = memchr::memmem::find(rest, b"-->").map_or(usize::MAX, |close| start + close);
        }
        let within = self.bytes.get(start..self.comment_end)?;
        if memchr::memmem::find(within, b"\n\n").is_some() {
            return None;
        }
        self.in_comment = true;
        Some(2)
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
    fn what_is_code_is_text() {
        assert_eq!(cut("Use `<!--` y `<b>`.\n\nUno"), "Use y b // Uno");
        assert_eq!(cut("```html\n<!-- uno -->\n# dos\n```\n\n<!-- no -->tres"), "html uno dos // tres");
        assert_eq!(cut("~~~\n<!--\n```\n~~~\nuno"), "uno");
        assert_eq!(cut("`uno <b>dos</b>"), "uno dos");
    }

    #[test]
    fn comments_end_where_they_do() {
        assert_eq!(cut("Uno <!-- que no acaba\n\ndos <!-- sí --> tres"), "Uno que no acaba // dos tres");
        assert_eq!(cut("<!-- no\n\nno --> uno\n\n<!--> dos\n\n<!---> tres"), "uno // dos // tres");
        assert_eq!(cut("Uno <!--> dos"), "Uno dos");
    }

    #[test]
    fn what_only_looks_like_a_mark_is_text() {
        assert_eq!(cut("[Nota]: El estado debe pagar."), "Nota El estado debe pagar");
        assert_eq!(cut("[a]: https://a.b \"t\"\n[b]: c\n[c]: d (e)\nuno"), "uno");
        assert_eq!(cut("antes del año\n2024. Luego"), "antes del año 2024 / Luego");
        assert_eq!(cut("Uno\n1. dos\n2. tres\n\n   seis\n7. siete"), "Uno // dos // tres // seis // siete");
        assert_eq!(cut("# Uno\n2. dos\n\n3) tres\n- 4. cuatro"), "Uno // dos // tres // cuatro");
        assert_eq!(cut("- uno del\n  2024. Dos"), "uno del 2024 / Dos");
    }

    #[test]
    fn no_text_takes_long() {
        for part in ["[x](", "<a", "<!--", "][", "...", "`", "[", "<!--\n", "](a", "a`b``"] {
            let text = part.repeat(400_000);
            assert!(Text::of(text.as_bytes()).keys.len() <= text.len(), "{part}");
        }
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

//! Cuts text into words by the rules of Unicode Standard Annex #29, section 4.1.
//!
//! 1. A table gives each character of Latin text its class, from the standard's property `Word_Break`: ASCII, Latin-1,
//!    Latin Extended-A, combining marks, dashes and quotation marks;
//! 2. a word is a run of letters, figures and connectors (rules WB5, WB8–WB10, `WB13a`, `WB13b`), across one mark between
//!    two letters or two figures (WB6, WB7, WB11, WB12), marks that combine passed over (WB4);
//! 3. from a word that has any other character before it ends, unicode-segmentation cuts the text up to the next space,
//!    which no word and no sequence of emoji or flags goes on across.
//!
//! Property tests hold the result equal to `unicode_word_indices`, of which it is a faster form.

use unicode_segmentation::{UnicodeSegmentation, UnicodeWordIndices};

/// What a character does in the rules; spaces, line ends and all that never stands in a word are [`Class::Other`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Class {
    /// `ALetter`.
    Letter,
    /// `Numeric`.
    Figure,
    /// `ExtendNumLet`: `_`.
    Connector,
    /// `MidLetter`: stands between letters.
    MidLetter,
    /// `MidNum`: stands between figures.
    MidFigure,
    /// `MidNumLet` and `Single_Quote`: stands between letters or between figures.
    MidBoth,
    /// `Extend` and `Format`: belongs to the character before it.
    Extend,
    /// A number that joins nothing, and so is a word by itself: `²`, `½`.
    Alone,
    Other,
    /// Not in the table.
    Unknown,
}

/// Number of the code points in the table: up to Latin Extended-A.
const TABLE: usize = 0x180;

const CLASSES: [Class; TABLE] = {
    let mut classes = [Class::Other; TABLE];
    let mut code = 0;
    while code < TABLE {
        classes[code] = match code {
            0x41..=0x5a | 0x61..=0x7a | 0xaa | 0xb5 | 0xba | 0xc0..=0xd6 | 0xd8..=0xf6 | 0xf8..=0x17f => Class::Letter,
            0x30..=0x39 => Class::Figure,
            0x5f => Class::Connector,
            // `:` and the middle dot.
            0x3a | 0xb7 => Class::MidLetter,
            // `,` and `;`.
            0x2c | 0x3b => Class::MidFigure,
            // `'` and `.`.
            0x27 | 0x2e => Class::MidBoth,
            // The soft hyphen.
            0xad => Class::Extend,
            0xb2 | 0xb3 | 0xb9 | 0xbc..=0xbe => Class::Alone,
            // The cedilla by itself cuts like a letter and is none.
            0xb8 => Class::Unknown,
            _ => Class::Other,
        };
        code += 1;
    }
    classes
};

/// The class of the character that begins at `offset`, and its length in bytes; `None` at the end of the text.
fn class_at(bytes: &[u8], offset: usize) -> Option<(Class, usize)> {
    let first = *bytes.get(offset)?;
    if first < 0x80 {
        return Some((CLASSES[usize::from(first)], 1));
    }
    let second = bytes.get(offset + 1).copied().unwrap_or(0);
    Some(match first {
        0xc2..=0xc5 => (CLASSES[usize::from(first & 0x1f) << 6 | usize::from(second & 0x3f)], 2),
        // U+0345 and the marks from U+0363 on are letters too, and so would be words alone.
        0xcd if second == 0x85 || second >= 0xa3 => (Class::Unknown, 2),
        // U+0300 to U+0362.
        0xcc | 0xcd => (Class::Extend, 2),
        0xe2 if second == 0x80 => match bytes.get(offset + 2).copied().unwrap_or(0) {
            // ‘ and ’; the one dot leader.
            0x98 | 0x99 | 0xa4 => (Class::MidBoth, 3),
            // The hyphenation point.
            0xa7 => (Class::MidLetter, 3),
            // Dashes, quotation marks, bullets, the ellipsis; signs such as ‰ and ‹ ›.
            0x90..=0xa6 | 0xb0..=0xbb => (Class::Other, 3),
            _ => (Class::Unknown, 3),
        },
        _ => (Class::Unknown, 1),
    })
}

/// The words of a text, each with its offset.
#[derive(Debug)]
pub(super) struct Cutter<'text> {
    text: &'text str,
    offset: usize,
    /// What cuts the text before `offset`, and where that begins, while it holds characters that the table does not have.
    unknown: Option<(usize, UnicodeWordIndices<'text>)>,
}

impl<'text> Cutter<'text> {
    pub(super) fn new(text: &'text str) -> Self {
        Self { text, offset: 0, unknown: None }
    }

    /// The end of the word that begins at `start` with a character of the class `first` and the length `length`, and
    /// whether it has a letter or a figure; `None` if the table does not say.
    fn word(&self, start: usize, first: Class, length: usize) -> Option<(usize, bool)> {
        let bytes = self.text.as_bytes();
        let mut last = first;
        let mut end = start + length;
        let mut counts = first != Class::Connector;
        while let Some((class, length)) = class_at(bytes, end) {
            match class {
                Class::Letter | Class::Figure => (last, counts) = (class, true),
                Class::Connector => last = class,
                Class::Extend => {}
                Class::Unknown => return None,
                Class::MidLetter | Class::MidFigure | Class::MidBoth => {
                    let joined = match (last, class) {
                        (Class::Letter, Class::MidLetter | Class::MidBoth) => Class::Letter,
                        (Class::Figure, Class::MidFigure | Class::MidBoth) => Class::Figure,
                        _ => break,
                    };
                    let (after, next) = self.extended(end + length);
                    if after == Class::Unknown {
                        return None;
                    }
                    if after != joined {
                        break;
                    }
                    // The letter or figure itself is taken by the next turn.
                    end = next;
                    continue;
                }
                Class::Alone | Class::Other => break,
            }
            end += length;
        }
        Some((end, counts))
    }

    /// Passes over the characters from `offset` on that extend the one before them: what follows them, and where.
    fn extended(&self, mut offset: usize) -> (Class, usize) {
        loop {
            match class_at(self.text.as_bytes(), offset) {
                Some((Class::Extend, length)) => offset += length,
                Some((class, _)) => return (class, offset),
                None => return (Class::Other, offset),
            }
        }
    }

    /// Leaves the text from `start` on, the beginning of a word or of what is none, up to a space to unicode-segmentation.
    fn give_up(&mut self, start: usize) {
        let bytes = self.text.as_bytes();
        // What follows spaces may belong to the last of them.
        let inner = start + bytes[start..].iter().take_while(|byte| **byte == b' ').count();
        // A space before it, any of Unicode's, would be one with it.
        let mut ends = memchr::memchr_iter(b' ', &bytes[inner..]).map(|length| inner + length);
        self.offset = ends.find(|end| bytes[end - 1].is_ascii_graphic()).unwrap_or(bytes.len());
        self.unknown = Some((start, self.text[start..self.offset].unicode_word_indices()));
    }

    /// The next word of the text that was left to unicode-segmentation.
    #[inline]
    fn next_unknown(&mut self) -> Option<(usize, &'text str)> {
        let (start, words) = self.unknown.as_mut()?;
        let next = words.next().map(|(at, word)| (*start + at, word));
        if next.is_none() {
            self.unknown = None;
        }
        next
    }
}

impl<'text> Iterator for Cutter<'text> {
    type Item = (usize, &'text str);

    fn next(&mut self) -> Option<Self::Item> {
        if let Some(word) = self.next_unknown() {
            return Some(word);
        }
        while let Some((class, length)) = class_at(self.text.as_bytes(), self.offset) {
            let start = self.offset;
            match class {
                Class::Letter | Class::Figure | Class::Connector => match self.word(start, class, length) {
                    Some((end, counts)) => {
                        self.offset = end;
                        if counts {
                            return Some((start, &self.text[start..end]));
                        }
                    }
                    None => self.give_up(start),
                },
                Class::Unknown => self.give_up(start),
                _ => {
                    // An unknown character may join what stands before it, where spaces are one: U+200D does.
                    let spaces = self.text.as_bytes()[start..].iter().take_while(|byte| **byte == b' ').count();
                    let (after, end) = self.extended(start + spaces.max(length));
                    if after == Class::Unknown {
                        self.give_up(start);
                    } else {
                        self.offset = end;
                    }
                    if class == Class::Alone && self.unknown.is_none() {
                        return Some((start, &self.text[start..end]));
                    }
                }
            }
            if let Some(word) = self.next_unknown() {
                return Some(word);
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<(usize, &str)> {
        Cutter::new(text).collect()
    }

    fn standard(text: &str) -> Vec<(usize, &str)> {
        text.unicode_word_indices().collect()
    }

    /// Characters of every class of the table, and of what lies outside it.
    const REPRESENTATIVES: &[char] = &[
        'a',
        'Ñ',
        'ª',
        'ž',
        '1',
        '_',
        ':',
        '·',
        ',',
        ';',
        '\'',
        '.',
        '’',
        '‘',
        '\u{2024}',
        '‧',
        '\u{ad}',
        '\u{301}',
        '\u{36f}',
        '²',
        '½',
        ' ',
        '\u{a0}',
        '\n',
        '\r',
        '-',
        '—',
        '…',
        '"',
        '«',
        '©',
        '¸',
        '\u{345}',
        '\u{200d}',
        '\u{20dd}',
        '\u{202f}',
        '\u{2003}',
        '\u{200b}',
        '\u{200e}',
        '⁄',
        '‿',
        '👩',
        '🅰',
        '🇲',
        '\u{1f3fd}',
        'א',
        '״',
        'カ',
        '漢',
        'α',
        '٣',
        '\u{384}',
        '€',
        '\u{85}',
        '\u{2028}',
    ];

    #[test]
    fn the_table_has_every_latin_character() {
        for code in 0..=0x2fff {
            let Some(character) = char::from_u32(code) else { continue };
            for text in [
                format!("{character}"),
                format!("a{character}a"),
                format!("1{character}1"),
                format!("{character}\u{301}b_{character}"),
            ] {
                assert_eq!(cut(&text), standard(&text), "U+{code:04X}");
            }
        }
    }

    #[test]
    fn every_pair_and_triple_is_cut_as_the_standard_says() {
        let mut text = String::new();
        for first in REPRESENTATIVES {
            for second in REPRESENTATIVES {
                for third in REPRESENTATIVES {
                    text.clear();
                    text.extend([first, second, third]);
                    assert_eq!(cut(&text), standard(&text), "{text:?}");
                }
            }
        }
    }

    #[test]
    fn spanish_text_needs_no_other_cutter() {
        let mut cutter = Cutter::new("¿Qué «dato» es 3.º, 1,234.5 % – o’clock… año_2026 m² §14-B? “Sí”—¡no!");
        let words: Vec<_> = cutter.by_ref().map(|(_, word)| word).collect();
        let expected =
            ["Qué", "dato", "es", "3", "º", "1,234.5", "o’clock", "año_2026", "m", "²", "14", "B", "Sí", "no"];
        assert_eq!(words, expected);
        assert!(cutter.unknown.is_none());
    }

    proptest::proptest! {
        #![proptest_config(proptest::prelude::ProptestConfig { failure_persistence: None, ..Default::default() })]

        #[test]
        fn runs_of_any_classes_are_cut_as_the_standard_says(
            characters in proptest::collection::vec(proptest::sample::select(REPRESENTATIVES), 0..24),
        ) {
            let text: String = characters.into_iter().collect();
            proptest::prop_assert_eq!(cut(&text), standard(&text));
        }

        #[test]
        fn any_text_is_cut_as_the_standard_says(text in "([a-zñáÉ0-9 .,:;'’_\u{301}-]{0,12}|.){0,8}") {
            proptest::prop_assert_eq!(cut(&text), standard(&text));
        }
    }
}

//! Packs sections into the index.
//!
//! 1. The text is cut into words and what stands between them; a single space between two words is not told;
//! 2. each distinct piece gets a number, the more frequent the smaller, and below one length of code in the order of the
//!    alphabet, so that the list of pieces can say of each how it begins like the one before;
//! 3. numbers become one character up to 55, two up to 2071, three up to 74,647 and so on.
//!
//! `search.js` reads it back. Numbers are written in printable ASCII without `"`, `\` and `<`; whatever else could end the
//! string or the script is escaped.

use super::super::escape;
use super::Entry;
use crate::model::bare_words;
use foldhash::{HashMap, HashMapExt as _};
use serde::Serialize;
use std::borrow::Cow;
use unicode_normalization::{UnicodeNormalization, is_nfc};

/// The number that ends a text.
const END: usize = 0;
/// The number between two words with nothing between them.
const JOINED: usize = 1;
/// The first number of a piece of text.
const FIRST: usize = 2;

/// How many digits end a number, and how many are followed by another.
const LAST_DIGITS: usize = 56;
const LEADING_DIGITS: usize = 36;

/// The digit that two lengths follow which are no digit together.
const LONG: usize = 90;

/// The index as the script reads it.
#[derive(Serialize)]
struct Packed<'a> {
    /// The distinct pieces: how many UTF-16 units each shares with the one before, how many follow, and these.
    pieces: String,
    /// Runs of sections of one page and one chapter: the page's address and the sections' anchors.
    pages: Vec<(&'a str, Vec<String>)>,
    /// For each run the chapter's title, then each section's title and text, as numbers of pieces.
    texts: String,
}

/// The index of the sections, as a script that sets `gacetaIndex`.
///
/// Neighbours of one page and one chapter should stand together. The sections may say what they will: the script cannot
/// be ended from inside, and holds data only.
pub(in crate::edition) fn index(entries: &[Entry<'_>]) -> String {
    let runs: Vec<&[Entry<'_>]> =
        entries.chunk_by(|one, other| one.page == other.page && one.chapter == other.chapter).collect();
    let texts: Vec<String> = runs.iter().flat_map(|run| texts_of(run)).collect();
    let mut cut = Cut { numbers: HashMap::new(), pieces: Vec::new(), sequence: Vec::new() };
    for text in &texts {
        cut.text(text);
    }
    let (order, pieces) = cut.ranked();
    let mut packed = Packed {
        pieces,
        pages: runs.iter().map(|run| (run[0].page, run.iter().map(anchor).collect())).collect(),
        texts: String::with_capacity(cut.sequence.len() * 2),
    };
    for number in &cut.sequence {
        push_number(&mut packed.texts, number.checked_sub(FIRST).map_or(*number, |piece| order[piece]));
    }
    let json = serde_json::to_string(&packed).unwrap_or_default();
    // Only strings can hold these characters.
    let json = json.replace('<', "\\u003c").replace('\u{2028}', "\\u2028").replace('\u{2029}', "\\u2029");
    format!("window.gacetaIndex = {json};\n")
}

fn anchor(entry: &Entry<'_>) -> String {
    let mut anchor = String::new();
    escape::push_fragment(&mut anchor, entry.anchor);
    anchor
}

/// The texts of a run in the order of the index.
fn texts_of(run: &[Entry<'_>]) -> Vec<String> {
    let sections = run.iter().flat_map(|entry| [clean(&entry.title), clean(&entry.text)]);
    std::iter::once(clean(&run[0].chapter)).chain(sections).collect()
}

/// The text composed, without what HTML would not show as it is, each run of blanks one space or one line end.
fn clean(text: &str) -> String {
    let composed: Cow<'_, str> = if is_nfc(text) { text.into() } else { text.nfc().collect::<String>().into() };
    let shown = escape::shown(&composed);
    let mut out = String::with_capacity(shown.len());
    let mut rest = shown.trim();
    while let Some(start) = rest.find(char::is_whitespace) {
        out.push_str(&rest[..start]);
        let after = rest[start..].trim_start();
        out.push(if rest[start..rest.len() - after.len()].contains('\n') { '\n' } else { ' ' });
        rest = after;
    }
    out.push_str(rest);
    out
}

/// Texts cut into pieces.
struct Cut<'a> {
    /// The place of each piece in `pieces`.
    numbers: HashMap<&'a str, usize>,
    /// The distinct pieces and how often each occurs, in the order of their first occurrence.
    pieces: Vec<(&'a str, usize)>,
    /// [`END`], [`JOINED`], or the place of a piece, counted from [`FIRST`].
    sequence: Vec<usize>,
}

impl<'a> Cut<'a> {
    fn text(&mut self, text: &'a str) {
        let mut reached = 0;
        let mut behind_word = false;
        for (start, word) in words(text) {
            match &text[reached..start] {
                " " if behind_word => {}
                "" if behind_word => self.sequence.push(JOINED),
                "" => {}
                gap => self.piece(gap),
            }
            self.piece(word);
            reached = start + word.len();
            behind_word = true;
        }
        if reached < text.len() {
            self.piece(&text[reached..]);
        }
        self.sequence.push(END);
    }

    fn piece(&mut self, piece: &'a str) {
        let next = self.pieces.len();
        let number = *self.numbers.entry(piece).or_insert(next);
        if number == next {
            self.pieces.push((piece, 0));
        }
        self.pieces[number].1 += 1;
        self.sequence.push(FIRST + number);
    }

    /// The number that each piece is written as, and the list of the pieces in the order of these numbers.
    fn ranked(&self) -> (Vec<usize>, String) {
        let mut ranks: Vec<usize> = (0..self.pieces.len()).collect();
        ranks.sort_unstable_by_key(|place| {
            let (piece, count) = self.pieces[*place];
            (std::cmp::Reverse(count), piece)
        });
        let mut rest = ranks.as_mut_slice();
        let mut room = LAST_DIGITS - FIRST;
        let mut codes = LAST_DIGITS;
        while !rest.is_empty() {
            let (same_length, longer) = rest.split_at_mut(room.min(rest.len()));
            same_length.sort_unstable_by_key(|place| self.pieces[*place].0);
            rest = longer;
            codes *= LEADING_DIGITS;
            room = codes;
        }
        let mut order = vec![0; ranks.len()];
        let mut list = String::new();
        let mut before = "";
        for (rank, place) in ranks.into_iter().enumerate() {
            order[place] = FIRST + rank;
            let piece = self.pieces[place].0;
            let shared = shared(before, piece);
            let added = &piece[shared.len()..];
            push_lengths(&mut list, shared.encode_utf16().count(), added.encode_utf16().count());
            list.push_str(added);
            before = piece;
        }
        (order, list)
    }
}

/// The words of a text with their offsets, those of web addresses too.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut found = Vec::new();
    let mut reached = 0;
    for (start, word) in bare_words(text).chain([(text.len(), "")]) {
        let mut gap = reached;
        while let Some(begin) = text[gap..start].find(char::is_alphanumeric).map(|offset| gap + offset) {
            let run = text[begin..start].find(|character: char| !character.is_alphanumeric());
            let end = run.map_or(start, |length| begin + length);
            found.push((begin, &text[begin..end]));
            gap = end;
        }
        if !word.is_empty() {
            found.push((start, word));
        }
        reached = start + word.len();
    }
    found.into_iter()
}

/// What two pieces begin with alike.
fn shared<'a>(one: &str, other: &'a str) -> &'a str {
    let alike = one.chars().zip(other.chars()).take_while(|(a, b)| a == b).map(|(a, _)| a.len_utf8()).sum::<usize>();
    &other[..alike]
}

/// Appends how long two strings are: one digit where the first is shorter than 9 and the second not longer than 10.
fn push_lengths(out: &mut String, shared: usize, added: usize) {
    if shared < 9 && (1..=10).contains(&added) {
        out.push(digit(shared * 10 + added - 1));
    } else {
        out.push(digit(LONG));
        push_number(out, shared);
        push_number(out, added);
    }
}

/// Appends a number: leading digits of base 36 without a zero, then a last digit of base 56.
fn push_number(out: &mut String, number: usize) {
    let mut leading = Vec::new();
    let mut rest = number / LAST_DIGITS;
    while rest > 0 {
        leading.push(LAST_DIGITS + (rest - 1) % LEADING_DIGITS);
        rest = (rest - 1) / LEADING_DIGITS;
    }
    out.extend(leading.into_iter().rev().chain([number % LAST_DIGITS]).map(digit));
}

/// A digit: printable ASCII without `"`, `\` and `<`, from the space on.
fn digit(value: usize) -> char {
    let skipped = usize::from(value >= 2) + usize::from(value >= 27) + usize::from(value >= 58);
    u8::try_from(32 + value + skipped).map_or(' ', char::from)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde_json::Value;

    fn entry<'a>(page: &'a str, chapter: &str, anchor: &'a str, title: &str, text: &str) -> Entry<'a> {
        Entry { page, chapter: chapter.to_owned(), anchor, title: title.to_owned(), text: text.to_owned() }
    }

    fn parsed(script: &str) -> Value {
        let json = script.strip_prefix("window.gacetaIndex = ").unwrap().strip_suffix(";\n").unwrap();
        serde_json::from_str(json).unwrap()
    }

    /// Reads an index back as `search.js` does.
    struct Reader {
        units: Vec<u16>,
        place: usize,
    }

    impl Reader {
        fn new(packed: &Value) -> Self {
            Self { units: packed.as_str().unwrap().encode_utf16().collect(), place: 0 }
        }

        fn digit(&mut self) -> usize {
            let code = usize::from(self.units[self.place]);
            self.place += 1;
            code - 32 - usize::from(code > 34) - usize::from(code > 60) - usize::from(code > 92)
        }

        fn number(&mut self) -> usize {
            let mut leading = 0;
            loop {
                match self.digit() {
                    digit if digit < 56 => return leading * 56 + digit,
                    digit => leading = leading * 36 + digit - 55,
                }
            }
        }

        fn like(&mut self, before: &[u16]) -> Vec<u16> {
            let (shared, added) = match self.digit() {
                90 => (self.number(), self.number()),
                lengths => (lengths / 10, lengths % 10 + 1),
            };
            self.place += added;
            [&before[..shared], &self.units[self.place - added..self.place]].concat()
        }
    }

    /// The texts of an index in order.
    fn unpacked(script: &str) -> Vec<String> {
        let packed = parsed(script);
        let mut list = Reader::new(&packed["pieces"]);
        let mut pieces: Vec<Vec<u16>> = vec![Vec::new(); 2];
        while list.place < list.units.len() {
            pieces.push(list.like(pieces.last().unwrap()));
        }
        let pieces: Vec<String> = pieces.iter().map(|piece| String::from_utf16(piece).unwrap()).collect();
        let mut texts = Reader::new(&packed["texts"]);
        let mut found = vec![String::new()];
        let mut behind_word = false;
        while texts.place < texts.units.len() {
            let number = texts.number();
            let is_word = pieces[number].contains(char::is_alphanumeric);
            let text = found.last_mut().unwrap();
            if number == END {
                found.push(String::new());
            } else {
                text.push_str(if is_word && behind_word { " " } else { "" });
                text.push_str(&pieces[number]);
            }
            behind_word = is_word;
        }
        found.pop();
        found
    }

    #[test]
    fn numbers_take_a_digit_more_where_one_more_is_needed() {
        let written = |number| {
            let mut out = String::new();
            push_number(&mut out, number);
            out
        };
        // Digits run from the space to `~` without `"`, `<` and `\`: 0 is a space, 2 is `#`, 55 `Y`, 56 `Z`, 91 `~`.
        assert_eq!((written(0), written(2), written(55)), (" ".into(), "#".into(), "Y".into()));
        assert_eq!((written(56), written(2071)), ("Z ".into(), "~Y".into()));
        assert_eq!((written(2072), written(74_647)), ("ZZ ".into(), "~~Y".into()));
        assert_eq!(written(74_648), "ZZZ ");
    }

    #[test]
    fn an_index_says_where_each_section_is() {
        let entries = [
            entry("a.html", "Uno", "x", "Uno", ""),
            entry("a.html", "Uno", "año \"1\"", "Y", "z"),
            entry("b.html", "Dos", "x", "Dos", ""),
        ];
        let packed = parsed(&index(&entries));
        assert_eq!(packed["pages"], serde_json::json!([["a.html", ["x", "año%20%221%22"]], ["b.html", ["x"]]]));
    }

    #[test]
    fn an_index_holds_the_texts_as_they_are_shown() {
        let text = "  La  Unidad, «única».\n\nhttps://a.mx/datos 政策 4.0\u{202e}\0 a\u{301}\u{1f600}x";
        let script = index(&[entry("", "Capítulo", "a", "Título: uno", text)]);
        let shown = "La Unidad, «única».\nhttps://a.mx/datos 政策 4.0\u{fffd} á\u{1f600}x";
        assert_eq!(unpacked(&script), ["Capítulo", "Título: uno", shown]);
    }

    #[test]
    fn a_word_that_is_frequent_takes_one_character() {
        let length =
            |count| parsed(&index(&[entry("", "", "a", "", &"datos ".repeat(count))]))["texts"].as_str().map(str::len);
        assert_eq!((length(100), length(1100)), (Some(103), Some(1103)));
    }

    #[test]
    fn no_text_ends_the_script() {
        let hostile = "</script><!-- \u{2028}\u{2029} \\ \" ${x} `";
        let script = index(&[entry("\u{2029}", hostile, "</script>\u{2028}", hostile, hostile)]);
        assert!(!script.contains(['<', '\u{2028}', '\u{2029}']), "{script}");
        assert_eq!(script.lines().count(), 1);
        assert_eq!(unpacked(&script), ["</script><!-- \\ \" ${x} `"; 3]);
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn every_text_is_read_back(title in any::<String>(), text in "[ a-cé.,/:\\\\\"<\n0-9'政\u{1f600}_-]{0,80}") {
            let script = index(&[entry("", "", "a", &title, &text)]);
            prop_assert!(!script.contains('<'));
            prop_assert_eq!(unpacked(&script), [String::new(), clean(&title), clean(&text)]);
        }

        #[test]
        fn numbers_in_order_are_never_shorter(number in 0..4_000_000_usize) {
            let written = |number| {
                let mut out = String::new();
                push_number(&mut out, number);
                out
            };
            let mut reader = Reader { units: written(number).encode_utf16().collect(), place: 0 };
            prop_assert_eq!(reader.number(), number);
            prop_assert!(written(number).len() <= written(number + 1).len());
        }
    }
}

//! Places in a text: byte spans, and the lines and columns derived from them.

use super::count_bytes;
use serde::Serialize;
use std::ops::Range;

/// A half-open range of bytes, `start..end`, in the text of one document.
///
/// Offsets count from the first byte of the file, a byte order mark and the front matter included. They fit in 32 bits
/// because no file above [`LARGEST_FILE`](super::LARGEST_FILE) is read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Span {
    /// Offset of the first byte.
    pub start: u32,
    /// Offset just after the last byte.
    pub end: u32,
}

impl Span {
    /// The span of a byte range.
    ///
    /// # Panics
    /// If an offset does not fit in 32 bits, which the limit on file size rules out.
    #[must_use]
    pub fn new(range: Range<usize>) -> Self {
        let offset = |value: usize| u32::try_from(value).expect("files are at most 16 MiB");
        Self { start: offset(range.start), end: offset(range.end) }
    }

    /// The span as a range that indexes the text.
    #[must_use]
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// Length in bytes.
    #[must_use]
    pub fn len(self) -> usize {
        self.range().len()
    }

    /// Whether the span holds no byte.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.start >= self.end
    }

    /// Whether `other` lies wholly inside this span.
    #[must_use]
    pub fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two have a byte in common.
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The smallest span that holds both.
    #[must_use]
    pub fn cover(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }
}

/// A place as people write it: line and column, both counted from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Position {
    /// Line, from 1.
    pub line: u32,
    /// Column in characters (Unicode scalar values), from 1.
    pub column: u32,
}

/// Where the lines of a text begin, to turn offsets into [`Position`]s.
#[derive(Clone, Debug)]
pub struct LineIndex<'text> {
    text: &'text str,
    starts: Vec<usize>,
    /// How many characters begin before every [`STRIDE`]th byte, so that a place in a line of megabytes is found at once.
    characters: Vec<usize>,
}

/// Bytes between two counts of characters.
const STRIDE: usize = 1024;

/// How many characters begin in these bytes of UTF-8.
fn count_characters(bytes: &[u8]) -> usize {
    count_bytes(bytes, |byte| byte & 0xc0 != 0x80)
}

impl<'text> LineIndex<'text> {
    /// Reads the line starts of `text`; lines end with LF, CRLF or a lone CR, as in CommonMark.
    #[must_use]
    pub fn new(text: &'text str) -> Self {
        let bytes = text.as_bytes();
        let ends = memchr::memchr2_iter(b'\n', b'\r', bytes);
        // Of CR LF only the second ends a line.
        let ends = ends.filter(|end| bytes[*end] == b'\n' || bytes.get(end + 1) != Some(&b'\n'));
        let starts = std::iter::once(0).chain(ends.map(|end| end + 1)).collect();
        let mut counted = 0;
        let characters = bytes.chunks(STRIDE).map(|chunk| {
            let before = counted;
            counted += count_characters(chunk);
            before
        });
        Self { text, starts, characters: characters.collect() }
    }

    /// The line and column of a byte offset; an offset past the end, or inside a character, is brought back to the
    /// nearest one before it.
    #[must_use]
    pub fn position(&self, offset: u32) -> Position {
        let mut offset = (offset as usize).min(self.text.len());
        while !self.text.is_char_boundary(offset) {
            offset -= 1;
        }
        let line = self.starts.partition_point(|start| *start <= offset) - 1;
        let mut start = self.starts[line];
        if start == 0 && self.text.starts_with('\u{feff}') {
            start = offset.min('\u{feff}'.len_utf8());
        }
        let column = self.characters_before(offset) - self.characters_before(start) + 1;
        let number = |value: usize| u32::try_from(value).unwrap_or(u32::MAX);
        Position { line: number(line + 1), column: number(column) }
    }

    /// How many characters begin before a byte offset of the text.
    fn characters_before(&self, offset: usize) -> usize {
        let chunk = (offset / STRIDE).min(self.characters.len().saturating_sub(1));
        let counted = self.characters.get(chunk).copied().unwrap_or(0);
        counted + count_characters(&self.text.as_bytes()[chunk * STRIDE..offset])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str, offset: u32) -> (u32, u32) {
        let position = LineIndex::new(text).position(offset);
        (position.line, position.column)
    }

    #[test]
    fn columns_count_characters_not_bytes() {
        assert_eq!(at("año nuevo", 5), (1, 5));
    }

    #[test]
    fn every_line_ending_counts_once() {
        let text = "a\r\nb\rc\nd";
        assert_eq!([at(text, 3), at(text, 5), at(text, 7)], [(2, 1), (3, 1), (4, 1)]);
    }

    #[test]
    fn a_byte_order_mark_takes_no_column() {
        assert_eq!(at("\u{feff}abc", 4), (1, 2));
    }

    #[test]
    fn a_place_in_a_very_long_line_is_counted_from_its_beginning() {
        let text = format!("x\n{}", "ñu".repeat(STRIDE));
        let index = LineIndex::new(&text);
        for (number, (offset, _)) in text.char_indices().enumerate().skip(2) {
            let position = index.position(u32::try_from(offset).unwrap());
            assert_eq!((position.line, position.column as usize), (2, number - 1));
        }
        assert_eq!(at(&text, 99_999), (2, 2049));
        assert_eq!(at("", 3), (1, 1));
    }

    #[test]
    fn offsets_past_the_end_are_the_end() {
        assert_eq!(at("ab\n", 99), (2, 1));
    }
}

//! Takes a PDF apart that the engine has just written: objects one after the other, and a table that tells where each
//! begins.
//!
//! Whatever else a PDF may have is not read: an update at its end, objects of other generations.

use std::ops::Range;

/// A file in its parts.
pub(super) struct Exported<'a> {
    /// What stands before the first object: the version, and the comment that says that the file is binary.
    pub(super) header: &'a [u8],
    /// The objects by number.
    pub(super) objects: Vec<Object<'a>>,
    /// One more than the highest number.
    pub(super) size: u32,
    /// What the trailer says.
    pub(super) trailer: Vec<Entry<'a>>,
}

/// An object.
pub(super) struct Object<'a> {
    pub(super) number: u32,
    /// What stands between `obj` and `endobj`.
    pub(super) text: &'a [u8],
    /// Whether it is a stream.
    pub(super) is_stream: bool,
}

/// A key of a dictionary with its value, both as they are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Entry<'a> {
    pub(super) key: &'a [u8],
    pub(super) value: &'a [u8],
}

impl<'a> Exported<'a> {
    pub(super) fn read(pdf: &'a [u8]) -> Option<Self> {
        let last = pdf.windows(9).rposition(|window| window == b"startxref")?;
        let table = number(pdf, lexeme(pdf, last + 9)?)? as usize;
        let mut reader = Reader { pdf, at: table };
        reader.expect(b"xref")?;
        // One section, of all numbers from 0.
        reader.expect(b"0")?;
        let size = reader.number()?;
        let mut places = Vec::new();
        for number in 0..size {
            let (offset, generation) = (reader.number()? as usize, reader.number()?);
            match reader.next()? {
                b"n" if generation == 0 => places.push((offset, number)),
                b"f" => {}
                _ => return None,
            }
        }
        reader.expect(b"trailer")?;
        let (trailer, _) = dictionary(pdf, reader.at)?;
        places.sort_unstable();
        let header = pdf.get(..places.first()?.0)?;
        let ends = places.iter().skip(1).map(|place| place.0).chain([table]);
        let objects = places.iter().zip(ends).map(|((start, number), end)| object(pdf.get(..end)?, *start, *number));
        let mut objects = objects.collect::<Option<Vec<_>>>()?;
        objects.sort_unstable_by_key(|object| object.number);
        Some(Self { header, objects, size, trailer })
    }
}

/// The object of a number that begins at a place and ends, at the latest, where the text does.
fn object(pdf: &[u8], start: usize, number: u32) -> Option<Object<'_>> {
    let mut reader = Reader { pdf, at: start };
    (reader.number()? == number).then_some(())?;
    reader.expect(b"0")?;
    reader.expect(b"obj")?;
    let text = pdf.get(reader.at..)?.trim_ascii_end().strip_suffix(b"endobj")?.trim_ascii();
    (!text.is_empty()).then_some(Object { number, text, is_stream: text.ends_with(b"endstream") })
}

/// Goes through a text lexeme by lexeme.
struct Reader<'a> {
    pdf: &'a [u8],
    at: usize,
}

impl<'a> Reader<'a> {
    fn next(&mut self) -> Option<&'a [u8]> {
        let range = lexeme(self.pdf, self.at)?;
        self.at = range.end;
        self.pdf.get(range)
    }

    fn expect(&mut self, wanted: &[u8]) -> Option<()> {
        (self.next()? == wanted).then_some(())
    }

    fn number(&mut self) -> Option<u32> {
        let range = lexeme(self.pdf, self.at)?;
        self.at = range.end;
        number(self.pdf, range)
    }
}

fn number(text: &[u8], range: Range<usize>) -> Option<u32> {
    std::str::from_utf8(text.get(range)?).ok()?.parse().ok()
}

/// The entries of the dictionary that begins at a place, and where it ends.
fn dictionary(text: &[u8], at: usize) -> Option<(Vec<Entry<'_>>, usize)> {
    let mut reader = Reader { pdf: text, at };
    reader.expect(b"<<")?;
    let mut entries = Vec::new();
    loop {
        let key = reader.next()?;
        if key == b">>" {
            return Some((entries, reader.at));
        }
        key.starts_with(b"/").then_some(())?;
        let value = value(text, reader.at)?;
        reader.at = value.end;
        entries.push(Entry { key, value: text.get(value)? });
    }
}

/// The value that begins at a place: one lexeme, what stands between brackets, or the three parts of a reference.
fn value(text: &[u8], at: usize) -> Option<Range<usize>> {
    let first = lexeme(text, at)?;
    let mut reader = Reader { pdf: text, at: first.start };
    let mut depth = 0_usize;
    loop {
        match reader.next()? {
            b"<<" | b"[" => depth += 1,
            b">>" | b"]" => depth = depth.checked_sub(1)?,
            _ => {}
        }
        if depth == 0 {
            break;
        }
    }
    let end = reader.at;
    let is_reference = end == first.end
        && number(text, first.clone()).is_some()
        && reader.number().is_some()
        && reader.next() == Some(b"R");
    Some(first.start..if is_reference { reader.at } else { end })
}

/// The lexeme that begins at a place or after the white space there (ISO 32000-1, 7.2).
fn lexeme(text: &[u8], at: usize) -> Option<Range<usize>> {
    let is_space = |byte: &u8| matches!(byte, 0 | 9 | 10 | 12 | 13 | 32);
    let is_regular = |byte: &u8| !is_space(byte) && !b"()<>[]{}/%".contains(byte);
    let start = at + text.get(at..)?.iter().position(|byte| !is_space(byte))?;
    let rest = &text[start..];
    let length = match rest {
        [b'<', b'<', ..] | [b'>', b'>', ..] => 2,
        [b'<', ..] => rest.iter().position(|byte| *byte == b'>')? + 1,
        [b'(', ..] => string_length(rest)?,
        [b'[' | b']', ..] => 1,
        [b'/', name @ ..] => 1 + name.iter().take_while(|byte| is_regular(byte)).count(),
        _ => rest.iter().take_while(|byte| is_regular(byte)).count(),
    };
    (length > 0).then(|| start..start + length)
}

/// The length of a string in parentheses, which may hold others.
fn string_length(text: &[u8]) -> Option<usize> {
    let (mut depth, mut at) = (0_usize, 0);
    loop {
        match text.get(at)? {
            b'\\' => at += 1,
            b'(' => depth += 1,
            b')' => depth -= 1,
            _ => {}
        }
        at += 1;
        if depth == 0 {
            return Some(at);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entries(text: &str) -> Option<Vec<(&str, &str)>> {
        let written = |bytes| std::str::from_utf8(bytes).unwrap();
        let (entries, end) = dictionary(text.as_bytes(), 0)?;
        assert_eq!(&text[end..], "");
        Some(entries.into_iter().map(|entry| (written(entry.key), written(entry.value))).collect())
    }

    #[test]
    fn values_of_every_kind_are_taken_whole() {
        let text = r"<</A 1/B 2 0 R/C/Name/D(a\)(b)>>)/E<3E3E> /F[1 2 0 R<</X 1>>]/G<</H[]>>/I true>>";
        let expected = [
            ("/A", "1"),
            ("/B", "2 0 R"),
            ("/C", "/Name"),
            ("/D", r"(a\)(b)>>)"),
            ("/E", "<3E3E>"),
            ("/F", "[1 2 0 R<</X 1>>]"),
            ("/G", "<</H[]>>"),
            ("/I", "true"),
        ];
        assert_eq!(entries(text), Some(expected.to_vec()));
    }

    #[test]
    fn what_ends_early_is_no_dictionary() {
        for text in ["", "<<", "<</A", "<</A 1", "<</A(x>>", "<</A<3E", "<</A[1>>", "<<1 2>>", "<</A]>>"] {
            assert_eq!(dictionary(text.as_bytes(), 0).map(|found| found.1), None, "{text}");
        }
    }
}

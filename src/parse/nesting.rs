//! A limit on work: lists and quotes inside each other that would be read in the square of their length.
//!
//! For every line that goes on with the paragraph before it, pulldown-cmark looks at each container that is open; a
//! line of a million `>` before a million lines would take hours. The work is bounded from above before it is begun.

use crate::model::{Block, BlockKind, Inline, InlineKind, Span};
use std::borrow::Cow;

/// Most lines times containers, about half a second of work.
const MOST_WORK: usize = 150_000_000;

/// Where the line that opens most containers begins, if those times the number of lines are too many to be read.
pub(super) fn excess(text: &str) -> Option<usize> {
    // A container takes a byte at least, and a line two.
    if text.len().saturating_mul(text.len()) / 8 <= MOST_WORK {
        return None;
    }
    let (mut deepest, mut place, mut lines, mut offset) = (0, 0, 0, 0);
    let ends = memchr::memchr2_iter(b'\n', b'\r', text.as_bytes());
    for end in ends.chain([text.len()]) {
        let depth = containers(&text.as_bytes()[offset..end]);
        if depth > deepest {
            (deepest, place) = (depth, offset);
        }
        lines += 1;
        offset = end + 1;
    }
    (deepest * lines > MOST_WORK).then_some(place)
}

/// How many containers a line can open or go on with: one for each marker and for two blanks of indentation.
fn containers(line: &[u8]) -> usize {
    let mut found = 0;
    let mut rest = line;
    loop {
        let blanks = rest.iter().take_while(|byte| matches!(byte, b' ' | b'\t')).count();
        let columns: usize = rest[..blanks].iter().map(|byte| if *byte == b'\t' { 4 } else { 1 }).sum();
        found += columns / 2;
        rest = &rest[blanks..];
        let Some(length) = marker(rest) else { return found };
        found += 1;
        rest = &rest[length..];
    }
}

/// The length of the marker of a quote, an item, a definition or a footnote at the head of a line.
fn marker(line: &[u8]) -> Option<usize> {
    let blank = |at: usize| line.get(at).is_none_or(|byte| matches!(byte, b' ' | b'\t'));
    match line.first()? {
        b'>' => Some(1),
        b'-' | b'*' | b'+' | b':' => blank(1).then_some(1),
        b'0'..=b'9' => {
            let digits = line.iter().take_while(|byte| byte.is_ascii_digit()).count();
            (matches!(line.get(digits), Some(b'.' | b')')) && blank(digits + 1)).then_some(digits + 1)
        }
        b'[' if line.get(1) == Some(&b'^') => {
            let close = line.iter().position(|byte| *byte == b']')?;
            (line.get(close + 1) == Some(&b':')).then_some(close + 2)
        }
        _ => None,
    }
}

/// The text from `body` on as one paragraph, its markup unread, so that none of it is lost.
pub(super) fn plain(text: &str, body: usize) -> Vec<Block<'_>> {
    let written = text[body..].trim();
    let start = text.len() - text[body..].trim_start().len();
    if written.is_empty() {
        return Vec::new();
    }
    let span = Span::new(start..start + written.len());
    let inlines = vec![Inline { span, kind: InlineKind::Text(Cow::Borrowed(written)) }];
    vec![Block { span, kind: BlockKind::Paragraph { designator: None, inlines } }]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markers_and_indentation_are_counted() {
        for (line, expected) in [
            ("", 0),
            ("texto > - más", 0),
            ("> > uno", 2),
            (">>> uno", 3),
            ("- * + 1. 20) uno", 5),
            ("-uno", 0),
            ("1.5 metros", 0),
            ("     uno", 2),
            ("\tuno", 2),
            (": [^a]: - uno", 3),
            ("[^a] uno", 0),
            ("-", 1),
        ] {
            assert_eq!(containers(line.as_bytes()), expected, "{line:?}");
        }
    }

    #[test]
    fn only_many_lines_under_many_containers_are_too_much() {
        let lines = |number: usize| "a\n".repeat(number);
        assert_eq!(excess(&format!("x\n{}\n{}", ">".repeat(20_000), lines(20_000))), Some(2));
        assert_eq!(excess(&format!("{}\n{}", "- ".repeat(1_000), lines(20_000))), None);
        assert_eq!(excess(&lines(1_000_000)), None);
        assert_eq!(excess(&">".repeat(1_000_000)), None);
    }
}

//! Where findings stand: their lines and columns, and the text of the lines.
//!
//! Each document with findings is read once more, one at a time, and its lines are counted once.
//! Only what is shown of it is kept: a line of 16 MiB is clipped around the place.

use crate::messages::visible;
use crate::model::{DocumentPath, Finding, LineIndex, Position, Span};
use crate::policy::Policy;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ops::Range;

/// The places that the findings of one policy speak of.
pub struct Places {
    found: HashMap<DocumentPath, HashMap<Span, Place>>,
}

/// A place in a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Where it begins.
    pub start: Position,
    /// Where it ends.
    pub end: Position,
    /// The line in which it begins.
    pub line: Excerpt,
}

/// What is shown of a line: one line, clipped where it is very long, control characters made visible.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Excerpt {
    /// The text.
    pub text: String,
    /// The place in that text, as far as it stands in this line.
    pub marked: Range<usize>,
}

impl Places {
    /// Finds the places of findings, with excerpts of about `width` characters; with none where that is 0.
    ///
    /// A document that cannot be read any more has no places.
    #[must_use]
    pub fn read(policy: &Policy, findings: &[Finding], width: usize) -> Self {
        let mut wanted: BTreeMap<&DocumentPath, BTreeSet<Span>> = BTreeMap::new();
        for finding in findings {
            let own = wanted.entry(&finding.path).or_default();
            own.insert(finding.span);
            own.extend(finding.fix.iter().flat_map(|fix| &fix.edits).map(|edit| edit.span));
            for related in &finding.related {
                wanted.entry(&related.path).or_default().insert(related.span);
            }
        }
        let found = wanted.into_iter().filter_map(|(path, spans)| {
            let text = policy.text(path).ok()?;
            let lines = LineIndex::new(&text);
            let place = |span: Span| Place {
                start: lines.position(span.start),
                end: lines.position(span.end),
                line: if width > 0 { Excerpt::of(&text, span, width) } else { Excerpt::default() },
            };
            Some((path.clone(), spans.into_iter().map(|span| (span, place(span))).collect()))
        });
        Self { found: found.collect() }
    }

    /// Takes findings document by document, each with the places of its findings and no others, so that those of a great
    /// policy are never all at hand.
    pub fn by_document<'a>(
        policy: &'a Policy,
        findings: &'a [Finding],
        width: usize,
    ) -> impl Iterator<Item = (Self, &'a [Finding])> {
        let of_one = findings.chunk_by(|finding, next| finding.path == next.path);
        of_one.map(move |findings| (Self::read(policy, findings, width), findings))
    }

    /// The place of a span.
    #[must_use]
    pub fn of(&self, path: &DocumentPath, span: Span) -> Option<&Place> {
        self.found.get(path)?.get(&span)
    }
}

impl Excerpt {
    /// What is shown of the line in which a span begins.
    fn of(text: &str, span: Span, width: usize) -> Self {
        let start = boundary(text, span.range().start);
        let end = boundary(text, span.range().end).max(start);
        let line_start = text[..start]
            .char_indices()
            .rev()
            .take(width + 1)
            .take_while(|(at, letter)| !ends_line(*letter) && (*at > 0 || *letter != '\u{feff}'));
        let before: Vec<char> = line_start.map(|(_, letter)| letter).collect();
        let rest = |from: usize| text[from..].chars().take_while(|letter| !ends_line(*letter)).take(width + 1);
        let marked: Vec<char> =
            text[start..end].chars().take_while(|letter| !ends_line(*letter)).take(width + 1).collect();
        let marked_end = start + marked.iter().map(|letter| letter.len_utf8()).sum::<usize>();
        let after: Vec<char> = rest(marked_end).collect();

        let room = width.saturating_sub(marked.len());
        let fair = room / 2;
        let before_room = fair.max(room.saturating_sub(after.len()));
        let after_room = room - before.len().min(before_room);
        let mut shown = Self { text: String::new(), marked: 0..0 };
        shown.clip(before.iter().take(before_room).rev(), before.len() > before_room, true);
        shown.marked.start = shown.text.len();
        shown.clip(marked.iter().take(width), marked.len() > width, false);
        shown.marked.end = shown.text.len();
        if marked.len() <= width {
            shown.clip(after.iter().take(after_room), after.len() > after_room, false);
        }
        shown
    }

    /// Adds text, and a mark where some of it was left out.
    fn clip<'a>(&mut self, letters: impl Iterator<Item = &'a char>, is_clipped: bool, at_start: bool) {
        if is_clipped && at_start {
            self.text.push('…');
        }
        self.text.push_str(&visible(&letters.collect::<String>()));
        if is_clipped && !at_start {
            self.text.push('…');
        }
    }
}

fn ends_line(letter: char) -> bool {
    matches!(letter, '\n' | '\r')
}

/// The nearest boundary of a character at or before an offset.
fn boundary(text: &str, offset: usize) -> usize {
    let offset = offset.min(text.len());
    (0..=offset).rev().find(|offset| text.is_char_boundary(*offset)).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn excerpt(text: &str, range: Range<usize>, width: usize) -> (String, String) {
        let excerpt = Excerpt::of(text, Span::new(range), width);
        let marked = excerpt.text[excerpt.marked].to_owned();
        (excerpt.text, marked)
    }

    fn pair(text: &str, marked: &str) -> (String, String) {
        (text.to_owned(), marked.to_owned())
    }

    #[test]
    fn the_line_is_shown_with_the_place_marked() {
        assert_eq!(excerpt("uno\ndos año\r\ntres", 8..12, 80), pair("dos año", "año"));
    }

    #[test]
    fn of_several_lines_the_first_is_shown() {
        assert_eq!(excerpt("uno\ndos\ntres", 5..11, 80), pair("dos", "os"));
        assert_eq!(excerpt("uno\ndos", 3..4, 80), pair("uno", ""));
    }

    #[test]
    fn places_at_the_ends_of_a_text_are_empty() {
        assert_eq!(excerpt("", 0..0, 80), pair("", ""));
        assert_eq!(excerpt("uno\n", 4..4, 80), pair("", ""));
        assert_eq!(excerpt("uno", 90..95, 80), pair("uno", ""));
    }

    #[test]
    fn long_lines_are_clipped_around_the_place() {
        assert_eq!(excerpt("0123456789abcdefghij", 10..12, 8), pair("…789abcde…", "ab"));
        assert_eq!(excerpt("0123456789abcdefghij", 0..2, 8), pair("01234567…", "01"));
        assert_eq!(excerpt("0123456789abcdefghij", 18..20, 8), pair("…cdefghij", "ij"));
        assert_eq!(excerpt("0123456789abcdefghij", 4..16, 8), pair("…456789ab…", "456789ab…"));
        assert_eq!(excerpt("01234567", 3..4, 8), pair("01234567", "3"));
    }

    #[test]
    fn control_characters_are_made_visible() {
        assert_eq!(excerpt("a\u{1b}[2Jb\u{202e}c", 1..5, 80), pair("a\\u{1b}[2Jb\\u{202e}c", "\\u{1b}[2J"));
    }

    #[test]
    fn a_byte_order_mark_is_not_shown() {
        assert_eq!(excerpt("\u{feff}# A", 3..6, 80), pair("# A", "# A"));
    }

    proptest! {
        #![proptest_config(proptest::prelude::ProptestConfig { failure_persistence: None, ..Default::default() })]

        #[test]
        fn any_place_has_an_excerpt(text in "\\PC{0,40}|[\r\n\t\u{feff}é]{0,9}", start in 0usize..50, length in 0usize..50, width in 0usize..20) {
            let excerpt = Excerpt::of(&text, Span::new(start..start + length), width);
            prop_assert!(excerpt.text.get(excerpt.marked).is_some());
            prop_assert!(!excerpt.text.contains(['\n', '\r']));
        }
    }
}

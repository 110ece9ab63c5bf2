//! Sets the clauses inside an article: apartados, fractions, items, numerals, each hanging from its designation.

use super::fonts::Fonts;
use super::page::TEXT_SIZE;
use crate::model::{Block, BlockKind, ClauseKind, Designator, Inline, InlineKind};

/// Space between a designation and its text, in ems.
const GAP: f64 = 0.55;
/// Narrowest and widest room for a designation, in ems.
const ROOM: std::ops::RangeInclusive<f64> = 1.4..=6.5;

/// A run of inlines with its designation taken off.
pub(super) struct Split<'a> {
    /// The designation as written, with the punctuation that closes it.
    pub(super) label: &'a str,
    /// What is left of the first inline's text.
    pub(super) rest: &'a str,
    /// The inlines after the first.
    pub(super) following: &'a [Inline<'a>],
}

/// Takes the designation off a run of inlines; `None` where it does not stand in one piece of text or mark of its own.
pub(super) fn split<'a>(designator: &Designator, inlines: &'a [Inline<'a>], source: &'a str) -> Option<Split<'a>> {
    let (first, following) = inlines.split_first()?;
    let (inside, text, start) = match &first.kind {
        InlineKind::Text(text) => (false, text.as_ref(), first.span.range().start),
        InlineKind::Strong(inner) | InlineKind::Emphasis(inner) => match inner.as_slice() {
            [Inline { kind: InlineKind::Text(text), span }] => (true, text.as_ref(), span.range().start),
            _ => return None,
        },
        _ => return None,
    };
    let literal = source.get(start..start + text.len()) == Some(text);
    let end = designator.span.range().end.checked_sub(start).filter(|_| literal)?;
    // A mark that ends before the designation does, `**I**.`, leaves its punctuation to the next inline.
    let end = if inside && end > text.len() { text.len() } else { end };
    let (label, rest) = (text.get(..end)?, text.get(end..)?);
    if label.trim().is_empty() || (inside && !rest.trim().is_empty()) {
        return None;
    }
    Some(Split { label: label.trim(), rest: rest.trim_start(), following })
}

/// The clauses that a paragraph stands in, from the outermost, each with the room of its designation in points.
#[derive(Default)]
pub(super) struct Nesting {
    open: Vec<(ClauseKind, f64)>,
}

/// How far a clause stands from the left, and how far its text from its designation, in points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Indents {
    /// From the left to the designation.
    pub(super) left: f64,
    /// From the designation to the text.
    pub(super) hanging: f64,
}

impl Nesting {
    /// A clause begins: it closes those of its kind and of narrower ones.
    pub(super) fn begin(&mut self, kind: ClauseKind, room: f64) -> Indents {
        self.open.retain(|(open, _)| *open < kind);
        let left = self.indent();
        self.open.push((kind, room));
        Indents { left, hanging: room }
    }

    /// How far the text of the innermost clause stands from the left, in points: where a list in it begins.
    pub(super) fn indent(&self) -> f64 {
        self.open.iter().map(|(_, room)| room).sum()
    }

    /// A paragraph without a designation, or a table or figure, closes every clause.
    pub(super) fn end(&mut self) {
        self.open.clear();
    }
}

/// Whether a clause hangs from its designation; articles and wider ones begin a full paragraph.
pub(super) fn hangs(kind: ClauseKind) -> bool {
    kind >= ClauseKind::Part
}

/// The room for the designations of each kind among `blocks`, in points: enough for the widest, so that texts align.
pub(super) struct Rooms([f64; 4]);

impl Rooms {
    /// Measures the designations of the paragraphs.
    pub(super) fn of(blocks: &[Block<'_>], fonts: &Fonts) -> Self {
        let mut rooms = [0.0_f64; 4];
        for block in blocks {
            if let BlockKind::Paragraph { designator: Some(designator), .. } = &block.kind
                && let Some(room) = index(designator.kind).and_then(|index| rooms.get_mut(index))
            {
                *room = room.max(fonts.width(&designator.label) + fonts.width(".") + GAP);
            }
        }
        Self(rooms.map(|room| room.clamp(*ROOM.start(), *ROOM.end()) * TEXT_SIZE))
    }

    /// The room of one kind.
    pub(super) fn get(&self, kind: ClauseKind) -> f64 {
        index(kind).and_then(|index| self.0.get(index)).copied().unwrap_or(0.0)
    }
}

const fn index(kind: ClauseKind) -> Option<usize> {
    match kind {
        ClauseKind::Part => Some(0),
        ClauseKind::Fraction => Some(1),
        ClauseKind::Item => Some(2),
        ClauseKind::Numeral => Some(3),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Span;

    fn text(source: &str, range: std::ops::Range<usize>) -> Inline<'_> {
        Inline { span: Span::new(range.clone()), kind: InlineKind::Text(source[range].into()) }
    }

    fn fraction(span: std::ops::Range<usize>) -> Designator {
        let label = "III".to_owned();
        Designator { kind: ClauseKind::Fraction, number: 3, suffix: None, label, span: Span::new(span) }
    }

    #[test]
    fn a_designation_is_taken_off_its_text() {
        let source = "III. Publicar";
        let inlines = [text(source, 0..13)];
        let split = split(&fraction(0..4), &inlines, source).unwrap();
        assert_eq!((split.label, split.rest, split.following.len()), ("III.", "Publicar", 0));
    }

    #[test]
    fn a_designation_may_be_marked() {
        let source = "**III.** Publicar";
        let strong = Inline { span: Span::new(0..8), kind: InlineKind::Strong(vec![text(source, 2..6)]) };
        let inlines = [strong, text(source, 8..17)];
        let split = split(&fraction(2..6), &inlines, source).unwrap();
        assert_eq!((split.label, split.rest, split.following.len()), ("III.", "", 1));
    }

    #[test]
    fn a_designation_spread_over_marks_stays() {
        let source = "*III*. Publicar";
        let emphasis =
            Inline { span: Span::new(0..5), kind: InlineKind::Emphasis(vec![text(source, 1..4), text(source, 1..4)]) };
        assert!(split(&fraction(1..6), &[emphasis], source).is_none());
    }

    #[test]
    fn items_stand_inside_fractions_and_close_with_the_next_one() {
        let mut nesting = Nesting::default();
        assert_eq!(nesting.begin(ClauseKind::Fraction, 30.0), Indents { left: 0.0, hanging: 30.0 });
        assert_eq!(nesting.begin(ClauseKind::Item, 18.0), Indents { left: 30.0, hanging: 18.0 });
        assert_eq!(nesting.begin(ClauseKind::Fraction, 30.0), Indents { left: 0.0, hanging: 30.0 });
        nesting.end();
        assert_eq!(nesting.begin(ClauseKind::Item, 18.0), Indents { left: 0.0, hanging: 18.0 });
    }
}

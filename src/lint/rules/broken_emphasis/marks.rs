//! The asterisks and underscores that a reader sees.

use crate::model::{Inline, InlineKind, Span};

/// Longest word around a mark that is looked at, in bytes: a limit on work.
const LONGEST_WORD: usize = 100;

/// What a run holds of marks, in the order of the text.
#[derive(Debug)]
pub enum Item {
    /// One or two asterisks or underscores that are shown.
    Mark(Mark),
    /// Emphasis that works, marks included.
    Emphasis(Span),
}

impl Item {
    /// Where it stands.
    pub const fn span(&self) -> Span {
        match self {
            Self::Mark(mark) => mark.span,
            Self::Emphasis(span) => *span,
        }
    }
}

/// One or two asterisks or underscores that are shown.
#[derive(Debug)]
pub struct Mark {
    /// Where it stands.
    pub span: Span,
    /// `*` or `_`.
    pub byte: u8,
    /// Where in its line it stands.
    pub stands: Stands,
    /// Whether a letter follows, maybe after an opening sign.
    pub is_before_letter: bool,
    /// Whether the nearest letter or figure on either side is a figure.
    pub is_beside_number: bool,
    before: Side,
    after: Side,
}

/// Where in its line a mark stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stands {
    /// After other text.
    Inside,
    /// At the head of a line or of the run.
    LineHead,
    /// At the head of a table's cell.
    CellHead,
}

/// What stands beside a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Side {
    Blank,
    Letter,
    /// A sign that words follow.
    Opening,
    /// A sign that follows words.
    Closing,
    /// A sign that may stand on either side.
    Other,
}

impl Side {
    fn of(letter: Option<char>) -> Self {
        match letter {
            None => Self::Blank,
            Some(letter) if letter.is_whitespace() => Self::Blank,
            Some(letter) if letter.is_alphanumeric() => Self::Letter,
            Some('¿' | '¡' | '«' | '“' | '‘' | '(' | '[' | '—' | '–' | '-') => Self::Opening,
            Some('.' | ',' | ';' | ':' | '!' | '?' | ')' | ']' | '»' | '”' | '’' | '…') => Self::Closing,
            Some(_) => Self::Other,
        }
    }
}

impl Mark {
    /// A number for each kind of mark: `*`, `**`, `_`, `__`.
    pub fn kind(&self) -> usize {
        usize::from(self.byte == b'_') * 2 + usize::from(self.is_double())
    }

    /// Whether it stands at the head of a line or a cell.
    pub fn begins_line(&self) -> bool {
        self.stands != Stands::Inside
    }

    /// Whether it is two characters.
    pub fn is_double(&self) -> bool {
        self.span.len() == 2
    }

    /// Whether blanks stand on both sides, or a blank before and a sign that follows words after it.
    pub fn is_isolated(&self) -> bool {
        self.before == Side::Blank && matches!(self.after, Side::Blank | Side::Closing)
    }

    /// Whether it stands as an opening mark does.
    pub fn is_opener(&self) -> bool {
        !matches!(self.after, Side::Blank | Side::Closing) && matches!(self.before, Side::Blank | Side::Opening)
    }

    /// Whether it touches text on both sides so that it neither opens nor closes: `:**texto`, `texto**«`.
    pub fn is_wrong_side(&self) -> bool {
        let is_closing = matches!(self.before, Side::Closing | Side::Other) && self.after == Side::Letter;
        let is_opening = self.before == Side::Letter && self.after == Side::Opening;
        self.byte == b'*' && (is_closing || is_opening)
    }

    /// Whether it may have been meant as an opening mark.
    pub fn may_open(&self) -> bool {
        self.is_isolated() || self.is_opener() || (self.is_wrong_side() && self.before == Side::Letter)
    }

    /// Whether it may have been meant as a closing mark.
    pub fn may_close(&self) -> bool {
        let is_closer = self.before != Side::Blank && !matches!(self.after, Side::Letter | Side::Opening);
        self.is_isolated() || is_closer || (self.is_wrong_side() && self.before != Side::Letter)
    }
}

/// The marks of a run that a reader sees and that may have been meant for emphasis, with the emphasis between them.
pub fn marks(inlines: &[Inline<'_>], text: &str) -> Vec<Item> {
    let is_marked = |inline: &Inline<'_>| match &inline.kind {
        InlineKind::Text(written) => memchr::memchr2(b'*', b'_', written.as_bytes()).is_some(),
        _ => false,
    };
    if !inlines.iter().flat_map(Inline::with_descendants).any(is_marked) {
        return Vec::new();
    }
    let end = inlines.last().map_or(0, |last| last.span.range().end);
    let start = inlines.first().map_or(0, |first| first.span.range().start);
    let is_cell = text.get(..start).is_some_and(|before| before.trim_end_matches(' ').ends_with('|'));
    let mut gatherer = Gatherer { text, run: start..end, is_cell, items: Vec::new() };
    gatherer.gather(inlines);
    gatherer.items
}

struct Gatherer<'a> {
    text: &'a str,
    run: std::ops::Range<usize>,
    /// Whether the run is a cell of a table.
    is_cell: bool,
    items: Vec<Item>,
}

impl Gatherer<'_> {
    /// Gathers from inlines, which nest at most as deep as the parser lets them.
    fn gather(&mut self, inlines: &[Inline<'_>]) {
        for inline in inlines {
            match &inline.kind {
                InlineKind::Text(_) => self.gather_text(inline.span),
                InlineKind::Emphasis(_) | InlineKind::Strong(_) => {
                    self.items.push(Item::Emphasis(inline.span));
                    self.gather(inline.children());
                }
                InlineKind::Strikethrough(_) | InlineKind::Link { automatic: false, .. } => {
                    self.gather(inline.children());
                }
                _ => {}
            }
        }
    }

    fn gather_text(&mut self, span: Span) {
        let bytes = self.text.as_bytes();
        let mut at = span.range().start;
        while let Some(offset) = bytes.get(at..span.range().end).and_then(|rest| memchr::memchr2(b'*', b'_', rest)) {
            let start = at + offset;
            let byte = bytes[start];
            let length = bytes[start..span.range().end].iter().take_while(|other| **other == byte).count();
            at = start + length;
            let is_escaped = start == span.range().start && bytes[..start].ends_with(b"\\");
            if length <= 2 && !is_escaped {
                let mark = self.mark(start, at, byte);
                self.items.extend(mark.map(Item::Mark));
            }
        }
    }

    /// Where a mark stands that follows this part of the run.
    fn stands(&self, before: &str) -> Stands {
        let line = before.trim_end_matches(' ');
        match line.as_bytes().last() {
            None if self.is_cell => Stands::CellHead,
            None | Some(b'\n' | b'\r') => Stands::LineHead,
            Some(_) => Stands::Inside,
        }
    }

    /// Reads a mark; `None` if it has another meaning.
    fn mark(&self, start: usize, end: usize, byte: u8) -> Option<Mark> {
        let before_text = self.text.get(self.run.start..start)?;
        let after_text = self.text.get(end..self.run.end)?;
        let (left, right) = (before_text.chars().next_back(), after_text.chars().next());
        let (before, after) = (Side::of(left), Side::of(right));
        let is_inside_word = before == Side::Letter && after == Side::Letter;
        let is_in_brackets = matches!(left, Some('(' | '[')) && matches!(right, Some(')' | ']'));
        let ending = after_text.strip_prefix('.').is_some_and(|rest| rest.starts_with(char::is_alphanumeric));
        let is_pattern =
            matches!(left, Some('/' | '\\' | '*' | '_')) || matches!(right, Some('/' | '*' | '_')) || ending;
        if is_inside_word || is_in_brackets || is_pattern || is_in_address(before_text, after_text) {
            return None;
        }
        let is_letter = |letter: &char| letter.is_alphabetic();
        let nearest = |letter: char| letter.is_numeric() || matches!(letter, ')' | '(');
        Some(Mark {
            span: Span::new(start..end),
            byte,
            stands: self.stands(before_text),
            is_before_letter: after_text
                .chars()
                .find(|letter| Side::of(Some(*letter)) != Side::Opening)
                .is_some_and(|it| is_letter(&it)),
            is_beside_number: before_text.trim_end().ends_with(nearest) || after_text.trim_start().starts_with(nearest),
            before,
            after,
        })
    }
}

/// Whether the word around a mark is an address.
fn is_in_address(before: &str, after: &str) -> bool {
    let mut first = before.len().saturating_sub(LONGEST_WORD);
    while !before.is_char_boundary(first) {
        first += 1;
    }
    let mut last = after.len().min(LONGEST_WORD);
    while !after.is_char_boundary(last) {
        last -= 1;
    }
    let left = before[first..].rsplit(char::is_whitespace).next().unwrap_or("");
    let right = after[..last].split(char::is_whitespace).next().unwrap_or("");
    [left, right].iter().any(|part| part.contains("://") || part.contains('@') || part.contains("www."))
}

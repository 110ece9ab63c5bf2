//! The text that a reader sees in a run of inlines, with the way back to the bytes it came from.

use super::{Inline, InlineKind, Span};
use std::borrow::Cow;
use std::ops::Range;
use unicode_normalization::char::{decompose_canonical, is_combining_mark};

/// Stands for a field in a [`BlockText`]: it belongs to no word and no sentence ends at it.
const FIELD: char = '\u{fffc}';

/// The visible text of a run of inlines, markup removed.
///
/// A soft break reads as a space, a hard one as a line feed, a field as U+FFFC. Footnote references, raw HTML, the
/// text of automatic links and what a redline shows as taken out are left out.
#[derive(Clone, Debug, Default)]
pub struct BlockText<'text> {
    /// Borrowed where it stands in the source as it is, as most paragraphs do that were not wrapped.
    text: Cow<'text, str>,
    /// Where it stands in the source, if it is borrowed from there.
    whole: Option<Span>,
    /// What it is made of, if it is not.
    pieces: Vec<Piece>,
}

#[derive(Clone, Copy, Debug)]
struct Piece {
    /// Offset in the visible text.
    start: usize,
    /// The bytes it came from.
    source: Span,
    /// Whether the bytes are the visible text, so that offsets can be carried over one by one.
    literal: bool,
}

impl<'text> BlockText<'text> {
    /// Reads the visible text of `inlines`, whose spans index `source`.
    #[must_use]
    pub fn new(inlines: &[Inline<'_>], source: &'text str) -> Self {
        let mut text = Self::default();
        text.read(inlines, source);
        text
    }

    /// The visible text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// From the first to the last byte that the range of visible text came from.
    #[must_use]
    pub fn span(&self, range: Range<usize>) -> Span {
        let start = self.source_of(range.start);
        let end = self.source_of(range.end.saturating_sub(1).max(range.start));
        Span { start: start.start, end: end.end.max(start.start) }
    }

    /// The bytes that one byte of the visible text came from.
    fn source_of(&self, offset: usize) -> Span {
        if let Some(whole) = self.whole {
            let start = whole.range().start + offset;
            return Span::new(start..start + 1);
        }
        let Some(piece) = self.pieces[..self.pieces.partition_point(|piece| piece.start <= offset)].last() else {
            return Span::default();
        };
        if !piece.literal {
            return piece.source;
        }
        let start = piece.source.range().start + (offset - piece.start);
        Span::new(start..start + 1)
    }

    fn read(&mut self, inlines: &[Inline<'_>], source: &'text str) {
        for inline in inlines {
            match &inline.kind {
                InlineKind::Text(text) => self.push(text, inline.span, source),
                InlineKind::Code(text) => self.push_code(text, inline.span, source),
                InlineKind::SoftBreak => self.push(" ", inline.span, source),
                InlineKind::HardBreak => self.push("\n", inline.span, source),
                InlineKind::Field(_) => self.push(FIELD.encode_utf8(&mut [0; 4]), inline.span, source),
                InlineKind::Link { automatic: true, .. } | InlineKind::FootnoteReference(_) | InlineKind::Html => {}
                _ if inline.is_deleted() => {}
                _ => self.read(inline.children(), source),
            }
        }
    }

    /// Adds the text of code, which stands in its span as it is, but for line ends that read as spaces, what a container
    /// puts before a line, and `\|` in a table: each run of letters and figures stands there whole, in order.
    fn push_code(&mut self, text: &str, span: Span, source: &'text str) {
        let end = span.range().end;
        let mut reached = span.range().start;
        if let Some(offset) = source.get(span.range()).and_then(|written| written.find(text)) {
            self.push(text, Span::new(reached + offset..reached + offset + text.len()), source);
            return;
        }
        let mut rest = text;
        while !rest.is_empty() {
            let written = source.get(reached..end).unwrap_or("");
            let gap = rest.find(char::is_alphanumeric).unwrap_or(rest.len());
            let run = rest[gap..].find(|character: char| !character.is_alphanumeric()).unwrap_or(rest.len() - gap);
            let (before, after) = (&rest[..gap], &rest[gap + run..]);
            let run = &rest[gap..gap + run];
            let start = written.find(run).filter(|_| !run.is_empty()).map_or(end, |offset| reached + offset);
            self.push(before, Span::new(reached..start), source);
            let stop = (start + run.len()).min(end);
            self.push(run, Span::new(start..stop), source);
            (reached, rest) = (stop, after);
        }
    }

    fn push(&mut self, text: &str, span: Span, source: &'text str) {
        if text.is_empty() {
            return;
        }
        let written = source.get(span.range()).filter(|written| *written == text);
        if let Some(written) = written.filter(|_| self.text.is_empty()) {
            (self.text, self.whole) = (Cow::Borrowed(written), Some(span));
            return;
        }
        if let Some(whole) = self.whole.take() {
            self.pieces.push(Piece { start: 0, source: whole, literal: true });
        }
        self.pieces.push(Piece { start: self.text.len(), source: span, literal: written.is_some() });
        self.text.to_mut().push_str(text);
    }
}

/// The text in lower case without the accents of Spanish: how words are compared where spelling varies.
#[must_use]
pub fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let mut rest = text;
    loop {
        let ascii = rest.bytes().take_while(u8::is_ascii).count();
        let (plain, others) = rest.split_at(ascii);
        let start = folded.len();
        folded.push_str(plain);
        folded[start..].make_ascii_lowercase();
        let mut characters = others.chars();
        let Some(character) = characters.next() else { return folded };
        match without_accent(character) {
            Some(letter) => folded.push(letter),
            // Marks are dropped, so that their order does not matter and each character is taken apart by itself.
            None => character.to_lowercase().for_each(|lower| {
                decompose_canonical(lower, |part| {
                    if !is_combining_mark(part) {
                        folded.push(part);
                    }
                });
            }),
        }
        rest = characters.as_str();
    }
}

/// The [`folded`] form of the letters outside ASCII that Spanish has, nearly all that there is to fold; `None` for others.
#[must_use]
pub const fn without_accent(character: char) -> Option<char> {
    Some(match character {
        'á' | 'Á' => 'a',
        'é' | 'É' => 'e',
        'í' | 'Í' => 'i',
        'ó' | 'Ó' => 'o',
        'ú' | 'Ú' | 'ü' | 'Ü' => 'u',
        'ñ' | 'Ñ' => 'n',
        _ => return None,
    })
}

/// The visible text of inlines on one line, without its place: for titles and names. A field reads as its name in
/// brackets.
#[must_use]
pub fn plain_text(inlines: &[Inline<'_>]) -> String {
    fn read(inlines: &[Inline<'_>], text: &mut String) {
        for inline in inlines {
            match &inline.kind {
                InlineKind::Text(part) | InlineKind::Code(part) => text.push_str(part),
                InlineKind::SoftBreak | InlineKind::HardBreak => text.push(' '),
                InlineKind::Field(name) => {
                    text.push('[');
                    text.push_str(name);
                    text.push(']');
                }
                InlineKind::FootnoteReference(_) | InlineKind::Html => {}
                _ if inline.is_deleted() => {}
                _ => read(inline.children(), text),
            }
        }
    }
    let mut text = String::new();
    read(inlines, &mut text);
    let trimmed = text.trim();
    if trimmed.len() == text.len() { text } else { trimmed.to_owned() }
}

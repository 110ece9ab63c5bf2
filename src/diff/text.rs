//! The text of tokens as a reader sees it.

use super::change::{Wording, Piece, State};
use crate::align::{PartKind, Token};
use crate::model::{BlockKind, DocumentPath, LineIndex, Slugger, plain_text};
use crate::parse;
use std::borrow::Cow;
use unicode_normalization::{UnicodeNormalization, is_nfc};

/// What may stand in the source of a word without being seen.
const MARKUP: [char; 9] = ['*', '_', '`', '&', '[', ']', '<', '~', '\\'];

/// A token as a reader sees it; where a link leads, where a cell ends and that there is a footnote is no text.
pub(super) fn seen<'a>(token: Token, source: &'a str) -> Cow<'a, str> {
    let written = source.get(token.span.range()).unwrap_or("");
    match token.kind() {
        PartKind::Target | PartKind::Cell | PartKind::Note => Cow::Borrowed(""),
        PartKind::Word | PartKind::Mark | PartKind::Stop if written.len() > 1 && written.contains(MARKUP) => {
            composed(Cow::Owned(decoded(written)))
        }
        PartKind::Word => composed(Cow::Borrowed(written)),
        _ => Cow::Owned(written.split_whitespace().collect::<Vec<_>>().join(" ")),
    }
}

fn composed(text: Cow<'_, str>) -> Cow<'_, str> {
    if is_nfc(&text) { text } else { Cow::Owned(text.nfc().collect()) }
}

/// The text of a fragment of Markdown without its markup.
fn decoded(written: &str) -> String {
    let Some(path) = DocumentPath::new("fragment.md") else { return written.to_owned() };
    let document = parse::document(path, written, Slugger::default());
    match document.preamble.as_slice() {
        [block] => match &block.kind {
            BlockKind::Paragraph { inlines, .. } => plain_text(inlines),
            _ => written.to_owned(),
        },
        _ => written.to_owned(),
    }
}

/// Whether a blank stands before a token, after the one before it.
fn follows_blank(before: Token, token: Token, source: &str) -> bool {
    let gap = source.get(before.span.range().end..token.span.range().start).unwrap_or("");
    gap.contains(char::is_whitespace) || gap.contains("&nbsp;") || gap.contains("&#160;")
}

/// The text of tokens in a row on one line, with a space before it where one stands between it and the token `before`.
pub(super) fn line(tokens: &[Token], before: Option<Token>, source: &str) -> String {
    let mut text = String::new();
    let mut last = before;
    let mut new_cell = false;
    for token in tokens {
        let seen = seen(*token, source);
        if seen.is_empty() {
            new_cell |= token.kind() == PartKind::Cell;
            continue;
        }
        if last.is_some_and(|last| new_cell || follows_blank(last, *token, source)) {
            text.push(' ');
        }
        text.push_str(&seen);
        (last, new_cell) = (Some(*token), false);
    }
    text
}

/// The wording of tokens in a row; `None` where nothing of them is seen.
pub(super) fn wording(tokens: &[Token], source: &str, lines: &LineIndex<'_>) -> Option<Wording> {
    let seen_tokens = || tokens.iter().filter(|token| !seen(**token, source).is_empty());
    let span = seen_tokens().map(|token| token.span).reduce(crate::model::Span::cover)?;
    let words = tokens.iter().filter(|token| token.kind() == PartKind::Word);
    Some(Wording {
        text: line(tokens, None, source),
        words: words.map(|token| seen(*token, source).into_owned()).collect(),
        span,
        start: lines.position(span.start),
        end: lines.position(span.end),
    })
}

/// Appends a piece, or lengthens the last one of the same state.
pub(super) fn push_piece(pieces: &mut Vec<Piece>, state: State, text: String) {
    if text.is_empty() {
        return;
    }
    match pieces.last_mut().filter(|last| last.state == state) {
        Some(last) => last.text.push_str(&text),
        None => pieces.push(Piece { state, text }),
    }
}

//! The text of tokens as a reader sees it.

use super::change::{Piece, State, Wording};
use crate::align::{PartKind, Token};
use crate::model::LineIndex;
use std::borrow::Cow;
use std::collections::HashMap;

/// The text of a document.
#[derive(Clone, Copy)]
pub(super) struct Source<'a> {
    pub(super) text: &'a str,
    /// The words that are not written as they read, by where they begin.
    pub(super) unlike: &'a HashMap<u32, String>,
}

/// A token as a reader sees it; where a link leads, where a cell ends and that there is a footnote is no text.
pub(super) fn seen(token: Token, source: Source<'_>) -> Cow<'_, str> {
    match token.kind() {
        PartKind::Target | PartKind::Cell | PartKind::Note => Cow::Borrowed(""),
        kind => {
            let written = source.text.get(token.span.range()).unwrap_or("");
            let is_text = matches!(kind, PartKind::Word | PartKind::Mark | PartKind::Stop | PartKind::Address);
            match source.unlike.get(&token.span.start).filter(|_| is_text) {
                Some(text) => Cow::Borrowed(text),
                None if is_text => Cow::Borrowed(written),
                None => Cow::Owned(written.split_whitespace().collect::<Vec<_>>().join(" ")),
            }
        }
    }
}

/// Whether a blank stands before a token, after the one before it.
fn follows_blank(before: Token, token: Token, source: Source<'_>) -> bool {
    let gap = source.text.get(before.span.range().end..token.span.range().start).unwrap_or("");
    gap.contains(char::is_whitespace) || gap.contains("&nbsp;") || gap.contains("&#160;")
}

/// The text of tokens in a row on one line, with a space before it where one stands between it and the token `before`.
pub(super) fn line(tokens: &[Token], before: Option<Token>, source: Source<'_>) -> String {
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
pub(super) fn wording(tokens: &[Token], source: Source<'_>, lines: &LineIndex<'_>) -> Option<Wording> {
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

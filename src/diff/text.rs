//! The text of tokens as a reader sees it.

use super::change::{Piece, State, Wording};
use crate::align::{PartKind, Source, Token};
use crate::model::LineIndex;

/// The text of tokens in a row on one line, with a space before it where one stands between it and the token `before`.
pub(super) fn line(tokens: &[Token], before: Option<Token>, source: Source<'_>) -> String {
    let mut text = String::new();
    let mut last = before;
    let mut new_cell = false;
    for token in tokens {
        let seen = source.seen(*token);
        if seen.is_empty() {
            new_cell |= token.kind() == PartKind::Cell;
            continue;
        }
        if last.is_some_and(|last| new_cell || source.follows_blank(last, *token)) {
            text.push(' ');
        }
        text.push_str(&seen);
        (last, new_cell) = (Some(*token), false);
    }
    text
}

/// The wording of tokens in a row; `None` where nothing of them is seen.
pub(super) fn wording(tokens: &[Token], source: Source<'_>, lines: &LineIndex<'_>) -> Option<Wording> {
    let seen_tokens = || tokens.iter().filter(|token| !source.seen(**token).is_empty());
    let span = seen_tokens().map(|token| token.span).reduce(crate::model::Span::cover)?;
    let words = tokens.iter().filter(|token| token.kind() == PartKind::Word);
    Some(Wording {
        text: line(tokens, None, source),
        words: words.map(|token| source.seen(*token).into_owned()).collect(),
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

//! Cuts the text of a block into runs of words that the same commit brought in.
//!
//! Only words have an origin. What stands between them, marks and other text, goes with the word that it touches, or else
//! with the one before it.

use super::Run;
use crate::align::{HtmlPiece, PartKind, Source, Token, html_pieces};
use crate::model::Span;

/// Reads the blocks of a document.
pub(super) struct Reader<'a> {
    pub(super) source: Source<'a>,
    /// The origins of the words of the block.
    pub(super) origins: &'a [usize],
}

impl Reader<'_> {
    /// The runs of each cell of a block that is a row of a table, else those of the block.
    pub(super) fn cells(&self, tokens: &[Token]) -> Vec<Vec<Run>> {
        let mut origins = self.origins.iter().copied();
        let cells = tokens.split(|token| token.kind() == PartKind::Cell);
        cells.map(|tokens| self.runs(tokens, &mut origins)).collect()
    }

    fn runs(&self, tokens: &[Token], origins: &mut impl Iterator<Item = usize>) -> Vec<Run> {
        let mut runs: Vec<Run> = Vec::new();
        // What waits for the word that it may touch.
        let mut before = String::new();
        let mut last: Option<Token> = None;
        for token in tokens {
            let seen = self.source.seen(*token);
            let is_tag = token.kind() == PartKind::Markup && seen.starts_with('<');
            if seen.is_empty() || is_tag {
                continue;
            }
            let blank = last.is_some_and(|last| self.source.follows_blank(last, *token));
            last = Some(*token);
            if token.kind() == PartKind::Word {
                if blank && let Some(run) = runs.last_mut() {
                    run.text.push_str(&std::mem::take(&mut before));
                }
                let origin = origins.next();
                if runs.last().is_none_or(|run| run.origin != origin) {
                    runs.push(Run { origin, ..Run::default() });
                }
                if let Some(run) = runs.last_mut() {
                    run.text.push_str(&std::mem::take(&mut before));
                    run.text.push_str(if blank { " " } else { "" });
                    run.text.push_str(&seen);
                    run.words += 1;
                }
                continue;
            }
            let text = if blank { format!(" {seen}") } else { seen.into_owned() };
            match runs.last_mut() {
                Some(run) if !blank && before.is_empty() => run.text.push_str(&text),
                _ => before.push_str(&text),
            }
        }
        match runs.last_mut() {
            Some(run) => run.text.push_str(&before),
            None if !before.is_empty() => runs.push(Run { text: before, ..Run::default() }),
            None => {}
        }
        runs
    }

    /// The text of raw HTML, whose words have no origin.
    pub(super) fn html(&self, span: Span) -> Vec<Run> {
        let source = self.source.text.get(span.range()).unwrap_or("");
        let (mut text, mut reached) = (String::new(), 0);
        for (range, piece) in html_pieces(source) {
            if piece == HtmlPiece::Text {
                text.push_str(if range.start > reached && !text.is_empty() { " " } else { "" });
                text.push_str(&source[range.clone()]);
                reached = range.end;
            }
        }
        if text.is_empty() { Vec::new() } else { vec![Run { text, ..Run::default() }] }
    }
}

//! Reads the tokens of a run of inlines: those of its visible text, and among them, by their places, those of its markup.

use super::{PartKind, Token, label_hash};
use crate::model::{BlockText, Inline, InlineKind, Span, TokenKind, for_each_token};
use std::collections::HashMap;

/// What stands for a field in visible text; a token of markup tells which field it is.
const FIELD: &str = "\u{fffc}";

/// Reads runs, keeping the room for their markup from one to the next.
#[derive(Default)]
pub(super) struct Inlines {
    /// The markup of the present run, in the order of the text.
    markup: Vec<Token>,
    /// The words that are not written as they read, by where they begin.
    pub(super) unlike: HashMap<u32, String>,
    /// The labels of all references to footnotes that were read.
    pub(super) references: Vec<u64>,
}

impl Inlines {
    pub(super) fn read(&mut self, inlines: &[Inline<'_>], source: &str, tokens: &mut Vec<Token>) {
        self.markup.clear();
        self.gather(inlines, source);
        let mut markup = std::mem::take(&mut self.markup);
        let mut rest = markup.drain(..).peekable();
        for_each_token(&BlockText::new(inlines, source), |kind, word| {
            while let Some(token) = rest.next_if(|token| token.span.start < word.span.start) {
                tokens.push(token);
            }
            let is_written_so = source.get(word.span.range()) == Some(&*word.text);
            if !is_written_so && word.text == FIELD {
                return;
            }
            let kind = match kind {
                TokenKind::Word => PartKind::Word,
                TokenKind::Address => PartKind::Address,
                TokenKind::Mark if matches!(word.text.as_ref(), "." | "?" | "!" | "…" | ":" | ";") => PartKind::Stop,
                TokenKind::Mark => PartKind::Mark,
            };
            if !is_written_so {
                self.unlike.insert(word.span.start, word.text.clone().into_owned());
            }
            tokens.push(Token::new(kind, word.text, word.span));
        });
        tokens.extend(rest);
        self.markup = markup;
    }

    fn gather(&mut self, inlines: &[Inline<'_>], source: &str) {
        for inline in inlines {
            match &inline.kind {
                // An address is one with or without its angle brackets.
                InlineKind::Link { automatic: true, .. } => {
                    let address = inline.children().iter().map(|child| child.span).reduce(Span::cover);
                    let written = address.map(|span| (source.get(span.range()).unwrap_or(""), span));
                    self.markup.extend(written.map(|(text, span)| Token::new(PartKind::Address, text, span)));
                }
                InlineKind::Link { target, title, .. } => {
                    self.gather(inline.children(), source);
                    self.markup.push(Token::new(PartKind::Target, ("link", target, title), closing(inline)));
                }
                InlineKind::Image { target, title, .. } => {
                    self.gather(inline.children(), source);
                    self.markup.push(Token::new(PartKind::Target, ("image", target, title), closing(inline)));
                }
                InlineKind::Strikethrough(_) => {
                    self.markup.push(Token::new(PartKind::Markup, "deletion", opening(inline)));
                    self.gather(inline.children(), source);
                    self.markup.push(Token::new(PartKind::Markup, "end of deletion", closing(inline)));
                }
                InlineKind::FootnoteReference(label) => {
                    self.references.push(label_hash(label));
                    self.markup.push(Token::new(PartKind::Note, (), inline.span));
                }
                InlineKind::Field(name) => {
                    self.markup.push(Token::new(PartKind::Markup, ("field", name), inline.span));
                }
                InlineKind::Html => {
                    let written: Vec<&str> =
                        source.get(inline.span.range()).map_or_else(Vec::new, |tag| tag.split_whitespace().collect());
                    self.markup.push(Token::new(PartKind::Markup, ("tag", written), inline.span));
                }
                InlineKind::Text(_) | InlineKind::Code(_) | InlineKind::SoftBreak | InlineKind::HardBreak => {}
                InlineKind::Emphasis(_) | InlineKind::Strong(_) | InlineKind::Revision { .. } => {
                    self.gather(inline.children(), source);
                }
            }
        }
    }
}

/// The markup that stands before the text of an inline: `~~`.
fn opening(inline: &Inline<'_>) -> Span {
    let end = inline.children().first().map_or(inline.span.end, |child| child.span.start);
    Span { start: inline.span.start, end: end.clamp(inline.span.start, inline.span.end) }
}

/// The markup that follows the text of an inline: `](target)`.
fn closing(inline: &Inline<'_>) -> Span {
    let start = inline.children().last().map_or(inline.span.start, |child| child.span.end);
    Span { start: start.clamp(inline.span.start, inline.span.end), end: inline.span.end }
}

//! Words, as they are counted and compared, and the marks between them.

mod cutter;

use super::{BlockText, Span};
use cutter::Cutter;
use std::borrow::Cow;
use std::ops::Range;
use unicode_normalization::char::is_combining_mark;
use unicode_normalization::{UnicodeNormalization, is_nfc};

/// A word in the sense of Unicode Standard Annex #29, in normalisation form NFC, letter case kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word<'text> {
    /// The word.
    pub text: Cow<'text, str>,
    /// From its first to its last byte; markup inside the word lies inside the span.
    pub span: Span,
}

/// What a token of visible text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TokenKind {
    /// A word, as [`words`] gives it.
    Word,
    /// A bare web address, to the next blank.
    Address,
    /// One punctuation mark, symbol or invisible character, with the marks that combine with it; never a blank.
    Mark,
}

/// The words of a block's text in order; those of bare web addresses are left out.
pub fn words<'text>(text: &'text BlockText<'_>) -> impl Iterator<Item = Word<'text>> {
    bare_words(text.as_str()).map(|(start, word)| {
        let span = text.span(start..start + word.len());
        Word { text: composed(word), span }
    })
}

/// The words of a text as they are written, each with its offset; those of bare web addresses are left out.
pub fn bare_words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut address_end = 0;
    Cutter::new(text).filter(move |(start, word)| {
        if *start < address_end {
            return false;
        }
        let address = address_at(text, *start, word);
        address_end = address.map_or(address_end, |length| start + length);
        address.is_none()
    })
}

/// Calls `visit` with each token of a block's text in order: what two texts are compared by. All that stands between two
/// tokens is blanks.
pub fn for_each_token(text: &BlockText<'_>, mut visit: impl FnMut(TokenKind, Word<'_>)) {
    let visible = text.as_str();
    let mut token = |kind, range: Range<usize>| {
        visit(kind, Word { text: composed(&visible[range.clone()]), span: text.span(range) });
    };
    let mut reached = 0;
    for (start, word) in Cutter::new(visible) {
        if start < reached {
            continue;
        }
        for_each_mark(&visible[reached..start], |mark| {
            token(TokenKind::Mark, reached + mark.start..reached + mark.end);
        });
        let address = address_at(visible, start, word);
        reached = start + address.unwrap_or(word.len());
        token(if address.is_some() { TokenKind::Address } else { TokenKind::Word }, start..reached);
    }
    for_each_mark(&visible[reached..], |mark| token(TokenKind::Mark, reached + mark.start..reached + mark.end));
}

/// The marks of a text without words.
fn for_each_mark(gap: &str, mut visit: impl FnMut(Range<usize>)) {
    let mut open: Option<Range<usize>> = None;
    for (start, character) in gap.char_indices() {
        let end = start + character.len_utf8();
        if let Some(mark) = open.as_mut().filter(|_| is_combining_mark(character)) {
            mark.end = end;
            continue;
        }
        if let Some(mark) = open.take() {
            visit(mark);
        }
        open = (!character.is_whitespace()).then_some(start..end);
    }
    if let Some(mark) = open {
        visit(mark);
    }
}

/// The length of the web address that begins with `word`, if one does.
fn address_at(visible: &str, start: usize, word: &str) -> Option<usize> {
    let is_address = matches!(word, "http" | "https") && visible[start + word.len()..].starts_with("://");
    let rest = &visible[start..];
    is_address.then(|| rest.find(char::is_whitespace).unwrap_or(rest.len()))
}

fn composed(text: &str) -> Cow<'_, str> {
    if text.is_ascii() || is_nfc(text) { Cow::Borrowed(text) } else { Cow::Owned(text.nfc().collect()) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Inline, InlineKind};
    use proptest::prelude::*;

    fn visible(text: &str) -> BlockText<'_> {
        let kind = InlineKind::Text(Cow::Borrowed(text));
        BlockText::new(&[Inline { span: Span::new(0..text.len()), kind }], text)
    }

    fn tokens(text: &str) -> Vec<(TokenKind, String, Span)> {
        let mut found = Vec::new();
        for_each_token(&visible(text), |kind, word| found.push((kind, word.text.into_owned(), word.span)));
        found
    }

    #[test]
    fn marks_stand_between_words_and_blanks_are_nothing() {
        let found = tokens("«Sí», 10 %:\u{a0}https://a.mx/b?c. Fin");
        let texts: Vec<(TokenKind, &str)> = found.iter().map(|(kind, text, _)| (*kind, text.as_str())).collect();
        let (word, mark) = (TokenKind::Word, TokenKind::Mark);
        let expected = [
            (mark, "«"),
            (word, "Sí"),
            (mark, "»"),
            (mark, ","),
            (word, "10"),
            (mark, "%"),
            (mark, ":"),
            (TokenKind::Address, "https://a.mx/b?c."),
            (word, "Fin"),
        ];
        assert_eq!(texts, expected);
    }

    #[test]
    fn a_mark_and_what_combines_with_it_are_one() {
        assert_eq!(tokens("a =\u{338} b")[1], (TokenKind::Mark, "≠".to_owned(), Span::new(2..5)));
    }

    proptest! {
        #[test]
        fn tokens_hold_every_word_and_leave_only_blanks(text in "\\PC{0,40}|[a-z .,:/«»\u{301}]{0,40}|(https?://|[a-z ,]){0,20}") {
            let found = tokens(&text);
            let read: Vec<(String, Span)> =
                words(&visible(&text)).map(|word| (word.text.into_owned(), word.span)).collect();
            let kept = found.iter().filter(|(kind, ..)| *kind == TokenKind::Word);
            prop_assert_eq!(kept.map(|(_, text, span)| (text.clone(), *span)).collect::<Vec<_>>(), read);
            let mut reached = 0;
            for (_, _, span) in &found {
                prop_assert!(text[reached..span.range().start].trim().is_empty());
                reached = span.range().end;
            }
            prop_assert!(text[reached..].trim().is_empty());
        }
    }
}

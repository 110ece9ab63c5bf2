//! Words, as they are counted and compared.

mod cutter;

use super::{BlockText, Span};
use cutter::Cutter;
use std::borrow::Cow;
use unicode_normalization::{UnicodeNormalization, is_nfc};

/// A word in the sense of Unicode Standard Annex #29, in normalisation form NFC, letter case kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word<'text> {
    /// The word.
    pub text: Cow<'text, str>,
    /// From its first to its last byte; markup inside the word lies inside the span.
    pub span: Span,
}

/// The words of a block's text in order; those of bare web addresses are left out.
pub fn words(text: &BlockText) -> impl Iterator<Item = Word<'_>> {
    bare_words(text.as_str()).map(|(start, word)| {
        let span = text.span(start..start + word.len());
        let text = if is_nfc(word) { Cow::Borrowed(word) } else { Cow::Owned(word.nfc().collect()) };
        Word { text, span }
    })
}

/// The words of a text as they are written, each with its offset; those of bare web addresses are left out.
pub fn bare_words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut address_end = 0;
    Cutter::new(text).filter(move |(start, word)| {
        if *start < address_end {
            return false;
        }
        if matches!(*word, "http" | "https") && text[start + word.len()..].starts_with("://") {
            let rest = &text[*start..];
            address_end = start + rest.find(char::is_whitespace).unwrap_or(rest.len());
            return false;
        }
        true
    })
}

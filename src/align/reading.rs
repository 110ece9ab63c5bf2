//! Tokens as a reader sees them.

use super::parts::{PartKind, Token};
use std::borrow::Cow;
use std::collections::HashMap;

/// The text that tokens stand in.
#[derive(Clone, Copy, Debug)]
pub struct Source<'a> {
    /// The text of the document.
    pub text: &'a str,
    /// The words that are not written as they read, by where they begin.
    pub unlike: &'a HashMap<u32, String>,
}

impl<'a> Source<'a> {
    /// A token as a reader sees it; where a link leads, where a cell ends and that there is a footnote is no text.
    #[must_use]
    pub fn seen(self, token: Token) -> Cow<'a, str> {
        match token.kind() {
            PartKind::Target | PartKind::Cell | PartKind::Note => Cow::Borrowed(""),
            kind => {
                let written = self.text.get(token.span.range()).unwrap_or("");
                let is_text = matches!(kind, PartKind::Word | PartKind::Mark | PartKind::Stop | PartKind::Address);
                match self.unlike.get(&token.span.start).filter(|_| is_text) {
                    Some(text) => Cow::Borrowed(text),
                    None if is_text => Cow::Borrowed(written),
                    None => Cow::Owned(written.split_whitespace().collect::<Vec<_>>().join(" ")),
                }
            }
        }
    }

    /// Whether a blank stands before a token, after the one before it.
    #[must_use]
    pub fn follows_blank(self, before: Token, token: Token) -> bool {
        let gap = self.text.get(before.span.range().end..token.span.range().start).unwrap_or("");
        gap.contains(char::is_whitespace) || gap.contains("&nbsp;") || gap.contains("&#160;")
    }
}

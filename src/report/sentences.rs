//! Sentences that several formats share.

use super::error::{causes, paint};
use super::{Linted, Voice};
use crate::error::Error;
use crate::messages::Catalogue;
use crate::model::{Finding, Message, Severity};
use anstyle::AnsiColor;

/// What is wrong and what to do about it, on one line.
pub(super) fn of_finding(finding: &Finding, words: &Catalogue) -> String {
    let hints = finding.hints.iter().map(|hint| words.text(hint));
    joined([words.text(&finding.message)].into_iter().chain(hints))
}

/// What went wrong, what lies beneath it and what to do next, on one line.
pub(super) fn of_error(error: &Error, words: &Catalogue) -> String {
    let hints = error.hints.iter().map(|hint| words.text(hint));
    joined([words.text(&error.message)].into_iter().chain(causes(error, words)).chain(hints))
}

/// Texts as sentences of one line: those that end without a mark get a full stop.
fn joined(texts: impl Iterator<Item = String>) -> String {
    let mut sentences = String::new();
    for text in texts {
        for word in text.split_whitespace() {
            sentences.push_str(if sentences.is_empty() { "" } else { " " });
            sentences.push_str(word);
        }
        if !sentences.is_empty() && !sentences.ends_with(['.', '?', '!', '…', ':']) {
            sentences.push('.');
        }
    }
    sentences
}

/// How many findings in how many documents.
pub(super) fn summary(linted: &[Linted<'_>], voice: Voice<'_>) -> String {
    let count = |severity| linted.iter().map(|linted| linted.outcome.count(severity)).sum::<usize>();
    let documents: usize = linted.iter().map(|linted| linted.outcome.documents).sum();
    let unread: usize = linted.iter().map(|linted| linted.outcome.unread.len()).sum();
    let errors = Message::new("error-summary-errors").with("count", count(Severity::Error));
    let warnings = Message::new("error-summary-warnings").with("count", count(Severity::Warning));
    let (id, color) = match (count(Severity::Error), count(Severity::Warning)) {
        (0, 0) => ("error-summary-none", AnsiColor::BrightGreen),
        (0, _) => ("error-summary-only-warnings", AnsiColor::Yellow),
        (_, 0) => ("error-summary-only-errors", AnsiColor::BrightRed),
        _ => ("error-summary-both", AnsiColor::BrightRed),
    };
    let found = Message::new(id)
        .with("errors", errors)
        .with("warnings", warnings)
        .with("documents", Message::new("error-summary-documents").with("count", documents));
    let mut sentences = Vec::new();
    // Nothing can be said of no document.
    if documents > 0 || unread == 0 {
        sentences.push(paint(voice, color, &voice.words.text(&found)));
    }
    if unread > 0 {
        let unread = voice.words.text(&Message::new("error-summary-unread").with("count", unread));
        sentences.push(paint(voice, AnsiColor::BrightRed, &unread));
    }
    sentences.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_become_sentences_on_one_line() {
        let texts = ["No existe «a.»", "¿Quiso\n  decir «b»?", "", "Revise la ruta."];
        assert_eq!(joined(texts.into_iter().map(str::to_owned)), "No existe «a.». ¿Quiso decir «b»? Revise la ruta.");
        assert_eq!(joined(std::iter::empty()), "");
    }
}

//! Text for people.

use super::error::{error, paint};
use super::places::Places;
use super::{Format, Linted, Voice, frame, rules};
use crate::model::{Message, Severity};
use anstyle::AnsiColor;

/// The format.
pub const FORMAT: Format = Format {
    name: "text",
    label: "error-format-text",
    lint,
    rules: Some(|voice| rules::list(voice).into_bytes()),
    explanation: Some(|rule, voice| rules::explanation(rule, voice).into_bytes()),
};

/// Room that a line's number and the rule beside it take.
const GUTTER: usize = 10;

/// The narrowest excerpt of a line that still says something.
const NARROWEST: usize = 30;

fn lint(linted: &[Linted<'_>], voice: Voice<'_>) -> Vec<u8> {
    let mut text = String::new();
    let width = voice.style.width.saturating_sub(GUTTER).max(NARROWEST);
    for Linted { policy, outcome } in linted {
        let places = Places::read(policy, &outcome.findings, width);
        for finding in &outcome.findings {
            text.push_str(&frame::finding(finding, policy, &places, voice));
            text.push_str("\n\n");
        }
        for unread in &outcome.unread {
            text.push_str(&error(unread, voice.words, voice.style));
            text.push('\n');
        }
    }
    text.push_str(&summary(linted, voice));
    text.push('\n');
    text.into_bytes()
}

/// The last line: how many findings in how many documents.
fn summary(linted: &[Linted<'_>], voice: Voice<'_>) -> String {
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

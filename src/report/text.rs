//! Text for people.

use super::error::error;
use super::places::Places;
use super::sentences::summary;
use super::{Format, Linted, Voice, frame, rules};

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
    for one in linted {
        let Linted { policy, outcome } = one;
        let places = Places::read(policy, &outcome.findings, width);
        for finding in &outcome.findings {
            text.push_str(&frame::finding(finding, policy, &places, voice));
            text.push_str("\n\n");
        }
        for unread in one.unread() {
            text.push_str(&error(unread, voice.words, voice.style));
            text.push('\n');
        }
    }
    text.push_str(&summary(linted, voice));
    text.push('\n');
    text.into_bytes()
}

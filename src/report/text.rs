//! Text for people.

use super::error::error;
use super::places::Places;
use super::sentences::summary;
use super::{Format, Linted, Voice, frame, register, rules};
use std::io::{self, Write};

/// The format.
pub const FORMAT: Format = Format {
    lint: Some(findings),
    norms: Some(register::text),
    rules: Some(|voice| rules::list(voice).into_bytes()),
    explanation: Some(|rule, voice| rules::explanation(rule, voice).into_bytes()),
    ..Format::new("text", "error-format-text")
};

/// Room that a line's number and the rule beside it take.
const GUTTER: usize = 10;

/// The narrowest excerpt of a line that still says something.
const NARROWEST: usize = 30;

/// Writes what linting found for people to read.
///
/// # Errors
/// If the output cannot be written to.
pub fn findings(linted: &[Linted<'_>], voice: Voice<'_>, output: &mut dyn Write) -> io::Result<()> {
    let width = voice.style.width.saturating_sub(GUTTER).max(NARROWEST);
    for one in linted {
        let Linted { policy, outcome } = one;
        for (places, findings) in Places::by_document(policy, &outcome.findings, width) {
            for finding in findings {
                write!(output, "{}\n\n", frame::finding(finding, policy, &places, voice))?;
            }
        }
        for unread in one.unread() {
            writeln!(output, "{}", error(unread, voice.words, voice.style))?;
        }
    }
    writeln!(output, "{}", summary(linted, voice))
}

//! A code quality report of GitLab: <https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format>.

use super::json::encode;
use super::places::Places;
use super::{Format, Linted, Voice, sentences};
use crate::error::Error;
use crate::messages::Catalogue;
use crate::model::{Finding, Fingerprint, Severity};
use serde::Serialize;

/// The format.
pub const FORMAT: Format = Format {
    lint: Some(|linted, voice, output| output.write_all(&lint(linted, voice))),
    ..Format::new("gitlab", "error-format-gitlab")
};

#[derive(Serialize)]
struct Entry {
    description: String,
    check_name: &'static str,
    fingerprint: Fingerprint,
    severity: &'static str,
    location: Location,
}

#[derive(Serialize)]
struct Location {
    path: String,
    lines: Lines,
}

/// Lines from 1. Where a place is not known, the first one stands for the file.
#[derive(Serialize)]
struct Lines {
    begin: u32,
    end: u32,
}

fn lint(linted: &[Linted<'_>], voice: Voice<'_>) -> Vec<u8> {
    let mut entries = Vec::new();
    for linted in linted {
        let places = Places::read(linted.policy, &linted.outcome.findings, 0);
        let findings = linted.outcome.findings.iter();
        entries.extend(findings.map(|finding| entry(finding, *linted, &places, voice.words)));
        entries.extend(linted.unread().map(|error| unread(error, voice.words)));
    }
    encode(&entries)
}

fn entry(finding: &Finding, linted: Linted<'_>, places: &Places, words: &Catalogue) -> Entry {
    let place = places.of(&finding.path, finding.span);
    Entry {
        description: sentences::of_finding(finding, words),
        check_name: finding.rule,
        fingerprint: finding.fingerprint,
        severity: match finding.severity {
            Severity::Error => "major",
            Severity::Warning => "minor",
        },
        location: Location {
            path: linted.policy.files.display(&finding.path),
            lines: place
                .map_or(Lines { begin: 1, end: 1 }, |place| Lines { begin: place.start.line, end: place.end.line }),
        },
    }
}

/// An entry for a document that could not be read. It is known by its path, as it has no text.
fn unread(error: &Error, words: &Catalogue) -> Entry {
    let path = error.place.as_ref().map(|place| place.file.clone()).unwrap_or_default();
    let line = error.place.as_ref().and_then(|place| place.position).map_or(1, |position| position.line);
    Entry {
        description: sentences::of_error(error, words),
        check_name: error.message.id,
        fingerprint: Fingerprint::of([error.message.id.as_bytes(), path.as_bytes()]),
        severity: "blocker",
        location: Location { path, lines: Lines { begin: line, end: line } },
    }
}

//! What a reader would call changed: before and after, with the ideal answer written first, in Spanish and in English.
//!
//! The cases stand in `tests/fixtures/changes`. Each begins with `=== ` and its name, has its old files after `--- ` and
//! their paths, its new files after `+++ `, and after `???` one line for each change that must be told, and no other:
//! class, event, unit, and the edits, `[-taken out-]`, `{+put in+}`, or both for a replacement.

#![allow(clippy::unwrap_used, reason = "a test that cannot read its cases fails")]

#[path = "support/cases.rs"]
mod support;

use gaceta::diff::{Change, compare};
use std::fmt::Write as _;
use support::{cases, policy};

fn told(change: &Change) -> String {
    let mut told = format!("{} {} {}", change.class.name(), change.event.name(), change.unit.name());
    for edit in &change.edits {
        told.push(' ');
        if let Some(old) = &edit.old {
            let _ = write!(told, "[-{}-]", old.text);
        }
        if let Some(new) = &edit.new {
            let _ = write!(told, "{{+{}+}}", new.text);
        }
    }
    told
}

/// The cases whose answer is another one, each with what is missing and what is too much.
fn wrong(text: &str) -> Vec<String> {
    let cases = cases(text);
    assert!(cases.len() >= 40);
    let mut wrong = Vec::new();
    for case in cases {
        let mut found: Vec<String> =
            compare(&policy(&case.old), &policy(&case.new), &[]).changes.iter().map(told).collect();
        let mut expected = case.expected.clone();
        found.sort_unstable();
        expected.sort_unstable();
        if found != expected {
            wrong.push(format!("{}\n  expected {expected:#?}\n  found {found:#?}", case.name));
        }
    }
    wrong
}

#[test]
fn changes_in_spanish_are_told_as_a_reader_would() {
    let wrong = wrong(include_str!("fixtures/changes/es.txt"));
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn changes_in_english_are_told_as_a_reader_would() {
    let wrong = wrong(include_str!("fixtures/changes/en.txt"));
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn changes_that_were_meant_to_mislead_are_told_as_a_reader_would() {
    let wrong = wrong(include_str!("fixtures/changes/misleading.txt"));
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn further_changes_are_told_as_a_reader_would() {
    let wrong = wrong(include_str!("fixtures/changes/further.txt"));
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

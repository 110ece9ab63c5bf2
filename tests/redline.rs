//! Holds a text with both versions in it against the two: without what was taken out it reads as the new version, what was
//! taken out is all there, what is marked as put in was put in, and every change has a place. Over the cases of
//! `tests/fixtures/changes`, and over random texts that are edited at random.

#![allow(clippy::unwrap_used, reason = "a test that cannot read its cases fails")]

#[path = "support/cases.rs"]
mod support;

use gaceta::diff::{Change, Comparison, Unit, compare};
use gaceta::model::{BlockText, Document, Inline, InlineKind, RevisionMark, bare_words};
use gaceta::policy::Policy;
use gaceta::redline::{merged, shown};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use support::{cases, policy};

/// What a reader sees of a document, a line each run, white space as single spaces.
fn visible(document: &Document<'_>) -> String {
    let mut lines = Vec::new();
    document.for_each_run(|run| {
        let text = BlockText::new(run, document.text);
        lines.push(text.as_str().split_whitespace().collect::<Vec<_>>().join(" "));
    });
    lines.retain(|line| !line.is_empty());
    lines.join("\n")
}

/// The words in the marks of a kind.
fn marked_words(document: &Document<'_>, wanted: RevisionMark) -> Vec<String> {
    let mut words = Vec::new();
    document.for_each_run(|run| {
        for inline in run.iter().flat_map(Inline::with_descendants) {
            match &inline.kind {
                InlineKind::Revision { mark, inlines, .. } if *mark == wanted => {
                    let text = inlines.iter().map(plain).collect::<String>();
                    words.extend(bare_words(&text).map(|(_, word)| word.to_owned()));
                }
                _ => {}
            }
        }
    });
    words.sort_unstable();
    words
}

/// All text of an inline, whatever its marks.
fn plain(inline: &Inline<'_>) -> String {
    match &inline.kind {
        InlineKind::Text(text) | InlineKind::Code(text) => text.to_string(),
        InlineKind::SoftBreak | InlineKind::HardBreak => " ".to_owned(),
        _ => inline.children().iter().map(plain).collect(),
    }
}

fn is_shown(change: &Change) -> bool {
    !matches!(change.unit, Unit::Html | Unit::Rule | Unit::Metadata | Unit::Document)
}

fn removed_words(comparison: &Comparison) -> Vec<String> {
    let edits = comparison.changes.iter().filter(|change| is_shown(change)).flat_map(|change| &change.edits);
    let olds = edits.filter_map(|edit| edit.old.as_ref());
    let words = olds.flat_map(|old| bare_words(&old.text).map(|(_, word)| word.to_owned()));
    let mut words: Vec<String> = words.collect();
    words.sort_unstable();
    words
}

/// What is wrong with the text that has both versions of a case in it.
fn wrong(old: &Policy, new: &Policy) -> Vec<String> {
    let comparison = compare(old, new, &[]);
    let texts: Vec<(_, String)> = new.paths.iter().map(|path| (path, new.text(path).unwrap())).collect();
    let documents = || texts.iter().map(|(path, text)| new.parse(path, text)).collect::<Vec<_>>();
    let merged = merged(documents(), &comparison);
    let mut wrong = Vec::new();
    for (plain, marked) in documents().iter().zip(&merged) {
        if visible(plain) != visible(marked) {
            wrong.push(format!("{}: {:?} reads {:?}", plain.path, visible(plain), visible(marked)));
        }
    }
    let mut deleted: Vec<String> =
        merged.iter().flat_map(|document| marked_words(document, RevisionMark::Deleted)).collect();
    deleted.sort_unstable();
    if deleted != removed_words(&comparison) {
        wrong.push(format!("{:?} was taken out and {deleted:?} is shown", removed_words(&comparison)));
    }
    let all: BTreeSet<usize> = (0..comparison.changes.len()).collect();
    let shown: BTreeSet<usize> = merged.iter().flat_map(shown).collect();
    if shown != all {
        let missing = all.difference(&shown).map(|number| &comparison.changes[*number]);
        wrong.push(format!("without a place: {:?}", missing.collect::<Vec<_>>()));
    }
    wrong
}

fn wrong_cases(text: &str) -> Vec<String> {
    let wrong_case = |case: support::Case| {
        let wrong = wrong(&policy(&case.old), &policy(&case.new));
        wrong.into_iter().map(move |told| format!("{}: {told}", case.name))
    };
    cases(text).into_iter().flat_map(wrong_case).collect()
}

#[test]
fn cases_in_spanish_have_both_versions_in_one() {
    assert_eq!(wrong_cases(include_str!("fixtures/changes/es.txt")), Vec::<String>::new());
}

#[test]
fn cases_in_english_have_both_versions_in_one() {
    assert_eq!(wrong_cases(include_str!("fixtures/changes/en.txt")), Vec::<String>::new());
}

/// What random texts are made of.
const PIECES: [&str; 44] = [
    "# ",
    "## ",
    "\n",
    "\n\n",
    "\n\n",
    "- ",
    "1. ",
    "> ",
    "| ",
    " |\n",
    "| - | - |\n",
    "**",
    "~~",
    "[",
    "](x.md)",
    "[^1]",
    "[^1]: ",
    "`",
    "```\n",
    "{{ a }}",
    "<br>",
    "<!-- x -->",
    "---\n",
    "uno ",
    "dos ",
    "tres ",
    "cuatro ",
    "cinco ",
    "seis ",
    "año ",
    "an\u{303}o ",
    ", ",
    ". ",
    "; ",
    "\r\n",
    "&amp;",
    "{#id}",
    "- [x] ",
    "Término\n: ",
    "https://a.mx ",
    "\\",
    "  ",
    "Artículo 1. ",
    "III. ",
];

fn pieces() -> impl Strategy<Value = Vec<&'static str>> {
    prop::collection::vec(prop::sample::select(&PIECES[..]), 0..50)
}

/// A text and what becomes of it: some of its pieces taken out, others put in, and parts of it put elsewhere.
fn edited() -> impl Strategy<Value = (String, String)> {
    let edit = (0..3_usize, 0..50_usize, prop::sample::select(&PIECES[..]), 0..8_usize);
    (pieces(), prop::collection::vec(edit, 0..8)).prop_map(|(old, edits)| {
        let mut new = old.clone();
        for (kind, place, piece, length) in edits {
            let place = place.min(new.len());
            let end = (place + length).min(new.len());
            match kind {
                0 => drop(new.drain(place..end)),
                1 => new.insert(place, piece),
                _ => {
                    let moved: Vec<&str> = new.drain(place..end).collect();
                    new.extend(moved);
                }
            }
        }
        (old.concat(), new.concat())
    })
}

fn single(text: &str) -> BTreeMap<String, String> {
    BTreeMap::from([("a.md".to_owned(), text.to_owned())])
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn random_edits_have_both_versions_in_one((old, new) in edited()) {
        prop_assert_eq!(wrong(&policy(&single(&old)), &policy(&single(&new))), Vec::<String>::new());
    }

    #[test]
    fn unrelated_texts_have_both_versions_in_one(old in pieces(), new in pieces()) {
        prop_assert_eq!(wrong(&policy(&single(&old.concat())), &policy(&single(&new.concat()))), Vec::<String>::new());
    }
}

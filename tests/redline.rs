//! Holds a text with both versions in it against the two: without what was taken out it reads as the new version, what was
//! taken out is all there, what is marked as put in was put in, and every change has a place. Over the cases of
//! `tests/fixtures/changes`, and over random texts that are edited at random.

#![allow(clippy::unwrap_used, reason = "a test that cannot read its cases fails")]

#[path = "support/cases.rs"]
mod support;

use gaceta::diff::{Change, Comparison, Unit, compare};
use gaceta::edition::{REDLINE_FORMATS, RedlineFormat, RedlineRequest, build_redline};
use gaceta::messages::{Catalogue, Locale};
use gaceta::model::{BlockText, Document, Inline, InlineKind, RevisionMark, bare_words, percent_decode};
use gaceta::policy::{IndexedPolicy, Policy};
use gaceta::redline::{merged, shown};
use gaceta::report::{Compared, VersionName, story};
use proptest::prelude::*;
use scraper::{Html, Selector};
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

/// What is wrong with what is drawn of two texts.
fn wrongly_drawn(old: &str, new: &str, format: &RedlineFormat) -> Vec<String> {
    let (old, new) = (policy(&single(old)), policy(&single(new)));
    let comparison = compare(&old, &new, &[]);
    let words = Catalogue::of(Locale::Spanish);
    let names = VersionName { name: Some("<v>".to_owned()), commit: None };
    let compared = Compared { comparison: &comparison, old: &names, new: &names, names: &[], next: None, made: None };
    let story = story(compared, (None, None), words);
    let policy = IndexedPolicy::from(new);
    let request = RedlineRequest { policy: &policy, comparison: &comparison, story, words, date: None };
    let written = build_redline(format, request).unwrap();
    let broken = written.findings.iter().filter(|finding| finding.rule == "pdf-standard");
    let mut wrong: Vec<String> = broken.map(|finding| format!("{:?}", finding.message)).collect();
    if format.is_text {
        wrong.extend(wrong_page(std::str::from_utf8(&written.bytes).unwrap(), comparison.changes.len()));
    }
    wrong
}

/// What is wrong with a page of changes.
fn wrong_page(page: &str, changes: usize) -> Vec<String> {
    let page = Html::parse_document(page);
    let select = |selector: &str| page.select(&Selector::parse(selector).unwrap()).collect::<Vec<_>>();
    let mut wrong: Vec<String> = page.errors.iter().map(ToString::to_string).collect();
    let ids: Vec<&str> = select("[id]").iter().filter_map(|element| element.value().id()).collect();
    if ids.iter().collect::<BTreeSet<_>>().len() != ids.len() {
        wrong.push(format!("an identifier is given twice: {ids:?}"));
    }
    for link in select("a[href^='#']") {
        let target = link.value().attr("href").unwrap().trim_start_matches('#');
        if !ids.contains(&percent_decode(target).unwrap().as_str()) {
            wrong.push(format!("{target} is nowhere"));
        }
    }
    if select(".changes li > a").len() != changes {
        wrong.push("the list is short".to_owned());
    }
    if select("del del, a a").len() + select("script").len() != 1 {
        wrong.push("marks or links in each other, or a script".to_owned());
    }
    wrong
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

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn random_edits_make_a_sound_page((old, new) in edited()) {
        prop_assert_eq!(wrongly_drawn(&old, &new, &REDLINE_FORMATS[0]), Vec::<String>::new());
    }
}

#[cfg(feature = "pdf")]
proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn random_edits_keep_the_standards_of_the_pdf((old, new) in edited()) {
        prop_assert_eq!(wrongly_drawn(&old, &new, &REDLINE_FORMATS[1]), Vec::<String>::new());
    }
}

//! What holds of the comparison of any two versions: the changes applied to the old text give the new text's words.
//!
//! With `GACETA_CORPUS` set to a folder of repositories, it is held of each two neighbouring tags of theirs too.

#![allow(clippy::unwrap_used, reason = "a test that cannot read its texts fails")]

use gaceta::diff::{Comparison, Edit, Event, Wording, compare};
use gaceta::model::{BlockText, DocumentPath, Span, words};
use gaceta::policy::Policy;
use gaceta::repo::{Memory, Repository};
use proptest::prelude::*;
use std::collections::BTreeMap;

type Files = BTreeMap<String, String>;

fn policy(files: &Files) -> Policy {
    Policy::open(Box::new(Memory::new(files.iter().map(|(path, text)| (path, text.as_bytes()))).unwrap())).unwrap()
}

/// The words of a policy's documents with their places; those of code are none.
fn all_words(policy: &Policy) -> Vec<(DocumentPath, Span, String)> {
    let mut found = Vec::new();
    for path in &policy.paths {
        let Ok(text) = policy.text(path) else { continue };
        policy.parse(path, &text).for_each_run(|run| {
            let block = BlockText::new(run, &text);
            found.extend(words(&block).map(|word| (path.clone(), word.span, word.text.into_owned())));
        });
    }
    found
}

/// How often each word stands in some words.
fn counted<'a>(words: impl Iterator<Item = &'a str>) -> BTreeMap<&'a str, i64> {
    let mut counts = BTreeMap::new();
    words.for_each(|word| *counts.entry(word).or_default() += 1);
    counts
}

/// What is wrong with a comparison: words that are in the new text and not told, or told and not there.
fn contradiction(old: &Policy, new: &Policy, comparison: &Comparison) -> Option<String> {
    let (before, after) = (all_words(old), all_words(new));
    let edits = || comparison.changes.iter().flat_map(|change| &change.edits);
    let side = |pick: fn(&Edit) -> Option<&Wording>| edits().filter_map(pick).flat_map(|wording| &wording.words);
    let mut counts = counted(before.iter().map(|(_, _, word)| word.as_str()));
    side(|edit| edit.old.as_ref()).for_each(|word| *counts.entry(word).or_default() -= 1);
    side(|edit| edit.new.as_ref()).for_each(|word| *counts.entry(word).or_default() += 1);
    for (_, _, word) in &after {
        *counts.entry(word).or_default() -= 1;
    }
    counts.retain(|_, count| *count != 0);
    if !counts.is_empty() {
        return Some(format!("{counts:?}"));
    }
    // Where nothing changed its place, what is left of both is the same text.
    let is_elsewhere = |event: Event| matches!(event, Event::Moved | Event::Split | Event::Merged | Event::Renamed);
    // Where the text of a footnote stands is nobody's business.
    let has_notes =
        |policy: &Policy| policy.paths.iter().any(|path| policy.text(path).is_ok_and(|text| text.contains("]:")));
    let is_moved = comparison.changes.iter().any(|change| is_elsewhere(change.event));
    if is_moved || has_notes(old) || has_notes(new) {
        return None;
    }
    let kept = |words: &[(DocumentPath, Span, String)], pick: fn(&Edit) -> Option<&Wording>, is_new: bool| {
        let mut told: BTreeMap<DocumentPath, Vec<Span>> = BTreeMap::new();
        for change in &comparison.changes {
            let Some(place) = (if is_new { &change.new } else { &change.old }) else { continue };
            told.entry(place.path.clone())
                .or_default()
                .extend(change.edits.iter().filter_map(pick).map(|wording| wording.span));
        }
        let is_told = |path: &DocumentPath, span: Span| {
            told.get(path).is_some_and(|spans| spans.iter().any(|own| own.contains(span)))
        };
        let left = words.iter().filter(|(path, span, _)| !is_told(path, *span));
        left.map(|(_, _, word)| word.clone()).collect::<Vec<_>>()
    };
    let (left, right) = (kept(&before, |edit| edit.old.as_ref(), false), kept(&after, |edit| edit.new.as_ref(), true));
    let at = left.iter().zip(&right).position(|(one, other)| one != other);
    (left != right).then(|| format!("other order at {at:?}"))
}

const PIECES: &[&str] = &[
    "# Uno\n\n",
    "## Dos {#dos}\n\n",
    "\n\n",
    "- ",
    "1. ",
    "> ",
    "| a | b |\n| - | - |\n| uno | dos |\n\n",
    "**",
    "[",
    "](x.md)",
    "[^1]",
    "[^1]: nota\n\n",
    "`codigo`",
    "La Secretaría deberá publicar los datos. ",
    "Se podrá prorrogar diez días. ",
    "uno dos tres cuatro cinco. ",
    "palabra ",
    "otra ",
    "año ",
    "an\u{303}o ",
    ", ",
    ". ",
    "&amp; ",
    "re**al**ce ",
    "2026-01-02 ",
    "---\ntitle: a\n---\n",
    "<br>",
    "<!-- x -->",
    "```\nlinea\n```\n\n",
    "{{ campo }} ",
    "III. ",
    "a) ",
    "\\* ",
    "https://a.mx/b ",
];

fn text() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(PIECES), 0..40).prop_map(|pieces| pieces.concat())
}

/// A text and another one that some pieces were put into, taken out of, or moved in.
fn edited() -> impl Strategy<Value = (String, String)> {
    let pieces = prop::collection::vec(prop::sample::select(PIECES), 1..50);
    let edits = prop::collection::vec((any::<prop::sample::Index>(), 0..3_u8, prop::sample::select(PIECES)), 0..6);
    (pieces, edits).prop_map(|(old, edits)| {
        let mut new = old.clone();
        for (place, what, piece) in edits {
            let at = place.index(new.len().max(1)).min(new.len());
            match what {
                0 => new.insert(at, piece),
                1 if !new.is_empty() => drop(new.remove(at)),
                _ if !new.is_empty() => {
                    let moved = new.remove(at);
                    new.push(moved);
                }
                _ => {}
            }
        }
        (old.concat(), new.concat())
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn changes_make_the_new_words_of_the_old((old, new) in prop_oneof![edited(), (text(), text())]) {
        let files = |text: &String| Files::from([("a.md".to_owned(), text.clone())]);
        let (old, new) = (policy(&files(&old)), policy(&files(&new)));
        let wrong = contradiction(&old, &new, &compare(&old, &new, &[]));
        prop_assert_eq!(wrong, None);
    }

    #[test]
    fn nothing_changed_in_the_same_text(text in text()) {
        let files = Files::from([("a.md".to_owned(), text.clone())]);
        // A file of another name beside it makes both sets differ, so that the text is really compared.
        let mut other = files.clone();
        other.insert("a.md".to_owned(), format!("{text} "));
        let comparison = compare(&policy(&files), &policy(&other), &[]);
        let is_seen = !text.ends_with(['`', '\\', '-', '>']);
        prop_assert!(comparison.changes.is_empty() || !is_seen, "{:?}", comparison.changes);
    }
}

#[test]
fn changes_between_real_releases_make_the_new_words_of_the_old() {
    let Some(corpus) = std::env::var_os("GACETA_CORPUS") else { return };
    let mut compared = 0;
    for folder in std::fs::read_dir(corpus).unwrap() {
        let folder = folder.unwrap().path();
        let Ok(repository) = Repository::discover(&folder) else { continue };
        let Ok(mut releases) = repository.releases("HEAD", &gaceta::model::is_release_name) else { continue };
        releases.reverse();
        for pair in releases.windows(2) {
            let open = |tag: &str| Policy::open(Box::new(repository.files(tag, &folder).unwrap()));
            let (Ok(old), Ok(new)) = (open(&pair[0].tag), open(&pair[1].tag)) else { continue };
            let comparison = compare(&old, &new, &[]);
            if let Some(wrong) = contradiction(&old, &new, &comparison) {
                panic!("{}: {} → {}: {wrong}", folder.display(), pair[0].tag, pair[1].tag);
            }
            compared += 1;
        }
    }
    assert!(compared > 0, "no repository of the corpus has releases");
}

//! Histories of a few commits, and who wrote each word at their end.

use super::*;
use crate::error::Error;
use crate::model::Message;
use std::collections::BTreeMap;

/// The documents of a commit, and its parents.
struct Step<'a>(&'a [usize], &'a [(&'a str, &'a str)]);

fn content(text: &str) -> [u8; 20] {
    use sha2::{Digest, Sha256};
    Sha256::digest(text.as_bytes())[..20].try_into().unwrap()
}

/// The words of a document after the last step, each with the number of the step that it came from: `uno/0 dos/1`.
fn told(steps: &[Step<'_>], path: &str) -> String {
    let trees: Vec<BTreeMap<&str, &str>> = steps.iter().map(|step| step.1.iter().copied().collect()).collect();
    let nothing = BTreeMap::new();
    let difference = |before: &BTreeMap<&str, &str>, after: &BTreeMap<&str, &str>| {
        let mut changes: BTreeMap<String, Option<[u8; 20]>> =
            before.keys().filter(|path| !after.contains_key(*path)).map(|path| ((*path).to_owned(), None)).collect();
        for (path, text) in after.iter().filter(|(path, text)| before.get(*path) != Some(*text)) {
            changes.insert((*path).to_owned(), Some(content(text)));
        }
        changes.into_iter().collect::<Vec<_>>()
    };
    let changes: Vec<Vec<Vec<_>>> = steps
        .iter()
        .zip(&trees)
        .map(|(step, tree)| match step.0 {
            [] => vec![difference(&nothing, tree)],
            parents => parents.iter().map(|parent| difference(&trees[*parent], tree)).collect(),
        })
        .collect();
    let texts: BTreeMap<[u8; 20], &str> =
        trees.iter().flat_map(BTreeMap::values).map(|text| (content(text), *text)).collect();
    let read = |id: [u8; 20], path: &str| {
        let text = texts.get(&id).filter(|text| !text.contains("ABSENT"));
        text.map(|text| text.as_bytes().to_vec())
            .ok_or_else(|| Error::input(Message::new("repo-object-missing")).at(path, None))
    };
    let commits = steps
        .iter()
        .zip(&changes)
        .map(|(step, changes)| HistoryCommit { parents: step.0, changes, is_ignored: false })
        .collect();
    let history = History { commits, read: &read, counts: &|_| true };
    let provenance = follow(&history, Provenance::default(), &mut |_| {});
    let text = trees.last().unwrap()[path];
    let origins = provenance.at(steps.len() - 1).document(path, text).unwrap();
    let word =
        |(origin, span): (&u32, &Range<u32>)| format!("{}/{origin}", &text[span.start as usize..span.end as usize]);
    origins.origins.iter().zip(&origins.spans).map(word).collect::<Vec<_>>().join(" ")
}

const FIRST: &str =
    "La dependencia publicará sus datos cada mes. Los datos llevarán una licencia libre de restricciones.";

#[test]
fn an_edited_word_is_the_editors_and_the_rest_stays() {
    let edited = FIRST.replace("cada mes", "cada\nsemana");
    let told = told(&[Step(&[], &[("a.md", FIRST)]), Step(&[0], &[("a.md", &edited)])], "a.md");
    assert_eq!(
        told,
        "La/0 dependencia/0 publicará/0 sus/0 datos/0 cada/0 semana/1 Los/0 datos/0 llevarán/0 una/0 licencia/0 libre/0 \
         de/0 restricciones/0"
    );
}

#[test]
fn what_moves_to_another_document_keeps_its_origin() {
    let steps = [
        Step(&[], &[("a.md", FIRST)]),
        Step(
            &[0],
            &[
                ("a.md", ""),
                (
                    "b.md",
                    "Otro texto sin nada que ver.\n\nLa dependencia publicará sus datos cada mes.\n\nLos datos llevarán una licencia libre de restricciones.",
                ),
            ],
        ),
    ];
    let told = told(&steps, "b.md");
    assert_eq!(
        told,
        "Otro/1 texto/1 sin/1 nada/1 que/1 ver/1 La/0 dependencia/0 publicará/0 sus/0 datos/0 cada/0 mes/0 Los/0 datos/0 \
         llevarán/0 una/0 licencia/0 libre/0 de/0 restricciones/0"
    );
}

#[test]
fn what_is_brought_back_keeps_its_origin_and_a_copy_is_the_copiers() {
    let text = "# Uno\n\nLa dependencia publicará sus datos abiertos cada mes sin falta alguna.\n";
    let steps = [
        Step(&[], &[("a.md", text)]),
        Step(&[0], &[("a.md", "# Uno\n")]),
        Step(&[1], &[("a.md", text)]),
        Step(&[2], &[("a.md", text), ("b.md", text)]),
    ];
    assert!(told(&steps, "a.md").split(' ').all(|word| word.ends_with("/0")));
    assert!(told(&steps, "b.md").split(' ').all(|word| word.ends_with("/3")));
}

#[test]
fn a_merge_has_each_word_from_the_parent_in_which_it_stands() {
    let left = FIRST.replace("cada mes", "cada semana");
    let right = FIRST.replace("licencia libre", "licencia abierta");
    let merged = left.replace("licencia libre", "licencia abierta");
    let steps = [
        Step(&[], &[("a.md", FIRST)]),
        Step(&[0], &[("a.md", &left)]),
        Step(&[0], &[("a.md", &right)]),
        Step(&[1, 2], &[("a.md", &merged)]),
    ];
    let told = told(&steps, "a.md");
    assert!(told.contains("semana/1") && told.contains("abierta/2"), "{told}");
    assert!(!told.contains("/3"), "{told}");
}

#[test]
fn what_cannot_be_read_changes_nothing() {
    let steps = [
        Step(&[], &[("a.md", "Uno dos tres.")]),
        Step(&[0], &[("a.md", "ABSENT")]),
        Step(&[1], &[("a.md", "Uno dos tres cuatro.")]),
    ];
    assert_eq!(told(&steps, "a.md"), "Uno/0 dos/0 tres/0 cuatro/2");
}

#[test]
fn what_moved_whole_is_found_before_what_was_copied_of_it() {
    let one = "La dependencia publicará sus datos abiertos cada mes sin falta alguna.";
    let two = "Los datos llevarán siempre una licencia libre de toda clase de restricciones.";
    let other = "Este documento ya estaba aquí antes y nada tiene que ver con el primero.";
    let (whole, joined) = (format!("{one}\n\n{two}\n"), format!("{other}\n\n{one}\n\n{two}\n"));
    let copied = format!("{other}\n\n{one}\n");
    let steps = [
        Step(&[], &[("b.md", other), ("c.md", other), ("d.md", &whole)]),
        Step(&[0], &[("b.md", &copied), ("c.md", &joined)]),
    ];
    assert!(told(&steps, "c.md").split(' ').all(|word| word.ends_with("/0")), "moved to c.md");
    assert!(told(&steps, "b.md").ends_with("alguna/1"), "copied to b.md");
}

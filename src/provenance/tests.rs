//! Histories of a few commits, and who wrote each word at their end.

use super::documents::Documents;
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

/// Follows a history, and asks what becomes of it.
fn with_history<Told>(steps: &[Step<'_>], ask: impl FnOnce(History<'_>, Provenance) -> Told) -> Told {
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
    let history = History { commits, read: &read };
    let provenance = follow(&history, Provenance::default(), &mut |_| {});
    ask(history, provenance)
}

/// The words of a document after the last step, each with the number of the step that it came from: `uno/0 dos/1`.
fn told(steps: &[Step<'_>], path: &str) -> String {
    let text = steps.last().unwrap().1.iter().find(|(own, _)| *own == path).unwrap().1;
    let origins = with_history(steps, |_, provenance| provenance.at(steps.len() - 1).document(path, text).unwrap());
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

/// Asks for the makers of what a history says at its end; its first commits, as many as `before`, are not looked at.
fn asked<Told>(steps: &[Step<'_>], before: usize, ask: impl FnOnce(&mut Asker<'_>) -> Told) -> Told {
    with_history(steps, |History { commits, read, .. }, provenance| {
        let before = (0..commits.len()).map(|commit| commit < before).collect();
        let documents = Documents::new(commits, Box::new(read));
        ask(&mut Wordings::new(documents, &provenance, before).ask())
    })
}

/// The last commit that changed the words of a sentence of a document, as it stands at the end or in the work tree.
fn last(steps: &[Step<'_>], path: &str, text: &str, sentence: &str) -> String {
    let page = Page::new(path.to_owned(), text.to_owned());
    let part = page.find(sentence, &(0..text.len())).unwrap();
    shown(&asked(steps, 0, |asker| asker.last(&page, &part)))
}

fn shown(makers: &Makers) -> String {
    let mut told: Vec<String> = makers.commits.iter().map(ToString::to_string).collect();
    told.extend(makers.is_uncommitted.then(|| "uncommitted".to_owned()));
    told.join(" ")
}

/// The makers of the difference between a document at one step and at the end: of what was put in, and of what was taken out.
fn made(steps: &[Step<'_>], old: (&str, &str, &str), new: (&str, &str, &str), before: usize) -> (String, String) {
    let page = |(path, text, _): (&str, &str, &str)| Page::new(path.to_owned(), text.to_owned());
    let (was, now) = (page(old), page(new));
    let part = |page: &Page, words: &str| page.find(words, &(0..page.text().len()));
    asked(steps, before, |asker| {
        let inserted = part(&now, new.2).map(|part| asker.inserted(&now, Some(&was), &part));
        let removed = part(&was, old.2).map(|part| asker.removed(&was, Some(&now), &part));
        (
            inserted.map_or_else(String::new, |makers| shown(&makers)),
            removed.map_or_else(String::new, |makers| shown(&makers)),
        )
    })
}

#[test]
fn the_last_change_of_a_sentence_is_no_move_and_no_other_form() {
    let sentence = "La dependencia publicará sus datos cada semana.";
    let edited = FIRST.replace("cada mes", "cada semana");
    let wrapped = edited.replace("publicará sus", "*publicará*\nsus");
    let other = "Otro texto sin nada que ver.";
    let joined = format!("{other}\n\n> {wrapped}\n");
    let steps = [
        Step(&[], &[("a.md", FIRST)]),
        Step(&[0], &[("a.md", &edited)]),
        Step(&[1], &[("b.md", &wrapped), ("c.md", other)]),
        Step(&[2], &[("c.md", &joined)]),
    ];
    assert_eq!(last(&steps, "c.md", &joined, sentence), "1");
    assert_eq!(last(&steps, "c.md", &joined, other), "2");
    let now = joined.replace("semana", "quincena");
    assert_eq!(last(&steps, "c.md", &now, "publicará sus datos cada quincena"), "uncommitted");
    assert_eq!(last(&steps, "d.md", FIRST, FIRST), "uncommitted");
}

#[test]
fn a_revert_is_the_last_change_and_a_merge_is_none() {
    let edited = FIRST.replace("cada mes", "cada semana");
    let side = FIRST.replace("licencia libre", "licencia abierta");
    let merged = side.replace("cada mes", "cada semana");
    let reverted = side.clone();
    let steps = [
        Step(&[], &[("a.md", FIRST)]),
        Step(&[0], &[("a.md", &edited)]),
        Step(&[0], &[("a.md", &side)]),
        Step(&[1, 2], &[("a.md", &merged)]),
        Step(&[3], &[("a.md", &reverted)]),
    ];
    assert_eq!(last(&steps[..4], "a.md", &merged, "Los datos llevarán una licencia abierta de restricciones"), "2");
    assert_eq!(last(&steps, "a.md", &reverted, "La dependencia publicará sus datos cada mes"), "4");
    assert_eq!(last(&steps, "a.md", &reverted, "Los datos llevarán una licencia abierta de restricciones"), "2");
}

#[test]
fn what_is_gone_was_taken_out_by_whoever_did_wherever_the_branch_began() {
    let other = "Otro texto sin nada que ver.";
    let edited = FIRST.replace("cada mes", "cada semana");
    let short = "La dependencia publicará sus datos cada mes.";
    let renamed = format!("{short}\n\nPunto final.\n");
    let steps = [
        Step(&[], &[("c.md", other)]),
        Step(&[0], &[("a.md", FIRST), ("c.md", other)]),
        // A branch that began before the text was there, and one on which it was taken out.
        Step(&[0], &[("c.md", "Otro texto con algo que ver.")]),
        Step(&[1], &[("a.md", short), ("c.md", other)]),
        Step(&[1], &[("a.md", &edited), ("c.md", other)]),
        Step(&[2, 3], &[("a.md", short), ("c.md", "Otro texto con algo que ver.")]),
        Step(&[5], &[("b.md", &renamed), ("c.md", "Otro texto con algo que ver.")]),
    ];
    let old = ("a.md", FIRST, "Los datos llevarán una licencia libre de restricciones");
    assert_eq!(made(&steps, old, ("b.md", &renamed, "Punto final"), 2), ("6".to_owned(), "3".to_owned()));
    let still = ("a.md", FIRST, "cada mes");
    let now = renamed.replace("cada mes", "cada lunes");
    assert_eq!(made(&steps, still, ("b.md", &now, "lunes"), 2), ("uncommitted".to_owned(), "uncommitted".to_owned()));
}

#[test]
fn what_was_brought_back_or_moved_is_whoever_did_so() {
    let (one, two, three) = ("Uno de los textos que hay.", "Dos de los textos que hay.", "Tres de los textos que hay.");
    let text = |parts: &[&str]| parts.join("\n\n") + "\n";
    let (whole, without, moved) = (text(&[one, two, three]), text(&[one, three]), text(&[one, three, two]));
    let steps = [
        Step(&[], &[("a.md", &whole)]),
        Step(&[0], &[("a.md", &without)]),
        Step(&[1], &[("a.md", &whole)]),
        Step(&[2], &[("a.md", &moved)]),
        Step(&[3], &[("a.md", &moved), ("b.md", one)]),
    ];
    let back = made(&steps[..3], ("a.md", &without, ""), ("a.md", &whole, two), 2);
    assert_eq!(back.0, "2");
    let (was, now) = (Page::new("a.md".to_owned(), whole.clone()), Page::new("a.md".to_owned(), moved.clone()));
    let part = now.find(two, &(0..moved.len())).unwrap();
    let (placed, came, went) =
        asked(&steps, 3, |asker| (asker.placed(&now, Some(&was), &part), asker.came("b.md"), asker.went("b.md")));
    assert_eq!((shown(&placed).as_str(), shown(&came).as_str(), shown(&went).as_str()), ("3", "4", "uncommitted"));
}

#[test]
fn a_merge_has_each_word_from_the_side_that_wrote_it() {
    let base = "El ayuntamiento debe publicar cada año un informe completo y entregarlo al congreso.";
    let (left, right) = (base.replace("al congreso", "al congreso local"), base.replace("cada año", "cada trimestre"));
    let both = left.replace("cada año", "cada trimestre");
    let steps = [
        Step(&[], &[("a.md", base)]),
        Step(&[0], &[("a.md", &left)]),
        Step(&[0], &[("a.md", &right)]),
        Step(&[1, 2], &[("a.md", &both)]),
    ];
    let told = told(&steps, "a.md");
    assert!(told.contains("cada/0 trimestre/2 un/0") && told.ends_with("congreso/0 local/1"), "{told}");
    // What whoever resolves a conflict writes is theirs.
    let (left, right) = (base.replace("año", "mes"), base.replace("año", "trimestre detallado"));
    let resolved = base.replace("año", "mes o trimestre detallado");
    let steps = [
        Step(&[], &[("a.md", base)]),
        Step(&[0], &[("a.md", &left)]),
        Step(&[0], &[("a.md", &right)]),
        Step(&[1, 2], &[("a.md", &resolved)]),
    ];
    let told = self::told(&steps, "a.md");
    assert!(told.contains("cada/0 mes/1 o/3 trimestre/2 detallado/2 un/0"), "{told}");
}

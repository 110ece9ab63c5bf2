//! That the simulated histories, by which the crediting of words is judged, are what they say.

#![allow(clippy::unwrap_used, reason = "a test that cannot make a history fails")]

#[path = "support/histories/mod.rs"]
mod histories;
#[path = "support/mod.rs"]
mod support;

use git2::{BlameOptions, Oid};
use histories::{History, Kind, reading, simulate};
use std::collections::BTreeSet;

const SEEDS: std::ops::Range<u64> = 0..2;

fn text(history: &History, path: &str) -> String {
    std::fs::read_to_string(history.repo.path(path)).unwrap()
}

#[test]
fn every_kind_is_what_it_says() {
    for kind in Kind::ALL {
        for seed in SEEDS {
            let history = simulate(kind, seed, &[]);
            let name = format!("{kind:?}:{seed}");
            has_the_words_of_its_files(&name, &history);
            has_every_word_from_a_commit_that_holds_it(&name, &history);
            is_long_and_by_several_authors(&name, &history);
        }
    }
}

fn has_the_words_of_its_files(name: &str, history: &History) {
    let git = history.repo.git();
    let mut files = BTreeSet::new();
    let tree = git.head().unwrap().peel_to_tree().unwrap();
    tree.walk(git2::TreeWalkMode::PreOrder, |folder, entry| {
        if entry.kind() == Some(git2::ObjectType::Blob) {
            files.insert(format!("{folder}{}", entry.name().unwrap()));
        }
        git2::TreeWalkResult::Ok
    })
    .unwrap();
    assert_eq!(files, history.truth.keys().cloned().collect(), "{name}");
    for (path, words) in &history.truth {
        let text = text(history, path);
        let read: Vec<&str> = reading::words(&text).into_iter().map(|(_, word)| word).collect();
        let truth: Vec<&str> = words.iter().map(|word| word.word.as_str()).collect();
        assert_eq!(read, truth, "{name}, {path}\n{text}");
    }
}

fn has_every_word_from_a_commit_that_holds_it(name: &str, history: &History) {
    let git = history.repo.git();
    let head = git.head().unwrap().target().unwrap();
    let mut seen = BTreeSet::new();
    for word in history.truth.values().flatten() {
        if seen.insert((word.commit, word.word.as_str())) {
            let within = word.commit == head || git.graph_descendant_of(head, word.commit).unwrap();
            assert!(within, "{name}: {} is not before the end", word.commit);
            let author = git.find_commit(word.commit).unwrap().author().name().unwrap().to_owned();
            assert_eq!(author, word.author, "{name}");
            let holds = texts(git, word.commit).iter().any(|text| text.contains(word.word.as_str()));
            assert!(holds, "{name}: {} lacks {}", word.commit, word.word);
        }
    }
}

/// The files of a commit.
fn texts(git: &git2::Repository, commit: Oid) -> Vec<String> {
    let mut texts = Vec::new();
    let tree = git.find_commit(commit).unwrap().tree().unwrap();
    tree.walk(git2::TreeWalkMode::PreOrder, |_, entry| {
        if let Ok(blob) = git.find_blob(entry.id()) {
            texts.push(String::from_utf8(blob.content().to_vec()).unwrap());
        }
        git2::TreeWalkResult::Ok
    })
    .unwrap();
    texts
}

#[test]
fn the_same_seed_gives_the_same_history_and_another_another() {
    for kind in [Kind::Merge, Kind::Mixed] {
        let [one, again, other] = [5, 5, 6].map(|seed| simulate(kind, seed, &[]));
        assert_eq!(one.repo.head(), again.repo.head());
        assert!(one.truth == again.truth);
        assert_ne!(one.repo.head(), other.repo.head());
    }
}

fn is_long_and_by_several_authors(name: &str, history: &History) {
    let authors: BTreeSet<_> = history.truth.values().flatten().map(|word| &word.author).collect();
    let commits: BTreeSet<_> = history.truth.values().flatten().map(|word| word.commit).collect();
    let words = history.truth.values().flatten().count();
    assert!((25..=66).contains(&history.people.len()), "{name}: {} commits", history.people.len());
    assert!(authors.len() > 2 && commits.len() > 8, "{name}: {}, {}", authors.len(), commits.len());
    assert!((500..20_000).contains(&words), "{name}: {words} words");
}

#[test]
fn what_many_write_is_each_writers() {
    let common = [["bajo", "licencia", "libre"], ["free", "to", "use"]];
    let written = (0..6).map(|seed| {
        let history = simulate(Kind::Boilerplate, seed, &[]);
        let mut commits = BTreeSet::new();
        for words in history.truth.values().flat_map(|words| words.windows(3)) {
            let is = |common: &&[&str; 3]| common.iter().zip(words).all(|(common, word)| *common == word.word);
            commits.extend(common.iter().find(is).map(|_| words[2].commit));
        }
        commits.len()
    });
    let written: Vec<usize> = written.collect();
    assert!(written.iter().filter(|commits| **commits > 1).count() > 2, "{written:?}");
}

#[test]
fn merges_keep_both_sides_and_bring_words_of_their_own() {
    let (mut count, mut words) = (0, 0);
    for seed in 0..3 {
        let history = simulate(Kind::Merge, seed, &[]);
        let git = history.repo.git();
        let two = |id: &Oid| git.find_commit(*id).unwrap().parent_count() == 2;
        let merged: BTreeSet<Oid> = history.people.keys().copied().filter(two).collect();
        words += history.truth.values().flatten().filter(|word| merged.contains(&word.commit)).count();
        for merge in &merged {
            let sides = git.find_commit(*merge).unwrap().parent_ids().collect::<Vec<_>>();
            let base = git.merge_base(sides[0], sides[1]).unwrap();
            assert!(!sides.contains(&base), "{seed}: {merge} has one side only");
        }
        count += merged.len();
    }
    assert!(count > 5 && words > 0, "{count}, {words}");
}

#[test]
fn texts_that_are_given_are_used() {
    let base = include_str!("../policy/es/05-infraestructura-y-capacidades.md");
    let plain = base.split_whitespace().collect::<Vec<_>>().join(" ");
    let history = simulate(Kind::Edit, 1, &[base]);
    for (path, words) in &history.truth {
        let text = text(&history, path);
        let read: Vec<&str> = reading::words(&text).into_iter().map(|(_, word)| word).collect();
        assert!(read.into_iter().eq(words.iter().map(|word| word.word.as_str())), "{path}");
    }
    let runs = history.truth.values().flat_map(|words| words.windows(4));
    let runs = runs.map(|run| run.iter().map(|word| word.word.as_str()).collect::<Vec<_>>().join(" "));
    let found = runs.filter(|run| plain.contains(run)).count();
    assert!(found > 30, "{found}");
}

#[test]
fn lines_tell_less_than_words() {
    let shares = [Kind::Edit, Kind::Rewrap, Kind::MoveAcrossFiles].map(|kind| {
        let (mut right, mut all) = (0_u32, 0_u32);
        for history in SEEDS.map(|seed| simulate(kind, seed, &[])) {
            for (path, truth) in &history.truth {
                let text = text(&history, path);
                let blame = history
                    .repo
                    .git()
                    .blame_file(path.as_ref(), Some(BlameOptions::new().track_copies_same_file(true)));
                let blame = blame.unwrap();
                for ((at, _), word) in reading::words(&text).into_iter().zip(truth) {
                    let line = 1 + text[..at].matches('\n').count();
                    let given = blame.get_line(line).unwrap().final_commit_id();
                    right += u32::from(given == word.commit);
                    all += 1;
                }
            }
        }
        100 * right / all
    });
    assert!(shares.iter().all(|share| (2..90).contains(share)), "{shares:?}");
    assert!(shares[1] + 20 < shares[0] && shares[2] + 20 < shares[0], "{shares:?}");
}

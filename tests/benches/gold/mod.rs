//! Words of real documents whose origin was found out by reading the history, before the program was first run on them.
//!
//! `origins.tsv` names for each the repository, its revision, the document, the place of the word among the document's words
//! from 0, the word, the commit that it is from, and how certain that is. The words were drawn by a seeded sample from the
//! text of the Standard for Public Code, of GitHub's site policy and of Mozilla's legal documents, at least half of them from
//! paragraphs that were edited, moved or wrapped anew, or from documents that were renamed. Words in raw HTML, which are no
//! words of the text, were left out.

use crate::answers::{Answer, gaceta};
use std::collections::BTreeMap;
use std::path::Path;

const ORIGINS: &str = include_str!("origins.tsv");

/// A word, and where it is from.
struct Labelled<'a> {
    repository: &'a str,
    revision: &'a str,
    path: &'a str,
    place: usize,
    word: &'a str,
    origin: &'a str,
}

/// Prints for each repository that the folder `GACETA_CORPUS` has how many words are credited to their commit, and which are
/// not.
pub fn measure() {
    let Some(corpus) = std::env::var_os("GACETA_CORPUS") else { return };
    let labelled: Vec<Labelled<'_>> = ORIGINS.lines().skip(1).map(Labelled::read).collect();
    let mut answers: BTreeMap<&str, Answer> = BTreeMap::new();
    let mut scores: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for word in &labelled {
        let folder = Path::new(&corpus).join(word.repository.rsplit('/').next().unwrap());
        if !folder.exists() {
            continue;
        }
        let answer = answers.entry(word.repository).or_insert_with(|| gaceta(&folder, word.revision).unwrap());
        let given = answer.get(word.path).and_then(|words| words.get(word.place));
        let score = scores.entry(word.repository).or_default();
        score.0 += 1;
        match given {
            Some(given) if given.word == word.word && given.commit == word.origin => score.1 += 1,
            _ => println!(
                "{} {}: word {} “{}” is from {}, not from {}",
                word.repository,
                word.path,
                word.place,
                word.word,
                word.origin,
                given.map_or("nowhere", |given| &given.commit)
            ),
        }
    }
    for (repository, (words, right)) in scores {
        println!("{repository}: {right} of {words} words to their commit");
    }
}

impl<'a> Labelled<'a> {
    fn read(line: &'a str) -> Self {
        let cells: Vec<&str> = line.split('\t').collect();
        let [repository, revision, path, place, word, origin, _] = cells[..] else {
            panic!("a line of origins: {line}")
        };
        Self { repository, revision, path, place: place.parse().unwrap(), word, origin }
    }
}

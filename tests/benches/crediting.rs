//! How many words are credited to the author and to the commit that they are from, by `gaceta tally --provenance` and,
//! as its peer, by `git blame -w -C -C -C`, in simulated histories of which that is known.
//!
//! ```text
//! cargo bench --bench crediting
//! GACETA_SEEDS=3 cargo bench --bench crediting
//! GACETA_SHOW=mixed:7 cargo bench --bench crediting
//! ```
//!
//! With `GACETA_CORPUS`, a folder of git repositories, words of real ones are asked for too (`gold`).
//!
//! Of each kind so many histories are made as `GACETA_SEEDS` says, or 12. `GACETA_SHOW` prints what gaceta credits
//! wrongly in one of them, or what the answerer named behind another colon does, and leaves the repository in a folder
//! that it names.

#![allow(clippy::print_stdout, reason = "a benchmark prints its figures")]
#![allow(clippy::unwrap_used, reason = "a benchmark that cannot run stops")]

#[path = "answers/mod.rs"]
mod answers;
#[path = "gold/mod.rs"]
mod gold;
#[path = "../support/histories/mod.rs"]
mod histories;
#[path = "../support/mod.rs"]
mod support;

use answers::{Answer, Answerer, Given};
use histories::{History, Kind, TrueWord, simulate};
use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

/// Histories of a kind, if nobody says how many.
const SEEDS: u64 = 12;

/// Words around what is wrong that are shown.
const AROUND: usize = 8;

/// Digits of a commit that tell it from others.
const DIGITS: usize = 7;

fn main() {
    if let Ok(asked) = std::env::var("GACETA_SHOW") {
        return show(&asked);
    }
    let seeds =
        std::env::var("GACETA_SEEDS").ok().map_or(SEEDS, |seeds| seeds.parse().expect("GACETA_SEEDS: a number"));
    println!("{:<18}{:<11}{:>9}{:>10}{:>10}   worst", "kind", "answerer", "words", "author %", "commit %");
    let mut totals: BTreeMap<&str, Score> = BTreeMap::new();
    let mut problems = BTreeMap::new();
    for kind in Kind::ALL {
        let mut measured: Vec<(Answerer, u64, Score)> = Vec::new();
        for seed in 0..seeds {
            let history = simulate(kind, seed, &[]);
            for answerer in Answerer::ALL {
                // No answer is a wrong one, unless there never is any.
                let answer = answerer.answer(&history).unwrap_or_else(|problem| {
                    problems.insert(answerer.name(), problem);
                    Answer::new()
                });
                measured.push((answerer, seed, Score::of(&history, &answer)));
            }
        }
        for answerer in Answerer::ALL {
            let own: Vec<_> = measured.iter().filter(|(other, ..)| *other == answerer).collect();
            if own.iter().all(|(.., score)| score.strange >= score.words) {
                continue;
            }
            let Some((_, seed, worst)) = own.iter().min_by(|one, other| one.2.commits().total_cmp(&other.2.commits()))
            else {
                continue;
            };
            let total = own.iter().fold(Score::default(), |total, (.., score)| total.with(*score));
            line(kind.name(), answerer, total, &format!("seed {seed}: {:.1}", worst.commits()));
            let all = totals.entry(answerer.name()).or_default();
            *all = all.with(total);
        }
    }
    for answerer in Answerer::ALL {
        if let Some(total) = totals.get(answerer.name()) {
            line("overall", answerer, *total, "");
        }
    }
    for (name, problem) in problems {
        println!("{name} did not always answer: {problem}");
    }
    gold::measure();
}

fn line(kind: &str, answerer: Answerer, score: Score, worst: &str) {
    let (name, authors, commits) = (answerer.name(), score.authors(), score.commits());
    println!("{kind:<18}{name:<11}{:>9}{authors:>10.2}{commits:>10.2}   {worst}", score.words);
    if score.strange > 0 {
        println!("{:<18}{} words of the answer are not those of the documents", "", score.strange);
    }
}

/// How many words were rightly credited.
#[derive(Clone, Copy, Default)]
struct Score {
    words: u32,
    /// To the author, if perhaps to another commit.
    author: u32,
    commit: u32,
    /// Where the answer has another word, none, or one too many.
    strange: u32,
}

impl Score {
    fn of(history: &History, answer: &Answer) -> Self {
        let mut score = Self::default();
        for (path, truth) in &history.truth {
            let given = answer.get(path).map_or(&[][..], Vec::as_slice);
            for (at, word) in truth.iter().enumerate() {
                let given = given.get(at).filter(|given| given.word == word.word);
                score.words += 1;
                score.strange += u32::from(given.is_none());
                score.commit += u32::from(given.is_some_and(|given| is_right(word, given)));
                score.author += u32::from(given.is_some_and(|given| author(history, given) == Some(&word.author)));
            }
            score.strange += u32::try_from(given.len().saturating_sub(truth.len())).unwrap();
        }
        score
    }

    fn with(self, other: Self) -> Self {
        Self {
            words: self.words + other.words,
            author: self.author + other.author,
            commit: self.commit + other.commit,
            strange: self.strange + other.strange,
        }
    }

    fn authors(self) -> f64 {
        100.0 * f64::from(self.author) / f64::from(self.words.max(1))
    }

    fn commits(self) -> f64 {
        100.0 * f64::from(self.commit) / f64::from(self.words.max(1))
    }
}

fn is_right(word: &TrueWord, given: &Given) -> bool {
    given.commit.len() >= DIGITS && word.commit.to_string().starts_with(&given.commit)
}

/// The author of the commit that is given.
fn author<'a>(history: &'a History, given: &Given) -> Option<&'a String> {
    let long = given.commit.len() >= DIGITS;
    let mut commits = history.people.iter().filter(|(id, _)| long && id.to_string().starts_with(&given.commit));
    commits.next().map(|(_, author)| author)
}

/// Prints the words of a history that are wrongly credited: `KIND:SEED` or `KIND:SEED:ANSWERER`.
fn show(asked: &str) {
    let parts: Vec<&str> = asked.split(':').collect();
    let kind = Kind::ALL.into_iter().find(|kind| parts.first() == Some(&kind.name()));
    let seed = parts.get(1).and_then(|seed| seed.parse().ok());
    let name = parts.get(2).copied().unwrap_or(Answerer::Gaceta.name());
    let answerer = Answerer::ALL.into_iter().find(|answerer| answerer.name() == name);
    let (Some(kind), Some(seed), Some(answerer)) = (kind, seed, answerer) else {
        let (kinds, names) = (Kind::ALL.map(Kind::name).join(", "), Answerer::ALL.map(Answerer::name).join(", "));
        return println!(
            "{asked}: not KIND:SEED or KIND:SEED:ANSWERER, of the kinds {kinds} and the answerers {names}"
        );
    };
    let history = simulate(kind, seed, &[]);
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("crediting/{}-{seed}", kind.name()));
    let _ = std::fs::remove_dir_all(&folder);
    let cloned = Command::new("git").args(["clone", "--quiet"]).arg(history.repo.root()).arg(&folder).status();
    assert!(cloned.unwrap().success(), "the history cannot be left in {}", folder.display());
    println!("{} {seed}, in {}", kind.name(), folder.display());
    match answerer.answer(&history) {
        Ok(answer) => {
            for (path, truth) in &history.truth {
                tell(&history, path, truth, answer.get(path).map_or(&[], Vec::as_slice));
            }
            line(kind.name(), answerer, Score::of(&history, &answer), "");
        }
        Err(problem) => println!("{name} does not answer: {problem}"),
    }
}

/// Prints each run of words that are given from one wrong commit, between brackets, with the words around.
fn tell(history: &History, path: &str, truth: &[TrueWord], given: &[Given]) {
    let commit_given = |at: usize| {
        let given = given.get(at).filter(|given| given.word == truth[at].word);
        given.map_or("no such word", |given| given.commit.as_str())
    };
    let wrong =
        |at: usize| !given.get(at).is_some_and(|given| given.word == truth[at].word && is_right(&truth[at], given));
    let text =
        |from: usize, to: usize| truth[from..to].iter().map(|word| word.word.as_str()).collect::<Vec<_>>().join(" ");
    let mut at = 0;
    while at < truth.len() {
        let same = |other: &usize| {
            wrong(*other) && truth[*other].commit == truth[at].commit && commit_given(*other) == commit_given(at)
        };
        let end = at + (at..truth.len()).take_while(same).count();
        if end > at {
            let (before, after) = (text(at.saturating_sub(AROUND), at), text(end, truth.len().min(end + AROUND)));
            println!("\n{path}, word {}: {before} [{}] {after}", at + 1, text(at, end));
            println!("   true:  {}", described(history, &truth[at].commit.to_string()));
            println!("   given: {}", described(history, commit_given(at)));
        }
        at = end.max(at + 1);
    }
}

/// A commit with its author and its message.
fn described(history: &History, commit: &str) -> String {
    let git = history.repo.git();
    let found = git.revparse_single(commit).ok().and_then(|object| object.peel_to_commit().ok());
    found.map_or_else(
        || commit.to_owned(),
        |found| {
            let author = found.author();
            format!("{:.7} {}: {}", found.id(), author.name().unwrap_or_default(), found.message().unwrap_or_default())
        },
    )
}

//! Who says what about the words of a history: the truth itself, git, and gaceta.

#![allow(clippy::unwrap_used, reason = "a benchmark that cannot run stops")]

use crate::histories::{History, reading};
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::Path;
use std::process::{Command, Stdio};

/// A word and the commit that it is said to be from, which may be shortened.
pub struct Given {
    pub word: String,
    pub commit: String,
}

/// The words of each document in their order, by its path.
pub type Answer = BTreeMap<String, Vec<Given>>;

/// Who answers.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Answerer {
    Truth,
    /// A word is the commit's that its line is.
    Blame,
    Gaceta,
}

impl Answerer {
    pub const ALL: [Self; 3] = [Self::Truth, Self::Blame, Self::Gaceta];

    pub const fn name(self) -> &'static str {
        match self {
            Self::Truth => "truth",
            Self::Blame => "git-blame",
            Self::Gaceta => "gaceta",
        }
    }

    /// What it says, or why it says nothing.
    pub fn answer(self, history: &History) -> Result<Answer, String> {
        match self {
            Self::Truth => Ok(truth(history)),
            Self::Blame => blame(history),
            Self::Gaceta => gaceta(history.repo.root(), "HEAD"),
        }
    }
}

fn truth(history: &History) -> Answer {
    let documents = history.truth.iter().map(|(path, words)| {
        let given = words.iter().map(|word| Given { word: word.word.clone(), commit: word.commit.to_string() });
        (path.clone(), given.collect())
    });
    documents.collect()
}

fn blame(history: &History) -> Result<Answer, String> {
    let mut answer = Answer::new();
    for path in history.truth.keys() {
        let mut command = Command::new("git");
        command.args(["blame", "-w", "-C", "-C", "-C", "--line-porcelain", "HEAD", "--", path]);
        let output = run(command, history.repo.root())?;
        let (mut text, mut commits) = (String::new(), Vec::new());
        let mut commit = "";
        // Each line stands after what is said of it, behind a tab; the first thing said is the commit.
        let mut begins = true;
        for line in output.split_terminator('\n') {
            if begins {
                commit = line.split(' ').next().unwrap_or_default();
            }
            begins = line.starts_with('\t');
            if let Some(line) = line.strip_prefix('\t') {
                text.push_str(line);
                text.push('\n');
                commits.push(commit.to_owned());
            }
        }
        let words = reading::words(&text).into_iter().map(|(at, word)| {
            let line = text[..at].matches('\n').count();
            Given { word: word.to_owned(), commit: commits[line].clone() }
        });
        answer.insert(path.clone(), words.collect());
    }
    Ok(answer)
}

/// What `gaceta tally --provenance` says; what it leaves out is missing in the answer, and found wrong.
pub fn gaceta(root: &Path, revision: &str) -> Result<Answer, String> {
    let mut command = Command::new(env!("CARGO_BIN_EXE_gaceta"));
    command.args(["tally", "--until", revision, "--provenance", "--format", "json"]);
    let output = run(command, root)?;
    let told: Value = serde_json::from_str(&output).map_err(|error| format!("no JSON: {error}"))?;
    let documents = told["documents"].as_array().ok_or("no documents in the JSON")?;
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let mut answer = Answer::new();
    for document in documents {
        let words = document["words"].as_array().into_iter().flatten();
        let given = words.map(|word| Given { word: text(&word["word"]), commit: text(&word["revision"]) });
        answer.insert(text(&document["path"]), given.collect());
    }
    Ok(answer)
}

/// What a program prints in a folder, without the settings of whoever runs it.
fn run(mut command: Command, folder: &Path) -> Result<String, String> {
    command.current_dir(folder).stdin(Stdio::null());
    command.env("GIT_CONFIG_GLOBAL", "/dev/null").env("GIT_CONFIG_NOSYSTEM", "1");
    let output = command.output().map_err(|error| error.to_string())?;
    if output.status.success() {
        return String::from_utf8(output.stdout).map_err(|error| error.to_string());
    }
    let told = String::from_utf8_lossy(&output.stderr);
    Err(format!("{}: {}", output.status, told.lines().next().unwrap_or_default()))
}

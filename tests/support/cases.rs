//! Reads the cases of `tests/fixtures/changes`; `tests/changes.rs` tells how they are written.
#![allow(dead_code, reason = "each test program uses its own part of a case")]

use gaceta::policy::Policy;
use gaceta::repo::Memory;
use std::collections::BTreeMap;

/// A policy before and after a change.
#[derive(Default)]
pub struct Case {
    pub name: String,
    /// The old files by their paths.
    pub old: BTreeMap<String, String>,
    /// The new files by their paths.
    pub new: BTreeMap<String, String>,
    /// What is to be told.
    pub expected: Vec<String>,
}

/// The cases of a fixture of changes.
pub fn cases(text: &str) -> Vec<Case> {
    let mut cases: Vec<Case> = Vec::new();
    let mut part: Option<(bool, String)> = None;
    let mut answers = false;
    for line in text.split_inclusive('\n') {
        let bare = line.trim_end_matches('\n');
        if let Some(name) = bare.strip_prefix("=== ") {
            cases.push(Case { name: name.to_owned(), ..Case::default() });
            (part, answers) = (None, false);
            continue;
        }
        let case = cases.last_mut().unwrap();
        let opened = [("--- ", false), ("+++ ", true)]
            .into_iter()
            .find_map(|(mark, is_new)| Some((is_new, bare.strip_prefix(mark)?.to_owned())));
        if let Some((is_new, path)) = opened.filter(|_| !answers) {
            let files = if is_new { &mut case.new } else { &mut case.old };
            files.insert(path.clone(), String::new());
            part = Some((is_new, path));
        } else if bare.trim_end() == "???" {
            (part, answers) = (None, true);
        } else if answers && !bare.trim().is_empty() {
            case.expected.push(bare.trim().to_owned());
        } else if let Some((is_new, path)) = &part {
            let files = if *is_new { &mut case.new } else { &mut case.old };
            files.get_mut(path).unwrap().push_str(line);
        }
    }
    cases
}

/// A policy of these files.
pub fn policy(files: &BTreeMap<String, String>) -> Policy {
    Policy::open(Box::new(Memory::new(files.iter().map(|(path, text)| (path, text.as_bytes()))).unwrap())).unwrap()
}

//! The seeded policies: every fault that was put in is found by the default rules, and their corrected twins are clean.
//!
//! The answers stand beside the policies, and were written before the rules.

#![allow(clippy::unwrap_used, reason = "a test that cannot read the fixtures fails")]

use gaceta::lint;
use gaceta::messages::{Catalogue, Locale};
use gaceta::model::Finding;
use gaceta::policy::Policy;
use gaceta::repo::Folder;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/seeded").join(name)
}

fn linted(name: &str) -> (Policy, Vec<Finding>) {
    let policy = Policy::open(Box::new(Folder::open(&fixture(name)).unwrap())).unwrap();
    let outcome = lint::lint(&policy, &lint::Options::default()).unwrap();
    assert_eq!(outcome.unread.len(), 0);
    (policy, outcome.findings)
}

/// Findings, one a line, for people who read a failure.
fn told(findings: &[Finding], policy: &Policy) -> String {
    let mut told = String::new();
    for finding in findings {
        let text = policy.text(&finding.path).unwrap();
        let line = 1 + text[..finding.span.range().start].matches('\n').count();
        let message = Catalogue::of(Locale::English).text(&finding.message);
        let _ = writeln!(told, "{}:{line} {} {:?}: {message}", finding.path, finding.rule, &text[finding.span.range()]);
    }
    told
}

/// Checks that every answer of `NAME.expected.txt` is among the findings, and that there are at least `faults` of them.
fn every_fault_is_found(name: &str, faults: usize) {
    let (policy, findings) = linted(name);
    let expected = std::fs::read_to_string(fixture(&format!("{name}.expected.txt"))).unwrap();
    let mut missed = String::new();
    for answer in expected.lines() {
        let [file, line, rule, quoted, _] = answer.split('\t').collect::<Vec<_>>()[..] else { panic!("{answer}") };
        let own = findings.iter().filter(|finding| finding.rule == rule && finding.path.as_str() == file);
        let overlaps = |finding: &Finding| {
            let text = policy.text(&finding.path).unwrap();
            let start: usize = text.split_inclusive('\n').take(line.parse::<usize>().unwrap() - 1).map(str::len).sum();
            let place = start + text[start..].find(quoted).unwrap_or_else(|| panic!("{answer}"));
            let range = finding.span.range();
            quoted.is_empty() || (range.start < place + quoted.len() && place < range.end.max(range.start + 1))
        };
        if !own.into_iter().any(overlaps) {
            let _ = writeln!(missed, "{answer}");
        }
    }
    assert!(missed.is_empty(), "missed:\n{missed}\nfound:\n{}", told(&findings, &policy));
    assert!(expected.lines().count() >= faults);
}

fn it_is_clean(name: &str) {
    let (policy, findings) = linted(name);
    assert!(findings.is_empty(), "{}", told(&findings, &policy));
}

#[test]
fn every_fault_of_the_spanish_policy_is_found() {
    every_fault_is_found("es-faulty", 40);
}

#[test]
fn every_fault_of_the_english_policy_is_found() {
    every_fault_is_found("en-faulty", 40);
}

#[test]
fn the_corrected_spanish_policy_is_clean() {
    it_is_clean("es-corrected");
}

#[test]
fn the_corrected_english_policy_is_clean() {
    it_is_clean("en-corrected");
}

/// Every file below a folder, by its path in it.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in std::fs::read_dir(next).unwrap().map(Result::unwrap) {
            if entry.file_type().unwrap().is_dir() {
                folders.push(entry.path());
            } else {
                let path = entry.path().strip_prefix(folder).unwrap().to_string_lossy().replace('\\', "/");
                found.insert(path, std::fs::read(entry.path()).unwrap());
            }
        }
    }
    found
}

#[test]
fn twenty_faults_are_mended_and_nothing_else() {
    let folder = tempfile::tempdir().unwrap();
    for (path, bytes) in files(&fixture("fixable.es")) {
        let path = folder.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, bytes).unwrap();
    }
    let open = || Policy::open(Box::new(Folder::open(folder.path()).unwrap())).unwrap();
    let mending = lint::mend(open(), &lint::Options::default()).unwrap();
    assert_eq!(
        (mending.applied, mending.unwritten.len()),
        (20, 0),
        "{}",
        told(&mending.after.findings, &mending.policy)
    );
    let expected = files(&fixture("fixable.es.fixed"));
    let mended = files(folder.path());
    assert_eq!(mended.keys().collect::<Vec<_>>(), expected.keys().collect::<Vec<_>>());
    for (path, bytes) in &mended {
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        assert_eq!(text(bytes), text(&expected[path]), "{path}");
    }
    assert_eq!(
        lint::mend(open(), &lint::Options::default()).unwrap().applied,
        0,
        "a second time there is nothing to do"
    );
}

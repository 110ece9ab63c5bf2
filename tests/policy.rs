//! What holds for the model policy itself, which people adopt as it stands: the two languages are the same law, every
//! reference resolves, every field is declared and used, and the numbering has no gap.

#![allow(clippy::unwrap_used, reason = "a test that cannot read the policy fails")]

use gaceta::lint;
use gaceta::model::{BlockText, ClauseKind, DocumentEntry, words};
use gaceta::policy::IndexedPolicy;
use gaceta::repo::Folder;
use std::collections::BTreeSet;
use std::path::Path;

fn policy() -> IndexedPolicy {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("policy");
    IndexedPolicy::open(Box::new(Folder::open(&folder).unwrap())).unwrap()
}

fn documents<'a>(policy: &'a IndexedPolicy, language: &str) -> Vec<&'a DocumentEntry> {
    policy.documents.iter().filter(|entry| entry.path.folder() == language).collect()
}

fn count_words(policy: &IndexedPolicy, language: &str) -> usize {
    let mut count = 0;
    for entry in documents(policy, language) {
        let text = policy.text(&entry.path).unwrap();
        policy.parse(&entry.path, &text).for_each_run(|run| count += words(&BlockText::new(run, &text)).count());
    }
    count
}

#[test]
fn it_is_long_enough_to_be_a_policy() {
    let policy = policy();
    assert!(count_words(&policy, "es") >= 8000);
    assert!(count_words(&policy, "en") >= 6500);
}

#[test]
fn it_is_clean() {
    let outcome = lint::lint(&policy(), &lint::Options::default()).unwrap();
    assert!(outcome.unread.is_empty());
    let told: Vec<_> = outcome
        .findings
        .iter()
        .map(|finding| format!("{} {} {:?}", finding.path, finding.rule, finding.span))
        .collect();
    assert_eq!(told, Vec::<String>::new());
    assert_eq!(outcome.documents, 26);
}

#[test]
fn both_languages_have_the_same_sections_and_clauses() {
    let policy = policy();
    let (spanish, english) = (documents(&policy, "es"), documents(&policy, "en"));
    assert_eq!(spanish.len(), english.len());
    for (spanish, english) in spanish.iter().zip(english) {
        assert_eq!(spanish.path.file_name(), english.path.file_name());
        let outline = |entry: &DocumentEntry| {
            entry
                .sections
                .iter()
                .map(|section| (section.anchor.clone(), section.explicit, section.level))
                .collect::<Vec<_>>()
        };
        assert_eq!(outline(spanish), outline(english), "{}", spanish.path);
        assert!(
            spanish.sections.iter().all(|section| section.explicit),
            "{}: every heading has its identity",
            spanish.path
        );
        let clauses = |entry: &DocumentEntry| {
            entry
                .clauses
                .iter()
                .map(|clause| clause.address.iter().map(|part| (part.kind, part.number)).collect())
                .collect::<Vec<Vec<_>>>()
        };
        assert_eq!(clauses(spanish), clauses(english), "{}", spanish.path);
    }
}

#[test]
fn articles_are_numbered_without_a_gap() {
    let policy = policy();
    for language in ["es", "en"] {
        let numbers: Vec<_> = documents(&policy, language)
            .into_iter()
            .flat_map(|entry| &entry.clauses)
            .filter_map(|clause| clause.address.last())
            .filter(|designator| designator.kind == ClauseKind::Article)
            .map(|designator| designator.number)
            .collect();
        assert!(numbers.len() >= 35, "{language}");
        assert_eq!(numbers, (1..=u32::try_from(numbers.len()).unwrap()).collect::<Vec<_>>(), "{language}");
    }
}

#[test]
fn fields_are_declared_and_used_in_both_languages() {
    let policy = policy();
    let declared: BTreeSet<_> = policy.manifest.fields.keys().cloned().collect();
    for language in ["es", "en"] {
        let used: BTreeSet<_> = documents(&policy, language)
            .into_iter()
            .flat_map(|entry| &entry.fields)
            .map(|(name, _)| name.clone())
            .collect();
        assert_eq!(used, declared, "{language}");
        for field in policy.manifest.fields.values() {
            assert!(field.description.exact(language).is_some() && field.example.exact(language).is_some());
        }
    }
}

//! What holds for the model policy itself, which people adopt as it stands: the two languages are the same law, every
//! reference resolves, every field is declared and used, and the numbering has no gap.

#![allow(clippy::unwrap_used, reason = "a test that cannot read the policy fails")]

use gaceta::citations::{Citation, CitedClause, CitedNumber, Instrument, Reader, Target};
use gaceta::lint;
use gaceta::model::{BlockText, ClauseKind, Designator, DocumentEntry, Language, Passage, plain_text, words};
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

/// The clauses of a language with the addresses that lead to them.
fn addresses(policy: &IndexedPolicy, language: &str) -> Vec<Vec<Designator>> {
    let clauses = documents(policy, language).into_iter().flat_map(|entry| &entry.clauses);
    clauses.map(|clause| clause.address.clone()).collect()
}

/// Calls `visit` with every citation of the documents in a language, with the passage and the clause it stands in.
fn for_each_citation(
    policy: &IndexedPolicy,
    language: &str,
    mut visit: impl FnMut(&Citation, &Passage<'_>, &[Designator]),
) {
    let tag = Language::new(language).unwrap();
    for entry in documents(policy, language) {
        let text = policy.text(&entry.path).unwrap();
        let document = policy.parse(&entry.path, &text);
        let mut reader = Reader::new(Some(&tag));
        document.for_each_passage(|passage| {
            let before = |address: &&Vec<Designator>| address.last().unwrap().span.start <= passage.span.start;
            let clauses: Vec<_> = entry.clauses.iter().map(|clause| clause.address.clone()).collect();
            let around = clauses.iter().rfind(before).cloned().unwrap_or_default();
            for citation in reader.read(passage) {
                visit(&citation, passage, &around);
            }
        });
    }
}

/// Whether a cited clause and the end of its range exist; one that begins with a fraction is inside `around`.
fn resolves(clause: &CitedClause, around: &[Designator], addresses: &[Vec<Designator>]) -> bool {
    let exists = |path: &[CitedNumber]| {
        let article = around.iter().rfind(|designator| designator.kind == ClauseKind::Article);
        let article = article.filter(|_| path[0].kind > ClauseKind::Transitory).map(|found| (found.kind, found.number));
        let wanted: Vec<_> =
            article.into_iter().chain(path.iter().map(|number| (number.kind, number.number))).collect();
        addresses.iter().any(|address| {
            let address: Vec<_> = address.iter().map(|designator| (designator.kind, designator.number)).collect();
            address.ends_with(&wanted)
        })
    };
    let last = clause.through.as_ref().map(|through| {
        let (_, outer) = clause.path.split_last().unwrap();
        [outer, std::slice::from_ref(through)].concat()
    });
    exists(&clause.path) && last.is_none_or(|path| exists(&path))
}

#[test]
fn every_citation_of_its_own_clauses_leads_to_one() {
    let policy = policy();
    for language in ["es", "en"] {
        let addresses = addresses(&policy, language);
        let (mut lost, mut found) = (Vec::new(), 0);
        for_each_citation(&policy, language, |citation, passage, around| {
            let Target::Clauses(clauses) = &citation.target else { return };
            found += clauses.len();
            if citation.instrument.is_own() && !clauses.iter().all(|clause| resolves(clause, around, &addresses)) {
                lost.push(passage.text.as_str()[citation.range.clone()].to_owned());
            }
        });
        assert_eq!(lost, Vec::<String>::new());
        assert!(found > 130, "{language}: {found}");
    }
}

#[test]
fn no_citation_of_another_law_is_taken_for_its_own() {
    let policy = policy();
    for language in ["es", "en"] {
        let mut others = Vec::new();
        for_each_citation(&policy, language, |citation, passage, _| {
            if !citation.instrument.is_own() && citation.link(passage).is_none() {
                let Target::Clauses(clauses) = &citation.target else { panic!("a clause told by its place") };
                others.extend(clauses.iter().map(|clause| (clause.path[0].number, clause.path.len())));
            }
        });
        // The table of laws, what follows it, and the notes; the numbers are those of the other laws.
        let expected = [
            (6, 2),
            (16, 1),
            (25, 1),
            (115, 2),
            (54, 2),
            (54, 2),
            (54, 2),
            (86, 1),
            (33, 1),
            (34, 1),
            (29, 1),
            (54, 2),
            (29, 1),
            (33, 1),
            (34, 1),
        ];
        assert_eq!(others, expected, "{language}");
    }
}

#[test]
fn every_link_that_reads_like_a_citation_is_one() {
    let policy = policy();
    for language in ["es", "en"] {
        let mut linked = 0;
        for_each_citation(&policy, language, |citation, passage, _| {
            let link = citation.link(passage).is_some();
            assert!(!link || citation.instrument != Instrument::Other, "{}", passage.text.as_str());
            linked += usize::from(link);
        });
        let mut expected = 0;
        for entry in documents(&policy, language) {
            let text = policy.text(&entry.path).unwrap();
            policy.parse(&entry.path, &text).for_each_run(|run| {
                for inline in run.iter().flat_map(gaceta::model::Inline::with_descendants) {
                    let gaceta::model::InlineKind::Link { inlines, .. } = &inline.kind else { continue };
                    expected += usize::from(plain_text(inlines).contains(|last: char| last.is_ascii_digit()));
                }
            });
        }
        assert!(linked >= expected && expected > 90, "{language}: {linked} of {expected}");
    }
}

//! Policies in memory for the tests of rules, with the places of the expected findings marked in the text.
//!
//! `⟦` and `⟧` stand around what a finding must span, and are not part of the text.

use super::{Options, Outcome, RULES, lint};
use crate::messages::{Catalogue, Locale};
use crate::model::{Contract, DocumentPath, Finding, Message, SectionContract, Span};
use crate::policy::Policy;
use crate::repo::Memory;
use std::collections::BTreeMap;
use std::sync::Arc;

/// A rule and the policy it is tried on.
pub struct Trial {
    rule: &'static str,
    files: Vec<(String, String)>,
    expected: Vec<(DocumentPath, Span)>,
    contracts: Vec<Contract>,
    manifest: Option<String>,
    /// Files that are no documents.
    others: Vec<(String, String)>,
    today: Option<&'static str>,
    /// The documents of the last release, and of the version that changes are told since; no such version without any.
    released: Vec<(String, String)>,
    base: Vec<(String, String)>,
}

impl Trial {
    /// Tries a rule.
    pub fn of(rule: &'static str) -> Self {
        let manifest = Some("[policy]\nlanguages = [\"es\", \"en\"]\n".to_owned());
        Self {
            rule,
            files: Vec::new(),
            expected: Vec::new(),
            contracts: Vec::new(),
            manifest,
            others: Vec::new(),
            today: None,
            released: Vec::new(),
            base: Vec::new(),
        }
    }

    /// Sets the manifest.
    pub fn manifest(mut self, text: &str) -> Self {
        self.manifest = Some(text.to_owned());
        self
    }

    /// Does without a manifest.
    pub fn without_manifest(mut self) -> Self {
        self.manifest = None;
        self
    }

    /// Sets the day that deadlines are compared with.
    pub fn today(mut self, today: &'static str) -> Self {
        self.today = Some(today);
        self
    }

    /// Adds a file, with the marks of the findings expected in it.
    pub fn file(mut self, path: &str, marked: &str) -> Self {
        let mut text = String::new();
        let mut starts = Vec::new();
        for character in marked.chars() {
            match character {
                '⟦' => starts.push(text.len()),
                '⟧' => {
                    let start = starts.pop().expect("each ⟧ closes a ⟦");
                    self.expected.push((DocumentPath::new(path).unwrap(), Span::new(start..text.len())));
                }
                other => text.push(other),
            }
        }
        assert!(starts.is_empty(), "each ⟦ is closed");
        self.files.push((path.to_owned(), text));
        self
    }

    /// Adds to the manifest.
    pub fn settings(mut self, text: &str) -> Self {
        self.manifest.get_or_insert_default().push_str(text);
        self
    }

    /// Adds a file that is no document.
    pub fn other(mut self, path: &str, text: &str) -> Self {
        self.others.push((path.to_owned(), text.to_owned()));
        self
    }

    /// Adds a document to the last release.
    pub fn released(mut self, path: &str, text: &str) -> Self {
        self.released.push((path.to_owned(), text.to_owned()));
        self
    }

    /// Adds a document to the version that changes are told since.
    pub fn base(mut self, path: &str, text: &str) -> Self {
        self.base.push((path.to_owned(), text.to_owned()));
        self
    }

    /// The policy of an earlier version, with the manifest of now.
    fn earlier(&self, documents: &[(String, String)]) -> Option<Arc<Policy>> {
        let manifest = self.manifest.iter().map(|manifest| ("gaceta.toml", manifest.as_str()));
        let files = documents.iter().map(|(path, text)| (path.as_str(), text.as_str())).chain(manifest);
        let policy = || Arc::new(Policy::open(Box::new(Memory::new(files).unwrap())).unwrap());
        (!documents.is_empty()).then(policy)
    }

    /// Adds a contract.
    pub fn contract(mut self, files: &str, ordered: bool, sections: &[SectionContract]) -> Self {
        let contract = Contract { files: files.to_owned(), ordered, sections: sections.to_vec() };
        self.contracts.push(contract);
        self
    }

    /// The policy.
    pub fn policy(&self) -> Policy {
        let manifest = self.manifest.iter().map(|manifest| ("gaceta.toml", manifest.as_str()));
        let files = self.files.iter().chain(&self.others).map(|(path, text)| (path.as_str(), text.as_str()));
        let files = files.chain(manifest);
        let mut policy = Policy::open(Box::new(Memory::new(files).unwrap())).unwrap();
        policy.manifest.contracts.extend_from_slice(&self.contracts);
        policy
    }

    /// Lints, and checks that the findings stand where the marks are; every file is a document.
    pub fn lint(&self) -> Vec<Finding> {
        self.lint_documents(self.files.len())
    }

    /// Lints, and checks that the findings stand where the marks are; so many of the files are documents.
    pub fn lint_documents(&self, expected_documents: usize) -> Vec<Finding> {
        let today = self.today.map(str::to_owned);
        let (base, released) = (self.earlier(&self.base), self.earlier(&self.released));
        let options = Options { rules: vec![self.rule.to_owned()], today, base, released, ..Options::default() };
        let Outcome { findings, documents, unread } = lint(&self.policy(), &options).unwrap();
        assert_eq!((documents, unread.len()), (expected_documents, 0));
        let places: Vec<_> = findings.iter().map(|finding| (finding.path.clone(), finding.span)).collect();
        let mut expected = self.expected.clone();
        expected.sort();
        assert_eq!(places, expected, "{:?}", messages(&findings, Locale::English));
        let declared = RULES.iter().find(|rule| rule.name == self.rule).unwrap().messages;
        for finding in &findings {
            let related = finding.related.iter().map(|place| &place.message);
            for message in [&finding.message].into_iter().chain(&finding.hints).chain(related) {
                let is_declared = declared.contains(&message.id) || message.id.starts_with("parse-");
                assert!(is_declared, "{} declares {}", self.rule, message.id);
            }
        }
        findings
    }

    /// Lints, and checks the messages of the findings in a language.
    pub fn says(&self, locale: Locale, expected: &[&str]) {
        assert_eq!(messages(&self.lint(), locale), expected);
    }
}

/// The messages of findings.
pub fn messages(findings: &[Finding], locale: Locale) -> Vec<String> {
    findings.iter().map(|finding| text(&finding.message, locale)).collect()
}

/// The hints of findings.
pub fn hints(findings: &[Finding], locale: Locale) -> Vec<String> {
    findings.iter().flat_map(|finding| &finding.hints).map(|hint| text(hint, locale)).collect()
}

fn text(message: &Message, locale: Locale) -> String {
    Catalogue::of(locale).text(message)
}

/// A file's text after a finding's safe fix; the marks of `marked` are no part of it.
pub fn fixed(marked: &str, finding: &Finding) -> Option<String> {
    let fix = finding.fix.as_ref()?;
    assert!(fix.safe);
    let mut text = marked.replace(['⟦', '⟧'], "");
    for edit in fix.edits.iter().rev() {
        text.replace_range(edit.span.range(), &edit.text);
    }
    Some(text)
}

/// A section of a contract: its identity, or `""` for none, and its titles in Spanish and English.
pub fn section(id: &str, spanish: &[&str], english: &[&str]) -> SectionContract {
    let owned = |titles: &[&str]| titles.iter().map(|title| (*title).to_owned()).collect::<Vec<_>>();
    let mut titles = BTreeMap::new();
    for (tag, own) in [("es", spanish), ("en", english)] {
        if !own.is_empty() {
            titles.insert(tag.to_owned(), owned(own));
        }
    }
    SectionContract { id: (!id.is_empty()).then(|| id.to_owned()), titles, optional: false, inside: None }
}

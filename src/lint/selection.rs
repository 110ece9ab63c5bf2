//! Which rules run in which documents, and how much their findings weigh.
//!
//! 1. The options name the rules, or all may run;
//! 2. the manifest says how much each weighs, everywhere and in some documents;
//! 3. where nobody says anything, the rule's own default holds.

use super::context::DocumentContext;
use super::finding::Gathered;
use super::ignores::UNUSED_IGNORE;
use super::phrases::{Phrases, Scanner};
use super::rule::{BlockCheck, Check, DocumentCheck, InlineCheck, PolicyCheck, Rule, SectionCheck};
use super::whole::Wanted;
use super::{Options, RULES};
use crate::config::MANIFEST;
use crate::error::{Error, ErrorKind, Result};
use crate::model::{DocumentPath, Finding, Message, RuleSettings, Severity, nearest};
use crate::policy::{GlobPatterns, Policy, globs};
use std::borrow::Cow;
use std::collections::HashSet;

/// The rules that ask for what documents say about terms and acronyms.
const RULES_ON_TERMS: [&str; 6] =
    ["duplicate-definition", "term-variant", "undefined-acronym", "undefined-term", "unlinked-term", "unused-term"];

/// A rule that runs.
#[derive(Clone)]
pub struct Active<Check> {
    /// Its name.
    pub name: &'static str,
    /// How much its findings weigh.
    pub severity: Severity,
    /// What it does.
    pub check: Check,
}

/// The rules that may run somewhere in a policy.
pub struct Selection<'a> {
    rules: &'static [&'static Rule],
    /// The names of the only rules to run; empty for all of them.
    named: HashSet<&'a str>,
    settings: &'a RuleSettings,
    paths: Vec<(GlobPatterns, &'a RuleSettings)>,
    scanner: Scanner,
    everywhere: Checks,
    wanted: Wanted,
}

/// The rules that run in one document.
pub struct DocumentRules<'a> {
    checks: Cow<'a, Checks>,
    scanner: &'a Scanner,
}

/// Rules by what they look at.
#[derive(Clone, Default)]
pub struct Checks {
    /// Every rule that runs, with its severity.
    pub running: Vec<(&'static str, Severity)>,
    /// Those that look at whole documents.
    pub document: Vec<Active<DocumentCheck>>,
    /// Those that look at sections.
    pub section: Vec<Active<SectionCheck>>,
    /// Those that look at blocks.
    pub block: Vec<Active<BlockCheck>>,
    /// Those that look at inlines.
    pub inline: Vec<Active<InlineCheck>>,
    /// Those that wait for phrases, in the scanner's order; `None` for one that does not run.
    phrases: Vec<Option<Active<()>>>,
}

impl std::ops::Deref for DocumentRules<'_> {
    type Target = Checks;

    fn deref(&self) -> &Checks {
        &self.checks
    }
}

impl DocumentRules<'_> {
    /// Shows the phrases of a document to the rules that wait for them.
    pub fn scan(&self, context: &DocumentContext<'_>, gathered: &mut Gathered) {
        if self.checks.phrases.iter().any(Option::is_some) {
            self.scanner.scan(context, &self.checks.phrases, gathered);
        }
    }
}

impl<'a> Selection<'a> {
    /// Settles which of `rules` run.
    ///
    /// A rule that the options name runs even if it is off otherwise, then as a warning.
    ///
    /// # Errors
    /// If the options or the manifest name a rule that is not among `rules`, or a glob of the manifest is malformed.
    pub fn new(rules: &'static [&'static Rule], policy: &'a Policy, options: &'a Options) -> Result<Self> {
        let settings = &policy.manifest.lint;
        let in_manifest = |error: Error| match DocumentPath::new(MANIFEST) {
            Some(path) => error.at(policy.files.display(&path), None),
            None => error,
        };
        let mut paths = Vec::new();
        for path in &settings.paths {
            paths.push((globs(&[&path.files]).map_err(in_manifest)?, &path.rules));
        }
        for name in settings.rules.keys().chain(settings.paths.iter().flat_map(|path| path.rules.keys())) {
            find(rules, name, ErrorKind::Configuration).map_err(in_manifest)?;
        }
        for name in &options.rules {
            find(rules, name, ErrorKind::Usage)?;
        }
        let named = options.rules.iter().map(String::as_str).collect();
        let settings = &settings.rules;
        let (scanner, everywhere, wanted) = (Scanner::default(), Checks::default(), Wanted::default());
        let mut selection = Self { rules, named, settings, paths, scanner, everywhere, wanted };
        selection.everywhere = selection.checks(None);
        for rule in rules {
            if let Check::Phrases(phrases, check) = rule.check {
                // Nothing is looked for on behalf of a rule that runs nowhere.
                let phrases = if selection.runs_somewhere(rule.name) { phrases } else { &Phrases::NONE };
                selection.scanner.add(phrases, check);
            }
        }
        selection.wanted.terms = RULES_ON_TERMS.iter().any(|name| selection.runs_somewhere(name));
        Ok(selection)
    }

    /// The rules that look at the whole policy, if they run in some document of it.
    pub fn of_policy(&self) -> Vec<Active<PolicyCheck>> {
        let of_policy = self.rules.iter().filter_map(|rule| match rule.check {
            Check::Policy(check) | Check::History(check) if self.runs_somewhere(rule.name) => {
                let severity = self.everywhere.severity(rule.name).or(rule.default).unwrap_or(Severity::Warning);
                Some(Active { name: rule.name, severity, check })
            }
            _ => None,
        });
        of_policy.collect()
    }

    /// Whether a rule runs in some document.
    pub fn runs_somewhere(&self, name: &str) -> bool {
        let asked = |settings: &RuleSettings| settings.get(name).copied().flatten().is_some();
        self.everywhere.severity(name).is_some() || self.paths.iter().any(|(_, settings)| asked(settings))
    }

    /// Whether a rule compares the policy with an earlier version.
    pub fn compares(&self, name: &str) -> bool {
        self.rules.iter().any(|rule| rule.name == name && matches!(rule.check, Check::History(_)))
    }

    /// The facts that the rules ask for.
    pub const fn wanted(&self) -> Wanted {
        self.wanted
    }

    /// Whether the findings of a rule were asked for: rules run unasked to tell which comments silence none.
    pub fn wants(&self, rule: &str) -> bool {
        self.named.is_empty() || self.named.contains(rule)
    }

    /// Gives findings about the whole policy the weight that their documents give them, and drops those of rules that do
    /// not run there.
    pub fn weigh(&self, findings: &mut Vec<Finding>) {
        if self.paths.is_empty() {
            return;
        }
        findings.retain_mut(|finding| match self.of(&finding.path).severity(finding.rule) {
            Some(severity) => {
                finding.severity = severity;
                true
            }
            None => false,
        });
    }

    /// The rules that run in a document.
    pub fn of(&self, path: &DocumentPath) -> DocumentRules<'_> {
        let own = self.paths.iter().any(|(glob, _)| glob.is_match(path.as_str()));
        let checks = if own { Cow::Owned(self.checks(Some(path))) } else { Cow::Borrowed(&self.everywhere) };
        DocumentRules { checks, scanner: &self.scanner }
    }

    /// How much a rule's findings weigh in a document; `None` if it does not run there.
    fn severity(&self, rule: &Rule, path: Option<&DocumentPath>) -> Option<Severity> {
        let own = path.and_then(|path| {
            let mut matching = self.paths.iter().rev().filter(|(glob, _)| glob.is_match(path.as_str()));
            matching.find_map(|(_, settings)| settings.get(rule.name)).copied()
        });
        let severity = own.or_else(|| self.settings.get(rule.name).copied()).unwrap_or(rule.default);
        if self.named.is_empty() || (self.named.contains(UNUSED_IGNORE) && !self.named.contains(rule.name)) {
            return severity;
        }
        self.named.contains(rule.name).then(|| severity.or(rule.default).unwrap_or(Severity::Warning))
    }

    fn checks(&self, path: Option<&DocumentPath>) -> Checks {
        let mut checks = Checks::default();
        for rule in self.rules {
            let severity = self.severity(rule, path);
            if matches!(rule.check, Check::Phrases(..)) {
                checks.phrases.push(severity.map(|severity| Active { name: rule.name, severity, check: () }));
            }
            if let Some(severity) = severity {
                checks.add(rule, severity);
            }
        }
        checks
    }
}

impl Checks {
    fn add(&mut self, rule: &Rule, severity: Severity) {
        let name = rule.name;
        self.running.push((name, severity));
        match rule.check {
            Check::Document(check) => self.document.push(Active { name, severity, check }),
            Check::Section(check) => self.section.push(Active { name, severity, check }),
            Check::Block(check) => self.block.push(Active { name, severity, check }),
            Check::Inline(check) => self.inline.push(Active { name, severity, check }),
            Check::Policy(_) | Check::History(_) | Check::Phrases(..) | Check::Own => {}
        }
    }

    /// How much the findings of a rule weigh; `None` if it does not run.
    pub fn severity(&self, name: &str) -> Option<Severity> {
        self.running.iter().find(|(running, _)| *running == name).map(|(_, severity)| *severity)
    }
}

/// The rule of this name.
///
/// # Errors
/// If there is none; the error suggests the nearest name.
pub fn rule(name: &str) -> Result<&'static Rule> {
    find(RULES, name, ErrorKind::Usage)
}

fn find(rules: &'static [&'static Rule], name: &str, kind: ErrorKind) -> Result<&'static Rule> {
    if let Some(rule) = rules.iter().find(|rule| rule.name == name) {
        return Ok(rule);
    }
    let mut error = Error::new(kind, Message::new("lint-unknown-rule").with("name", name));
    for near in nearest(name, rules.iter().map(|rule| (rule.name, rule.name))) {
        error = error.hint(Message::new("lint-did-you-mean").with("name", near));
    }
    Err(error.hint(Message::new("lint-unknown-rule-list")))
}

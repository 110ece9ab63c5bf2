//! Which rules run, and how much their findings weigh.

use super::rule::{BlockCheck, Check, DocumentCheck, InlineCheck, PolicyCheck, Rule, SectionCheck};
use super::{Options, RULES};
use crate::config::MANIFEST;
use crate::error::{Error, ErrorKind, Result};
use crate::model::{DocumentPath, Message, Severity, nearest};
use crate::policy::Policy;

/// A rule that runs.
pub struct Active<Check> {
    /// Its name.
    pub name: &'static str,
    /// How much its findings weigh.
    pub severity: Severity,
    /// What it does.
    pub check: Check,
}

/// The rules that run, by what they look at.
#[derive(Default)]
pub struct ActiveRules {
    /// Those that look at whole documents.
    pub document: Vec<Active<DocumentCheck>>,
    /// Those that look at sections.
    pub section: Vec<Active<SectionCheck>>,
    /// Those that look at blocks.
    pub block: Vec<Active<BlockCheck>>,
    /// Those that look at inlines.
    pub inline: Vec<Active<InlineCheck>>,
    /// Those that look at the policy's index.
    pub policy: Vec<Active<PolicyCheck>>,
}

impl ActiveRules {
    /// Settles which of `rules` run.
    ///
    /// A rule that the options name runs even if it is off otherwise, then as a warning.
    ///
    /// # Errors
    /// If the options or the manifest name a rule that is not among `rules`.
    pub fn select(rules: &'static [&'static Rule], policy: &Policy, options: &Options) -> Result<Self> {
        let settings = &policy.manifest.rules;
        for name in settings.keys() {
            find(rules, name, ErrorKind::Configuration).map_err(|error| match DocumentPath::new(MANIFEST) {
                Some(path) => error.at(policy.files.display(&path), None),
                None => error,
            })?;
        }
        for name in &options.rules {
            find(rules, name, ErrorKind::Usage)?;
        }
        let mut active = Self::default();
        for rule in rules {
            let severity = settings.get(rule.name).copied().unwrap_or(rule.default);
            let severity = if options.rules.is_empty() {
                severity
            } else {
                let named = options.rules.iter().any(|name| name == rule.name);
                named.then(|| severity.or(rule.default).unwrap_or(Severity::Warning))
            };
            if let Some(severity) = severity {
                active.add(rule, severity);
            }
        }
        Ok(active)
    }

    fn add(&mut self, rule: &Rule, severity: Severity) {
        let name = rule.name;
        match rule.check {
            Check::Document(check) => self.document.push(Active { name, severity, check }),
            Check::Section(check) => self.section.push(Active { name, severity, check }),
            Check::Block(check) => self.block.push(Active { name, severity, check }),
            Check::Inline(check) => self.inline.push(Active { name, severity, check }),
            Check::Policy(check) => self.policy.push(Active { name, severity, check }),
        }
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

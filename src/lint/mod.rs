//! What is wrong with a policy.
//!
//! 1. [`lint`] settles which rules run and how much each weighs (`selection`): what the options name, then what the
//!    manifest says, then the rule's own default;
//! 2. it visits the documents in parallel (`run`, `visit`); each is read, parsed, shown once to all rules, and dropped. What is
//!    kept are the findings, what a rule has put off, and the few facts that others may ask for (`whole`);
//! 3. with the facts of every document it settles what was put off, and runs the rules about the policy as a whole;
//! 4. comments silence what they cover (`ignore`);
//! 5. it puts the findings in order: path, place, rule; and gives each the fingerprint that it is known by;
//! 6. `told_seldom` makes few of many in a document that one remedy mends (`alike`), for people to read.
//!
//! A rule is one file of `rules` and its two lines in the registry there.

mod alike;
mod amending;
mod baseline;
mod clause_tree;
mod clauses;
mod context;
mod contracts;
mod decimals;
mod earlier;
mod figures;
mod file_names;
mod finding;
mod fingerprint;
mod fix;
mod force;
mod ignores;
mod links;
mod numbered;
mod openings;
mod phrases;
mod pointers;
mod prose;
mod renumber;
mod rule;
mod rules;
mod run;
mod selection;
mod sequence;
mod since;
mod surroundings;
mod tags;
#[cfg(test)]
mod testing;
mod titles;
mod verbs;
mod visit;
mod whole;

use alike::told_seldom;
pub use baseline::Baseline;
pub use fix::{Mended, Mending, Parse, mend, mended};
pub use renumber::{Renumbered, renumber, renumber_policy};
pub use rule::{Check, Documentation, Rule};
pub use rules::RULES;
pub use selection::rule;
pub use since::changes;

use crate::align::Alignment;
use crate::error::{Error, Result};
use crate::model::{DocumentPath, Finding, Severity};
use crate::policy::Policy;
use context::PolicyContext;
use earlier::{Earlier, Version};
use rules::spelling::Dictionaries;
use selection::Selection;
use std::path::PathBuf;
use std::sync::Arc;

/// What to lint, and with which rules.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Names of the only rules to run; every rule that is not off when empty.
    pub rules: Vec<String>,
    /// Documents, or folders of documents, to which the findings are restricted; the whole policy when empty.
    pub paths: Vec<DocumentPath>,
    /// The day that deadlines are compared with, as `YYYY-MM-DD`; without one, nothing is overdue.
    pub today: Option<String>,
    /// Folders of the system that hold Hunspell dictionaries, for the rule `spelling`.
    pub dictionaries: Vec<PathBuf>,
    /// What has changed since another version, from [`changes`]; findings on anything else are left out.
    pub changed: Option<Arc<Alignment>>,
    /// That other version, for the rules that compare.
    pub base: Option<Arc<Policy>>,
    /// The last release, for the rules that compare with it, and with it alone where there is no base.
    pub released: Option<Arc<Policy>>,
    /// Findings that are known, and left out.
    pub baseline: Option<Arc<Baseline>>,
    /// Whether of many findings in a document that one remedy mends only a few are wanted.
    pub is_brief: bool,
}

/// What linting found.
#[derive(Debug, Default)]
pub struct Outcome {
    /// What is wrong, in order of path, place and rule.
    pub findings: Vec<Finding>,
    /// How many documents were linted.
    pub documents: usize,
    /// Why documents could not be read, in order of path; whatever the paths of the options.
    pub unread: Vec<Error>,
}

impl Outcome {
    /// How many findings have this severity.
    #[must_use]
    pub fn count(&self, severity: Severity) -> usize {
        self.findings.iter().filter(|finding| finding.severity == severity).count()
    }
}

/// Lints the documents of a policy.
///
/// # Errors
/// If the options or the manifest name a rule that does not exist, a contract's glob is malformed, or a path of the
/// options holds no document. A document that cannot be read is no such error: it is among the outcome's `unread`.
pub fn lint(policy: &Policy, options: &Options) -> Result<Outcome> {
    lint_with(RULES, policy, options, &mut |_| {})
}

/// As [`lint`]; of a policy of more than a thousand documents `progress` is told now and then how many have been visited.
///
/// # Errors
/// As [`lint`].
pub fn lint_and_tell(policy: &Policy, options: &Options, progress: Progress<'_>) -> Result<Outcome> {
    lint_with(RULES, policy, options, progress)
}

/// What is told how many documents have been visited.
pub type Progress<'a> = &'a mut dyn FnMut(usize);

fn lint_with(
    rules: &'static [&'static Rule],
    policy: &Policy,
    options: &Options,
    progress: Progress<'_>,
) -> Result<Outcome> {
    let selection = Selection::new(rules, policy, options)?;
    let chosen = policy.chosen(&options.paths)?;
    let mut context = PolicyContext::new(policy, options.today.as_deref())?;
    if selection.runs_somewhere(rules::spelling::RULE.name) {
        context.dictionaries = Dictionaries::open(policy, &options.dictionaries)?;
    }
    context.base = options.base.as_deref().map(|policy| Earlier::new(policy, Version::Base));
    context.released = options.released.as_deref().map(|policy| Earlier::new(policy, Version::Release));
    // What has been known before comes first, so that it does not stand for what has not.
    let is_brief = options.is_brief && options.changed.is_none() && options.baseline.is_none();
    let mut outcome = run::run(&context, &selection, &chosen, is_brief, progress);
    outcome.findings.retain(|finding| selection.wants(finding.rule));
    fingerprint::number(&mut outcome.findings);
    if let Some(changed) = &options.changed {
        // What a rule says of a change may stand where nothing was changed, as where something was taken out.
        let is_told =
            |finding: &Finding| selection.compares(finding.rule) || changed.is_touched(&finding.path, finding.span);
        outcome.findings.retain(is_told);
    }
    if let Some(baseline) = &options.baseline {
        outcome.findings.retain(|finding| !baseline.holds(finding));
    }
    if options.is_brief && !is_brief {
        outcome.findings = told_seldom(outcome.findings);
    }
    Ok(outcome)
}

/// Whether a rule that compares the policy with an earlier version may be among those that run: the named ones, or all of
/// them where none is named.
#[must_use]
pub fn may_compare(named: &[String]) -> bool {
    let compares = |rule: &&&Rule| matches!(rule.check, Check::History(_));
    named.is_empty() || RULES.iter().filter(compares).any(|rule| named.iter().any(|name| name == rule.name))
}

#[cfg(test)]
mod tests;

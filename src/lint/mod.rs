//! What is wrong with a policy.
//!
//! 1. [`lint`] settles which rules run and how much each weighs (`selection`): what the options name, then what the
//!    manifest says, then the rule's own default;
//! 2. it visits the documents in parallel (`visit`); each is read, parsed, shown once to all rules, and dropped. What is
//!    kept are the findings, what a rule has put off, and the few facts that others may ask for (`whole`);
//! 3. with the facts of every document it settles what was put off, and runs the rules about the policy as a whole;
//! 4. comments silence what they cover (`ignore`);
//! 5. it puts the findings in order: path, place, rule.
//!
//! A rule is one file of `rules` and its two lines in the registry there.

mod context;
mod contracts;
mod file_names;
mod finding;
mod ignore;
mod links;
mod phrases;
mod pointers;
mod rule;
mod rules;
mod selection;
mod tags;
#[cfg(test)]
mod testing;
mod titles;
mod visit;
mod whole;

pub use rule::{Check, Documentation, Rule};
pub use rules::RULES;
pub use selection::rule;

use crate::error::{Error, Result};
use crate::model::{DocumentPath, Finding, Fix, Message, Severity};
use crate::policy::Policy;
use context::{DocumentContext, PolicyContext};
use contracts::Contracts;
use finding::{Gathered, Later, Observation};
use ignore::{Ignore, UNUSED_IGNORE};
use rayon::prelude::*;
use selection::Selection;
use std::sync::OnceLock;
use whole::{DocumentFacts, WholePolicy};

/// What to lint, and with which rules.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Names of the only rules to run; every rule that is not off when empty.
    pub rules: Vec<String>,
    /// Documents, or folders of documents, to which the findings are restricted; the whole policy when empty.
    pub paths: Vec<DocumentPath>,
    /// The day that deadlines are compared with, as `YYYY-MM-DD`; without one, nothing is overdue.
    pub today: Option<String>,
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
    lint_with(RULES, policy, options)
}

fn lint_with(rules: &'static [&'static Rule], policy: &Policy, options: &Options) -> Result<Outcome> {
    let selection = Selection::new(rules, policy, options)?;
    let chosen = chosen(policy, &options.paths)?;
    let context = PolicyContext {
        policy,
        today: options.today.as_deref(),
        contracts: Contracts::new(policy)?,
        file_names: OnceLock::new(),
    };
    let visit = |(path, is_chosen): (&DocumentPath, &bool)| visit_document(&context, path, &selection, *is_chosen);
    let visited: Vec<Result<Visit>> = policy.paths.par_iter().zip(&chosen).map(visit).collect();

    let mut outcome = Outcome { documents: 0, ..Outcome::default() };
    let mut documents = Vec::with_capacity(visited.len());
    let mut put_off: Vec<PutOff> = Vec::new();
    let mut ignores = Vec::new();
    for ((path, visit), is_chosen) in policy.paths.iter().zip(visited).zip(&chosen) {
        match visit {
            Ok(visit) => {
                outcome.documents += usize::from(*is_chosen);
                outcome.findings.extend(visit.findings);
                put_off.push(visit.later);
                if !visit.ignores.is_empty() {
                    ignores.push((path, visit.ignores));
                }
                documents.push((path, visit.facts));
            }
            Err(error) => outcome.unread.push(error),
        }
    }
    let whole = WholePolicy::new(&context, documents);
    let mut findings = of_whole_policy(&whole, put_off, &selection);
    if !options.paths.is_empty() {
        findings.retain(|finding| policy.paths.binary_search(&finding.path).is_ok_and(|place| chosen[place]));
    }
    outcome.findings.extend(findings);
    sort(&mut outcome.findings);
    for (path, ignores) in ignores {
        apply_ignores(path, ignores, &selection, &mut outcome.findings);
    }
    outcome.findings.retain(|finding| selection.wants(finding.rule));
    sort(&mut outcome.findings);
    Ok(outcome)
}

/// In order of path, place and rule.
fn sort(findings: &mut [Finding]) {
    findings.sort_by(|one, other| {
        let place = |finding: &Finding| (finding.span.start, finding.rule, finding.span.end);
        one.path.cmp(&other.path).then_with(|| place(one).cmp(&place(other)))
    });
}

/// For each document of the policy whether the paths choose it.
fn chosen(policy: &Policy, paths: &[DocumentPath]) -> Result<Vec<bool>> {
    let holds = |path: &DocumentPath, document: &DocumentPath| {
        let rest = document.as_str().strip_prefix(path.as_str());
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    };
    for path in paths {
        if !policy.paths.iter().any(|document| holds(path, document)) {
            let message = Message::new("lint-no-such-document").with("path", path);
            return Err(Error::usage(message).hint(Message::new("lint-no-such-document-hint")));
        }
    }
    let is_chosen = |document| paths.is_empty() || paths.iter().any(|path| holds(path, document));
    Ok(policy.paths.iter().map(is_chosen).collect())
}

/// What is left of a document after its visit.
struct Visit {
    findings: Vec<Finding>,
    later: PutOff,
    ignores: Vec<Ignore>,
    facts: DocumentFacts,
}

/// What the rules have put off in one document.
type PutOff = Vec<(&'static str, Severity, Later)>;

/// Reads, parses and shows a document to the rules; its text and tree are dropped on return. Of a document that was not
/// chosen only the facts are taken, as rules may ask for them.
fn visit_document(
    context: &PolicyContext<'_>,
    path: &DocumentPath,
    selection: &Selection<'_>,
    is_chosen: bool,
) -> Result<Visit> {
    let text = context.policy.text(path)?;
    let document = context.policy.parse(path, &text);
    let context = DocumentContext::new(context, &document);
    let mut gathered = Gathered::default();
    let mut ignores = Vec::new();
    if is_chosen {
        visit::document(&context, &selection.of(path), &mut gathered);
        ignores = ignore::read(&context);
    }
    let facts = DocumentFacts::of(&context);
    Ok(Visit { findings: gathered.findings, later: gathered.later, ignores, facts })
}

/// What can be said once every document has been visited.
fn of_whole_policy(whole: &WholePolicy<'_>, put_off: Vec<PutOff>, selection: &Selection<'_>) -> Vec<Finding> {
    let settle = |document: PutOff| {
        let mut gathered = Gathered::default();
        for (rule, severity, then) in document {
            then(whole, &mut gathered.of(rule, severity));
        }
        gathered.findings
    };
    let mut findings: Vec<Finding> = put_off.into_par_iter().flat_map_iter(settle).collect();
    let mut gathered = Gathered::default();
    for rule in selection.of_policy() {
        (rule.check)(whole, &mut gathered.of(rule.name, rule.severity));
    }
    selection.weigh(&mut gathered.findings);
    findings.extend(gathered.findings);
    findings
}

/// Silences what the comments of a document cover, and tells of the comments that are not needed.
fn apply_ignores(
    path: &DocumentPath,
    mut ignores: Vec<Ignore>,
    selection: &Selection<'_>,
    findings: &mut Vec<Finding>,
) {
    let start = findings.partition_point(|finding| finding.path < *path);
    let end = findings.partition_point(|finding| finding.path <= *path);
    let mut own: Vec<Finding> = findings.drain(start..end).collect();
    ignore::silence(&mut ignores, &mut own);
    let rules = selection.of(path);
    if let Some(severity) = rules.severity(UNUSED_IGNORE) {
        let ran = |name: &str| selection.wants(UNUSED_IGNORE) && rules.severity(name).is_some();
        let mut gathered = Gathered::default();
        for ignore in ignores {
            let Some(message) = ignore.faults(ran, |name| rule(name).is_ok()) else { continue };
            let is_malformed = message.id == "lint-unused-ignore-malformed";
            let mut observation = Observation::new(path, ignore.span, message);
            if is_malformed {
                observation = observation.hint(Message::new("lint-unused-ignore-malformed-hint"));
            }
            if ignore.is_idle(ran) {
                observation = observation.fix(Fix { edits: vec![ignore.removal], safe: true });
            }
            gathered.of(UNUSED_IGNORE, severity).add(observation);
        }
        own.extend(gathered.findings);
    }
    findings.splice(start..start, own);
}

#[cfg(test)]
mod tests;

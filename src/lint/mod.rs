//! What is wrong with a policy.
//!
//! 1. [`lint`] settles which rules run and how much each weighs: what the options name, then what the manifest says,
//!    then the rule's own default;
//! 2. it prepares what rules share about the whole policy: its anchors and its contracts;
//! 3. it visits the documents in parallel; each is read, parsed, shown once to all rules, and dropped;
//! 4. it puts the findings in order: path, place, rule.
//!
//! A rule is one file of `rules` and its two lines in the registry there.

mod anchors;
mod contracts;
mod finding;
mod fix;
mod links;
mod rule;
mod rules;
mod selection;
#[cfg(test)]
mod testing;
mod titles;
mod visit;

pub use fix::{Mended, Mending, Parse, mend, mended};
pub use rule::{Check, Documentation, Rule};
pub use rules::RULES;
pub use selection::rule;

use crate::error::{Error, Result};
use crate::model::{DocumentEntry, DocumentPath, Finding, Message, Severity};
use crate::policy::Policy;
use anchors::Anchors;
use contracts::Contracts;
use finding::Gathered;
use rayon::prelude::*;
use rule::{DocumentContext, PolicyContext};
use selection::ActiveRules;

/// What to lint, and with which rules.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Names of the only rules to run; every rule that is not off when empty.
    pub rules: Vec<String>,
    /// Documents, or folders of documents, to which the findings are restricted; the whole policy when empty.
    pub paths: Vec<DocumentPath>,
}

/// What linting found.
#[derive(Debug, Default)]
pub struct Outcome {
    /// What is wrong, in order of path, place and rule.
    pub findings: Vec<Finding>,
    /// How many documents were linted.
    pub documents: usize,
    /// Why documents could not be read, in order of path; those that [`Policy::unread`] tells of are not among them.
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
    let rules = ActiveRules::select(rules, policy, options)?;
    let entries = chosen(policy, &options.paths)?;
    let context =
        PolicyContext { policy, anchors: Anchors::new(&policy.documents), contracts: Contracts::new(policy)? };
    let visited: Vec<Result<Vec<Finding>>> =
        entries.par_iter().map(|entry| visit_document(&context, entry, &rules)).collect();

    let mut outcome = Outcome { findings: visit::policy(&context, &rules), ..Outcome::default() };
    if !options.paths.is_empty() {
        outcome.findings.retain(|finding| entries.iter().any(|entry| entry.path == finding.path));
    }
    for document in visited {
        match document {
            Ok(findings) => {
                outcome.documents += 1;
                outcome.findings.extend(findings);
            }
            Err(error) => outcome.unread.push(error),
        }
    }
    outcome.findings.sort_by(|one, other| {
        let place = |finding: &Finding| (finding.span.start, finding.rule, finding.span.end);
        one.path.cmp(&other.path).then_with(|| place(one).cmp(&place(other)))
    });
    Ok(outcome)
}

/// The documents that the paths choose, in the order of their paths.
fn chosen<'a>(policy: &'a Policy, paths: &[DocumentPath]) -> Result<Vec<&'a DocumentEntry>> {
    let holds = |path: &DocumentPath, document: &DocumentPath| {
        let rest = document.as_str().strip_prefix(path.as_str());
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    };
    for path in paths {
        if !policy.documents.iter().any(|entry| holds(path, &entry.path)) && !holds_unread(policy, path, holds)? {
            let message = Message::new("lint-no-such-document").with("path", path);
            return Err(Error::usage(message).hint(Message::new("lint-no-such-document-hint")));
        }
    }
    let chosen = |entry: &&DocumentEntry| paths.is_empty() || paths.iter().any(|path| holds(path, &entry.path));
    let mut entries: Vec<_> = policy.documents.iter().filter(chosen).collect();
    entries.sort_by(|one, other| one.path.cmp(&other.path));
    Ok(entries)
}

/// Whether a path of the options names a document that could not be read when the policy was opened.
fn holds_unread(
    policy: &Policy,
    path: &DocumentPath,
    holds: impl Fn(&DocumentPath, &DocumentPath) -> bool,
) -> Result<bool> {
    let unread: Vec<&str> =
        policy.unread.iter().filter_map(|error| Some(error.place.as_ref()?.file.as_str())).collect();
    let files = policy.files.list()?;
    let mut held = files.iter().filter(|file| holds(path, file));
    Ok(held.any(|file| unread.contains(&policy.files.display(file).as_str())))
}

/// Reads, parses and shows a document to the rules; its text and tree are dropped on return.
fn visit_document(context: &PolicyContext<'_>, entry: &DocumentEntry, rules: &ActiveRules) -> Result<Vec<Finding>> {
    let text = context.policy.text(&entry.path)?;
    let document = context.policy.parse(&entry.path, &text);
    let mut gathered = Gathered::default();
    visit::document(&DocumentContext { policy: context, document: &document, entry }, rules, &mut gathered);
    Ok(gathered.findings)
}

#[cfg(test)]
mod tests;

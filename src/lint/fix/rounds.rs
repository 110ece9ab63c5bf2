//! Rounds of mending through a whole policy.

use super::mended;
use crate::error::{Error, Result};
use crate::lint::{Options, Outcome, lint};
use crate::model::{DocumentPath, Finding, Severity};
use crate::policy::Policy;
use rayon::prelude::*;
use std::collections::BTreeSet;

/// The most rounds: a limit on work, should two rules ever undo what the other mends.
const MOST_ROUNDS: usize = 64;

/// What came of mending a policy.
pub struct Mending {
    /// The policy as it is now.
    pub policy: Policy,
    /// The heaviest of what was found before anything was mended.
    pub before: Option<Severity>,
    /// What is found now.
    pub after: Outcome,
    /// How many fixes were applied.
    pub applied: usize,
    /// Which documents were changed.
    pub changed: BTreeSet<DocumentPath>,
    /// How many safe fixes were left out, because they would change what a text says.
    pub left: usize,
    /// Why mended documents could not be written, in the order of their paths.
    pub unwritten: Vec<Error>,
}

/// Mends the documents of a policy, each as far as that changes nothing of what it says, and puts the results in their
/// place through [`Files::replace`](crate::repo::Files::replace). A second time, it finds nothing to do.
///
/// # Errors
/// Those of [`lint`], and of [`Policy::open`], for the mended policy is opened anew. A document that cannot be written
/// is no such error: it is among the `unwritten`.
pub fn mend(policy: Policy, options: &Options) -> Result<Mending> {
    let mut policy = policy;
    let mut after = lint(&policy, options)?;
    // Errors come before warnings.
    let before = after.findings.iter().map(|finding| finding.severity).min();
    let mut refused = BTreeSet::new();
    let mut round = Round::of(&policy, &after, &refused);
    let (mut applied, mut changed, mut unwritten) = (0, BTreeSet::new(), Vec::new());
    for _ in 0..MOST_ROUNDS {
        for (path, error) in std::mem::take(&mut round.unwritten) {
            refused.insert(path);
            unwritten.push(error);
        }
        if round.changed.is_empty() {
            break;
        }
        applied += round.applied;
        changed.append(&mut round.changed);
        policy = Policy::open(policy.files)?;
        after = lint(&policy, options)?;
        round = Round::of(&policy, &after, &refused);
    }
    Ok(Mending { policy, before, after, applied, changed, left: round.left, unwritten })
}

/// What came of one round.
#[derive(Default)]
struct Round {
    applied: usize,
    left: usize,
    changed: BTreeSet<DocumentPath>,
    unwritten: Vec<(DocumentPath, Error)>,
}

impl Round {
    /// Mends every document with safe fixes, but for those that could not be written before.
    fn of(policy: &Policy, outcome: &Outcome, refused: &BTreeSet<DocumentPath>) -> Self {
        let own: Vec<&[Finding]> = outcome.findings.chunk_by(|one, other| one.path == other.path).collect();
        let is_safe = |finding: &Finding| finding.fix.as_ref().is_some_and(|fix| fix.safe);
        let documents = own.into_par_iter().filter_map(|findings| {
            let path = &findings.first()?.path;
            if refused.contains(path) || !findings.iter().any(is_safe) {
                return None;
            }
            Some((path.clone(), mend_document(policy, path, findings)))
        });
        let mut round = Self::default();
        for (path, came) in documents.collect::<Vec<_>>() {
            match came {
                Ok((applied, left)) => {
                    round.left += left;
                    if applied > 0 {
                        round.applied += applied;
                        round.changed.insert(path);
                    }
                }
                Err(error) => round.unwritten.push((path, error)),
            }
        }
        round
    }
}

/// Mends a document and puts the result in its place; gives how many fixes were applied and how many left.
fn mend_document(policy: &Policy, path: &DocumentPath, findings: &[Finding]) -> Result<(usize, usize)> {
    let text = policy.text(path)?;
    let came = mended(&text, path, findings, &|text| policy.parse(path, text));
    match came.text {
        Some(new) => policy.files.replace(path, text.as_bytes(), new.as_bytes()).map(|()| (came.applied, came.left)),
        None => Ok((0, came.left)),
    }
}

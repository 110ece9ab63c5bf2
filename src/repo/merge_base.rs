//! The commit at which two revisions parted.

use super::history::History;
use super::objects::CommitObject;
use super::revision::resolve;
use super::{Commit, Repository};
use crate::error::{Error, Result};
use crate::model::Message;
use std::cmp::Reverse;

impl Repository {
    /// The best common ancestor of two revisions: one that no other descends from; if there are several, as where two
    /// branches were merged into each other, the latest. `None` if they have no commit in common.
    ///
    /// # Errors
    /// As [`Repository::commit`]; or if the history cannot be read, or a shallow clone ends before a common commit.
    pub fn merge_base(&self, one: &str, other: &str) -> Result<Option<Commit>> {
        let [first, second] = [one, other].map(|revision| resolve(revision, &self.references, &self.objects));
        let history = History::of(&self.objects);
        let range = history.range(&[first?], &second?)?;
        if range.ends.is_empty() && range.is_cut {
            let message = Message::new("repo-history-ends").with("one", one).with("other", other);
            return Err(Error::input(message).hint(Message::new("repo-hint-unshallow")));
        }
        best(&history, range.ends.into_values().collect()).map(|base| base.as_ref().map(Commit::from))
    }
}

/// The latest of some commits that lies behind none of the others.
fn best(history: &History<'_>, mut commits: Vec<CommitObject>) -> Result<Option<CommitObject>> {
    commits.sort_by_key(|commit| Reverse((commit.committed, commit.id)));
    while commits.len() > 1 {
        let latest = commits.remove(0);
        if !history.range(&commits, &latest)?.ends.contains_key(&latest.id) {
            return Ok(Some(latest));
        }
    }
    Ok(commits.pop())
}

#[cfg(test)]
mod tests;

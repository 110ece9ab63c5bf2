//! Whom each commit of a history is owed to.

use super::people::People;
use crate::repo::Chronicle;

/// The commits of a history with the people that they are owed to.
pub struct Credits {
    /// Everybody that a commit is owed to.
    pub people: People,
    /// The commits, each after its parents.
    pub commits: Vec<CreditedCommit>,
}

/// A commit and whom it is owed to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CreditedCommit {
    /// Its id: 40 hexadecimal digits.
    pub id: String,
    /// When its author made it, in seconds since 1970-01-01 UTC, if it says so.
    pub seconds: Option<i64>,
    /// Whom it is owed to, by number.
    pub people: Vec<usize>,
    /// Whether the clone lacks a parent of it, so that what it seems to have done may be older.
    pub is_cut: bool,
}

/// Tells whom the commits of a history are owed to; `people` are those that are known already.
#[must_use]
pub fn credits(chronicle: &Chronicle, mut people: People) -> Credits {
    let commits = chronicle.commits.iter().map(|commit| CreditedCommit {
        id: commit.id.clone(),
        seconds: commit.author.seconds,
        people: people.authors(commit),
        is_cut: commit.is_cut,
    });
    let commits = commits.collect();
    Credits { people, commits }
}

//! Follows documents back through the history, from the names they have in one revision to those they had in others.
//!
//! The commits are gone through from the latest on, each with the names that the documents have in it.
//!
//! 1. A document whose path a parent has is the same there; of several parents the first counts, unless it is known to
//!    lead nowhere;
//! 2. a document whose path no parent has may be one that the commit removed ([`super::pairing`]): then it goes on under
//!    that name;
//! 3. or else it begins here.
//!
//! So every document goes one way, and a side branch is looked into only where it brought in a document.

use super::comparison::{Comparison, Difference};
use super::history::{History, Past, Range};
use super::objects::{CommitObject, Objects};
use super::pairing::former_names;
use super::resemblance::Resemblance;
use super::trails::Trails;
use crate::error::{Error, Result};
use foldhash::HashMap;
use git2::Oid;
use std::collections::BTreeMap;
use std::mem;

/// Follows documents.
pub(super) struct Following<'a> {
    pub(super) history: &'a History<'a>,
    comparison: Comparison<'a>,
    resemblance: Resemblance<'a>,
    /// Whether the clone lacks a part of the history.
    is_part: bool,
}

/// A way from a newer revision to an older one.
pub(super) struct Way<'a> {
    pub(super) start: &'a CommitObject,
    pub(super) end: &'a CommitObject,
    /// The commits between, where they are known.
    pub(super) range: Option<&'a Range>,
}

/// Whether commits lead to the end of a way, or at least to its past; empty where that is not known.
type Leads = HashMap<Oid, Lead>;

/// Where a commit leads to, from the best on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Lead {
    ToEnd,
    ToItsPast,
    Nowhere,
}

/// How far documents were followed.
#[derive(Debug, Default)]
pub(super) struct Followed {
    /// Those that came to the end of the way or to a commit of its past, by that commit.
    pub(super) arrived: BTreeMap<Oid, (CommitObject, Trails)>,
    /// Those that were lost because the clone has no more of the history.
    pub(super) lost: Trails,
    /// Those that were there in a commit without parents.
    pub(super) first: Trails,
}

/// The documents that no parent of a commit is known to have.
struct Rest {
    documents: Trails,
    /// Whether all parents are known.
    is_known: bool,
}

/// The documents that were followed to commits that are still to be gone through, the latest last.
type Waiting = BTreeMap<(Option<i64>, Oid), (CommitObject, Trails)>;

impl<'a> Following<'a> {
    pub(super) fn new(objects: &'a Objects, history: &'a History<'a>, comparison: Comparison<'a>) -> Self {
        let is_part = objects.is_shallow() || objects.is_partial();
        Self { history, comparison, resemblance: Resemblance::new(objects), is_part }
    }

    /// Follows documents by the names they have at the start of the way.
    ///
    /// # Errors
    /// If a tree or a commit is corrupt, or missing although the clone is whole.
    pub(super) fn follow(&mut self, way: &Way<'_>, documents: Trails) -> Result<Followed> {
        let leads = way.range.map_or_else(Leads::default, |range| leads(range, way.end.id));
        let mut past = Past::of(self.history, way.end)?;
        let mut followed = Followed::default();
        let mut waiting = Waiting::new();
        put(&mut waiting, way.start, documents);
        while let Some((_, (commit, documents))) = waiting.pop_last() {
            let has_arrived = match way.range {
                Some(range) => range.ends.contains_key(&commit.id),
                None => past.holds(&commit)?,
            };
            if has_arrived {
                followed.arrived.entry(commit.id).or_insert_with(|| (commit, Trails::default())).1.add(documents);
                continue;
            }
            let rest = self.back(&commit, documents, &leads, &mut waiting)?;
            if !rest.is_known {
                followed.lost.add(rest.documents);
            } else if commit.parents.is_empty() {
                followed.first.add(rest.documents);
            }
        }
        Ok(followed)
    }

    /// What the commit's tree `after` has otherwise than `before`; `None` if the clone lacks what would tell it.
    ///
    /// # Errors
    /// As [`Following::follow`].
    pub(super) fn difference(&mut self, before: Oid, after: Oid) -> Result<Option<Difference>> {
        match self.comparison.difference(before, after) {
            Err(error) if self.is_to_be_expected(&error) => Ok(None),
            difference => difference.map(Some),
        }
    }

    /// Whether documents are only lost where a difference cannot be known.
    fn is_to_be_expected(&self, error: &Error) -> bool {
        match error.message.id {
            "repo-too-many-files" => true,
            "repo-object-missing" => self.is_part,
            _ => false,
        }
    }

    /// Takes documents from a commit back to its parents, and gives back the others: those that begin here, or that may
    /// have been in a parent that is not known.
    fn back(&mut self, commit: &CommitObject, documents: Trails, leads: &Leads, waiting: &mut Waiting) -> Result<Rest> {
        let mut parents = commit.parents.clone();
        parents.sort_by_key(|id| leads.get(id).copied().unwrap_or(Lead::Nowhere));
        let mut rest = Rest { documents, is_known: true };
        let mut steps = Vec::with_capacity(parents.len());
        for id in parents {
            let Some((parent, difference)) = self.step(id, commit)? else {
                rest.is_known = false;
                continue;
            };
            let new = rest.documents.take(&difference.added);
            put(waiting, &parent, mem::replace(&mut rest.documents, new));
            if rest.documents.is_empty() {
                return Ok(rest);
            }
            steps.push((parent, difference));
        }
        for (parent, difference) in &steps {
            let former = former_names(difference, &rest.documents.names(), &mut self.resemblance);
            put(waiting, parent, rest.documents.take(&former).back_to(&former));
        }
        Ok(rest)
    }

    /// A parent of a commit, and what the commit has otherwise; `None` if the clone lacks what would tell it.
    fn step(&mut self, parent: Oid, commit: &CommitObject) -> Result<Option<(CommitObject, Difference)>> {
        let Some(parent) = self.history.read(parent)? else { return Ok(None) };
        let difference = self.difference(parent.tree, commit.tree)?;
        Ok(difference.map(|difference| (parent, difference)))
    }
}

/// Where the commits of a range lead to, and those at which it ends.
fn leads(range: &Range, end: Oid) -> Leads {
    let ends = range.ends.keys().map(|id| (*id, if *id == end { Lead::ToEnd } else { Lead::ToItsPast }));
    let mut leads: Leads = ends.collect();
    for commit in range.commits.iter().rev() {
        let best = commit.parents.iter().filter_map(|parent| leads.get(parent)).min();
        leads.insert(commit.id, best.copied().unwrap_or(Lead::Nowhere));
    }
    leads
}

/// Lets documents wait in a commit.
fn put(waiting: &mut Waiting, commit: &CommitObject, documents: Trails) {
    if !documents.is_empty() {
        let place = waiting.entry((commit.committed, commit.id));
        place.or_insert_with(|| (commit.clone(), Trails::default())).1.add(documents);
    }
}

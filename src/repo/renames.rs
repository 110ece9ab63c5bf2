//! How the documents of a newer revision were called in an older one.
//!
//! 1. Only the documents whose paths the older revision has not are followed ([`super::following`]), back through every
//!    commit that the older one has not. A comparison of the two ends would not know a file that was renamed and then
//!    rewritten over the years;
//! 2. those that come to the older revision had their last name there;
//! 3. those that come to another commit of its past, because the revisions stand on two branches or because one was merged
//!    that had begun before, are met there by the documents of the older revision, followed back in the same way.

use super::Repository;
use super::comparison::{Comparison, IsDocument};
use super::following::{Following, Way};
use super::history::{History, Range};
use super::objects::CommitObject;
use super::revision::resolve;
use super::trails::Trails;
use crate::error::{Error, Result};
use crate::model::{DocumentPath, Message};
use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::path::Path;
use std::slice;

/// The most commits besides the older revision at which documents are met: a limit on work.
const MOST_MEETINGS: usize = 16;

/// How documents of a newer revision were called in an older one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Renames {
    /// All names of each document that had another one, from that in the older revision to that in the newer, in the order
    /// of the newer ones. None of the newer ones is a document of the older revision. An older one may stand for two, where
    /// two branches renamed a document each in its way; and it may be the name of another document by now.
    pub chains: Vec<Vec<DocumentPath>>,
    /// Whether every document was followed as far as it goes: not so where a clone lacks a part of the history.
    pub complete: bool,
}

impl Renames {
    /// What a document of the newer revision was called in the older one, if it had another name there.
    #[must_use]
    pub fn former(&self, path: &DocumentPath) -> Option<&DocumentPath> {
        let place = self.chains.binary_search_by(|chain| chain.last().cmp(&Some(path))).ok()?;
        self.chains[place].first()
    }
}

impl Repository {
    /// How the documents of the revision `new` were called in the revision `old`, as far as `old` has no document at the
    /// same path: a path that both have is taken for the same document. `folder` is as in [`Repository::files`];
    /// `is_document` is asked with paths inside it.
    ///
    /// # Errors
    /// As [`Repository::commit`]; if the folder lies outside the repository; if a tree or the history cannot be read; or if
    /// the revisions have no commit in common.
    pub fn renames(&self, old: &str, new: &str, folder: &Path, is_document: IsDocument<'_>) -> Result<Renames> {
        let folder = self.relative(folder)?;
        let [from, to] = [old, new].map(|revision| resolve(revision, &self.references, &self.objects));
        let (from, to) = (from?, to?);
        let mut comparison = Comparison::new(&self.objects, &folder, is_document);
        let wanted = comparison.difference(from.tree, to.tree)?.added;
        if wanted.is_empty() {
            return Ok(Renames { chains: Vec::new(), complete: true });
        }
        let history = History::of(&self.objects);
        let following = Following::new(&self.objects, &history, comparison);
        let mut search = Search { following, old: &from, new: &to, found: BTreeMap::new(), complete: true };
        if !search.run(Trails::of(wanted.keys()))? {
            return Err(unrelated(old, new));
        }
        Ok(Renames { chains: search.found.into_values().collect(), complete: search.complete })
    }
}

fn unrelated(old: &str, new: &str) -> Error {
    let error = Error::usage(Message::new("repo-unrelated").with("old", old).with("new", new));
    error.hint(Message::new("repo-hint-unrelated"))
}

/// A search for the names that documents had in the older revision.
struct Search<'a> {
    following: Following<'a>,
    old: &'a CommitObject,
    new: &'a CommitObject,
    /// The names of documents from the older revision on, by the newest.
    found: BTreeMap<DocumentPath, Vec<DocumentPath>>,
    /// Whether no document was lost on a way.
    complete: bool,
}

impl Search<'_> {
    /// Follows documents from the newer revision; `false` if it has no commit in common with the older one.
    fn run(&mut self, documents: Trails) -> Result<bool> {
        let (have_arrived, first) = self.follow(documents, None)?;
        if have_arrived && first.is_empty() {
            return Ok(true);
        }
        // Either there is no way, or the first parents led away from it.
        let range = self.following.history.range(slice::from_ref(self.new), self.old)?;
        if range.ends.is_empty() {
            self.lose(&first);
            return Ok(range.is_cut);
        }
        self.follow(first, Some(&range))?;
        Ok(true)
    }

    /// Follows documents from the newer revision. Tells whether any have come to the past of the older one, and which were
    /// there in a commit without parents.
    fn follow(&mut self, documents: Trails, range: Option<&Range>) -> Result<(bool, Trails)> {
        let way = Way { start: self.new, end: self.old, range };
        let mut followed = self.following.follow(&way, documents)?;
        self.lose(&followed.lost);
        let have_arrived = !followed.arrived.is_empty();
        if let Some((_, documents)) = followed.arrived.remove(&self.old.id) {
            documents.into_trails().for_each(|trail| self.find(&trail, &[]));
        }
        let mut ends: Vec<_> = followed.arrived.into_values().collect();
        ends.sort_by_key(|(end, _)| Reverse((end.committed, end.id)));
        for (number, (end, documents)) in ends.into_iter().enumerate() {
            if number < MOST_MEETINGS {
                self.meet(&end, documents)?;
            } else {
                self.lose(&documents);
            }
        }
        Ok((have_arrived, followed.first))
    }

    /// Lets documents of the older revision meet others in a commit of its past.
    fn meet(&mut self, end: &CommitObject, mut documents: Trails) -> Result<()> {
        let Some(difference) = self.following.difference(end.tree, self.old.tree)? else {
            self.lose(&documents);
            return Ok(());
        };
        let gone = documents.take(&difference.removed);
        documents.into_trails().for_each(|trail| self.find(&trail, &[]));
        if gone.is_empty() || difference.added.is_empty() {
            return Ok(());
        }
        let range = self.following.history.range(slice::from_ref(self.old), end)?;
        let way = Way { start: self.old, end, range: Some(&range) };
        let mut followed = self.following.follow(&way, Trails::of(difference.added.keys()))?;
        let (_, older) = followed.arrived.remove(&end.id).unwrap_or_else(|| (end.clone(), Trails::default()));
        for trail in gone.into_trails() {
            match trail.last().and_then(|name| older.get(name)) {
                Some(older) => self.find(&trail, older),
                None => self.lose(&followed.lost),
            }
        }
        Ok(())
    }

    /// Takes a document for found by the names it was followed to. If these end at a commit before the older revision,
    /// `older` are its names from that revision to there.
    fn find(&mut self, trail: &[DocumentPath], older: &[DocumentPath]) {
        let twice = usize::from(!older.is_empty());
        let chain = older.iter().chain(trail.iter().rev().skip(twice)).cloned().collect();
        self.found.extend(trail.first().map(|newest| (newest.clone(), chain)));
    }

    fn lose(&mut self, documents: &Trails) {
        self.complete &= documents.is_empty();
    }
}

#[cfg(test)]
mod tests;

//! The releases of a policy: the tags with a release's name that a commit descends from.
//!
//! 1. The tags whose names are releases' are followed to their commits; where there is none, no commit is read;
//! 2. for the last release, the history is walked backwards by date until all that is left to walk lies behind a release;
//! 3. for all of them, the whole history is walked, and put in topological order: a commit before its parents.
//!
//! A shallow clone ends where its commits end.

use super::objects::{CommitObject, Objects};
use super::revision::resolve;
use super::tree::RevisionFiles;
use super::{Commit, Repository};
use crate::error::Result;
use git2::Oid;
use std::collections::{BinaryHeap, HashMap};
use std::path::Path;
use std::sync::Arc;

/// A release.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Release {
    /// The name of its tag.
    pub tag: String,
    /// The commit that the tag names.
    pub commit: Commit,
}

/// Whether a tag's name is that of a release.
type IsRelease<'a> = &'a dyn Fn(&str) -> bool;

impl Repository {
    /// The releases among the tags of a revision's commit and those before it, the newest first: none comes after one
    /// that it descends from, and where neither descends from the other, the later commit comes first. Of several tags of
    /// one commit the last by name comes first.
    ///
    /// # Errors
    /// As [`Repository::commit`], or if the history cannot be read.
    pub fn releases(&self, revision: &str, is_release: IsRelease<'_>) -> Result<Vec<Release>> {
        let history = History::new(self, is_release, None);
        if history.tags.is_empty() {
            return Ok(Vec::new());
        }
        let start = resolve(revision, &self.references, &self.objects)?;
        let commits = history.in_order(start)?;
        Ok(commits.iter().flat_map(|commit| history.releases(commit)).collect())
    }

    /// The last release up to the commit that the work tree stands on, that commit included: the first of
    /// [`Repository::releases`]. `None` if there is none, or none that was committed `since`, in seconds since 1970-01-01
    /// UTC: where all are older, the history is not walked to them.
    ///
    /// # Errors
    /// If a reference or the history cannot be read.
    pub fn last_release(&self, is_release: IsRelease<'_>, since: Option<i64>) -> Result<Option<Release>> {
        let history = History::new(self, is_release, since);
        if history.tags.is_empty() {
            return Ok(None);
        }
        let head = self.references.find("HEAD")?;
        history.last(head.into_iter().collect())
    }

    /// The last release before a revision: the commit itself is none. `None` and `since` as in
    /// [`Repository::last_release`].
    ///
    /// # Errors
    /// As [`Repository::releases`].
    pub fn release_before(
        &self,
        revision: &str,
        is_release: IsRelease<'_>,
        since: Option<i64>,
    ) -> Result<Option<Release>> {
        let history = History::new(self, is_release, since);
        if history.tags.is_empty() {
            return Ok(None);
        }
        let commit = resolve(revision, &self.references, &self.objects)?;
        history.last(commit.parents)
    }

    /// The files of a policy in a release; `folder` as in [`Repository::files`].
    ///
    /// # Errors
    /// As [`Repository::files`].
    pub fn files_of(&self, release: &Release, folder: &Path) -> Result<RevisionFiles> {
        let folder = self.relative(folder)?;
        let commit = resolve(&release.commit.id, &self.references, &self.objects)?;
        RevisionFiles::new(Arc::clone(&self.objects), &release.tag, &commit, folder)
    }
}

/// The commits of a repository, and which of them are releases.
struct History<'a> {
    objects: &'a Objects,
    /// The names of the releases' tags by commit, in order.
    tags: HashMap<Oid, Vec<String>>,
    is_shallow: bool,
}

/// A commit to be visited; the latest is the greatest.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Waiting {
    committed: Option<i64>,
    id: Oid,
    /// Whether it lies behind a release.
    is_old: bool,
}

impl<'a> History<'a> {
    fn new(repository: &'a Repository, is_release: IsRelease<'_>, since: Option<i64>) -> Self {
        let objects = &*repository.objects;
        let mut tags: HashMap<Oid, Vec<String>> = HashMap::new();
        for (name, id) in repository.references.tags() {
            // A tag may name a file, or an object that a partial clone lacks: that is no release.
            if is_release(&name)
                && let Ok(commit) = objects.commit(id, &name)
                && since.is_none_or(|since| commit.committed.is_none_or(|committed| committed >= since))
            {
                tags.entry(commit.id).or_default().push(name);
            }
        }
        Self { objects, tags, is_shallow: objects.is_shallow() }
    }

    /// The releases that a commit is, the last by name first.
    fn releases(&self, commit: &CommitObject) -> impl Iterator<Item = Release> + use<'_> {
        let names = self.tags.get(&commit.id).map_or(&[][..], Vec::as_slice);
        let commit = Commit::from(commit);
        names.iter().rev().map(move |tag| Release { tag: tag.clone(), commit: commit.clone() })
    }

    /// A commit that another one names; `None` where a shallow clone ends.
    fn read(&self, id: Oid) -> Result<Option<CommitObject>> {
        match self.objects.commit(id, &id.to_string()) {
            Err(_) if self.is_shallow => Ok(None),
            read => read.map(Some),
        }
    }

    /// The last release among some commits and those before them.
    fn last(&self, from: Vec<Oid>) -> Result<Option<Release>> {
        let mut walk = Walk::default();
        for id in from {
            walk.meet(self.read(id)?, false);
        }
        let mut found: Vec<CommitObject> = Vec::new();
        while let Some(waiting) = walk.next(&found) {
            // It has become known since that it lies behind a release.
            let Some(commit) = walk.commits.get(&waiting.id).filter(|(_, is_old)| *is_old == waiting.is_old) else {
                continue;
            };
            let commit = commit.0.clone();
            let is_release = self.tags.contains_key(&commit.id);
            let is_old = waiting.is_old || is_release;
            for parent in commit.parents.iter().filter(|parent| walk.is_new(**parent, is_old)).collect::<Vec<_>>() {
                match self.read(*parent) {
                    Ok(parent) => walk.meet(parent, is_old),
                    // What is missing behind a release changes nothing.
                    Err(_) if is_old => {}
                    Err(error) => return Err(error),
                }
            }
            if is_release && !waiting.is_old {
                found.push(commit);
            }
        }
        let last = found.iter().filter(|commit| walk.commits.get(&commit.id).is_some_and(|(_, is_old)| !is_old));
        let last = last.max_by_key(|commit| (commit.committed, commit.id));
        Ok(last.and_then(|commit| self.releases(commit).next()))
    }

    /// A commit and all before it, each before its parents.
    fn in_order(&self, start: CommitObject) -> Result<Vec<CommitObject>> {
        let first = Waiting { committed: start.committed, id: start.id, is_old: false };
        let mut unread = vec![start.id];
        let mut commits = HashMap::from([(start.id, start)]);
        let mut children: HashMap<Oid, usize> = HashMap::new();
        while let Some(id) = unread.pop() {
            for parent in commits.get(&id).map_or_else(Vec::new, |commit| commit.parents.clone()) {
                *children.entry(parent).or_default() += 1;
                if !commits.contains_key(&parent)
                    && let Some(commit) = self.read(parent)?
                {
                    commits.insert(parent, commit);
                    unread.push(parent);
                }
            }
        }
        let mut waiting = BinaryHeap::from([first]);
        let mut ordered = Vec::with_capacity(commits.len());
        while let Some(next) = waiting.pop() {
            let Some(commit) = commits.remove(&next.id) else { continue };
            for parent in &commit.parents {
                let Some(left) = children.get_mut(parent) else { continue };
                *left -= 1;
                if let (0, Some(parent)) = (*left, commits.get(parent)) {
                    waiting.push(Waiting { committed: parent.committed, id: parent.id, is_old: false });
                }
            }
            ordered.push(commit);
        }
        Ok(ordered)
    }
}

/// A walk backwards by date.
#[derive(Default)]
struct Walk {
    waiting: BinaryHeap<Waiting>,
    /// How many of those that wait do not lie behind a release.
    recent: usize,
    /// The commits that were met, and whether each lies behind a release.
    commits: HashMap<Oid, (CommitObject, bool)>,
}

impl Walk {
    /// Whether it says anything new that a commit was met.
    fn is_new(&self, id: Oid, is_old: bool) -> bool {
        self.commits.get(&id).is_none_or(|(_, was_old)| is_old && !was_old)
    }

    fn meet(&mut self, commit: Option<CommitObject>, is_old: bool) {
        let Some(commit) = commit.filter(|commit| self.is_new(commit.id, is_old)) else { return };
        self.recent += usize::from(!is_old);
        self.waiting.push(Waiting { committed: commit.committed, id: commit.id, is_old });
        self.commits.insert(commit.id, (commit, is_old));
    }

    /// The next commit, while one that does not lie behind a release waits, or the releases found may lie behind each
    /// other: where a clock was wrong, a release may be met before one that descends from it.
    fn next(&mut self, found: &[CommitObject]) -> Option<Waiting> {
        let earliest = found.iter().map(|commit| commit.committed).min().filter(|_| found.len() > 1);
        let is_needed = |next: &Waiting| earliest.is_some_and(|earliest| next.committed >= earliest);
        if self.recent == 0 && !self.waiting.peek().is_some_and(is_needed) {
            return None;
        }
        let next = self.waiting.pop()?;
        self.recent -= usize::from(!next.is_old);
        Some(next)
    }
}

#[cfg(test)]
mod tests;

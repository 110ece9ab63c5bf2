//! The releases of a policy: the tags with a release's name that a commit descends from.
//!
//! 1. The tags whose names are releases' are followed to their commits; where there is none, no commit is read;
//! 2. for the last release, the history is walked backwards by date until all that is left to walk lies behind a release;
//! 3. for all of them, the whole history is walked, and put in topological order: a commit before its parents.
//!
//! A shallow clone ends where its commits end.

use super::history::{History, Side, Waiting, Walk, latest};
use super::objects::CommitObject;
use super::revision::resolve;
use super::tree::RevisionFiles;
use super::{Commit, Repository};
use crate::error::Result;
use git2::Oid;
use std::collections::HashMap;
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
        let tagged = Tagged::new(self, is_release, None);
        if tagged.tags.is_empty() {
            return Ok(Vec::new());
        }
        let start = resolve(revision, &self.references, &self.objects)?;
        let commits = tagged.history.in_order(start)?;
        Ok(commits.iter().flat_map(|commit| tagged.releases(commit)).collect())
    }

    /// The last release up to the commit that the work tree stands on, that commit included: the first of
    /// [`Repository::releases`]. `None` if there is none, or none that was committed `since`, in seconds since 1970-01-01
    /// UTC: where all are older, the history is not walked to them.
    ///
    /// # Errors
    /// If a reference or the history cannot be read.
    pub fn last_release(&self, is_release: IsRelease<'_>, since: Option<i64>) -> Result<Option<Release>> {
        let tagged = Tagged::new(self, is_release, since);
        if tagged.tags.is_empty() {
            return Ok(None);
        }
        let head = self.references.find("HEAD")?;
        tagged.last(head.into_iter().collect())
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
        let tagged = Tagged::new(self, is_release, since);
        if tagged.tags.is_empty() {
            return Ok(None);
        }
        let commit = resolve(revision, &self.references, &self.objects)?;
        tagged.last(commit.parents)
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

/// The tags that name releases, and the history they stand in.
struct Tagged<'a> {
    history: History<'a>,
    /// The names of the releases' tags by commit, in order.
    tags: HashMap<Oid, Vec<String>>,
}

impl<'a> Tagged<'a> {
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
        Self { history: History::of(objects), tags }
    }

    /// The releases that a commit is, the last by name first.
    fn releases(&self, commit: &CommitObject) -> impl Iterator<Item = Release> + use<'_> {
        let names = self.tags.get(&commit.id).map_or(&[][..], Vec::as_slice);
        let commit = Commit::from(commit);
        names.iter().rev().map(move |tag| Release { tag: tag.clone(), commit: commit.clone() })
    }

    /// The last release among some commits and those before them.
    fn last(&self, from: Vec<Oid>) -> Result<Option<Release>> {
        let mut walk = Walk::default();
        for id in from {
            if let Some(commit) = self.history.read(id)? {
                walk.meet(commit, Side::New);
            }
        }
        let mut found: Vec<CommitObject> = Vec::new();
        while let Some(next) = walk.next(|next| may_lie_behind_each_other(&found, next)) {
            let release = walk.commits.get(&next.id).filter(|_| self.tags.contains_key(&next.id));
            found.extend(release.filter(|_| next.side == Side::New).map(|(commit, _)| commit.clone()));
            let behind = Waiting { side: if release.is_some() { Side::Both } else { next.side }, ..next };
            for parent in walk.parents(&behind) {
                match self.history.read(parent) {
                    Ok(Some(parent)) => walk.meet(parent, behind.side),
                    Err(error) if behind.side == Side::New => return Err(error),
                    // What is missing behind a release changes nothing.
                    Ok(None) | Err(_) => {}
                }
            }
        }
        let last =
            found.iter().filter(|commit| walk.commits.get(&commit.id).is_some_and(|(_, side)| *side == Side::New));
        Ok(latest(last).and_then(|commit| self.releases(commit).next()))
    }
}

/// Whether the releases found may lie behind each other by way of a commit: where a clock was wrong, a release may be met
/// before one that descends from it.
fn may_lie_behind_each_other(found: &[CommitObject], next: &Waiting) -> bool {
    let earliest = found.iter().map(|commit| commit.committed).min();
    found.len() > 1 && earliest.is_some_and(|earliest| next.committed >= earliest)
}

#[cfg(test)]
mod tests;

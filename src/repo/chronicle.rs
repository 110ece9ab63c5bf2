//! The whole history of a revision, for those who follow its words.
//!
//! 1. The commits are put in order, each after its parents, in such a way that the order of a revision begins with that of
//!    its first parent;
//! 2. each is read, and compared with every parent: which documents it changed, by their blobs.
//!
//! The second step is done for many commits at once; nothing of a document is read before [`Chronicle::read`] is asked. Where
//! the history of a revision that the first parents lead to is known already, only what came after it is read.

use super::Repository;
use super::comparison::{Comparison, Difference, IsDocument};
use super::history::History;
use super::objects::{CommitObject, Objects, Signature, commit_signature_and_message};
use super::obstacle::child;
use super::revision::resolve;
use crate::error::Result;
use crate::model::DocumentPath;
use git2::{ObjectType, Oid};
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::path::Path;
use std::sync::Arc;

/// How many commits one thread compares at once, so that it reads each large tree only once.
const COMMITS_AT_ONCE: usize = 64;

/// The id of a file's content: what git calls a blob.
pub type BlobId = [u8; 20];

/// The history of a revision.
pub struct Chronicle {
    /// The commits, each after its parents; the last is the revision itself.
    pub commits: Vec<RecordedCommit>,
    /// The policy's folder in the repository, `""` for its root.
    folder: String,
    objects: Arc<Objects>,
}

/// What a commit says, and what it changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecordedCommit {
    /// Its id: 40 hexadecimal digits.
    pub id: String,
    /// The id of its tree.
    tree: [u8; 20],
    /// Its parents, by their places among the commits; those that a shallow clone lacks are left out.
    pub parents: Vec<usize>,
    /// Whether the clone lacks a parent, so that what it seems to have added may be older.
    pub is_cut: bool,
    /// Who wrote it, and when.
    pub author: Signature,
    /// Its message.
    pub message: String,
    /// Against each parent, or against nothing if it has none: the documents that it has otherwise, in the order of their
    /// paths from the root of the repository, each with its content here; `None` where it has none any more.
    pub changes: Vec<Vec<(String, Option<BlobId>)>>,
}

impl Chronicle {
    /// The path of a document of the policy from the root of the repository.
    #[must_use]
    pub fn path_of(&self, document: &DocumentPath) -> String {
        if self.folder.is_empty() { document.as_str().to_owned() } else { child(&self.folder, document.as_str()) }
    }

    /// The path of a file of the policy in its folder; `None` if the path from the root of the repository leads elsewhere.
    #[must_use]
    pub fn path_in_policy<'path>(&self, path: &'path str) -> Option<&'path str> {
        if self.folder.is_empty() { Some(path) } else { path.strip_prefix(&self.folder)?.strip_prefix('/') }
    }

    /// Whether a path from the root of the repository lies in the policy's folder.
    #[must_use]
    pub fn is_in_policy(&self, path: &str) -> bool {
        self.path_in_policy(path).is_some()
    }

    /// The bytes of a document.
    ///
    /// # Errors
    /// If the object is missing, as in a partial clone, is corrupt or too large; `shown` is what people call it.
    pub fn read(&self, blob: BlobId, shown: &str) -> Result<Vec<u8>> {
        self.objects.read(Oid::from_bytes(&blob).unwrap_or(Oid::ZERO_SHA1), ObjectType::Blob, shown)
    }
}

impl Repository {
    /// The ids of a revision and of all commits before it.
    ///
    /// # Errors
    /// As [`Repository::commit`]; or if a commit is corrupt, or missing although the clone is not shallow.
    pub fn ancestors(&self, revision: &str) -> Result<BTreeSet<String>> {
        let start = resolve(revision, &self.references, &self.objects)?;
        let commits = History::of(&self.objects).after_parents(start, [])?;
        Ok(commits.into_iter().map(|commit| commit.id.to_string()).collect())
    }

    /// The first of the revisions `known`, given by their ids, that the first parents of a revision lead to: the revision
    /// itself, its first parent, and so on.
    ///
    /// # Errors
    /// As [`Repository::ancestors`].
    pub fn nearest_first_parent(&self, revision: &str, known: &HashSet<String>) -> Result<Option<String>> {
        if known.is_empty() {
            return Ok(None);
        }
        let history = History::of(&self.objects);
        let mut next = Some(resolve(revision, &self.references, &self.objects)?);
        while let Some(commit) = next {
            let id = commit.id.to_string();
            if known.contains(&id) {
                return Ok(Some(id));
            }
            next = match commit.parents.first() {
                Some(parent) => history.read(*parent)?,
                None => None,
            };
        }
        Ok(None)
    }

    /// The history of a revision. `folder` is as in [`Repository::files`]; `is_document` is asked with paths from the root of
    /// the repository. `known` is empty, or the history of a revision that the first parents of this one lead to.
    ///
    /// # Errors
    /// As [`Repository::commit`]; if the folder lies outside the repository; or if a commit or a tree is corrupt, or missing although the clone is not shallow.
    pub fn chronicle(
        &self,
        revision: &str,
        folder: &Path,
        is_document: &(dyn Fn(&str) -> bool + Sync),
        known: Vec<RecordedCommit>,
    ) -> Result<Chronicle> {
        let folder = self.relative(folder)?;
        let start = resolve(revision, &self.references, &self.objects)?;
        let mut places: HashMap<Oid, usize> =
            known.iter().filter_map(|commit| Oid::from_str(&commit.id).ok()).zip(0..).collect();
        let added = History::of(&self.objects).after_parents(start, places.keys().copied())?;
        places.extend(added.iter().map(|commit| commit.id).zip(known.len()..));
        let mut trees: Vec<Oid> = known.iter().filter_map(|commit| Oid::from_bytes(&commit.tree).ok()).collect();
        trees.extend(added.iter().map(|commit| commit.tree));
        let recorded: Result<Vec<Vec<RecordedCommit>>> = added
            .par_chunks(COMMITS_AT_ONCE)
            .map(|commits| {
                let is_document: IsDocument<'_> = is_document;
                let mut recorder = Recorder {
                    comparison: Comparison::new(&self.objects, "", is_document),
                    places: &places,
                    trees: &trees,
                };
                commits.iter().map(|commit| recorder.record(commit, &self.objects)).collect()
            })
            .collect();
        let mut commits = known;
        commits.extend(recorded?.into_iter().flatten());
        Ok(Chronicle { commits, folder, objects: Arc::clone(&self.objects) })
    }
}

struct Recorder<'a> {
    comparison: Comparison<'a>,
    places: &'a HashMap<Oid, usize>,
    trees: &'a [Oid],
}

impl Recorder<'_> {
    fn record(&mut self, commit: &CommitObject, objects: &Objects) -> Result<RecordedCommit> {
        let parents: Vec<usize> = commit.parents.iter().filter_map(|parent| self.places.get(parent).copied()).collect();
        let mut changes = Vec::with_capacity(parents.len().max(1));
        for parent in &parents {
            changes.push(changed(self.comparison.difference(self.trees[*parent], commit.tree)?));
        }
        if parents.is_empty() {
            changes.push(changed(self.comparison.whole(commit.tree)?));
        }
        let bytes = objects.read(commit.id, ObjectType::Commit, &commit.id.to_string())?;
        let (author, message) = commit_signature_and_message(&bytes);
        Ok(RecordedCommit {
            id: commit.id.to_string(),
            tree: <[u8; 20]>::try_from(commit.tree.as_bytes()).unwrap_or_default(),
            is_cut: parents.len() < commit.parents.len(),
            parents,
            author,
            message,
            changes,
        })
    }
}

/// The documents of a difference with their new content.
fn changed(difference: Difference) -> Vec<(String, Option<BlobId>)> {
    let mut changes: BTreeMap<String, Option<BlobId>> =
        difference.removed.into_keys().map(|path| (path, None)).collect();
    let bytes = |id: Oid| <BlobId>::try_from(id.as_bytes()).ok();
    changes.extend(difference.added.into_iter().chain(difference.changed).map(|(path, id)| (path, bytes(id))));
    changes.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::repo::support::TestRepository;

    #[test]
    fn commits_come_after_their_parents_with_what_they_changed() {
        let repository = TestRepository::new();
        let first = repository.commit_of(&[], 10, &[("es/a.md", "uno"), ("b.txt", "x")]);
        let left = repository.commit_of(&[first], 20, &[("es/a.md", "dos"), ("b.txt", "y")]);
        let right = repository.commit_of(&[first], 30, &[("es/a.md", "uno"), ("es/b.md", "tres")]);
        let merge = repository.commit_of(&[left, right], 40, &[("es/a.md", "dos"), ("es/b.md", "tres")]);
        repository.tag_as("v1", merge);
        let found = Repository::discover(repository.root()).unwrap();
        let chronicle =
            found.chronicle("v1", repository.root(), &|path: &str| !path.ends_with("txt"), Vec::new()).unwrap();
        let ids: Vec<_> = chronicle.commits.iter().map(|commit| commit.id.as_str()).collect();
        assert_eq!(ids, [first, left, right, merge].map(|id| id.to_string()));
        let told = |place: usize| -> Vec<Vec<String>> {
            let read = |(path, blob): &(String, Option<BlobId>)| {
                let text = blob.map(|blob| String::from_utf8(chronicle.read(blob, path).unwrap()).unwrap());
                format!("{path} {}", text.unwrap_or_else(|| "-".to_owned()))
            };
            chronicle.commits[place].changes.iter().map(|changes| changes.iter().map(read).collect()).collect()
        };
        assert_eq!(told(0), [["es/a.md uno"]]);
        assert_eq!(told(1), [["es/a.md dos"]]);
        assert_eq!(told(2), [["es/b.md tres"]]);
        assert_eq!(told(3), [vec!["es/b.md tres"], vec!["es/a.md dos"]]);
        assert_eq!(chronicle.commits[3].parents, [1, 2]);
        assert!(chronicle.commits.iter().all(|commit| !commit.is_cut));
    }
}

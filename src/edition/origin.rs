//! Which commit editions were built from.

use crate::config::MANIFEST;
use crate::error::Result;
use crate::model::DocumentPath;
use crate::policy::Policy;
use crate::repo::{Files, Repository};
use serde::Serialize;
use std::collections::BTreeSet;
use std::path::Path;

/// Where the text of editions comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// A commit, by its id: editions of it are the same wherever they are built. A work tree that holds what its commit
    /// holds is no different.
    Commit(String),
    /// No commit, and why.
    Uncommitted(Uncommitted),
}

/// Why the text of editions is that of no commit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Uncommitted {
    /// The work tree holds something else than its commit.
    Changes,
    /// The repository has no commit yet.
    NoCommit,
    /// There is no repository, or none that can be read.
    NoRepository,
}

impl Origin {
    /// The origin of a policy in a revision of the repository that the folder `root` lies in.
    ///
    /// # Errors
    /// If there is no repository or no such revision.
    pub fn of_revision(revision: &str, root: &Path) -> Result<Self> {
        Repository::discover(root)?.commit(revision).map(|commit| Self::Commit(commit.id))
    }

    /// The origin of the texts of a policy in the folder `root`: the commit that the work tree stands on, if that has the
    /// same manifest and documents.
    #[must_use]
    pub fn of_texts(policy: &Policy, root: &Path) -> Self {
        let Ok(repository) = Repository::discover(root) else { return Self::Uncommitted(Uncommitted::NoRepository) };
        match repository.head() {
            Ok(Some(head)) => {
                let committed = repository.files(&head.id, root).and_then(|files| Policy::open(Box::new(files)));
                let manifest = DocumentPath::new(MANIFEST);
                let is_committed = committed.is_ok_and(|committed| {
                    let mut texts = manifest.iter().chain(&policy.paths);
                    policy.paths == committed.paths
                        && texts.all(|path| is_same(&*policy.files, &*committed.files, path))
                });
                if is_committed { Self::Commit(head.id) } else { Self::Uncommitted(Uncommitted::Changes) }
            }
            Ok(None) => Self::Uncommitted(Uncommitted::NoCommit),
            Err(_) => Self::Uncommitted(Uncommitted::NoRepository),
        }
    }

    /// The origin of what was made of these texts and of the files that were asked for on the way: no commit, where it lacks
    /// one of them, has another, or has files that are missing now.
    #[must_use]
    pub fn with_files(self, policy: &Policy, root: &Path, asked: &BTreeSet<DocumentPath>) -> Self {
        let Self::Commit(id) = &self else { return self };
        let files = &*policy.files;
        let committed = Repository::discover(root).and_then(|repository| repository.files(id, root));
        let is_committed = committed.is_ok_and(|committed| {
            let is_there = |path: &DocumentPath| files.contains(path) || files.may_hide(path);
            asked.iter().all(|path| is_same(files, &committed, path))
                && committed.list().is_ok_and(|paths| paths.iter().all(is_there))
        });
        if is_committed { self } else { Self::Uncommitted(Uncommitted::Changes) }
    }

    /// The commit's id, if it is one.
    #[must_use]
    pub fn commit(&self) -> Option<&str> {
        match self {
            Self::Commit(id) => Some(id),
            Self::Uncommitted(_) => None,
        }
    }

    /// Why it is no commit, if it is none.
    #[must_use]
    pub const fn uncommitted(&self) -> Option<Uncommitted> {
        match self {
            Self::Commit(_) => None,
            Self::Uncommitted(why) => Some(*why),
        }
    }
}

/// Whether a file is the same in the work tree and in a commit, or in neither.
fn is_same(files: &dyn Files, committed: &dyn Files, path: &DocumentPath) -> bool {
    if !files.contains(path) {
        return !committed.contains(path);
    }
    files.read(path).is_ok_and(|bytes| committed.holds(path, &bytes))
}

//! Which commit editions were built from.

use super::{Built, template};
use crate::config::MANIFEST;
use crate::error::Result;
use crate::model::DocumentPath;
use crate::policy::Policy;
use crate::repo::Repository;
use serde::Serialize;
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

    /// The origin of what was built of the policy in the folder `root`: the commit that the work tree stands on if that
    /// has the same of all that was read.
    #[must_use]
    pub fn of_folder(policy: &Policy, built: &Built, root: &Path) -> Self {
        let Ok(repository) = Repository::discover(root) else { return Self::Uncommitted(Uncommitted::NoRepository) };
        match repository.head() {
            Ok(Some(head)) => {
                let committed = repository.files(&head.id, root).and_then(|files| Policy::open(Box::new(files)));
                let is_committed = committed.is_ok_and(|committed| says_the_same(policy, &committed, built));
                if is_committed { Self::Commit(head.id) } else { Self::Uncommitted(Uncommitted::Changes) }
            }
            Ok(None) => Self::Uncommitted(Uncommitted::NoCommit),
            Err(_) => Self::Uncommitted(Uncommitted::NoRepository),
        }
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

/// Whether two versions of a policy have the same documents, manifest, images and templates.
fn says_the_same(policy: &Policy, committed: &Policy, built: &Built) -> bool {
    let has_the_same = |path: &DocumentPath| {
        if !policy.files.contains(path) {
            return !committed.files.contains(path);
        }
        policy.files.read(path).is_ok_and(|bytes| committed.files.holds(path, &bytes))
    };
    let templates = |policy: &Policy| {
        let mut files = policy.files.list().unwrap_or_default();
        files.retain(|path| built.trusts_templates && template::template_name(path).is_some());
        files
    };
    let manifest = DocumentPath::new(MANIFEST);
    policy.paths == committed.paths
        && manifest.iter().chain(&policy.paths).chain(&built.images).all(has_the_same)
        && templates(policy).iter().chain(&templates(committed)).all(has_the_same)
}

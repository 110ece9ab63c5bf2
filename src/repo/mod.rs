//! Where the files of a policy come from: a folder, or a revision of a git repository.
//!
//! [`Files`] is all that the rest of the program sees. Its implementations are
//!
//! 1. [`Folder`]: what lies in a folder on disk, without what git ignores;
//! 2. [`RevisionFiles`]: what a commit holds, from [`Repository::files`];
//! 3. [`StagedFiles`]: what the index holds for the next commit, from [`Repository::staged`];
//! 4. [`Memory`]: what a test or standard input gives;
//! 5. [`Draft`]: others with changes that are not written.
//!
//! [`locate`] tells which folder a path on the command line belongs to. A [`Repository`] also tells the history: its
//! [releases](Repository::releases), where two revisions [parted](Repository::merge_base), and how documents were called
//! [before](Repository::renames).
//!
//! Revisions are read straight from git's object database: nothing is checked out, no hook or filter runs, nothing is
//! fetched or written. libgit2 would read the configuration of the home folder and refuse the repositories of other
//! users when it opens a repository, and the ways to stop it are unsafe; so only its object database is used, and
//! [`Repository`] finds the repository and reads the references by itself. No environment variable, no configuration
//! of the user and no owner of a file changes what is read.

mod cache;
mod draft;
mod folder;
mod listing;
mod locate;
mod mailmap;
mod memory;
mod merge_base;
mod observed;
mod obstacle;
mod reading;
mod releases;
mod renames;
mod replacing;
mod repository;
mod revision;
mod root_file;
mod staged;

mod chronicle;
mod comparison;
mod discovery;
mod following;
mod history;
mod objects;
mod pairing;
mod references;
mod resemblance;
mod stored;
mod trails;
mod tree;

#[cfg(test)]
#[path = "../../tests/support/mod.rs"]
mod support;

pub use cache::Cache;
pub use chronicle::{BlobId, Chronicle, RecordedCommit};
pub use draft::Draft;
pub use folder::Folder;
pub use locate::{Located, locate};
pub use mailmap::Mailmap;
pub use memory::Memory;
pub use objects::Signature;
pub use observed::{Asked, Observed};
pub use reading::read_whole;
pub use releases::Release;
pub use renames::Renames;
pub use repository::{Commit, Repository};
pub use staged::{StagedFiles, StagingArea};
pub use stored::StoredFiles;
pub use tree::RevisionFiles;

use crate::error::{Error, Result};
use crate::model::{DocumentPath, Message};

/// The deepest folder that is entered, counted from the root of the policy: a limit on work.
const DEEPEST_FOLDER: usize = 64;

/// The most entries, files and folders together, that one policy may hold: a limit on work, which a tree that names
/// the same subtree again and again would otherwise not know.
const MOST_ENTRIES: usize = 250_000;

/// The longest path inside a policy, in bytes: a limit on memory.
const LONGEST_PATH: usize = 1024;

/// The files of a policy at one moment.
///
/// The list is made when the value is: a file that comes later is seen by opening the folder again. Hidden files, and
/// the folders `node_modules` and `target`, are left out.
pub trait Files: Send + Sync {
    /// Every file, in the order of their paths; those that git ignores left out.
    ///
    /// # Errors
    /// If the folder or the tree cannot be read.
    fn list(&self) -> Result<Vec<DocumentPath>>;

    /// The bytes of a file, as they are: no line ending is converted.
    ///
    /// # Errors
    /// If the file is not in the list, cannot be read, is larger than [`LARGEST_FILE`](crate::model::LARGEST_FILE), or
    /// is an object that a partial clone lacks.
    fn read(&self, path: &DocumentPath) -> Result<Vec<u8>>;

    /// Whether the list holds the file.
    fn contains(&self, path: &DocumentPath) -> bool;

    /// Whether the list holds the file with just these bytes. Where that can be told without reading it, it is not read.
    fn holds(&self, path: &DocumentPath, bytes: &[u8]) -> bool {
        self.contains(path) && self.read(path).is_ok_and(|own| own == bytes)
    }

    /// The id that git gives the file's bytes, where it is known without reading them.
    fn blob(&self, path: &DocumentPath) -> Option<[u8; 20]> {
        let _ = path;
        None
    }

    /// Whether a file or a folder may be at this path although the list has none: what is left out, what git ignores,
    /// and what lies behind a symbolic link or another obstacle.
    fn may_hide(&self, path: &DocumentPath) -> bool;

    /// What a person calls the file: its path on disk, or `v1.2:es/a.md`.
    fn display(&self, path: &DocumentPath) -> String;

    /// When these files were committed, in seconds since 1970-01-01 UTC; `None` outside git.
    ///
    /// For a folder, the time of the commit its work tree stands on.
    fn committed(&self) -> Option<i64>;

    /// The files that lie in the folder above this one themselves, not in its other folders; `None` where the repository
    /// does not reach above it, outside git, and if that folder cannot be read. Whatever they say of the policy, they are
    /// no part of it.
    fn above(&self) -> Option<Box<dyn Files>> {
        None
    }

    /// What is there but was not listed although neither git nor gaceta leaves it out, and why, in the order of the
    /// paths: symbolic links, submodules, names that no document can have, folders that cannot be read.
    fn skipped(&self) -> Vec<Error> {
        Vec::new()
    }

    /// Puts `bytes` in the place of the file, which has to hold `present` still: all of them or none.
    ///
    /// # Errors
    /// If these files cannot be changed, as those of a revision; if the file is not in the list, holds something else by
    /// now, may not be written, or cannot be.
    fn replace(&self, path: &DocumentPath, present: &[u8], bytes: &[u8]) -> Result<()> {
        let _ = (present, bytes);
        Err(Error::input(Message::new("repo-not-a-folder")).at(self.display(path), None))
    }
}

//! Files that lie in the object database, wherever they are listed: in a commit or in the index.

use super::Files;
use super::listing::Listing;
use super::objects::{EntryKind, Objects};
use super::obstacle::{Obstacle, child};
use super::tree;
use crate::error::{Error, Result};
use crate::model::DocumentPath;
use git2::{ObjectType, Oid};
use std::sync::Arc;

/// The files of a policy in the object database, as they are in a [`Commit`](super::Commit)
/// ([`RevisionFiles`](super::RevisionFiles)) or in the [`StagingArea`](super::StagingArea) ([`StagedFiles`](super::StagedFiles)).
pub struct StoredFiles<Of> {
    pub(super) objects: Arc<Objects>,
    pub(super) names: Names,
    pub(super) listing: Listing<Oid>,
    pub(super) committed: Option<i64>,
    /// The tree of the commit; the index has none.
    pub(super) tree: Option<Oid>,
    /// What lists them.
    pub(super) of: Of,
}

impl<Of: Clone + Send + Sync + 'static> Files for StoredFiles<Of> {
    fn list(&self) -> Result<Vec<DocumentPath>> {
        Ok(self.listing.paths())
    }

    fn read(&self, path: &DocumentPath) -> Result<Vec<u8>> {
        match self.listing.get(path) {
            Some(id) => self.objects.read(*id, ObjectType::Blob, &self.display(path)),
            None => Err(self.listing.missing(path, |path| self.names.call(path))),
        }
    }

    fn contains(&self, path: &DocumentPath) -> bool {
        self.listing.get(path).is_some()
    }

    /// A blob's id is made of its bytes.
    fn holds(&self, path: &DocumentPath, bytes: &[u8]) -> bool {
        let own = self.listing.get(path);
        own.is_some_and(|own| Oid::hash_object(ObjectType::Blob, bytes).is_ok_and(|id| id == *own))
    }

    fn blob(&self, path: &DocumentPath) -> Option<[u8; 20]> {
        self.listing.get(path)?.as_bytes().try_into().ok()
    }

    fn above(&self) -> Option<Box<dyn Files>> {
        let (names, listing) = tree::above(&self.objects, &self.names, self.tree?)?;
        let (objects, of) = (Arc::clone(&self.objects), self.of.clone());
        Some(Box::new(Self { objects, names, listing, committed: self.committed, tree: self.tree, of }))
    }

    /// What git ignores is not stored, so that it is not known here.
    fn may_hide(&self, path: &DocumentPath) -> bool {
        self.listing.may_hide(path)
    }

    fn display(&self, path: &DocumentPath) -> String {
        self.names.call(path.as_str())
    }

    fn committed(&self) -> Option<i64> {
        self.committed
    }

    fn skipped(&self) -> Vec<Error> {
        self.listing.skipped(|path| self.names.call(path))
    }
}

/// What people call the files of a folder in a revision or in the index, which is also what `git show` takes.
pub(super) struct Names {
    /// As it was written: `v1.2`; `""` for the index.
    pub(super) revision: String,
    /// The policy's folder in the repository, `""` for its root.
    pub(super) folder: String,
}

impl Names {
    /// What people call the entry at a path inside the folder, `""` being the folder itself.
    pub(super) fn call(&self, path: &str) -> String {
        let full = if path.is_empty() { self.folder.clone() } else { child(&self.folder, path) };
        format!("{}:{full}", self.revision)
    }
}

/// Adds what is no folder to a list, if it is a file.
pub(super) fn add_entry_at(path: String, kind: EntryKind, id: Oid, listing: &mut Listing<Oid>) {
    match kind {
        EntryKind::File => listing.add(&path, id),
        EntryKind::SymbolicLink => listing.skip(path, Obstacle::SymbolicLink),
        EntryKind::Submodule => listing.skip(path, Obstacle::Submodule),
        EntryKind::Folder | EntryKind::Unknown => listing.skip(path, Obstacle::Special),
    }
}

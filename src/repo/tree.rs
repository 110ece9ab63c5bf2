//! The files of a policy in a commit, read from the object database.

use super::listing::Listing;
use super::objects::{CommitObject, EntryKind, Objects, TreeEntry, malformed, tree_entries};
use super::obstacle::{Obstacle, Verdict, child, judge};
use super::{Commit, DEEPEST_FOLDER, Files};
use crate::error::{Error, Result};
use crate::model::{DocumentPath, Message};
use git2::{ObjectType, Oid};
use std::collections::BTreeSet;
use std::sync::Arc;

/// The files of a policy in a commit.
pub struct RevisionFiles {
    objects: Arc<Objects>,
    /// As it was written: `v1.2`.
    revision: String,
    /// The policy's folder in the repository, `""` for its root.
    folder: String,
    commit: Commit,
    /// The tree of the commit.
    tree: Oid,
    listing: Listing<Oid>,
}

impl RevisionFiles {
    /// Lists the files of `folder` in a commit; no file is read.
    pub(super) fn new(objects: Arc<Objects>, revision: &str, commit: &CommitObject, folder: String) -> Result<Self> {
        let names = Names { revision, folder: &folder };
        let root = find_folder(&objects, &names, commit.tree)?;
        let listing = list(&objects, &names, root, DEEPEST_FOLDER)?;
        let (commit, tree) = (Commit::from(commit), commit.tree);
        Ok(Self { objects, revision: revision.to_owned(), folder, commit, tree, listing })
    }

    /// The commit.
    #[must_use]
    pub const fn commit(&self) -> &Commit {
        &self.commit
    }

    fn call(&self, path: &str) -> String {
        Names { revision: &self.revision, folder: &self.folder }.call(path)
    }
}

impl Files for RevisionFiles {
    fn list(&self) -> Result<Vec<DocumentPath>> {
        Ok(self.listing.paths())
    }

    fn read(&self, path: &DocumentPath) -> Result<Vec<u8>> {
        match self.listing.get(path) {
            Some(id) => self.objects.read(*id, ObjectType::Blob, &self.display(path)),
            None => Err(self.listing.missing(path, |path| self.call(path))),
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

    /// What git ignores is in no commit, so that it is not known here.
    fn may_hide(&self, path: &DocumentPath) -> bool {
        self.listing.may_hide(path)
    }

    fn display(&self, path: &DocumentPath) -> String {
        self.call(path.as_str())
    }

    fn committed(&self) -> Option<i64> {
        self.commit.committed
    }

    fn above(&self) -> Option<Box<dyn Files>> {
        let folder = match self.folder.rsplit_once('/') {
            Some((above, _)) => above.to_owned(),
            None if self.folder.is_empty() => return None,
            None => String::new(),
        };
        let names = Names { revision: &self.revision, folder: &folder };
        let root = find_folder(&self.objects, &names, self.tree).ok()?;
        let listing = list(&self.objects, &names, root, 0).ok()?;
        let (objects, revision, commit) = (Arc::clone(&self.objects), self.revision.clone(), self.commit.clone());
        Some(Box::new(Self { objects, revision, folder, commit, tree: self.tree, listing }))
    }

    fn skipped(&self) -> Vec<Error> {
        self.listing.skipped(|path| self.call(path))
    }
}

/// What people call the files of a folder in a revision, which is also what `git show` takes.
struct Names<'a> {
    revision: &'a str,
    folder: &'a str,
}

impl Names<'_> {
    /// What people call the entry at a path inside the folder, `""` being the folder itself.
    fn call(&self, path: &str) -> String {
        let full = if path.is_empty() { self.folder.to_owned() } else { child(self.folder, path) };
        format!("{}:{full}", self.revision)
    }
}

/// The tree of the policy's folder, gone down to from the commit's.
fn find_folder(objects: &Objects, names: &Names<'_>, root: Oid) -> Result<Oid> {
    let shown = names.call("");
    let mut tree = root;
    for part in names.folder.split('/').filter(|part| !part.is_empty()) {
        let bytes = objects.read(tree, ObjectType::Tree, &shown)?;
        let entries = tree_entries(&bytes).ok_or_else(|| malformed(tree, &shown))?;
        let obstacle = match entries.into_iter().find(|entry| entry.name == part.as_bytes()) {
            Some(TreeEntry { kind: EntryKind::Folder, id, .. }) => {
                tree = id;
                continue;
            }
            Some(TreeEntry { kind: EntryKind::SymbolicLink, .. }) => Obstacle::SymbolicLink,
            Some(TreeEntry { kind: EntryKind::Submodule, .. }) => Obstacle::Submodule,
            _ => {
                let message = Message::new("repo-folder-not-in-revision").with("revision", names.revision);
                let hint = Message::new("repo-hint-list-folders").with("revision", names.revision);
                return Err(Error::usage(message.with("folder", names.folder)).hint(hint));
            }
        };
        return Err(obstacle.error(shown));
    }
    Ok(tree)
}

/// A tree still to be read.
struct Waiting {
    id: Oid,
    /// Its path inside the policy, `""` for the policy's folder.
    path: String,
    depth: usize,
}

/// Lists the files below a tree; folders deeper than `deepest` are not entered.
fn list(objects: &Objects, names: &Names<'_>, root: Oid, deepest: usize) -> Result<Listing<Oid>> {
    let mut listing = Listing::new();
    let mut waiting = vec![Waiting { id: root, path: String::new(), depth: 0 }];
    while let Some(folder) = waiting.pop() {
        let shown = names.call(&folder.path);
        let bytes = objects.read(folder.id, ObjectType::Tree, &shown)?;
        let entries = tree_entries(&bytes).ok_or_else(|| malformed(folder.id, &shown))?;
        let mut seen = BTreeSet::new();
        for entry in entries {
            listing.count().map_err(|error| error.at(&shown, None))?;
            if seen.insert(entry.name) {
                add_entry(entry, &folder, deepest, &mut listing, &mut waiting);
            } else {
                listing.skip_entry(&folder.path, entry.name, Obstacle::Duplicate);
            }
        }
    }
    Ok(listing)
}

fn add_entry(
    entry: TreeEntry<'_>,
    folder: &Waiting,
    deepest: usize,
    listing: &mut Listing<Oid>,
    waiting: &mut Vec<Waiting>,
) {
    let name = match judge(entry.name, entry.kind == EntryKind::Folder) {
        Verdict::Take(name) => name,
        Verdict::LeaveOut => return,
        Verdict::Refuse(obstacle) => return listing.skip_entry(&folder.path, entry.name, obstacle),
    };
    let path = child(&folder.path, name);
    match entry.kind {
        EntryKind::File => listing.add(&path, entry.id),
        EntryKind::SymbolicLink => listing.skip(path, Obstacle::SymbolicLink),
        EntryKind::Submodule => listing.skip(path, Obstacle::Submodule),
        EntryKind::Unknown => listing.skip(path, Obstacle::Special),
        EntryKind::Folder if folder.depth == deepest => listing.skip(path, Obstacle::TooDeep),
        EntryKind::Folder if path.len() > super::LONGEST_PATH => {
            listing.skip_entry(&folder.path, entry.name, Obstacle::TooLong);
        }
        EntryKind::Folder => waiting.push(Waiting { id: entry.id, path, depth: folder.depth + 1 }),
    }
}

#[cfg(test)]
mod tests;

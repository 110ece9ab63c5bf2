//! The files of a policy in a commit, read from the object database.

use super::listing::Listing;
use super::objects::{CommitObject, EntryKind, Objects, TreeEntry, malformed, tree_entries};
use super::obstacle::{Obstacle, Verdict, child, judge};
use super::stored::{Names, StoredFiles, add_entry_at};
use super::{Commit, DEEPEST_FOLDER};
use crate::error::{Error, Result};
use crate::model::Message;
use git2::{ObjectType, Oid};
use std::collections::BTreeSet;
use std::sync::Arc;

/// The files of a policy in a commit.
pub type RevisionFiles = StoredFiles<Commit>;

impl RevisionFiles {
    /// Lists the files of `folder` in a commit; no file is read.
    pub(super) fn new(objects: Arc<Objects>, revision: &str, commit: &CommitObject, folder: String) -> Result<Self> {
        let names = Names { revision: revision.to_owned(), folder };
        let root = find_folder(&objects, &names, commit.tree)?;
        let listing = list(&objects, &names, root, DEEPEST_FOLDER)?;
        let (committed, tree) = (commit.committed, Some(commit.tree));
        Ok(Self { objects, names, listing, committed, tree, of: Commit::from(commit) })
    }

    /// The commit.
    #[must_use]
    pub const fn commit(&self) -> &Commit {
        &self.of
    }
}

/// The files that lie in the folder above one of a commit's tree themselves; `None` where there is none, or it cannot be
/// read.
pub(super) fn above(objects: &Objects, names: &Names, tree: Oid) -> Option<(Names, Listing<Oid>)> {
    let folder = match names.folder.rsplit_once('/') {
        Some((above, _)) => above.to_owned(),
        None if names.folder.is_empty() => return None,
        None => String::new(),
    };
    let names = Names { revision: names.revision.clone(), folder };
    let root = find_folder(objects, &names, tree).ok()?;
    let listing = list(objects, &names, root, 0).ok()?;
    Some((names, listing))
}

/// The tree of the policy's folder, gone down to from the commit's.
fn find_folder(objects: &Objects, names: &Names, root: Oid) -> Result<Oid> {
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
                let revision = names.revision.as_str();
                let message = Message::new("repo-folder-not-in-revision").with("revision", revision);
                let hint = Message::new("repo-hint-list-folders").with("revision", revision);
                return Err(Error::usage(message.with("folder", names.folder.as_str())).hint(hint));
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
fn list(objects: &Objects, names: &Names, root: Oid, deepest: usize) -> Result<Listing<Oid>> {
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
                add_entry(entry, (&folder, deepest), &mut listing, &mut waiting);
            } else {
                listing.skip_entry(&folder.path, entry.name, Obstacle::Duplicate);
            }
        }
    }
    Ok(listing)
}

fn add_entry(
    entry: TreeEntry<'_>,
    (folder, deepest): (&Waiting, usize),
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
        EntryKind::Folder if folder.depth == deepest => listing.skip(path, Obstacle::TooDeep),
        EntryKind::Folder if path.len() > super::LONGEST_PATH => {
            listing.skip_entry(&folder.path, entry.name, Obstacle::TooLong);
        }
        EntryKind::Folder => waiting.push(Waiting { id: entry.id, path, depth: folder.depth + 1 }),
        kind => add_entry_at(path, kind, entry.id, listing),
    }
}

#[cfg(test)]
mod tests;

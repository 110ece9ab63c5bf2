//! Which documents one tree has and another has not, found by going down only into the folders in which they differ.

use super::objects::{EntryKind, Objects, TreeEntry, after_common, first_entry, malformed, tree_entries};
use super::obstacle::{Verdict, child, judge};
use super::{DEEPEST_FOLDER, LONGEST_PATH, MOST_ENTRIES};
use crate::error::{Error, Result};
use crate::model::Message;
use git2::{ObjectType, Oid};
use std::cmp::Ordering;
use std::collections::{BTreeMap, VecDeque};
use std::sync::Arc;

/// From how many bytes on a tree is kept for the next comparison; libgit2 keeps the smaller ones.
const LARGE: usize = 4096;

/// How many large trees are kept.
const MOST_KEPT: usize = 8;

/// Whether the file at a path in the policy is a document.
pub(super) type IsDocument<'a> = &'a dyn Fn(&str) -> bool;

/// Compares trees below the policy's folder.
pub(super) struct Comparison<'a> {
    objects: &'a Objects,
    /// The policy's folder in the repository, `""` for its root.
    folder: &'a str,
    is_document: IsDocument<'a>,
    /// The large trees that were read last.
    kept: VecDeque<(Oid, Arc<Vec<u8>>)>,
}

/// The documents, by their paths in the policy, that two trees do not have alike at these paths, each with its blob.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Difference {
    pub(super) added: BTreeMap<String, Oid>,
    pub(super) removed: BTreeMap<String, Oid>,
    /// The documents that both have with other bytes, each with its new blob.
    pub(super) changed: BTreeMap<String, Oid>,
}

impl Difference {
    /// How many documents are not alike.
    fn len(&self) -> usize {
        self.added.len() + self.removed.len() + self.changed.len()
    }
}

/// A folder in which two trees differ.
struct Waiting {
    before: Option<Oid>,
    after: Option<Oid>,
    /// Its path inside the policy, `""` for the policy's folder.
    path: String,
    depth: usize,
}

impl<'a> Comparison<'a> {
    pub(super) const fn new(objects: &'a Objects, folder: &'a str, is_document: IsDocument<'a>) -> Self {
        Self { objects, folder, is_document, kept: VecDeque::new() }
    }

    /// What the commit's tree `after` has otherwise than `before`.
    ///
    /// # Errors
    /// If a tree cannot be read, or too many entries differ.
    pub(super) fn difference(&mut self, before: Oid, after: Oid) -> Result<Difference> {
        if before == after {
            return Ok(Difference::default());
        }
        let (before, after) = (self.root(before)?, self.root(after)?);
        self.between(before, after)
    }

    /// What a commit's tree has.
    ///
    /// # Errors
    /// As [`Self::difference`].
    pub(super) fn whole(&mut self, tree: Oid) -> Result<Difference> {
        let root = self.root(tree)?;
        self.between(None, root)
    }

    fn between(&mut self, before: Option<Oid>, after: Option<Oid>) -> Result<Difference> {
        let mut difference = Difference::default();
        let mut waiting = vec![Waiting { before, after, path: String::new(), depth: 0 }];
        let mut opened = 0;
        while let Some(folder) = waiting.pop() {
            if folder.before != folder.after {
                self.compare(&folder, &mut difference, &mut waiting)?;
            }
            opened += 1;
            if opened + waiting.len() + difference.len() > MOST_ENTRIES {
                let error = Error::input(Message::new("repo-too-many-files").with("limit", MOST_ENTRIES));
                return Err(error.at(self.called(), None).hint(Message::new("repo-hint-too-many-files")));
            }
        }
        Ok(difference)
    }

    /// The tree of the policy's folder, gone down to from a commit's; `None` if that has no such folder.
    fn root(&mut self, commit_tree: Oid) -> Result<Option<Oid>> {
        let mut tree = commit_tree;
        for part in self.folder.split('/').filter(|part| !part.is_empty()) {
            let bytes = self.read(Some(tree))?;
            let entries = tree_entries(&bytes).ok_or_else(|| malformed(tree, self.called()))?;
            let is_next = |entry: &TreeEntry<'_>| entry.name == part.as_bytes() && entry.kind == EntryKind::Folder;
            match entries.into_iter().find(is_next) {
                Some(entry) => tree = entry.id,
                None => return Ok(None),
            }
        }
        Ok(Some(tree))
    }

    /// What people call the policy's folder.
    const fn called(&self) -> &str {
        if self.folder.is_empty() { "." } else { self.folder }
    }

    /// The bytes of a tree; where there is none, those of an empty one.
    fn read(&mut self, tree: Option<Oid>) -> Result<Arc<Vec<u8>>> {
        let Some(tree) = tree else { return Ok(Arc::default()) };
        if let Some((_, bytes)) = self.kept.iter().find(|(kept, _)| *kept == tree) {
            return Ok(Arc::clone(bytes));
        }
        let bytes = Arc::new(self.objects.read(tree, ObjectType::Tree, self.called())?);
        if bytes.len() > LARGE {
            self.kept.truncate(MOST_KEPT - 1);
            self.kept.push_front((tree, Arc::clone(&bytes)));
        }
        Ok(bytes)
    }

    /// Compares the entries of a folder, which are in the same order in both trees.
    fn compare(&mut self, folder: &Waiting, difference: &mut Difference, waiting: &mut Vec<Waiting>) -> Result<()> {
        let (before, after) = (self.read(folder.before)?, self.read(folder.after)?);
        let mut rest = [&before[..], &after[..]];
        loop {
            rest = after_common(rest[0], rest[1]);
            let (before, after) = (self.first(rest[0], folder.before)?, self.first(rest[1], folder.after)?);
            let order = match (&before, &after) {
                (None, None) => return Ok(()),
                (Some(_), None) => Ordering::Less,
                (None, Some(_)) => Ordering::Greater,
                (Some((before, _)), Some((after, _))) => order(before, after),
            };
            let pair = [before.filter(|_| order.is_le()), after.filter(|_| order.is_ge())];
            for (rest, entry) in rest.iter_mut().zip(&pair) {
                *rest = entry.as_ref().map_or(*rest, |(_, behind)| behind);
            }
            self.note(pair.map(|entry| Some(entry?.0)), folder, difference, waiting);
        }
    }

    /// The first entry of what is left of a tree, and what is behind it.
    fn first<'tree>(&self, rest: &'tree [u8], tree: Option<Oid>) -> Result<Option<(TreeEntry<'tree>, &'tree [u8])>> {
        if rest.is_empty() {
            return Ok(None);
        }
        let malformed = || malformed(tree.unwrap_or(Oid::ZERO_SHA1), self.called());
        first_entry(rest).map(Some).ok_or_else(malformed)
    }

    /// Notes what two entries of the same name, or one without the other, tell.
    fn note(
        &self,
        [before, after]: [Option<TreeEntry<'_>>; 2],
        folder: &Waiting,
        difference: &mut Difference,
        waiting: &mut Vec<Waiting>,
    ) {
        if before == after {
            return;
        }
        let of_kind = |kind: EntryKind| {
            let id = |entry: Option<TreeEntry<'_>>| entry.filter(|entry| entry.kind == kind).map(|entry| entry.id);
            (id(before), id(after))
        };
        let Some(name) = before.or(after).map(|entry| entry.name) else { return };
        let path = |is_folder| match judge(name, is_folder) {
            Verdict::Take(name) => Some(child(&folder.path, name)).filter(|path| path.len() <= LONGEST_PATH),
            _ => None,
        };
        match of_kind(EntryKind::File) {
            (Some(id), None) => self.add(path(false), id, &mut difference.removed),
            (None, Some(id)) => self.add(path(false), id, &mut difference.added),
            (Some(old), Some(new)) if old != new => self.add(path(false), new, &mut difference.changed),
            _ => {}
        }
        let (before, after) = of_kind(EntryKind::Folder);
        if (before.is_some() || after.is_some())
            && folder.depth < DEEPEST_FOLDER
            && let Some(path) = path(true)
        {
            waiting.push(Waiting { before, after, path, depth: folder.depth + 1 });
        }
    }

    fn add(&self, path: Option<String>, id: Oid, documents: &mut BTreeMap<String, Oid>) {
        if let Some(path) = path.filter(|path| (self.is_document)(path)) {
            documents.insert(path, id);
        }
    }
}

/// How git sorts the entries of a tree: a folder as if its name ended in `/`.
fn order(one: &TreeEntry<'_>, other: &TreeEntry<'_>) -> Ordering {
    let common = one.name.len().min(other.name.len());
    let end = |entry: &TreeEntry<'_>| if entry.kind == EntryKind::Folder { b'/' } else { 0 };
    let next = |entry: &TreeEntry<'_>| entry.name.get(common).copied().unwrap_or_else(|| end(entry));
    one.name[..common].cmp(&other.name[..common]).then_with(|| next(one).cmp(&next(other)))
}

#[cfg(test)]
mod tests;

//! The files of a policy in git's index: what the next commit would hold.
//!
//! Only the index file of the work tree is read (gitformat-index(5)). Files that are only announced (`git add -N`) have no
//! content there yet and are left out, as `git diff --cached` does.

use super::listing::Listing;
use super::objects::entry_kind;
use super::obstacle::{Obstacle, Verdict, child, judge};
use super::stored::{Names, StoredFiles, add_entry_at};
use super::{DEEPEST_FOLDER, Repository};
use crate::error::{Error, Result};
use crate::model::Message;
use git2::{IndexEntry, IndexEntryExtendedFlag, Oid};
use std::path::Path;
use std::sync::Arc;

/// Where the stage of an entry is kept in its flags, which is another than zero after a merge with conflicts.
const STAGE: u16 = 0b11 << 12;

/// What lists [`StagedFiles`].
#[derive(Clone, Copy, Debug)]
pub struct StagingArea;

/// The files of a policy in the index.
pub type StagedFiles = StoredFiles<StagingArea>;

impl Repository {
    /// The files of a policy in an index, or where none is named, in that of the work tree; none if there is no index yet.
    /// `folder` is as in [`Repository::files`].
    ///
    /// # Errors
    /// If the folder lies outside the repository; if the index cannot be read; if it holds more than a policy may; or if a
    /// file of the policy is in conflict.
    pub fn staged(&self, folder: &Path, index: Option<&Path>) -> Result<StagedFiles> {
        let names = Names { revision: String::new(), folder: self.relative(folder)? };
        let path = index.map_or_else(|| self.index(), Path::to_owned);
        let entries = if path.is_file() { read(&path)? } else { Vec::new() };
        let listing = list(&entries, &names)?;
        let committed = self.head().ok().flatten().and_then(|commit| commit.committed);
        let objects = Arc::clone(&self.objects);
        Ok(StagedFiles { objects, names, listing, committed, tree: None, of: StagingArea })
    }
}

fn read(path: &Path) -> Result<Vec<IndexEntry>> {
    let index = git2::Index::open(path).map_err(|error| {
        let unreadable = Error::input(Message::new("repo-index-unreadable")).at(path.display().to_string(), None);
        unreadable.hint(Message::new("repo-hint-index-unreadable")).caused_by(error)
    })?;
    Ok(index.iter().collect())
}

/// The files among the entries below the policy's folder.
fn list(entries: &[IndexEntry], names: &Names) -> Result<Listing<Oid>> {
    let mut listing = Listing::new();
    let folder = if names.folder.is_empty() { String::new() } else { format!("{}/", names.folder) };
    for entry in entries {
        if let Some(path) = entry.path.strip_prefix(folder.as_bytes()) {
            listing.count().map_err(|error| error.at(names.call(""), None))?;
            add(path, entry, names, &mut listing)?;
        }
    }
    Ok(listing)
}

fn add(path: &[u8], entry: &IndexEntry, names: &Names, listing: &mut Listing<Oid>) -> Result<()> {
    let Some(path) = judge_path(path, listing) else { return Ok(()) };
    if entry.flags & STAGE != 0 {
        let error = Error::input(Message::new("repo-index-conflict")).at(names.call(&path), None);
        return Err(error.hint(Message::new("repo-hint-index-conflict")));
    }
    let flags = IndexEntryExtendedFlag::from_bits_truncate(entry.flags_extended);
    if !flags.is_intent_to_add() {
        add_entry_at(path, entry_kind(entry.mode), entry.id, listing);
    }
    Ok(())
}

/// The path of an entry, unless a part of it keeps it out of the policy.
fn judge_path(path: &[u8], listing: &mut Listing<Oid>) -> Option<String> {
    let mut judged = String::new();
    let mut parts = path.split(|byte| *byte == b'/').enumerate().peekable();
    while let Some((depth, part)) = parts.next() {
        let is_folder = parts.peek().is_some();
        match judge(part, is_folder) {
            Verdict::Take(name) => judged = child(&judged, name),
            Verdict::LeaveOut => return None,
            Verdict::Refuse(obstacle) => {
                listing.skip_entry(&judged, part, obstacle);
                return None;
            }
        }
        if is_folder && depth == DEEPEST_FOLDER {
            listing.skip(judged, Obstacle::TooDeep);
            return None;
        }
    }
    Some(judged)
}

#[cfg(test)]
mod tests;

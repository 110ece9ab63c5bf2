//! Reads git's object database: commits, tags, trees and blobs, each within limits.
//!
//! libgit2 finds and unpacks the objects; that each is what its id says is checked here, because libgit2 also looks for signs
//! of made collisions, which takes five times as long and which git has done when the objects came. Commits, tags and trees
//! are taken apart here, because libgit2 does that only for a repository it has opened (see [`super`]).

use super::reading::check_size;
use crate::error::{Error, Result};
use crate::model::Message;
use git2::{ErrorCode, ObjectType, Odb, Oid};
use serde::{Deserialize, Serialize};
use sha1::{Digest, Sha1};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// The longest chain of tags that name tags.
const MOST_TAGS: usize = 16;

/// The length of an id in a tree object, in bytes.
const ID: usize = 20;

/// How many objects that begin alike are told apart.
const MOST_CANDIDATES: usize = 5;

/// The object database of a repository.
pub(super) struct Objects {
    database: Odb<'static>,
    common: PathBuf,
}

/// What a commit says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct CommitObject {
    pub(super) id: Oid,
    pub(super) tree: Oid,
    pub(super) parents: Vec<Oid>,
    /// When it was committed, in seconds since 1970-01-01 UTC, if it says so.
    pub(super) committed: Option<i64>,
}

/// What an entry of a tree or of the index is, by its mode.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum EntryKind {
    File,
    Folder,
    SymbolicLink,
    Submodule,
    Unknown,
}

/// An entry of a tree; its name may be anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct TreeEntry<'tree> {
    pub(super) kind: EntryKind,
    pub(super) name: &'tree [u8],
    pub(super) id: Oid,
}

impl Objects {
    /// Opens the object database in the shared folder of a repository, and those it borrows from.
    pub(super) fn open(common: &Path) -> Result<Self> {
        let objects = common.join("objects");
        let shown = objects.display().to_string();
        let unreadable = || Error::input(Message::new("repo-objects-unreadable")).at(&shown, None);
        let path = objects.to_str().ok_or_else(unreadable)?;
        git2::opts::strict_hash_verification(false);
        let database = Odb::new().map_err(|error| unreadable().caused_by(error))?;
        database.add_disk_alternate(path).map_err(|error| unreadable().caused_by(error))?;
        Ok(Self { database, common: common.to_owned() })
    }

    /// The bytes of an object of `kind`; `shown` is what people call it.
    ///
    /// # Errors
    /// If it is missing, is of another kind, is too large (which its header tells before it is read) or is corrupt.
    pub(super) fn read(&self, id: Oid, kind: ObjectType, shown: &str) -> Result<Vec<u8>> {
        let (size, found) = self.database.read_header(id).map_err(|error| self.failure(id, shown, error))?;
        if found != kind {
            return Err(malformed(id, shown));
        }
        self.content(id, size, shown)
    }

    /// The bytes of an object whose header says that it has so many.
    fn content(&self, id: Oid, size: usize, shown: &str) -> Result<Vec<u8>> {
        check_size(size as u64, shown)?;
        let object = self.database.read(id).map_err(|error| self.failure(id, shown, error))?;
        let (kind, data) = (object.kind().str(), object.data());
        let sum = Sha1::new().chain_update(format!("{kind} {}\0", data.len())).chain_update(data).finalize();
        if sum.as_slice() == id.as_bytes() { Ok(data.to_vec()) } else { Err(malformed(id, shown)) }
    }

    /// The commit that an object is, or that a tag names.
    ///
    /// # Errors
    /// If it names something else, or an object on the way cannot be read.
    pub(super) fn commit(&self, id: Oid, shown: &str) -> Result<CommitObject> {
        let mut id = id;
        for _ in 0..MOST_TAGS {
            let (size, kind) = self.database.read_header(id).map_err(|error| self.failure(id, shown, error))?;
            match kind {
                ObjectType::Commit => {
                    let bytes = self.content(id, size, shown)?;
                    return read_commit(id, &bytes).ok_or_else(|| malformed(id, shown));
                }
                ObjectType::Tag => {
                    let bytes = self.content(id, size, shown)?;
                    id = header(&bytes, b"object").and_then(hexadecimal).ok_or_else(|| malformed(id, shown))?;
                }
                _ => {
                    let error = Error::usage(Message::new("repo-not-a-commit").with("revision", shown));
                    return Err(error.hint(Message::new("repo-hint-list-revisions")));
                }
            }
        }
        Err(malformed(id, shown))
    }

    /// The one commit, or tag of a commit, whose id begins with these digits, four at least; `None` if there is none.
    ///
    /// # Errors
    /// If there are several.
    pub(super) fn abbreviated(&self, digits: &str) -> Result<Option<Oid>> {
        let prefix = Some(digits).filter(|digits| (4..=40).contains(&digits.len()));
        let Some(prefix) = prefix.and_then(|digits| Oid::from_str(digits).ok()) else {
            return Ok(None);
        };
        match self.database.exists_prefix(prefix, digits.len()) {
            Ok(id) => Ok(Some(id)),
            Err(error) if error.code() == ErrorCode::Ambiguous => self.one_of(&digits.to_ascii_lowercase()).map(Some),
            Err(_) => Ok(None),
        }
    }

    /// The one commit or tag among the objects whose id begins with `digits`.
    fn one_of(&self, digits: &str) -> Result<Oid> {
        let mut candidates = BTreeSet::new();
        // Where the listing breaks off, what was seen until then is still told.
        let _ = self.database.foreach(|id| {
            if id.to_string().starts_with(digits) {
                candidates.insert(*id);
            }
            true
        });
        let names_commit = |id: &Oid| {
            let kind = self.database.read_header(*id).map(|(_, kind)| kind);
            matches!(kind, Ok(ObjectType::Commit | ObjectType::Tag))
        };
        let commits: Vec<_> = candidates.iter().copied().filter(names_commit).collect();
        if let [commit] = commits[..] {
            return Ok(commit);
        }
        let shown = if commits.is_empty() { candidates.into_iter().collect() } else { commits };
        let ids: Vec<_> = shown.iter().take(MOST_CANDIDATES).map(ToString::to_string).collect();
        let message = Message::new("repo-revision-ambiguous").with("revision", digits);
        Err(Error::usage(message.with("candidates", ids.join(", "))).hint(Message::new("repo-hint-more-digits")))
    }

    /// Whether the clone holds only the newest commits (`git clone --depth`).
    pub(super) fn is_shallow(&self) -> bool {
        fs::metadata(self.common.join("shallow")).is_ok_and(|metadata| metadata.len() > 0)
    }

    /// The ids of the commits whose parents a shallow clone lacks (gitrepository-layout(5), `shallow`).
    pub(super) fn ends(&self) -> Vec<String> {
        let ends = fs::read_to_string(self.common.join("shallow")).unwrap_or_default();
        ends.lines().map(str::to_owned).collect()
    }

    /// Whether the clone leaves objects at its origin (`git clone --filter`).
    pub(super) fn is_partial(&self) -> bool {
        let packs = fs::read_dir(self.common.join("objects").join("pack"));
        packs.is_ok_and(|mut packs| {
            packs.any(|pack| pack.is_ok_and(|pack| pack.path().extension().is_some_and(|it| it == "promisor")))
        })
    }

    /// What it means that an object could not be read.
    fn failure(&self, id: Oid, shown: &str, error: git2::Error) -> Error {
        if error.code() != ErrorCode::NotFound {
            return malformed(id, shown).caused_by(error);
        }
        let id = id.to_string();
        let mut missing = Error::input(Message::new("repo-object-missing").with("id", id.as_str())).at(shown, None);
        if self.is_shallow() {
            missing = missing.hint(Message::new("repo-hint-unshallow"));
        }
        if self.is_partial() {
            missing = missing.hint(Message::new("repo-hint-refetch"));
            missing = missing.hint(Message::new("repo-hint-fetch-object").with("id", id));
        }
        if missing.hints.is_empty() {
            missing = missing.hint(Message::new("repo-hint-fsck")).hint(Message::new("repo-hint-refetch"));
        }
        missing
    }
}

/// The error of an object that is not what it should be.
pub(super) fn malformed(id: Oid, shown: &str) -> Error {
    let message = Message::new("repo-object-corrupt").with("id", id.to_string());
    Error::input(message).at(shown, None).hint(Message::new("repo-hint-fsck"))
}

/// The entries of a tree object; `None` if it is not made so.
pub(super) fn tree_entries(tree: &[u8]) -> Option<Vec<TreeEntry<'_>>> {
    let mut entries = Vec::new();
    let mut rest = tree;
    while !rest.is_empty() {
        let (entry, after) = first_entry(rest)?;
        entries.push(entry);
        rest = after;
    }
    Some(entries)
}

/// The first entry of a tree object, and what follows: mode, space, name, NUL, 20 bytes of id; `None` if it is not made so.
pub(super) fn first_entry(tree: &[u8]) -> Option<(TreeEntry<'_>, &[u8])> {
    let (mode, rest) = split_at_byte(tree, b' ')?;
    let (name, rest) = split_at_byte(rest, 0)?;
    let (id, rest) = rest.split_at_checked(ID)?;
    let mode = u32::from_str_radix(std::str::from_utf8(mode).ok()?, 8).ok()?;
    Some((TreeEntry { kind: entry_kind(mode), name, id: Oid::from_bytes(id).ok()? }, rest))
}

/// What follows the first entries of two tree objects that are the same in both.
pub(super) fn after_common<'tree>(one: &'tree [u8], other: &'tree [u8]) -> [&'tree [u8]; 2] {
    let mut end = 0;
    while let Some(name) = memchr::memchr(0, &one[end..]) {
        let next = end + name + 1 + ID;
        if one.get(end..next).is_none_or(|entry| other.get(end..next) != Some(entry)) {
            break;
        }
        end = next;
    }
    [&one[end..], &other[end..]]
}

/// What an entry of a tree or of the index is.
pub(super) const fn entry_kind(mode: u32) -> EntryKind {
    match mode & 0o170_000 {
        0o040_000 => EntryKind::Folder,
        0o100_000 => EntryKind::File,
        0o120_000 => EntryKind::SymbolicLink,
        0o160_000 => EntryKind::Submodule,
        _ => EntryKind::Unknown,
    }
}

fn split_at_byte(bytes: &[u8], byte: u8) -> Option<(&[u8], &[u8])> {
    let end = bytes.iter().position(|it| *it == byte)?;
    Some((&bytes[..end], &bytes[end + 1..]))
}

/// The lines of a commit's or tag's header.
fn header_lines(bytes: &[u8]) -> impl Iterator<Item = &[u8]> {
    bytes.split(|byte| *byte == b'\n').take_while(|line| !line.is_empty())
}

/// The first header of that name.
fn header<'object>(bytes: &'object [u8], name: &[u8]) -> Option<&'object [u8]> {
    header_lines(bytes).find_map(|line| line.strip_prefix(name)?.strip_prefix(b" "))
}

fn hexadecimal(id: &[u8]) -> Option<Oid> {
    Oid::from_str(std::str::from_utf8(id).ok().filter(|id| id.len() == 40)?).ok()
}

fn read_commit(id: Oid, bytes: &[u8]) -> Option<CommitObject> {
    let parents = header_lines(bytes).filter_map(|line| line.strip_prefix(b"parent ")).map(hexadecimal);
    Some(CommitObject {
        id,
        tree: header(bytes, b"tree").and_then(hexadecimal)?,
        parents: parents.collect::<Option<_>>()?,
        committed: header(bytes, b"committer").and_then(seconds),
    })
}

/// Who made something, and when, as a commit says it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Signature {
    /// The name; empty where there is none.
    pub name: String,
    /// The address; empty where there is none.
    pub address: String,
    /// When, in seconds since 1970-01-01 UTC, if it says so.
    pub seconds: Option<i64>,
}

/// The author and the message of a commit, as far as it has them.
pub(super) fn commit_signature_and_message(commit: &[u8]) -> (Signature, String) {
    let author = header(commit, b"author").unwrap_or_default();
    let open = author.iter().position(|byte| *byte == b'<').unwrap_or(author.len());
    let close = author.iter().rposition(|byte| *byte == b'>').filter(|close| *close > open).unwrap_or(open);
    let address = author.get(open + 1..close).unwrap_or_default();
    let text = |bytes: &[u8]| decoded(bytes).trim().to_owned();
    let author = Signature { name: text(&author[..open]), address: text(address), seconds: seconds(author) };
    let message = memchr::memmem::find(commit, b"\n\n").map_or(&[][..], |end| &commit[end + 2..]);
    (author, decoded(message))
}

/// Text of a commit: UTF-8, or what was written before git asked for it, which is nearly always Latin-1.
fn decoded(bytes: &[u8]) -> String {
    std::str::from_utf8(bytes).map_or_else(|_| bytes.iter().copied().map(char::from).collect(), ToOwned::to_owned)
}

/// The time of `Name <address> 1767225600 -0600`; the zone only says how it was shown.
fn seconds(signature: &[u8]) -> Option<i64> {
    let end = signature.iter().rposition(|byte| *byte == b'>')?;
    let time = std::str::from_utf8(&signature[end + 1..]).ok()?;
    time.split_whitespace().next()?.parse().ok()
}

#[cfg(test)]
mod tests;

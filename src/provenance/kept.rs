//! Keeps a history and its provenance in the repository, so that the next run reads only what came after.
//!
//! 1. A file is named for what its content depends on besides the commits, and for the revision up to which it goes;
//! 2. of those that the first parents of a revision lead to, the nearest is read: its order of the commits begins that of the
//!    revision, so that all goes on as if it had never stopped;
//! 3. what is damaged, made by another version or does not hold together is as if it were not there.

use super::Provenance;
use super::text::Text;
use crate::repo::{Cache, RecordedCommit};
use foldhash::quality::FixedState;
use serde::Deserialize;
use std::collections::{BTreeSet, HashSet};
use std::hash::BuildHasher;

/// What the names of the files begin with.
const PREFIX: &str = "provenance";

/// The form of the files and of what is found, with the version of the program: to be raised whenever words are followed
/// otherwise than before.
const FORM: &str = concat!(env!("CARGO_PKG_VERSION"), "/2");

/// A text whose keys tell whether texts are cut, and words hashed, as they were.
const SAMPLE: &str = "# Uno\n\n1. dos `<!--` *tres*. Cuatro\n2020. cinco\n\n| a | b |\n[x]: y\n\n```\n<b>\n```\n<!-- no\n\nno --> acción\n";

/// How many revisions are kept.
const MOST_KEPT: usize = 3;

/// What is kept of a history.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Kept {
    pub(super) commits: Vec<RecordedCommit>,
    pub(super) provenance: Provenance,
}

/// The files of a repository that depend on the same things.
pub(super) struct Shelf {
    cache: Cache,
    prefix: String,
}

impl Shelf {
    /// The files that depend on the commits that are ignored and the boundary of the clone.
    pub(super) fn new(cache: Cache, ignored: &BTreeSet<String>, boundary: &[u8]) -> Self {
        let sample = Text::of(SAMPLE.as_bytes());
        let key = FixedState::default().hash_one((FORM, sample.keys, sample.sentences, ignored, boundary));
        Self { cache, prefix: format!("{PREFIX}-{key:016x}-") }
    }

    /// The revisions that are kept.
    pub(super) fn revisions(&self) -> HashSet<String> {
        let names = self.cache.names();
        names.iter().filter_map(|name| name.strip_prefix(&self.prefix)).map(str::to_owned).collect()
    }

    /// What is kept of a revision; `None` if it is not whole.
    pub(super) fn read(&self, revision: &str) -> Option<Kept> {
        let bytes = self.cache.read(&format!("{}{revision}", self.prefix))?;
        let (sum, content) = bytes.split_at_checked(size_of::<u64>())?;
        if sum != checksum(content) {
            return None;
        }
        let kept: Kept = postcard::from_bytes(content).ok()?;
        (kept.commits.last()?.id == revision && is_sound(&kept)).then_some(kept)
    }

    /// Keeps what was found, instead of the oldest if there are many.
    pub(super) fn write(&self, commits: &[RecordedCommit], provenance: &Provenance) {
        let Some(last) = commits.last() else { return };
        let Ok(content) = postcard::to_stdvec(&(commits, provenance)) else { return };
        let mut bytes = checksum(&content).to_vec();
        bytes.extend(content);
        self.cache.write(&format!("{}{}", self.prefix, last.id), &bytes);
        let names = self.cache.names();
        names.iter().filter(|name| is_own(name)).skip(MOST_KEPT).for_each(|name| self.cache.remove(name));
    }
}

/// Whether a file was written here, by its name: prefix, key and revision.
fn is_own(name: &str) -> bool {
    let parts: Vec<&str> = name.split('-').collect();
    let is_number = |text: &str, length| text.len() == length && text.bytes().all(|byte| byte.is_ascii_hexdigit());
    matches!(parts[..], [PREFIX, key, revision] if is_number(key, 16) && is_number(revision, 40))
}

/// A sum that tells whether bytes are still those that were written. It guards against damage, not against forgery: whoever
/// can write into a repository's own folder can do more than that.
fn checksum(bytes: &[u8]) -> [u8; 8] {
    FixedState::default().hash_one(bytes).to_le_bytes()
}

/// Whether all that it names is there.
fn is_sound(kept: &Kept) -> bool {
    let Kept { commits, provenance } = kept;
    let (count, paths) = (commits.len(), provenance.paths.len());
    let Ok(number) = u32::try_from(count) else { return false };
    let has_each_commit = [provenance.first_parents.len(), provenance.changes.len(), provenance.work.len()];
    let mut changes = provenance.changes.iter().flatten();
    has_each_commit == [count; 3]
        && commits.iter().enumerate().all(|(place, commit)| {
            let own = commit.parents.first().and_then(|parent| u32::try_from(*parent).ok());
            commit.parents.iter().all(|parent| *parent < place) && provenance.first_parents[place] == own
        })
        && changes.all(|(document, version)| {
            (*document as usize) < paths
                && version.iter().flat_map(|version| version.runs.iter()).all(|(origin, _)| *origin < number)
        })
        && provenance.work.iter().flatten().all(|work| (work.document as usize) < paths)
        && provenance.unread.iter().all(|(_, commit)| *commit < count)
        && provenance.removed.is_sound(number)
}

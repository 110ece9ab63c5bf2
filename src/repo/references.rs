//! Reads references: `HEAD`, tags and branches, loose or packed.
//!
//! A name is tried as git tries it (gitrevisions(7)): as it stands, as a tag, as a branch, as a remote branch.

use super::discovery::{GitFolders, read_line};
use crate::error::{Error, Result};
use crate::model::Message;
use git2::Oid;
use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

/// How many references one may name in a row.
const MOST_STEPS: usize = 5;

/// The most names that are gathered to suggest some.
const MOST_NAMES: usize = 20_000;

/// The most of `packed-refs` that is read, in bytes.
const LARGEST_PACKED: u64 = 256 * 1024 * 1024;

/// Where the references of a repository lie.
pub(super) struct References {
    own: PathBuf,
    common: PathBuf,
}

enum Target {
    Object(Oid),
    Reference(String),
}

impl References {
    /// The references of a repository.
    pub(super) fn new(folders: &GitFolders) -> Self {
        Self { own: folders.own.clone(), common: folders.common.clone() }
    }

    /// The object that a name stands for; `None` if there is no such reference.
    ///
    /// # Errors
    /// If the reference is broken.
    pub(super) fn find(&self, name: &str) -> Result<Option<Oid>> {
        let name = if name == "@" { "HEAD" } else { name };
        // Beside the references lie other files of git, such as `config`.
        let stands_alone = name.bytes().all(|byte| byte.is_ascii_uppercase() || byte == b'_');
        let full = (stands_alone || name.starts_with("refs/")).then(|| name.to_owned());
        let patterns = [("refs/", ""), ("refs/tags/", ""), ("refs/heads/", ""), ("refs/remotes/", "")];
        let patterns = patterns.into_iter().chain([("refs/remotes/", "/HEAD")]);
        let names = full.into_iter().chain(patterns.map(|(before, after)| format!("{before}{name}{after}")));
        for name in names.filter(|name| is_well_formed(name)) {
            if let Some(id) = self.follow(&name)? {
                return Ok(Some(id));
            }
        }
        Ok(None)
    }

    /// The object at the end of a chain of references.
    fn follow(&self, name: &str) -> Result<Option<Oid>> {
        let mut current = name.to_owned();
        for _ in 0..MOST_STEPS {
            match self.target(&current)? {
                None => return Ok(None),
                Some(Target::Object(id)) => return Ok(Some(id)),
                Some(Target::Reference(next)) if is_well_formed(&next) => current = next,
                Some(Target::Reference(_)) => break,
            }
        }
        Err(broken(name))
    }

    fn target(&self, name: &str) -> Result<Option<Target>> {
        for folder in [&self.own, &self.common] {
            match read_line(&folder.join(name)) {
                Ok(line) => return read_target(&line).map(Some).ok_or_else(|| broken(name)),
                // A folder is no reference, but part of the names of others.
                Err(error) if is_absent(&error) => {}
                Err(error) => return Err(broken(name).caused_by(error)),
            }
        }
        let mut found = None;
        self.read_packed(|packed, id| {
            if packed == name {
                found = Some(id.to_owned());
            }
            found.is_none()
        })
        .map_err(|error| broken("packed-refs").caused_by(error))?;
        found.map(|id| read_target(&id).ok_or_else(|| broken(name))).transpose()
    }

    /// Shows every packed name with its object's id, until `each` is content.
    fn read_packed(&self, mut each: impl FnMut(&str, &str) -> bool) -> io::Result<()> {
        let file = match File::open(self.common.join("packed-refs")) {
            Ok(file) => file.take(LARGEST_PACKED),
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
            Err(error) => return Err(error),
        };
        for line in BufReader::new(file).split(b'\n') {
            let line = line?;
            let text = String::from_utf8_lossy(&line);
            let text = text.trim_end_matches('\r');
            // `#` begins the heading, `^` says what the tag before it names.
            if let Some((id, name)) = text.split_once(' ').filter(|_| !text.starts_with(['#', '^']))
                && !each(name, id)
            {
                break;
            }
        }
        Ok(())
    }

    /// The tags by name, each with the object it names; those that are broken left out.
    pub(super) fn tags(&self) -> BTreeMap<String, Oid> {
        let short = |name: &str| name.strip_prefix("refs/tags/").map(ToOwned::to_owned);
        let mut tags = BTreeMap::new();
        // What is packed and cannot be read is as good as not there.
        let _ = self.read_packed(|name, id| {
            if let Some((name, Target::Object(id))) = short(name).zip(read_target(id))
                && is_well_formed(&name)
            {
                tags.insert(name, id);
            }
            tags.len() < MOST_NAMES
        });
        let mut loose = BTreeSet::new();
        add_loose(&self.common, "refs/tags", &mut loose);
        for full in loose {
            if let (Some(name), Ok(Some(id))) = (short(&full), self.follow(&full)) {
                tags.insert(name, id);
            }
        }
        tags
    }

    /// The names of the tags and branches as people write them, sorted.
    pub(super) fn names(&self) -> BTreeSet<String> {
        let mut full = BTreeSet::new();
        for group in ["refs/tags", "refs/heads", "refs/remotes"] {
            add_loose(&self.common, group, &mut full);
        }
        // Names only serve to suggest some; one that cannot be read is not suggested.
        let _ = self.read_packed(|name, _| {
            full.insert(name.to_owned());
            full.len() < MOST_NAMES
        });
        let groups = ["refs/tags/", "refs/heads/", "refs/remotes/"];
        let short = full.iter().filter_map(|name| groups.iter().find_map(|group| name.strip_prefix(group)));
        short.map(ToOwned::to_owned).collect()
    }
}

/// Adds the names of the references in files below a folder.
fn add_loose(common: &Path, group: &str, names: &mut BTreeSet<String>) {
    let mut waiting = vec![group.to_owned()];
    while let Some(folder) = waiting.pop() {
        let Ok(entries) = fs::read_dir(common.join(&folder)) else { continue };
        for entry in entries.flatten() {
            let Some(name) = entry.file_name().to_str().map(|name| format!("{folder}/{name}")) else { continue };
            if !is_well_formed(&name) || names.len() + waiting.len() >= MOST_NAMES {
                continue;
            }
            match entry.file_type() {
                Ok(kind) if kind.is_dir() => waiting.push(name),
                Ok(kind) if kind.is_file() => {
                    names.insert(name);
                }
                _ => {}
            }
        }
    }
}

/// Whether a file that could not be read means that there is no such reference.
fn is_absent(error: &io::Error) -> bool {
    use io::ErrorKind::{InvalidFilename, InvalidInput, NotADirectory, NotFound};
    matches!(error.kind(), NotFound | NotADirectory | InvalidInput | InvalidFilename)
}

fn read_target(line: &str) -> Option<Target> {
    if let Some(name) = line.strip_prefix("ref:") {
        return Some(Target::Reference(name.trim().to_owned()));
    }
    // `FETCH_HEAD` says more behind the id.
    let id = line.split_whitespace().next().filter(|id| id.len() == 40)?;
    Oid::from_str(id).ok().map(Target::Object)
}

fn broken(name: &str) -> Error {
    Error::input(Message::new("repo-reference-broken").with("name", name)).hint(Message::new("repo-hint-fsck"))
}

/// Whether a name can be a reference's (git-check-ref-format(1)); such a name leaves no folder.
fn is_well_formed(name: &str) -> bool {
    let forbidden = |it: char| it.is_control() || " ~^:?*[\\".contains(it);
    let part_is_fine = |part: &str| {
        let ends_as_a_lock = part.len() >= 5 && part.get(part.len() - 5..) == Some(".lock");
        !part.is_empty() && !part.starts_with('.') && !ends_as_a_lock
    };
    !name.contains(forbidden)
        && !name.contains("..")
        && !name.contains("@{")
        && !name.ends_with('.')
        && name.split('/').all(part_is_fine)
}

#[cfg(test)]
mod tests;

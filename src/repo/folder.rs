//! The files of a folder on disk.
//!
//! 1. [`Folder::open`] walks the folder, one folder at a time, following no link;
//! 2. each folder's `.gitignore` joins those above it, up to the root of the work tree;
//! 3. what is left is the list. A read goes through the folders again and refuses what is no plain file by then.
//!
//! The walk is not the one of the crate `ignore`, because that follows a `.gitignore` that is a link, say to
//! `/dev/zero`, and takes the configuration of the user into account; its rules' matching is.

use super::discovery::{GitFolders, real_path};
use super::listing::Listing;
use super::obstacle::{Obstacle, Verdict, child, judge};
use super::reading::{check_size, read_whole_of, unreadable};
use super::replacing::{Target, replace};
use super::{DEEPEST_FOLDER, Files, LONGEST_PATH, Repository};
use crate::error::{Error, Result};
use crate::model::DocumentPath;
use ignore::gitignore::{Gitignore, GitignoreBuilder};
use std::collections::BTreeMap;
use std::fs::{self, DirEntry, File, Metadata};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The largest file of ignore rules, in bytes: their matching costs far more than their reading.
const LARGEST_IGNORE_RULES: u64 = 256 * 1024;

/// The files of a folder on disk.
pub struct Folder {
    /// Without links, for reading.
    root: PathBuf,
    /// As it was given, for people.
    called: String,
    listing: Listing<()>,
    /// Ignore rules by the folder from which on they hold.
    rules: BTreeMap<String, Arc<Rules>>,
    committed: Option<i64>,
    /// The root of the work tree that it lies in.
    work_tree: Option<PathBuf>,
}

impl Folder {
    /// Lists the files of a folder.
    ///
    /// # Errors
    /// If it is no folder, cannot be read, or holds more than a policy may.
    pub fn open(root: &Path) -> Result<Self> {
        Self::walk(root, DEEPEST_FOLDER)
    }

    /// Lists the files of a folder, of its folders only those above a depth.
    fn walk(root: &Path, deepest: usize) -> Result<Self> {
        let called = called(root);
        let shown = if called.is_empty() { "." } else { &called };
        let root = if root.as_os_str().is_empty() { Path::new(".") } else { root };
        let root = real_path(root).map_err(|error| unreadable(shown, error))?;
        let repository = GitFolders::find(&root).ok().flatten();
        let work_tree = repository.as_ref().and_then(|folders| folders.work_tree.clone());
        let mut walk = Walk { root: &root, deepest, listing: Listing::new(), rules: BTreeMap::new() };
        let rules = walk.rules_above(repository.as_ref());
        walk.run(rules).map_err(|error| error.at(shown, None))?;
        let Walk { listing, rules, .. } = walk;
        let head = repository.and_then(|folders| Repository::open(folders).ok()?.head().ok()?);
        let committed = head.and_then(|commit| commit.committed);
        Ok(Self { root, called, listing, rules, committed, work_tree })
    }

    fn call(&self, path: &str) -> String {
        child(&self.called, path)
    }

    /// Where a file of the list lies and what it is; no part of its path is a link.
    fn find(&self, path: &DocumentPath) -> Result<(PathBuf, Metadata)> {
        if self.listing.get(path).is_none() {
            return Err(self.listing.missing(path, |path| self.call(path)));
        }
        let shown = self.display(path);
        let fail = |error| unreadable(&shown, error);
        let mut full = self.root.clone();
        let mut listed = fs::symlink_metadata(&full).map_err(fail)?;
        for part in path.as_str().split('/') {
            full.push(part);
            listed = fs::symlink_metadata(&full).map_err(fail)?;
            if listed.is_symlink() {
                return Err(Obstacle::SymbolicLink.error(shown));
            }
        }
        if !listed.is_file() {
            return Err(Obstacle::Special.error(shown));
        }
        Ok((full, listed))
    }

    /// Whether git would ignore a file or a folder at this path, or a folder above it.
    fn ignores(&self, path: &DocumentPath) -> bool {
        let mut rules = self.rules.get("");
        let mut full = self.root.clone();
        let mut folder = String::new();
        for part in path.folder().split('/').filter(|part| !part.is_empty()) {
            full.push(part);
            if rules.is_some_and(|rules| rules.ignore(&full, true)) {
                return true;
            }
            folder = child(&folder, part);
            rules = self.rules.get(&folder).or(rules);
        }
        full.push(path.file_name());
        rules.is_some_and(|rules| rules.ignore(&full, true) || rules.ignore(&full, false))
    }
}

impl Files for Folder {
    fn list(&self) -> Result<Vec<DocumentPath>> {
        Ok(self.listing.paths())
    }

    fn read(&self, path: &DocumentPath) -> Result<Vec<u8>> {
        let shown = self.display(path);
        let fail = |error| unreadable(&shown, error);
        let (full, listed) = self.find(path)?;
        let file = File::open(&full).map_err(fail)?;
        let opened = file.metadata().map_err(fail)?;
        if !opened.is_file() || !is_same_file(&listed, &opened) {
            return Err(Obstacle::Special.error(shown));
        }
        check_size(opened.len(), &shown)?;
        read_whole_of(opened.len(), file, &shown)
    }

    fn contains(&self, path: &DocumentPath) -> bool {
        self.listing.get(path).is_some()
    }

    fn may_hide(&self, path: &DocumentPath) -> bool {
        path.as_str().len() <= LONGEST_PATH && (self.listing.may_hide(path) || self.ignores(path))
    }

    fn display(&self, path: &DocumentPath) -> String {
        self.call(path.as_str())
    }

    fn committed(&self) -> Option<i64> {
        self.committed
    }

    fn above(&self) -> Option<Box<dyn Files>> {
        let work_tree = self.work_tree.as_ref()?;
        let above = self.root.parent().filter(|above| above.starts_with(work_tree))?;
        Some(Box::new(Self::walk(above, 0).ok()?))
    }

    fn skipped(&self) -> Vec<Error> {
        self.listing.skipped(|path| self.call(path))
    }

    fn replace(&self, path: &DocumentPath, present: &[u8], bytes: &[u8]) -> Result<()> {
        let (full, listed) = self.find(path)?;
        replace(&Target { path: &full, listed: &listed, shown: &self.display(path) }, present, bytes)
    }
}

/// What a person calls the folder; `""` for the present one, so that `es/a.md` is not called `./es/a.md`.
fn called(root: &Path) -> String {
    let parts: PathBuf = root.components().filter(|part| part.as_os_str() != ".").collect();
    let called = parts.display().to_string();
    // One way of writing on every system.
    let called = if cfg!(windows) { called.replace('\\', "/") } else { called };
    if called.len() > 1 { called.trim_end_matches('/').to_owned() } else { called }
}

/// Whether the file that was opened is the one that was looked at before.
#[cfg(unix)]
pub(super) fn is_same_file(listed: &Metadata, opened: &Metadata) -> bool {
    use std::os::unix::fs::MetadataExt;
    (listed.dev(), listed.ino()) == (opened.dev(), opened.ino())
}

/// Whether the file that was opened is the one that was looked at before; the standard library does not tell here.
#[cfg(not(unix))]
pub(super) const fn is_same_file(_: &Metadata, _: &Metadata) -> bool {
    true
}

/// The ignore rules that hold in a folder: its own, and those of the folders above.
#[derive(Clone)]
struct Rules {
    own: Arc<Gitignore>,
    above: Option<Arc<Self>>,
}

impl Rules {
    /// Whether git ignores the entry; the rules nearest to it decide.
    fn ignore(&self, path: &Path, is_folder: bool) -> bool {
        let mut rules = Some(self);
        while let Some(here) = rules {
            let verdict = here.own.matched(path, is_folder);
            if !verdict.is_none() {
                return verdict.is_ignore();
            }
            rules = here.above.as_deref();
        }
        false
    }
}

/// A folder still to be read.
struct Waiting {
    /// Its path below the root, `""` for the root.
    path: String,
    depth: usize,
    rules: Option<Arc<Rules>>,
}

struct Walk<'a> {
    root: &'a Path,
    /// Folders deeper than this are not entered.
    deepest: usize,
    listing: Listing<()>,
    rules: BTreeMap<String, Arc<Rules>>,
}

impl Walk<'_> {
    /// The rules of the repository and of the folders between its root and the policy's.
    fn rules_above(&mut self, repository: Option<&GitFolders>) -> Option<Arc<Rules>> {
        let repository = repository?;
        let work_tree = repository.work_tree.as_deref()?;
        let mut above: Vec<_> = self.root.ancestors().skip(1).take_while(|it| it.starts_with(work_tree)).collect();
        above.reverse();
        let exclude = repository.common.join("info").join("exclude");
        let mut rules = self.add_rules(None, work_tree, &exclude, "");
        for folder in above {
            rules = self.add_rules(rules, folder, &folder.join(".gitignore"), "");
        }
        rules
    }

    /// The rules with those of `file` added, which hold below `folder`. Rules that cannot be read are reported if they
    /// belong to the policy, that is, have a path inside it.
    fn add_rules(&mut self, above: Option<Arc<Rules>>, folder: &Path, file: &Path, path: &str) -> Option<Arc<Rules>> {
        match read_rules(folder, file) {
            Ok(None) => above,
            Ok(Some(own)) => Some(Arc::new(Rules { own: Arc::new(own), above })),
            Err(obstacle) => {
                if !path.is_empty() {
                    self.listing.skip(path.to_owned(), obstacle);
                }
                above
            }
        }
    }

    fn run(&mut self, rules: Option<Arc<Rules>>) -> Result<()> {
        let mut waiting = vec![Waiting { path: String::new(), depth: 0, rules }];
        while let Some(folder) = waiting.pop() {
            match self.read_folder(&folder, &mut waiting)? {
                Ok(()) => {}
                Err(error) if folder.path.is_empty() => return Err(unreadable("", error)),
                Err(error) => self.listing.skip(folder.path, Obstacle::Unreadable(error.kind())),
            }
        }
        Ok(())
    }

    /// Lists the entries of one folder; its folders wait. The inner error is the operating system's.
    fn read_folder(&mut self, folder: &Waiting, waiting: &mut Vec<Waiting>) -> Result<io::Result<()>> {
        let full = self.root.join(&folder.path);
        let entries = match fs::read_dir(&full) {
            Ok(entries) => entries,
            Err(error) => return Ok(Err(error)),
        };
        let rules_file = full.join(".gitignore");
        let rules = self.add_rules(folder.rules.clone(), &full, &rules_file, &child(&folder.path, ".gitignore"));
        if let Some(rules) = &rules
            && (folder.path.is_empty() || folder.rules.as_ref().is_none_or(|above| !Arc::ptr_eq(above, rules)))
        {
            self.rules.insert(folder.path.clone(), Arc::clone(rules));
        }
        for entry in entries {
            self.listing.count()?;
            match entry {
                Ok(entry) => self.read_entry(&entry, folder, rules.as_ref(), waiting),
                Err(error) => return Ok(Err(error)),
            }
        }
        Ok(Ok(()))
    }

    fn read_entry(
        &mut self,
        entry: &DirEntry,
        folder: &Waiting,
        rules: Option<&Arc<Rules>>,
        waiting: &mut Vec<Waiting>,
    ) {
        let name = entry.file_name();
        let bytes = name.as_encoded_bytes();
        let kind = match entry.file_type() {
            Ok(kind) => kind,
            Err(error) => return self.listing.skip_entry(&folder.path, bytes, Obstacle::Unreadable(error.kind())),
        };
        let full = entry.path();
        if rules.is_some_and(|rules| rules.ignore(&full, kind.is_dir())) {
            return;
        }
        let name = match judge(bytes, kind.is_dir()) {
            Verdict::Take(name) => name,
            Verdict::LeaveOut => return,
            Verdict::Refuse(obstacle) => return self.listing.skip_entry(&folder.path, bytes, obstacle),
        };
        let path = child(&folder.path, name);
        if kind.is_symlink() {
            self.listing.skip(path, Obstacle::SymbolicLink);
        } else if kind.is_file() {
            self.listing.add(&path, ());
        } else if !kind.is_dir() {
            self.listing.skip(path, Obstacle::Special);
        } else if fs::symlink_metadata(full.join(".git")).is_ok() {
            self.listing.skip(path, Obstacle::Submodule);
        } else if folder.depth == self.deepest {
            self.listing.skip(path, Obstacle::TooDeep);
        } else {
            waiting.push(Waiting { path, depth: folder.depth + 1, rules: rules.cloned() });
        }
    }
}

/// The ignore rules of a file, which hold below `folder`; `None` if there is no such file.
///
/// Like git, this follows no link; and a rule that makes no sense is passed over.
fn read_rules(folder: &Path, file: &Path) -> Result<Option<Gitignore>, Obstacle> {
    let unreadable = |error: io::Error| Obstacle::Unreadable(error.kind());
    match fs::symlink_metadata(file) {
        Ok(metadata) if metadata.is_file() && metadata.len() <= LARGEST_IGNORE_RULES => {}
        Ok(_) => return Err(Obstacle::IgnoreRules),
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(unreadable(error)),
    }
    let mut bytes = Vec::new();
    File::open(file).and_then(|file| file.take(LARGEST_IGNORE_RULES).read_to_end(&mut bytes)).map_err(unreadable)?;
    let text = String::from_utf8_lossy(&bytes);
    let mut builder = GitignoreBuilder::new(folder);
    for line in text.trim_start_matches('\u{feff}').lines() {
        // A rule that is no pattern is passed over, as git does.
        let _ = builder.add_line(None, line);
    }
    builder.build().map(Some).map_err(|_| Obstacle::IgnoreRules)
}

#[cfg(test)]
mod tests;

//! Finds the git repository that a folder belongs to, by the folder alone.
//!
//! 1. The folder and those above it are looked through for `.git` (or for being a bare repository themselves);
//! 2. where `.git` is a file, as in a linked work tree or a submodule, it names the folder;
//! 3. the file `commondir` in that folder names the folder that linked work trees share.
//!
//! (gitrepository-layout(5).)

use super::reading::unreadable;
use crate::error::{Error, Result};
use crate::model::Message;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Component, Path, PathBuf};

/// The longest of git's files that hold one line, in bytes.
const LONGEST_LINE: u64 = 8192;

/// The folders of a repository.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct GitFolders {
    /// The work tree's root, none in a bare repository.
    pub(super) work_tree: Option<PathBuf>,
    /// What belongs to this work tree: `HEAD`.
    pub(super) own: PathBuf,
    /// What all work trees share: objects, references, configuration.
    pub(super) common: PathBuf,
}

impl GitFolders {
    /// The repository of a folder or file, which need not exist any more; `None` if there is none.
    ///
    /// # Errors
    /// If a `.git` file names a folder that is no repository.
    pub(super) fn find(path: &Path) -> Result<Option<Self>> {
        let start = canonical(path).map_err(|error| unreadable(&path.display().to_string(), error))?;
        for folder in start.ancestors() {
            let dot_git = folder.join(".git");
            if let Some(own) = git_file(&dot_git)? {
                return Ok(Some(Self { work_tree: Some(folder.to_owned()), common: common_folder(&own), own }));
            }
            for (own, work_tree) in [(dot_git, Some(folder)), (folder.to_owned(), None)] {
                if is_git_folder(&own) {
                    let work_tree = work_tree.map(Path::to_owned);
                    return Ok(Some(Self { work_tree, common: common_folder(&own), own }));
                }
            }
        }
        Ok(None)
    }
}

/// The folder that a `.git` file names; `None` if there is no such file.
fn git_file(path: &Path) -> Result<Option<PathBuf>> {
    if !path.is_file() {
        return Ok(None);
    }
    let broken = || {
        Error::input(Message::new("repo-broken-git-file"))
            .at(path.display().to_string(), None)
            .hint(Message::new("repo-hint-broken-git-file"))
    };
    let line = read_line(path).map_err(|error| broken().caused_by(error))?;
    let target = line.strip_prefix("gitdir:").ok_or_else(broken)?.trim();
    let folder = path.parent().unwrap_or(path).join(target);
    let folder = real_path(&folder).map_err(|error| broken().caused_by(error))?;
    if is_git_folder(&folder) { Ok(Some(folder)) } else { Err(broken()) }
}

/// The folder that linked work trees share.
fn common_folder(own: &Path) -> PathBuf {
    let named = read_line(&own.join("commondir")).ok();
    let folder = named.and_then(|named| real_path(&own.join(named.trim())).ok());
    folder.unwrap_or_else(|| own.to_owned())
}

fn is_git_folder(folder: &Path) -> bool {
    // A bare repository has no `.git` to tell it by, so all three are asked for.
    let common = common_folder(folder);
    folder.join("HEAD").is_file() && common.join("objects").is_dir() && common.join("refs").is_dir()
}

/// A file of one line, without its end.
pub(super) fn read_line(path: &Path) -> io::Result<String> {
    if !fs::metadata(path)?.is_file() {
        return Err(io::ErrorKind::InvalidInput.into());
    }
    let mut line = String::new();
    File::open(path)?.take(LONGEST_LINE).read_to_string(&mut line)?;
    Ok(line.trim_end_matches(['\n', '\r']).to_owned())
}

/// The path of what exists, absolute, without symbolic links, `.` and `..`; on Windows without the prefix `\\?\`,
/// which libgit2 does not know.
pub(super) fn real_path(path: &Path) -> io::Result<PathBuf> {
    let path = fs::canonicalize(path)?;
    let plain = path.to_str().and_then(without_verbatim_prefix);
    Ok(plain.unwrap_or(path))
}

/// The path of a disk or share as it was written before Windows 10; `None` if it has no verbatim prefix.
fn without_verbatim_prefix(path: &str) -> Option<PathBuf> {
    let plain = path.strip_prefix(r"\\?\")?;
    Some(plain.strip_prefix(r"UNC\").map_or_else(|| plain.into(), |share| format!(r"\\{share}").into()))
}

/// The path as [`real_path`] gives it; what does not exist is taken as it is written.
///
/// # Errors
/// If there is no folder to begin with, or `..` follows what does not exist.
pub(super) fn canonical(path: &Path) -> io::Result<PathBuf> {
    let path = if path.as_os_str().is_empty() { Path::new(".") } else { path };
    let mut missing = Vec::new();
    for ancestor in path.ancestors() {
        let existing = if ancestor.as_os_str().is_empty() { Path::new(".") } else { ancestor };
        match real_path(existing) {
            Ok(folder) => return Ok(missing.into_iter().rev().fold(folder, |folder, name| folder.join(name))),
            Err(error) if error.kind() == io::ErrorKind::NotFound => match ancestor.components().next_back() {
                Some(Component::Normal(name)) => missing.push(name),
                _ => return Err(error),
            },
            Err(error) => return Err(error),
        }
    }
    Err(io::ErrorKind::NotFound.into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::repo::support::TestRepository;

    #[test]
    fn a_repository_is_found_from_any_folder_of_its_work_tree() {
        let repository = TestRepository::new().file("es/a.md", "a").commit("first");
        let root = real_path(repository.root()).unwrap();
        let expected = GitFolders { work_tree: Some(root.clone()), own: root.join(".git"), common: root.join(".git") };
        for path in ["", "es", "es/a.md", "es/gone/for/good"] {
            assert_eq!(GitFolders::find(&root.join(path)).unwrap().as_ref(), Some(&expected), "{path}");
        }
    }

    #[test]
    fn a_bare_repository_has_no_work_tree() {
        let repository = TestRepository::new().file("a.md", "a").commit("first");
        let bare = repository.root().join(".git");
        let found = GitFolders::find(&bare.join("objects")).unwrap().unwrap();
        assert_eq!((found.work_tree, &found.own), (None, &real_path(&bare).unwrap()));
    }

    #[test]
    fn a_linked_work_tree_shares_the_objects() {
        let repository = TestRepository::new().file("a.md", "a").commit("first");
        let elsewhere = tempfile::tempdir().unwrap();
        let linked = elsewhere.path().join("linked");
        repository.git().worktree("linked", &linked, None).unwrap();
        let found = GitFolders::find(&linked).unwrap().unwrap();
        let git = real_path(&repository.root().join(".git")).unwrap();
        assert_eq!(found.work_tree, Some(real_path(&linked).unwrap()));
        assert_eq!((found.own, found.common), (git.join("worktrees/linked"), git));
    }

    #[test]
    fn a_git_file_that_leads_nowhere_is_an_error() {
        let folder = tempfile::tempdir().unwrap();
        for content in ["gitdir: ../gone\n", "nonsense", "\u{0}"] {
            fs::write(folder.path().join(".git"), content).unwrap();
            let error = GitFolders::find(folder.path()).unwrap_err();
            assert_eq!(error.message.id, "repo-broken-git-file", "{content}");
        }
    }

    #[test]
    fn an_empty_git_folder_is_no_repository() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join(".git")).unwrap();
        assert_eq!(GitFolders::find(folder.path()).unwrap(), None);
    }

    #[test]
    fn windows_paths_lose_their_verbatim_prefix() {
        assert_eq!(without_verbatim_prefix(r"\\?\C:\a").unwrap(), Path::new(r"C:\a"));
        assert_eq!(without_verbatim_prefix(r"\\?\UNC\server\a").unwrap(), Path::new(r"\\server\a"));
        assert_eq!(without_verbatim_prefix("/a"), None);
    }

    #[test]
    fn what_does_not_exist_is_taken_as_written() {
        let folder = tempfile::tempdir().unwrap();
        let root = real_path(folder.path()).unwrap();
        assert_eq!(canonical(&root.join("a/b")).unwrap(), root.join("a").join("b"));
        assert!(canonical(&root.join("a/../../b")).is_err());
        assert_eq!(canonical(Path::new("")).unwrap(), real_path(Path::new(".")).unwrap());
    }
}

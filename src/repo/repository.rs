//! A git repository, found from a folder and only read.

use super::discovery::{GitFolders, canonical};
use super::objects::{CommitObject, Objects};
use super::reading::unreadable;
use super::references::References;
use super::revision::resolve;
use super::tree::RevisionFiles;
use crate::error::{Error, Result};
use crate::model::Message;
use git2::Config;
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

/// The extensions of a repository's format that change nothing for who only reads objects and references
/// (gitrepository-layout(5), git-config(1) under `extensions`).
const HARMLESS_EXTENSIONS: [&str; 7] = [
    "noop",
    "noop-v1",
    "partialclone",
    "preciousobjects",
    "relativeworktrees",
    "submodulepathconfig",
    "worktreeconfig",
];

/// A git repository.
pub struct Repository {
    pub(super) folders: GitFolders,
    pub(super) references: References,
    pub(super) objects: Arc<Objects>,
}

/// A commit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Commit {
    /// Its id: 40 hexadecimal digits.
    pub id: String,
    /// When it was committed, in seconds since 1970-01-01 UTC, if it says so.
    pub committed: Option<i64>,
}

impl From<&CommitObject> for Commit {
    fn from(commit: &CommitObject) -> Self {
        Self { id: commit.id.to_string(), committed: commit.committed }
    }
}

impl Repository {
    /// Finds the repository of a folder or file, in it or above it.
    ///
    /// # Errors
    /// If there is none, or its format is one that gaceta cannot read.
    pub fn discover(path: &Path) -> Result<Self> {
        let Some(folders) = GitFolders::find(path)? else {
            let error = Error::input(Message::new("repo-no-repository")).at(path.display().to_string(), None);
            return Err(error.hint(Message::new("repo-hint-no-repository")));
        };
        Self::open(folders)
    }

    /// Opens the repository with these folders.
    pub(super) fn open(folders: GitFolders) -> Result<Self> {
        check_format(&folders.common)?;
        let objects = Arc::new(Objects::open(&folders.common)?);
        Ok(Self { references: References::new(&folders), folders, objects })
    }

    /// The root of the work tree; `None` in a bare repository.
    #[must_use]
    pub fn work_tree(&self) -> Option<&Path> {
        self.folders.work_tree.as_deref()
    }

    /// The commit that the work tree stands on; `None` if there is no commit yet.
    ///
    /// # Errors
    /// If the reference or the commit cannot be read.
    pub fn head(&self) -> Result<Option<Commit>> {
        match self.references.find("HEAD")? {
            Some(id) => Ok(Some(Commit::from(&self.objects.commit(id, "HEAD")?))),
            None => Ok(None),
        }
    }

    /// Whether the history of a revision ends where the clone does (`git clone --depth`), and not where it began.
    #[must_use]
    pub fn is_cut(&self, revision: &str) -> bool {
        let ends = self.objects.ends();
        !ends.is_empty() && self.ancestors(revision).is_ok_and(|known| ends.iter().any(|end| known.contains(end)))
    }

    /// How to get what the clone lacks; `None` for one that was made whole.
    #[must_use]
    pub fn completion_hint(&self) -> Option<Message> {
        let shallow = self.objects.is_shallow().then_some("repo-hint-unshallow");
        shallow.or_else(|| self.objects.is_partial().then_some("repo-hint-refetch")).map(Message::new)
    }

    /// The commit that a revision names: a tag, a branch, an id or the beginning of one, with steps back such as `~2`.
    ///
    /// # Errors
    /// If nothing has that name, several commits have it, or an object is missing.
    pub fn commit(&self, revision: &str) -> Result<Commit> {
        resolve(revision, &self.references, &self.objects).map(|commit| Commit::from(&commit))
    }

    /// The files of a policy in a revision. `folder` is the policy's root in the work tree, or below a bare repository;
    /// it need not exist any more.
    ///
    /// # Errors
    /// As [`Repository::commit`]; or if the folder lies outside the repository or not in that revision, or a tree is
    /// missing or too large.
    pub fn files(&self, revision: &str, folder: &Path) -> Result<RevisionFiles> {
        let folder = self.relative(folder)?;
        let commit = resolve(revision, &self.references, &self.objects)?;
        RevisionFiles::new(Arc::clone(&self.objects), revision, &commit, folder)
    }

    /// Where the index of the work tree lies, if there is one.
    pub(super) fn index(&self) -> PathBuf {
        self.folders.own.join("index")
    }

    /// The folder's path below the root of the repository, `/` between its parts, `""` for the root itself.
    ///
    /// # Errors
    /// If it lies outside the repository.
    pub fn relative(&self, folder: &Path) -> Result<String> {
        let shown = folder.display().to_string();
        let full = canonical(folder).map_err(|error| unreadable(&shown, error))?;
        let root = self.folders.work_tree.as_deref().unwrap_or(&self.folders.common);
        let part = |part: Component<'_>| match part {
            Component::Normal(name) => name.to_str().map(ToOwned::to_owned),
            _ => None,
        };
        let parts =
            full.strip_prefix(root).ok().and_then(|path| path.components().map(part).collect::<Option<Vec<_>>>());
        let outside = || Error::usage(Message::new("repo-folder-outside")).at(shown.clone(), None);
        parts.map(|parts| parts.join("/")).ok_or_else(outside)
    }
}

/// Refuses a repository whose objects or references are kept in a way that cannot be read here.
fn check_format(common: &Path) -> Result<()> {
    let path = common.join("config");
    if !path.is_file() {
        return Ok(());
    }
    let shown = path.display().to_string();
    let unreadable =
        |error: git2::Error| Error::input(Message::new("repo-config-unreadable")).at(&shown, None).caused_by(error);
    let config = Config::open(&path).map_err(unreadable)?;
    if let Ok(version @ 2..) = config.get_i64("core.repositoryformatversion") {
        return Err(format_refused(format!("repositoryformatversion {version}"), &shown));
    }
    let entries = config.entries(Some("^extensions\\.")).map_err(unreadable)?;
    let mut refused = None;
    let each = |entry: &git2::ConfigEntry<'_>| {
        let (name, value) = (entry.name().unwrap_or_default(), entry.value().unwrap_or_default());
        let name = name.strip_prefix("extensions.").unwrap_or(name).to_ascii_lowercase();
        let understood = match name.as_str() {
            "objectformat" => value.eq_ignore_ascii_case("sha1"),
            "refstorage" => value.eq_ignore_ascii_case("files"),
            name => HARMLESS_EXTENSIONS.contains(&name),
        };
        if !understood && refused.is_none() {
            refused = Some(format!("{name} = {value}"));
        }
    };
    entries.for_each(each).map_err(unreadable)?;
    refused.map_or(Ok(()), |format| Err(format_refused(format, &shown)))
}

fn format_refused(format: String, shown: &str) -> Error {
    let hint = if format.starts_with("refstorage") { "repo-hint-reference-format" } else { "repo-hint-format" };
    Error::input(Message::new("repo-format-refused").with("format", format)).at(shown, None).hint(Message::new(hint))
}

#[cfg(test)]
mod tests;

//! Which two versions of a policy the command line speaks of.
//!
//! 1. Without a name, the last release and the work tree; with one, that and the work tree; with two, both;
//! 2. a name is a revision, or two are two folders or two files; one that could be either is refused;
//! 3. both versions are opened, and it is found out which documents were renamed in between.

use super::session::Session;
use super::source;
use crate::error::{Error, Result};
use crate::model::{DocumentPath, Message, nearest};
use crate::policy::Policy;
use crate::repo::{self, Files, Folder, Memory, Repository};
use crate::report::VersionName;
use std::fs::{self, File};
use std::path::{Path, PathBuf};

/// What was asked for.
pub(super) struct Asked {
    /// The old version, as it was written.
    pub(super) old: Option<String>,
    /// The new version, as it was written.
    pub(super) new: Option<String>,
    /// Where the policy lies.
    pub(super) path: Option<PathBuf>,
    /// Whether the new version is what the index holds.
    pub(super) cached: bool,
}

/// Two versions of a policy.
pub(super) struct Versions {
    pub(super) old: Policy,
    pub(super) new: Policy,
    pub(super) old_name: VersionName,
    pub(super) new_name: VersionName,
    /// The documents that were renamed, each with all its names from the old one on.
    pub(super) names: Vec<Vec<DocumentPath>>,
    /// The documents and folders that were named; empty for all of the policy.
    pub(super) paths: Vec<DocumentPath>,
    /// Whether the two are single files, whose names say nothing.
    pub(super) are_files: bool,
    /// The policy's root, and the revisions that the versions are; the new one is none where it is not committed. Nothing if
    /// they are folders or files.
    pub(super) revisions: Option<(PathBuf, String, Option<String>)>,
}

/// Opens the versions that were asked for.
///
/// # Errors
/// If a name is no revision, file or folder, or could be several; if there is no release to compare with; or if a version
/// cannot be opened.
pub(super) fn open(asked: &Asked, session: &mut Session<'_>) -> Result<Versions> {
    let (old, new) = ranges(asked)?;
    if let (Some(old), Some(new)) = (&old, &new) {
        let paths = (session.path(Path::new(old)), session.path(Path::new(new)));
        if paths.0.exists() && paths.1.exists() && !are_revisions(asked, (old, new), session)? {
            let versions = of_paths((old, new), &paths)?;
            session.speak_with(&versions.new);
            return Ok(versions);
        }
    }
    of_revisions(asked, old.as_deref(), new.as_deref(), session)
}

/// `A..B` in one word, as git takes it.
fn ranges(asked: &Asked) -> Result<(Option<String>, Option<String>)> {
    let Some((old, new)) = asked.old.as_deref().filter(|_| asked.new.is_none()).and_then(|old| old.split_once(".."))
    else {
        return Ok((asked.old.clone(), asked.new.clone()));
    };
    // A folder above has dots in its name too.
    let is_path = asked.old.as_deref().is_some_and(|name| name.starts_with(['.', '/']));
    if is_path || new.starts_with('.') && new.len() > 1 && !new.starts_with("./") {
        let error =
            Error::usage(Message::new("cli-diff-three-dots").with("range", asked.old.clone().unwrap_or_default()));
        return if is_path {
            Ok((asked.old.clone(), None))
        } else {
            Err(error.hint(Message::new("cli-diff-three-dots-hint")))
        };
    }
    let named = |name: &str| Some(name.to_owned()).filter(|name| !name.is_empty());
    Ok((named(old), named(new)))
}

/// Whether two names that are there as files or folders are revisions all the same.
fn are_revisions(asked: &Asked, names: (&str, &str), session: &Session<'_>) -> Result<bool> {
    let written_as_path =
        |name: &str| name.starts_with("./") || name.starts_with("../") || name.starts_with('/') || name.contains('\\');
    if written_as_path(names.0) || written_as_path(names.1) {
        return Ok(false);
    }
    let root = session.path(asked.path.as_deref().unwrap_or(Path::new(".")));
    let Ok(repository) = Repository::discover(&root) else { return Ok(false) };
    for name in [names.0, names.1] {
        if repository.commit(name).is_ok() {
            let error = Error::usage(Message::new("cli-diff-ambiguous").with("name", name));
            return Err(error.hint(Message::new("cli-diff-ambiguous-hint").with("name", name)));
        }
    }
    Ok(false)
}

fn of_paths(names: (&str, &str), paths: &(PathBuf, PathBuf)) -> Result<Versions> {
    let name = |name: &str| VersionName { name: Some(name.to_owned()), commit: None };
    let (old_is_file, new_is_file) = (paths.0.is_file(), paths.1.is_file());
    if old_is_file != new_is_file {
        let error = Error::usage(Message::new("cli-diff-file-and-folder").with("old", names.0).with("new", names.1));
        return Err(error.hint(Message::new("cli-diff-file-and-folder-hint")));
    }
    let (old, new, names_of_files) = if old_is_file {
        let (old, old_path) = single(&paths.0, names.0)?;
        let (new, new_path) = single(&paths.1, names.1)?;
        let renamed = if old_path == new_path { Vec::new() } else { vec![vec![old_path, new_path]] };
        (old, new, renamed)
    } else {
        let folder = |path: &Path| Policy::open(Box::new(Folder::open(path)?));
        (folder(&paths.0)?, folder(&paths.1)?, Vec::new())
    };
    Ok(Versions {
        old,
        new,
        old_name: name(names.0),
        new_name: name(names.1),
        names: names_of_files,
        paths: Vec::new(),
        are_files: old_is_file,
        revisions: None,
    })
}

/// A policy of one file.
fn single(path: &Path, shown: &str) -> Result<(Policy, DocumentPath)> {
    let failed = |cause| Error::io(Message::new("repo-unreadable"), shown, cause);
    let bytes = repo::read_whole(File::open(path).map_err(failed)?, shown)?;
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    // Whoever names a file means it, whatever its ending.
    let is_markdown = [".md", ".markdown"].iter().any(|ending| name.to_ascii_lowercase().ends_with(ending));
    let name = if is_markdown { name } else { format!("{name}.md") };
    let document = DocumentPath::new(&name).ok_or_else(|| {
        Error::input(Message::new("repo-name-refused")).at(shown, None).hint(Message::new("repo-hint-rename"))
    })?;
    Ok((Policy::open(Box::new(Memory::new([(name, bytes)])?.as_part()))?, document))
}

fn of_revisions(asked: &Asked, old: Option<&str>, new: Option<&str>, session: &mut Session<'_>) -> Result<Versions> {
    let path = asked.path.clone().unwrap_or_else(|| PathBuf::from("."));
    let (root, paths) = source::policy_of(&session.path(&path))?;
    let repository = Repository::discover(&root)?;
    let files_in = |revision: &str| {
        repository
            .files(revision, &root)
            .map_err(|error| not_a_revision(error, revision, &session.path(Path::new(revision))))
    };
    let new_files: Box<dyn Files> = match new {
        Some(revision) => Box::new(files_in(revision)?),
        None if asked.cached => {
            // Before a commit of some files only, git gives its hooks an index made for that commit.
            let index = session.environment.index().map(|index| session.path(&index));
            Box::new(repository.staged(&root, index.as_deref())?)
        }
        None => Box::new(Folder::open(&root)?),
    };
    let new_policy = Policy::open(new_files)?;
    let old_revision = match old {
        Some(revision) => revision.to_owned(),
        None => last_release(&repository, &new_policy, new)?,
    };
    let old_policy = Policy::open(Box::new(files_in(&old_revision)?))?;
    session.speak_with(&new_policy);
    let renames =
        repository.renames(&old_revision, new.unwrap_or("HEAD"), &root, &|path| new_policy.is_document(path))?;
    check_related(&repository, &old_revision, new.unwrap_or("HEAD"), &renames)?;
    if !renames.complete {
        session.notice(&Message::new("cli-diff-history-cut"));
    }
    let named = |revision: &str| VersionName {
        name: Some(revision.to_owned()),
        commit: repository.commit(revision).ok().map(|commit| commit.id),
    };
    let index = asked.cached.then(|| session.words.word("diff-index"));
    let new_name = new.map_or(VersionName { name: index, commit: None }, named);
    Ok(Versions {
        old: old_policy,
        new: new_policy,
        old_name: named(&old_revision),
        new_name,
        names: renames.chains,
        paths,
        are_files: false,
        revisions: Some((root, old_revision, new.map(str::to_owned))),
    })
}

/// Refuses versions that have no commit in common: what is gone in one and new in the other would be told as change.
fn check_related(repository: &Repository, old: &str, new: &str, renames: &repo::Renames) -> Result<()> {
    // Where a document was followed from one to the other, they are related; in a cut history nobody knows.
    if !renames.chains.is_empty()
        || !renames.complete
        || repository.merge_base(old, new).map_or(true, |base| base.is_some())
    {
        return Ok(());
    }
    let error = Error::usage(Message::new("repo-unrelated").with("old", old).with("new", new));
    Err(error.hint(Message::new("repo-hint-unrelated")))
}

/// The name of the last release before the new version.
fn last_release(repository: &Repository, policy: &Policy, new: Option<&str>) -> Result<String> {
    let is_release = policy.release_names()?;
    let release = match new {
        Some(revision) => repository.release_before(revision, &is_release, None)?,
        None => repository.last_release(&is_release, None)?,
    };
    release
        .map(|release| release.tag)
        .ok_or_else(|| Error::usage(Message::new("cli-diff-no-release")).hint(Message::new("cli-diff-no-release-hint")))
}

/// The error of a name that is no revision, where a file or a folder of that name is there or was meant.
fn not_a_revision(error: Error, name: &str, path: &Path) -> Error {
    if path.exists() {
        return Error::usage(Message::new("cli-diff-one-path").with("path", name))
            .hint(Message::new("cli-diff-one-path-hint").with("path", name));
    }
    let folder = path.parent().map_or_else(PathBuf::new, Path::to_owned);
    let is_path = name.contains('/') && !error.hints.iter().any(|hint| hint.id == "cli-hint-similar");
    let siblings = fs::read_dir(&folder).into_iter().flatten().flatten();
    let names: Vec<String> = siblings.filter_map(|entry| entry.file_name().into_string().ok()).collect();
    let written = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    match nearest(&written, names.iter().map(|name| (name, name))).first().filter(|_| is_path) {
        Some(meant) => error.hint(
            Message::new("cli-hint-similar").with("name", Path::new(name).with_file_name(meant).display().to_string()),
        ),
        None => error,
    }
}

/// Tells what of either version is left out, as checks do.
pub(super) fn tell_skipped(versions: &Versions, session: &mut Session<'_>) {
    source::tell_skipped(&versions.new, session);
}

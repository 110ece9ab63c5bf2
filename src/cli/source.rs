//! Which policies the command line speaks of.
//!
//! 1. Each path leads to the policy it belongs to, in the work tree or in a revision;
//! 2. paths of one policy are gathered;
//! 3. each policy is opened once. A path only narrows what a policy holds; what the manifest excludes stays out.

use super::session::Session;
use crate::config::MANIFEST;
use crate::error::{Error, Result};
use crate::model::{DocumentPath, Language, Message, nearest};
use crate::policy::{self, Policy};
use crate::repo::{self, Files, Release, Repository};
use std::fs;
use std::path::{Component, Path, PathBuf};

/// The path that stands for standard input.
const STANDARD_INPUT: &str = "-";

/// The name of the document that came on standard input.
const INPUT_DOCUMENT: &str = "stdin.md";

/// From how many bytes on a text itself tells its language, if it is Spanish or English.
const TELLS_ITS_LANGUAGE: usize = 1000;

/// A policy, and what was asked for of it.
pub(super) struct Chosen {
    /// The policy.
    pub(super) policy: Policy,
    /// Its documents and folders that were named; empty for all of it.
    pub(super) paths: Vec<DocumentPath>,
    /// Where it lies; nowhere if it came on standard input.
    pub(super) root: Option<PathBuf>,
    /// The revision that it was taken from; none for what lies in the work tree.
    pub(super) revision: Option<String>,
}

impl Chosen {
    /// The same policy as it stands in a revision.
    ///
    /// # Errors
    /// If it lies in no repository, or there is no such revision.
    pub(super) fn in_revision(&self, revision: &str) -> Result<Policy> {
        let root = self
            .root
            .as_deref()
            .ok_or_else(|| Error::usage(Message::new("cli-input-alone")).hint(Message::new("cli-input-alone-hint")))?;
        Policy::open(Box::new(Repository::discover(root)?.files(revision, root)?))
    }

    /// The same policy as it was last released: before the revision that it was taken from, or up to the commit that the
    /// work tree stands on. Nobody asked for it, so that it is as if there were none where it cannot be had: outside git,
    /// in a clone that lacks it, with a manifest that cannot be read any more. Nor is there one where a repository whose
    /// manifest does not speak of releases has gone on without them for long.
    pub(super) fn released(&self) -> Option<Policy> {
        let root = self.root.as_deref()?;
        let repository = Repository::discover(root).ok()?;
        let release = last_release(&self.policy, &repository, self.revision.as_deref())?;
        Policy::open(Box::new(repository.files_of(&release, root).ok()?)).ok()
    }
}

/// The last release of a policy in a repository: before the revision that it was taken from, or up to the commit that the
/// work tree stands on. `None` as in [`Chosen::released`].
pub(super) fn last_release(policy: &Policy, repository: &Repository, revision: Option<&str>) -> Option<Release> {
    let is_release = policy.release_names().ok()?;
    let since = if policy.has_manifest {
        None
    } else {
        let now = repository.commit(revision.unwrap_or("HEAD")).ok()?.committed;
        now.map(|now| now.saturating_sub(LONGEST_PAUSE))
    };
    let release = match revision {
        Some(revision) => repository.release_before(revision, &is_release, since),
        None => repository.last_release(&is_release, since),
    };
    release.ok()?
}

/// How long after a tag a text may still be compared with it that nobody says to be released by tags: two years, in
/// seconds.
const LONGEST_PAUSE: i64 = 2 * 365 * 24 * 60 * 60;

/// The policies of some paths, in the order in which they are first named; that of the current folder where no path
/// is named.
///
/// # Errors
/// If a path does not exist, a policy cannot be opened or holds no document.
pub(super) fn policies(paths: &[PathBuf], revision: Option<&str>, session: &mut Session<'_>) -> Result<Vec<Chosen>> {
    let here = [PathBuf::from(".")];
    let mut places: Vec<Place> = Vec::new();
    for path in if paths.is_empty() { &here } else { paths } {
        let place = place(&session.path(path), revision.is_some())?;
        match places.iter_mut().find(|other| other.identity == place.identity) {
            Some(other) if other.paths.is_empty() => {}
            Some(other) if place.paths.is_empty() => other.paths.clear(),
            Some(other) => other.paths.extend(place.paths),
            None => places.push(place),
        }
    }
    places.into_iter().map(|place| open(place, revision, session)).collect()
}

/// The policy of a path; that of the current folder where none is named.
///
/// # Errors
/// As [`policies`].
pub(super) fn chosen(path: Option<&Path>, revision: Option<&str>, session: &mut Session<'_>) -> Result<Chosen> {
    let place = place(&session.path(path.unwrap_or(Path::new("."))), revision.is_some())?;
    open(place, revision, session)
}

/// The policy of a folder, the current one where none is named.
///
/// # Errors
/// As [`policies`], and if the path is a document: what is made of a policy is made of all of it.
pub(super) fn policy(path: Option<&Path>, revision: Option<&str>, session: &mut Session<'_>) -> Result<Chosen> {
    let written = path.unwrap_or(Path::new("."));
    let path = session.path(written);
    if fs::metadata(&path).is_ok_and(|metadata| metadata.is_file()) {
        let folder = present(written.parent().unwrap_or(Path::new(""))).display().to_string();
        let error = Error::usage(Message::new("cli-not-a-folder").with("path", written.display().to_string()));
        return Err(error.hint(Message::new("cli-not-a-folder-hint").with("folder", folder)));
    }
    chosen(Some(written), revision, session)
}

/// Whether the paths ask for standard input, which nothing can be read together with.
///
/// # Errors
/// If there are other paths, or a revision.
pub(super) fn is_standard_input(paths: &[PathBuf], revision: Option<&str>) -> Result<bool> {
    let named = paths.iter().any(|path| path == Path::new(STANDARD_INPUT));
    if named && (paths.len() > 1 || revision.is_some()) {
        let error = Error::usage(Message::new("cli-input-alone"));
        return Err(error.hint(Message::new("cli-input-alone-hint")));
    }
    Ok(named)
}

/// The policy of one document that comes on standard input.
///
/// # Errors
/// If it cannot be read or is too large.
pub(super) fn standard_input(session: &mut Session<'_>) -> Result<Chosen> {
    let bytes = repo::read_whole(&mut session.environment.input, STANDARD_INPUT)?;
    let is_unclear = std::str::from_utf8(&bytes).is_ok_and(|text| policy::language_of_few_words(text).is_none());
    let is_unclear = is_unclear && bytes.len() < TELLS_ITS_LANGUAGE;
    let mut policy = Policy::open(Box::new(repo::Memory::new([(INPUT_DOCUMENT, bytes)])?.as_part()))?;
    if is_unclear {
        // A few lines say too little: they are in the language of whoever writes them, or of the policy around.
        policy.manifest.languages.extend(Language::new(session.words.locale().tag()));
    }
    session.speak_with(&policy);
    Ok(Chosen { policy, paths: Vec::new(), root: None, revision: None })
}

/// Where a policy lies, and what was asked for of it.
struct Place {
    /// Its root, as messages call it.
    root: PathBuf,
    /// Its root by the only name that the file system has for it.
    identity: PathBuf,
    paths: Vec<DocumentPath>,
}

/// The root of the policy that a path leads to, and what was asked for of it; the path may be gone from the work tree.
///
/// # Errors
/// If no folder of the path is there.
pub(super) fn policy_of(path: &Path) -> Result<(PathBuf, Vec<DocumentPath>)> {
    place(path, true).map(|place| (place.root, place.paths))
}

/// Where a path leads; one that `may_be_gone` from the work tree leads where its nearest folder does.
fn place(path: &Path, may_be_gone: bool) -> Result<Place> {
    let there = path.ancestors().find(|ancestor| fs::symlink_metadata(present(ancestor)).is_ok());
    let Some(there) = there.filter(|there| *there == path || may_be_gone) else { return Err(missing(path)) };
    let located = repo::locate(present(there))?;
    let failed = |cause| missing(path).caused_by(cause);
    let identity = fs::canonicalize(&located.root).map_err(failed)?;
    let rest = path.strip_prefix(there).unwrap_or(Path::new(""));
    let whole = fs::canonicalize(present(there)).map_err(failed)?.join(rest);
    let inside = whole.strip_prefix(&identity).unwrap_or(Path::new("")).to_string_lossy().replace('\\', "/");
    let paths = located.restrict.or_else(|| DocumentPath::new(&inside)).into_iter().collect();
    Ok(Place { root: located.root, identity, paths })
}

/// The current folder has no name of its own among the ancestors of a relative path.
fn present(path: &Path) -> &Path {
    if path.as_os_str().is_empty() { Path::new(".") } else { path }
}

/// Opens a policy; from here on the session may speak its language.
fn open(place: Place, revision: Option<&str>, session: &mut Session<'_>) -> Result<Chosen> {
    let files: Box<dyn Files> = match revision {
        Some(revision) => Box::new(Repository::discover(&place.root)?.files(revision, &place.root)?),
        None => Box::new(repo::Folder::open(&place.root)?),
    };
    let policy = Policy::open(files)?;
    session.speak_with(&policy);
    if policy.paths.is_empty() {
        let message = Message::new("cli-no-documents").with("path", place.root.display().to_string());
        return Err(Error::input(message).hint(Message::new("cli-no-documents-hint")));
    }
    tell_manifests_below(&policy, &place.root, session)?;
    tell_skipped(&policy, session);
    Ok(Chosen { policy, paths: place.paths, root: Some(place.root), revision: revision.map(str::to_owned) })
}

/// Tells what is there of a policy and not read.
pub(super) fn tell_skipped(policy: &Policy, session: &mut Session<'_>) {
    for skipped in policy.files.skipped() {
        let file = skipped.place.map(|place| place.file).unwrap_or_default();
        session.notice(&Message::new("cli-skipped").with("file", file).with("reason", skipped.message));
    }
}

/// Tells of manifests in the folders of a policy that has none itself: one of them may be the policy that is meant.
fn tell_manifests_below(policy: &Policy, root: &Path, session: &mut Session<'_>) -> Result<()> {
    if policy.has_manifest {
        return Ok(());
    }
    let files = policy.files.list()?;
    for manifest in files.iter().filter(|path| path.file_name() == MANIFEST && !path.folder().is_empty()) {
        let message = Message::new("cli-manifest-below").with("manifest", policy.files.display(manifest));
        // Without the dots that stand for the current folder.
        let named = root.join(manifest.folder());
        let folder: PathBuf = named.components().filter(|part| *part != Component::CurDir).collect();
        session.notice(&message.with("folder", folder.display().to_string()));
    }
    Ok(())
}

/// The error of a path that does not exist, with the names beside it that may have been meant.
fn missing(path: &Path) -> Error {
    let error = Error::input(Message::new("cli-path-not-found").with("path", path.display().to_string()));
    let name = path.file_name().map(|name| name.to_string_lossy()).unwrap_or_default();
    let folder = path.parent().map_or(Path::new("."), present);
    let siblings = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut names: Vec<String> = siblings.filter_map(|entry| entry.file_name().into_string().ok()).collect();
    names.sort_unstable();
    error.hint(match nearest(&name, names.iter().map(|other| (other, other))).first() {
        Some(other) => {
            let meant = path.with_file_name(other).display().to_string();
            Message::new("cli-hint-similar").with("name", meant)
        }
        None => Message::new("cli-path-not-found-hint"),
    })
}

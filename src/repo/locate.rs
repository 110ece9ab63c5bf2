//! Tells which policy a path on the command line belongs to.

use super::discovery::real_path;
use super::reading::unreadable;
use crate::error::{Error, Result};
use crate::model::{DocumentPath, Message};
use std::fs;
use std::path::{Path, PathBuf};

/// The file that marks the root of a policy.
const MANIFEST: &str = "gaceta.toml";

/// How many folders above the present one are tried to call a root by a relative path.
const MOST_STEPS_UP: usize = 64;

/// A policy, and the part of it that was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Located {
    /// The policy's root folder: relative if the path was, so that messages stay short.
    pub root: PathBuf,
    /// The one file that was named, if the path is not a folder.
    pub restrict: Option<DocumentPath>,
}

/// Finds the policy of a file or folder: the nearest folder upwards that holds `gaceta.toml`, or else the folder itself
/// (a file's own folder). The search ends at the root of the git work tree.
///
/// # Errors
/// If there is no such file or folder, or no document can have such a name.
pub fn locate(path: &Path) -> Result<Located> {
    let path = if path.as_os_str().is_empty() { Path::new(".") } else { path };
    let shown = path.display().to_string();
    let given = real_path(path).map_err(|error| unreadable(&shown, error))?;
    let metadata = fs::metadata(&given).map_err(|error| unreadable(&shown, error))?;
    if metadata.is_dir() {
        let root = root_above(&given);
        return Ok(Located { root: called_as(path, root), restrict: None });
    }
    if !metadata.is_file() {
        return Err(Error::input(Message::new("repo-special-file")).at(shown, None));
    }
    let root = root_above(given.parent().unwrap_or(&given));
    let document = document_below(root, &given).ok_or_else(|| {
        let error = Error::input(Message::new("repo-name-refused")).at(shown, None);
        error.hint(Message::new("repo-hint-rename"))
    })?;
    Ok(Located { root: called_as(path, root), restrict: Some(document) })
}

/// The nearest folder with a manifest, from `folder` upwards, inside the work tree.
fn root_above(folder: &Path) -> &Path {
    for ancestor in folder.ancestors() {
        // A link counts too: reading it then says what is wrong with it.
        if fs::symlink_metadata(ancestor.join(MANIFEST)).is_ok_and(|metadata| !metadata.is_dir()) {
            return ancestor;
        }
        if fs::symlink_metadata(ancestor.join(".git")).is_ok() {
            break;
        }
    }
    folder
}

/// The path of a file below the root, as a document's.
fn document_below(root: &Path, file: &Path) -> Option<DocumentPath> {
    let parts: Option<Vec<_>> =
        file.strip_prefix(root).ok()?.components().map(|part| part.as_os_str().to_str()).collect();
    let path = parts?.join("/");
    DocumentPath::new(&path).filter(|document| document.as_str() == path && !path.contains(char::is_control))
}

/// The root as a person would call it who wrote `path`.
fn called_as(path: &Path, root: &Path) -> PathBuf {
    let above = path.ancestors().map(|it| if it.as_os_str().is_empty() { Path::new(".") } else { it }.to_owned());
    let steps_up = if path.is_absolute() { 0 } else { MOST_STEPS_UP };
    let further = (1..=steps_up).map(|steps| vec![".."; steps].iter().collect());
    let same = |called: &PathBuf| real_path(called).is_ok_and(|folder| folder == root);
    above.chain(further).find(same).unwrap_or_else(|| root.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tree(files: &[&str]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        for file in files {
            let path = folder.path().join(file);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, "").unwrap();
        }
        folder
    }

    fn located(folder: &tempfile::TempDir, path: &str) -> (PathBuf, Option<String>) {
        let located = locate(&folder.path().join(path)).unwrap();
        let root = located.root.strip_prefix(folder.path()).unwrap().to_owned();
        (root, located.restrict.map(|document| document.to_string()))
    }

    #[test]
    fn the_nearest_manifest_marks_the_root() {
        let folder = tree(&["gaceta.toml", "a/gaceta.toml", "a/es/04.md", "b/es/04.md"]);
        assert_eq!(located(&folder, "a/es"), ("a".into(), None));
        assert_eq!(located(&folder, "a/es/04.md"), ("a".into(), Some("es/04.md".to_owned())));
        assert_eq!(located(&folder, "b/es/04.md"), ("".into(), Some("b/es/04.md".to_owned())));
        assert_eq!(located(&folder, "b/es/../es/"), ("".into(), None));
    }

    #[test]
    fn without_a_manifest_the_folder_is_the_policy() {
        let folder = tree(&[".git/HEAD", "a/es/04.md"]);
        assert_eq!(located(&folder, "a"), ("a".into(), None));
        assert_eq!(located(&folder, "a/es/04.md"), ("a/es".into(), Some("04.md".to_owned())));
    }

    #[test]
    fn the_search_ends_at_the_work_trees_root() {
        let folder = tree(&["gaceta.toml", "a/.git/HEAD", "a/es/04.md", "b/.git", "b/gaceta.toml"]);
        assert_eq!(located(&folder, "a/es"), ("a/es".into(), None));
        assert_eq!(located(&folder, "b"), ("b".into(), None));
    }

    #[test]
    fn a_root_keeps_the_callers_way_of_writing() {
        let folder = tree(&["gaceta.toml", "es/a.md"]);
        let root = real_path(folder.path()).unwrap();
        assert_eq!(called_as(&root.join("es/./a.md"), &root), root);
        assert_eq!(called_as(Path::new("src/repo/mod.rs"), &real_path(Path::new("src")).unwrap()), Path::new("src"));
        assert_eq!(called_as(Path::new("src"), &real_path(Path::new(".")).unwrap()), Path::new("."));
        assert_eq!(called_as(Path::new("src/.."), &real_path(Path::new("../..")).unwrap()), Path::new("../.."));
        assert_eq!(called_as(Path::new("src"), &root), Path::new(&root), "neither below nor above");
    }

    #[test]
    fn what_is_not_there_is_an_error_with_the_path_as_written() {
        let error = locate(Path::new("no/such/folder")).unwrap_err();
        assert_eq!(error.to_string(), "repo-path-missing (no/such/folder)");
    }

    #[cfg(unix)]
    #[test]
    fn a_link_named_by_a_person_is_followed() {
        let folder = tree(&["policy/gaceta.toml", "policy/es/a.md"]);
        std::os::unix::fs::symlink("policy/es/a.md", folder.path().join("link.md")).unwrap();
        let found = locate(&folder.path().join("link.md")).unwrap();
        assert_eq!(found.root, real_path(&folder.path().join("policy")).unwrap());
        assert_eq!(found.restrict.unwrap().as_str(), "es/a.md");
        let error = locate(Path::new("/dev/null")).unwrap_err();
        assert_eq!(error.to_string(), "repo-special-file (/dev/null)");
    }
}

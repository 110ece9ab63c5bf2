//! Puts new bytes in the place of a file on disk, all of them or none.
//!
//! 1. The file has to be writable, and to hold what it held when it was read;
//! 2. the new bytes are written into a file of their own in the same folder, which gets the old one's permissions;
//! 3. the new file takes the old one's name. Whatever interrupts this leaves the old file whole.

use super::folder::is_same_file;
use super::obstacle::Obstacle;
use super::reading::{changed_meanwhile, read_whole};
use crate::error::{Error, Result};
use crate::model::Message;
use std::fs::{Metadata, OpenOptions};
use std::io::{self, Write as _};
use std::path::Path;

/// A file to be replaced.
pub(super) struct Target<'a> {
    /// Where it lies, no part of which is a link.
    pub(super) path: &'a Path,
    /// What it was when that was made sure of.
    pub(super) listed: &'a Metadata,
    /// What a person calls it.
    pub(super) shown: &'a str,
}

/// Puts `bytes` in the place of a file that holds `present`.
///
/// # Errors
/// If the file may not be written, holds something else, or the operating system refuses.
pub(super) fn replace(target: &Target<'_>, present: &[u8], bytes: &[u8]) -> Result<()> {
    let Target { path, listed, shown } = *target;
    // A folder lets a file be replaced that may not be written; whoever made it read-only does not want that.
    if listed.permissions().readonly() {
        return Err(unwritable(shown, io::ErrorKind::PermissionDenied.into()));
    }
    let file = OpenOptions::new().read(true).write(true).open(path).map_err(|error| unwritable(shown, error))?;
    let opened = file.metadata().map_err(|error| unwritable(shown, error))?;
    if !opened.is_file() || !is_same_file(listed, &opened) {
        return Err(Obstacle::Special.error(shown.to_owned()));
    }
    if read_whole(file, shown)? != present {
        return Err(changed_meanwhile(shown));
    }
    swap(path, &opened, bytes).map_err(|error| unwritable(shown, error))
}

fn swap(path: &Path, old: &Metadata, bytes: &[u8]) -> io::Result<()> {
    let folder = path.parent().unwrap_or(Path::new("."));
    let mut new = tempfile::Builder::new().prefix(".gaceta-").tempfile_in(folder)?;
    new.write_all(bytes)?;
    keep_owner(new.path(), old);
    new.as_file().set_permissions(old.permissions())?;
    new.as_file().sync_all()?;
    new.persist(path)?;
    Ok(())
}

/// Gives a file the owner of the old one. Only an administrator can; for anybody else it is theirs already, or becomes
/// theirs as with any editor that saves this way.
#[cfg(unix)]
fn keep_owner(new: &Path, old: &Metadata) {
    use std::os::unix::fs::{MetadataExt, chown};
    let _ = chown(new, Some(old.uid()), Some(old.gid()));
}

/// Nothing is known here about owners.
#[cfg(not(unix))]
const fn keep_owner(_: &Path, _: &Metadata) {}

fn unwritable(shown: &str, error: io::Error) -> Error {
    Error::io(Message::new("repo-unwritable"), shown, error).hint(Message::new("repo-hint-unwritable"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::DocumentPath;
    use crate::repo::{Files, Folder};
    use std::fs;

    fn folder() -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("es")).unwrap();
        fs::write(folder.path().join("es/a.md"), "uno").unwrap();
        folder
    }

    fn replaced(files: &Folder, present: &str) -> Result<(), &'static str> {
        let path = DocumentPath::new("es/a.md").unwrap();
        files.replace(&path, present.as_bytes(), b"dos").map_err(|error| error.message.id)
    }

    fn text(folder: &tempfile::TempDir) -> String {
        fs::read_to_string(folder.path().join("es/a.md")).unwrap()
    }

    #[test]
    fn a_file_is_replaced_and_nothing_else_is_left() {
        let folder = folder();
        assert_eq!(replaced(&Folder::open(folder.path()).unwrap(), "uno"), Ok(()));
        assert_eq!(text(&folder), "dos");
        assert_eq!(fs::read_dir(folder.path().join("es")).unwrap().count(), 1);
    }

    #[test]
    fn a_file_that_changed_meanwhile_is_left_alone() {
        let folder = folder();
        let files = Folder::open(folder.path()).unwrap();
        assert_eq!(replaced(&files, "otra cosa"), Err("repo-changed-meanwhile"));
        assert_eq!(text(&folder), "uno");
        fs::remove_file(folder.path().join("es/a.md")).unwrap();
        assert_eq!(replaced(&files, "uno"), Err("repo-path-missing"));
    }

    #[cfg(unix)]
    #[test]
    fn permissions_are_kept_and_a_read_only_file_is_left_alone() {
        use std::os::unix::fs::PermissionsExt;
        let folder = folder();
        let path = folder.path().join("es/a.md");
        let mode = || fs::metadata(&path).unwrap().permissions().mode() & 0o777;
        fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
        assert_eq!(replaced(&Folder::open(folder.path()).unwrap(), "uno"), Ok(()));
        assert_eq!((mode(), text(&folder).as_str()), (0o640, "dos"));
        fs::set_permissions(&path, fs::Permissions::from_mode(0o440)).unwrap();
        assert_eq!(replaced(&Folder::open(folder.path()).unwrap(), "dos"), Err("repo-unwritable"));
        assert_eq!(mode(), 0o440);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_put_there_meanwhile_is_not_followed() {
        use std::os::unix::fs::symlink;
        let (folder, other) = (folder(), folder());
        let files = Folder::open(folder.path()).unwrap();
        fs::remove_file(folder.path().join("es/a.md")).unwrap();
        symlink(other.path().join("es/a.md"), folder.path().join("es/a.md")).unwrap();
        assert_eq!(replaced(&files, "uno"), Err("repo-symbolic-link"));
        fs::remove_dir_all(folder.path().join("es")).unwrap();
        symlink(other.path().join("es"), folder.path().join("es")).unwrap();
        assert_eq!(replaced(&files, "uno"), Err("repo-symbolic-link"));
        assert_eq!(text(&other), "uno");
    }
}

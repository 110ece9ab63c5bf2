//! Files that a command has written.

use super::session::Session;
use crate::error::{Error, Result};
use crate::model::Message;
use std::fs::Permissions;
use std::io::{self, Write as _};
use std::path::Path;

/// Bytes of a kilobyte and of a megabyte, in the sense of the International System of Units.
const KILOBYTE: usize = 1_000;
const MEGABYTE: usize = 1_000_000;

/// Says that a file was written, unless silence was asked for.
pub(super) fn announce(session: &mut Session<'_>, path: &Path, size: usize) -> Result<()> {
    if session.quiet {
        return Ok(());
    }
    let message = Message::new("cli-written").with("path", path.display().to_string()).with("size", size_of(size));
    session.say(&message)
}

/// Writes a file whole or not at all, and says so. Its folder is made if need be.
///
/// What bears the name already stays what it is: a device or a pipe is written into, a file keeps its permissions, and a
/// folder or a link to a file is refused.
pub(super) fn save(session: &mut Session<'_>, path: &Path, bytes: &[u8]) -> Result<()> {
    let target = session.path(path);
    let folder = target.parent().unwrap_or(Path::new(""));
    let failed = |id, file: &Path| {
        let shown = file.display().to_string();
        move |cause| Error::io(Message::new(id), shown, cause).hint(Message::new("cli-write-hint"))
    };
    std::fs::create_dir_all(folder).map_err(failed("cli-cannot-create-folder", folder))?;
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    let written = match Place::of(&target).map_err(failed("cli-cannot-write-file", &target))? {
        Place::Free => write_whole(folder, &target, None, bytes),
        Place::File(permissions) if permissions.readonly() => Err(io::ErrorKind::PermissionDenied.into()),
        Place::File(permissions) => write_whole(folder, &target, Some(permissions), bytes),
        Place::Stream => std::fs::OpenOptions::new().write(true).open(&target).and_then(|mut file| {
            file.write_all(bytes)?;
            file.flush()
        }),
        Place::Folder => return Err(refused("cli-out-is-folder", &target, "cli-out-is-folder-hint")),
        Place::Link => return Err(refused("cli-out-is-link", &target, "cli-out-is-link-hint")),
    };
    written.map_err(failed("cli-cannot-write-file", &target))?;
    announce(session, path, bytes.len())
}

fn refused(message: &'static str, target: &Path, hint: &'static str) -> Error {
    Error::input(Message::new(message)).at(target.display().to_string(), None).hint(Message::new(hint))
}

/// What bears the name that a file is to get.
enum Place {
    /// Nothing.
    Free,
    File(Permissions),
    /// A device, a pipe or a socket, by itself or by way of links such as `/dev/stdout`.
    Stream,
    Folder,
    /// A link to a file, a folder or nowhere. To follow it would let whoever made it choose which file is lost.
    Link,
}

impl Place {
    fn of(target: &Path) -> io::Result<Self> {
        let metadata = match std::fs::symlink_metadata(target) {
            Err(problem) if problem.kind() == io::ErrorKind::NotFound => return Ok(Self::Free),
            other => other?,
        };
        if metadata.is_symlink() {
            let stream = std::fs::metadata(target).is_ok_and(|led| !led.is_file() && !led.is_dir());
            return Ok(if stream { Self::Stream } else { Self::Link });
        }
        Ok(if metadata.is_file() {
            Self::File(metadata.permissions())
        } else if metadata.is_dir() {
            Self::Folder
        } else {
            Self::Stream
        })
    }
}

/// Writes beside the target, then renames, so that an interruption leaves the old file or the new one.
fn write_whole(folder: &Path, target: &Path, permissions: Option<Permissions>, bytes: &[u8]) -> io::Result<()> {
    let workshop = tempfile::Builder::new().prefix(".gaceta-").tempdir_in(folder)?;
    // A plain file in a private folder gets the permissions that the user's mask asks for; a temporary file would not.
    let new = workshop.path().join("new");
    let mut file = std::fs::File::create_new(&new)?;
    file.write_all(bytes)?;
    permissions.map_or(Ok(()), |permissions| file.set_permissions(permissions))?;
    file.sync_all()?;
    std::fs::rename(&new, target)
}

/// A size as people read it: whole bytes and kilobytes, tenths of megabytes, rounded up.
fn size_of(bytes: usize) -> Message {
    match bytes {
        0..KILOBYTE => Message::new("cli-size-bytes").with("count", bytes),
        KILOBYTE..MEGABYTE => Message::new("cli-size-kilobytes").with("count", bytes.div_ceil(KILOBYTE)),
        MEGABYTE.. => {
            let tenths = bytes.div_ceil(MEGABYTE / 10);
            Message::new("cli-size-megabytes").with("count", format!("{}.{}", tenths / 10, tenths % 10))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::messages::{Catalogue, Locale};
    use std::fs;

    #[test]
    fn sizes_are_told_in_their_unit() {
        let words = Catalogue::of(Locale::Spanish);
        let told = |bytes| words.text(&size_of(bytes));
        assert_eq!(
            [told(1), told(999), told(1_000), told(1_001), told(999_001), told(1_000_000), told(12_340_001)],
            ["1 byte", "999 bytes", "1 kB", "2 kB", "1000 kB", "1.0 MB", "12.4 MB"]
        );
    }

    #[cfg(unix)]
    #[test]
    fn a_name_is_free_or_bears_something() {
        use std::os::unix::fs::symlink;
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        fs::write(at("file"), "x").unwrap();
        symlink(at("file"), at("link")).unwrap();
        symlink(at("nothing"), at("dangling")).unwrap();
        symlink("/dev/null", at("sink")).unwrap();
        assert!(matches!(Place::of(&at("new")), Ok(Place::Free)));
        assert!(matches!(Place::of(&at("file")), Ok(Place::File(_))));
        assert!(matches!(Place::of(folder.path()), Ok(Place::Folder)));
        assert!(matches!(Place::of(&at("link")), Ok(Place::Link)));
        assert!(matches!(Place::of(&at("dangling")), Ok(Place::Link)));
        assert!(matches!(Place::of(&at("sink")), Ok(Place::Stream)));
        assert!(matches!(Place::of(Path::new("/dev/null")), Ok(Place::Stream)));
        assert!(Place::of(&at("file/below")).is_err());
    }

    #[cfg(unix)]
    #[test]
    fn a_file_keeps_its_permissions() {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("file");
        fs::write(&file, "old").unwrap();
        fs::set_permissions(&file, Permissions::from_mode(0o600)).unwrap();
        let Ok(Place::File(permissions)) = Place::of(&file) else { panic!("a file") };
        write_whole(folder.path(), &file, Some(permissions), b"new").unwrap();
        assert_eq!(fs::read(&file).unwrap(), b"new");
        assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
    }
}

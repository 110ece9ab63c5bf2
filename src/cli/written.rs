//! Files that a command has written.

use super::session::Session;
use crate::error::{Error, Result};
use crate::model::Message;
use std::io::Write as _;
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
pub(super) fn save(session: &mut Session<'_>, path: &Path, bytes: &[u8]) -> Result<()> {
    let target = session.path(path);
    let folder = target.parent().unwrap_or(Path::new(""));
    let failed = |id, file: &Path| {
        let shown = file.display().to_string();
        move |cause| Error::io(Message::new(id), shown, cause).hint(Message::new("cli-write-hint"))
    };
    std::fs::create_dir_all(folder).map_err(failed("cli-cannot-create-folder", folder))?;
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    let cannot_write = failed("cli-cannot-write-file", &target);
    write_whole(folder, &target, bytes).map_err(cannot_write)?;
    announce(session, path, bytes.len())
}

/// Writes beside the target, then renames, so that an interruption leaves the old file or the new one.
fn write_whole(folder: &Path, target: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let workshop = tempfile::Builder::new().prefix(".gaceta-").tempdir_in(folder)?;
    // A plain file in a private folder gets the permissions that the user's mask asks for; a temporary file would not.
    let new = workshop.path().join("new");
    let mut file = std::fs::File::create_new(&new)?;
    file.write_all(bytes)?;
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

    #[test]
    fn sizes_are_told_in_their_unit() {
        let words = Catalogue::of(Locale::Spanish);
        let told = |bytes| words.text(&size_of(bytes));
        assert_eq!(
            [told(1), told(999), told(1_000), told(1_001), told(999_001), told(1_000_000), told(12_340_001)],
            ["1 byte", "999 bytes", "1 kB", "2 kB", "1000 kB", "1.0 MB", "12.4 MB"]
        );
    }
}

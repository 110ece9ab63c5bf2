//! Reads whole files, within the limit on their size.

use crate::error::{Error, Result};
use crate::model::{LARGEST_FILE, Message};
use std::io::{self, Read};

/// The bytes of what people call `shown`: a file, or standard input.
///
/// # Errors
/// If it cannot be read, or holds more than [`LARGEST_FILE`] bytes; no more than that is read.
pub fn read_whole(reader: impl Read, shown: &str) -> Result<Vec<u8>> {
    read_whole_of(0, reader, shown)
}

/// The same, of what is likely to hold so many bytes.
pub(super) fn read_whole_of(expected: u64, reader: impl Read, shown: &str) -> Result<Vec<u8>> {
    // With room to see that there is no more.
    let room = usize::try_from(expected.min(LARGEST_FILE)).map_or(0, |expected| expected + 64);
    let mut bytes = Vec::with_capacity(room);
    reader.take(LARGEST_FILE + 1).read_to_end(&mut bytes).map_err(|error| unreadable(shown, error))?;
    check_size(bytes.len() as u64, shown)?;
    Ok(bytes)
}

/// Refuses a file of more bytes than are read.
pub(super) fn check_size(bytes: u64, shown: &str) -> Result<()> {
    if bytes <= LARGEST_FILE {
        return Ok(());
    }
    let message = Message::new("repo-file-too-large").with("limit", LARGEST_FILE / (1024 * 1024));
    Err(Error::input(message).at(shown, None).hint(Message::new("repo-hint-file-too-large")))
}

/// The error of a file or folder that the operating system does not let be read.
pub(super) fn unreadable(shown: &str, error: io::Error) -> Error {
    let (message, hint) = match error.kind() {
        io::ErrorKind::NotFound => ("repo-path-missing", Some("repo-hint-path-missing")),
        io::ErrorKind::PermissionDenied => ("repo-denied", Some("repo-hint-denied")),
        _ => ("repo-unreadable", None),
    };
    let error = Error::io(Message::new(message), shown, error);
    match hint {
        Some(hint) => error.hint(Message::new(hint)),
        None => error,
    }
}

/// The error of a file that is not what it was when it was read.
pub(super) fn changed_meanwhile(shown: &str) -> Error {
    let error = Error::input(Message::new("repo-changed-meanwhile")).at(shown, None);
    error.hint(Message::new("repo-hint-changed-meanwhile"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_limit_itself_is_read_and_one_byte_more_is_not() {
        assert_eq!(read_whole(io::repeat(b'x').take(LARGEST_FILE), "-").unwrap().len() as u64, LARGEST_FILE);
        let error = read_whole(io::repeat(b'x'), "-").unwrap_err();
        assert_eq!(error.to_string(), "repo-file-too-large limit=Number(16) (-)");
    }
}

//! What keeps an entry of a folder or a tree out of a policy.

use super::LONGEST_PATH;
use crate::error::Error;
use crate::model::{DocumentPath, Message};
use std::io::ErrorKind;

/// Why an entry is not listed although nobody asked to leave it out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Obstacle {
    /// A symbolic link: it could lead anywhere.
    SymbolicLink,
    /// Another repository inside this one.
    Submodule,
    /// A pipe, a socket, a device, or a mode that git does not know.
    Special,
    /// A name that is not UTF-8.
    NotUtf8,
    /// A name with a backslash, a slash or a control character, or that is `.` or `..`.
    Name,
    /// The same name twice in one folder, which only a forged tree has.
    Duplicate,
    /// A folder below [`DEEPEST_FOLDER`](super::DEEPEST_FOLDER).
    TooDeep,
    /// A path longer than [`LONGEST_PATH`].
    TooLong,
    /// A file of ignore rules that is not a file or larger than such files are.
    IgnoreRules,
    /// The operating system refuses.
    Unreadable(ErrorKind),
}

impl Obstacle {
    /// The obstacle as an error at the entry that a person calls `shown`.
    pub(super) fn error(self, shown: String) -> Error {
        let (message, hint) = match self {
            Self::SymbolicLink => ("repo-symbolic-link", Some("repo-hint-symbolic-link")),
            Self::Submodule => ("repo-submodule", Some("repo-hint-submodule")),
            Self::Special => ("repo-special-file", None),
            Self::NotUtf8 => ("repo-name-not-utf8", Some("repo-hint-rename")),
            Self::Name => ("repo-name-refused", Some("repo-hint-rename")),
            Self::Duplicate => ("repo-duplicate-name", Some("repo-hint-fsck")),
            Self::TooDeep => ("repo-too-deep", Some("repo-hint-shorter-path")),
            Self::TooLong => ("repo-path-too-long", Some("repo-hint-shorter-path")),
            Self::IgnoreRules => ("repo-ignore-rules-refused", Some("repo-hint-ignore-rules")),
            Self::Unreadable(ErrorKind::PermissionDenied) => ("repo-denied", Some("repo-hint-denied")),
            Self::Unreadable(_) => ("repo-unreadable", None),
        };
        let error = Error::input(Message::new(message)).at(shown, None);
        match hint {
            Some(hint) => error.hint(Message::new(hint)),
            None => error,
        }
    }
}

/// What becomes of an entry, by its name alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verdict<'name> {
    /// It is part of the policy.
    Take(&'name str),
    /// It is left out, and nobody need be told.
    LeaveOut,
    /// It is left out, and that is reported.
    Refuse(Obstacle),
}

/// Judges a name, given as the bytes that the file system or the tree holds.
pub(super) fn judge(name: &[u8], is_folder: bool) -> Verdict<'_> {
    let Ok(name) = std::str::from_utf8(name) else {
        return Verdict::Refuse(Obstacle::NotUtf8);
    };
    if matches!(name, "" | "." | "..") || name.contains(|it: char| matches!(it, '/' | '\\') || it.is_control()) {
        return Verdict::Refuse(Obstacle::Name);
    }
    // The second are what other tools leave behind: dependencies of Node, and what Rust builds.
    if name.starts_with('.') || (is_folder && matches!(name, "node_modules" | "target")) {
        return Verdict::LeaveOut;
    }
    Verdict::Take(name)
}

/// Whether a path, or a folder above it, has a name that is left out without a word.
pub(super) fn is_left_out(path: &DocumentPath) -> bool {
    let folders = path.folder().split('/').filter(|part| !part.is_empty());
    folders.into_iter().any(|part| judge(part.as_bytes(), true) == Verdict::LeaveOut)
        || judge(path.file_name().as_bytes(), false) == Verdict::LeaveOut
}

/// The path of the entry `name` of `folder` (`""` at the root).
pub(super) fn child(folder: &str, name: &str) -> String {
    if folder.is_empty() { name.to_owned() } else { format!("{folder}/{name}") }
}

/// The path as a document's, where it is one.
pub(super) fn document_path(path: &str) -> Result<DocumentPath, Obstacle> {
    if path.len() > LONGEST_PATH {
        return Err(Obstacle::TooLong);
    }
    DocumentPath::new(path).filter(|document| document.as_str() == path).ok_or(Obstacle::Name)
}

/// A name for people: bytes that are not UTF-8 written as `\xNN`, a name beyond all measure cut short.
pub(super) fn shown_name(name: &[u8]) -> String {
    use std::fmt::Write as _;
    let mut shown = String::new();
    for chunk in name[..name.len().min(LONGEST_PATH)].utf8_chunks() {
        shown.push_str(chunk.valid());
        for byte in chunk.invalid() {
            // Writing to a string cannot fail.
            let _ = write!(shown, "\\x{byte:02x}");
        }
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_judged() {
        for name in ["a.md", "año nuevo.md", "a:b", "..a".trim_start_matches('.'), "CON"] {
            assert_eq!(judge(name.as_bytes(), false), Verdict::Take(name), "{name}");
        }
        for name in [".git", ".github", "..a", "..."] {
            assert_eq!(judge(name.as_bytes(), true), Verdict::LeaveOut, "{name}");
        }
        for name in ["", ".", "..", "a/b", "a\\b", "a\nb", "\u{1b}[31m", "a\u{85}b"] {
            assert_eq!(judge(name.as_bytes(), false), Verdict::Refuse(Obstacle::Name), "{name:?}");
        }
        assert_eq!(judge(b"a\xff", false), Verdict::Refuse(Obstacle::NotUtf8));
    }

    #[test]
    fn only_folders_are_left_out_as_left_behind_by_tools() {
        assert_eq!(judge(b"target", true), Verdict::LeaveOut);
        assert_eq!(judge(b"target", false), Verdict::Take("target"));
        let left_out = |path| is_left_out(&DocumentPath::new(path).unwrap());
        assert_eq!(
            [left_out("a/target/b"), left_out("a/target"), left_out(".a/b"), left_out("a/.b")],
            [true, false, true, true]
        );
    }

    #[test]
    fn a_path_is_a_documents_only_as_it_stands() {
        assert_eq!(document_path("es/a.md").unwrap().as_str(), "es/a.md");
        assert_eq!(document_path("C:/a.md"), Err(Obstacle::Name));
        assert_eq!(document_path("a/../b"), Err(Obstacle::Name));
        assert!(document_path(&"x".repeat(1024)).is_ok());
        assert_eq!(document_path(&"x".repeat(1025)), Err(Obstacle::TooLong));
    }

    #[test]
    fn bytes_that_are_no_text_are_shown_as_escapes() {
        assert_eq!(shown_name(b"a\xff\xfe\xc3\xb1.md"), "a\\xff\\xfeñ.md");
        assert_eq!(shown_name(&[b'x'; 5000]).len(), 1024);
    }
}

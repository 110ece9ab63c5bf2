//! Compares a folder with the editions that a policy gives; nothing is written.
//!
//! 1. [`Claim::of`] reads what the folder's `manifest.json` says of how it was built, to build the same again;
//! 2. [`compare`] holds each file that was built against the one of the folder, up to the first byte that differs;
//! 3. what else is in the folder is listed.
//!
//! The folder may come from anywhere: no link in it is followed, no file is read further than it has to be, and what its
//! manifest says is only believed where it has the form that it should.

use super::output::{DESKTOP_FILES, MARKER};
use super::set::{MANIFEST, hexadecimal, sha256};
use super::{Built, BuiltFile};
use crate::error::{Error, Result};
use crate::model::{LARGEST_FILE, Language, Message, count_bytes};
use serde_json::Value;
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, Read, Seek, SeekFrom};
use std::path::Path;

/// The largest file of which a sum is made, in bytes (256 MiB).
const LARGEST_SUMMED: u64 = 256 * 1024 * 1024;

/// How many of the files that no edition has are named.
const MOST_FOREIGN: usize = 100;

/// How many characters of a line are shown before the first that differs, and how many from there on.
const SHOWN_BEFORE: usize = 30;
const SHOWN_AFTER: usize = 50;

/// What the manifest of a folder says of how it was built, as far as it can be believed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Claim {
    /// The version of gaceta.
    pub version: Option<String>,
    /// The commit.
    pub commit: Option<String>,
    /// The commit up to which releases are told of.
    pub history: Option<String>,
    /// Date of the editions.
    pub date: Option<String>,
    /// Whether the policy's own templates were trusted.
    pub trusts_templates: bool,
    /// The languages.
    pub languages: Vec<Language>,
    /// The names of the formats.
    pub formats: Vec<String>,
}

impl Claim {
    /// Reads the manifest of a folder; `None` if it has none that can be read.
    ///
    /// # Errors
    /// If there is no such folder.
    pub fn of(folder: &Path) -> Result<Option<Self>> {
        let metadata = fs::metadata(folder)
            .and_then(|metadata| if metadata.is_dir() { Ok(()) } else { Err(io::ErrorKind::NotADirectory.into()) });
        metadata.map_err(|cause| {
            Error::io(Message::new("edition-verify-no-folder"), folder.display().to_string(), cause)
                .hint(Message::new("edition-verify-no-folder-hint"))
        })?;
        let Some((file, size)) = open(folder, MANIFEST).ok().flatten().filter(|(_, size)| *size <= LARGEST_FILE) else {
            return Ok(None);
        };
        let mut bytes = Vec::new();
        let read = file.take(size).read_to_end(&mut bytes);
        let manifest = read.ok().and_then(|_| serde_json::from_slice(&bytes).ok());
        Ok(manifest.as_ref().and_then(Self::read))
    }

    fn read(manifest: &Value) -> Option<Self> {
        if manifest["schema"] != "gaceta/edition/1" {
            return None;
        }
        let text = |value: &Value| value.as_str().map(str::to_owned);
        let list = |key: &str| manifest[key].as_array().into_iter().flatten().filter_map(Value::as_str);
        Some(Self {
            version: text(&manifest["generator"]["version"]),
            commit: text(&manifest["commit"]).filter(|id| is_commit(id)),
            history: text(&manifest["history"]).filter(|id| is_commit(id)),
            date: text(&manifest["date"]),
            trusts_templates: manifest["trusts_templates"] == true,
            languages: list("languages").filter_map(Language::new).collect(),
            formats: list("formats").map(str::to_owned).collect(),
        })
    }
}

/// Whether a text is a commit's id, and can be no other name of a revision.
fn is_commit(text: &str) -> bool {
    text.len() == 40 && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}

/// How a folder differs from the editions.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Comparison {
    /// How many files are the same.
    pub identical: usize,
    /// The files that are not.
    pub differing: Vec<(String, Difference)>,
    /// The files that the folder lacks.
    pub missing: Vec<String>,
    /// The first files and folders that no edition has, sorted; a folder has a `/` behind its name.
    pub foreign: BTreeSet<String>,
    /// How many more there are.
    pub more_foreign: usize,
}

impl Comparison {
    /// Whether the folder holds the editions and nothing else.
    #[must_use]
    pub fn is_identical(&self) -> bool {
        self.differing.is_empty() && self.missing.is_empty() && self.foreign.is_empty()
    }
}

/// What is different about a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Difference {
    /// It is no file: a link, a folder, a device, or behind a link.
    NoFile,
    /// It is text, and differs from here on.
    Line {
        /// The line, from 1.
        line: usize,
        /// The character in it, from 1.
        column: usize,
        /// What should stand around there.
        expected: String,
        /// What stands there; `None` if the file ends.
        found: Option<String>,
    },
    /// It is no text.
    Bytes {
        /// Size and SHA-256 that it should have.
        expected: (u64, String),
        /// Those that it has; no sum of a file that is very large.
        found: (u64, Option<String>),
    },
}

/// Compares a folder with what was built.
///
/// # Errors
/// If the operating system refuses to read.
pub fn compare(folder: &Path, built: &Built) -> Result<Comparison> {
    let mut comparison = Comparison::default();
    for file in &built.files {
        let shown = || folder.join(&file.path).display().to_string();
        let failed = |cause| {
            Error::io(Message::new("edition-verify-read"), shown(), cause)
                .hint(Message::new("edition-verify-read-hint"))
        };
        match open(folder, &file.path) {
            Ok(None) => comparison.differing.push((file.path.clone(), Difference::NoFile)),
            Ok(Some((found, size))) => match difference(&file.bytes, found, size).map_err(failed)? {
                None => comparison.identical += 1,
                Some(difference) => comparison.differing.push((file.path.clone(), difference)),
            },
            Err(problem) if problem.kind() == io::ErrorKind::NotFound => comparison.missing.push(file.path.clone()),
            Err(problem) => return Err(failed(problem)),
        }
    }
    comparison.find_foreign(folder, "", &built.files).map_err(|cause| {
        Error::io(Message::new("edition-verify-read"), folder.display().to_string(), cause)
            .hint(Message::new("edition-verify-read-hint"))
    })?;
    Ok(comparison)
}

/// Opens a file below a folder, with its size; `None` if it is none, or if the way to it leads over a link.
fn open(folder: &Path, path: &str) -> io::Result<Option<(File, u64)>> {
    let mut full = folder.to_owned();
    let mut parts = path.split('/').peekable();
    while let Some(part) = parts.next() {
        full.push(part);
        let kind = fs::symlink_metadata(&full)?.file_type();
        let is_right = if parts.peek().is_some() { kind.is_dir() } else { kind.is_file() };
        if !is_right {
            return Ok(None);
        }
    }
    let file = File::open(&full)?;
    let metadata = file.metadata()?;
    Ok(metadata.is_file().then_some((file, metadata.len())))
}

/// What is different about a file of this size, if anything is.
fn difference(expected: &[u8], mut found: File, size: u64) -> io::Result<Option<Difference>> {
    let Some(at) = first_difference(expected, &mut found)? else { return Ok(None) };
    if let Ok(text) = std::str::from_utf8(expected) {
        return line_difference(text, &mut found, at).map(Some);
    }
    let sum = if size <= LARGEST_SUMMED { Some(sum_of(&mut found, size)?) } else { None };
    let expected = (expected.len() as u64, sha256(expected));
    Ok(Some(Difference::Bytes { expected, found: (size, sum) }))
}

/// The first byte that a file does not have as it should, where it ends too early or goes on too.
fn first_difference(expected: &[u8], found: &mut File) -> io::Result<Option<usize>> {
    let mut buffer = vec![0; 1 << 16];
    let mut reached = 0;
    loop {
        let read = match found.read(&mut buffer) {
            Ok(read) => read,
            Err(problem) if problem.kind() == io::ErrorKind::Interrupted => continue,
            Err(problem) => return Err(problem),
        };
        let rest = &expected[reached..];
        if read == 0 {
            return Ok((!rest.is_empty()).then_some(reached));
        }
        let same = buffer[..read].iter().zip(rest).take_while(|(one, other)| one == other).count();
        reached += same;
        if same < read {
            return Ok(Some(reached));
        }
    }
}

/// Where two texts part, whose first `at` bytes are the same.
fn line_difference(expected: &str, found: &mut File, at: usize) -> io::Result<Difference> {
    let at = (0..=at).rev().find(|at| expected.is_char_boundary(*at)).unwrap_or(0);
    let (before, after) = expected.split_at(at);
    let line_start = before.rfind('\n').map_or(0, |end| end + 1);
    let line = &before[line_start..];
    let shown_from = line.char_indices().rev().nth(SHOWN_BEFORE - 1).map_or(0, |(at, _)| at);
    let head = format!("{}{}", if shown_from > 0 { "…" } else { "" }, &line[shown_from..]);
    found.seek(SeekFrom::Start(at as u64))?;
    let mut rest = Vec::new();
    found.take(4 * SHOWN_AFTER as u64 + 4).read_to_end(&mut rest)?;
    Ok(Difference::Line {
        line: count_bytes(before.as_bytes(), |byte| byte == b'\n') + 1,
        column: line.chars().count() + 1,
        expected: format!("{head}{}", line_end(after)),
        found: (!rest.is_empty()).then(|| format!("{head}{}", line_end(&String::from_utf8_lossy(&rest)))),
    })
}

/// What is shown of a text that begins inside a line.
fn line_end(text: &str) -> String {
    let line = text.split('\n').next().unwrap_or(text);
    match line.char_indices().nth(SHOWN_AFTER) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line.to_owned(),
    }
}

fn sum_of(found: &mut File, size: u64) -> io::Result<String> {
    found.seek(SeekFrom::Start(0))?;
    let mut sum = Sha256::new();
    let mut rest = found.take(size);
    let mut buffer = vec![0; 1 << 16];
    loop {
        let read = rest.read(&mut buffer)?;
        if read == 0 {
            return Ok(hexadecimal(&sum.finalize()));
        }
        sum.update(&buffer[..read]);
    }
}

impl Comparison {
    /// Finds what no edition has below a folder; `above` is its path, with a `/` behind it. Only folders that editions have
    /// are entered, so that the recursion is no deeper than they are.
    fn find_foreign(&mut self, folder: &Path, above: &str, files: &[BuiltFile]) -> io::Result<()> {
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            let is_folder = entry.file_type()?.is_dir();
            let path = format!("{above}{}", entry.file_name().to_string_lossy());
            let inside = format!("{path}/");
            if is_folder && files.iter().any(|file| file.path.starts_with(&inside)) {
                self.find_foreign(&entry.path(), &inside, files)?;
            } else if !files.iter().any(|file| file.path == path)
                && path != MARKER
                && !DESKTOP_FILES.iter().any(|file| entry.file_name() == *file)
            {
                self.add_foreign(if is_folder { inside } else { path });
            }
        }
        Ok(())
    }

    /// Keeps the first names in their order, however many there are and in whatever order they come.
    fn add_foreign(&mut self, path: String) {
        self.foreign.insert(path);
        if self.foreign.len() > MOST_FOREIGN {
            self.foreign.pop_last();
            self.more_foreign += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is different about a file that should say `expected` and says `found`.
    fn told(expected: &[u8], found: &[u8]) -> Option<Difference> {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("a"), found).unwrap();
        let (file, size) = open(folder.path(), "a").unwrap().unwrap();
        difference(expected, file, size).unwrap()
    }

    fn line(line: usize, column: usize, expected: &str, found: Option<&str>) -> Difference {
        Difference::Line { line, column, expected: expected.to_owned(), found: found.map(str::to_owned) }
    }

    #[test]
    fn texts_differ_in_a_character_of_a_line() {
        assert_eq!(told("uno\ndós\n".as_bytes(), "uno\ndós\n".as_bytes()), None);
        assert_eq!(
            told("uno\ndós\ntres".as_bytes(), "uno\ndás\ntres".as_bytes()),
            Some(line(2, 2, "dós", Some("dás")))
        );
        assert_eq!(told(b"uno\ndos\n", b"uno\n"), Some(line(2, 1, "dos", None)));
        assert_eq!(told(b"uno\n", b"uno\ndos\n"), Some(line(2, 1, "", Some("dos"))));
        assert_eq!(told(b"", b"x"), Some(line(1, 1, "", Some("x"))));
        assert_eq!(told(b"x", b""), Some(line(1, 1, "x", None)));
        assert_eq!(told(b"uno", b"un\xff"), Some(line(1, 3, "uno", Some("un\u{fffd}"))));
    }

    #[test]
    fn of_long_lines_the_part_is_shown_that_differs() {
        let (before, after) = ("á".repeat(100_000), "b".repeat(100));
        let texts = [format!("{before}x{after}"), format!("{before}y{after}")];
        let shown = |letter: &str| format!("…{}{letter}{}…", "á".repeat(SHOWN_BEFORE), "b".repeat(SHOWN_AFTER - 1));
        let expected = Some(line(1, 100_001, &shown("x"), Some(&shown("y"))));
        assert_eq!(told(texts[0].as_bytes(), texts[1].as_bytes()), expected);
    }

    #[test]
    fn other_files_differ_in_size_and_sum() {
        let found = told(b"\xff\x00", b"").unwrap();
        let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
        let Difference::Bytes { expected, found } = found else { panic!("{found:?}") };
        assert_eq!((expected.0, found), (2, (0, Some(empty.to_owned()))));
        assert_eq!(expected.1, sha256(b"\xff\x00"));
    }

    #[test]
    fn a_claim_is_believed_only_in_its_form() {
        let claim = |text: &str| Claim::read(&serde_json::from_str(text).unwrap());
        assert_eq!(claim("[]"), None);
        assert_eq!(claim(r#"{ "schema": "gaceta/edition/2" }"#), None);
        assert_eq!(claim(r#"{ "schema": "gaceta/edition/1" }"#), Some(Claim::default()));
        let hostile = r#"{ "schema": "gaceta/edition/1", "commit": "HEAD~1", "languages": ["../x", 3, "es"], "date": {},
            "formats": "pdf", "trusts_templates": "yes", "generator": [] }"#;
        let languages = vec![Language::new("es").unwrap()];
        assert_eq!(claim(hostile), Some(Claim { languages, ..Claim::default() }));
    }

    #[test]
    fn the_first_foreign_names_are_kept_in_their_order() {
        let mut comparison = Comparison::default();
        (0..150).rev().for_each(|number| comparison.add_foreign(format!("{number:03}")));
        assert_eq!(comparison.foreign.first().map(String::as_str), Some("000"));
        assert_eq!((comparison.foreign.last().map(String::as_str), comparison.more_foreign), (Some("099"), 50));
    }
}

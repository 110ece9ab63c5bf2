//! What tells of all files of the editions together.
//!
//! 1. `manifest.json` says what was published, from which commit and with which gaceta, and lists every file with its size
//!    and SHA-256; its schema is `src/edition/schemas/edition.schema.json`;
//! 2. `SHA256SUMS` holds the sums of all files but itself, as `sha256sum --check` reads them.
//!
//! Neither knows the time, the machine or who built: the same policy gives the same two files. The hidden file that marks
//! the folder ([`output`](super::output)) is no part of the set, because web hosts leave hidden files behind.

use super::json::encode;
use super::{Built, BuiltFile, Origin, Uncommitted};
use crate::model::{Language, Status};
use crate::policy::Policy;
use rayon::prelude::*;
use serde::Serialize;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// The file that says what was published.
pub const MANIFEST: &str = "manifest.json";

/// The file of the sums.
pub const SUMS: &str = "SHA256SUMS";

/// The version of gaceta that this is.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

/// Up to how many bytes one thread takes the sums.
const FEW_BYTES: usize = 2 * 1024 * 1024;

#[derive(Serialize)]
struct ManifestOutput<'a> {
    schema: &'static str,
    generator: Generator,
    title: BTreeMap<&'a str, &'a str>,
    version: Option<&'a str>,
    status: Option<&'static str>,
    date: Option<&'a str>,
    license: Option<&'a str>,
    commit: Option<&'a str>,
    uncommitted: Option<Uncommitted>,
    history: Option<&'a str>,
    trusts_templates: bool,
    languages: Vec<&'a str>,
    formats: Vec<&'static str>,
    files: Vec<FileOutput<'a>>,
}

#[derive(Serialize)]
struct Generator {
    name: &'static str,
    version: &'static str,
}

#[derive(Serialize)]
struct FileOutput<'a> {
    path: &'a str,
    bytes: usize,
    sha256: &'a str,
    format: Option<&'static str>,
    language: Option<&'a str>,
}

/// Adds the manifest and the sums to what was built of a policy.
pub fn close(policy: &Policy, built: &mut Built, origin: &Origin) {
    built.files.sort_by(|one, other| one.path.cmp(&other.path));
    let sum = |file: &BuiltFile| sha256(&file.bytes);
    let bytes = built.files.iter().map(|file| file.bytes.len()).sum::<usize>();
    let mut sums: Vec<String> = match &built.files {
        // One thread is done before others would have begun.
        files if bytes <= FEW_BYTES => files.iter().map(sum).collect(),
        files => files.par_iter().map(sum).collect(),
    };
    let bytes = encode(&manifest(policy, built, &sums, origin));
    let place = built.files.partition_point(|file| file.path.as_str() < MANIFEST);
    sums.insert(place, sha256(&bytes));
    built.files.insert(place, BuiltFile { path: MANIFEST.to_owned(), bytes, format: None, language: None });
    let lines = built.files.iter().zip(&sums).fold(String::new(), |mut lines, (file, sum)| {
        let _ = writeln!(lines, "{sum}  {}", file.path);
        lines
    });
    built.files.push(BuiltFile { path: SUMS.to_owned(), bytes: lines.into_bytes(), format: None, language: None });
}

fn manifest<'a>(policy: &'a Policy, built: &'a Built, sums: &'a [String], origin: &'a Origin) -> ManifestOutput<'a> {
    let manifest = &policy.manifest;
    let file = |(file, sum): (&'a BuiltFile, &'a String)| FileOutput {
        path: &file.path,
        bytes: file.bytes.len(),
        sha256: sum,
        format: file.format,
        language: file.language.as_ref().map(Language::as_str),
    };
    ManifestOutput {
        schema: "gaceta/edition/1",
        generator: Generator { name: env!("CARGO_PKG_NAME"), version: VERSION },
        title: built.titles.iter().map(|(language, title)| (language.as_str(), title.as_str())).collect(),
        version: manifest.version.as_deref(),
        status: manifest.status.map(Status::name),
        date: built.date.as_deref(),
        license: manifest.license.as_deref(),
        commit: origin.commit(),
        uncommitted: origin.uncommitted(),
        history: built.history.as_deref(),
        trusts_templates: built.trusts_templates,
        languages: built.titles.iter().map(|(language, _)| language.as_str()).collect(),
        formats: built.formats.iter().map(|format| format.name).collect(),
        files: built.files.iter().zip(sums).map(file).collect(),
    }
}

/// The SHA-256 of bytes, in hexadecimal digits.
pub(super) fn sha256(bytes: &[u8]) -> String {
    hexadecimal(&Sha256::digest(bytes))
}

/// Bytes in hexadecimal digits.
pub(super) fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut digits, byte| {
        let _ = write!(digits, "{byte:02x}");
        digits
    })
}

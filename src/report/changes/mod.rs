//! How what changed between two versions is told.
//!
//! [`COMPARISON_FORMATS`] are the forms: text for people, JSON for programs, Markdown for a comment. What is to be read
//! and printed is drawn by the editions, which are told what to say by `redline`. `sentences` has what several of them say:
//! classes, events, places and the summary.

mod json;
mod markdown;
mod redline;
mod sentences;
mod stat;
mod text;

use super::credits::Line;
use super::{Made, Voice};
use crate::diff::Comparison;
use crate::messages::Catalogue;
use crate::model::DocumentPath;
use crate::provenance::Makers;
use std::io::{self, Write};

pub use redline::story;
pub use stat::stat;

/// Two versions and what changed between them.
#[derive(Clone, Copy)]
pub struct Compared<'a> {
    /// What changed.
    pub comparison: &'a Comparison,
    /// The old version.
    pub old: &'a VersionName,
    /// The new version.
    pub new: &'a VersionName,
    /// The documents that were renamed, each with all its names from the old one to the new one.
    pub names: &'a [Vec<DocumentPath>],
    /// The name of the next version that the changes ask for, where it can be told.
    pub next: Option<&'a str>,
    /// Which commits made each change, where that is to be told.
    pub made: Option<Made<'a, Makers>>,
}

impl Compared<'_> {
    /// Who made a change, by its place among all, a commit a line; nothing where that is not to be told.
    fn made_by(self, change: usize, words: &Catalogue) -> Vec<Line> {
        let made = self.made.and_then(|made| Some(made.lines(made.makers.get(change)?, words)));
        made.unwrap_or_default()
    }
}

/// What a version is called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VersionName {
    /// As people call it: a revision as it was written, a folder or a file. `None` for the work tree.
    pub name: Option<String>,
    /// The id of its commit, where it is one.
    pub commit: Option<String>,
}

/// A form in which a comparison is written.
pub struct ComparisonFormat {
    /// Its name on the command line.
    pub name: &'static str,
    /// Id of the message that says what it is for.
    pub label: &'static str,
    /// Writes it.
    pub write: fn(Compared<'_>, Voice<'_>, &mut dyn Write) -> io::Result<()>,
}

/// Every form, the usual one first.
pub const COMPARISON_FORMATS: &[ComparisonFormat] = &[text::FORMAT, markdown::FORMAT, json::FORMAT];

#[cfg(test)]
mod tests;

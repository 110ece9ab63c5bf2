//! How results are told to people and to other programs.
//!
//! 1. [`error`] puts an error into words, with its place, its causes and what to do next;
//! 2. [`FORMATS`] are the forms in which findings, the list of rules, the explanation of a rule and a register of norms
//!    can be written;
//! 3. `places` finds the lines and columns of findings, `frame` draws the lines of text that they stand in, `sentences`
//!    tells them on one line; `register` tells norms;
//! 4. [`diff`] shows what a change does to a text.
//!
//! Everything here is a function of its arguments: nothing is printed, no terminal is asked. Text of a policy is shown
//! with its control characters made visible, so that it moves no cursor and hides nothing.

mod blame;
mod changes;
mod credits;
mod csv;
mod diff;
mod error;
mod frame;
mod github;
mod gitlab;
mod json;
mod junit;
mod lines;
mod markdown;
mod page;
mod places;
mod register;
mod rules;
mod sarif;
#[cfg(test)]
mod schema;
mod sentences;
mod survival;
mod tally;
mod text;

pub use blame::{BLAME_FORMATS, BlameFormat, Blamed};
pub use changes::{COMPARISON_FORMATS, Compared, ComparisonFormat, VersionName, stat as comparison_stat, story};
pub use credits::Made;
pub use diff::diff;
pub use error::error;
pub use tally::{TALLY_FORMATS, Tallied, TallyFormat, contributions, edition_credits, mailmap_lines};
pub use text::findings;

use crate::error::Error;
use crate::lint::{Outcome, Rule};
use crate::messages::Catalogue;
use crate::policy::Policy;
use crate::provenance::Makers;
use crate::register::Register;
use std::io::{self, Write};

/// How text for people looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Style {
    /// Whether it is coloured with ANSI escape codes.
    pub color: bool,
    /// How many characters fit on a line.
    pub width: usize,
}

impl Default for Style {
    fn default() -> Self {
        Self { color: false, width: 100 }
    }
}

/// In which language and style something is told.
#[derive(Clone, Copy)]
pub struct Voice<'a> {
    /// The words.
    pub words: &'a Catalogue,
    /// Their look; formats for programs ignore it.
    pub style: Style,
}

impl Voice<'_> {
    /// The same words without colours and as wide as usual, whatever the terminal is: what is not for a terminal comes
    /// out the same everywhere.
    fn plain(self) -> Self {
        Self { style: Style::default(), ..self }
    }
}

/// A policy and what linting it found.
#[derive(Clone, Copy)]
pub struct Linted<'a> {
    /// The policy.
    pub policy: &'a Policy,
    /// What was found.
    pub outcome: &'a Outcome,
}

impl<'a> Linted<'a> {
    /// Why documents could not be read.
    fn unread(self) -> impl Iterator<Item = &'a Error> {
        self.outcome.unread.iter()
    }
}

/// A policy and the register of its norms.
#[derive(Clone, Copy)]
pub struct Registered<'a> {
    /// The policy.
    pub policy: &'a Policy,
    /// Its norms.
    pub register: &'a Register,
    /// Who last changed each norm of each document, where that is to be told.
    pub touched: Option<Made<'a, Vec<Makers>>>,
}

/// Writes what linting found in some policies.
pub type WriteFindings = fn(&[Linted<'_>], Voice<'_>, &mut dyn Write) -> io::Result<()>;

/// Writes a register of norms.
pub type WriteRegister = fn(Registered<'_>, Voice<'_>, &mut dyn Write) -> io::Result<()>;

/// A form in which results are written.
pub struct Format {
    /// Its name on the command line.
    pub name: &'static str,
    /// Id of the message that says what it is for.
    pub label: &'static str,
    /// Whether what could not be read has a place in it.
    pub tells_errors: bool,
    /// Writes what linting found; `None` if the form has no place for it.
    pub lint: Option<WriteFindings>,
    /// Writes a register of norms; `None` if the form has no place for it.
    pub norms: Option<WriteRegister>,
    /// Writes the list of all rules; `None` if the form has no place for it.
    pub rules: Option<fn(Voice<'_>) -> Vec<u8>>,
    /// Writes what a rule is for; `None` if the form has no place for it.
    pub explanation: Option<fn(&Rule, Voice<'_>) -> Vec<u8>>,
}

impl Format {
    /// A form that has no place for any result yet.
    const fn new(name: &'static str, label: &'static str) -> Self {
        Self { name, label, tells_errors: true, lint: None, norms: None, rules: None, explanation: None }
    }
}

/// Every form, the usual one first.
pub const FORMATS: &[Format] = &[
    text::FORMAT,
    json::FORMAT,
    sarif::FORMAT,
    github::FORMAT,
    gitlab::FORMAT,
    junit::FORMAT,
    markdown::FORMAT,
    csv::FORMAT,
];

#[cfg(test)]
mod tests;

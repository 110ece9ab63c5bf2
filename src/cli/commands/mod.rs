//! The commands, one file each: what it takes, and what it does with the rest of the library.

mod blame;
mod build;
mod completions;
mod diff;
mod explain;
mod help;
mod lint;
mod manual;
mod norms;
mod rules;
mod tally;

use super::session::Session;
use crate::error::{ErrorKind, Result};
use crate::messages::Catalogue;
use crate::model::{Finding, Severity};
use clap::{ArgMatches, Command};

/// A command.
pub(super) struct Entry {
    /// Its name on the command line.
    pub(super) name: &'static str,
    /// Gives the bare command its arguments and texts.
    pub(super) command: fn(Command, &Catalogue) -> Command,
    /// Does it.
    pub(super) run: fn(&ArgMatches, &mut Session<'_>) -> Result<Verdict>,
}

/// What a command that ran to its end has to say about the policy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// All is well.
    Clean,
    /// There is something to mend.
    Faulty,
    /// Not everything could be read.
    Incomplete,
}

impl Verdict {
    /// The verdict on findings; warnings count if they are to be taken strictly.
    fn of(findings: &[Finding], strict: bool) -> Self {
        let counts = |finding: &Finding| strict || finding.severity == Severity::Error;
        if findings.iter().any(counts) { Self::Faulty } else { Self::Clean }
    }

    /// The process's exit code.
    pub(super) const fn exit_code(self) -> u8 {
        match self {
            Self::Clean => 0,
            Self::Faulty => 1,
            Self::Incomplete => ErrorKind::Input.exit_code(),
        }
    }
}

/// Every command, in the order of the help.
pub(super) const COMMANDS: &[Entry] = &[
    Entry { name: "lint", command: lint::command, run: lint::run },
    Entry { name: "diff", command: diff::command, run: diff::run },
    Entry { name: "norms", command: norms::command, run: norms::run },
    Entry { name: "tally", command: tally::command, run: tally::run },
    Entry { name: "blame", command: blame::command, run: blame::run },
    Entry { name: "rules", command: rules::command, run: rules::run },
    Entry { name: "explain", command: explain::command, run: explain::run },
    Entry { name: "build", command: build::command, run: build::run },
    Entry { name: "help", command: help::command, run: help::run },
    Entry { name: "completions", command: completions::command, run: completions::run },
    Entry { name: "manual", command: manual::command, run: manual::run },
];

//! `gaceta build --verify`: whether a folder holds the editions that the policy gives.
//!
//! 1. What the folder's manifest names and nobody chose is taken from there: formats, languages, commit;
//! 2. the editions are built in memory and compared with the folder;
//! 3. what may explain all differences is told first, then each of them.

use super::{Arguments, built};
use crate::cli::commands::Verdict;
use crate::cli::session::Session;
use crate::edition::verify::{Claim, Comparison, Difference, compare};
use crate::edition::{self, Built, EditionFormat, Origin, set};
use crate::error::{Error, Result};
use crate::model::{Argument, Message};
use std::path::Path;

pub(super) fn run(folder: &Path, mut arguments: Arguments, session: &mut Session<'_>) -> Result<Verdict> {
    let there = session.path(folder);
    let claim = Claim::of(&there)?;
    let is_claimed = arguments.at.is_none() && claim.as_ref().is_some_and(|claim| claim.commit.is_some());
    if let Some(claim) = &claim {
        adopt(claim, folder, &mut arguments)?;
    }
    let named_there = || Message::new("cli-verify-commit-hint").with("folder", folder.display().to_string());
    let built = built(&arguments, session);
    let built = if is_claimed { built.map_err(|error| error.hint(named_there())) } else { built };
    let Some((_, built, origin)) = built? else { return Ok(Verdict::Incomplete) };
    let comparison = compare(&there, &built)?;
    for message in causes(claim.as_ref(), &built, &origin) {
        session.say(&message)?;
    }
    tell(&comparison, session)?;
    session.say(&summary(&comparison, &origin))?;
    Ok(if comparison.is_identical() { Verdict::Clean } else { Verdict::Faulty })
}

/// Takes from a claim what was not chosen.
fn adopt(claim: &Claim, folder: &Path, arguments: &mut Arguments) -> Result<()> {
    if arguments.formats.is_empty() {
        let known = |name: &String| -> Result<&'static EditionFormat> {
            edition::format(name).ok_or_else(|| {
                let message = Message::new("cli-verify-format").with("folder", folder.display().to_string());
                let error = Error::input(message.with("format", name.as_str()));
                error.hint(Message::new("cli-verify-format-hint"))
            })
        };
        arguments.formats = claim.formats.iter().map(known).collect::<Result<_>>()?;
    }
    if arguments.languages.is_empty() {
        arguments.languages.clone_from(&claim.languages);
    }
    if arguments.at.is_none() {
        arguments.at.clone_from(&claim.commit);
    }
    arguments.history.clone_from(&claim.history);
    Ok(())
}

/// What may explain that every file differs.
fn causes(claim: Option<&Claim>, built: &Built, origin: &Origin) -> Vec<Message> {
    let Some(claim) = claim else { return vec![Message::new("cli-verify-no-manifest")] };
    let mut causes = Vec::new();
    if let Some(version) = claim.version.as_deref().filter(|version| *version != set::VERSION) {
        causes.push(Message::new("cli-verify-version").with("version", version).with("own", set::VERSION));
    }
    if claim.commit.as_deref() != origin.commit() {
        let named = claim.commit.as_deref().map_or_else(
            || Message::new("cli-verify-no-commit"),
            |commit| Message::new("cli-verify-the-commit").with("commit", commit),
        );
        causes.push(Message::new("cli-verify-commit").with("named", named).with("origin", told(origin)));
    }
    if claim.date != built.date {
        let day = |date: Option<&str>| match date {
            Some(date) => Argument::from(date),
            None => Argument::from(Message::new("cli-verify-no-date")),
        };
        let message = Message::new("cli-verify-date").with("date", day(claim.date.as_deref()));
        causes.push(message.with("own", day(built.date.as_deref())));
    }
    if claim.trusts_templates != built.trusts_templates {
        causes.push(Message::new(if claim.trusts_templates {
            "cli-verify-templates"
        } else {
            "cli-verify-no-templates"
        }));
    }
    causes
}

/// What a folder is compared with.
fn told(origin: &Origin) -> Message {
    match origin.commit() {
        Some(commit) => Message::new("cli-verify-the-commit").with("commit", commit),
        None => Message::new("cli-verify-work-tree"),
    }
}

fn tell(comparison: &Comparison, session: &mut Session<'_>) -> Result<()> {
    for (path, difference) in &comparison.differing {
        session.say(&Message::new("cli-verify-differs").with("path", path.as_str()))?;
        session.say(&detail(difference))?;
    }
    for path in &comparison.missing {
        session.say(&Message::new("cli-verify-missing").with("path", path.as_str()))?;
    }
    for path in &comparison.foreign {
        session.say(&Message::new("cli-verify-foreign").with("path", path.as_str()))?;
    }
    match comparison.more_foreign {
        0 => Ok(()),
        more => session.say(&Message::new("cli-verify-more-foreign").with("count", more)),
    }
}

/// What is different about a file.
fn detail(difference: &Difference) -> Message {
    match difference {
        Difference::NoFile => Message::new("cli-verify-no-file"),
        Difference::Line { line, column, expected, found } => {
            let id = if found.is_some() { "cli-verify-line" } else { "cli-verify-ends" };
            let message = Message::new(id).with("line", *line).with("column", *column);
            let message = message.with("expected", expected.as_str());
            match found {
                Some(found) => message.with("found", found.as_str()),
                None => message,
            }
        }
        Difference::Bytes { expected, found } => {
            let id = if found.1.is_some() { "cli-verify-bytes" } else { "cli-verify-size" };
            let message = Message::new(id).with("expected", expected.0).with("found", found.0);
            let message = message.with("sum", expected.1.as_str());
            match &found.1 {
                Some(sum) => message.with("found-sum", sum.as_str()),
                None => message,
            }
        }
    }
}

fn summary(comparison: &Comparison, origin: &Origin) -> Message {
    let identical = Message::new("cli-verify-identical").with("count", comparison.identical);
    let message = if comparison.is_identical() {
        Message::new("cli-verify-same").with("identical", identical)
    } else {
        Message::new("cli-verify-not-same")
            .with("identical", identical)
            .with("differing", comparison.differing.len())
            .with("missing", comparison.missing.len())
            .with("foreign", comparison.foreign.len() + comparison.more_foreign)
    };
    message.with("origin", told(origin))
}

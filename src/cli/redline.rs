//! What `gaceta diff` writes: told as text for people and programs, or drawn as a page or a typeset document.

use super::session::Session;
use super::versions::Versions;
use super::{date, options, written};
use crate::diff::Comparison;
use crate::edition::{self, REDLINE_FORMATS, RedlineFormat, RedlineRequest, Story};
use crate::error::{Error, Result};
use crate::messages::Catalogue;
use crate::model::Message;
use crate::policy::IndexedPolicy;
use crate::report::{self, COMPARISON_FORMATS, Compared, ComparisonFormat};
use clap::{Arg, ArgMatches, ValueHint, value_parser};
use std::path::{Path, PathBuf};

/// A form of a comparison.
#[derive(Clone, Copy)]
pub(super) enum Form {
    /// Told, change by change.
    Told(&'static ComparisonFormat),
    /// Drawn, both versions in one text.
    Drawn(&'static RedlineFormat),
}

/// `--format` and `--out`: the form of the comparison and the file it goes to.
pub(super) fn arguments(words: &Catalogue) -> [Arg; 2] {
    let told = COMPARISON_FORMATS.iter().map(|format| (format.name, format.label));
    let drawn = REDLINE_FORMATS.iter().map(|format| (format.name, format.label));
    [
        options::format_of(words, told.chain(drawn)),
        Arg::new("out")
            .long("out")
            .value_name(words.word("cli-value-file"))
            .value_parser(value_parser!(PathBuf))
            .value_hint(ValueHint::FilePath)
            .help(words.word("cli-diff-out-help"))
            .long_help(words.word("cli-diff-out-long-help")),
    ]
}

/// The form that `--format` chose.
pub(super) fn chosen(matches: &ArgMatches) -> Form {
    let name: &String = matches.get_one("format").expect("the parser has a default");
    let told = COMPARISON_FORMATS.iter().find(|format| format.name == name).map(Form::Told);
    let drawn = || REDLINE_FORMATS.iter().find(|format| format.name == name).map(Form::Drawn);
    told.or_else(drawn).expect("the parser lets only names of formats through")
}

impl Form {
    /// Refuses to fill a terminal with what is no text, before any work is done.
    ///
    /// # Errors
    /// If the form is no text, no file is named, and standard output is a terminal.
    pub(super) fn check(self, out: Option<&Path>, session: &Session<'_>) -> Result<()> {
        match self {
            Self::Drawn(format) if !format.is_text && out.is_none() && session.environment.stdout_is_terminal => {
                let error = Error::usage(Message::new("cli-diff-terminal").with("format", format.name));
                Err(error.hint(Message::new("cli-diff-terminal-hint").with("format", format.name)))
            }
            _ => Ok(()),
        }
    }
}

/// Tells a comparison, to a file if one is named.
pub(super) fn tell(
    format: &ComparisonFormat,
    compared: Compared<'_>,
    out: Option<&Path>,
    session: &mut Session<'_>,
) -> Result<()> {
    let Some(path) = out else {
        let voice = session.voice();
        return session.write_paged(|output| (format.write)(compared, voice, output));
    };
    let mut text = Vec::new();
    // Colours are for terminals.
    let voice = report::Voice { words: session.words, style: report::Style::default() };
    (format.write)(compared, voice, &mut text)
        .map_err(|cause| Error::io(Message::new("cli-cannot-write-file"), path.display().to_string(), cause))?;
    written::save(session, path, &text)
}

/// What is said beside the text of a comparison that is drawn.
pub(super) fn story(compared: Compared<'_>, versions: &Versions, session: &Session<'_>) -> Result<Story> {
    let dates = (date::edition_date(None, &versions.old)?, date::edition_date(None, &versions.new)?);
    Ok(report::story(compared, dates, session.words))
}

/// Draws a comparison, to a file if one is named.
pub(super) fn draw(
    format: &RedlineFormat,
    versions: Versions,
    (comparison, story): (&Comparison, Story),
    out: Option<&Path>,
    session: &mut Session<'_>,
) -> Result<()> {
    comparison.unread.iter().for_each(|error| session.tell(error));
    let date = date::edition_date(session.environment.source_date().as_deref(), &versions.new)?;
    let policy = IndexedPolicy::from(versions.new);
    let request = RedlineRequest { policy: &policy, comparison, story, words: session.words, date };
    let drawn = edition::build_redline(format, request)?;
    match out {
        Some(path) => written::save(session, path, &drawn.bytes)?,
        None => session.write(&drawn.bytes)?,
    }
    session.tell_findings(&policy, drawn.findings);
    Ok(())
}

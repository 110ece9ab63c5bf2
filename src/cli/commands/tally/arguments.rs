//! What `gaceta tally` is asked.

use super::identities;
use crate::cli::{lineage, options};
use crate::error::{Error, Result};
use crate::messages::Catalogue;
use crate::model::{Language, Message};
use crate::report::{TALLY_FORMATS, TallyFormat};
use crate::tally::{Coauthors, Dimension};
use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, ArgMatches, Command, ValueHint, value_parser};
use std::path::PathBuf;

pub(in crate::cli) fn command(command: Command, words: &Catalogue) -> Command {
    command
        .subcommand(identities::command(words))
        .args_conflicts_with_subcommands(true)
        .about(words.word("cli-tally-about"))
        .long_about(words.word("cli-tally-long-about"))
        .after_long_help(words.word("cli-tally-examples"))
        .arg(
            Arg::new("path")
                .value_name(words.word("cli-value-path"))
                .value_parser(value_parser!(PathBuf))
                .value_hint(ValueHint::AnyPath)
                .help(words.word("cli-tally-path-help")),
        )
        .arg(by(words))
        .arg(section(words))
        .arg(revision("since", "cli-tally-since-help", words))
        .arg(revision("until", "cli-tally-until-help", words))
        .arg(options::languages(
            words.word("cli-tally-language-help"),
            words.word("cli-tally-language-long-help"),
            words,
        ))
        .arg(coauthors(words))
        .arg(flag("provenance", "cli-tally-provenance-help", words).conflicts_with("since"))
        .arg(lineage::no_cache(words))
        .arg(flag("survival", "cli-tally-survival-help", words).conflicts_with_all(NOT_OF_SURVIVAL))
        .arg(authors_file("check", "cli-tally-check-help", words).conflicts_with_all(["write", "survival"]))
        .arg(authors_file("write", "cli-tally-write-help", words).conflicts_with("survival"))
        .arg(options::format_of(words, TALLY_FORMATS.iter().map(|format| (format.name, format.label))))
}

/// What the survival of words is not told by.
const NOT_OF_SURVIVAL: [&str; 6] = ["by", "section", "since", "language", "coauthors", "provenance"];

fn by(words: &Catalogue) -> Arg {
    Arg::new("by")
        .long("by")
        .value_name(words.word("cli-value-dimension"))
        .value_parser(PossibleValuesParser::new(Dimension::ALL.map(Dimension::name)))
        .default_value(Dimension::Person.name())
        .help(words.word("cli-tally-by-help"))
}

fn section(words: &Catalogue) -> Arg {
    Arg::new("section")
        .long("section")
        .value_name(words.word("cli-value-section"))
        .help(words.word("cli-tally-section-help"))
}

fn coauthors(words: &Catalogue) -> Arg {
    Arg::new("coauthors")
        .long("coauthors")
        .value_name(words.word("cli-value-coauthors"))
        .value_parser(PossibleValuesParser::new(["shared", "full"]))
        .default_value("shared")
        .help(words.word("cli-tally-coauthors-help"))
}

fn flag(name: &'static str, help: &'static str, words: &Catalogue) -> Arg {
    Arg::new(name).long(name).action(ArgAction::SetTrue).help(words.word(help))
}

fn revision(name: &'static str, help: &'static str, words: &Catalogue) -> Arg {
    Arg::new(name).long(name).value_name(words.word("cli-value-revision")).help(words.word(help))
}

fn authors_file(name: &'static str, help: &'static str, words: &Catalogue) -> Arg {
    Arg::new(name)
        .long(name)
        .value_name(words.word("cli-value-file"))
        .value_parser(value_parser!(PathBuf))
        .value_hint(ValueHint::FilePath)
        .help(words.word(help))
        .conflicts_with_all(["provenance", "format"])
        // They would leave out people who have a part in the whole text.
        .conflicts_with_all(["since", "section", "language"])
}

/// What was asked.
pub(super) struct Arguments {
    pub(super) path: Option<PathBuf>,
    pub(super) by: Dimension,
    pub(super) section: Option<String>,
    pub(super) since: Option<String>,
    pub(super) until: Option<String>,
    pub(super) languages: Vec<Language>,
    pub(super) coauthors: Coauthors,
    pub(super) provenance: bool,
    pub(super) survival: bool,
    pub(super) check: Option<PathBuf>,
    pub(super) write: Option<PathBuf>,
    pub(super) ignores_cache: bool,
    pub(super) format: &'static TallyFormat,
}

impl Arguments {
    /// Reads it off the command line.
    ///
    /// # Errors
    /// If things were asked for that do not go together.
    pub(super) fn of(matches: &ArgMatches) -> Result<Self> {
        let named = |name: &str| matches.get_one::<String>(name).cloned();
        let is = |name: &str, value: &str| matches.get_one::<String>(name).is_some_and(|given| given == value);
        let by = Dimension::ALL.into_iter().find(|dimension| is("by", dimension.name()));
        let arguments = Self {
            path: matches.get_one("path").cloned(),
            by: by.unwrap_or(Dimension::Person),
            section: named("section"),
            since: named("since"),
            until: named("until"),
            languages: options::chosen_languages(matches)?,
            coauthors: if is("coauthors", "full") { Coauthors::Full } else { Coauthors::Shared },
            provenance: matches.get_flag("provenance"),
            survival: matches.get_flag("survival"),
            check: matches.get_one("check").cloned(),
            write: matches.get_one("write").cloned(),
            ignores_cache: matches.get_flag("no-cache"),
            format: TALLY_FORMATS.iter().find(|format| is("format", format.name)).unwrap_or(&TALLY_FORMATS[0]),
        };
        if arguments.provenance && arguments.format.provenance.is_none() {
            let message = Message::new("cli-tally-provenance-format").with("format", arguments.format.name);
            return Err(Error::usage(message).hint(Message::new("cli-tally-provenance-format-hint")));
        }
        Ok(arguments)
    }
}

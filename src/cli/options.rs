//! Options of the commands, and what was chosen with them.

use crate::edition::{self, EditionFormat};
use crate::error::{Error, Result};
use crate::lint;
use crate::messages::Catalogue;
use crate::model::{Language, Message};
use crate::report::{FORMATS, Format};
use clap::builder::{PossibleValue, PossibleValuesParser};
use clap::{Arg, ArgAction, ArgMatches, ValueHint, value_parser};
use std::path::PathBuf;

/// `--format`: the form of the result, one of those that can tell it.
pub(super) fn format(words: &Catalogue, tells: fn(&Format) -> bool) -> Arg {
    format_of(words, FORMATS.iter().filter(|format| tells(format)).map(|format| (format.name, format.label)))
}

/// `--format`: one of some forms, each with its name and the id of what it is for; the first if none is named.
pub(super) fn format_of(words: &Catalogue, forms: impl Iterator<Item = (&'static str, &'static str)> + Clone) -> Arg {
    let mut names = forms.clone().map(|(name, _)| name);
    Arg::new("format")
        .long("format")
        .value_name(words.word("cli-value-format"))
        .default_value(names.next().unwrap_or_default())
        .value_parser(PossibleValuesParser::new(
            forms.map(|(name, label)| PossibleValue::new(name).help(words.word(label))),
        ))
        .help(words.word("cli-format-help"))
}

/// The format that `--format` chose.
pub(super) fn chosen_format(matches: &ArgMatches) -> &'static Format {
    let name: &String = matches.get_one("format").expect("the parser has a default");
    FORMATS.iter().find(|format| format.name == name).expect("the parser lets only names of formats through")
}

/// `--at`: the revision that is read.
pub(super) fn revision(help: String, long_help: String, words: &Catalogue) -> Arg {
    Arg::new("at").long("at").value_name(words.word("cli-value-revision")).help(help).long_help(long_help)
}

/// `--out`: the folder that is written.
pub(super) fn folder(help: String, long_help: String, words: &Catalogue) -> Arg {
    Arg::new("out")
        .long("out")
        .value_name(words.word("cli-value-folder"))
        .value_parser(value_parser!(PathBuf))
        .value_hint(ValueHint::DirPath)
        .help(help)
        .long_help(long_help)
}

/// The names of the lint rules.
pub(super) fn rule_names() -> PossibleValuesParser {
    PossibleValuesParser::new(lint::RULES.iter().map(|rule| rule.name))
}

/// `--edition`: the formats that are published.
pub(super) fn editions(words: &Catalogue) -> Arg {
    let value = |format: &EditionFormat| PossibleValue::new(format.name).help(words.word(format.label));
    Arg::new("edition")
        .long("edition")
        .value_name(words.word("cli-value-edition"))
        .action(ArgAction::Append)
        .value_delimiter(',')
        .value_parser(PossibleValuesParser::new(edition::FORMATS.iter().map(value)))
        .help(words.word("cli-build-edition-help"))
        .long_help(words.word("cli-build-edition-long-help"))
}

/// The formats that `--edition` chose.
pub(super) fn chosen_editions(matches: &ArgMatches) -> Vec<&'static EditionFormat> {
    distinct(matches, "edition").into_iter().filter_map(edition::format).collect()
}

/// `--language`: the languages that are published or looked into.
pub(super) fn languages(help: String, long_help: String, words: &Catalogue) -> Arg {
    Arg::new("language")
        .long("language")
        .value_name(words.word("cli-value-language"))
        .action(ArgAction::Append)
        .value_delimiter(',')
        .help(help)
        .long_help(long_help)
}

/// The languages that `--language` chose.
///
/// # Errors
/// If one is no language tag.
pub(super) fn chosen_languages(matches: &ArgMatches) -> Result<Vec<Language>> {
    let language = |tag: &str| {
        Language::new(tag).ok_or_else(|| {
            let error = Error::usage(Message::new("cli-unknown-language").with("language", tag));
            error.hint(Message::new("cli-unknown-language-hint"))
        })
    };
    distinct(matches, "language").into_iter().map(language).collect()
}

/// The values of an option, each once, in the order in which they are first named.
fn distinct<'a>(matches: &'a ArgMatches, id: &str) -> Vec<&'a str> {
    let mut values: Vec<&str> = Vec::new();
    for value in matches.get_many::<String>(id).into_iter().flatten() {
        if !values.contains(&value.as_str()) {
            values.push(value);
        }
    }
    values
}

//! The command line as a whole, in the chosen language.
//!
//! 1. Each command of [`COMMANDS`] brings its own name, arguments and texts;
//! 2. the options that all share are added;
//! 3. everything is dressed: headings, usage lines, values and defaults, which the parser would write in English.

use super::commands::{COMMANDS, Entry};
use super::environment::Colours;
use crate::messages::{Catalogue, Locale};
use crate::model::Message;
use clap::builder::styling::{AnsiColor, Style, Styles};
use clap::builder::{PossibleValue, PossibleValuesParser, StyledStr};
use clap::{Arg, ArgAction, Command};
use std::fmt::Write as _;

/// The program's name.
pub(super) const NAME: &str = "gaceta";

/// The widest that help is set, in columns: longer lines are hard to read.
pub(super) const WIDEST: usize = 100;

const HEADING: Style = AnsiColor::Green.on_default().bold();
const LITERAL: Style = AnsiColor::Cyan.on_default().bold();
const PLACEHOLDER: Style = AnsiColor::Cyan.on_default();

/// The whole command line, its help at most `width` columns wide.
pub(super) fn command_line(words: &Catalogue, width: usize) -> Command {
    command_line_with(words, width, |_| true)
}

/// The same, where only the command of a name has its arguments and texts: enough to read a line that names this one and is
/// right.
pub(super) fn command_line_of(words: &Catalogue, width: usize, name: &str) -> Command {
    command_line_with(words, width, |other| other == name)
}

fn command_line_with(words: &Catalogue, width: usize, is_told: impl Fn(&str) -> bool) -> Command {
    let command = |entry: &Entry| {
        let bare = Command::new(entry.name);
        if is_told(entry.name) { (entry.command)(bare, words) } else { bare }
    };
    let styles = Styles::plain().header(HEADING).usage(HEADING).literal(LITERAL).placeholder(PLACEHOLDER);
    let root = Command::new(NAME)
        .bin_name(NAME)
        .version(env!("CARGO_PKG_VERSION"))
        .about(words.word("cli-about"))
        .long_about(words.word("cli-long-about"))
        .after_help(words.word("cli-more"))
        .after_long_help(words.word("cli-examples"))
        .no_binary_name(true)
        .subcommand_required(true)
        .arg_required_else_help(true)
        .disable_help_flag(true)
        .disable_help_subcommand(true)
        .disable_version_flag(true)
        .styles(styles)
        .term_width(width.min(WIDEST))
        .args(shared_options(words))
        .arg(version_option(words))
        .subcommands(COMMANDS.iter().map(command));
    dress(root, NAME, words, &is_told)
}

/// The options that every command has.
fn shared_options(words: &Catalogue) -> [Arg; 5] {
    let language = |locale: Locale| {
        let description = match locale {
            Locale::Spanish => words.word("cli-lang-es"),
            Locale::English => words.word("cli-lang-en"),
        };
        PossibleValue::new(locale.tag()).help(description)
    };
    let colours = |choice: Colours| {
        let description = match choice {
            Colours::Auto => words.word("cli-color-auto"),
            Colours::Always => words.word("cli-color-always"),
            Colours::Never => words.word("cli-color-never"),
        };
        PossibleValue::new(choice.name()).help(description)
    };
    [
        Arg::new("lang")
            .long("lang")
            .value_name(words.word("cli-value-language"))
            .value_parser(PossibleValuesParser::new(Locale::ALL.map(language)))
            .help(words.word("cli-lang-help"))
            .long_help(words.word("cli-lang-long-help"))
            .global(true),
        Arg::new("color")
            .long("color")
            .value_name(words.word("cli-value-when"))
            .value_parser(PossibleValuesParser::new(Colours::ALL.map(colours)))
            .default_value(Colours::Auto.name())
            .help(words.word("cli-color-help"))
            .long_help(words.word("cli-color-long-help"))
            .global(true),
        Arg::new("no-color")
            .long("no-color")
            .action(ArgAction::SetTrue)
            .conflicts_with("color")
            .help(words.word("cli-no-color-help"))
            .global(true),
        Arg::new("quiet")
            .short('q')
            .long("quiet")
            .action(ArgAction::SetTrue)
            .help(words.word("cli-quiet-help"))
            .global(true),
        Arg::new("help").short('h').long("help").action(ArgAction::Help).help(words.word("cli-help-help")).global(true),
    ]
}

fn version_option(words: &Catalogue) -> Arg {
    Arg::new("version").short('V').long("version").action(ArgAction::Version).help(words.word("cli-version-help"))
}

/// Puts into the chosen language what the parser would otherwise write in English; `path` is the command as it is
/// typed.
fn dress(command: Command, path: &str, words: &Catalogue, is_told: &impl Fn(&str) -> bool) -> Command {
    let usage = usage(&command, path, words);
    let examples = command.get_after_long_help().map(|text| examples(&text.to_string(), words));
    let heading = words.word("cli-heading-usage");
    let mut place = 0;
    let mut command = command
        .help_template(format!(
            "{{about-with-newline}}\n{HEADING}{heading}:{HEADING:#} {{usage}}\n\n{{all-args}}{{after-help}}"
        ))
        .override_usage(usage)
        .subcommand_value_name(words.word("cli-value-command"))
        .subcommand_help_heading(words.word("cli-heading-commands"))
        .mut_args(|argument| {
            place += 1;
            // Without a place of their own, arguments that have no name are told in the order of the alphabet.
            let argument = if argument.is_positional() { argument.display_order(place) } else { argument };
            dress_argument(argument, words)
        });
    if let Some(examples) = examples {
        command = command.after_long_help(examples);
    }
    let names = command.get_subcommands().map(Command::get_name).filter(|name| is_told(name));
    let names: Vec<String> = names.map(str::to_owned).collect();
    names.into_iter().fold(command, |command, name| {
        let inner_path = format!("{path} {name}");
        command.mut_subcommand(name, |inner| dress(inner, &inner_path, words, is_told))
    })
}

/// `gaceta lint [OPTIONS] [PATH]...`
fn usage(command: &Command, path: &str, words: &Catalogue) -> StyledStr {
    let options = words.word("cli-usage-options");
    let mut usage = format!("{LITERAL}{path}{LITERAL:#} {PLACEHOLDER}[{options}]{PLACEHOLDER:#}");
    for argument in command.get_positionals() {
        let name = argument.get_value_names().and_then(|names| names.first()).map_or("", |name| name.as_str());
        let (before, after) = if argument.is_required_set() { ("<", ">") } else { ("[", "]") };
        let many = if matches!(argument.get_action(), ArgAction::Append) { "..." } else { "" };
        // Writing to a string does not fail.
        let _ = write!(usage, " {PLACEHOLDER}{before}{name}{after}{many}{PLACEHOLDER:#}");
    }
    if command.has_subcommands() {
        let name = words.word("cli-value-command");
        let (before, after) = if command.is_subcommand_required_set() { ("<", ">") } else { ("[", "]") };
        let _ = write!(usage, " {PLACEHOLDER}{before}{name}{after}{PLACEHOLDER:#}");
    }
    usage.into()
}

/// The examples under their heading, indented.
fn examples(text: &str, words: &Catalogue) -> StyledStr {
    let heading = words.word("cli-heading-examples");
    let mut examples = format!("{HEADING}{heading}:{HEADING:#}");
    for line in text.lines() {
        let _ = write!(examples, "\n  {line}");
    }
    examples.into()
}

fn dress_argument(argument: Arg, words: &Catalogue) -> Arg {
    let heading = if argument.is_global_set() || matches!(argument.get_action(), ArgAction::Version) {
        "cli-heading-global"
    } else if argument.is_positional() {
        "cli-heading-arguments"
    } else {
        "cli-heading-options"
    };
    let short = argument.get_help().map(ToString::to_string).unwrap_or_default();
    let long = argument.get_long_help().map_or_else(|| format!("{short}."), ToString::to_string);
    let (brief, full) = value_texts(&argument, words);
    let short = if brief.is_empty() { short } else { format!("{short} [{}]", brief.join("; ")) };
    let long = if full.is_empty() { long } else { format!("{long} {}", full.join(" ")) };
    let takes_values = argument.get_action().takes_values();
    argument
        .help_heading(words.word(heading))
        .help(short)
        .long_help(long)
        .hide_possible_values(takes_values)
        .hide_default_value(takes_values)
}

/// What the help says of an argument's values and its default: in short, and in full.
fn value_texts(argument: &Arg, words: &Catalogue) -> (Vec<String>, Vec<String>) {
    let (mut brief, mut full) = (Vec::new(), Vec::new());
    if !argument.get_action().takes_values() {
        return (brief, full);
    }
    let values = if argument.is_hide_possible_values_set() { Vec::new() } else { argument.get_possible_values() };
    if !values.is_empty() {
        let names: Vec<&str> = values.iter().map(PossibleValue::get_name).collect();
        let described: Vec<String> = values.iter().map(|value| described(value, words)).collect();
        brief.push(words.text(&Message::new("cli-help-values").with("values", names.join(", "))));
        full.push(words.text(&Message::new("cli-help-values-long").with("values", described.join(", "))));
    }
    let defaults: Vec<_> = argument.get_default_values().iter().map(|value| value.to_string_lossy()).collect();
    if !defaults.is_empty() && !argument.is_hide_default_value_set() {
        let default = defaults.join(",");
        brief.push(words.text(&Message::new("cli-help-default").with("default", default.as_str())));
        full.push(words.text(&Message::new("cli-help-default-long").with("default", default)));
    }
    (brief, full)
}

fn described(value: &PossibleValue, words: &Catalogue) -> String {
    match value.get_help() {
        Some(help) => {
            let message = Message::new("cli-help-value-described").with("value", value.get_name());
            words.text(&message.with("description", help.to_string()))
        }
        None => value.get_name().to_owned(),
    }
}

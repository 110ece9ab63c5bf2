//! `gaceta lint`: what is wrong with a policy.

mod fix;

use super::Verdict;
use crate::cli::session::Session;
use crate::cli::source::{self, Chosen, STANDARD_INPUT};
use crate::cli::{date, options};
use crate::error::{Error, Result};
use crate::lint;
use crate::messages::Catalogue;
use crate::model::{DocumentPath, Message};
use crate::report::{Format, Linted};
use clap::{Arg, ArgAction, ArgMatches, Command, ValueHint, value_parser};
use std::path::{Path, PathBuf};

/// Where systems keep Hunspell dictionaries: Linux, `FreeBSD`, macOS with Homebrew or by hand.
const DICTIONARY_FOLDERS: [&str; 5] = [
    "/usr/share/hunspell",
    "/usr/share/myspell/dicts",
    "/usr/local/share/hunspell",
    "/opt/homebrew/share/hunspell",
    "/Library/Spelling",
];

pub(super) fn command(command: Command, words: &Catalogue) -> Command {
    command
        .about(words.word("cli-lint-about"))
        .long_about(words.word("cli-lint-long-about"))
        .after_long_help(words.word("cli-lint-examples"))
        .arg(
            Arg::new("paths")
                .value_name(words.word("cli-value-path"))
                .num_args(0..)
                .action(ArgAction::Append)
                .value_parser(value_parser!(PathBuf))
                .value_hint(ValueHint::AnyPath)
                .help(words.word("cli-lint-paths-help"))
                .long_help(words.word("cli-lint-paths-long-help")),
        )
        .arg(
            Arg::new("rule")
                .long("rule")
                .value_name(words.word("cli-value-rule"))
                .action(ArgAction::Append)
                .value_parser(options::rule_names())
                .hide_possible_values(true)
                .help(words.word("cli-lint-rule-help"))
                .long_help(words.word("cli-lint-rule-long-help")),
        )
        .arg(Arg::new("strict").long("strict").action(ArgAction::SetTrue).help(words.word("cli-lint-strict-help")))
        .arg(
            Arg::new("fix")
                .long("fix")
                .action(ArgAction::SetTrue)
                .conflicts_with("at")
                .help(words.word("cli-lint-fix-help"))
                .long_help(words.word("cli-lint-fix-long-help")),
        )
        .arg(
            Arg::new("diff")
                .long("diff")
                .action(ArgAction::SetTrue)
                .requires("fix")
                .conflicts_with("format")
                .help(words.word("cli-lint-diff-help"))
                .long_help(words.word("cli-lint-diff-long-help")),
        )
        .arg(options::format(words, |_| true))
        .arg(options::revision(words.word("cli-lint-at-help"), words.word("cli-lint-at-long-help"), words))
}

struct Arguments {
    paths: Vec<PathBuf>,
    rules: Vec<String>,
    strict: bool,
    fix: bool,
    diff: bool,
    format: &'static Format,
    at: Option<String>,
}

impl Arguments {
    fn of(matches: &ArgMatches) -> Self {
        Self {
            paths: matches.get_many("paths").into_iter().flatten().cloned().collect(),
            rules: matches.get_many("rule").into_iter().flatten().cloned().collect(),
            strict: matches.get_flag("strict"),
            fix: matches.get_flag("fix"),
            diff: matches.get_flag("diff"),
            format: options::chosen_format(matches),
            at: matches.get_one("at").cloned(),
        }
    }

    /// What to lint of a policy of which `paths` were named.
    fn options(&self, paths: Vec<DocumentPath>, session: &Session<'_>) -> Result<lint::Options> {
        let today = date::today(session.environment.source_date().as_deref())?;
        let dictionaries = DICTIONARY_FOLDERS.map(PathBuf::from).to_vec();
        Ok(lint::Options { rules: self.rules.clone(), paths, today, dictionaries })
    }

    fn asks_for_standard_input(&self) -> Result<bool> {
        let named = self.paths.iter().any(|path| path == Path::new(STANDARD_INPUT));
        if named && (self.paths.len() > 1 || self.at.is_some()) {
            let error = Error::usage(Message::new("cli-input-alone"));
            return Err(error.hint(Message::new("cli-input-alone-hint")));
        }
        Ok(named)
    }
}

pub(super) fn run(matches: &ArgMatches, session: &mut Session<'_>) -> Result<Verdict> {
    let arguments = Arguments::of(matches);
    let is_input = arguments.asks_for_standard_input()?;
    let chosen = if is_input {
        vec![source::standard_input(session)?]
    } else {
        source::policies(&arguments.paths, arguments.at.as_deref(), session)?
    };
    if arguments.fix {
        return fix::run(chosen, is_input, &arguments, session);
    }
    let mut results = Vec::new();
    for Chosen { policy, paths } in chosen {
        let outcome = lint::lint(&policy, &arguments.options(paths, session)?)?;
        results.push((policy, outcome));
    }
    let linted: Vec<Linted<'_>> = results.iter().map(|(policy, outcome)| Linted { policy, outcome }).collect();
    let text = (arguments.format.lint)(&linted, session.voice());
    session.write(&text)?;
    Ok(verdict(&linted, arguments.strict))
}

fn verdict(linted: &[Linted<'_>], strict: bool) -> Verdict {
    if linted.iter().any(|linted| !linted.outcome.unread.is_empty()) {
        return Verdict::Incomplete;
    }
    let verdicts = linted.iter().map(|linted| Verdict::of(&linted.outcome.findings, strict));
    verdicts.into_iter().find(|verdict| *verdict != Verdict::Clean).unwrap_or(Verdict::Clean)
}

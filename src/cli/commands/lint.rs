//! `gaceta lint`: what is wrong with a policy.

mod fix;

use super::Verdict;
use crate::cli::progress::Progress;
use crate::cli::session::Session;
use crate::cli::source::{self, Chosen};
use crate::cli::{date, options, written};
use crate::error::{Error, Result};
use crate::lint::{self, Baseline};
use crate::messages::Catalogue;
use crate::model::Message;
use crate::repo;
use crate::report::{Linted, WriteFindings};
use clap::{Arg, ArgAction, ArgMatches, Command, ValueHint, value_parser};
use std::fs::File;
use std::path::PathBuf;
use std::sync::Arc;

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
        .args(mending(words))
        .args(comparing(words))
        .arg(options::format(words, |format| format.lint.is_some()))
        .arg(options::revision(words.word("cli-lint-at-help"), words.word("cli-lint-at-long-help"), words))
}

/// The options that change documents.
fn mending(words: &Catalogue) -> [Arg; 3] {
    [
        Arg::new("fix")
            .long("fix")
            .action(ArgAction::SetTrue)
            .conflicts_with("at")
            .help(words.word("cli-lint-fix-help"))
            .long_help(words.word("cli-lint-fix-long-help")),
        Arg::new("diff")
            .long("diff")
            .action(ArgAction::SetTrue)
            .requires("fix")
            .conflicts_with("format")
            .help(words.word("cli-lint-diff-help"))
            .long_help(words.word("cli-lint-diff-long-help")),
        Arg::new("renumber")
            .long("renumber")
            .action(ArgAction::SetTrue)
            .conflicts_with_all(["fix", "at", "since", "baseline", "rule", "format"])
            .help(words.word("cli-lint-renumber-help"))
            .long_help(words.word("cli-lint-renumber-long-help")),
    ]
}

/// The options that leave out what is old.
fn comparing(words: &Catalogue) -> [Arg; 3] {
    [
        Arg::new("since")
            .long("since")
            .value_name(words.word("cli-value-revision"))
            .help(words.word("cli-lint-since-help"))
            .long_help(words.word("cli-lint-since-long-help")),
        Arg::new("baseline")
            .long("baseline")
            .value_name(words.word("cli-value-file"))
            .value_parser(value_parser!(PathBuf))
            .value_hint(ValueHint::FilePath)
            .help(words.word("cli-lint-baseline-help"))
            .long_help(words.word("cli-lint-baseline-long-help")),
        Arg::new("write-baseline")
            .long("write-baseline")
            .action(ArgAction::SetTrue)
            .requires("baseline")
            .conflicts_with("fix")
            .help(words.word("cli-lint-write-baseline-help")),
    ]
}

/// What is done with what is found.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Action {
    /// It is told.
    Report,
    /// What can be mended is mended, and the rest told.
    Fix,
    /// It is shown what would be mended.
    ShowFixes,
    /// Nothing is looked for; the clauses are put in sequence.
    Renumber,
    /// It becomes the baseline.
    WriteBaseline,
}

impl Action {
    fn of(matches: &ArgMatches) -> Self {
        let is_set = |name| matches.get_flag(name);
        match () {
            () if is_set("renumber") => Self::Renumber,
            () if is_set("write-baseline") => Self::WriteBaseline,
            () if is_set("diff") => Self::ShowFixes,
            () if is_set("fix") => Self::Fix,
            () => Self::Report,
        }
    }
}

struct Arguments {
    paths: Vec<PathBuf>,
    rules: Vec<String>,
    strict: bool,
    write: WriteFindings,
    at: Option<String>,
    since: Option<String>,
    baseline: Option<PathBuf>,
    action: Action,
}

impl Arguments {
    fn of(matches: &ArgMatches) -> Self {
        Self {
            paths: matches.get_many("paths").into_iter().flatten().cloned().collect(),
            rules: matches.get_many("rule").into_iter().flatten().cloned().collect(),
            strict: matches.get_flag("strict"),
            write: options::chosen_format(matches).lint.expect("the parser lets only such formats through"),
            at: matches.get_one("at").cloned(),
            since: matches.get_one("since").cloned(),
            baseline: matches.get_one("baseline").cloned(),
            action: Action::of(matches),
        }
    }

    /// What to lint of a policy, and how.
    fn options(&self, chosen: &Chosen, session: &Session<'_>) -> Result<lint::Options> {
        let base = self.since.as_deref().map(|since| chosen.in_revision(since)).transpose()?.map(Arc::new);
        Ok(lint::Options {
            rules: self.rules.clone(),
            paths: chosen.paths.clone(),
            today: date::today(session.environment.source_date().as_deref())?,
            dictionaries: DICTIONARY_FOLDERS.map(PathBuf::from).to_vec(),
            changed: base.as_ref().map(|base| Arc::new(lint::changes(base, &chosen.policy))),
            base,
            released: lint::may_compare(&self.rules).then(|| chosen.released()).flatten().map(Arc::new),
            baseline: self.known(session)?.map(Arc::new),
            is_brief: self.action != Action::WriteBaseline,
        })
    }

    /// The findings that are known, unless they are to be written.
    fn known(&self, session: &Session<'_>) -> Result<Option<Baseline>> {
        let Some(path) = self.baseline.as_ref().filter(|_| self.action != Action::WriteBaseline) else {
            return Ok(None);
        };
        let shown = path.display().to_string();
        let file = File::open(session.path(path)).map_err(|cause| {
            let error = Error::io(Message::new("cli-no-baseline"), shown.as_str(), cause);
            error.hint(Message::new("cli-no-baseline-hint"))
        })?;
        let text = String::from_utf8_lossy(&repo::read_whole(file, &shown)?).into_owned();
        Baseline::read(&text, &shown).map(Some)
    }
}

pub(super) fn run(matches: &ArgMatches, session: &mut Session<'_>) -> Result<Verdict> {
    let arguments = Arguments::of(matches);
    let is_input = source::is_standard_input(&arguments.paths, arguments.at.as_deref())?;
    let chosen = if is_input {
        vec![source::standard_input(session)?]
    } else {
        source::policies(&arguments.paths, arguments.at.as_deref(), session)?
    };
    match arguments.action {
        Action::Renumber => return renumber(chosen, session),
        Action::Fix | Action::ShowFixes => return fix::run(chosen, is_input, &arguments, session),
        Action::Report | Action::WriteBaseline => {}
    }
    let mut results = Vec::new();
    for chosen in chosen {
        let options = arguments.options(&chosen, session)?;
        let (progress, total) = (Progress::new(session), chosen.policy.paths.len());
        let mut show = |number| progress.show_checked(number, total);
        let outcome = lint::lint_and_tell(&chosen.policy, &options, &mut show)?;
        drop(progress);
        results.push((chosen.policy, outcome));
    }
    if let Some(path) = arguments.baseline.as_ref().filter(|_| arguments.action == Action::WriteBaseline) {
        let findings = results.iter().flat_map(|(_, outcome)| &outcome.findings);
        written::save(session, path, Baseline::written(findings).as_bytes())?;
        return Ok(Verdict::Clean);
    }
    let linted: Vec<Linted<'_>> = results.iter().map(|(policy, outcome)| Linted { policy, outcome }).collect();
    let voice = session.voice();
    session.write_with(|output| (arguments.write)(&linted, voice, output))?;
    Ok(verdict(&linted, arguments.strict))
}

/// Puts the clauses of policies in sequence, the whole of each.
fn renumber(chosen: Vec<Chosen>, session: &mut Session<'_>) -> Result<Verdict> {
    for chosen in chosen {
        let done = lint::renumber_policy(chosen.policy)?;
        let documents = Message::new("error-summary-documents").with("count", done.changed.len());
        let id = if done.places == 0 { "cli-lint-nothing-renumbered" } else { "cli-lint-renumbered" };
        session.notice(&Message::new(id).with("count", done.places).with("documents", documents));
    }
    Ok(Verdict::Clean)
}

fn verdict(linted: &[Linted<'_>], strict: bool) -> Verdict {
    if linted.iter().any(|linted| !linted.outcome.unread.is_empty()) {
        return Verdict::Incomplete;
    }
    let verdicts = linted.iter().map(|linted| Verdict::of(&linted.outcome.findings, strict));
    verdicts.into_iter().find(|verdict| *verdict != Verdict::Clean).unwrap_or(Verdict::Clean)
}

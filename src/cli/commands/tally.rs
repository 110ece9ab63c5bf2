//! `gaceta tally`: who wrote the words of a policy.

mod authors;
mod identities;

use super::Verdict;
use crate::cli::lineage::{self, Revision};
use crate::cli::session::Session;
use crate::cli::{date, options};
use crate::error::{Error, Result};
use crate::messages::Catalogue;
use crate::model::{DocumentPath, Language, Message};
use crate::policy::Policy;
use crate::provenance::Lineage;
use crate::report::{TALLY_FORMATS, Tallied, TallyFormat};
use crate::tally::{Coauthors, Dimension, Request, Survival, Tally};
use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, ArgMatches, Command, ValueHint, value_parser};
use std::path::PathBuf;

pub(super) fn command(command: Command, words: &Catalogue) -> Command {
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
        .arg(
            Arg::new("by")
                .long("by")
                .value_name(words.word("cli-value-dimension"))
                .value_parser(PossibleValuesParser::new(Dimension::ALL.map(Dimension::name)))
                .default_value(Dimension::Person.name())
                .help(words.word("cli-tally-by-help")),
        )
        .arg(revision("since", "cli-tally-since-help", words))
        .arg(revision("until", "cli-tally-until-help", words))
        .arg(options::languages(
            words.word("cli-tally-language-help"),
            words.word("cli-tally-language-long-help"),
            words,
        ))
        .arg(
            Arg::new("coauthors")
                .long("coauthors")
                .value_name(words.word("cli-value-coauthors"))
                .value_parser(PossibleValuesParser::new(["shared", "full"]))
                .default_value("shared")
                .help(words.word("cli-tally-coauthors-help")),
        )
        .arg(
            Arg::new("provenance")
                .long("provenance")
                .action(ArgAction::SetTrue)
                .help(words.word("cli-tally-provenance-help")),
        )
        .arg(lineage::no_cache(words))
        .arg(
            Arg::new("survival")
                .long("survival")
                .action(ArgAction::SetTrue)
                .conflicts_with_all(["by", "since", "language", "coauthors", "provenance"])
                .help(words.word("cli-tally-survival-help")),
        )
        .arg(authors_file("check", "cli-tally-check-help", words).conflicts_with_all([
            "write",
            "provenance",
            "survival",
            "format",
        ]))
        .arg(authors_file("write", "cli-tally-write-help", words).conflicts_with_all([
            "provenance",
            "survival",
            "format",
        ]))
        .arg(options::format_of(words, TALLY_FORMATS.iter().map(|format| (format.name, format.label))))
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
}

struct Arguments {
    path: Option<PathBuf>,
    by: Dimension,
    since: Option<String>,
    until: Option<String>,
    languages: Vec<Language>,
    coauthors: Coauthors,
    provenance: bool,
    survival: bool,
    check: Option<PathBuf>,
    write: Option<PathBuf>,
    ignores_cache: bool,
    format: &'static TallyFormat,
}

impl Arguments {
    fn of(matches: &ArgMatches) -> Result<Self> {
        let named = |name: &str| matches.get_one::<String>(name).cloned();
        let is = |name: &str, value: &str| matches.get_one::<String>(name).is_some_and(|given| given == value);
        let by = Dimension::ALL.into_iter().find(|dimension| is("by", dimension.name()));
        Ok(Self {
            path: matches.get_one("path").cloned(),
            by: by.unwrap_or(Dimension::Person),
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
        })
    }
}

pub(super) fn run(matches: &ArgMatches, session: &mut Session<'_>) -> Result<Verdict> {
    if let Some((identities::NAME, matches)) = matches.subcommand() {
        return identities::run(matches, session);
    }
    let arguments = Arguments::of(matches)?;
    if arguments.provenance && arguments.format.provenance.is_none() {
        let message = Message::new("cli-tally-provenance-format").with("format", arguments.format.name);
        return Err(Error::usage(message).hint(Message::new("cli-tally-provenance-format-hint")));
    }
    let until = arguments.until.as_deref().unwrap_or("HEAD");
    let revision = Revision::open(until, arguments.path.as_deref(), session)?;
    let lineage = revision.lineage(!arguments.ignores_cache, session)?;
    let Revision { repository, policy, paths, mut people, .. } = revision;
    if arguments.survival {
        let survival = survival(&policy, &lineage, &paths);
        let voice = session.voice();
        return session
            .write_with(|output| (arguments.format.survival)(&survival, voice, output))
            .map(|()| Verdict::Clean);
    }
    let counted = match &arguments.since {
        Some(since) => {
            let before = repository.ancestors(since)?;
            lineage.chronicle.commits.iter().map(|commit| !before.contains(&commit.id)).collect()
        }
        None => Vec::new(),
    };
    let since = arguments.since.as_deref().map(|since| repository.commit(since)).transpose()?;
    let since = since.and_then(|commit| date::day_of(commit.committed?));
    let counts = |date: Option<&String>| date.zip(since.as_ref()).is_none_or(|(date, since)| date > since);
    let contributions = policy.contributions()?;
    let counted_contributions = contributions.iter().filter(|contribution| counts(contribution.date.as_ref()));
    counted_contributions.for_each(|contribution| people.contribute(contribution));
    let request = Request {
        policy: &policy,
        lineage: &lineage,
        paths: &paths,
        languages: &arguments.languages,
        coauthors: arguments.coauthors,
        counted,
    };
    let tally = Tally::of(&request, people)?;
    if let Some(file) = &arguments.check {
        return authors::check(file, &tally, session);
    }
    if let Some(file) = &arguments.write {
        let title = policy.manifest.title.get(session.words.locale().tag()).to_owned();
        return authors::write(file, &tally, &title, session);
    }
    let tallied = Tallied { policy: &policy, tally: &tally, by: arguments.by };
    let write = arguments.format.provenance.filter(|_| arguments.provenance).unwrap_or(arguments.format.write);
    let voice = session.voice();
    session.write_with(|output| write(tallied, voice, output))?;
    lineage::tell_unread(&lineage, session);
    tally.unread.iter().for_each(|error| session.tell(error));
    Ok(if tally.unread.is_empty() { Verdict::Clean } else { Verdict::Incomplete })
}

/// What became of the words of the documents at some paths, all of the policy's if there are none.
fn survival(policy: &Policy, lineage: &Lineage, paths: &[DocumentPath]) -> Survival {
    let counts = |path: &str| {
        let inside = lineage.chronicle.path_in_policy(path);
        let is_asked = |inside: &str| paths.is_empty() || paths.iter().any(|path| path.holds(inside));
        inside.is_some_and(|inside| policy.is_document(inside) && is_asked(inside))
    };
    Survival::of(lineage, &counts)
}

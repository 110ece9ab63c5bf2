//! `gaceta blame`: who wrote each word of a section.

use super::Verdict;
use crate::blame::{Blame, Wanted, find};
use crate::cli::lineage::{self, Revision};
use crate::cli::options;
use crate::cli::session::Session;
use crate::error::Result;
use crate::messages::Catalogue;
use crate::model::Language;
use crate::report::{BLAME_FORMATS, BlameFormat, Blamed};
use crate::tally::{Coauthors, Request, Tally};
use clap::{Arg, ArgMatches, Command, ValueHint, value_parser};
use std::path::PathBuf;

pub(super) fn command(command: Command, words: &Catalogue) -> Command {
    command
        .about(words.word("cli-blame-about"))
        .long_about(words.word("cli-blame-long-about"))
        .after_long_help(words.word("cli-blame-examples"))
        .arg(
            Arg::new("section")
                .value_name(words.word("cli-value-section"))
                .required(true)
                .help(words.word("cli-blame-section-help"))
                .long_help(words.word("cli-blame-section-long-help")),
        )
        .arg(
            Arg::new("path")
                .value_name(words.word("cli-value-path"))
                .value_parser(value_parser!(PathBuf))
                .value_hint(ValueHint::AnyPath)
                .help(words.word("cli-blame-path-help")),
        )
        .arg(options::revision(words.word("cli-blame-at-help"), words.word("cli-blame-at-long-help"), words))
        .arg(options::languages(
            words.word("cli-blame-language-help"),
            words.word("cli-blame-language-long-help"),
            words,
        ))
        .arg(lineage::no_cache(words))
        .arg(options::format_of(words, BLAME_FORMATS.iter().map(|format| (format.name, format.label))))
}

struct Arguments {
    section: String,
    path: Option<PathBuf>,
    at: String,
    languages: Vec<Language>,
    ignores_cache: bool,
    format: &'static BlameFormat,
}

impl Arguments {
    fn of(matches: &ArgMatches) -> Result<Self> {
        let named = |name: &str| matches.get_one::<String>(name).cloned();
        let format = named("format").and_then(|name| BLAME_FORMATS.iter().find(|format| format.name == name));
        Ok(Self {
            section: named("section").unwrap_or_default(),
            path: matches.get_one("path").cloned(),
            at: named("at").unwrap_or_else(|| "HEAD".to_owned()),
            languages: options::chosen_languages(matches)?,
            ignores_cache: matches.get_flag("no-cache"),
            format: format.unwrap_or(&BLAME_FORMATS[0]),
        })
    }
}

pub(super) fn run(matches: &ArgMatches, session: &mut Session<'_>) -> Result<Verdict> {
    let arguments = Arguments::of(matches)?;
    let revision = Revision::open(&arguments.at, arguments.path.as_deref(), session)?;
    let wanted = Wanted { name: &arguments.section, paths: &revision.paths, languages: &arguments.languages };
    let place = find(&revision.policy, &wanted)?;
    let commit = revision.repository.commit(&arguments.at)?;
    let lineage = revision.lineage(!arguments.ignores_cache, session)?;
    let Revision { policy, people, .. } = revision;
    let request = Request {
        policy: &policy,
        lineage: &lineage,
        paths: std::slice::from_ref(&place.path),
        languages: &[],
        coauthors: Coauthors::Shared,
        counted: Vec::new(),
    };
    let tally = Tally::of(&request, people)?;
    let blame = Blame::of(&policy, &tally, &place)?;
    let blamed = Blamed { policy: &policy, tally: &tally, place: &place, blame: &blame, commit: &commit.id };
    let voice = session.voice();
    session.write_paged(|output| (arguments.format.write)(blamed, voice, output))?;
    lineage::tell_unread(&lineage, session);
    Ok(Verdict::Clean)
}

//! `gaceta tally identities`: the names and addresses that look like one person's.

use crate::cli::commands::Verdict;
use crate::cli::session::Session;
use crate::cli::source;
use crate::error::Result;
use crate::messages::Catalogue;
use crate::model::Message;
use crate::policy::Policy;
use crate::repo::Repository;
use crate::report::mailmap_lines;
use crate::tally::proposals;
use clap::{Arg, ArgMatches, Command, ValueHint, value_parser};
use std::path::PathBuf;

/// Its name behind that of the tally.
pub(super) const NAME: &str = "identities";

pub(super) fn command(words: &Catalogue) -> Command {
    Command::new(NAME)
        .about(words.word("cli-identities-about"))
        .long_about(words.word("cli-identities-long-about"))
        .after_long_help(words.word("cli-identities-examples"))
        .arg(
            Arg::new("path")
                .value_name(words.word("cli-value-path"))
                .value_parser(value_parser!(PathBuf))
                .value_hint(ValueHint::AnyPath)
                .help(words.word("cli-identities-path-help")),
        )
}

pub(super) fn run(matches: &ArgMatches, session: &mut Session<'_>) -> Result<Verdict> {
    let path = matches.get_one::<PathBuf>("path").cloned().unwrap_or_else(|| PathBuf::from("."));
    let (root, _) = source::policy_of(&session.path(&path))?;
    let repository = Repository::discover(&root)?;
    let files = repository.files("HEAD", &root)?;
    let mailmap = repository.mailmap(&files)?;
    let policy = Policy::open(Box::new(files))?;
    session.speak_with(&policy);
    let chronicle = repository.chronicle("HEAD", &root, &|_| false, Vec::new())?;
    let proposals = proposals(&chronicle.commits, &policy.manifest, &mailmap);
    if proposals.is_empty() {
        session.notice(&Message::new("cli-identities-none"));
    }
    session.write(mailmap_lines(&proposals, session.words).as_bytes())?;
    Ok(Verdict::Clean)
}

//! `gaceta rules`: the rules that a policy is checked against.

use super::Verdict;
use crate::cli::options;
use crate::cli::session::Session;
use crate::error::Result;
use crate::messages::Catalogue;
use crate::report::Format;
use clap::{ArgMatches, Command};

pub(super) fn command(command: Command, words: &Catalogue) -> Command {
    command
        .about(words.word("cli-rules-about"))
        .long_about(words.word("cli-rules-long-about"))
        .after_long_help(words.word("cli-rules-examples"))
        .arg(options::format(words, |format| format.rules.is_some()))
}

struct Arguments {
    format: &'static Format,
}

impl Arguments {
    fn of(matches: &ArgMatches) -> Self {
        Self { format: options::chosen_format(matches) }
    }
}

pub(super) fn run(matches: &ArgMatches, session: &mut Session<'_>) -> Result<Verdict> {
    let arguments = Arguments::of(matches);
    if let Some(rules) = arguments.format.rules {
        let text = rules(session.voice());
        session.write(&text)?;
    }
    Ok(Verdict::Clean)
}

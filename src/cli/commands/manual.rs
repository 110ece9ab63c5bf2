//! `gaceta manual`: the manual pages, in the language of the messages.

use super::Verdict;
use crate::cli::command_line::command_line;
use crate::cli::session::Session;
use crate::cli::{manual_page, options, written};
use crate::error::Result;
use crate::messages::Catalogue;
use clap::{ArgMatches, Command};
use std::path::PathBuf;

pub(super) fn command(command: Command, words: &Catalogue) -> Command {
    command
        .about(words.word("cli-manual-about"))
        .long_about(words.word("cli-manual-long-about"))
        .after_long_help(words.word("cli-manual-examples"))
        .arg(options::folder(words.word("cli-manual-out-help"), words.word("cli-manual-out-long-help"), words))
}

struct Arguments {
    out: Option<PathBuf>,
}

impl Arguments {
    fn of(matches: &ArgMatches) -> Self {
        Self { out: matches.get_one("out").cloned() }
    }
}

pub(super) fn run(matches: &ArgMatches, session: &mut Session<'_>) -> Result<Verdict> {
    let arguments = Arguments::of(matches);
    let pages = manual_page::pages(command_line(session.words, session.environment.width), session.words);
    let Some(out) = arguments.out else {
        for page in pages {
            session.write(&page.text)?;
        }
        return Ok(Verdict::Clean);
    };
    for page in pages {
        written::save(session, &out.join(page.file_name), &page.text)?;
    }
    Ok(Verdict::Clean)
}

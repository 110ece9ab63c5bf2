//! `gaceta completions`: the completion script of a shell.

use super::Verdict;
use crate::cli::command_line::{NAME, command_line};
use crate::cli::session::Session;
use crate::error::Result;
use crate::messages::Catalogue;
use clap::{Arg, ArgMatches, Command, value_parser};
use clap_complete::Shell;

pub(super) fn command(command: Command, words: &Catalogue) -> Command {
    command
        .about(words.word("cli-completions-about"))
        .long_about(words.word("cli-completions-long-about"))
        .after_long_help(words.word("cli-completions-examples"))
        .arg(
            Arg::new("shell")
                .value_name(words.word("cli-value-shell"))
                .value_parser(value_parser!(Shell))
                .required(true)
                .help(words.word("cli-completions-shell-help")),
        )
}

struct Arguments {
    shell: Shell,
}

impl Arguments {
    fn of(matches: &ArgMatches) -> Self {
        Self { shell: *matches.get_one("shell").expect("the parser requires a shell") }
    }
}

pub(super) fn run(matches: &ArgMatches, session: &mut Session<'_>) -> Result<Verdict> {
    let arguments = Arguments::of(matches);
    let mut script = Vec::new();
    clap_complete::generate(
        arguments.shell,
        &mut command_line(session.words, session.environment.width),
        NAME,
        &mut script,
    );
    session.write(&script)?;
    Ok(Verdict::Clean)
}

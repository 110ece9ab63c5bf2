//! `gaceta help`: what the program or one of its commands does, in full.

use super::{COMMANDS, Verdict};
use crate::cli::command_line::command_line;
use crate::cli::session::Session;
use crate::error::Result;
use crate::messages::Catalogue;
use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgMatches, Command};

pub(super) fn command(command: Command, words: &Catalogue) -> Command {
    command
        .about(words.word("cli-help-about"))
        .long_about(words.word("cli-help-long-about"))
        .after_long_help(words.word("cli-help-examples"))
        .arg(
            Arg::new("command")
                .value_name(words.word("cli-value-command"))
                .value_parser(PossibleValuesParser::new(COMMANDS.iter().map(|entry| entry.name)))
                .hide_possible_values(true)
                .help(words.word("cli-help-command-help"))
                .long_help(words.word("cli-help-command-long-help")),
        )
}

pub(super) fn run(matches: &ArgMatches, session: &mut Session<'_>) -> Result<Verdict> {
    let mut root = command_line(session.words, session.environment.width);
    // So that the commands get the options that all share.
    root.build();
    let name = matches.get_one::<String>("command");
    let command = name.and_then(|name| root.find_subcommand_mut(name).cloned());
    session.show(&command.unwrap_or(root).render_long_help())?;
    Ok(Verdict::Clean)
}

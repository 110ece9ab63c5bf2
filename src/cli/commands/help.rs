//! `gaceta help`: what the program or one of its commands does, in full.

use super::{COMMANDS, Verdict};
use crate::cli::command_line::command_line;
use crate::cli::session::Session;
use crate::error::{Error, Result};
use crate::messages::Catalogue;
use crate::model::{Message, nearest};
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
        .arg(Arg::new("inner").value_name(words.word("cli-value-command")).help(words.word("cli-help-inner-help")))
}

pub(super) fn run(matches: &ArgMatches, session: &mut Session<'_>) -> Result<Verdict> {
    let mut root = command_line(session.words, session.environment.width);
    // So that the commands get the options that all share.
    root.build();
    let named = |name: &str| matches.get_one::<String>(name);
    let mut command = &mut root;
    for name in [named("command"), named("inner")].into_iter().flatten() {
        let known: Vec<String> = command.get_subcommands().map(|own| own.get_name().to_owned()).collect();
        command = command.find_subcommand_mut(name).ok_or_else(|| {
            let error = Error::usage(Message::new("cli-unknown-command").with("command", name.as_str()));
            let similar = nearest(name, known.iter().map(|known| (known, known)));
            similar
                .into_iter()
                .fold(error, |error, known| error.hint(Message::new("cli-hint-similar").with("name", known.as_str())))
        })?;
    }
    session.show(&command.render_long_help())?;
    Ok(Verdict::Clean)
}

//! The command line: the only part that prints, reads the environment and chooses the exit code.
//!
//! 1. [`Environment`] holds what surrounds the program, so that a test can make one up;
//! 2. the language is chosen before anything is parsed: `--lang`, the system's, the policy's, English;
//! 3. the command line is built in that language and parsed; what the parser objects to is told in it as well;
//! 4. one command runs; its results go to standard output, what is said aside goes to standard error.
//!
//! Exit codes: 0 clean, 1 something to mend, 2 usage, configuration or input, 3 an outside service, 130 interrupted.

mod background;
mod command_line;
mod commands;
mod date;
mod environment;
mod lineage;
mod manual_page;
mod options;
mod output;
mod pager;
mod progress;
mod redline;
mod session;
mod source;
mod usage;
mod versions;
mod who;
mod written;

pub use environment::Environment;

use crate::error::{Error, ErrorKind, Result};
use crate::model::Message;
use clap::ArgMatches;
use command_line::{command_line, command_line_of};
use commands::COMMANDS;
use session::Session;
use std::ffi::OsString;
use std::io::Write;
use usage::Refusal;

/// Runs the program and returns its exit code.
#[must_use]
pub fn run(environment: Environment, stdout: &mut dyn Write, stderr: &mut dyn Write) -> u8 {
    let mut session = Session::new(environment, stdout, stderr);
    let code = dispatch(&mut session);
    let finished = session.finish();
    match code.and_then(|code| finished.map(|()| code)) {
        Ok(code) => code,
        Err(error) => {
            session.tell(&error);
            error.kind.exit_code()
        }
    }
}

fn dispatch(session: &mut Session<'_>) -> Result<u8> {
    let arguments = session.environment.arguments.clone();
    let matches = if let Some(matches) = quick_matches(session, &arguments) {
        matches
    } else {
        let mut command_line = command_line(session.words, session.environment.width);
        match command_line.try_get_matches_from_mut(&arguments) {
            Ok(matches) => matches,
            Err(objection) => match usage::refusal(objection, &command_line, &arguments) {
                Refusal::Answer(answer) => return tell_answer(&answer, session),
                Refusal::Wrong(error) => return Err(error),
            },
        }
    };
    session.quiet = matches.get_flag("quiet");
    let chosen = matches.subcommand();
    let Some((entry, matches)) =
        chosen.and_then(|(name, matches)| Some((COMMANDS.iter().find(|entry| entry.name == name)?, matches)))
    else {
        return Err(Error::usage(Message::new("cli-missing-command")));
    };
    Ok((entry.run)(matches, session)?.exit_code())
}

/// What the command line says, if it is right and asks for no help: the first argument that is the name of a command is then
/// that command, and the texts of the others are not needed.
fn quick_matches(session: &Session<'_>, arguments: &[OsString]) -> Option<ArgMatches> {
    let named = |argument: &OsString| COMMANDS.iter().find(|entry| *argument == entry.name);
    let entry = arguments.iter().find_map(named)?;
    let mut command_line = command_line_of(session.words, session.environment.width, entry.name);
    let matches = command_line.try_get_matches_from_mut(arguments).ok()?;
    (matches.subcommand_name() == Some(entry.name)).then_some(matches)
}

/// Shows the help or the version; help that was not asked for is an error of usage.
fn tell_answer(answer: &clap::Error, session: &mut Session<'_>) -> Result<u8> {
    let text = answer.render();
    if answer.use_stderr() {
        session.show_aside(&text);
        return Ok(ErrorKind::Usage.exit_code());
    }
    session.show(&text)?;
    Ok(0)
}

#[cfg(test)]
mod tests;

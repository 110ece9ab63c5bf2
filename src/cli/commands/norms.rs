//! `gaceta norms`: who has to do what by when.

use super::Verdict;
use crate::cli::session::Session;
use crate::cli::{lineage, options, source, who};
use crate::error::Result;
use crate::messages::Catalogue;
use crate::model::{Language, Message};
use crate::policy::Policy;
use crate::register::{self, Register};
use crate::report::{Format, Made, Registered};
use clap::{Arg, ArgMatches, Command, ValueHint, value_parser};
use std::path::PathBuf;

pub(super) fn command(command: Command, words: &Catalogue) -> Command {
    command
        .about(words.word("cli-norms-about"))
        .long_about(words.word("cli-norms-long-about"))
        .after_long_help(words.word("cli-norms-examples"))
        .arg(
            Arg::new("path")
                .value_name(words.word("cli-value-path"))
                .value_parser(value_parser!(PathBuf))
                .value_hint(ValueHint::AnyPath)
                .help(words.word("cli-norms-path-help"))
                .long_help(words.word("cli-norms-path-long-help")),
        )
        .arg(options::languages(
            words.word("cli-norms-language-help"),
            words.word("cli-norms-language-long-help"),
            words,
        ))
        .arg(options::format(words, |format| format.norms.is_some()))
        .arg(options::revision(words.word("cli-norms-at-help"), words.word("cli-norms-at-long-help"), words))
        .arg(lineage::who(words.word("cli-norms-who-help"), words.word("cli-norms-who-long-help")))
        .arg(lineage::no_cache(words).requires("who"))
}

struct Arguments {
    path: Option<PathBuf>,
    languages: Vec<Language>,
    format: &'static Format,
    at: Option<String>,
    /// Whether what earlier runs found of the history is used; none if nobody asked who.
    who: Option<bool>,
}

impl Arguments {
    fn of(matches: &ArgMatches) -> Result<Self> {
        Ok(Self {
            path: matches.get_one("path").cloned(),
            languages: options::chosen_languages(matches)?,
            format: options::chosen_format(matches),
            at: matches.get_one("at").cloned(),
            who: lineage::chosen_who(matches),
        })
    }
}

pub(super) fn run(matches: &ArgMatches, session: &mut Session<'_>) -> Result<Verdict> {
    let arguments = Arguments::of(matches)?;
    let (path, at) = (arguments.path.as_slice(), arguments.at.as_deref());
    let chosen = if source::is_standard_input(path, at)? {
        source::standard_input(session)?
    } else {
        source::chosen(arguments.path.as_deref(), at, session)?
    };
    let options = register::Options { paths: chosen.paths.clone(), languages: arguments.languages };
    let register = Register::of(&chosen.policy, &options)?;
    let known = arguments.who.map(|is_kept| who::of_norms(&register, &chosen, is_kept, session)).transpose()?;
    let touched = known.as_ref().map(|(credits, makers)| Made { credits, makers });
    let registered = Registered { policy: &chosen.policy, register: &register, touched };
    if let Some(write) = arguments.format.norms {
        let voice = session.voice();
        session.write_with(|output| write(registered, voice, output))?;
    }
    tell_unknown(&chosen.policy, &register, session);
    if !arguments.format.tells_errors {
        register.unread.iter().for_each(|error| session.tell(error));
    }
    Ok(if register.unread.is_empty() { Verdict::Clean } else { Verdict::Incomplete })
}

/// Tells which documents seem to be in neither of the languages whose norms are known, so that nobody takes them for
/// documents without norms.
fn tell_unknown(policy: &Policy, register: &Register, session: &mut Session<'_>) {
    let unknown: Vec<_> = register.documents.iter().filter(|document| document.language.is_none()).collect();
    let Some(first) = unknown.first() else { return };
    let file = policy.files.display(&first.path);
    session.notice(&Message::new("cli-norms-unknown").with("file", file).with("others", unknown.len() - 1));
}

//! `gaceta explain`: what a rule is for.

use super::Verdict;
use crate::cli::options;
use crate::cli::session::Session;
use crate::error::Result;
use crate::lint;
use crate::messages::Catalogue;
use crate::report::Format;
use clap::{Arg, ArgMatches, Command};

pub(super) fn command(command: Command, words: &Catalogue) -> Command {
    command
        .about(words.word("cli-explain-about"))
        .long_about(words.word("cli-explain-long-about"))
        .after_long_help(words.word("cli-explain-examples"))
        .arg(
            Arg::new("rule")
                .value_name(words.word("cli-value-rule"))
                .value_parser(options::rule_names())
                .hide_possible_values(true)
                .required(true)
                .help(words.word("cli-explain-rule-help"))
                .long_help(words.word("cli-explain-rule-long-help")),
        )
        .arg(options::format(words, |format| format.explanation.is_some()))
}

struct Arguments {
    rule: String,
    format: &'static Format,
}

impl Arguments {
    fn of(matches: &ArgMatches) -> Self {
        let rule: &String = matches.get_one("rule").expect("the parser requires a rule");
        Self { rule: rule.clone(), format: options::chosen_format(matches) }
    }
}

pub(super) fn run(matches: &ArgMatches, session: &mut Session<'_>) -> Result<Verdict> {
    let arguments = Arguments::of(matches);
    let rule = lint::rule(&arguments.rule)?;
    if let Some(explanation) = arguments.format.explanation {
        let text = explanation(rule, session.voice());
        session.write(&text)?;
    }
    Ok(Verdict::Clean)
}

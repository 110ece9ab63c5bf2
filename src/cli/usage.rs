//! What the parser of the command line objects to, told in the chosen language.

use super::command_line::NAME;
use crate::error::Error;
use crate::model::Message;
use clap::Command;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use std::ffi::OsString;

/// The longest list of values that an error spells out.
const LONGEST_LIST: usize = 8;

/// What the command line comes to when there is nothing to run.
pub(super) enum Refusal {
    /// It asks for help or for the version.
    Answer(clap::Error),
    /// It is wrong.
    Wrong(Error),
}

/// Reads the parser's objection to `arguments`.
pub(super) fn refusal(objection: clap::Error, command_line: &Command, arguments: &[OsString]) -> Refusal {
    let objection = match objection.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            return Refusal::Answer(objection);
        }
        _ => Objection(objection),
    };
    let command = arguments.iter().find_map(|name| command_line.find_subcommand(name)).unwrap_or(command_line);
    let path = match command.get_name() {
        NAME => NAME.to_owned(),
        name => format!("{NAME} {name}"),
    };
    let mut error = objection.similar().into_iter().fold(Error::usage(objection.message()), Error::hint);
    if let Some(usage) = command.get_overridden_usage().filter(|_| !objection.is_about_a_value()) {
        error = error.hint(Message::new("cli-hint-usage").with("usage", usage.to_string()));
    }
    // What the parser itself would say is in English, and says no more.
    Refusal::Wrong(error.hint(Message::new("cli-hint-help").with("command", path)))
}

struct Objection(clap::Error);

impl Objection {
    fn values(&self, kind: ContextKind) -> Vec<String> {
        match self.0.get(kind) {
            None | Some(ContextValue::None) => Vec::new(),
            Some(ContextValue::Strings(values)) => values.clone(),
            Some(value) => vec![value.to_string()],
        }
    }

    fn text(&self, kind: ContextKind) -> String {
        self.values(kind).join(", ")
    }

    /// Whether a value is wrong rather than what stands on the line.
    fn is_about_a_value(&self) -> bool {
        matches!(self.0.kind(), ErrorKind::InvalidValue | ErrorKind::ValueValidation)
    }

    fn message(&self) -> Message {
        let argument = self.text(ContextKind::InvalidArg);
        let value = self.text(ContextKind::InvalidValue);
        match self.0.kind() {
            ErrorKind::UnknownArgument if argument.starts_with('-') => {
                Message::new("cli-unknown-argument").with("argument", argument)
            }
            ErrorKind::UnknownArgument => Message::new("cli-unexpected-argument").with("argument", argument),
            ErrorKind::InvalidSubcommand => {
                Message::new("cli-unknown-command").with("command", self.text(ContextKind::InvalidSubcommand))
            }
            ErrorKind::MissingSubcommand => Message::new("cli-missing-command"),
            ErrorKind::InvalidValue if value.is_empty() => Message::new("cli-missing-value").with("argument", argument),
            ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
                Message::new("cli-invalid-value").with("argument", argument).with("value", value)
            }
            ErrorKind::TooManyValues => {
                Message::new("cli-unexpected-value").with("argument", argument).with("value", value)
            }
            ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => {
                Message::new("cli-wrong-number-of-values").with("argument", argument)
            }
            ErrorKind::NoEquals => Message::new("cli-missing-value").with("argument", argument),
            ErrorKind::MissingRequiredArgument => Message::new("cli-missing-argument").with("arguments", argument),
            ErrorKind::ArgumentConflict => self.conflict(argument),
            ErrorKind::InvalidUtf8 => Message::new("cli-not-utf8"),
            _ => Message::new("cli-invalid-usage"),
        }
    }

    fn conflict(&self, argument: String) -> Message {
        let others = self.text(ContextKind::PriorArg);
        // A command of a command that takes no arguments besides.
        let command = self.text(ContextKind::InvalidSubcommand);
        if !command.is_empty() {
            return Message::new("cli-unexpected-argument").with("argument", command);
        }
        if others == argument || others.is_empty() {
            return Message::new("cli-repeated-argument").with("argument", argument);
        }
        Message::new("cli-conflict").with("argument", argument).with("others", others)
    }

    /// What may have been meant.
    fn similar(&self) -> Vec<Message> {
        let similar = [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue];
        let mut hints: Vec<Message> = similar
            .into_iter()
            .flat_map(|kind| self.values(kind))
            .map(|name| Message::new("cli-hint-similar").with("name", name))
            .collect();
        let values = self.values(ContextKind::ValidValue);
        if (1..=LONGEST_LIST).contains(&values.len()) {
            hints.push(Message::new("cli-hint-values").with("values", values.join(", ")));
        }
        hints
    }
}

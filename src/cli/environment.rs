//! What surrounds the program: arguments, variables, standard input, terminals.
//!
//! It is gathered once, in `main`; nothing else asks the process, so that a test can build an environment of its own.

use crate::messages::Locale;
use std::collections::BTreeMap;
use std::ffi::OsString;
use std::io::{IsTerminal, Read};
use std::path::PathBuf;

/// The variables that gaceta looks at.
const VARIABLES: [&str; 12] = [
    "CLICOLOR",
    "CLICOLOR_FORCE",
    "GACETA_PAGER",
    "GIT_INDEX_FILE",
    "LANG",
    "LANGUAGE",
    "LC_ALL",
    "LC_MESSAGES",
    "NO_COLOR",
    "PAGER",
    "SOURCE_DATE_EPOCH",
    "TERM",
];

/// Columns of text for people where there is no terminal.
const DEFAULT_WIDTH: usize = 100;

/// What surrounds one run of the program.
pub struct Environment {
    /// The arguments, the program's own name left out.
    pub arguments: Vec<OsString>,
    /// The variables that gaceta looks at, those that are set.
    pub variables: BTreeMap<String, OsString>,
    /// Standard input.
    pub input: Box<dyn Read>,
    /// The folder that relative paths start from; empty for the process's own.
    pub folder: PathBuf,
    /// Whether standard output is a terminal.
    pub stdout_is_terminal: bool,
    /// Whether standard error is a terminal.
    pub stderr_is_terminal: bool,
    /// Columns that text for people may take.
    pub width: usize,
    /// Lines of the terminal that standard output is; `None` where it is none.
    pub height: Option<usize>,
}

/// Where the command line asks for colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Colours {
    /// On a terminal that can show them.
    Auto,
    /// Everywhere.
    Always,
    /// Nowhere.
    Never,
}

impl Colours {
    /// Every choice.
    pub(super) const ALL: [Self; 3] = [Self::Auto, Self::Always, Self::Never];

    /// The name on the command line.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Always => "always",
            Self::Never => "never",
        }
    }

    /// The choice of a name on the command line.
    pub(super) fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|choice| choice.name() == name)
    }
}

impl Environment {
    /// The environment of this process.
    #[must_use]
    pub fn of_process() -> Self {
        let variable = |name: &&str| Some(((*name).to_owned(), std::env::var_os(name)?));
        Self {
            arguments: std::env::args_os().skip(1).collect(),
            variables: VARIABLES.iter().filter_map(variable).collect(),
            input: Box::new(std::io::stdin()),
            folder: PathBuf::new(),
            stdout_is_terminal: std::io::stdout().is_terminal(),
            stderr_is_terminal: std::io::stderr().is_terminal(),
            width: width_of_process(),
            height: height_of_process(),
        }
    }

    /// The value of a variable; `None` if it is not set, empty or not UTF-8.
    fn variable(&self, name: &str) -> Option<&str> {
        self.variables.get(name)?.to_str().filter(|value| !value.is_empty())
    }

    /// The index that git works on, where that is not the work tree's (git(1) under `GIT_INDEX_FILE`).
    pub(super) fn index(&self) -> Option<PathBuf> {
        self.variables.get("GIT_INDEX_FILE").filter(|value| !value.is_empty()).map(PathBuf::from)
    }

    /// The last value of the option `--name`, read before the command line is parsed, so that even the parser's errors
    /// are told as it asks.
    pub(super) fn option(&self, name: &str) -> Option<&str> {
        let mut found = None;
        let mut arguments = self.arguments.iter().map(|argument| argument.to_str().unwrap_or(""));
        while let Some(argument) = arguments.next().filter(|argument| *argument != "--") {
            let Some(rest) = argument.strip_prefix("--").and_then(|argument| argument.strip_prefix(name)) else {
                continue;
            };
            match rest.strip_prefix('=') {
                Some(value) => found = Some(value),
                None if rest.is_empty() => found = arguments.next().or(found),
                None => {}
            }
        }
        found
    }

    /// Whether the option `--name`, which has no value, is there.
    fn has_flag(&self, name: &str) -> bool {
        let mut arguments = self.arguments.iter().take_while(|argument| *argument != "--");
        arguments.any(|argument| argument.to_str().and_then(|it| it.strip_prefix("--")) == Some(name))
    }

    /// The language that `--lang` or else the system asks for, if gaceta speaks it.
    ///
    /// The system's language is read as gettext reads it: the first of `LC_ALL`, `LC_MESSAGES` and `LANG` that is not
    /// empty; `C` and `POSIX` name no language; otherwise the list in `LANGUAGE` comes before it.
    pub(super) fn locale(&self) -> Option<Locale> {
        if let Some(locale) = self.option("lang").and_then(|tag| Locale::ALL.into_iter().find(|it| it.tag() == tag)) {
            return Some(locale);
        }
        let system = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(|name| self.variable(name))?;
        if matches!(system.split('.').next(), Some("C" | "POSIX")) {
            return None;
        }
        let preferred = self.variable("LANGUAGE").unwrap_or("").split(':');
        preferred.chain([system]).find_map(Locale::from_tag)
    }

    /// Whether a stream is to be coloured; see <https://no-color.org> and <https://bixense.com/clicolors>.
    pub(super) fn coloured(&self, is_terminal: bool) -> bool {
        match self.option("color").and_then(Colours::from_name).unwrap_or(Colours::Auto) {
            Colours::Always => true,
            Colours::Never => false,
            Colours::Auto if self.has_flag("no-color") || self.variable("NO_COLOR").is_some() => false,
            Colours::Auto if self.variable("CLICOLOR_FORCE").is_some_and(|value| value != "0") => true,
            Colours::Auto => {
                is_terminal && self.variable("TERM") != Some("dumb") && self.variable("CLICOLOR") != Some("0")
            }
        }
    }

    /// What `SOURCE_DATE_EPOCH` says, as it is written; bytes that are not UTF-8 are replaced.
    pub(super) fn source_date(&self) -> Option<String> {
        self.variables.get("SOURCE_DATE_EPOCH").map(|value| value.to_string_lossy().into_owned())
    }
}

/// The lines of the terminal that standard output is.
fn height_of_process() -> Option<usize> {
    terminal_size::terminal_size_of(std::io::stdout()).map(|(_, height)| height.0.into())
}

/// The columns of the terminal that standard output is.
fn width_of_process() -> usize {
    terminal_size::terminal_size_of(std::io::stdout()).map_or(DEFAULT_WIDTH, |(width, _)| width.0.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn environment(arguments: &[&str], variables: &[(&str, &str)]) -> Environment {
        Environment {
            arguments: arguments.iter().map(OsString::from).collect(),
            variables: variables.iter().map(|(name, value)| ((*name).to_owned(), OsString::from(value))).collect(),
            input: Box::new(std::io::empty()),
            folder: PathBuf::new(),
            stdout_is_terminal: false,
            stderr_is_terminal: false,
            width: DEFAULT_WIDTH,
            height: None,
        }
    }

    #[test]
    fn the_first_variable_with_a_value_tells_the_language() {
        let locale = |variables: &[(&str, &str)]| environment(&[], variables).locale();
        assert_eq!(locale(&[("LC_ALL", ""), ("LC_MESSAGES", "es_MX.UTF-8"), ("LANG", "en_US")]), Some(Locale::Spanish));
        assert_eq!(locale(&[("LANG", "en_GB.UTF-8")]), Some(Locale::English));
        assert_eq!(locale(&[("LANG", "fr_FR.UTF-8")]), None);
        assert_eq!(locale(&[]), None);
    }

    #[test]
    fn the_posix_locale_is_no_language() {
        for name in ["C", "POSIX", "C.UTF-8"] {
            assert_eq!(environment(&[], &[("LC_ALL", name), ("LANG", "es_MX"), ("LANGUAGE", "es")]).locale(), None);
        }
    }

    #[test]
    fn the_list_of_languages_comes_before_the_system_locale() {
        let variables = [("LANG", "en_US.UTF-8"), ("LANGUAGE", "fr:es_MX:en")];
        assert_eq!(environment(&[], &variables).locale(), Some(Locale::Spanish));
        let variables = [("LANG", "es_MX.UTF-8"), ("LANGUAGE", "fr:de")];
        assert_eq!(environment(&[], &variables).locale(), Some(Locale::Spanish));
    }

    #[test]
    fn the_option_comes_before_the_system_and_wherever_it_stands() {
        let spanish = [("LANG", "es_MX.UTF-8")];
        assert_eq!(environment(&["lint", "--lang", "en"], &spanish).locale(), Some(Locale::English));
        assert_eq!(environment(&["--lang=en", "nonsense"], &spanish).locale(), Some(Locale::English));
        assert_eq!(environment(&["--lang=es", "lint", "--lang=en"], &spanish).locale(), Some(Locale::English));
        assert_eq!(environment(&["lint", "--", "--lang=en"], &spanish).locale(), Some(Locale::Spanish));
        assert_eq!(environment(&["lint", "--lang"], &spanish).locale(), Some(Locale::Spanish));
        assert_eq!(environment(&["lint", "--language=en"], &spanish).locale(), Some(Locale::Spanish));
    }

    #[test]
    fn colours_follow_the_option_then_the_variables_then_the_terminal() {
        let coloured = |arguments: &[&str], variables: &[(&str, &str)], terminal| {
            environment(arguments, variables).coloured(terminal)
        };
        assert!(coloured(&[], &[], true));
        assert!(!coloured(&[], &[], false));
        assert!(!coloured(&[], &[("NO_COLOR", "1")], true));
        assert!(coloured(&[], &[("NO_COLOR", "")], true), "an empty NO_COLOR does not count");
        assert!(coloured(&[], &[("CLICOLOR_FORCE", "1")], false));
        assert!(!coloured(&[], &[("CLICOLOR_FORCE", "0")], false));
        assert!(!coloured(&[], &[("NO_COLOR", "1"), ("CLICOLOR_FORCE", "1")], true));
        assert!(!coloured(&[], &[("TERM", "dumb")], true));
        assert!(!coloured(&[], &[("CLICOLOR", "0")], true));
        assert!(coloured(&["rules", "--color=always"], &[("NO_COLOR", "1")], false));
        assert!(!coloured(&["rules", "--color", "never"], &[("CLICOLOR_FORCE", "1")], true));
    }
}

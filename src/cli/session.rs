//! One run of the program: what surrounds it, the language it speaks, and where it writes.

use super::environment::Environment;
use super::output::Output;
use super::pager;
use crate::error::{Error, Result};
use crate::lint::Outcome;
use crate::messages::{Catalogue, Locale};
use crate::model::{Finding, Message, Severity};
use crate::policy::Policy;
use crate::report::{self, Linted, Style, Voice};
use crate::{config, repo};
use clap::builder::StyledStr;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

/// One run of the program.
pub(super) struct Session<'a> {
    /// What surrounds it.
    pub(super) environment: Environment,
    /// The words of the language it speaks.
    pub(super) words: &'static Catalogue,
    /// Whether notices and progress are to be left out.
    pub(super) quiet: bool,
    language_is_settled: bool,
    stdout: Output<'a>,
    stderr: &'a mut dyn Write,
}

impl<'a> Session<'a> {
    /// Begins a run, in the language that the command line, the system or the policy of the current folder asks for.
    pub(super) fn new(environment: Environment, stdout: &'a mut dyn Write, stderr: &'a mut dyn Write) -> Self {
        let asked = environment.locale();
        let locale = asked.or_else(|| locale_of_folder(&environment.folder)).unwrap_or(Locale::English);
        Self {
            words: Catalogue::of(locale),
            quiet: false,
            language_is_settled: asked.is_some(),
            stdout: Output::new(stdout),
            stderr,
            environment,
        }
    }

    /// Goes on in the language of a policy, unless the command line, the system or an earlier policy has settled the
    /// matter.
    pub(super) fn speak_with(&mut self, policy: &Policy) {
        if self.language_is_settled {
            return;
        }
        if let Some(locale) = policy.main_language().and_then(|language| Locale::from_tag(language.as_str())) {
            self.words = Catalogue::of(locale);
            self.language_is_settled = true;
        }
    }

    /// A path of the command line as the file system knows it.
    pub(super) fn path(&self, path: &Path) -> PathBuf {
        self.environment.folder.join(path)
    }

    /// How results are told to people on standard output.
    pub(super) fn voice(&self) -> Voice<'static> {
        Voice { words: self.words, style: self.style(self.environment.stdout_is_terminal) }
    }

    /// How errors and notices are told to people on standard error.
    pub(super) fn voice_aside(&self) -> Voice<'static> {
        Voice { words: self.words, style: self.style(self.environment.stderr_is_terminal) }
    }

    fn style(&self, is_terminal: bool) -> Style {
        Style { color: self.environment.coloured(is_terminal), width: self.environment.width }
    }

    /// Writes results to standard output.
    pub(super) fn write(&mut self, results: &[u8]) -> Result<()> {
        self.stdout.write_all(results).map_err(cannot_write)
    }

    /// Writes results to standard output as they are made.
    pub(super) fn write_with(&mut self, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<()> {
        write(&mut self.stdout).map_err(cannot_write)
    }

    /// Writes results for people to standard output, page by page where they do not fit on the terminal.
    pub(super) fn write_paged(&mut self, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<()> {
        if self.environment.height.is_none() {
            return self.write_with(write);
        }
        let mut results = Vec::new();
        write(&mut results).map_err(cannot_write)?;
        self.finish()?;
        if pager::show(&self.environment, &results) { Ok(()) } else { self.write(&results) }
    }

    /// Writes help to standard output.
    pub(super) fn show(&mut self, help: &StyledStr) -> Result<()> {
        self.write(set(help, self.voice().style).as_bytes())
    }

    /// Writes help that was not asked for to standard error.
    pub(super) fn show_aside(&mut self, help: &StyledStr) {
        self.write_aside(set(help, self.voice_aside().style).as_bytes());
    }

    /// Writes a message to standard output on a line of its own.
    pub(super) fn say(&mut self, message: &Message) -> Result<()> {
        let line = self.words.text(message) + "\n";
        self.write(line.as_bytes())
    }

    /// Writes to standard error. What goes wrong there cannot be told anywhere.
    pub(super) fn write_aside(&mut self, text: &[u8]) {
        let _ = self.stderr.write_all(text).and_then(|()| self.stderr.flush());
    }

    /// Writes to standard error as the text is made. What goes wrong there cannot be told anywhere.
    pub(super) fn write_aside_with(&mut self, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) {
        let mut output = BufWriter::new(&mut self.stderr);
        let _ = write(&mut output).and_then(|()| output.flush());
    }

    /// Writes a notice to standard error on a line of its own, unless silence was asked for.
    pub(super) fn notice(&mut self, message: &Message) {
        if !self.quiet {
            let line = self.words.text(message) + "\n";
            self.write_aside(line.as_bytes());
        }
    }

    /// Tells what went wrong.
    pub(super) fn tell(&mut self, error: &Error) {
        let text = report::error(error, self.words, self.voice_aside().style);
        self.write_aside(text.as_bytes());
    }

    /// Tells people what was found in a policy on the way to another result.
    ///
    /// Where silence was asked for, only errors.
    pub(super) fn tell_findings(&mut self, policy: &Policy, mut findings: Vec<Finding>) {
        findings.retain(|finding| !self.quiet || finding.severity == Severity::Error);
        if findings.is_empty() {
            return;
        }
        let outcome = Outcome { documents: policy.paths.len(), findings, ..Outcome::default() };
        let voice = self.voice_aside();
        self.write_aside_with(|output| report::findings(&[Linted { policy, outcome: &outcome }], voice, output));
    }

    /// Hands over everything that is still held back.
    pub(super) fn finish(&mut self) -> Result<()> {
        self.stdout.flush().map_err(cannot_write)
    }
}

fn set(help: &StyledStr, style: Style) -> String {
    if style.color { help.ansi().to_string() } else { help.to_string() }
}

fn cannot_write(cause: std::io::Error) -> Error {
    Error::input(Message::new("cli-cannot-write-output")).hint(Message::new("cli-write-hint")).caused_by(cause)
}

/// The language that the manifest of a folder, or of one above it, names first. Whatever is wrong with the manifest is
/// told by the commands that read it.
fn locale_of_folder(folder: &Path) -> Option<Locale> {
    let root = repo::locate(folder).ok()?.root;
    let path = root.join(config::MANIFEST);
    // Anything but a plain file, such as a pipe, might never end.
    std::fs::symlink_metadata(&path).ok().filter(std::fs::Metadata::is_file)?;
    let bytes = repo::read_whole(std::fs::File::open(&path).ok()?, config::MANIFEST).ok()?;
    let manifest = config::manifest(std::str::from_utf8(&bytes).ok()?, config::MANIFEST).ok()?;
    Locale::from_tag(manifest.languages.first()?.as_str())
}

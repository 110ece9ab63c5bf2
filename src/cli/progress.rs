//! How far a build or a check is: one line on a terminal, nothing elsewhere.

use super::session::Session;
use crate::edition::{Step, Work};
use crate::messages::{Catalogue, visible};
use crate::model::Message;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// The line of progress; it goes away when this is dropped.
pub(super) struct Progress {
    bar: ProgressBar,
    words: &'static Catalogue,
}

impl Progress {
    /// Draws on standard error if that is a terminal and silence was not asked for.
    pub(super) fn new(session: &Session<'_>) -> Self {
        let shown = session.environment.stderr_is_terminal && !session.quiet;
        let target = if shown { ProgressDrawTarget::stderr() } else { ProgressDrawTarget::hidden() };
        let style =
            ProgressStyle::with_template("[{bar:20}] {wide_msg}").unwrap_or_else(|_| ProgressStyle::default_bar());
        let bar = ProgressBar::with_draw_target(None, target).with_style(style.progress_chars("=> "));
        Self { bar, words: session.words }
    }

    /// Shows how many of a policy's documents have been checked.
    pub(super) fn show_checked(&self, number: usize, total: usize) {
        self.bar.set_length(total as u64);
        self.bar.set_position(number as u64);
        let message = Message::new("cli-step-check").with("number", number).with("total", total);
        self.bar.set_message(self.words.text(&message));
    }

    /// Shows through how many commits of the history the words have been followed.
    pub(super) fn show_followed(&self, number: usize, total: usize) {
        self.bar.set_length(total as u64);
        self.bar.set_position(number as u64);
        let message = Message::new("cli-step-follow").with("number", number).with("total", total);
        self.bar.set_message(self.words.text(&message));
    }

    /// Shows the step that begins.
    pub(super) fn show(&self, step: Step<'_>) {
        self.bar.set_length(step.total as u64);
        self.bar.set_position(step.number.saturating_sub(1) as u64);
        let message = match step.work {
            Work::Read(language) => Message::new("cli-step-read").with("language", language.as_str()),
            Work::Write(file) => Message::new("cli-step-write").with("file", file),
        };
        self.bar.set_message(visible(&self.words.text(&message)));
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}

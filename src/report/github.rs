//! Annotations of GitHub Actions: commands on standard output that its runner reads.
//!
//! GitHub shows ten annotations of a kind for one step, and drops the rest without a word. So at most nine errors and
//! nine warnings are told, then a notice of how many more there are. The syntax of commands and what is escaped in them:
//! <https://docs.github.com/actions/reference/workflow-commands-for-github-actions>, and `ActionCommand` of the runner.

use super::error::one_line;
use super::places::{Place, Places};
use super::{Format, Linted, Voice, sentences};
use crate::messages::Catalogue;
use crate::model::{Finding, Message, Severity};
use crate::policy::Policy;
use std::fmt::Write as _;

/// The format.
pub const FORMAT: Format = Format {
    lint: Some(|linted, voice, output| output.write_all(&lint(linted, voice))),
    ..Format::new("github", "error-format-github")
};

/// The title of what no rule says.
const PROGRAM: &str = "gaceta";

/// How many annotations of one kind are written.
const MOST_OF_A_KIND: usize = 9;

/// One command.
struct Annotation<'a> {
    command: &'static str,
    file: Option<&'a str>,
    /// Lines and columns, by the names of their properties.
    place: Vec<(&'static str, u32)>,
    title: &'a str,
    message: &'a str,
}

/// What has been written.
#[derive(Default)]
struct Annotations {
    text: String,
    errors: usize,
    warnings: usize,
    left_out: usize,
}

fn lint(linted: &[Linted<'_>], voice: Voice<'_>) -> Vec<u8> {
    let mut annotations = Annotations::default();
    // What could not be checked at all comes before what was found.
    for error in linted.iter().flat_map(|linted| linted.unread()) {
        if annotations.has_room(Severity::Error) {
            let file = error.place.as_ref().map(|place| place.file.as_str());
            let position = error.place.as_ref().and_then(|place| place.position);
            let place = position.map(|at| vec![("line", at.line), ("col", at.column)]).unwrap_or_default();
            let message = sentences::of_error(error, voice.words);
            annotations.add(&Annotation { command: "error", file, place, title: PROGRAM, message: &message });
        }
    }
    for Linted { policy, outcome } in linted {
        let shown: Vec<Finding> =
            outcome.findings.iter().filter(|finding| annotations.has_room(finding.severity)).cloned().collect();
        let places = Places::read(policy, &shown, 0);
        for finding in &shown {
            annotations.add_finding(finding, policy, &places, voice.words);
        }
    }
    if annotations.left_out > 0 {
        let more = Message::new("error-more-findings").with("count", annotations.left_out);
        let message = voice.words.text(&more);
        let notice = Annotation { command: "notice", file: None, place: Vec::new(), title: PROGRAM, message: &message };
        annotations.add(&notice);
    }
    annotations.text.push_str(&sentences::summary(linted, voice.plain()));
    annotations.text.push('\n');
    annotations.text.into_bytes()
}

impl Annotations {
    /// Whether one more of a kind is told; it is counted either way.
    fn has_room(&mut self, severity: Severity) -> bool {
        let count = match severity {
            Severity::Error => &mut self.errors,
            Severity::Warning => &mut self.warnings,
        };
        let has_room = *count < MOST_OF_A_KIND;
        *count += 1;
        self.left_out += usize::from(!has_room);
        has_room
    }

    fn add_finding(&mut self, finding: &Finding, policy: &Policy, places: &Places, words: &Catalogue) {
        let command = match finding.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        };
        let mut message = sentences::of_finding(finding, words);
        for related in &finding.related {
            let file = one_line(&policy.files.display(&related.path));
            let at = places.of(&related.path, related.span);
            let at = at.map_or_else(String::new, |place| format!(":{}:{}", place.start.line, place.start.column));
            let _ = write!(message, "\n{file}{at}: {}", words.text(&related.message));
        }
        let file = policy.files.display(&finding.path);
        let place = places.of(&finding.path, finding.span).map(properties).unwrap_or_default();
        self.add(&Annotation { command, file: Some(&file), place, title: finding.rule, message: &message });
    }

    fn add(&mut self, annotation: &Annotation<'_>) {
        let Annotation { command, file, place, title, message } = annotation;
        let _ = write!(self.text, "::{command} ");
        if let Some(file) = file {
            let _ = write!(self.text, "file={},", property(file));
        }
        for (name, number) in place {
            let _ = write!(self.text, "{name}={number},");
        }
        let _ = writeln!(self.text, "title={}::{}", property(title), data(message));
    }
}

/// The properties of a place. Columns are read only where it ends in the line in which it begins.
fn properties(place: &Place) -> Vec<(&'static str, u32)> {
    let (start, end) = (place.start, place.end);
    let lines = [("line", start.line), ("endLine", end.line)];
    let columns = [("col", start.column), ("endColumn", end.column)];
    let columns = columns.into_iter().filter(|_| start.line == end.line);
    lines.into_iter().chain(columns).collect()
}

/// Text as the message of a command.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// Text as the value of a property.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Position;
    use proptest::prelude::*;

    #[test]
    fn columns_stand_only_where_the_place_is_in_one_line() {
        let place = |line, column| Place {
            start: Position { line: 3, column: 5 },
            end: Position { line, column },
            line: crate::report::places::Excerpt { text: String::new(), marked: 0..0 },
        };
        assert_eq!(properties(&place(3, 9)), [("line", 3), ("endLine", 3), ("col", 5), ("endColumn", 9)]);
        assert_eq!(properties(&place(4, 2)), [("line", 3), ("endLine", 4)]);
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..Default::default() })]

        #[test]
        fn no_text_forges_a_command(text in "([%\r\n:,]|::error |%0A|é|a){0,20}") {
            let (message, value) = (data(&text), property(&text));
            prop_assert!(!message.contains(['\r', '\n']));
            prop_assert!(!value.contains(['\r', '\n', ':', ',']));
            // As the runner reads them.
            let read = |text: &str| text.replace("%0D", "\r").replace("%0A", "\n");
            prop_assert_eq!(read(&message).replace("%25", "%"), text.clone());
            prop_assert_eq!(read(&value).replace("%3A", ":").replace("%2C", ",").replace("%25", "%"), text);
        }
    }
}

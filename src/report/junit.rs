//! XML as `JUnit` has it: the form in which continuous integration takes the results of tests.
//!
//! Each document is a suite. Each finding is a case that failed, drawn as on a terminal; a document without findings is
//! a case that passed, one that could not be read a case with an error. Where only some documents were asked for, those
//! without findings are not known by name, and one case that passed stands for a run that found nothing.

use super::error::{error, one_line};
use super::places::Places;
use super::{Format, Linted, Voice, frame, sentences};
use crate::error::Error;
use crate::messages::visible;
use crate::model::{DocumentPath, Finding, Severity};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

/// The format.
pub const FORMAT: Format = Format {
    lint: Some(|linted, voice, output| output.write_all(&lint(linted, voice))),
    ..Format::new("junit", "error-format-junit")
};

/// Width of the lines that are quoted, in characters.
const EXCERPT: usize = 90;

/// The name of all suites together, and of the case that stands for a whole run.
const PROGRAM: &str = "gaceta";

/// The suites that are written.
#[derive(Default)]
struct Suites {
    text: String,
    counts: Counts,
}

/// How many cases there are, and how many of them did not pass.
#[derive(Clone, Copy, Default)]
struct Counts {
    cases: usize,
    failures: usize,
    errors: usize,
}

fn lint(linted: &[Linted<'_>], voice: Voice<'_>) -> Vec<u8> {
    let voice = voice.plain();
    let mut suites = Suites::default();
    for linted in linted {
        suites.add_policy(*linted, voice);
    }
    if suites.counts.cases == 0 {
        let summary = attribute(&sentences::summary(linted, voice));
        let case = format!("    <testcase classname=\"{PROGRAM}\" name=\"{summary}\"/>\n");
        suites.add(PROGRAM, Counts { cases: 1, ..Counts::default() }, &case);
    }
    let Counts { cases, failures, errors } = suites.counts;
    let head = format!("name=\"{PROGRAM}\" tests=\"{cases}\" failures=\"{failures}\" errors=\"{errors}\"");
    let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
    format!("{declaration}\n<testsuites {head}>\n{}</testsuites>\n", suites.text).into_bytes()
}

impl Suites {
    fn add_policy(&mut self, linted: Linted<'_>, voice: Voice<'_>) {
        let Linted { policy, outcome } = linted;
        let mut documents: BTreeMap<&DocumentPath, Vec<&Finding>> = BTreeMap::new();
        documents.extend(linted_documents(linted).map(|path| (path, Vec::new())));
        for finding in &outcome.findings {
            documents.entry(&finding.path).or_default().push(finding);
        }
        let places = Places::read(policy, &outcome.findings, EXCERPT);
        for (path, findings) in documents {
            let name = policy.files.display(path);
            let counts = Counts { cases: findings.len().max(1), failures: findings.len(), errors: 0 };
            let mut cases = String::new();
            for finding in &findings {
                let frame = frame::finding(finding, policy, &places, voice);
                failure(&mut cases, &name, finding, &places, (&voice.words.text(&finding.message), &frame));
            }
            if findings.is_empty() {
                let name = attribute(&name);
                let _ = writeln!(cases, "    <testcase classname=\"{name}\" name=\"{name}\" file=\"{name}\"/>");
            }
            self.add(&name, counts, &cases);
        }
        for unread in linted.unread() {
            self.add_unread(unread, voice);
        }
    }

    fn add_unread(&mut self, unread: &Error, voice: Voice<'_>) {
        let file = unread.place.as_ref().map_or(PROGRAM, |place| place.file.as_str());
        let name = attribute(file);
        let message = attribute(&voice.words.text(&unread.message));
        let told = element(&error(unread, voice.words, voice.style));
        let case = format!(
            "    <testcase classname=\"{name}\" name=\"{name}\" file=\"{name}\">\n      \
             <error message=\"{message}\" type=\"error\">{told}</error>\n    </testcase>\n"
        );
        self.add(file, Counts { cases: 1, failures: 0, errors: 1 }, &case);
    }

    fn add(&mut self, name: &str, counts: Counts, text: &str) {
        let Counts { cases, failures, errors } = counts;
        let head = format!("tests=\"{cases}\" failures=\"{failures}\" errors=\"{errors}\"");
        let _ = write!(self.text, "  <testsuite name=\"{}\" {head}>\n{text}  </testsuite>\n", attribute(name));
        self.counts.cases += cases;
        self.counts.failures += failures;
        self.counts.errors += errors;
    }
}

/// The documents that were linted; none where only some were asked for, as which ones is not known.
fn linted_documents(linted: Linted<'_>) -> impl Iterator<Item = &DocumentPath> {
    let Linted { policy, outcome } = linted;
    let unread: BTreeSet<&str> =
        outcome.unread.iter().filter_map(|error| Some(error.place.as_ref()?.file.as_str())).collect();
    let is_whole = outcome.documents + outcome.unread.len() == policy.paths.len();
    let paths = policy.paths.iter().filter(move |_| is_whole);
    paths.filter(move |path| unread.is_empty() || !unread.contains(policy.files.display(path).as_str()))
}

/// Writes the case of a finding, with its message and the frame that shows it.
fn failure(cases: &mut String, file: &str, finding: &Finding, places: &Places, told: (&str, &str)) {
    let place = places.of(&finding.path, finding.span);
    let at = place.map_or_else(String::new, |place| format!("{}:{} ", place.start.line, place.start.column));
    let line = place.map_or_else(String::new, |place| format!(" line=\"{}\"", place.start.line));
    let kind = match finding.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    };
    let (file, rule) = (attribute(file), attribute(finding.rule));
    let (message, frame) = (attribute(told.0), element(told.1));
    let _ = write!(
        cases,
        "    <testcase classname=\"{file}\" name=\"{at}{rule}\" file=\"{file}\"{line}>\n      \
         <failure message=\"{message}\" type=\"{kind}\">{frame}</failure>\n    </testcase>\n"
    );
}

/// Text on one line as the value of an attribute.
fn attribute(text: &str) -> String {
    element(&one_line(text))
}

/// Text as the content of an element. What XML 1.0 has no place for even as a reference
/// (<https://www.w3.org/TR/xml/#charsets>) is shown as an escape or as a replacement.
fn element(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in visible(text).chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&apos;"),
            '\u{fffe}' | '\u{ffff}' => escaped.push('\u{fffd}'),
            other => escaped.push(other),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..Default::default() })]

        #[test]
        fn any_text_is_well_formed_and_read_back(text in "([\u{0}-\u{ff}]|[<>&\"'\\]]|]]>|<!--|&#0;|\u{fffe}|\u{ffff}|\\PC){0,40}") {
            let xml = format!("<a b=\"{}\">{}</a>", attribute(&text), element(&text));
            let read = roxmltree::Document::parse(&xml).unwrap();
            let shown = |text: &str| text.replace(['\u{fffe}', '\u{ffff}'], "\u{fffd}");
            prop_assert_eq!(read.root_element().text().unwrap_or(""), shown(&visible(&text)));
            let one = shown(&one_line(&text));
            prop_assert_eq!(read.root_element().attribute("b"), Some(one.as_str()));
        }
    }
}

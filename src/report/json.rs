//! JSON for other programs. The schemas are published in `src/report/schemas`, and hold for what is written here.

use super::error::causes;
use super::places::Places;
use super::{Format, Linted, Voice, register};
pub(super) use crate::edition::json::{encode, write_to};
use crate::error::{Error, ErrorKind};
use crate::lint::{RULES, Rule};
use crate::messages::Catalogue;
use crate::model::{Argument, DocumentPath, Finding, Fingerprint, Message, Position, Severity, Span};
use serde::{Serialize, Serializer};
use std::collections::BTreeMap;
use std::io::{self, Write};

/// The format.
pub const FORMAT: Format = Format {
    lint: Some(lint),
    norms: Some(register::json),
    rules: Some(rules),
    explanation: Some(explanation),
    ..Format::new("json", "error-format-json")
};

#[derive(Serialize)]
struct LintOutput<'a> {
    schema: &'static str,
    language: &'static str,
    counts: Counts,
    findings: FindingsOutput<'a>,
    unread: Vec<ErrorOutput<'a>>,
}

#[derive(Serialize)]
struct Counts {
    documents: usize,
    errors: usize,
    warnings: usize,
    unread: usize,
}

#[derive(Serialize)]
struct FindingOutput<'a> {
    rule: &'static str,
    severity: Severity,
    #[serde(flatten)]
    place: PlaceOutput<'a>,
    #[serde(flatten)]
    message: MessageOutput<'a>,
    hints: Vec<MessageOutput<'a>>,
    related: Vec<RelatedOutput<'a>>,
    fix: Option<FixOutput<'a>>,
    fingerprint: Fingerprint,
}

#[derive(Serialize)]
struct RelatedOutput<'a> {
    #[serde(flatten)]
    place: PlaceOutput<'a>,
    #[serde(flatten)]
    message: MessageOutput<'a>,
}

#[derive(Serialize)]
struct PlaceOutput<'a> {
    path: &'a DocumentPath,
    file: String,
    start: OffsetOutput,
    end: OffsetOutput,
}

/// An offset in bytes from 0, with the line and the column in characters from 1 if the document could be read again.
#[derive(Serialize)]
pub(super) struct OffsetOutput {
    offset: u32,
    line: Option<u32>,
    column: Option<u32>,
}

impl OffsetOutput {
    /// An offset, with its line and column if they are known.
    pub(super) fn new(offset: u32, position: Option<Position>) -> Self {
        let (line, column) = (position.map(|at| at.line), position.map(|at| at.column));
        Self { offset, line, column }
    }
}

#[derive(Serialize)]
struct MessageOutput<'a> {
    message: String,
    id: &'static str,
    arguments: BTreeMap<&'static str, &'a Argument>,
}

#[derive(Serialize)]
struct FixOutput<'a> {
    safe: bool,
    edits: Vec<EditOutput<'a>>,
}

#[derive(Serialize)]
struct EditOutput<'a> {
    start: OffsetOutput,
    end: OffsetOutput,
    text: &'a str,
}

/// Why a document could not be read.
#[derive(Serialize)]
pub(super) struct ErrorOutput<'a> {
    kind: &'static str,
    file: Option<&'a str>,
    line: Option<u32>,
    column: Option<u32>,
    #[serde(flatten)]
    message: MessageOutput<'a>,
    causes: Vec<String>,
    hints: Vec<MessageOutput<'a>>,
}

#[derive(Serialize)]
struct RulesOutput {
    schema: &'static str,
    language: &'static str,
    rules: Vec<RuleOutput>,
}

#[derive(Serialize)]
struct RuleOutput {
    name: &'static str,
    default: &'static str,
    summary: &'static str,
}

#[derive(Serialize)]
struct ExplanationOutput {
    schema: &'static str,
    language: &'static str,
    #[serde(flatten)]
    rule: RuleOutput,
    documentation: &'static str,
}

fn lint(linted: &[Linted<'_>], voice: Voice<'_>, output: &mut dyn Write) -> io::Result<()> {
    let words = voice.words;
    let count = |severity| linted.iter().map(|linted| linted.outcome.count(severity)).sum();
    let unread: Vec<_> =
        linted.iter().flat_map(|linted| linted.unread()).map(|error| error_output(error, words)).collect();
    let told = LintOutput {
        schema: "gaceta/lint/1",
        language: words.locale().tag(),
        counts: Counts {
            documents: linted.iter().map(|linted| linted.outcome.documents).sum(),
            errors: count(Severity::Error),
            warnings: count(Severity::Warning),
            unread: unread.len(),
        },
        findings: FindingsOutput { linted, words },
        unread,
    };
    write_to(&told, output)
}

/// The findings of some policies, each made when it is written.
struct FindingsOutput<'a> {
    linted: &'a [Linted<'a>],
    words: &'a Catalogue,
}

impl Serialize for FindingsOutput<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let words = self.words;
        serializer.collect_seq(self.linted.iter().flat_map(|linted| {
            // No excerpts are needed here.
            let documents = Places::by_document(linted.policy, &linted.outcome.findings, 0);
            documents.flat_map(move |(places, findings)| {
                let writer = Writer { linted, places, words };
                findings.iter().map(|finding| writer.finding(finding)).collect::<Vec<_>>()
            })
        }))
    }
}

/// Writes the findings of one policy.
struct Writer<'a> {
    linted: &'a Linted<'a>,
    places: Places,
    words: &'a Catalogue,
}

impl<'a> Writer<'a> {
    fn finding(&self, finding: &'a Finding) -> FindingOutput<'a> {
        let related = finding.related.iter().map(|related| RelatedOutput {
            place: self.place(&related.path, related.span),
            message: message(&related.message, self.words),
        });
        let fix = finding.fix.as_ref().map(|fix| {
            let edits = fix.edits.iter().map(|edit| {
                let (start, end) = self.ends(&finding.path, edit.span);
                EditOutput { start, end, text: &edit.text }
            });
            FixOutput { safe: fix.safe, edits: edits.collect() }
        });
        FindingOutput {
            rule: finding.rule,
            severity: finding.severity,
            place: self.place(&finding.path, finding.span),
            message: message(&finding.message, self.words),
            hints: finding.hints.iter().map(|hint| message(hint, self.words)).collect(),
            related: related.collect(),
            fix,
            fingerprint: finding.fingerprint,
        }
    }

    fn place(&self, path: &'a DocumentPath, span: Span) -> PlaceOutput<'a> {
        let (start, end) = self.ends(path, span);
        PlaceOutput { path, file: self.linted.policy.files.display(path), start, end }
    }

    fn ends(&self, path: &DocumentPath, span: Span) -> (OffsetOutput, OffsetOutput) {
        let place = self.places.of(path, span);
        let start = OffsetOutput::new(span.start, place.map(|place| place.start));
        (start, OffsetOutput::new(span.end, place.map(|place| place.end)))
    }
}

fn message<'a>(message: &'a Message, words: &Catalogue) -> MessageOutput<'a> {
    let arguments = message.arguments.iter().map(|(name, value)| (*name, value)).collect();
    MessageOutput { message: words.text(message), id: message.id, arguments }
}

/// An error for other programs.
pub(super) fn error_output<'a>(error: &'a Error, words: &Catalogue) -> ErrorOutput<'a> {
    let position = error.place.as_ref().and_then(|place| place.position);
    ErrorOutput {
        kind: match error.kind {
            ErrorKind::Usage => "usage",
            ErrorKind::Configuration => "configuration",
            ErrorKind::Input => "input",
            ErrorKind::Service => "service",
            ErrorKind::Interrupted => "interrupted",
        },
        file: error.place.as_ref().map(|place| place.file.as_str()),
        line: position.map(|position| position.line),
        column: position.map(|position| position.column),
        message: message(&error.message, words),
        causes: causes(error, words),
        hints: error.hints.iter().map(|hint| message(hint, words)).collect(),
    }
}

fn rules(voice: Voice<'_>) -> Vec<u8> {
    encode(&RulesOutput {
        schema: "gaceta/rules/1",
        language: voice.words.locale().tag(),
        rules: RULES.iter().map(|rule| rule_output(rule, voice)).collect(),
    })
}

fn explanation(rule: &Rule, voice: Voice<'_>) -> Vec<u8> {
    encode(&ExplanationOutput {
        schema: "gaceta/explain/1",
        language: voice.words.locale().tag(),
        rule: rule_output(rule, voice),
        documentation: rule.documentation(voice.words.locale()).markdown(),
    })
}

fn rule_output(rule: &Rule, voice: Voice<'_>) -> RuleOutput {
    RuleOutput {
        name: rule.name,
        default: match rule.default {
            Some(Severity::Error) => "error",
            Some(Severity::Warning) => "warning",
            None => "off",
        },
        summary: rule.documentation(voice.words.locale()).summary(),
    }
}

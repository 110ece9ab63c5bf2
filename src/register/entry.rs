//! The entries of a register.

use super::address::Addresses;
use super::wording::{Fields, clipped, without_designation};
use crate::model::{Document, LineIndex, Passage, Position, Section, Span, plain_text};
use crate::norms::{Norm, Strength, Subject, Unit};
use std::ops::Range;
use std::sync::Arc;

/// One norm, as a register tells it: on lines of its own, without the document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// How strong it is.
    pub strength: Strength,
    /// Who is meant, as written, article included: `La persona titular de cada Dependencia`; `None` where neither the
    /// sentence nor what introduces it names anybody.
    pub agent: Option<String>,
    /// What stands where an agent would.
    pub subject: Subject,
    /// The whole sentence on one line, without the designation of the clause or item that it opens.
    pub text: Arc<str>,
    /// The modal expression, which tells the norms of one sentence apart: `no lo podrá`; in an inherited item, the verb it
    /// begins with.
    pub modal: String,
    /// By when.
    pub deadline: Option<TimeLimit>,
    /// Whether it is a clause or an item whose introduction says who is meant and how strictly.
    pub inherited: bool,
    /// The section that it stands in; `None` before the first heading.
    pub section: Option<Arc<SectionName>>,
    /// The anchor of the innermost clause of that section that it stands in: `plazos.III.b`.
    pub clause: Option<String>,
    /// What the sentence came from.
    pub span: Span,
    /// Where it begins.
    pub start: Position,
    /// Where it ends.
    pub end: Position,
}

/// By when a norm has to be met, as a register tells it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimeLimit {
    /// As written, with what starts it, on one line.
    pub text: String,
    /// How many units; `None` for dates and what is vague.
    pub amount: Option<u32>,
    /// What is counted.
    pub unit: Unit,
}

/// How a section is named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SectionName {
    /// The name by which links reach it.
    pub anchor: String,
    /// Its title as plain text.
    pub title: String,
}

impl SectionName {
    fn of(section: &Section<'_>) -> Self {
        Self { anchor: clipped(section.anchor.clone()), title: clipped(plain_text(&section.heading.inlines)) }
    }
}

/// The entries of a document with these passages and these norms among them.
pub(super) fn entries(passages: &[Passage<'_>], norms: &[(usize, Norm)], mut writer: Writer<'_>) -> Vec<Entry> {
    let mut addresses = Addresses::default();
    let mut told = norms.iter().enumerate().filter(|(at, _)| !is_spelled_out(norms, *at)).peekable();
    let mut entries = Vec::new();
    for (place, passage) in passages.iter().enumerate() {
        addresses.meet(passage);
        while let Some((_, (_, norm))) = told.next_if(|(_, (own, _))| *own == place) {
            entries.push(writer.entry(passage, norm, addresses.anchor().map(clipped)));
        }
    }
    entries
}

/// Whether a norm only introduces clauses or items («La Unidad deberá:») of which the next norm is the first.
fn is_spelled_out(norms: &[(usize, Norm)], at: usize) -> bool {
    let (place, norm) = &norms[at];
    let next = || norms.get(norms.partition_point(|(other, _)| other <= place));
    norm.introduces && next().is_some_and(|(_, next)| next.inherited)
}

/// Makes the entries of one document; what several of them have is made once and shared.
pub(super) struct Writer<'a> {
    fields: Fields,
    lines: LineIndex<'a>,
    /// The sentence of the entry before, with what it came from.
    sentence: (Span, Arc<str>),
    /// The section of the entry before, with what it reaches over.
    section: (Option<Span>, Option<Arc<SectionName>>),
}

impl<'a> Writer<'a> {
    /// A writer for a document, whose fields are told as `field` says.
    pub(super) fn new(document: &'a Document<'_>, field: &dyn Fn(&str) -> String) -> Self {
        let (fields, lines) = (Fields::of(document, field), LineIndex::new(document.text));
        Self { fields, lines, sentence: (Span::default(), Arc::from("")), section: (None, None) }
    }

    fn entry(&mut self, passage: &Passage<'_>, norm: &Norm, clause: Option<String>) -> Entry {
        if self.sentence.0 != norm.span {
            let told = self.written(passage, without_designation(passage, norm.sentence.clone()));
            self.sentence = (norm.span, told.into());
        }
        let deadline = norm.deadline.as_ref().map(|deadline| TimeLimit {
            text: self.written(passage, deadline.range.clone()),
            amount: deadline.amount,
            unit: deadline.unit,
        });
        Entry {
            strength: norm.strength,
            agent: norm.agent.as_ref().map(|agent| self.fields.one_line(&agent.text, agent.span)),
            subject: norm.subject,
            text: Arc::clone(&self.sentence.1),
            modal: self.written(passage, norm.modal.clone()),
            deadline,
            inherited: norm.inherited,
            section: self.section(passage),
            clause,
            span: norm.span,
            start: self.lines.position(norm.span.start),
            end: self.lines.position(norm.span.end),
        }
    }

    /// A part of a passage's visible text, on one line.
    fn written(&self, passage: &Passage<'_>, range: Range<usize>) -> String {
        let text = passage.text.as_str().get(range.clone()).unwrap_or("");
        self.fields.one_line(text, passage.text.span(range))
    }

    /// The section of a passage.
    fn section(&mut self, passage: &Passage<'_>) -> Option<Arc<SectionName>> {
        let span = passage.section.map(|section| section.span);
        if self.section.0 != span {
            self.section = (span, passage.section.map(|section| Arc::new(SectionName::of(section))));
        }
        self.section.1.clone()
    }
}

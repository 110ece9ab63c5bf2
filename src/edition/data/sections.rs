//! The tree of a document's sections, each with its clauses.

use super::places::{Places, SourceOutput};
use super::reading::{Budget, Content, Reader};
use crate::edition::publication::Publication;
use crate::model::{ClauseEntry, ClauseKind, Designator, DocumentPath, Section, Span};
use serde::Serialize;
use std::collections::HashMap;

#[derive(Serialize)]
pub(super) struct DocumentOutput<'a> {
    path: &'a DocumentPath,
    anchor: &'a str,
    title: String,
    /// Those of its sections and of what stands before the first.
    pub(super) words: usize,
    preamble: Option<Stretch<'a>>,
    sections: Vec<SectionOutput<'a>>,
}

#[derive(Serialize)]
struct SectionOutput<'a> {
    anchor: &'a str,
    id: Option<&'a str>,
    level: u8,
    designator: Option<DesignatorOutput<'a>>,
    title: String,
    source: SourceOutput<'a>,
    #[serde(flatten)]
    own: Stretch<'a>,
    sections: Vec<SectionOutput<'a>>,
}

/// A content with the clauses in it.
#[derive(Serialize)]
struct Stretch<'a> {
    #[serde(flatten)]
    content: Content<'a>,
    clauses: Vec<ClauseOutput<'a>>,
}

#[derive(Serialize)]
struct DesignatorOutput<'a> {
    kind: ClauseKind,
    number: u32,
    suffix: Option<&'a str>,
    label: &'a str,
}

impl<'a> From<&'a Designator> for DesignatorOutput<'a> {
    fn from(designator: &'a Designator) -> Self {
        let Designator { kind, number, suffix, label, .. } = designator;
        Self { kind: *kind, number: *number, suffix: suffix.as_deref(), label }
    }
}

#[derive(Serialize)]
struct ClauseOutput<'a> {
    anchor: &'a str,
    /// The designations from the widest clause to this one.
    address: Vec<String>,
    #[serde(flatten)]
    designator: DesignatorOutput<'a>,
    source: SourceOutput<'a>,
    text: String,
}

/// The document with these places, its clauses by its index, and what its fields may still bring in.
pub(super) fn document<'a>(
    publication: &'a Publication<'a>,
    places: &Places<'a>,
    title: String,
    clauses: Vec<ClauseEntry>,
    budget: &'a Budget,
) -> DocumentOutput<'a> {
    let document = places.document;
    let addresses = clauses.into_iter().filter_map(|clause| {
        let start = clause.address.last()?.span.start;
        Some((start, clause.address.into_iter().map(|designator| designator.label).collect()))
    });
    let mut writer = Writer { publication, places, budget, addresses: addresses.collect(), words: 0 };
    let end = document.sections.first().map_or(document.text.len(), |section| section.span.range().start);
    let start = document.front_matter.as_ref().map_or(0, |front_matter| front_matter.span.range().end);
    let reader = writer.reader();
    let preamble = writer.stretch(reader.read(&document.preamble, Span::new(start.min(end)..end)));
    let preamble = Some(preamble).filter(|preamble| !preamble.content.markdown.is_empty());
    let sections = document.sections.iter().map(|section| writer.section(section)).collect();
    let anchor = publication.document_anchor(document);
    DocumentOutput { path: &document.path, anchor, title, words: writer.words, preamble, sections }
}

struct Writer<'a, 'places> {
    publication: &'a Publication<'a>,
    places: &'places Places<'a>,
    budget: &'a Budget,
    /// The designations that lead to a clause, by its first byte.
    addresses: HashMap<u32, Vec<String>>,
    words: usize,
}

impl<'a> Writer<'a, '_> {
    fn reader(&self) -> Reader<'a> {
        Reader::new(self.publication, self.places.document, self.budget)
    }

    /// Sections are six levels deep at most, and so is the recursion.
    fn section(&mut self, section: &'a Section<'a>) -> SectionOutput<'a> {
        let heading = &section.heading;
        let mut reader = self.reader();
        let title = reader.title(&heading.inlines);
        let end = section.sections.first().map_or(section.span.end, |first| first.span.start);
        let content = reader.read(&section.blocks, Span { start: heading.span.end.min(end), end });
        SectionOutput {
            anchor: self.publication.anchor(self.places.document, section),
            id: heading.id.as_ref().map(|(id, _)| id.as_ref()),
            level: heading.level,
            designator: heading.designator.as_deref().map(DesignatorOutput::from),
            title,
            source: self.places.source(section.span),
            own: self.stretch(content),
            sections: section.sections.iter().map(|inner| self.section(inner)).collect(),
        }
    }

    /// A content with those of its clauses that can be cited; a quoted one is another text's.
    fn stretch(&mut self, mut content: Content<'a>) -> Stretch<'a> {
        self.words += content.words;
        let clauses = std::mem::take(&mut content.clauses).into_iter().filter_map(|(designator, span, text)| {
            Some(ClauseOutput {
                anchor: self.publication.clause_anchor(self.places.document, designator)?,
                address: self.addresses.remove(&designator.span.start).unwrap_or_default(),
                designator: designator.into(),
                source: self.places.source(span),
                text,
            })
        });
        let clauses = clauses.collect();
        Stretch { content, clauses }
    }
}

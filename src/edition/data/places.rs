//! Where things stand in a document: lines of its file, and anchors of the editions.

use crate::edition::publication::Publication;
use crate::model::{Document, DocumentEntry, DocumentPath, LineIndex, Span};
use serde::Serialize;

/// The lines of a file that something came from, both included.
#[derive(Clone, Serialize)]
pub(super) struct SourceOutput<'a> {
    path: &'a DocumentPath,
    start_line: u32,
    end_line: u32,
}

impl<'a> SourceOutput<'a> {
    /// The lines of a span, blank ones at its end left out.
    pub(super) fn of(document: &'a Document<'_>, lines: &LineIndex<'_>, span: Span) -> Self {
        let written = document.text.get(span.range()).unwrap_or("").trim_end();
        let last = written.char_indices().next_back().map_or(0, |(at, _)| at);
        let start = span.range().start;
        let line = |byte: usize| lines.position(Span::new(byte..byte).start).line;
        Self { path: &document.path, start_line: line(start), end_line: line(start + last) }
    }
}

/// The places of one document.
pub(super) struct Places<'a> {
    pub(super) document: &'a Document<'a>,
    lines: LineIndex<'a>,
    /// The first byte of each section, and its anchor in the editions.
    sections: Vec<(u32, &'a str)>,
    /// The first byte of each clause, its anchor in the document, and that in the editions.
    clauses: Vec<(u32, String, &'a str)>,
}

impl<'a> Places<'a> {
    /// The places of a document with this index entry.
    pub(super) fn of(publication: &'a Publication<'a>, document: &'a Document<'a>, index: &DocumentEntry) -> Self {
        let sections = document.all_sections();
        let clauses = index.clauses.iter().filter_map(|clause| {
            let designator = clause.address.last()?;
            let anchor = publication.clause_anchor(document, designator)?;
            Some((designator.span.start, clause.anchor.clone()?, anchor))
        });
        Self {
            document,
            lines: LineIndex::new(document.text),
            sections: sections.map(|section| (section.span.start, publication.anchor(document, section))).collect(),
            clauses: clauses.collect(),
        }
    }

    /// The lines of a span.
    pub(super) fn source(&self, span: Span) -> SourceOutput<'a> {
        SourceOutput::of(self.document, &self.lines, span)
    }

    /// The anchor of the innermost section around a byte; `None` before the first heading.
    pub(super) fn section(&self, byte: u32) -> Option<&'a str> {
        // Sections leave no gap, so that the last one that begins before a place is the innermost around it.
        let before = self.sections.partition_point(|(start, _)| *start <= byte);
        self.sections[..before].last().map(|(_, anchor)| *anchor)
    }

    /// The anchor of the last clause of a name, as the document anchors it, that begins before a byte.
    pub(super) fn clause(&self, name: &str, byte: u32) -> Option<&'a str> {
        let before = self.clauses.partition_point(|(start, ..)| *start <= byte);
        self.clauses[..before].iter().rev().find(|(_, own, _)| own == name).map(|(.., anchor)| *anchor)
    }
}

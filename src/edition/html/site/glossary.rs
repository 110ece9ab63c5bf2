//! Where the text of a site uses the terms that it defines.
//!
//! 1. The definitions of all documents are read, and the first use of each term in each section found;
//! 2. each definition is known by its anchor and by its visible text, to be at hand where its term is used;
//! 3. the writer makes links of the uses, where no other link is.

use super::super::escape;
use super::super::writer::Writer;
use crate::definitions::{Definition, Glossary, GlossaryUse, Reader, keep_first_uses};
use crate::edition::publication::Publication;
use crate::model::{Document, DocumentPath, Inline, InlineKind, Passage, Span};
use rayon::prelude::*;
use std::collections::HashMap;
use std::sync::Arc;

/// What stands in a passage's text for what is no text, such as a field.
const OBJECT: char = '\u{fffc}';

/// The most characters of a definition that is shown where its term is used.
const LONGEST_MEANING: usize = 400;

/// A use of a defined term.
pub(in crate::edition::html) struct TermLink {
    /// Where it stands.
    pub(in crate::edition::html) span: Span,
    /// The anchor of its definition.
    anchor: Arc<str>,
    /// What the term means.
    meaning: Arc<str>,
}

/// The uses of terms by document, in the order of the text.
pub(super) fn links(publication: &Publication<'_>) -> HashMap<DocumentPath, Vec<TermLink>> {
    let documents = publication.documents;
    let definitions: Vec<Vec<Definition>> = documents.par_iter().map(definitions).collect();
    let all = documents.iter().zip(&definitions);
    let glossary =
        Glossary::of(all.flat_map(|(document, own)| own.iter().map(|definition| (&document.path, definition))));
    if glossary.is_empty() {
        return HashMap::new();
    }
    let together = documents.par_iter().zip(definitions.par_iter());
    let mut uses: Vec<Vec<GlossaryUse>> = together
        .map(|(document, own)| {
            let defining: Vec<Span> = own.iter().map(|definition| definition.extent).collect();
            glossary.uses(document, &defining)
        })
        .collect();
    keep_first_uses(&mut uses);
    let mut known: HashMap<usize, Option<Told>> = HashMap::new();
    let mut links = HashMap::new();
    for (document, uses) in documents.iter().zip(uses) {
        let of_document: Vec<TermLink> = uses
            .into_iter()
            .filter(|found| !found.is_linked)
            .filter_map(|found| {
                let told =
                    known.entry(found.term).or_insert_with(|| told(publication, glossary.definition(found.term)?));
                let Told { anchor, meaning } = told.clone()?;
                Some(TermLink { span: found.span, anchor, meaning })
            })
            .collect();
        links.insert(document.path.clone(), of_document);
    }
    links
}

fn definitions(document: &Document<'_>) -> Vec<Definition> {
    let mut reader = Reader::new(document.text);
    document.for_each_passage(|passage| reader.read(passage));
    reader.finish()
}

/// What is told of a term.
#[derive(Clone)]
struct Told {
    /// The anchor of its definition.
    anchor: Arc<str>,
    meaning: Arc<str>,
}

/// The anchor of a definition and what it says.
fn told(publication: &Publication<'_>, (path, definition): (&DocumentPath, &Definition)) -> Option<Told> {
    let document = publication.documents.iter().find(|document| document.path == *path)?;
    let meaning = definition.meaning?;
    let mut visible = None;
    let mut clause = None;
    document.for_each_passage(|passage| {
        if visible.is_none() && passage.span.contains(meaning) {
            visible = Some(text_at(publication, passage, meaning));
            clause = passage.designator.and_then(|designator| publication.clause_anchor(document, designator));
        }
    });
    let section = document.all_sections().take_while(|section| section.span.start <= definition.span.start).last();
    let anchor = clause.or_else(|| section.map(|section| publication.anchor(document, section)))?;
    Some(Told { anchor: anchor.into(), meaning: visible?.into() })
}

/// What joins an entry of a glossary to the next one, and is no part of what its term means.
const JOINTS: [&str; 6] = [", y", ", e", ", o", ", u", ", and", ", or"];

/// The visible text that a part of a passage came from, cut to a length for reading in passing.
fn text_at(publication: &Publication<'_>, passage: &Passage<'_>, part: Span) -> String {
    let mut meaning = String::new();
    for (at, character) in passage.text.as_str().char_indices() {
        let span = passage.text.span(at..at + character.len_utf8());
        if part.contains(span) {
            match field_at(passage, span).filter(|_| character == OBJECT) {
                Some(name) => meaning.push_str(&publication.field_in_line(name)),
                None => meaning.push(character),
            }
        }
    }
    let meaning = meaning.trim();
    let meaning = JOINTS.iter().find_map(|joint| meaning.strip_suffix(joint)).unwrap_or(meaning);
    let mut meaning = meaning.trim_end_matches([';', ',', '.']).to_owned();
    if let Some((end, _)) = meaning.char_indices().nth(LONGEST_MEANING) {
        meaning.truncate(meaning[..end].rfind(' ').unwrap_or(end));
        meaning.push('…');
    }
    meaning
}

/// The name of the field that stands at a place.
fn field_at<'a>(passage: &Passage<'a>, span: Span) -> Option<&'a str> {
    let mut inlines = passage.inlines.iter().flat_map(Inline::with_descendants).filter(|inline| inline.span == span);
    inlines.find_map(|inline| if let InlineKind::Field(name) = &inline.kind { Some(&**name) } else { None })
}

impl<'p> Writer<'p, '_> {
    /// The uses of terms in a text that may be made links; `None` where none may stand.
    pub(in crate::edition::html) fn term_uses(&self, span: Span) -> Option<&'p [TermLink]> {
        let (view, document) = (self.site?, self.document?);
        (!self.in_link).then(|| view.terms(&document.path, span))
    }

    /// Writes a use of a term as a link to its definition, which is at hand there.
    pub(in crate::edition::html) fn term(&mut self, found: &TermLink, written: &str) {
        self.out.push_str("<a class=\"term\" href=\"");
        self.address(&found.anchor);
        self.out.push('"');
        self.attribute("data-meaning", &found.meaning);
        self.out.push('>');
        escape::push(&mut self.out, written);
        self.out.push_str("</a>");
    }
}

//! Where the text of a site uses the terms that it defines.
//!
//! 1. The definitions of all documents are read, and the first use of each term in each section found;
//! 2. each definition is known by its anchor and by its visible text, to be at hand where its term is used;
//! 3. the writer makes links of the uses, where no other link is.

use super::super::escape;
use super::super::writer::Writer;
use crate::definitions::{Definition, Glossary, GlossaryUse, Reader, keep_first_uses};
use crate::edition::publication::Publication;
use crate::model::{Document, DocumentPath, Passage, Span};
use rayon::prelude::*;
use std::collections::HashMap;
use std::sync::Arc;

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
    let mut known: HashMap<usize, Option<(Arc<str>, Arc<str>)>> = HashMap::new();
    let mut links = HashMap::new();
    for (document, uses) in documents.iter().zip(uses) {
        let of_document: Vec<TermLink> = uses
            .into_iter()
            .filter(|found| !found.is_linked)
            .filter_map(|found| {
                let told =
                    known.entry(found.term).or_insert_with(|| told(publication, glossary.definition(found.term)?));
                let (anchor, meaning) = told.clone()?;
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

/// The anchor of a definition and what it says.
fn told(
    publication: &Publication<'_>,
    (path, definition): (&DocumentPath, &Definition),
) -> Option<(Arc<str>, Arc<str>)> {
    let document = publication.documents.iter().find(|document| document.path == *path)?;
    let meaning = definition.meaning?;
    let mut visible = None;
    let mut clause = None;
    document.for_each_passage(|passage| {
        if visible.is_none() && passage.span.contains(meaning) {
            visible = Some(text_at(passage, meaning));
            clause = passage.designator.and_then(|designator| publication.clause_anchor(document, designator));
        }
    });
    let section = document.all_sections().take_while(|section| section.span.start <= definition.span.start).last();
    let anchor = clause.or_else(|| section.map(|section| publication.anchor(document, section)))?;
    Some((anchor.into(), visible?.into()))
}

/// The visible text that a part of a passage came from, cut to a length for reading in passing.
fn text_at(passage: &Passage<'_>, part: Span) -> String {
    let text = passage.text.as_str();
    let inside =
        text.char_indices().filter(|(at, character)| part.contains(passage.text.span(*at..at + character.len_utf8())));
    let mut meaning: String = inside.map(|(_, character)| character).take(LONGEST_MEANING + 1).collect();
    if let Some((end, _)) = meaning.char_indices().nth(LONGEST_MEANING) {
        meaning.truncate(meaning[..end].rfind(' ').unwrap_or(end));
        meaning.push('…');
    }
    meaning.trim().to_owned()
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

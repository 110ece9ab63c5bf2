//! What a document defines.

use super::places::{Places, SourceOutput};
use super::reading::Budget;
use crate::definitions::{Definition, DefinitionKind, Reader};
use crate::edition::publication::Publication;
use crate::model::{Inline, InlineKind, Passage, Span};
use serde::Serialize;

#[derive(Serialize)]
pub(super) struct TermOutput<'a> {
    term: String,
    acronym: Option<String>,
    kind: &'static str,
    meaning: Option<String>,
    local: bool,
    /// The anchor of its section; `None` before the first heading.
    section: Option<&'a str>,
    /// The anchor of the clause that defines it.
    clause: Option<&'a str>,
    source: SourceOutput<'a>,
}

/// What a definition says that its term means, and the anchor of the clause that opens with it.
type Meaning<'a> = (String, Option<&'a str>);

/// The terms of a document, in the order of the text.
pub(super) fn terms<'a>(publication: &'a Publication<'a>, places: &Places<'a>, budget: &Budget) -> Vec<TermOutput<'a>> {
    let document = places.document;
    let mut reader = Reader::new(document.text);
    document.for_each_passage(|passage| reader.read(passage));
    let mut definitions = reader.finish();
    definitions.sort_by_key(|definition| definition.span);
    let meanings = meanings(&definitions, publication, places, budget);
    definitions.into_iter().zip(meanings).map(|(definition, meaning)| term(definition, meaning, places)).collect()
}

fn term<'a>(definition: Definition, (meaning, clause): Meaning<'a>, places: &Places<'a>) -> TermOutput<'a> {
    TermOutput {
        kind: match definition.kind {
            DefinitionKind::Formal => "formal",
            DefinitionKind::Inline => "inline",
            DefinitionKind::Acronym => "acronym",
        },
        term: definition.term,
        acronym: definition.acronym,
        meaning: Some(meaning).filter(|meaning| !meaning.is_empty()),
        local: definition.local,
        section: places.section(definition.span.start),
        clause,
        source: places.source(definition.extent),
    }
}

fn meanings<'a>(
    definitions: &[Definition],
    publication: &'a Publication<'a>,
    places: &Places<'a>,
    budget: &Budget,
) -> Vec<Meaning<'a>> {
    let mut told: Vec<Meaning<'a>> = vec![(String::new(), None); definitions.len()];
    if definitions.is_empty() {
        return told;
    }
    let by_meaning = in_order(definitions, |definition| definition.meaning);
    let by_term = in_order(definitions, |definition| Some(definition.span));
    places.document.for_each_passage(|passage| {
        for (part, place) in beginning_in(&by_meaning, passage.span) {
            let words = text_at(passage, part, &|name| budget.field(publication, name));
            let meaning = &mut told[place].0;
            meaning.push_str(if meaning.is_empty() || words.is_empty() { "" } else { " " });
            meaning.push_str(&words);
        }
        let Some(designator) = passage.designator else { return };
        let anchor = publication.clause_anchor(places.document, designator);
        beginning_in(&by_term, passage.span).for_each(|(_, place)| told[place].1 = anchor);
    });
    told
}

/// Parts of the text with the place of their definition, in the order of the text.
fn in_order(definitions: &[Definition], part: impl Fn(&Definition) -> Option<Span>) -> Vec<(Span, usize)> {
    let parts = definitions.iter().enumerate().filter_map(|(place, definition)| Some((part(definition)?, place)));
    let mut parts: Vec<_> = parts.collect();
    parts.sort_unstable();
    parts
}

/// The parts that begin inside a span.
fn beginning_in(parts: &[(Span, usize)], span: Span) -> impl Iterator<Item = (Span, usize)> {
    let first = parts.partition_point(|(part, _)| part.start < span.start);
    parts[first..].iter().copied().take_while(move |(part, _)| part.start < span.end)
}

/// The part of a passage's text that came from a span, on one line; `field` says what stands in place of a field.
fn text_at(passage: &Passage<'_>, part: Span, field: &dyn Fn(&str) -> String) -> String {
    let mut text = String::new();
    for (at, character) in passage.text.as_str().char_indices() {
        let source = passage.text.span(at..at + character.len_utf8());
        if part.contains(source) {
            match field_at(passage, character, source) {
                Some(name) => text.push_str(&field(name)),
                None => text.push(character),
            }
        }
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The name of the field that a character of a passage's text stands for.
fn field_at<'a>(passage: &Passage<'a>, character: char, source: Span) -> Option<&'a str> {
    if character != '\u{fffc}' {
        return None;
    }
    let mut inlines = passage.inlines.iter().flat_map(Inline::with_descendants);
    inlines.find_map(|inline| match &inline.kind {
        InlineKind::Field(name) if inline.span == source => Some(name.as_ref()),
        _ => None,
    })
}

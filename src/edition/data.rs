//! The data edition: one language of a policy as JSON, for other programs.
//!
//! 1. `reading` takes down what a reader reads in a run of blocks: text, words, links, images, notes;
//! 2. `sections` makes the tree of a document's sections, each with its clauses;
//! 3. `norms` and `terms` tell what the document obliges to and what it defines, and where;
//! 4. [`write`] puts the documents together with what the manifest says.
//!
//! Every text is what a reader of the other editions reads: fields filled in, blank ones in square brackets. Beside it
//! stands the Markdown as written. Anchors are those of the other editions, so that what is found here can be cited there.
//! The schema is `src/edition/schemas/data.schema.json`.
//!
//! It is written on indented lines ([`json`](super::json)): kept in git, a change of one section is a change of its lines.

mod norms;
mod places;
mod reading;
mod sections;
mod terms;

use super::json::encode;
use super::publication::{Note, Publication};
use super::{EditionFormat, Named, Options, Written};
use crate::error::{Error, Result};
use crate::model::{FieldDeclaration, LineIndex, LocalisedText, Message, Span, Status};
use crate::parse;
use crate::register::Declarations;
use norms::NormOutput;
use places::{Places, SourceOutput};
use rayon::prelude::*;
use reading::{Budget, Content, Reader};
use sections::DocumentOutput;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use terms::TermOutput;

/// The format.
pub(super) const FORMAT: EditionFormat = EditionFormat {
    name: "data",
    label: "edition-format-data",
    media_type: "application/json",
    entry,
    tells_history: false,
    write,
    together: None,
};

/// The most text that fields may bring in, in bytes (64 MiB): a small text can name a large field a million times.
const LARGEST_FIELDS: usize = 64 * 1024 * 1024;

#[derive(Serialize)]
struct DataOutput<'a> {
    schema: &'static str,
    language: &'a str,
    title: &'a str,
    version: Option<&'a str>,
    status: Option<&'static str>,
    date: Option<&'a str>,
    license: Option<&'a str>,
    publisher: Option<&'a str>,
    translations: Vec<TranslationOutput<'a>>,
    words: usize,
    documents: Vec<DocumentOutput<'a>>,
    footnotes: Vec<NoteOutput<'a>>,
    norms: Vec<NormOutput<'a>>,
    terms: Vec<TermOutput<'a>>,
    fields: Vec<FieldOutput<'a>>,
}

/// The same policy in another language.
#[derive(Serialize)]
struct TranslationOutput<'a> {
    language: &'a str,
    file: String,
}

#[derive(Serialize)]
struct NoteOutput<'a> {
    number: usize,
    label: &'a str,
    source: SourceOutput<'a>,
    #[serde(flatten)]
    content: Content<'a>,
}

#[derive(Serialize)]
struct FieldOutput<'a> {
    name: String,
    description: Option<&'a str>,
    example: Option<&'a str>,
    value: Option<&'a str>,
    uses: usize,
}

/// What is told of one document.
struct Told<'a> {
    document: DocumentOutput<'a>,
    norms: Vec<NormOutput<'a>>,
    terms: Vec<TermOutput<'a>>,
    /// The fields that it names, as often as it does.
    fields: Vec<String>,
}

/// The name of the file.
fn entry(named: &Named) -> String {
    format!("{}.json", named.stem)
}

/// Writes the data of a publication.
///
/// # Errors
/// If its fields bring in more than 64 MiB of text.
fn write(publication: &Publication<'_>, _: &Options<'_>) -> Result<Written> {
    let budget = Budget::new(LARGEST_FIELDS);
    let declarations = Declarations::of(publication.policy);
    let told: Vec<Told<'_>> = (0..publication.documents.len())
        .into_par_iter()
        .map(|at| tell(publication, at, &declarations, &budget))
        .collect();
    let footnotes: Vec<_> = publication.notes().iter().map(|note| note_output(publication, note, &budget)).collect();
    if budget.is_exceeded() {
        let message = Message::new("edition-data-too-large").with("limit", LARGEST_FIELDS / (1024 * 1024));
        return Err(Error::input(message).hint(Message::new("edition-data-too-large-hint")));
    }
    let bytes = encode(&together(publication, told, footnotes));
    Ok(Written { files: vec![(entry(&publication.named), bytes)], findings: Vec::new() })
}

fn tell<'a>(publication: &'a Publication<'a>, at: usize, declarations: &Declarations, budget: &'a Budget) -> Told<'a> {
    let document = &publication.documents[at];
    let index = parse::index(document);
    let places = Places::of(publication, document, &index);
    let norms = norms::norms(publication, &places, declarations, budget);
    let terms = terms::terms(publication, &places, budget);
    let fields = index.fields.into_iter().map(|(name, _)| name).collect();
    let document = sections::document(publication, &places, index.title, index.clauses, budget);
    Told { document, norms, terms, fields }
}

fn together<'a>(
    publication: &'a Publication<'a>,
    told: Vec<Told<'a>>,
    footnotes: Vec<NoteOutput<'a>>,
) -> DataOutput<'a> {
    let mut uses: BTreeMap<String, usize> = BTreeMap::new();
    let (mut documents, mut norms, mut terms) = (Vec::new(), Vec::new(), Vec::new());
    for told in told {
        documents.push(told.document);
        norms.extend(told.norms);
        terms.extend(told.terms);
        told.fields.into_iter().for_each(|name| *uses.entry(name).or_default() += 1);
    }
    let others = publication.languages.iter().filter(|named| named.language != publication.language);
    let translation = |named: &'a Named| TranslationOutput { language: named.language.as_str(), file: entry(named) };
    let notes: usize = footnotes.iter().map(|note| note.content.words).sum();
    DataOutput {
        schema: "gaceta/data/1",
        language: publication.language.as_str(),
        title: &publication.title,
        version: publication.version.as_deref(),
        status: publication.status.map(Status::name),
        date: publication.date.as_deref(),
        license: publication.manifest.license.as_deref(),
        publisher: some(publication.manifest.publisher.get(publication.language.as_str())),
        translations: others.map(translation).collect(),
        words: documents.iter().map(|document| document.words).sum::<usize>() + notes,
        documents,
        footnotes,
        norms,
        terms,
        fields: fields(publication, &uses),
    }
}

fn note_output<'a>(publication: &'a Publication<'a>, note: &'a Note<'a>, budget: &'a Budget) -> NoteOutput<'a> {
    let ends = note.blocks.first().zip(note.blocks.last());
    let span = ends.map(|(first, last)| Span { start: first.span.start, end: last.span.end }).unwrap_or_default();
    let content = Reader::new(publication, note.document, budget).read(note.blocks, span);
    let source = SourceOutput::of(note.document, &LineIndex::new(note.document.text), span);
    NoteOutput { number: note.number, label: note.label, source, content }
}

/// The fields that the manifest declares and those that the text names, by name.
fn fields<'a>(publication: &'a Publication<'_>, uses: &BTreeMap<String, usize>) -> Vec<FieldOutput<'a>> {
    let declared = &publication.manifest.fields;
    let language = publication.language.as_str();
    let names: BTreeSet<&String> = declared.keys().chain(uses.keys()).collect();
    let field = |name: &String| {
        let declaration = declared.get(name);
        let text = |text: fn(&'a FieldDeclaration) -> &'a LocalisedText| {
            declaration.and_then(|declaration| some(text(declaration).get(language)))
        };
        FieldOutput {
            description: text(|field| &field.description),
            example: text(|field| &field.example),
            value: text(|field| &field.value),
            uses: uses.get(name).copied().unwrap_or_default(),
            name: name.clone(),
        }
    };
    names.into_iter().map(field).collect()
}

fn some(text: &str) -> Option<&str> {
    Some(text).filter(|text| !text.is_empty())
}

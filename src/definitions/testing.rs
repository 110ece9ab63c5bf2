//! Documents of Markdown for the tests of definitions.

use super::{Definition, Facts, Reader};
use crate::model::{Document, DocumentPath, Slugger, Span};
use crate::parse;

pub fn document(text: &str) -> Document<'_> {
    parse::document(DocumentPath::new("a.md").unwrap(), text, Slugger::Github)
}

/// What a text defines.
pub fn definitions(text: &str) -> Vec<Definition> {
    let mut reader = Reader::new(text);
    document(text).for_each_passage(|passage| reader.read(passage));
    reader.finish()
}

/// The facts of a text, as of one that stands alone or with others.
pub fn facts(text: &str, alone: bool) -> Facts {
    Facts::of(text, &document(text).passages(), alone)
}

pub fn at(text: &str, span: Span) -> &str {
    &text[span.range()]
}

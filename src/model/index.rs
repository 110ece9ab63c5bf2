//! What is kept of every document while a whole policy is at hand: small, owned, without the text.

use super::{Designator, DocumentPath, Language, Span};

/// What the index knows of one document.
#[derive(Clone, Debug, PartialEq)]
pub struct DocumentEntry {
    /// Where it stands in the policy.
    pub path: DocumentPath,
    /// Its language: of its front matter, of its name or folder, or the policy's only one.
    pub language: Option<Language>,
    /// Its title; its file name without ending where it has none.
    pub title: String,
    /// Its place among the documents, from the front matter's `order`.
    pub order: Option<i64>,
    /// Its sections in the order of the text.
    pub sections: Vec<SectionEntry>,
    /// Other anchors that links can reach: of raw HTML.
    pub anchors: Vec<AnchorEntry>,
    /// Its clauses in the order of the text.
    pub clauses: Vec<ClauseEntry>,
    /// The fields that it uses, and where.
    pub fields: Vec<(String, Span)>,
}

/// What the index knows of a section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SectionEntry {
    /// Name by which links reach it.
    pub anchor: String,
    /// Whether the anchor is an explicit identity.
    pub explicit: bool,
    /// Level of its heading, 1 to 6.
    pub level: u8,
    /// Title as plain text.
    pub title: String,
    /// Its heading.
    pub span: Span,
}

/// An anchor that is not a section's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnchorEntry {
    /// Its name.
    pub anchor: String,
    /// Where it stands.
    pub span: Span,
}

/// A clause with its address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClauseEntry {
    /// Designations from the outermost clause to this one: article, fraction, item.
    pub address: Vec<Designator>,
    /// Place of its section among the document's sections; `None` before the first heading.
    pub section: Option<usize>,
    /// Name by which links reach it; `None` for one that is a section, which has its own.
    pub anchor: Option<String>,
}

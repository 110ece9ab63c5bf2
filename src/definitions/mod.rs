//! Finds what a policy defines: its terms and its acronyms, where each is given its meaning, and where it is used.
//!
//! 1. [`Reader`] reads the passages of a document in order and finds its [`Definition`]s: clauses and list items after an
//!    introduction, glossaries in sections, tables and definition lists, and what is defined in passing;
//! 2. [`AcronymReader`] finds which acronyms a document explains, and which it uses;
//! 3. `wording` gathers how a document writes what could be a term: its words, and its phrases with capitals;
//! 4. [`Facts`] puts these together for one document, small enough to be kept while the others are read;
//! 5. [`judge`] compares the facts of all documents of one language and tells what is amiss;
//! 6. [`Glossary`] finds the uses of the terms that a policy defines, for links to their definitions.
//!
//! Words are compared by `words`: without letter case, accents, plural or grammatical gender.

mod acronyms;
mod entry;
mod evidence;
mod facts;
mod front;
mod glossary;
mod inline;
mod introduction;
mod judge;
mod nearby;
mod reader;
mod saying;
#[cfg(test)]
mod testing;
mod uses;
mod wording;
mod words;

pub use acronyms::{AcronymReader, AcronymUse, Acronyms};
pub use facts::Facts;
pub use glossary::{Glossary, GlossaryUse, keep_first_uses};
pub use judge::{
    DuplicateDefinition, Judgement, Place, TermVariant, UndefinedAcronym, UndefinedTerm, UnusedTerm, judge,
};
pub use reader::Reader;

use crate::model::Span;

/// What a document says a term or an acronym means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Definition {
    /// The term as written, in normalisation form NFC, without article, quotation marks, markup or colon.
    pub term: String,
    /// The acronym given with it: `PU` of `Persona usuaria (PU): …`.
    pub acronym: Option<String>,
    /// Where the term is written.
    pub span: Span,
    /// What it means, where a text says so; `None` for what is only named: `(en adelante, la Ley)`.
    pub meaning: Option<Span>,
    /// The whole passage, row or entry that makes the definition.
    pub extent: Span,
    /// How it is defined.
    pub kind: DefinitionKind,
    /// Whether it holds for a part of the text only: `Para los efectos de este Capítulo…`.
    pub local: bool,
}

/// The ways in which a text defines a term.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DefinitionKind {
    /// An entry of a glossary: a clause, an item, a row or a paragraph whose only work is to define.
    Formal,
    /// In passing: `(en adelante, la Ley)`, `“Content” means …`, or one of several names of an entry.
    Inline,
    /// An entry of a list of acronyms.
    Acronym,
}

impl Definition {
    /// Whether it is an entry of a glossary.
    #[must_use]
    pub fn is_formal(&self) -> bool {
        self.kind == DefinitionKind::Formal
    }
}

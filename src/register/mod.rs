//! The register of a policy's norms: who has to do what by when, and where the text says so.
//!
//! 1. [`Declarations`] tells for each document which modal expressions count;
//! 2. [`norms_of`] finds the norms among the passages of one document, for the register and for others alike;
//! 3. `address` follows the clauses, so that each norm is cited as its clause is;
//! 4. `wording` tells a sentence on one line, without the designation that opens it;
//! 5. [`Register::of`] reads the documents in parallel and puts the entries in the order of the paths and of the text.

mod address;
mod declarations;
mod entry;
mod norms;
#[cfg(test)]
mod tests;
mod wording;

pub use declarations::Declarations;
use entry::Writer;
pub use entry::{Entry, SectionName, TimeLimit};
pub use norms::{Norms, language_by_norms, norms_of};

use crate::error::{Error, Result};
use crate::model::{Document, DocumentPath, Language};
use crate::norms::Strength;
use crate::policy::{Policy, check_languages, is_set_text};
use rayon::prelude::*;
use std::borrow::Cow;

/// What of a policy is registered.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Documents, or folders of documents; the whole policy when empty. A licence or a record of versions, whose words are
    /// not the policy's, is registered only where it is named itself.
    pub paths: Vec<DocumentPath>,
    /// Languages; all of them when empty. `es` stands for `es-MX` too.
    pub languages: Vec<Language>,
}

/// The norms of a policy.
#[derive(Debug, Default)]
pub struct Register {
    /// The documents that were read, with or without norms, in the order of their paths.
    pub documents: Vec<RegisteredDocument>,
    /// Why documents could not be read, in the order of their paths.
    pub unread: Vec<Error>,
}

/// The norms of one document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegisteredDocument {
    /// Where it stands in the policy.
    pub path: DocumentPath,
    /// Its title; its file's name where it has none.
    pub title: String,
    /// The language of its running text; `None` where that is neither Spanish nor English, and no norm is known.
    pub language: Option<Language>,
    /// Its norms, in the order of the text. One that only introduces others («La Unidad deberá:») is left out.
    pub entries: Vec<Entry>,
}

impl Register {
    /// Registers the norms of a policy.
    ///
    /// # Errors
    /// If a path of the options holds no document, or no document is in any of the languages. A document that cannot be
    /// read is no such error: it is among the `unread`.
    pub fn of(policy: &Policy, options: &Options) -> Result<Self> {
        let chosen = policy.chosen(&options.paths)?;
        let declarations = Declarations::of(policy);
        let is_wanted = |(path, is_chosen): &(&DocumentPath, bool)| {
            *is_chosen && (!is_set_text(path) || options.paths.contains(path))
        };
        let read = |(path, _): (&DocumentPath, bool)| {
            let text = policy.text(path)?;
            Ok(RegisteredDocument::of(policy, &policy.parse(path, &text), &declarations, &by_name))
        };
        let results: Vec<_> = policy.paths.par_iter().zip(chosen).filter(is_wanted).map(read).collect();
        let mut register = Self::default();
        for result in results {
            match result {
                Ok(document) => register.documents.push(document),
                Err(error) => register.unread.push(error),
            }
        }
        register.keep_languages(&options.languages)?;
        Ok(register)
    }

    /// Registers the norms of documents that have been read, in their order; `field` says what is told in place of the field
    /// of a name.
    #[must_use]
    pub fn of_documents(policy: &Policy, documents: &[Document<'_>], field: impl Fn(&str) -> String + Sync) -> Self {
        let declarations = Declarations::of(policy);
        let documents: Vec<&Document<'_>> = documents.iter().filter(|document| !is_set_text(&document.path)).collect();
        let read = |document: &&Document<'_>| RegisteredDocument::of(policy, document, &declarations, &field);
        Self { documents: documents.par_iter().map(read).collect(), unread: Vec::new() }
    }

    /// Every entry, in order.
    pub fn entries(&self) -> impl Iterator<Item = &Entry> {
        self.documents.iter().flat_map(|document| &document.entries)
    }

    /// How many entries have this strength.
    #[must_use]
    pub fn count(&self, strength: Strength) -> usize {
        self.entries().filter(|entry| entry.strength == strength).count()
    }

    /// Leaves the documents of other languages out, unless none is named.
    fn keep_languages(&mut self, wanted: &[Language]) -> Result<()> {
        let is_in = |document: &RegisteredDocument, wanted: &Language| {
            document.language.as_ref().is_some_and(|own| own.is_meant_by(wanted))
        };
        check_languages(wanted, self.documents.iter().filter_map(|document| document.language.as_ref()))?;
        self.documents.retain(|document| wanted.is_empty() || wanted.iter().any(|wanted| is_in(document, wanted)));
        Ok(())
    }
}

/// What is told in place of a field: its name in brackets, as in titles.
fn by_name(name: &str) -> String {
    format!("[{name}]")
}

impl RegisteredDocument {
    /// The norms of a document that has just been read; `field` says what is told in place of the field of a name.
    #[must_use]
    pub fn of(
        policy: &Policy,
        document: &Document<'_>,
        declarations: &Declarations,
        field: &dyn Fn(&str) -> String,
    ) -> Self {
        let passages = document.passages();
        let language = policy.language_of(document).or_else(|| language_by_norms(document.text, &passages));
        let keywords = declarations.keywords(document, &passages, language.as_ref());
        let norms = norms_of(&passages, language.as_ref(), keywords).norms;
        let title = document.title().map_or_else(|| document.path.file_name().to_owned(), Cow::into_owned);
        Self {
            path: document.path.clone(),
            title: wording::clipped(title),
            entries: entry::entries(&passages, &norms, Writer::new(document, field)),
            language,
        }
    }
}

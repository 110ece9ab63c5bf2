//! A policy whose documents are known by their index entries.

use super::{Policy, language, order};
use crate::error::{Error, Result};
use crate::model::{DocumentEntry, Language};
use crate::parse;
use crate::repo::Files;
use rayon::prelude::*;
use std::ops::Deref;

/// A policy, its documents known by their index entries.
pub struct IndexedPolicy {
    policy: Policy,
    /// Its documents: the authoritative language first, each language in reading order.
    pub documents: Vec<DocumentEntry>,
    /// Why documents that are there could not be read, in the order of their paths.
    pub unread: Vec<Error>,
}

impl Deref for IndexedPolicy {
    type Target = Policy;

    fn deref(&self) -> &Policy {
        &self.policy
    }
}

impl From<Policy> for IndexedPolicy {
    /// Reads every document once. Documents that cannot be read are told in [`IndexedPolicy::unread`].
    fn from(policy: Policy) -> Self {
        let read = |path| policy.text(path).map(|text| parse::index(&policy.parse(path, &text)));
        let results: Vec<_> = policy.paths.par_iter().map(read).collect();
        let mut documents = Vec::with_capacity(results.len());
        let mut unread = Vec::new();
        for result in results {
            match result {
                Ok(entry) => documents.push(entry),
                Err(error) => unread.push(error),
            }
        }
        order::sort(&mut documents, &policy.manifest);
        Self { policy, documents, unread }
    }
}

impl IndexedPolicy {
    /// Opens the policy whose files these are, and reads every document once.
    ///
    /// # Errors
    /// If the files cannot be listed, or the manifest is wrong.
    pub fn open(files: Box<dyn Files>) -> Result<Self> {
        Policy::open(files).map(Self::from)
    }

    /// The languages of the documents, the authoritative one first. Where no document has a language, the one that the
    /// first documents seem to be written in.
    #[must_use]
    pub fn languages(&self) -> Vec<Language> {
        let mut languages: Vec<Language> = Vec::new();
        for language in self.documents.iter().filter_map(|entry| entry.language.as_ref()) {
            if !languages.contains(language) {
                languages.push(language.clone());
            }
        }
        if languages.is_empty() && !self.documents.is_empty() {
            languages.extend(language::guess(self.texts_of(self.documents.iter().map(|entry| &entry.path))));
        }
        languages
    }

    /// The documents of one language's edition, in reading order. Where no document has a language, all of them.
    pub fn documents_in<'a>(&'a self, language: &'a Language) -> impl Iterator<Item = &'a DocumentEntry> {
        let unmarked = self.documents.iter().all(|entry| entry.language.is_none());
        self.documents.iter().filter(move |entry| unmarked || entry.language.as_ref() == Some(language))
    }

    /// The title of the policy in a language: the manifest's, else that of the language's first document.
    #[must_use]
    pub fn title<'a>(&'a self, language: &'a Language) -> &'a str {
        let title = self.manifest.title.get(language.as_str()).trim();
        if !title.is_empty() {
            return title;
        }
        self.documents_in(language).next().map_or("", |entry| entry.title.as_str())
    }
}

//! A policy whose documents are known by their index entries.

use super::{Policy, language, order};
use crate::error::{Error, Result};
use crate::model::{Document, DocumentEntry, DocumentPath, Language};
use crate::parse;
use crate::repo::Files;
use rayon::prelude::*;
use std::ops::{Deref, Range};

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
        let (mut documents, unread) = parted(policy.paths.par_iter().map(read).collect());
        order::sort(&mut documents, |entry| entry, &policy.manifest);
        Self { policy, documents, unread }
    }
}

/// Up to how many bytes of text one thread is done before others would have begun.
const FEW_BYTES: usize = 512 * 1024;

/// Up to how many files are read one after the other.
const FEW_FILES: usize = 64;

/// The texts of a policy's documents, for who needs their trees and their index alike.
pub struct Texts {
    texts: Vec<(DocumentPath, String)>,
    unread: Vec<Error>,
}

impl Texts {
    /// Reads every document once.
    #[must_use]
    pub fn of(policy: &Policy) -> Self {
        let read = |path: &DocumentPath| policy.text(path).map(|text| (path.clone(), text));
        let (texts, unread) = parted(each(&policy.paths, policy.paths.len() <= FEW_FILES, read));
        Self { texts, unread }
    }

    /// The policy with its index, and the trees of its documents in the same order.
    pub fn indexed(&mut self, policy: Policy) -> (IndexedPolicy, Vec<Document<'_>>) {
        let unread = std::mem::take(&mut self.unread);
        let is_small = self.texts.iter().map(|(_, text)| text.len()).sum::<usize>() <= FEW_BYTES;
        let mut indexed = each(&self.texts, is_small, |(path, text)| {
            let tree = policy.parse(path, text);
            (parse::index(&tree), tree)
        });
        order::sort(&mut indexed, |(entry, _)| entry, &policy.manifest);
        let (documents, trees) = indexed.into_iter().unzip();
        (IndexedPolicy { policy, documents, unread }, trees)
    }
}

/// What is made of each item, in order; by one thread where there is little to do.
fn each<'a, Item: Sync, Made: Send>(
    items: &'a [Item],
    is_little: bool,
    make: impl Fn(&'a Item) -> Made + Send + Sync,
) -> Vec<Made> {
    if is_little { items.iter().map(make).collect() } else { items.par_iter().map(make).collect() }
}

/// What succeeded, and what did not, each in its order.
fn parted<T>(results: Vec<Result<T>>) -> (Vec<T>, Vec<Error>) {
    let mut good = Vec::with_capacity(results.len());
    let mut unread = Vec::new();
    for result in results {
        match result {
            Ok(value) => good.push(value),
            Err(error) => unread.push(error),
        }
    }
    (good, unread)
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
    pub fn documents_in<'a>(&'a self, language: &Language) -> impl Iterator<Item = &'a DocumentEntry> + use<'a> {
        self.documents[self.places_in(language)].iter()
    }

    /// Where the documents of one language's edition stand among all of them, where they are together.
    #[must_use]
    pub fn places_in(&self, language: &Language) -> Range<usize> {
        let unmarked = self.documents.iter().all(|entry| entry.language.is_none());
        let is_own = |entry: &DocumentEntry| unmarked || entry.language.as_ref() == Some(language);
        let first = self.documents.iter().take_while(|entry| !is_own(entry)).count();
        first..first + self.documents[first..].iter().take_while(|entry| is_own(entry)).count()
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

//! Which commit brought in each word of a policy.
//!
//! One pass over the history, from the first commit on, carries for every word of every document where it came from:
//!
//! 1. `text` cuts each version of a document into keys of words, sentences and blocks, many at once;
//! 2. `following` goes from commit to commit; what a commit did not change, it shares with its parent;
//! 3. `matching` finds what of the changed documents was there before: in place, moved, brought back (`removed`) or edited
//!    (`edited`). The rest is the commit's;
//! 4. [`Snapshot::document`] tells it of the words of a document in the sense of the model;
//! 5. `wording` tells which commit gave a stretch of text its present wording or took it away, with the versions of each
//!    document from `documents`; `makers` asks it for the changes between two versions, and for norms;
//! 6. [`Lineage::of`] keeps what was found in the repository (`kept`), and goes on from there in the next run.
//!
//! A merge has each word from the parent in which it stands. The cost is that of reading what changed: no commit is
//! compared with any but its parents.

mod documents;
mod edited;
mod following;
mod kept;
mod lineage;
mod makers;
mod matching;
mod origins;
mod removed;
mod text;
mod wording;

pub use following::{History, HistoryCommit, follow};
pub use lineage::{Asked, Lineage};
pub use makers::{Asker, Makers, Page, Wordings};

use foldhash::HashMap;
use origins::Run;
use removed::Removed;
use serde::{Deserialize, Serialize};
use std::ops::Range;
use std::sync::Arc;

/// The id of a document's content.
type Content = [u8; 20];

/// A document in a commit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Version {
    content: Content,
    runs: Arc<[Run]>,
}

/// The documents of a commit, by the numbers of their paths.
type Versions = HashMap<u32, Version>;

/// Where the words of the documents of a history came from.
#[derive(Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Provenance {
    /// The paths of the documents, by number.
    paths: Vec<String>,
    /// The first parent of each commit.
    first_parents: Vec<Option<u32>>,
    /// The documents that each commit has otherwise than its first parent.
    changes: Vec<Vec<(u32, Option<Version>)>>,
    /// What was removed on the way, for the commits to come.
    removed: Removed,
    /// What each commit did in documents.
    work: Vec<Vec<Work>>,
    /// The documents of which a version could not be read, each with the place of the commit among the commits.
    pub unread: Vec<(String, usize)>,
}

/// What a commit did in a document.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
struct Work {
    document: u32,
    /// The words that it wrote.
    added: usize,
    /// The words that it removed; of a merge, none.
    removed: usize,
}

/// Where the words of the documents of one commit came from.
pub struct Snapshot {
    documents: HashMap<String, Arc<[Run]>>,
}

/// The origins of the words of one document, by where they stand.
#[derive(Debug, Default)]
pub struct DocumentOrigins {
    spans: Vec<Range<u32>>,
    origins: Vec<u32>,
}

impl Provenance {
    /// The documents of a commit, by its place.
    #[must_use]
    pub fn at(&self, commit: usize) -> Snapshot {
        let versions = self.versions(commit).into_iter();
        let document = |(document, version): (u32, Version)| (self.paths[document as usize].clone(), version.runs);
        Snapshot { documents: versions.map(document).collect() }
    }

    /// The commits that the first parents of the last one lead to, the first of them first.
    #[must_use]
    pub fn mainline(&self) -> Vec<usize> {
        let parent = |commit: &usize| self.first_parents.get(*commit).copied().flatten().map(|parent| parent as usize);
        let mut commits: Vec<usize> = std::iter::successors(self.first_parents.len().checked_sub(1), parent).collect();
        commits.reverse();
        commits
    }

    /// The documents that a commit has otherwise than its first parent, by their paths, each with the commits that its words
    /// came from and how many in a row did; with none if it is gone.
    pub fn changes(&self, commit: usize) -> impl Iterator<Item = (&str, Vec<(usize, usize)>)> {
        self.changes.get(commit).into_iter().flatten().map(|(document, version)| {
            let runs = version.iter().flat_map(|version| version.runs.iter());
            let runs = runs.map(|(origin, count)| (*origin as usize, *count as usize)).collect();
            (self.paths[*document as usize].as_str(), runs)
        })
    }

    /// How many words a commit wrote in documents and removed from them, by their paths; a merge removes none.
    pub fn work(&self, commit: usize) -> impl Iterator<Item = (&str, usize, usize)> {
        let work = self.work.get(commit).into_iter().flatten();
        work.map(|work| (self.paths[work.document as usize].as_str(), work.added, work.removed))
    }

    fn versions(&self, commit: usize) -> Versions {
        let mut known: HashMap<u32, Option<&Version>> = HashMap::default();
        let mut next = Some(commit);
        while let Some(commit) = next {
            for (document, version) in self.changes.get(commit).into_iter().flatten() {
                known.entry(*document).or_insert(version.as_ref());
            }
            next = self.first_parents.get(commit).copied().flatten().map(|parent| parent as usize);
        }
        known.into_iter().filter_map(|(document, version)| Some((document, version?.clone()))).collect()
    }
}

impl Snapshot {
    /// The origins of the words of a document with this text; `None` if the commit has no such document, or another text.
    #[must_use]
    pub fn document(&self, path: &str, text: &str) -> Option<DocumentOrigins> {
        let text = text::Text::with_spans(text.as_bytes());
        let origins = origins::each(self.documents.get(path)?);
        (origins.len() == text.keys.len()).then_some(DocumentOrigins { spans: text.spans, origins })
    }
}

impl DocumentOrigins {
    /// The commit that brought in the word with these bytes, by its place in the history: of a word with markup in it, the
    /// last that changed it. A word without letters and figures came with the word before it.
    #[must_use]
    pub fn of(&self, word: &Range<usize>) -> Option<usize> {
        let first = self.spans.partition_point(|span| span.end as usize <= word.start);
        let within = self.spans[first..].iter().take_while(|span| (span.start as usize) < word.end).count();
        let found = self.origins[first..first + within].iter().max();
        let near = || self.origins.get(first.saturating_sub(1));
        found.or_else(near).map(|origin| *origin as usize)
    }
}

#[cfg(test)]
mod tests;

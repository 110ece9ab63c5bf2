//! Which commit brought in each word of a policy.
//!
//! One pass over the history, from the first commit on, carries for every word of every document where it came from:
//!
//! 1. `text` cuts each version of a document into keys of words, sentences and blocks, many at once;
//! 2. `following` goes from commit to commit; what a commit did not change, it shares with its parent;
//! 3. `matching` finds what of the changed documents was there before: in place, moved, brought back (`removed`) or edited
//!    (`edited`). The rest is the commit's;
//! 4. [`Provenance::document`] tells it of the words of a document in the sense of the model.
//!
//! A merge has each word from the parent in which it stands. The cost is that of reading what changed: no commit is
//! compared with any but its parents.

mod edited;
mod following;
mod matching;
mod origins;
mod removed;
mod text;

pub use following::{CommitCount, History, HistoryCommit, follow};

use origins::Run;
use std::collections::BTreeMap;
use std::ops::Range;

/// Where the words of the documents of a revision came from.
#[derive(Debug, Default)]
pub struct Provenance {
    /// By the paths of the documents.
    documents: BTreeMap<String, Vec<Run>>,
    /// How many words each commit brought and removed, in the order of the commits.
    pub counts: Vec<CommitCount>,
    /// The documents of which a version could not be read, each with the place of the commit among the commits.
    pub unread: Vec<(String, usize)>,
}

/// The origins of the words of one document, by where they stand.
#[derive(Debug, Default)]
pub struct DocumentOrigins {
    spans: Vec<Range<u32>>,
    origins: Vec<u32>,
}

impl Provenance {
    /// The origins of the words of a document with this text; `None` if the history has no such document, or another text.
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

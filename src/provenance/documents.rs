//! The versions that documents have in the commits of a history, found without going through it.
//!
//! 1. Each commit only tells what it has otherwise than its parents; for every path the commits are noted that changed it
//!    against their first parent;
//! 2. what a commit has at a path is what the nearest of these has that its first parents lead to: first parents make a tree,
//!    so that the places of its branches tell at once whether one commit leads to another.

use super::text::Text;
use super::{Content, HistoryCommit};
use crate::error::Result;
use foldhash::{HashMap, HashSet};
use std::ops::Range;
use std::sync::Arc;

/// The least share of the words of the smaller of two documents, in parts of a hundred, that stand in sentences of both for
/// one to be the other renamed.
const LEAST_ALIKE: usize = 30;

/// Reads a version of a document, given what people call it.
pub(super) type Read<'a> = Box<dyn Fn(Content, &str) -> Result<Vec<u8>> + Sync + 'a>;

/// The versions of the documents of a history.
pub(super) struct Documents<'a> {
    pub(super) commits: Vec<HistoryCommit<'a>>,
    read: Read<'a>,
    /// For each path the commits that changed it against their first parent, with what they have there.
    changes: HashMap<&'a str, Vec<(usize, Option<Content>)>>,
    /// For each commit its place among all in the tree of first parents, and how many its branch has.
    branches: Vec<(usize, usize)>,
}

/// A version of a document.
#[derive(Default)]
pub(super) struct Version {
    pub(super) cut: Text,
    /// Its text, as [`spaced`] makes it.
    pub(super) plain: String,
}

impl Version {
    pub(super) fn of(text: &str) -> Self {
        Self { cut: Text::with_spans(text.as_bytes()), plain: spaced(text) }
    }

    /// The words that stand in a part of its text.
    pub(super) fn words(&self, part: &Range<usize>) -> Range<usize> {
        let spans = &self.cut.spans;
        let first = spans.partition_point(|span| span.end as usize <= part.start);
        let within = spans[first..].iter().take_while(|span| (span.start as usize) < part.end).count();
        first..first + within
    }
}

/// A text with a line feed for each empty line, and a space for any other blank.
pub(super) fn spaced(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut end = 0;
    for word in text.split_whitespace() {
        let start = word.as_ptr() as usize - text.as_ptr() as usize;
        let is_line_empty = text[end..start].bytes().filter(|byte| *byte == b'\n').count() > 1;
        if !plain.is_empty() {
            plain.push(if is_line_empty { '\n' } else { ' ' });
        }
        plain.push_str(word);
        end = start + word.len();
    }
    plain
}

impl<'a> Documents<'a> {
    pub(super) fn new(commits: Vec<HistoryCommit<'a>>, read: Read<'a>) -> Self {
        let mut changes: HashMap<&'a str, Vec<(usize, Option<Content>)>> = HashMap::default();
        for (place, commit) in commits.iter().enumerate() {
            for (path, content) in commit.changes.first().into_iter().flatten() {
                changes.entry(path).or_default().push((place, *content));
            }
        }
        Self { branches: branches(&commits), commits, read, changes }
    }

    /// A path as the history knows it; `None` if no document was ever there.
    pub(super) fn known(&self, path: &str) -> Option<&'a str> {
        self.changes.get_key_value(path).map(|(known, _)| *known)
    }

    /// What a commit has at a path.
    pub(super) fn content(&self, commit: usize, path: &str) -> Option<Content> {
        let changes = self.changes.get(path)?;
        let until = changes.partition_point(|(place, _)| *place <= commit);
        let leads_here = |other: usize| {
            let (start, count) = self.branches[other];
            (start..start + count).contains(&self.branches[commit].0)
        };
        changes[..until].iter().rev().find(|(place, _)| leads_here(*place)).and_then(|(_, content)| *content)
    }

    /// Whether a commit has another text at a path than one of its parents, by the parent's place among these.
    pub(super) fn differs(&self, commit: usize, parent: usize, path: &str) -> bool {
        let changes = self.commits[commit].changes.get(parent);
        changes.is_some_and(|changes| changes.binary_search_by(|(other, _)| other.as_str().cmp(path)).is_ok())
    }

    /// The path that a document which one of its parents lacks had there: that of the removed document with which it has the
    /// most in common.
    pub(super) fn renamed_from(&self, commit: usize, parent: usize, path: &str, cache: &mut Cache) -> Option<&'a str> {
        let own = cache.version(self, self.content(commit, path)?, path)?;
        let sentences: HashSet<&[u64]> = own.cut.sentences().into_iter().map(|range| &own.cut.keys[range]).collect();
        let before = self.commits[commit].parents[parent];
        let mut best: Option<(usize, &'a str)> = None;
        let changes: &'a [(String, Option<Content>)] = self.commits[commit].changes.get(parent)?;
        for (other, _) in changes.iter().filter(|(_, content)| content.is_none()) {
            let content = self.content(before, other);
            let Some(was) = content.and_then(|content| cache.version(self, content, other)) else { continue };
            let kept = was.cut.sentences().into_iter().filter(|range| sentences.contains(&was.cut.keys[range.clone()]));
            let kept: usize = kept.map(|range| range.len()).sum();
            let smaller = was.cut.keys.len().min(own.cut.keys.len());
            if kept > 0 && kept * 100 >= smaller * LEAST_ALIKE && best.is_none_or(|(most, _)| most < kept) {
                best = Some((kept, other));
            }
        }
        best.map(|(_, other)| other)
    }
}

/// For each commit its place among all in the tree of first parents, and how many its branch has.
fn branches(commits: &[HistoryCommit<'_>]) -> Vec<(usize, usize)> {
    let first_parent = |commit: usize| commits[commit].parents.first().copied();
    let mut sizes = vec![1; commits.len()];
    for commit in (0..commits.len()).rev() {
        if let Some(parent) = first_parent(commit) {
            sizes[parent] += sizes[commit];
        }
    }
    let mut branches = Vec::with_capacity(commits.len());
    // Where the next child of each commit begins; commits come after their parents.
    let mut free = Vec::with_capacity(commits.len());
    let mut next_root = 0;
    for (commit, size) in sizes.into_iter().enumerate() {
        let next = first_parent(commit).map_or(&mut next_root, |parent| &mut free[parent]);
        let start = *next;
        *next += size;
        branches.push((start, size));
        free.push(start + 1);
    }
    branches
}

/// The versions that were read.
#[derive(Default)]
pub(super) struct Cache(HashMap<Content, Option<Arc<Version>>>);

impl Cache {
    /// A version; `None` if it cannot be read.
    pub(super) fn version(&mut self, documents: &Documents<'_>, content: Content, path: &str) -> Option<Arc<Version>> {
        let read = || {
            let bytes = (documents.read)(content, path).ok()?;
            Some(Arc::new(Version::of(&String::from_utf8_lossy(&bytes))))
        };
        self.0.entry(content).or_insert_with(read).clone()
    }
}

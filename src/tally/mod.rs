//! Who wrote a policy, word by word.
//!
//! 1. The words of each document, in the sense of the model, are given the commits that they came from
//!    ([`crate::provenance`]);
//! 2. `credits` tells whom each commit is owed to (`people`);
//! 3. [`Tally::rows`] sums up words by person, organisation, section, month or revision. Words with several authors are shared
//!    in equal parts, exactly ([`Share`]);
//! 4. [`touched`] tells who last changed each norm.
//!
//! [`proposals`] tells which names and addresses may be one person's.

pub mod authors;
mod credits;
mod identities;
mod people;
mod programs;
mod rows;
mod share;
mod survival;
mod touched;

pub use credits::{CreditedCommit, Credits, credits};
pub use identities::{Identity, Likeness, Proposal, proposals};
pub use people::{People, Person, PersonKind};
pub use rows::{Dimension, Key, Row};
pub use share::Share;
pub use survival::Survival;
pub use touched::touched;

use crate::align::{self, DocumentParts, PartKind, SectionParts, Token, parts};
use crate::error::{Error, Result};
use crate::model::{DocumentPath, Language, Span, plain_text};
use crate::policy::{Policy, check_languages};
use crate::provenance::{Lineage, Snapshot};
use crate::repo::Chronicle;
use rayon::prelude::*;
use std::collections::{HashMap, HashSet};
use std::ops::Range;

/// How words with several authors are credited.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Coauthors {
    /// Shared in equal parts.
    #[default]
    Shared,
    /// Each author is credited with all of them, so that the sums are more than the text.
    Full,
}

/// What is tallied.
pub struct Request<'a> {
    /// The policy, as it stands in the last commit of the history.
    pub policy: &'a Policy,
    /// The history, and where the words of its documents came from.
    pub lineage: &'a Lineage,
    /// Documents or folders; all of the policy when empty.
    pub paths: &'a [DocumentPath],
    /// Languages; all when empty.
    pub languages: &'a [Language],
    /// How words with several authors are credited.
    pub coauthors: Coauthors,
    /// For each commit, whether it counts; all do when empty.
    pub counted: Vec<bool>,
}

/// Who wrote the words of a policy.
pub struct Tally {
    /// The commits of the history, each after its parents.
    pub commits: Vec<TalliedCommit>,
    /// Everybody that a commit is owed to.
    pub people: People,
    /// The documents in the order of their paths.
    pub documents: Vec<TalliedDocument>,
    /// How words with several authors are credited.
    pub coauthors: Coauthors,
    /// Whether it is known what commits wrote and removed.
    pub knows_work: bool,
    /// Why documents could not be read.
    pub unread: Vec<Error>,
}

/// A commit and what it did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TalliedCommit {
    /// Its id: 40 hexadecimal digits.
    pub id: String,
    /// When its author made it, in seconds since 1970-01-01 UTC, if it says so.
    pub seconds: Option<i64>,
    /// Whom it is owed to, by number.
    pub people: Vec<usize>,
    /// Whether the clone lacks a parent of it, so that what it seems to have written may be older.
    pub is_cut: bool,
    /// Whether it counts.
    pub counts: bool,
    /// The words that it wrote.
    pub added: usize,
    /// The words that it removed.
    pub removed: usize,
}

/// The words of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TalliedDocument {
    /// Where it stands in the policy.
    pub path: DocumentPath,
    /// The language of its text, if that is known.
    pub language: Option<Language>,
    /// Its sections in the order of the text; the first is what stands before the first heading.
    pub sections: Vec<TalliedSection>,
}

/// The words of a section without its subsections.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TalliedSection {
    /// The name by which links reach it; empty for what stands before the first heading.
    pub anchor: String,
    /// Its heading.
    pub title: String,
    /// Its words in the order of the text.
    pub runs: Vec<TalliedRun>,
}

/// Words in a row that the same commit brought in. The words themselves are not kept: a large policy has many.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TalliedRun {
    commit: Option<u32>,
    /// How many words they are.
    pub words: usize,
}

impl TalliedRun {
    /// The commit that brought them in, by its place among the commits; `None` if it is not known.
    #[must_use]
    pub fn commit(self) -> Option<usize> {
        self.commit.map(|commit| commit as usize)
    }
}

impl TalliedSection {
    /// The commit of each word, in the order of the text.
    pub fn commits(&self) -> impl Iterator<Item = Option<usize>> {
        self.runs.iter().flat_map(|run| std::iter::repeat_n(run.commit(), run.words))
    }

    fn push(&mut self, commit: Option<u32>) {
        match self.runs.last_mut().filter(|run| run.commit == commit) {
            Some(run) => run.words += 1,
            None => self.runs.push(TalliedRun { commit, words: 1 }),
        }
    }
}

/// A word of a document.
pub struct TalliedWord<'a> {
    /// How it reads.
    pub text: &'a str,
    /// Where it stands.
    pub span: Span,
    /// The section that it stands in, by its place.
    pub section: usize,
    /// The commit that brought it in, by its place among the commits; `None` if it is not known.
    pub commit: Option<usize>,
}

impl TalliedDocument {
    /// Goes through the words of the document in the order of its text, which is read again.
    ///
    /// # Errors
    /// If it cannot be read any more.
    pub fn each_word(&self, policy: &Policy, mut tell: impl FnMut(TalliedWord<'_>)) -> Result<()> {
        let text = policy.text(&self.path)?;
        let parts = parts(&policy.parse(&self.path, &text));
        let source = align::Source { text: &text, unlike: &parts.unlike };
        for (section, (tallied, own)) in self.sections.iter().zip(&parts.sections).enumerate() {
            for (token, commit) in words_of(&parts, own).zip(tallied.commits()) {
                tell(TalliedWord { text: &source.seen(*token), span: token.span, section, commit });
            }
        }
        Ok(())
    }
}

/// The words of a section, in the order of the text.
fn words_of<'a>(parts: &'a DocumentParts, section: &SectionParts) -> impl Iterator<Item = &'a Token> {
    let tokens = parts.blocks[section.blocks.clone()].iter().flat_map(|block| parts.tokens_of(block));
    tokens.filter(|token| token.kind() == PartKind::Word)
}

impl Tally {
    /// Tallies a policy; `people` are those that are known already.
    ///
    /// # Errors
    /// If a path that was asked for is no document of the policy, or no document is in a language that was.
    pub fn of(request: &Request<'_>, people: People) -> Result<Self> {
        let Lineage { chronicle, provenance } = request.lineage;
        let Credits { people, commits } = credits(chronicle, people);
        let commits = commits.into_iter().enumerate().map(|(place, commit)| TalliedCommit {
            id: commit.id,
            seconds: commit.seconds,
            people: commit.people,
            is_cut: commit.is_cut,
            counts: request.counted.get(place).copied().unwrap_or(true),
            added: 0,
            removed: 0,
        });
        let commits = commits.collect();
        let chosen = request.policy.chosen(request.paths)?;
        let paths: Vec<&DocumentPath> =
            request.policy.paths.iter().zip(chosen).filter_map(|(path, chosen)| chosen.then_some(path)).collect();
        let snapshot = provenance.at(chronicle.commits.len().saturating_sub(1));
        let source = Source { policy: request.policy, chronicle, snapshot };
        let read: Vec<_> = paths.par_iter().map(|path| source.document(path)).collect();
        let languages = read.iter().flatten().filter_map(|document| document.language.as_ref());
        check_languages(request.languages, languages)?;
        let mut tally = Self {
            commits,
            people,
            documents: Vec::new(),
            coauthors: request.coauthors,
            knows_work: true,
            unread: Vec::new(),
        };
        for document in read {
            match document {
                Ok(document) if wants(request.languages, document.language.as_ref()) => tally.documents.push(document),
                Ok(_) => {}
                Err(error) => tally.unread.push(error),
            }
        }
        tally.count_work(request);
        Ok(tally)
    }

    /// Counts what commits wrote and removed: in the documents that were asked for, also when they had another text; of a
    /// language, in those that are in it today.
    fn count_work(&mut self, request: &Request<'_>) {
        let Lineage { chronicle, provenance } = request.lineage;
        let today: HashSet<&str> = self.documents.iter().map(|document| document.path.as_str()).collect();
        let counts = |path: &str| {
            chronicle.path_in_policy(path).is_some_and(|inside| {
                let is_asked = request.paths.is_empty() || request.paths.iter().any(|path| path.holds(inside));
                let is_meant = request.languages.is_empty() || today.contains(inside);
                is_asked && is_meant && request.policy.is_document(inside)
            })
        };
        let mut known: HashMap<&str, bool> = HashMap::new();
        for (place, commit) in self.commits.iter_mut().enumerate() {
            for (path, added, removed) in provenance.work(place) {
                if *known.entry(path).or_insert_with(|| counts(path)) {
                    commit.added += added;
                    commit.removed += removed;
                }
            }
        }
    }

    /// Leaves out all words but those of some sections of a document. What commits wrote and removed there is not known.
    pub fn keep_sections(&mut self, path: &DocumentPath, sections: &Range<usize>) {
        self.documents.retain(|document| document.path == *path);
        let all = self.documents.iter_mut().flat_map(|document| document.sections.iter_mut().enumerate());
        all.filter(|(place, _)| !sections.contains(place)).for_each(|(_, section)| section.runs.clear());
        for commit in &mut self.commits {
            (commit.added, commit.removed) = (0, 0);
        }
        self.knows_work = false;
    }
}

fn wants(languages: &[Language], language: Option<&Language>) -> bool {
    languages.is_empty() || language.is_some_and(|language| languages.iter().any(|wanted| language.is_meant_by(wanted)))
}

/// Where documents are read.
struct Source<'a> {
    policy: &'a Policy,
    chronicle: &'a Chronicle,
    snapshot: Snapshot,
}

impl Source<'_> {
    /// A document with the commits of its words.
    fn document(&self, path: &DocumentPath) -> Result<TalliedDocument> {
        let text = self.policy.text(path)?;
        let document = self.policy.parse(path, &text);
        let parts = parts(&document);
        let origins = self.snapshot.document(&self.chronicle.path_of(path), &text);
        let mut sections = Vec::with_capacity(parts.sections.len());
        let titles = document.all_sections().map(|section| plain_text(&section.heading.inlines));
        for (section, title) in parts.sections.iter().zip(std::iter::once(String::new()).chain(titles)) {
            let mut tallied = TalliedSection { anchor: section.anchor.clone(), title, runs: Vec::new() };
            for token in words_of(&parts, section) {
                let commit = origins.as_ref().and_then(|origins| origins.of(&token.span.range()));
                tallied.push(commit.and_then(|commit| u32::try_from(commit).ok()));
            }
            sections.push(tallied);
        }
        let language = self.policy.language_of(&document);
        Ok(TalliedDocument { path: path.clone(), language, sections })
    }
}

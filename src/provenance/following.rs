//! Goes through a history from its first commit on.
//!
//! 1. The commits are taken some at a time; while the words of some are matched, the versions that the next ones brought are
//!    read and cut in other threads;
//! 2. each commit begins with the documents of its first parent, handed over if it is the last to need them; those that the
//!    first parent has otherwise and another has alike come from that one;
//! 3. the documents that no parent has alike are matched with what they were: the same path, or of a path that is new, the
//!    removed document that has most of its sentences.

use super::matching::{Matching, Source, Target};
use super::origins;
use super::text::Text;
use super::{Content, Provenance, Version, Versions, Work};
use crate::error::Result;
use foldhash::{HashMap, HashSet};
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

/// How many commits are taken at a time.
const COMMITS_AT_ONCE: usize = 128;

/// How many words are kept cut for the commits to come.
const MOST_WORDS_KEPT: usize = 16_000_000;

/// The least share of the sentences of the smaller of two documents, in parts of a hundred of their words, that one has of
/// the other for it to be the other renamed.
const LEAST_ALIKE: usize = 30;

/// A history, the commits each after its parents.
pub struct History<'a> {
    /// The commits.
    pub commits: Vec<HistoryCommit<'a>>,
    /// Reads a document's content; the path is what people call it.
    pub read: &'a (dyn Fn(Content, &str) -> Result<Vec<u8>> + Sync),
}

/// What a commit changed.
pub struct HistoryCommit<'a> {
    /// Its parents, by their places.
    pub parents: &'a [usize],
    /// Against each parent, or against nothing: the documents that it has otherwise, with their content; `None` where it has
    /// none any more.
    pub changes: &'a [Vec<(String, Option<Content>)>],
    /// Whether its words are those of whoever wrote what it changed, as far as they can be told: it only gave the text another
    /// form.
    pub is_ignored: bool,
}

/// Follows the words of a history to its last commit, from where `known` ends: the provenance of the first of its commits, or
/// of none. `tell` is told after some commits how many are done.
#[must_use]
pub fn follow(history: &History<'_>, known: Provenance, tell: &mut dyn FnMut(usize)) -> Provenance {
    let start = known.changes.len();
    let mut follower = Follower::new(history, known);
    let chunks: Vec<Range<usize>> = (start..history.commits.len())
        .step_by(COMMITS_AT_ONCE)
        .map(|start| start..(start + COMMITS_AT_ONCE).min(history.commits.len()))
        .collect();
    let first = chunks.first().map(|chunk| wanted(history, chunk.clone(), &Texts::default()));
    let mut texts = read(history, first.unwrap_or_default());
    for (number, chunk) in chunks.iter().enumerate() {
        follower.keep(std::mem::take(&mut texts));
        let next = chunks.get(number + 1).map(|next| wanted(history, next.clone(), &follower.texts));
        let follow = || chunk.clone().for_each(|commit| follower.commit(commit));
        ((), texts) = rayon::join(follow, || read(history, next.unwrap_or_default()));
        tell(chunk.end);
    }
    follower.told
}

type Texts = HashMap<Content, Option<Arc<Text>>>;

/// The versions that some commits brought and that are not known, each with the path of a document.
fn wanted<'a>(history: &'a History<'_>, commits: Range<usize>, known: &Texts) -> Vec<(Content, &'a str)> {
    let mut wanted: HashSet<Content> = HashSet::default();
    let mut named: Vec<(Content, &str)> = Vec::new();
    for commit in &history.commits[commits] {
        for (path, content) in commit.changes.iter().flatten() {
            if let Some(content) = content.filter(|content| !known.contains_key(content) && wanted.insert(*content)) {
                named.push((content, path));
            }
        }
    }
    named
}

/// Reads versions; those that cannot be read are noted as such.
fn read(history: &History<'_>, versions: Vec<(Content, &str)>) -> Texts {
    versions.into_par_iter().map(|(content, path)| (content, cut(history, content, path))).collect()
}

fn cut(history: &History<'_>, content: Content, path: &str) -> Option<Arc<Text>> {
    (history.read)(content, path).ok().map(|bytes| Arc::new(Text::of(&bytes)))
}

struct Follower<'a> {
    history: &'a History<'a>,
    /// The paths of documents by number are those of `told`.
    numbers: HashMap<String, u32>,
    /// The documents of commits that others still need.
    versions: Vec<Option<Versions>>,
    /// How many commits need those of each.
    needed: Vec<usize>,
    texts: Texts,
    words_kept: usize,
    told: Provenance,
}

impl<'a> Follower<'a> {
    fn new(history: &'a History<'a>, known: Provenance) -> Self {
        let count = history.commits.len();
        let start = known.changes.len();
        let mut needed = vec![0; count];
        for parent in history.commits.iter().skip(start).flat_map(|commit| commit.parents) {
            needed[*parent] += 1;
        }
        let known_versions = |place| (place < start && needed[place] > 0).then(|| known.versions(place));
        Self {
            versions: (0..count).map(known_versions).collect(),
            history,
            numbers: known.paths.iter().cloned().zip(0..).collect(),
            needed,
            texts: HashMap::default(),
            words_kept: 0,
            told: known,
        }
    }

    /// Keeps texts for the commits to come, without those kept before if they are too many.
    fn keep(&mut self, texts: Texts) {
        let words: usize = texts.values().flatten().map(|text| text.keys.len()).sum();
        if self.words_kept + words > MOST_WORDS_KEPT {
            self.texts.clear();
            self.words_kept = 0;
        }
        self.words_kept += words;
        self.texts.extend(texts);
    }

    fn number(&mut self, path: &str) -> u32 {
        if let Some(number) = self.numbers.get(path) {
            return *number;
        }
        let number = u32::try_from(self.told.paths.len()).unwrap_or(u32::MAX);
        self.numbers.insert(path.to_owned(), number);
        self.told.paths.push(path.to_owned());
        number
    }

    fn path(&self, document: u32) -> &str {
        &self.told.paths[document as usize]
    }

    /// The documents of a parent: its own if nobody else needs them any more.
    fn take(&mut self, parent: usize) -> Versions {
        self.needed[parent] -= 1;
        if self.needed[parent] == 0 { self.versions[parent].take() } else { self.versions[parent].clone() }
            .unwrap_or_default()
    }

    fn commit(&mut self, place: usize) {
        let commit = &self.history.commits[place];
        let mut parents: Vec<Versions> = Vec::with_capacity(commit.parents.len());
        let mut own = match commit.parents.split_first() {
            Some((first, others)) => {
                let own = self.take(*first);
                parents.extend(others.iter().map(|parent| self.take(*parent)));
                own
            }
            None => Versions::default(),
        };
        let changes: Vec<Vec<(u32, Option<Content>)>> = commit
            .changes
            .iter()
            .map(|changes| changes.iter().map(|(path, content)| (self.number(path), *content)).collect())
            .collect();
        let mut open: Vec<(u32, Option<Content>)> = changes.first().cloned().unwrap_or_default();
        for (versions, changes) in parents.iter().zip(changes.iter().skip(1)) {
            let other: HashSet<u32> = changes.iter().map(|(document, _)| *document).collect();
            open.retain(|(document, _)| {
                if !other.contains(document) {
                    match versions.get(document) {
                        Some(version) => own.insert(*document, version.clone()),
                        None => own.remove(document),
                    };
                }
                other.contains(document)
            });
        }
        let work = if open.is_empty() { Vec::new() } else { self.change(place, &open, &mut own, &parents) };
        self.told.work.push(work);
        let of_first = changes.first().into_iter().flatten();
        self.told.changes.push(of_first.map(|(document, _)| (*document, own.get(document).cloned())).collect());
        self.told.first_parents.push(commit.parents.first().and_then(|parent| u32::try_from(*parent).ok()));
        if self.needed[place] > 0 {
            self.versions[place] = Some(own);
        }
    }

    /// Matches the documents that no parent has alike.
    fn change(
        &mut self,
        place: usize,
        open: &[(u32, Option<Content>)],
        own: &mut Versions,
        parents: &[Versions],
    ) -> Vec<Work> {
        let mut sources = Vec::new();
        let mut targets = Vec::new();
        for (document, content) in open {
            let mut was = Vec::new();
            for versions in std::iter::once(&*own).chain(parents) {
                if let Some(version) = versions.get(document).filter(|version| Some(version.content) != *content)
                    && let Some(text) = self.text(version.content, *document)
                    && (was.is_empty() || sources.last().is_none_or(|it: &Source| !Arc::ptr_eq(&it.text, &text)))
                {
                    was.push(sources.len());
                    sources.push(Source::new(*document, text, origins::each(&version.runs)));
                }
            }
            match content {
                None => {
                    own.remove(document);
                }
                Some(content) => {
                    if let Some(text) = self.text(*content, *document) {
                        targets.push((Target::new(*document, text, was), *content));
                    } else {
                        // Nobody knows what became of its words: they stay as they are.
                        sources.truncate(sources.len() - was.len());
                        self.told.unread.push((self.path(*document).to_owned(), place));
                    }
                }
            }
        }
        let (mut targets, contents): (Vec<Target>, Vec<Content>) = targets.into_iter().unzip();
        renamed(&sources, &mut targets);
        let mut matching = Matching { sources, targets, removed: &mut self.told.removed };
        let origin = u32::try_from(place).unwrap_or(u32::MAX);
        matching.run(origin, !parents.is_empty(), self.history.commits[place].is_ignored);
        let mut work: BTreeMap<u32, Work> = BTreeMap::new();
        for target in &matching.targets {
            let added = target.origins.iter().filter(|own| **own == origin).count();
            work.entry(target.document).or_default().added += added;
        }
        for source in matching.sources.iter().filter(|_| parents.is_empty()) {
            let removed = source.used.iter().filter(|used| !**used).count();
            work.entry(source.document).or_default().removed += removed;
        }
        for (target, content) in matching.targets.into_iter().zip(contents) {
            own.insert(target.document, Version { content, runs: origins::runs(&target.origins).into() });
        }
        let work = work.into_iter().map(|(document, work)| Work { document, ..work });
        work.filter(|work| work.added + work.removed > 0).collect()
    }

    fn text(&mut self, content: Content, document: u32) -> Option<Arc<Text>> {
        if let Some(text) = self.texts.get(&content) {
            return text.clone();
        }
        let text = cut(self.history, content, self.path(document));
        self.words_kept += text.as_ref().map_or(0, |text| text.keys.len());
        self.texts.insert(content, text.clone());
        text
    }
}

/// Pairs the documents that are new with those that were removed and have most of their sentences.
fn renamed(sources: &[Source], targets: &mut [Target]) {
    let paired: HashSet<usize> = targets.iter().flat_map(|target| &target.was).copied().collect();
    let mut places: HashMap<u64, Vec<usize>> = HashMap::default();
    for (number, source) in sources.iter().enumerate().filter(|(number, _)| !paired.contains(number)) {
        for key in &source.sentences.keys {
            let found = places.entry(*key).or_default();
            if found.last() != Some(&number) {
                found.push(number);
            }
        }
    }
    if places.is_empty() {
        return;
    }
    let mut pairs = Vec::new();
    for (number, target) in targets.iter().enumerate().filter(|(_, target)| target.was.is_empty()) {
        let mut common: HashMap<usize, usize> = HashMap::default();
        for (key, range) in target.sentences.keys.iter().zip(&target.sentences.ranges) {
            for source in places.get(key).into_iter().flatten() {
                *common.entry(*source).or_default() += range.len();
            }
        }
        let smaller = |source: &usize| sources[*source].text.keys.len().min(target.text.keys.len());
        pairs.extend(
            common
                .into_iter()
                .filter(|(source, words)| words * 100 >= smaller(source) * LEAST_ALIKE)
                .map(|(source, words)| (std::cmp::Reverse(words), source, number)),
        );
    }
    pairs.sort_unstable();
    let mut taken: HashSet<usize> = HashSet::default();
    for (_, source, target) in pairs {
        if targets[target].was.is_empty() && taken.insert(source) {
            targets[target].was.push(source);
        }
    }
}

//! Tells which commit gave a stretch of text its present wording, and which took a stretch away.
//!
//! From a commit on, the parents are followed that have the stretch too, or lack it too: the commit none of whose parents
//! agrees made the change. A document that a parent lacks is followed to what it was called there.

use super::documents::{Cache, Documents, Version};
use std::collections::HashSet;

/// The fewest words of a stretch that is known again in another document.
const LEAST_WORDS: usize = 5;

/// What a document has or lacks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Stretch {
    /// Words in a row, by their keys.
    Words(Vec<u64>),
    /// Text, as [`super::documents::spaced`] makes it.
    Text(String),
    /// Anything at all.
    Anything,
}

impl Stretch {
    /// How many times a version has it.
    pub(super) fn count(&self, version: &Version) -> usize {
        match self {
            Self::Words(keys) => starts(keys, &version.cut.keys).count(),
            Self::Text(text) => version.plain.matches(text.as_str()).count(),
            Self::Anything => 1,
        }
    }

    pub(super) fn is_in(&self, version: &Version) -> bool {
        match self {
            Self::Words(keys) => starts(keys, &version.cut.keys).next().is_some(),
            Self::Text(text) => version.plain.contains(text.as_str()),
            Self::Anything => true,
        }
    }
}

/// Where some words stand in others.
pub(super) fn starts<'a>(wanted: &'a [u64], keys: &'a [u64]) -> impl Iterator<Item = usize> + 'a {
    let windows = keys.windows(wanted.len().max(1)).enumerate();
    windows.filter(move |(_, window)| window.first() == wanted.first() && *window == wanted).map(|(start, _)| start)
}

/// A document in a commit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Spot<'a> {
    pub(super) commit: usize,
    pub(super) path: &'a str,
}

/// Follows stretches through a history.
pub(super) struct Walk<'a, 'b> {
    pub(super) documents: &'a Documents<'a>,
    pub(super) cache: &'b mut Cache,
    /// For each commit, whether it lies before those that are looked at; none does when empty.
    pub(super) before: &'b [bool],
}

impl<'a> Walk<'a, '_> {
    /// Whether a document has a stretch; a version that cannot be read has nothing.
    pub(super) fn has(&mut self, spot: Spot<'_>, stretch: &Stretch) -> bool {
        let content = self.documents.content(spot.commit, spot.path);
        let version = content.and_then(|content| self.cache.version(self.documents, content, spot.path));
        version.is_some_and(|version| stretch.is_in(&version))
    }

    fn is_before(&self, commit: usize) -> bool {
        self.before.get(commit).copied().unwrap_or(false)
    }

    /// The commit that gave a stretch to a document that has it. What `moves` is known again in other documents.
    pub(super) fn giver(&mut self, start: Spot<'a>, stretch: &Stretch, moves: bool) -> usize {
        let mut spot = start;
        loop {
            let parents = self.documents.commits[spot.commit].parents.len();
            let next = (0..parents).find_map(|parent| self.earlier(spot, parent, stretch, moves));
            match next {
                Some(next) => spot = next,
                None => return spot.commit,
            }
        }
    }

    /// Where a parent has the stretch that a document has.
    fn earlier(&mut self, spot: Spot<'a>, parent: usize, stretch: &Stretch, moves: bool) -> Option<Spot<'a>> {
        let documents = self.documents;
        let commit = documents.commits[spot.commit].parents[parent];
        if self.is_before(commit) {
            return None;
        }
        let same = Spot { commit, path: spot.path };
        if !documents.differs(spot.commit, parent, spot.path) || self.has(same, stretch) {
            return Some(same);
        }
        let is_path = *stretch == Stretch::Anything;
        if documents.content(commit, spot.path).is_none() && !is_path {
            let former = documents.renamed_from(spot.commit, parent, spot.path, self.cache);
            let former = former.map(|path| Spot { commit, path }).filter(|former| self.has(*former, stretch));
            if former.is_some() {
                return former;
            }
        }
        if !moves || !matches!(stretch, Stretch::Words(keys) if keys.len() >= LEAST_WORDS) {
            return None;
        }
        let changes: &'a [(String, _)] = &documents.commits[spot.commit].changes[parent];
        let others = changes.iter().map(|(path, _)| path.as_str()).filter(|path| *path != spot.path);
        others.map(|path| Spot { commit, path }).find(|other| {
            let still = Spot { commit: spot.commit, path: other.path };
            self.has(*other, stretch) && !self.has(still, stretch)
        })
    }

    /// The commit that took a stretch away from a document that lacks it; `None` if none of those that are looked at did.
    pub(super) fn taker(&mut self, start: Spot<'a>, stretch: &Stretch) -> Option<usize> {
        struct Step<'a> {
            spot: Spot<'a>,
            next_parent: usize,
            is_parent_other: bool,
        }
        let step = |spot| Step { spot, next_parent: 0, is_parent_other: false };
        let mut met = HashSet::from([start]);
        // Where no way back from one parent leads to a commit that took it away, another is tried: a branch may be older than
        // the stretch.
        let mut steps = vec![step(start)];
        while let Some(last) = steps.last_mut() {
            let Spot { commit, path } = last.spot;
            let Some(parent) = self.documents.commits[commit].parents.get(last.next_parent).copied() else {
                if last.is_parent_other {
                    return Some(commit);
                }
                steps.pop();
                continue;
            };
            let differs = self.documents.differs(commit, last.next_parent, path);
            let number = last.next_parent;
            last.next_parent += 1;
            let mut before = Spot { commit: parent, path };
            if differs && self.documents.content(parent, path).is_none() {
                let former = self.documents.renamed_from(commit, number, path, self.cache);
                before.path = former.unwrap_or(path);
            }
            if (differs || before.path != path) && self.has(before, stretch) {
                last.is_parent_other = true;
            } else if !self.is_before(parent) && met.insert(before) {
                steps.push(step(before));
            }
        }
        None
    }
}

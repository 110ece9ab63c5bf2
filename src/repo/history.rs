//! Walks the commits of a repository from children to parents.
//!
//! 1. A [`Walk`] goes backwards by date from commits of two kinds, those asked for and those to stop at, and ends once all
//!    that is left to walk lies behind both;
//! 2. [`ordered`] puts commits in topological order: each before its parents, the later first.
//!
//! 3. The [`Past`] of one commit is only gone through as far back by date as it is asked for.
//!
//! A shallow clone ends where its commits end.

use super::objects::{CommitObject, Objects};
use crate::error::Result;
use foldhash::{HashMap, HashSet};
use git2::Oid;
use std::collections::{BTreeMap, BinaryHeap};

/// The commits of a repository.
pub(super) struct History<'a> {
    objects: &'a Objects,
    is_shallow: bool,
}

/// The commits of one revision that another has not.
pub(super) struct Range {
    /// Each before its parents.
    pub(super) commits: Vec<CommitObject>,
    /// The commits of both revisions at which this range ends, in the order of their ids. If the revision itself is
    /// among those of the other, it is the only one.
    pub(super) ends: BTreeMap<Oid, CommitObject>,
    /// Whether a commit was missing, so that there may be more ends.
    pub(super) is_cut: bool,
}

impl<'a> History<'a> {
    pub(super) fn of(objects: &'a Objects) -> Self {
        Self { objects, is_shallow: objects.is_shallow() }
    }

    /// A commit that another one names; `None` where a shallow clone ends.
    pub(super) fn read(&self, id: Oid) -> Result<Option<CommitObject>> {
        match self.objects.commit(id, &id.to_string()) {
            Err(_) if self.is_shallow => Ok(None),
            read => read.map(Some),
        }
    }

    /// A commit and all before it, each before its parents.
    pub(super) fn in_order(&self, start: CommitObject) -> Result<Vec<CommitObject>> {
        let mut unread = vec![start.id];
        let starts = [start.id];
        let mut commits = HashMap::from_iter([(start.id, start)]);
        while let Some(id) = unread.pop() {
            for parent in commits.get(&id).map_or_else(Vec::new, |commit| commit.parents.clone()) {
                if !commits.contains_key(&parent)
                    && let Some(commit) = self.read(parent)?
                {
                    commits.insert(parent, commit);
                    unread.push(parent);
                }
            }
        }
        Ok(ordered(&starts, commits))
    }

    /// A commit and all before it, each after its parents: those of the first parent, then what the others add. So the order of
    /// a commit begins with that of its first parent. The commits `known`, to which belong all before any of them, are left
    /// out.
    pub(super) fn after_parents(
        &self,
        start: CommitObject,
        known: impl IntoIterator<Item = Oid>,
    ) -> Result<Vec<CommitObject>> {
        let mut met: HashSet<Oid> = known.into_iter().collect();
        if !met.insert(start.id) {
            return Ok(Vec::new());
        }
        let mut ordered = Vec::new();
        // Each with the number of its parents that have been gone to.
        let mut open = vec![(start, 0)];
        while let Some((commit, next)) = open.last_mut() {
            let Some(parent) = commit.parents.get(*next).copied() else {
                ordered.extend(open.pop().map(|(commit, _)| commit));
                continue;
            };
            *next += 1;
            if met.insert(parent)
                && let Some(parent) = self.read(parent)?
            {
                open.push((parent, 0));
            }
        }
        Ok(ordered)
    }

    /// The commits of the revisions `starts` that the revision `stop` has not.
    ///
    /// Where clocks were wrong, commits that lie behind the ends may be taken in too.
    pub(super) fn range(&self, starts: &[CommitObject], stop: &CommitObject) -> Result<Range> {
        let mut walk = Walk::default();
        let mut is_cut = false;
        for start in starts {
            walk.meet(start.clone(), Side::New);
        }
        walk.meet(stop.clone(), Side::Old);
        while let Some(next) = walk.next(|_| false) {
            for parent in walk.parents(&next) {
                match self.read(parent) {
                    Ok(Some(commit)) => walk.meet(commit, next.side),
                    Err(error) if next.side == Side::New => return Err(error),
                    // What is missing behind the revision to stop at can only hide an end.
                    Ok(None) | Err(_) => is_cut = true,
                }
            }
        }
        let is_new = |(_, (_, side)): &(Oid, (CommitObject, Side))| *side == Side::New;
        let (new, old): (Met, Met) = walk.commits.into_iter().partition(is_new);
        let new: HashMap<_, _> = new.into_iter().map(|(id, (commit, _))| (id, commit)).collect();
        let named = new.values().flat_map(|commit| &commit.parents).chain(starts.iter().map(|start| &start.id));
        let ends = named.filter_map(|id| old.get(id)).map(|(commit, _)| (commit.id, commit.clone())).collect();
        let starts: Vec<_> = starts.iter().map(|start| start.id).collect();
        Ok(Range { commits: ordered(&starts, new), ends, is_cut })
    }
}

/// The commits that one descends from, gone through as far as they are asked for.
pub(super) struct Past<'a> {
    history: &'a History<'a>,
    waiting: BinaryHeap<Waiting>,
    commits: HashSet<Oid>,
}

impl<'a> Past<'a> {
    /// The past of a commit, to which it belongs itself.
    pub(super) fn of(history: &'a History<'a>, commit: &CommitObject) -> Result<Self> {
        let mut past = Self { history, waiting: BinaryHeap::new(), commits: HashSet::from_iter([commit.id]) };
        past.meet_parents(commit.id)?;
        Ok(past)
    }

    /// Whether a commit belongs to it. Where clocks were wrong, one that does may be overlooked.
    pub(super) fn holds(&mut self, commit: &CommitObject) -> Result<bool> {
        while self.waiting.peek().is_some_and(|next| next.committed >= commit.committed) {
            if let Some(next) = self.waiting.pop() {
                self.meet_parents(next.id)?;
            }
        }
        Ok(self.commits.contains(&commit.id))
    }

    fn meet_parents(&mut self, of: Oid) -> Result<()> {
        for parent in self.history.read(of)?.map_or_else(Vec::new, |commit| commit.parents) {
            if self.commits.insert(parent)
                && let Some(parent) = self.history.read(parent)?
            {
                self.waiting.push(Waiting { committed: parent.committed, id: parent.id, side: Side::Old });
            }
        }
        Ok(())
    }
}

/// Behind which commits one lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Side {
    /// Those asked for.
    New,
    /// Those to stop at.
    Old,
    /// Both.
    Both,
}

impl Side {
    fn and(self, other: Self) -> Self {
        if self == other { self } else { Self::Both }
    }
}

/// A commit to be visited; the latest is the greatest.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Waiting {
    pub(super) committed: Option<i64>,
    pub(super) id: Oid,
    pub(super) side: Side,
}

/// Commits that were met, each with its side as far as it is known.
pub(super) type Met = HashMap<Oid, (CommitObject, Side)>;

/// A walk backwards by date.
#[derive(Default)]
pub(super) struct Walk {
    waiting: BinaryHeap<Waiting>,
    /// How many of those that wait do not lie on both sides.
    open: usize,
    pub(super) commits: Met,
}

impl Walk {
    /// The side of a commit that is met on one; `None` if that is known.
    fn side(&self, id: Oid, side: Side) -> Option<Side> {
        let known = self.commits.get(&id).map(|(_, known)| *known);
        Some(known.map_or(side, |known| known.and(side))).filter(|new| known != Some(*new))
    }

    /// Meets a commit.
    pub(super) fn meet(&mut self, commit: CommitObject, side: Side) {
        let Some(side) = self.side(commit.id, side) else { return };
        self.open += usize::from(side != Side::Both);
        self.waiting.push(Waiting { committed: commit.committed, id: commit.id, side });
        self.commits.insert(commit.id, (commit, side));
    }

    /// The parents of a commit that are still to be met on its side.
    pub(super) fn parents(&self, of: &Waiting) -> Vec<Oid> {
        let parents = self.commits.get(&of.id).map_or(&[][..], |(commit, _)| &commit.parents);
        parents.iter().copied().filter(|id| self.side(*id, of.side).is_some()).collect()
    }

    /// The next commit, while one waits that does not lie on both sides, or while `goes_on` says so of the first that
    /// waits.
    pub(super) fn next(&mut self, goes_on: impl Fn(&Waiting) -> bool) -> Option<Waiting> {
        while self.open > 0 || self.waiting.peek().is_some_and(&goes_on) {
            let next = self.waiting.pop()?;
            self.open -= usize::from(next.side != Side::Both);
            // Else more has become known of it since.
            if self.commits.get(&next.id).is_some_and(|(_, side)| *side == next.side) {
                return Some(next);
            }
        }
        None
    }
}

/// Those of the commits that the first ones and their parents lead to, each before its parents.
fn ordered(starts: &[Oid], mut commits: HashMap<Oid, CommitObject>) -> Vec<CommitObject> {
    let mut children: HashMap<Oid, usize> = HashMap::default();
    for parent in commits.values().flat_map(|commit| &commit.parents) {
        *children.entry(*parent).or_default() += 1;
    }
    let wait = |commit: &CommitObject| Waiting { committed: commit.committed, id: commit.id, side: Side::New };
    let first = starts.iter().filter(|id| !children.contains_key(id)).filter_map(|id| commits.get(id));
    let mut waiting: BinaryHeap<Waiting> = first.map(wait).collect();
    let mut ordered = Vec::with_capacity(commits.len());
    while let Some(next) = waiting.pop() {
        let Some(commit) = commits.remove(&next.id) else { continue };
        for parent in &commit.parents {
            let Some(left) = children.get_mut(parent) else { continue };
            *left -= 1;
            if let (0, Some(parent)) = (*left, commits.get(parent)) {
                waiting.push(wait(parent));
            }
        }
        ordered.push(commit);
    }
    ordered
}

/// The latest of some commits.
pub(super) fn latest<'a>(commits: impl IntoIterator<Item = &'a CommitObject>) -> Option<&'a CommitObject> {
    commits.into_iter().max_by_key(|commit| (commit.committed, commit.id))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::repo::support::TestRepository;
    use std::collections::BTreeSet;

    #[test]
    fn the_past_is_gone_through_as_far_as_it_is_asked_for() {
        let repository = TestRepository::new();
        let commit = |parents: &[Oid], seconds| repository.commit_of(parents, seconds, &[]);
        let first = commit(&[], 10);
        let second = commit(&[first], 20);
        let third = commit(&[second], 30);
        let (side, aside) = (commit(&[first], 25), commit(&[], 5));
        let merge = commit(&[third, side], 40);
        let objects = Objects::open(repository.git().path()).unwrap();
        let history = History::of(&objects);
        let read = |id| history.read(id).unwrap().unwrap();
        let first_commit = read(first);
        let mut past = Past::of(&history, &read(merge)).unwrap();
        let held: Vec<_> = [merge, side, second].map(|id| past.holds(&read(id)).unwrap()).into();
        assert_eq!(held, [true, true, true]);
        assert!(!Past::of(&history, &read(third)).unwrap().holds(&read(merge)).unwrap());
        assert!(!past.holds(&read(aside)).unwrap());
        // What lies farther back is not read.
        repository.forget(first);
        let objects = Objects::open(repository.git().path()).unwrap();
        let history = History::of(&objects);
        let read = |id| history.read(id).unwrap().unwrap();
        let mut past = Past::of(&history, &read(merge)).unwrap();
        assert!(past.holds(&read(third)).unwrap());
        assert!(past.holds(&first_commit).is_err());
    }

    #[test]
    fn the_order_of_a_commit_begins_with_that_of_its_first_parent() {
        let repository = TestRepository::new();
        let commit = |parents: &[Oid], seconds| repository.commit_of(parents, seconds, &[]);
        let first = commit(&[], 10);
        let side = commit(&[first], 20);
        let main = commit(&[first], 30);
        let other = commit(&[], 5);
        let merge = commit(&[main, side, other], 40);
        let last = commit(&[merge], 50);
        let objects = Objects::open(repository.git().path()).unwrap();
        let history = History::of(&objects);
        let order = |id| {
            let ordered = history.after_parents(history.read(id).unwrap().unwrap(), []).unwrap();
            ordered.iter().map(|commit| commit.id).collect::<Vec<_>>()
        };
        assert_eq!(order(main), [first, main]);
        assert_eq!(order(merge), [first, main, side, other, merge]);
        assert_eq!(order(last), [first, main, side, other, merge, last]);
    }

    #[test]
    fn a_range_ends_at_the_commits_that_both_have() {
        let repository = TestRepository::new();
        let commit = |parents: &[Oid], seconds| repository.commit_of(parents, seconds, &[]);
        let first = commit(&[], 10);
        let stop = commit(&[first], 20);
        let side = commit(&[first], 30);
        let main = commit(&[stop], 40);
        let merge = commit(&[main, side], 50);
        let objects = Objects::open(repository.git().path()).unwrap();
        let history = History::of(&objects);
        let read = |id| history.read(id).unwrap().unwrap();
        let range = |start, stop| {
            let range = history.range(&[read(start)], &read(stop)).unwrap();
            assert!(!range.is_cut);
            let ids = range.commits.iter().map(|commit| commit.id).collect::<Vec<_>>();
            (ids, range.ends.into_keys().collect::<BTreeSet<_>>())
        };
        assert_eq!(range(merge, stop), (vec![merge, main, side], [first, stop].into()));
        assert_eq!(range(stop, merge), (vec![], [stop].into()));
        assert_eq!(range(merge, merge), (vec![], [merge].into()));
        assert_eq!(range(side, main), (vec![side], [first].into()));
    }
}

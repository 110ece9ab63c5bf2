//! Which item of one side is which of the other, one to one, as it is found out step by step.

use super::parts::Token;
use super::sequence::{common, increasing};
use super::similar::{self, Bag, bag};
use std::collections::HashMap;
use std::hash::Hash;
use std::ops::Range;

/// Pairs of numbered items.
pub(super) struct Pairs {
    pub(super) of_old: Vec<Option<usize>>,
    pub(super) of_new: Vec<Option<usize>>,
}

impl Pairs {
    pub(super) fn new(old: usize, new: usize) -> Self {
        Self { of_old: vec![None; old], of_new: vec![None; new] }
    }

    /// Pairs two items, if neither is paired yet.
    pub(super) fn join(&mut self, old: usize, new: usize) {
        if let (Some(to @ None), Some(at @ None)) = (self.of_old.get_mut(old), self.of_new.get_mut(new)) {
            (*to, *at) = (Some(new), Some(old));
        }
    }

    pub(super) fn free_old(&self, range: Range<usize>) -> impl Iterator<Item = usize> + '_ {
        range.filter(|item| self.of_old[*item].is_none())
    }

    pub(super) fn free_new(&self, range: Range<usize>) -> impl Iterator<Item = usize> + '_ {
        range.filter(|item| self.of_new[*item].is_none())
    }

    /// Pairs free items with the same key, if each is the only free one that has it on its side.
    pub(super) fn join_unique<Key: Hash + Eq>(
        &mut self,
        old_key: impl Fn(usize) -> Option<Key>,
        new_key: impl Fn(usize) -> Option<Key>,
    ) {
        let mut seen: HashMap<Key, (Only, Only)> = HashMap::new();
        for (key, item) in self.free_old(0..self.of_old.len()).filter_map(|item| Some((old_key(item)?, item))) {
            seen.entry(key).or_default().0.see(item);
        }
        for (key, item) in self.free_new(0..self.of_new.len()).filter_map(|item| Some((new_key(item)?, item))) {
            if let Some((_, only)) = seen.get_mut(&key) {
                only.see(item);
            }
        }
        for only in seen.into_values() {
            if let (Only::One(old), Only::One(new)) = only {
                self.join(old, new);
            }
        }
    }

    /// Pairs free items with the same key, the first with the first and so on.
    pub(super) fn join_equal<Key: Hash + Eq>(
        &mut self,
        old_key: impl Fn(usize) -> Option<Key>,
        new_key: impl Fn(usize) -> Option<Key>,
    ) {
        let mut waiting: HashMap<Key, Vec<usize>> = HashMap::new();
        let free: Vec<usize> = self.free_old(0..self.of_old.len()).collect();
        for (key, item) in free.into_iter().rev().filter_map(|item| Some((old_key(item)?, item))) {
            waiting.entry(key).or_default().push(item);
        }
        for new in 0..self.of_new.len() {
            if self.of_new[new].is_none()
                && let Some(old) = new_key(new).and_then(|key| waiting.get_mut(&key)?.pop())
            {
                self.join(old, new);
            }
        }
    }

    /// Pairs what two stretches have in common, in order.
    pub(super) fn join_common<Key: Copy + Eq + Hash>(
        &mut self,
        stretches: (Range<usize>, Range<usize>),
        old_key: impl Fn(usize) -> Key,
        new_key: impl Fn(usize) -> Key,
    ) {
        let old: Vec<usize> = self.free_old(stretches.0).collect();
        let new: Vec<usize> = self.free_new(stretches.1).collect();
        let old_keys: Vec<Key> = old.iter().map(|item| old_key(*item)).collect();
        let new_keys: Vec<Key> = new.iter().map(|item| new_key(*item)).collect();
        for (at, to) in common(&old_keys, &new_keys) {
            self.join(old[at], new[to]);
        }
    }

    /// Pairs what two stretches have in common, in order, of the items that have a key.
    pub(super) fn join_common_of<Key: Copy + Eq + Hash>(
        &mut self,
        stretches: (Range<usize>, Range<usize>),
        old_key: impl Fn(usize) -> Option<Key>,
        new_key: impl Fn(usize) -> Option<Key>,
    ) {
        let keyed = |items: &mut dyn Iterator<Item = usize>, key: &dyn Fn(usize) -> Option<Key>| -> Vec<(usize, Key)> {
            items.filter_map(|item| Some((item, key(item)?))).collect()
        };
        let old = keyed(&mut self.free_old(stretches.0), &old_key);
        let new = keyed(&mut self.free_new(stretches.1), &new_key);
        let keys = |items: &[(usize, Key)]| items.iter().map(|(_, key)| *key).collect::<Vec<_>>();
        for (at, to) in common(&keys(&old), &keys(&new)) {
            self.join(old[at].0, new[to].0);
        }
    }

    /// The pairs that keep their order in two stretches: the longest such row.
    pub(super) fn in_place(&self, old: &Range<usize>, new: &Range<usize>) -> Vec<(usize, usize)> {
        let linked = new.clone().filter_map(|to| Some((self.of_new[to].filter(|at| old.contains(at))?, to)));
        let linked: Vec<(usize, usize)> = linked.collect();
        let places: Vec<usize> = linked.iter().map(|(at, _)| *at).collect();
        increasing(&places).into_iter().map(|place| linked[place]).collect()
    }

    /// Pairs the free items that stand between the same neighbours and resemble each other; `more` is what else speaks
    /// for a pair, to be added to the resemblance.
    pub(super) fn join_similar_in_place<'a>(
        &mut self,
        stretches: &(Range<usize>, Range<usize>),
        tokens: (&impl Fn(usize) -> &'a [Token], &impl Fn(usize) -> &'a [Token]),
        more: &impl Fn(usize, usize) -> usize,
    ) {
        let (mut old_start, mut new_start) = (stretches.0.start, stretches.1.start);
        let mut anchors = self.in_place(&stretches.0, &stretches.1);
        anchors.push((stretches.0.end, stretches.1.end));
        for (at, to) in anchors {
            let old: Vec<usize> = self.free_old(old_start..at).collect();
            let new: Vec<usize> = self.free_new(new_start..to).collect();
            (old_start, new_start) = (at + 1, to + 1);
            if old.is_empty() || new.is_empty() {
                continue;
            }
            let old_bags: Vec<Bag> = old.iter().map(|item| bag(tokens.0(*item))).collect();
            let new_bags: Vec<Bag> = new.iter().map(|item| bag(tokens.1(*item))).collect();
            let score =
                |at: usize, to: usize| similar::resemblance(&old_bags[at], &new_bags[to]) + more(old[at], new[to]);
            for (at, to) in similar::in_order(&(0..old.len()), &(0..new.len()), &score) {
                self.join(old[at], new[to]);
            }
        }
    }

    /// Pairs the free items that resemble each other, wherever they stand, if they have enough tokens to tell.
    pub(super) fn join_similar_anywhere<'a>(
        &mut self,
        old_tokens: impl Fn(usize) -> &'a [Token],
        new_tokens: impl Fn(usize) -> &'a [Token],
    ) {
        let enough = |tokens: &[Token]| tokens.len() >= TELLING;
        let old: Vec<usize> = self.free_old(0..self.of_old.len()).filter(|item| enough(old_tokens(*item))).collect();
        let new: Vec<usize> = self.free_new(0..self.of_new.len()).filter(|item| enough(new_tokens(*item))).collect();
        let old_items: Vec<&[Token]> = old.iter().map(|item| old_tokens(*item)).collect();
        let new_items: Vec<&[Token]> = new.iter().map(|item| new_tokens(*item)).collect();
        for (at, to) in similar::anywhere(&old_items, &new_items) {
            self.join(old[at], new[to]);
        }
    }
}

/// The fewest tokens by which a text is known again far from its place; «No aplica.» may be anybody's.
pub(super) const TELLING: usize = 4;

/// Whether nothing, one thing or more was seen.
#[derive(Clone, Copy, Default)]
enum Only {
    #[default]
    Nothing,
    One(usize),
    Many,
}

impl Only {
    fn see(&mut self, item: usize) {
        *self = match self {
            Self::Nothing => Self::One(item),
            _ => Self::Many,
        };
    }
}

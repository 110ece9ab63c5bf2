//! Finds for the words that one commit left in the documents it changed where each came from.
//!
//! The sources are the documents as its parents have them. From what tells most to what tells least:
//!
//! 1. blocks that stand in their own document in the same order (`align`);
//! 2. blocks that moved, in their document, then from one to another; with each its neighbours, however short;
//! 3. sentences, in the same two ways;
//! 4. sentences that were removed by an earlier commit and are brought back ([`super::removed`]);
//! 5. words in order, between what was found so far: if enough of a sentence is in one of the source, it is that one edited;
//!    what a merge has from its other parents, however little of a sentence that is;
//! 6. sentences that moved and were edited, known by pairs of words ([`super::edited`]);
//! 7. of a commit that only gave the text another form, what stands in the place of something is that;
//! 8. all that is left is new.
//!
//! Each word of a source is used once, so that what was copied while its source stays is the copier's.

use super::edited;
use super::origins::{Origin, UNKNOWN};
use super::removed::Removed;
use super::text::{Text, key_of};
use crate::align::common_keys;
use foldhash::HashMap;
use std::cmp::Reverse;
use std::ops::Range;
use std::sync::Arc;

/// The fewest words of a block or sentence that is known again in another document by itself.
const LEAST_MOVED: usize = 5;

/// A document of a parent.
pub(super) struct Source {
    /// Its number among the paths of the history.
    pub(super) document: u32,
    pub(super) text: Arc<Text>,
    pub(super) origins: Vec<Origin>,
    pub(super) used: Vec<bool>,
    pub(super) blocks: Units,
    pub(super) sentences: Units,
}

/// A document that the commit changed.
pub(super) struct Target {
    pub(super) document: u32,
    pub(super) text: Arc<Text>,
    pub(super) origins: Vec<Origin>,
    pub(super) blocks: Units,
    pub(super) sentences: Units,
    /// The documents that it was in the parents, by their places among the sources.
    pub(super) was: Vec<usize>,
}

/// The blocks or sentences of a text.
pub(super) struct Units {
    pub(super) ranges: Vec<Range<usize>>,
    pub(super) keys: Vec<u64>,
}

impl Units {
    fn new(ranges: Vec<Range<usize>>, text: &Text) -> Self {
        let keys = ranges.iter().map(|range| key_of(&text.keys[range.clone()])).collect();
        Self { ranges, keys }
    }

    /// Those that lie in a range of words, by their places.
    fn within(&self, words: &Range<usize>) -> Range<usize> {
        let start = self.ranges.partition_point(|unit| unit.start < words.start);
        let end = self.ranges.partition_point(|unit| unit.end <= words.end);
        start..end.max(start)
    }
}

impl Source {
    pub(super) fn new(document: u32, text: Arc<Text>, origins: Vec<Origin>) -> Self {
        let (blocks, sentences) = (Units::new(text.blocks(), &text), Units::new(text.sentences(), &text));
        let used = vec![false; text.keys.len()];
        Self { document, text, origins, used, blocks, sentences }
    }
}

impl Target {
    pub(super) fn new(document: u32, text: Arc<Text>, was: Vec<usize>) -> Self {
        let (blocks, sentences) = (Units::new(text.blocks(), &text), Units::new(text.sentences(), &text));
        let origins = vec![UNKNOWN; text.keys.len()];
        Self { document, text, origins, blocks, sentences, was }
    }

    pub(super) fn is_free(&self, range: &Range<usize>) -> bool {
        self.origins[range.clone()].iter().all(|origin| *origin == UNKNOWN)
    }
}

/// Where the blocks or sentences with a key stand: source and unit.
type Places = HashMap<u64, Vec<(usize, usize)>>;

/// What lies between things that were found in the same order in a source and a target.
type Gap = (Range<usize>, Range<usize>);

/// What of a document is compared as one.
#[derive(Clone, Copy)]
enum Grain {
    Block,
    Sentence,
}

impl Grain {
    fn of_source(self, source: &Source) -> &Units {
        match self {
            Self::Block => &source.blocks,
            Self::Sentence => &source.sentences,
        }
    }

    fn of_target(self, target: &Target) -> &Units {
        match self {
            Self::Block => &target.blocks,
            Self::Sentence => &target.sentences,
        }
    }
}

/// A commit whose words are being matched.
pub(super) struct Matching<'a> {
    pub(super) sources: Vec<Source>,
    pub(super) targets: Vec<Target>,
    pub(super) removed: &'a mut Removed,
}

impl Matching<'_> {
    /// Finds the origins of all words; those that are new get the origin `new`. Of a merge, those that any parent has in the
    /// same place are not; where the commit `is_ignored`, neither are those that stand in the place of others.
    pub(super) fn run(&mut self, new: Origin, is_merge: bool, is_ignored: bool) {
        let mut gaps: Vec<Vec<Vec<Gap>>> = Vec::with_capacity(self.targets.len());
        for target in &self.targets {
            let whole = |was: &usize| vec![(0..self.sources[*was].text.keys.len(), 0..target.text.keys.len())];
            gaps.push(target.was.iter().map(whole).collect());
        }
        for grain in [Grain::Block, Grain::Sentence] {
            self.in_order(grain, &mut gaps);
            self.moved(grain);
        }
        self.brought_back();
        self.in_gaps(&gaps, edited::compare);
        if is_merge {
            self.in_gaps(&gaps, edited::join);
        }
        edited::find(&mut self.sources, &mut self.targets);
        if is_ignored {
            self.in_gaps(&gaps, edited::replace);
        }
        self.claim(new);
    }

    /// Gives a range of a target's words the origins that as many have in a source.
    fn take(&mut self, (source, at): (usize, usize), (target, to): (usize, usize), length: usize) {
        let (source, target) = (&mut self.sources[source], &mut self.targets[target]);
        target.origins[to..to + length].copy_from_slice(&source.origins[at..at + length]);
        source.used[at..at + length].fill(true);
    }

    fn is_unused(&self, source: usize, range: &Range<usize>) -> bool {
        self.sources[source].used[range.clone()].iter().all(|used| !used)
    }

    /// Finds blocks or sentences in their own documents, and leaves the gaps between them.
    fn in_order(&mut self, grain: Grain, gaps: &mut [Vec<Vec<Gap>>]) {
        for (place, gaps) in gaps.iter_mut().enumerate() {
            for (number, gaps) in gaps.iter_mut().enumerate() {
                let source = self.targets[place].was[number];
                let mut left = Vec::new();
                for gap in std::mem::take(gaps) {
                    self.in_gap(grain, (source, place), &gap, &mut left);
                }
                *gaps = left;
            }
        }
    }

    fn in_gap(&mut self, grain: Grain, (source, target): (usize, usize), gap: &Gap, left: &mut Vec<Gap>) {
        let (old, new) = (grain.of_source(&self.sources[source]), grain.of_target(&self.targets[target]));
        let old_units: Vec<usize> =
            old.within(&gap.0).filter(|unit| self.is_unused(source, &old.ranges[*unit])).collect();
        let is_free = |unit: &usize| self.targets[target].is_free(&new.ranges[*unit]);
        let new_units: Vec<usize> = new.within(&gap.1).filter(is_free).collect();
        let keys = |units: &[usize], of: &Units| -> Vec<u64> { units.iter().map(|unit| of.keys[*unit]).collect() };
        let pairs: Vec<(Range<usize>, Range<usize>)> = common_keys(&keys(&old_units, old), &keys(&new_units, new))
            .into_iter()
            .map(|(at, to)| (old.ranges[old_units[at]].clone(), new.ranges[new_units[to]].clone()))
            .collect();
        let (mut old_start, mut new_start) = (gap.0.start, gap.1.start);
        for (at, to) in pairs {
            if at.len() == to.len() {
                self.take((source, at.start), (target, to.start), to.len());
                left.push((old_start..at.start, new_start..to.start));
                (old_start, new_start) = (at.end, to.end);
            }
        }
        left.push((old_start..gap.0.end, new_start..gap.1.end));
    }

    /// Finds blocks or sentences that stand elsewhere in the sources: in their own document first.
    fn moved(&mut self, grain: Grain) {
        let mut places = Places::default();
        for (number, source) in self.sources.iter().enumerate() {
            let units = grain.of_source(source);
            for (place, range) in units.ranges.iter().enumerate() {
                if self.is_unused(number, range) {
                    places.entry(units.keys[place]).or_default().push((number, place));
                }
            }
        }
        if places.is_empty() {
            return;
        }
        for (target, place) in self.by_affinity(grain, &places) {
            let units = grain.of_target(&self.targets[target]);
            let (range, key) = (units.ranges[place].clone(), units.keys[place]);
            if !self.targets[target].is_free(&range) {
                continue;
            }
            let Some(found) = places.get(&key) else { continue };
            let own = |(source, _): &(usize, usize)| self.targets[target].was.contains(source);
            let can = |(source, unit): &(usize, usize)| {
                let at = &grain.of_source(&self.sources[*source]).ranges[*unit];
                at.len() == range.len() && self.is_unused(*source, at)
            };
            let best = found.iter().copied().filter(can).min_by_key(|it| !own(it));
            if let Some((source, unit)) = best.filter(|it| own(it) || range.len() >= LEAST_MOVED) {
                self.take_with_neighbours(grain, (source, unit), (target, place));
            }
        }
    }

    /// The free units of the targets, by document and place, that stand in sources too: those of the documents first that are
    /// the sources themselves, then of those that have most of a source. So what was moved with its surroundings is found
    /// there, and not where a part of it was copied.
    fn by_affinity(&self, grain: Grain, places: &Places) -> Vec<(usize, usize)> {
        let mut shared: HashMap<(usize, usize), usize> = HashMap::default();
        let mut free = Vec::new();
        for (number, target) in self.targets.iter().enumerate() {
            let units = grain.of_target(target);
            for (place, range) in units.ranges.iter().enumerate().filter(|(_, range)| target.is_free(range)) {
                let Some(found) = places.get(&units.keys[place]) else { continue };
                free.push((number, place, found));
                let mut last = None;
                for (source, _) in found.iter().filter(|(source, _)| last.replace(*source) != Some(*source)) {
                    *shared.entry((*source, number)).or_default() += range.len();
                }
            }
        }
        let affinity = |target: usize, found: &[(usize, usize)]| {
            let own = found.iter().any(|(source, _)| self.targets[target].was.contains(source));
            (own, found.iter().filter_map(|(source, _)| shared.get(&(*source, target))).max().copied())
        };
        free.sort_by_cached_key(|(target, place, found)| (Reverse(affinity(*target, found)), *target, *place));
        free.into_iter().map(|(target, place, _)| (target, place)).collect()
    }

    /// Takes a unit, and those around it that are equal in both.
    fn take_with_neighbours(&mut self, grain: Grain, (source, unit): (usize, usize), (target, place): (usize, usize)) {
        let before = (unit.checked_sub(1), place.checked_sub(1));
        for (step, (mut unit, mut place)) in [(1, (Some(unit), Some(place))), (-1, before)] {
            while let (Some(at), Some(to)) = (unit, place) {
                let (old, new) = (grain.of_source(&self.sources[source]), grain.of_target(&self.targets[target]));
                let (Some(old_key), Some(new_key)) = (old.keys.get(at), new.keys.get(to)) else { break };
                let (old_range, new_range) = (old.ranges[at].clone(), new.ranges[to].clone());
                if old_key != new_key
                    || old_range.len() != new_range.len()
                    || !self.is_unused(source, &old_range)
                    || !self.targets[target].is_free(&new_range)
                {
                    break;
                }
                self.take((source, old_range.start), (target, new_range.start), new_range.len());
                (unit, place) = (at.checked_add_signed(step), to.checked_add_signed(step));
            }
        }
    }

    /// Finds sentences that an earlier commit removed.
    fn brought_back(&mut self) {
        for target in &mut self.targets {
            for place in 0..target.sentences.ranges.len() {
                let range = target.sentences.ranges[place].clone();
                if !target.is_free(&range) {
                    continue;
                }
                let Some(found) = self.removed.find(target.document, target.sentences.keys[place], range.len()) else {
                    continue;
                };
                let forward = (Some(found), Some(place));
                let backward = place.checked_sub(1);
                let before = backward.and_then(|at| self.removed.neighbour(found, -1, target.sentences.keys[at]));
                for (step, (mut known, mut at)) in [(1, forward), (-1, (before, backward))] {
                    while let (Some(sentence), Some(to)) = (known, at) {
                        let range = target.sentences.ranges[to].clone();
                        if !target.is_free(&range) {
                            break;
                        }
                        let origins = self.removed.bring_back(sentence);
                        if origins.len() != range.len() {
                            break;
                        }
                        target.origins[range].copy_from_slice(&origins);
                        self.removed.stands(target.sentences.keys[to], origins.len(), false);
                        at = to.checked_add_signed(step as isize);
                        let key = at.and_then(|at| target.sentences.keys.get(at));
                        known = key.and_then(|key| self.removed.neighbour(sentence, step, *key));
                    }
                }
            }
        }
    }

    /// Finds words in the gaps that are left in their own documents.
    fn in_gaps(&mut self, gaps: &[Vec<Vec<Gap>>], find: fn(&mut Source, &mut Target, &Range<usize>, &Range<usize>)) {
        for (target, gaps) in gaps.iter().enumerate() {
            for (number, gaps) in gaps.iter().enumerate() {
                let source = self.targets[target].was[number];
                for (old, new) in gaps {
                    find(&mut self.sources[source], &mut self.targets[target], old, new);
                }
            }
        }
    }

    /// Gives all that is left to the commit, and keeps what it removed.
    fn claim(&mut self, new: Origin) {
        for target in &mut self.targets {
            for (range, key) in target.sentences.ranges.iter().zip(&target.sentences.keys) {
                if target.origins[range.clone()].contains(&UNKNOWN) {
                    self.removed.stands(*key, range.len(), target.is_free(range));
                }
            }
            for origin in target.origins.iter_mut().filter(|origin| **origin == UNKNOWN) {
                *origin = new;
            }
        }
        for source in &self.sources {
            self.removed.part();
            for (range, key) in source.sentences.ranges.iter().zip(&source.sentences.keys) {
                if source.used[range.clone()].iter().all(|used| *used) {
                    continue;
                }
                self.removed.keep(source.document, *key, &source.origins[range.clone()]);
            }
        }
    }
}

//! Knows sentences again that were edited.

use super::matching::{Source, Target};
use super::origins::UNKNOWN;
use super::text::{is_telling, key_of};
use crate::align::common_keys;
use foldhash::HashMap;
use std::ops::Range;

/// The least share of the telling words of a sentence, in parts of a hundred, that come from one source for the sentence to
/// be that of the source, edited.
const LEAST_SHARE: usize = 34;

/// The fewest words in a row that are known again in a sentence that is otherwise new.
const LEAST_RUN: usize = 4;

/// The fewest words of a sentence that is looked for elsewhere.
const LEAST_WORDS: usize = 5;

/// The least share of the pairs of words of a sentence, in parts of a hundred, that one found elsewhere has too.
const LEAST_PAIRS: usize = 35;

/// In how many places a pair of words is looked for.
const MOST_PLACES: usize = 16;

/// Compares what is left of two ranges word by word, and takes what belongs to sentences that were edited.
pub(super) fn compare(source: &mut Source, target: &mut Target, old: &Range<usize>, new: &Range<usize>) {
    let old: Vec<usize> = old.clone().filter(|word| !source.used[*word]).collect();
    let new: Vec<usize> = new.clone().filter(|word| target.origins[*word] == UNKNOWN).collect();
    if old.is_empty() || new.is_empty() {
        return;
    }
    let keys = |words: &[usize], keys: &[u64]| -> Vec<u64> { words.iter().map(|word| keys[*word]).collect() };
    let pairs: Vec<(usize, usize)> = common_keys(&keys(&old, &source.text.keys), &keys(&new, &target.text.keys))
        .into_iter()
        .map(|(at, to)| (old[at], new[to]))
        .collect();
    let mut start = 0;
    while start < pairs.len() {
        let sentence = sentence_of(&target.sentences.ranges, pairs[start].1);
        let range = &target.sentences.ranges[sentence];
        let length = pairs[start..].iter().take_while(|(_, to)| to < &range.end).count();
        let range = range.clone();
        take_if_edited(source, target, &pairs[start..start + length], &range);
        start += length;
    }
}

/// Takes each word of a merge that a parent has in the same place: one that the other parents lack.
pub(super) fn join(source: &mut Source, target: &mut Target, old: &Range<usize>, new: &Range<usize>) {
    if !target.origins[new.clone()].contains(&UNKNOWN) {
        return;
    }
    let (old_keys, new_keys) = (&source.text.keys[old.clone()], &target.text.keys[new.clone()]);
    for (at, to) in common_keys(old_keys, new_keys) {
        let (at, to) = (old.start + at, new.start + to);
        if target.origins[to] == UNKNOWN && !source.used[at] {
            target.origins[to] = source.origins[at];
            source.used[at] = true;
        }
    }
}

/// Takes what stands in a range in the place of others, between words that both have: the words share the origins of those
/// in whose place they stand, in order.
pub(super) fn replace(source: &mut Source, target: &mut Target, old: &Range<usize>, new: &Range<usize>) {
    let (old_keys, new_keys) = (&source.text.keys[old.clone()], &target.text.keys[new.clone()]);
    let common = common_keys(old_keys, new_keys).into_iter().map(|(at, to)| (old.start + at, new.start + to));
    let (mut old_start, mut new_start) = (old.start, new.start);
    for (at, to) in common.chain([(old.end, new.end)]) {
        let gone: Vec<usize> = (old_start..at).filter(|word| !source.used[*word]).collect();
        let come: Vec<usize> = (new_start..to).filter(|word| target.origins[*word] == UNKNOWN).collect();
        for (place, word) in come.iter().enumerate().filter(|_| !gone.is_empty()) {
            target.origins[*word] = source.origins[gone[place * gone.len() / come.len()]];
        }
        if !come.is_empty() {
            for word in gone {
                source.used[word] = true;
            }
        }
        (old_start, new_start) = (at + 1, to + 1);
    }
}

fn sentence_of(sentences: &[Range<usize>], word: usize) -> usize {
    sentences.partition_point(|sentence| sentence.end <= word).min(sentences.len().saturating_sub(1))
}

/// Takes the pairs of a sentence of the target: all if it is one of the source's edited, long runs otherwise.
fn take_if_edited(source: &mut Source, target: &mut Target, pairs: &[(usize, usize)], sentence: &Range<usize>) {
    let telling = |words: &mut dyn Iterator<Item = usize>, keys: &[u64]| {
        let (mut all, mut telling) = (0_usize, 0_usize);
        for word in words {
            all += 1;
            telling += usize::from(is_telling(keys[word]));
        }
        (all, telling)
    };
    let (all, wanted) = telling(&mut sentence.clone(), &target.text.keys);
    let (taken, found) = telling(&mut pairs.iter().map(|(_, to)| *to), &target.text.keys);
    let old = old_length(source, pairs);
    let share = |part: usize, whole: usize| part * 100 >= whole * LEAST_SHARE;
    let is_edited = if wanted == 0 { share(taken, all) } else { found > 0 && share(found, wanted.min(old.max(1))) };
    for run in pairs.chunk_by(|one, other| one.0 + 1 == other.0 && one.1 + 1 == other.1) {
        if is_edited || run.len() >= LEAST_RUN {
            for (at, to) in run {
                target.origins[*to] = source.origins[*at];
                source.used[*at] = true;
            }
        }
    }
}

/// How many telling words the sentences of the source have that most of some pairs stand in.
fn old_length(source: &Source, pairs: &[(usize, usize)]) -> usize {
    let mut counts: HashMap<usize, usize> = HashMap::default();
    for (at, _) in pairs {
        *counts.entry(sentence_of(&source.sentences.ranges, *at)).or_default() += 1;
    }
    let most = counts.into_iter().max_by_key(|(sentence, count)| (*count, usize::MAX - sentence));
    most.map_or(0, |(sentence, _)| {
        source.sentences.ranges[sentence].clone().filter(|word| is_telling(source.text.keys[*word])).count()
    })
}

/// Finds sentences of the targets that moved from anywhere in the sources and were edited.
pub(super) fn find(sources: &mut [Source], targets: &mut [Target]) {
    let places = pairs_of_sources(sources);
    if places.is_empty() {
        return;
    }
    for target in targets {
        for sentence in 0..target.sentences.ranges.len() {
            let range = target.sentences.ranges[sentence].clone();
            let free = range.clone().filter(|word| target.origins[*word] == UNKNOWN).count();
            if free < LEAST_WORDS || free * 2 < range.len() {
                continue;
            }
            let mut counts: HashMap<(usize, usize), usize> = HashMap::default();
            for pair in target.text.keys[range.clone()].windows(2) {
                for place in places.get(&key_of(pair)).into_iter().flatten() {
                    *counts.entry(*place).or_default() += 1;
                }
            }
            let best = counts.into_iter().max_by_key(|(place, count)| (*count, std::cmp::Reverse(*place)));
            let Some(((source, old), count)) = best else { continue };
            let source = &mut sources[source];
            let old = source.sentences.ranges[old].clone();
            let pairs = range.len().min(old.len()).saturating_sub(1);
            if count * 100 >= pairs * LEAST_PAIRS {
                compare(source, target, &old, &range);
            }
        }
    }
}

/// Where each pair of words stands in sentences of the sources of which most is left: source and sentence.
fn pairs_of_sources(sources: &[Source]) -> HashMap<u64, Vec<(usize, usize)>> {
    let mut places: HashMap<u64, Vec<(usize, usize)>> = HashMap::default();
    for (number, source) in sources.iter().enumerate() {
        for (sentence, range) in source.sentences.ranges.iter().enumerate() {
            let left = range.clone().filter(|word| !source.used[*word]).count();
            if left < LEAST_WORDS || left * 2 < range.len() {
                continue;
            }
            for pair in source.text.keys[range.clone()].windows(2) {
                let found = places.entry(key_of(pair)).or_default();
                if found.len() < MOST_PLACES {
                    found.push((number, sentence));
                }
            }
        }
    }
    places
}

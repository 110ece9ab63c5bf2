//! What two sequences have in common, in order.
//!
//! 1. What both begin and end with is common;
//! 2. a middle of at most [`WINDOW`] items is compared by the histogram method of imara-diff, whose work may grow with the
//!    square of the length;
//! 3. a longer one is first cut at the runs of [`RUN`] items that occur once in both, in the manner of Heckel (1978), of
//!    which the longest increasing row is kept;
//! 4. what is still longer than a window has no such anchors, and is compared in narrow parts.
//!
//! So the work is that of sorting, and at most a window's for each item.

use imara_diff::{Algorithm, Diff, Interner, Token};
use std::hash::{BuildHasher, Hash, RandomState};
use std::ops::Range;

/// The longest sequence that is compared with another at once.
const WINDOW: usize = 512;

/// How long a part of a longer sequence without anchors is: there is little to find in it.
const PART: usize = 128;

/// How many items in a row make an anchor.
const RUN: usize = 4;

/// The pairs of places that hold the same item, both in increasing order.
pub(super) fn common<Item: Copy + Eq + Hash>(old: &[Item], new: &[Item]) -> Vec<(usize, usize)> {
    let head = old.iter().zip(new).take_while(|(old, new)| old == new).count();
    let (old_rest, new_rest) = (&old[head..], &new[head..]);
    let tail = old_rest.iter().rev().zip(new_rest.iter().rev()).take_while(|(old, new)| old == new).count();
    let (old_end, new_end) = (old.len() - tail, new.len() - tail);
    let mut pairs: Vec<(usize, usize)> = (0..head).map(|place| (place, place)).collect();
    middle(old, new, (head..old_end, head..new_end), &mut pairs);
    pairs.extend((0..tail).map(|place| (old_end + place, new_end + place)));
    pairs
}

/// A stretch of both sequences.
type Stretch = (Range<usize>, Range<usize>);

fn middle<Item: Copy + Eq + Hash>(old: &[Item], new: &[Item], stretch: Stretch, pairs: &mut Vec<(usize, usize)>) {
    if stretch.0.len() <= WINDOW && stretch.1.len() <= WINDOW {
        return histogram(old, new, stretch, pairs);
    }
    let (mut old_start, mut new_start) = (stretch.0.start, stretch.1.start);
    for (old_anchor, new_anchor) in anchors(old, new, &stretch) {
        parts(old, new, &(old_start..old_anchor, new_start..new_anchor), pairs);
        pairs.push((old_anchor, new_anchor));
        (old_start, new_start) = (old_anchor + 1, new_anchor + 1);
    }
    parts(old, new, &(old_start..stretch.0.end, new_start..stretch.1.end), pairs);
}

/// Compares a stretch; a long one in as many parts as its longer side needs.
fn parts<Item: Copy + Eq + Hash>(old: &[Item], new: &[Item], stretch: &Stretch, pairs: &mut Vec<(usize, usize)>) {
    let longer = stretch.0.len().max(stretch.1.len());
    let count = if longer <= WINDOW { 1 } else { longer.div_ceil(PART) };
    for number in 0..count {
        histogram(old, new, (part(&stretch.0, number, count), part(&stretch.1, number, count)), pairs);
    }
}

/// One of `count` parts of a range, as even as can be.
pub(super) fn part(range: &Range<usize>, number: usize, count: usize) -> Range<usize> {
    let edge = |number: usize| range.start + range.len() * number / count.max(1);
    edge(number)..edge(number + 1)
}

fn histogram<Item: Copy + Eq + Hash>(old: &[Item], new: &[Item], stretch: Stretch, pairs: &mut Vec<(usize, usize)>) {
    let (old_items, new_items) = (&old[stretch.0.clone()], &new[stretch.1.clone()]);
    if old_items.is_empty() || new_items.is_empty() {
        return;
    }
    let mut interner = Interner::new(old_items.len() + new_items.len());
    let before: Vec<Token> = old_items.iter().map(|item| interner.intern(*item)).collect();
    let after: Vec<Token> = new_items.iter().map(|item| interner.intern(*item)).collect();
    let mut diff = Diff::default();
    diff.compute_with(Algorithm::Histogram, &before, &after, interner.num_tokens());
    let kept_old = (0_u32..).zip(stretch.0).filter(|(place, _)| !diff.is_removed(*place));
    let kept_new = (0_u32..).zip(stretch.1).filter(|(place, _)| !diff.is_added(*place));
    pairs.extend(kept_old.zip(kept_new).map(|((_, old), (_, new))| (old, new)));
}

/// Where a run that occurs once in each side begins; of all, the longest row that increases in both.
fn anchors<Item: Copy + Eq + Hash>(old: &[Item], new: &[Item], stretch: &Stretch) -> Vec<(usize, usize)> {
    let state = RandomState::new();
    let runs = |items: &[Item], range: &Range<usize>, is_new: bool| -> Vec<(u64, bool, usize)> {
        let hashes = items[range.clone()].windows(RUN).map(|run| state.hash_one(run));
        hashes.zip(range.start..).map(|(hash, place)| (hash, is_new, place)).collect()
    };
    let mut all = runs(old, &stretch.0, false);
    all.append(&mut runs(new, &stretch.1, true));
    all.sort_unstable();
    let mut unique: Vec<(usize, usize)> = all
        .chunk_by(|one, other| one.0 == other.0)
        .filter_map(|group| match group {
            [(_, false, at), (_, true, to)] if old[*at..*at + RUN] == new[*to..*to + RUN] => Some((*at, *to)),
            _ => None,
        })
        .collect();
    unique.sort_unstable();
    let places: Vec<usize> = unique.iter().map(|(_, new)| *new).collect();
    increasing(&places).into_iter().map(|place| unique[place]).collect()
}

/// The longest increasing row among different values, by their places.
#[must_use]
pub fn increasing(values: &[usize]) -> Vec<usize> {
    // The place of the smallest value that ends a row of each length, and the place before each.
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(values.len());
    for (place, value) in values.iter().enumerate() {
        let length = ends.partition_point(|end| values[*end] < *value);
        before.push(length.checked_sub(1).map(|shorter| ends[shorter]));
        if length == ends.len() {
            ends.push(place);
        } else {
            ends[length] = place;
        }
    }
    let mut row: Vec<usize> = std::iter::successors(ends.last().copied(), |place| before[*place]).collect();
    row.reverse();
    row
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn is_common(old: &[u32], new: &[u32], pairs: &[(usize, usize)]) -> bool {
        pairs.iter().all(|(at, to)| old[*at] == new[*to])
            && pairs.windows(2).all(|pair| pair[0].0 < pair[1].0 && pair[0].1 < pair[1].1)
    }

    #[test]
    fn the_second_of_two_copies_is_the_one_that_is_not_common() {
        assert_eq!(common(&[1, 2, 3], &[1, 2, 2, 3]), [(0, 0), (1, 1), (2, 3)]);
        assert_eq!(common(&[1], &[1, 1]), [(0, 0)]);
    }

    #[test]
    fn a_long_sequence_is_matched_across_an_insertion_wherever_it_stands() {
        let old: Vec<u32> = (0..20_000).map(|number| number * number % 1013).collect();
        for place in [0, 3, 9_999, 20_000] {
            let mut new = old.clone();
            new.splice(place..place, (0..2_000).map(|number| 5_000 + number));
            let pairs = common(&old, &new);
            assert!(is_common(&old, &new, &pairs));
            assert!(pairs.len() > 19_990, "{} at {place}", pairs.len());
        }
    }

    #[test]
    fn hostile_sequences_are_matched_in_time() {
        // No run occurs once, every item twice, and neighbours change places: the histogram's worst case.
        let half: Vec<u32> = (0..500_000).collect();
        let old: Vec<u32> = half.iter().chain(&half).copied().collect();
        let new: Vec<u32> = old.chunks(2).flat_map(|pair| [pair[1], pair[0]]).collect();
        let pairs = common(&old, &new);
        assert!(is_common(&old, &new, &pairs));
        assert!(pairs.len() >= 400_000, "{}", pairs.len());
    }

    proptest! {
        #[test]
        fn pairs_are_equal_and_in_order(
            old in prop::collection::vec(0_u32..6, 0..60), new in prop::collection::vec(0_u32..6, 0..60)
        ) {
            let pairs = common(&old, &new);
            prop_assert!(is_common(&old, &new, &pairs));
        }

        #[test]
        fn no_row_is_longer(values in prop::collection::hash_set(0_usize..100, 0..9)) {
            let values: Vec<usize> = values.into_iter().collect();
            let row = increasing(&values);
            prop_assert!(row.windows(2).all(|pair| pair[0] < pair[1] && values[pair[0]] < values[pair[1]]));
            let longest = (0_u32..1 << values.len()).filter(|chosen| {
                let taken: Vec<usize> = (0..values.len()).filter(|place| chosen >> place & 1 == 1).map(|place| values[place]).collect();
                taken.is_sorted()
            });
            prop_assert_eq!(longest.map(u32::count_ones).max(), u32::try_from(row.len()).ok());
        }
    }
}

//! Which tokens of paired blocks are in place, and the stretches between them.

use super::moved::Moved;
use crate::align::{self, increasing};
use crate::diff::comparing::Comparing;
use crate::diff::links::TokenPlace;
use crate::diff::stretches::Pair;
use std::ops::Range;

/// The pairs of tokens of paired blocks that keep their order, by their places in the blocks: those that the blocks have in
/// common, and of the runs as many as fit between them.
///
/// What is told with sentences that moved is left out.
pub(super) fn kept(comparing: &Comparing<'_>, moved: Option<&Moved>, pair: &Pair) -> Vec<(usize, usize)> {
    let links = &comparing.links.of_new[pair.new.document];
    let (mut common, mut in_runs) = (Vec::new(), Vec::new());
    for token in pair.new.tokens.clone() {
        let is_here =
            |other: &TokenPlace| other.document() == pair.old.document && pair.old.tokens.contains(&other.token());
        let Some(other) = links[token].filter(is_here) else { continue };
        let found = (other.token() - pair.old.tokens.start, token - pair.new.tokens.start);
        if comparing.links.is_in_run(pair.new.document, token) { in_runs.push(found) } else { common.push(found) }
    }
    if !in_runs.is_empty() {
        let fits = |(at, to): &(usize, usize)| {
            let next = common.partition_point(|(_, own)| own < to);
            next.checked_sub(1).is_none_or(|before| common[before].0 < *at)
                && common.get(next).is_none_or(|after| after.0 > *at)
        };
        in_runs.retain(fits);
        common.extend(in_runs);
        common.sort_unstable_by_key(|(_, to)| *to);
        let places: Vec<usize> = common.iter().map(|(at, _)| *at).collect();
        common = increasing(&places).into_iter().map(|place| common[place]).collect();
    }
    if pair.is_split() || pair.is_merged() || pair.moved { filled(comparing, moved, pair, &common) } else { common }
}

/// The pairs of tokens with those between them that are common and have no counterpart: blocks that were split or merged
/// were not compared with all of what they came from.
fn filled(
    comparing: &Comparing<'_>,
    moved: Option<&Moved>,
    pair: &Pair,
    kept: &[(usize, usize)],
) -> Vec<(usize, usize)> {
    let ends = (pair.old.tokens.len(), pair.new.tokens.len());
    let (mut old_start, mut new_start) = (0, 0);
    let mut filled = Vec::with_capacity(kept.len());
    for (at, to) in kept.iter().copied().chain([ends]) {
        let old = comparing.old.tokens(pair.old.document, pair.old.within(&(old_start..at)));
        let new = comparing.new.tokens(pair.new.document, pair.new.within(&(new_start..to)));
        let found = align::common(old, new).into_iter().map(|(one, other)| (old_start + one, new_start + other));
        let is_free = |(at, to): &(usize, usize)| {
            let (old, new) = (pair.old.token(*at), pair.new.token(*to));
            let is_told =
                |moved: &Moved| moved.has_old(pair.old.document, old) || moved.has_new(pair.new.document, new);
            comparing.links.of_old[pair.old.document][old].is_none()
                && comparing.links.of_new[pair.new.document][new].is_none()
                && !moved.is_some_and(is_told)
        };
        filled.extend(found.filter(is_free));
        filled.extend([(at, to)].into_iter().filter(|pair| *pair != ends));
        (old_start, new_start) = (at + 1, to + 1);
    }
    filled
}

/// The stretches of a range whose places are not taken out.
pub(super) fn runs(range: &Range<usize>, is_out: &impl Fn(usize) -> bool) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for place in range.clone().filter(|place| !is_out(*place)) {
        match runs.last_mut().filter(|run| run.end == place) {
            Some(run) => run.end = place + 1,
            None => runs.push(place..place + 1),
        }
    }
    runs
}

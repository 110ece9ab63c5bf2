//! Where an insertion or a deletion stands that could stand in several places, because a token repeats.
//!
//! Of the places where it makes the same change it goes where it reads best: as whole sentences, else where a mark sets it
//! off from what follows.

use crate::align::parts::{PartKind, Token};
use std::ops::Range;

/// Moves the gaps between pairs of tokens in order; the pairs stay as many.
pub(super) fn slide(old: &[Token], new: &[Token], pairs: &mut Vec<(usize, usize)>) {
    let mut gaps = gaps(pairs, (old.len(), new.len()));
    let mut is_other = false;
    for number in 0..gaps.len() {
        let (old_floor, new_floor) =
            number.checked_sub(1).map_or((0, 0), |before| (gaps[before].0.end, gaps[before].1.end));
        let ceiling = gaps.get(number + 1).map_or((old.len(), new.len()), |gap| (gap.0.start, gap.1.start));
        let (at, to) = gaps[number].clone();
        let back = (at.start - old_floor).min(to.start - new_floor);
        let forth = (ceiling.0 - at.end).min(ceiling.1 - to.end);
        let step = match (at.is_empty(), to.is_empty()) {
            (true, false) => best_step(new, &to, back, forth),
            (false, true) => best_step(old, &at, back, forth),
            _ => 0,
        };
        if step != 0 {
            let moved =
                |range: Range<usize>| range.start.saturating_add_signed(step)..range.end.saturating_add_signed(step);
            gaps[number] = (moved(at), moved(to));
            is_other = true;
        }
    }
    if is_other {
        *pairs = between(&gaps, (old.len(), new.len()));
    }
}

type Gap = (Range<usize>, Range<usize>);

/// What stands between the pairs.
fn gaps(pairs: &[(usize, usize)], ends: (usize, usize)) -> Vec<Gap> {
    let mut gaps = Vec::new();
    let (mut old_start, mut new_start) = (0, 0);
    for (at, to) in pairs.iter().copied().chain([ends]) {
        if at > old_start || to > new_start {
            gaps.push((old_start..at, new_start..to));
        }
        (old_start, new_start) = (at + 1, to + 1);
    }
    gaps
}

/// The pairs that stand between gaps.
fn between(gaps: &[Gap], ends: (usize, usize)) -> Vec<(usize, usize)> {
    let mut pairs = Vec::new();
    let (mut old_start, mut new_start) = (0, 0);
    for (at, to) in gaps.iter().cloned().chain([(ends.0..ends.0, ends.1..ends.1)]) {
        pairs.extend((old_start..at.start).zip(new_start..to.start));
        (old_start, new_start) = (at.end, to.end);
    }
    pairs
}

/// How far a stretch may best be moved, at most `back` tokens to the front and `forth` to the end.
fn best_step(row: &[Token], range: &Range<usize>, back: usize, forth: usize) -> isize {
    let same = |one: usize, other: usize| row[one].is_same(row[other]);
    let mut best = (merit(row, range), 0_isize);
    let mut consider = |merit: u8, step: isize| {
        if merit > best.0 {
            best = (merit, step);
        }
    };
    let mut offset = 0_isize;
    for step in 1..=back.min(range.start) {
        if !same(range.start - step, range.end - step) {
            break;
        }
        offset -= 1;
        consider(merit(row, &(range.start - step..range.end - step)), offset);
    }
    offset = 0;
    for step in 1..=forth.min(row.len() - range.end) {
        if !same(range.start + step - 1, range.end + step - 1) {
            break;
        }
        offset += 1;
        consider(merit(row, &(range.start + step..range.end + step)), offset);
    }
    best.1
}

/// How well a stretch reads as one that was put in or taken out.
fn merit(row: &[Token], range: &Range<usize>) -> u8 {
    let kind = |place: usize| row.get(place).map(|token| token.kind());
    let begins = super::begins_sentence(row, range.start);
    let ends = range.end >= row.len() || kind(range.end - 1) == Some(PartKind::Stop);
    let opens = kind(range.start) == Some(PartKind::Mark);
    let closes = kind(range.end - 1) == Some(PartKind::Mark);
    let is_followed_by_mark = matches!(kind(range.end), None | Some(PartKind::Mark | PartKind::Stop));
    match (begins && ends, opens, closes) {
        (true, ..) => 4,
        (_, true, false) if is_followed_by_mark => 3,
        (_, true, false) => 2,
        (_, false, false) => 1,
        _ => 0,
    }
}

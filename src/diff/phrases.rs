//! Makes of the differences between two rows of tokens the edits that a reader would mark.
//!
//! 1. The pairs in order leave gaps: what was taken out and what was put in there;
//! 2. an insertion or a deletion that could stand in several places, because a token repeats, goes where a sentence or a
//!    clause begins or ends (`slide`);
//! 3. small words that two rewritten phrases share by chance are rewritten too, so that a redline reads as phrases
//!    (`join`), in the manner of the semantic clean-up of diff-match-patch (Fraser 2006).

use crate::align::{PartKind, Token};
use std::ops::Range;

/// Tokens of an old row in whose place a new row has others; one of the two may be empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Gap {
    pub(super) old: Range<usize>,
    pub(super) new: Range<usize>,
}

/// Two rows of tokens, with the texts that they stand in.
#[derive(Clone, Copy)]
pub(super) struct Rows<'a> {
    pub(super) old: Row<'a>,
    pub(super) new: Row<'a>,
}

/// A row of tokens and the text that it stands in.
#[derive(Clone, Copy)]
pub(super) struct Row<'a> {
    pub(super) tokens: &'a [Token],
    pub(super) text: &'a str,
}

impl<'a> Row<'a> {
    fn written(self, place: usize) -> &'a str {
        self.tokens.get(place).and_then(|token| self.text.get(token.span.range())).unwrap_or("")
    }

    fn kind(self, place: usize) -> Option<PartKind> {
        self.tokens.get(place).map(|token| token.kind())
    }

    /// Whether a sentence or a clause begins at a token, or the row ends before it.
    fn begins_sentence(self, place: usize) -> bool {
        place.checked_sub(1).is_none_or(|before| self.kind(before) == Some(PartKind::Stop))
    }

    fn ends_sentence(self, end: usize) -> bool {
        end >= self.tokens.len() || self.kind(end - 1) == Some(PartKind::Stop)
    }

    fn words(self, range: &Range<usize>) -> usize {
        range.clone().filter(|place| self.kind(*place) == Some(PartKind::Word)).count()
    }

    /// Whether a token carries no meaning of its own: a mark, or a small word.
    fn is_slight(self, place: usize) -> bool {
        match self.kind(place) {
            Some(PartKind::Word) => SMALL_WORDS.contains(&self.written(place).to_lowercase().as_str()),
            Some(PartKind::Mark | PartKind::Stop) => true,
            _ => false,
        }
    }
}

/// Articles, prepositions and conjunctions of Spanish and English, in order.
const SMALL_WORDS: [&str; 40] = [
    "a", "al", "an", "and", "as", "at", "by", "con", "de", "del", "e", "el", "en", "for", "from", "in", "la", "las",
    "lo", "los", "o", "of", "on", "or", "para", "por", "que", "se", "su", "sus", "that", "the", "to", "u", "un",
    "una", "which", "with", "y", "is",
];

/// The edits between two rows whose tokens are paired in order as `kept` tells.
pub(super) fn edits(rows: Rows<'_>, kept: &[(usize, usize)]) -> Vec<Gap> {
    let mut gaps = Vec::new();
    let (mut old_start, mut new_start) = (0, 0);
    for (at, to) in kept.iter().copied().chain([(rows.old.tokens.len(), rows.new.tokens.len())]) {
        if at > old_start || to > new_start {
            gaps.push(Gap { old: old_start..at, new: new_start..to });
        }
        (old_start, new_start) = (at + 1, to + 1);
    }
    join(rows, slide(rows, gaps))
}

/// Puts each insertion and deletion where it reads best among the places where it makes the same change.
fn slide(rows: Rows<'_>, mut gaps: Vec<Gap>) -> Vec<Gap> {
    for number in 0..gaps.len() {
        let before = number.checked_sub(1).and_then(|before| gaps.get(before));
        let (old_floor, new_floor) = before.map_or((0, 0), |gap| (gap.old.end, gap.new.end));
        let after = gaps.get(number + 1);
        let ends = (rows.old.tokens.len(), rows.new.tokens.len());
        let (old_ceiling, new_ceiling) = after.map_or(ends, |gap| (gap.old.start, gap.new.start));
        let gap = gaps[number].clone();
        let room = |at: usize, to: usize, floor: (usize, usize)| (at - floor.0).min(to - floor.1);
        let back = room(gap.old.start, gap.new.start, (old_floor, new_floor));
        let forth = (old_ceiling - gap.old.end).min(new_ceiling - gap.new.end);
        let (row, range) = match (gap.old.is_empty(), gap.new.is_empty()) {
            (true, false) => (rows.new, gap.new.clone()),
            (false, true) => (rows.old, gap.old.clone()),
            _ => continue,
        };
        let step = best_step(row, &range, back, forth);
        let moved = |range: &Range<usize>| {
            let shift = |place: usize| place.saturating_add_signed(step);
            shift(range.start)..shift(range.end)
        };
        gaps[number] = Gap { old: moved(&gap.old), new: moved(&gap.new) };
    }
    gaps
}

/// How far a stretch may best be moved, at most `back` tokens to the front and `forth` to the end.
fn best_step(row: Row<'_>, range: &Range<usize>, back: usize, forth: usize) -> isize {
    let same = |one: usize, other: usize| row.tokens[one].is_same(row.tokens[other]);
    let mut best = (merit(row, range), 0_isize);
    let mut offset = 0_isize;
    for step in 1..=back.min(range.start) {
        if !same(range.start - step, range.end - step) {
            break;
        }
        offset -= 1;
        best = best.max((merit(row, &(range.start - step..range.end - step)), offset));
    }
    offset = 0;
    for step in 1..=forth.min(row.tokens.len() - range.end) {
        if !same(range.start + step - 1, range.end + step - 1) {
            break;
        }
        offset += 1;
        let moved = (merit(row, &(range.start + step..range.end + step)), offset);
        if moved.0 > best.0 {
            best = moved;
        }
    }
    best.1
}

/// How well a stretch reads as one that was put in or taken out: whole sentences best, then what a mark sets off.
fn merit(row: Row<'_>, range: &Range<usize>) -> u8 {
    let whole = row.begins_sentence(range.start) && row.ends_sentence(range.end);
    let opens = row.kind(range.start) == Some(PartKind::Mark);
    let closes = row.kind(range.end - 1) == Some(PartKind::Mark);
    let follows_mark = matches!(row.kind(range.end), None | Some(PartKind::Mark | PartKind::Stop));
    match (whole, opens, closes) {
        (true, ..) => 4,
        (_, true, false) if follows_mark => 3,
        (_, true, false) => 2,
        (_, false, false) => 1,
        _ => 0,
    }
}

/// Joins neighbouring edits between which only slight tokens stand that are few beside what was rewritten.
fn join(rows: Rows<'_>, gaps: Vec<Gap>) -> Vec<Gap> {
    let mut joined: Vec<Gap> = Vec::with_capacity(gaps.len());
    for gap in gaps {
        match joined.last_mut() {
            Some(last) if is_one_phrase(rows, last, &gap) => {
                *last = Gap { old: last.old.start..gap.old.end, new: last.new.start..gap.new.end };
            }
            _ => joined.push(gap),
        }
    }
    joined
}

/// Whether two edits and the tokens between them read as one rewritten phrase.
fn is_one_phrase(rows: Rows<'_>, one: &Gap, other: &Gap) -> bool {
    let between = one.new.end..other.new.start;
    let rewritten = |gap: &Gap| rows.old.words(&gap.old).min(rows.new.words(&gap.new));
    let (before, after) = (rewritten(one), rewritten(other));
    // What is kept is chance only between phrases that were both rewritten, not between single words.
    before >= 2
        && after >= 2
        && between.clone().all(|place| rows.new.is_slight(place))
        && !between.clone().any(|place| rows.new.kind(place) == Some(PartKind::Stop))
        && 4 * rows.new.words(&between).max(between.len().min(1)) <= before + after
}

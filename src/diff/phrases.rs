//! Makes of the differences between two rows of tokens the edits that a reader would mark.
//!
//! 1. The pairs in order leave gaps: what was taken out and what was put in there;
//! 2. a date or another figure with signs in it (`2026-01-02`) is one, and not kept in part (`whole_figures`);
//! 3. small words that two rewritten phrases share by chance are rewritten too, so that a redline reads as phrases
//!    (`join`), in the manner of the semantic clean-up of diff-match-patch (Fraser 2006);
//! 4. two words that changed places, «claro y breve», each took the other's (`exchanged`).

use crate::align::{PartKind, Token};
use std::collections::HashMap;
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

    /// The figures of several tokens, such as dates: numbers with single marks between them, without blanks.
    fn figures(self) -> Vec<Range<usize>> {
        let is_number = |place: usize| self.written(place).bytes().all(|byte| byte.is_ascii_digit());
        let is_sign = |place: usize| matches!(self.written(place), "-" | "/" | "–" | ":");
        let touches = |place: usize| self.tokens[place - 1].span.end == self.tokens[place].span.start;
        let mut figures = Vec::new();
        let mut start = 0;
        while start < self.tokens.len() {
            let mut end = start + 1;
            while is_number(start)
                && end + 1 < self.tokens.len()
                && is_sign(end)
                && is_number(end + 1)
                && touches(end)
                && touches(end + 1)
            {
                end += 2;
            }
            if end > start + 1 {
                figures.push(start..end);
            }
            start = end;
        }
        figures
    }

    fn words(self, range: &Range<usize>) -> usize {
        range.clone().filter(|place| self.kind(*place) == Some(PartKind::Word)).count()
    }

    /// Whether a token joins what stands on both sides of it: a conjunction, a comma, the limit of two cells.
    fn joins(self, place: usize) -> bool {
        match self.kind(place) {
            Some(PartKind::Word) => matches!(self.written(place), "y" | "e" | "o" | "u" | "and" | "or"),
            Some(PartKind::Mark) => matches!(self.written(place), "," | "/"),
            Some(PartKind::Cell) => true,
            _ => false,
        }
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
    "lo", "los", "o", "of", "on", "or", "para", "por", "que", "se", "su", "sus", "that", "the", "to", "u", "un", "una",
    "which", "with", "y", "is",
];

/// The edits between two rows whose tokens are paired in order as `kept` tells.
pub(super) fn edits(rows: Rows<'_>, kept: &[(usize, usize)]) -> Vec<Gap> {
    let kept = &whole_figures(rows, kept);
    let mut gaps = Vec::new();
    let (mut old_start, mut new_start) = (0, 0);
    for (at, to) in kept.iter().copied().chain([(rows.old.tokens.len(), rows.new.tokens.len())]) {
        if at > old_start || to > new_start {
            gaps.push(Gap { old: old_start..at, new: new_start..to });
        }
        (old_start, new_start) = (at + 1, to + 1);
    }
    join(rows, exchanged(rows, gaps))
}

/// The gaps, where words taken out before a kept word and put in behind it changed places with it.
fn exchanged(rows: Rows<'_>, gaps: Vec<Gap>) -> Vec<Gap> {
    let mut told: Vec<Gap> = Vec::with_capacity(gaps.len());
    for gap in gaps {
        match told.last().and_then(|last| exchange(rows, last, &gap)) {
            Some((one, other)) => {
                told.pop();
                told.extend([one, other]);
            }
            None => told.push(gap),
        }
    }
    told
}

/// The most words that change places with others and are still seen to have done so.
const MOST_EXCHANGED: usize = 3;

/// Of «claro y | breve» that became «breve | y claro», that each word took the place of the other around what joins them.
fn exchange(rows: Rows<'_>, one: &Gap, other: &Gap) -> Option<(Gap, Gap)> {
    let (old, new) = match () {
        () if one.new.is_empty() && other.old.is_empty() => {
            (one.old.start..other.old.start, one.new.start..other.new.end)
        }
        () if one.old.is_empty() && other.new.is_empty() => {
            (one.old.start..other.old.end, one.new.start..other.new.start)
        }
        () => return None,
    };
    if old.len() != new.len() || old.len() > 2 * MOST_EXCHANGED + 1 {
        return None;
    }
    let same = |at: Range<usize>, to: Range<usize>| {
        at.len() == to.len()
            && at.zip(to).all(|(at, to)| {
                let pair = rows.old.tokens.get(at).zip(rows.new.tokens.get(to));
                pair.is_some_and(|(one, other)| one.is_same(*other))
            })
    };
    (1..old.len() - 1).find_map(|length| {
        let (joint, new_joint) = (old.start + length, new.end - 1 - length);
        let (first, last) = (old.start..joint, joint + 1..old.end);
        let (new_first, new_last) = (new.start..new_joint, new_joint + 1..new.end);
        let is_exchanged = rows.old.joins(joint)
            && same(joint..joint + 1, new_joint..new_joint + 1)
            && same(first.clone(), new_last.clone())
            && same(last.clone(), new_first.clone());
        is_exchanged.then_some((Gap { old: first, new: new_first }, Gap { old: last, new: new_last }))
    })
}

/// The pairs of tokens without those of figures that are kept only in part.
fn whole_figures(rows: Rows<'_>, kept: &[(usize, usize)]) -> Vec<(usize, usize)> {
    let (old, new) = (rows.old.figures(), rows.new.figures());
    if old.is_empty() && new.is_empty() {
        return kept.to_vec();
    }
    let holder = |figures: &[Range<usize>], place: usize| {
        let after = figures.partition_point(|figure| figure.start <= place);
        after.checked_sub(1).filter(|at| figures[*at].contains(&place))
    };
    let mut counts: HashMap<(Option<usize>, Option<usize>), usize> = HashMap::new();
    for (at, to) in kept {
        *counts.entry((holder(&old, *at), holder(&new, *to))).or_default() += 1;
    }
    let is_whole = |(at, to): &&(usize, usize)| {
        let key = (holder(&old, *at), holder(&new, *to));
        let count = counts.get(&key).copied().unwrap_or(0);
        key.0.is_none_or(|figure| old[figure].len() == count) && key.1.is_none_or(|figure| new[figure].len() == count)
    };
    kept.iter().filter(is_whole).copied().collect()
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

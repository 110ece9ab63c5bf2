//! Makes of the differences between two rows of tokens the edits that a reader would mark.
//!
//! 1. The pairs in order leave gaps: what was taken out and what was put in there;
//! 2. small words that two rewritten phrases share by chance are rewritten too, so that a redline reads as phrases
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
    join(rows, gaps)
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

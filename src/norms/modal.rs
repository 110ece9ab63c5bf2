//! What a modal expression is, in either language.

use super::Strength;
use super::words::{Gap, Words};
use std::ops::Range;

/// A modal expression with what the rules of its language say of it; places count words of the sentence.
#[derive(Clone, Debug)]
pub(super) struct Modal {
    /// The expression with its negation and unstressed pronouns.
    pub(super) tokens: Range<usize>,
    pub(super) strength: Strength,
    /// Which subjects it needs.
    pub(super) admission: Admission,
    pub(super) voice: Voice,
    /// Whether the content verb says what its subject is or holds, so that the subject may well be a thing.
    pub(super) stative: bool,
    /// Whether no content verb stands in the sentence itself.
    pub(super) introduces: bool,
    /// Whether a subject that denies lifts the duty and forbids nothing: `nobody is required to`.
    pub(super) lifted: bool,
    /// Where the subject is.
    pub(super) source: Source,
    /// Where the content verb ends, from where on a second subject may stand.
    pub(super) end: usize,
}

/// Which subjects make a modal expression a norm.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Admission {
    /// Any, and none.
    Any,
    /// Any but a thing.
    NoThing,
    /// A person or body: a simple future of anything else tells what will be.
    Actors,
    /// A person or body, or a name that could be one's.
    Named,
}

/// The voice of a content verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Voice {
    Active,
    /// With `se`: of a person the verb is reflexive, of a thing passive.
    Reflexive,
    Passive,
}

/// Where the subject of a modal expression is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Source {
    /// Before it.
    Before,
    /// That of the modal expression before it in the sentence.
    Carried,
    /// These words.
    Words(Range<usize>),
    /// Nowhere.
    Nowhere,
}

/// A sentence as the rules of a language read it.
#[derive(Clone, Copy)]
pub(super) struct Scan<'a> {
    pub(super) words: &'a Words,
    /// The words that have a trigger, in order: no others can be the main word of a modal expression.
    pub(super) places: &'a [usize],
    /// Whether only words in capitals count.
    pub(super) capitals: bool,
}

impl Scan<'_> {
    /// The first place from `start` on, at most `reach` words away and before a colon or semicolon, that satisfies a test.
    pub(super) fn find(self, start: usize, reach: usize, test: impl Fn(usize) -> bool) -> Option<usize> {
        (start..self.words.len().min(start + reach))
            .take_while(|place| self.words.gap(*place) != Gap::Strong)
            .find(|place| test(*place))
    }
}

//! Which items of two lists resemble each other: blocks, or whole sections.
//!
//! Two items resemble each other where at least half of their tokens are the same, whatever their order (Dice's
//! coefficient). In place, few neighbours are compared one with the other; far apart, an item is compared with the
//! [`CANDIDATES`] that share most of its rare pairs of words, so that the work stays in proportion to the text.

use super::parts::{PartKind, Token, row_hash};
use super::sequence::part;
use crate::model::Span;
use std::cmp::{Ordering, Reverse};
use std::collections::{HashMap, HashSet};
use std::ops::Range;
use std::sync::OnceLock;

/// The most items of one side that are compared with all of the other in place.
const NEIGHBOURS: usize = 32;

/// A pair of words that stands in more items than this is common, and says nothing.
const RARE: usize = 8;

/// With how many items one is compared far from its place.
const CANDIDATES: usize = 4;

/// The least resemblance, in thousandths.
const ENOUGH: usize = 500;

/// The tokens of an item in the order of their keys.
pub(super) type Bag = Vec<u64>;

pub(super) fn bag(tokens: &[Token]) -> Bag {
    let mut keys: Bag = tokens.iter().map(|token| token.key).collect();
    keys.sort_unstable();
    keys
}

/// The tokens of an item that tell it from others: far from its place, a text is not known again by its articles, its
/// prepositions and its full stop.
fn telling_bag(tokens: &[Token]) -> Bag {
    static SLIGHT: OnceLock<HashSet<u64>> = OnceLock::new();
    let slight = SLIGHT.get_or_init(|| {
        SLIGHT_WORDS.iter().map(|word| Token::new(PartKind::Word, word, Span::default()).key).collect()
    });
    let is_telling = |token: &&Token| {
        !matches!(token.kind(), PartKind::Mark | PartKind::Stop | PartKind::Cell) && !slight.contains(&token.key)
    };
    let mut keys: Bag = tokens.iter().filter(is_telling).map(|token| token.key).collect();
    keys.sort_unstable();
    keys
}

/// Words of Spanish and English that stand in any text.
const SLIGHT_WORDS: [&str; 56] = [
    "A", "a", "al", "an", "and", "are", "as", "at", "be", "by", "con", "de", "deberá", "deberán", "del", "e", "El",
    "el", "en", "es", "for", "from", "in", "is", "La", "la", "Las", "las", "lo", "Los", "los", "must", "o", "of", "on",
    "or", "para", "podrá", "por", "que", "se", "ser", "shall", "should", "su", "sus", "that", "The", "the", "this",
    "to", "un", "una", "which", "with", "y",
];

/// How many of all tokens two items share, in thousandths; 0 where it is not enough.
pub(super) fn resemblance(old: &[u64], new: &[u64]) -> usize {
    let (all, least) = (old.len() + new.len(), old.len().min(new.len()));
    if 2000 * least < ENOUGH * all || all == 0 {
        return 0;
    }
    let (mut at, mut to, mut shared) = (0, 0, 0);
    while let (Some(one), Some(other)) = (old.get(at), new.get(to)) {
        let order = one.cmp(other);
        at += usize::from(order != Ordering::Greater);
        to += usize::from(order != Ordering::Less);
        shared += usize::from(order == Ordering::Equal);
    }
    let thousandths = 2000 * shared / all;
    if thousandths >= ENOUGH { thousandths } else { 0 }
}

/// Pairs the items of two stretches in order so that the pairs' scores together are the highest; a score of 0 makes no
/// pair. Longer stretches are cut in as many parts as they need.
pub(super) fn in_order(
    old: &Range<usize>,
    new: &Range<usize>,
    score: &impl Fn(usize, usize) -> usize,
) -> Vec<(usize, usize)> {
    let mut pairs = Vec::new();
    if !old.is_empty() && !new.is_empty() {
        let count = old.len().max(new.len()).div_ceil(NEIGHBOURS);
        for number in 0..count {
            best_in_order(&part(old, number, count), &part(new, number, count), score, &mut pairs);
        }
    }
    pairs
}

fn best_in_order(
    old: &Range<usize>,
    new: &Range<usize>,
    score: &impl Fn(usize, usize) -> usize,
    pairs: &mut Vec<(usize, usize)>,
) {
    let width = new.len() + 1;
    let scores: Vec<usize> = old.clone().flat_map(|at| new.clone().map(move |to| score(at, to))).collect();
    // The highest sum from each pair of places to the ends.
    let mut sums = vec![0_usize; (old.len() + 1) * width];
    for row in (0..old.len()).rev() {
        for column in (0..new.len()).rev() {
            let gain = scores[row * new.len() + column];
            let paired = if gain > 0 { gain + sums[(row + 1) * width + column + 1] } else { 0 };
            sums[row * width + column] =
                paired.max(sums[(row + 1) * width + column]).max(sums[row * width + column + 1]);
        }
    }
    let (mut row, mut column) = (0, 0);
    while row < old.len() && column < new.len() {
        let gain = scores[row * new.len() + column];
        let sum = sums[row * width + column];
        if gain > 0 && sum == gain + sums[(row + 1) * width + column + 1] {
            pairs.push((old.start + row, new.start + column));
            (row, column) = (row + 1, column + 1);
        } else if sum == sums[(row + 1) * width + column] {
            row += 1;
        } else {
            column += 1;
        }
    }
}

/// Pairs items wherever they stand, the most alike first; gives places in the two lists.
pub(super) fn anywhere(old: &[&[Token]], new: &[&[Token]]) -> Vec<(usize, usize)> {
    if old.is_empty() || new.is_empty() {
        return Vec::new();
    }
    let rare = RarePairs::of(old);
    let bags: Vec<Bag> = old.iter().map(|tokens| telling_bag(tokens)).collect();
    let mut found = Vec::new();
    for (to, tokens) in new.iter().enumerate() {
        let own = telling_bag(tokens);
        for at in candidates(tokens, &rare) {
            let score = resemblance(&bags[at], &own);
            if score > 0 {
                found.push((score, at, to));
            }
        }
    }
    found.sort_unstable_by_key(|(score, at, to)| (Reverse(*score), *at, *to));
    let (mut old_taken, mut new_taken) = (vec![false; old.len()], vec![false; new.len()]);
    found.retain(|(_, at, to)| {
        let free = !old_taken[*at] && !new_taken[*to];
        if free {
            (old_taken[*at], new_taken[*to]) = (true, true);
        }
        free
    });
    found.into_iter().map(|(_, at, to)| (at, to)).collect()
}

/// The pairs of neighbouring tokens that stand in few items.
struct RarePairs {
    /// Each with an item, in order.
    pairs: Vec<(u64, usize)>,
    /// Where each pair begins among them.
    firsts: HashMap<u64, usize>,
}

impl RarePairs {
    fn of(items: &[&[Token]]) -> Self {
        let places = items.iter().enumerate();
        let mut all: Vec<(u64, usize)> =
            places.flat_map(|(place, tokens)| neighbours(tokens).map(move |pair| (pair, place))).collect();
        all.sort_unstable();
        all.dedup();
        let groups = all.chunk_by(|one, other| one.0 == other.0).filter(|group| group.len() <= RARE);
        let pairs: Vec<(u64, usize)> = groups.flatten().copied().collect();
        let firsts = pairs.iter().enumerate().rev().map(|(number, (pair, _))| (*pair, number)).collect();
        Self { pairs, firsts }
    }

    /// The items in which a pair stands.
    fn items(&self, pair: u64) -> impl Iterator<Item = usize> + '_ {
        let own = self.firsts.get(&pair).and_then(|first| self.pairs.get(*first..)).unwrap_or(&[]);
        own.iter().take_while(move |(known, _)| *known == pair).map(|(_, item)| *item)
    }
}

fn neighbours(tokens: &[Token]) -> impl Iterator<Item = u64> + '_ {
    tokens.windows(2).map(row_hash)
}

/// The items that share most rare pairs with `tokens`.
fn candidates(tokens: &[Token], rare: &RarePairs) -> Vec<usize> {
    let mut own: Vec<u64> = neighbours(tokens).collect();
    own.sort_unstable();
    own.dedup();
    let mut votes: Vec<usize> = own.into_iter().flat_map(|pair| rare.items(pair)).collect();
    votes.sort_unstable();
    let mut counted: Vec<(usize, usize)> =
        votes.chunk_by(|one, other| one == other).map(|group| (group.len(), group[0])).collect();
    counted.sort_unstable_by_key(|(count, item)| (Reverse(*count), *item));
    counted.into_iter().take(CANDIDATES).map(|(_, item)| item).collect()
}

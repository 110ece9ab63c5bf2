//! Numbers of words of which some are shared, exactly.

use std::cmp::Ordering;
use std::ops::{Add, AddAssign};

/// A number of words: a whole one, or a fraction where words are shared in equal parts.
///
/// Sums are exact as long as no commit has more than 86 authors: the least common multiple of all numbers up to that has less
/// than 128 bits. Beyond, a part of a word is rounded to the nearest of 2⁶⁴ parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Share {
    whole: u128,
    /// What is left: less than one.
    numerator: u128,
    denominator: u128,
}

/// Into how many parts a word is divided where its exact parts are too many.
const ROUNDED: u128 = 1 << 64;

impl Share {
    /// So many words, divided among so many.
    #[must_use]
    pub fn new(words: usize, among: usize) -> Self {
        let (words, among) = (words as u128, among.max(1) as u128);
        Self { whole: words / among, numerator: words % among, denominator: among }.reduced()
    }

    /// The whole words and the part of one that is left, as numerator and denominator.
    #[must_use]
    pub const fn parts(self) -> (u128, u128, u128) {
        (self.whole, self.numerator, self.denominator)
    }

    /// How many thousandths of `whole` these are, to the nearest.
    #[must_use]
    pub fn thousandths_of(self, whole: usize) -> u128 {
        if whole == 0 {
            return 0;
        }
        let Self { numerator, denominator, .. } = self.rounded();
        let whole = whole as u128 * denominator;
        ((self.whole * denominator + numerator) * 2000 + whole) / (whole * 2)
    }

    /// Whether there are none.
    #[must_use]
    pub const fn is_none(self) -> bool {
        self.whole == 0 && self.numerator == 0
    }

    fn reduced(self) -> Self {
        let divisor = greatest_common_divisor(self.numerator, self.denominator);
        Self { numerator: self.numerator / divisor, denominator: self.denominator / divisor, ..self }
    }

    /// The same with a denominator of no more than 32 bits, to the nearest such: only to be shown, or to be compared if all
    /// else fails.
    fn rounded(self) -> Self {
        let shift = (u128::BITS - self.denominator.leading_zeros()).saturating_sub(32);
        Self { numerator: self.numerator >> shift, denominator: (self.denominator >> shift).max(1), ..self }
    }

    /// What is left of two numbers as parts of the same size: numerators and denominator.
    fn in_common(self, other: Self) -> Option<(u128, u128, u128)> {
        let divisor = greatest_common_divisor(self.denominator, other.denominator);
        let (own, others) = (other.denominator / divisor, self.denominator / divisor);
        let denominator = self.denominator.checked_mul(own).filter(|denominator| *denominator <= u128::MAX / 2)?;
        Some((self.numerator * own, other.numerator * others, denominator))
    }

    /// The part of a word that is left, in as many parts as fit.
    fn coarse(self) -> u128 {
        let Self { numerator, denominator, .. } = self.rounded();
        numerator * ROUNDED / denominator
    }
}

fn greatest_common_divisor(one: u128, other: u128) -> u128 {
    let (mut one, mut other) = (one, other);
    while other != 0 {
        (one, other) = (other, one % other);
    }
    one.max(1)
}

impl Default for Share {
    fn default() -> Self {
        Self { whole: 0, numerator: 0, denominator: 1 }
    }
}

impl Add for Share {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        let exact = self.in_common(other);
        let (own, others, denominator) = exact.unwrap_or_else(|| (self.coarse(), other.coarse(), ROUNDED));
        let numerator = own + others;
        let whole = self.whole + other.whole + numerator / denominator;
        Self { whole, numerator: numerator % denominator, denominator }.reduced()
    }
}

impl AddAssign for Share {
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

impl PartialOrd for Share {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Share {
    fn cmp(&self, other: &Self) -> Ordering {
        self.whole.cmp(&other.whole).then_with(|| match self.in_common(*other) {
            Some((own, others, _)) => own.cmp(&others),
            None => self.coarse().cmp(&other.coarse()),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thirds_sum_up() {
        let third = Share::new(10, 3);
        assert_eq!(third.parts(), (3, 1, 3));
        assert_eq!(third + third + third, Share::new(10, 1));
        assert_eq!(Share::new(1, 3).thousandths_of(1), 333);
        assert!(Share::new(1, 3) < Share::new(1, 2));
    }

    #[test]
    fn parts_of_any_size_sum_up() {
        let whole = |among: usize| (0..among).map(|_| Share::new(100_003, among)).fold(Share::default(), Add::add);
        let each: Vec<Share> =
            (1..=86).flat_map(|among| std::iter::repeat_n(Share::new(100_003, among), among)).collect();
        let sum = each
            .iter()
            .rev()
            .step_by(2)
            .chain(each.iter().rev().skip(1).step_by(2))
            .fold(Share::default(), |a, b| a + *b);
        assert_eq!(sum, Share::new(100_003 * 86, 1));
        assert_eq!(whole(10_007), Share::new(100_003, 1));
        // Beyond it is near, in order, and nothing overflows.
        let primes = [89, 97, 101, 103, 107, 109, 113, 127, 131, 137, 139, 149, 151, 157, 163, 167, 173, 179, 181, 191];
        let sum = primes.iter().map(|prime| Share::new(prime - 1, *prime)).fold(Share::default(), Add::add);
        assert_eq!(sum.thousandths_of(20), 992);
        assert!(sum > Share::new(19, 1) && sum < Share::new(20, 1) && sum < sum + Share::new(1, 1_000_003));
    }
}

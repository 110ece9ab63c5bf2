//! Numbers of words of which some are shared, exactly.

use std::ops::{Add, AddAssign};

/// A number of words: a whole one, or a fraction where words are shared in equal parts. Sums are exact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Share {
    numerator: u128,
    denominator: u128,
}

impl Share {
    /// So many words, divided among so many.
    #[must_use]
    pub fn new(words: usize, among: usize) -> Self {
        Self { numerator: words as u128, denominator: among.max(1) as u128 }.reduced()
    }

    /// The whole words and the part of one that is left, as numerator and denominator.
    #[must_use]
    pub const fn parts(self) -> (u128, u128, u128) {
        (self.numerator / self.denominator, self.numerator % self.denominator, self.denominator)
    }

    /// How many thousandths of `whole` these are, to the nearest.
    #[must_use]
    pub const fn thousandths_of(self, whole: usize) -> u128 {
        if whole == 0 {
            return 0;
        }
        let whole = self.denominator * whole as u128;
        (self.numerator * 2000 + whole) / (whole * 2)
    }

    /// Whether there are none.
    #[must_use]
    pub const fn is_none(self) -> bool {
        self.numerator == 0
    }

    fn reduced(self) -> Self {
        let (mut one, mut other) = (self.numerator, self.denominator);
        while other != 0 {
            (one, other) = (other, one % other);
        }
        let divisor = one.max(1);
        Self { numerator: self.numerator / divisor, denominator: self.denominator / divisor }
    }
}

impl Default for Share {
    fn default() -> Self {
        Self { numerator: 0, denominator: 1 }
    }
}

impl Add for Share {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        let numerator = self.numerator * other.denominator + other.numerator * self.denominator;
        Self { numerator, denominator: self.denominator * other.denominator }.reduced()
    }
}

impl AddAssign for Share {
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

impl PartialOrd for Share {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Share {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        (self.numerator * other.denominator).cmp(&(other.numerator * self.denominator))
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
}

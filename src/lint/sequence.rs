//! Numbers that count up, and where they fail to.
//!
//! 1. Each number is compared with the one before it: the next whole number, or the next suffix (`14`, `14 Bis`, `14 Ter`);
//! 2. where it is neither, its neighbours decide what is wrong: a number left out, one that stands twice, one that stands
//!    in another's place;
//! 3. numbers that fail often, or that jump back without a reason, are several sequences in one (a law that quotes
//!    another), and nothing is said of them.

use crate::model::Designator;

/// A number of a sequence with its suffix.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Number {
    /// The whole number.
    pub value: u32,
    /// The place of the suffix: 0 for none, 1 for `Bis` or `A`.
    pub suffix: u32,
    /// The figures behind a suffix, `14 Bis 1`; 0 for none.
    pub figures: u32,
}

/// What is wrong with a number of a sequence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Numbers before it are left out, from the first to the last.
    Gap(Number, Number),
    /// It has been there before, at this place of the sequence.
    Duplicate(usize),
    /// It stands where another was to be expected.
    Instead(Number),
    /// It and the one before it, which is this, have changed places.
    Swapped(Number),
}

/// Suffixes that count: Latin, from the first.
const LATIN: [&[&str]; 10] = [
    &["bis"],
    &["ter"],
    &["quater"],
    &["quinquies", "quintus"],
    &["sexies"],
    &["septies"],
    &["octies"],
    &["nonies"],
    &["decies"],
    &["undecies"],
];

impl Number {
    /// A whole number.
    #[must_use]
    pub const fn whole(value: u32) -> Self {
        Self { value, suffix: 0, figures: 0 }
    }

    /// The number of a clause.
    #[must_use]
    pub fn of(designator: &Designator) -> Self {
        let Some(written) = &designator.suffix else { return Self::whole(designator.number) };
        let (name, figures) = written.split_once(' ').unwrap_or((written, ""));
        let latin = LATIN.iter().zip(1..).find(|(names, _)| names.contains(&name)).map(|(_, place)| place);
        let letter =
            name.bytes().next().filter(|_| name.len() == 1).map(|letter| u32::from(letter.wrapping_sub(b'a')) + 1);
        let suffix = latin.or(letter).unwrap_or(1);
        Self { value: designator.number, suffix, figures: figures.parse().unwrap_or(0) }
    }

    /// The whole number after it.
    #[must_use]
    pub const fn next(self) -> Self {
        Self::whole(self.value.saturating_add(1))
    }

    /// The whole number before it.
    #[must_use]
    pub const fn before(self) -> Self {
        Self::whole(self.value.saturating_sub(1))
    }

    /// Whether it may follow another.
    #[must_use]
    pub fn follows(self, last: Self) -> bool {
        let next_suffix = self.suffix == last.suffix + 1 && self.figures <= 1;
        let next_figures = self.suffix == last.suffix && self.suffix > 0 && self.figures == last.figures + 1;
        self == last.next() || (self.value == last.value && (next_suffix || next_figures))
    }

    /// Whether numbers are left out between it and the one before it; the first and the last of them.
    fn left_out(self, last: Self) -> Option<(Self, Self)> {
        if self.value == last.value && self.suffix > last.suffix + 1 {
            let suffixed = |suffix| Self { value: self.value, suffix, figures: 0 };
            return Some((suffixed(last.suffix + 1), suffixed(self.suffix - 1)));
        }
        let until = if self.suffix > 0 { Self::whole(self.value) } else { self.before() };
        (self.value > last.value && until.value > last.value).then_some((last.next(), until))
    }
}

/// What is wrong with the numbers of one sequence, each fault with the place of its number. Nothing where the sequence
/// is not regular enough for anyone to be sure.
#[must_use]
pub fn faults(numbers: &[Number]) -> Vec<(usize, Fault)> {
    let most = 1 + numbers.len() / 4;
    let mut faults = Vec::new();
    let Some(mut last) = numbers.first().copied() else { return faults };
    let mut place = 1;
    while let Some(number) = numbers.get(place).copied() {
        let ahead = |distance: usize| numbers.get(place + distance).copied();
        if number.follows(last) {
            last = number;
        } else if ahead(1) == Some(last.next()) && number == last.next().next() {
            // 5, 7, 6, 8: the two have changed places.
            faults.push((place + 1, Fault::Swapped(number)));
            place += 1;
            last = number;
        } else if ahead(1) == Some(last.next().next()) && Some(number) != ahead(1) && number.value != last.value + 1 {
            // 8, 9, 8, 11: one number is wrong, those around it are right.
            faults.push((place, before(numbers, place).unwrap_or(Fault::Instead(last.next()))));
            last = last.next();
        } else if let Some((first, until)) = number.left_out(last) {
            faults.push((place, Fault::Gap(first, until)));
            last = number;
        } else if number == last {
            faults.push((place, Fault::Duplicate(place - 1)));
        } else if ahead(1) == Some(last.next()) && before(numbers, place).is_some() {
            faults.push((place, before(numbers, place).unwrap_or(Fault::Instead(last.next()))));
        } else {
            return Vec::new();
        }
        if faults.len() > most {
            return Vec::new();
        }
        place += 1;
    }
    if numbers.len() < 3 { Vec::new() } else { faults }
}

/// Whether the number at a place has been there before; called at most once for each fault that is reported.
fn before(numbers: &[Number], place: usize) -> Option<Fault> {
    let number = numbers.get(place)?;
    numbers.get(..place)?.iter().rposition(|earlier| earlier == number).map(Fault::Duplicate)
}

/// Cuts numbers where they begin at 1 again: the places of the runs.
pub fn runs(numbers: &[Number]) -> impl Iterator<Item = std::ops::Range<usize>> {
    let mut start = 0;
    let ends = (1..=numbers.len()).filter(|place| numbers.get(*place).is_none_or(|number| *number == Number::whole(1)));
    ends.map(move |end| std::mem::replace(&mut start, end)..end)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(values: &[u32]) -> Vec<(usize, Fault)> {
        faults(&values.iter().map(|value| Number::whole(*value)).collect::<Vec<_>>())
    }

    fn gap(first: u32, last: u32) -> Fault {
        Fault::Gap(Number::whole(first), Number::whole(last))
    }

    #[test]
    fn what_counts_up_has_no_faults() {
        assert_eq!(told(&[]), []);
        assert_eq!(told(&[6, 7, 8, 9]), []);
        let suffixed =
            [(1, 0, 0), (1, 1, 0), (1, 2, 0), (2, 0, 0), (2, 1, 0), (2, 1, 1), (2, 1, 2), (2, 2, 0), (3, 0, 0)];
        let numbers = suffixed.map(|(value, suffix, figures)| Number { value, suffix, figures });
        assert_eq!(faults(&numbers), []);
    }

    #[test]
    fn a_number_left_out_is_told_once() {
        assert_eq!(told(&[1, 2, 4, 5]), [(2, gap(3, 3))]);
        assert_eq!(told(&[1, 2, 3, 7]), [(3, gap(4, 6))]);
        let bis = |value, suffix| Number { value, suffix, figures: 0 };
        let numbers = [bis(13, 0), bis(14, 0), bis(14, 1), bis(14, 3), bis(15, 0)];
        assert_eq!(faults(&numbers), [(3, Fault::Gap(bis(14, 2), bis(14, 2)))]);
        assert_eq!(faults(&[bis(3, 0), bis(4, 0), bis(6, 1)]), [(2, gap(5, 6))]);
        assert_eq!(faults(&[bis(3, 0), bis(4, 1), bis(5, 0)]), [(1, gap(4, 4))]);
    }

    #[test]
    fn a_number_that_stands_twice() {
        assert_eq!(told(&[6, 7, 8, 8, 9, 10]), [(3, Fault::Duplicate(2))]);
        assert_eq!(told(&[6, 7, 8, 8, 10, 11]), [(3, Fault::Duplicate(2))]);
        assert_eq!(told(&[7, 8, 9, 8, 11]), [(3, Fault::Duplicate(1))]);
        assert_eq!(told(&[7, 8, 9, 8, 10]), [(3, Fault::Duplicate(1))]);
    }

    #[test]
    fn a_number_in_the_place_of_another() {
        assert_eq!(told(&[4, 5, 7, 6, 8]), [(3, Fault::Swapped(Number::whole(7)))]);
        assert_eq!(told(&[8, 9, 18, 11]), [(2, Fault::Instead(Number::whole(10)))]);
    }

    #[test]
    fn where_nobody_can_be_sure_nothing_is_said() {
        // Too short; several sequences in one; many faults.
        for values in [&[1, 3][..], &[1, 4, 7, 2, 3], &[1, 2, 14, 3, 15, 4], &[1, 3, 5, 7, 9], &[5, 3, 1]] {
            assert_eq!(told(values), [], "{values:?}");
        }
    }

    #[test]
    fn runs_begin_at_one() {
        let numbers = [5, 6, 1, 2, 1].map(Number::whole);
        assert_eq!(runs(&numbers).collect::<Vec<_>>(), [0..2, 2..4, 4..5]);
        assert_eq!(runs(&[]).count(), 0);
    }

    proptest::proptest! {
        #![proptest_config(proptest::prelude::ProptestConfig { failure_persistence: None, ..Default::default() })]

        #[test]
        fn faults_lie_inside_any_sequence(values in proptest::collection::vec(0..12_u32, 0..12)) {
            let found = told(&values);
            proptest::prop_assert!(found.iter().all(|(place, _)| *place < values.len()));
            proptest::prop_assert!(found.is_sorted_by(|one, other| one.0 < other.0));
        }
    }
}

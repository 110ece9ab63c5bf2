//! Which known name someone may have meant.

/// Longest name that is compared, in characters: a limit on work.
const LONGEST_NAME: usize = 128;

/// How many known names one is compared with: a limit on work.
const MOST_NAMES: usize = 1_000;

/// The known names nearest to a wanted one.
#[derive(Debug, PartialEq, Eq)]
pub struct Nearest<Item> {
    /// Those at the same, smallest distance, in the order given; empty if none is near.
    pub items: Vec<Item>,
    /// How many letters are to be changed, added, removed or swapped.
    pub distance: usize,
}

/// Finds the names nearest to `wanted`: at most one letter in four differs.
pub fn nearest<Name: AsRef<str>, Item>(wanted: &str, known: impl IntoIterator<Item = (Name, Item)>) -> Nearest<Item> {
    let length = wanted.chars().take(LONGEST_NAME + 1).count();
    let mut found = Nearest { items: Vec::new(), distance: usize::MAX };
    if length > LONGEST_NAME {
        return found;
    }
    for (name, item) in known.into_iter().take(MOST_NAMES) {
        let other = name.as_ref().chars().take(LONGEST_NAME + 1).count();
        let limit = (length.max(other) / 4).min(found.distance);
        if other > LONGEST_NAME || length.abs_diff(other) > limit {
            continue;
        }
        let distance = strsim::osa_distance(wanted, name.as_ref());
        if distance > limit {
            continue;
        }
        if distance < found.distance {
            found = Nearest { items: Vec::new(), distance };
        }
        found.items.push(item);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(wanted: &str, known: &[&'static str]) -> (Vec<&'static str>, usize) {
        let found = nearest(wanted, known.iter().map(|name| (*name, *name)));
        (found.items, found.distance)
    }

    #[test]
    fn the_nearest_name_wins() {
        assert_eq!(near("alcanse", &["alcance", "balance", "objeto"]), (vec!["alcance"], 1));
    }

    #[test]
    fn swapped_letters_are_one_slip() {
        assert_eq!(near("datso", &["datos"]), (vec!["datos"], 1));
    }

    #[test]
    fn names_at_the_same_distance_are_all_given_in_order() {
        assert_eq!(near("anexo-c", &["anexo-b", "anexo-a"]), (vec!["anexo-b", "anexo-a"], 1));
    }

    #[test]
    fn far_and_very_short_names_are_not_suggested() {
        assert_eq!(near("abc", &["abd", "x", ""]), (vec![], usize::MAX));
    }

    #[test]
    fn very_long_names_are_not_compared() {
        let long = "a".repeat(LONGEST_NAME + 1);
        assert_eq!(nearest(&long, [(long.clone(), ())]).items, []);
        assert_eq!(nearest(&long[1..], [(&long[1..], ())]).items, [()]);
    }
}

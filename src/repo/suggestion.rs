//! Names that somebody may have meant.

use strsim::osa_distance;

/// The most names that are suggested.
const MOST_SUGGESTIONS: usize = 3;

/// The longest name that is compared: the work grows with the product of the lengths.
const LONGEST_NAME: usize = 128;

/// The names nearest to what was written, the nearest first, at most three; capitals do not count. A name is near if
/// at most a third of its letters differ.
pub(super) fn nearest<'name>(written: &str, names: impl IntoIterator<Item = &'name str>) -> Vec<&'name str> {
    if written.len() > LONGEST_NAME {
        return Vec::new();
    }
    let written = written.to_lowercase();
    let mut near: Vec<_> = names
        .into_iter()
        .filter(|name| name.len() <= LONGEST_NAME)
        .filter_map(|name| {
            let distance = osa_distance(&written, &name.to_lowercase());
            let most = (name.chars().count().max(written.chars().count()) / 3).max(1);
            (distance <= most).then_some((distance, name))
        })
        .collect();
    near.sort_unstable();
    near.dedup();
    near.truncate(MOST_SUGGESTIONS);
    near.into_iter().map(|(_, name)| name).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_come_first_and_the_far_not_at_all() {
        let names = ["v1.10", "v1.2", "main", "v2.0", "v1.3", "v1.2", "V1.1"];
        assert_eq!(nearest("1.2", names), ["v1.2"]);
        assert_eq!(nearest("v1.1", names), ["V1.1", "v1.10", "v1.2"]);
        assert_eq!(nearest("Mian", names), ["main"]);
        assert_eq!(nearest("publicación", names), [""; 0]);
    }

    #[test]
    fn names_beyond_measure_are_not_compared() {
        let long = "x".repeat(129);
        assert_eq!(nearest(&long, [long.as_str()]), [""; 0]);
        assert_eq!(nearest(&long[..128], [&long[1..]]), [&long[1..]]);
    }
}

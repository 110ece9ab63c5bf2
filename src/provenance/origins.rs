//! Which commit each word came from, kept as runs of words with the same one.

/// A commit by its place in the history.
pub(super) type Origin = u32;

/// The origin of a word that is not known yet.
pub(super) const UNKNOWN: Origin = Origin::MAX;

/// A run of words: their origin and how many they are.
pub(super) type Run = (Origin, u32);

/// The origins of a row of words as runs.
pub(super) fn runs(origins: &[Origin]) -> Vec<Run> {
    let count = |chunk: &[Origin]| u32::try_from(chunk.len()).unwrap_or(u32::MAX);
    origins.chunk_by(|one, other| one == other).map(|chunk| (chunk[0], count(chunk))).collect()
}

/// The origins of the words one by one.
pub(super) fn each(runs: &[Run]) -> Vec<Origin> {
    runs.iter().flat_map(|(origin, count)| std::iter::repeat_n(*origin, *count as usize)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_hold_each_origin() {
        let origins = [3, 3, 1, 3];
        assert_eq!(runs(&origins), [(3, 2), (1, 1), (3, 1)]);
        assert_eq!(each(&runs(&origins)), origins);
        assert_eq!(runs(&[]), []);
    }
}

//! Which tags name a release, where the manifest does not say.

use super::folded;

/// Words that stand before a version, folded.
const WORDS: [&str; 7] = ["release", "rel", "version", "ver", "edition", "edicion", "v"];

/// What stands between the parts of a name.
const SEPARATORS: [char; 4] = ['.', '_', '-', '/'];

/// Whether a tag's name is that of a release: a version or a date in figures, parted by `.`, `_` or `-`.
///
/// `1.2`, `v2`, `release-1_2_0`, `versión/1.0`, `2026-11-22`, `20261122` and `1.2.0+3` are; what has letters after the
/// figures is a version before its release: `1.2.0-rc.1`, `v2-beta`. A single number is a version only after a word, or as
/// a date of eight figures.
#[must_use]
pub fn is_release_name(name: &str) -> bool {
    // Some write `1__2__0`, for lack of a full stop.
    let name = folded(name).replace("__", "_");
    let mut rest = name.as_str();
    // `release-v1.0` has two words.
    for _ in 0..2 {
        if let Some(after) = WORDS.iter().find_map(|word| rest.strip_prefix(word)) {
            rest = after.strip_prefix(SEPARATORS).unwrap_or(after);
        }
    }
    let has_word = rest.len() < name.len();
    // What is built of a version is no other version (semver.org, 10).
    let (version, build) = rest.split_once('+').unwrap_or((rest, "0"));
    let parts: Vec<&str> = version.split(['.', '_', '-']).collect();
    let in_figures = |part: &&str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let is_date = version.len() == 8 && (version.starts_with("19") || version.starts_with("20"));
    !build.is_empty() && parts.iter().all(in_figures) && (parts.len() > 1 || has_word || is_date)
}

#[cfg(test)]
mod tests {
    use super::is_release_name;

    #[test]
    fn versions_and_dates_are_releases() {
        for name in [
            "1.2",
            "0.8.1",
            "v2",
            "V1.0",
            "v.1.0",
            "1_2_0",
            "1__2__0",
            "1-2",
            "release-1.0",
            "release/v1.0",
            "Versión-2.0",
            "edicion_2026",
            "2026-11-22",
            "2026.11",
            "20261122",
            "1.2.0+3",
        ] {
            assert!(is_release_name(name), "{name}");
        }
    }

    #[test]
    fn versions_before_their_release_and_other_names_are_none() {
        for name in [
            "",
            "v",
            "1",
            "12345678",
            "1.0-rc1",
            "1.0.0-rc.1",
            "v2-beta",
            "2.0b1",
            "v1.0-borrador",
            "backup-2026-11-22",
            "rc-1.0",
            "1..0",
            "1.0.",
            "1.0+",
            "vv1x",
            "draft",
            "ultima-release",
            "１.０",
        ] {
            assert!(!is_release_name(name), "{name}");
        }
    }
}

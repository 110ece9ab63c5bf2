//! Which number the next version deserves, by what changed.
//!
//! As semantic versioning has it for programs (semver.org, 7 and 8), with commitments in the place of the interface: what
//! was promised and is no longer, or no longer in the same way, is a major change; what is promised in addition a minor
//! one; other words are a patch.

use super::change::{Change, Class};
use serde::Serialize;

/// How much of a version's number a set of changes raises.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Bump {
    /// Nothing that is read changed.
    None,
    /// Only words.
    Patch,
    /// Commitments were added or strengthened.
    Minor,
    /// Commitments were removed, weakened or changed.
    Major,
}

impl Bump {
    /// What changes ask for together.
    #[must_use]
    pub fn of<'a>(changes: impl IntoIterator<Item = &'a Change>) -> Self {
        changes.into_iter().flat_map(Self::of_change).max().unwrap_or(Self::None)
    }

    fn of_change(change: &Change) -> impl Iterator<Item = Self> + '_ {
        let norms = change.norms.iter().map(|norm| norm.class);
        std::iter::once(change.class).chain(norms).map(Self::of_class)
    }

    /// What a change of a class asks for.
    const fn of_class(class: Class) -> Self {
        match class {
            Class::NormRemoved | Class::NormWeakened | Class::NormChanged => Self::Major,
            Class::NormAdded | Class::NormStrengthened => Self::Minor,
            Class::Metadata | Class::Formatting => Self::None,
            Class::Definition | Class::Figure | Class::Structural | Class::Editorial => Self::Patch,
        }
    }

    /// Its name in output for machines.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Patch => "patch",
            Self::Minor => "minor",
            Self::Major => "major",
        }
    }

    /// The name of the version after one of this name, written in the same way: `v1.2` becomes `v2.0`, `1__1__5` becomes
    /// `1__1__6`. `None` for dates and whatever else is no version of two or three numbers, and where nothing changed.
    #[must_use]
    pub fn after(self, version: &str) -> Option<String> {
        let start = version.find(|character: char| character.is_ascii_digit())?;
        let (before, numbers) = version.split_at(start);
        let separator: String =
            numbers.chars().skip_while(char::is_ascii_digit).take_while(|it| !it.is_ascii_digit()).collect();
        if separator.is_empty() || separator.chars().any(char::is_alphanumeric) {
            return None;
        }
        let mut parts: Vec<u32> = numbers.split(&*separator).map(|part| part.parse().ok()).collect::<Option<_>>()?;
        if !(2..=3).contains(&parts.len()) || parts[0] >= FIRST_YEAR {
            return None;
        }
        let place = match self {
            Self::None => return None,
            Self::Major => 0,
            Self::Minor => 1,
            Self::Patch => 2,
        };
        parts.resize(parts.len().max(place + 1), 0);
        parts[place] = parts[place].checked_add(1)?;
        parts[place + 1..].fill(0);
        Some(format!("{before}{}", parts.iter().map(u32::to_string).collect::<Vec<_>>().join(&separator)))
    }
}

/// From here on a number is a year.
const FIRST_YEAR: u32 = 1900;

#[cfg(test)]
mod tests {
    use super::Bump;

    #[test]
    fn the_next_version_is_written_as_the_last() {
        let after = |bump: Bump, version| bump.after(version);
        assert_eq!(after(Bump::Major, "v1.2").as_deref(), Some("v2.0"));
        assert_eq!(after(Bump::Minor, "0.8.1").as_deref(), Some("0.9.0"));
        assert_eq!(after(Bump::Patch, "v1.2").as_deref(), Some("v1.2.1"));
        assert_eq!(after(Bump::Patch, "1__1__5").as_deref(), Some("1__1__6"));
        for version in ["2026-11-22", "2026.11", "1.2-rc1", "v2", "borrador", ""] {
            assert_eq!(after(Bump::Major, version), None, "{version}");
        }
        assert_eq!(after(Bump::None, "1.0"), None);
    }
}

//! Languages of documents.

use serde::Serialize;
use std::fmt;

/// A language tag in the sense of BCP 47, such as `es`, `en` or `es-MX`, in its usual letter case.
///
/// Only the shape is checked; any language may have a translation of a policy.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct Language(String);

impl Language {
    /// Reads a tag: a primary subtag of two or three letters, then subtags of one to eight letters or digits.
    #[must_use]
    pub fn new(tag: &str) -> Option<Self> {
        let mut subtags = tag.split('-');
        let primary = subtags.next()?;
        if !(2..=3).contains(&primary.len()) || !primary.bytes().all(|byte| byte.is_ascii_alphabetic()) {
            return None;
        }
        let mut normal = primary.to_ascii_lowercase();
        for subtag in subtags {
            if !(1..=8).contains(&subtag.len()) || !subtag.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
                return None;
            }
            normal.push('-');
            match subtag.len() {
                2 => normal.push_str(&subtag.to_ascii_uppercase()),
                _ => normal.push_str(&subtag.to_ascii_lowercase()),
            }
        }
        Some(Self(normal))
    }

    /// The tag.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether this language is meant by another: `es` means `es-MX` too (RFC 4647, section 3.3.1).
    #[must_use]
    pub fn is_meant_by(&self, range: &Self) -> bool {
        let rest = self.as_str().strip_prefix(range.as_str());
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
    }

    /// The primary subtag: `es` of `es-MX`.
    #[must_use]
    pub fn primary(&self) -> &str {
        self.0.split('-').next().unwrap_or(&self.0)
    }
}

impl fmt::Display for Language {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_brought_to_their_usual_case() {
        assert_eq!(Language::new("ES-mx").unwrap().as_str(), "es-MX");
    }

    #[test]
    fn what_is_no_tag_is_refused() {
        for tag in ["", "e", "español", "es_MX", "es-", "../x"] {
            assert_eq!(Language::new(tag), None, "{tag}");
        }
    }
}

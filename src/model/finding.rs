//! What a check has to say about a place in a policy.

use super::{DocumentPath, Message, Span};
use serde::{Serialize, Serializer};
use sha2::{Digest, Sha256};
use std::fmt;

/// How much a finding weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Something is wrong; the command fails.
    Error,
    /// A person should look; the command fails only with `--strict`.
    Warning,
}

/// One thing that a rule found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Name of the rule, such as `broken-anchor`.
    pub rule: &'static str,
    /// How much it weighs.
    pub severity: Severity,
    /// The document it stands in.
    pub path: DocumentPath,
    /// The exact place in that document.
    pub span: Span,
    /// What is wrong.
    pub message: Message,
    /// What to do about it, in the order of their likelihood.
    pub hints: Vec<Message>,
    /// Other places that explain it.
    pub related: Vec<RelatedPlace>,
    /// How it can be mended, where that is known.
    pub fix: Option<Fix>,
    /// What it is known by from one run to the next; [`Fingerprint::default`] where nobody compares runs.
    pub fingerprint: Fingerprint,
}

/// What a finding is known by: the same in each run that finds the same fault, however the files around it have changed.
/// Shown as 32 hexadecimal digits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fingerprint([u8; 16]);

impl Fingerprint {
    /// The fingerprint of some parts: the first 128 bits of the SHA-256 of each part after its length, so that no other
    /// division of the same bytes has the same fingerprint.
    #[must_use]
    pub fn of<'a>(parts: impl IntoIterator<Item = &'a [u8]>) -> Self {
        let mut hash = Sha256::new();
        for part in parts {
            hash.update((part.len() as u64).to_le_bytes());
            hash.update(part);
        }
        let mut bytes = [0; 16];
        for (byte, hashed) in bytes.iter_mut().zip(hash.finalize()) {
            *byte = hashed;
        }
        Self(bytes)
    }

    /// Its bytes.
    #[must_use]
    pub const fn as_bytes(&self) -> &[u8; 16] {
        &self.0
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(formatter, "{byte:02x}"))
    }
}

impl Serialize for Fingerprint {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// Another place that a finding refers to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RelatedPlace {
    /// The document of that place.
    pub path: DocumentPath,
    /// The place.
    pub span: Span,
    /// What it has to do with the finding.
    pub message: Message,
}

/// Edits that mend a finding.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Fix {
    /// Replacements in the finding's document, in order, without overlap.
    pub edits: Vec<Edit>,
    /// Whether the edits cannot change what the text means.
    pub safe: bool,
}

/// One replacement of text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Edit {
    /// What is replaced; empty to insert.
    pub span: Span,
    /// What stands there afterwards.
    pub text: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fingerprint_is_shown_in_32_digits() {
        let shown = Fingerprint::of([b"regla".as_slice(), b"texto"]).to_string();
        assert_eq!((shown.len(), shown.chars().all(|digit| digit.is_ascii_hexdigit())), (32, true));
        assert_eq!(Fingerprint::default().to_string(), "0".repeat(32));
    }

    #[test]
    fn each_division_of_the_same_bytes_has_its_own() {
        let of = |parts: &[&str]| Fingerprint::of(parts.iter().map(|part| part.as_bytes()));
        assert_eq!(of(&["ab", "c"]), of(&["ab", "c"]));
        assert_ne!(of(&["ab", "c"]), of(&["a", "bc"]));
        assert_ne!(of(&["abc"]), of(&["abc", ""]));
    }
}

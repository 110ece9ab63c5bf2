//! The hash by which a security policy lets one script run, or one style apply.

use base64::prelude::{BASE64_STANDARD, Engine as _};
use sha2::{Digest, Sha256};

/// The hash of the content of an element (<https://www.w3.org/TR/CSP3/#match-element-to-source-list>).
pub(in crate::edition) fn content_hash(content: &str) -> String {
    let mut hash = String::from("sha256-");
    BASE64_STANDARD.encode_string(Sha256::digest(content), &mut hash);
    hash
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The hash of nothing, as everybody knows it.
    #[test]
    fn content_is_named_by_the_hash_of_its_bytes() {
        assert_eq!(content_hash(""), "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
    }
}

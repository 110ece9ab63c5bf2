//! Paths of documents inside a policy.

use serde::Serialize;
use std::fmt;
use std::sync::Arc;

/// The path of a file relative to the policy's root folder, with `/` between its parts.
///
/// It never leaves that folder: no part is empty, `.` or `..`, and it has no root or drive. Links of a document are
/// resolved through [`DocumentPath::resolve`], so that a hostile text can name no file outside the policy.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DocumentPath(Arc<str>);

impl DocumentPath {
    /// Takes a relative path, resolving `.` and `..`; `None` if it is empty, absolute or leaves the root.
    #[must_use]
    pub fn new(path: &str) -> Option<Self> {
        if path.starts_with('/') || path.contains(['\\', '\0']) {
            return None;
        }
        let mut parts = Vec::new();
        for part in path.split('/') {
            match part {
                "" | "." => {}
                ".." => {
                    parts.pop()?;
                }
                _ if parts.is_empty() && part.len() == 2 && part.ends_with(':') => return None,
                _ => parts.push(part),
            }
        }
        (!parts.is_empty()).then(|| Self(parts.join("/").into()))
    }

    /// The path as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What an edition calls the document by in an anchor: `es-anexo` of `es/anexo.md`.
    #[must_use]
    pub fn anchor_name(&self) -> String {
        self.0.rsplit_once('.').map_or(self.as_str(), |(stem, _)| stem).replace(['/', ' '], "-")
    }

    /// The file name without its folders.
    #[must_use]
    pub fn file_name(&self) -> &str {
        self.0.rsplit('/').next().unwrap_or(&self.0)
    }

    /// The folder that holds the file, `""` at the root.
    #[must_use]
    pub fn folder(&self) -> &str {
        self.0.rsplit_once('/').map_or("", |(folder, _)| folder)
    }

    /// Whether a path is this one, or lies in it as in a folder.
    #[must_use]
    pub fn holds(&self, path: &str) -> bool {
        path.strip_prefix(self.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    }

    /// The file that `target`, a link's path written in this document, names; `None` if it lies outside the policy.
    ///
    /// `target` is relative to this document's folder; `%` escapes are decoded first.
    #[must_use]
    pub fn resolve(&self, target: &str) -> Option<Self> {
        let target = percent_decode(target)?;
        if target.starts_with('/') {
            return None;
        }
        Self::new(format!("{}/{target}", self.folder()).trim_start_matches('/'))
    }
}

impl Serialize for DocumentPath {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl fmt::Display for DocumentPath {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl AsRef<str> for DocumentPath {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

/// Decodes `%41` escapes (RFC 3986, section 2.1); `None` if the result is not UTF-8. A `%` that begins no escape stays.
#[must_use]
pub fn percent_decode(text: &str) -> Option<String> {
    let bytes = text.as_bytes();
    let mut decoded = Vec::with_capacity(bytes.len());
    let mut offset = 0;
    while offset < bytes.len() {
        let escape = bytes.get(offset + 1..offset + 3).filter(|_| bytes[offset] == b'%');
        let value = escape.and_then(|digits| {
            let digits = std::str::from_utf8(digits).ok()?;
            digits.bytes().all(|digit| digit.is_ascii_hexdigit()).then(|| u8::from_str_radix(digits, 16).ok())?
        });
        if let Some(value) = value {
            decoded.push(value);
            offset += 3;
        } else {
            decoded.push(bytes[offset]);
            offset += 1;
        }
    }
    String::from_utf8(decoded).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn resolved(from: &str, target: &str) -> Option<String> {
        DocumentPath::new(from)?.resolve(target).map(|path| path.to_string())
    }

    #[test]
    fn links_resolve_against_the_documents_folder() {
        assert_eq!(resolved("es/04.md", "../img/a.svg").as_deref(), Some("img/a.svg"));
        assert_eq!(resolved("es/04.md", "05%20b.md").as_deref(), Some("es/05 b.md"));
        assert_eq!(resolved("a.md", "b.md").as_deref(), Some("b.md"));
    }

    #[test]
    fn no_link_leaves_the_policy() {
        for target in ["../../etc/passwd", "/etc/passwd", "%2e%2e/%2e%2e/x", "..\\..\\x", "C:/x", "a%00b", "%ff"] {
            assert_eq!(resolved("x.md", target), None, "{target}");
        }
    }

    #[test]
    fn a_stray_percent_sign_stays() {
        assert_eq!(percent_decode("100%").as_deref(), Some("100%"));
        assert_eq!(percent_decode("%+1%é").as_deref(), Some("%+1%é"));
    }
}

//! Links between the documents of a policy.

use crate::model::{DocumentPath, Inline, InlineKind, Span, percent_decode};
use std::fmt::Write as _;

/// Where a link leads: a document and an anchor in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// The document, which need not exist.
    pub path: DocumentPath,
    /// The anchor, escapes decoded.
    pub anchor: String,
}

impl Target {
    /// Reads a link's target as written in the document `from`. `None` if it leads out of the policy's files, names no
    /// anchor, or one that every page has: the top, a text to highlight, a line of the source on GitHub.
    #[must_use]
    pub fn read(written: &str, from: &DocumentPath) -> Option<Self> {
        let (file, fragment) = written.split_once('#')?;
        if file.contains('?') || file.starts_with('/') || has_scheme(file) {
            return None;
        }
        // The text fragment of https://wicg.github.io/scroll-to-text-fragment/ is not part of the anchor.
        let fragment = fragment.split_once(":~:").map_or(fragment, |(anchor, _)| anchor);
        if fragment.is_empty() || fragment.eq_ignore_ascii_case("top") || names_lines(fragment) {
            return None;
        }
        let path = if file.is_empty() { from.clone() } else { from.resolve(file)? };
        Some(Self { path, anchor: percent_decode(fragment)? })
    }
}

/// Whether a link's target begins with a scheme such as `https:` (RFC 3986, section 3.1).
#[must_use]
pub fn has_scheme(target: &str) -> bool {
    target.split_once(':').is_some_and(|(scheme, _)| {
        scheme.starts_with(|first: char| first.is_ascii_alphabetic())
            && scheme.chars().all(|letter| letter.is_ascii_alphanumeric() || matches!(letter, '+' | '-' | '.'))
    })
}

/// Endings of the names of public sites, those of countries where Spanish or English is spoken among them.
const WEB_ENDINGS: [&str; 32] = [
    "ar", "au", "bo", "ca", "cl", "co", "com", "cr", "cu", "do", "ec", "edu", "es", "eu", "gob", "gov", "gt", "hn",
    "int", "mil", "mx", "net", "ni", "org", "pa", "pe", "pr", "py", "sv", "uk", "us", "uy",
];

/// Whether a text is the name of a public site beyond doubt, and not that of a file: `datos.gob.mx`.
#[must_use]
pub fn is_web_name(text: &str) -> bool {
    let is_label =
        |label: &str| !label.is_empty() && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    let Some((rest, ending)) = text.rsplit_once('.') else { return false };
    let is_public =
        rest.contains('.') || matches!(rest, "gob" | "gov") || matches!(ending, "com" | "gob" | "gov" | "org");
    is_public && WEB_ENDINGS.contains(&ending) && rest.split('.').all(is_label)
}

/// Whether a fragment names lines of the source, as GitHub writes them: `L3`, `L3-L10`.
fn names_lines(fragment: &str) -> bool {
    fragment.split('-').all(|part| {
        let digits = part.strip_prefix('L').unwrap_or("");
        !digits.is_empty() && digits.bytes().all(|digit| digit.is_ascii_digit())
    })
}

/// Where the fragment of an inline link is written, without its `#`. `None` if the link takes its target from a
/// reference, or spells it with escapes.
#[must_use]
pub fn locate_fragment(link: &Inline<'_>, text: &str) -> Option<Span> {
    let InlineKind::Link { target, inlines, .. } = &link.kind else { return None };
    let start = inlines.last().map_or(link.span.range().start + 1, |last| last.span.range().end);
    let after_text = text.get(start..link.span.range().end)?;
    let written = after_text.split_once("](")?.1;
    let written = written.trim_start();
    let written = written.strip_prefix('<').unwrap_or(written);
    let fragment = written.strip_prefix(target.split('#').next()?)?.strip_prefix('#')?;
    let length = target.split_once('#')?.1.split(":~:").next()?.len();
    let matches = fragment.get(..length) == target.split_once('#')?.1.get(..length);
    let start = link.span.range().end - fragment.len();
    matches.then(|| Span::new(start..start + length))
}

/// An anchor as a link's fragment spells it: what would end or change the link is percent-encoded, and what is not
/// ASCII too where `ascii` asks for that.
#[must_use]
pub fn fragment(anchor: &str, ascii: bool) -> String {
    let mut written = String::with_capacity(anchor.len());
    for character in anchor.chars() {
        let plain = character.is_alphanumeric() || "-._~!$'+,;=:@/?".contains(character);
        if plain && (character.is_ascii() || !ascii) {
            written.push(character);
        } else {
            for byte in character.encode_utf8(&mut [0; 4]).bytes() {
                let _ = write!(written, "%{byte:02X}");
            }
        }
    }
    written
}

/// The file `to` as a link in the document `from` names it.
#[must_use]
pub fn relative(from: &DocumentPath, to: &DocumentPath) -> String {
    let mut folders = from.folder().split('/').filter(|folder| !folder.is_empty()).peekable();
    let mut rest = to.as_str();
    while let Some(folder) = folders.peek() {
        match rest.strip_prefix(folder).and_then(|rest| rest.strip_prefix('/')) {
            Some(inner) => rest = inner,
            None => break,
        }
        folders.next();
    }
    let up = "../".repeat(folders.count());
    let path: Vec<_> = rest.split('/').map(|part| fragment(part, false)).collect();
    format!("{up}{}", path.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn path(path: &str) -> DocumentPath {
        DocumentPath::new(path).unwrap()
    }

    fn read(written: &str) -> Option<(String, String)> {
        let target = Target::read(written, &path("es/04.md"))?;
        Some((target.path.to_string(), target.anchor))
    }

    #[test]
    fn targets_name_a_document_and_a_decoded_anchor() {
        let expected = |path: &str, anchor: &str| Some((path.to_owned(), anchor.to_owned()));
        assert_eq!(read("#alcance"), expected("es/04.md", "alcance"));
        assert_eq!(read("05.md#alcance"), expected("es/05.md", "alcance"));
        assert_eq!(read("../en/05%20b.md#a"), expected("en/05 b.md", "a"));
        assert_eq!(read("#art%C3%ADculo"), expected("es/04.md", "artículo"));
        assert_eq!(read("#a:~:text=b"), expected("es/04.md", "a"));
        assert_eq!(read("#L"), expected("es/04.md", "L"));
        assert_eq!(read("#a#b"), expected("es/04.md", "a#b"));
    }

    #[test]
    fn what_every_page_has_or_lies_outside_is_not_read() {
        for written in [
            "05.md",
            "#",
            "#top",
            "#TOP",
            "#:~:text=datos",
            "#L10",
            "a.md#L10-L20",
            "a.md?plain=1#x",
            "https://example.org/a.md#x",
            "mailto:a@b.mx#x",
            "//example.org/a.md#x",
            "/es/a.md#x",
            "../../a.md#x",
            "#%ff",
        ] {
            assert_eq!(read(written), None, "{written}");
        }
    }

    #[test]
    fn names_of_sites_are_told_from_names_of_files() {
        for name in ["gob.mx", "datos.gob.mx", "www.un.org", "x.gov", "example.org"] {
            assert!(is_web_name(name), "{name}");
        }
        for name in ["guia.md", "guia.es.md", "a.es", "v1.2", "mx", ".gob.mx", "a b.gob.mx", "com.example.Foo", "a..mx"]
        {
            assert!(!is_web_name(name), "{name}");
        }
    }

    #[test]
    fn anchors_are_spelled_so_that_they_stay_inside_the_link() {
        assert_eq!(fragment("artículo-1.º", false), "artículo-1.º");
        assert_eq!(fragment("artículo", true), "art%C3%ADculo");
        assert_eq!(fragment("a) <b> \"c%\"", false), "a%29%20%3Cb%3E%20%22c%25%22");
    }

    #[test]
    fn relative_links_go_up_only_as_far_as_they_must() {
        assert_eq!(relative(&path("a.md"), &path("b.md")), "b.md");
        assert_eq!(relative(&path("es/a.md"), &path("es/b c.md")), "b%20c.md");
        assert_eq!(relative(&path("es/x/a.md"), &path("es/y/b.md")), "../y/b.md");
        assert_eq!(relative(&path("es/a.md"), &path("b.md")), "../b.md");
        assert_eq!(relative(&path("es/a.md"), &path("espacio/b.md")), "../espacio/b.md");
    }
}

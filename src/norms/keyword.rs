//! The keywords of BCP 14 (RFC 2119 and RFC 8174), which count in capitals alone where a text declares them.

use super::words::Words;
use memchr::memmem;

/// Which modal expressions of a document set count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Keywords {
    /// All of them, as in any text.
    #[default]
    Usual,
    /// Only those in capitals: `MUST`, `SHOULD NOT`, `OPTIONAL`, `DEBE`.
    Bcp14,
}

/// What the verb begins with by which a text says how its keywords are to be read: `interpreted`, «se interpretarán», «deben
/// ser interpretadas».
const INTERPRETED: [&str; 4] = ["interpreted", "interpretan", "interpretar", "interpretad"];

/// Whether a document says that its keywords are to be interpreted as BCP 14 describes. One that says so speaks for the
/// whole set that it belongs to.
#[must_use]
pub fn declares_keywords(text: &str) -> bool {
    const NAMES: [&str; 5] = ["RFC 2119", "RFC2119", "RFC 8174", "BCP 14", "BCP14"];
    /// How far the declaration may stand from the name, in bytes.
    const REACH: usize = 400;
    // Every name has one of these, which most texts have nowhere.
    if memmem::find(text.as_bytes(), b"RFC").is_none() && memmem::find(text.as_bytes(), b"BCP").is_none() {
        return false;
    }
    let near = |start: usize| {
        let from = (start.saturating_sub(REACH)..=start).find(|place| text.is_char_boundary(*place)).unwrap_or(start);
        let to = (start..=text.len().min(start + REACH)).rev().find(|place| text.is_char_boundary(*place));
        let around = &text[from..to.unwrap_or(start)];
        INTERPRETED.iter().any(|verb| around.contains(verb))
    };
    NAMES.iter().any(|name| memmem::find_iter(text.as_bytes(), name).any(near))
}

/// Whether a sentence is the one that says so, and only names the keywords. Others may speak of what is interpreted too:
/// `All code MUST be in English, except where policy is machine interpreted as code.`
pub(super) fn declares(words: &Words) -> bool {
    let is_verb = |word: &str| INTERPRETED.iter().any(|verb| word.starts_with(verb));
    let is_name = |place: usize| {
        matches!(words.word(place), "rfc" | "rfc2119" | "rfc8174" | "bcp" | "bcp14" | "keywords")
            || words.reads(place, &["key", "words"])
            || words.reads(place, &["palabras", "clave"])
    };
    (0..words.len()).any(|place| is_verb(words.word(place))) && (0..words.len()).any(is_name)
}

//! What reads like a citation and opens a clause: `Artículo 5.- …` at the start of a line.
//!
//! The model knows the designations that open paragraphs; those of quoted clauses («“Artículo 5.- …”»), of lines after a
//! forced break and of a contents list are told here by their place and what follows.

use super::{Citation, Target, words};
use crate::model::{Passage, Setting};

/// Bytes of marks and blanks that can stand before a designation in its line.
const MARGIN: usize = 80;

/// Whether a citation is the designation of a clause.
pub(super) fn is_one(citation: &Citation, passage: &Passage<'_>) -> bool {
    let text = passage.text.as_str();
    let Target::Clauses(clauses) = &citation.target else { return false };
    let single = matches!(clauses.as_slice(), [clause] if clause.path.len() == 1 && clause.through.is_none());
    let range = citation.range.clone();
    let capitalised = text[range.start..].starts_with(char::is_uppercase);
    if !single || !capitalised {
        return false;
    }
    let begins_line = begins_line(text, range.start);
    let rest = &text[range.end..];
    let alone = rest.trim_start_matches(['.', '*']).trim_start_matches([' ', '\u{a0}', '*']);
    if begins_line && (alone.is_empty() || alone.starts_with('\n')) {
        return !matches!(passage.setting, Setting::Cell { .. }) && citation.link(passage).is_none();
    }
    (begins_line || stands_apart(text, range.start)) && opens(text, range.end)
}

/// Whether a place is no part of the sentence before it: «… del Trabajo. Artículo 4 Ámbito de actuación Artículo 5 …», as in
/// texts whose lines were run together. Within a sentence an article or a preposition stands before a citation.
fn stands_apart(text: &str, start: usize) -> bool {
    let end = words::back_over_blanks(text, start);
    if text[..end].ends_with(['.', ':', '”', '"']) {
        return true;
    }
    let joins =
        ["by", "from", "para", "per", "por", "see", "segun", "under", "vease", "ver", "bajo", "mediante", "este"];
    words::ending(text, end).is_some_and(|word| !joins.contains(&word.folded()) && !words::is_join(&word))
}

/// Whether no letter or figure stands before a place in its line.
fn begins_line(text: &str, start: usize) -> bool {
    let mut seen = 0;
    for character in text[..start].chars().rev() {
        if character == '\n' {
            return true;
        }
        seen += character.len_utf8();
        if character.is_alphanumeric() || seen > MARGIN {
            return false;
        }
    }
    true
}

/// Whether what follows a number is what follows a designation: `.-`, `. La`, ` : La`, ` –`, ` La`.
fn opens(text: &str, end: usize) -> bool {
    let blank = [' ', '\u{a0}', '*'];
    let rest = text[end..].trim_start_matches(['º', '°', '"', '”']);
    let mark = rest.trim_start_matches(blank);
    if mark.starts_with(['-', '–', '—']) {
        return true;
    }
    let after = mark.trim_start_matches(['.', ':']);
    let punctuated = after.len() < mark.len();
    let after = after.trim_start_matches(blank);
    if punctuated && after.starts_with(['-', '–', '—', '(', '"', '“', '«', '[']) {
        return true;
    }
    after.len() < rest.len() && words::at(after, 0).is_some_and(|word| word.is_capitalised())
}

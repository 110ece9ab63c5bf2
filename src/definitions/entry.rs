//! Reads one entry of a glossary: `Term: meaning`, `**Term.** meaning`, `«Term»: meaning`, `“Term” means …`.
//!
//! 1. the mark of the clause or item is passed over;
//! 2. the term is what is quoted or set in bold, else what stands before the first colon or dash;
//! 3. what stands after is the meaning; an entry without one is none;
//! 4. an acronym in parentheses and further names joined by «o» are taken off the term.

use crate::model::{Inline, InlineKind, Passage, numbering, plain_text};
use std::ops::Range;

/// An entry, in bytes of the passage's text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The names that are defined; one at least.
    pub names: Vec<Range<usize>>,
    /// The acronym in parentheses after the name.
    pub acronym: Option<Range<usize>>,
    /// What they mean.
    pub meaning: Range<usize>,
}

/// Longest term, in bytes.
const LONGEST_TERM: usize = 100;

/// Most words of a term that nothing sets apart but the colon after it.
const MOST_WORDS: usize = 8;

/// Most words of such a term that begins in small letters, as the beginning of any sentence may.
const MOST_SMALL_WORDS: usize = 4;

/// Reads an entry from a passage that stands where definitions are expected.
///
/// `announced` tells that the passage is a clause or an item after an introduction: then a term may begin in lower case.
pub fn read(passage: &Passage<'_>, announced: bool) -> Option<Entry> {
    let text = passage.text.as_str();
    let start = after_mark(passage);
    let (term, meaning) = quoted(text, start)
        .or_else(|| marked(passage, start))
        .or_else(|| plain(text, start, announced || passage.list_depth > 0))?;
    let meaning = meaning + separators(&text[meaning..]);
    let end = text.trim_end().len();
    if meaning >= end || !text[meaning..end].contains(char::is_alphabetic) {
        return None;
    }
    names(text, term, meaning..end)
}

/// The names that a term consists of, as an entry with that meaning.
pub fn names(text: &str, term: Range<usize>, meaning: Range<usize>) -> Option<Entry> {
    let mut term = trimmed(text, term);
    let mut acronym = None;
    if text[term.clone()].ends_with(')')
        && let Some(open) = text[term.clone()].rfind(" (")
    {
        let inside = trimmed(text, term.start + open + 2..term.end - 1);
        if is_acronym(&text[inside.clone()]) {
            acronym = Some(inside);
        }
        term = trimmed(text, term.start..term.start + open);
    }
    let mut names = Vec::new();
    let mut rest = term;
    while let Some((at, length)) = joint(text, &rest) {
        names.push(trimmed(text, rest.start..at));
        rest = trimmed(text, at + length..rest.end);
    }
    names.push(rest);
    names.retain(|name| text[name.clone()].contains(char::is_alphabetic));
    (!names.is_empty()).then_some(Entry { names, acronym, meaning })
}

/// Where a term gives way to another name for the same: ` o `, ` or `, `/`, before a capital or a quotation mark.
fn joint(text: &str, term: &Range<usize>) -> Option<(usize, usize)> {
    let written = &text[term.clone()];
    [" o ", " u ", " or ", " / "].into_iter().find_map(|joint| {
        let at = written.find(joint)?;
        let next = written[at + joint.len()..].chars().next()?;
        let begins = next.is_uppercase() || "\"“«".contains(next);
        begins.then_some((term.start + at, joint.len()))
    })
}

/// Whether a word is written as an acronym: two letters or more, capitals all but an `s` at the end.
pub fn is_acronym(word: &str) -> bool {
    let capitals = word.strip_suffix('s').unwrap_or(word);
    (2..=16).contains(&capitals.len())
        && capitals.chars().all(|character| character.is_uppercase() || character.is_ascii_digit() || character == '-')
        && capitals.chars().filter(|character| character.is_uppercase()).count() >= 2
}

/// The offset after the mark that a clause or an item begins with: `XII.`, `b)`, `5.1.`
pub fn after_mark(passage: &Passage<'_>) -> usize {
    let text = passage.text.as_str();
    let start = text.len() - text.trim_start().len();
    if let Some(designator) = passage.designator
        && text[start..].starts_with(&designator.label)
    {
        let after = start + designator.label.len();
        return after + marks(&text[after..]);
    }
    let rest = &text[start..];
    let rest = rest.strip_prefix('(').unwrap_or(rest);
    let length = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '.').unwrap_or(0);
    let (mark, after) = rest.split_at(length);
    let number = mark.trim_end_matches('.');
    let counts = number.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
        || number.len() == 1
        || numbering::roman(number).is_some();
    if !number.is_empty() && counts && (mark.ends_with('.') || after.starts_with(')')) {
        let after = text.len() - after.len();
        return after + marks(&text[after..]);
    }
    start
}

/// Length of the signs that close a mark, with the blanks after them.
fn marks(text: &str) -> usize {
    text.len() - text.trim_start_matches(|c: char| c.is_whitespace() || ".)-–—º°".contains(c)).len()
}

/// A term in quotation marks, with or without an article before it, and where what follows it begins.
fn quoted(text: &str, start: usize) -> Option<(Range<usize>, usize)> {
    let rest = &text[start..];
    let article = ["El ", "La ", "Los ", "Las ", "The ", "A ", "An "].into_iter().find(|it| rest.starts_with(it));
    let open = start + article.map_or(0, str::len);
    let close = closing(text[open..].chars().next()?)?;
    let inside = open + text[open..].chars().next()?.len_utf8();
    let mut end = inside + text[inside..].find(close)?;
    let mut after = end + close.len_utf8();
    if end - inside > LONGEST_TERM {
        return None;
    }
    // Further names: “Developer” or “You” means.
    for joint in [" o ", " or ", " y ", " and "] {
        if let Some(next) = text[after..].strip_prefix(joint)
            && let Some(mark) = next.chars().next()
            && let Some(close) = closing(mark)
            && let Some(length) = next[mark.len_utf8()..].find(close)
            && length <= LONGEST_TERM
        {
            end = after + joint.len() + mark.len_utf8() + length;
            after = end + close.len_utf8();
            break;
        }
    }
    let follows = text[after..].trim_start();
    let separated = separators(&text[after..]) > text[after..].len() - follows.len();
    (separated || defining_verb(follows).is_some()).then_some((inside..end, after))
}

/// The quotation mark that closes one that opens.
pub fn closing(open: char) -> Option<char> {
    match open {
        '"' => Some('"'),
        '“' | '„' => Some('”'),
        '«' => Some('»'),
        _ => None,
    }
}

/// The length of a verb that defines at the beginning of a text.
pub fn defining_verb(text: &str) -> Option<usize> {
    const VERBS: &[&str] = &[
        "means ",
        "mean ",
        "shall mean ",
        "refers to ",
        "refer to ",
        "refers, ",
        "represents ",
        "has the meaning ",
        "have the meaning ",
        "significa ",
        "significará ",
        "se refiere a ",
        "se refieren a ",
        "designa ",
    ];
    VERBS.iter().find(|verb| text.starts_with(**verb)).map(|verb| verb.len())
}

/// A term in bold or italics, and where what follows it begins.
fn marked(passage: &Passage<'_>, start: usize) -> Option<(Range<usize>, usize)> {
    let text = passage.text.as_str();
    let inline = passage.inlines.iter().take(3).find(|inline| is_marked(inline))?;
    let written = plain_text(inline.children());
    let length = written.len();
    if length > LONGEST_TERM || !text[start..].starts_with(&written) {
        return None;
    }
    let end = start + length;
    let closed = written.ends_with([':', '.', '-', '–', '—']);
    let rest = &text[end..];
    let separated = separators(rest) > rest.len() - rest.trim_start().len();
    // A number in bold before the term: **7.5 Candidato:**
    let number = written.len() - written.trim_start_matches(|c: char| c.is_ascii_digit() || " .)-".contains(c)).len();
    let term = start + number..start + written.trim_end_matches([':', '.', '-', '–', '—', ' ']).len().max(number);
    (closed || separated || defining_verb(rest.trim_start()).is_some()).then_some((term, end))
}

fn is_marked(inline: &Inline<'_>) -> bool {
    matches!(inline.kind, InlineKind::Strong(_) | InlineKind::Emphasis(_))
}

/// A term that only the colon or the dash after it sets apart.
fn plain(text: &str, start: usize, listed: bool) -> Option<(Range<usize>, usize)> {
    let rest = &text[start..];
    let first = rest.chars().next()?;
    if !(first.is_uppercase() || listed && first.is_alphabetic()) {
        return None;
    }
    let most = if first.is_uppercase() { MOST_WORDS } else { MOST_SMALL_WORDS };
    let mut words = 0;
    for (offset, character) in rest.char_indices() {
        if offset > LONGEST_TERM || words >= most {
            return None;
        }
        let after = &rest[offset + character.len_utf8()..];
        match character {
            ':' => return Some((start..start + offset, start + offset + 1)),
            '.' if after.trim_start().starts_with(['-', '–', '—']) => {
                return Some((start..start + offset, start + offset + 1));
            }
            '–' | '—' | '-' if rest[..offset].ends_with(' ') && after.starts_with(' ') => {
                return Some((start..start + offset, start + offset));
            }
            '.' | ';' | '?' | '!' | '\u{fffc}' => return None,
            ' ' => words += 1,
            _ => {}
        }
    }
    None
}

/// Length of the signs between a term and its meaning, blanks included.
fn separators(text: &str) -> usize {
    text.len() - text.trim_start_matches(|c: char| c.is_whitespace() || ":.-–—".contains(c)).len()
}

/// A range without the blanks, quotation marks and marks of punctuation at its ends.
pub fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let edge = |c: char| c.is_whitespace() || ":,;*_\"“”«»„".contains(c);
    let written = &text[range.clone()];
    let start = range.start + (written.len() - written.trim_start_matches(edge).len());
    let end = range.start + written.trim_end_matches(edge).len();
    start..end.max(start)
}

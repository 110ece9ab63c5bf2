//! Finds what is defined in passing: `(en adelante, la Ley)`, `(hereinafter “the Committee”)`, `“Content” means …`.
//!
//! 1. each quotation is looked at: one that stands in parentheses names what is before them, one that a defining verb
//!    follows is defined by what comes after;
//! 2. each «en adelante» and its like names what follows it, and «se entiende por» says what it means;
//! 3. a term in italics or bold before a defining verb is defined by what comes after (`emphasised`).

use super::entry::{closing, defining_verb, trimmed};
use super::front::front_range;
use super::saying;
use super::words::without_article;
use crate::model::{Inline, InlineKind, Passage, Span, plain_text};
use memchr::memmem::Finder;
use std::ops::Range;
use std::sync::LazyLock;

/// A term that is defined in passing, in bytes of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// The term, without article and quotation marks.
    pub term: Range<usize>,
    /// What it means, where that follows.
    pub meaning: Option<Range<usize>>,
}

/// Longest term, and longest way from a term to the parentheses around it, in bytes.
pub(super) const REACH: usize = 100;

/// Where a document has the words without which nothing is said in passing, so that most passages are not searched.
#[derive(Debug, Default)]
pub struct Cues(Vec<usize>);

impl Cues {
    /// One word of each cue, as written: between words a line may end or emphasis begin.
    const WORDS: [&str; 6] = ["adelante", "sucesivo", "ereinafter", "ereafter", "entiende", "entender"];

    /// Reads a document's text.
    pub fn of(text: &str) -> Self {
        let places = Self::WORDS.iter().flat_map(|word| memchr::memmem::find_iter(text.as_bytes(), word));
        let mut places: Vec<usize> = places.collect();
        places.sort_unstable();
        Self(places)
    }

    /// Whether any stands in a span of the text.
    pub fn stand_in(&self, span: Span) -> bool {
        let range = span.range();
        self.0.get(self.0.partition_point(|place| *place < range.start)).is_some_and(|place| *place < range.end)
    }
}

/// What is defined in passing in a text; `has_cues` tells whether one of [`Cues`] stands in it.
pub fn find(text: &str, has_cues: bool, found: &mut Vec<Mention>) {
    quotations(text, found);
    if !has_cues {
        return;
    }
    saying::find(text, found);
    let quoted = found.len();
    for (cue, finder) in CUES.iter().zip(&*FINDERS) {
        for at in finder.find_iter(text.as_bytes()) {
            let Some(term) = named(text, at + cue.len()) else { continue };
            let next = found[..quoted].partition_point(|mention| mention.term.end <= term.start);
            if found[..quoted].get(next).is_none_or(|mention| mention.term.start >= term.end) {
                found.push(Mention { term, meaning: None });
            }
        }
    }
}

/// What a verb defines after a term in italics or bold: `*Badge* means …`, «un **gafete** significa…».
///
/// The term begins its sentence, or an article stands before it; `*new* and means more` defines nothing.
pub fn emphasised(passage: &Passage<'_>, found: &mut Vec<Mention>) {
    let text = passage.text.as_str();
    let whole = text.trim_end().len();
    let is_marked = |inline: &&Inline<'_>| matches!(inline.kind, InlineKind::Strong(_) | InlineKind::Emphasis(_));
    for inline in passage.inlines.iter().filter(is_marked) {
        let written = plain_text(inline.children());
        let Some(first) = inline.children().first().filter(|_| written.split(' ').count() <= MOST_WORDS) else {
            continue;
        };
        let is_here = |at: &usize| passage.text.span(*at..*at + written.len()).start == first.span.start;
        let Some(at) = text.match_indices(&written).map(|(at, _)| at).find(is_here) else { continue };
        let follows = text[at + written.len()..].trim_start();
        let Some(verb) = meaning_verb(&text[..at], follows) else { continue };
        let meaning = text.len() - follows.len() + verb;
        let term = trimmed(text, at..at + written.len());
        let is_known = found.iter().any(|mention| term.start <= mention.term.start && mention.term.end <= term.end);
        if meaning < whole && !term.is_empty() && !is_known {
            found.push(Mention { term, meaning: Some(meaning..whole) });
        }
    }
}

/// The most words of a term.
const MOST_WORDS: usize = 6;

/// Verbs that say what a word means, and hardly anything else.
const MEANING_VERBS: [&str; 6] = ["means ", "mean ", "shall mean ", "has the meaning ", "significa ", "significará "];

/// The length of the verb that says what a term means which stands after a text.
fn meaning_verb(before: &str, follows: &str) -> Option<usize> {
    let verb = MEANING_VERBS.iter().find(|verb| follows.starts_with(**verb)).map(|verb| verb.len());
    let is_term = || ["term", "word", "término", "palabra"].iter().any(|name| before.trim_end().ends_with(name));
    verb.filter(|_| leads_to_term(before)).or_else(|| defining_verb(follows).filter(|_| is_term()))
}

/// Whether a term can follow a text: one in which a sentence or a phrase ends, or that ends with an article.
fn leads_to_term(before: &str) -> bool {
    const ARTICLES: [&str; 9] = ["a", "an", "the", "term", "un", "una", "el", "la", "término"];
    let before = before.trim_end();
    let last = before.rsplit(' ').next().unwrap_or("").to_lowercase();
    before.is_empty() || before.ends_with(['.', ',']) || ARTICLES.contains(&last.as_str())
}

/// The ends of «en adelante», «en lo sucesivo», “hereinafter” and “hereafter”.
const CUES: [&str; 4] = [" adelante", "o sucesivo", "ereinafter", "ereafter"];

static FINDERS: LazyLock<[Finder<'static>; 4]> = LazyLock::new(|| CUES.map(Finder::new));

/// The terms among the quotations of a text.
fn quotations(text: &str, found: &mut Vec<Mention>) {
    let mut position = 0;
    // The quotations that stand in one enumeration: “We,” and “Us” refer to …
    let mut group: Vec<Range<usize>> = Vec::new();
    // The first bytes of `"`, `«`, `“` and `„`.
    while let Some(offset) = memchr::memchr3(b'"', 0xc2, 0xe2, &text.as_bytes()[position..]) {
        let open = position + offset;
        let Some(mark) = text[open..].chars().next() else { break };
        let inside = open + mark.len_utf8();
        position = inside;
        let Some(close) = closing(mark) else { continue };
        let Some(end) = near(text, inside).find(close).map(|length| inside + length) else { continue };
        let after = end + close.len_utf8();
        if group.last().is_some_and(|last| !is_enumeration(&text[last.end..open])) {
            group.clear();
        }
        let term = term_in(text, inside..end);
        // A word in small letters is a term only where a verb says what it means.
        let is_small = |term: &Range<usize>| {
            is_phrase(&text[term.clone()]) && meaning_verb(&text[..open], text[after..].trim_start()).is_some()
        };
        if !term.as_ref().is_some_and(|term| is_term(&text[term.clone()]) || is_small(term)) {
            group.clear();
            continue;
        }
        position = after;
        group.extend(term.clone());
        if let Some(term) = term.filter(|_| in_parentheses(text, open, after) || has_article(&text[..open])) {
            found.push(Mention { term, meaning: None });
            group.clear();
            continue;
        }
        let follows = text[after..].trim_start();
        if let Some(length) = defining_verb(follows) {
            let meaning = text.len() - follows.len() + length;
            let end = text.trim_end().len();
            let meaning = (meaning < end).then_some(meaning..end);
            found.extend(group.drain(..).map(|term| Mention { term, meaning: meaning.clone() }));
        }
    }
}

/// The text from an offset, as far as a term can reach.
fn near(text: &str, start: usize) -> &str {
    let mut end = (start + REACH).min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[start..end]
}

/// The text before an offset, as far as a term can reach.
pub(super) fn behind(text: &str, end: usize) -> &str {
    let mut start = end.saturating_sub(REACH);
    while !text.is_char_boundary(start) {
        start += 1;
    }
    &text[start..end]
}

/// What stands between the quotations of an enumeration.
fn is_enumeration(between: &str) -> bool {
    between.len() <= 12
        && between
            .split(|c: char| !c.is_alphabetic())
            .all(|word| ["", "and", "or", "y", "o", "e", "the", "la", "el"].contains(&word))
        && !between.contains(['.', '(', ')'])
}

/// A quoted term without its article.
fn term_in(text: &str, range: Range<usize>) -> Option<Range<usize>> {
    let mut range = trimmed(text, range);
    // All that could be trimmed at the end goes here, so that what is bare of an article reaches to the end.
    let written = text[range.clone()].trim_end_matches(|c: char| c == '.' || c.is_whitespace());
    range.end = range.start + written.len();
    let bare = without_article(&text[range.clone()]);
    (!bare.is_empty()).then_some(range.end - bare.len()..range.end)
}

/// Whether words can be a term: few, begun with a capital, without the end of a sentence.
fn is_term(written: &str) -> bool {
    written.chars().next().is_some_and(char::is_uppercase) && is_phrase(written)
}

/// The same, of words that may begin in small letters.
fn is_phrase(written: &str) -> bool {
    written.split(' ').count() <= MOST_WORDS
        && !written.contains(['!', '?', ':', ';', '(', ')', '\n'])
        && !written.contains(". ")
}

/// Whether parentheses stand around a quotation, near it.
fn in_parentheses(text: &str, open: usize, after: usize) -> bool {
    let before = behind(text, open);
    let opened = before.rfind('(').is_some_and(|at| !before[at..].contains(')') && !before[at..].contains(". "));
    opened && near(text, after).find([')', '(']).is_some_and(|at| text[after + at..].starts_with(')'))
}

/// Whether a text ends in an article before which something is named: `together the “Parties”, and each a “Party”`.
fn has_article(text: &str) -> bool {
    const NAMING: &[&str] = &[
        "together the",
        "collectively the",
        "collectively, the",
        "each a",
        "each an",
        "individually a",
        "jointly the",
    ];
    let before = text.trim_end();
    NAMING.iter().any(|naming| before.ends_with(naming)) || is_called(before)
}

/// Whether a text ends in a verb that gives a name: `are referred to collectively as the “Agreement Term”`.
fn is_called(text: &str) -> bool {
    let bare = text.strip_suffix(" the").or_else(|| text.strip_suffix(" a")).unwrap_or(text);
    [" referred to as", " referred to collectively as", " referred to herein as", " known collectively as"]
        .iter()
        .any(|naming| bare.ends_with(naming))
}

/// The term that follows «en adelante» or its like, which ends at an offset.
///
/// Only after a parenthesis or a comma does it name something: «de hoy en adelante» does not.
fn named(text: &str, after: usize) -> Option<Range<usize>> {
    const FILLERS: &[&str] = &[
        "denominada ",
        "denominado ",
        "denominadas ",
        "denominados ",
        "se denominará ",
        "se le denominará ",
        "referred to as ",
        "called ",
        "known as ",
        "collectively ",
        "como ",
        "the ",
        "la ",
        "el ",
        "las ",
        "los ",
        "“",
        "«",
        "\"",
        ",",
        ":",
        " ",
    ];
    let before = behind(text, after).trim_end_matches(char::is_alphabetic).trim_end();
    let before = ["en lo", "en"].into_iter().find_map(|word| before.strip_suffix(word)).unwrap_or(before).trim_end();
    if !before.ends_with([',', '(']) {
        return None;
    }
    let mut start = after;
    while let Some(filler) = FILLERS.iter().find(|filler| text[start..].starts_with(**filler)) {
        start += filler.len();
    }
    let rest = near(text, start);
    let length = rest.find([')', ',', ';', '”', '»', '"', '\n']).unwrap_or(rest.len());
    let length = rest[..length].find(". ").unwrap_or(length);
    let mut term = trimmed(text, start..start + rest[..length].trim_end_matches('.').len());
    if before.ends_with(',') && !text[start..].starts_with(['“', '«', '"']) {
        // Without a sign after it, the name is as long as its capitals.
        let front = front_range(&text[term.clone()]);
        term = term.start + front.start..term.start + front.end;
    }
    (start > after && is_term(&text[term.clone()])).then_some(term)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn terms(text: &str) -> Vec<&str> {
        let mut found = Vec::new();
        find(text, true, &mut found);
        found.into_iter().map(|mention| &text[mention.term]).collect()
    }

    #[test]
    fn what_is_named_in_parentheses_is_a_term() {
        assert_eq!(terms("La Ley General de Archivos (en adelante, la Ley) rige."), ["Ley"]);
        assert_eq!(terms("Este texto (en lo sucesivo «la Política») obliga."), ["Política"]);
        assert_eq!(terms("The Open Data Committee (hereinafter “the Committee”) meets."), ["Committee"]);
        assert_eq!(
            terms("GitHub, Inc. (“GitHub”, “we”, or “us”). The fee (\"Service Fee\") is due."),
            ["GitHub", "Service Fee"]
        );
        assert_eq!(terms("They are together the \"Parties\", and each a “Party.”"), ["Parties", "Party"]);
        assert_eq!(terms("Both are referred to collectively as the “Agreement Term.”"), ["Agreement Term"]);
        assert_eq!(terms("La oficina, en adelante denominada Unidad Técnica, decide."), ["Unidad Técnica"]);
    }

    #[test]
    fn what_a_verb_defines_is_a_term_with_its_meaning() {
        let text = "“GitHub,” “We,” and “Us” refer to GitHub, Inc.";
        assert_eq!(terms(text), ["GitHub", "We", "Us"]);
        let mut found = Vec::new();
        find("“Content” means all text.", false, &mut found);
        assert_eq!(found[0].meaning.clone().map(|range| &"“Content” means all text."[range]), Some("all text."));
    }

    #[test]
    fn quotations_and_times_to_come_are_no_terms() {
        for text in [
            "De hoy en adelante, el Comité decide.",
            "El nivel «Obligatoria» señala una propiedad.",
            "Dijo «No. Nunca más» (según la prensa).",
            "A note (see “the report of 2020”) explains.",
        ] {
            assert_eq!(terms(text), Vec::<&str>::new(), "{text}");
        }
    }
}

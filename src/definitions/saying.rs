//! Finds what a sentence says a word means: «se entiende por X …», «por X se entiende …».

use super::entry::{closing, trimmed};
use super::front::front_range;
use super::inline::{Mention, REACH, behind};
use memchr::memmem::Finder;
use std::ops::Range;
use std::sync::LazyLock;

/// What «se entiende por X …» says in the middle of a paragraph; one that a colon follows introduces a glossary.
pub(super) fn find(text: &str, found: &mut Vec<Mention>) {
    let whole = text.trim_end().len();
    for (cue, finder) in SAYINGS.iter().zip(&*SAYING_FINDERS) {
        for at in finder.find_iter(text.as_bytes()) {
            let after = at + cue.len();
            let rest = text[after..].trim_start();
            let start = text.len() - rest.len();
            let Some((term, end)) = said_term(rest).filter(|(term, end)| term.len() <= REACH && start + end < whole)
            else {
                continue;
            };
            // «Se entenderá como aceptada» tells how something is read, and only a quotation makes a word of it.
            if cue.ends_with("como") && !text[..start + term.start].ends_with(['"', '“', '«', '„']) {
                continue;
            }
            let meaning = start + end..sentence_end(text, start + end, whole);
            found.push(Mention { term: start + term.start..start + term.end, meaning: Some(meaning) });
        }
    }
    found.extend(said_before(text, whole));
}

/// The term that a text begins with, and where what it means begins: in quotation marks, with capitals, or as far as the
/// article of its meaning.
fn said_term(rest: &str) -> Option<(Range<usize>, usize)> {
    let open = rest.chars().next()?;
    if let Some(close) = closing(open) {
        let length = rest[open.len_utf8()..].find(close)?;
        let end = open.len_utf8() + length;
        return Some((open.len_utf8()..end, end + close.len_utf8()));
    }
    let front = front_range(rest);
    if !front.is_empty() {
        let end = front.end;
        return Some((front, end));
    }
    let meaning = MEANINGS.iter().filter_map(|article| rest.find(article)).min()?;
    let written = &rest[..meaning];
    let is_one =
        written.split(' ').count() <= MOST_SMALL_WORDS && written.chars().all(|c| c.is_alphabetic() || c == ' ');
    let is_article = MEANINGS.iter().any(|article| article.trim() == written.split(' ').next().unwrap_or(""));
    (is_one && !is_article).then_some((0..meaning, meaning))
}

/// What «Por X se entiende …» says at the beginning of a sentence.
fn said_before(text: &str, whole: usize) -> Option<Mention> {
    let (at, verb) =
        [" se entiende ", " se entenderá "].iter().find_map(|verb| Some((text.find(verb)?, verb.len())))?;
    let meaning = at + verb;
    let before = behind(text, at);
    let start = before.rfind("Por ").map(|start| at - before.len() + start)?;
    let begins = text[..start].trim_end().is_empty() || text[..start].trim_end().ends_with('.');
    let term = trimmed(text, start + "Por ".len()..at);
    let is_one = text[term.clone()].split(' ').count() <= MOST_SMALL_WORDS && !text[term.clone()].contains([',', '.']);
    let defines = !["que ", "por "].iter().any(|word| text[meaning..].starts_with(word));
    let ends = sentence_end(text, meaning, whole);
    (begins && is_one && defines && meaning < ends).then_some(Mention { term, meaning: Some(meaning..ends) })
}

/// Where the sentence that goes on at an offset ends: at a stop before a capital, or with the text.
fn sentence_end(text: &str, from: usize, whole: usize) -> usize {
    let ends = |at: &usize| text[at + 2..].starts_with(char::is_uppercase);
    text[from..].match_indices(". ").map(|(at, _)| from + at).find(ends).map_or(whole, |at| at + 1)
}

/// The most words of a term without capitals that nothing sets apart.
const MOST_SMALL_WORDS: usize = 4;

/// Words that what a term means begins with.
const MEANINGS: [&str; 14] = [
    " el ",
    " la ",
    " los ",
    " las ",
    " un ",
    " una ",
    " al ",
    " a la ",
    " a los ",
    " todo ",
    " toda ",
    " aquel ",
    " aquella ",
    " cualquier ",
];

/// Verbs that say what a word means.
const SAYINGS: [&str; 7] = [
    "entiende por",
    "entenderá por",
    "entenderán por",
    "entienden por",
    "entenderse por",
    "entiende como",
    "entenderá como",
];

static SAYING_FINDERS: LazyLock<[Finder<'static>; 7]> = LazyLock::new(|| SAYINGS.map(Finder::new));

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_said_to_be_understood_is_a_term() {
        for (text, expected) in [
            ("Se entiende por “archivo” el conjunto.", vec![("archivo", " el conjunto.")]),
            ("Se entenderá por dato abierto todo registro.", vec![("dato abierto", " todo registro.")]),
            ("Se entiende por Unidad el área que decide.", vec![("Unidad", " el área que decide.")]),
            ("Por padrón se entiende la lista. Es larga.", vec![("padrón", "la lista.")]),
            ("El mensaje se entiende por el tono de la voz.", vec![]),
            ("Por ley se entiende que todo vale.", vec![]),
            ("Se entiende por dato el hecho. Es de todos.", vec![("dato", " el hecho.")]),
            ("Se entenderá como “dato” el hecho.", vec![("dato", " el hecho.")]),
            ("Se entenderá como aceptada la solicitud.", vec![]),
            ("Se entiende por:", vec![]),
        ] {
            let mut found = Vec::new();
            find(text, &mut found);
            let told: Vec<(&str, &str)> =
                found.into_iter().map(|own| (&text[own.term], own.meaning.map_or("", |range| &text[range]))).collect();
            assert_eq!(told, expected, "{text}");
        }
    }
}

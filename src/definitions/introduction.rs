//! What announces definitions: the title of a section, the head of a table, and the sentence before a list.

use crate::model::folded;
use memchr::memmem::Finder;
use std::sync::LazyLock;

/// What a section or a table defines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Topic {
    /// Terms.
    Terms,
    /// Terms, each of which may have its own heading.
    Glossary,
    /// Acronyms.
    Acronyms,
}

/// Longest title that is read, in bytes.
const LONGEST_TITLE: usize = 160;

/// How much of the end of a paragraph is read for an introduction, in bytes.
const INTRODUCTION: usize = 320;

/// Longest paragraph that is as good as a title, in bytes: `Definitions:`, «Para esta política, definiciones:».
const LONGEST_LABEL: usize = 40;

/// What an introduction says, folded.
const CUES: &[&str] = &[
    "se entendera por",
    "se entendera",
    "se entenderan por",
    "se entiende por",
    "se entienden por",
    "entendera por",
    "debe entenderse por",
    "debera entenderse por",
    "entiendase por",
    "siguientes definiciones",
    "definiciones siguientes",
    "las definiciones que",
    "siguiente significado",
    "significado siguiente",
    "siguientes significados",
    "siguientes terminos",
    "following definitions",
    "definitions apply",
    "following terms",
    "following meanings",
    "following meaning",
    "terms shall mean",
    "terms mean",
    "the following words",
];

/// Every cue has one of these in it, also with its accents and in capitals; most paragraphs have none.
static STEMS: LazyLock<[Finder<'static>; 11]> = LazyLock::new(|| {
    ["ntend", "nti", "efini", "ignific", "iguientes", "ollowing", "mean", "NT", "EFINI", "IGNIFIC", "IGUIENTES"]
        .map(Finder::new)
});

/// What an introduction says that holds for a part of a text only, folded.
const PARTS: &[&str] = &[
    "este capitulo",
    "este titulo",
    "esta seccion",
    "este articulo",
    "este anexo",
    "presente capitulo",
    "presente titulo",
    "presente seccion",
    "presente articulo",
    "presente anexo",
    "this chapter",
    "this section",
    "this article",
    "this annex",
    "this schedule",
];

/// What a section with this title defines.
pub fn topic(title: &str) -> Option<Topic> {
    if title.len() > LONGEST_TITLE {
        return None;
    }
    let title = folded(title);
    let has = |words: &[&str]| words.iter().any(|word| contains_words(&title, word));
    if has(&["siglas", "acronimos", "abreviaturas", "siglas y abreviaturas", "acronyms", "abbreviations"]) {
        Some(Topic::Acronyms)
    } else if has(&["glosario", "glossary"]) {
        Some(Topic::Glossary)
    } else if has(&["definiciones", "definitions", "terminos definidos", "defined terms"]) {
        Some(Topic::Terms)
    } else {
        None
    }
}

/// What a table defines whose first two columns have these titles.
pub fn table_topic(first: &str, second: &str) -> Option<Topic> {
    if first.len().max(second.len()) > LONGEST_TITLE {
        return None;
    }
    let (first, second) = (folded(first.trim()), folded(second.trim()));
    let meaning = ["definicion", "definiciones", "significado", "definition", "meaning"].contains(&second.as_str());
    match first.as_str() {
        "termino" | "terminos" | "concepto" | "conceptos" | "term" | "terms" | "concept" if meaning => {
            Some(Topic::Terms)
        }
        "sigla" | "siglas" | "acronimo" | "acronimos" | "abreviatura" | "acronym" | "acronyms" | "abbreviation" => {
            Some(Topic::Acronyms)
        }
        _ => None,
    }
}

/// Whether a paragraph introduces the definitions after it; inside, whether they hold for a part of the text only.
pub fn introduces(text: &str) -> Option<bool> {
    let text = text.trim_end();
    if !text.ends_with(':') {
        return None;
    }
    let mut start = text.len().saturating_sub(INTRODUCTION);
    while !text.is_char_boundary(start) {
        start += 1;
    }
    if text.len() <= LONGEST_LABEL && topic(text).is_some_and(|topic| topic != Topic::Acronyms) {
        return Some(false);
    }
    if !STEMS.iter().any(|stem| stem.find(&text.as_bytes()[start..]).is_some()) {
        return None;
    }
    let ending = folded(&text[start..]);
    let cue = CUES.iter().filter_map(|cue| ending.rfind(cue)).max()?;
    // The cue belongs to the sentence that the colon ends.
    if ending[cue..].contains(". ") {
        return None;
    }
    Some(PARTS.iter().any(|part| ending.contains(part)))
}

/// Whether the words stand in the text, not as a part of longer ones.
fn contains_words(text: &str, words: &str) -> bool {
    text.match_indices(words).any(|(start, _)| {
        let before = text[..start].chars().next_back();
        let after = text[start + words.len()..].chars().next();
        !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_of_glossaries_are_known() {
        for (title, expected) in [
            ("Capítulo II. Definiciones", Some(Topic::Terms)),
            ("Artículo 6o. Términos definidos", Some(Topic::Terms)),
            ("Objeto y definiciones", Some(Topic::Terms)),
            ("GLOSARIO", Some(Topic::Glossary)),
            ("1.\tDEFINITIONS", Some(Topic::Terms)),
            ("Siglas y acrónimos", Some(Topic::Acronyms)),
            ("Definición de la estrategia", None),
            ("Terms of Service", None),
            ("Redefiniciones", None),
        ] {
            assert_eq!(topic(title), expected, "{title}");
        }
    }

    #[test]
    fn sentences_before_definitions_are_known() {
        for (text, expected) in [
            ("Para los efectos de esta Política se entenderá por:", Some(false)),
            ("Para efectos del presente Capítulo, se entiende por:", Some(true)),
            ("For the purposes of this Policy, the following definitions apply:", Some(false)),
            ("In this section, the following terms have the following meanings:", Some(true)),
            ("Se entiende por dato abierto el que cualquiera puede usar.", None),
            ("Se entiende por dato todo hecho. El Comité deberá:", None),
            ("El Comité deberá:", None),
            ("PARA LOS EFECTOS DE ESTA LEY SE ENTENDERÁ POR:", Some(false)),
            ("Entiéndase por:", Some(false)),
            ("Definiciones:", Some(false)),
            ("Glossary:", Some(false)),
            ("Siglas:", None),
            ("La Ley usa los siguientes términos:", Some(false)),
        ] {
            assert_eq!(introduces(text), expected, "{text}");
        }
    }
}

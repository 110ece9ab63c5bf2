//! The abbreviations that end with a full stop inside a sentence.

use crate::model::Language;

/// Whose abbreviations are known.
#[derive(Clone, Copy, Debug)]
pub(super) struct Tongues {
    spanish: bool,
    english: bool,
}

impl Tongues {
    pub(super) fn of(language: Option<&Language>) -> Self {
        match language.map(Language::primary) {
            Some("es") => Self { spanish: true, english: false },
            Some("en") => Self { spanish: false, english: true },
            _ => Self { spanish: true, english: true },
        }
    }
}

/// What the full stop after a word is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Abbreviation {
    /// No part of an abbreviation.
    None,
    /// Part of an abbreviation that no sentence ends with: `art.`, `Lic.`, `e.g.`
    Always,
    /// Part of an abbreviation where a number comes next: `No. 5`, `p. 12`.
    BeforeFigure,
    /// Part of an abbreviation that a sentence may end with: `S.A.`, `U.S.`, an initial.
    Within,
}

/// Known in both languages.
const COMMON: &[&str] = &["vs", "dr", "fig", "vol", "cf", "op", "cit", "ibid"];
const SPANISH: &[&str] = &[
    "abog", "admón", "art", "arts", "av", "cap", "caps", "cfr", "col", "dra", "dres", "dto", "ej", "econ", "fr",
    "frac", "fracc", "fraccs", "fracs", "gral", "inc", "incs", "ing", "lic", "lics", "mtra", "mtro", "núm", "num",
    "núms", "nums", "pág", "págs", "párr", "párrs", "pp", "prof", "profa", "sr", "sra", "sras", "sres", "srta", "ss",
    "tel", "tít", "ud", "uds", "vid",
];
const ENGLISH: &[&str] = &[
    "arts", "drs", "hon", "messrs", "mr", "mrs", "ms", "mx", "paras", "pp", "prof", "rep", "secs", "sen", "st", "viz",
];
/// Abbreviations where a number comes next, words or ends of sentences elsewhere.
const BEFORE_FIGURE: &[&str] = &[
    "no", "nos", "n", "p", "art", "sec", "ch", "para", "vol", "ed", "reg", "ext", "jan", "feb", "mar", "apr", "jun",
    "jul", "aug", "sep", "sept", "oct", "nov", "dec", "ene", "abr", "ago", "dic",
];
/// Abbreviations with which sentences end too.
const WITHIN: &[&str] = &[
    "bros", "cía", "co", "corp", "depto", "dept", "edo", "etc", "inc", "jr", "ltd", "ltda", "mpio", "approx", "aprox",
];
/// Words before a letter or Roman figure that make it a clause's name, not a person's initial.
const CLAUSE_NOUNS: &[&str] = &[
    "annex",
    "anexo",
    "apartado",
    "apartados",
    "apéndice",
    "appendix",
    "article",
    "artículo",
    "capítulo",
    "chapter",
    "class",
    "clase",
    "fracción",
    "fracciones",
    "fraction",
    "grupo",
    "group",
    "inciso",
    "incisos",
    "item",
    "letra",
    "libro",
    "nivel",
    "numeral",
    "option",
    "opción",
    "paragraph",
    "párrafo",
    "part",
    "parte",
    "plan",
    "section",
    "sección",
    "tipo",
    "title",
    "título",
    "type",
    "vitamina",
    "y",
    "and",
    "o",
    "or",
    "a",
    "to",
];

/// The length of the longest abbreviation, in bytes; `EE.UU.AA` fits too.
const LONGEST: usize = 8;

/// What the full stop after `word` is; `before` is the word before it.
pub(super) fn of(word: &str, before: &str, tongues: Tongues) -> Abbreviation {
    if word.len() > LONGEST {
        return Abbreviation::None;
    }
    let dotted = word.contains('.');
    let letters = word.chars().filter(|character| character.is_alphabetic()).count();
    if letters == 1 && !dotted {
        return initial(word, before);
    }
    if dotted {
        return dotted_abbreviation(word);
    }
    let is = |listed: &[&str]| listed.iter().any(|name| equal(name, word));
    if is(COMMON) || tongues.spanish && is(SPANISH) || tongues.english && is(ENGLISH) {
        // In both languages at once, `Inc.` is a company's more often than a clause's.
        return if tongues.english && equal(word, "inc") { Abbreviation::Within } else { Abbreviation::Always };
    }
    if is(WITHIN) {
        Abbreviation::Within
    } else if is(BEFORE_FIGURE) {
        Abbreviation::BeforeFigure
    } else {
        Abbreviation::None
    }
}

/// A single letter: an initial in capitals, `p. 12` in small letters; the name of a clause is neither.
fn initial(word: &str, before: &str) -> Abbreviation {
    let Some(letter) = word.chars().next() else { return Abbreviation::None };
    if word.chars().count() > 1 || CLAUSE_NOUNS.iter().any(|noun| equal(noun, before)) {
        return Abbreviation::None;
    }
    if letter.is_uppercase() {
        Abbreviation::Within
    } else if matches!(letter, 'p' | 'n' | 'v' | 'c') {
        Abbreviation::BeforeFigure
    } else {
        Abbreviation::None
    }
}

/// Letters with full stops between them: `e.g`, `p.ej`, `S.A`, `EE.UU`; anything longer is none: `datos.gob`.
fn dotted_abbreviation(word: &str) -> Abbreviation {
    let core = word.trim_start_matches('.');
    if ["e.g", "i.e", "p.ej", "v.gr"].iter().any(|name| equal(name, core)) {
        return Abbreviation::Always;
    }
    let short =
        core.split('.').all(|part| (1..=2).contains(&part.chars().count()) && part.chars().all(char::is_alphabetic));
    if short { Abbreviation::Within } else { Abbreviation::None }
}

/// Whether a word opens sentences and stands after no abbreviation in its own: an article, a pronoun, a conjunction.
pub(super) fn opens_sentence(word: &str) -> bool {
    const OPENERS: &[&str] = &[
        "El", "La", "Los", "Las", "Un", "Una", "En", "Se", "Si", "No", "Es", "Son", "Al", "Para", "Por", "Con",
        "Cuando", "Este", "Esta", "Estos", "Estas", "Dicho", "Dicha", "Cada", "Todo", "Toda", "Todos", "Todas", "Su",
        "Sus", "Lo", "Quien", "Quienes", "Además", "Asimismo", "The", "A", "An", "It", "If", "This", "These", "That",
        "Those", "We", "You", "They", "He", "She", "In", "On", "For", "When", "Where", "Each", "Any", "All", "Our",
        "Your", "Its", "There", "As", "At", "To", "But", "However",
    ];
    OPENERS.contains(&word)
}

/// Whether two words are equal but for letter case.
fn equal(one: &str, other: &str) -> bool {
    // Most differ in length or in the last bits of the first letter, which small letters and capitals share.
    if one.len() != other.len()
        || one.bytes().next().map(|byte| byte & 0x1f) != other.bytes().next().map(|byte| byte & 0x1f)
    {
        return false;
    }
    if one.is_ascii() && other.is_ascii() {
        return one.eq_ignore_ascii_case(other);
    }
    one.chars().flat_map(char::to_lowercase).eq(other.chars().flat_map(char::to_lowercase))
}

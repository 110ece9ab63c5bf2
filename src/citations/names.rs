//! The words that name kinds of clause in citations, in Spanish and English.

use super::words::{self, Beginnings, Word};
use crate::model::{ClauseKind, Language};

/// The languages whose citations are looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Tongues {
    pub(super) spanish: bool,
    pub(super) english: bool,
}

impl Tongues {
    pub(super) const BOTH: Self = Self { spanish: true, english: true };

    /// Both where no language is known.
    pub(super) fn of(language: Option<&Language>) -> Self {
        let primary = language.map(Language::primary);
        Self {
            spanish: primary.is_none_or(|primary| primary == "es"),
            english: primary.is_none_or(|primary| primary == "en"),
        }
    }
}

/// What a name means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sense {
    /// A kind of clause.
    Clause(ClauseKind),
    /// A part of a clause that the model does not number: «párrafo», «base», “subsection”.
    Passing,
    /// «Transitorio», “transitory”: its number can stand before it.
    Transitory,
}

/// The language of a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tongue {
    Spanish,
    English,
}

/// A word that names a kind of clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Name {
    pub(super) sense: Sense,
    pub(super) plural: bool,
    pub(super) tongue: Tongue,
    /// Whether the word is written in capitals, so that letter case says nothing in what follows.
    pub(super) shouted: bool,
    /// Whether it cites something only beside a wider clause, as its other meanings are common: “item 3”, “part A”.
    pub(super) attached: bool,
}

impl Name {
    pub(super) fn is_english(self) -> bool {
        self.tongue == Tongue::English
    }

    /// The kind of clause, for a name of one.
    pub(super) fn kind(self) -> Option<ClauseKind> {
        match self.sense {
            Sense::Clause(kind) => Some(kind),
            Sense::Transitory => Some(ClauseKind::Transitory),
            Sense::Passing => None,
        }
    }
}

/// The next name of a clause from `start` on: where it begins, where it ends with the full stop of its abbreviation, and
/// what it means.
pub(super) fn next(text: &str, start: usize, tongues: Tongues) -> Option<(usize, usize, Name)> {
    let bytes = text.as_bytes();
    let mut place = start;
    // No citation is shorter than a name, a blank and a number.
    while let Some(&[first, second, third, _, _]) = bytes.get(place..).and_then(<[u8]>::first_chunk) {
        if BEGINNINGS.may_begin([first, second, third])
            && may_begin(&bytes[place..])
            && words::begins(text, place)
            && let Some(word) = words::at(text, place)
            && let Some(name) = of(&word, tongues)
        {
            return Some((place, end_of(text, &word), nested(text, place, name)));
        }
        // On to where the next word may begin, which `begins` has the last word on.
        place += bytes[place..].iter().take_while(|byte| byte.is_ascii_alphanumeric()).count();
        place += bytes[place..].iter().take_while(|byte| !byte.is_ascii_alphanumeric()).count();
    }
    None
}

/// «Sub capítulo», «subnumeral» written apart: no clause of the model.
fn nested(text: &str, start: usize, name: Name) -> Name {
    let before = words::before(text, start - usize::from(text[..start].ends_with('-')));
    match before.filter(|word| word.folded() == "sub") {
        Some(_) => Name { sense: Sense::Passing, attached: true, ..name },
        None => name,
    }
}

/// The first three bytes of the names, in small letters; «á» and «í» begin with C3, and with CC where the accent is a
/// character of its own.
static BEGINNINGS: Beginnings = Beginnings::of(&[
    *b"art",
    *b"ane",
    *b"ann",
    *b"apa",
    *b"app",
    *b"aca",
    *b"ac\xc3",
    *b"bas",
    *b"boo",
    *b"cap",
    *b"cha",
    *b"cla",
    *b"fra",
    *b"inc",
    *b"ite",
    *b"lib",
    *b"lit",
    *b"num",
    *b"par",
    *b"p\xc3\xa1",
    *b"p\xc3\x81",
    *b"pa\xcc",
    *b"poi",
    *b"pun",
    *b"sch",
    *b"sec",
    *b"sub",
    *b"tra",
    *b"tit",
    *b"t\xc3\xad",
    *b"t\xc3\x8d",
    *b"ti\xcc",
]);

/// Whether the first bytes of a word may be those of a name.
fn may_begin(bytes: &[u8]) -> bool {
    let [first, second, third, fourth, ..] = *bytes else { return false };
    let lower = |place: usize| bytes.get(place).map_or(0, |byte| byte | 0x20);
    // «Á» and «Í» are C3 and another byte, or a letter and a mark that begins with CC: E3 and EC when lowered like a letter.
    match [first, second, third, fourth].map(|byte| byte | 0x20) {
        [b'a', b'r', b't', next] => matches!(next, b'i' | b's' | b'.' | b' ' | 0xe3 | 0xe2),
        [b'c', b'a', b'p', next] => matches!(next, b'i' | b'.' | 0xe3),
        [b'i', b'n', b'c', next] => matches!(next, b'i' | b'.'),
        [b'n', b'u', b'm', next] => matches!(next, b'e' | b'.'),
        [b's', b'e', b'c', next] => matches!(next, b'c' | b't' | b'.'),
        [b's', b'u', b'b', next] => matches!(next, b'c' | b'i' | b'n' | b'p' | b's'),
        // «Para», «parte», «transparencia» and «titular» are frequent.
        [b'p', b'a', b'r', b'a'] => lower(4) == b'g',
        [b'p', b'a', b'r', b't'] => lower(4) == b's' || !lower(4).is_ascii_alphanumeric(),
        [b't', b'r', b'a', b'n'] => lower(5) == b'i',
        [b't', b'i', b't', b'u'] => lower(5) == b'o',
        [b'p', 0xe3, 0xa1, b'r']
        | [b't', 0xe3, 0xad, b't']
        | [b'a', b'c', 0xe3, _]
        | [b'p', b'a', 0xec, _]
        | [b't', b'i', 0xec, _]
        | [b'a', b'c', b'a', b'p' | 0xec] => true,
        letters => matches!(
            &letters,
            b"anex"
                | b"anne"
                | b"apar"
                | b"appe"
                | b"base"
                | b"book"
                | b"chap"
                | b"clau"
                | b"frac"
                | b"item"
                | b"libr"
                | b"lite"
                | b"parr"
                | b"poin"
                | b"punt"
                | b"sche"
                | b"titl"
        ),
    }
}

/// The end of a name with the full stop of its abbreviation.
pub(super) fn end_of(text: &str, word: &Word<'_>) -> usize {
    let abbreviated = matches!(word.folded(), "art" | "arts" | "frac" | "fracc" | "inc" | "cap" | "num" | "sec");
    word.end + usize::from(abbreviated && text[word.end..].starts_with('.'))
}

/// What a word names.
pub(super) fn of(word: &Word<'_>, tongues: Tongues) -> Option<Name> {
    let folded = word.folded();
    // “GitHub, Inc. 88 Main Street.”
    if folded == "inc" && word.is_capitalised() {
        return None;
    }
    let spanish = tongues.spanish.then(|| spanish(folded)).flatten();
    let (sense, plural, english) = match spanish {
        Some((sense, plural)) => (sense, plural, false),
        None => tongues.english.then(|| english(folded)).flatten().map(|(sense, plural)| (sense, plural, true))?,
    };
    // “Book 2 tickets”, “schedule 3 meetings”, “part 2”: as names of clauses they have a capital letter.
    let needs_capital = english && matches!(sense, Sense::Clause(ClauseKind::Title | ClauseKind::Book))
        || folded.starts_with("schedule");
    if needs_capital && !word.is_capitalised() {
        return None;
    }
    let attached = english && matches!(sense, Sense::Clause(ClauseKind::Item | ClauseKind::Part | ClauseKind::Numeral))
        || sense == Sense::Passing;
    let tongue = if english { Tongue::English } else { Tongue::Spanish };
    Some(Name { sense, plural, tongue, shouted: word.is_shouted(), attached })
}

fn spanish(word: &str) -> Option<(Sense, bool)> {
    use ClauseKind::{Annex, Article, Book, Chapter, Fraction, Item, Numeral, Part, Section, Title};
    Some(match word {
        "articulo" | "art" => (Sense::Clause(Article), false),
        "articulos" | "arts" => (Sense::Clause(Article), true),
        "fraccion" | "frac" | "fracc" => (Sense::Clause(Fraction), false),
        "fracciones" => (Sense::Clause(Fraction), true),
        "inciso" | "inc" | "literal" => (Sense::Clause(Item), false),
        "incisos" | "literales" => (Sense::Clause(Item), true),
        "numeral" => (Sense::Clause(Numeral), false),
        "numerales" => (Sense::Clause(Numeral), true),
        "apartado" => (Sense::Clause(Part), false),
        "apartados" => (Sense::Clause(Part), true),
        "anexo" => (Sense::Clause(Annex), false),
        "anexos" => (Sense::Clause(Annex), true),
        "capitulo" | "cap" => (Sense::Clause(Chapter), false),
        "capitulos" => (Sense::Clause(Chapter), true),
        "seccion" => (Sense::Clause(Section), false),
        "secciones" => (Sense::Clause(Section), true),
        "titulo" => (Sense::Clause(Title), false),
        "titulos" => (Sense::Clause(Title), true),
        "libro" => (Sense::Clause(Book), false),
        "libros" => (Sense::Clause(Book), true),
        "transitorio" | "transitoria" => (Sense::Transitory, false),
        "transitorios" | "transitorias" => (Sense::Transitory, true),
        "parrafo" | "base" | "acapite" | "punto" | "subinciso" | "subnumeral" => (Sense::Passing, false),
        "parrafos" | "bases" | "acapites" | "puntos" | "subincisos" | "subnumerales" => (Sense::Passing, true),
        _ => return None,
    })
}

fn english(word: &str) -> Option<(Sense, bool)> {
    use ClauseKind::{Annex, Article, Book, Chapter, Fraction, Item, Numeral, Part, Section, Title};
    Some(match word {
        "article" | "art" => (Sense::Clause(Article), false),
        "articles" | "arts" => (Sense::Clause(Article), true),
        "section" | "sec" => (Sense::Clause(Section), false),
        "sections" => (Sense::Clause(Section), true),
        "chapter" => (Sense::Clause(Chapter), false),
        "chapters" => (Sense::Clause(Chapter), true),
        "annex" | "appendix" | "schedule" => (Sense::Clause(Annex), false),
        "annexes" | "appendices" | "schedules" => (Sense::Clause(Annex), true),
        "title" => (Sense::Clause(Title), false),
        "titles" => (Sense::Clause(Title), true),
        "book" => (Sense::Clause(Book), false),
        "books" => (Sense::Clause(Book), true),
        "part" => (Sense::Clause(Part), false),
        "parts" => (Sense::Clause(Part), true),
        "fraction" => (Sense::Clause(Fraction), false),
        "fractions" => (Sense::Clause(Fraction), true),
        "item" => (Sense::Clause(Item), false),
        "items" => (Sense::Clause(Item), true),
        "numeral" => (Sense::Clause(Numeral), false),
        "numerals" => (Sense::Clause(Numeral), true),
        "transitory" | "transitional" => (Sense::Transitory, false),
        "paragraph" | "subparagraph" | "subsection" | "clause" | "point" => (Sense::Passing, false),
        "paragraphs" | "subparagraphs" | "subsections" | "clauses" | "points" => (Sense::Passing, true),
        _ => return None,
    })
}

//! The words that name kinds of clause in citations, in Spanish and English.

use super::words::{self, Word};
use crate::model::{ClauseKind, Language};

/// The languages whose citations are looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Tongues {
    pub(super) spanish: bool,
    pub(super) english: bool,
}

impl Tongues {
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

/// A word that names a kind of clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Name {
    pub(super) sense: Sense,
    pub(super) plural: bool,
    pub(super) english: bool,
    /// Whether the word is written in capitals, so that letter case says nothing in what follows.
    pub(super) shouted: bool,
    /// Whether it cites something only beside a wider clause, as its other meanings are common: “item 3”, “part A”.
    pub(super) attached: bool,
}

impl Name {
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
    let mut before = start.checked_sub(1).map_or(b' ', |place| bytes[place]);
    for (offset, window) in bytes.get(start..)?.windows(3).enumerate() {
        let first = window[0];
        if !before.is_ascii_alphanumeric() && INITIALS[usize::from(first)] && may_begin([window[0], window[1], window[2]]) {
            let begin = start + offset;
            if words::begins(text, begin)
                && let Some(word) = words::at(text, begin)
                && let Some(name) = of(&word, tongues)
            {
                return Some((begin, end_of(text, &word), name));
            }
        }
        before = first;
    }
    None
}

/// The letters that names begin with.
const INITIALS: [bool; 256] = {
    let letters = b"abcfilnpst";
    let mut table = [false; 256];
    let mut place = 0;
    while place < letters.len() {
        table[letters[place] as usize] = true;
        table[letters[place].to_ascii_uppercase() as usize] = true;
        place += 1;
    }
    table
};

/// Whether the first three bytes of a word are those of a name.
fn may_begin(bytes: [u8; 3]) -> bool {
    let lower = bytes.map(|byte| byte | 0x20);
    // «Á» and «Í» are C3 and another byte, or a letter and a mark that begins with CC.
    matches!(lower, [b'p' | b't', 0xe3, _] | [b'a', b'c', 0xe3] | [b'p', b'a', 0xec] | [b't', b'i', 0xec])
        || matches!(
            &lower,
            b"art" | b"ane" | b"ann" | b"apa" | b"app" | b"aca" | b"bas" | b"boo" | b"cap" | b"cha" | b"cla" | b"fra"
                | b"inc" | b"ite" | b"lib" | b"lit" | b"num" | b"par" | b"poi" | b"pun" | b"sch" | b"sec" | b"sub"
                | b"tra" | b"tit"
        )
}

/// The end of a name with the full stop of its abbreviation.
pub(super) fn end_of(text: &str, word: &Word<'_>) -> usize {
    let abbreviated = matches!(word.folded(), "art" | "arts" | "frac" | "fracc" | "inc" | "cap" | "num" | "sec");
    word.end + usize::from(abbreviated && text[word.end..].starts_with('.'))
}

/// What a word names.
pub(super) fn of(word: &Word<'_>, tongues: Tongues) -> Option<Name> {
    let folded = word.folded();
    let spanish = tongues.spanish.then(|| spanish(folded)).flatten();
    let (sense, plural, english) = match spanish {
        Some((sense, plural)) => (sense, plural, false),
        None => tongues.english.then(|| english(folded)).flatten().map(|(sense, plural)| (sense, plural, true))?,
    };
    // “Book 2 tickets”, “schedule 3 meetings”, “part 2”: as names of clauses they have a capital letter.
    let needs_capital =
        english && matches!(sense, Sense::Clause(ClauseKind::Title | ClauseKind::Book)) || folded.starts_with("schedule");
    if needs_capital && !word.is_capitalised() {
        return None;
    }
    let attached = english && matches!(sense, Sense::Clause(ClauseKind::Item | ClauseKind::Part | ClauseKind::Numeral))
        || sense == Sense::Passing;
    Some(Name { sense, plural, english, shouted: word.is_shouted(), attached })
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

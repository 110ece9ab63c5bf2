//! The names by which a legal text is cited: articles, fractions, items, transitory provisions.

use super::Span;
use serde::Serialize;

/// The kinds of clause, from the widest to the narrowest; their order is the order of nesting.
///
/// The hierarchy is that of Mexican drafting practice: libro, título, capítulo, sección, artículo, apartado, fracción,
/// inciso, numeral.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ClauseKind {
    /// `Anexo A`, `Annex A`.
    Annex,
    /// `Libro Primero`, `Book I`.
    Book,
    /// `Título II`, `Title II`.
    Title,
    /// `Capítulo III`, `Chapter III`.
    Chapter,
    /// `Sección 1`, `Section 1`.
    Section,
    /// `Artículo 14 Bis`, `Article 14`.
    Article,
    /// `PRIMERO.-` among the transitory provisions; it stands beside the articles.
    Transitory,
    /// `A.`, called apartado.
    Part,
    /// `III.`, called fracción.
    Fraction,
    /// `b)`, called inciso.
    Item,
    /// `2.` or `2)`, called numeral.
    Numeral,
}

/// The designation of one clause: what kind, which number, and where it is written.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Designator {
    /// The kind of clause.
    pub kind: ClauseKind,
    /// Its number, from 1: `III` is 3, `c)` is 3, `Décimo Segundo` is 12, `Único` is 1.
    pub number: u32,
    /// What follows the number, in lower case: `bis`, `ter`, `a`.
    pub suffix: Option<String>,
    /// The designation as written, without the punctuation that closes it: `Artículo 14 Bis`, `III`, `b`.
    pub label: String,
    /// Where it stands, with the punctuation that closes it.
    pub span: Span,
}

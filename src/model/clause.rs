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

/// The clauses of a section that enclose the present paragraph, the widest first: what a clause's anchor is made of.
///
/// An anchor is that of the section, then the designations from the widest to the narrowest, each after a full stop:
/// `inventario.III.b`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ClauseAddress {
    clauses: Vec<(ClauseKind, String)>,
}

impl ClauseAddress {
    /// Enters a clause, leaving those that are not wider; gives how many clauses narrower than an article enclose it.
    pub fn enter(&mut self, designator: &Designator) -> usize {
        while self.clauses.last().is_some_and(|(kind, _)| *kind >= designator.kind) {
            self.clauses.pop();
        }
        let depth = self.clauses.iter().filter(|(kind, _)| *kind >= ClauseKind::Part).count();
        self.clauses.push((designator.kind, name(&designator.label)));
        depth
    }

    /// Leaves the clauses that are narrower than an article, as a paragraph after its fractions does.
    pub fn leave_parts(&mut self) {
        self.clauses.retain(|(kind, _)| *kind < ClauseKind::Part);
    }

    /// Whether no clause encloses the present paragraph.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.clauses.is_empty()
    }

    /// The anchor of the clause that was entered last; `section` is its section's, empty before the first heading.
    #[must_use]
    pub fn anchor(&self, section: &str) -> String {
        let names = self.clauses.iter().map(|(_, name)| name.as_str());
        let parts: Vec<&str> = std::iter::once(section).filter(|anchor| !anchor.is_empty()).chain(names).collect();
        parts.join(".")
    }
}

/// A designation as part of an anchor: letters and digits, everything else a hyphen.
fn name(label: &str) -> String {
    let mut name = String::with_capacity(label.len());
    for character in label.chars() {
        if character.is_alphanumeric() {
            name.push(character);
        } else if !name.is_empty() && !name.ends_with('-') {
            name.push('-');
        }
    }
    name.truncate(name.trim_end_matches('-').len());
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn anchors_follow_the_nesting() {
        let mut address = ClauseAddress::default();
        let mut enter = |kind, label: &str| {
            let label = label.to_owned();
            let depth = address.enter(&Designator { kind, number: 1, suffix: None, label, span: Span::default() });
            (depth, address.anchor("plazos"))
        };
        assert_eq!(enter(ClauseKind::Fraction, "III"), (0, "plazos.III".to_owned()));
        assert_eq!(enter(ClauseKind::Item, "a"), (1, "plazos.III.a".to_owned()));
        assert_eq!(enter(ClauseKind::Item, "b"), (1, "plazos.III.b".to_owned()));
        assert_eq!(enter(ClauseKind::Fraction, "IV Bis"), (0, "plazos.IV-Bis".to_owned()));
        assert_eq!(enter(ClauseKind::Numeral, "2"), (1, "plazos.IV-Bis.2".to_owned()));
        assert_eq!(address.anchor(""), "IV-Bis.2");
        address.leave_parts();
        assert!(address.is_empty());
    }
}

//! Clauses cited by their place: «artículo anterior», «la fracción que antecede», “the next section”, «este artículo».

use super::Direction;
use super::names::{Name, Sense, Tongues};
use super::series::name_at;
use super::words::{self, Word};
use crate::model::ClauseKind;
use std::ops::Range;

/// Reads the place that stands after or before a name.
pub(super) fn around(text: &str, place: Range<usize>, name: Name) -> Option<(Range<usize>, Direction)> {
    if !is_told_by_place(text, place.clone(), name) {
        return None;
    }
    if let Some((end, direction)) = following(text, place.end, name) {
        return Some((place.start..end, direction));
    }
    let word = words::before(text, place.start)?;
    let direction = preceding(&word, name)?;
    Some((word.start..place.end, direction))
}

/// Reads a clause told by its place that begins at `start`: the clause's name, where the text goes on, and the direction.
pub(super) fn at(text: &str, start: usize, tongues: Tongues) -> Option<(Name, usize, Direction)> {
    if let Some((name, end)) = name_at(text, start, tongues) {
        let (end, direction) = following(text, end, name)?;
        return is_told_by_place(text, start..end, name).then_some((name, end, direction));
    }
    let word = words::at(text, start)?;
    let next = word.end + words::blanks(text, word.end);
    let (name, end) = name_at(text, next, tongues)?;
    let direction = preceding(&word, name)?;
    is_told_by_place(text, next..end, name).then_some((name, end, direction))
}

/// Whether clauses of a name are told by their place: “the next item”, «el punto anterior» are mostly none.
fn is_told_by_place(text: &str, place: Range<usize>, name: Name) -> bool {
    match name.sense {
        Sense::Clause(ClauseKind::Book) | Sense::Transitory => false,
        Sense::Clause(ClauseKind::Title) => !name.is_english(),
        Sense::Clause(_) => !name.attached,
        Sense::Passing => words::at(text, place.start)
            .is_some_and(|word| matches!(word.folded(), "parrafo" | "parrafos" | "paragraph" | "paragraphs")),
    }
}

/// «Anterior», «que antecede», “above” after a name.
fn following(text: &str, start: usize, name: Name) -> Option<(usize, Direction)> {
    let mut word = words::after(text, start)?;
    if matches!(word.folded(), "inmediato" | "inmediata" | "inmediatamente" | "que") {
        word = words::after(text, word.end)?;
    }
    let direction = match word.folded() {
        "anterior" | "anteriores" | "precedente" | "precedentes" | "antecede" | "anteceden" | "precede"
        | "preceden" => Direction::Before,
        "siguiente" | "sigue" | "siguen" => Direction::After,
        // «Los artículos siguientes:» begins a list.
        "siguientes" if !text[word.end..].trim_start().starts_with(':') => Direction::After,
        "above" if name.is_english() => Direction::Before,
        "below" if name.is_english() => Direction::After,
        _ => return None,
    };
    Some((word.end, direction))
}

/// «El anterior», «el presente», “this”, “next” before a name.
fn preceding(word: &Word<'_>, name: Name) -> Option<Direction> {
    Some(match word.folded() {
        "anterior" | "previous" | "preceding" | "foregoing" => Direction::Before,
        "este" | "esta" | "estos" | "estas" | "presente" | "presentes" | "this" | "these" | "present" => {
            Direction::Here
        }
        // In the plural it begins a list: «se reforman los siguientes artículos», “the following sections”.
        "siguiente" | "next" | "following" if !name.plural => Direction::After,
        _ => return None,
    })
}

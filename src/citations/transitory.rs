//! Transitory provisions: «Transitorio Segundo», «Tercero transitorio», «los transitorios Segundo y Tercero», “Third
//! transitory provision”.

use super::names::{Name, Tongues};
use super::series;
use super::words::{self, Word};
use super::{CitedClause, CitedNumber};
use crate::model::ClauseKind;
use crate::model::numbering::ordinal_word;
use std::ops::Range;

/// The most numbers that are read backwards before «transitorios».
const MOST: usize = 16;

/// Reads the provisions whose «transitorio» stands at `place`: their range and the clauses.
pub(super) fn read(
    text: &str,
    place: Range<usize>,
    name: Name,
    floor: usize,
    tongues: Tongues,
) -> Option<(Range<usize>, Vec<CitedClause>)> {
    let noun_end = past_noun(text, place.end);
    let noun_start = before_noun(text, place.start).max(floor);
    if let Some(series) = series::read(text, name, noun_end, tongues) {
        return (!series.clauses.is_empty()).then_some((noun_start..series.end, series.clauses));
    }
    let (start, clauses) = backwards(text, noun_start, floor)?;
    Some((start..noun_end, clauses))
}

/// Past “provision” and “article” after “transitory”.
fn past_noun(text: &str, end: usize) -> usize {
    words::after(text, end)
        .filter(|word| matches!(word.folded(), "provision" | "provisions" | "article" | "articles"))
        .map_or(end, |word| word.end)
}

/// Before «artículo» and «disposición complementaria» in front of «transitoria».
fn before_noun(text: &str, start: usize) -> usize {
    let mut begin = start;
    for _ in 0..2 {
        let noun = words::before(text, begin).filter(|word| {
            matches!(
                word.folded(),
                "articulo" | "articulos" | "complementaria" | "complementarias" | "disposicion" | "disposiciones"
            )
        });
        let Some(noun) = noun else { break };
        begin = noun.start;
    }
    begin
}

/// The ordinals that end at `end`, and where the first begins: «Segundo y Décimo Tercero».
fn backwards(text: &str, end: usize, floor: usize) -> Option<(usize, Vec<CitedClause>)> {
    let mut clauses = Vec::new();
    let mut begin = end;
    while clauses.len() < MOST {
        let Some((value, start, number_end)) = ordinal_before(text, begin).filter(|(_, start, _)| *start >= floor)
        else {
            break;
        };
        let kind = ClauseKind::Transitory;
        let number = CitedNumber { kind, number: value, suffix: None, range: start..number_end };
        clauses.push(CitedClause { path: vec![number], through: None });

        match before_separator(text, start) {
            Some(next) if ordinal_before(text, next).is_some() => begin = next,
            _ => break,
        }
    }
    let start = clauses.last()?.path.first()?.range.start;
    clauses.reverse();
    Some((start, clauses))
}

/// The ordinal that ends before `end`: its value, where it begins and where it ends.
fn ordinal_before(text: &str, end: usize) -> Option<(u32, usize, usize)> {
    let word = words::before(text, end)?;
    let value = ordinal_of(&word)?;
    let tens = words::before(text, word.start).filter(|_| (1..10).contains(&value));
    let tens = tens
        .and_then(|tens| Some((ordinal_of(&tens).filter(|value| *value > 0 && value.is_multiple_of(10))?, tens.start)));
    Some(match tens {
        Some((tens, start)) => (tens + value, start, word.end),
        None => (value.max(1), word.start, word.end),
    })
}

fn ordinal_of(word: &Word<'_>) -> Option<u32> {
    ordinal_word(word.folded())
}

/// Before a comma or «y» that separates two ordinals.
fn before_separator(text: &str, start: usize) -> Option<usize> {
    let end = words::back_over_blanks(text, start);
    if text[..end].ends_with(',') {
        return Some(end - 1);
    }
    let word = words::ending(text, end).filter(|word| matches!(word.folded(), "y" | "e" | "o" | "and" | "or"))?;
    let end = words::back_over_blanks(text, word.start);
    Some(end - usize::from(text[..end].ends_with(',')))
}

//! Time limits in tables that oblige: «15 días» in a row whose cells, whose head or whose introduction say that somebody
//! has to do something by then.
//!
//! Such a cell is no sentence, and no norm of its own, but it is part of one.

use super::direction::is_private;
use super::frequency;
use crate::model::{Passage, Setting, Span, folded};
use std::collections::HashSet;

/// A length of time in a row that obliges.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Limit {
    pub(super) span: Span,
    pub(super) hours: u32,
    /// Whether more time binds less: not so where something is kept or announced for so long, or private persons are bound.
    pub(super) frees: bool,
}

/// The limits in the tables of a document; `obliging` are the places of the passages that hold a duty.
pub(super) fn limits(passages: &[Passage<'_>], obliging: &HashSet<usize>) -> Vec<Limit> {
    let mut limits = Vec::new();
    let mut start = 0;
    while start < passages.len() {
        let end = table_end(passages, start);
        if end > start {
            let lead = start.checked_sub(1).filter(|lead| passages[*lead].text.as_str().trim_end().ends_with(':'));
            let obliges = lead.is_some_and(|lead| obliging.contains(&lead) || is_obliging(&passages[lead]));
            let lead = lead.filter(|_| obliges).map_or("", |lead| passages[lead].text.as_str());
            read_table(&passages[start..end], lead, &mut limits);
        }
        start = end.max(start + 1);
    }
    limits
}

/// Where the table that begins at a place ends; the place itself where none does.
fn table_end(passages: &[Passage<'_>], start: usize) -> usize {
    let is_cell = |passage: &&Passage<'_>| matches!(passage.setting, Setting::Cell { .. });
    let is_first = |place: usize| matches!(passages[place].setting, Setting::Cell { head: true, column: 0 });
    let cells = passages[start..].iter().take_while(is_cell).count();
    (start + 1..start + cells).find(|place| is_first(*place)).unwrap_or(start + cells)
}

fn read_table(cells: &[Passage<'_>], lead: &str, limits: &mut Vec<Limit>) {
    let column = |cell: &Passage<'_>| match cell.setting {
        Setting::Cell { column, .. } => column,
        _ => 0,
    };
    let rows: Vec<&[Passage<'_>]> = cells.chunk_by(|one, other| column(one) < column(other)).collect();
    let Some((head, rows)) = rows.split_first() else { return };
    let text = |row: &[Passage<'_>]| row.iter().map(|cell| cell.text.as_str()).collect::<Vec<_>>().join(" ");
    let obliges = !lead.is_empty() || head.iter().any(is_obliging);
    let around = format!("{lead} {}", text(head));
    for row in rows.iter().filter(|row| obliges || row.iter().any(is_obliging)) {
        let said = format!("{around} {}", text(row));
        let frees = !is_kept(&said) && !is_private(&said);
        for cell in *row {
            let found = frequency::lengths(cell.text.as_str()).into_iter();
            limits.extend(found.map(|own| Limit { span: cell.text.span(own.range), hours: own.hours, frees }));
        }
    }
}

/// Whether a passage has a verb that obliges, without which a cell obliges nobody.
fn is_obliging(passage: &Passage<'_>) -> bool {
    const VERBS: [&str; 10] =
        ["debe", "deben", "debera", "deberan", "deberia", "deberian", "must", "shall", "should", "procurara"];
    let text = folded(passage.text.as_str());
    text.split(|letter: char| !letter.is_alphanumeric()).any(|word| VERBS.contains(&word))
}

/// Whether a text is about time that something lasts or is announced before, of which more binds more.
fn is_kept(text: &str) -> bool {
    const SIGNS: [&str; 15] = [
        "conserva",
        "retencion",
        "resguard",
        "vigencia",
        "antelacion",
        "anticipacion",
        "durante",
        "minimo",
        "al menos",
        "keep",
        "kept",
        "retention",
        "notice",
        "at least",
        "minimum",
    ];
    let text = folded(text);
    SIGNS.iter().any(|sign| text.contains(sign))
}

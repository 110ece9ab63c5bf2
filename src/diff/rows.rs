//! Time limits in tables that oblige: «15 días» in a row whose cells, whose head or whose introduction say that somebody
//! has to do something by then.
//!
//! Such a cell is no sentence, and no norm of its own, but it is part of one.

use super::direction::{date_in, is_private};
use super::frequency;
use crate::model::{Passage, Setting, Span, folded};
use std::cmp::Ordering;
use std::collections::HashSet;
use std::ops::Range;

/// A length of time, a date or a frequency in a row that obliges.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Limit {
    pub(super) span: Span,
    pub(super) time: Time,
    /// Whether more time binds less: not so where something is kept or announced for so long, or private persons are bound.
    pub(super) frees: bool,
}

/// When something is to be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Time {
    /// Within so many hours.
    Within(u32),
    /// Whenever so many hours have passed.
    Every(u32),
    /// By a year, month and day.
    By(Option<u32>, u32, u32),
}

impl Time {
    /// Whether another time is earlier or later; `None` where they cannot be compared.
    pub(super) fn compare(self, other: Self) -> Option<Ordering> {
        match (self, other) {
            (Self::Within(own), Self::Within(other)) | (Self::Every(own), Self::Every(other)) => Some(own.cmp(&other)),
            (Self::By(year, month, day), Self::By(other_year, other_month, other_day))
                if year.is_some() == other_year.is_some() =>
            {
                Some((year, month, day).cmp(&(other_year, other_month, other_day)))
            }
            _ => None,
        }
    }
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
            limits.extend(times(cell.text.as_str()).into_iter().map(|(range, time)| {
                // What is done less often binds less, whoever does it.
                let frees = frees || matches!(time, Time::Every(_));
                Limit { span: cell.text.span(range), time, frees }
            }));
        }
    }
}

/// What a cell says about time.
fn times(text: &str) -> Vec<(Range<usize>, Time)> {
    let often: Vec<_> =
        frequency::frequencies(text, 0).into_iter().map(|own| (own.range, Time::Every(own.hours))).collect();
    if !often.is_empty() {
        return often;
    }
    let lengths: Vec<_> =
        frequency::lengths(text).into_iter().map(|own| (own.range, Time::Within(own.hours))).collect();
    if !lengths.is_empty() {
        return lengths;
    }
    let date = date_in(text).map(|(year, month, day)| (0..text.len(), Time::By(year, month, day)));
    date.into_iter().collect()
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

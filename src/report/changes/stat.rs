//! How many words changed in each section, in a table with bars.

use super::Compared;
use crate::diff::Change;
use crate::messages::visible;
use crate::report::Voice;
use crate::report::error::paint;
use anstyle::AnsiColor;
use std::fmt::Write as _;

/// The longest bar, in columns.
const LONGEST_BAR: usize = 30;

/// The widest that a section's name is set, in columns.
const WIDEST_NAME: usize = 60;

struct Row {
    name: String,
    added: usize,
    removed: usize,
    changes: usize,
}

/// A line for each section that changed: its changes, its words put in and taken out, and a bar for both.
#[must_use]
pub fn stat(compared: Compared<'_>, voice: Voice<'_>) -> String {
    let mut rows: Vec<Row> = Vec::new();
    for change in &compared.comparison.changes {
        let name = name(change);
        let (added, removed) = words(change);
        match rows.iter_mut().find(|row| row.name == name) {
            Some(row) => {
                row.added += added;
                row.removed += removed;
                row.changes += 1;
            }
            None => rows.push(Row { name, added, removed, changes: 1 }),
        }
    }
    let widest = rows.iter().map(|row| row.name.chars().count()).max().unwrap_or(0);
    let most = rows.iter().map(|row| row.added + row.removed).max().unwrap_or(0).max(1);
    let mut text = String::new();
    for row in &rows {
        let scale = |count: usize| if most <= LONGEST_BAR { count } else { (count * LONGEST_BAR).div_ceil(most) };
        let added = paint(voice, AnsiColor::Green, &"+".repeat(scale(row.added)));
        let removed = paint(voice, AnsiColor::Red, &"-".repeat(scale(row.removed)));
        let blanks = " ".repeat(widest - row.name.chars().count());
        let _ = writeln!(
            text,
            " {}{blanks} │ {:>4} +{} -{} {added}{removed}",
            row.name, row.changes, row.added, row.removed
        );
    }
    text
}

fn name(change: &Change) -> String {
    let Some(place) = super::sentences::place(change) else { return String::new() };
    let title = place.title.as_ref().map_or_else(String::new, |title| format!(" «{title}»"));
    let name = visible(&format!("{}{title}", place.path));
    if name.chars().count() <= WIDEST_NAME {
        return name;
    }
    name.chars().take(WIDEST_NAME - 1).chain(['…']).collect()
}

fn words(change: &Change) -> (usize, usize) {
    let count = |wording: Option<&crate::diff::Wording>| wording.map_or(0, |wording| wording.words.len());
    let added = change.edits.iter().map(|edit| count(edit.new.as_ref())).sum();
    (added, change.edits.iter().map(|edit| count(edit.old.as_ref())).sum())
}

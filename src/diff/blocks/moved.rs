//! Sentences that left their block or their order in it.

use super::kept::kept;
use super::lone::Lone;
use crate::align;
use crate::diff::change::{Change, Class, Event, State};
use crate::diff::comparing::{Comparing, Side, unit};
use crate::diff::links::TokenPlace;
use crate::diff::stretches::{Pair, Stretches};
use crate::diff::text::push_piece;
use std::collections::{HashMap, HashSet};

/// The sentences that left their block or their order in it, and are part of no block that was split or merged.
pub(super) fn sentences(comparing: &Comparing<'_>, stretches: &Stretches) -> Vec<Change> {
    if comparing.runs.is_empty() {
        return Vec::new();
    }
    let homes: HashMap<align::Place, &Pair> = stretches
        .pairs
        .iter()
        .flat_map(|pair| {
            let blocks = pair.new.blocks.clone();
            blocks.map(move |index| (align::Place { document: pair.new.document, index }, pair))
        })
        .collect();
    // Of these it is told already that they came out of another block, or went into one.
    let is_told = |side: &Side<'_>, links: &[Vec<Option<TokenPlace>>], block: &align::Place| {
        Lone::of(side, &links[block.document], *block).is_mostly_linked
    };
    let split: HashSet<align::Place> = stretches
        .added
        .iter()
        .filter(|block| is_told(&comparing.new, &comparing.links.of_new, block))
        .copied()
        .collect();
    let merged: HashSet<align::Place> = stretches
        .removed
        .iter()
        .filter(|block| is_told(&comparing.old, &comparing.links.of_old, block))
        .copied()
        .collect();
    let mut kept_of: HashMap<align::Place, Vec<(usize, usize)>> = HashMap::new();
    let mut changes: Vec<Change> = Vec::new();
    let mut last: Option<&align::MovedRun> = None;
    for run in &comparing.runs {
        let follows = last.is_some_and(|last| {
            last.old == run.old && last.new == run.new && last.old_tokens.end <= run.old_tokens.start
        });
        last = Some(run);
        if follows || split.contains(&run.new) || merged.contains(&run.old) {
            continue;
        }
        let starts = (
            comparing.old.block(run.old).tokens.start + run.old_tokens.start,
            comparing.new.block(run.new).tokens.start + run.new_tokens.start,
        );
        let is_in_place = homes.get(&run.new).is_some_and(|home| {
            let own = kept_of.entry(home.new.first()).or_insert_with(|| kept(comparing, home));
            is_kept(own, home, run.old.document, starts)
        });
        if is_in_place {
            continue;
        }
        let unit = unit(comparing.new.block(run.new).form);
        let places = (Some(comparing.old.block_place(run.old)), Some(comparing.new.block_place(run.new)));
        let mut change = Change::bare(Class::Structural, Event::Moved, unit, places);
        let tokens = starts.1..starts.1 + run.new_tokens.len();
        push_piece(&mut change.redline, State::Kept, comparing.new.line(run.new.document, tokens, starts.1));
        changes.push(change);
    }
    changes
}

/// Whether two tokens of paired blocks are among those that keep their order.
fn is_kept(kept: &[(usize, usize)], pair: &Pair, old_document: usize, (at, to): (usize, usize)) -> bool {
    old_document == pair.old.document
        && pair.old.tokens.contains(&at)
        && kept.binary_search(&(at - pair.old.tokens.start, to - pair.new.tokens.start)).is_ok()
}

//! The changes in blocks: paragraphs, rows, terms, code.
//!
//! 1. Of two paired blocks, the tokens that keep their order are in place; what is left over on either side, and has no
//!    counterpart elsewhere, is an edit (`phrases`);
//! 2. the edits of each sentence are one change (`sentences`); those of a block that moved are all one;
//! 3. a block without a counterpart was added or removed, unless half of its words have one: then it was split off, or
//!    merged into another.

use super::change::{Change, Class, Edit, Event, LinkChange, Piece, State, Unit};
use super::classes;
use super::comparing::{Comparing, Side, unit};
use super::links::TokenPlace;
use super::events::Events;
use super::phrases::{self, Gap, Row, Rows};
use super::sentences::{self, Group};
use super::text::push_piece;
use crate::align::{self, BlockPair, PartKind, increasing};
use std::collections::{HashMap, HashSet};
use std::ops::Range;

/// Two paired blocks.
#[derive(Clone, Copy)]
pub(super) struct Pair {
    pub(super) old: align::Place,
    pub(super) new: align::Place,
}

pub(super) fn changes(comparing: &Comparing<'_>, events: &Events) -> Vec<Change> {
    let mut changes = Vec::new();
    for pair in &comparing.alignment.blocks {
        match (pair.old, pair.new) {
            (Some(old), Some(new)) => paired(comparing, events, pair, Pair { old, new }, &mut changes),
            (None, Some(new)) if !comparing.new.is_heading(new) => added(comparing, new, &mut changes),
            (Some(old), None) if !comparing.old.is_heading(old) => removed(comparing, old, &mut changes),
            _ => {}
        }
    }
    changes.extend(moved_sentences(comparing));
    changes
}

fn paired(comparing: &Comparing<'_>, events: &Events, found: &BlockPair, pair: Pair, changes: &mut Vec<Change>) {
    let (old, new) = (comparing.old.block(pair.old), comparing.new.block(pair.new));
    let is_heading = comparing.new.is_heading(pair.new) && comparing.old.is_heading(pair.old);
    let moved = found.moved && !is_heading && !new.noted && !events.explains_move(comparing, pair);
    let is_same = (old.form, old.quoted, old.noted) == (new.form, new.quoted, new.noted);
    let groups = groups(comparing, pair);
    if moved {
        changes.push(moved_block(comparing, pair, &groups));
        return;
    }
    if is_heading {
        if let Some(change) = heading(comparing, pair, groups) {
            changes.push(change);
        }
        return;
    }
    if groups.is_empty() && !is_same {
        let places = (Some(comparing.old.block_place(pair.old)), Some(comparing.new.block_place(pair.new)));
        changes.push(Change::bare(Class::Formatting, Event::Edited, unit(new.form), places));
    }
    for group in &groups {
        changes.extend(edited(comparing, pair, group));
    }
}

/// The edits of two paired blocks, by sentence.
fn groups(comparing: &Comparing<'_>, pair: Pair) -> Vec<Group> {
    let kept = kept(comparing, pair);
    let (old, new) = (comparing.old.block(pair.old), comparing.new.block(pair.new));
    if kept.len() == old.tokens.len() && kept.len() == new.tokens.len() {
        return Vec::new();
    }
    let old_tokens = comparing.old.tokens(pair.old.document, old.tokens.clone());
    let new_tokens = comparing.new.tokens(pair.new.document, new.tokens.clone());
    let (old_reading, new_reading) = (comparing.old.reading(pair.old.document), comparing.new.reading(pair.new.document));
    let rows = Rows {
        old: Row { tokens: old_tokens, text: &old_reading.text },
        new: Row { tokens: new_tokens, text: &new_reading.text },
    };
    let edits = phrases::edits(rows, &kept);
    let edits = without_moved(comparing, pair, edits);
    let old_numbers = sentences::numbers(old_tokens, &old_reading.sentences);
    let new_numbers = sentences::numbers(new_tokens, &new_reading.sentences);
    let edits = sentences::cut(edits, &old_numbers, &new_numbers);
    sentences::groups(edits, &kept, (&old_numbers, old_tokens), &new_numbers)
}

/// The pairs of tokens of two blocks that keep their order, by their places in the blocks.
fn kept(comparing: &Comparing<'_>, pair: Pair) -> Vec<(usize, usize)> {
    let (old, new) = (comparing.old.block(pair.old), comparing.new.block(pair.new));
    let links = &comparing.links.of_new[pair.new.document];
    let linked = new.tokens.clone().filter_map(|token| {
        let other = links[token].filter(|other| other.document == pair.old.document && old.tokens.contains(&other.token))?;
        Some((other.token - old.tokens.start, token - new.tokens.start))
    });
    let linked: Vec<(usize, usize)> = linked.collect();
    let places: Vec<usize> = linked.iter().map(|(at, _)| *at).collect();
    increasing(&places).into_iter().map(|place| linked[place]).collect()
}

/// The edits without the tokens that came from elsewhere or went elsewhere.
fn without_moved(comparing: &Comparing<'_>, pair: Pair, edits: Vec<Gap>) -> Vec<Gap> {
    let old_start = comparing.old.block(pair.old).tokens.start;
    let new_start = comparing.new.block(pair.new).tokens.start;
    let (old_links, new_links) =
        (&comparing.links.of_old[pair.old.document], &comparing.links.of_new[pair.new.document]);
    let kept_here = kept(comparing, pair);
    let is_here = |at: usize, to: usize| kept_here.binary_search(&(at, to)).is_ok();
    let mut left = Vec::with_capacity(edits.len());
    for edit in edits {
        let old_moved = |place: usize| {
            old_links[old_start + place].is_some_and(|other| {
                other.document != pair.new.document
                    || other.token < new_start
                    || !is_here(place, other.token - new_start)
            })
        };
        let new_moved = |place: usize| {
            new_links[new_start + place].is_some_and(|other| {
                other.document != pair.old.document
                    || other.token < old_start
                    || !is_here(other.token - old_start, place)
            })
        };
        let old = runs(&edit.old, &old_moved);
        let new = runs(&edit.new, &new_moved);
        match (old.as_slice(), new.as_slice()) {
            ([one], [other]) => left.push(Gap { old: one.clone(), new: other.clone() }),
            _ => {
                let (old_end, new_end) = (edit.old.end, edit.new.start);
                left.extend(old.into_iter().map(|range| Gap { old: range, new: new_end..new_end }));
                left.extend(new.into_iter().map(|range| Gap { old: old_end..old_end, new: range }));
            }
        }
    }
    left
}

/// The stretches of a range whose places are not taken out.
fn runs(range: &Range<usize>, is_out: &impl Fn(usize) -> bool) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for place in range.clone().filter(|place| !is_out(*place)) {
        match runs.last_mut().filter(|run| run.end == place) {
            Some(run) => run.end = place + 1,
            None => runs.push(place..place + 1),
        }
    }
    runs
}

fn edited(comparing: &Comparing<'_>, pair: Pair, group: &Group) -> Option<Change> {
    let unit = unit(comparing.new.block(pair.new).form);
    let places = (Some(comparing.old.block_place(pair.old)), Some(comparing.new.block_place(pair.new)));
    let mut change = Change::bare(Class::Editorial, Event::Edited, unit, places);
    change.edits = edits(comparing, pair, group);
    if change.edits.is_empty() {
        change.links = links(comparing, pair, group);
        change.event = Event::Link;
        if change.links.is_empty() {
            return None;
        }
    }
    (change.class, change.norms) = classes::of_edits(comparing, pair, std::slice::from_ref(group), &change.edits);
    change.redline = redline(comparing, pair, group);
    Some(change)
}

fn moved_block(comparing: &Comparing<'_>, pair: Pair, groups: &[Group]) -> Change {
    let unit = unit(comparing.new.block(pair.new).form);
    let places = (Some(comparing.old.block_place(pair.old)), Some(comparing.new.block_place(pair.new)));
    let mut change = Change::bare(Class::Structural, Event::Moved, unit, places);
    change.edits = groups.iter().flat_map(|group| edits(comparing, pair, group)).collect();
    if !groups.is_empty() {
        let (class, norms) = classes::of_edits(comparing, pair, groups, &change.edits);
        (change.class, change.norms) = (class.min(Class::Structural), norms);
    }
    change.redline = redline(comparing, pair, &whole(comparing, pair, groups));
    change
}

/// All of two blocks as one group.
fn whole(comparing: &Comparing<'_>, pair: Pair, groups: &[Group]) -> Group {
    let count = |side: &Side<'_>, place: align::Place| {
        let tokens = side.tokens(place.document, side.block(place).tokens.clone());
        sentences::numbers(tokens, &side.reading(place.document).sentences).last().map_or(0, |last| last + 1)
    };
    let edits = groups.iter().flat_map(|group| group.edits.iter().cloned()).collect();
    Group {
        edits,
        old: (0..count(&comparing.old, pair.old)).collect(),
        new: (0..count(&comparing.new, pair.new)).collect(),
    }
}

/// A section whose title changed.
fn heading(comparing: &Comparing<'_>, pair: Pair, groups: Vec<Group>) -> Option<Change> {
    let all = whole(comparing, pair, &groups);
    let places = (Some(comparing.old.block_place(pair.old)), Some(comparing.new.block_place(pair.new)));
    let mut change = Change::bare(Class::Structural, Event::Renamed, Unit::Section, places);
    change.edits = edits(comparing, pair, &all);
    if change.edits.is_empty() {
        change.links = links(comparing, pair, &all);
        (change.class, change.event) = (Class::Editorial, Event::Link);
        if change.links.is_empty() {
            return None;
        }
    }
    change.redline = redline(comparing, pair, &all);
    Some(change)
}

fn edits(comparing: &Comparing<'_>, pair: Pair, group: &Group) -> Vec<Edit> {
    let (old_start, new_start) =
        (comparing.old.block(pair.old).tokens.start, comparing.new.block(pair.new).tokens.start);
    let at = |range: &Range<usize>, start: usize| range.start + start..range.end + start;
    let edit = |gap: &Gap| {
        let old = comparing.old.wording(pair.old.document, at(&gap.old, old_start));
        let new = comparing.new.wording(pair.new.document, at(&gap.new, new_start));
        (old.is_some() || new.is_some()).then_some(Edit { old, new })
    };
    group.edits.iter().filter_map(edit).collect()
}

fn links(comparing: &Comparing<'_>, pair: Pair, group: &Group) -> Vec<LinkChange> {
    let (old_start, new_start) =
        (comparing.old.block(pair.old).tokens.start, comparing.new.block(pair.new).tokens.start);
    let target = |side: &Side<'_>, document: usize, range: Range<usize>| {
        let tokens = side.tokens(document, range);
        let token = tokens.iter().find(|token| matches!(token.kind(), PartKind::Target | PartKind::Note))?;
        let reading = side.reading(document);
        // A reference to a footnote leads somewhere too.
        let target = reading.target(token.span).or_else(|| reading.text.get(token.span.range()));
        Some(target.unwrap_or_default().to_owned())
    };
    let link = |gap: &Gap| {
        let old = target(&comparing.old, pair.old.document, gap.old.start + old_start..gap.old.end + old_start);
        let new = target(&comparing.new, pair.new.document, gap.new.start + new_start..gap.new.end + new_start);
        (old.is_some() || new.is_some()).then_some(LinkChange { old, new })
    };
    group.edits.iter().filter_map(link).collect()
}

/// The sentences of a group with both versions in one.
fn redline(comparing: &Comparing<'_>, pair: Pair, group: &Group) -> Vec<Piece> {
    let (old, new) = (comparing.old.block(pair.old), comparing.new.block(pair.new));
    let new_tokens = comparing.new.tokens(pair.new.document, new.tokens.clone());
    let numbers = sentences::numbers(new_tokens, &comparing.new.reading(pair.new.document).sentences);
    let first = group.edits.first().map_or(0, |gap| gap.new.start);
    let last = group.edits.last().map_or(0, |gap| gap.new.end);
    let start = numbers.iter().position(|number| group.new.contains(number)).map_or(first, |start| start.min(first));
    let end = numbers.iter().rposition(|number| group.new.contains(number)).map_or(last, |end| (end + 1).max(last));
    let (old_base, new_base) = (old.tokens.start, new.tokens.start);
    let new_line = |range: Range<usize>| {
        comparing.new.line(pair.new.document, new_base + range.start..new_base + range.end, new_base + start)
    };
    let old_start = group.edits.first().map_or(0, |gap| gap.old.start.saturating_sub(first - start));
    let mut pieces = Vec::new();
    let mut reached = start;
    for gap in &group.edits {
        push_piece(&mut pieces, State::Kept, new_line(reached..gap.new.start.max(reached)));
        let removed = old_base + gap.old.start..old_base + gap.old.end;
        push_piece(&mut pieces, State::Removed, comparing.old.line(pair.old.document, removed, old_base + old_start));
        push_piece(&mut pieces, State::Added, new_line(gap.new.clone()));
        reached = gap.new.end.max(reached);
    }
    push_piece(&mut pieces, State::Kept, new_line(reached..end.max(reached)));
    pieces
}

/// The tokens of a block that have no counterpart, and whether half of its words have one.
fn unlinked(side: &Side<'_>, links: &[Option<TokenPlace>], block: align::Place) -> (Vec<Range<usize>>, bool) {
    let tokens = side.block(block).tokens.clone();
    let linked = tokens.clone().filter(|token| links[*token].is_some()).count();
    (runs(&tokens, &|token| links[token].is_some()), 2 * linked >= tokens.len() && linked > 0)
}

fn added(comparing: &Comparing<'_>, block: align::Place, changes: &mut Vec<Change>) {
    let links = &comparing.links.of_new[block.document];
    let (free, is_split) = unlinked(&comparing.new, links, block);
    let event = if is_split { Event::Split } else { Event::Added };
    let tokens = comparing.new.block(block).tokens.clone();
    let source = tokens.clone().find_map(|token| links[token]).filter(|_| is_split);
    let old = source.map(|source| comparing.old.token_place(source));
    let wording = |range: &Range<usize>| {
        Some(Edit { old: None, new: Some(comparing.new.wording(block.document, range.clone())?) })
    };
    let places = (old, Some(comparing.new.block_place(block)));
    let mut change = Change::bare(Class::Structural, event, unit(comparing.new.block(block).form), places);
    change.edits = free.iter().filter_map(wording).collect();
    let state = |token: usize| if links[token].is_some() { State::Kept } else { State::Added };
    change.redline = pieces(&comparing.new, block, &state);
    if !change.edits.is_empty() || !is_split {
        let (class, norms) = classes::of_new_block(comparing, block, &free, &change.edits);
        (change.class, change.norms) = if is_split { (class.min(Class::Structural), norms) } else { (class, norms) };
    }
    changes.push(change);
}

fn removed(comparing: &Comparing<'_>, block: align::Place, changes: &mut Vec<Change>) {
    let links = &comparing.links.of_old[block.document];
    let (free, is_merged) = unlinked(&comparing.old, links, block);
    let event = if is_merged { Event::Merged } else { Event::Removed };
    let tokens = comparing.old.block(block).tokens.clone();
    let target = tokens.clone().find_map(|token| links[token]).filter(|_| is_merged);
    let new = target.map(|target| comparing.new.token_place(target));
    let wording = |range: &Range<usize>| {
        Some(Edit { old: Some(comparing.old.wording(block.document, range.clone())?), new: None })
    };
    let places = (Some(comparing.old.block_place(block)), new);
    let mut change = Change::bare(Class::Structural, event, unit(comparing.old.block(block).form), places);
    change.edits = free.iter().filter_map(wording).collect();
    let state = |token: usize| if links[token].is_some() { State::Kept } else { State::Removed };
    change.redline = pieces(&comparing.old, block, &state);
    if !change.edits.is_empty() || !is_merged {
        let (class, norms) = classes::of_old_block(comparing, block, &free, &change.edits);
        (change.class, change.norms) = if is_merged { (class.min(Class::Structural), norms) } else { (class, norms) };
    }
    changes.push(change);
}

fn pieces(side: &Side<'_>, block: align::Place, state: &impl Fn(usize) -> State) -> Vec<Piece> {
    let tokens = side.block(block).tokens.clone();
    let mut pieces = Vec::new();
    for token in tokens.clone() {
        push_piece(&mut pieces, state(token), side.line(block.document, token..token + 1, tokens.start));
    }
    pieces
}

/// The sentences that left their block or their order in it, and are part of no block that was split or merged.
fn moved_sentences(comparing: &Comparing<'_>) -> Vec<Change> {
    if comparing.alignment.runs.is_empty() {
        return Vec::new();
    }
    let blocks = &comparing.alignment.blocks;
    let homes: HashMap<align::Place, align::Place> =
        blocks.iter().filter_map(|pair| Some((pair.new?, pair.old?))).collect();
    let gone: HashSet<align::Place> =
        blocks.iter().filter(|pair| pair.new.is_none()).filter_map(|pair| pair.old).collect();
    let mut changes: Vec<Change> = Vec::new();
    let mut last: Option<&align::MovedRun> = None;
    for run in &comparing.alignment.runs {
        let follows = last.is_some_and(|last| {
            last.old == run.old && last.new == run.new && last.old_tokens.end <= run.old_tokens.start
        });
        last = Some(run);
        let home = homes.get(&run.new).copied();
        if follows || home.is_none() || gone.contains(&run.old) {
            continue;
        }
        let pair = Pair { old: run.old, new: run.new };
        if home == Some(run.old) && is_kept(&kept(comparing, pair), run) {
            continue;
        }
        let places = (Some(comparing.old.block_place(run.old)), Some(comparing.new.block_place(run.new)));
        let mut change =
            Change::bare(Class::Structural, Event::Moved, unit(comparing.new.block(run.new).form), places);
        let start = comparing.new.block(run.new).tokens.start;
        let tokens = start + run.new_tokens.start..start + run.new_tokens.end;
        push_piece(&mut change.redline, State::Kept, comparing.new.line(run.new.document, tokens.clone(), tokens.start));
        changes.push(change);
    }
    changes
}

fn is_kept(kept: &[(usize, usize)], run: &align::MovedRun) -> bool {
    kept.binary_search(&(run.old_tokens.start, run.new_tokens.start)).is_ok()
}

//! The changes in blocks: paragraphs, rows, terms, code.
//!
//! 1. Of two paired blocks, the tokens that keep their order are in place; what is left over on either side, and has no
//!    counterpart elsewhere, is an edit (`phrases`);
//! 2. the edits of each sentence are one change (`sentences`); those of a block that moved, was split or merged are all one;
//! 3. a block without a counterpart was added or removed; of its words those are told that have none either;
//! 4. sentences that left their block moved by themselves.

use super::change::{Change, Class, Edit, Event, LinkChange, Piece, State, Unit};
use super::classes;
use super::comparing::{Comparing, Side, unit};
use super::events::Events;
use super::links::TokenPlace;
use super::phrases::{self, Gap, Row, Rows};
use super::sentences::{self, Group, Numbered};
use super::stretches::{Pair, Stretch, Stretches};
use super::text::push_piece;
use crate::align::{self, BlockForm, PartKind, increasing};
use crate::model::Span;
use std::collections::{HashMap, HashSet};
use std::ops::Range;

pub(super) fn changes(comparing: &Comparing<'_>, events: &Events) -> Vec<Change> {
    let stretches = Stretches::of(comparing);
    let mut changes = Vec::new();
    for pair in &stretches.pairs {
        paired(comparing, events, pair, &mut changes);
    }
    let added = stretches.added.iter().filter(|block| !comparing.new.is_heading(**block));
    changes.extend(added.map(|block| added_block(comparing, *block)));
    let removed = stretches.removed.iter().filter(|block| !comparing.old.is_heading(**block));
    changes.extend(removed.map(|block| removed_block(comparing, *block)));
    changes.extend(moved_sentences(comparing, &stretches));
    changes
}

fn paired(comparing: &Comparing<'_>, events: &Events, pair: &Pair, changes: &mut Vec<Change>) {
    let (old, new) = (comparing.old.block(pair.old.first()), comparing.new.block(pair.new.first()));
    let groups = groups(comparing, pair);
    if comparing.new.is_heading(pair.new.first()) && comparing.old.is_heading(pair.old.first()) {
        changes.extend(heading(comparing, pair, &groups));
        return;
    }
    // Nobody reads where the text of a footnote or raw HTML stands.
    let is_unseen = new.noted || new.form == BlockForm::Html;
    let moved = pair.moved && !is_unseen && !events.explains_move(comparing, pair);
    let event = match () {
        () if pair.is_split() => Some(Event::Split),
        () if pair.is_merged() => Some(Event::Merged),
        () if moved => Some(Event::Moved),
        () => None,
    };
    if let Some(event) = event {
        changes.push(moved_block(comparing, pair, event, &groups));
        return;
    }
    if groups.is_empty() && (old.form, old.quoted, old.noted) != (new.form, new.quoted, new.noted) {
        changes.push(Change::bare(Class::Formatting, Event::Edited, unit(new.form), places(comparing, pair)));
    }
    changes.extend(groups.iter().filter_map(|group| edited(comparing, pair, group)));
}

fn places(comparing: &Comparing<'_>, pair: &Pair) -> (Option<super::change::Place>, Option<super::change::Place>) {
    (Some(comparing.old.stretch_place(&pair.old)), Some(comparing.new.stretch_place(&pair.new)))
}

/// The edits of paired blocks, by sentence.
fn groups(comparing: &Comparing<'_>, pair: &Pair) -> Vec<Group> {
    let kept = kept(comparing, pair);
    if kept.len() == pair.old.tokens.len() && kept.len() == pair.new.tokens.len() {
        return Vec::new();
    }
    let old_tokens = comparing.old.tokens(pair.old.document, pair.old.tokens.clone());
    let new_tokens = comparing.new.tokens(pair.new.document, pair.new.tokens.clone());
    let (old_reading, new_reading) =
        (comparing.old.reading(pair.old.document), comparing.new.reading(pair.new.document));
    let rows = Rows {
        old: Row { tokens: old_tokens, text: &old_reading.text },
        new: Row { tokens: new_tokens, text: &new_reading.text },
    };
    let edits = without_moved(comparing, pair, &kept, phrases::edits(rows, &kept));
    let old_numbers = sentences::numbers(old_tokens, &old_reading.sentences);
    let new_numbers = sentences::numbers(new_tokens, &new_reading.sentences);
    let edits = sentences::cut(edits, &old_numbers, &new_numbers);
    let old = Numbered { tokens: old_tokens, numbers: &old_numbers };
    sentences::groups(edits, &kept, old, Numbered { tokens: new_tokens, numbers: &new_numbers })
}

/// The pairs of tokens of paired blocks that keep their order, by their places in the blocks: those that the blocks have in
/// common, and of the runs as many as fit between them.
fn kept(comparing: &Comparing<'_>, pair: &Pair) -> Vec<(usize, usize)> {
    let links = &comparing.links.of_new[pair.new.document];
    let (mut common, mut in_runs) = (Vec::new(), Vec::new());
    for token in pair.new.tokens.clone() {
        let is_here =
            |other: &TokenPlace| other.document() == pair.old.document && pair.old.tokens.contains(&other.token());
        let Some(other) = links[token].filter(is_here) else { continue };
        let found = (other.token() - pair.old.tokens.start, token - pair.new.tokens.start);
        if comparing.links.is_in_run(pair.new.document, token) { in_runs.push(found) } else { common.push(found) }
    }
    if !in_runs.is_empty() {
        let fits = |(at, to): &(usize, usize)| {
            let next = common.partition_point(|(_, own)| own < to);
            next.checked_sub(1).is_none_or(|before| common[before].0 < *at)
                && common.get(next).is_none_or(|after| after.0 > *at)
        };
        in_runs.retain(fits);
        common.extend(in_runs);
        common.sort_unstable_by_key(|(_, to)| *to);
        let places: Vec<usize> = common.iter().map(|(at, _)| *at).collect();
        common = increasing(&places).into_iter().map(|place| common[place]).collect();
    }
    if pair.is_split() || pair.is_merged() { filled(comparing, pair, &common) } else { common }
}

/// The pairs of tokens with those between them that are common and have no counterpart: blocks that were split or merged
/// were not compared with all of what they came from.
fn filled(comparing: &Comparing<'_>, pair: &Pair, kept: &[(usize, usize)]) -> Vec<(usize, usize)> {
    let ends = (pair.old.tokens.len(), pair.new.tokens.len());
    let (mut old_start, mut new_start) = (0, 0);
    let mut filled = Vec::with_capacity(kept.len());
    for (at, to) in kept.iter().copied().chain([ends]) {
        let old = comparing.old.tokens(pair.old.document, pair.old.within(&(old_start..at)));
        let new = comparing.new.tokens(pair.new.document, pair.new.within(&(new_start..to)));
        let found = align::common(old, new).into_iter().map(|(one, other)| (old_start + one, new_start + other));
        let is_free = |(at, to): &(usize, usize)| {
            comparing.links.of_old[pair.old.document][pair.old.token(*at)].is_none()
                && comparing.links.of_new[pair.new.document][pair.new.token(*to)].is_none()
        };
        filled.extend(found.filter(is_free));
        filled.extend([(at, to)].into_iter().filter(|pair| *pair != ends));
        (old_start, new_start) = (at + 1, to + 1);
    }
    filled
}

/// The edits without the tokens that came from elsewhere or went elsewhere.
fn without_moved(comparing: &Comparing<'_>, pair: &Pair, kept: &[(usize, usize)], edits: Vec<Gap>) -> Vec<Gap> {
    let old_kept: HashSet<usize> = kept.iter().map(|(at, _)| *at).collect();
    let new_kept: HashSet<usize> = kept.iter().map(|(_, to)| *to).collect();
    let (old_links, new_links) =
        (&comparing.links.of_old[pair.old.document], &comparing.links.of_new[pair.new.document]);
    // What a clean-up has put into an edit although it has a counterpart here is part of the edit.
    let old_moved = |place: usize| old_links[pair.old.token(place)].is_some() && !old_kept.contains(&place);
    let new_moved = |place: usize| new_links[pair.new.token(place)].is_some() && !new_kept.contains(&place);
    let mut left = Vec::with_capacity(edits.len());
    for edit in edits {
        let (old, new) = (runs(&edit.old, &old_moved), runs(&edit.new, &new_moved));
        match (old.as_slice(), new.as_slice()) {
            ([one], [other]) => left.push(Gap { old: one.clone(), new: other.clone() }),
            _ => {
                let (old_end, new_start) = (edit.old.end, edit.new.start);
                left.extend(old.into_iter().map(|range| Gap { old: range, new: new_start..new_start }));
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

fn edited(comparing: &Comparing<'_>, pair: &Pair, group: &Group) -> Option<Change> {
    let unit = unit(comparing.new.block(pair.new.first()).form);
    let mut change = Change::bare(Class::Editorial, Event::Edited, unit, places(comparing, pair));
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

/// A block that stands elsewhere, was split or merged, with all that was edited in it.
fn moved_block(comparing: &Comparing<'_>, pair: &Pair, event: Event, groups: &[Group]) -> Change {
    let unit = unit(comparing.new.block(pair.new.first()).form);
    let mut change = Change::bare(Class::Structural, event, unit, places(comparing, pair));
    change.edits = groups.iter().flat_map(|group| edits(comparing, pair, group)).collect();
    if !groups.is_empty() {
        let (class, norms) = classes::of_edits(comparing, pair, groups, &change.edits);
        (change.class, change.norms) = (class.min(Class::Structural), norms);
    }
    change.redline = redline(comparing, pair, &whole(comparing, pair, groups));
    change
}

/// All of paired blocks as one group.
fn whole(comparing: &Comparing<'_>, pair: &Pair, groups: &[Group]) -> Group {
    let span = |side: &Side<'_>, stretch: &Stretch| {
        let tokens = side.tokens(stretch.document, stretch.tokens.clone());
        tokens.iter().map(|token| token.span).reduce(Span::cover).into_iter().collect()
    };
    Group {
        edits: groups.iter().flat_map(|group| group.edits.iter().cloned()).collect(),
        old: span(&comparing.old, &pair.old),
        new: span(&comparing.new, &pair.new),
        tokens: 0..pair.new.tokens.len(),
    }
}

/// A section whose title changed.
fn heading(comparing: &Comparing<'_>, pair: &Pair, groups: &[Group]) -> Option<Change> {
    let all = whole(comparing, pair, groups);
    let mut change = Change::bare(Class::Structural, Event::Renamed, Unit::Section, places(comparing, pair));
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

fn edits(comparing: &Comparing<'_>, pair: &Pair, group: &Group) -> Vec<Edit> {
    let edit = |gap: &Gap| {
        let old = comparing.old.wording(pair.old.document, pair.old.within(&gap.old));
        let new = comparing.new.wording(pair.new.document, pair.new.within(&gap.new));
        let at = comparing.new.offset(pair.new.document, pair.new.token(gap.new.start), pair.new.tokens.end);
        (old.is_some() || new.is_some()).then_some(Edit { old, new, at })
    };
    group.edits.iter().filter_map(edit).collect()
}

fn links(comparing: &Comparing<'_>, pair: &Pair, group: &Group) -> Vec<LinkChange> {
    let target = |side: &Side<'_>, document: usize, range: Range<usize>| {
        let tokens = side.tokens(document, range);
        let token = tokens.iter().find(|token| matches!(token.kind(), PartKind::Target | PartKind::Note))?;
        let reading = side.reading(document);
        // A reference to a footnote leads somewhere too.
        let target = reading.target(token.span).or_else(|| reading.text.get(token.span.range()));
        Some(target.unwrap_or_default().to_owned())
    };
    let link = |gap: &Gap| {
        let old = target(&comparing.old, pair.old.document, pair.old.within(&gap.old));
        let new = target(&comparing.new, pair.new.document, pair.new.within(&gap.new));
        (old.is_some() || new.is_some()).then_some(LinkChange { old, new })
    };
    group.edits.iter().filter_map(link).collect()
}

/// The sentences of a group with both versions in one.
fn redline(comparing: &Comparing<'_>, pair: &Pair, group: &Group) -> Vec<Piece> {
    let first = group.edits.first().map_or(group.tokens.start, |gap| gap.new.start);
    let last = group.edits.last().map_or(group.tokens.end, |gap| gap.new.end);
    let (start, end) = (group.tokens.start.min(first), group.tokens.end.max(last));
    let new_line =
        |range: Range<usize>| comparing.new.line(pair.new.document, pair.new.within(&range), pair.new.token(start));
    let old_start = group.edits.first().map_or(0, |gap| gap.old.start.saturating_sub(first - start));
    let mut pieces = Vec::new();
    let mut reached = start;
    for gap in &group.edits {
        push_piece(&mut pieces, State::Kept, new_line(reached..gap.new.start.max(reached)));
        let removed = pair.old.within(&gap.old);
        let removed = comparing.old.line(pair.old.document, removed, pair.old.token(old_start));
        push_piece(&mut pieces, State::Removed, removed);
        push_piece(&mut pieces, State::Added, new_line(gap.new.clone()));
        reached = gap.new.end.max(reached);
    }
    push_piece(&mut pieces, State::Kept, new_line(reached..end.max(reached)));
    pieces
}

/// A new block that corresponds to no old one.
fn added_block(comparing: &Comparing<'_>, block: align::Place) -> Change {
    let links = &comparing.links.of_new[block.document];
    let lone = Lone::of(&comparing.new, links, block);
    let event = if lone.is_mostly_linked { Event::Split } else { Event::Added };
    let old = lone.first_link.filter(|_| lone.is_mostly_linked).map(|source| comparing.old.token_place(source));
    let wording = |range: &Range<usize>| {
        let new = comparing.new.wording(block.document, range.clone())?;
        Some(Edit { old: None, at: new.span.start, new: Some(new) })
    };
    let unit = unit(comparing.new.block(block).form);
    let mut change = Change::bare(Class::Structural, event, unit, (old, Some(comparing.new.block_place(block))));
    change.edits = lone.free.iter().filter_map(wording).collect();
    change.redline = lone.pieces(&comparing.new, links, block, State::Added);
    if !lone.is_mostly_linked || !change.edits.is_empty() {
        let (class, norms) = classes::of_new_block(comparing, block, &lone.free, &change.edits);
        change.class = if lone.is_mostly_linked { class.min(Class::Structural) } else { class };
        change.norms = norms;
    }
    change
}

/// An old block that corresponds to no new one.
fn removed_block(comparing: &Comparing<'_>, block: align::Place) -> Change {
    let links = &comparing.links.of_old[block.document];
    let lone = Lone::of(&comparing.old, links, block);
    let event = if lone.is_mostly_linked { Event::Merged } else { Event::Removed };
    let new = lone.first_link.filter(|_| lone.is_mostly_linked).map(|target| comparing.new.token_place(target));
    let wording = |range: &Range<usize>| {
        Some(Edit { old: Some(comparing.old.wording(block.document, range.clone())?), new: None, at: 0 })
    };
    let unit = unit(comparing.old.block(block).form);
    let mut change = Change::bare(Class::Structural, event, unit, (Some(comparing.old.block_place(block)), new));
    change.edits = lone.free.iter().filter_map(wording).collect();
    change.redline = lone.pieces(&comparing.old, links, block, State::Removed);
    if !lone.is_mostly_linked || !change.edits.is_empty() {
        let (class, norms) = classes::of_old_block(comparing, block, &lone.free, &change.edits);
        change.class = if lone.is_mostly_linked { class.min(Class::Structural) } else { class };
        change.norms = norms;
    }
    change
}

/// A block without a counterpart.
struct Lone {
    /// Its tokens that have none either.
    free: Vec<Range<usize>>,
    /// Whether two thirds of its tokens have one, in other blocks.
    is_mostly_linked: bool,
    first_link: Option<TokenPlace>,
}

impl Lone {
    fn of(side: &Side<'_>, links: &[Option<TokenPlace>], block: align::Place) -> Self {
        let tokens = side.block(block).tokens.clone();
        let linked = tokens.clone().filter(|token| links[*token].is_some()).count();
        Self {
            free: runs(&tokens, &|token| links[token].is_some()),
            is_mostly_linked: linked > 0 && 3 * linked >= 2 * tokens.len(),
            first_link: tokens.clone().find_map(|token| links[token]),
        }
    }

    /// Its text, those tokens marked that have no counterpart.
    fn pieces(&self, side: &Side<'_>, links: &[Option<TokenPlace>], block: align::Place, free: State) -> Vec<Piece> {
        let tokens = side.block(block).tokens.clone();
        let mut pieces = Vec::new();
        let mut start = tokens.start;
        for end in tokens.start + 1..=tokens.end {
            if end == tokens.end || links[end].is_some() != links[start].is_some() {
                let state = if links[start].is_some() { State::Kept } else { free };
                push_piece(&mut pieces, state, side.line(block.document, start..end, tokens.start));
                start = end;
            }
        }
        pieces
    }
}

/// The sentences that left their block or their order in it, and are part of no block that was split or merged.
fn moved_sentences(comparing: &Comparing<'_>, stretches: &Stretches) -> Vec<Change> {
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

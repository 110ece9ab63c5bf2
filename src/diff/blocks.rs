//! The changes in blocks: paragraphs, rows, terms, code.
//!
//! 1. Of two paired blocks, the tokens that keep their order are in place; what is left over on either side, and has no
//!    counterpart elsewhere, is an edit (`phrases`);
//! 2. the edits of each sentence are one change (`sentences`); those of a block that moved, was split or merged are all one;
//! 3. of a table whose columns were put in another order each cell is compared with the one it was (`columns`);
//! 4. a block without a counterpart was added or removed; of its words those are told that have none either (`lone`);
//! 5. sentences that left their block moved by themselves (`moved`).

mod columns;
mod kept;
mod lone;
mod moved;

use super::change::{Change, Class, Edit, Event, LinkChange, Piece, State, Unit};
use super::classes;
use super::comparing::{Comparing, Side, unit};
use super::events::Events;
use super::phrases::{self, Gap, Row, Rows};
use super::sentences::{self, Group, Numbered};
use super::stretches::{Pair, Stretch, Stretches};
use super::text::push_piece;
use crate::align::{BlockForm, PartKind, Token};
use crate::model::Span;
use columns::Columns;
use kept::runs;
use moved::Moved;
use std::collections::HashSet;
use std::ops::Range;

pub(super) fn changes(comparing: &Comparing<'_>, events: &Events) -> Vec<Change> {
    let stretches = Stretches::of(comparing);
    let columns = Columns::of(comparing, &stretches);
    let moved = Moved::of(comparing, &stretches, &columns);
    let mut changes = Vec::new();
    for pair in &stretches.pairs {
        match columns.cells(comparing, pair) {
            Some(cells) => row_in_other_order(comparing, pair, &cells, &mut changes),
            None => paired(comparing, (events, &moved), pair, &mut changes),
        }
    }
    for pair in &moved.pairs {
        let groups = groups(comparing, None, pair);
        changes.push(moved_block(comparing, pair, Event::Moved, &groups));
    }
    let added = stretches.added.iter().filter(|block| !comparing.new.is_heading(**block));
    changes.extend(added.filter_map(|block| lone::added(comparing, &moved, *block)));
    let removed = stretches.removed.iter().filter(|block| !comparing.old.is_heading(**block));
    changes.extend(removed.filter_map(|block| lone::removed(comparing, &moved, *block)));
    changes.extend(moved.run_changes(comparing, &stretches));
    changes
}

fn paired(
    comparing: &Comparing<'_>,
    (events, moved_sentences): (&Events, &Moved),
    pair: &Pair,
    changes: &mut Vec<Change>,
) {
    let (old, new) = (comparing.old.block(pair.old.first()), comparing.new.block(pair.new.first()));
    let groups = groups(comparing, Some(moved_sentences), pair);
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

/// A row of a table whose columns were put in another order; the row of the titles tells it for all.
fn row_in_other_order(comparing: &Comparing<'_>, pair: &Pair, cells: &[Pair], changes: &mut Vec<Change>) {
    let is_head = comparing.new.block(pair.new.first()).form == BlockForm::Row { head: true };
    if is_head || pair.moved {
        changes.push(moved_block(comparing, pair, Event::Moved, &[]));
    }
    for cell in cells {
        let groups = groups(comparing, None, cell);
        changes.extend(groups.iter().filter_map(|group| edited(comparing, cell, group)));
    }
}

fn places(comparing: &Comparing<'_>, pair: &Pair) -> (Option<super::change::Place>, Option<super::change::Place>) {
    (Some(comparing.old.stretch_place(&pair.old)), Some(comparing.new.stretch_place(&pair.new)))
}

/// The edits of paired blocks, by sentence, without those of sentences that moved.
fn groups(comparing: &Comparing<'_>, moved: Option<&Moved>, pair: &Pair) -> Vec<Group> {
    let kept = kept::kept(comparing, moved, pair);
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
    let mut edits = without_moved(comparing, moved, (pair, &kept), phrases::edits(rows, &kept));
    edits.retain(|gap| !is_same_address(comparing, pair, gap));
    let old_numbers = sentences::numbers(old_tokens, &old_reading.sentences);
    let new_numbers = sentences::numbers(new_tokens, &new_reading.sentences);
    let edits = sentences::cut(edits, &old_numbers, &new_numbers);
    let old = Numbered { tokens: old_tokens, numbers: &old_numbers };
    sentences::groups(edits, &kept, old, Numbered { tokens: new_tokens, numbers: &new_numbers })
}

/// Whether an edit only writes an address another way: in angle brackets it ends before the stop, bare it does not, and a
/// bare mailbox is words.
fn is_same_address(comparing: &Comparing<'_>, pair: &Pair, gap: &Gap) -> bool {
    let (old, new) = (pair.old.within(&gap.old), pair.new.within(&gap.new));
    let is_address = |token: &Token| token.kind() == PartKind::Address;
    let old_tokens = comparing.old.tokens(pair.old.document, old.clone());
    let new_tokens = comparing.new.tokens(pair.new.document, new.clone());
    old_tokens.iter().chain(new_tokens).any(is_address)
        && comparing.old.wording(pair.old.document, old).map(|wording| wording.text)
            == comparing.new.wording(pair.new.document, new).map(|wording| wording.text)
}

/// The edits without the tokens that came from elsewhere or went elsewhere.
fn without_moved(
    comparing: &Comparing<'_>,
    moved: Option<&Moved>,
    (pair, kept): (&Pair, &[(usize, usize)]),
    edits: Vec<Gap>,
) -> Vec<Gap> {
    let old_kept: HashSet<usize> = kept.iter().map(|(at, _)| *at).collect();
    let new_kept: HashSet<usize> = kept.iter().map(|(_, to)| *to).collect();
    let (old_links, new_links) =
        (&comparing.links.of_old[pair.old.document], &comparing.links.of_new[pair.new.document]);
    // What a clean-up has put into an edit although it has a counterpart here is part of the edit.
    let old_moved = |place: usize| {
        let token = pair.old.token(place);
        old_links[token].is_some() && !old_kept.contains(&place)
            || moved.is_some_and(|moved| moved.has_old(pair.old.document, token))
    };
    let new_moved = |place: usize| {
        let token = pair.new.token(place);
        new_links[token].is_some() && !new_kept.contains(&place)
            || moved.is_some_and(|moved| moved.has_new(pair.new.document, token))
    };
    let mut left = Vec::with_capacity(edits.len());
    for edit in edits {
        let (old, new) = (runs(&edit.old, &old_moved), runs(&edit.new, &new_moved));
        if let ([one], [other]) = (old.as_slice(), new.as_slice()) {
            left.push(Gap { old: one.clone(), new: other.clone() });
            continue;
        }
        let (old_end, new_start) = (edit.old.end, edit.new.start);
        left.extend(old.into_iter().map(|range| Gap { old: range, new: new_start..new_start }));
        left.extend(new.into_iter().map(|range| Gap { old: old_end..old_end, new: range }));
    }
    left
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

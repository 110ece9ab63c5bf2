//! Blocks without a counterpart: they were added or removed, or came out of others or went into others.

use super::kept::runs;
use crate::align;
use crate::diff::change::{Change, Class, Edit, Event, Piece, State};
use crate::diff::classes;
use crate::diff::comparing::{Comparing, Side, unit};
use crate::diff::links::TokenPlace;
use crate::diff::text::push_piece;
use std::ops::Range;

/// A new block that corresponds to no old one.
pub(super) fn added(comparing: &Comparing<'_>, block: align::Place) -> Change {
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
    change.redline = pieces(&comparing.new, links, block, State::Added);
    if !lone.is_mostly_linked || !change.edits.is_empty() {
        let (class, norms) = classes::of_new_block(comparing, block, &lone.free, &change.edits);
        change.class = if lone.is_mostly_linked { class.min(Class::Structural) } else { class };
        change.norms = norms;
    }
    change
}

/// An old block that corresponds to no new one.
pub(super) fn removed(comparing: &Comparing<'_>, block: align::Place) -> Change {
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
    change.redline = pieces(&comparing.old, links, block, State::Removed);
    if !lone.is_mostly_linked || !change.edits.is_empty() {
        let (class, norms) = classes::of_old_block(comparing, block, &lone.free, &change.edits);
        change.class = if lone.is_mostly_linked { class.min(Class::Structural) } else { class };
        change.norms = norms;
    }
    change
}

/// A block without a counterpart.
pub(super) struct Lone {
    /// Its tokens that have none either.
    free: Vec<Range<usize>>,
    /// Whether two thirds of its tokens have one, in other blocks.
    pub(super) is_mostly_linked: bool,
    first_link: Option<TokenPlace>,
}

impl Lone {
    pub(super) fn of(side: &Side<'_>, links: &[Option<TokenPlace>], block: align::Place) -> Self {
        let tokens = side.block(block).tokens.clone();
        let linked = tokens.clone().filter(|token| links[*token].is_some()).count();
        Self {
            free: runs(&tokens, &|token| links[token].is_some()),
            is_mostly_linked: linked > 0 && 3 * linked >= 2 * tokens.len(),
            first_link: tokens.clone().find_map(|token| links[token]),
        }
    }
}

/// The text of a block, those tokens marked that have no counterpart.
fn pieces(side: &Side<'_>, links: &[Option<TokenPlace>], block: align::Place, free: State) -> Vec<Piece> {
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

//! Blocks without a counterpart: they were added or removed, or came out of others or went into others.

use super::kept::runs;
use super::moved::Moved;
use crate::align;
use crate::diff::change::{Change, Class, Edit, Event, Piece, State};
use crate::diff::classes;
use crate::diff::comparing::{Comparing, Side, unit};
use crate::diff::links::TokenPlace;
use crate::diff::text::push_piece;
use std::ops::Range;

/// A new block that corresponds to no old one.
pub(super) fn added(comparing: &Comparing<'_>, moved: &Moved, block: align::Place) -> Option<Change> {
    let lone = Lone::of_new(comparing, moved, block);
    if lone.is_told {
        return None;
    }
    let event = if lone.is_mostly_linked { Event::Split } else { Event::Added };
    let old = lone.first_link.filter(|_| lone.is_mostly_linked).map(|source| comparing.old.token_place(source));
    let wording = |range: &Range<usize>| {
        let new = comparing.new.wording(block.document, range.clone())?;
        Some(Edit { old: None, at: new.span.start, new: Some(new) })
    };
    let unit = unit(comparing.new.block(block).form);
    let mut change = Change::bare(Class::Structural, event, unit, (old, Some(comparing.new.block_place(block))));
    change.edits = lone.free.iter().filter_map(wording).collect();
    change.redline = lone.pieces(&comparing.new, block, State::Added);
    if !lone.is_mostly_linked || !change.edits.is_empty() {
        let (class, norms) = classes::of_new_block(comparing, block, &lone.free, &change.edits);
        change.class = if lone.is_mostly_linked { class.min(Class::Structural) } else { class };
        change.norms = norms;
    }
    Some(change)
}

/// An old block that corresponds to no new one.
pub(super) fn removed(comparing: &Comparing<'_>, moved: &Moved, block: align::Place) -> Option<Change> {
    let lone = Lone::of_old(comparing, moved, block);
    if lone.is_told {
        return None;
    }
    let event = if lone.is_mostly_linked { Event::Merged } else { Event::Removed };
    let new = lone.first_link.filter(|_| lone.is_mostly_linked).map(|target| comparing.new.token_place(target));
    let wording = |range: &Range<usize>| {
        Some(Edit { old: Some(comparing.old.wording(block.document, range.clone())?), new: None, at: 0 })
    };
    let unit = unit(comparing.old.block(block).form);
    let mut change = Change::bare(Class::Structural, event, unit, (Some(comparing.old.block_place(block)), new));
    change.edits = lone.free.iter().filter_map(wording).collect();
    change.redline = lone.pieces(&comparing.old, block, State::Removed);
    if !lone.is_mostly_linked || !change.edits.is_empty() {
        let (class, norms) = classes::of_old_block(comparing, block, &lone.free, &change.edits);
        change.class = if lone.is_mostly_linked { class.min(Class::Structural) } else { class };
        change.norms = norms;
    }
    Some(change)
}

/// A block without a counterpart.
pub(super) struct Lone {
    /// Its tokens that have none either.
    free: Vec<Range<usize>>,
    /// Whether two thirds of its tokens have one, in other blocks.
    pub(super) is_mostly_linked: bool,
    /// Whether all of it is told with sentences that moved.
    is_told: bool,
    first_link: Option<TokenPlace>,
}

impl Lone {
    pub(super) fn of_new(comparing: &Comparing<'_>, moved: &Moved, block: align::Place) -> Self {
        let links = &comparing.links.of_new[block.document];
        Self::of(comparing.new.block(block).tokens.clone(), links, &|token| moved.has_new(block.document, token))
    }

    pub(super) fn of_old(comparing: &Comparing<'_>, moved: &Moved, block: align::Place) -> Self {
        let links = &comparing.links.of_old[block.document];
        Self::of(comparing.old.block(block).tokens.clone(), links, &|token| moved.has_old(block.document, token))
    }

    fn of(tokens: Range<usize>, links: &[Option<TokenPlace>], is_told: &dyn Fn(usize) -> bool) -> Self {
        let left = tokens.clone().filter(|token| !is_told(*token));
        let linked = left.clone().filter(|token| links[*token].is_some()).count();
        let left = left.count();
        Self {
            free: runs(&tokens, &|token| links[token].is_some() || is_told(token)),
            is_mostly_linked: linked > 0 && 3 * linked >= 2 * left,
            is_told: left == 0 && !tokens.is_empty(),
            first_link: tokens.clone().find_map(|token| links[token]),
        }
    }

    /// The text of the block, those tokens marked that have no counterpart.
    fn pieces(&self, side: &Side<'_>, block: align::Place, free: State) -> Vec<Piece> {
        let tokens = side.block(block).tokens.clone();
        let line = |range: Range<usize>| side.line(block.document, range, tokens.start);
        let mut pieces = Vec::new();
        let mut reached = tokens.start;
        for range in &self.free {
            push_piece(&mut pieces, State::Kept, line(reached..range.start));
            push_piece(&mut pieces, free, line(range.clone()));
            reached = range.end;
        }
        push_piece(&mut pieces, State::Kept, line(reached..tokens.end));
        pieces
    }
}

//! Tables whose columns were put in another order: told once, with the row of their titles, and not cell by cell.
//!
//! The titles say which column went where; two cells of another row that changed places say something else.

use crate::align::{self, BlockForm, PartKind, Token};
use crate::diff::comparing::{Comparing, Side};
use crate::diff::stretches::{Pair, Stretch, Stretches};
use std::collections::HashMap;
use std::ops::Range;

/// The rows of such tables.
#[derive(Default)]
pub(super) struct Columns {
    /// By each new row, the old row and, for each cell, the place of the one it was.
    rows: HashMap<align::Place, (align::Place, Vec<usize>)>,
}

impl Columns {
    pub(super) fn of(comparing: &Comparing<'_>, stretches: &Stretches) -> Self {
        let is_row = |pair: &&Pair| {
            let (old, new) = (comparing.old.block(pair.old.first()), comparing.new.block(pair.new.first()));
            !pair.is_split() && !pair.is_merged() && is_row(old.form) && old.form == new.form
        };
        let pairs = || stretches.pairs.iter().filter(is_row);
        let heads = pairs().filter_map(|pair| {
            let is_head = comparing.new.block(pair.new.first()).form == BlockForm::Row { head: true };
            let order = is_head.then(|| order(comparing, pair))??;
            Some((pair.new.first(), (pair.old.first(), order)))
        });
        let heads: HashMap<align::Place, (align::Place, Vec<usize>)> = heads.collect();
        if heads.is_empty() {
            return Self::default();
        }
        let rows = pairs().filter_map(|pair| {
            let (old, order) = heads.get(&head(&comparing.new, pair.new.first())?)?;
            let is_of_table = head(&comparing.old, pair.old.first()).as_ref() == Some(old);
            let is_whole = |side: &Side<'_>, stretch: &Stretch| cells(side, stretch).len() == order.len();
            let fits = is_of_table && is_whole(&comparing.old, &pair.old) && is_whole(&comparing.new, &pair.new);
            fits.then(|| (pair.new.first(), (pair.old.first(), order.clone())))
        });
        Self { rows: rows.collect() }
    }

    /// Whether two blocks are the same row of such a table.
    pub(super) fn holds(&self, old: align::Place, new: align::Place) -> bool {
        self.rows.get(&new).is_some_and(|(own, _)| *own == old)
    }

    /// The cells of a row of such a table, each with the one it was.
    pub(super) fn cells(&self, comparing: &Comparing<'_>, pair: &Pair) -> Option<Vec<Pair>> {
        let (_, order) = self.rows.get(&pair.new.first()).filter(|(old, _)| *old == pair.old.first())?;
        let (old, new) = (cells(&comparing.old, &pair.old), cells(&comparing.new, &pair.new));
        let part = |stretch: &Stretch, tokens: &Range<usize>| Stretch { tokens: tokens.clone(), ..stretch.clone() };
        let pairs = new.iter().zip(order).filter_map(|(to, at)| {
            // Its words were not compared with those of the cell it was, so they are yet to be matched.
            Some(Pair { old: part(&pair.old, old.get(*at)?), new: part(&pair.new, to), moved: true })
        });
        Some(pairs.collect())
    }
}

const fn is_row(form: BlockForm) -> bool {
    matches!(form, BlockForm::Row { .. })
}

/// The row of the titles of a row's table.
fn head(side: &Side<'_>, row: align::Place) -> Option<align::Place> {
    let blocks = &side.parts(row.document).blocks;
    let rows = (0..=row.index).rev().take_while(|index| is_row(blocks[*index].form));
    let index = rows.into_iter().find(|index| blocks[*index].form == BlockForm::Row { head: true })?;
    Some(align::Place { document: row.document, index })
}

/// The tokens of each cell of a row, by their places in the document.
fn cells(side: &Side<'_>, row: &Stretch) -> Vec<Range<usize>> {
    let mut cells = Vec::new();
    let mut start = row.tokens.start;
    for (place, token) in row.tokens.clone().zip(side.tokens(row.document, row.tokens.clone())) {
        if token.kind() == PartKind::Cell {
            cells.push(start..place);
            start = place + 1;
        }
    }
    cells.push(start..row.tokens.end);
    cells
}

/// For each cell of a row, the place of the same cell of before; `None` where they are not the same, or in the same order.
fn order(comparing: &Comparing<'_>, pair: &Pair) -> Option<Vec<usize>> {
    let (old, new) = (cells(&comparing.old, &pair.old), cells(&comparing.new, &pair.new));
    if old.len() != new.len() {
        return None;
    }
    let tokens = |side: &Side<'_>, row: &Stretch, cell: &Range<usize>| -> Vec<Token> {
        side.tokens(row.document, cell.clone()).to_vec()
    };
    let mut free: Vec<Option<Vec<Token>>> =
        old.iter().map(|cell| Some(tokens(&comparing.old, &pair.old, cell))).collect();
    let mut order = Vec::with_capacity(new.len());
    for cell in &new {
        let own = tokens(&comparing.new, &pair.new, cell);
        let is_same = |other: &Option<Vec<Token>>| {
            other.as_ref().is_some_and(|other| {
                own.len() == other.len() && own.iter().zip(other).all(|(one, other)| one.is_same(*other))
            })
        };
        let place = free.iter().position(is_same)?;
        free[place] = None;
        order.push(place);
    }
    (!order.iter().is_sorted()).then_some(order)
}

//! Which blocks of one version are which of the other, those that were split or merged together.
//!
//! A block whose words come from a block that stands beside its counterpart was split off; one whose words went into a
//! block beside its counterpart was merged. Both are compared as one text.

use super::comparing::{Comparing, Side};
use super::links::TokenPlace;
use crate::align;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::ops::Range;

/// Neighbouring blocks of a document.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Stretch {
    pub(super) document: usize,
    /// The blocks, by their places in the document.
    pub(super) blocks: Range<usize>,
    /// Their tokens, by their places in the document.
    pub(super) tokens: Range<usize>,
}

impl Stretch {
    pub(super) const fn first(&self) -> align::Place {
        align::Place { document: self.document, index: self.blocks.start }
    }

    /// The place in the document of a token of the stretch.
    pub(super) fn token(&self, place: usize) -> usize {
        self.tokens.start + place
    }

    /// Tokens of the stretch by their places in the document.
    pub(super) fn within(&self, range: &Range<usize>) -> Range<usize> {
        self.token(range.start)..self.token(range.end)
    }
}

/// Blocks of both versions that correspond.
#[derive(Clone, Debug)]
pub(super) struct Pair {
    pub(super) old: Stretch,
    pub(super) new: Stretch,
    /// Whether it left its section, or its order there.
    pub(super) moved: bool,
}

impl Pair {
    /// Whether one block became several.
    pub(super) fn is_split(&self) -> bool {
        self.new.blocks.len() > self.old.blocks.len()
    }

    /// Whether several blocks became one.
    pub(super) fn is_merged(&self) -> bool {
        self.old.blocks.len() > self.new.blocks.len()
    }
}

/// All blocks, paired as far as they can be.
pub(super) struct Stretches {
    pub(super) pairs: Vec<Pair>,
    /// New blocks that correspond to none.
    pub(super) added: Vec<align::Place>,
    /// Old blocks that correspond to none.
    pub(super) removed: Vec<align::Place>,
}

impl Stretches {
    pub(super) fn of(comparing: &Comparing<'_>) -> Self {
        let blocks = &comparing.blocks;
        let free = |place: Option<align::Place>, other: Option<align::Place>| place.filter(|_| other.is_none());
        let added: Vec<align::Place> = blocks.iter().filter_map(|pair| free(pair.new, pair.old)).collect();
        let removed: Vec<align::Place> = blocks.iter().filter_map(|pair| free(pair.old, pair.new)).collect();
        let sources = partners(&comparing.new, &comparing.links.of_new, &added, |token| comparing.old.block_of(token));
        let targets =
            partners(&comparing.old, &comparing.links.of_old, &removed, |token| comparing.new.block_of(token));
        let mut taken = HashSet::new();
        let mut pairs = Vec::new();
        for pair in blocks {
            let (Some(old), Some(new)) = (pair.old, pair.new) else { continue };
            let new_blocks = extended(&comparing.new, new, &|block| sources.get(&block) == Some(&old));
            let old_blocks = extended(&comparing.old, old, &|block| targets.get(&block) == Some(&new));
            taken.extend(new_blocks.clone().map(|index| (true, align::Place { document: new.document, index })));
            taken.extend(old_blocks.clone().map(|index| (false, align::Place { document: old.document, index })));
            let (old, new) = (stretch(&comparing.old, old, old_blocks), stretch(&comparing.new, new, new_blocks));
            pairs.push(Pair { old, new, moved: pair.moved });
        }
        let (free_new, free_old): (HashSet<_>, HashSet<_>) =
            (added.iter().copied().collect(), removed.iter().copied().collect());
        // A block that became many is like none of them, and many that became one are like it no more.
        for (old, blocks) in gathered(&comparing.new, &added, &sources) {
            let new = align::Place { document: blocks.0, index: blocks.1.start };
            let is_free = free_old.contains(&old) && !comparing.old.is_heading(old) && !taken.contains(&(true, new));
            if is_free && taken.insert((false, old)) {
                taken.extend(blocks.1.clone().map(|index| (true, align::Place { document: blocks.0, index })));
                let (old, new) =
                    (stretch(&comparing.old, old, old.index..old.index + 1), stretch(&comparing.new, new, blocks.1));
                pairs.push(Pair { old, new, moved: false });
            }
        }
        for (new, blocks) in gathered(&comparing.old, &removed, &targets) {
            let old = align::Place { document: blocks.0, index: blocks.1.start };
            let is_free = free_new.contains(&new) && !comparing.new.is_heading(new) && !taken.contains(&(false, old));
            if is_free && taken.insert((true, new)) {
                taken.extend(blocks.1.clone().map(|index| (false, align::Place { document: blocks.0, index })));
                let (old, new) =
                    (stretch(&comparing.old, old, blocks.1), stretch(&comparing.new, new, new.index..new.index + 1));
                pairs.push(Pair { old, new, moved: false });
            }
        }
        let left = |blocks: Vec<align::Place>, is_new: bool| -> Vec<align::Place> {
            blocks.into_iter().filter(|block| !taken.contains(&(is_new, *block))).collect()
        };
        Self { added: left(added, true), removed: left(removed, false), pairs }
    }
}

/// The longest row of neighbouring blocks that have the same partner, for each partner, in the order of the blocks.
fn gathered(
    side: &Side<'_>,
    blocks: &[align::Place],
    partners: &HashMap<align::Place, align::Place>,
) -> Vec<(align::Place, (usize, Range<usize>))> {
    let mut rows: Vec<(align::Place, (usize, Range<usize>))> = Vec::new();
    for block in blocks.iter().filter(|block| !side.is_heading(**block)) {
        let Some(partner) = partners.get(block) else { continue };
        let follows = |(known, (document, row)): &&mut (align::Place, (usize, Range<usize>))| {
            known == partner
                && *document == block.document
                && row.end == block.index
                && side.section_of(align::Place { document: *document, index: row.start }) == side.section_of(*block)
        };
        match rows.last_mut().filter(follows) {
            Some((_, (_, row))) => row.end += 1,
            None => rows.push((*partner, (block.document, block.index..block.index + 1))),
        }
    }
    let mut longest: HashMap<align::Place, usize> = HashMap::new();
    for (number, (partner, (_, row))) in rows.iter().enumerate() {
        let best = longest.entry(*partner).or_insert(number);
        if row.len() > rows[*best].1.1.len() {
            *best = number;
        }
    }
    let is_longest =
        |(number, (partner, _)): &(usize, (align::Place, (usize, Range<usize>)))| longest[partner] == *number;
    rows.into_iter().enumerate().filter(is_longest).map(|(_, row)| row).filter(|(_, (_, row))| row.len() > 1).collect()
}

fn stretch(side: &Side<'_>, block: align::Place, blocks: Range<usize>) -> Stretch {
    let all = &side.parts(block.document).blocks;
    let (first, last) = (&all[blocks.start], &all[blocks.end - 1]);
    Stretch { document: block.document, tokens: first.tokens.start..last.tokens.end, blocks }
}

/// For each block without a counterpart, the block of the other version that has at least half of its words.
fn partners(
    side: &Side<'_>,
    links: &[Vec<Option<TokenPlace>>],
    blocks: &[align::Place],
    block_of: impl Fn(TokenPlace) -> align::Place,
) -> HashMap<align::Place, align::Place> {
    let mut partners = HashMap::new();
    for block in blocks {
        let tokens = side.block(*block).tokens.clone();
        let mut counts: BTreeMap<align::Place, usize> = BTreeMap::new();
        for link in tokens.clone().filter_map(|token| links[block.document][token]) {
            *counts.entry(block_of(link)).or_default() += 1;
        }
        let most = counts.into_iter().max_by_key(|(_, count)| *count);
        if let Some((partner, _)) = most.filter(|(_, count)| 2 * count >= tokens.len()) {
            partners.insert(*block, partner);
        }
    }
    partners
}

/// The blocks beside one that belong to it, as the one before and after tell, and itself.
fn extended(side: &Side<'_>, block: align::Place, belongs: &impl Fn(align::Place) -> bool) -> Range<usize> {
    let section = side.section_of(block);
    let parts = side.parts(block.document);
    let own = &parts.blocks[block.index];
    let is_part = |index: usize| {
        let place = align::Place { document: block.document, index };
        let other = &parts.blocks[index];
        belongs(place)
            && side.section_of(place) == section
            && !side.is_heading(place)
            && (other.quoted, other.noted) == (own.quoted, own.noted)
    };
    if side.is_heading(block) {
        return block.index..block.index + 1;
    }
    let start = (0..block.index).rev().take_while(|index| is_part(*index)).last().unwrap_or(block.index);
    let end = (block.index + 1..parts.blocks.len()).take_while(|index| is_part(*index)).last();
    start..end.unwrap_or(block.index) + 1
}

//! What moves words without changing one: within a file, to another, and files that are split, joined, renamed or laid
//! out anew; and what copies them.

use super::desk::Desk;
use super::model::{Block, Document, Shape, Spot};
use std::ops::Range;

/// Words of what moves by itself, at least.
const LONG: usize = 8;

/// Files, at most and at least.
const FILES: Range<usize> = 3..8;

/// A paragraph, list or table that may be told apart from all others.
fn may_move(block: &Block) -> bool {
    !block.is_heading() && !block.common && !block.twin && block.len() >= LONG
}

impl Desk {
    /// A paragraph, list or table to another place of its file.
    pub fn move_block(&mut self) -> bool {
        let place = self.any_block(|document, block| may_move(block) && document.blocks.len() > 4);
        let Some((document, from)) = place.filter(|_| !self.adding) else { return false };
        let count = self.model.documents[document].blocks.len();
        let places: Vec<usize> = (1..count).filter(|to| to.abs_diff(from) > 1).collect();
        let Some(to) = self.random.choose(&places) else { return false };
        let blocks = &mut self.model.documents[document].blocks;
        let block = blocks.remove(from);
        blocks.insert(to, block);
        self.note("move a block", document);
        true
    }

    /// A section past others of its file.
    pub fn move_section(&mut self) -> bool {
        let Some((document, section)) = self.any_section(2) else { return false };
        let blocks = &mut self.model.documents[document].blocks;
        let moved: Vec<Block> = blocks.drain(section.clone()).collect();
        let rest = self.model.documents[document].sections();
        let mut places: Vec<usize> = rest.iter().flat_map(|rest| [rest.start, rest.end]).collect();
        places.retain(|place| *place != section.start);
        let to = self.random.choose(&places).unwrap_or(section.start);
        drop(self.model.documents[document].blocks.splice(to..to, moved));
        self.moving = true;
        self.note("move a section", document);
        to != section.start
    }

    /// A list item to another place of its list, or a sentence to another paragraph of its file.
    pub fn move_part(&mut self) -> bool {
        let items = self.random.once_in(2);
        let fits = |block: &Block, spot: Spot| {
            let item = &block.items[spot.item];
            let alone = !block.twin && item.sentences[spot.sentence].words.len() >= LONG;
            alone
                && if items {
                    matches!(block.shape, Shape::List { .. }) && block.items.len() > 2
                } else {
                    block.shape == Shape::Paragraph && item.sentences.len() > 1
                }
        };
        let Some(spot) = self.spot(fits) else { return false };
        if items {
            let block = &mut self.model.documents[spot.document].blocks[spot.block];
            let places: Vec<usize> = (0..block.items.len()).filter(|to| *to != spot.item).collect();
            let Some(to) = self.random.choose(&places) else { return false };
            let block = &mut self.model.documents[spot.document].blocks[spot.block];
            let item = block.items.remove(spot.item);
            block.items.insert(to, item);
            self.note("move an item", spot.document);
            return true;
        }
        let other = self.spot(|block, other| {
            let elsewhere = other.document == spot.document && other.block != spot.block;
            elsewhere && block.shape == Shape::Paragraph && !block.twin
        });
        let Some(other) = other else { return false };
        let sentence = self.model.item(spot).sentences.remove(spot.sentence);
        self.model.item(other).sentences.insert(other.sentence, sentence);
        self.note("move a sentence", spot.document);
        true
    }

    /// A block or a section to another file; tells which blocks.
    pub fn move_across(&mut self) -> Option<Vec<u32>> {
        let section = self.random.once_in(2);
        let (from, range) = if section {
            self.any_section(2)?
        } else {
            let (from, block) = self.any_block(|document, block| may_move(block) && document.blocks.len() > 4)?;
            (from, block..block + 1)
        };
        let to = self.other_document(from)?;
        if self.adding {
            return None;
        }
        let moved: Vec<Block> = self.model.documents[from].blocks.drain(range).collect();
        let ids = moved.iter().map(|block| block.id).collect();
        self.put_in(to, moved, section);
        self.moving = true;
        self.note("move blocks", from);
        self.note("to a place", to);
        Some(ids)
    }

    /// The same, with some 15 % of the words edited.
    pub fn move_edited(&mut self) -> bool {
        let Some(ids) = self.move_across() else { return false };
        let spots: Vec<Spot> = self.model.spots();
        let moved: Vec<Spot> = spots.into_iter().filter(|spot| ids.contains(&self.model.block(*spot).id)).collect();
        let words: usize = moved.iter().map(|spot| self.model.sentence(*spot).words.len()).sum();
        for _ in 0..words * 15 / 100 {
            let spot = self.random.choose(&moved).filter(|spot| !self.model.block(*spot).common);
            let _ = spot.is_some_and(|spot| self.replace_word(spot));
        }
        self.notes.push("edit what moved".to_owned());
        true
    }

    /// The sections of a file to two or three files.
    pub fn split(&mut self) -> bool {
        let many: Vec<usize> = (0..self.model.documents.len())
            .filter(|document| self.model.documents[*document].sections().len() > 2)
            .collect();
        let Some(document) = self.random.choose(&many).filter(|_| !self.adding) else { return false };
        if self.model.documents.len() + 1 >= FILES.end {
            return false;
        }
        let parts = if self.model.documents[document].sections().len() > 4 && self.random.once_in(2) { 3 } else { 2 };
        for _ in 1..parts {
            let sections = self.model.documents[document].sections();
            let Some(last) = sections.last().filter(|_| sections.len() > 1) else { break };
            let first = self.random.within(1..=sections.len() - 1);
            let taken: Vec<Block> =
                self.model.documents[document].blocks.drain(sections[first].start..last.end).collect();
            let mut blocks = vec![self.new_heading(1)];
            blocks.extend(taken);
            let part = self.document_of(blocks);
            self.model.documents.push(part);
            self.note("split off", self.model.documents.len() - 1);
        }
        if self.random.once_in(3) {
            self.model.documents[document].path = self.new_path();
        }
        self.moving = true;
        self.note("split", document);
        true
    }

    /// Two files to one.
    pub fn join(&mut self) -> bool {
        if self.model.documents.len() <= FILES.start || self.adding {
            return false;
        }
        let Some(from) = self.any_document() else { return false };
        let Some(to) = self.other_document(from) else { return false };
        self.note("join with another what was", from);
        let id = self.model.documents[to].id;
        let mut joined = self.model.documents.remove(from);
        for block in &mut joined.blocks {
            if block.shape == Shape::Heading(1) {
                block.shape = Shape::Heading(2);
            }
        }
        let to = self.model.documents.iter().position(|document| document.id == id).unwrap_or_default();
        self.model.documents[to].blocks.append(&mut joined.blocks);
        self.moving = true;
        self.note("join", to);
        true
    }

    /// Another name, or another folder.
    pub fn rename(&mut self) -> bool {
        let Some(document) = self.any_document() else { return false };
        self.note("rename what was", document);
        self.model.documents[document].path = self.new_path();
        self.note("rename", document);
        true
    }

    /// Another name, another layout and some words edited, all at once.
    pub fn rename_edited(&mut self) -> bool {
        let Some(document) = self.any_document() else { return false };
        self.note("rename and lay out anew what was", document);
        self.model.documents[document].path = self.new_path();
        self.model.documents[document].style = self.new_style();
        for _ in 0..self.random.within(3..=10) {
            let spot = self.spot(|block, spot| spot.document == document && block.shape == Shape::Paragraph);
            let _ = spot.is_some_and(|spot| self.edit_word(spot));
        }
        self.note("and edit words", document);
        true
    }

    /// Another layout of one file or of all.
    pub fn restyle(&mut self) -> bool {
        let all = self.random.once_in(4);
        let Some(one) = self.any_document() else { return false };
        for document in 0..self.model.documents.len() {
            if all || document == one {
                self.model.documents[document].style = self.new_style();
                self.note("lay out anew", document);
            }
        }
        true
    }

    /// A block or a section once more, in another file.
    pub fn copy(&mut self) -> bool {
        let place = if self.random.once_in(2) {
            self.any_section(1)
        } else {
            let long = |block: &Block| may_move(block) && block.len() >= 2 * LONG;
            self.any_block(|_, block| long(block)).map(|(document, block)| (document, block..block + 1))
        };
        let Some((from, range)) = place else { return false };
        let Some(to) = self.other_document(from).filter(|_| !self.moving) else { return false };
        let section = range.len() > 1;
        let mut copies = Vec::new();
        for at in range {
            let source = &mut self.model.documents[from].blocks[at];
            source.twin = true;
            let (source, mut copy) = (source.id, source.clone());
            copy.id = self.id();
            self.held.extend([source, copy.id]);
            for item in &mut copy.items {
                item.id = self.id();
                for sentence in &mut item.sentences {
                    sentence.id = self.id();
                    for word in &mut sentence.words {
                        word.commit = self.commit;
                    }
                }
            }
            copies.push(copy);
        }
        self.put_in(to, copies, section);
        self.note("copy from", from);
        self.note("copy to a place", to);
        true
    }

    /// A section without copies or what is not to be touched, in a file that has at least so many.
    pub fn any_section(&mut self, least: usize) -> Option<(usize, Range<usize>)> {
        let free = |block: &Block| !block.twin && !self.held.contains(&block.id);
        let whole = |document: &Document, section: &Range<usize>| {
            let blocks = &document.blocks[section.clone()];
            blocks.iter().all(free) && blocks.iter().map(Block::len).sum::<usize>() >= 2 * LONG
        };
        let mut found = Vec::new();
        for (at, document) in self.model.documents.iter().enumerate() {
            let sections = document.sections();
            if sections.len() >= least {
                found.extend(
                    sections.into_iter().filter(|section| whole(document, section)).map(|section| (at, section)),
                );
            }
        }
        if self.adding { None } else { self.random.choose(&found) }
    }

    pub fn other_document(&mut self, than: usize) -> Option<usize> {
        let others: Vec<usize> = (0..self.model.documents.len()).filter(|other| *other != than).collect();
        self.random.choose(&others)
    }

    /// Puts blocks into a file: a section before or after another, a block anywhere.
    pub fn put_in(&mut self, document: usize, blocks: Vec<Block>, section: bool) {
        let into = &self.model.documents[document];
        let end = into.blocks.len();
        let mut places: Vec<usize> =
            if section { into.sections().iter().map(|section| section.start).collect() } else { (1..end).collect() };
        places.push(end);
        let at = self.random.choose(&places).unwrap_or(end);
        drop(self.model.documents[document].blocks.splice(at..at, blocks));
    }
}

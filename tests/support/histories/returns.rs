//! What goes and comes back, which stays its first author's; and short common texts that anyone may write, which are
//! each time the writer's.

use super::desk::{Desk, Removed};
use super::model::{Block, Mark, Shape};
use super::prose::Prose;

/// Words of what may come back, at least: what is shorter might be written again by chance.
const LONG: usize = 14;

/// Words of a document from which something is removed, at least.
const AMPLE: usize = 160;

/// Commits from the removal to the return, at least.
const APART: usize = 3;

/// Documents, at most, and how many must be there for one to be removed.
const MOST: usize = 7;
const SOME: usize = 4;

impl Desk {
    /// Removes a block, a section or a document that may come back.
    pub fn remove(&mut self) -> bool {
        if self.branched || self.adding {
            return false;
        }
        if self.random.once_in(8) && self.model.documents.len() >= SOME {
            return self.remove_document();
        }
        let place = if self.random.once_in(2) {
            self.any_section(2)
        } else {
            self.any_block(|_, block| !block.is_heading() && !block.twin && !block.common)
                .map(|(document, block)| (document, block..block + 1))
        };
        let Some((document, range)) = place else { return false };
        let blocks = &self.model.documents[document].blocks[range.clone()];
        let words: usize = blocks.iter().map(Block::len).sum();
        let whole = blocks.iter().all(|block| self.is_untouched(block) && !block.common);
        if !whole || words < LONG || self.model.documents[document].len() < AMPLE + words {
            return false;
        }
        let blocks = self.model.documents[document].blocks.drain(range).collect();
        self.removed.push(Removed { blocks, whole: false, commit: self.commit, author: self.author });
        self.note("remove blocks", document);
        true
    }

    fn remove_document(&mut self) -> bool {
        let Some(document) = self.any_document() else { return false };
        let blocks = &self.model.documents[document].blocks;
        let plain = blocks.iter().all(|block| self.is_untouched(block) && !block.twin);
        if !plain {
            return false;
        }
        self.note("remove all", document);
        let mut blocks = self.model.documents.remove(document).blocks;
        self.dropping.extend(blocks.iter().filter(|block| block.common).map(Block::text));
        blocks.retain(|block| !block.common);
        self.removed.push(Removed { blocks, whole: true, commit: self.commit, author: self.author });
        true
    }

    /// Brings back what another author removed some commits ago, there or elsewhere.
    pub fn restore(&mut self) -> bool {
        if self.branched {
            return false;
        }
        let (commit, author) = (self.commit, self.author);
        let fits = |removed: &Removed| removed.commit + APART <= commit && removed.author != author;
        let fitting: Vec<usize> = (0..self.removed.len()).filter(|at| fits(&self.removed[*at])).collect();
        let Some(at) = self.random.choose(&fitting) else { return false };
        if self.removed[at].whole && self.model.documents.len() >= MOST {
            return false;
        }
        let Removed { blocks, whole, .. } = self.removed.remove(at);
        self.held.extend(blocks.iter().map(|block| block.id));
        if whole {
            let document = self.document_of(blocks);
            self.model.documents.push(document);
            self.note("bring back all", self.model.documents.len() - 1);
        } else {
            let Some(document) = self.any_document() else { return false };
            let section = blocks[0].is_heading();
            self.put_in(document, blocks, section);
            self.note("bring back blocks", document);
        }
        true
    }

    /// A document more.
    pub fn add_document(&mut self) -> bool {
        if self.model.documents.len() >= MOST {
            return false;
        }
        let sections = self.random.within(1..=3);
        let document = self.new_document(sections);
        self.model.documents.push(document);
        let document = self.model.documents.len() - 1;
        if !self.random.once_in(4) {
            self.add_common_to(document);
        }
        self.note("add a document", document);
        true
    }

    /// Writes short common texts into one to three documents.
    pub fn add_common(&mut self) -> bool {
        let mut done = false;
        for _ in 0..self.random.within(1..=3) {
            let document = self.any_document();
            done |= document.is_some_and(|document| self.add_common_to(document));
        }
        done
    }

    pub fn add_common_to(&mut self, document: usize) -> bool {
        if self.branched || self.moving {
            return false;
        }
        let commonplaces = &self.prose.lexicon.commonplaces;
        let kind = self.random.below(6);
        let texts = if kind == 0 { &commonplaces.headings } else { &commonplaces.paragraphs };
        // Some are written more often than others, so that many have the same.
        let most = self.random.within(1..=texts.len());
        let Some(text) = self.random.choose(&texts[..most]) else { return false };
        let (id, blocks) = (self.model.documents[document].id, &self.model.documents[document].blocks);
        let there = blocks.iter().any(|block| block.common && block.text() == text);
        let gone = self.dropping.contains(text) || self.dropped.contains(&(id, text.to_owned()));
        if there || gone {
            return false;
        }
        let mut new = match kind {
            0 => vec![self.common(text, Shape::Heading(2), ""), self.references()],
            1 => vec![self.new_table()],
            _ => vec![self.common(text, Shape::Paragraph, ".")],
        };
        let end = self.model.documents[document].blocks.len();
        let at = if kind < 2 || self.random.once_in(2) { end } else { 1 };
        self.held.extend(new.iter().map(|block| block.id));
        drop(self.model.documents[document].blocks.splice(at..at, new.drain(..)));
        self.adding = true;
        self.note("write a common text", document);
        true
    }

    fn common(&mut self, text: &str, shape: Shape, stop: &'static str) -> Block {
        let mut sentence = self.unstopped(Prose::fixed(text, self.commit));
        sentence.stop = stop;
        let item = self.item(vec![sentence]);
        Block { common: true, ..self.block(shape, vec![item]) }
    }

    /// A list of links.
    fn references(&mut self) -> Block {
        let mut items = Vec::new();
        for _ in 0..self.random.within(2..=3) {
            let mut words = self.prose.title(&mut self.random, self.commit);
            let page = self.random.within(1..=900);
            for word in &mut words {
                word.mark = Mark::Link(page);
            }
            let link = self.unstopped(words);
            items.push(self.item(vec![link]));
        }
        self.block(Shape::List { ordered: false }, items)
    }

    /// Removes a short common text from a document, for good.
    pub fn drop_common(&mut self) -> bool {
        if self.branched || self.moving || self.adding {
            return false;
        }
        let place = self.any_block(|_, block| block.common && block.shape == Shape::Paragraph);
        let Some((document, block)) = place else { return false };
        let text = self.model.documents[document].blocks.remove(block).text();
        let id = self.model.documents[document].id;
        self.dropping.insert(text.clone());
        self.dropped.insert((id, text));
        self.note("remove a common text", document);
        true
    }
}

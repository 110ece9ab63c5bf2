//! Where a commit is prepared: the documents as they stand, what may be done with them, and the making of new text.

use super::model::{Block, Class, Document, Item, Model, Sentence, Shape, Sort, Spot, Style, Word, Wrap};
use super::prose::Prose;
use super::random::Random;
use std::collections::BTreeSet;

/// Columns to which text is wrapped.
const COLUMNS: [usize; 5] = [60, 72, 80, 100, 120];

/// Folders of documents.
const FOLDERS: [&str; 4] = ["", "docs/", "norms/", "annexes/old/"];

/// Blocks that have been removed and may come back.
pub struct Removed {
    pub blocks: Vec<Block>,
    /// They were all of a document.
    pub whole: bool,
    pub commit: usize,
    pub author: usize,
}

/// The documents, who works on them now, and what has been done for the next commit.
pub struct Desk {
    pub random: Random,
    pub prose: Prose,
    pub model: Model,
    /// The documents as the commit before left them.
    before: Model,
    /// The number of the next commit.
    pub commit: usize,
    pub author: usize,
    pub removed: Vec<Removed>,
    /// Short common texts removed from documents, by the documents' ids.
    pub dropped: BTreeSet<(u32, String)>,
    /// Work goes on in two branches: what would be told apart only by looking at both is not done.
    pub branched: bool,
    /// Blocks to work on rather than on others.
    pub near: Vec<u32>,
    /// Blocks that the next commit leaves alone, as it has copied, removed or brought them back.
    pub held: BTreeSet<u32>,
    /// Short common texts that the next commit removes.
    pub dropping: BTreeSet<String>,
    /// The next commit writes a short common text.
    pub adding: bool,
    /// The next commit moves blocks, common ones perhaps.
    pub moving: bool,
    /// What the next commit does.
    pub notes: Vec<String>,
    ids: u32,
}

impl Desk {
    pub fn new(random: Random, prose: Prose) -> Self {
        Self {
            random,
            prose,
            model: Model::default(),
            before: Model::default(),
            commit: 0,
            author: 0,
            removed: Vec::new(),
            dropped: BTreeSet::new(),
            branched: false,
            near: Vec::new(),
            held: BTreeSet::new(),
            dropping: BTreeSet::new(),
            adding: false,
            moving: false,
            notes: Vec::new(),
            ids: 0,
        }
    }

    /// Begins with the next commit.
    pub fn begin(&mut self, commit: usize, author: usize) {
        (self.commit, self.author) = (commit, author);
        self.before = self.model.clone();
        self.held.clear();
        self.dropping.clear();
        self.notes.clear();
        (self.adding, self.moving) = (false, false);
    }

    /// Whether the next commit has nothing to do with a block yet, except that it may have moved it.
    pub fn is_untouched(&self, block: &Block) -> bool {
        let before = self.before.find(block.id);
        let same = |(document, at): (usize, usize)| self.before.documents[document].blocks[at] == *block;
        !self.held.contains(&block.id) && before.is_some_and(same)
    }

    pub fn note(&mut self, what: &str, document: usize) {
        let path = self.model.documents.get(document).map_or("", |document| &document.path);
        self.notes.push(format!("{what} in {path}"));
    }

    pub fn id(&mut self) -> u32 {
        self.ids += 1;
        self.ids
    }

    /// Any of these places, a near one in half of all cases.
    pub fn spot(&mut self, fits: impl Fn(&Block, Spot) -> bool) -> Option<Spot> {
        let mut spots = self.model.spots();
        spots.retain(|spot| {
            let block = self.model.block(*spot);
            !block.common && !self.held.contains(&block.id) && fits(block, *spot)
        });
        let near: Vec<Spot> =
            spots.iter().copied().filter(|spot| self.near.contains(&self.model.block(*spot).id)).collect();
        if !near.is_empty() && self.random.once_in(2) {
            return self.random.choose(&near);
        }
        self.random.choose(&spots)
    }

    /// Any of the blocks that fit: in which document, and where.
    pub fn any_block(&mut self, fits: impl Fn(&Document, &Block) -> bool) -> Option<(usize, usize)> {
        let mut blocks = self.model.blocks();
        blocks.retain(|(document, block)| {
            let document = &self.model.documents[*document];
            let block = &document.blocks[*block];
            !self.held.contains(&block.id) && fits(document, block)
        });
        self.random.choose(&blocks)
    }

    /// A sentence that shares no content word with the words given.
    pub fn new_sentence(&mut self, unlike: &[Word]) -> Sentence {
        let words = self.prose.sentence(&mut self.random, unlike, self.commit);
        Sentence { id: self.id(), words, stop: "." }
    }

    /// A heading, a cell or a common text.
    pub fn unstopped(&mut self, words: Vec<Word>) -> Sentence {
        Sentence { id: self.id(), words, stop: "" }
    }

    pub fn item(&mut self, sentences: Vec<Sentence>) -> Item {
        Item { id: self.id(), sentences }
    }

    pub fn block(&mut self, shape: Shape, items: Vec<Item>) -> Block {
        Block { id: self.id(), shape, items, common: false, twin: false }
    }

    pub fn new_heading(&mut self, level: usize) -> Block {
        let mut words = self.prose.title(&mut self.random, self.commit);
        if level == 2 && self.random.once_in(4) {
            let number = self.random.within(1..=40).to_string();
            let mut numbered = Prose::fixed(&format!("{} {number}", self.prose.lexicon.article), self.commit);
            numbered.append(&mut words);
            words = numbered;
        }
        words[0].text = super::prose::capitalized(&words[0].text);
        let title = self.unstopped(words);
        let item = self.item(vec![title]);
        self.block(Shape::Heading(level), vec![item])
    }

    pub fn new_paragraph(&mut self) -> Block {
        let wanted = [1, 1, 2, 2, 3, 3, 4, 5, 6][self.random.below(9)];
        let sentences = (0..wanted).map(|_| self.new_sentence(&[])).collect();
        let item = self.item(sentences);
        self.block(Shape::Paragraph, vec![item])
    }

    pub fn new_item(&mut self) -> Item {
        let mut sentence = self.new_sentence(&[]);
        sentence.stop = [".", ";", ""][self.random.below(3)];
        self.item(vec![sentence])
    }

    fn new_list(&mut self) -> Block {
        let ordered = self.random.once_in(3);
        let wanted = self.random.within(2..=5);
        let items = (0..wanted).map(|_| self.new_item()).collect();
        self.block(Shape::List { ordered }, items)
    }

    pub fn new_row(&mut self, columns: usize) -> Item {
        let mut cells = Vec::new();
        for column in 0..columns {
            let words = if column > 0 && self.random.once_in(3) {
                let text = self.random.within(1..=365).to_string();
                vec![Word { sort: Sort::plain(Class::Number), ..Prose::fixed(&text, self.commit).remove(0) }]
            } else {
                self.prose.title(&mut self.random, self.commit)
            };
            cells.push(self.unstopped(words));
        }
        self.item(cells)
    }

    pub fn new_table(&mut self) -> Block {
        let header = self.random.choose(&self.prose.lexicon.commonplaces.tables).unwrap_or_default();
        let cells = header.iter().map(|cell| self.unstopped(Prose::fixed(cell, self.commit))).collect();
        let mut rows = vec![self.item(cells)];
        for _ in 0..self.random.within(2..=4) {
            rows.push(self.new_row(header.len()));
        }
        self.block(Shape::Table, rows)
    }

    /// A section of the second level, sometimes with one of the third in it.
    pub fn new_section(&mut self) -> Vec<Block> {
        let mut blocks = vec![self.new_heading(2)];
        for number in 0..self.random.within(1..=3) {
            blocks.push(match self.random.below(8) {
                0 | 1 => self.new_list(),
                2 => self.new_table(),
                3 if number > 0 => self.new_heading(3),
                _ => self.new_paragraph(),
            });
        }
        if blocks.last().is_some_and(Block::is_heading) {
            blocks.push(self.new_paragraph());
        }
        blocks
    }

    /// A document of some sections, its title first.
    pub fn new_document(&mut self, sections: usize) -> Document {
        let mut blocks = vec![self.new_heading(1)];
        if self.random.once_in(2) {
            blocks.push(self.new_paragraph());
        }
        for _ in 0..sections {
            blocks.append(&mut self.new_section());
        }
        self.document_of(blocks)
    }

    pub fn document_of(&mut self, blocks: Vec<Block>) -> Document {
        Document { id: self.id(), path: self.new_path(), style: self.new_style(), blocks }
    }

    pub fn new_style(&mut self) -> Style {
        let random = &mut self.random;
        let columns = COLUMNS[random.below(COLUMNS.len())];
        Style {
            wrap: match random.below(5) {
                0 => Wrap::Off,
                1 => Wrap::Sentences,
                _ => Wrap::Columns(columns),
            },
            bullet: ['-', '*', '+'][random.below(3)],
            emphasis: ['*', '_'][random.below(2)],
            underlined: random.once_in(5),
            padded: random.once_in(2),
            loose: random.once_in(5),
        }
    }

    /// A path that no document has.
    pub fn new_path(&mut self) -> String {
        loop {
            let folder = FOLDERS[self.random.below(FOLDERS.len())];
            let name = self.random.choose(&self.prose.lexicon.nouns[0]).unwrap_or_default();
            // Accents in paths are another matter.
            let name: String = name.chars().filter(char::is_ascii).collect();
            let path = format!("{folder}{:02}-{name}.md", self.random.below(30));
            if self.model.documents.iter().all(|document| document.path != path) {
                return path;
            }
        }
    }
}

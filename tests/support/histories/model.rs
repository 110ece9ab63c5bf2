//! Documents as blocks of words, each of which knows the commit that brought it.

use std::ops::Range;

/// What a word is in its sentence, so that another of the kind may take its place.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Class {
    /// Says nothing by itself.
    Function,
    Noun,
    Adjective,
    Verb,
    Number,
    /// Of a text that was given.
    Content,
}

/// Its class, with what it agrees with.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Sort {
    pub class: Class,
    pub feminine: bool,
    pub plural: bool,
}

impl Sort {
    pub const fn plain(class: Class) -> Self {
        Self { class, feminine: false, plural: false }
    }
}

/// What is drawn around a run of words; neighbours of the same mark are one run.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    None,
    Emphasis,
    Strong,
    Brackets,
    /// To a page that bears the number.
    Link(usize),
}

#[derive(Clone, PartialEq, Eq)]
pub struct Word {
    pub text: String,
    pub sort: Sort,
    /// Punctuation.
    pub after: &'static str,
    pub mark: Mark,
    /// Which commit brought it.
    pub commit: usize,
}

/// A sentence, or all of a heading or of a cell.
#[derive(Clone, PartialEq, Eq)]
pub struct Sentence {
    pub id: u32,
    pub words: Vec<Word>,
    /// What ends it.
    pub stop: &'static str,
}

/// What a heading, a paragraph, a list item or the row of a table has: sentences, or cells.
#[derive(Clone, PartialEq, Eq)]
pub struct Item {
    pub id: u32,
    pub sentences: Vec<Sentence>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    Heading(usize),
    Paragraph,
    List {
        ordered: bool,
    },
    /// The first item is its header.
    Table,
}

#[derive(Clone, PartialEq, Eq)]
pub struct Block {
    pub id: u32,
    pub shape: Shape,
    pub items: Vec<Item>,
    /// A short text that others write too: left as it is, or removed.
    pub common: bool,
    /// It has been copied, or is the copy.
    pub twin: bool,
}

impl Block {
    pub fn words(&self) -> impl Iterator<Item = &Word> {
        self.items.iter().flat_map(|item| &item.sentences).flat_map(|sentence| &sentence.words)
    }

    pub fn len(&self) -> usize {
        self.words().count()
    }

    pub const fn is_heading(&self) -> bool {
        matches!(self.shape, Shape::Heading(_))
    }

    /// Its words.
    pub fn text(&self) -> String {
        self.words().map(|word| word.text.as_str()).collect::<Vec<_>>().join(" ")
    }
}

/// How lines are broken.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Wrap {
    /// Never.
    Off,
    /// After each sentence.
    Sentences,
    Columns(usize),
}

/// What may change in a file without changing a word.
#[derive(Clone, PartialEq, Eq)]
pub struct Style {
    pub wrap: Wrap,
    pub bullet: char,
    pub emphasis: char,
    /// Headings are underlined.
    pub underlined: bool,
    /// The columns of tables are aligned.
    pub padded: bool,
    /// Blank lines between list items.
    pub loose: bool,
}

#[derive(Clone)]
pub struct Document {
    pub id: u32,
    pub path: String,
    pub style: Style,
    pub blocks: Vec<Block>,
}

impl Document {
    pub fn len(&self) -> usize {
        self.blocks.iter().map(Block::len).sum()
    }

    /// The blocks of each section of the second level, its heading first.
    pub fn sections(&self) -> Vec<Range<usize>> {
        let heads = |(_, block): &(usize, &Block)| matches!(block.shape, Shape::Heading(level) if level <= 2);
        let mut heads: Vec<usize> = self.blocks.iter().enumerate().filter(heads).map(|(at, _)| at).collect();
        heads.push(self.blocks.len());
        let sections = heads.windows(2).map(|pair| pair[0]..pair[1]);
        sections.filter(|section| self.blocks[section.start].shape == Shape::Heading(2)).collect()
    }
}

/// Where a sentence stands.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Spot {
    pub document: usize,
    pub block: usize,
    pub item: usize,
    pub sentence: usize,
}

/// All documents at one commit.
#[derive(Clone, Default)]
pub struct Model {
    pub documents: Vec<Document>,
}

impl Model {
    /// Where each sentence stands.
    pub fn spots(&self) -> Vec<Spot> {
        let mut spots = Vec::new();
        for (document, block) in self.blocks() {
            for (item, row) in self.documents[document].blocks[block].items.iter().enumerate() {
                spots.extend((0..row.sentences.len()).map(|sentence| Spot { document, block, item, sentence }));
            }
        }
        spots
    }

    /// Where each block stands: in which document, and there.
    pub fn blocks(&self) -> Vec<(usize, usize)> {
        let documents = self.documents.iter().enumerate();
        documents.flat_map(|(at, document)| (0..document.blocks.len()).map(move |block| (at, block))).collect()
    }

    pub fn block(&self, spot: Spot) -> &Block {
        &self.documents[spot.document].blocks[spot.block]
    }

    pub fn item(&mut self, spot: Spot) -> &mut Item {
        &mut self.documents[spot.document].blocks[spot.block].items[spot.item]
    }

    pub fn sentence(&mut self, spot: Spot) -> &mut Sentence {
        &mut self.item(spot).sentences[spot.sentence]
    }

    /// Where a block stands.
    pub fn find(&self, id: u32) -> Option<(usize, usize)> {
        self.blocks().into_iter().find(|(document, block)| self.documents[*document].blocks[*block].id == id)
    }
}

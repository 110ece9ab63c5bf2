//! One side of an alignment: the parts of all its documents in one row, with a number for each content.

use super::parts::{BlockParts, DocumentParts, SectionParts, Token};
use std::collections::HashMap;
use std::hash::{Hash, Hasher};
use std::ops::Range;

/// The documents of one version; sections, blocks and tokens are numbered through all of them.
pub(super) struct Side<'a> {
    pub(super) documents: &'a [DocumentParts],
    /// The sections of each document.
    pub(super) document_sections: Vec<Range<usize>>,
    pub(super) sections: Vec<SectionAt<'a>>,
    pub(super) blocks: Vec<BlockAt<'a>>,
    /// How many tokens there are.
    pub(super) tokens: usize,
}

pub(super) struct SectionAt<'a> {
    pub(super) document: usize,
    /// Its place in the document.
    pub(super) index: usize,
    pub(super) parts: &'a SectionParts,
    /// Its blocks in the row.
    pub(super) blocks: Range<usize>,
    /// The tokens of all its blocks.
    pub(super) tokens: &'a [Token],
    /// Sections with the same tokens in the same blocks have the same number.
    pub(super) content: usize,
    /// Sections that are the same but for their headings and the numbers of their clauses have the same number.
    pub(super) body: usize,
}

pub(super) struct BlockAt<'a> {
    pub(super) document: usize,
    /// Its section in the row.
    pub(super) section: usize,
    /// Its place in the document.
    pub(super) index: usize,
    pub(super) parts: &'a BlockParts,
    pub(super) tokens: &'a [Token],
    /// The number of its first token in the row.
    pub(super) first_token: usize,
    /// Blocks with the same tokens have the same number, on both sides.
    pub(super) content: usize,
    /// Blocks that are the same but for the number of their clause have the same number.
    pub(super) bare: usize,
}

/// Numbers the contents of both sides.
#[derive(Default)]
pub(super) struct Contents<'a> {
    blocks: HashMap<Content<'a>, usize>,
    sections: HashMap<Vec<usize>, usize>,
}

/// Tokens wherever they stand. They are compared one by one, so that no text can be made to pass for another.
struct Content<'a>(&'a [Token]);

impl PartialEq for Content<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.0.len() == other.0.len() && self.0.iter().zip(other.0).all(|(one, other)| one.is_same(*other))
    }
}

impl Eq for Content<'_> {}

impl Hash for Content<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.iter().for_each(|token| token.key.hash(state));
    }
}

impl<'a> Side<'a> {
    pub(super) fn new(documents: &'a [DocumentParts], contents: &mut Contents<'a>) -> Self {
        let (document_sections, sections, blocks) = (Vec::new(), Vec::new(), Vec::new());
        let mut side = Self { documents, document_sections, sections, blocks, tokens: 0 };
        for (document, parts) in documents.iter().enumerate() {
            let first = side.sections.len();
            for (index, section) in parts.sections.iter().enumerate() {
                side.add_section(document, index, section, contents);
            }
            side.document_sections.push(first..side.sections.len());
            side.tokens += parts.tokens.len();
        }
        side
    }

    fn add_section(&mut self, document: usize, index: usize, section: &'a SectionParts, contents: &mut Contents<'a>) {
        let parts = &self.documents[document];
        let first = self.blocks.len();
        let own = parts.blocks.get(section.blocks.clone()).unwrap_or(&[]);
        for (index, block) in section.blocks.clone().zip(own) {
            let tokens = parts.tokens_of(block);
            let next = contents.blocks.len();
            let content = *contents.blocks.entry(Content(tokens)).or_insert(next);
            let next = contents.blocks.len();
            let said = tokens.get(block.designation..).unwrap_or(&[]);
            let bare =
                if block.designation == 0 { content } else { *contents.blocks.entry(Content(said)).or_insert(next) };
            let first_token = self.tokens + block.tokens.start;
            let section = self.sections.len();
            self.blocks.push(BlockAt { document, section, index, parts: block, tokens, first_token, content, bare });
        }
        let ends = own.first().zip(own.last());
        let tokens = ends.and_then(|(first, last)| parts.tokens.get(first.tokens.start..last.tokens.end));
        let next = contents.sections.len();
        let row: Vec<usize> = self.blocks[first..].iter().map(|block| block.content).collect();
        let content = *contents.sections.entry(row).or_insert(next);
        let next = contents.sections.len();
        let heading = usize::from(index > 0);
        let row: Vec<usize> = self.blocks[first..].iter().skip(heading).map(|block| block.bare).collect();
        let body = *contents.sections.entry(row).or_insert(next);
        let (tokens, blocks) = (tokens.unwrap_or(&[]), first..self.blocks.len());
        self.sections.push(SectionAt { document, index, parts: section, blocks, tokens, content, body });
    }

    /// The number in the row of a document's block.
    pub(super) fn block_number(&self, document: usize, index: usize) -> Option<usize> {
        let first = self.document_sections.get(document)?.start;
        Some(self.sections.get(first)?.blocks.start + index)
    }
}

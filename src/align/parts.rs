//! What of a document is compared: its metadata, sections, blocks and tokens, without the tree and without the text.
//!
//! A block here is the smallest run of text that stands by itself: a heading, a paragraph (also as the text of a list's
//! item, a quote or a footnote), a row of a table, a term, code, raw HTML, a thematic break. What a reader does not see
//! leaves no token: blanks and the wrapping of lines, the numbers of a list, the padding of a table, emphasis, the way a
//! heading or a link is spelled, the label of a footnote.

mod blocks;
mod designation;
mod gist;
mod html;
mod inlines;

use crate::model::{Document, DocumentPath, FrontMatter, FrontMatterValue, Language, Section, Span};
use blocks::Reader;
use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::ops::Range;

pub use html::{HtmlPiece, html_pieces};

/// The parts of one document that are compared; they do not borrow from its text.
#[derive(Clone, Debug)]
pub struct DocumentParts {
    /// Where it stands in the policy.
    pub path: DocumentPath,
    /// Its language, where the front matter says so.
    pub language: Option<Language>,
    /// The entries of its front matter, in the order of the text.
    pub metadata: Vec<MetadataParts>,
    /// Its sections in the order of the text. The first is the head: what stands before the first heading.
    pub sections: Vec<SectionParts>,
    /// The blocks of all sections, in the order of the text.
    pub blocks: Vec<BlockParts>,
    /// The tokens of all blocks, in the order of the text.
    pub tokens: Vec<Token>,
    /// The words that are not written as they read, because markup or an entity stands in them, by where they begin.
    pub unlike: HashMap<u32, String>,
    /// By the label of each footnote, the first block of its text.
    pub(super) notes: HashMap<u64, usize>,
    /// The label of each token that refers to a footnote, in the order of the text.
    pub(super) references: Vec<u64>,
}

/// An entry of the front matter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MetadataParts {
    /// Its key; empty for the whole of a front matter that has no keys.
    pub key: String,
    /// From its key to the end of its value.
    pub span: Span,
    /// What its value is known by.
    pub(super) value: u64,
}

/// A section without its subsections.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SectionParts {
    /// Its explicit identity, where it has one.
    pub id: Option<String>,
    /// The name by which links reach it; empty for the head.
    pub anchor: String,
    /// From its heading to the end of its last subsection.
    pub span: Span,
    /// Its blocks among those of the document, the heading first.
    pub blocks: Range<usize>,
}

/// A block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BlockParts {
    /// What it is.
    pub form: BlockForm,
    /// Whether it stands in a quotation.
    pub quoted: bool,
    /// Whether it stands in a footnote.
    pub noted: bool,
    /// What it came from.
    pub span: Span,
    /// Its tokens among those of the document.
    pub tokens: Range<usize>,
    /// How many of the tokens, from the first, are the designation of a clause: `Artículo 4.`, `III.`, `(b)`.
    pub designation: usize,
    /// What its words are known by whatever their plural, their accents and their capitals, where they are few.
    pub(super) gist: Option<u64>,
}

/// The kinds of block.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum BlockForm {
    /// A heading of a level from 1 to 6.
    Heading(u8),
    /// A paragraph.
    Paragraph,
    /// A row of a table.
    Row {
        /// Whether it is the heading row.
        head: bool,
    },
    /// A term of a definition list.
    Term,
    /// Preformatted text; each line is a token.
    Code,
    /// A thematic break.
    Rule,
    /// Raw HTML; a tag is a token, and each word and mark of its text.
    Html,
}

/// What two texts are compared by: a word, a mark, or what stands for markup that a reader perceives.
#[derive(Clone, Copy, Debug)]
pub struct Token {
    /// Two tokens are the same where their keys are: a hash, and below it the kind.
    pub(super) key: u64,
    /// Where it stands. For the target of a link or an image: what follows its text.
    pub span: Span,
}

/// The kinds of token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PartKind {
    /// A word.
    Word,
    /// A bare web address.
    Address,
    /// A punctuation mark or symbol.
    Mark,
    /// A mark after which a sentence or a clause of a list may begin: `.`, `?`, `!`, `…`, `:`, `;`.
    Stop,
    /// The target and title of a link or an image.
    Target,
    /// A reference to a footnote.
    Note,
    /// The limit between two cells.
    Cell,
    /// Other markup: a field, a task's state, where a deletion begins or ends, raw HTML, a line of code.
    Markup,
}

/// How many of a key's lowest bits tell the kind.
const KIND_BITS: u32 = 3;

impl MetadataParts {
    /// Whether both have the same key and the same value, however it is written.
    #[must_use]
    pub fn is_same(&self, other: &Self) -> bool {
        self.key == other.key && self.value == other.value
    }
}

impl Token {
    pub(super) fn new(kind: PartKind, content: impl Hash, span: Span) -> Self {
        Self { key: (hash(content) << KIND_BITS) | kind as u64, span }
    }

    /// What it is.
    #[must_use]
    pub fn kind(self) -> PartKind {
        const KINDS: [PartKind; 8] = [
            PartKind::Word,
            PartKind::Address,
            PartKind::Mark,
            PartKind::Stop,
            PartKind::Target,
            PartKind::Note,
            PartKind::Cell,
            PartKind::Markup,
        ];
        KINDS.iter().copied().find(|kind| *kind as u64 == self.key & 7).unwrap_or(PartKind::Markup)
    }

    /// Whether both are the same word, mark or markup, wherever they stand.
    #[must_use]
    pub fn is_same(self, other: Self) -> bool {
        self.key == other.key
    }
}

/// What the label of a footnote is known by; case is ignored, as in Markdown.
fn label_hash(label: &str) -> u64 {
    hash(label.to_lowercase())
}

/// A hash of tokens in a row, by which they are looked up; who finds them compares them.
pub(super) fn row_hash(tokens: &[Token]) -> u64 {
    // An odd constant with its bits spread evenly: the golden ratio's.
    tokens.iter().fold(0, |row: u64, token| (row.rotate_left(23) ^ token.key).wrapping_mul(0x9e37_79b9_7f4a_7c15))
}

pub(super) fn hash(content: impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    content.hash(&mut hasher);
    hasher.finish()
}

impl DocumentParts {
    /// The tokens of one of its blocks.
    #[must_use]
    pub fn tokens_of(&self, block: &BlockParts) -> &[Token] {
        self.tokens.get(block.tokens.clone()).unwrap_or(&[])
    }
}

/// Reads the parts of a document.
#[must_use]
pub fn parts(document: &Document<'_>) -> DocumentParts {
    let mut reader = Reader::new(document.text);
    let metadata = document.front_matter.as_ref().map_or_else(Vec::new, |front| metadata(front, document.text));
    let end = document.sections.first().map_or(document.text.len(), |section| section.span.range().start);
    let start = document.front_matter.as_ref().map_or(0, |front| front.span.range().end).min(end);
    reader.blocks(&document.preamble);
    let mut sections = vec![SectionParts {
        id: None,
        anchor: String::new(),
        span: Span::new(start..end),
        blocks: 0..reader.blocks.len(),
    }];
    for section in document.all_sections() {
        sections.push(section_parts(section, &mut reader));
    }
    let references = reader.references();
    let unlike = reader.unlike();
    let Reader { blocks, tokens, notes, .. } = reader;
    let (path, language) = (document.path.clone(), document.language.clone());
    DocumentParts { path, language, metadata, sections, blocks, tokens, unlike, notes, references }
}

fn section_parts(section: &Section<'_>, reader: &mut Reader<'_>) -> SectionParts {
    let first = reader.blocks.len();
    reader.heading(&section.heading);
    reader.blocks(&section.blocks);
    SectionParts {
        id: section.heading.id.as_ref().map(|(id, _)| id.to_string()),
        anchor: section.anchor.clone(),
        span: section.span,
        blocks: first..reader.blocks.len(),
    }
}

/// The entries of a front matter, each to where the next one begins.
fn metadata(front: &FrontMatter, text: &str) -> Vec<MetadataParts> {
    let written = |range: Range<usize>| text.get(range).unwrap_or("");
    let whole = written(front.span.range()).trim_end();
    let body = whole.rsplit_once('\n').map_or(whole, |(body, _)| body);
    let end = front.span.range().start + body.len();
    let mut entries: Vec<_> = front.entries.iter().collect();
    if entries.is_empty() {
        let pieces: Vec<&str> = written(front.span.range()).split_whitespace().collect();
        return vec![MetadataParts { key: String::new(), span: front.span, value: hash(pieces) }];
    }
    entries.sort_by_key(|(_, span, _)| *span);
    let starts = entries.iter().map(|(_, span, _)| span.range().start);
    let ends: Vec<usize> = starts.skip(1).chain([end]).collect();
    let parts = entries.iter().zip(ends).map(|((key, span, value), end)| {
        let start = span.range().start;
        let end = start + written(start..end).trim_end().len();
        MetadataParts { key: key.clone(), span: span.cover(Span::new(start..end)), value: value_hash(value) }
    });
    parts.collect()
}

/// What a value of the front matter is known by, however it is spelled.
fn value_hash(value: &FrontMatterValue) -> u64 {
    match value {
        FrontMatterValue::Null => hash(0_u8),
        FrontMatterValue::Boolean(value) => hash((1_u8, value)),
        FrontMatterValue::Integer(value) => hash((2_u8, value)),
        FrontMatterValue::Float(value) => hash((3_u8, value.to_bits())),
        FrontMatterValue::Text(value) => hash((4_u8, value.split_whitespace().collect::<Vec<_>>())),
        FrontMatterValue::List(values) => hash((5_u8, values.iter().map(value_hash).collect::<Vec<_>>())),
        FrontMatterValue::Map(values) => {
            hash((6_u8, values.iter().map(|(key, value)| (key, value_hash(value))).collect::<Vec<_>>()))
        }
    }
}

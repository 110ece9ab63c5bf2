//! The tree of one document: sections, blocks and inlines, each with the bytes it came from.

use super::{Designator, DocumentPath, FrontMatter, Language, Message, Span};
use std::borrow::Cow;

/// A parsed document, borrowing from the text it was parsed from.
///
/// Nothing in the tree nests deeper than the parser's limit, so that walking it by recursion is safe.
#[derive(Clone, Debug, PartialEq)]
pub struct Document<'text> {
    /// Where it stands in the policy.
    pub path: DocumentPath,
    /// The whole text of the file, which every span indexes.
    pub text: &'text str,
    /// Its language, where the front matter says so.
    pub language: Option<Language>,
    /// The metadata at its head.
    pub front_matter: Option<FrontMatter>,
    /// What stands before the first heading.
    pub preamble: Vec<Block<'text>>,
    /// The outermost sections.
    pub sections: Vec<Section<'text>>,
    /// What could not be read as it was written.
    pub problems: Vec<(Message, Span)>,
}

/// A heading with all that stands under it.
#[derive(Clone, Debug, PartialEq)]
pub struct Section<'text> {
    /// The heading.
    pub heading: Heading<'text>,
    /// Name by which links reach the section in its document: the explicit identity, or what the slugger makes of the
    /// title, made unique.
    pub anchor: String,
    /// What stands between the heading and the first subsection.
    pub blocks: Vec<Block<'text>>,
    /// Sections of a deeper level.
    pub sections: Vec<Section<'text>>,
    /// From the heading's first byte to the end of the last subsection.
    pub span: Span,
}

/// A heading.
#[derive(Clone, Debug, PartialEq)]
pub struct Heading<'text> {
    /// Level, 1 to 6.
    pub level: u8,
    /// Explicit identity, `{#id}`, and where it is written.
    pub id: Option<(Cow<'text, str>, Span)>,
    /// The clause that it opens.
    pub designator: Option<Box<Designator>>,
    /// The title.
    pub inlines: Vec<Inline<'text>>,
    /// The whole heading as written.
    pub span: Span,
}

/// A block of text.
#[derive(Clone, Debug, PartialEq)]
pub struct Block<'text> {
    /// What it came from.
    pub span: Span,
    /// What it is.
    pub kind: BlockKind<'text>,
}

/// The kinds of block.
#[derive(Clone, Debug, PartialEq)]
pub enum BlockKind<'text> {
    /// A paragraph; the designator is the clause that it opens (`III. …`, `b) …`), and its characters stand in the
    /// inlines too.
    Paragraph {
        /// The clause that the paragraph opens.
        designator: Option<Box<Designator>>,
        /// The text.
        inlines: Vec<Inline<'text>>,
    },
    /// A heading that opens no section, because it stands in a list or a quote.
    Heading(Box<Heading<'text>>),
    /// A list.
    List {
        /// The first number of a numbered list.
        start: Option<u64>,
        /// Whether its items stand without blank lines between them.
        tight: bool,
        /// Its items.
        items: Vec<ListItem<'text>>,
    },
    /// A quotation.
    Quote(Vec<Block<'text>>),
    /// Code, or any preformatted text.
    Code {
        /// The first word after the fence.
        language: Option<Cow<'text, str>>,
        /// The text.
        text: Cow<'text, str>,
    },
    /// A table; rows may hold more or fewer cells than the head.
    Table {
        /// Alignment of the columns.
        alignments: Vec<Alignment>,
        /// The heading row.
        head: Row<'text>,
        /// The other rows.
        rows: Vec<Row<'text>>,
    },
    /// A list of terms with their definitions.
    DefinitionList(Vec<DefinitionEntry<'text>>),
    /// The text of a footnote; it stands where it was written, editions move it.
    Footnote {
        /// Its label.
        label: Cow<'text, str>,
        /// Its text.
        blocks: Vec<Block<'text>>,
    },
    /// A thematic break.
    Rule,
    /// Raw HTML, kept apart and never rendered; the span has its text.
    Html,
}

/// An item of a list.
#[derive(Clone, Debug, PartialEq)]
pub struct ListItem<'text> {
    /// What it came from.
    pub span: Span,
    /// State of a task: `- [ ]` or `- [x]`.
    pub task: Option<bool>,
    /// Its contents; in a tight list, text stands in paragraphs too.
    pub blocks: Vec<Block<'text>>,
}

/// How the text of a table's column is set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Alignment {
    /// As is usual.
    #[default]
    None,
    /// To the left.
    Left,
    /// Centred.
    Center,
    /// To the right.
    Right,
}

/// A row of a table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Row<'text> {
    /// What it came from.
    pub span: Span,
    /// Its cells.
    pub cells: Vec<Cell<'text>>,
}

/// A cell of a table.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell<'text> {
    /// What it came from.
    pub span: Span,
    /// Its text.
    pub inlines: Vec<Inline<'text>>,
}

/// A term and what it means, in a definition list.
#[derive(Clone, Debug, PartialEq)]
pub struct DefinitionEntry<'text> {
    /// Where the term stands.
    pub span: Span,
    /// The term.
    pub term: Vec<Inline<'text>>,
    /// Its definitions.
    pub definitions: Vec<Vec<Block<'text>>>,
}

/// A run of text or markup inside a block.
#[derive(Clone, Debug, PartialEq)]
pub struct Inline<'text> {
    /// What it came from.
    pub span: Span,
    /// What it is.
    pub kind: InlineKind<'text>,
}

/// The kinds of inline. The rare ones hold what is large in boxes, so that text, which is nearly all, takes little room.
#[derive(Clone, Debug, PartialEq)]
pub enum InlineKind<'text> {
    /// Text, escapes and entities decoded.
    Text(Cow<'text, str>),
    /// Code.
    Code(Cow<'text, str>),
    /// Emphasis.
    Emphasis(Vec<Inline<'text>>),
    /// Strong emphasis.
    Strong(Vec<Inline<'text>>),
    /// Struck out.
    Strikethrough(Vec<Inline<'text>>),
    /// A link.
    Link {
        /// Where it leads, as written, escapes decoded.
        target: Box<Cow<'text, str>>,
        /// Its title, `""` without one.
        title: Box<Cow<'text, str>>,
        /// Whether the text is the address itself, `<https://…>`.
        automatic: bool,
        /// Its text.
        inlines: Vec<Inline<'text>>,
    },
    /// An image.
    Image {
        /// The image file, as written, escapes decoded.
        target: Box<Cow<'text, str>>,
        /// Its title, which editions set as the caption; `""` without one.
        title: Box<Cow<'text, str>>,
        /// Its text alternative.
        alternative: Vec<Inline<'text>>,
    },
    /// A reference to a footnote, by its label.
    FootnoteReference(Cow<'text, str>),
    /// A field that an adopter fills in, `{{ name }}`, by its name.
    Field(Cow<'text, str>),
    /// The end of a source line, which reads as a space.
    SoftBreak,
    /// A forced new line: two spaces or a backslash at a line's end, or `<br>`.
    HardBreak,
    /// Raw HTML, kept apart and never rendered; the span has its text.
    Html,
    /// Text that another version does not have, or had elsewhere. Only a redline has it, never a parsed text.
    Revision {
        /// What happened to it.
        mark: RevisionMark,
        /// The change it is part of, by its place in the comparison.
        change: usize,
        /// The text.
        inlines: Vec<Inline<'text>>,
    },
}

/// What happened to a stretch of text between two versions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RevisionMark {
    /// It was put in.
    Inserted,
    /// It was taken out; it stands where it was.
    Deleted,
    /// It stood elsewhere.
    Moved,
    /// Something other than words changed here, such as where a link leads; it holds no text.
    Changed,
}

impl<'text> Document<'text> {
    /// Every section, in the order of the text.
    #[must_use]
    pub fn all_sections(&self) -> Traversal<'_, Section<'text>> {
        Traversal {
            stack: self.sections.iter().rev().collect(),
            children: |section, stack| {
                stack.extend(section.sections.iter().rev());
            },
        }
    }

    /// Every block of the document, those inside others included, in the order of the text.
    pub fn all_blocks(&self) -> impl Iterator<Item = &Block<'text>> {
        let own = self.preamble.iter().chain(self.all_sections().flat_map(|section| &section.blocks));
        own.flat_map(Block::with_descendants)
    }

    /// Calls `visit` with every run of inlines (headings, paragraphs, cells, terms) in the order of the text.
    pub fn for_each_run<'a>(&'a self, mut visit: impl FnMut(&'a [Inline<'text>])) {
        for block in self.preamble.iter().flat_map(Block::with_descendants) {
            block.for_each_run(&mut visit);
        }
        for section in self.all_sections() {
            visit(&section.heading.inlines);
            for block in section.blocks.iter().flat_map(Block::with_descendants) {
                block.for_each_run(&mut visit);
            }
        }
    }

    /// The title: the first heading of level 1, else the front matter's `title`, else the heading that the text begins
    /// with.
    #[must_use]
    pub fn title(&self) -> Option<Cow<'_, str>> {
        let heading = self.all_sections().find(|section| section.heading.level == 1);
        let title = heading.map(|section| super::plain_text(&section.heading.inlines)).filter(|text| !text.is_empty());
        let title = title.map(Cow::Owned).or_else(|| self.front_matter.as_ref()?.text("title").map(Cow::Borrowed));
        title.or_else(|| {
            let first = self.sections.first().filter(|_| self.preamble.is_empty())?;
            Some(super::plain_text(&first.heading.inlines)).filter(|text| !text.is_empty()).map(Cow::Owned)
        })
    }
}

impl<'text> Block<'text> {
    /// The block and every block inside it, in the order of the text.
    #[must_use]
    pub fn with_descendants(&self) -> Traversal<'_, Block<'text>> {
        Traversal {
            stack: vec![self],
            children: |block, stack| {
                let before = stack.len();
                match &block.kind {
                    BlockKind::List { items, .. } => stack.extend(items.iter().flat_map(|item| &item.blocks)),
                    BlockKind::Quote(blocks) | BlockKind::Footnote { blocks, .. } => stack.extend(blocks),
                    BlockKind::DefinitionList(entries) => {
                        stack.extend(entries.iter().flat_map(|entry| entry.definitions.iter().flatten()));
                    }
                    _ => {}
                }
                stack[before..].reverse();
            },
        }
    }

    /// Calls `visit` with each run of inlines of this block itself, not of the blocks inside it.
    pub fn for_each_run<'a>(&'a self, visit: &mut impl FnMut(&'a [Inline<'text>])) {
        match &self.kind {
            BlockKind::Paragraph { inlines, .. } => visit(inlines),
            BlockKind::Heading(heading) => visit(&heading.inlines),
            BlockKind::Table { head, rows, .. } => {
                for cell in std::iter::once(head).chain(rows).flat_map(|row| &row.cells) {
                    visit(&cell.inlines);
                }
            }
            BlockKind::DefinitionList(entries) => {
                for entry in entries {
                    visit(&entry.term);
                }
            }
            _ => {}
        }
    }
}

impl<'text> Inline<'text> {
    /// The inline and every inline inside it, in the order of the text.
    #[must_use]
    pub fn with_descendants(&self) -> Traversal<'_, Inline<'text>> {
        Traversal { stack: vec![self], children: |inline, stack| stack.extend(inline.children().iter().rev()) }
    }

    /// Whether it was taken out, so that the text as it is now does not have it.
    #[must_use]
    pub fn is_deleted(&self) -> bool {
        matches!(self.kind, InlineKind::Revision { mark: RevisionMark::Deleted, .. })
    }

    /// The inlines inside it; for an image, its text alternative.
    #[must_use]
    pub fn children(&self) -> &[Inline<'text>] {
        match &self.kind {
            InlineKind::Emphasis(inlines)
            | InlineKind::Strong(inlines)
            | InlineKind::Strikethrough(inlines)
            | InlineKind::Link { inlines, .. }
            | InlineKind::Revision { inlines, .. }
            | InlineKind::Image { alternative: inlines, .. } => inlines,
            _ => &[],
        }
    }
}

/// Visits a tree in the order of the text, each node before what is inside it.
#[derive(Clone, Debug)]
pub struct Traversal<'a, Node> {
    stack: Vec<&'a Node>,
    /// Puts the children of a node on the stack, the first one on top.
    children: fn(&'a Node, &mut Vec<&'a Node>),
}

impl<'a, Node> Iterator for Traversal<'a, Node> {
    type Item = &'a Node;

    fn next(&mut self) -> Option<Self::Item> {
        let node = self.stack.pop()?;
        (self.children)(node, &mut self.stack);
        Some(node)
    }
}

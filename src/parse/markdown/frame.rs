//! What is gathered between an event that opens something and the one that closes it.

use super::cow;
use crate::model::{Alignment, Block, Cell, DefinitionEntry, Inline, ListItem, Row};
use pulldown_cmark::{CodeBlockKind, LinkType, Tag};
use std::borrow::Cow;
use std::ops::Range;

/// What is being gathered between an event that opens and the one that closes.
pub(super) struct Frame<'text> {
    /// Offset of the first byte of what opened it.
    pub(super) start: usize,
    /// What it is, and what has been gathered.
    pub(super) kind: FrameKind<'text>,
}

/// The kinds of frame.
pub(super) enum FrameKind<'text> {
    /// Something that holds blocks, the blocks so far, and inlines that have no paragraph of their own yet.
    Blocks(Container<'text>, Vec<Block<'text>>, Vec<Inline<'text>>),
    /// Something that holds inlines.
    Inlines(Run<'text>, Vec<Inline<'text>>),
    List {
        start: Option<u64>,
        tight: bool,
        items: Vec<ListItem<'text>>,
    },
    DefinitionList(Vec<DefinitionEntry<'text>>),
    Table {
        alignments: Vec<Alignment>,
        head: Row<'text>,
        rows: Vec<Row<'text>>,
    },
    Row(Vec<Cell<'text>>),
    Code {
        language: Option<Cow<'text, str>>,
        text: Cow<'text, str>,
        span: Option<Range<usize>>,
    },
    Html,
    /// Beyond the deepest nesting: so many that follow each other, which hold nothing themselves.
    Beyond(usize),
}

/// What holds blocks.
pub(super) enum Container<'text> {
    Document,
    Quote,
    Item(Option<bool>),
    Footnote(Cow<'text, str>),
    Definition,
}

/// What holds inlines.
pub(super) enum Run<'text> {
    Paragraph,
    Heading(u8),
    Cell,
    Term,
    Emphasis,
    Strong,
    Strikethrough,
    Link { target: Box<Cow<'text, str>>, title: Box<Cow<'text, str>>, automatic: bool },
    Image { target: Box<Cow<'text, str>>, title: Box<Cow<'text, str>> },
}

impl FrameKind<'_> {
    pub(super) fn holds_blocks(&self) -> bool {
        matches!(self, Self::Blocks(..))
    }

    pub(super) fn holds_inlines(&self) -> bool {
        matches!(self, Self::Blocks(..) | Self::Inlines(..))
    }
}

/// Whether a tag opens a block, before which loose text must have its paragraph.
pub(super) fn is_block(tag: &Tag<'_>) -> bool {
    !matches!(
        tag,
        Tag::Emphasis
            | Tag::Strong
            | Tag::Strikethrough
            | Tag::Link { .. }
            | Tag::Image { .. }
            | Tag::Item
            | Tag::TableHead
            | Tag::TableRow
            | Tag::TableCell
            | Tag::Superscript
            | Tag::Subscript
    )
}

/// Whether what a tag opens can stand inside itself, at any depth.
pub(super) fn nests(tag: &Tag<'_>) -> bool {
    !matches!(
        tag,
        Tag::Paragraph
            | Tag::Heading { .. }
            | Tag::CodeBlock(_)
            | Tag::HtmlBlock
            | Tag::Table(_)
            | Tag::TableHead
            | Tag::TableRow
            | Tag::TableCell
    )
}

/// The frame that gathers what a tag opens, on top of `stack`.
pub(super) fn frame_kind<'text>(tag: Tag<'text>, stack: &mut [Frame<'text>]) -> FrameKind<'text> {
    let blocks = |container| FrameKind::Blocks(container, Vec::new(), Vec::new());
    let inlines = |run| FrameKind::Inlines(run, Vec::new());
    match tag {
        Tag::Paragraph => {
            // A paragraph of its own in an item says that the list is loose.
            if let [
                ..,
                Frame { kind: FrameKind::List { tight, .. }, .. },
                Frame { kind: FrameKind::Blocks(Container::Item(_), ..), .. },
            ] = stack
            {
                *tight = false;
            }
            inlines(Run::Paragraph)
        }
        Tag::Heading { level, .. } => inlines(Run::Heading(level as u8)),
        Tag::BlockQuote(_) => blocks(Container::Quote),
        Tag::CodeBlock(kind) => {
            let language = match kind {
                CodeBlockKind::Fenced(info) => first_word(cow(info)),
                CodeBlockKind::Indented => None,
            };
            FrameKind::Code { language, text: Cow::Borrowed(""), span: None }
        }
        Tag::HtmlBlock => FrameKind::Html,
        Tag::List(start) => FrameKind::List { start, tight: true, items: Vec::new() },
        Tag::Item => blocks(Container::Item(None)),
        Tag::FootnoteDefinition(label) => blocks(Container::Footnote(cow(label))),
        Tag::DefinitionList => FrameKind::DefinitionList(Vec::new()),
        Tag::DefinitionListTitle => inlines(Run::Term),
        Tag::DefinitionListDefinition => blocks(Container::Definition),
        Tag::Table(alignments) => FrameKind::Table {
            alignments: alignments.into_iter().map(alignment).collect(),
            head: Row::default(),
            rows: Vec::new(),
        },
        Tag::TableHead | Tag::TableRow => FrameKind::Row(Vec::new()),
        Tag::TableCell => inlines(Run::Cell),
        Tag::Emphasis => inlines(Run::Emphasis),
        Tag::Strong => inlines(Run::Strong),
        Tag::Strikethrough => inlines(Run::Strikethrough),
        Tag::Link { link_type, dest_url, title, .. } => {
            let automatic = matches!(link_type, LinkType::Autolink | LinkType::Email);
            let mailto = link_type == LinkType::Email && !dest_url.starts_with("mailto:");
            let target = if mailto { Cow::Owned(format!("mailto:{dest_url}")) } else { cow(dest_url) };
            inlines(Run::Link { target: Box::new(target), title: Box::new(cow(title)), automatic })
        }
        Tag::Image { dest_url, title, .. } => {
            inlines(Run::Image { target: Box::new(cow(dest_url)), title: Box::new(cow(title)) })
        }
        // Their options are off.
        Tag::Superscript | Tag::Subscript | Tag::MetadataBlock(_) => FrameKind::Beyond(1),
    }
}

fn first_word(info: Cow<'_, str>) -> Option<Cow<'_, str>> {
    let word = match info {
        Cow::Borrowed(info) => Cow::Borrowed(info.split_whitespace().next()?),
        Cow::Owned(info) => Cow::Owned(info.split_whitespace().next()?.to_owned()),
    };
    Some(word)
}

fn alignment(alignment: pulldown_cmark::Alignment) -> Alignment {
    match alignment {
        pulldown_cmark::Alignment::None => Alignment::None,
        pulldown_cmark::Alignment::Left => Alignment::Left,
        pulldown_cmark::Alignment::Center => Alignment::Center,
        pulldown_cmark::Alignment::Right => Alignment::Right,
    }
}

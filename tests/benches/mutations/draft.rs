//! A document as blocks of pieces, each of which knows where it stood in the old text.

use super::Mutated;
use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::ops::Range;

/// The widest indentation of running text that is mutated.
pub const INDENTATION: usize = 40;

/// Characters that do not occur in running text that is mutated: HTML, attributes, templates, mathematics, tables.
const ODD: [char; 5] = ['<', '{', '}', '$', '|'];

/// What no line of running text that is mutated begins with: block syntax of one dialect or another.
const ODD_LINES: [&str; 7] = [":", "!!!", "???", "%", "[^", "=", "~"];

/// A word, a run of blanks, or a run of marks.
#[derive(Clone, Copy)]
pub struct Piece<'a> {
    pub text: &'a str,
    /// Where it stood in the old text; `None` if it was put in.
    pub origin: Option<usize>,
    /// In a link, a code span, a hard break or the like: neither edited nor broken at.
    pub held: bool,
}

#[derive(PartialEq, Eq)]
enum Sort {
    Word,
    Blank,
    Mark,
}

impl Sort {
    fn of(char: char) -> Self {
        match char {
            ' ' | '\t' | '\n' => Self::Blank,
            _ if char.is_alphanumeric() => Self::Word,
            _ => Self::Mark,
        }
    }
}

impl<'a> Piece<'a> {
    /// One that is put in.
    pub fn new(text: &'a str) -> Self {
        Self { text, origin: None, held: false }
    }

    pub fn is_word(&self) -> bool {
        self.text.starts_with(|first: char| Sort::of(first) == Sort::Word)
    }

    pub fn is_blank(&self) -> bool {
        self.text.starts_with(|first: char| Sort::of(first) == Sort::Blank)
    }

    pub fn is_free_blank(&self) -> bool {
        self.is_blank() && !self.held
    }
}

/// The pieces of a stretch of the old text.
fn pieces<'a>(old: &'a str, range: Range<usize>, held: &[Range<usize>]) -> Vec<Piece<'a>> {
    let mut pieces = Vec::new();
    let mut start = range.start;
    while start < range.end {
        let rest = &old[start..range.end];
        let sort = rest.chars().next().map(Sort::of);
        let length = rest.find(|next: char| Some(Sort::of(next)) != sort).unwrap_or(rest.len());
        let held = held.iter().any(|held| held.start < start + length && start < held.end);
        pieces.push(Piece { text: &rest[..length], origin: Some(start), held });
        start += length;
    }
    pieces
}

/// A stretch of a block: the running text of a paragraph or of a list item, or what stands between.
#[derive(Clone)]
pub struct Part<'a> {
    pub pieces: Vec<Piece<'a>>,
    /// How far its lines are indented, if it is running text.
    pub indentation: Option<usize>,
    /// A mutation has changed or moved it.
    pub touched: bool,
}

impl Part<'_> {
    pub fn words(&self) -> usize {
        self.pieces.iter().filter(|piece| piece.is_word()).count()
    }
}

/// A block at the top level of the document, or what stands between two.
#[derive(Clone)]
pub struct Block<'a> {
    pub kind: Kind,
    pub parts: Vec<Part<'a>>,
    pub moved: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Between blocks: blank lines, definitions of links.
    Gap,
    /// A plain paragraph, whose running text is one of its parts.
    Paragraph,
    Heading(HeadingLevel),
    Other,
}

impl Block<'_> {
    /// A blank line, whatever stands around it.
    pub fn blank() -> Self {
        let part = Part { pieces: vec![Piece::new("\n\n")], indentation: None, touched: false };
        Self { kind: Kind::Gap, parts: vec![part], moved: false }
    }

    /// Which of its parts is the running text of a paragraph.
    pub fn running(&self) -> Option<usize> {
        self.parts.iter().position(|part| part.indentation.is_some())
    }

    pub fn is_touched(&self) -> bool {
        self.parts.iter().any(|part| part.touched)
    }

    pub fn touch(&mut self) {
        for part in &mut self.parts {
            part.touched = true;
        }
    }
}

/// What a change must leave as it is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Keeps {
    /// Everything but the words.
    Outline,
    /// Everything but the blanks.
    Text,
    /// Every block, in any order.
    Blocks,
    /// Everything but where a paragraph ends and the next begins.
    Flow,
}

/// A document that is being mutated.
pub struct Draft<'a> {
    old: &'a str,
    pub blocks: Vec<Block<'a>>,
}

impl<'a> Draft<'a> {
    pub fn new(old: &'a str) -> Self {
        let outline = Outline::read(old);
        let mut draft = Self { old, blocks: Vec::new() };
        let mut end = 0;
        for (kind, range) in &outline.blocks {
            let start = line_start(old, range.start).max(end);
            draft.push(Kind::Gap, end..start, &outline);
            end = range.end.max(start);
            draft.push(*kind, start..end, &outline);
        }
        draft.push(Kind::Gap, end..old.len(), &outline);
        draft
    }

    fn push(&mut self, kind: Kind, range: Range<usize>, outline: &Outline) {
        let mut parts = Vec::new();
        let mut at = range.start;
        for (running, indentation) in &outline.running {
            if running.start < at || running.end > range.end {
                continue;
            }
            let held = outline.held.iter().filter(|held| held.start < running.end && running.start < held.end);
            let held: Vec<_> = held.cloned().collect();
            parts.push(Part { pieces: pieces(self.old, at..running.start, &[]), indentation: None, touched: false });
            let pieces = pieces(self.old, running.clone(), &held);
            parts.push(Part { pieces, indentation: Some(*indentation), touched: false });
            at = running.end;
        }
        parts.push(Part { pieces: pieces(self.old, at..range.end, &[]), indentation: None, touched: false });
        let plain = kind != Kind::Paragraph || parts.iter().any(|part| part.indentation.is_some());
        self.blocks.push(Block { kind: if plain { kind } else { Kind::Other }, parts, moved: false });
    }

    pub fn text(&self) -> String {
        text(&self.blocks)
    }

    /// Every stretch of running text: which block, and which of its parts.
    pub fn running(&self) -> Vec<(usize, usize)> {
        let mut running = Vec::new();
        for (block, found) in self.blocks.iter().enumerate() {
            let parts = found.parts.iter().enumerate();
            running.extend(parts.filter(|(_, part)| part.indentation.is_some()).map(|(part, _)| (block, part)));
        }
        running
    }

    pub fn part(&mut self, (block, part): (usize, usize)) -> &mut Part<'a> {
        &mut self.blocks[block].parts[part]
    }

    /// Changes the draft, if the change can be made and the rest keeps its meaning; tells whether.
    pub fn attempt(&mut self, keeps: Keeps, change: impl FnOnce(&mut Self) -> bool) -> bool {
        let before = self.blocks.clone();
        if change(self) && shape(&text(&before), keeps) == shape(&self.text(), keeps) {
            return true;
        }
        self.blocks = before;
        false
    }

    pub fn mutated(&self) -> Mutated {
        let mut new = String::new();
        let (mut kept, mut put) = (BTreeSet::new(), BTreeSet::new());
        for piece in self.blocks.iter().flat_map(|block| &block.parts).flat_map(|part| &part.pieces) {
            if piece.is_word() {
                match piece.origin {
                    Some(origin) => kept.insert(origin),
                    None => put.insert(new.len()),
                };
            }
            new.push_str(piece.text);
        }
        let taken = visible(self.old).difference(&kept).copied().collect();
        let put = visible(&new).intersection(&put).copied().collect();
        Mutated { new, taken, put }
    }
}

fn text(blocks: &[Block<'_>]) -> String {
    let pieces = blocks.iter().flat_map(|block| &block.parts).flat_map(|part| &part.pieces);
    pieces.map(|piece| piece.text).collect()
}

fn line_start(text: &str, at: usize) -> usize {
    text[..at].rfind('\n').map_or(0, |end| end + 1)
}

fn parser(text: &str) -> Parser<'_> {
    let mut options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH;
    options |= Options::ENABLE_TASKLISTS | Options::ENABLE_HEADING_ATTRIBUTES | Options::ENABLE_DEFINITION_LIST;
    // It would be read between any two rules of the document.
    options.set(Options::ENABLE_YAML_STYLE_METADATA_BLOCKS, text.starts_with("---\n"));
    Parser::new_ext(text, options)
}

/// Where the words that a reader sees begin: not those of link targets, HTML and front matter.
pub fn visible(text: &str) -> BTreeSet<usize> {
    let mut words = BTreeSet::new();
    let mut front_matter = false;
    for (event, range) in parser(text).into_offset_iter() {
        match event {
            Event::Start(Tag::MetadataBlock(_)) => front_matter = true,
            Event::End(TagEnd::MetadataBlock(_)) => front_matter = false,
            Event::Text(_) | Event::Code(_) if !front_matter => {
                let found = pieces(text, range, &[]).into_iter().filter(Piece::is_word);
                let starts = found.filter_map(|piece| piece.origin);
                words.extend(starts.filter(|start| !text[..*start].ends_with(char::is_alphanumeric)));
            }
            _ => {}
        }
    }
    words
}

/// What pulldown-cmark reads in a text, block by block, as far as a change must keep it.
fn shape(text: &str, keeps: Keeps) -> Vec<String> {
    let mut blocks = Vec::new();
    let mut block = String::new();
    let mut depth = 0_usize;
    for event in parser(text) {
        match &event {
            Event::Start(_) => depth += 1,
            Event::End(_) => depth -= 1,
            _ => {}
        }
        match event {
            Event::Start(Tag::Paragraph) | Event::End(TagEnd::Paragraph) if keeps == Keeps::Flow => block.push(' '),
            Event::Text(_) | Event::SoftBreak if keeps == Keeps::Outline => {}
            Event::Text(text) => block.push_str(&text),
            Event::SoftBreak => block.push(' '),
            other => {
                let _ = write!(block, "{other:?}");
            }
        }
        if depth == 0 && keeps != Keeps::Flow {
            blocks.push(std::mem::take(&mut block));
        }
    }
    blocks.push(block);
    for block in &mut blocks {
        *block = block.split_whitespace().collect::<Vec<_>>().join(" ");
    }
    if keeps == Keeps::Blocks {
        blocks.sort();
    }
    blocks
}

/// Where the blocks and the running text of a document are.
#[derive(Default)]
struct Outline {
    /// At the top level.
    blocks: Vec<(Kind, Range<usize>)>,
    /// Of paragraphs and list items, with the indentation of their lines.
    running: Vec<(Range<usize>, usize)>,
    /// Links, code spans and the like.
    held: Vec<Range<usize>>,
}

impl Outline {
    fn read(old: &str) -> Self {
        let mut outline = Self::default();
        // Whether each of the blocks around is a paragraph, a list or an item.
        let mut around: Vec<bool> = Vec::new();
        let mut running: Option<Range<usize>> = None;
        for (event, range) in parser(old).into_offset_iter() {
            if is_inline(&event) {
                if is_held(&event) {
                    outline.held.push(range.clone());
                }
                if !around.is_empty() && around.iter().all(|plain| *plain) {
                    let running = running.get_or_insert(range.clone());
                    running.end = running.end.max(range.end);
                }
                continue;
            }
            if let Some(range) = running.take()
                && let Some(indentation) = indentation(old, &range)
            {
                outline.running.push((range, indentation));
            }
            match event {
                Event::Start(tag) => {
                    if around.is_empty() {
                        outline.blocks.push((kind(&tag), range));
                    }
                    around.push(matches!(tag, Tag::Paragraph | Tag::List(_) | Tag::Item));
                }
                Event::End(_) => {
                    around.pop();
                }
                _ if around.is_empty() => outline.blocks.push((Kind::Other, range)),
                _ => {}
            }
        }
        outline
    }
}

fn kind(tag: &Tag<'_>) -> Kind {
    match tag {
        Tag::Paragraph => Kind::Paragraph,
        Tag::Heading { level, .. } => Kind::Heading(*level),
        _ => Kind::Other,
    }
}

fn is_inline(event: &Event<'_>) -> bool {
    matches!(
        event,
        Event::Start(Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. } | Tag::Image { .. })
            | Event::End(TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link | TagEnd::Image)
            | Event::Text(_)
            | Event::Code(_)
            | Event::InlineHtml(_)
            | Event::FootnoteReference(_)
            | Event::SoftBreak
            | Event::HardBreak
    )
}

fn is_held(event: &Event<'_>) -> bool {
    matches!(
        event,
        Event::Start(Tag::Link { .. } | Tag::Image { .. })
            | Event::Code(_)
            | Event::InlineHtml(_)
            | Event::FootnoteReference(_)
            | Event::HardBreak
    )
}

/// How far the lines of running text are indented, if nothing in it or before it is other than plain.
fn indentation(old: &str, range: &Range<usize>) -> Option<usize> {
    let before = &old[line_start(old, range.start)..range.start];
    let markers = before.chars().all(|char| char.is_ascii_digit() || " -*+.)[]xX".contains(char));
    let text = &old[range.clone()];
    let odd = text.contains(ODD) || text.contains("]:");
    let odd = odd || text.lines().any(|line| ODD_LINES.iter().any(|start| line.trim_start().starts_with(start)));
    (markers && !odd && before.len() <= INDENTATION).then_some(before.len())
}

//! Sets blocks: paragraphs, lists, quotations, code, definitions.

use super::clause::{self, Nesting, Rooms};
use super::inline::Run;
use super::page::TEXT_SIZE;
use super::table::Table;
use super::{Setter, glyph, heading};
use crate::model::{Block, BlockKind, DefinitionEntry, Designator, Inline, InlineKind, ListItem, Message, Span};
use typst::foundations::{Content, NativeElement, Packed, Smart};
use typst::layout::{Abs, BlockBody, BlockElem, BoxElem, Length, PadElem, Rel, Sizing, Spacing};
use typst::model::{
    DividerElem, EnumElem, EnumItem, Linebreaks, ListElem, ListItem as BulletItem, ParElem, ParbreakElem, QuoteElem,
    TermItem, TermsElem,
};
use typst::text::{RawContent, RawElem, SpaceElem, TextElem};

/// Lists, quotations and definitions inside each other that are still set as such; what is deeper is set at that depth.
/// The engine gives up at 64 nested rules and 72 nested layouts, of which each level takes up to four.
const DEEPEST_BLOCKS: usize = 8;

/// Bytes of a paragraph whose lines are still broken with a view to the whole of it, some 4,000 words; finding the best
/// breaks of 20,000 words takes seconds.
const LONGEST_PARAGRAPH: usize = 28_000;

/// Bytes of a paragraph that stays with the table after it: some four lines.
const LONGEST_ANNOUNCEMENT: usize = 300;

/// Room that a level of lists or quotations takes from the width, in points.
const LEVEL_ROOM: f64 = 16.0;

/// Characters of a line of code.
const CODE_LINE: usize = 60;

/// Where blocks stand.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    /// How many lists, quotations and definitions they stand in.
    pub(super) depth: usize,
    /// Width there, in points.
    pub(super) width: f64,
    /// How far they may reach out to the left of it, in points.
    pub(super) outdent: f64,
    /// Whether notes may be called there.
    pub(super) notes: bool,
}

impl Place {
    /// The same place one level deeper.
    fn inside(self) -> Self {
        Self { depth: self.depth + 1, width: (self.width - LEVEL_ROOM).max(60.0), outdent: 0.0, ..self }
    }

    pub(super) const fn run(self) -> Run {
        Run { notes: self.notes, ..Run::TEXT }
    }
}

impl<'a> Setter<'_, '_, 'a> {
    /// Sets blocks. Recursion is as deep as the parser lets blocks nest.
    pub(super) fn blocks(&mut self, blocks: &'a [Block<'a>], place: Place) -> Vec<Content> {
        let mut contents = Vec::with_capacity(blocks.len());
        self.push_blocks(blocks, place, false, &mut contents);
        contents
    }

    /// Sets blocks; with `run_in`, a first paragraph joins what stands before it.
    fn push_blocks(&mut self, blocks: &'a [Block<'a>], place: Place, run_in: bool, contents: &mut Vec<Content>) {
        let rooms = Rooms::of(blocks, self.fonts);
        let mut nesting = Nesting::default();
        for (index, block) in blocks.iter().enumerate() {
            match &block.kind {
                BlockKind::Paragraph { inlines, designator } => {
                    if let Some(figure) = self.figure(inlines, place) {
                        nesting.end();
                        contents.push(figure);
                    } else if run_in && index == 0 {
                        contents.extend(self.clause_mark(designator.as_deref()));
                        self.push_run(inlines, place.run(), contents);
                        // A list joins the line before it, where its own is tight.
                        if !matches!(blocks.get(1), None | Some(Block { kind: BlockKind::List { .. }, .. })) {
                            contents.push(ParbreakElem::shared().clone());
                        }
                    } else {
                        let indents = designator.as_deref().filter(|designator| clause::hangs(designator.kind));
                        let indents =
                            indents.map(|designator| nesting.begin(designator.kind, rooms.get(designator.kind)));
                        if indents.is_none() {
                            nesting.end();
                        }
                        let paragraph = self.paragraph(inlines, designator.as_deref(), indents, place);
                        let announces = blocks.get(index + 1).is_some_and(|next| announces(inlines, next));
                        contents.push(if announces { keeping_with_next(paragraph) } else { paragraph });
                    }
                }
                BlockKind::Heading(heading) => {
                    let body = self.run(&heading.inlines, place.run()).strong();
                    contents.push(ParElem::new(body).pack());
                }
                BlockKind::Code { text, .. } => contents.push(self.code_block(text, block.span)),
                BlockKind::Table { alignments, head, rows } => {
                    nesting.end();
                    contents.extend(self.table(block.span, Table { alignments, head, rows }, place));
                }
                BlockKind::Rule => contents.push(DividerElem::new().pack()),
                BlockKind::Footnote { .. } | BlockKind::Html => {}
                _ if place.depth >= DEEPEST_BLOCKS => self.flatten(block, place, contents),
                BlockKind::List { start, tight, items } => {
                    let list = self.list(*start, *tight, items, place);
                    contents.push(indented(list, nesting.indent()));
                }
                BlockKind::Quote(inner) => {
                    let body = Content::sequence(self.blocks(inner, place.inside()));
                    contents.push(QuoteElem::new(body).with_block(true).pack());
                }
                BlockKind::DefinitionList(entries) => contents.push(self.definitions(entries, place)),
            }
        }
    }

    /// Sets what is inside a block without the block.
    fn flatten(&mut self, block: &'a Block<'a>, place: Place, contents: &mut Vec<Content>) {
        if place.depth == DEEPEST_BLOCKS {
            self.remarks.add(block.span, Message::new("pdf-nesting"));
        }
        let place = Place { depth: place.depth + 1, ..place };
        match &block.kind {
            BlockKind::List { items, .. } => {
                for item in items {
                    self.push_blocks(&item.blocks, place, false, contents);
                }
            }
            BlockKind::Quote(inner) => self.push_blocks(inner, place, false, contents),
            BlockKind::DefinitionList(entries) => {
                for entry in entries {
                    let term = self.run(&entry.term, place.run());
                    contents.push(ParElem::new(term).pack());
                    for definition in &entry.definitions {
                        self.push_blocks(definition, place, false, contents);
                    }
                }
            }
            _ => {}
        }
    }

    /// Sets a paragraph; a clause that hangs, with its designation in a column of its own.
    fn paragraph(
        &mut self,
        inlines: &'a [Inline<'a>],
        designator: Option<&Designator>,
        indents: Option<clause::Indents>,
        place: Place,
    ) -> Content {
        let mut contents = Vec::with_capacity(inlines.len() + 4);
        contents.extend(self.clause_mark(designator));
        let mut following = inlines;
        if let Some(split) = designator.and_then(|designator| clause::split(designator, inlines, self.document.text)) {
            let span = inlines.first().map_or_else(Span::default, |inline| inline.span);
            let label = TextElem::packed(self.settable(split.label, span).as_ref());
            if let Some(indents) = indents {
                contents.push(label_box(label, indents.hanging));
            } else {
                contents.extend([label.strong(), SpaceElem::shared().clone()]);
            }
            self.push_text(split.rest, span, place.run(), &mut contents);
            following = match split.following.split_first() {
                Some((first, rest)) if split.rest.is_empty() => {
                    self.push_trimmed(first, place.run(), &mut contents);
                    rest
                }
                _ => split.following,
            };
        }
        self.push_run(following, place.run(), &mut contents);
        let mut paragraph = ParElem::new(Content::sequence(contents));
        if is_long(inlines) {
            paragraph = paragraph.with_linebreaks(Smart::Custom(Linebreaks::Simple));
        }
        let Some(indents) = indents else { return paragraph.pack() };
        let paragraph = paragraph.with_hanging_indent(points(indents.hanging)).pack();
        indented(paragraph, indents.left)
    }

    /// The place where links to a clause lead.
    fn clause_mark(&self, designator: Option<&Designator>) -> Option<Content> {
        let anchor = self.publication.clause_anchor(self.document, designator?)?;
        Some(heading::mark(self.anchors.get(anchor).copied()))
    }

    /// Sets an inline without the white space at its head.
    fn push_trimmed(&mut self, inline: &'a Inline<'a>, run: Run, contents: &mut Vec<Content>) {
        match &inline.kind {
            InlineKind::Text(text) => self.push_text(text.trim_start(), inline.span, run, contents),
            InlineKind::SoftBreak => {}
            _ => self.push_run(std::slice::from_ref(inline), run, contents),
        }
    }

    fn list(&mut self, start: Option<u64>, tight: bool, items: &'a [ListItem<'a>], place: Place) -> Content {
        let bodies: Vec<_> = items.iter().map(|item| (item.task, self.item_body(&item.blocks, place))).collect();
        if items.iter().any(|item| item.task.is_some()) {
            // The theme draws the numbers of a list with this label as boxes: 1 is open, 2 is done, 3 has none.
            let number = |task: Option<bool>| task.map_or(3, |done| 1 + u64::from(done));
            let items =
                bodies.into_iter().map(|(task, body)| EnumItem::new(body).with_number(Smart::Custom(number(task))));
            let list = EnumElem::new(items.map(Packed::new).collect()).with_tight(tight).pack();
            return match super::reserved_label("tasks") {
                Some(label) => list.labelled(label),
                None => list,
            };
        }
        match start {
            None => {
                let items = bodies.into_iter().map(|(_, body)| Packed::new(BulletItem::new(body)));
                ListElem::new(items.collect()).with_tight(tight).pack()
            }
            Some(start) => {
                let items = bodies.into_iter().map(|(_, body)| Packed::new(EnumItem::new(body)));
                // A Markdown number has at most nine digits.
                let start = Smart::Custom(start.min(999_999_999));
                EnumElem::new(items.collect()).with_start(start).with_tight(tight).pack()
            }
        }
    }

    fn item_body(&mut self, blocks: &'a [Block<'a>], place: Place) -> Content {
        let mut contents = Vec::with_capacity(blocks.len());
        self.push_blocks(blocks, place.inside(), true, &mut contents);
        Content::sequence(contents)
    }

    fn definitions(&mut self, entries: &'a [DefinitionEntry<'a>], place: Place) -> Content {
        let mut items = Vec::with_capacity(entries.len());
        for entry in entries {
            let term = self.run(&entry.term, place.run());
            let mut description = Vec::new();
            for definition in &entry.definitions {
                if !description.is_empty() {
                    description.push(ParbreakElem::shared().clone());
                }
                self.push_blocks(definition, place.inside(), true, &mut description);
            }
            items.push(Packed::new(TermItem::new(term, Content::sequence(description))));
        }
        TermsElem::new(items).with_tight(false).pack()
    }

    fn code_block(&mut self, text: &str, span: Span) -> Content {
        let mut clean = String::with_capacity(text.len());
        for line in text.trim_end_matches('\n').split('\n') {
            // White space is what sets code in order, and only a run of other characters is brought to single spaces.
            let indent = line.len() - line.trim_start_matches([' ', '\t']).len();
            clean.push_str(&line[..indent].replace('\t', "    "));
            for (index, part) in line[indent..].split(' ').enumerate() {
                if index > 0 {
                    clean.push(' ');
                }
                clean.push_str(&glyph::breakable(self.settable(part, span), CODE_LINE));
            }
            clean.push('\n');
        }
        clean.truncate(clean.trim_end_matches('\n').len());
        RawElem::new(RawContent::Text(clean.into())).with_block(true).pack()
    }

    /// The text of a note: its first paragraph follows the number.
    pub(super) fn note_body(&mut self, blocks: &'a [Block<'a>]) -> Content {
        let place = Place { depth: 1, width: super::page::COLUMN - LEVEL_ROOM, outdent: 0.0, notes: false };
        let mut contents = Vec::with_capacity(blocks.len());
        self.push_blocks(blocks, place, true, &mut contents);
        Content::sequence(contents)
    }
}

/// Whether a paragraph announces the block after it: it ends in a colon before an enumeration, calls of notes after it
/// left aside, or it is short and a table follows.
fn announces(inlines: &[Inline<'_>], next: &Block<'_>) -> bool {
    let last = inlines.iter().rev().find(|inline| !matches!(inline.kind, InlineKind::FootnoteReference(_)));
    let colon = matches!(last, Some(Inline { kind: InlineKind::Text(text), .. }) if text.trim_end().ends_with(':'));
    match &next.kind {
        BlockKind::Paragraph { designator: Some(designator), .. } => colon && clause::hangs(designator.kind),
        BlockKind::List { .. } => colon,
        BlockKind::Table { .. } => colon || extent(inlines) <= LONGEST_ANNOUNCEMENT,
        _ => false,
    }
}

/// A block that no page break parts from the next one.
fn keeping_with_next(content: Content) -> Content {
    BlockElem::new().with_body(Some(BlockBody::Content(content))).with_sticky(true).pack()
}

/// A designation in a box as wide as the indent of the text beside it. Its last character is a space, which takes no room
/// but stands between the two for who copies or listens.
pub(super) fn label_box(label: Content, width: f64) -> Content {
    let body = Content::sequence([label, TextElem::packed(" ")]);
    BoxElem::new().with_width(Sizing::Rel(Rel::from(points(width)))).with_body(Some(body)).pack()
}

/// Content set off from the left by a length in points.
fn indented(content: Content, left: f64) -> Content {
    if left > 0.0 { PadElem::new(content).with_left(points(left).into()).pack() } else { content }
}

/// Content that reaches out of the column to the left, with air above and below.
pub(super) fn reaching_out(content: Content, place: Place) -> Content {
    let padded = PadElem::new(content).with_left(points(-place.outdent).into()).pack();
    let air = |ems: f64| Smart::Custom(Spacing::Rel(Rel::from(points(ems * TEXT_SIZE))));
    padded.set(BlockElem::above, air(1.3)).set(BlockElem::below, air(1.5))
}

/// A length in points.
pub(super) fn points(length: f64) -> Length {
    Length::from(Abs::pt(length))
}

/// Whether a paragraph is too long for its lines to be weighed against each other.
fn is_long(inlines: &[Inline<'_>]) -> bool {
    extent(inlines) > LONGEST_PARAGRAPH
}

/// The bytes that inlines take in the source.
fn extent(inlines: &[Inline<'_>]) -> usize {
    match (inlines.first(), inlines.last()) {
        (Some(first), Some(last)) => first.span.cover(last.span).len(),
        _ => 0,
    }
}

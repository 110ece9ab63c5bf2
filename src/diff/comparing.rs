//! Two versions while they are compared: what is known of both, and places in them.

use super::change::{Change, Class, Edit, Event, Place, Unit};
use super::links::{Links, TokenPlace};
use super::stretches::Stretch;
use super::text;
use super::version::{Reading, Version};
use crate::align::{
    self, Alignment, BlockForm, BlockPair, BlockParts, DocumentPair, DocumentParts, MovedRun, SectionPair, Token,
};
use crate::model::{LineIndex, Span};
use std::collections::HashSet;
use std::ops::Range;

/// Two versions and how they correspond.
pub(super) struct Comparing<'a> {
    pub(super) old: Side<'a>,
    pub(super) new: Side<'a>,
    pub(super) documents: &'a [DocumentPair],
    pub(super) sections: &'a [SectionPair],
    /// The blocks; a section's heading is paired with that of the section it was, or with none.
    pub(super) blocks: Vec<BlockPair>,
    /// The runs that moved, between blocks that are no headings of sections.
    pub(super) runs: Vec<MovedRun>,
    pub(super) links: Links,
}

/// One of the versions.
pub(super) struct Side<'a> {
    pub(super) version: &'a Version,
    lines: Vec<LineIndex<'a>>,
    /// For each document, the section of each block.
    sections: Vec<Vec<usize>>,
    /// For each document, the section that each section stands in; the head, and what stands in none, has itself.
    parents: Vec<Vec<usize>>,
}

impl<'a> Comparing<'a> {
    pub(super) fn new(old: &'a Version, new: &'a Version, alignment: &'a Alignment) -> Self {
        let (old, new) = (Side::new(old), Side::new(new));
        let blocks = blocks(&old, &new, alignment);
        let is_text = |run: &&MovedRun| !old.is_heading(run.old) && !new.is_heading(run.new);
        let runs: Vec<MovedRun> = alignment.runs.iter().filter(is_text).cloned().collect();
        let links = Links::new(&old.version.parts, &new.version.parts, &blocks, &runs);
        Self { old, new, documents: &alignment.documents, sections: &alignment.sections, blocks, runs, links }
    }
}

/// The paired blocks without the pairs that make a heading out of something else: such a section is new.
fn blocks(old: &Side<'_>, new: &Side<'_>, alignment: &Alignment) -> Vec<BlockPair> {
    let sections: HashSet<(align::Place, align::Place)> =
        alignment.sections.iter().filter_map(|pair| Some((pair.old?, pair.new?))).collect();
    let is_true = |at: align::Place, to: align::Place| {
        let section = |side: &Side<'_>, block: align::Place| align::Place {
            document: block.document,
            index: side.section_of(block),
        };
        match (old.is_heading(at), new.is_heading(to)) {
            (false, false) => true,
            (true, true) => sections.contains(&(section(old, at), section(new, to))),
            _ => false,
        }
    };
    let mut blocks = Vec::with_capacity(alignment.blocks.len());
    let mut gone = Vec::new();
    for pair in &alignment.blocks {
        match (pair.old, pair.new) {
            (Some(at), Some(to)) if !is_true(at, to) => {
                blocks.push(BlockPair { old: None, new: Some(to), moved: false, changes: Vec::new() });
                gone.push(BlockPair { old: Some(at), new: None, moved: false, changes: Vec::new() });
            }
            _ => blocks.push(pair.clone()),
        }
    }
    blocks.extend(gone);
    blocks
}

impl<'a> Side<'a> {
    fn new(version: &'a Version) -> Self {
        let lines = version.readings.iter().map(|reading| LineIndex::new(&reading.text)).collect();
        let sections = version.parts.iter().map(|parts| {
            let blocks = parts.sections.iter().enumerate();
            blocks.flat_map(|(number, section)| std::iter::repeat_n(number, section.blocks.len())).collect()
        });
        let parents = version.parts.iter().map(parents).collect();
        Self { version, lines, sections: sections.collect(), parents }
    }

    pub(super) fn parts(&self, document: usize) -> &'a DocumentParts {
        &self.version.parts[document]
    }

    pub(super) fn reading(&self, document: usize) -> &'a Reading {
        &self.version.readings[document]
    }

    fn source(&self, document: usize) -> align::Source<'a> {
        align::Source { text: &self.reading(document).text, unlike: &self.parts(document).unlike }
    }

    pub(super) fn block(&self, place: align::Place) -> &'a BlockParts {
        &self.version.parts[place.document].blocks[place.index]
    }

    /// The section that a block stands in, by its place among those of its document.
    pub(super) fn section_of(&self, block: align::Place) -> usize {
        self.sections[block.document].get(block.index).copied().unwrap_or(0)
    }

    /// Whether a block is the heading of its section.
    pub(super) fn is_heading(&self, block: align::Place) -> bool {
        let section = self.section_of(block);
        section > 0 && self.parts(block.document).sections[section].blocks.start == block.index
    }

    pub(super) fn tokens(&self, document: usize, range: Range<usize>) -> &'a [Token] {
        self.parts(document).tokens.get(range).unwrap_or(&[])
    }

    /// The section that a section stands in.
    pub(super) fn parent(&self, section: align::Place) -> Option<align::Place> {
        let index = self.parents[section.document][section.index];
        (index != section.index).then_some(align::Place { document: section.document, index })
    }

    /// The anchors of the sections that a section stands in, the outermost first, and its own.
    fn enclosing(&self, document: usize, section: usize) -> Vec<String> {
        let own = align::Place { document, index: section };
        let around = std::iter::successors(Some(own).filter(|own| own.index > 0), |place| self.parent(*place));
        let anchors = around.map(|place| self.parts(document).sections[place.index].anchor.clone());
        let mut anchors: Vec<String> = anchors.collect();
        anchors.reverse();
        anchors
    }

    /// A place in a document; `section` as its parts number them.
    pub(super) fn place(&self, document: usize, section: usize, span: Span) -> Place {
        let (parts, reading) = (self.parts(document), self.reading(document));
        let own = &parts.sections[section];
        let lines = &self.lines[document];
        let span = trimmed(&reading.text, span);
        Place {
            path: parts.path.clone(),
            anchor: Some(own.anchor.clone()).filter(|_| section > 0),
            title: reading.titles.get(section).cloned().flatten(),
            sections: self.enclosing(document, section),
            language: reading.language.clone(),
            clause: reading.clause(span, own.span).map(str::to_owned),
            span,
            start: lines.position(span.start),
            end: lines.position(span.end),
        }
    }

    /// The place of a block.
    pub(super) fn block_place(&self, block: align::Place) -> Place {
        self.place(block.document, self.section_of(block), self.block(block).span)
    }

    /// The offset of a token of a document; of what follows the last one of some, where it ends.
    pub(super) fn offset(&self, document: usize, token: usize, last: usize) -> u32 {
        let tokens = &self.parts(document).tokens;
        if token < last {
            return tokens.get(token).map_or(0, |token| token.span.start);
        }
        last.checked_sub(1).and_then(|last| tokens.get(last)).map_or(0, |token| token.span.end)
    }

    /// The place of neighbouring blocks.
    pub(super) fn stretch_place(&self, stretch: &Stretch) -> Place {
        let blocks = &self.parts(stretch.document).blocks[stretch.blocks.clone()];
        let span = blocks.iter().map(|block| block.span).reduce(Span::cover).unwrap_or_default();
        self.place(stretch.document, self.section_of(stretch.first()), span)
    }

    /// The block that a token stands in.
    pub(super) fn block_of(&self, token: TokenPlace) -> align::Place {
        let blocks = &self.parts(token.document()).blocks;
        let after = blocks.partition_point(|block| block.tokens.start <= token.token());
        align::Place { document: token.document(), index: after.saturating_sub(1) }
    }

    /// The place of the block that a token stands in.
    pub(super) fn token_place(&self, token: TokenPlace) -> Place {
        self.block_place(self.block_of(token))
    }

    /// The wording of tokens of a document.
    pub(super) fn wording(&self, document: usize, tokens: Range<usize>) -> Option<super::change::Wording> {
        text::wording(self.tokens(document, tokens), self.source(document), &self.lines[document])
    }

    /// The text of tokens of a document, with the space before them unless they begin the passage.
    pub(super) fn line(&self, document: usize, tokens: Range<usize>, begins: usize) -> String {
        let before = tokens.start.checked_sub(1).filter(|before| *before >= begins);
        let before = before.and_then(|before| self.parts(document).tokens.get(before).copied());
        text::line(self.tokens(document, tokens), before, self.source(document))
    }
}

/// The section that each section of a document stands in; they are in the order of the text.
fn parents(parts: &DocumentParts) -> Vec<usize> {
    let mut open: Vec<usize> = Vec::new();
    let mut parents = Vec::with_capacity(parts.sections.len());
    for (number, section) in parts.sections.iter().enumerate() {
        while open.last().is_some_and(|last| *last == 0 || !parts.sections[*last].span.contains(section.span)) {
            open.pop();
        }
        parents.push(open.last().copied().unwrap_or(number));
        open.push(number);
    }
    parents
}

/// A span without the blanks at its ends.
fn trimmed(text: &str, span: Span) -> Span {
    let Some(written) = text.get(span.range()) else { return span };
    let start = span.range().start + (written.len() - written.trim_start().len());
    Span::new(start..start + written.trim().len())
}

/// What a block is called.
pub(super) const fn unit(form: BlockForm) -> Unit {
    match form {
        BlockForm::Heading(_) | BlockForm::Paragraph => Unit::Paragraph,
        BlockForm::Row { .. } => Unit::Row,
        BlockForm::Term => Unit::Term,
        BlockForm::Code => Unit::Code,
        BlockForm::Rule => Unit::Rule,
        BlockForm::Html => Unit::Html,
    }
}

impl Change {
    /// A change without words.
    pub(super) fn bare(class: Class, event: Event, unit: Unit, places: (Option<Place>, Option<Place>)) -> Self {
        let (old, new) = places;
        let (edits, links, norms, redline) = (Vec::<Edit>::new(), Vec::new(), Vec::new(), Vec::new());
        Self { class, event, unit, old, new, gap: None, edits, links, norms, redline }
    }
}

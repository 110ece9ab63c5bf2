//! Gathers a flow of blocks under its headings.
//!
//! 1. Each heading of the flow gets its anchor and, if it opens a clause, its designation;
//! 2. each paragraph that opens a clause gets its designation, with what came before it in mind;
//! 3. sections close when a heading of the same or a higher level comes, and reach to its first byte, so that the
//!    front matter, the preamble and the sections together cover the text.

use super::clause::{self, Context};
use super::slug::Slugs;
use crate::model::{Block, BlockKind, BlockText, Heading, Inline, InlineKind, Section, Slugger, Span, plain_text};
use std::borrow::Cow;

/// The preamble and the sections of a flow of blocks.
pub(super) fn gather<'text>(
    text: &'text str,
    flow: Vec<Block<'text>>,
    slugger: Slugger,
) -> (Vec<Block<'text>>, Vec<Section<'text>>) {
    let mut gathering = Gathering {
        text,
        slugs: Slugs::new(slugger),
        context: Context::default(),
        transitory_level: None,
        open: Vec::new(),
        closed: Vec::new(),
    };
    let mut preamble = Vec::new();
    let mut reached = 0;
    for mut block in flow {
        // Malformed markup can make pulldown-cmark report a block that begins inside the one before it.
        let start = block.span.start.max(reached);
        reached = block.span.end.max(start);
        if let BlockKind::Heading(heading) = block.kind {
            gathering.enter(*heading, Span { start, end: reached });
            continue;
        }
        gathering.designate(&mut block);
        match gathering.open.last_mut() {
            Some(section) => section.blocks.push(block),
            None => preamble.push(block),
        }
    }
    gathering.close_to(0, text.len());
    (preamble, gathering.closed)
}

struct Gathering<'text> {
    text: &'text str,
    slugs: Slugs,
    context: Context,
    /// Level of the heading that announced transitory provisions, while its section is open.
    transitory_level: Option<u8>,
    /// The open sections, each inside the one before it.
    open: Vec<Section<'text>>,
    closed: Vec<Section<'text>>,
}

impl<'text> Gathering<'text> {
    fn enter(&mut self, mut heading: Heading<'text>, span: Span) {
        self.close_to(heading.level, span.range().start);
        if self.transitory_level.is_some_and(|level| heading.level <= level) {
            self.transitory_level = None;
        }
        self.context.transitory = self.transitory_level.is_some();
        self.context.enter_section();
        heading.span = span;
        let title = plain_text(&heading.inlines);
        if clause::may_open_clause(&title) {
            let visible = BlockText::new(&heading.inlines, self.text);
            heading.designator = clause::of_heading(&visible, &self.context).map(Box::new);
        }
        if let Some(designator) = &heading.designator {
            self.context.follow(designator);
        }
        if self.transitory_level.is_none() && clause::announces_transitory(&title) {
            self.transitory_level = Some(heading.level);
            self.context.transitory = true;
        }
        let anchor = match &heading.id {
            Some((id, _)) => self.slugs.explicit(id),
            None => self.slugs.of_title(&self.title_for_anchor(&heading.inlines)),
        };
        self.open.push(Section { heading, anchor, blocks: Vec::new(), sections: Vec::new(), span });
    }

    /// The title as the slugger's program sees it. kramdown takes the Markdown as it is written, the addresses of links
    /// included; the others take the text of the HTML, where images have none and a field is nothing but its braces.
    fn title_for_anchor(&self, inlines: &[Inline<'text>]) -> Cow<'text, str> {
        if self.slugs.slugger() == Slugger::Kramdown {
            let (Some(first), Some(last)) = (inlines.first(), inlines.last()) else { return Cow::Borrowed("") };
            return Cow::Borrowed(self.text.get(first.span.cover(last.span).range()).unwrap_or(""));
        }
        if let [Inline { kind: InlineKind::Text(text), .. }] = inlines {
            return text.clone();
        }
        let mut title = String::new();
        read_title(inlines, self.text, &mut title);
        Cow::Owned(title)
    }

    /// Closes the open sections whose level is `level` or deeper; all of them for 0.
    fn close_to(&mut self, level: u8, end: usize) {
        while self.open.last().is_some_and(|section| section.heading.level >= level) {
            let Some(mut section) = self.open.pop() else { return };
            section.span = Span::new(section.span.range().start..end);
            match self.open.last_mut() {
                Some(parent) => parent.sections.push(section),
                None => self.closed.push(section),
            }
        }
    }

    /// Recognises the clauses that a block's paragraphs open; those of footnotes and quotations are another text's.
    fn designate(&mut self, block: &mut Block<'text>) {
        match &mut block.kind {
            BlockKind::Paragraph { designator, inlines } => {
                if first_text(inlines).is_some_and(clause::may_open_clause) {
                    let visible = BlockText::new(inlines, self.text);
                    let strong = strong_end(inlines, self.text);
                    *designator = clause::of_paragraph(&visible, strong, &self.context).map(Box::new);
                }
                if let Some(designator) = designator {
                    self.context.follow(designator);
                }
            }
            // A list nests at most as deep as the parser lets it.
            BlockKind::List { items, .. } => {
                for block in items.iter_mut().flat_map(|item| &mut item.blocks) {
                    self.designate(block);
                }
            }
            _ => {}
        }
    }
}

/// Adds the text that a heading's HTML has.
fn read_title(inlines: &[Inline<'_>], source: &str, title: &mut String) {
    for inline in inlines {
        match &inline.kind {
            InlineKind::Text(text) | InlineKind::Code(text) => title.push_str(text),
            InlineKind::SoftBreak | InlineKind::HardBreak => title.push('\n'),
            InlineKind::Field(_) => title.push_str(source.get(inline.span.range()).unwrap_or("")),
            InlineKind::Image { .. } | InlineKind::FootnoteReference(_) | InlineKind::Html => {}
            _ => read_title(inline.children(), source, title),
        }
    }
}

/// The text that a run begins with, behind anchors and notes.
fn first_text<'a>(inlines: &'a [Inline<'_>]) -> Option<&'a str> {
    inlines.iter().flat_map(Inline::with_descendants).find_map(|inline| match &inline.kind {
        InlineKind::Text(text) => Some(text.as_ref()),
        _ => None,
    })
}

/// Where strong emphasis at the beginning of a run ends in its visible text.
fn strong_end(inlines: &[Inline<'_>], source: &str) -> Option<usize> {
    let visible = inlines.iter().find(|inline| !matches!(inline.kind, InlineKind::Html))?;
    let InlineKind::Strong(inner) = &visible.kind else { return None };
    Some(BlockText::new(inner, source).as_str().len())
}

//! Reads the events of pulldown-cmark into a flat flow of blocks.
//!
//! 1. Every event that opens something puts a `frame` on a stack, every event that closes it takes the frame off and hands
//!    what was gathered to the frame beneath;
//! 2. frames beyond the deepest nesting gather nothing themselves: what is in them goes to the nearest frame that can
//!    hold it, so that no text is lost and no tree is too deep to walk;
//! 3. the text of a tight list's item, which comes without a paragraph, is given one.

mod frame;

use super::{DEEPEST_NESTING, inline};
use crate::model::{Block, BlockKind, Cell, DefinitionEntry, Inline, InlineKind, ListItem, Message, Row, Span};
use frame::{Container, Frame, FrameKind, Run, frame_kind, is_block, nests};
use pulldown_cmark::{CodeBlockKind, CowStr, Event, Options, Parser, Tag, TagEnd};
use std::borrow::Cow;
use std::ops::Range;

/// Reads the blocks of `text` from the offset `body` on. Headings stand among them as [`BlockKind::Heading`].
pub(super) fn read<'text>(text: &'text str, body: usize, problems: &mut Vec<(Message, Span)>) -> Vec<Block<'text>> {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_DEFINITION_LIST;
    let mut builder = Builder {
        text,
        fields: text.contains("{{"),
        stack: vec![Frame { start: body, kind: FrameKind::Blocks(Container::Document, Vec::new(), Vec::new()) }],
        too_deep: None,
    };
    for (event, range) in Parser::new_ext(&text[body..], options).into_offset_iter() {
        builder.take(event, range.start + body..range.end + body);
    }
    if let Some(place) = builder.too_deep {
        problems.push((Message::new("parse-nesting").with("limit", DEEPEST_NESTING), place));
    }
    builder.finish()
}

struct Builder<'text> {
    text: &'text str,
    /// Whether there is anything that looks like a field.
    fields: bool,
    stack: Vec<Frame<'text>>,
    too_deep: Option<Span>,
}

/// pulldown-cmark's text as the model's, borrowed where it can be.
fn cow(text: CowStr<'_>) -> Cow<'_, str> {
    match text {
        CowStr::Borrowed(text) => Cow::Borrowed(text),
        CowStr::Boxed(text) => Cow::Owned(text.into_string()),
        CowStr::Inlined(text) => Cow::Owned(text.to_string()),
    }
}

impl<'text> Builder<'text> {
    fn take(&mut self, event: Event<'text>, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.open(tag, range),
            Event::End(end) => self.close(end, range),
            Event::Text(text) => self.push_text(cow(text), range),
            Event::Code(text) => self.push_inline(InlineKind::Code(cow(text)), range),
            Event::InlineHtml(tag) if super::html::is_line_break(&tag) => {
                self.push_inline(InlineKind::HardBreak, range);
            }
            Event::InlineHtml(_) => self.push_inline(InlineKind::Html, range),
            Event::FootnoteReference(label) => self.push_inline(InlineKind::FootnoteReference(cow(label)), range),
            Event::SoftBreak => self.push_inline(InlineKind::SoftBreak, range),
            Event::HardBreak => self.push_inline(InlineKind::HardBreak, range),
            Event::Rule => self.push_block(BlockKind::Rule, range),
            Event::TaskListMarker(done) => {
                if let Some(FrameKind::Blocks(Container::Item(task), ..)) = self.nearest(FrameKind::holds_blocks) {
                    *task = Some(done);
                }
            }
            // The span of a block of HTML is that of its frame; mathematics is not read.
            Event::Html(_) | Event::InlineMath(_) | Event::DisplayMath(_) => {}
        }
    }

    fn open(&mut self, tag: Tag<'text>, range: Range<usize>) {
        if is_block(&tag) {
            self.settle();
        }
        // The blanks that begin a line of indented code may be its text.
        let indented = matches!(tag, Tag::CodeBlock(CodeBlockKind::Indented));
        let kind = if nests(&tag) && self.stack.len() > DEEPEST_NESTING {
            let (start, end) = (range.start, range.end);
            self.too_deep.get_or_insert_with(|| Span::new(start..end));
            if let Some(FrameKind::Beyond(count)) = self.top() {
                *count += 1;
                return;
            }
            FrameKind::Beyond(1)
        } else {
            frame_kind(tag, &mut self.stack)
        };
        let start = if indented { range.start } else { self.without_blanks(range) };
        self.stack.push(Frame { start, kind });
    }

    fn close(&mut self, end: TagEnd, range: Range<usize>) {
        if self.stack.len() == 1 {
            return;
        }
        if matches!(self.stack.last(), Some(Frame { kind: FrameKind::Blocks(..), .. })) {
            self.settle();
        }
        if let Some(FrameKind::Beyond(count @ 2..)) = self.top() {
            *count -= 1;
            return;
        }
        let Some(Frame { start, kind }) = self.stack.pop() else { return };
        let range = start..self.without_line_end(start, range.end);
        match kind {
            FrameKind::Blocks(container, blocks, _) => self.close_container(container, blocks, range),
            FrameKind::Inlines(run, inlines) => self.close_run(run, inlines, range),
            FrameKind::List { start, tight, items } => self.push_block(BlockKind::List { start, tight, items }, range),
            FrameKind::DefinitionList(entries) => self.push_block(BlockKind::DefinitionList(entries), range),
            FrameKind::Table { alignments, head, rows } => {
                self.push_block(BlockKind::Table { alignments, head, rows }, range);
            }
            FrameKind::Row(cells) => {
                if let Some(Frame { kind: FrameKind::Table { head, rows, .. }, .. }) = self.stack.last_mut() {
                    let row = Row { span: Span::new(range), cells };
                    if end == TagEnd::TableHead { *head = row } else { rows.push(row) }
                }
            }
            FrameKind::Code { language, text, .. } => self.push_block(BlockKind::Code { language, text }, range),
            FrameKind::Html => self.push_block(BlockKind::Html, range),
            FrameKind::Beyond(_) => {}
        }
    }

    fn close_container(&mut self, container: Container<'text>, blocks: Vec<Block<'text>>, range: Range<usize>) {
        match container {
            Container::Document => {}
            Container::Quote => self.push_block(BlockKind::Quote(blocks), range),
            Container::Footnote(label) => self.push_block(BlockKind::Footnote { label, blocks }, range),
            Container::Item(task) => {
                if let Some(FrameKind::List { items, .. }) = self.top() {
                    items.push(ListItem { span: Span::new(range), task, blocks });
                }
            }
            Container::Definition => {
                if let Some(FrameKind::DefinitionList(entries)) = self.top()
                    && let Some(entry) = entries.last_mut()
                {
                    entry.definitions.push(blocks);
                }
            }
        }
    }

    fn close_run(&mut self, run: Run<'text>, inlines: Vec<Inline<'text>>, range: Range<usize>) {
        let inlines = if self.fields { inline::split_fields(inlines, self.text) } else { inlines };
        let span = Span::new(range.clone());
        match run {
            Run::Paragraph => self.push_block(BlockKind::Paragraph { designator: None, inlines }, range),
            Run::Heading(level) => {
                let heading = super::heading::read(level, inlines, span, self.text);
                self.push_block(BlockKind::Heading(Box::new(heading)), range);
            }
            Run::Cell => {
                if let Some(FrameKind::Row(cells)) = self.top() {
                    cells.push(Cell { span, inlines });
                }
            }
            Run::Term => {
                if let Some(FrameKind::DefinitionList(entries)) = self.top() {
                    entries.push(DefinitionEntry { span, term: inlines, definitions: Vec::new() });
                }
            }
            Run::Emphasis => self.push_inline(InlineKind::Emphasis(inlines), range),
            Run::Strong => self.push_inline(InlineKind::Strong(inlines), range),
            Run::Strikethrough => self.push_inline(InlineKind::Strikethrough(inlines), range),
            Run::Link { target, title, automatic } => {
                self.push_inline(InlineKind::Link { target, title, automatic, inlines }, range);
            }
            Run::Image { target, title } => {
                self.push_inline(InlineKind::Image { target, title, alternative: inlines }, range);
            }
        }
    }

    /// The end of what begins at `start`, without the line ends and blanks that pulldown-cmark counts to a block.
    fn without_line_end(&self, start: usize, end: usize) -> usize {
        self.text.get(start..end).map_or(end, |written| start + written.trim_end_matches(['\n', '\r', ' ', '\t']).len())
    }

    /// The start of a range, without the line ends and blanks that pulldown-cmark counts to a nested list and a cell.
    fn without_blanks(&self, range: Range<usize>) -> usize {
        self.text
            .get(range.clone())
            .map_or(range.start, |written| range.end - written.trim_start_matches(['\n', '\r', ' ', '\t']).len())
    }

    fn top(&mut self) -> Option<&mut FrameKind<'text>> {
        self.stack.last_mut().map(|frame| &mut frame.kind)
    }

    /// The innermost frame that can take something.
    fn nearest(&mut self, takes: fn(&FrameKind<'text>) -> bool) -> Option<&mut FrameKind<'text>> {
        self.stack.iter_mut().rev().map(|frame| &mut frame.kind).find(|kind| takes(kind))
    }

    fn push_block(&mut self, kind: BlockKind<'text>, range: Range<usize>) {
        self.settle();
        if let Some(FrameKind::Blocks(_, blocks, _)) = self.nearest(FrameKind::holds_blocks) {
            blocks.push(Block { span: Span::new(range), kind });
        }
    }

    fn push_inline(&mut self, kind: InlineKind<'text>, range: Range<usize>) {
        if let Some(inlines) = self.open_run() {
            inlines.push(Inline { span: Span::new(range), kind });
        }
    }

    /// The inlines of the innermost frame that takes inlines.
    fn open_run(&mut self) -> Option<&mut Vec<Inline<'text>>> {
        match self.nearest(FrameKind::holds_inlines)? {
            FrameKind::Inlines(_, inlines) | FrameKind::Blocks(_, _, inlines) => Some(inlines),
            _ => None,
        }
    }

    fn push_text(&mut self, part: Cow<'text, str>, range: Range<usize>) {
        let source = self.text;
        if let Some(FrameKind::Code { text, span, .. }) = self.top() {
            // Lines of indented code come one by one, each without its indentation.
            match span {
                Some(so_far)
                    if so_far.end == range.start
                        && is_slice(source, text, so_far)
                        && is_slice(source, &part, &range) =>
                {
                    so_far.end = range.end;
                    *text = Cow::Borrowed(&source[so_far.clone()]);
                }
                Some(_) => text.to_mut().push_str(&part),
                None => (*text, *span) = (part, Some(range)),
            }
            return;
        }
        let Some(inlines) = self.open_run() else { return };
        // pulldown-cmark cuts text at every character that might be markup; words need it whole.
        if let Some(Inline { span, kind: InlineKind::Text(text) }) = inlines.last_mut()
            && span.range().end == range.start
            && is_slice(source, text, &span.range())
            && is_slice(source, &part, &range)
        {
            *span = Span::new(span.range().start..range.end);
            *text = Cow::Borrowed(&source[span.range()]);
            return;
        }
        inlines.push(Inline { span: Span::new(range), kind: InlineKind::Text(part) });
    }

    /// Gives inlines that stand in a container by themselves, as in a tight list, their paragraph.
    fn settle(&mut self) {
        let fields = self.fields;
        let source = self.text;
        let Some(FrameKind::Blocks(_, blocks, loose)) = self.nearest(FrameKind::holds_blocks) else { return };
        let (Some(first), Some(last)) = (loose.first(), loose.last()) else { return };
        let span = first.span.cover(last.span);
        let inlines = std::mem::take(loose);
        let inlines = if fields { inline::split_fields(inlines, source) } else { inlines };
        blocks.push(Block { span, kind: BlockKind::Paragraph { designator: None, inlines } });
    }

    fn finish(mut self) -> Vec<Block<'text>> {
        self.settle();
        match self.stack.into_iter().next().map(|frame| frame.kind) {
            Some(FrameKind::Blocks(_, blocks, _)) => blocks,
            _ => Vec::new(),
        }
    }
}

/// Whether `part` is the very text at `range`, so that it can be joined with its neighbours without a copy.
fn is_slice(source: &str, part: &str, range: &Range<usize>) -> bool {
    part.len() == range.len()
        && source.get(range.clone()).is_some_and(|slice| std::ptr::eq(slice.as_ptr(), part.as_ptr()))
}

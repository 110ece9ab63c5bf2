//! Reads the blocks of a tree, one after the other.

use super::gist::gist;
use super::html::html_pieces;
use super::inlines::Inlines;
use super::{BlockForm, BlockParts, PartKind, Token, designation, label_hash};
use crate::model::{Block, BlockKind, DefinitionEntry, Designator, Heading, Inline, ListItem, Row, Span};
use std::collections::HashMap;

/// Gathers blocks and tokens in the order of the text.
pub(super) struct Reader<'text> {
    text: &'text str,
    inlines: Inlines,
    /// The state of the task whose first block comes next.
    task: Option<Token>,
    quoted: bool,
    noted: bool,
    pub(super) blocks: Vec<BlockParts>,
    pub(super) tokens: Vec<Token>,
    pub(super) notes: HashMap<u64, usize>,
}

impl<'text> Reader<'text> {
    pub(super) fn new(text: &'text str) -> Self {
        Self {
            text,
            inlines: Inlines::default(),
            task: None,
            quoted: false,
            noted: false,
            blocks: Vec::new(),
            tokens: Vec::new(),
            notes: HashMap::new(),
        }
    }

    /// The labels of the references to footnotes, in the order of the text.
    pub(super) fn references(&mut self) -> Vec<u64> {
        std::mem::take(&mut self.inlines.references)
    }

    /// The words that are not written as they read.
    pub(super) fn unlike(&mut self) -> HashMap<u32, String> {
        std::mem::take(&mut self.inlines.unlike)
    }

    /// Reads blocks and what is inside them; they nest at most as deep as the parser lets them.
    pub(super) fn blocks(&mut self, blocks: &[Block<'_>]) {
        for block in blocks {
            self.block(block);
        }
    }

    pub(super) fn heading(&mut self, heading: &Heading<'_>) {
        self.run(BlockForm::Heading(heading.level), &heading.inlines, heading.span);
        self.designate(heading.designator.as_deref());
    }

    fn block(&mut self, block: &Block<'_>) {
        match &block.kind {
            BlockKind::Paragraph { designator, inlines } => {
                self.run(BlockForm::Paragraph, inlines, block.span);
                self.designate(designator.as_deref());
            }
            BlockKind::Heading(heading) => self.heading(heading),
            BlockKind::List { items, .. } => items.iter().for_each(|item| self.item(item)),
            BlockKind::Quote(blocks) => {
                let outer = std::mem::replace(&mut self.quoted, true);
                self.blocks(blocks);
                self.quoted = outer;
            }
            BlockKind::Footnote { label, blocks } => {
                self.notes.entry(label_hash(label)).or_insert(self.blocks.len());
                let outer = std::mem::replace(&mut self.noted, true);
                self.blocks(blocks);
                self.noted = outer;
            }
            BlockKind::Table { head, rows, .. } => {
                self.row(head, true);
                for row in rows {
                    self.row(row, false);
                }
            }
            BlockKind::DefinitionList(entries) => entries.iter().for_each(|entry| self.entry(entry)),
            BlockKind::Code { language, text } => self.code(language.as_deref(), text, block.span),
            BlockKind::Rule => {
                let token = Token::new(PartKind::Markup, "rule", block.span);
                self.gather(BlockForm::Rule, block.span, |tokens| tokens.push(token));
            }
            BlockKind::Html => self.html(block.span),
        }
    }

    /// Tells the designation of the block that was read last.
    fn designate(&mut self, designator: Option<&Designator>) {
        if let Some(block) = self.blocks.last_mut() {
            let tokens = self.tokens.get(block.tokens.clone()).unwrap_or(&[]);
            block.designation = designation::length(tokens, designator, self.text);
        }
    }

    fn item(&mut self, item: &ListItem<'_>) {
        if let Some(done) = item.task {
            self.task = Some(Token::new(PartKind::Markup, ("task", done), self.task_box(item.span)));
        }
        self.blocks(&item.blocks);
        if self.task.is_some() {
            self.run(BlockForm::Paragraph, &[], item.span);
        }
    }

    /// The box of a task, `[x]`, which follows the mark of its item.
    fn task_box(&self, item: Span) -> Span {
        let written = self.text.get(item.range()).unwrap_or("");
        let Some(start) = written.find('[') else { return item };
        let end = written[start..].find(']').map_or(written.len(), |length| start + length + 1);
        Span::new(item.range().start + start..item.range().start + end)
    }

    fn entry(&mut self, entry: &DefinitionEntry<'_>) {
        let term = entry.term.iter().map(|inline| inline.span).reduce(Span::cover).unwrap_or(entry.span);
        self.run(BlockForm::Term, &entry.term, term);
        entry.definitions.iter().for_each(|blocks| self.blocks(blocks));
    }

    fn row(&mut self, row: &Row<'_>, head: bool) {
        let text = self.text;
        let mut inlines = std::mem::take(&mut self.inlines);
        self.gather(BlockForm::Row { head }, row.span, |tokens| {
            for (column, cell) in row.cells.iter().enumerate() {
                if column > 0 {
                    let limit = Span { start: cell.span.start, end: cell.span.start };
                    tokens.push(Token::new(PartKind::Cell, (), limit));
                }
                inlines.read(&cell.inlines, text, tokens);
            }
        });
        self.inlines = inlines;
    }

    fn run(&mut self, form: BlockForm, run: &[Inline<'_>], span: Span) {
        let text = self.text;
        let mut inlines = std::mem::take(&mut self.inlines);
        self.gather(form, span, |tokens| inlines.read(run, text, tokens));
        self.inlines = inlines;
    }

    /// Each line is a token; its place is known where the code has as many lines as its source.
    fn code(&mut self, language: Option<&str>, code: &str, span: Span) {
        let source = self.text.get(span.range()).unwrap_or("");
        let fenced = source.starts_with(['`', '~']);
        let start = span.range().start;
        self.gather(BlockForm::Code, span, |tokens| {
            let mut lines = source.split_inclusive('\n').scan(start, |reached, line| {
                let from = *reached;
                *reached += line.len();
                Some(Span::new(from..from + line.trim_end().len()))
            });
            let fence = if fenced { lines.next() } else { None };
            if let Some(language) = language {
                tokens.push(Token::new(PartKind::Markup, ("language", language), fence.unwrap_or(span)));
            }
            for line in code.lines() {
                let at = lines.next().unwrap_or(span);
                tokens.push(Token::new(PartKind::Markup, ("code", line.trim_end()), at));
            }
        });
    }

    /// How a tag is wrapped is not seen, nor the blank before its end.
    fn html(&mut self, span: Span) {
        let source = self.text.get(span.range()).unwrap_or("");
        let start = span.range().start;
        self.gather(BlockForm::Html, span, |tokens| {
            for (range, _) in html_pieces(source) {
                let written = source[range.clone()].split_whitespace().collect::<Vec<_>>().join(" ").replace(" >", ">");
                let at = Span::new(start + range.start..start + range.end);
                tokens.push(Token::new(PartKind::Markup, ("html", written), at));
            }
        });
    }

    /// Adds a block with the tokens that `read` finds; one without tokens is nothing to a reader, unless it is a heading.
    fn gather(&mut self, form: BlockForm, span: Span, read: impl FnOnce(&mut Vec<Token>)) {
        let first = self.tokens.len();
        self.tokens.extend(self.task.take());
        read(&mut self.tokens);
        let tokens = first..self.tokens.len();
        if !tokens.is_empty() || matches!(form, BlockForm::Heading(_)) {
            let (quoted, noted) = (self.quoted, self.noted);
            let gist = gist(self.tokens.get(tokens.clone()).unwrap_or(&[]), self.text);
            self.blocks.push(BlockParts { form, quoted, noted, span, tokens, designation: 0, gist });
        }
    }
}

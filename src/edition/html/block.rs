//! Blocks.

use super::writer::Writer;
use super::{clause, escape};
use crate::model::{Block, BlockKind, DefinitionEntry, Designator, Heading, Inline, InlineKind};
use std::fmt::Write as _;

impl<'a> Writer<'_, 'a> {
    /// Writes blocks.
    pub(super) fn blocks(&mut self, blocks: &'a [Block<'a>]) {
        for block in blocks {
            self.block(block);
        }
    }

    fn block(&mut self, block: &'a Block<'a>) {
        if self.is_full() {
            return;
        }
        match &block.kind {
            BlockKind::Paragraph { designator, inlines } => self.paragraph(designator.as_deref(), inlines),
            BlockKind::Heading(heading) => self.inner_heading(heading),
            BlockKind::List { start, tight, items } => self.list(*start, *tight, items),
            BlockKind::Quote(blocks) => {
                self.out.push_str("<blockquote>\n");
                self.blocks(blocks);
                self.out.push_str("</blockquote>\n");
            }
            BlockKind::Code { language, text } => self.code(language.as_deref(), text),
            BlockKind::Table { alignments, head, rows } => self.table(alignments, head, rows),
            BlockKind::DefinitionList(entries) => self.definitions(entries),
            BlockKind::Rule => self.out.push_str("<hr>\n"),
            BlockKind::Footnote { .. } | BlockKind::Html => {}
        }
    }

    fn paragraph(&mut self, designator: Option<&'a Designator>, inlines: &'a [Inline<'a>]) {
        if let Some(designator) = designator {
            self.clause(designator, inlines);
        } else if let Some((image, caption)) = figure(inlines) {
            self.out.push_str("<figure>\n");
            // The title stands below as the caption, and need not be told twice.
            if let InlineKind::Image { target, alternative, .. } = &image.kind {
                self.image(image.span, target, "", alternative);
            }
            self.out.push_str("\n<figcaption>");
            escape::push(&mut self.out, caption);
            self.out.push_str("</figcaption>\n</figure>\n");
        } else if !is_blank(inlines) {
            self.out.push_str("<p>");
            self.inlines(inlines);
            self.out.push_str("</p>\n");
        }
    }

    /// Writes a paragraph that opens a clause, with its permanent address: `inventario.III.b`.
    fn clause(&mut self, designator: &'a Designator, inlines: &'a [Inline<'a>]) {
        let depth = self.place.address.enter(designator);
        let _ = write!(self.out, "<p class=\"clause {} depth-{depth}\"", clause::class(designator.kind));
        let anchor = self.document.and_then(|document| self.publication.clause_anchor(document, designator));
        if let Some(anchor) = anchor {
            self.attribute("id", anchor);
        }
        self.out.push('>');
        self.designated(Some(designator), inlines, anchor);
        self.out.push_str("</p>\n");
    }

    /// Writes a heading in a list or a quote: one level below the section's own, so that no level is left out.
    fn inner_heading(&mut self, heading: &'a Heading<'a>) {
        let level = self.place.level.saturating_add(1).min(6);
        let is_redline = self.publication.redline.is_some();
        self.out.push_str(if is_redline { "<div class=\"heading\">" } else { "" });
        let _ = write!(self.out, "<h{level}>");
        self.revisions.in_heading = true;
        self.designated(heading.designator.as_deref(), &heading.inlines, None);
        let _ = write!(self.out, "</h{level}>");
        self.revisions.in_heading = false;
        self.steps_kept_back();
        self.out.push_str(if is_redline { "</div>\n" } else { "\n" });
    }

    fn code(&mut self, language: Option<&str>, text: &str) {
        self.out.push_str("<pre><code");
        if let Some(language) = language.filter(|language| !language.contains(char::is_whitespace)) {
            self.out.push_str(" class=\"language-");
            escape::push(&mut self.out, language);
            self.out.push('"');
        }
        self.out.push('>');
        escape::push(&mut self.out, text);
        self.out.push_str("</code></pre>\n");
    }

    fn definitions(&mut self, entries: &'a [DefinitionEntry<'a>]) {
        self.out.push_str("<dl>\n");
        for entry in entries {
            self.out.push_str("<dt>");
            self.inlines(&entry.term);
            self.out.push_str("</dt>\n");
            for definition in &entry.definitions {
                self.out.push_str("<dd>");
                match definition.as_slice() {
                    [Block { kind: BlockKind::Paragraph { designator: None, inlines }, .. }] => self.inlines(inlines),
                    blocks => self.blocks(blocks),
                }
                self.out.push_str("</dd>\n");
            }
        }
        self.out.push_str("</dl>\n");
    }
}

/// The image that stands alone in a paragraph, with the title that becomes its caption.
fn figure<'a>(inlines: &'a [Inline<'a>]) -> Option<(&'a Inline<'a>, &'a str)> {
    match inlines {
        [image @ Inline { kind: InlineKind::Image { title, .. }, .. }] if !title.trim().is_empty() => {
            Some((image, title))
        }
        _ => None,
    }
}

/// Whether nothing of the inlines is shown.
fn is_blank(inlines: &[Inline<'_>]) -> bool {
    inlines.iter().all(|inline| matches!(inline.kind, InlineKind::Html | InlineKind::SoftBreak))
}

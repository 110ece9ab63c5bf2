//! Notes beside the text that calls them, for wide screens.
//!
//! A note stands in full behind the text. Beside it stands what of it is running text, without links, which are there only
//! once; it is marked as hidden, so that who listens, or reads without style, meets the note but once.

use super::super::escape;
use super::super::writer::Writer;
use crate::model::{Block, BlockKind, Inline, InlineKind};
use std::fmt::Write as _;

/// The most characters of a note that stands beside the text; a longer one is cut.
const LONGEST_SIDENOTE: usize = 420;

impl Writer<'_, '_> {
    /// Writes a note behind its number, where it is called in running text.
    pub(in crate::edition::html) fn sidenote(&mut self, number: usize) {
        if self.site.is_none() || !self.takes_sidenotes {
            return;
        }
        let Some(note) = self.publication.notes().get(number - 1) else { return };
        let _ = write!(self.out, "<span class=\"sidenote\" hidden aria-hidden=\"true\"><b>{number}</b> ");
        let mut left = LONGEST_SIDENOTE;
        for (place, block) in note.blocks.iter().enumerate() {
            let Block { kind: BlockKind::Paragraph { inlines, .. }, .. } = block else { continue };
            self.out.push_str(if place > 0 { " " } else { "" });
            self.phrases(inlines, &mut left);
        }
        self.out.push_str(if left == 0 { "…</span>" } else { "</span>" });
    }

    /// Writes the text of inlines with its emphasis, as long as characters are left.
    fn phrases(&mut self, inlines: &[Inline<'_>], left: &mut usize) {
        for inline in inlines {
            let element = match &inline.kind {
                InlineKind::Text(text) | InlineKind::Code(text) => {
                    self.cut(text, left);
                    continue;
                }
                InlineKind::Field(_) => {
                    let text = self.plain(std::slice::from_ref(inline));
                    self.cut(&text, left);
                    continue;
                }
                InlineKind::SoftBreak | InlineKind::HardBreak => {
                    self.out.push(' ');
                    continue;
                }
                InlineKind::FootnoteReference(_) | InlineKind::Html | InlineKind::Image { .. } => continue,
                InlineKind::Emphasis(_) => "em",
                InlineKind::Strong(_) => "strong",
                _ => "span",
            };
            let _ = write!(self.out, "<{element}>");
            self.phrases(inline.children(), left);
            let _ = write!(self.out, "</{element}>");
        }
    }

    fn cut(&mut self, text: &str, left: &mut usize) {
        let end = text.char_indices().nth(*left).map_or(text.len(), |(end, _)| end);
        escape::push(&mut self.out, &text[..end]);
        *left -= text[..end].chars().count();
    }
}

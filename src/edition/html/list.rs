//! Lists.

use super::writer::Writer;
use crate::model::{Block, BlockKind, ListItem};
use std::fmt::Write as _;

impl<'a> Writer<'_, 'a> {
    /// Writes a list, numbered from `start` if that is given.
    pub(super) fn list(&mut self, start: Option<u64>, tight: bool, items: &'a [ListItem<'a>]) {
        let tasks = items.iter().any(|item| item.task.is_some());
        let class = if tasks { " class=\"tasks\"" } else { "" };
        let name = if start.is_some() { "ol" } else { "ul" };
        let _ = write!(self.out, "<{name}{class}");
        if let Some(start) = start.filter(|start| *start != 1) {
            let _ = write!(self.out, " start=\"{start}\"");
        }
        self.out.push_str(">\n");
        for item in items {
            self.item(item, tight);
        }
        let _ = writeln!(self.out, "</{name}>");
    }

    fn item(&mut self, item: &'a ListItem<'a>, tight: bool) {
        match item.task {
            None => self.out.push_str("<li>"),
            Some(done) => {
                self.out.push_str("<li class=\"task\"><input type=\"checkbox\" disabled");
                self.out.push_str(if done { " checked" } else { "" });
                let label = if done { &self.words.done } else { &self.words.pending };
                let _ = write!(self.out, " aria-label=\"{label}\"{}> ", self.words.language);
            }
        }
        for (number, block) in item.blocks.iter().enumerate() {
            match &block.kind {
                BlockKind::Paragraph { designator: None, inlines } if tight => {
                    // Two paragraphs cannot follow each other in a tight item unless raw HTML stood between them.
                    let after_text = number > 0 && !self.out.ends_with('\n');
                    self.out.push_str(if after_text { "<br>\n" } else { "" });
                    self.inlines(inlines);
                }
                _ => {
                    self.break_line();
                    self.blocks(std::slice::from_ref::<Block<'a>>(block));
                }
            }
        }
        self.out.push_str("</li>\n");
    }

    fn break_line(&mut self) {
        if !self.out.ends_with(['\n', '>']) {
            self.out.push('\n');
        }
    }
}

//! Tables, each in a region of its own that scrolls where the page is narrow.

use super::super::publication::Publication;
use super::writer::{Place, Writer};
use crate::model::{Alignment, Cell, Message, Row};
use std::fmt::Write as _;

/// The widest span of columns that HTML knows.
const WIDEST_SPAN: usize = 1000;

/// From how many columns on a table is set smaller, and wider than the text.
const MANY_COLUMNS: usize = 5;

impl<'a> Writer<'_, 'a> {
    /// Writes a table; rows shorter than the longest one are filled up.
    pub(super) fn table(&mut self, alignments: &[Alignment], head: &'a Row<'a>, rows: &'a [Row<'a>]) {
        self.place.tables += 1;
        let takes_sidenotes = std::mem::take(&mut self.takes_sidenotes);
        let label = label(self.publication, &self.place);
        let columns = rows.iter().chain([head]).map(|row| row.cells.len()).max().unwrap_or(0);
        let class = if columns < MANY_COLUMNS { "table" } else { "table many-columns" };
        let _ = write!(self.out, "<div class=\"{class}\" role=\"region\" tabindex=\"0\"");
        self.attribute("aria-label", &label);
        let _ = writeln!(self.out, "{}>\n<table{}>\n<thead>", self.words.language, self.words.text_language);
        self.row(alignments, head, columns, true);
        self.out.push_str("</thead>\n");
        if !rows.is_empty() {
            self.out.push_str("<tbody>\n");
            for row in rows {
                self.row(alignments, row, columns, false);
            }
            self.out.push_str("</tbody>\n");
        }
        self.out.push_str("</table>\n</div>\n");
        self.takes_sidenotes = takes_sidenotes;
    }

    fn row(&mut self, alignments: &[Alignment], row: &'a Row<'a>, columns: usize, is_head: bool) {
        if self.is_full() {
            return;
        }
        self.out.push_str("<tr>");
        for (column, cell) in row.cells.iter().enumerate() {
            self.cell(alignments.get(column).copied().unwrap_or_default(), cell, is_head);
        }
        match columns - row.cells.len() {
            0 => {}
            1 => self.out.push_str("<td></td>"),
            missing => {
                let _ = write!(self.out, "<td colspan=\"{}\"></td>", missing.min(WIDEST_SPAN));
            }
        }
        self.out.push_str("</tr>\n");
    }

    fn cell(&mut self, alignment: Alignment, cell: &'a Cell<'a>, is_head: bool) {
        // A heading without text would head its column with nothing.
        let is_head = is_head && !cell.inlines.is_empty();
        let name = if is_head { "th" } else { "td" };
        let scope = if is_head { " scope=\"col\"" } else { "" };
        let class = match alignment {
            Alignment::None => "",
            Alignment::Left => " class=\"left\"",
            Alignment::Center => " class=\"center\"",
            Alignment::Right => " class=\"right\"",
        };
        let _ = write!(self.out, "<{name}{scope}{class}>");
        self.inlines(&cell.inlines);
        let _ = write!(self.out, "</{name}>");
    }
}

/// What a screen reader calls the region: the section, and which of its tables.
fn label(publication: &Publication<'_>, place: &Place) -> String {
    let title = if place.title.is_empty() { &publication.title } else { &place.title };
    let message = Message::new("edition-table").with("number", place.tables).with("section", title.as_str());
    publication.words.text(&message)
}

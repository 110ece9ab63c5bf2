//! A tally as a web page: the table of the other forms, with a drawing in each row.
//!
//! The drawing of a section tells who wrote it, that of any other row how much it is of the largest. Text enters the page
//! only through [`push_text`].

use super::table::{Table, TableRow, called};
use super::{Tallied, ordered, summary};
use crate::chart::stacked_bar;
use crate::edition::html::push_text;
use crate::messages::Catalogue;
use crate::report::Voice;
use crate::report::error::error;
use crate::report::page::Head;
use crate::report::{Style, tally};
use crate::tally::{Dimension, Key, Share};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::{self, Write};

/// The look of the pages with drawings.
pub(in crate::report) const TALLY_STYLE: &str = include_str!("tally.css");

/// How many people are told apart by colours; the others share one.
const COLOURS: usize = 6;

/// Writes a tally.
pub fn write(tallied: Tallied<'_>, voice: Voice<'_>, output: &mut dyn Write) -> io::Result<()> {
    let words = voice.words;
    let total = tallied.tally.total();
    let mut out = String::new();
    let title = words.word("tally-title");
    let policy = tallied.policy.manifest.title.get(words.locale().tag());
    Head { title: &title, policy, style: TALLY_STYLE, skip: "table", words }.push(&mut out);
    out.push_str("<p class=\"summary\">");
    push_text(&mut out, &summary(tallied, total, words));
    out.push_str("</p>\n</header>\n<main>\n");
    let drawings = Drawings::of(tallied, total, words);
    drawings.push_legend(&mut out);
    push_table(&mut out, &Table::of(tallied, total, words), &title, &|row| drawings.row(row), words);
    let unread = tallied.tally.unread.iter();
    for told in unread.map(|unread| error(unread, words, Style { color: false, width: voice.style.width })) {
        out.push_str("<pre>");
        push_text(&mut out, &told);
        out.push_str("</pre>\n");
    }
    out.push_str("</main>\n</body>\n</html>\n");
    output.write_all(out.as_bytes())
}

/// The drawings of the rows.
struct Drawings<'a> {
    tallied: Tallied<'a>,
    words: &'a Catalogue,
    /// How many words there are.
    total: usize,
    /// Of the rows: the most words of one.
    longest: Share,
    /// Of the sections: who wrote them.
    writers: BTreeMap<(usize, usize), BTreeMap<Key, Share>>,
    /// Those who have a colour, who wrote most first.
    coloured: Vec<Key>,
}

impl<'a> Drawings<'a> {
    fn of(tallied: Tallied<'a>, total: usize, words: &'a Catalogue) -> Self {
        let longest = tallied.tally.rows(tallied.by).into_values().map(|row| row.surviving).max().unwrap_or_default();
        let (mut writers, mut coloured) = (BTreeMap::new(), Vec::new());
        if tallied.by == Dimension::Section {
            writers = tallied.tally.writers_of_sections();
            let people = ordered(Tallied { by: Dimension::Person, ..tallied }).into_iter();
            coloured = people.filter(|(_, row)| !row.surviving.is_none()).map(|(key, _)| key).take(COLOURS).collect();
        }
        Self { tallied, words, total, longest, writers, coloured }
    }

    /// Who the colours stand for.
    fn push_legend(&self, out: &mut String) {
        if self.coloured.is_empty() {
            return;
        }
        out.push_str("<ul class=\"legend\">\n");
        for (number, key) in self.coloured.iter().enumerate() {
            push_legend_item(out, number, &called(key, self.tallied, self.words));
        }
        push_legend_item(out, usize::MAX, &self.words.word("tally-others"));
        out.push_str("</ul>\n");
    }

    /// The drawing of a row, and what it says in words.
    fn row(&self, row: &TableRow) -> String {
        let thousandths = |share: &Share| share.thousandths_of(1);
        let Key::Section(document, section) = row.key else {
            let parts = [(0, thousandths(&row.row.surviving))];
            return stacked_bar(
                &parts,
                thousandths(&self.longest),
                &tally::percent(row.row.surviving, self.total, self.words),
            );
        };
        let mut parts = vec![0; COLOURS + 1];
        let mut told = Vec::new();
        for (key, share) in self.writers.get(&(document, section)).into_iter().flatten() {
            parts[self.coloured.iter().position(|coloured| coloured == key).unwrap_or(COLOURS)] += thousandths(share);
            told.push((*share, called(key, self.tallied, self.words)));
        }
        told.sort_by(|one, other| other.cmp(one));
        let (whole, ..) = row.row.surviving.parts();
        let whole = usize::try_from(whole).unwrap_or(usize::MAX);
        let told = told.iter().map(|(share, name)| format!("{name} {}", tally::percent(*share, whole, self.words)));
        let label = told.collect::<Vec<_>>().join(", ");
        let sum = parts.iter().sum();
        let number = |place: usize| if place < COLOURS { place } else { usize::MAX };
        let drawn = parts.into_iter().enumerate().filter(|(_, part)| *part > 0);
        stacked_bar(&drawn.map(|(place, part)| (number(place), part)).collect::<Vec<_>>(), sum, &label)
    }
}

pub(in crate::report) fn push_legend_item(out: &mut String, number: usize, name: &str) {
    out.push_str("<li>");
    out.push_str(&stacked_bar(&[(number, 1)], 1, "").replace(" role=\"img\" aria-label=\"\"", " aria-hidden=\"true\""));
    push_text(out, name);
    out.push_str("</li>\n");
}

/// Appends a table with a drawing behind each row's first cell.
fn push_table(out: &mut String, table: &Table, title: &str, draw: &dyn Fn(&TableRow) -> String, words: &Catalogue) {
    out.push_str("<div class=\"table\" id=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"");
    push_text(out, title);
    out.push_str("\"><table>\n<thead>\n<tr>");
    let kind = |column: usize| if table.texts.contains(&column) { "" } else { " class=\"number\"" };
    for (column, name) in table.columns.iter().enumerate() {
        // Writing to a string does not fail.
        let _ = write!(out, "<th scope=\"col\"{}>", kind(column));
        push_text(out, name);
        out.push_str("</th>");
        if column == 0 {
            out.push_str("<th scope=\"col\" class=\"drawing\">");
            push_text(out, &words.word("tally-column-drawing"));
            out.push_str("</th>");
        }
    }
    out.push_str("</tr>\n</thead>\n<tbody>\n");
    for row in &table.rows {
        out.push_str("<tr>");
        for (column, cell) in row.cells.iter().enumerate() {
            let (element, scope) = if column == 0 { ("th", " scope=\"row\"") } else { ("td", "") };
            let _ = write!(out, "<{element}{scope}{}>", kind(column));
            push_text(out, cell);
            let _ = write!(out, "</{element}>");
            if column == 0 {
                let _ = write!(out, "<td class=\"drawing\">{}</td>", draw(row));
            }
        }
        out.push_str("</tr>\n");
    }
    out.push_str("</tbody>\n</table></div>\n");
}

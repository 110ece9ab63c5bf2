//! The marks of a redline.
//!
//! The first mark of each change has its identifier. Behind it, and behind what stands in its place, are the number of the
//! change, which leads to the list of changes, and the way to the changes before and after it. Where no other link may stand,
//! in links and headings, those follow behind.
//!
//! The order of the changes is that in which their marks are written, so a page is written once to learn it.

use super::writer::Writer;
use super::{clause, escape};
use crate::model::{Designator, Inline, InlineKind, Message, RevisionMark};
use std::collections::{HashMap, HashSet};

/// What is known of the changes of a page.
#[derive(Default)]
pub(super) struct Revisions {
    /// The number of each change, from 1, by its place in the comparison; empty until the order is known.
    numbers: HashMap<usize, usize>,
    /// The identifiers of the changes and of their entries in the list, by number less one.
    ids: Vec<(String, String)>,
    /// The changes whose first mark is written, in that order.
    pub(super) begun: Vec<usize>,
    /// The same, to be found at once.
    is_begun: HashSet<usize>,
    /// Changes that have begun and whose steps are still to be written.
    kept_back: Vec<usize>,
    /// Whether a heading is open.
    pub(super) in_heading: bool,
    /// Whether text that was taken out is open, in which no other may stand.
    in_deletion: bool,
    /// How many marks are open.
    open: usize,
}

impl Revisions {
    /// The number of a change, and the identifiers of its first mark and of its entry in the list.
    pub(super) fn of(&self, change: usize) -> Option<(usize, &str, &str)> {
        let number = *self.numbers.get(&change)?;
        let (mark, entry) = self.ids.get(number.checked_sub(1)?)?;
        Some((number, mark, entry))
    }

    /// The identifier of the first mark of the change with this number.
    fn numbered(&self, number: usize) -> Option<&str> {
        self.ids.get(number.checked_sub(1)?).map(|(mark, _)| mark.as_str())
    }

    /// Notes that a mark of a change is written; whether it is its first one.
    fn begin(&mut self, change: usize) -> bool {
        let is_first = self.is_begun.insert(change);
        if is_first {
            self.begun.push(change);
        }
        is_first
    }
}

impl<'a> Writer<'_, 'a> {
    /// Numbers the changes in the order in which their marks come.
    pub(super) fn number_changes(&mut self, order: &[usize]) {
        for (change, number) in order.iter().zip(1..) {
            self.revisions.numbers.insert(*change, number);
            let ids = (self.ids.unique(format!("change-{number}")), self.ids.unique(format!("change-{number}.entry")));
            self.revisions.ids.push(ids);
        }
    }

    /// Writes a mark and what is in it.
    pub(super) fn revision(&mut self, mark: RevisionMark, change: usize, inlines: &'a [Inline<'a>]) {
        let (element, class, label) = match mark {
            RevisionMark::Inserted => ("ins", "", "redline-inserted"),
            RevisionMark::Deleted if self.revisions.in_deletion => ("span", "", ""),
            RevisionMark::Deleted => ("del", "", "redline-deleted"),
            RevisionMark::Moved => ("span", "moved", "redline-moved"),
            RevisionMark::Changed => ("span", "changed", ""),
        };
        let is_first = self.revisions.begin(change);
        self.open_mark(element, class, is_first.then_some(change));
        self.hidden_label(label);
        if mark == RevisionMark::Changed {
            self.out.push_str("<span aria-hidden=\"true\">◆</span>");
        }
        let outer = self.revisions.in_deletion;
        self.revisions.in_deletion |= mark == RevisionMark::Deleted;
        self.revisions.open += 1;
        self.inlines(inlines);
        self.revisions.open -= 1;
        self.revisions.in_deletion = outer;
        self.out.push_str("</");
        self.out.push_str(element);
        self.out.push('>');
        if is_first {
            self.revisions.kept_back.push(change);
        }
    }

    fn open_mark(&mut self, element: &str, class: &str, first_of: Option<usize>) {
        self.out.push('<');
        self.out.push_str(element);
        let id = first_of.and_then(|change| self.revisions.of(change)).map(|(_, mark, _)| mark.to_owned());
        let classes: Vec<&str> =
            [class, if id.is_some() { "change" } else { "" }].into_iter().filter(|name| !name.is_empty()).collect();
        if !classes.is_empty() {
            self.attribute("class", &classes.join(" "));
        }
        if let Some(id) = id {
            self.attribute("id", &id);
            // What is inside a link cannot take the focus by itself.
            self.out.push_str(if self.in_link { "" } else { " tabindex=\"-1\"" });
        }
        self.out.push('>');
    }

    /// Says what a mark means to those who see neither line nor colour.
    fn hidden_label(&mut self, label: &'static str) {
        if label.is_empty() {
            return;
        }
        let word = self.publication.words.word(label);
        self.out.push_str("<span class=\"visually-hidden\"");
        self.out.push_str(&self.words.language);
        self.out.push('>');
        escape::push(&mut self.out, &word);
        self.out.push_str(": </span>");
    }

    /// Writes the steps of the changes that have begun, unless `next` goes on with the last of them or no link may stand
    /// here.
    pub(super) fn steps_before(&mut self, next: Option<&Inline<'_>>) {
        let goes_on = next.is_some_and(|next| match (&next.kind, self.revisions.kept_back.last()) {
            (InlineKind::Revision { change, .. }, Some(last)) => change == last,
            _ => false,
        });
        if !goes_on {
            self.steps_kept_back();
        }
    }

    /// Writes the steps of the changes that have begun, unless no link may stand here.
    pub(super) fn steps_kept_back(&mut self) {
        if !self.in_link && !self.revisions.in_heading && self.revisions.open == 0 {
            for change in std::mem::take(&mut self.revisions.kept_back) {
                self.steps(change);
            }
        }
    }

    /// Writes the number of a change, which leads to its entry, and the way to its neighbours.
    fn steps(&mut self, change: usize) {
        let Some((number, _, entry)) = self.revisions.of(change) else { return };
        let entry = entry.to_owned();
        let neighbour = |number: usize| self.revisions.numbered(number).map(str::to_owned);
        let (before, after) = (neighbour(number - 1), neighbour(number + 1));
        let class = self.publication.redline.as_ref().and_then(|story| story.changes.get(&change));
        let class = class.map_or("", |told| told.class.as_str());
        let own = Message::new("redline-number").with("number", number).with("class", class);
        self.out.push_str("<span class=\"steps\"");
        self.out.push_str(&self.words.language);
        self.out.push('>');
        self.step("number", &entry, &own, Some(number));
        if let Some(before) = before {
            self.step("step", &before, &Message::new("redline-previous").with("number", number - 1), None);
        }
        if let Some(after) = after {
            self.step("step", &after, &Message::new("redline-next").with("number", number + 1), None);
        }
        self.out.push_str("</span>");
    }

    /// Writes a link of the steps; with a number, that is what is seen and the words are what is heard.
    fn step(&mut self, class: &str, target: &str, words: &Message, number: Option<usize>) {
        let words = self.publication.words.text(words);
        self.out.push_str("<a");
        self.attribute("class", class);
        self.out.push_str(" href=\"#");
        escape::push_fragment(&mut self.out, target);
        self.out.push('"');
        if let Some(number) = number {
            self.attribute("aria-label", &words);
            self.attribute("title", &words);
            self.out.push('>');
            self.out.push_str(&number.to_string());
        } else {
            self.out.push('>');
            escape::push(&mut self.out, &words);
        }
        self.out.push_str("</a>");
    }

    /// Writes inlines whose designation has marks in it, set apart with its marks; whether it has any.
    pub(super) fn revised_designation(
        &mut self,
        designator: &'a Designator,
        inlines: &'a [Inline<'a>],
        anchor: Option<&str>,
    ) -> bool {
        let count = inlines.iter().take_while(|inline| clause::is_spent(inline, designator)).count();
        let (designation, rest) = inlines.split_at(count);
        let marked = |inline: &Inline<'_>| matches!(inline.kind, InlineKind::Revision { .. });
        if !designation.iter().any(marked) {
            return false;
        }
        self.out.push_str("<span class=\"designator\">");
        if let Some(anchor) = anchor {
            self.out.push_str("<a href=\"#");
            escape::push_fragment(&mut self.out, anchor);
            self.out.push_str("\">");
            self.in_link = true;
        }
        self.inlines(designation);
        self.in_link = false;
        self.out.push_str(if anchor.is_some() { "</a>" } else { "" });
        self.out.push_str("</span> ");
        self.steps_before(rest.first());
        // The space behind the designation is written.
        self.written_designator = Some(designator);
        self.inlines(rest);
        self.written_designator = None;
        true
    }
}

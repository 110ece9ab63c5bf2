//! Sets the marks of a redline, and what is said of the changes before the text.
//!
//! What was put in is underlined, what was taken out is struck, what stood elsewhere has a dotted line under it; the theme
//! draws the lines. PDF/UA takes one line per text, so marks inside each other have the line of the outer one, save in what
//! moved.

use super::block::points;
use super::inline::Run;
use super::page::TEXT_SIZE;
use super::{Setter, glyph, heading, reserved_label};
use crate::edition::dates;
use crate::edition::redline::{Story, StoryChange};
use crate::model::{Inline, InlineKind, Message, RevisionMark, Span};
use std::collections::HashMap;
use std::num::NonZeroUsize;
use typst::foundations::{Content, Label, NativeElement, Packed, Smart};
use typst::model::{EnumElem, EnumItem, HeadingElem, LinkElem, LinkTarget, ParElem, Supplement};
use typst::text::{Lang, SpaceElem, StrikeElem, SuperElem, TextElem, TextSize, UnderlineElem};

/// The sign of a change that has no words.
const SIGN: &str = "◆";

/// The changes whose marks are set.
#[derive(Default)]
pub(super) struct Revisions {
    /// The number of each, from 1 in the order of the text, by its place in the comparison.
    numbers: HashMap<usize, usize>,
    /// Those whose number is still to be set, behind what stands in the place of the first mark.
    unnumbered: Vec<usize>,
}

impl<'a> Setter<'_, '_, 'a> {
    /// Sets a mark and what is in it; in a table of contents, only what the text is now.
    pub(super) fn push_revision(&mut self, inline: &'a Inline<'a>, run: Run, contents: &mut Vec<Content>) {
        let InlineKind::Revision { mark, change, inlines } = &inline.kind else { return };
        if run.bare {
            if *mark != RevisionMark::Deleted {
                self.push_run(inlines, run, contents);
            }
            return;
        }
        let count = self.revisions.numbers.len();
        let number = *self.revisions.numbers.entry(*change).or_insert(count + 1);
        if number > count {
            self.revisions.unnumbered.push(*change);
            contents.push(heading::mark(change_label(number)));
        }
        match mark {
            RevisionMark::Changed => contents.push(marked_as("sign", TextElem::packed(SIGN))),
            RevisionMark::Moved => self.push_moved(inlines, run, contents),
            RevisionMark::Inserted | RevisionMark::Deleted => {
                let body = self.run(inlines, Run { struck: true, ..run.deeper() });
                contents.push(if run.struck { body } else { lined(*mark, body) });
            }
        }
    }

    /// Sets what moved: what was put into it and taken out of it has lines of its own.
    fn push_moved(&mut self, inlines: &'a [Inline<'a>], run: Run, contents: &mut Vec<Content>) {
        let is_mark = |inline: &Inline<'_>| matches!(inline.kind, InlineKind::Revision { .. });
        for group in inlines.chunk_by(|one, other| is_mark(one) == is_mark(other)) {
            if run.struck || group.iter().any(is_mark) {
                self.push_run(group, run, contents);
            } else {
                let body = self.run(group, Run { struck: true, ..run.deeper() });
                contents.push(lined(RevisionMark::Moved, body));
            }
        }
    }

    /// Sets the numbers of the changes that have begun, unless `next` goes on with the last of them.
    pub(super) fn push_numbers(&mut self, next: Option<&Inline<'_>>, run: Run, contents: &mut Vec<Content>) {
        let goes_on = next.is_some_and(|next| match (&next.kind, self.revisions.unnumbered.last()) {
            (InlineKind::Revision { change, .. }, Some(last)) => change == last,
            _ => false,
        });
        if run.struck || run.bare || goes_on {
            return;
        }
        for change in std::mem::take(&mut self.revisions.unnumbered) {
            if let Some(number) = self.revisions.numbers.get(&change) {
                let number = TextElem::packed(format!("[{number}]"));
                contents.push(marked_as("number", SuperElem::new(number).pack()));
            }
        }
    }

    /// What is said before the text: the versions, the summary, how the marks are read, the changes that concern norms.
    pub(super) fn story(&mut self, story: &Story) -> Content {
        let words = self.publication.words;
        let mut contents = Vec::new();
        push_heading(1, &words.word("redline-changes"), &mut contents);
        for version in &story.versions {
            let date = version.date.as_deref().map(|date| format!(", {}", dates::in_words(words, date)));
            let line = format!("{}: {}{}", version.role, version.name, date.unwrap_or_default());
            contents.push(self.line(&line));
        }
        contents.extend(story.summary.iter().map(|sentence| self.line(sentence)));
        if story.unchanged > 0 {
            contents.push(self.line(&words.text(&Message::new("redline-unchanged").with("count", story.unchanged))));
        }
        contents.push(self.legend());
        let mut norms: Vec<(usize, &StoryChange)> = story
            .changes
            .iter()
            .filter(|(_, told)| told.concerns_norms)
            .map(|(change, told)| (*change, told))
            .collect();
        norms.sort_by_key(|(change, _)| self.revisions.numbers.get(change).copied().unwrap_or(usize::MAX));
        if !norms.is_empty() {
            push_heading(2, &words.word("diff-title-norms"), &mut contents);
            let items = norms.into_iter().map(|(change, told)| Packed::new(self.story_item(change, told)));
            contents.push(EnumElem::new(items.collect()).with_tight(true).pack());
        }
        let language = if words.locale().tag() == "es" { Lang::SPANISH } else { Lang::ENGLISH };
        Content::sequence(contents).set(TextElem::lang, language)
    }

    fn line(&mut self, text: &str) -> Content {
        let text = TextElem::packed(glyph::breakable(self.settable(text, Span::default()), Run::TEXT.longest).as_ref());
        ParElem::new(text).pack()
    }

    /// How the marks are read, each in its own dress.
    fn legend(&mut self) -> Content {
        let words = self.publication.words;
        let sample = |id| TextElem::packed(words.word(id));
        let parts = [
            TextElem::packed(format!("{}: ", words.word("redline-legend"))),
            lined(RevisionMark::Inserted, sample("redline-inserted")),
            TextElem::packed("; "),
            lined(RevisionMark::Deleted, sample("redline-deleted")),
            TextElem::packed("; "),
            lined(RevisionMark::Moved, sample("redline-moved")),
            TextElem::packed("; "),
            marked_as("sign", TextElem::packed(SIGN)),
            TextElem::packed(format!(" {}.", words.word("redline-changed-on-paper"))),
        ];
        ParElem::new(Content::sequence(parts)).pack()
    }

    /// An entry of the list, with the number of the change, which leads to its place.
    fn story_item(&mut self, change: usize, told: &StoryChange) -> EnumItem {
        let number = self.revisions.numbers.get(&change).copied();
        let event = told.event.as_ref().map_or_else(String::new, |event| format!(" · {event}"));
        let class = TextElem::packed(self.settable(&format!("{}{event}", told.class), Span::default()).as_ref());
        let target = number.and_then(change_label).map(LinkTarget::Label);
        let class = target.map_or(class.clone(), |target| LinkElem::new(target, class).pack());
        let title = told.title.as_ref().map_or_else(String::new, |title| format!("«{title}», "));
        let parts: Vec<&str> = std::iter::once(&told.place).chain(&told.details).map(String::as_str).collect();
        let rest = format!("{title}{}", parts.join("; "));
        let rest = glyph::breakable(self.settable(&rest, Span::default()), Run::TEXT.longest).into_owned();
        let rest = TextElem::packed(rest).set(TextElem::size, TextSize(points(TEXT_SIZE * 0.9)));
        let body = Content::sequence([class, SpaceElem::shared().clone(), rest]);
        EnumItem::new(body).with_number(number.map_or(Smart::Auto, |number| Smart::Custom(number as u64)))
    }
}

/// A heading of what is said before the text.
fn push_heading(level: usize, title: &str, contents: &mut Vec<Content>) {
    let text = TextElem::packed(title);
    let element = HeadingElem::new(text.clone())
        .with_level(Smart::Custom(NonZeroUsize::new(level).unwrap_or(NonZeroUsize::MIN)))
        .with_supplement(Smart::Custom(Some(Supplement::Content(text))))
        .pack();
    match level {
        1 => heading::push_chapter(element, title, contents),
        _ => contents.push(element),
    }
}

/// Where links to a change lead.
fn change_label(number: usize) -> Option<Label> {
    reserved_label(&format!("change {number}"))
}

/// Content with the line of a mark.
fn lined(mark: RevisionMark, body: Content) -> Content {
    match mark {
        RevisionMark::Deleted => marked_as("deleted", StrikeElem::new(body).pack()),
        RevisionMark::Moved => marked_as("moved", UnderlineElem::new(body).pack()),
        RevisionMark::Inserted | RevisionMark::Changed => marked_as("inserted", UnderlineElem::new(body).pack()),
    }
}

/// Content that the theme draws by the name of its label.
fn marked_as(name: &str, content: Content) -> Content {
    match reserved_label(name) {
        Some(label) => content.labelled(label),
        None => content,
    }
}

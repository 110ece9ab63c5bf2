//! Sets the marks of a redline, and what is said of the changes before the text.
//!
//! What was put in is underlined, what was taken out is struck, what stood elsewhere has a dotted line under it; the theme
//! draws the lines. PDF/UA takes one line per text, so marks inside each other have the line of the outer one, save in what
//! moved.

use super::block::points;
use super::inline::Run;
use super::page::TEXT_SIZE;
use super::{Setter, heading, reserved_label};
use crate::diff::{Change, Piece, State, Unit};
use crate::edition::redline::{Story, StoryChange};
use crate::edition::{Changes, annexes, dates};
use crate::model::{Inline, InlineKind, Message, RevisionMark};
use memchr::memmem;
use std::collections::HashMap;
use typst::foundations::{Content, Label, NativeElement, Packed, Smart};
use typst::model::{EnumElem, EnumItem, LinkElem, LinkTarget, ParElem};
use typst::text::{Lang, LinebreakElem, SpaceElem, StrikeElem, SuperElem, TextElem, TextSize, UnderlineElem};

/// The sign of a change that has no words.
const SIGN: &str = "◆";

/// How far the end of markup is looked for, in bytes: a limit on work.
const LONGEST_MARKUP: usize = 4096;

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
        let title = words.word("redline-changes");
        heading::push_chapter(heading::titled(1, &title).pack(), &title, &mut contents);
        self.push_versions(story, &mut contents);
        if story.unchanged > 0 {
            contents.push(self.line(&words.text(&Message::new("redline-unchanged").with("count", story.unchanged))));
        }
        contents.push(self.legend(true));
        let norms = story.changes.iter().filter(|(_, told)| told.concerns_norms);
        let mut norms: Vec<(usize, &StoryChange)> = norms.map(|(change, told)| (*change, told)).collect();
        norms.sort_by_key(|(change, _)| self.revisions.numbers.get(change).copied().unwrap_or(usize::MAX));
        if !norms.is_empty() {
            contents.push(heading::titled(2, &words.word("diff-title-norms")).pack());
            let items = norms.into_iter().map(|(change, told)| {
                let number = self.revisions.numbers.get(&change).copied();
                let class = self.linked(&class_of(told), number.and_then(change_label));
                let title = told.title.as_ref().map_or_else(String::new, |title| format!("«{title}», "));
                let rest = self.small(&format!("{title}{}", place_of(told)));
                let body = Content::sequence([class, SpaceElem::shared().clone(), rest]);
                let number = number.map_or(Smart::Auto, |number| Smart::Custom(number as u64));
                Packed::new(EnumItem::new(body).with_number(number))
            });
            contents.push(EnumElem::new(items.collect()).with_tight(true).pack());
        }
        let language = if words.locale().tag() == "es" { Lang::SPANISH } else { Lang::ENGLISH };
        Content::sequence(contents).set(TextElem::lang, language)
    }

    /// The two versions, and what changed in all.
    fn push_versions(&self, story: &Story, contents: &mut Vec<Content>) {
        for version in &story.versions {
            let date = version.date.as_deref();
            let date = date.map(|date| format!(", {}", dates::in_words(self.publication.words, date)));
            let line = format!("{}: {}{}", version.role, version.name, date.unwrap_or_default());
            contents.push(self.line(&line));
        }
        contents.extend(story.summary.iter().map(|sentence| self.line(sentence)));
    }

    /// The chapter of what changed since the last release, that which concerns norms first.
    pub(super) fn push_changes(&self, changes: &Changes, contents: &mut Vec<Content>) {
        self.push_versions(&changes.story, contents);
        let told = || changes.story.changes.iter().map(|(change, told)| (*change, told));
        if told().any(|(change, told)| shown_text(changes, change, told).is_some()) {
            contents.push(self.legend(false));
        }
        let (norms, rest): (Vec<_>, Vec<_>) = told().partition(|(_, told)| told.concerns_norms);
        let mut number = 0;
        for (title, group) in [("diff-title-norms", norms), ("diff-title-rest", rest)] {
            if group.is_empty() {
                continue;
            }
            contents.push(heading::titled(2, &self.publication.words.word(title)).with_outlined(false).pack());
            let start = number + 1;
            let items = group.into_iter().map(|(change, told)| {
                number += 1;
                Packed::new(EnumItem::new(self.change(changes, change, told)))
            });
            let list = EnumElem::new(items.collect()).with_tight(false);
            // Text that was joined from two versions, and code, are no even lines.
            contents.push(list.with_start(Smart::Custom(start)).pack().set(ParElem::justify, false));
        }
    }

    /// What happened, where, what else there is to say of it, and the text with both versions in one; the title of the
    /// section leads there.
    fn change(&self, changes: &Changes, change: usize, told: &StoryChange) -> Content {
        let spoken = |content: Content| match &told.language {
            Some(language) => self.spoken(content, language),
            None => content,
        };
        let mut contents = vec![heading::mark(change_label(change)), self.furniture(&class_of(told))];
        contents.push(SpaceElem::shared().clone());
        match &told.title {
            Some(title) => {
                let anchor = annexes::changed_section(self.publication, changes, change);
                let target = anchor.and_then(|anchor| self.anchors.get(anchor).copied());
                let name = spoken(self.plain(title));
                contents.push(match target {
                    Some(target) => self.with_page(name, TextElem::packed(", "), target),
                    None => name,
                });
            }
            None => contents.push(self.small(told.path.as_str())),
        }
        for detail in &told.details {
            contents.extend([LinebreakElem::shared().clone(), self.small(detail)]);
        }
        if let Some(text) = shown_text(changes, change, told) {
            let mut pieces = Vec::with_capacity(text.redline.len() * 2);
            text.redline.iter().for_each(|piece| self.push_piece(piece, text.unit, &mut pieces));
            contents.extend([LinebreakElem::shared().clone(), spoken(Content::sequence(pieces))]);
        }
        Content::sequence(contents)
    }

    /// Sets a stretch of text with the line that says in which version it stands; the space before it has none.
    fn push_piece(&self, Piece { state, text }: &Piece, unit: Unit, contents: &mut Vec<Content>) {
        let read = self.as_read(text, unit);
        let own = read.trim_start();
        if own.len() < read.len() {
            contents.push(SpaceElem::shared().clone());
        }
        if own.is_empty() {
            return;
        }
        let own = self.small(own);
        contents.push(match state {
            State::Kept => own,
            State::Removed => lined(RevisionMark::Deleted, own),
            State::Added => lined(RevisionMark::Inserted, own),
        });
    }

    /// A text as an edition has it: fields filled in, without tags, comments and the fences of code.
    fn as_read(&self, text: &str, unit: Unit) -> String {
        if unit == Unit::Code {
            let is_fence = |word: &str| word.starts_with("```") || word.starts_with("~~~");
            return text.split(' ').filter(|word| !is_fence(word)).collect::<Vec<_>>().join(" ");
        }
        let (mut read, mut rest) = (String::with_capacity(text.len()), text);
        while let Some(at) = rest.find(['{', '<', '~']) {
            let (before, marked) = rest.split_at(at);
            read.push_str(before);
            let end = markup_end(marked);
            match marked.get(..end).and_then(|written| written.strip_prefix("{{")?.strip_suffix("}}")) {
                Some(field) => read.push_str(&self.publication.field_in_line(field.trim())),
                None if end == 0 => read.push_str(&marked[..1]),
                None => {}
            }
            // The marks themselves are one byte each.
            rest = &marked[end.max(1)..];
        }
        read + rest
    }

    fn line(&self, text: &str) -> Content {
        ParElem::new(self.plain(text)).pack()
    }

    /// What is said beside the main thing.
    fn small(&self, text: &str) -> Content {
        self.plain(text).set(TextElem::size, TextSize(points(TEXT_SIZE * 0.9)))
    }

    /// Text that leads to a place, if there is one.
    fn linked(&self, text: &str, target: Option<Label>) -> Content {
        let text = self.plain(text);
        target.map_or(text.clone(), |target| LinkElem::new(LinkTarget::Label(target), text).pack())
    }

    /// How the marks are read, each in its own dress: those of a text, or `of_all` a redline.
    fn legend(&self, of_all: bool) -> Content {
        let words = self.publication.words;
        let sample = |id| TextElem::packed(words.word(id));
        let mut parts = vec![
            TextElem::packed(format!("{}: ", words.word("redline-legend"))),
            lined(RevisionMark::Inserted, sample("redline-inserted")),
            TextElem::packed("; "),
            lined(RevisionMark::Deleted, sample("redline-deleted")),
        ];
        if of_all {
            parts.extend([
                TextElem::packed("; "),
                lined(RevisionMark::Moved, sample("redline-moved")),
                TextElem::packed("; "),
                marked_as("sign", TextElem::packed(SIGN)),
                TextElem::packed(format!(" {}", words.word("redline-changed-on-paper"))),
            ]);
        }
        parts.push(TextElem::packed("."));
        ParElem::new(Content::sequence(parts)).pack()
    }
}

/// What kind of change it is, and what happened.
fn class_of(told: &StoryChange) -> String {
    told.event.as_ref().map_or_else(|| told.class.clone(), |event| format!("{} · {event}", told.class))
}

/// A change whose text shows what was put in or taken out; of a section, the title stands there already, and comments and
/// other raw HTML are in no edition.
fn shown_text<'c>(changes: &'c Changes, change: usize, told: &StoryChange) -> Option<&'c Change> {
    let change = changes.comparison.changes.get(change)?;
    let is_text = !matches!(change.unit, Unit::Metadata | Unit::Html | Unit::Rule);
    let has_marks = change.redline.iter().any(|piece| piece.state != State::Kept);
    let is_title = change.redline.iter().all(|piece| told.title.as_deref() == Some(piece.text.trim()));
    Some(change).filter(|_| is_text && has_marks && !is_title)
}

/// Where the markup ends that a text begins with: a field, a comment, a tag, or where a deletion begins or ends; 0 if it is
/// none.
fn markup_end(text: &str) -> usize {
    let near = &text.as_bytes()[..text.len().min(LONGEST_MARKUP)];
    let through = |end: &str| memmem::find(near, end.as_bytes()).map_or(0, |at| at + end.len());
    let is_tag = || text[1..].starts_with(|next: char| next.is_ascii_alphabetic() || next == '/');
    match text {
        _ if text.starts_with("{{") => through("}}"),
        _ if text.starts_with("<!--") => through("-->"),
        _ if text.starts_with('<') && is_tag() => through(">"),
        _ if text.starts_with("~~") => 2,
        _ => 0,
    }
}

/// Where it stands, and what the text does not show.
fn place_of(told: &StoryChange) -> String {
    let parts: Vec<&str> = std::iter::once(&told.place).chain(&told.details).map(String::as_str).collect();
    parts.join("; ")
}

/// Where links to a change lead: in a redline by its number, in an edition by its place in the comparison.
pub(super) fn change_label(number: usize) -> Option<Label> {
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

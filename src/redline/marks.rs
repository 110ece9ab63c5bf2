//! What of a comparison is to be marked in one document of the new version.

use super::Numbered;
use crate::diff::{Change, Edit, Event, Place, State, Unit};
use crate::model::{BlockText, Document, Inline, Span};
use std::collections::{BTreeSet, VecDeque};

/// The marks of a document, each kind in the order of the text.
#[derive(Default)]
pub(super) struct Marks {
    /// Stretches that were put in; none overlaps another.
    pub(super) inserted: Vec<Stretch>,
    /// Stretches that stood elsewhere; none overlaps another.
    pub(super) moved: Vec<Stretch>,
    /// Places at which something is to stand that the new version does not have.
    pub(super) points: VecDeque<Point>,
    /// Blocks that are gone.
    pub(super) removed: VecDeque<Removed>,
}

/// A stretch of a document's bytes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Stretch {
    pub(super) span: Span,
    pub(super) change: usize,
}

/// A place in a document.
#[derive(Clone, Debug)]
pub(super) struct Point {
    pub(super) at: u32,
    pub(super) change: usize,
    /// The words that were taken out there; `None` where something else changed.
    pub(super) text: Option<String>,
}

/// A block that is gone.
#[derive(Clone, Debug)]
pub(super) struct Removed {
    /// The offset behind which it would stand.
    pub(super) at: u32,
    /// The column it began in: of blocks inside others, behind the marks of those.
    pub(super) column: u32,
    pub(super) unit: Unit,
    pub(super) change: usize,
    /// Its words, as far as they stand nowhere else now; empty where they all do.
    pub(super) text: String,
}

impl Marks {
    /// The marks of a document that has these changes.
    pub(super) fn of(document: &Document<'_>, changes: &[Numbered<'_>]) -> Self {
        let mut marks = Self::default();
        for (number, change) in changes {
            match &change.new {
                Some(place) => marks.add(document, *number, change, place),
                None => marks.add_gone(*number, change, gap(change)),
            }
        }
        marks.sorted()
    }

    /// Bare places of the changes of which a document shows nothing yet.
    pub(super) fn missing(changes: &[Numbered<'_>], shown: &BTreeSet<usize>) -> Self {
        let mut marks = Self::default();
        for (number, change) in changes.iter().filter(|(number, _)| !shown.contains(number)) {
            let at = change.new.as_ref().map_or_else(|| gap(change), |place| place.span.start);
            marks.points.push_back(Point { at, change: *number, text: None });
        }
        marks.sorted()
    }

    fn add(&mut self, document: &Document<'_>, number: usize, change: &Change, place: &Place) {
        if !is_text(change.unit) {
            self.points.push_back(Point { at: place.span.start, change: number, text: None });
        }
        for edit in change.edits.iter().filter(|_| is_shown(change.unit)) {
            self.add_edit(number, edit, change.unit, place.span);
        }
        if change.event == Event::Moved && is_text(change.unit) {
            let span = moved_span(document, change, place.span);
            self.moved.extend(span.map(|span| Stretch { span, change: number }));
        }
    }

    fn add_edit(&mut self, number: usize, edit: &Edit, unit: Unit, place: Span) {
        if let Some(new) = edit.new.as_ref().filter(|_| is_text(unit)) {
            self.inserted.push(Stretch { span: new.span, change: number });
        }
        if let Some(old) = &edit.old {
            // What is left of a block that went into another one has no place of its own.
            let inside = place.start <= edit.at && edit.at <= place.end;
            let at = if inside { edit.at } else { place.end };
            self.points.push_back(Point { at, change: number, text: Some(old.text.clone()) });
        }
    }

    fn add_gone(&mut self, number: usize, change: &Change, at: u32) {
        if matches!(change.unit, Unit::Document | Unit::Metadata) {
            self.points.push_back(Point { at: 0, change: number, text: None });
            return;
        }
        self.removed.push_back(Removed::of(number, change, at));
    }

    /// The marks in the order of the text; of stretches that overlap, the later one keeps what is left of it.
    fn sorted(mut self) -> Self {
        for stretches in [&mut self.inserted, &mut self.moved] {
            stretches.sort_by_key(|stretch| stretch.span);
            let mut reached = 0;
            for stretch in stretches.iter_mut() {
                stretch.span.start = stretch.span.start.max(reached);
                reached = reached.max(stretch.span.end);
            }
            stretches.retain(|stretch| !stretch.span.is_empty());
        }
        self.points.make_contiguous().sort_by_key(|point| point.at);
        self.removed.make_contiguous().sort_by_key(|removed| removed.at);
        self
    }
}

/// Behind which offset of the new version what is gone would stand.
fn gap(change: &Change) -> u32 {
    change.gap.as_ref().map_or(0, |(_, at)| *at)
}

impl Removed {
    pub(super) fn of(number: usize, change: &Change, at: u32) -> Self {
        let texts = change.edits.iter().filter_map(|edit| edit.old.as_ref()).map(|old| old.text.as_str());
        let texts: Vec<&str> = texts.filter(|_| is_shown(change.unit)).collect();
        let column = change.old.as_ref().map_or(1, |old| old.start.column);
        Self { at, column, unit: change.unit, change: number, text: texts.join(" … ") }
    }
}

/// Whether a part of the text consists of runs of inlines, in which words can be marked.
const fn is_text(unit: Unit) -> bool {
    matches!(unit, Unit::Section | Unit::Paragraph | Unit::Row | Unit::Term)
}

/// Whether a reader sees its text: raw HTML is never shown.
const fn is_shown(unit: Unit) -> bool {
    is_text(unit) || matches!(unit, Unit::Code)
}

/// What moved of a block: the sentence that the change tells, or all of it.
fn moved_span(document: &Document<'_>, change: &Change, place: Span) -> Option<Span> {
    let is_whole = !change.edits.is_empty() || change.unit != Unit::Paragraph;
    let text: String =
        change.redline.iter().filter(|piece| piece.state != State::Removed).map(|piece| &*piece.text).collect();
    if is_whole || text.is_empty() {
        return Some(place);
    }
    let mut found = None;
    let mut letters = 0;
    document.for_each_run(|run| {
        let cover = run.iter().map(|inline| inline.span).reduce(Span::cover);
        if found.is_none() && cover.is_some_and(|cover| place.contains(cover)) {
            found = span_of(run, document.text, &text);
            letters += count_letters(BlockText::new(run, document.text).as_str());
        }
    });
    found.or_else(|| (letters <= count_letters(&text)).then_some(place))
}

/// Where a text on one line stands in a run.
fn span_of(run: &[Inline<'_>], source: &str, text: &str) -> Option<Span> {
    let visible = BlockText::new(run, source);
    let start = visible.as_str().replace(['\n', '\t'], " ").find(text)?;
    Some(visible.span(start..start + text.len()))
}

fn count_letters(text: &str) -> usize {
    text.chars().filter(|character| character.is_alphanumeric()).count()
}

//! Marks in runs of inlines.

use super::marks::{Point, Stretch};
use super::spaces;
use crate::model::{Inline, InlineKind, RevisionMark, Span};
use std::borrow::Cow;
use std::collections::VecDeque;

/// Stretches that are marked in one way, in runs of one source.
#[derive(Clone, Copy)]
pub(super) struct Wrapper<'m> {
    pub(super) source: &'m str,
    pub(super) stretches: &'m [Stretch],
    pub(super) mark: RevisionMark,
    /// Where a mark must end and another begin: behind the designation of a clause, which editions set apart.
    pub(super) cut: Option<u32>,
}

impl<'m> Wrapper<'m> {
    /// The inlines with what lies in the stretches marked.
    pub(super) fn wrap(self, inlines: Vec<Inline<'_>>) -> Vec<Inline<'_>> {
        if self.stretches.is_empty() {
            return inlines;
        }
        let mut out = Vec::with_capacity(inlines.len());
        for inline in inlines {
            self.push(inline, &mut out);
        }
        out
    }

    fn push<'text>(self, inline: Inline<'text>, out: &mut Vec<Inline<'text>>) {
        let extent = extent(&inline);
        let near = self.near(extent);
        let is_cut = self.cut.is_some_and(|cut| extent.start < cut && cut < extent.end);
        if let Some(whole) = near.iter().find(|stretch| stretch.span.contains(extent)).filter(|_| !is_cut) {
            self.push_marked(whole.change, inline, out);
        } else if near.is_empty() && !is_cut {
            out.push(inline);
        } else if is_container(&inline) {
            out.push(with_children(inline, |children| self.wrap(children)));
        } else {
            self.push_leaf(inline, near, out);
        }
    }

    /// The stretches that reach into a span, or around it where it is empty.
    fn near(self, extent: Span) -> &'m [Stretch] {
        let (start, end) = (extent.start, extent.end.max(extent.start));
        let is_empty = extent.is_empty();
        let first = self.stretches.partition_point(|stretch| stretch.span.end < start + u32::from(!is_empty));
        let last =
            self.stretches.partition_point(|stretch| stretch.span.start < end.saturating_add(u32::from(is_empty)));
        self.stretches.get(first..last).unwrap_or(&[])
    }

    /// Adds an inline of which only a part is in stretches: text that stands in the source as it is, in parts; anything
    /// else whole.
    fn push_leaf<'text>(self, inline: Inline<'text>, near: &[Stretch], out: &mut Vec<Inline<'text>>) {
        let Some(pieces) = self.pieces(&inline, near) else {
            match near.first() {
                Some(stretch) => self.push_marked(stretch.change, inline, out),
                None => out.push(inline),
            }
            return;
        };
        for (piece, change) in pieces {
            match change {
                Some(change) => self.push_marked(change, piece, out),
                None => out.push(piece),
            }
        }
    }

    /// A text in the parts that stretches make of it, each with the change whose stretch it lies in.
    fn pieces<'text>(self, inline: &Inline<'text>, near: &[Stretch]) -> Option<Vec<(Inline<'text>, Option<usize>)>> {
        let text = literal(inline, self.source)?;
        let mut limits: Vec<u32> = near.iter().flat_map(|stretch| [stretch.span.start, stretch.span.end]).collect();
        limits.extend(self.cut);
        limits.push(inline.span.end);
        limits.retain(|limit| inline.span.start < *limit && *limit <= inline.span.end);
        limits.sort_unstable();
        limits.dedup();
        let mut start = inline.span.start;
        let mut pieces = Vec::with_capacity(limits.len());
        for end in limits {
            let span = Span { start, end };
            let change = near.iter().find(|stretch| stretch.span.contains(span)).map(|stretch| stretch.change);
            pieces.push((part(text, inline.span, span)?, change));
            start = end;
        }
        Some(pieces)
    }

    /// Adds a marked inline, to the mark before it if that is of the same change.
    fn push_marked<'text>(self, change: usize, inline: Inline<'text>, out: &mut Vec<Inline<'text>>) {
        let span = inline.span;
        if let Some(Inline { span: before, kind: InlineKind::Revision { mark, change: other, inlines } }) =
            out.last_mut()
            && *mark == self.mark
            && *other == change
            && self.cut != Some(before.end)
        {
            *before = before.cover(span);
            inlines.push(inline);
            return;
        }
        out.push(Inline { span, kind: InlineKind::Revision { mark: self.mark, change, inlines: vec![inline] } });
    }
}

/// Puts what stands at points into the inlines of a run.
pub(super) struct Placer<'m> {
    pub(super) source: &'m str,
    /// The points of the run, in the order of the text.
    pub(super) points: VecDeque<Point>,
}

impl Placer<'_> {
    /// The run with what stands at its points.
    pub(super) fn run(mut self, inlines: Vec<Inline<'_>>) -> Vec<Inline<'_>> {
        if self.points.is_empty() {
            return inlines;
        }
        let mut out = self.place(inlines);
        while let Some(point) = self.points.pop_front() {
            push_point(point, None, &mut out);
        }
        out
    }

    fn place<'text>(&mut self, inlines: Vec<Inline<'text>>) -> Vec<Inline<'text>> {
        let mut out = Vec::with_capacity(inlines.len() + 1);
        for inline in inlines {
            // Nothing was taken out of what was put in: where it seems so, it stood before it.
            let extent = extent(&inline);
            let is_whole = matches!(inline.kind, InlineKind::Revision { mark: RevisionMark::Inserted, .. });
            let reach = if is_whole { extent.end.saturating_sub(1) } else { extent.start };
            self.place_before(reach, &inline, &mut out);
            if !self.reach_into(&inline) {
                out.push(inline);
            } else if is_container(&inline) {
                out.push(with_children(inline, |children| self.place(children)));
            } else {
                self.split(inline, &mut out);
            }
        }
        out
    }

    /// Puts what stands at or before an offset in front of an inline.
    fn place_before<'text>(&mut self, offset: u32, next: &Inline<'text>, out: &mut Vec<Inline<'text>>) {
        while self.points.front().is_some_and(|point| point.at <= offset) {
            if let Some(point) = self.points.pop_front() {
                push_point(point, spaces::first(next), out);
            }
        }
    }

    fn reach_into(&self, inline: &Inline<'_>) -> bool {
        self.points.front().is_some_and(|point| point.at < extent(inline).end)
    }

    /// Adds an inline with points in it: text that stands in the source as it is, in parts; anything else behind them.
    fn split<'text>(&mut self, inline: Inline<'text>, out: &mut Vec<Inline<'text>>) {
        let mut rest = inline;
        while let Some(at) = self.points.front().map(|point| point.at).filter(|at| *at < rest.span.end) {
            let parts = literal(&rest, self.source).and_then(|text| {
                let before = part(text, rest.span, Span { start: rest.span.start, end: at })?;
                Some((before, part(text, rest.span, Span { start: at, end: rest.span.end })?))
            });
            let Some((before, after)) = parts else {
                self.place_before(rest.span.end.saturating_sub(1), &rest, out);
                break;
            };
            out.push(before);
            self.place_before(at, &after, out);
            rest = after;
        }
        out.push(rest);
    }
}

fn push_point(point: Point, next: Option<char>, out: &mut Vec<Inline<'_>>) {
    let span = Span { start: point.at, end: point.at };
    let text = point.text.map(|text| spaces::spaced(&text, spaces::last(out), next));
    out.push(revision(span, point.change, text));
}

/// The mark of what was taken out, or of a change that has no words.
pub(super) fn revision<'text>(span: Span, change: usize, text: Option<String>) -> Inline<'text> {
    let text = text.filter(|text| !text.is_empty());
    let mark = if text.is_some() { RevisionMark::Deleted } else { RevisionMark::Changed };
    let inlines = text.into_iter().map(|text| Inline { span, kind: InlineKind::Text(Cow::Owned(text)) }).collect();
    Inline { span, kind: InlineKind::Revision { mark, change, inlines } }
}

/// From the first to the last byte of what is shown of an inline, the marks around it left out.
fn extent(inline: &Inline<'_>) -> Span {
    match inline.children() {
        [first, .., last] => extent(first).cover(extent(last)),
        [only] => extent(only),
        [] => inline.span,
    }
}

/// Whether marks may stand inside an inline; the text alternative of an image has no room for any.
fn is_container(inline: &Inline<'_>) -> bool {
    !inline.children().is_empty() && !matches!(inline.kind, InlineKind::Image { .. })
}

fn with_children<'text>(
    mut inline: Inline<'text>,
    change: impl FnOnce(Vec<Inline<'text>>) -> Vec<Inline<'text>>,
) -> Inline<'text> {
    if let InlineKind::Emphasis(inlines)
    | InlineKind::Strong(inlines)
    | InlineKind::Strikethrough(inlines)
    | InlineKind::Link { inlines, .. }
    | InlineKind::Revision { inlines, .. } = &mut inline.kind
    {
        *inlines = change(std::mem::take(inlines));
    }
    inline
}

/// The text of an inline, if it stands in the source as it is.
fn literal<'a, 'text>(inline: &'a Inline<'text>, source: &str) -> Option<&'a Cow<'text, str>> {
    match &inline.kind {
        InlineKind::Text(text) if source.get(inline.span.range()) == Some(text) => Some(text),
        _ => None,
    }
}

/// A part of a text that has the bytes of `whole`.
fn part<'text>(text: &Cow<'text, str>, whole: Span, span: Span) -> Option<Inline<'text>> {
    let range = (span.start - whole.start) as usize..(span.end - whole.start) as usize;
    let text = match text {
        Cow::Borrowed(text) => Cow::Borrowed(text.get(range)?),
        Cow::Owned(text) => Cow::Owned(text.get(range)?.to_owned()),
    };
    Some(Inline { span, kind: InlineKind::Text(text) })
}

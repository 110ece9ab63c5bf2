//! Takes the explicit identity off a heading: `{#id}`, or `{: #id}` as kramdown and Python-Markdown write it.

use crate::model::{Heading, Inline, InlineKind, Span};
use std::borrow::Cow;

/// Makes a heading of its inlines. Attributes other than the identity are read and ignored.
pub(super) fn read<'text>(level: u8, mut inlines: Vec<Inline<'text>>, span: Span, text: &'text str) -> Heading<'text> {
    let id = attributes(&inlines, text).and_then(|(start, id)| {
        cut(&mut inlines, start);
        id
    });
    Heading { level, id, designator: None, inlines, span }
}

/// An identity and where it is written.
type Identity<'text> = (Cow<'text, str>, Span);

/// Where the attributes at the end of a title begin, and the identity among them.
fn attributes<'text>(inlines: &[Inline<'text>], text: &'text str) -> Option<(usize, Option<Identity<'text>>)> {
    let last = inlines.last().filter(|last| matches!(last.kind, InlineKind::Text(_)))?;
    let start = inlines.first()?.span.range().start;
    let end = last.span.range().end;
    let title = text.get(start..end)?.trim_end();
    let open = start + title.strip_suffix('}')?.rfind('{')?;
    let inner = &text[open + 1..start + title.len() - 1];
    if text[..open].ends_with('{') || inner.contains(['}', '\n']) {
        return None;
    }
    let listed = inner.strip_prefix(':').unwrap_or(inner);
    let attribute = |word: &str| word.starts_with(['#', '.']) || word.contains('=');
    if listed.trim().is_empty() || !listed.split_ascii_whitespace().all(attribute) {
        return None;
    }
    let hash = listed.split_ascii_whitespace().find_map(|word| word.strip_prefix('#')).filter(|id| !id.is_empty());
    let id = hash.map(|id| {
        let at = id.as_ptr() as usize - text.as_ptr() as usize;
        (Cow::Borrowed(id), Span::new(at..at + id.len()))
    });
    Some((open, id))
}

/// Drops what stands at or after an offset, and the blanks before it.
fn cut(inlines: &mut Vec<Inline<'_>>, offset: usize) {
    inlines.retain(|inline| inline.span.range().start < offset);
    while let Some(Inline { span, kind: InlineKind::Text(content) }) = inlines.last_mut() {
        if span.range().end > offset && content.len() == span.len() {
            shorten(content, offset - span.range().start);
            *span = Span::new(span.range().start..offset);
        }
        let kept = content.trim_end().len();
        if content.len() == span.len() {
            *span = Span::new(span.range().start..span.range().start + kept);
        }
        shorten(content, kept);
        if !content.is_empty() {
            break;
        }
        inlines.pop();
    }
}

fn shorten(content: &mut Cow<'_, str>, length: usize) {
    match content {
        Cow::Borrowed(text) => *text = &text[..length],
        Cow::Owned(text) => text.truncate(length),
    }
}

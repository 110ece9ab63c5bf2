//! Finds the fields that an adopter fills in, `{{ name }}`, in running text.

use crate::model::{Inline, InlineKind, Span};
use std::borrow::Cow;

/// Cuts the fields out of the texts of one run. Code and what is inside further markup are left alone: the latter was
/// a run of its own.
pub(super) fn split_fields<'text>(inlines: Vec<Inline<'text>>, source: &'text str) -> Vec<Inline<'text>> {
    let has_field = |inline: &Inline<'_>| matches!(&inline.kind, InlineKind::Text(text) if text.contains("{{"));
    if !inlines.iter().any(has_field) {
        return inlines;
    }
    let mut split = Vec::with_capacity(inlines.len() + 2);
    for inline in inlines {
        match inline.kind {
            InlineKind::Text(Cow::Borrowed(text)) if text.contains("{{") && text.len() == inline.span.len() => {
                split_text(text, inline.span.range().start, source, &mut split);
            }
            _ => split.push(inline),
        }
    }
    split
}

fn split_text<'text>(text: &'text str, start: usize, source: &str, split: &mut Vec<Inline<'text>>) {
    let mut taken = 0;
    let mut from = 0;
    while let Some(open) = text[from..].find("{{") {
        let open = from + open;
        let escaped = open == 0 && source[..start].ends_with('\\');
        let Some((name, length)) = field(&text[open..]).filter(|_| !escaped) else {
            from = open + 2;
            continue;
        };
        push_text(text, taken..open, start, split);
        let span = Span::new(start + open..start + open + length);
        split.push(Inline { span, kind: InlineKind::Field(Cow::Borrowed(name)) });
        taken = open + length;
        from = taken;
    }
    push_text(text, taken..text.len(), start, split);
}

fn push_text<'text>(text: &'text str, range: std::ops::Range<usize>, start: usize, split: &mut Vec<Inline<'text>>) {
    if !range.is_empty() {
        let span = Span::new(start + range.start..start + range.end);
        split.push(Inline { span, kind: InlineKind::Text(Cow::Borrowed(&text[range])) });
    }
}

/// The field at the head of a text, and its length: ASCII letters, digits and `_`, a letter first, blanks around it.
fn field(text: &str) -> Option<(&str, usize)> {
    let inner = text.strip_prefix("{{")?;
    let part = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b' ' | b'\t');
    // Not by a search for the end: thousands of beginnings without one would take its square.
    let close = inner.bytes().take_while(|byte| part(*byte)).count();
    let name = inner[..close].trim_matches([' ', '\t']);
    let named = name.starts_with(|first: char| first.is_ascii_alphabetic()) && !name.contains([' ', '\t']);
    (named && inner[close..].starts_with("}}")).then_some((name, 2 + close + 2))
}

//! Clauses: where the designation of a paragraph or a heading ends.

use crate::model::{ClauseKind, Designator, Inline, InlineKind, Span};

/// The class of a clause's element.
pub(super) const fn class(kind: ClauseKind) -> &'static str {
    match kind {
        ClauseKind::Annex => "annex",
        ClauseKind::Book => "book",
        ClauseKind::Title => "title",
        ClauseKind::Chapter => "chapter",
        ClauseKind::Section => "section",
        ClauseKind::Article => "article",
        ClauseKind::Transitory => "transitory",
        ClauseKind::Part => "part",
        ClauseKind::Fraction => "fraction",
        ClauseKind::Item => "item",
        ClauseKind::Numeral => "numeral",
    }
}

/// The designation as it is shown: the visible text of `inlines` up to where the designator's span ends.
pub(super) fn shown(inlines: &[Inline<'_>], designator: &Designator) -> String {
    let mut text = String::new();
    collect(inlines, designator, &mut text);
    text.truncate(text.trim_end().len());
    text
}

fn collect(inlines: &[Inline<'_>], designator: &Designator, shown: &mut String) {
    for inline in inlines.iter().take_while(|inline| inline.span.start < designator.span.end) {
        match &inline.kind {
            InlineKind::Text(text) => shown.push_str(split(text, inline.span, designator).0),
            InlineKind::SoftBreak | InlineKind::HardBreak => shown.push(' '),
            _ => collect(inline.children(), designator, shown),
        }
    }
}

/// Whether nothing of the inline stands behind the designation.
pub(super) fn is_spent(inline: &Inline<'_>, designator: &Designator) -> bool {
    let children = inline.children();
    if children.is_empty() {
        return inline.span.end <= designator.span.end;
    }
    children.iter().all(|child| is_spent(child, designator))
}

/// Cuts a text in two where the designation ends.
pub(super) fn split<'text>(text: &'text str, span: Span, designator: &Designator) -> (&'text str, &'text str) {
    let end = designator.span.end;
    if span.end <= end {
        return (text, "");
    }
    if span.start >= end {
        return ("", text);
    }
    let literal = text.len() == span.len();
    let cut = if literal { (end - span.start) as usize } else { end_of_label(text, &designator.label) };
    text.split_at_checked(cut).unwrap_or(("", text))
}

/// Where the designation ends in a text whose bytes are not those of the file.
fn end_of_label(text: &str, label: &str) -> usize {
    let Some(start) = text.find(label) else { return 0 };
    let end = start + label.len();
    let rest = text.get(end..).unwrap_or("");
    end + rest.len() - rest.trim_start_matches(['.', ')', '-', '\u{2013}', '\u{2014}', ':', 'º', '°']).len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn designator(kind: ClauseKind, label: &str, span: std::ops::Range<usize>) -> Designator {
        Designator { kind, number: 1, suffix: None, label: label.to_owned(), span: Span::new(span) }
    }

    #[test]
    fn texts_are_cut_behind_the_designation() {
        let fraction = designator(ClauseKind::Fraction, "III", 10..14);
        assert_eq!(split("III. El", Span::new(10..17), &fraction), ("III.", " El"));
        assert_eq!(split("III.", Span::new(10..14), &fraction), ("III.", ""));
        assert_eq!(split("El", Span::new(15..17), &fraction), ("", "El"));
    }

    #[test]
    fn texts_whose_bytes_were_decoded_are_cut_by_the_label() {
        let fraction = designator(ClauseKind::Fraction, "III", 10..14);
        assert_eq!(split("III. El & la", Span::new(10..26), &fraction), ("III.", " El & la"));
        assert_eq!(split("El & la", Span::new(12..23), &fraction), ("", "El & la"));
    }
}

//! The spaces between words that were taken out and those that stayed.

use crate::model::{Inline, InlineKind};

/// What was taken out, with a space before or behind it where it would run into the text around it.
pub(super) fn spaced(text: &str, before: Option<char>, after: Option<char>) -> String {
    let (Some(first), Some(last)) = (text.chars().next(), text.chars().next_back()) else { return String::new() };
    let leads = before.is_some_and(|before| !before.is_whitespace() && !opens(before)) && begins_word(first);
    let trails = after.is_some_and(begins_word) && !last.is_whitespace() && !opens(last);
    format!("{}{text}{}", if leads { " " } else { "" }, if trails { " " } else { "" })
}

/// Marks after which no space stands.
fn opens(mark: char) -> bool {
    matches!(mark, '(' | '[' | '{' | '¿' | '¡' | '«' | '“' | '‘' | '/' | '#' | '@' | '$')
}

/// Whether a space stands before what begins so.
fn begins_word(first: char) -> bool {
    first.is_alphanumeric()
        || (opens(first) && first != '/')
        || matches!(first, '—' | '–' | '"' | '\'' | '*' | '&' | '+' | '=')
}

/// The first character that a reader sees of an inline; `None` if there is none.
pub(super) fn first(inline: &Inline<'_>) -> Option<char> {
    match &inline.kind {
        InlineKind::Text(text) | InlineKind::Code(text) => text.chars().next(),
        InlineKind::SoftBreak | InlineKind::HardBreak => Some(' '),
        InlineKind::Field(_) | InlineKind::Image { .. } => Some('a'),
        InlineKind::FootnoteReference(_) | InlineKind::Html => None,
        _ => inline.children().iter().find_map(first),
    }
}

/// The last character that a reader sees of inlines.
pub(super) fn last(inlines: &[Inline<'_>]) -> Option<char> {
    inlines.iter().rev().find_map(|inline| match &inline.kind {
        InlineKind::Text(text) | InlineKind::Code(text) => text.chars().next_back(),
        InlineKind::SoftBreak | InlineKind::HardBreak => Some(' '),
        InlineKind::Field(_) | InlineKind::Image { .. } | InlineKind::FootnoteReference(_) => Some('a'),
        InlineKind::Html => None,
        _ => last(inline.children()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_parted_from_words_and_marks_are_not() {
        assert_eq!(spaced("todos", Some(' '), Some('l')), "todos ");
        assert_eq!(spaced("todos", Some('s'), Some('.')), " todos");
        assert_eq!(spaced("todos", None, Some('«')), "todos ");
        assert_eq!(spaced(",", Some('s'), Some(' ')), ",");
        assert_eq!(spaced("uno", Some('('), Some(')')), "uno");
        assert_eq!(spaced("uno", None, None), "uno");
        assert_eq!(spaced("", Some('s'), Some('s')), "");
    }
}

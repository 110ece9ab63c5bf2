//! What stands near a place of a text: the end of what is before it, the beginning of what is after.

/// How far beside an acronym its long form is looked for, in bytes.
const REACH: usize = 160;

/// The last word of a text, if it is near its end.
pub(super) fn word_before(text: &str) -> Option<&str> {
    let end = text.trim_end_matches(|c: char| !c.is_alphanumeric() && c != '\n');
    let start = end.char_indices().rev().take(32).take_while(|(_, c)| c.is_alphanumeric()).last()?.0;
    (text.len() - end.len() <= 8).then_some(&end[start..])
}

/// The first word of a text, if it is near its beginning.
pub(super) fn word_after(text: &str) -> Option<&str> {
    let rest = text.trim_start_matches(|c: char| !c.is_alphanumeric() && c != '\n');
    let length = rest.char_indices().take(32).take_while(|(_, c)| c.is_alphanumeric()).last()?;
    (text.len() - rest.len() <= 8).then_some(&rest[..length.0 + length.1.len_utf8()])
}

/// The end of a text, as far as a long form reaches.
pub(super) fn end_of(text: &str) -> &str {
    let mut start = text.len().saturating_sub(REACH);
    while !text.is_char_boundary(start) {
        start += 1;
    }
    &text[start..]
}

/// The beginning of a text, as far as a long form reaches.
pub(super) fn beginning_of(text: &str) -> &str {
    let mut end = REACH.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

//! The tags of raw HTML, read just far enough to know their names and attributes.

use std::ops::Range;

/// A tag that opens an element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tag<'a> {
    /// The whole tag, from `<` to `>`.
    pub source: &'a str,
    /// Where it begins in the HTML.
    pub offset: usize,
}

impl<'a> Tag<'a> {
    /// Whether it opens an element of this name, given in small letters.
    #[must_use]
    pub fn is(&self, name: &str) -> bool {
        let own = self.source[1..].split(|letter: char| !letter.is_ascii_alphanumeric()).next().unwrap_or("");
        own.eq_ignore_ascii_case(name)
    }

    /// The value of an attribute, `""` if it has none, and where it stands in the HTML. `None` if the tag lacks it.
    #[must_use]
    pub fn attribute(&self, wanted: &str) -> Option<(&'a str, Range<usize>)> {
        let end = self.source.len() - 1;
        let mut at = self.source.find(|letter: char| letter.is_ascii_whitespace())?;
        let text = self.source;
        while at < end {
            let name = word(text, at, end, |letter| letter.is_ascii_whitespace() || matches!(letter, '=' | '/'));
            if name.is_empty() {
                at = name.end + text[name.end..].chars().next().map_or(1, char::len_utf8);
                continue;
            }
            let after = text[name.end..end].trim_start();
            let mut value = name.end..name.end;
            at = name.end;
            if let Some(after) = after.strip_prefix('=') {
                let written = after.trim_start();
                let start = end - written.len();
                value = match written.chars().next() {
                    Some(quote @ ('"' | '\'')) => word(text, start + 1, end, |letter| letter == quote),
                    _ => word(text, start, end, |letter| letter.is_ascii_whitespace()),
                };
                at = (value.end + 1).min(end);
            }
            if text[name].eq_ignore_ascii_case(wanted) {
                let place = self.offset + value.start..self.offset + value.end;
                return Some((&text[value], place));
            }
        }
        None
    }
}

/// From `start` on up to the first letter at which a word ends.
fn word(text: &str, start: usize, end: usize, ends: impl Fn(char) -> bool) -> Range<usize> {
    let start = start.min(end);
    let rest = text.get(start..end).unwrap_or("");
    start..start + rest.find(ends).unwrap_or(rest.len())
}

/// The tags of HTML that open elements; comments are passed over.
pub fn tags(html: &str) -> Vec<Tag<'_>> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(open) = html[at..].find('<') {
        let start = at + open;
        let rest = &html[start..];
        if rest.starts_with("<!--") {
            let Some(length) = rest.find("-->") else { break };
            at = start + length;
            continue;
        }
        at = start + 1;
        if rest[1..].starts_with(|letter: char| letter.is_ascii_alphabetic()) {
            // A tag that does not close is none, nor is any after it.
            let Some(length) = tag_length(rest) else { break };
            found.push(Tag { source: &rest[..length], offset: start });
            at = start + length;
        }
    }
    found
}

/// The length of a tag; a `>` between quotes does not close it.
fn tag_length(tag: &str) -> Option<usize> {
    let mut quote = None;
    let mut before = b' ';
    for (place, byte) in tag.bytes().enumerate() {
        match (quote, byte) {
            (Some(open), _) if byte == open => quote = None,
            (None, b'"' | b'\'') if before == b'=' => quote = Some(byte),
            (None, b'>') => return Some(place + 1),
            _ => {}
        }
        if !byte.is_ascii_whitespace() {
            before = byte;
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn values<'a>(html: &'a str, name: &str) -> Vec<&'a str> {
        tags(html).iter().filter_map(|tag| tag.attribute(name)).map(|(value, _)| value).collect()
    }

    #[test]
    fn attributes_are_found_in_every_spelling() {
        let html = "<a HREF='uno'>x</a> <img alt src = \"dos>tres\"/><img\nsrc=cuatro class=\"src=no\" />";
        assert_eq!(values(html, "href"), ["uno"]);
        assert_eq!(values(html, "src"), ["dos>tres", "cuatro"]);
        assert_eq!(values(html, "alt"), [""]);
        assert_eq!(values(html, "class"), ["src=no"]);
        for tag in tags(html) {
            for name in ["href", "src", "class"] {
                if let Some((value, place)) = tag.attribute(name) {
                    assert_eq!(&html[place], value);
                }
            }
        }
        assert_eq!(tags(html).iter().map(|tag| tag.is("img")).collect::<Vec<_>>(), [false, true, true]);
    }

    #[test]
    fn comments_closing_tags_and_what_does_not_close_are_no_tags() {
        assert_eq!(tags("<!-- <img src=x> --> </a> < a> 3 < 4"), []);
        assert_eq!(tags("<img src=\"x"), []);
        assert_eq!(tags("<b>").len(), 1);
        assert_eq!(values("<img src=x>", "rc"), [""; 0]);
        assert!(!tags("<image>")[0].is("img"));
    }

    proptest! {
        #[test]
        fn any_html_can_be_read(html in "[<>='\" a-cñ/!-]{0,60}") {
            for tag in tags(&html) {
                prop_assert_eq!(&html[tag.offset..tag.offset + tag.source.len()], tag.source);
                if let Some((value, place)) = tag.attribute("a") {
                    prop_assert_eq!(&html[place], value);
                }
            }
        }
    }
}

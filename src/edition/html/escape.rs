//! The one place where text becomes HTML.
//!
//! Besides the characters with a meaning in HTML, it keeps out those that HTML forbids in any form (control characters
//! and noncharacters, <https://html.spec.whatwg.org/multipage/parsing.html#preprocessing-the-input-stream>) and those
//! that reorder what a reader sees: in HTML, direction is for markup to say
//! (<https://www.w3.org/TR/unicode-xml/#Bidi>).

use std::borrow::Cow;

/// Appends `text` so that it reads as text, in an element or between the quotes of an attribute.
pub fn push(out: &mut String, text: &str) {
    out.reserve(text.len());
    pieces(text, |piece| out.push_str(piece));
}

/// Hands `text` to `take` piece by piece, escaped.
pub(in crate::edition) fn pieces(text: &str, mut take: impl FnMut(&str)) {
    let mut done = 0;
    let mut offset = 0;
    let bytes = text.as_bytes();
    while let Some(byte) = bytes.get(offset) {
        if !SUSPECT[usize::from(*byte)] {
            offset += 1;
            continue;
        }
        let Some(character) = text.get(offset..).and_then(|rest| rest.chars().next()) else { break };
        let end = offset + character.len_utf8();
        if let Some(replacement) = replacement(character) {
            take(text.get(done..offset).unwrap_or(""));
            take(replacement);
            done = end;
        }
        offset = end;
    }
    take(text.get(done..).unwrap_or(""));
}

/// The text as HTML shows it: without what [`push`] keeps out, nothing escaped.
pub(super) fn shown(text: &str) -> Cow<'_, str> {
    let changed = |character: char| replacement(character).filter(|instead| !instead.starts_with('&'));
    if !text.chars().any(|character| changed(character).is_some()) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match changed(character) {
            Some(instead) => out.push_str(instead),
            None => out.push(character),
        }
    }
    Cow::Owned(out)
}

/// What stands in place of a character that cannot stand for itself.
fn replacement(character: char) -> Option<&'static str> {
    match character {
        '<' => Some("&lt;"),
        '>' => Some("&gt;"),
        '&' => Some("&amp;"),
        '"' => Some("&quot;"),
        '\'' => Some("&#39;"),
        '\t' | '\n' => None,
        '\r' => Some("\n"),
        _ if reorders(character) => Some(""),
        _ if character.is_control() || is_noncharacter(character) => Some("\u{fffd}"),
        _ => None,
    }
}

/// Whether a character reorders what a reader sees of the text around it.
pub(in crate::edition) fn reorders(character: char) -> bool {
    matches!(character, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Whether Unicode keeps the code point out of texts for ever.
fn is_noncharacter(character: char) -> bool {
    let code = u32::from(character);
    (0xfdd0..=0xfdef).contains(&code) || code & 0xfffe == 0xfffe
}

/// The bytes that may begin a character for which [`replacement`] has an answer.
const SUSPECT: [bool; 256] = {
    let mut suspect = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        // 0xC2 begins U+0080 to U+00BF, 0xE2 U+2000 to U+2FFF, 0xEF U+F000 to U+FFFF; from 0xF0 on, other planes.
        suspect[byte] =
            byte < 0x20 || matches!(byte, 0x22 | 0x26 | 0x27 | 0x3c | 0x3e | 0x7f | 0xc2 | 0xe2 | 0xef | 0xf0..=0xf4);
        byte += 1;
    }
    suspect
};

/// Appends a fragment, the part of an address after `#`, escaping what may not stand in one
/// (<https://url.spec.whatwg.org/#url-fragment-string>).
pub(super) fn push_fragment(out: &mut String, fragment: &str) {
    let mut done = 0;
    for (offset, character) in fragment.char_indices() {
        let stands = character.is_ascii_alphanumeric()
            || matches!(character, '-' | '.' | '_' | '~' | '!' | '$' | '(' | ')' | '*' | '+' | ',' | ';' | '=' | ':')
            || matches!(character, '@' | '/' | '?')
            || (!character.is_ascii() && !character.is_control() && replacement(character).is_none());
        if !stands {
            out.push_str(fragment.get(done..offset).unwrap_or(""));
            done = offset + character.len_utf8();
            for byte in fragment.get(offset..done).unwrap_or("").bytes() {
                push_percent(out, byte);
            }
        }
    }
    out.push_str(fragment.get(done..).unwrap_or(""));
}

fn push_percent(out: &mut String, byte: u8) {
    out.push('%');
    for digit in [byte >> 4, byte & 15] {
        out.push(char::from_digit(digit.into(), 16).unwrap_or('0').to_ascii_uppercase());
    }
}

/// Appends an address, escaping what may not stand in one; escapes already there stay.
pub(super) fn push_address(out: &mut String, address: &str) {
    for character in address.chars() {
        let refused = character.is_whitespace()
            || character.is_control()
            || matches!(character, '<' | '>' | '"' | '\\' | '^' | '`' | '{' | '|' | '}');
        match character {
            _ if refused => character.encode_utf8(&mut [0; 4]).bytes().for_each(|byte| push_percent(out, byte)),
            _ => push(out, character.encode_utf8(&mut [0; 4])),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn escaped(text: &str) -> String {
        let mut out = String::new();
        push(&mut out, text);
        out
    }

    #[test]
    fn markup_and_quotes_become_text() {
        assert_eq!(escaped(r#"<a b="c" d='e'>&"#), "&lt;a b=&quot;c&quot; d=&#39;e&#39;&gt;&amp;");
    }

    #[test]
    fn what_html_forbids_is_shown_as_a_replacement() {
        assert_eq!(
            escaped("a\0b\u{7f}c\u{85}d\u{ffff}e\u{1fffe}f\u{fdd0}"),
            "a\u{fffd}b\u{fffd}c\u{fffd}d\u{fffd}e\u{fffd}f\u{fffd}"
        );
    }

    #[test]
    fn text_cannot_be_reordered() {
        assert_eq!(escaped("a\u{202e}b\u{2066}c\u{2069}"), "abc");
    }

    #[test]
    fn ordinary_text_stays() {
        let text = "«¿Qué dice el artículo 3.º?», preguntó — “ñandú” \u{fefb} 🜁\n\t.";
        assert_eq!((escaped(text).as_str(), shown(text)), (text, Cow::Borrowed(text)));
    }

    #[test]
    fn what_is_shown_is_what_the_page_shows() {
        assert_eq!(shown("<a & \"b\">\0\u{202e}c\r\n"), "<a & \"b\">\u{fffd}c\n\n");
    }

    #[test]
    fn fragments_keep_letters_and_escape_the_rest() {
        let mut out = String::new();
        push_fragment(&mut out, "artículo-3.b \"<%'");
        assert_eq!(out, "artículo-3.b%20%22%3C%25%27");
    }

    #[test]
    fn addresses_keep_their_escapes() {
        let mut out = String::new();
        push_address(&mut out, "https://a.mx/%20?b=c&d=\"'>{ é");
        assert_eq!(out, "https://a.mx/%20?b=c&amp;d=%22&#39;%3E%7B%20é");
    }
}

//! Cuts raw HTML into what is compared: tags, what no reader sees, and the words and marks of its text.

use std::ops::Range;

/// What a piece of raw HTML is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HtmlPiece {
    /// A tag with its attributes, or a declaration.
    Tag,
    /// A part of a comment, a script or a style sheet, up to the next blank.
    Unseen,
    /// A word or a mark of the text.
    Text,
}

/// The pieces of a raw HTML text, in bytes of it; what is not closed reaches to its end.
#[must_use]
pub fn html_pieces(source: &str) -> Vec<(Range<usize>, HtmlPiece)> {
    let mut pieces = Vec::new();
    let mut start = 0;
    while start < source.len() {
        let rest = &source[start..];
        if let Some(comment) = rest.strip_prefix("<!--") {
            let length = comment.find("-->").map_or(rest.len(), |end| end + "<!---->".len());
            unseen(source, start..start + length, &mut pieces);
            start += length;
        } else if is_tag(rest) {
            let end = start + tag_length(rest);
            pieces.push((start..end, HtmlPiece::Tag));
            let hidden = ["script", "style"].into_iter().find(|name| opens(rest, name));
            let closing = hidden.map_or(end, |name| closing(source, end, name));
            unseen(source, end..closing, &mut pieces);
            start = closing;
        } else {
            let first = rest.chars().next().map_or(1, char::len_utf8);
            let end = rest[first..].find('<').map_or(source.len(), |length| start + first + length);
            text(source, start..end, &mut pieces);
            start = end;
        }
    }
    pieces
}

/// Whether a tag or a declaration begins a text.
fn is_tag(text: &str) -> bool {
    text.strip_prefix('<').is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_alphabetic() || "/!?".contains(c)))
}

/// The length of the tag that begins a text; a `>` in quotation marks does not close it.
fn tag_length(text: &str) -> usize {
    let mut quote = None;
    for (place, character) in text.char_indices() {
        match (quote, character) {
            (None, '>') => return place + 1,
            (None, '"' | '\'') => quote = Some(character),
            (Some(open), _) if open == character => quote = None,
            _ => {}
        }
    }
    text.len()
}

/// Whether a text begins with the opening tag of an element.
fn opens(text: &str, name: &str) -> bool {
    let own = text.get(1..=name.len()).is_some_and(|own| own.eq_ignore_ascii_case(name));
    own && text.as_bytes().get(name.len() + 1).is_none_or(|next| !next.is_ascii_alphanumeric())
}

/// Where the closing tag of an element stands, from an offset on.
fn closing(source: &str, from: usize, name: &str) -> usize {
    let is_closing = |at: &usize| {
        let after = source.get(at + 2..at + 2 + name.len());
        after.is_some_and(|after| after.eq_ignore_ascii_case(name))
    };
    source[from..].match_indices("</").map(|(at, _)| from + at).find(is_closing).unwrap_or(source.len())
}

fn unseen(source: &str, range: Range<usize>, pieces: &mut Vec<(Range<usize>, HtmlPiece)>) {
    let mut reached = range.start;
    for piece in source[range.clone()].split_whitespace() {
        let start = source[reached..range.end].find(piece).map_or(reached, |at| reached + at);
        reached = start + piece.len();
        pieces.push((start..reached, HtmlPiece::Unseen));
    }
}

/// Addresses, runs of letters and figures, entities, and single marks.
fn text(source: &str, range: Range<usize>, pieces: &mut Vec<(Range<usize>, HtmlPiece)>) {
    let mut start = range.start;
    while let Some(first) = source[start..range.end].chars().next() {
        let rest = &source[start..range.end];
        let is_of_word = |letter: char| letter.is_alphanumeric() || letter == '_';
        let word = rest.find(|letter: char| !is_of_word(letter)).unwrap_or(rest.len());
        let length = match word {
            0 if first == '&' => entity_length(rest),
            0 => first.len_utf8(),
            word => address_length(rest).unwrap_or(word),
        };
        if !first.is_whitespace() {
            pieces.push((start..start + length, HtmlPiece::Text));
        }
        start += length;
    }
}

/// The length of the address of a page or of a mailbox that begins a text, without the marks that follow it.
fn address_length(text: &str) -> Option<usize> {
    let run = text.split(char::is_whitespace).next()?;
    let written = run.trim_end_matches(|mark: char| !mark.is_alphanumeric() && mark != '/');
    let is_address = written.contains("://") || written.split_once('@').is_some_and(|(_, host)| host.contains('.'));
    is_address.then_some(written.len())
}

/// The length of the entity that begins a text, or of its `&`.
fn entity_length(text: &str) -> usize {
    let name = text[1..].find(|letter: char| !(letter.is_ascii_alphanumeric() || letter == '#')).map_or(0, |at| at + 1);
    if name > 1 && text[name..].starts_with(';') { name + 1 } else { 1 }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pieces(source: &str) -> Vec<(&str, HtmlPiece)> {
        html_pieces(source).into_iter().map(|(range, piece)| (&source[range], piece)).collect()
    }

    #[test]
    fn tags_text_and_what_is_unseen_are_told_apart() {
        use HtmlPiece::{Tag, Text, Unseen};
        assert_eq!(
            pieces("<p title='a > b'>El área&nbsp;firma.</p>"),
            [
                ("<p title='a > b'>", Tag),
                ("El", Text),
                ("área", Text),
                ("&nbsp;", Text),
                ("firma", Text),
                (".", Text),
                ("</p>", Tag)
            ]
        );
        assert_eq!(
            pieces("<!-- a <b> --> 3 < 4"),
            [("<!--", Unseen), ("a", Unseen), ("<b>", Unseen), ("-->", Unseen), ("3", Text), ("<", Text), ("4", Text)]
        );
        assert_eq!(pieces("<STYLE>p {}</style>"), [("<STYLE>", Tag), ("p", Unseen), ("{}", Unseen), ("</style>", Tag)]);
        assert_eq!(
            pieces("a@b.mx, https://a.mx/b."),
            [("a@b.mx", Text), (",", Text), ("https://a.mx/b", Text), (".", Text)]
        );
        assert_eq!(pieces("<!-- open"), [("<!--", Unseen), ("open", Unseen)]);
        assert_eq!(pieces("<styled>x"), [("<styled>", Tag), ("x", Text)]);
    }

    proptest::proptest! {
        #![proptest_config(proptest::prelude::ProptestConfig { failure_persistence: None, ..Default::default() })]

        #[test]
        fn all_but_blanks_is_in_one_piece(source in "(<|>|<!--|-->|<style>|</style>|&amp;|\"|é| |\\PC){0,20}") {
            let mut reached = 0;
            for (range, _) in html_pieces(&source) {
                proptest::prop_assert!(source[reached..range.start].chars().all(char::is_whitespace));
                reached = range.end;
            }
            proptest::prop_assert!(source[reached..].chars().all(char::is_whitespace));
        }
    }
}

//! Markdown for a comment on a proposed change.
//!
//! 1. What was found in all, then what could not be read, then the findings by document; many are folded away under the
//!    names of their documents;
//! 2. what would make the comment longer than forges take is left out, whole findings at a time, and counted.
//!
//! Text of a policy is text in the comment too: it makes no markup, no link, and calls nobody. Places are not links,
//! because a comment has no address that a relative link could start from.

use super::error::one_line;
use super::places::Places;
use super::{Format, Linted, Voice, register, rules, sentences};
use crate::error::Error;
use crate::messages::{Catalogue, visible};
use crate::model::{Finding, Message, Severity};
use crate::policy::Policy;
use std::fmt::Write as _;

/// The format.
pub const FORMAT: Format = Format {
    lint: Some(|linted, voice, output| output.write_all(&lint(linted, voice))),
    norms: Some(register::markdown),
    rules: Some(|voice| rules::reference(voice).into_bytes()),
    explanation: Some(|rule, voice| rule.documentation(voice.words.locale()).markdown().into()),
    ..Format::new("markdown", "error-format-markdown")
};

/// The longest comment, in characters: GitHub takes 65,536.
pub(super) const LONGEST: usize = 60_000;

/// Room kept for the sentence about what was left out, in characters.
pub(super) const LAST_SENTENCE: usize = 300;

/// From how many items on they are folded away.
const MANY: usize = 20;

/// The fewest digits that forges take for the id of a commit.
const SHORTEST_COMMIT: usize = 7;

/// An invisible space that keeps a character from meaning something together with the next one.
const APART: &str = "&#8203;";

/// What is told of one document, or of all those that could not be read.
struct Group {
    file: Option<String>,
    items: Vec<String>,
}

fn lint(linted: &[Linted<'_>], voice: Voice<'_>) -> Vec<u8> {
    let voice = voice.plain();
    let groups = groups(linted, voice.words);
    let is_folded = groups.iter().map(|group| group.items.len()).sum::<usize>() >= MANY;
    let mut text = format!("**{}**\n", escaped(&sentences::summary(linted, voice)));
    let mut left_out = 0;
    let mut room = (LONGEST - LAST_SENTENCE).saturating_sub(text.chars().count());
    for group in &groups {
        let (before, after) = around(group, is_folded);
        let frame = before.chars().count() + after.chars().count();
        let mut items = String::new();
        let mut taken = frame;
        for (place, item) in group.items.iter().enumerate() {
            // Once something is left out, so is all that follows, so that what is shown is what comes first.
            taken += item.chars().count();
            if left_out > 0 || taken > room {
                left_out += group.items.len() - place;
                break;
            }
            room -= if items.is_empty() { taken } else { item.chars().count() };
            taken = 0;
            items.push_str(item);
        }
        if !items.is_empty() {
            let _ = write!(text, "{before}{items}{after}");
        }
    }
    if left_out > 0 {
        let more = Message::new("error-more-findings").with("count", left_out);
        let _ = write!(text, "\n{}\n", escaped(&voice.words.text(&more)));
    }
    text.into_bytes()
}

fn groups(linted: &[Linted<'_>], words: &Catalogue) -> Vec<Group> {
    let unread = linted.iter().flat_map(|linted| linted.unread()).map(|error| error_item(error, words)).collect();
    let mut groups = vec![Group { file: None, items: unread }];
    for Linted { policy, outcome } in linted {
        let places = Places::read(policy, &outcome.findings, 0);
        for findings in outcome.findings.chunk_by(|one, next| one.path == next.path) {
            let items = findings.iter().map(|finding| item(finding, policy, &places, words)).collect();
            let file = findings.first().map(|finding| policy.files.display(&finding.path));
            groups.push(Group { file, items });
        }
    }
    groups
}

/// What stands before and after the items of a group.
fn around(group: &Group, is_folded: bool) -> (String, &'static str) {
    match &group.file {
        None => ("\n".to_owned(), ""),
        // HTML holds to the next blank line, and nothing in `code` calls anybody.
        Some(file) if is_folded => {
            let file = html(&one_line(file));
            let summary = format!("<summary><code>{file}</code> ({})</summary>", group.items.len());
            (format!("\n<details>\n{summary}\n\n"), "\n</details>\n")
        }
        Some(file) => (format!("\n#### {}\n\n", code(file)), ""),
    }
}

fn item(finding: &Finding, policy: &Policy, places: &Places, words: &Catalogue) -> String {
    let called = |path, span| {
        let at = places.of(path, span);
        let at = at.map_or_else(String::new, |place| format!(":{}:{}", place.start.line, place.start.column));
        code(&format!("{}{at}", policy.files.display(path)))
    };
    let severity = words.word(match finding.severity {
        Severity::Error => "error-word",
        Severity::Warning => "error-warning",
    });
    let told = escaped(&sentences::of_finding(finding, words));
    let place = called(&finding.path, finding.span);
    let mut item = format!("- {place} **{severity}** {}: {told}\n", code(finding.rule));
    for related in &finding.related {
        let place = called(&related.path, related.span);
        let note = words.word("error-note");
        let _ = writeln!(item, "  - {note}: {place}: {}", escaped(&words.text(&related.message)));
    }
    item
}

/// An error as an item of a list.
pub(super) fn error_item(error: &Error, words: &Catalogue) -> String {
    let place = error.place.as_ref().map_or_else(String::new, |place| {
        let at = place.position.map_or_else(String::new, |at| format!(":{}:{}", at.line, at.column));
        format!("{} ", code(&format!("{}{at}", place.file)))
    });
    format!("- {place}**{}**: {}\n", words.word("error-word"), escaped(&sentences::of_error(error, words)))
}

/// Text as running text of one line. Marks of Markdown are escaped; what forges read without Markdown, such as `@name`,
/// `#12`, `!12`, `:smile:`, `https://` or the digits of a commit, is set apart from what follows it.
pub(super) fn escaped(text: &str) -> String {
    let text = one_line(text);
    let mut escaped = String::with_capacity(text.len());
    let mut rest = text.as_str();
    let mut word = "";
    while let Some(character) = rest.chars().next() {
        if character.is_alphanumeric() {
            let end = rest.find(|next: char| !next.is_alphanumeric()).unwrap_or(rest.len());
            (word, rest) = rest.split_at(end);
            push_word(&mut escaped, word);
            continue;
        }
        rest = &rest[character.len_utf8()..];
        push_mark(&mut escaped, character, word, rest);
        word = "";
    }
    escaped
}

/// Appends letters and digits; a number that could be the id of a commit is parted.
fn push_word(escaped: &mut String, word: &str) {
    let could_be_commit =
        word.len() >= SHORTEST_COMMIT && word.bytes().all(|byte| byte.is_ascii_hexdigit()) && word.contains(is_digit);
    if !could_be_commit {
        escaped.push_str(word);
        return;
    }
    for (place, digit) in word.char_indices() {
        if place > 0 && place % (SHORTEST_COMMIT - 1) == 0 {
            escaped.push_str(APART);
        }
        escaped.push(digit);
    }
}

const fn is_digit(character: char) -> bool {
    character.is_ascii_digit()
}

/// Appends what is neither a letter nor a digit, between the `word` before it and the `rest` of the text.
fn push_mark(escaped: &mut String, character: char, word: &str, rest: &str) {
    if character == '.' && word.eq_ignore_ascii_case("www") {
        escaped.push_str(APART);
    }
    match character {
        '&' => escaped.push_str("&amp;"),
        '<' => escaped.push_str("&lt;"),
        '>' => escaped.push_str("&gt;"),
        '.' | ',' | ';' | '?' | '"' | '\'' | '/' | '(' | ')' | '-' => escaped.push(character),
        _ => {
            if character.is_ascii_punctuation() {
                escaped.push('\\');
            }
            escaped.push(character);
        }
    }
    let calls = matches!(character, '@' | '#' | '!' | '~' | '%' | '$' | '&' | ':' | '^' | '*')
        || (character == '-' && word.eq_ignore_ascii_case("gh"));
    if calls && rest.starts_with(|next: char| !next.is_whitespace()) {
        escaped.push_str(APART);
    }
}

/// Text as code, which forges leave alone; its fence is longer than any run of backticks in it.
pub(super) fn code(text: &str) -> String {
    let text = one_line(text);
    let longest = text.split(|character| character != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    let needs_space = text.starts_with('`') || text.ends_with('`') || text.is_empty();
    let space = if needs_space { " " } else { "" };
    format!("{fence}{space}{text}{space}{fence}")
}

/// Text inside HTML.
pub(super) fn html(text: &str) -> String {
    visible(text).replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

    fn events(markdown: &str) -> Vec<Event<'_>> {
        Parser::new_ext(markdown, Options::all() - Options::ENABLE_SMART_PUNCTUATION).collect()
    }

    /// The text of a paragraph that is nothing but text.
    fn only_text(markdown: &str) -> Option<String> {
        let mut text = String::new();
        for event in events(markdown) {
            match event {
                Event::Text(piece) => text.push_str(&piece),
                Event::Start(Tag::Paragraph) | Event::End(TagEnd::Paragraph) => {}
                _ => return None,
            }
        }
        Some(text)
    }

    #[test]
    fn text_calls_nobody_and_links_nothing() {
        for (text, expected) in [
            ("diga @equipo", "diga \\@&#8203;equipo"),
            ("ver #12 y !3", "ver \\#&#8203;12 y \\!&#8203;3"),
            ("en https://a.mx", "en https\\:&#8203;//a.mx"),
            ("en www.a.mx y WWW.b.mx", "en www&#8203;.a.mx y WWW&#8203;.b.mx"),
            ("GH-12", "GH-&#8203;12"),
            ("a deadbeef1 b", "a deadbe&#8203;ef1 b"),
            ("acabada en 20260101", "acabada en 202601&#8203;01"),
            ("100% y 3 & 4: bien.", "100\\% y 3 &amp; 4\\: bien."),
            ("«¿Qué dice el artículo 3.º?»", "«¿Qué dice el artículo 3.º?»"),
        ] {
            assert_eq!(escaped(text), expected);
        }
    }

    #[test]
    fn code_holds_any_text() {
        for (text, expected) in [
            ("es/a.md:3:1", "`es/a.md:3:1`"),
            ("a`b", "``a`b``"),
            ("``", "``` `` ```"),
            (" a ", "`a`"),
            ("a\u{1b}b", "`a\\u{1b}b`"),
        ] {
            assert_eq!(code(text), expected);
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..Default::default() })]

        #[test]
        fn escaped_text_is_read_as_the_same_text(text in "([!-/:-@\\[-`{-~]|[ \t\r\n]|@a|<b>|\\[c\\]\\(d\\)|www\\.|http://e|&amp;|f|é|\u{202e}){0,24}") {
            let read = only_text(&format!("x{}x", escaped(&text)));
            let expected = format!("x{}x", one_line(&text));
            prop_assert_eq!(read.map(|read| read.replace('\u{200b}', "")), Some(expected));
        }

        #[test]
        fn code_is_read_as_one_piece_of_code(text in "[`a \\\\<*@\n]{1,16}") {
            let markdown = format!("x {} x", code(&text));
            let pieces: Vec<_> = events(&markdown).into_iter().filter(|event| matches!(event, Event::Code(_))).collect();
            let shown = one_line(&text);
            // Code of spaces alone keeps those around it, which are no text either way.
            let matches = matches!(pieces.as_slice(), [Event::Code(piece)] if piece.trim() == shown.trim());
            prop_assert!(matches, "{:?} from {:?}", pieces, markdown);
        }
    }
}

//! The difference between two texts, for people.

use super::Style;
use crate::messages::visible;
use anstyle::{AnsiColor, Effects, Style as Paint};
use std::fmt::Write as _;

/// Lines at the head of a unified diff that name the files.
const HEAD: usize = 2;

/// A unified diff with control characters made visible, coloured as git does where colours are asked for.
#[must_use]
pub fn diff(unified: &str, style: Style) -> String {
    let mut text = String::with_capacity(unified.len());
    for (number, line) in unified.split_inclusive('\n').enumerate() {
        let line = line.strip_suffix('\n').unwrap_or(line);
        // The carriage return that ends a line is part of the text, and moves no cursor that the line feed does not move.
        let (line, end) = line.strip_suffix('\r').map_or((line, "\n"), |line| (line, "\r\n"));
        let paint = if style.color { paint(number, line) } else { Paint::new() };
        let _ = write!(text, "{paint}{}{paint:#}{end}", visible(line));
    }
    text
}

fn paint(number: usize, line: &str) -> Paint {
    match line.bytes().next() {
        _ if number < HEAD => Effects::BOLD.into(),
        Some(b'@') => AnsiColor::Cyan.on_default(),
        Some(b'+') => AnsiColor::Green.on_default(),
        Some(b'-') => AnsiColor::Red.on_default(),
        _ => Paint::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const UNIFIED: &str = "--- a/x\n+++ b/x\n@@ -1,2 +1,2 @@\n a\u{1b}[2J\r\n--- b\n+++ c\n";

    #[test]
    fn control_characters_are_visible_and_line_ends_stay() {
        let expected = "--- a/x\n+++ b/x\n@@ -1,2 +1,2 @@\n a\\u{1b}[2J\r\n--- b\n+++ c\n";
        assert_eq!(diff(UNIFIED, Style::default()), expected);
    }

    #[test]
    fn lines_are_coloured_by_their_sign() {
        let expected = "\u{1b}[1m--- a/x\u{1b}[0m\n\u{1b}[1m+++ b/x\u{1b}[0m\n\u{1b}[36m@@ -1,2 +1,2 @@\u{1b}[0m\n \
                        a\\u{1b}[2J\r\n\u{1b}[31m--- b\u{1b}[0m\n\u{1b}[32m+++ c\u{1b}[0m\n";
        assert_eq!(diff(UNIFIED, Style { color: true, width: 80 }), expected);
    }
}

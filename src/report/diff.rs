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
        // So is a byte order mark, which is seen nowhere; a patch with another text in its place would not apply.
        let (sign, line) = split_sign(line);
        let (mark, line) = line.strip_prefix('\u{feff}').map_or(("", line), |line| ("\u{feff}", line));
        let paint = if style.color { paint(number, sign) } else { Paint::new() };
        let _ = write!(text, "{paint}{sign}{mark}{}{paint:#}{end}", visible(line));
    }
    text
}

/// The character that says what a line of a diff is, and the rest.
fn split_sign(line: &str) -> (&str, &str) {
    line.split_at(line.chars().next().map_or(0, char::len_utf8))
}

fn paint(number: usize, sign: &str) -> Paint {
    match sign {
        _ if number < HEAD => Effects::BOLD.into(),
        "@" => AnsiColor::Cyan.on_default(),
        "+" => AnsiColor::Green.on_default(),
        "-" => AnsiColor::Red.on_default(),
        _ => Paint::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const UNIFIED: &str = "--- a/x\n+++ b/x\n@@ -1,2 +1,2 @@\n a\u{1b}[2J\r\n--- b\n+++ c\n";

    #[test]
    fn a_byte_order_mark_stays_so_that_the_patch_applies() {
        let unified = "--- a/x\n+++ b/x\n@@ -1 +1 @@\n-\u{feff}a\u{feff}\n+\u{feff}b\n";
        let expected = "--- a/x\n+++ b/x\n@@ -1 +1 @@\n-\u{feff}a\\u{feff}\n+\u{feff}b\n";
        assert_eq!(diff(unified, Style::default()), expected);
    }

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

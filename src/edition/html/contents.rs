//! The table of contents.

use super::escape;
use super::writer::HeadingEntry;

/// The deepest level of heading that the table of contents shows.
const DEEPEST_LEVEL: u8 = 4;

/// The headings as nested lists of links, `""` without any.
pub(super) fn list(headings: &[&HeadingEntry]) -> String {
    let mut out = String::new();
    // The levels of the lists that are open.
    let mut open: Vec<u8> = Vec::new();
    for heading in headings.iter().filter(|heading| heading.level <= DEEPEST_LEVEL) {
        while open.len() > 1 && open.last().is_some_and(|level| *level > heading.level) {
            out.push_str("</li>\n</ol>\n");
            open.pop();
        }
        if open.last().is_none_or(|level| *level < heading.level) {
            out.push_str(if open.is_empty() { "<ol>\n" } else { "\n<ol>\n" });
            open.push(heading.level);
        } else {
            out.push_str("</li>\n");
        }
        out.push_str("<li><a href=\"#");
        escape::push_fragment(&mut out, &heading.anchor);
        out.push_str("\">");
        escape::push(&mut out, &heading.title);
        out.push_str("</a>");
    }
    for _ in &open {
        out.push_str("</li>\n</ol>\n");
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(level: u8, anchor: &str) -> HeadingEntry {
        HeadingEntry { level, anchor: anchor.to_owned(), title: anchor.to_uppercase() }
    }

    #[test]
    fn lists_nest_as_the_headings_do() {
        let headings = [entry(2, "a"), entry(3, "b"), entry(5, "too-deep"), entry(4, "c"), entry(2, "d")];
        let expected = "<ol>\n<li><a href=\"#a\">A</a>\n<ol>\n<li><a href=\"#b\">B</a>\n<ol>\n\
                        <li><a href=\"#c\">C</a></li>\n</ol>\n</li>\n</ol>\n</li>\n<li><a href=\"#d\">D</a></li>\n</ol>\n";
        assert_eq!(list(&headings.iter().collect::<Vec<_>>()), expected);
    }

    #[test]
    fn a_first_heading_below_the_others_stays_in_the_outermost_list() {
        let expected = "<ol>\n<li><a href=\"#a\">A</a></li>\n<li><a href=\"#b\">B</a></li>\n</ol>\n";
        assert_eq!(list(&[&entry(3, "a"), &entry(2, "b")]), expected);
    }

    #[test]
    fn without_headings_there_is_none() {
        assert_eq!(list(&[]), "");
    }
}

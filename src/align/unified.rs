//! The difference between two texts, line by line, as `diff -u` and `git diff` write it.

use imara_diff::{Algorithm, Diff, Hunk, InternedInput};
use std::fmt::Write as _;
use std::ops::Range;

/// Lines shown around each change.
const CONTEXT: u32 = 3;

/// What stands for the line end that the last line lacks; programs that apply differences know it in English only.
const NO_LINE_END: &str = "\\ No newline at end of file\n";

/// The unified diff from `old` to `new`, with `name` in its two heading lines; empty where they are the same.
///
/// The work is about proportional to the texts, however different they are: the algorithm has a limit on its search.
#[must_use]
pub fn unified(old: &str, new: &str, name: &str) -> String {
    let input = InternedInput::new(old, new);
    let mut diff = Diff::compute(Algorithm::Histogram, &input);
    diff.postprocess_lines(&input);
    let hunks: Vec<Hunk> = diff.hunks().collect();
    if hunks.is_empty() {
        return String::new();
    }
    // A name with a blank ends with a tab, so that nothing takes what follows for a date.
    let name = format!("{}{}", name.trim_start_matches('/'), if name.contains(' ') { "\t" } else { "" });
    let mut written = Written { input: &input, text: format!("--- a/{name}\n+++ b/{name}\n") };
    for group in hunks.chunk_by(|one, other| other.before.start - one.before.end <= 2 * CONTEXT) {
        written.group(group);
    }
    written.text
}

struct Written<'a> {
    input: &'a InternedInput<&'a str>,
    text: String,
}

impl Written<'_> {
    /// Writes changes that stand so near to each other that the lines around them meet.
    fn group(&mut self, hunks: &[Hunk]) {
        let ([first, ..], [.., last]) = (hunks, hunks) else { return };
        let lines = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        let before = CONTEXT.min(first.before.start);
        let after = CONTEXT.min(lines(self.input.before.len()) - last.before.end);
        let old = first.before.start - before..last.before.end + after;
        let new = first.after.start - before..last.after.end + after;
        // Writing to a string cannot fail.
        let _ = writeln!(self.text, "@@ -{} +{} @@", range(&old), range(&new));
        let mut reached = old.start;
        for hunk in hunks {
            self.lines(' ', false, reached..hunk.before.start);
            self.lines('-', false, hunk.before.clone());
            self.lines('+', true, hunk.after.clone());
            reached = hunk.before.end;
        }
        self.lines(' ', false, reached..old.end);
    }

    fn lines(&mut self, sign: char, are_new: bool, range: Range<u32>) {
        let tokens = if are_new { &self.input.after } else { &self.input.before };
        for token in tokens.get(range.start as usize..range.end as usize).unwrap_or_default() {
            let line = self.input.interner[*token];
            self.text.push(sign);
            self.text.push_str(line);
            if !line.ends_with('\n') {
                self.text.push('\n');
                self.text.push_str(NO_LINE_END);
            }
        }
    }
}

/// A range of lines as the format writes it: the first, from 1, and how many unless it is one; of none, the one before.
fn range(lines: &Range<u32>) -> String {
    match lines.len() {
        0 => format!("{},0", lines.start),
        1 => format!("{}", lines.start + 1),
        count => format!("{},{count}", lines.start + 1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn changes_are_shown_with_the_lines_around_them() {
        let old = "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n13\n14\n15\n";
        let new = old.replace("2\n3\n", "2\ntres\n").replace("14\n", "");
        let expected = "\
--- a/es/a.md
+++ b/es/a.md
@@ -1,6 +1,6 @@
 1
 2
-3
+tres
 4
 5
 6
@@ -11,5 +11,4 @@
 11
 12
 13
-14
 15
";
        assert_eq!(unified(old, &new, "es/a.md"), expected);
        assert_eq!(unified(old, old, "es/a.md"), "");
    }

    #[test]
    fn a_line_end_that_lacks_is_told() {
        let expected = "--- a/b c.md\t\n+++ b/b c.md\t\n@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+a\n";
        assert_eq!(unified("a", "a\n", "b c.md"), expected);
        assert_eq!(unified("", "a\n", "/x/y"), "--- a/x/y\n+++ b/x/y\n@@ -0,0 +1 @@\n+a\n");
        assert_eq!(unified("a\r\n", "", "y"), "--- a/y\n+++ b/y\n@@ -1 +0,0 @@\n-a\r\n");
    }

    /// The text that a diff makes of the old one.
    fn patched(old: &str, diff: &str) -> String {
        let lines: Vec<&str> = old.split_inclusive('\n').collect();
        let mut reached = 0;
        let mut new = String::new();
        let mut told = diff.split_inclusive('\n').skip(2).peekable();
        while let Some(line) = told.next() {
            let rest = line.get(1..).unwrap_or("");
            if line.starts_with("@@") {
                let start = line.split(['-', ',', ' ']).nth(2).unwrap().parse::<usize>().unwrap();
                let counted = line.split(' ').nth(1).unwrap();
                let start = if counted.ends_with(",0") { start } else { start - 1 };
                new.push_str(&lines[reached..start].concat());
                reached = start;
                continue;
            }
            let lacks_end = told.peek() == Some(&NO_LINE_END);
            let text = if lacks_end { rest.trim_end_matches('\n') } else { rest };
            match line.as_bytes()[0] {
                b'+' => new.push_str(text),
                b'\\' => {}
                sign => {
                    assert_eq!(lines[reached], text);
                    reached += 1;
                    if sign == b' ' {
                        new.push_str(text);
                    }
                }
            }
        }
        new.push_str(&lines[reached..].concat());
        new
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..Default::default() })]

        #[test]
        fn a_diff_makes_the_new_text_of_the_old(old in "[ab\n]{0,60}", new in "[ab\n]{0,60}") {
            let diff = unified(&old, &new, "a.md");
            let made = if diff.is_empty() { old.clone() } else { patched(&old, &diff) };
            prop_assert_eq!(made, new);
        }
    }
}

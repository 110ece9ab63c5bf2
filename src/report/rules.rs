//! The rules, listed and explained for a terminal, and all of them as one document of Markdown.

use super::Voice;
use super::error::paint;
use super::lines::wrapped;
use crate::lint::{RULES, Rule};
use crate::model::Severity;
use anstyle::AnsiColor;
use std::fmt::Write as _;

/// How far the text under a rule's name is indented.
const INDENT: &str = "    ";

/// Every rule with its default severity, one sentence below each.
#[must_use]
pub fn list(voice: Voice<'_>) -> String {
    let mut text = String::new();
    for rule in RULES {
        let name = paint(voice, AnsiColor::BrightBlue, rule.name);
        let summary = rule.documentation(voice.words.locale()).summary();
        let _ = writeln!(text, "{name} ({})", voice.words.word(severity_word(rule.default)));
        text.push_str(&wrapped(summary, INDENT, voice.style.width));
    }
    text
}

/// Id of the word for a rule's default severity.
const fn severity_word(severity: Option<Severity>) -> &'static str {
    match severity {
        Some(Severity::Error) => "error-word",
        Some(Severity::Warning) => "error-warning",
        None => "error-rule-off",
    }
}

/// What a rule is for: its documentation with headings and code set off, and paragraphs wrapped.
#[must_use]
pub fn explanation(rule: &Rule, voice: Voice<'_>) -> String {
    let mut text = String::new();
    let mut paragraph = String::new();
    let mut in_code = false;
    let markdown = rule.documentation(voice.words.locale()).markdown();
    // A last blank line ends the last paragraph.
    for line in markdown.lines().chain([""]) {
        let heading = line.trim_start_matches('#').trim_start();
        if line.starts_with("```") {
            in_code = !in_code;
        } else if in_code {
            text.push_str(format!("{INDENT}{line}").trim_end());
            text.push('\n');
        } else if !line.is_empty() && heading == line && !line.starts_with("- ") {
            paragraph.push_str(line);
            paragraph.push(' ');
        } else {
            text.push_str(&wrapped(&paragraph, "", voice.style.width));
            paragraph.clear();
            if line.starts_with("- ") {
                paragraph.push_str(line);
                paragraph.push(' ');
            } else if heading.is_empty() {
                text.push('\n');
            } else {
                text.push_str(&paint(voice, AnsiColor::BrightBlue, heading));
                text.push('\n');
            }
        }
    }
    let severity = voice.words.word(severity_word(rule.default));
    let severity = format!("{} {severity}", voice.words.word("error-rule-default"));
    let (title, rest) = text.split_once('\n').unwrap_or((&text, ""));
    format!("{title} ({severity})\n{}\n", rest.trim_end())
}

/// The reference of all rules as Markdown: a table that leads to each, then what each is for under a heading of its own.
#[must_use]
pub fn reference(voice: Voice<'_>) -> String {
    let words = voice.words;
    let mut text = format!("# {}\n\n", words.word("error-rules-title"));
    let head = ["error-rules-name", "error-rules-default", "error-rules-summary"].map(|id| words.word(id));
    let _ = writeln!(text, "| {} |\n| --- | --- | --- |", head.join(" | "));
    for rule in RULES {
        let (name, severity) = (rule.name, words.word(severity_word(rule.default)));
        let summary = rule.documentation(words.locale()).summary().replace('|', "\\|");
        let _ = writeln!(text, "| [`{name}`](#{name}) | {severity} | {summary} |");
    }
    for rule in RULES {
        let mut in_code = false;
        text.push('\n');
        for line in rule.documentation(words.locale()).markdown().lines() {
            in_code ^= line.starts_with("```");
            // A rule's own headings stand one level below the reference's.
            let mark = if line.starts_with('#') && !in_code { "#" } else { "" };
            let _ = writeln!(text, "{mark}{line}");
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::messages::{Catalogue, Locale};
    use crate::report::Style;

    fn voice(locale: Locale, width: usize) -> Voice<'static> {
        Voice { words: Catalogue::of(locale), style: Style { color: false, width } }
    }

    #[test]
    fn rules_are_listed_with_their_severity_and_a_sentence() {
        let text = list(voice(Locale::Spanish, 100));
        assert_eq!(text.lines().count(), RULES.len() * 2);
        let expected = "heading-skip (advertencia)\n    Un encabezado salta uno o más niveles respecto del anterior.\n";
        assert!(text.contains(expected), "{text}");
    }

    #[test]
    fn long_sentences_are_wrapped_under_the_name() {
        let text = list(voice(Locale::English, 40));
        let expected =
            "heading-skip (warning)\n    A heading skips one or more levels\n    after the heading before it.\n";
        assert!(text.contains(expected), "{text}");
    }

    #[test]
    fn a_rule_that_is_off_says_so() {
        assert_eq!(Catalogue::of(Locale::Spanish).word(severity_word(None)), "desactivada");
        assert_eq!(Catalogue::of(Locale::English).word(severity_word(None)), "off");
    }

    #[test]
    fn an_explanation_is_plain_text_with_its_code_set_off() {
        let rule = crate::lint::rule("heading-skip").unwrap();
        let expected = "\
heading-skip (default: warning)

A heading skips one or more levels after the heading before it.

What it does

Checks that each heading is at most one level deeper than the heading before it. Going
up several levels at once is fine, and a document may start at any level.

Why is this bad?

The levels are the structure of the document: the table of contents, the numbering and
the navigation of screen readers come from them. Where a level is missing, someone who
listens to the document thinks that a section was lost.

Example

    ## Data catalogue

    #### Minimum contents

Use instead

    ## Data catalogue

    ### Minimum contents
";
        assert_eq!(explanation(rule, voice(Locale::English, 86)), expected);
    }

    #[test]
    fn every_rule_is_explained_without_marks_of_markdown() {
        for rule in RULES {
            for locale in Locale::ALL {
                let text = explanation(rule, voice(locale, 80));
                assert!(text.starts_with(rule.name) && text.ends_with('\n') && !text.ends_with("\n\n"));
                assert!(!text.contains("\n## ") && !text.contains("```") && !text.contains("\n\n\n"), "{text}");
            }
        }
    }

    #[test]
    fn the_reference_has_every_rule_and_leads_to_it() {
        for (locale, title) in [(Locale::Spanish, "# Reglas"), (Locale::English, "# Rules")] {
            let text = reference(voice(locale, 80));
            assert!(text.starts_with(title), "{text}");
            for rule in RULES {
                let (row, heading) = (format!("\n| [`{0}`](#{0}) | ", rule.name), format!("\n## {}\n", rule.name));
                assert_eq!((text.matches(&row).count(), text.matches(&heading).count()), (1, 1), "{}", rule.name);
            }
            // All links lead somewhere, and no example of a heading has become one.
            let file = crate::repo::Memory::new([("rules.md", text.as_str())]).unwrap();
            let policy = crate::policy::Policy::open(Box::new(file)).unwrap();
            let rules = ["broken-anchor", "single-title", "heading-skip"].map(str::to_owned).to_vec();
            let options = crate::lint::Options { rules, ..Default::default() };
            assert_eq!(crate::lint::lint(&policy, &options).unwrap().findings, []);
        }
    }
}

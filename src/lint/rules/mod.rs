//! The registry of rules, in the order of their names.

mod agentless_duty;
mod and_or;
mod atx_space;
mod bare_url;
mod broken_anchor;
mod broken_clause_ref;
mod broken_emphasis;
mod broken_link;
mod chained_ref;
mod clause_numbering;
mod closing_provisions;
mod date_form;
mod doubled_marker;
mod duplicate_definition;
mod empty_section;
mod file_name;
mod final_newline;
mod front_matter;
mod hardcoded_ref;
mod heading_skip;
mod image_alt;
mod inclusive_language;
mod item_numbering;
mod language_mismatch;
mod link_text;
mod long_sentence;
mod norm_in_definition;
mod number_words;
mod open_deadline;
mod personal_data;
mod readability;
mod relative_ref;
mod released_anchor;
mod replacement_character;
mod required_section;
mod reversed_link;
mod section_order;
mod single_title;
pub(super) mod spelling;
mod stray_norm;
mod table_header;
mod term_variant;
mod undeclared_field;
mod undefined_acronym;
mod undefined_term;
mod unfilled_field;
mod unlinked_term;
mod unreadable_markup;
mod unsafe_link;
mod unused_ignore;
mod unused_term;
mod weak_modal;

use super::rule::Rule;

/// Every rule.
pub const RULES: &[&Rule] = &[
    &agentless_duty::RULE,
    &and_or::RULE,
    &atx_space::RULE,
    &bare_url::RULE,
    &broken_anchor::RULE,
    &broken_clause_ref::RULE,
    &broken_emphasis::RULE,
    &broken_link::RULE,
    &chained_ref::RULE,
    &clause_numbering::RULE,
    &closing_provisions::RULE,
    &date_form::RULE,
    &doubled_marker::RULE,
    &duplicate_definition::RULE,
    &empty_section::RULE,
    &file_name::RULE,
    &final_newline::RULE,
    &front_matter::RULE,
    &hardcoded_ref::RULE,
    &heading_skip::RULE,
    &image_alt::RULE,
    &inclusive_language::RULE,
    &item_numbering::RULE,
    &language_mismatch::RULE,
    &link_text::RULE,
    &long_sentence::RULE,
    &norm_in_definition::RULE,
    &number_words::RULE,
    &open_deadline::RULE,
    &personal_data::RULE,
    &readability::RULE,
    &relative_ref::RULE,
    &released_anchor::RULE,
    &replacement_character::RULE,
    &required_section::RULE,
    &reversed_link::RULE,
    &section_order::RULE,
    &single_title::RULE,
    &spelling::RULE,
    &stray_norm::RULE,
    &table_header::RULE,
    &term_variant::RULE,
    &undeclared_field::RULE,
    &undefined_acronym::RULE,
    &undefined_term::RULE,
    &unfilled_field::RULE,
    &unlinked_term::RULE,
    &unreadable_markup::RULE,
    &unsafe_link::RULE,
    &unused_ignore::RULE,
    &unused_term::RULE,
    &weak_modal::RULE,
];

#[cfg(test)]
mod tests {
    use super::RULES;
    use crate::lint::file_names::split;
    use crate::lint::{Options, lint};
    use crate::messages::{Catalogue, Locale};
    use crate::policy::Policy;
    use crate::repo::Memory;
    use std::sync::Arc;

    /// The dictionaries that the documentation of `spelling` names.
    const DICTIONARIES: [(&str, &str); 4] = [
        ("diccionarios/es.aff", "SET UTF-8\n"),
        ("diccionarios/es.dic", "2\ndatos\nabiertos\n"),
        ("dictionaries/en.aff", "SET UTF-8\n"),
        ("dictionaries/en.dic", "2\nopen\ndata\n"),
    ];

    /// The headings of a rule's documentation.
    fn headings(locale: Locale) -> [&'static str; 4] {
        match locale {
            Locale::Spanish => ["Qué revisa", "Por qué importa", "Ejemplo", "En su lugar"],
            Locale::English => ["What it does", "Why is this bad?", "Example", "Use instead"],
        }
    }

    /// What a documentation says under one of its headings.
    fn part<'a>(text: &'a str, heading: &str) -> &'a str {
        text.split(&format!("\n## {heading}\n")).nth(1).unwrap_or("")
    }

    /// The texts between fences of a language.
    fn all_fenced<'a>(text: &'a str, language: &str) -> Vec<&'a str> {
        let fence = format!("```{language}\n");
        let inside = text.split(&fence).skip(1).filter_map(|rest| Some(rest.split_once("```\n")?.0));
        // As git shows a last line without an end.
        inside.map(|text| text.strip_suffix("\n\\ No newline at end of file\n").unwrap_or(text)).collect()
    }

    /// The last text between fences of a language.
    fn fenced<'a>(text: &'a str, language: &str) -> &'a str {
        all_fenced(text, language).last().copied().unwrap_or("")
    }

    /// The document that a part says its example is, if it says so before it.
    fn named(part: &str) -> Option<&str> {
        let before = part.split("```").next()?;
        before.split('`').skip(1).step_by(2).find(|code| split(code).1 == "md")
    }

    #[test]
    fn rules_stand_in_the_order_of_their_kebab_case_names() {
        assert!(RULES.is_sorted_by(|one, other| one.name < other.name));
        for rule in RULES {
            assert!(rule.name.chars().all(|letter| letter.is_ascii_lowercase() || letter == '-'), "{}", rule.name);
        }
    }

    #[test]
    fn every_message_of_a_rule_is_in_both_catalogues() {
        for locale in Locale::ALL {
            for rule in RULES {
                for id in rule.messages {
                    assert!(Catalogue::of(locale).has(id), "{id}");
                }
            }
        }
    }

    #[test]
    fn every_rule_is_documented_in_both_languages() {
        for rule in RULES {
            for locale in Locale::ALL {
                let documentation = rule.documentation(locale);
                let text = documentation.markdown();
                let summary = documentation.summary();
                assert!(text.starts_with(&format!("# {}\n\n{summary}\n\n## ", rule.name)), "{}", rule.name);
                assert!(summary.len() > 20 && summary.len() < 110 && summary.ends_with('.'), "{summary}");
                let places = headings(locale).map(|heading| text.find(&format!("\n## {heading}\n")));
                assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{} {places:?}", rule.name);
                assert!(text.lines().all(|line| line.chars().count() <= 120), "{}", rule.name);
            }
        }
    }

    #[test]
    fn every_example_is_reported_and_what_to_use_instead_is_not() {
        for rule in RULES {
            for (locale, path) in Locale::ALL.into_iter().zip(["es/a.md", "en/a.md"]) {
                let [.., wrong, right] = headings(locale);
                let text = rule.documentation(locale).markdown();
                let manifest = match fenced(text, "toml") {
                    own if own.contains("[policy]") => own.to_owned(),
                    settings => format!("[policy]\nlanguages = [\"es\", \"en\"]\n{settings}"),
                };
                let [example, remedy] = [wrong, right].map(|heading| part(text, heading));
                let examples = [example.strip_suffix(remedy).unwrap_or(example), remedy];
                let policy = |path: &str, text: &str| {
                    let files = [(path, text), ("gaceta.toml", manifest.as_str())].into_iter().chain(DICTIONARIES);
                    Policy::open(Box::new(Memory::new(files).unwrap())).unwrap()
                };
                // Where an example has two texts, the first is that of the last release.
                let released = match all_fenced(examples[0], "markdown")[..] {
                    [released, _] => Some(Arc::new(policy(path, released))),
                    _ => None,
                };
                let findings = |part: &str| {
                    let (path, text) = (named(part).unwrap_or(path), fenced(part, "markdown"));
                    assert!(!text.is_empty(), "{}", rule.name);
                    let (rules, released) = (vec![rule.name.to_owned()], released.clone());
                    let options = Options { rules, released, ..Options::default() };
                    lint(&policy(path, text), &options).unwrap().findings.len()
                };
                assert_eq!(examples.map(|example| findings(example).min(1)), [1, 0], "{} {path}", rule.name);
            }
        }
    }
}

//! The registry of rules, in the order of their names.

mod and_or;
mod broken_anchor;
mod broken_clause_ref;
mod chained_ref;
mod empty_section;
mod hardcoded_ref;
mod heading_skip;
mod inclusive_language;
mod language_mismatch;
mod long_sentence;
mod relative_ref;
mod required_section;
mod section_order;
pub(super) mod spelling;
mod unreadable_markup;
mod unused_ignore;

use super::rule::Rule;

/// Every rule.
pub const RULES: &[&Rule] = &[
    &and_or::RULE,
    &broken_anchor::RULE,
    &broken_clause_ref::RULE,
    &chained_ref::RULE,
    &empty_section::RULE,
    &hardcoded_ref::RULE,
    &heading_skip::RULE,
    &inclusive_language::RULE,
    &language_mismatch::RULE,
    &long_sentence::RULE,
    &relative_ref::RULE,
    &required_section::RULE,
    &section_order::RULE,
    &spelling::RULE,
    &unreadable_markup::RULE,
    &unused_ignore::RULE,
];

#[cfg(test)]
mod tests {
    use super::RULES;
    use crate::lint::{Options, lint};
    use crate::messages::{Catalogue, Locale};
    use crate::policy::Policy;
    use crate::repo::Memory;

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

    /// The first text between fences of a language.
    fn fenced<'a>(text: &'a str, language: &str) -> &'a str {
        let fence = format!("```{language}\n");
        text.split_once(&fence).and_then(|(_, rest)| rest.split_once("```\n")).map_or("", |(inside, _)| inside)
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
                let findings = |text: &str| {
                    let files = [(path, text), ("gaceta.toml", manifest.as_str())].into_iter().chain(DICTIONARIES);
                    let files = Memory::new(files).unwrap();
                    let options = Options { rules: vec![rule.name.to_owned()], ..Options::default() };
                    lint(&Policy::open(Box::new(files)).unwrap(), &options).unwrap().findings.len()
                };
                let examples = [wrong, right].map(|heading| fenced(part(text, heading), "markdown"));
                assert!(examples.iter().all(|example| !example.is_empty()), "{}", rule.name);
                assert_eq!(examples.map(|example| findings(example).min(1)), [1, 0], "{} {path}", rule.name);
            }
        }
    }
}

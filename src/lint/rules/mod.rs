//! The registry of rules, in the order of their names.

mod atx_space;
mod bare_url;
mod broken_anchor;
mod broken_emphasis;
mod broken_link;
mod empty_section;
mod file_name;
mod heading_skip;
mod image_alt;
mod link_text;
mod replacement_character;
mod required_section;
mod reversed_link;
mod section_order;
mod single_title;
mod table_header;
mod unreadable_markup;
mod unsafe_link;
mod unused_ignore;

use super::rule::Rule;

/// Every rule.
pub const RULES: &[&Rule] = &[
    &atx_space::RULE,
    &bare_url::RULE,
    &broken_anchor::RULE,
    &broken_emphasis::RULE,
    &broken_link::RULE,
    &empty_section::RULE,
    &file_name::RULE,
    &heading_skip::RULE,
    &image_alt::RULE,
    &link_text::RULE,
    &replacement_character::RULE,
    &required_section::RULE,
    &reversed_link::RULE,
    &section_order::RULE,
    &single_title::RULE,
    &table_header::RULE,
    &unreadable_markup::RULE,
    &unsafe_link::RULE,
    &unused_ignore::RULE,
];

#[cfg(test)]
mod tests {
    use super::RULES;
    use crate::lint::file_names::split;
    use crate::lint::{Options, lint};
    use crate::messages::{Catalogue, Locale};
    use crate::policy::Policy;
    use crate::repo::Memory;

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
                let manifest = fenced(text, "toml");
                let findings = |part: &str| {
                    let (path, text) = (named(part).unwrap_or(path), fenced(part, "markdown"));
                    assert!(!text.is_empty(), "{}", rule.name);
                    let files = Memory::new([(path, text), ("gaceta.toml", manifest)]).unwrap();
                    let options = Options { rules: vec![rule.name.to_owned()], ..Options::default() };
                    lint(&Policy::open(Box::new(files)).unwrap(), &options).unwrap().findings.len()
                };
                let examples = [wrong, right].map(|heading| part(text, heading));
                assert_eq!(examples.map(|example| findings(example).min(1)), [1, 0], "{} {path}", rule.name);
            }
        }
    }
}

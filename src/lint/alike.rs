//! One finding for many of a kind in a document, where one remedy mends them all.
//!
//! The first one stays, and points to the others. This comes last: comments, `--since` and a baseline have spoken of each.

use crate::model::{Argument, DocumentPath, Finding, Message, RelatedPlace};
use std::collections::HashMap;

/// The messages that are told once in a document, and whether only those that quote the same words are alike.
const TOLD_ONCE: [(&str, bool); 3] =
    [("lint-and-or", false), ("lint-long-sentence", false), ("lint-open-deadline-vague", true)];

/// How many of the others a finding points to.
const MOST_PLACES: usize = 10;

/// What findings have in common that are told as one.
type Kind = (DocumentPath, &'static str, Option<Argument>);

/// Findings in their order, those told at once with the first of their kind.
#[must_use]
pub fn told_once(findings: Vec<Finding>) -> Vec<Finding> {
    let mut told: Vec<Finding> = Vec::with_capacity(findings.len());
    // Where the first of a kind is told, and how many more there are.
    let mut firsts: HashMap<Kind, (usize, u32)> = HashMap::new();
    for finding in findings {
        let Some(kind) = kind(&finding) else {
            told.push(finding);
            continue;
        };
        let (place, more) = firsts.entry(kind).or_insert((told.len(), 0));
        let Some(first) = told.get_mut(*place) else {
            told.push(finding);
            continue;
        };
        *more += 1;
        if first.related.len() < MOST_PLACES {
            let message = Message::new("lint-alike-place");
            first.related.push(RelatedPlace { path: finding.path, span: finding.span, message });
        }
    }
    for (place, more) in firsts.into_values().filter(|(_, more)| *more > 0) {
        told[place].hints.push(Message::new("lint-more-alike").with("count", u64::from(more)));
    }
    told
}

fn kind(finding: &Finding) -> Option<Kind> {
    let (_, by_words) = TOLD_ONCE.iter().find(|(id, _)| *id == finding.message.id)?;
    let mut arguments = finding.message.arguments.iter();
    let written = arguments.find(|(name, _)| *by_words && *name == "written").map(|(_, value)| value.clone());
    Some((finding.path.clone(), finding.message.id, written))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lint::{Options, RULES, lint};
    use crate::policy::Policy;
    use crate::repo::Memory;

    /// The findings of some files, each with the places that it points to and how many more it tells of.
    fn told(files: &[(&str, &str)]) -> Vec<(String, usize, Vec<u32>, usize)> {
        let policy = Policy::open(Box::new(Memory::new(files.iter().copied()).unwrap())).unwrap();
        let rules = vec!["and-or".to_owned(), "open-deadline".to_owned()];
        let findings = lint(&policy, &Options { rules, ..Options::default() }).unwrap().findings;
        let told = told_once(findings);
        told.iter()
            .map(|finding| {
                let places = finding.related.iter().map(|related| related.span.start).collect();
                let more = finding.hints.iter().filter(|hint| hint.id == "lint-more-alike").count();
                (finding.path.to_string(), finding.span.range().start, places, more)
            })
            .collect()
    }

    #[test]
    fn the_first_of_a_kind_points_to_the_others_of_its_document() {
        let found = told(&[
            ("a.md", "The data and/or the files and/or the rest.\n\nThe Unit must do one and/or two.\n"),
            ("b.md", "The data and/or the files of the Unit.\n"),
        ]);
        assert_eq!(found, [("a.md".to_owned(), 9, vec![26, 65], 1), ("b.md".to_owned(), 9, vec![], 0)]);
    }

    #[test]
    fn vague_limits_are_alike_where_they_say_the_same() {
        let text =
            "---\nlang: en\n---\n\nWe must promptly answer. We must answer without delay. We must pay promptly.\n";
        let found = told(&[("a.md", text)]);
        assert_eq!(found, [("a.md".to_owned(), 26, vec![85], 1), ("a.md".to_owned(), 58, vec![], 0)]);
    }

    #[test]
    fn a_finding_points_to_ten_others_at_most() {
        let text = "The data and/or the files.\n\n".repeat(30);
        let found = told(&[("a.md", &text)]);
        assert_eq!((found.len(), found[0].2.len(), found[0].3), (1, MOST_PLACES, 1));
    }

    #[test]
    fn what_is_told_once_is_a_message_of_a_rule() {
        for (id, _) in TOLD_ONCE {
            assert!(RULES.iter().any(|rule| rule.messages.contains(&id)), "{id}");
        }
    }
}

//! A few findings for many of a kind in a document, where one remedy mends them all.
//!
//! The first ones stay, and the last of these points to the others. This comes last: comments, `--since` and a baseline
//! have spoken of each.

use crate::model::{Argument, DocumentPath, Finding, Message, RelatedPlace};
use std::collections::HashMap;

/// The messages of which a document is told a few times, and whether only those that quote the same words are alike.
const TOLD_SELDOM: [(&str, bool); 3] =
    [("lint-and-or", false), ("lint-long-sentence", false), ("lint-open-deadline-vague", true)];

/// How many of a kind a document is told of one by one.
const MOST_TOLD: u32 = 3;

/// How many of the others a finding points to.
const MOST_PLACES: usize = 10;

/// What findings have in common that are told as one.
type Kind = (DocumentPath, &'static str, Option<Argument>);

/// Findings in their order; of those of one kind in a document, the last one that stays points to the others.
#[must_use]
pub fn told_seldom(findings: Vec<Finding>) -> Vec<Finding> {
    let mut told: Vec<Finding> = Vec::with_capacity(findings.len());
    // How many of a kind there are, and where the last of those that are told stands among them.
    let mut kinds: HashMap<Kind, (u32, usize)> = HashMap::new();
    for finding in findings {
        if let Some(kind) = kind(&finding) {
            let (count, last) = kinds.entry(kind).or_default();
            *count += 1;
            if *count > MOST_TOLD {
                point_to(finding, told.get_mut(*last));
                continue;
            }
            *last = told.len();
        }
        told.push(finding);
    }
    for (count, last) in kinds.into_values().filter(|(count, _)| *count > MOST_TOLD) {
        let last = &mut told[last];
        last.hints.reserve_exact(1);
        last.hints.push(Message::new("lint-more-alike").with("count", u64::from(count - MOST_TOLD)));
        last.related.shrink_to_fit();
    }
    told
}

fn point_to(finding: Finding, from: Option<&mut Finding>) {
    if let Some(from) = from.filter(|from| from.related.len() < MOST_PLACES) {
        let message = Message::new("lint-alike-place");
        from.related.push(RelatedPlace { path: finding.path, span: finding.span, message });
    }
}

fn kind(finding: &Finding) -> Option<Kind> {
    let (_, by_words) = TOLD_SELDOM.iter().find(|(id, _)| *id == finding.message.id)?;
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
        let told = told_seldom(findings);
        told.iter()
            .map(|finding| {
                let places = finding.related.iter().map(|related| related.span.start).collect();
                let more = finding.hints.iter().filter(|hint| hint.id == "lint-more-alike").count();
                (finding.path.to_string(), finding.span.range().start, places, more)
            })
            .collect()
    }

    #[test]
    fn the_third_of_a_kind_points_to_the_others_of_its_document() {
        let text =
            "The one and/or two, and/or three.\n\nThe Unit must do one and/or two.\n\nThe a and/or b and/or c.\n";
        let found = told(&[("a.md", text), ("b.md", "The data and/or the files of the Unit.\n")]);
        let alone = |path: &str, at: usize| (path.to_owned(), at, vec![], 0);
        let third = ("a.md".to_owned(), 56, vec![75, 84], 1);
        assert_eq!(found, [alone("a.md", 8), alone("a.md", 20), third, alone("b.md", 9)]);
    }

    #[test]
    fn vague_limits_are_alike_where_they_say_the_same() {
        let text = format!("We must answer without delay. {}", "We must pay promptly. ".repeat(4));
        let found = told(&[("a.md", &format!("---\nlang: en\n---\n\n{text}\n"))]);
        let told: Vec<_> = found.iter().map(|(_, at, places, more)| (*at, places.len(), *more)).collect();
        assert_eq!(told, [(33, 0, 0), (60, 0, 0), (82, 0, 0), (104, 1, 1)]);
    }

    #[test]
    fn a_finding_points_to_ten_others_at_most() {
        let text = "The data and/or the files.\n\n".repeat(30);
        let found = told(&[("a.md", &text)]);
        assert_eq!((found.len(), found[2].2.len(), found[2].3), (3, MOST_PLACES, 1));
    }

    #[test]
    fn what_is_told_seldom_is_a_message_of_a_rule() {
        for (id, _) in TOLD_SELDOM {
            assert!(RULES.iter().any(|rule| rule.messages.contains(&id)), "{id}");
        }
    }
}

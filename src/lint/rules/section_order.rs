//! Sections of a contract that stand in another order than the contract's.

use crate::lint::context::DocumentContext;
use crate::lint::contracts::Outline;
use crate::lint::finding::{Findings, Observation, quotation};
use crate::lint::rule::{Check, Documentation, Rule};
use crate::model::{Contract, Message, Section, Severity, plain_text};
use std::collections::HashSet;

/// The rule.
pub const RULE: Rule = Rule {
    name: "section-order",
    default: Some(Severity::Warning),
    check: Check::Document(check),
    messages: &["lint-section-order-after", "lint-section-order-before", "lint-section-order-other"],
    documentation: [
        Documentation(include_str!("section_order.es.md")),
        Documentation(include_str!("section_order.en.md")),
    ],
};

fn check(context: &DocumentContext<'_>, findings: &mut Findings<'_>) {
    let contracts = &context.policy.contracts;
    let mut ordered = contracts.of(&context.document.path).filter(|contract| contract.ordered).peekable();
    if ordered.peek().is_none() {
        return;
    }
    let outline = Outline::new(context.document);
    for contract in ordered {
        check_contract(context, contract, &outline, findings);
    }
}

/// Reports the fewest sections that have to move for the contract's order to hold.
fn check_contract(
    context: &DocumentContext<'_>,
    contract: &Contract,
    outline: &Outline<'_>,
    findings: &mut Findings<'_>,
) {
    // Where the contract's sections stand in the document, in the contract's order.
    let mut seen = HashSet::new();
    let places = contract.sections.iter().filter_map(|wanted| outline.find(wanted, context.language.as_ref()));
    let places: Vec<usize> = places.filter(|place| seen.insert(*place)).collect();
    let kept = longest_rise(&places);
    for (rank, place) in places.iter().enumerate().filter(|(rank, _)| kept.binary_search(rank).is_err()) {
        let next = kept.partition_point(|other| *other < rank);
        let at = |index: usize| kept.get(index).and_then(|rank| places.get(*rank)).copied();
        let follower = at(next).filter(|follower| follower < place);
        let leader = next.checked_sub(1).and_then(at).filter(|leader| leader > place);
        let (id, other) = match (follower, leader) {
            (Some(follower), _) => ("lint-section-order-before", follower),
            (None, Some(leader)) => ("lint-section-order-after", leader),
            (None, None) => continue,
        };
        let section = |place: usize| outline.sections.get(place).map(|(section, _)| *section);
        if let (Some(section), Some(other)) = (section(*place), section(other)) {
            findings.add(observation(context, id, section, other));
        }
    }
}

fn observation(
    context: &DocumentContext<'_>,
    id: &'static str,
    section: &Section<'_>,
    other: &Section<'_>,
) -> Observation {
    let title = |section: &Section<'_>| quotation(&plain_text(&section.heading.inlines));
    let message = Message::new(id).with("title", title(section)).with("other", title(other));
    let path = &context.document.path;
    Observation::new(path, context.place(&section.heading), message).related(
        path,
        context.place(&other.heading),
        Message::new("lint-section-order-other").with("title", title(other)),
    )
}

/// The indices of a longest run of rising values, in order.
fn longest_rise(values: &[usize]) -> Vec<usize> {
    // `tails[n]` is the index of the smallest value that ends a rise of length n + 1.
    let mut tails: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(values.len());
    for (index, value) in values.iter().enumerate() {
        let length = tails.partition_point(|tail| values[*tail] < *value);
        before.push(length.checked_sub(1).map(|shorter| tails[shorter]));
        if length == tails.len() {
            tails.push(index);
        } else {
            tails[length] = index;
        }
    }
    let mut rise: Vec<usize> = std::iter::successors(tails.last().copied(), |index| before[*index]).collect();
    rise.reverse();
    rise
}

#[cfg(test)]
mod tests {
    use super::longest_rise;
    use crate::lint::testing::{Trial, section};
    use crate::messages::Locale;

    fn trial() -> Trial {
        let sections = [
            section("objeto", &["Objeto"], &["Purpose"]),
            section("alcance", &["Alcance"], &["Scope"]),
            section("", &["Definiciones", "Glosario"], &["Definitions"]),
        ];
        Trial::of("section-order").contract("*/*.md", true, &sections)
    }

    #[test]
    fn only_the_section_that_has_to_move_is_reported() {
        let trial = trial().file("es/a.md", "# P\n\n⟦## Glosario⟧\n\n## Objeto\n\n## Otra\n\n## Alcance\n");
        trial.says(Locale::Spanish, &["La sección «Glosario» debe ir después de «Alcance»"]);
        let related = &trial.lint()[0].related[0];
        assert_eq!(related.span.range(), 38..48);
    }

    #[test]
    fn a_section_that_comes_too_late_must_come_before_the_next() {
        let text = "# P\n\n## Scope\n\n## Definitions\n\n⟦## 1. The aim {#objeto}⟧\n";
        trial().file("en/a.md", text).says(Locale::English, &["The section “1. The aim” must come before “Scope”"]);
    }

    #[test]
    fn the_contracts_order_with_gaps_is_fine() {
        trial()
            .file("es/a.md", "# P\n\n## Objeto\n\n## Otra\n\n## Artículo 2. Definiciones\n")
            .file("es/b.md", "# P\n\n## Definiciones\n")
            .file("en/c.md", "# P\n")
            .file("d.md", "# A\n\n## Alcance\n\n## Objeto\n")
            .lint();
    }

    #[test]
    fn without_an_ordered_contract_any_order_will_do() {
        let sections = [section("", &["Objeto"], &[]), section("", &["Alcance"], &[])];
        let trial = Trial::of("section-order").contract("*/*.md", false, &sections);
        trial.file("es/a.md", "# P\n\n## Alcance\n\n## Objeto\n").lint();
    }

    #[test]
    fn the_longest_rise_is_kept() {
        assert!(longest_rise(&[]).is_empty());
        assert_eq!(longest_rise(&[3]), [0]);
        assert_eq!(longest_rise(&[5, 1, 2]), [1, 2]);
        assert_eq!(longest_rise(&[1, 9, 2, 3]), [0, 2, 3]);
        assert_eq!(longest_rise(&[3, 2, 1]), [2]);
    }
}

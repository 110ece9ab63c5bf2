//! Sections that a contract asks for and a document lacks.

use crate::lint::context::DocumentContext;
use crate::lint::contracts::{Outline, titles};
use crate::lint::finding::{Findings, Observation, quotation};
use crate::lint::rule::{Check, Documentation, Rule};
use crate::lint::titles::comparable;
use crate::model::{Contract, Message, Section, SectionContract, Severity, Span, nearest, plain_text};
use std::collections::HashSet;
use std::fmt::Write as _;

/// The rule.
pub const RULE: Rule = Rule {
    name: "required-section",
    default: Some(Severity::Error),
    check: Check::Document(check),
    messages: &[
        "lint-required-section",
        "lint-required-section-add",
        "lint-required-section-identity",
        "lint-required-section-inside",
        "lint-required-section-inside-hint",
        "lint-required-section-inside-place",
        "lint-required-section-near",
        "lint-required-section-near-place",
    ],
    documentation: [
        Documentation(include_str!("required_section.es.md")),
        Documentation(include_str!("required_section.en.md")),
    ],
};

fn check(context: &DocumentContext<'_>, findings: &mut Findings<'_>) {
    let mut contracts = context.policy.contracts.of(&context.document.path).peekable();
    if contracts.peek().is_none() {
        return;
    }
    let outline = Outline::new(context.document);
    let mut reported = HashSet::new();
    for contract in contracts {
        let places = contract.sections.iter().map(|wanted| outline.find(wanted, context.language.as_ref()));
        let places: Vec<Option<usize>> = places.collect();
        let met: HashSet<usize> = places.iter().copied().flatten().collect();
        for (wanted, place) in contract.sections.iter().zip(places) {
            // Two contracts may ask for the same section.
            let is_missing = place.is_none() && !wanted.optional && reported.insert((&wanted.id, &wanted.titles));
            if is_missing && let Some(observation) = missing(context, wanted, &outline, &met, findings) {
                findings.add(observation);
            }
            if let Some(observation) = place.and_then(|place| misplaced(context, contract, wanted, &outline, place)) {
                findings.add(observation);
            }
        }
    }
}

/// What to say of a section that does not stand inside the one that its contract names; nothing where that one itself is
/// missing.
fn misplaced(
    context: &DocumentContext<'_>,
    contract: &Contract,
    wanted: &SectionContract,
    outline: &Outline<'_>,
    place: usize,
) -> Option<Observation> {
    let language = context.language.as_ref();
    let inside = wanted.inside.as_ref()?;
    let outer = contract.sections.iter().find(|section| section.id.as_ref() == Some(inside))?;
    let outer = outline.find(outer, language)?;
    if outline.find_inside(wanted, language, outer).is_some() {
        return None;
    }
    let ((section, _), (outer, _)) = (outline.sections.get(place)?, outline.sections.get(outer)?);
    let title = |section: &Section<'_>| quotation(&plain_text(&section.heading.inlines));
    let message =
        Message::new("lint-required-section-inside").with("title", title(section)).with("outer", title(outer));
    let path = &context.document.path;
    let observation = Observation::new(path, context.place(&section.heading), message);
    let hint = Message::new("lint-required-section-inside-hint").with("outer", title(outer));
    let place = Message::new("lint-required-section-inside-place").with("outer", title(outer));
    Some(observation.hint(hint).related(path, context.place(&outer.heading), place))
}

/// What to say of a section that is missing; nothing where the contract neither gives it an identity nor a title in the
/// document's language.
fn missing(
    context: &DocumentContext<'_>,
    wanted: &SectionContract,
    outline: &Outline<'_>,
    met: &HashSet<usize>,
    findings: &mut Findings<'_>,
) -> Option<Observation> {
    let titles = titles(wanted, context.language.as_ref());
    let message = match (titles.first(), &wanted.id) {
        (Some(title), _) => Message::new("lint-required-section").with("title", quotation(title)),
        (None, Some(id)) => Message::new("lint-required-section-identity").with("identity", quotation(id)),
        (None, None) => return None,
    };
    let path = &context.document.path;
    let span = outline.sections.first().map_or(Span::default(), |(section, _)| context.place(&section.heading));
    let observation = Observation::new(path, span, message);
    let near = if findings.may_suggest(path) { near_section(&titles, outline, met) } else { None };
    Some(match near {
        Some((section, title)) => {
            let written = quotation(&plain_text(&section.heading.inlines));
            let hint =
                Message::new("lint-required-section-near").with("written", written).with("title", quotation(title));
            observation.hint(hint).related(
                path,
                context.place(&section.heading),
                Message::new("lint-required-section-near-place"),
            )
        }
        None => observation.hint(addition(wanted, &titles, outline, met)),
    })
}

/// The heading to add, on the level of the contract's other sections.
fn addition(wanted: &SectionContract, titles: &[&str], outline: &Outline<'_>, met: &HashSet<usize>) -> Message {
    let sibling = met.iter().min().and_then(|place| outline.sections.get(*place));
    let level = sibling.map_or(2, |(section, _)| section.heading.level);
    let mut heading = "#".repeat(level.into());
    if let Some(title) = titles.first() {
        heading.push(' ');
        heading.push_str(&quotation(title));
    }
    if let Some(identity) = &wanted.id {
        let _ = write!(heading, " {{#{}}}", quotation(identity));
    }
    Message::new("lint-required-section-add").with("heading", heading)
}

/// The one section, among those that fulfil no part of the contract, whose title is nearly one of `titles`, and that
/// title.
fn near_section<'a, 't>(
    titles: &[&'t str],
    outline: &Outline<'a>,
    met: &HashSet<usize>,
) -> Option<(&'a Section<'a>, &'t str)> {
    let free = || outline.sections.iter().enumerate().filter(|(place, _)| !met.contains(place)).map(|(_, entry)| entry);
    for title in titles {
        let wanted = comparable(title);
        let near = nearest(&wanted, free().map(|(section, title)| (title, *section)));
        if let [section] = near[..] {
            return Some((section, title));
        }
        let begins = |longer: &str, shorter: &str| {
            let rest = longer.strip_prefix(shorter).filter(|_| !shorter.is_empty());
            rest.is_some_and(|rest| rest.starts_with(' '))
        };
        let mut longer = free().filter(|(_, title)| begins(title, &wanted) || begins(&wanted, title));
        if let (Some((section, _)), None) = (longer.next(), longer.next()) {
            return Some((section, title));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use crate::lint::testing::{Trial, hints, section};
    use crate::messages::Locale;
    use crate::model::SectionContract;

    fn trial() -> Trial {
        let sections = [
            section("objeto", &["Objeto"], &["Purpose"]),
            section("alcance", &["Alcance", "Ámbito de aplicación"], &["Scope"]),
        ];
        Trial::of("required-section").contract("*/0*.md", false, &sections)
    }

    #[test]
    fn a_missing_section_is_named_in_the_documents_language() {
        let trial = trial()
            .file("en/01.md", "⟦# Open data⟧\n\n### Scope\n")
            .file("es/01.md", "Texto.\n\n⟦# Datos⟧\n\n## Objeto\n");
        trial.says(Locale::Spanish, &["Falta la sección «Purpose»", "Falta la sección «Alcance»"]);
        trial.says(Locale::English, &["The section “Purpose” is missing", "The section “Alcance” is missing"]);
        let expected = [
            "Add the section with the heading “### Purpose {#objeto}”",
            "Add the section with the heading “## Alcance {#alcance}”",
        ];
        assert_eq!(hints(&trial.lint(), Locale::English), expected);
    }

    #[test]
    fn without_headings_the_finding_stands_at_the_documents_start() {
        let trial = trial().file("es/01.md", "⟦⟧⟦⟧Texto.\n");
        trial.says(Locale::Spanish, &["Falta la sección «Objeto»", "Falta la sección «Alcance»"]);
    }

    #[test]
    fn a_near_title_is_suggested() {
        let trial = trial().file("es/01.md", "⟦# Objeto⟧\n\n## Alcanse\n");
        let findings = trial.lint();
        let expected = ["Si es la sección «Alcanse», cambie su título a «Alcance»"];
        assert_eq!(hints(&findings, Locale::Spanish), expected);
        assert_eq!(findings[0].related[0].span.range(), 10..20);
        let longer = self::trial().file("es/01.md", "⟦# Objeto⟧\n\n## 2. Alcance general\n");
        let expected = ["Si es la sección «2. Alcance general», cambie su título a «Alcance»"];
        assert_eq!(hints(&longer.lint(), Locale::Spanish), expected);
    }

    #[test]
    fn sections_are_known_by_identity_or_by_any_title() {
        trial()
            .file("es/01.md", "# Para qué {#objeto}\n\n## ARTÍCULO 2.- AMBITO DE APLICACIÓN\n")
            .file("es/02.md", "# 1. ¿Objeto?\n\n###### Alcance:\n")
            .file("en/01.md", "# Article 1. Purpose\n\nScope\n-----\n")
            .lint();
    }

    #[test]
    fn a_title_of_another_language_will_not_do() {
        let trial = trial().file("en/01.md", "⟦# Purpose⟧\n\n## Alcance\n");
        trial.says(Locale::English, &["The section “Scope” is missing"]);
    }

    #[test]
    fn other_documents_are_not_under_the_contract() {
        trial().file("es/10.md", "# A\n").file("es/anexos/01.md", "# A\n").file("01.md", "# A\n").lint();
    }

    #[test]
    fn what_is_optional_may_be_absent() {
        let optional = SectionContract { optional: true, ..section("", &["Anexo"], &[]) };
        Trial::of("required-section").contract("**", false, &[optional]).file("es/a.md", "# A\n").lint();
    }

    #[test]
    fn a_section_without_titles_is_known_by_its_anchor() {
        let contract = [section("normas-tecnicas", &[], &[])];
        let trial = Trial::of("required-section").contract("**", false, &contract);
        let trial = trial.file("es/a.md", "# Normas técnicas\n\n## B {#normas-tecnicas}\n");
        let trial = trial.file("es/b.md", "# Normas tecnicas\n").file("es/c.md", "⟦# Normas⟧\n");
        trial.says(Locale::English, &["The section with the identity “{#normas-tecnicas}” is missing"]);
        assert_eq!(hints(&trial.lint(), Locale::English), ["Add the section with the heading “## {#normas-tecnicas}”"]);
    }

    #[test]
    fn a_contract_without_titles_in_the_language_asks_for_nothing() {
        let contract = [section("", &["Objeto"], &[])];
        Trial::of("required-section").contract("**", false, &contract).file("en/a.md", "# A\n").lint();
    }

    #[test]
    fn a_section_may_have_to_stand_inside_another() {
        let inner = SectionContract { inside: Some("objeto".to_owned()), ..section("", &["Alcance"], &["Scope"]) };
        let contract = [section("objeto", &["Objeto"], &["Purpose"]), inner];
        let trial = || Trial::of("required-section").contract("**", false, &contract);
        let wrong = trial().file("es/a.md", "# P\n\n## Objeto\n\n⟦## Alcance⟧\n");
        wrong.says(Locale::Spanish, &["La sección «Alcance» debe estar dentro de «Objeto»"]);
        wrong.says(Locale::English, &["The section “Alcance” must stand inside “Objeto”"]);
        assert_eq!(wrong.lint()[0].related[0].span.range(), 5..14);
        let right = trial().file("es/a.md", "# P\n\n## Objeto\n\n### X\n\n#### 1. Alcance\n");
        // Another section of that title may stand anywhere.
        right.file("en/a.md", "# Scope\n\n## Purpose\n\n### Scope\n").lint();
        trial().file("es/a.md", "⟦# P⟧\n\n## Alcance\n").says(Locale::Spanish, &["Falta la sección «Objeto»"]);
    }

    #[test]
    fn two_contracts_ask_for_a_section_once() {
        let contract = [section("", &["Objeto"], &[])];
        let trial = Trial::of("required-section").contract("**", false, &contract).contract("es/*", true, &contract);
        trial.file("es/a.md", "⟦# A⟧\n").says(Locale::Spanish, &["Falta la sección «Objeto»"]);
    }
}

//! Terms that are defined twice.

use crate::lint::finding::{Findings, Observation, quotation};
use crate::lint::rule::{Check, Documentation, Rule};
use crate::lint::whole::WholePolicy;
use crate::model::{Message, Severity};

/// The rule.
pub const RULE: Rule = Rule {
    name: "duplicate-definition",
    default: Some(Severity::Warning),
    check: Check::Policy(check),
    messages: &["lint-duplicate-definition", "lint-duplicate-definition-first", "lint-duplicate-definition-hint"],
    documentation: [
        Documentation(include_str!("duplicate_definition.es.md")),
        Documentation(include_str!("duplicate_definition.en.md")),
    ],
};

fn check(whole: &WholePolicy<'_>, findings: &mut Findings<'_>) {
    for (documents, judgement) in whole.terms() {
        for again in &judgement.duplicate_definitions {
            let path = |document: usize| documents.get(document);
            let (Some(own), Some(first)) = (path(again.place.document), path(again.first.document)) else { continue };
            let message = Message::new("lint-duplicate-definition").with("term", quotation(&again.term));
            let there = Message::new("lint-duplicate-definition-first");
            let observation = Observation::new(own, again.place.span, message).related(first, again.first.span, there);
            findings.add(observation.hint(Message::new("lint-duplicate-definition-hint")));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::lint::testing::Trial;
    use crate::messages::Locale;

    #[test]
    fn the_second_definition_is_reported_with_the_first() {
        let text = "# Definiciones\n\nPara los efectos de esta política se entenderá por:\n\n\
            I. **Dependencia:** cada oficina del gobierno;\n\nII. **Catálogo:** la lista de los datos;\n\n\
            III. **⟦Dependencia⟧:** cada organismo, y\n\nIV. **Enlace:** quien responde por una Dependencia del Catálogo.\n\n\
            El Enlace responde.\n";
        let trial = Trial::of("duplicate-definition").file("es/a.md", text);
        trial.says(Locale::Spanish, &["«Dependencia» ya tiene otra definición"]);
        let findings = trial.lint();
        assert_eq!(findings[0].related[0].span.start as usize, text.find("Dependencia").unwrap());
    }

    #[test]
    fn a_translation_defines_its_own_terms() {
        let english = "# Definitions\n\nFor the purposes of this policy:\n\n- **Portal:** the site;\n- **Agency:** an office; \
            and\n- **Liaison:** a person.\n";
        let spanish = "# Definiciones\n\nPara los efectos de esta política se entenderá por:\n\nI. **Portal:** el sitio;\n\n\
            II. **Dependencia:** una oficina, y\n\nIII. **Enlace:** una persona.\n";
        Trial::of("duplicate-definition").file("en/a.md", english).file("es/a.md", spanish).lint();
    }
}

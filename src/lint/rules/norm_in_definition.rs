//! Duties hidden in definitions.

use crate::lint::context::DocumentContext;
use crate::lint::finding::{Findings, Observation, quotation};
use crate::lint::rule::{Check, Documentation, Rule};
use crate::lint::verbs::with_verb;
use crate::model::{Message, Severity};
use crate::norms::Strength;

/// The rule.
pub const RULE: Rule = Rule {
    name: "norm-in-definition",
    default: Some(Severity::Warning),
    check: Check::Document(check),
    messages: &["lint-norm-in-definition", "lint-norm-in-definition-hint"],
    documentation: [
        Documentation(include_str!("norm_in_definition.es.md")),
        Documentation(include_str!("norm_in_definition.en.md")),
    ],
};

fn check(context: &DocumentContext<'_>, findings: &mut Findings<'_>) {
    let Some(facts) = context.terms() else { return };
    let mut definitions = facts.definitions.iter().filter(|definition| definition.is_formal()).peekable();
    if definitions.peek().is_none() {
        return;
    }
    for (place, norm) in context.norms() {
        let (Some(passage), Strength::Must | Strength::MustNot) = (context.passages().get(*place), norm.strength)
        else {
            continue;
        };
        let span = passage.text.span(with_verb(passage.text.as_str(), &norm.modal));
        let contains = |meaning: Option<crate::model::Span>| meaning.is_some_and(|meaning| meaning.contains(span));
        let around = facts.definitions.iter().find(|definition| definition.is_formal() && contains(definition.meaning));
        let Some(definition) = around.filter(|_| !norm.inherited) else { continue };
        let message = Message::new("lint-norm-in-definition").with("term", quotation(&definition.term));
        let observation = Observation::new(&context.document.path, span, message);
        findings.add(observation.hint(Message::new("lint-norm-in-definition-hint")));
    }
}

#[cfg(test)]
mod tests {
    use crate::lint::testing::Trial;
    use crate::messages::Locale;

    #[test]
    fn a_duty_in_a_definition_is_reported() {
        let spanish = "# Definiciones\n\nPara los efectos de esta política se entenderá por:\n\n\
            I. **Dependencia:** cada oficina del gobierno;\n\nII. **Enlace:** la persona designada. El Enlace ⟦deberá entregar⟧ \
            el inventario cada mes, y\n\nIII. **Catálogo:** la lista de los datos que deben publicarse.\n";
        let trial = Trial::of("norm-in-definition").file("es/a.md", spanish);
        trial.says(Locale::Spanish, &["La definición de «Enlace» impone un deber"]);
    }

    #[test]
    fn definitions_and_duties_apart_are_left_alone() {
        let spanish = "# Definiciones\n\nPara los efectos de esta política se entenderá por:\n\n\
            I. **Dependencia:** cada oficina del gobierno;\n\nII. **Enlace:** la persona designada, y\n\n\
            III. **Catálogo:** la lista de los datos.\n\n# Deberes\n\nEl Enlace deberá entregar el inventario.\n";
        Trial::of("norm-in-definition").file("es/a.md", spanish).lint();
    }
}

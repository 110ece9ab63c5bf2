//! Duties that nobody has: «se deberá publicar el inventario».

use crate::lint::context::DocumentContext;
use crate::lint::finding::{Findings, Observation, quotation};
use crate::lint::rule::{Check, Documentation, Rule};
use crate::lint::verbs::with_verb;
use crate::model::{Message, Severity};
use crate::norms::{Strength, Subject};

/// The rule.
pub const RULE: Rule = Rule {
    name: "agentless-duty",
    default: Some(Severity::Warning),
    check: Check::Document(check),
    messages: &["lint-agentless-duty", "lint-agentless-duty-hint"],
    documentation: [
        Documentation(include_str!("agentless_duty.es.md")),
        Documentation(include_str!("agentless_duty.en.md")),
    ],
};

fn check(context: &DocumentContext<'_>, findings: &mut Findings<'_>) {
    for (place, norm) in context.norms() {
        let Some(passage) = context.passages().get(*place) else { continue };
        let has_agent = norm.agent.is_some() || norm.subject != Subject::Passive;
        if norm.strength != Strength::Must || has_agent || norm.inherited || passage.noted {
            continue;
        }
        let range = with_verb(passage.text.as_str(), &norm.modal);
        let written = passage.text.as_str().get(range.clone()).unwrap_or("");
        let message = Message::new("lint-agentless-duty").with("written", quotation(written));
        let observation = Observation::new(&context.document.path, passage.text.span(range), message);
        findings.add(observation.hint(Message::new("lint-agentless-duty-hint")));
    }
}

#[cfg(test)]
mod tests {
    use crate::lint::testing::{Trial, hints};
    use crate::messages::Locale;

    #[test]
    fn a_passive_duty_without_an_agent_is_reported() {
        let trial = Trial::of("agentless-duty")
            .file(
                "es/a.md",
                "⟦Se deberá publicar⟧ el inventario cada mes. El inventario ⟦deberá publicarse⟧ completo.\n",
            )
            .file("en/a.md", "The data ⟦must be published⟧ each month.\n");
        let findings = trial.lint();
        assert_eq!(findings.len(), 3);
        let expected = "Diga quién: «la Unidad deberá publicar…»";
        assert_eq!(hints(&findings[..1], Locale::Spanish), [expected]);
    }

    #[test]
    fn duties_with_an_agent_and_requirements_on_things_are_left_alone() {
        let spanish = "La Unidad deberá publicar el inventario. El inventario deberá publicarse por la Unidad. El informe deberá \
            contener los indicadores.\n\nLa Unidad deberá:\n\nI. Publicar el inventario, y\n\nII. Atender solicitudes.\n\n\
            > Se deberá publicar el inventario.\n";
        let english = "The Agency must publish the data. The data must be published by the Agency. The plan must include a calendar.\n";
        Trial::of("agentless-duty").file("es/a.md", spanish).file("en/a.md", english).lint();
    }
}

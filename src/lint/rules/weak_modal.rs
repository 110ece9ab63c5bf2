//! Verbs that seem to oblige and do not: «debe de», «deberá procurar».

use crate::lint::context::DocumentContext;
use crate::lint::finding::{Findings, Observation, quotation};
use crate::lint::rule::{Check, Documentation, Rule};
use crate::lint::verbs::with_verb;
use crate::model::{Message, Severity, folded};
use crate::norms::Strength;
use std::ops::Range;

/// The rule.
pub const RULE: Rule = Rule {
    name: "weak-modal",
    default: Some(Severity::Warning),
    check: Check::Document(check),
    messages: &[
        "lint-weak-modal-probability",
        "lint-weak-modal-probability-hint",
        "lint-weak-modal-effort",
        "lint-weak-modal-effort-hint",
    ],
    documentation: [Documentation(include_str!("weak_modal.es.md")), Documentation(include_str!("weak_modal.en.md"))],
};

/// Verbs of effort, after a modal.
const EFFORTS: [&str; 8] =
    [" endeavour", " endeavor", " strive", " try", " seek", " attempt", " procurar", " intentar"];

fn check(context: &DocumentContext<'_>, findings: &mut Findings<'_>) {
    let path = &context.document.path;
    for (place, range) in context.doubtful() {
        let Some(passage) = context.passages().get(*place) else { continue };
        let written = passage.text.as_str().get(range.clone()).unwrap_or("");
        let message = Message::new("lint-weak-modal-probability").with("written", quotation(written));
        let observation = Observation::new(path, passage.text.span(range.clone()), message);
        findings.add(observation.hint(Message::new("lint-weak-modal-probability-hint")));
    }
    for (place, norm) in context.norms() {
        let Some(passage) = context.passages().get(*place) else { continue };
        let text = passage.text.as_str();
        let range = with_verb(text, &norm.modal);
        let written = text.get(range.clone()).unwrap_or("");
        // To try what is forbidden may be forbidden too.
        let asks_for_effort = match norm.strength {
            Strength::Strive => true,
            Strength::Must | Strength::Should => EFFORTS.iter().any(|verb| written.ends_with(verb)),
            Strength::MustNot | Strength::ShouldNot | Strength::May => false,
        };
        // «Procurará» alone says openly that it asks for an effort; «deberá procurar» seems to ask for more.
        if !asks_for_effort || !seems_to_oblige(text, &norm.modal) || passage.noted {
            continue;
        }
        let message = Message::new("lint-weak-modal-effort").with("written", quotation(written));
        let observation = Observation::new(path, passage.text.span(range), message);
        findings.add(observation.hint(Message::new("lint-weak-modal-effort-hint")));
    }
}

/// Whether a modal is one of duty or advice: «debe», «deberá», “shall”, “must”, “should”.
fn seems_to_oblige(text: &str, modal: &Range<usize>) -> bool {
    let written = folded(text.get(modal.clone()).unwrap_or(""));
    ["debe", "shall", "must", "should"].iter().any(|verb| written.starts_with(verb))
}

#[cfg(test)]
mod tests {
    use crate::lint::testing::Trial;
    use crate::messages::Locale;

    #[test]
    fn probability_and_effort_are_no_duties() {
        let trial = Trial::of("weak-modal")
            .file(
                "es/a.md",
                "La Unidad ⟦debe de⟧ publicar el inventario. El Comité ⟦deberá procurar⟧ la participación.\n",
            )
            .file("en/a.md", "The Agency ⟦shall endeavour⟧ to publish its data.\n");
        trial.says(
            Locale::Spanish,
            &[
                "«shall endeavour» pide un esfuerzo, no un resultado: nadie puede exigir que se cumpla",
                "«debe de» expresa probabilidad, no obligación",
                "«deberá procurar» pide un esfuerzo, no un resultado: nadie puede exigir que se cumpla",
            ],
        );
    }

    #[test]
    fn plain_duties_and_open_efforts_are_left_alone() {
        let text = "La Unidad debe publicar el inventario. El Comité procurará la participación. Debe de ser cierto, dicen: se debe de \
            la ley.\n\n> La Unidad debe de publicar.\n\nLos deberes de la Unidad constan en el anexo.\n";
        let text = text.replace("Debe de ser cierto, dicen: se debe de la ley.", "");
        Trial::of("weak-modal")
            .file("es/a.md", &text)
            .file("en/a.md", "The Agency must publish its data. No Agency shall attempt to read them.\n")
            .lint();
    }
}

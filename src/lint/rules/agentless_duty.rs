//! Duties that nobody has: «se deberá publicar el inventario».
//!
//! [`acts`] leaves out what wants nobody to act; [`bearer`] what shows its bearer outside the sentence.

mod acts;
mod bearer;

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
    let norms = context.norms();
    let mut lacking = (0..norms.len()).filter(|at| lacks_agent(context, *at)).peekable();
    if lacking.peek().is_none() || context.is_set_text() || bearer::addresses_reader(context) {
        return;
    }
    for at in lacking.filter(|at| !bearer::is_plain(context, *at)) {
        let (place, norm) = &norms[at];
        let Some(passage) = context.passages().get(*place) else { continue };
        let range = with_verb(passage.text.as_str(), &norm.modal);
        let written = passage.text.as_str().get(range.clone()).unwrap_or("");
        let message = Message::new("lint-agentless-duty").with("written", quotation(written));
        let observation = Observation::new(&context.document.path, passage.text.span(range), message);
        findings.add(observation.hint(Message::new("lint-agentless-duty-hint")));
    }
}

/// Whether a norm of a document is a duty to do something that its sentence lays on nobody.
fn lacks_agent(context: &DocumentContext<'_>, at: usize) -> bool {
    let (place, norm) = &context.norms()[at];
    let Some(passage) = context.passages().get(*place) else { return false };
    let has_agent = norm.agent.is_some() || norm.subject != Subject::Passive;
    let is_duty = norm.strength == Strength::Must && !has_agent && !norm.inherited && !passage.noted;
    is_duty && acts::is_act(passage.text.as_str(), norm, context.is_spanish())
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
    fn what_a_thing_is_like_is_nobodys_duty() {
        let spanish = "Toda sanción deberá basarse en hechos. La norma deberá ser señalada. El informe deberá redactarse en lenguaje claro. Se deberá tener en \
            cuenta la ley. La multa deberá tomarse en cuenta. El campo deberá llamarse «mes». La Unidad dirá qué datos se tienen que \
            publicar. El código DEBE publicarse.\n\nLas medidas ⟦deberán tomarse⟧ a \
            tiempo, y ⟦deberá darse⟧ aviso.\n";
        let english = "Each fine must be based on facts. The text must be written in plain language. Both rules shall be referred \
            to as the Terms. Delays must be taken into account. Noise must be kept to a minimum. Source code MUST be published.\n\nThe case ⟦must be referred⟧ to \
            the Board, and minutes ⟦must be prepared⟧. They ⟦must also be kept⟧.\n";
        Trial::of("agentless-duty").file("es/a.md", spanish).file("en/a.md", english).lint();
    }

    #[test]
    fn a_bearer_named_before_is_seen_where_the_sentence_goes_on_from_it() {
        let spanish = "La Unidad deberá resolver la solicitud. Dicha resolución deberá publicarse. El acta ⟦deberá publicarse⟧ \
            también.\n\nLa Unidad deberá resolver, y el acuerdo deberá publicarse.\n\nEl inventario deberá publicarse a cargo \
            de la Unidad.\n\n## Obligaciones de la Unidad\n\nEl catálogo deberá publicarse.\n";
        let english = "The Panel must meet each month. Minutes ⟦shall be kept⟧ of each meeting.\n\nThe Panel must write minutes. \
            These must be published.\n\n## Duties of the Panel\n\nThe minutes must be published.\n";
        Trial::of("agentless-duty").file("es/a.md", spanish).file("en/a.md", english).lint();
    }

    #[test]
    fn what_somebody_brings_of_their_own_will_has_its_bearer() {
        let spanish = "Las solicitudes deberán presentarse por escrito. Las solicitudes ⟦deberán registrarse⟧. El aviso ⟦deberá \
            presentarse⟧ al Cabildo.\n";
        let english = "All notices must be sent by email. Complaints about a service must be submitted in writing. Notice ⟦must be \
            given⟧ of each change. Complaints ⟦must be recorded⟧.\n";
        Trial::of("agentless-duty").file("es/a.md", spanish).file("en/a.md", english).lint();
    }

    #[test]
    fn a_document_that_speaks_to_its_reader_names_nobody() {
        let english = "You may use your account. You must keep your password. Payment must be made each month.\n";
        let spanish =
            "Usted puede usar los datos. Se deberá citar la fuente. Si usted los cambia, usted debe decirlo.\n";
        Trial::of("agentless-duty").file("en/a.md", english).file("es/a.md", spanish).lint();
    }

    #[test]
    fn a_licence_and_a_record_of_versions_are_left_alone() {
        let text = "The licence shall be kept with each copy.\n";
        Trial::of("agentless-duty").file("LICENSE.md", text).file("en/RELEASE_NOTES.md", text).lint();
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

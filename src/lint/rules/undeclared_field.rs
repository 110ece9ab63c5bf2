//! Fields of the text that the manifest does not declare.

use crate::lint::context::DocumentContext;
use crate::lint::finding::{Findings, Observation, quotation};
use crate::lint::rule::{Check, Documentation, Rule};
use crate::model::{Inline, InlineKind, Message, Severity, nearest};

/// The rule.
pub const RULE: Rule = Rule {
    name: "undeclared-field",
    default: Some(Severity::Error),
    check: Check::Inline(check),
    messages: &["lint-did-you-mean", "lint-undeclared-field", "lint-undeclared-field-hint"],
    documentation: [
        Documentation(include_str!("undeclared_field.es.md")),
        Documentation(include_str!("undeclared_field.en.md")),
    ],
};

fn check(context: &DocumentContext<'_>, inline: &Inline<'_>, findings: &mut Findings<'_>) {
    let InlineKind::Field(name) = &inline.kind else { return };
    let policy = context.policy.policy;
    // Without a manifest, braces belong to whatever program publishes the text.
    if !policy.has_manifest || policy.manifest.fields.contains_key(name.as_ref()) {
        return;
    }
    let path = &context.document.path;
    let message = Message::new("lint-undeclared-field").with("name", quotation(name));
    let mut observation = Observation::new(path, inline.span, message);
    if findings.may_suggest(path) {
        let known = policy.manifest.fields.keys();
        for near in nearest(name, known.map(|known| (known, known))) {
            observation = observation.hint(Message::new("lint-did-you-mean").with("name", near.as_str()));
        }
    }
    findings.add(observation.hint(Message::new("lint-undeclared-field-hint").with("name", quotation(name))));
}

#[cfg(test)]
mod tests {
    use crate::lint::testing::{Trial, hints};
    use crate::messages::Locale;

    const MANIFEST: &str = "[policy]\nlanguages = [\"es\", \"en\"]\n[fields.correo_de_contacto]\n[fields.entidad]\n";

    #[test]
    fn a_field_that_nobody_declared() {
        let trial = Trial::of("undeclared-field")
            .manifest(MANIFEST)
            .file("es/a.md", "# A\n\nA {{ entidad }} en **⟦{{ correo_contacto }}⟧**.\n");
        trial.says(Locale::Spanish, &["El manifiesto no declara el campo «correo_contacto»"]);
        trial.says(Locale::English, &["The manifest does not declare the field “correo_contacto”"]);
        let expected = [
            "¿Quiso decir «correo_de_contacto»?",
            "Corrija el nombre o agregue [fields.correo_contacto] a gaceta.toml",
        ];
        assert_eq!(hints(&trial.lint(), Locale::Spanish), expected);
        assert!(trial.lint()[0].fix.is_none());
    }

    #[test]
    fn what_other_programs_fill_in() {
        let trial = Trial::of("undeclared-field").manifest(MANIFEST);
        trial.file("es/a.md", "{{ site.url }} {% include a %} `{{ x }}` \\{{ x }} {{ a b }} {{ entidad }}\n").lint();
        Trial::of("undeclared-field").without_manifest().file("es/a.md", "{{ content }}\n").lint();
    }
}

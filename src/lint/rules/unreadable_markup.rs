//! Text that could not be read as it was written.

use crate::lint::context::DocumentContext;
use crate::lint::finding::{Findings, Observation};
use crate::lint::rule::{Check, Documentation, Rule};
use crate::model::Severity;

/// The rule.
pub const RULE: Rule = Rule {
    name: "unreadable-markup",
    default: Some(Severity::Error),
    check: Check::Document(check),
    messages: &[],
    documentation: [
        Documentation(include_str!("unreadable_markup.es.md")),
        Documentation(include_str!("unreadable_markup.en.md")),
    ],
};

fn check(context: &DocumentContext<'_>, findings: &mut Findings<'_>) {
    for (message, span) in &context.document.problems {
        findings.add(Observation::new(&context.document.path, *span, message.clone()));
    }
}

#[cfg(test)]
mod tests {
    use crate::lint::testing::Trial;

    #[test]
    fn what_the_parser_could_not_read_is_reported() {
        let trial = Trial::of("unreadable-markup").file("es/a.md", "---\ntitle: ⟦⟧\"Datos\n---\n\n# Datos\n");
        let ids: Vec<_> = trial.lint().iter().map(|finding| finding.message.id).collect();
        assert_eq!(ids, ["parse-front-matter-invalid"]);
    }

    #[test]
    fn a_sound_document_has_no_findings() {
        Trial::of("unreadable-markup").file("es/a.md", "---\ntitle: Datos\n---\n\n# Datos {#datos}\n").lint();
    }
}

//! Headings more than one level deeper than the heading before them.

use crate::lint::context::DocumentContext;
use crate::lint::finding::{Findings, Observation};
use crate::lint::rule::{Check, Documentation, Rule};
use crate::model::{Heading, Message, Severity};

/// The rule.
pub const RULE: Rule = Rule {
    name: "heading-skip",
    default: Some(Severity::Warning),
    check: Check::Document(check),
    messages: &["lint-heading-skip", "lint-heading-skip-before", "lint-heading-skip-hint"],
    documentation: [
        Documentation(include_str!("heading_skip.es.md")),
        Documentation(include_str!("heading_skip.en.md")),
    ],
};

fn check(context: &DocumentContext<'_>, findings: &mut Findings<'_>) {
    let mut before: Option<&Heading<'_>> = None;
    for section in context.document.all_sections() {
        let heading = &section.heading;
        if let Some(before) = before
            && heading.level > before.level + 1
        {
            let message = Message::new("lint-heading-skip")
                .with("from", u32::from(before.level))
                .with("to", u32::from(heading.level));
            let hint = Message::new("lint-heading-skip-hint")
                .with("level", u32::from(before.level + 1))
                .with("marks", "#".repeat(usize::from(before.level + 1)));
            let path = &context.document.path;
            findings.add(Observation::new(path, context.place(heading), message).hint(hint).related(
                path,
                context.place(before),
                Message::new("lint-heading-skip-before"),
            ));
        }
        before = Some(heading);
    }
}

#[cfg(test)]
mod tests {
    use crate::lint::testing::{Trial, hints};
    use crate::messages::Locale;

    #[test]
    fn a_level_left_out_is_reported_once() {
        let trial = Trial::of("heading-skip").file("es/a.md", "# Uno\n\n⟦### Tres⟧\n\n### Otro\n\nTexto.\n");
        trial.says(Locale::Spanish, &["El encabezado salta del nivel 1 al nivel 3"]);
        trial.says(Locale::English, &["The heading skips from level 1 to level 3"]);
        let findings = trial.lint();
        let expected = "Use el nivel 2 («##») o agregue el encabezado que falta en medio";
        assert_eq!(hints(&findings, Locale::Spanish), [expected]);
        assert_eq!(findings[0].related[0].span.range(), 0..5);
    }

    #[test]
    fn every_skip_is_measured_from_the_heading_before() {
        let text = "## A\n\n⟦##### B⟧\n\n## C\n\n### D\n\n# E\n\n⟦Setext con salto⟧\n";
        let trial = Trial::of("heading-skip").file("en/a.md", &text.replace("⟦Setext con salto⟧", "⟦#### F ####⟧"));
        let expected = ["The heading skips from level 2 to level 5", "The heading skips from level 1 to level 4"];
        trial.says(Locale::English, &expected);
    }

    #[test]
    fn a_document_may_start_at_any_level_and_go_up_by_several() {
        let text =
            "### A\n\n#### B\n\n##### C\n\n## D\n\n### E\n\n> ##### in a quote\n\n- ###### in a list\n\n#### F\n";
        Trial::of("heading-skip").file("es/a.md", text).file("en/b.md", "Text without headings.\n").lint();
    }
}

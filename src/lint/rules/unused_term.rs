//! Terms that are defined and never used.

use crate::lint::finding::{Findings, Observation, quotation};
use crate::lint::rule::{Check, Documentation, Rule};
use crate::lint::whole::WholePolicy;
use crate::model::{Message, Severity};

/// The rule.
pub const RULE: Rule = Rule {
    name: "unused-term",
    default: Some(Severity::Warning),
    check: Check::Policy(check),
    messages: &["lint-unused-term", "lint-unused-term-hint"],
    documentation: [Documentation(include_str!("unused_term.es.md")), Documentation(include_str!("unused_term.en.md"))],
};

fn check(whole: &WholePolicy<'_>, findings: &mut Findings<'_>) {
    for (documents, judgement) in whole.terms() {
        for unused in &judgement.unused_terms {
            let Some(path) = documents.get(unused.place.document) else { continue };
            let message = Message::new("lint-unused-term").with("term", quotation(&unused.term));
            let observation = Observation::new(path, unused.place.span, message);
            findings.add(observation.hint(Message::new("lint-unused-term-hint")));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::lint::testing::Trial;
    use crate::messages::Locale;

    fn glossary(marked: &str) -> String {
        format!(
            "# Definitions\n\nFor the purposes of this policy:\n\n- **Agency:** an office of the government;\n\
             - **{marked}:** the list of datasets; and\n- **Liaison:** the person who answers for an Agency.\n"
        )
    }

    #[test]
    fn a_term_used_nowhere_is_reported_at_its_definition() {
        let trial = Trial::of("unused-term")
            .file("en/01.md", &glossary("⟦Register⟧"))
            .file("en/02.md", "# Duties\n\nEach Agency must name a Liaison within ten days.\n");
        trial.says(Locale::English, &["The term “Register” is defined and never used"]);
        trial.says(Locale::Spanish, &["El término «Register» está definido y no se usa"]);
    }

    #[test]
    fn any_form_of_the_term_is_a_use() {
        Trial::of("unused-term")
            .file("en/01.md", &glossary("Register"))
            .file("en/02.md", "# Duties\n\nLiaisons must keep their registers; each Agency checks them.\n")
            .lint();
    }
}

//! Acronyms that nothing explains.

use crate::lint::finding::{Findings, Observation, quotation};
use crate::lint::rule::{Check, Documentation, Rule};
use crate::lint::whole::WholePolicy;
use crate::model::{Message, Severity};
use crate::policy::is_set_text;

/// The rule.
pub const RULE: Rule = Rule {
    name: "undefined-acronym",
    default: Some(Severity::Warning),
    check: Check::Policy(check),
    messages: &["lint-undefined-acronym", "lint-undefined-acronym-hint"],
    documentation: [
        Documentation(include_str!("undefined_acronym.es.md")),
        Documentation(include_str!("undefined_acronym.en.md")),
    ],
};

fn check(whole: &WholePolicy<'_>, findings: &mut Findings<'_>) {
    let known = &whole.policy.policy.manifest.lint.known_acronyms;
    for (documents, judgement) in whole.terms() {
        for undefined in judgement.undefined_acronyms.iter().filter(|found| !known.contains(&found.acronym)) {
            let Some(path) = documents.get(undefined.place.document) else { continue };
            // What only a licence or a record of versions says is not the policy's to explain.
            if is_set_text(path) {
                continue;
            }
            let message = Message::new("lint-undefined-acronym").with("acronym", quotation(&undefined.acronym));
            let observation = Observation::new(path, undefined.place.span, message);
            findings.add(observation.hint(Message::new("lint-undefined-acronym-hint")));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::lint::testing::{Trial, hints};
    use crate::messages::Locale;

    #[test]
    fn an_acronym_without_its_words_is_reported_once() {
        let trial = Trial::of("undefined-acronym")
            .file("es/a.md", "# Reporte\n\nLa ⟦CTDA⟧ publica los datos, y la CTDA los corrige.\n")
            .file("en/a.md", "# Report\n\nThe ⟦CTDA⟧ publishes the data of the agencies.\n");
        let expected = ["Nothing says what “CTDA” stands for", "Nothing says what “CTDA” stands for"];
        trial.says(Locale::English, &expected);
        let expected = "Escriba el nombre completo la primera vez, con la sigla entre paréntesis, o agréguela a known, en \
            [lint.undefined-acronym] de gaceta.toml";
        assert_eq!(hints(&trial.lint()[..1], Locale::Spanish), [expected]);
    }

    #[test]
    fn a_licence_and_a_record_of_versions_are_left_alone() {
        let text = "The report goes to the CTDA of the agencies.\n";
        Trial::of("undefined-acronym").file("LICENSE.md", text).file("en/CHANGELOG.md", text).lint();
    }

    #[test]
    fn explained_known_and_common_ones_are_left_alone() {
        let text = "# REPORTE DE LA CTDA\n\nLa Comisión Técnica de Datos Abiertos (CTDA) publica en CSV y PDF. La CTDA y la ATDT responden. \
            El siglo XIX, EE. UU., la ISO 8601 y `CTXX`.\n";
        let settings = "[lint.undefined-acronym]\nknown = [\"ATDT\"]\n";
        let other = "# Otro\n\nLa CTDA se reúne cada mes en el municipio.\n";
        Trial::of("undefined-acronym").settings(settings).file("es/a.md", text).file("es/b.md", other).lint();
    }
}

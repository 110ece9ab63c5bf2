//! Duties in a section that only informs.

use crate::lint::context::DocumentContext;
use crate::lint::finding::{Findings, Observation, quotation};
use crate::lint::rule::{Check, Documentation, Rule};
use crate::lint::titles::comparable;
use crate::lint::verbs::with_verb;
use crate::model::{ClauseKind, Message, Section, Severity, Span, plain_text};
use crate::norms::Strength;

/// The rule.
pub const RULE: Rule = Rule {
    name: "stray-norm",
    default: Some(Severity::Warning),
    check: Check::Document(check),
    messages: &["lint-stray-norm", "lint-stray-norm-hint", "lint-stray-norm-place"],
    documentation: [Documentation(include_str!("stray_norm.es.md")), Documentation(include_str!("stray_norm.en.md"))],
};

/// Titles, as they are compared, of sections that by their kind bind nobody.
const INFORMATIVE: [&str; 22] = [
    "acerca de este documento",
    "antecedentes",
    "background",
    "considerandos",
    "contexto",
    "executive summary",
    "exposicion de motivos",
    "foreword",
    "introduccion",
    "introduction",
    "motivacion",
    "motivos",
    "preamble",
    "preambulo",
    "preface",
    "prefacio",
    "presentacion",
    "presentation",
    "prologo",
    "rationale",
    "resumen",
    "resumen ejecutivo",
];

fn check(context: &DocumentContext<'_>, findings: &mut Findings<'_>) {
    let listed = &context.policy.policy.manifest.lint.informative_sections;
    let informs = |section: &&Section<'_>| {
        let title = comparable(&plain_text(&section.heading.inlines));
        let named = |name: &String| *name == section.anchor || comparable(name) == title;
        INFORMATIVE.binary_search(&title.as_str()).is_ok() || listed.iter().any(named)
    };
    let informative: Vec<&Section<'_>> = context.document.all_sections().filter(informs).collect();
    if informative.is_empty() {
        return;
    }
    let mut stray = Vec::new();
    for (place, norm) in context.norms() {
        let Some(passage) = context.passages().get(*place) else { continue };
        let around = informative.iter().find(|section| section.span.contains(norm.span));
        let Some(section) = around.filter(|_| !passage.noted && !norm.inherited) else { continue };
        if matches!(norm.strength, Strength::Must | Strength::MustNot) {
            let written = passage.text.as_str().get(with_verb(passage.text.as_str(), &norm.modal)).unwrap_or("");
            stray.push((norm.span, quotation(written), context.place(&section.heading)));
        }
    }
    if stray.is_empty() {
        return;
    }
    let (path, language) = (context.document.path.clone(), context.language.clone());
    let asked = !listed.is_empty();
    // Only a text that keeps its rules elsewhere, in articles, has a place where they belong.
    findings.later(move |whole, findings| {
        let has_articles = || {
            whole
                .documents
                .iter()
                .any(|(_, facts)| facts.language == language && facts.ends(ClauseKind::Article).is_some())
        };
        if !asked && !has_articles() {
            return;
        }
        for (span, written, heading) in stray {
            findings.add(observation(&path, span, written, heading));
        }
    });
}

fn observation(path: &crate::model::DocumentPath, span: Span, written: String, heading: Span) -> Observation {
    let observation = Observation::new(path, span, Message::new("lint-stray-norm").with("written", written));
    let observation = observation.hint(Message::new("lint-stray-norm-hint"));
    observation.related(path, heading, Message::new("lint-stray-norm-place"))
}

#[cfg(test)]
mod tests {
    use super::INFORMATIVE;
    use crate::lint::testing::Trial;
    use crate::messages::Locale;

    #[test]
    fn the_titles_can_be_searched() {
        assert!(INFORMATIVE.is_sorted());
    }

    #[test]
    fn a_duty_in_a_presentation_is_reported() {
        let articles = "# Reglas\n\n## Artículo 1. Objeto\n\nLa Unidad deberá publicar el inventario.\n";
        let trial = Trial::of("stray-norm")
            .file(
                "es/a.md",
                "# Presentación\n\n## Motivo\n\nLos datos sirven. ⟦La Unidad deberá publicar el inventario.⟧\n",
            )
            .file("es/b.md", articles);
        trial.says(Locale::Spanish, &["«deberá publicar» impone un deber en una sección que sólo informa"]);
    }

    #[test]
    fn texts_without_articles_and_other_sections_are_left_alone() {
        Trial::of("stray-norm").file("es/a.md", "# Introducción\n\nLa Unidad deberá publicar el inventario.\n").lint();
        let text = "# Presentación\n\nEl plan deberá ser útil, dicen.\n\n> La Unidad deberá publicar el inventario.\n\n\
            La Unidad podrá publicar el inventario.\n\n# Reglas\n\n## Artículo 1. Objeto\n\nLa Unidad deberá publicarlo.\n";
        let text = text.replace("El plan deberá ser útil, dicen.", "El plan es útil.");
        Trial::of("stray-norm").file("es/a.md", &text).lint();
    }

    #[test]
    fn the_manifest_names_further_sections() {
        let trial = Trial::of("stray-norm")
            .settings("[lint.stray-norm]\ninformative = [\"como-se-lee\"]\n")
            .file("en/a.md", "# How to read this {#como-se-lee}\n\n⟦The Agency must publish its data.⟧\n");
        trial.says(Locale::English, &["“must publish” lays down a duty in a section that only informs"]);
    }
}

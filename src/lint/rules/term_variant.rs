//! Defined terms that are written otherwise.

use crate::lint::finding::{Findings, Observation, quotation};
use crate::lint::rule::{Check, Documentation, Rule};
use crate::lint::whole::WholePolicy;
use crate::model::{Message, Severity};

/// The rule.
pub const RULE: Rule = Rule {
    name: "term-variant",
    default: Some(Severity::Warning),
    check: Check::Policy(check),
    messages: &["lint-term-variant", "lint-term-variant-defined", "lint-term-variant-hint"],
    documentation: [
        Documentation(include_str!("term_variant.es.md")),
        Documentation(include_str!("term_variant.en.md")),
    ],
};

fn check(whole: &WholePolicy<'_>, findings: &mut Findings<'_>) {
    for (documents, judgement) in whole.terms() {
        for variant in &judgement.term_variants {
            let path = |document: usize| documents.get(document);
            let (Some(own), Some(there)) = (path(variant.place.document), path(variant.defined.document)) else {
                continue;
            };
            let term = quotation(&variant.term);
            let message = Message::new("lint-term-variant").with("written", quotation(&variant.written));
            let observation = Observation::new(own, variant.place.span, message.with("term", term.as_str()));
            let observation = observation.hint(Message::new("lint-term-variant-hint").with("term", term));
            findings.add(observation.related(there, variant.defined.span, Message::new("lint-term-variant-defined")));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::lint::testing::Trial;
    use crate::messages::Locale;

    const GLOSSARY: &str = "# Definiciones\n\nPara los efectos de esta política se entenderá por:\n\n\
        I. **Conjunto de datos:** datos con un mismo origen;\n\nII. **Metadatos:** datos que describen a otros, y\n\n\
        III. **Enlace:** la persona que responde.\n";

    #[test]
    fn other_capitals_and_hyphens_are_variants() {
        let text = "# Deberes\n\nEl Enlace revisa cada Conjunto de datos y sus Metadatos. El Enlace corrige el ⟦Conjunto de Datos⟧ y \
            sus ⟦meta-datos⟧.\n";
        let trial = Trial::of("term-variant").file("es/01.md", GLOSSARY).file("es/02.md", text);
        let expected = [
            "«Conjunto de Datos» está definido como «Conjunto de datos»",
            "«meta-datos» está definido como «Metadatos»",
        ];
        trial.says(Locale::Spanish, &expected);
    }

    #[test]
    fn plurals_and_common_words_are_none() {
        let text = "# Deberes\n\nLos Enlaces revisan los Conjuntos de datos. Un enlace de internet y el conjunto de los datos son \
            palabras comunes.\n";
        Trial::of("term-variant").file("es/01.md", GLOSSARY).file("es/02.md", text).lint();
    }
}

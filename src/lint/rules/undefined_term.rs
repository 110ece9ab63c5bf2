//! Terms written as defined ones that nothing defines.

use crate::lint::finding::{Findings, Observation, quotation};
use crate::lint::rule::{Check, Documentation, Rule};
use crate::lint::whole::WholePolicy;
use crate::model::{Message, Severity};

/// The rule.
pub const RULE: Rule = Rule {
    name: "undefined-term",
    default: Some(Severity::Warning),
    check: Check::Policy(check),
    messages: &["lint-undefined-term", "lint-undefined-term-hint", "lint-did-you-mean"],
    documentation: [
        Documentation(include_str!("undefined_term.es.md")),
        Documentation(include_str!("undefined_term.en.md")),
    ],
};

fn check(whole: &WholePolicy<'_>, findings: &mut Findings<'_>) {
    for (documents, judgement) in whole.terms() {
        for undefined in &judgement.undefined_terms {
            let Some(path) = documents.get(undefined.place.document) else { continue };
            let message = Message::new("lint-undefined-term").with("term", quotation(&undefined.term));
            let mut observation = Observation::new(path, undefined.place.span, message);
            if let Some(meant) = &undefined.meant {
                observation = observation.hint(Message::new("lint-did-you-mean").with("name", quotation(meant)));
            }
            findings.add(observation.hint(Message::new("lint-undefined-term-hint")));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::lint::testing::{Trial, hints};
    use crate::messages::Locale;

    const GLOSSARY: &str = "# Definiciones\n\nPara los efectos de esta política se entenderá por:\n\n\
        I. **Dependencia:** cada oficina del gobierno;\n\nII. **Catálogo:** la lista de los datos, y\n\n\
        III. **Enlace:** la persona que responde por una Dependencia.\n";

    #[test]
    fn a_body_with_duties_that_nothing_defines_is_reported_where_it_stands_first() {
        let text = "# Gobierno\n\nCada Dependencia publicará el Catálogo. ⟦El Enlace⟧ lo revisa. El Consejo Ciudadano deberá \
            aprobarlo, y el Consejo Ciudadano lo publica.\n";
        let text = text.replace(['⟦', '⟧'], "").replacen("Consejo Ciudadano", "⟦Consejo Ciudadano⟧", 1);
        let trial = Trial::of("undefined-term").file("es/01.md", GLOSSARY).file("es/02.md", &text);
        trial.says(Locale::Spanish, &["«Consejo Ciudadano» se usa como término definido y nada lo define"]);
        let expected = "Defínalo en el glosario, o escríbalo con minúscula si no tiene un significado propio";
        assert_eq!(hints(&trial.lint(), Locale::Spanish), [expected]);
    }

    #[test]
    fn names_and_defined_terms_are_left_alone() {
        let text = "# Gobierno\n\nEl Enlace y las Dependencias actualizan los Catálogos cada lunes. La Ley General de Archivos y el \
            Instituto Nacional de Estadística y Geografía no cambian. En México, el Poder Ejecutivo decide.\n";
        Trial::of("undefined-term").file("es/01.md", GLOSSARY).file("es/02.md", text).lint();
        Trial::of("undefined-term").file("es/02.md", "El Consejo Ciudadano deberá aprobarlo.\n").lint();
    }
}

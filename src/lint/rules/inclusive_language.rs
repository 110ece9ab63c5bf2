//! Words for people that name one gender where all are meant.

use crate::lint::context::DocumentContext;
use crate::lint::finding::{Findings, Observation};
use crate::lint::phrases::{Phrase, Phrases};
use crate::lint::rule::{Check, Documentation, Rule};
use crate::model::{Message, Passage};

/// The rule.
pub const RULE: Rule = Rule {
    name: "inclusive-language",
    default: None,
    check: Check::Phrases(&PHRASES, check),
    messages: &["lint-inclusive-language", "lint-inclusive-language-hint"],
    documentation: [
        Documentation(include_str!("inclusive_language.es.md")),
        Documentation(include_str!("inclusive_language.en.md")),
    ],
};

const PHRASES: Phrases = Phrases { spanish: &SPANISH, english: &ENGLISH };

/// Generic masculines of administrative Spanish; the guides of Mexican authorities advise collective nouns, «quien», and
/// the post rather than its holder (DOF: Manual para el uso no sexista del lenguaje).
const SPANISH: [&str; 24] = [
    "los ciudadanos",
    "los usuarios",
    "los servidores públicos",
    "los funcionarios",
    "los funcionarios públicos",
    "los titulares",
    "el titular",
    "los trabajadores",
    "los beneficiarios",
    "los interesados",
    "los solicitantes",
    "los investigadores",
    "los periodistas",
    "los niños",
    "los mexicanos",
    "los habitantes",
    "los expertos",
    "los profesores",
    "los alumnos",
    "los desarrolladores",
    "los regidores",
    "los directores",
    "el ciudadano",
    "el usuario",
];

/// What to write for each of [`SPANISH`], in the same order.
const SPANISH_INSTEAD: [&str; 24] = [
    "la ciudadanía",
    "las personas usuarias",
    "las personas servidoras públicas",
    "el funcionariado",
    "el funcionariado público",
    "las personas titulares",
    "la persona titular",
    "las personas trabajadoras",
    "las personas beneficiarias",
    "las personas interesadas",
    "las personas solicitantes",
    "las personas que investigan",
    "el periodismo",
    "la niñez",
    "la población mexicana",
    "la población",
    "las personas expertas",
    "el profesorado",
    "el alumnado",
    "las personas desarrolladoras",
    "las regidurías",
    "las direcciones",
    "la persona",
    "la persona usuaria",
];

const ENGLISH: [&str; 12] = [
    "he or she",
    "his or her",
    "him or her",
    "he/she",
    "chairman",
    "spokesman",
    "mankind",
    "manpower",
    "man-made",
    "man-hours",
    "ombudsman",
    "policemen",
];

/// What to write for each of [`ENGLISH`], in the same order.
const ENGLISH_INSTEAD: [&str; 12] = [
    "they",
    "their",
    "them",
    "they",
    "chair",
    "spokesperson",
    "people",
    "staff",
    "artificial",
    "working hours",
    "ombudsperson",
    "police officers",
];

fn check(context: &DocumentContext<'_>, passage: &Passage<'_>, phrase: &Phrase, findings: &mut Findings<'_>) {
    if passage.quoted {
        return;
    }
    let instead: &[&str] = if context.is_spanish() { &SPANISH_INSTEAD } else { &ENGLISH_INSTEAD };
    let (Some(instead), Some(written)) = (instead.get(phrase.number), passage.text.as_str().get(phrase.range.clone()))
    else {
        return;
    };
    // «Los funcionarios públicos» is found as a whole.
    let goes_on = passage.text.as_str()[phrase.range.end..].starts_with(" públicos");
    if goes_on && !written.to_lowercase().ends_with("públicos") {
        return;
    }
    let message = Message::new("lint-inclusive-language").with("written", written);
    let hint = Message::new("lint-inclusive-language-hint").with("instead", *instead);
    let span = passage.text.span(phrase.range.clone());
    findings.add(Observation::new(&context.document.path, span, message).hint(hint));
}

#[cfg(test)]
mod tests {
    use super::{ENGLISH, ENGLISH_INSTEAD, SPANISH, SPANISH_INSTEAD};
    use crate::lint::testing::{Trial, hints};
    use crate::messages::Locale;

    #[test]
    fn every_phrase_has_its_suggestion() {
        assert_eq!((SPANISH.len(), ENGLISH.len()), (SPANISH_INSTEAD.len(), ENGLISH_INSTEAD.len()));
    }

    #[test]
    fn generic_masculines_get_a_suggestion() {
        let trial = Trial::of("inclusive-language")
            .file("es/a.md", "⟦Los ciudadanos⟧ piden datos a ⟦los funcionarios públicos⟧ y a ⟦los\nusuarios⟧.\n")
            .file("en/a.md", "The ⟦chairman⟧ signs; ⟦he or she⟧ may delegate.\n");
        trial.says(
            Locale::Spanish,
            &[
                "«chairman» nombra un solo género",
                "«he or she» nombra un solo género",
                "«Los ciudadanos» nombra un solo género",
                "«los funcionarios públicos» nombra un solo género",
                "«los usuarios» nombra un solo género",
            ],
        );
        let expected = ["Podría decir «la ciudadanía»", "Podría decir «el funcionariado público»"];
        assert_eq!(hints(&trial.lint(), Locale::Spanish)[2..4], expected);
    }

    #[test]
    fn other_words_and_quotations_are_left_alone() {
        let text = "Los datos de las personas usuarias.\n\n> Los ciudadanos.\n\n`los usuarios`, los usuariosX.\n";
        Trial::of("inclusive-language").file("es/a.md", text).file("en/a.md", "They chair it.\n").lint();
    }
}

//! Documents with more than one title.

use crate::lint::context::DocumentContext;
use crate::lint::finding::{Findings, Observation, quotation};
use crate::lint::rule::{Check, Documentation, Rule};
use crate::model::{Heading, Message, Severity, folded, plain_text};

/// The rule.
pub const RULE: Rule = Rule {
    name: "single-title",
    default: Some(Severity::Warning),
    check: Check::Document(check),
    messages: &["lint-single-title", "lint-single-title-hint", "lint-single-title-place"],
    documentation: [
        Documentation(include_str!("single_title.es.md")),
        Documentation(include_str!("single_title.en.md")),
    ],
};

/// First words, folded, of headings that open a division of a long text: several of them are no mistake.
const DIVISIONS: [&str; 29] = [
    "anexo", "anexos", "annex", "annexes", "apartado", "apendice", "apendices", "appendices", "appendix", "article",
    "articulo", "articulos", "book", "capitulo", "chapter", "disposicion", "disposiciones", "libro", "part", "parte",
    "schedule", "seccion", "section", "title", "titulo", "transitional", "transitorio", "transitorios", "transitory",
];

fn check(context: &DocumentContext<'_>, findings: &mut Findings<'_>) {
    let titles = || context.document.sections.iter().map(|section| &section.heading).filter(|heading| heading.level == 1);
    let mut others = titles();
    let Some(first) = others.next() else { return };
    for heading in others.filter(|heading| !is_division(heading)) {
        let path = &context.document.path;
        let title = quotation(&plain_text(&heading.inlines));
        let observation = Observation::new(path, context.place(heading), Message::new("lint-single-title").with("title", title));
        let place = Message::new("lint-single-title-place");
        findings.add(
            observation.hint(Message::new("lint-single-title-hint")).related(path, context.place(first), place),
        );
    }
}

/// Whether a heading opens a numbered or a usual division of a text.
fn is_division(heading: &Heading<'_>) -> bool {
    if heading.designator.is_some() {
        return true;
    }
    let title = folded(&plain_text(&heading.inlines));
    let first = title.split(|letter: char| !letter.is_alphanumeric()).find(|word| !word.is_empty()).unwrap_or("");
    let is_number = first.bytes().all(|byte| byte.is_ascii_digit())
        || first.bytes().all(|byte| matches!(byte, b'i' | b'v' | b'x' | b'l' | b'c'));
    is_number || DIVISIONS.contains(&first)
}

#[cfg(test)]
mod tests {
    use crate::lint::testing::{Trial, hints};
    use crate::messages::Locale;

    fn trial() -> Trial {
        Trial::of("single-title")
    }

    #[test]
    fn every_title_after_the_first_is_reported() {
        let text = "# Política\n\n## Objeto\n\nTexto.\n\n⟦# Régimen supletorio⟧\n\nTexto.\n\n⟦Vigencia\n===⟧\n";
        let trial = trial().file("es/a.md", text);
        let expected = [
            "El documento ya tiene un título: «Régimen supletorio» es otro encabezado de nivel 1",
            "El documento ya tiene un título: «Vigencia» es otro encabezado de nivel 1",
        ];
        trial.says(Locale::Spanish, &expected);
        let findings = trial.lint();
        assert_eq!(findings[0].related[0].span.range(), 0..11);
        assert_eq!(hints(&findings[..1], Locale::Spanish), ["Baje un nivel este encabezado y los que dependen de él, o pase el texto a otro documento"]);
        Trial::of("single-title").file("en/a.md", "# TITLE ONE. GENERAL\n\n## A\n\n⟦# Other laws⟧\n").lint();
    }

    #[test]
    fn divisions_and_single_titles_are_left_alone() {
        for text in [
            "# Política\n\n## Objeto\n\n## Alcance\n",
            "---\ntitle: Política\n---\n\n# Política\n\n## Objeto\n",
            "# Ley\n\n# TÍTULO PRIMERO\n\n# TÍTULO SEGUNDO. De los datos\n\n# Transitorios\n",
            "# Policy\n\n# Chapter 1\n\n# Annex A\n\n# 3. Scope\n\n# IV. Terms\n",
            "## Objeto\n\n# Política\n",
            "> # Cita\n\n# Política\n\n- # Lista\n",
            "# Política\n\n```\n# no\n```\n",
            "Texto.\n",
        ] {
            trial().file("es/a.md", text).lint();
        }
    }
}

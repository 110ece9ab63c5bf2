//! Documents with more than one title.

use crate::lint::context::DocumentContext;
use crate::lint::finding::{Findings, Observation, quotation};
use crate::lint::rule::{Check, Documentation, Rule};
use crate::lint::titles::comparable;
use crate::model::{Heading, Message, Section, Severity, folded, plain_text};

/// The rule.
pub const RULE: Rule = Rule {
    name: "single-title",
    default: Some(Severity::Warning),
    check: Check::Document(check),
    messages: &["lint-more-alike", "lint-single-title", "lint-single-title-hint", "lint-single-title-place"],
    documentation: [
        Documentation(include_str!("single_title.es.md")),
        Documentation(include_str!("single_title.en.md")),
    ],
};

/// First words, folded, of headings that open a division of a long text: several of them are no mistake.
const DIVISIONS: [&str; 29] = [
    "anexo",
    "anexos",
    "annex",
    "annexes",
    "apartado",
    "apendice",
    "apendices",
    "appendices",
    "appendix",
    "article",
    "articulo",
    "articulos",
    "book",
    "capitulo",
    "chapter",
    "disposicion",
    "disposiciones",
    "libro",
    "part",
    "parte",
    "schedule",
    "seccion",
    "section",
    "title",
    "titulo",
    "transitional",
    "transitorio",
    "transitorios",
    "transitory",
];

fn check(context: &DocumentContext<'_>, findings: &mut Findings<'_>) {
    let titles: Vec<_> = context.document.sections.iter().filter(|section| section.heading.level == 1).collect();
    if titles.len() < 2 || are_parts(context, &titles) {
        return;
    }
    // A division may have its number and its name in two headings: `# Libro cuarto`, `# Normas complementarias`.
    let names_division =
        |before: &Section<'_>| before.blocks.is_empty() && before.sections.is_empty() && is_division(&before.heading);
    let others: Vec<_> = titles
        .windows(2)
        .filter(|pair| !is_division(&pair[1].heading) && !names_division(pair[0]))
        .map(|pair| &pair[1].heading)
        .collect();
    let path = &context.document.path;
    let first = context.place(&titles[0].heading);
    let told = others.iter().map(|heading| {
        let title = quotation(&plain_text(&heading.inlines));
        let message = Message::new("lint-single-title").with("title", title);
        let observation = Observation::new(path, context.place(heading), message);
        let observation = observation.hint(Message::new("lint-single-title-hint"));
        observation.related(path, first, Message::new("lint-single-title-place"))
    });
    findings.add_alike(others.len(), told);
}

/// Whether the headings are the parts of a document whose title stands in its front matter.
fn are_parts(context: &DocumentContext<'_>, titles: &[&Section<'_>]) -> bool {
    let title = context.document.front_matter.as_ref().and_then(|front_matter| front_matter.text("title"));
    let Some(title) = title.map(comparable).filter(|title| titles.len() > 2 && !title.is_empty()) else { return false };
    !titles.iter().any(|section| comparable(&plain_text(&section.heading.inlines)).contains(&title))
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
        assert_eq!(
            hints(&findings[..1], Locale::Spanish),
            ["Baje un nivel este encabezado y los que dependen de él, o pase el texto a otro documento"]
        );
        Trial::of("single-title").file("en/b.md", "---\ntitle: Policy\n---\n\n# The Policy\n\n⟦# A⟧\n\n⟦# B⟧\n").lint();
        Trial::of("single-title").file("en/a.md", "# TITLE ONE. GENERAL\n\n## A\n\n⟦# Other laws⟧\n").lint();
    }

    #[test]
    fn divisions_and_single_titles_are_left_alone() {
        for text in [
            "# Política\n\n## Objeto\n\n## Alcance\n",
            "---\ntitle: Política\n---\n\n# Política\n\n## Objeto\n",
            "# Ley\n\n# TÍTULO PRIMERO\n\n# TÍTULO SEGUNDO. De los datos\n\n# Transitorios\n",
            "# Policy\n\n# Chapter 1\n\n# Annex A\n\n# 3. Scope\n\n# IV. Terms\n",
            "# Ley\n\n# Libro cuarto\n\n# Normas complementarias\n\n## Objeto\n",
            "---\ntitle: Condiciones\n---\n\n# Para patrocinar\n\n# Para recibir\n\n# Comunes\n",
            "## Objeto\n\n# Política\n",
            "> # Cita\n\n# Política\n\n- # Lista\n",
            "# Política\n\n```\n# no\n```\n",
            "Texto.\n",
        ] {
            trial().file("es/a.md", text).lint();
        }
    }
}

//! Sections with neither text nor subsections.

use crate::lint::context::DocumentContext;
use crate::lint::finding::{Findings, Observation, quotation};
use crate::lint::rule::{Check, Documentation, Rule};
use crate::model::{Block, BlockKind, Inline, InlineKind, Message, Section, Severity, Span, folded, plain_text};

/// The rule.
pub const RULE: Rule = Rule {
    name: "empty-section",
    default: Some(Severity::Warning),
    check: Check::Section(check),
    messages: &["lint-empty-section", "lint-empty-section-hint"],
    documentation: [
        Documentation(include_str!("empty_section.es.md")),
        Documentation(include_str!("empty_section.en.md")),
    ],
};

/// Phrases of a title, without case or accents, that say why nothing stands below it: a provision that is no more or not
/// yet, or the part of a list of changes that waits for the next version.
const TELLING_PHRASES: [&str; 15] = [
    "abrogada",
    "abrogado",
    "deroga",
    "derogada",
    "derogadas",
    "derogado",
    "derogados",
    "no publicado",
    "repealed",
    "reservada",
    "reservado",
    "reserved",
    "sin publicar",
    "suprimido",
    "unreleased",
];

fn check(context: &DocumentContext<'_>, section: &Section<'_>, findings: &mut Findings<'_>) {
    let text = context.document.text;
    if !section.sections.is_empty() || section.blocks.iter().any(|block| has_content(block, text)) {
        return;
    }
    let title = plain_text(&section.heading.inlines);
    if explains_itself(&title) {
        return;
    }
    let message = Message::new("lint-empty-section").with("title", quotation(&title));
    let observation = Observation::new(&context.document.path, context.place(&section.heading), message);
    findings.add(observation.hint(Message::new("lint-empty-section-hint")));
}

fn explains_itself(title: &str) -> bool {
    let folded = folded(title);
    let words: Vec<_> =
        folded.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let words = format!(" {} ", words.join(" "));
    TELLING_PHRASES.iter().any(|phrase| words.contains(&format!(" {phrase} ")))
}

/// Whether a block holds something for a reader: not only breaks, comments, or empty lists and quotes.
fn has_content(block: &Block<'_>, text: &str) -> bool {
    match &block.kind {
        BlockKind::Rule => false,
        BlockKind::Html => !is_comment(block.span, text),
        BlockKind::Paragraph { inlines, .. } => inlines.iter().any(|inline| inline_has_content(inline, text)),
        BlockKind::List { items, .. } => {
            items.iter().flat_map(|item| &item.blocks).any(|block| has_content(block, text))
        }
        BlockKind::Quote(blocks) => blocks.iter().any(|block| has_content(block, text)),
        _ => true,
    }
}

fn inline_has_content(inline: &Inline<'_>, text: &str) -> bool {
    match &inline.kind {
        InlineKind::Text(words) => !words.trim().is_empty(),
        InlineKind::SoftBreak | InlineKind::HardBreak => false,
        InlineKind::Html => !is_comment(inline.span, text),
        _ => true,
    }
}

/// Whether raw HTML is nothing but comments.
fn is_comment(span: Span, text: &str) -> bool {
    let mut rest = text.get(span.range()).unwrap_or("").trim();
    while let Some(comment) = rest.strip_prefix("<!--") {
        // A comment that is never closed reaches to the end.
        rest = comment.split_once("-->").map_or("", |(_, after)| after).trim_start();
    }
    rest.is_empty()
}

#[cfg(test)]
mod tests {
    use crate::lint::testing::{Trial, hints};
    use crate::messages::Locale;

    #[test]
    fn a_section_without_text_is_reported() {
        let trial =
            Trial::of("empty-section").file("es/a.md", "# Política\n\nTexto.\n\n⟦## Sanciones⟧\n\n## Fin\n\nTexto.\n");
        trial.says(Locale::Spanish, &["La sección «Sanciones» está vacía"]);
        trial.says(Locale::English, &["The section “Sanciones” is empty"]);
        let expected = "Escriba su texto, elimínela o, si se dejó vacía a propósito, escriba «Reservado» o «Derogado»";
        assert_eq!(hints(&trial.lint(), Locale::Spanish), [expected]);
    }

    #[test]
    fn comments_breaks_and_empty_marks_are_no_text() {
        let text = "⟦# A⟧\n\n<!-- TODO -->\n\n<!-- a\nb --> <!-- c -->\n\n⟦# B⟧\n\n---\n\n⟦# C⟧\n\n-\n-\n\n⟦# D⟧\n\n>\n\n⟦# E⟧";
        Trial::of("empty-section").file("en/a.md", text).lint();
    }

    #[test]
    fn a_parent_whose_last_subsection_is_empty_is_not_empty_itself() {
        Trial::of("empty-section").file("en/a.md", "# A\n\n## B\n\n⟦### C⟧\n\n## D\n\nText.\n").lint();
    }

    #[test]
    fn any_text_will_do() {
        for text in [
            "Reservado",
            "Derogado.",
            "Reserved",
            "Repealed.",
            "{{ campo }}",
            "![](a.png)",
            "`a`",
            "- a",
            "> a",
            "    a",
            "| a |\n| - |",
            "<p>a</p>",
            "[^1]: a",
            "<!-- a --> b",
            "<br>",
            "- - a",
            "**a**",
        ] {
            Trial::of("empty-section").file("es/a.md", &format!("# A\n\n{text}\n")).lint();
        }
    }

    #[test]
    fn a_title_may_say_why_nothing_follows() {
        for title in [
            "Artículo 5. Derogado",
            "Artículo 6 (se deroga)",
            "RESERVADO",
            "[Unreleased]",
            "Sin publicar",
            "Article 7. Repealed",
            "[Reserved]",
        ] {
            Trial::of("empty-section").file("es/a.md", &format!("# {title}\n\n# Fin\n\nTexto.\n")).lint();
        }
    }
    #[test]
    fn a_telling_phrase_counts_only_as_whole_words() {
        Trial::of("empty-section").file("es/a.md", "⟦# Datos reservados⟧\n\n⟦# Publicar⟧\n\n⟦# Unreserved⟧\n").lint();
    }
}

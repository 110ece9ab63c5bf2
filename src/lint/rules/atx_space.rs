//! Headings without the blank after their marks, which are no headings.

use crate::lint::context::DocumentContext;
use crate::lint::finding::{Findings, Observation, quotation};
use crate::lint::rule::{Check, Documentation, Rule};
use crate::model::{Block, BlockKind, Inline, InlineKind, Message, Severity, Span};

/// The rule.
pub const RULE: Rule = Rule {
    name: "atx-space",
    default: Some(Severity::Warning),
    check: Check::Block(check),
    messages: &["lint-atx-space", "lint-atx-space-hint"],
    documentation: [Documentation(include_str!("atx_space.es.md")), Documentation(include_str!("atx_space.en.md"))],
};

fn check(context: &DocumentContext<'_>, block: &Block<'_>, findings: &mut Findings<'_>) {
    let BlockKind::Paragraph { inlines, .. } = &block.kind else { return };
    let text = context.document.text;
    if text.get(block.span.range()).is_none_or(|source| memchr::memchr(b'#', source.as_bytes()).is_none()) {
        return;
    }
    let mut begins_line = true;
    for (place, inline) in inlines.iter().enumerate() {
        let is_break = matches!(inline.kind, InlineKind::SoftBreak | InlineKind::HardBreak);
        if begins_line && !is_break {
            let line = line(&inlines[place..], text);
            let is_whole = place == 0 && line.end == block.span.end;
            let is_first = context.document.preamble.first().is_some_and(|first| first.span == block.span);
            if let Some(found) = heading(inline, line, text).filter(|found| found.is_title(is_whole, is_first)) {
                let heading = quotation(&format!("{} {}", found.marks, found.title));
                let message = Message::new("lint-atx-space").with("marks", found.marks);
                let observation = Observation::new(&context.document.path, line, message);
                findings.add(observation.hint(Message::new("lint-atx-space-hint").with("heading", heading)));
            }
        }
        begins_line = is_break;
    }
}

/// From an inline on to the end of its line.
fn line(inlines: &[Inline<'_>], text: &str) -> Span {
    let is_break = |inline: &&Inline<'_>| matches!(inline.kind, InlineKind::SoftBreak | InlineKind::HardBreak);
    let start = inlines.first().map_or(0, |inline| inline.span.range().start);
    let end = match inlines.iter().find(is_break) {
        Some(end) => end.span.range().start,
        None => inlines.last().map_or(start, |last| last.span.range().end),
    };
    let written = text.get(start..end).unwrap_or("");
    Span::new(start..start + written.trim_end().len())
}

/// A line that begins with marks of a heading.
#[derive(Clone, Copy)]
struct Line<'a> {
    marks: &'a str,
    title: &'a str,
}

/// Reads a line that begins with an inline, if it begins with marks of a heading.
fn heading<'a>(first: &Inline<'_>, line: Span, text: &'a str) -> Option<Line<'a>> {
    if !matches!(first.kind, InlineKind::Text(_)) {
        return None;
    }
    let source = text.get(line.range())?;
    let is_escaped = text[..line.range().start].ends_with('\\');
    let title = source.trim_start_matches('#');
    let marks = &source[..source.len() - title.len()];
    ((1..=6).contains(&marks.len()) && !is_escaped).then_some(Line { marks, title })
}

impl Line<'_> {
    /// Whether the line was meant as a heading: two marks hardly stand before a word for another reason. One mark does,
    /// before a tag or a number; so it has to be a line of its own that reads as a title.
    fn is_title(&self, is_whole: bool, is_first: bool) -> bool {
        let start = self.title.trim_start_matches(['*', '_', '¿', '¡', '«', '“', '"', '(', '[', '`']);
        let Some(first) = start.chars().next() else { return false };
        if self.marks.len() > 1 {
            let is_numbered = first.is_ascii_digit()
                && start.trim_start_matches(|letter: char| letter.is_ascii_digit()).starts_with(['.', ')']);
            return first.is_alphabetic() || is_numbered;
        }
        let words = self.title.split_whitespace().count();
        let is_sentence = self.title.ends_with(['.', ',', ';', ':']);
        let has_tags = self.title.contains('#');
        is_whole && first.is_uppercase() && !is_sentence && !has_tags && (words > 1 || is_first)
    }
}

#[cfg(test)]
mod tests {
    use crate::lint::testing::{Trial, hints};
    use crate::messages::Locale;

    fn trial() -> Trial {
        Trial::of("atx-space")
    }

    #[test]
    fn marks_without_a_blank_are_reported_with_their_line() {
        let text = "# A\n\n⟦##Marco jurídico⟧\n\nTexto\n⟦###Alcance de *todo*⟧  \nmás texto\n\n- ⟦##Uno⟧\n\n> ⟦####1. Objeto⟧\n\n\
                    ⟦##**Plazos**⟧\n\n⟦##¿Quién publica?⟧\n\n⟦#Título de la política⟧\n";
        let trial = trial().file("es/a.md", text);
        let expected = ["##", "###", "##", "####", "##", "##", "#"]
            .map(|marks| format!("Falta un espacio después de «{marks}»: así no es un encabezado"));
        trial.says(Locale::Spanish, &expected.iter().map(String::as_str).collect::<Vec<_>>());
        let findings = trial.lint();
        assert_eq!(hints(&findings[..1], Locale::Spanish), ["Si es un encabezado, escriba «## Marco jurídico»"]);
        assert!(findings.iter().all(|finding| finding.fix.is_none()));
        Trial::of("atx-space").file("en/a.md", "⟦#Policy⟧\n\nText.\n").lint();
    }

    #[test]
    fn tags_numbers_and_names_are_left_alone() {
        let text = "# A\n\n#DatosAbiertos\n\n#12 es el folio\n\nC# y F#\n\n#DatosAbiertos #Gobierno Abierto\n\n#DatosAbiertos es de todos.\n\n\
                    #policies en el canal\n\n\\##Texto\n\n\\#Texto de ejemplo\n\n`##Texto`\n\n    ##Texto\n\n```\n##Texto\n```\n\n#######Texto\n\n\
                    ##12\n\n## \n\nTexto ##Texto\n\n#!/bin/sh\n\n[##Texto](b.md)\n\n## Bien\n\n##\n\n#Texto Uno\nmás texto\n\n<!-- ##X -->\n";
        trial().file("es/a.md", text).lint();
    }
}

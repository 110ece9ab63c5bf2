//! Documents whose last line has no end.

use crate::lint::context::DocumentContext;
use crate::lint::finding::{Findings, Observation};
use crate::lint::rule::{Check, Documentation, Rule};
use crate::model::{Edit, Fix, Message, Severity, Span};

/// The rule.
pub const RULE: Rule = Rule {
    name: "final-newline",
    default: Some(Severity::Warning),
    check: Check::Document(check),
    messages: &["lint-final-newline", "lint-final-newline-hint"],
    documentation: [
        Documentation(include_str!("final_newline.es.md")),
        Documentation(include_str!("final_newline.en.md")),
    ],
};

fn check(context: &DocumentContext<'_>, findings: &mut Findings<'_>) {
    let text = context.document.text;
    if text.ends_with(['\n', '\r']) || text.trim_start_matches('\u{feff}').is_empty() {
        return;
    }
    let end = Span::new(text.len()..text.len());
    let fix = Fix { edits: vec![Edit { span: end, text: line_end(text).to_owned() }], safe: true };
    let observation = Observation::new(&context.document.path, end, Message::new("lint-final-newline"));
    findings.add(observation.hint(Message::new("lint-final-newline-hint")).fix(fix));
}

/// How the lines of a text end, as the last of them shows; a line feed if there is only one.
fn line_end(text: &str) -> &'static str {
    match text.rfind(['\n', '\r']) {
        Some(place) if text[place..].starts_with('\r') => "\r",
        Some(place) if text[..place].ends_with('\r') => "\r\n",
        _ => "\n",
    }
}

#[cfg(test)]
mod tests {
    use crate::lint::testing::{Trial, hints};
    use crate::messages::Locale;

    fn trial() -> Trial {
        Trial::of("final-newline")
    }

    #[test]
    fn a_last_line_without_an_end_is_reported_at_its_end() {
        let trial = trial().file("es/a.md", "# Datos\n\nSe publican cada año.⟦⟧");
        trial.says(Locale::Spanish, &["A la última línea le falta el salto de línea"]);
        trial.says(Locale::English, &["The last line has no line break at its end"]);
        let expected = "Agregue un salto de línea al final del archivo";
        assert_eq!(hints(&trial.lint(), Locale::Spanish), [expected]);
    }

    #[test]
    fn the_line_end_that_is_added_is_that_of_the_other_lines() {
        for (text, expected) in [
            ("a", "\n"),
            ("a\nb", "\n"),
            ("a\r\nb", "\r\n"),
            ("a\rb", "\r"),
            ("\u{feff}a\r\n\r\nb ", "\r\n"),
            ("a\r\nb\nc", "\n"),
        ] {
            let findings = trial().file("es/a.md", &format!("{text}⟦⟧")).lint();
            let fix = findings[0].fix.as_ref().unwrap();
            assert_eq!((fix.safe, fix.edits[0].text.as_str()), (true, expected), "{text:?}");
        }
    }

    #[test]
    fn a_document_that_ends_with_a_line_or_is_empty_is_left_alone() {
        for text in ["# Datos\n", "# Datos\r\n", "# Datos\r", "a\n\n", "", "\u{feff}", "\n"] {
            trial().file("es/a.md", text).lint();
        }
    }
}

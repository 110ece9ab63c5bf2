//! «y/o» and “and/or”.

use crate::lint::context::DocumentContext;
use crate::lint::finding::{Findings, Observation};
use crate::lint::phrases::{Phrase, Phrases};
use crate::lint::rule::{Check, Documentation, Rule};
use crate::model::{Message, Passage, Setting, Severity};

/// The rule.
pub const RULE: Rule = Rule {
    name: "and-or",
    default: Some(Severity::Warning),
    check: Check::Phrases(&PHRASES, check),
    messages: &["lint-and-or", "lint-and-or-hint-spanish", "lint-and-or-hint-english"],
    documentation: [Documentation(include_str!("and_or.es.md")), Documentation(include_str!("and_or.en.md"))],
};

const PHRASES: Phrases =
    Phrases { spanish: &["y/o", "y / o", "o/y", "e/o", "y/u"], english: &["and/or", "and / or", "or/and"] };

fn check(context: &DocumentContext<'_>, passage: &Passage<'_>, phrase: &Phrase, findings: &mut Findings<'_>) {
    let text = passage.text.as_str();
    // Nobody applies a title: what it names is said below it.
    if passage.quoted || passage.setting == Setting::Heading || is_named(text, phrase) || context.is_set_text() {
        return;
    }
    let written = text.get(phrase.range.clone()).unwrap_or("");
    let message = Message::new("lint-and-or").with("written", written);
    let hint = if context.is_spanish() { "lint-and-or-hint-spanish" } else { "lint-and-or-hint-english" };
    let span = passage.text.span(phrase.range.clone());
    findings.add(Observation::new(&context.document.path, span, message).hint(Message::new(hint)));
}

/// Whether the phrase stands between quotation marks by itself: the text speaks of it and does not use it.
fn is_named(text: &str, phrase: &Phrase) -> bool {
    let opened = text[..phrase.range.start].ends_with(['«', '“', '"', '\'', '‘']);
    opened && text[phrase.range.end..].starts_with(['»', '”', '"', '\'', '’'])
}

#[cfg(test)]
mod tests {
    use crate::lint::testing::{Trial, hints};
    use crate::messages::Locale;

    #[test]
    fn it_is_reported_in_either_language() {
        let trial = Trial::of("and-or")
            .file(
                "es/a.md",
                "# Sanciones Y/O multas\n\nLas sanciones ⟦Y/O⟧ multas.\n\nLa Unidad ⟦y/o⟧ el *Comité* resuelven.\n\n| a ⟦y / o⟧ b |\n| - |\n",
            )
            .file("en/a.md", "Agencies ⟦and/or⟧ offices.\n");
        trial.says(
            Locale::Spanish,
            &[
                "«and/or» no dice si basta uno o si deben ser los dos",
                "«Y/O» no dice si basta uno o si deben ser los dos",
                "«y/o» no dice si basta uno o si deben ser los dos",
                "«y / o» no dice si basta uno o si deben ser los dos",
            ],
        );
        let expected = [
            "Write “or”, which includes both, “and”, or “A, B or both”",
            "Write “o”, which includes both, “y”, or “A, B o ambos”",
        ];
        let mut found = hints(&trial.lint(), Locale::English);
        found.dedup();
        assert_eq!(found, expected);
    }

    #[test]
    fn what_only_looks_like_it_is_left_alone() {
        let text = "La fórmula «y/o» y `y/o` no se usan.\n\n> Cita: a y/o b\n\nRuta y/opciones, soy/o; and/or.\n";
        Trial::of("and-or")
            .file("LICENSE.md", "The work and/or a copy.\n")
            .file("es/a.md", text)
            .file("en/a.md", "Do not write “and/or”. Band/organ.\n")
            .lint();
    }
}

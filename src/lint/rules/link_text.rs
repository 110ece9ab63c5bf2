//! Links whose text does not say where they lead.

use crate::lint::context::DocumentContext;
use crate::lint::finding::{Findings, Observation, quotation};
use crate::lint::pointers::Form;
use crate::lint::rule::{Check, Documentation, Rule};
use crate::model::{Inline, InlineKind, Message, Severity, folded, plain_text};

/// The rule.
pub const RULE: Rule = Rule {
    name: "link-text",
    default: Some(Severity::Warning),
    check: Check::Document(check),
    messages: &["lint-link-text", "lint-link-text-empty", "lint-link-text-hint"],
    documentation: [Documentation(include_str!("link_text.es.md")), Documentation(include_str!("link_text.en.md"))],
};

/// Longest text that may consist of such words only, in bytes.
const LONGEST: usize = 60;

/// Words that tell nothing, and are alone enough to make a text of which all words tell nothing one to report.
const POINTING: [&str; 8] = ["aca", "aqui", "clic", "click", "here", "more", "mas", "ahi"];

/// Words for a link, which tell nothing after «este», «siguiente» or "this".
const LINKS: [&str; 6] = ["enlace", "hipervinculo", "liga", "link", "vinculo", "hyperlink"];

/// Words that point to what follows.
const DEMONSTRATIVES: [&str; 9] = ["este", "esta", "ese", "esa", "siguiente", "presente", "this", "following", "that"];

/// Other words that tell nothing in the company of the former.
const FILLING: [&str; 73] = [
    "al",
    "button",
    "boton",
    "consulta",
    "consulte",
    "consultelo",
    "consultalo",
    "da",
    "dando",
    "dar",
    "de",
    "del",
    "descarga",
    "descargalo",
    "descargar",
    "descargue",
    "detalles",
    "details",
    "donde",
    "el",
    "en",
    "encontraras",
    "entra",
    "entre",
    "este",
    "favor",
    "find",
    "for",
    "go",
    "haciendo",
    "haga",
    "hacer",
    "haz",
    "info",
    "informacion",
    "information",
    "ingresa",
    "ingrese",
    "just",
    "la",
    "las",
    "lea",
    "learn",
    "lee",
    "leer",
    "lo",
    "los",
    "mira",
    "mire",
    "on",
    "out",
    "para",
    "pincha",
    "pinche",
    "please",
    "por",
    "presiona",
    "presione",
    "pulsa",
    "pulse",
    "read",
    "saber",
    "see",
    "sepa",
    "sigue",
    "siga",
    "the",
    "to",
    "ve",
    "vea",
    "ver",
    "visita",
    "visite",
];

fn check(context: &DocumentContext<'_>, findings: &mut Findings<'_>) {
    for pointer in context.pointers() {
        let Form::Markdown(inline) = pointer.form else { continue };
        let InlineKind::Link { automatic: false, inlines, target, .. } = &inline.kind else { continue };
        let written = context.document.text.get(inline.span.range()).unwrap_or("");
        // Most links are told by their length alone, before any of their text is put together.
        if inlines.len() == 1 && inlines[0].span.len() > LONGEST || written.starts_with("[^") {
            continue;
        }
        let text = plain_text(inlines);
        let (message, span) = if text.is_empty() {
            if target.is_empty() || inlines.iter().any(shows_something) {
                continue;
            }
            (Message::new("lint-link-text-empty"), inline.span)
        } else if tells_nothing(&text) {
            let (Some(first), Some(last)) = (inlines.first(), inlines.last()) else { continue };
            (Message::new("lint-link-text").with("text", quotation(&text)), first.span.cover(last.span))
        } else {
            continue;
        };
        let observation = Observation::new(&context.document.path, span, message);
        findings.add(observation.hint(Message::new("lint-link-text-hint")));
    }
}

/// Whether an inline shows something without having text: an image, whose alternative is another rule's matter, or HTML.
fn shows_something(inline: &Inline<'_>) -> bool {
    match inline.kind {
        InlineKind::Image { .. } | InlineKind::Html | InlineKind::Field(_) => true,
        _ => inline.children().iter().any(shows_something),
    }
}

/// Whether none of a text's words says what it leads to.
fn tells_nothing(text: &str) -> bool {
    if text.len() > LONGEST {
        return false;
    }
    let folded = folded(text);
    let words = || folded.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    let is_pointing = |word: &str| POINTING.contains(&word);
    let is_link = |word: &str| LINKS.contains(&word);
    let is_demonstrative = |word: &str| DEMONSTRATIVES.contains(&word);
    let is_empty = |word: &str| is_pointing(word) || is_link(word) || is_demonstrative(word) || FILLING.contains(&word);
    if !words().all(is_empty) {
        return false;
    }
    let names_the_link = words().any(is_link) && words().any(is_demonstrative);
    words().any(is_pointing) || names_the_link || folded.trim() == "link"
}

#[cfg(test)]
mod tests {
    use crate::lint::testing::{Trial, hints};
    use crate::messages::Locale;

    fn trial() -> Trial {
        Trial::of("link-text")
    }

    #[test]
    fn texts_that_say_nothing_are_reported_whatever_their_form() {
        for text in [
            "aquí",
            "Aquí.",
            "haz clic aquí",
            "**Haga clic aquí**",
            "dando click aquí",
            "clic aquí",
            "leer más",
            "Más información",
            "este enlace",
            "la siguiente liga",
            "«aquí»",
            "Consúltalo aquí",
            "ver más…",
            "ACÁ",
        ] {
            trial().file("es/a.md", &format!("Vea [⟦{text}⟧](https://x.mx) y [el plan](b.md).")).lint();
        }
        for text in
            ["here", "Click here!", "read more", "Learn more", "this link", "the following link", "More »", "link"]
        {
            trial().file("en/a.md", &format!("See [⟦{text}⟧](https://x.org).")).lint();
        }
        let trial = trial().file("es/a.md", "[⟦aquí⟧][x] ⟦[](b.md)⟧\n\n[x]: b.md\n");
        let expected = ["El texto «aquí» no dice adónde lleva el enlace", "Este enlace no tiene texto"];
        trial.says(Locale::Spanish, &expected);
        let expected = ["Escriba como texto del enlace el nombre de lo que hay del otro lado"; 2];
        assert_eq!(hints(&trial.lint(), Locale::Spanish), expected);
    }

    #[test]
    fn texts_that_say_something_are_left_alone() {
        let text = "[aquí termina el plan](a.md) [Política de aquí](a.md) [persona enlace](a.md) [enlace](#enlace) [La Liga](a.md) \
                    [ver el plan](a.md) [leer](a.md) [informe](a.md) [más datos](a.md) [este](a.md) [Descargar](a.pdf) \
                    [información](a.md) [2](a.md) [![logo](b.png)](a.md) [![](b.png)](a.md) [](){#x} [{{ campo }}](a.md) \
                    <https://x.mx> [<b></b>](a.md) [§](a.md) `[aquí](a.md)` aquí [en](a.md) [de la ley](a.md)\n";
        trial().file("es/a.md", text).lint();
        let text = "[the register](a.md) [Read the act](a.md) [Read](a.md) [here and now](a.md) [details](a.md) [this Act](a.md) \
                    [more than one](a.md) [Find](a.md) [out](a.md) [information](a.md) [that](a.md)\n";
        trial().file("en/a.md", text).lint();
    }
}

//! Images without a text alternative, or with one that tells nothing.

use crate::lint::context::DocumentContext;
use crate::lint::file_names::split;
use crate::lint::finding::{Findings, Observation, quotation};
use crate::lint::pointers::{Form, Pointer};
use crate::lint::rule::{Check, Documentation, Rule};
use crate::lint::tags::Tag;
use crate::model::{Inline, InlineKind, Message, Severity, folded, percent_decode, plain_text};

/// The rule.
pub const RULE: Rule = Rule {
    name: "image-alt",
    default: Some(Severity::Warning),
    check: Check::Document(check),
    messages: &[
        "lint-image-alt-missing",
        "lint-image-alt-empty-words",
        "lint-image-alt-hint",
        "lint-image-alt-html-hint",
    ],
    documentation: [Documentation(include_str!("image_alt.es.md")), Documentation(include_str!("image_alt.en.md"))],
};

/// Alternatives that say only that there is an image, folded.
const EMPTY_WORDS: [&str; 27] = [
    "alt",
    "alt text",
    "captura",
    "captura de pantalla",
    "descripcion",
    "description",
    "fig",
    "figura",
    "figure",
    "foto",
    "fotografia",
    "grafica",
    "grafico",
    "graphic",
    "imagen",
    "image",
    "img",
    "la imagen",
    "photo",
    "picture",
    "pic",
    "screenshot",
    "texto alternativo",
    "alternative text",
    "insert alt text",
    "image alt text",
    "una imagen",
];

/// Longest alternative that may consist of such words only, in bytes.
const LONGEST: usize = 80;

fn check(context: &DocumentContext<'_>, findings: &mut Findings<'_>) {
    for pointer in context.pointers().iter().filter(|pointer| pointer.is_image) {
        let Some(fault) = fault(pointer) else { continue };
        let (message, hint) = match fault {
            Fault::Missing => (Message::new("lint-image-alt-missing"), "lint-image-alt-hint"),
            Fault::MissingInHtml => (Message::new("lint-image-alt-missing"), "lint-image-alt-html-hint"),
            Fault::EmptyWords(words) => {
                let message = Message::new("lint-image-alt-empty-words").with("text", quotation(&words));
                (message, "lint-image-alt-hint")
            }
        };
        findings.add(Observation::new(&context.document.path, pointer.span, message).hint(Message::new(hint)));
    }
}

/// What is wrong with an image's alternative.
enum Fault {
    Missing,
    /// It has no `alt` at all; an empty one says that the image is an ornament.
    MissingInHtml,
    /// It tells nothing.
    EmptyWords(String),
}

fn fault(pointer: &Pointer<'_>) -> Option<Fault> {
    match pointer.form {
        Form::Markdown(inline) => {
            let alternative = plain_text(inline.children());
            if alternative.is_empty() && !inline.children().iter().any(is_field) {
                return (!pointer.is_captioned).then_some(Fault::Missing);
            }
            tells_nothing(&alternative, &pointer.target).then_some(Fault::EmptyWords(alternative))
        }
        Form::Html(tag, _) => match tag.attribute("alt") {
            Some((alternative, _)) => {
                tells_nothing(alternative, &pointer.target).then(|| Fault::EmptyWords(alternative.to_owned()))
            }
            None => (!is_ornament(&tag)).then_some(Fault::MissingInHtml),
        },
    }
}

fn is_field(inline: &Inline<'_>) -> bool {
    matches!(inline.kind, InlineKind::Field(_))
}

/// Whether a tag says that its image is an ornament, or names it otherwise (WAI-ARIA 1.2).
fn is_ornament(tag: &Tag<'_>) -> bool {
    let role = tag.attribute("role").map_or("", |(role, _)| role);
    matches!(role, "presentation" | "none")
        || tag.attribute("aria-hidden").is_some_and(|(value, _)| value == "true")
        || tag.attribute("aria-label").is_some()
        || tag.attribute("aria-labelledby").is_some()
}

/// Whether a text is the name of an image's file, `IMG_2034.JPG`.
fn is_file_name(text: &str) -> bool {
    let ending = text.rsplit_once('.').map_or("", |(_, ending)| ending);
    let is_image = ["png", "jpg", "jpeg", "gif", "svg", "webp", "bmp", "tif", "tiff", "avif"];
    !text.contains(char::is_whitespace) && is_image.iter().any(|name| ending.eq_ignore_ascii_case(name))
}

/// Whether an alternative says only that there is an image, or repeats the file's name.
fn tells_nothing(alternative: &str, target: &str) -> bool {
    let alternative = alternative.trim();
    if alternative.is_empty() || alternative.len() > LONGEST {
        return false;
    }
    let without_number = alternative.trim_end_matches(|letter: char| {
        letter.is_ascii_digit() || letter.is_whitespace() || matches!(letter, '.' | ':' | '-' | '_' | '#')
    });
    if EMPTY_WORDS.contains(&&*folded(without_number)) || is_file_name(alternative) {
        return true;
    }
    let file = target.split(['?', '#']).next().unwrap_or("");
    let file = percent_decode(file.rsplit('/').next().unwrap_or("")).unwrap_or_default();
    if file.is_empty() {
        return false;
    }
    let (stem, ending) = split(&file);
    let is_code = |name: &str| name.contains(['_', '-']) || name.bytes().any(|byte| byte.is_ascii_digit());
    !ending.is_empty() && alternative.eq_ignore_ascii_case(&file)
        || alternative == stem && is_code(stem) && !alternative.contains(' ')
}

#[cfg(test)]
mod tests {
    use crate::lint::testing::{Trial, hints};
    use crate::messages::Locale;

    fn trial() -> Trial {
        Trial::of("image-alt")
    }

    #[test]
    fn images_without_an_alternative_are_reported() {
        let text = "⟦![](img/a.svg)⟧ ⟦![ ](img/a.svg \"t\")⟧ ⟦![][x]⟧ [⟦![](a.png)⟧](b.md) ⟦<img src=\"a.png\">⟧\n\n\
                    <p>\n⟦<img width=\"3\" src='a.png'/>⟧\n</p>\n\n| a |\n| - |\n| ⟦![](a.png)⟧ |\n\n[x]: a.png\n";
        let trial = trial().file("es/a.md", text);
        trial.says(Locale::Spanish, &["Esta imagen no tiene texto alternativo"; 7]);
        let said = hints(&trial.lint(), Locale::Spanish);
        assert_eq!(said[0], "Describa entre los corchetes lo que la imagen dice a quien la ve");
        assert_eq!(said[4], "Agregue alt=\"…\" con lo que la imagen dice, o alt=\"\" si es un adorno");
    }

    #[test]
    fn alternatives_that_tell_nothing_are_reported() {
        for (alternative, file) in [
            ("imagen", "a.png"),
            ("Imagen 3", "a.png"),
            ("FIGURA 1.", "a.png"),
            ("Captura de pantalla", "a.png"),
            ("ciclo.svg", "img/ciclo.svg"),
            ("IMG_2034", "IMG_2034.jpg"),
            ("plano sur.png", "plano%20sur.png"),
        ] {
            trial()
                .file("es/a.md", &format!("⟦![{alternative}]({file})⟧ ⟦<img alt='{alternative}' src='{file}'>⟧"))
                .lint();
        }
        let trial = trial().file("en/a.md", "⟦![image](a.png)⟧");
        trial.says(Locale::English, &["The text alternative “image” does not say what the image shows"]);
    }

    #[test]
    fn described_and_ornamental_images_are_left_alone() {
        let text = "![Tres pasos en orden](a.svg) ![Mapa](mapa.png) ![**Plano**](a.png) ![Imagen del ciclo](a.png) ![`x`](a.png) \
                    [![](i.svg) Portal](b.md) ![{{ escudo }}](a.png) <img src=a.png alt=\"\"> <img src=a.png alt> \
                    <img src=a.png role=\"presentation\"> <img src=a.png aria-hidden=\"true\"> <a href=x>y</a> `![](a.png)` \
                    ![Figura 1. Pasos](a.png) ![logo](logo.png) <!-- <img src=x> --> \\!\\[](a.png)\n";
        trial().file("es/a.md", text).lint();
    }
}

//! Verbs that seem to oblige and do not: «debe de», «deberá procurar».

use crate::lint::context::DocumentContext;
use crate::lint::finding::{Findings, Observation, quotation};
use crate::lint::rule::{Check, Documentation, Rule};
use crate::lint::verbs::with_verb;
use crate::model::{ClauseKind, Message, Severity, bare_words, folded};
use crate::norms::{Norm, Strength};
use std::ops::Range;

/// The rule.
pub const RULE: Rule = Rule {
    name: "weak-modal",
    default: Some(Severity::Warning),
    check: Check::Document(check),
    messages: &[
        "lint-weak-modal-probability",
        "lint-weak-modal-probability-hint",
        "lint-weak-modal-effort",
        "lint-weak-modal-effort-hint",
        "lint-weak-modal-advice",
        "lint-weak-modal-advice-hint",
    ],
    documentation: [Documentation(include_str!("weak_modal.es.md")), Documentation(include_str!("weak_modal.en.md"))],
};

/// Verbs of effort, after a modal.
const EFFORTS: [&str; 8] =
    [" endeavour", " endeavor", " strive", " try", " seek", " attempt", " procurar", " intentar"];

/// What makes of a duty an effort where it follows the modal: “shall use its best efforts”, «deberá, de ser posible, …».
/// Without case or accents.
const LOOPHOLES: [&str; 22] = [
    "best efforts",
    "reasonable efforts",
    "reasonable endeavours",
    "reasonable endeavors",
    "best endeavours",
    "every effort",
    "its best",
    "their best",
    "to the extent possible",
    "to the extent practicable",
    "as far as possible",
    "as far as practicable",
    "where possible",
    "where practicable",
    "en la medida de lo posible",
    "en la medida de sus posibilidades",
    "en lo posible",
    "de ser posible",
    "si es posible",
    "tratar de",
    "buscar que",
    "hacer lo posible",
];

/// How far after a modal a loophole is looked for, in bytes.
const LOOPHOLE_REACH: usize = 56;

fn check(context: &DocumentContext<'_>, findings: &mut Findings<'_>) {
    let path = &context.document.path;
    for (place, range) in context.doubtful() {
        let Some(passage) = context.passages().get(*place) else { continue };
        let written = passage.text.as_str().get(range.clone()).unwrap_or("");
        let message = Message::new("lint-weak-modal-probability").with("written", quotation(written));
        let observation = Observation::new(path, passage.text.span(range.clone()), message);
        findings.add(observation.hint(Message::new("lint-weak-modal-probability-hint")));
    }
    // In a text of law, a recommendation among duties is a slip; a guide is made of them.
    let has_articles = context.clauses().of_kind(ClauseKind::Article).len() > 1;
    for (place, norm) in context.norms() {
        let Some(passage) = context.passages().get(*place) else { continue };
        let text = passage.text.as_str();
        let advises = has_articles && norm.strength == Strength::Should && is_conditional(text, &norm.modal);
        let (range, message, hint) = match effort(text, norm) {
            Some(range) => (range, "lint-weak-modal-effort", "lint-weak-modal-effort-hint"),
            None if advises => (norm.modal.clone(), "lint-weak-modal-advice", "lint-weak-modal-advice-hint"),
            None => continue,
        };
        if passage.noted || is_mentioned(text, &range) {
            continue;
        }
        let message = Message::new(message).with("written", quotation(text.get(range.clone()).unwrap_or("")));
        findings.add(Observation::new(path, passage.text.span(range), message).hint(Message::new(hint)));
    }
}

/// The words by which a norm asks for an effort and not for a result, if it does.
fn effort(text: &str, norm: &Norm) -> Option<Range<usize>> {
    let range = with_verb(text, &norm.modal);
    let written = text.get(range.clone())?;
    // «Procurará la participación» names what is to be had; «procurará publicar» puts an effort in the place of a deed.
    let tries = ["procurar", "intentar"].iter().any(|verb| folded(written).starts_with(verb));
    if tries && norm.strength == Strength::Strive {
        let after = text.get(norm.modal.end..).unwrap_or("").trim_start();
        let next = bare_words(after).next().map_or("", |(_, word)| word);
        let is_deed = next == "que" || ["ar", "er", "ir", "arlo", "arla"].iter().any(|ending| next.ends_with(ending));
        return is_deed.then_some(range);
    }
    if !seems_to_oblige(text, &norm.modal) {
        return None;
    }
    // To try what is forbidden may be forbidden too.
    let asks = match norm.strength {
        Strength::Strive => true,
        Strength::Must | Strength::Should => EFFORTS.iter().any(|verb| written.ends_with(verb)),
        Strength::MustNot | Strength::ShouldNot | Strength::May => return None,
    };
    if asks {
        return Some(range);
    }
    let reach = text.floor_char_boundary((norm.modal.end + LOOPHOLE_REACH).min(norm.sentence.end));
    let rest = text.get(norm.modal.end..reach)?;
    let loophole = LOOPHOLES.iter().filter_map(|phrase| find_folded(rest, phrase)).min()?;
    // What contracts ask for by that name, courts know how to measure.
    if rest[..loophole].contains("commercially") {
        return None;
    }
    Some(norm.modal.start..norm.modal.end + loophole)
}

/// Where a phrase without accents ends in a text that may have some.
fn find_folded(text: &str, phrase: &str) -> Option<usize> {
    if !folded(text).contains(phrase) {
        return None;
    }
    let mut ends = text.char_indices().map(|(at, letter)| at + letter.len_utf8());
    ends.find(|end| folded(&text[..*end]).ends_with(phrase))
}

/// Whether words are spoken of and not used: they stand between quotation marks.
fn is_mentioned(text: &str, range: &Range<usize>) -> bool {
    let marks = ['"', '«', '»', '“', '”', '‘', '’'];
    text[..range.start].ends_with(marks) && text[range.end..].starts_with(marks)
}

/// Whether a modal is the Spanish conditional, which advises: «debería», «deberían».
fn is_conditional(text: &str, modal: &Range<usize>) -> bool {
    text.get(modal.clone()).is_some_and(|written| folded(written).starts_with("deberia"))
}

/// Whether a modal is one of duty or advice: «debe», «deberá», “shall”, “must”, “should”.
fn seems_to_oblige(text: &str, modal: &Range<usize>) -> bool {
    let written = folded(text.get(modal.clone()).unwrap_or(""));
    ["debe", "shall", "must", "should"].iter().any(|verb| written.starts_with(verb))
}

#[cfg(test)]
mod tests {
    use crate::lint::testing::Trial;
    use crate::messages::Locale;

    #[test]
    fn probability_and_effort_are_no_duties() {
        let trial = Trial::of("weak-modal")
            .file(
                "es/a.md",
                "La Unidad ⟦debe de⟧ publicar el inventario. El Comité ⟦deberá procurar⟧ la participación.\n",
            )
            .file("en/a.md", "The Agency ⟦shall endeavour⟧ to publish its data.\n");
        trial.says(
            Locale::Spanish,
            &[
                "«shall endeavour» pide un esfuerzo, no un resultado: nadie puede exigir que se cumpla",
                "«debe de» expresa probabilidad, no obligación",
                "«deberá procurar» pide un esfuerzo, no un resultado: nadie puede exigir que se cumpla",
            ],
        );
    }

    #[test]
    fn a_duty_with_a_loophole_is_an_effort() {
        let spanish = "Las dependencias ⟦deberán, en la medida de lo posible⟧, publicar los datos.\n\nEl Comité ⟦deberá tratar de⟧ resolver.\n\n\
            La Unidad deberá publicar los datos que sea posible.\n";
        let english = "The Unit ⟦shall use reasonable efforts⟧ to deliver. The Agency ⟦must, where possible⟧, answer.\n\n\
            Do not write “shall endeavour”. The Unit must do its work. The Unit shall use commercially reasonable efforts.\n";
        Trial::of("weak-modal").file("es/a.md", spanish).file("en/a.md", english).lint();
    }

    #[test]
    fn an_effort_in_the_place_of_a_deed_and_advice_among_duties() {
        let text = "## Artículo 1\n\nLa Unidad ⟦procurará publicar⟧ los datos.\n\n## Artículo 2\n\nEl Comité ⟦debería⟧ sesionar cada mes.\n";
        let trial = Trial::of("weak-modal").file("es/a.md", text);
        let expected = [
            "«procurará publicar» pide un esfuerzo, no un resultado: nadie puede exigir que se cumpla",
            "«debería» aconseja, no obliga",
        ];
        trial.says(Locale::Spanish, &expected);
        Trial::of("weak-modal").file("es/a.md", "# Guía\n\nEl Comité debería sesionar cada mes.\n").lint();
    }

    #[test]
    fn plain_duties_and_open_efforts_are_left_alone() {
        let text = "La Unidad debe publicar el inventario. El Comité procurará la participación. Debe de ser cierto, dicen: se debe de \
            la ley.\n\n> La Unidad debe de publicar.\n\nLos deberes de la Unidad constan en el anexo.\n";
        let text = text.replace("Debe de ser cierto, dicen: se debe de la ley.", "");
        Trial::of("weak-modal")
            .file("es/a.md", &text)
            .file("en/a.md", "The Agency must publish its data. No Agency shall attempt to read them.\n")
            .lint();
    }
}

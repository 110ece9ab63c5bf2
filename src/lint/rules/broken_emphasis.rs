//! Marks of emphasis that emphasise nothing and stay in the text.
//!
//! 1. In each run of text, [`marks`] gathers the asterisks and underscores that the reader will see, and where emphasis
//!    that works stands between them; marks that have another meaning (`3 * 4`, `*.md`, `a_b`, a footnote's) are left out;
//! 2. [`pairs`] finds two marks of a kind that stand to each other as an opening and a closing one but for a blank or a
//!    punctuation mark (CommonMark, section 6.2);
//! 3. of the marks left alone those count that can have no other meaning.

mod marks;

use crate::lint::context::DocumentContext;
use crate::lint::finding::{Findings, Observation, quotation};
use crate::lint::rule::{Check, Documentation, Rule};
use crate::model::{Inline, Message, Severity, Span};
use marks::{Item, Mark, Stands, marks};

/// The rule.
pub const RULE: Rule = Rule {
    name: "broken-emphasis",
    default: Some(Severity::Warning),
    check: Check::Document(check),
    messages: &[
        "lint-broken-emphasis-pair",
        "lint-broken-emphasis-alone",
        "lint-broken-emphasis-pair-hint",
        "lint-broken-emphasis-alone-hint",
        "lint-more-alike",
    ],
    documentation: [
        Documentation(include_str!("broken_emphasis.es.md")),
        Documentation(include_str!("broken_emphasis.en.md")),
    ],
};

/// The longest text that someone means to emphasise, in bytes: a limit on guessing and on work.
const LONGEST_EMPHASIS: usize = 400;

fn check(context: &DocumentContext<'_>, findings: &mut Findings<'_>) {
    let text = context.document.text;
    if memchr::memchr2(b'*', b'_', text.as_bytes()).is_none() {
        return;
    }
    let mut faults = Vec::new();
    context.document.for_each_run(|inlines| run(inlines, text, &mut faults));
    let told = faults.iter().map(|(span, is_pair)| observation(context, *span, *is_pair));
    findings.add_alike(faults.len(), told);
}

/// Finds the faults of a run: where they stand, and whether what should be emphasised is known.
fn run(inlines: &[Inline<'_>], text: &str, faults: &mut Vec<(Span, bool)>) {
    let items = marks(inlines, text);
    if items.iter().all(|item| matches!(item, Item::Emphasis(_))) {
        return;
    }
    let mut is_paired = vec![false; items.len()];
    let mut found: Vec<(Span, bool)> = Vec::new();
    for (one, other) in pairs(&items, text) {
        is_paired[one] = true;
        is_paired[other] = true;
        found.push((items[one].span().cover(items[other].span()), true));
    }
    let is_note = |item: &Item| matches!(item, Item::Mark(mark) if !mark.is_double() && mark.begins_line());
    let has_notes = items.iter().any(is_note);
    for (place, item) in items.iter().enumerate() {
        if let Item::Mark(mark) = item
            && !is_paired[place]
            && let Some(fault) = alone(mark, place, &items, has_notes, text)
        {
            found.push(fault);
        }
    }
    found.sort_unstable();
    faults.append(&mut found);
}

fn observation(context: &DocumentContext<'_>, span: Span, is_pair: bool) -> Observation {
    let path = &context.document.path;
    if !is_pair {
        let observation = Observation::new(path, span, Message::new("lint-broken-emphasis-alone"));
        return observation.hint(Message::new("lint-broken-emphasis-alone-hint"));
    }
    let written = quotation(context.document.text.get(span.range()).unwrap_or(""));
    let message = Message::new("lint-broken-emphasis-pair").with("text", written);
    Observation::new(path, span, message).hint(Message::new("lint-broken-emphasis-pair-hint"))
}

/// Pairs of marks, as places among the items, that were meant to emphasise what is between them.
fn pairs(items: &[Item], text: &str) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    // The last mark that may open, of each kind: `*`, `**`, `_`, `__`.
    let mut pending: [Option<(usize, &Mark)>; 4] = [None; 4];
    for (place, item) in items.iter().enumerate() {
        let Item::Mark(mark) = item else { continue };
        let slot = &mut pending[mark.kind()];
        match *slot {
            Some((before, opening)) if is_pair(opening, mark, text) => {
                found.push((before, place));
                *slot = None;
            }
            _ if mark.may_open() => *slot = Some((place, mark)),
            _ => {}
        }
    }
    found
}

/// Whether two marks of a kind were meant to emphasise what is between them.
fn is_pair(opening: &Mark, closing: &Mark, text: &str) -> bool {
    let between = text.get(opening.span.range().end..closing.span.range().start).unwrap_or("");
    let is_double = opening.is_double();
    if between.len() > LONGEST_EMPHASIS
        || !between.contains(|letter: char| letter.is_alphabetic() || (is_double && letter.is_numeric()))
        || (!is_double && between.contains('\n'))
    {
        return false;
    }
    if closing.is_opener() {
        // `**Nota: **el texto`
        let is_short = between.split_whitespace().count() <= 3 && !between.contains(['.', ':', ';', ',']);
        return opening.is_opener() && (is_double || (is_short && !opening.begins_line() && opening.byte == b'*'));
    }
    if !closing.may_close() {
        return false;
    }
    if opening.is_isolated() && closing.is_isolated() {
        return is_double;
    }
    // `3 * precio*` multiplies.
    let is_sum = |mark: &Mark| mark.is_isolated() && mark.is_beside_number && !is_double;
    (opening.is_isolated() || closing.is_isolated() || opening.is_wrong_side() || closing.is_wrong_side())
        && !is_sum(opening)
        && !is_sum(closing)
}

/// What is wrong with a mark that has no partner, and whether what it was meant to emphasise is known. A run `has_notes`
/// if a line of it begins with the mark of a footnote.
fn alone(mark: &Mark, place: usize, items: &[Item], has_notes: bool, text: &str) -> Option<(Span, bool)> {
    if mark.is_opener() && mark.is_before_letter {
        if let Some(Item::Emphasis(emphasis)) = items.get(place + 1)
            && let Some(between) = text.get(mark.span.range().end..emphasis.range().start)
            && is_of_kind(mark, *emphasis, text)
            && is_cut_short(between, mark.begins_line())
        {
            // `*no *deben*`
            return Some((mark.span.cover(*emphasis), true));
        }
        let is_note = mark.stands == Stands::CellHead || (has_notes && mark.begins_line());
        return (mark.is_double() && mark.byte == b'*' && !is_note).then_some((mark.span, false));
    }
    if mark.is_double()
        && mark.may_close()
        && let Some(Item::Emphasis(emphasis)) = place.checked_sub(1).and_then(|before| items.get(before))
        && let Some(between) = text.get(emphasis.range().end..mark.span.range().start)
        && is_of_kind(mark, *emphasis, text)
        && is_cut_short(between.trim_start(), false)
        && between.starts_with(' ')
    {
        // `**no** deben**`
        return Some((emphasis.cover(mark.span), true));
    }
    None
}

/// Whether emphasis is written with marks of a mark's kind.
fn is_of_kind(mark: &Mark, emphasis: Span, text: &str) -> bool {
    let source = text.as_bytes().get(emphasis.range()).unwrap_or(&[]);
    source.iter().take_while(|byte| **byte == mark.byte).count() == mark.span.len()
}

/// Whether a text before emphasis that works may have been meant to be emphasised with it: a few words on one line.
fn is_cut_short(between: &str, begins_line: bool) -> bool {
    let is_short = between.len() <= LONGEST_EMPHASIS && !between.contains('\n');
    let words = if is_short { between.split_whitespace().count() } else { usize::MAX };
    let most = if begins_line { 2 } else { 6 };
    // At the head of a line, a mark with a longer text is a note's.
    (1..=most).contains(&words) && !(begins_line && between.contains(['.', ':', ';', ',']))
}

#[cfg(test)]
mod tests {
    use crate::lint::testing::{Trial, hints};
    use crate::lint::{Options, lint};
    use crate::messages::Locale;
    use proptest::prelude::*;

    fn trial() -> Trial {
        Trial::of("broken-emphasis")
    }

    #[test]
    fn marks_with_blanks_inside_are_reported_with_what_they_stand_around() {
        for text in [
            "La licencia es ⟦** gratuita **⟧ siempre.",
            "La licencia es ⟦** gratuita **⟧.",
            "La licencia es ⟦** gratuita**⟧ siempre.",
            "La licencia es ⟦**gratuita **⟧ siempre.",
            "⟦**Licencia **⟧ siempre.",
            "La licencia es ⟦* gratuita*⟧ siempre.",
            "La licencia es ⟦*gratuita *⟧ siempre.",
            "La licencia es ⟦_ gratuita_⟧ siempre.",
            "La licencia es ⟦_gratuita _⟧ siempre.",
            "La licencia es ⟦__ gratuita __⟧ siempre.",
            "⟦**Nota: **⟧el texto sigue.",
            "⟦**4. **⟧La recomendación.",
            "⟦**Nota:**⟧el texto sigue.",
            "El área⟦**«generadora»**⟧publica.",
            "La ⟦** licencia\nabierta **⟧ rige.",
            "# Uno\n\n- Dos\n\n  | ⟦** tres **⟧ |\n  | - |\n  | ⟦** cuatro**⟧ |",
        ] {
            trial().file("es/a.md", text).lint();
        }
        let trial = trial().file("en/a.md", "It is ⟦** free **⟧ of charge.\n");
        trial.says(Locale::English, &["The marks of “** free **” are shown instead of emphasising"]);
        let expected =
            ["Put no blank between the marks and the text inside them, and one between them and the text outside"];
        assert_eq!(hints(&trial.lint(), Locale::English), expected);
    }

    #[test]
    fn emphasis_that_begins_twice_or_ends_twice_is_reported() {
        for text in [
            "Las áreas ⟦*no *podrán*⟧ exigir.",
            "Las áreas ⟦**no **podrán**⟧ exigir.",
            "Las áreas ⟦_no _podrán_⟧ exigir.",
            "⟦*no *podrán*⟧ exigir.",
            "Las áreas ⟦**no** podrán**⟧ exigir.",
            "Las áreas ⟦*no *⟧podrán exigir.",
        ] {
            trial().file("es/a.md", text).lint();
        }
    }

    #[test]
    fn a_double_mark_without_a_partner_is_reported() {
        for text in ["Las áreas ⟦**⟧podrán exigir.", "⟦**⟧Artículo 5. Las áreas podrán exigir.\n"] {
            trial()
                .file("es/a.md", text)
                .says(Locale::Spanish, &["Estos asteriscos no tienen pareja y se ven en el texto"]);
        }
    }

    #[test]
    fn marks_with_another_meaning_are_left_alone() {
        for text in [
            "3 * 4 * 5, 3*4*5, 2**3, a ** b, x * y, 3 * precio*, Total * 2",
            "Presupuesto* y gasto**, 2025*. Inversión *",
            "*Cifras preliminares de *Open Data*, con corte en mayo.",
            "*Nota: véase *el anexo*.",
            "* Cifras\n\n\\* Cifras \\*\\*texto \\*\\*",
            "\\*no \\*deben\\* y \\** texto \\**",
            "snake_case, _config.yml, __init__.py, mi_nombre_ y a_b_c",
            "Los archivos *.md, docs/*, **/*.rs y *.* del repositorio",
            "Firma: ______ Fecha: ____ _ _ _ __ __",
            "*no* deben, **no** deben, ***no*** deben, _no_, __no__, **no**: *sí*",
            "`** texto **` y `*no *deben*`",
            "https://x.mx/a_b_/*c **d@x.mx",
            "(*) y [*], (**) véase",
            "Precio (*) por *kilo*, f*** y *****",
            "| Año* | 2025** |\n| - | - |\n| *Estimado | **Preliminar |",
            "*Estimado.\n**Preliminar.",
            "Rige 5 * la *cuota* diaria",
            "El símbolo * marca lo *obligatorio*.",
            "[* texto](b.md) y ![**](c.png)",
        ] {
            trial().file("es/a.md", text).lint();
        }
    }

    #[test]
    fn of_many_faults_the_first_are_told_and_how_many_more_there_are() {
        let text = format!("{}{}", "La ⟦** letra **⟧.\n\n".repeat(5), "La ** letra **.\n\n".repeat(3));
        let findings = trial().file("es/a.md", &text).lint();
        assert_eq!(hints(&findings[4..], Locale::Spanish)[1], "Hay 3 más como este en el documento");
        assert_eq!(findings[3].hints.len(), 1);
    }

    proptest! {
        #[test]
        fn any_text_can_be_read(text in "[*_ añ.(\\\\`\n|0-]{0,50}") {
            let policy = trial().file("es/a.md", &text).policy();
            let options = Options { rules: vec!["broken-emphasis".to_owned()], ..Options::default() };
            for finding in lint(&policy, &options).unwrap().findings {
                prop_assert!(text.get(finding.span.range()).is_some());
            }
        }
    }
}

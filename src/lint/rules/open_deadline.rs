//! Time limits that cannot be counted: no start, no kind of day, or no number at all.

use crate::lint::context::DocumentContext;
use crate::lint::finding::{Findings, Observation, quotation};
use crate::lint::rule::{Check, Documentation, Rule};
use crate::model::{DocumentPath, Message, Severity, Span, folded};
use crate::norms::{Deadline, Strength, Unit};

/// The rule.
pub const RULE: Rule = Rule {
    name: "open-deadline",
    default: Some(Severity::Warning),
    check: Check::Document(check),
    messages: &[
        "lint-open-deadline-vague",
        "lint-open-deadline-vague-hint",
        "lint-open-deadline-start",
        "lint-open-deadline-start-hint",
        "lint-open-deadline-days",
        "lint-open-deadline-days-hint",
        "lint-open-deadline-days-hint-english",
    ],
    documentation: [
        Documentation(include_str!("open_deadline.es.md")),
        Documentation(include_str!("open_deadline.en.md")),
    ],
};

fn check(context: &DocumentContext<'_>, findings: &mut Findings<'_>) {
    for (place, norm) in context.norms() {
        let (Some(passage), Some(deadline)) = (context.passages().get(*place), &norm.deadline) else { continue };
        if !matches!(norm.strength, Strength::Must | Strength::MustNot | Strength::Strive) || passage.noted {
            continue;
        }
        let (span, path) = (passage.text.span(deadline.range.clone()), &context.document.path);
        let written = quotation(passage.text.as_str().get(deadline.range.clone()).unwrap_or(""));
        if deadline.unit == Unit::Vague {
            findings.add(observation(
                path,
                span,
                "lint-open-deadline-vague",
                &written,
                "lint-open-deadline-vague-hint",
            ));
        } else if has_no_start(deadline) && !names_its_period(&written) {
            findings.add(observation(
                path,
                span,
                "lint-open-deadline-start",
                &written,
                "lint-open-deadline-start-hint",
            ));
        } else if deadline.unit == Unit::Days && deadline.amount.is_some() {
            let is_spanish = context.is_spanish();
            let (path, language) = (path.clone(), context.language.clone());
            // A policy may say once for all how its days are counted.
            findings.later(move |whole, findings| {
                let mut own = whole.documents.iter().filter(|(_, facts)| facts.language == language);
                let hint =
                    if is_spanish { "lint-open-deadline-days-hint" } else { "lint-open-deadline-days-hint-english" };
                if !own.any(|(_, facts)| facts.says_which_days) {
                    findings.add(observation(&path, span, "lint-open-deadline-days", &written, hint));
                }
            });
        }
    }
}

fn observation(path: &DocumentPath, span: Span, id: &'static str, written: &str, hint: &'static str) -> Observation {
    Observation::new(path, span, Message::new(id).with("written", written)).hint(Message::new(hint))
}

/// Whether a time limit is a part of a period that it names: «dentro de los primeros quince días de enero», or a period in
/// which something is counted: «en un año».
fn names_its_period(written: &str) -> bool {
    let words = folded(written);
    words.contains("primer") || words.contains("first") || words.ends_with(" un ano") || words.ends_with(" a year")
}

/// Whether a number of hours, days, weeks, months or years runs from no event.
fn has_no_start(deadline: &Deadline) -> bool {
    let counted = !matches!(deadline.unit, Unit::Date | Unit::Immediate | Unit::Vague);
    counted && deadline.amount.is_some() && deadline.starts.is_none()
}

#[cfg(test)]
mod tests {
    use crate::lint::testing::{Trial, messages};
    use crate::messages::Locale;

    fn said(spanish: &str) -> Vec<String> {
        messages(&Trial::of("open-deadline").file("es/a.md", spanish).lint(), Locale::Spanish)
    }

    #[test]
    fn each_way_to_leave_a_deadline_open_is_told() {
        assert_eq!(
            said("La Unidad deberá publicar el inventario ⟦a la brevedad⟧.\n"),
            ["«a la brevedad» no fija ningún plazo"]
        );
        assert_eq!(
            said("La Unidad deberá responder ⟦en un plazo de 10 días hábiles⟧.\n"),
            ["El plazo «en un plazo de 10 días hábiles» no dice desde cuándo se cuenta"]
        );
        let text = "La Unidad deberá responder ⟦dentro de los diez días siguientes a la recepción⟧ de la solicitud.\n";
        let found = Trial::of("open-deadline").file("es/a.md", &text.replace(['⟦', '⟧'], ""));
        let outcome = crate::lint::lint(
            &found.policy(),
            &crate::lint::Options { rules: vec!["open-deadline".to_owned()], ..crate::lint::Options::default() },
        );
        let findings = outcome.unwrap().findings;
        assert_eq!((findings.len(), findings[0].message.id), (1, "lint-open-deadline-days"));
    }

    #[test]
    fn deadlines_that_can_be_counted_are_left_alone() {
        said("La Unidad deberá responder dentro de los diez días hábiles siguientes a la recepción de la solicitud.\n");
        said("La Unidad deberá publicarlo antes del 31 de enero de cada año.\n");
        said("La Unidad deberá publicarlo de inmediato cuando reciba el aviso. El plazo de diez días corre.\n");
        said(
            "# Cómputo de plazos\n\nLos plazos en días se entenderán hábiles.\n\nLa Unidad deberá responder dentro de los diez \
            días siguientes a la recepción de la solicitud.\n",
        );
    }
}

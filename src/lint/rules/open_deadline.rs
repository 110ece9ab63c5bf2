//! Time limits that cannot be counted: no start, no kind of day, or no number at all.

use crate::lint::context::DocumentContext;
use crate::lint::finding::{Findings, Observation, quotation};
use crate::lint::rule::{Check, Documentation, Rule};
use crate::model::{DocumentPath, Message, Severity, Span, bare_words, folded};
use crate::norms::{Deadline, Norm, Strength, Unit};

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
        if context.is_set_text() {
            return;
        }
        let (span, path) = (passage.text.span(deadline.range.clone()), &context.document.path);
        let written = quotation(passage.text.as_str().get(deadline.range.clone()).unwrap_or(""));
        if deadline.unit == Unit::Vague {
            // `We may not answer promptly` sets no time, and is not meant to.
            if norm.strength == Strength::MustNot {
                continue;
            }
            findings.add(observation(
                path,
                span,
                "lint-open-deadline-vague",
                &written,
                "lint-open-deadline-vague-hint",
            ));
        } else if has_no_start(deadline)
            && !names_its_period(&written)
            && !follows_event(passage.text.as_str(), norm, deadline, context.is_spanish())
        {
            findings.add(observation(
                path,
                span,
                "lint-open-deadline-start",
                &written,
                "lint-open-deadline-start-hint",
            ));
        } else if deadline.unit == Unit::Days && has_doubtful_days(deadline, context.is_spanish()) {
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

/// Whether a number of days is counted in one way or another. In English thirty days or more are a month or more by the
/// calendar; in Spanish the law of the place may count working days only.
fn has_doubtful_days(deadline: &Deadline, is_spanish: bool) -> bool {
    /// The fewest days that are a month.
    const MONTH: u32 = 30;
    deadline.amount.is_some_and(|amount| is_spanish || amount < MONTH)
}

/// Whether the sentence names an event before its time limit, from which it runs («Recibida la solicitud, la Unidad deberá
/// resolver en diez días hábiles», `When an Agency asks, the Unit must answer within ten business days`), or the start after
/// an aside («en diez días hábiles, incluido el de la vista, contados a partir de la solicitud»).
fn follows_event(text: &str, norm: &Norm, deadline: &Deadline, is_spanish: bool) -> bool {
    let before = folded(text.get(norm.sentence.start..deadline.range.start).unwrap_or(""));
    let words: Vec<&str> = bare_words(&before).map(|(_, word)| word).collect();
    let after = text.get(deadline.range.end..norm.sentence.end).unwrap_or("");
    let starts = [" a partir de", " contado", " contada", " from the date ", " from the day "];
    if starts.iter().any(|start| after.contains(start)) || before.contains("a partir de") {
        return true;
    }
    if !is_spanish {
        let is_event = |pair: &[&str]| {
            matches!(pair[0], "when" | "whenever" | "if" | "once" | "upon" | "after")
                && !matches!(pair[1], "any" | "applicable" | "appropriate" | "necessary" | "needed" | "possible")
        };
        return words.windows(2).any(is_event);
    }
    words.windows(2).take(OPENING).any(opens_with_event) || words.windows(2).any(is_event) || names_case(&before)
}

/// Whether two words can open a sentence with an event: «recibida la solicitud», «al recibir».
fn opens_with_event(pair: &[&str]) -> bool {
    let ends = |word: &str, endings: &[&str]| endings.iter().any(|ending| word.ends_with(ending));
    let [first, second] = pair else { return false };
    let is_done = first.len() > 5 && ends(first, &["ado", "ada", "ados", "adas", "ido", "ida", "idos", "idas"]);
    is_done && matches!(*second, "el" | "la" | "los" | "las" | "un" | "una" | "dicha" | "dicho")
        || *first == "al" && ends(second, &["ar", "er", "ir"])
}

/// Whether two words begin the name of an event anywhere in a sentence: «cuando falte», «una vez».
fn is_event(pair: &[&str]) -> bool {
    let [first, second] = pair else { return false };
    match *first {
        "cuando" | "si" => !matches!(*second, "corresponda" | "corresponde" | "fuera" | "procede" | "proceda" | "sea"),
        "tras" => true,
        "una" => *second == "vez",
        "luego" | "despues" => *second == "de",
        _ => false,
    }
}

/// Whether a folded text speaks of a case: «en caso de», «en este último caso».
fn names_case(before: &str) -> bool {
    [
        "en caso ",
        "en caso,",
        "este caso",
        "ese caso",
        "tal caso",
        "ultimo caso",
        "estos casos",
        "esos casos",
        "tales casos",
    ]
    .iter()
    .any(|case| before.contains(case))
}

/// Within how many words of a sentence, the number of its clause included, «recibida la solicitud» opens it.
const OPENING: usize = 4;

#[cfg(test)]
mod tests {
    use crate::lint::testing::{Trial, messages};
    use crate::messages::Locale;

    fn said(spanish: &str) -> Vec<String> {
        messages(&Trial::of("open-deadline").file("es/a.md", spanish).lint(), Locale::Spanish)
    }

    #[test]
    fn days_may_be_settled_once_for_all() {
        let duty = "La Unidad deberá responder dentro de los quince días siguientes a la recepción.";
        for settled in [
            "Los plazos señalados en días se entenderán en días hábiles.",
            "Los plazos previstos en esta Política se entenderán en días hábiles, salvo disposición en contrario.",
            "Para el cómputo de los plazos se considerarán días hábiles.",
            "Cuando esta Política señale plazos en días, se entenderán naturales.",
            "V. **Días:** los días hábiles.",
        ] {
            Trial::of("open-deadline")
                .file("es/a.md", &format!("{duty}\n"))
                .file("es/b.md", &format!("{settled}\n"))
                .lint();
        }
        let found = "La Unidad deberá responder ⟦dentro de los quince días siguientes a la recepción⟧.\n";
        let other = "El Comité sesiona en días hábiles.\n";
        Trial::of("open-deadline").file("es/a.md", found).file("es/b.md", other).lint();
    }

    #[test]
    fn where_a_chapter_declares_keywords_only_those_are_duties() {
        let declaration = "The key words are to be interpreted as described in RFC 2119.\n";
        let text = "The Agency must reply promptly. The Agency MUST reply ⟦promptly⟧.\n";
        Trial::of("open-deadline").file("en/a.md", declaration).file("en/b.md", text).lint();
        let text = "The Agency must reply to all of the requests and to the others ⟦promptly⟧.\n";
        Trial::of("open-deadline").without_manifest().file("a.md", declaration).file("b.md", text).lint();
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
    fn an_event_before_the_limit_starts_it() {
        said("Recibida la solicitud, la Unidad deberá resolver en un plazo de diez días hábiles.\n");
        said("II. Cuando falte un dato, la Unidad deberá avisar dentro de cinco días hábiles.\n");
        said("La Unidad deberá, cuando corresponda, avisar ⟦en un plazo de cinco días hábiles⟧.\n");
        said(
            "La Unidad deberá avisar al titular, ante el Comité y según este Título, ⟦en un plazo de diez días hábiles⟧.\n",
        );
        said(
            "La Unidad resolverá en un plazo de diez días hábiles, incluido el de prueba, contado a partir del aviso.\n",
        );
        said("A partir del aviso, la Unidad deberá responder en un plazo de diez días hábiles.\n");
        said("En este último caso, la Unidad deberá avisar en un plazo de cinco días hábiles.\n");
        said("Al recibir el aviso, la Unidad deberá responder en un plazo de diez días hábiles.\n");
        let text = "When an Agency asks for help, the Unit must answer within ten business days.\n\n\
            The Unit must answer ⟦within ten business days⟧.\n";
        Trial::of("open-deadline").file("en/a.md", text).lint();
    }

    #[test]
    fn a_month_of_days_is_counted_by_the_calendar_in_english() {
        let text = "The Unit must pay within thirty (30) days of the invoice.\n";
        Trial::of("open-deadline").file("en/a.md", text).lint();
        let found = Trial::of("open-deadline").file("en/a.md", "The Unit must pay ⟦within 15 days of notice⟧.\n");
        let expected =
            ["The time limit “within 15 days of notice” does not say whether business or calendar days are meant"];
        found.says(Locale::English, &expected);
    }

    #[test]
    fn what_is_not_promised_promptly_is_left_alone() {
        let text = "We may not answer promptly. The Unit must pay if it is promptly told.\n";
        Trial::of("open-deadline").file("en/a.md", text).file("LICENSE.md", "The Unit must promptly pay.\n").lint();
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

//! Numbers that are written twice, in words and in figures, and differ.
//!
//! 1. Figures in parentheses behind a number in words, «treinta (20)», and a number in words in parentheses behind
//!    figures, «20 (treinta)», are one number written twice;
//! 2. both are read and compared; where either cannot be read for sure, nothing is said.

use crate::lint::context::DocumentContext;
use crate::lint::figures::runs;
use crate::lint::finding::{Findings, Observation, quotation};
use crate::lint::phrases::is_code;
use crate::lint::rule::{Check, Documentation, Rule};
use crate::model::{Message, Severity, cardinals};
use std::ops::Range;

/// The rule.
pub const RULE: Rule = Rule {
    name: "number-words",
    default: Some(Severity::Error),
    check: Check::Document(check),
    messages: &["lint-number-words", "lint-number-words-hint"],
    documentation: [
        Documentation(include_str!("number_words.es.md")),
        Documentation(include_str!("number_words.en.md")),
    ],
};

/// A number written twice, as ranges of the text and values.
struct Twice {
    whole: Range<usize>,
    words: u64,
    figures: u64,
}

fn check(context: &DocumentContext<'_>, findings: &mut Findings<'_>) {
    let is_spanish = context.is_spanish();
    if !is_spanish && !context.is_english() {
        return;
    }
    let path = &context.document.path;
    for passage in context.passages() {
        let text = passage.text.as_str();
        if !text.contains('(') {
            continue;
        }
        for run in runs(text) {
            let found = in_parentheses(text, &run, is_spanish).or_else(|| before_parentheses(text, &run, is_spanish));
            let Some(Twice { whole, words, figures }) = found.filter(|found| found.words != found.figures) else {
                continue;
            };
            if is_code(passage, whole.clone()) {
                continue;
            }
            let message = Message::new("lint-number-words")
                .with("written", quotation(&text[whole.clone()]))
                .with("words", words.to_string())
                .with("figures", figures.to_string());
            let observation = Observation::new(path, passage.text.span(whole), message);
            findings.add(observation.hint(Message::new("lint-number-words-hint")));
        }
    }
}

/// «treinta (20) días», «diez por ciento (15 %)».
fn in_parentheses(text: &str, run: &Range<usize>, is_spanish: bool) -> Option<Twice> {
    let before = text[..run.start].strip_suffix('(')?.trim_end_matches([' ', '\u{a0}']);
    let (figures, end) = figures(text, run)?;
    let rest = text[end..].trim_start_matches([' ', '\u{a0}']);
    let (is_share, rest) = rest.strip_prefix('%').map_or((false, rest), |rest| (true, rest));
    let rest = rest.strip_prefix(')')?;
    let bare = if is_share { without_share(before) } else { Some(before) }?;
    let (start, words) = cardinals::ending(bare, is_spanish)?;
    // «Cada uno (2)» and «los tres (2).» bear the mark of a note: what is counted follows a number, or a share.
    let counts =
        is_share || rest.strip_prefix([' ', '\u{a0}']).is_some_and(|rest| rest.starts_with(char::is_lowercase));
    (counts && words > 1).then(|| Twice { whole: start..text.len() - rest.len(), words, figures })
}

/// A text without the words for per cent that it ends with.
fn without_share(text: &str) -> Option<&str> {
    let endings = [" por ciento", " por cien", " per cent", " percent"];
    endings.iter().find_map(|ending| text.strip_suffix(ending)).or(Some(text))
}

/// «20 (treinta) días».
fn before_parentheses(text: &str, run: &Range<usize>, is_spanish: bool) -> Option<Twice> {
    let start = number_start(text, run)?;
    let (figures, end) = figures(text, &(start..run.end))?;
    let rest = text[end..].strip_prefix([' ', '\u{a0}']).unwrap_or(&text[end..]).strip_prefix('(')?;
    let close = rest.bytes().take(120).position(|byte| byte == b')')?;
    let words = rest.get(..close)?;
    let value = cardinals::value(words, is_spanish)?;
    let end = text.len() - rest.len() + close + 1;
    Some(Twice { whole: start..end, words: value, figures })
}

/// Where the number begins that a run of figures is the first of; nothing if it is a later part of one.
fn number_start(text: &str, run: &Range<usize>) -> Option<usize> {
    let before = &text[..run.start];
    let is_part =
        before.ends_with(|last: char| last.is_alphanumeric() || matches!(last, '/' | '-' | '–' | '.' | ',' | ':'));
    (!is_part).then_some(run.start)
}

/// The value of figures, thousands parted or not, and their end: `1,500`, `1 500`, `20`.
fn figures(text: &str, run: &Range<usize>) -> Option<(u64, usize)> {
    let mut value: u64 = text.get(run.clone())?.parse().ok()?;
    let mut end = run.end;
    while let Some(separator) =
        text[end..].chars().next().filter(|next| matches!(next, ',' | '.' | ' ' | '\u{a0}' | '\''))
    {
        let start = end + separator.len_utf8();
        let length = text[start..].bytes().take_while(u8::is_ascii_digit).count();
        if length == 0 {
            break;
        }
        if length != 3 || run.len() > 3 {
            return None;
        }
        value = value.checked_mul(1000)?.checked_add(text[start..start + 3].parse().ok()?)?;
        end = start + 3;
    }
    Some((value, end))
}

#[cfg(test)]
mod tests {
    use crate::lint::testing::{Trial, hints};
    use crate::messages::Locale;

    fn trial() -> Trial {
        Trial::of("number-words")
    }

    #[test]
    fn words_and_figures_that_differ() {
        let trial = trial().file("es/a.md", "Dentro de los ⟦treinta (20)⟧ días hábiles y **⟦diez** (15)⟧ días.\n");
        trial.says(
            Locale::Spanish,
            &[
                "«treinta (20)» dice 30 con palabras y 20 con cifras",
                "«diez (15)» dice 10 con palabras y 15 con cifras",
            ],
        );
        trial.says(
            Locale::English,
            &["“treinta (20)” says 30 in words and 20 in figures", "“diez (15)” says 10 in words and 15 in figures"],
        );
        assert_eq!(hints(&trial.lint(), Locale::Spanish)[0], "Decida cuál de los dos vale y corrija el otro");
    }

    #[test]
    fn every_order_and_kind() {
        for text in [
            "⟦20 (treinta)⟧ días",
            "⟦ciento veinte (102)⟧ días",
            "el ⟦diez por ciento (15 %)⟧ del total",
            "⟦mil quinientos (1,550)⟧ pesos",
            "⟦1.500 (mil quinientas cincuenta)⟧ personas",
            "el ⟦veintiún (20)⟧ por ciento",
        ] {
            trial().file("es/a.md", &format!("{text}\n")).lint();
        }
        for text in ["⟦thirty (20)⟧ working days", "⟦15 (twenty-five)⟧ days", "⟦ten per cent (15%)⟧"] {
            trial().file("en/a.md", &format!("{text}\n")).lint();
        }
    }

    #[test]
    fn numbers_that_agree() {
        for text in [
            "treinta (30) días",
            "30 (treinta) días",
            "diez por ciento (10 %) del total",
            "cinco (05) días",
            "un millón doscientos mil (1,200,000) pesos",
            "cuarenticinco (45) días",
            "veintiún (21) personas",
        ] {
            trial().file("es/a.md", &format!("{text}\n")).lint();
        }
        trial().file("en/a.md", "one hundred and twenty (120) days, 25 (twenty-five) days\n").lint();
    }

    #[test]
    fn what_is_no_number_written_twice() {
        for text in [
            "el artículo tercero (2) dice",
            "cada uno (2) de ellos",
            "los tres (2).",
            "diez (10.5) puntos",
            "desde dos mil veinte (artículo 3)",
            "2026 (dos artículos)",
            "en el año 2020 (la tercera)",
            "`treinta (20) días`",
            "treinta días (20)",
            "art. 3.2 (dos)",
        ] {
            trial().file("es/a.md", &format!("{text}\n")).lint();
        }
        trial().file("fr/a.md", "trente (20) jours\n").file("es/b.md", "trente (20) jours\n").lint();
    }
}

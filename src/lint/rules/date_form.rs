//! Dates that do not exist, and dates that can be read in two ways.
//!
//! 1. Every date has figures: each run of them is looked at once;
//! 2. `31/02/2026`, `2026-02-30` and «31 de febrero» are no days; a date in figures whose day and month could change
//!    places is two;
//! 3. numbers that only look like dates (versions, files, references) are left alone.

use crate::lint::context::DocumentContext;
use crate::lint::figures::{is_day, iso_day, runs};
use crate::lint::finding::{Findings, Observation};
use crate::lint::phrases::is_code;
use crate::lint::rule::{Check, Documentation, Rule};
use crate::model::numbering::word_at;
use crate::model::{Message, Severity, folded};
use std::ops::Range;

/// The rule.
pub const RULE: Rule = Rule {
    name: "date-form",
    default: Some(Severity::Error),
    check: Check::Document(check),
    messages: &[
        "lint-date-form-ambiguous",
        "lint-date-form-ambiguous-hint",
        "lint-date-form-impossible",
        "lint-date-form-impossible-hint",
    ],
    documentation: [Documentation(include_str!("date_form.es.md")), Documentation(include_str!("date_form.en.md"))],
};

/// What is wrong with a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fault {
    /// There is no such day.
    Impossible,
    /// Day and month can change places.
    Ambiguous,
}

fn check(context: &DocumentContext<'_>, findings: &mut Findings<'_>) {
    let path = &context.document.path;
    for passage in context.passages() {
        let text = passage.text.as_str();
        let mut reached = 0;
        for run in runs(text) {
            if run.start < reached || run.len() > 4 {
                continue;
            }
            let Some((range, fault)) = date_at(text, &run, context.is_spanish(), context.is_english()) else {
                continue;
            };
            reached = range.end;
            if is_code(passage, range.clone()) {
                continue;
            }
            let written = text.get(range.clone()).unwrap_or("");
            let (message, hint) = match fault {
                Fault::Impossible => ("lint-date-form-impossible", "lint-date-form-impossible-hint"),
                Fault::Ambiguous => ("lint-date-form-ambiguous", "lint-date-form-ambiguous-hint"),
            };
            let message = Message::new(message).with("date", written);
            let observation = Observation::new(path, passage.text.span(range), message).hint(Message::new(hint));
            findings.add(if fault == Fault::Ambiguous { observation.mild() } else { observation });
        }
    }
}

/// The faulty date that begins at a run of figures, or whose day it is.
fn date_at(text: &str, run: &Range<usize>, is_spanish: bool, is_english: bool) -> Option<(Range<usize>, Fault)> {
    if run.len() == 4 {
        return iso_date(text, run);
    }
    if run.len() > 2 {
        return None;
    }
    in_figures(text, run).or_else(|| {
        // Only these days are missing in some month.
        let day = text.get(run.clone())?.parse().ok().filter(|day| (29..=31).contains(day))?;
        if is_spanish {
            spanish(text, run, day)
        } else if is_english {
            english(text, run, day)
        } else {
            None
        }
    })
}

/// `2026-02-30`.
fn iso_date(text: &str, run: &Range<usize>) -> Option<(Range<usize>, Fault)> {
    let rest = text.get(run.start..)?;
    // A month above twelve is no date but a file's number.
    let month: u8 = rest.get(5..7)?.parse().ok()?;
    let day: u8 = rest.get(8..10)?.parse().ok()?;
    let range = run.start..run.start + 10;
    let is_free = stands_free(text, &range);
    (is_free && (1..=12).contains(&month) && (1..=31).contains(&day) && iso_day(rest.get(..10)?) == Some(false))
        .then_some((range, Fault::Impossible))
}

/// `31/02/2026`, `31-02-2026`.
fn in_figures(text: &str, run: &Range<usize>) -> Option<(Range<usize>, Fault)> {
    let separator = text.get(run.end..)?.chars().next().filter(|separator| matches!(separator, '/' | '-'))?;
    let second = figures_at(text, run.end + 1)?;
    if !text.get(second.end..)?.starts_with(separator) {
        return None;
    }
    let third = figures_at(text, second.end + 1)?;
    let range = run.start..third.end;
    if second.len() > 2 || third.len() != 4 || !stands_free(text, &range) || is_reference(text, run.start) {
        return None;
    }
    let value = |range: &Range<usize>| text.get(range.clone()).and_then(|figures| figures.parse::<i16>().ok());
    let (first, second, year) = (value(run)?, value(&second)?, value(&third)?);
    if !(1800..2200).contains(&year) || !(1..=31).contains(&first) || !(1..=31).contains(&second) {
        return None;
    }
    let is_date = |day: i16, month: i16| {
        i8::try_from(day).ok().zip(i8::try_from(month).ok()).is_some_and(|(day, month)| is_day(year, month, day))
    };
    match (is_date(first, second), is_date(second, first)) {
        (false, false) => Some((range, Fault::Impossible)),
        (true, true) if first != second && separator == '/' => Some((range, Fault::Ambiguous)),
        _ => None,
    }
}

fn figures_at(text: &str, start: usize) -> Option<Range<usize>> {
    let length = text.get(start..)?.bytes().take_while(u8::is_ascii_digit).count();
    (length > 0).then_some(start..start + length)
}

/// Whether no letter, figure or mark of a longer number joins a range.
fn stands_free(text: &str, range: &Range<usize>) -> bool {
    let joins = |letter: char| letter.is_alphanumeric() || matches!(letter, '/' | '-' | '_' | '#' | '=');
    let before = text[..range.start].trim_end_matches(['.', ',']).len();
    let is_joined_before = text[..range.start].ends_with(joins)
        || (before < range.start && text[..before].ends_with(|last: char| last.is_ascii_digit()));
    let after = &text[range.end..];
    let decimal =
        after.strip_prefix(['.', ',', ':']).is_some_and(|rest| rest.starts_with(|first: char| first.is_ascii_digit()));
    !is_joined_before && !after.starts_with(joins) && !decimal
}

/// Whether a number is introduced as that of a file or a law: «N.° 02/03/2026», «expediente 02/03/2026».
fn is_reference(text: &str, start: usize) -> bool {
    let before = text[..start].trim_end();
    let from = before.char_indices().rev().nth(14).map_or(0, |(at, _)| at);
    let tail = folded(&before[from..]);
    let word = tail.split_whitespace().next_back().unwrap_or("");
    word.ends_with(['°', 'º'])
        || matches!(
            word,
            "no." | "num." | "numero" | "expediente" | "exp." | "oficio" | "folio" | "no" | "file" | "number"
        )
}

/// The names of the months that have fewer than 31 days, each with its number.
const SPANISH_MONTHS: [(&str, i8); 6] =
    [("febrero", 2), ("abril", 4), ("junio", 6), ("septiembre", 9), ("setiembre", 9), ("noviembre", 11)];
/// The same in English.
const ENGLISH_MONTHS: [(&str, i8); 5] =
    [("february", 2), ("april", 4), ("june", 6), ("september", 9), ("november", 11)];

fn month(word: &str, months: &[(&str, i8)]) -> Option<i8> {
    months.iter().find(|(name, _)| word.eq_ignore_ascii_case(name)).map(|(_, month)| *month)
}

/// «31 de febrero de 2026».
fn spanish(text: &str, run: &Range<usize>, day: i8) -> Option<(Range<usize>, Fault)> {
    let rest = text.get(run.end..)?.strip_prefix(" de ")?;
    let start = text.len() - rest.len();
    let (word, end) = word_at(text, start)?;
    let month = month(word, &SPANISH_MONTHS)?;
    let year = ["de ", "del "].iter().find_map(|link| {
        let start = end + 1 + link.len();
        let is_linked = text.get(end..)?.strip_prefix(' ')?.starts_with(link);
        figures_at(text, start).filter(|year| is_linked && year.len() == 4)
    });
    impossible(text, (run.start, end), day, month, year)
}

/// “31 February 2026”, “the 31st of April”, “February 30, 2026”.
fn english(text: &str, run: &Range<usize>, day: i8) -> Option<(Range<usize>, Fault)> {
    let after = text.get(run.end..)?;
    let ordinal = ["th", "st"].iter().find_map(|ending| after.strip_prefix(ending));
    let rest = ordinal.unwrap_or(after);
    let day_end = text.len() - rest.len();
    let following = rest.strip_prefix(" of ").or_else(|| rest.strip_prefix(' '));
    let named_after = following.and_then(|following| {
        let (word, end) = word_at(text, text.len() - following.len())?;
        Some((month(word, &ENGLISH_MONTHS)?, end))
    });
    if let Some((month, end)) = named_after {
        let start = end + text.get(end..)?.bytes().take_while(|byte| matches!(byte, b',' | b' ')).count();
        return impossible(text, (run.start, end), day, month, figures_at(text, start).filter(|year| year.len() == 4));
    }
    let before = text.get(..run.start)?.strip_suffix(' ')?;
    let start = before
        .rfind(|letter: char| !letter.is_alphabetic())
        .map_or(0, |at| at + before[at..].chars().next().map_or(1, char::len_utf8));
    let month = month(before.get(start..)?, &ENGLISH_MONTHS)?;
    let begin = day_end + rest.bytes().take_while(|byte| matches!(byte, b',' | b' ')).count();
    let year = figures_at(text, begin).filter(|year| year.len() == 4 && begin > day_end);
    impossible(text, (start, day_end), day, month, year)
}

/// The range of a date if there is no such day; without a year, none of a leap year.
fn impossible(
    text: &str,
    (start, end): (usize, usize),
    day: i8,
    month: i8,
    year: Option<Range<usize>>,
) -> Option<(Range<usize>, Fault)> {
    let end = year.as_ref().map_or(end, |year| year.end);
    let value = year.and_then(|year| text.get(year)?.parse().ok()).unwrap_or(2000);
    (!is_day(value, month, day)).then_some((start..end, Fault::Impossible))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lint::testing::Trial;
    use crate::messages::Locale;

    fn trial() -> Trial {
        Trial::of("date-form")
    }

    #[test]
    fn days_that_do_not_exist() {
        let text = "El ⟦31/02/2026⟧, el ⟦31/9/2025⟧, el ⟦29-02-2023⟧, el ⟦2026-02-30⟧, el ⟦31 de abril de 2026⟧, el ⟦30 de febrero⟧, el ⟦29 de febrero de 2025⟧ y el ⟦31 de setiembre del 2001⟧.\n";
        let findings = trial().file("es/a.md", text).lint();
        assert!(findings.iter().all(|finding| finding.severity == Severity::Error));
        let text = "On ⟦February 30, 2026⟧, ⟦31 June 2026⟧, the ⟦31st of April⟧, ⟦02/30/2026⟧ and ⟦31/13/2026⟧.\n";
        trial().file("en/a.md", text).lint();
    }

    #[test]
    fn dates_that_are_two() {
        let trial = trial().file("es/a.md", "Se publicó el ⟦02/03/2026⟧.\n");
        trial.says(Locale::Spanish, &["«02/03/2026» se puede leer de dos maneras"]);
        trial.says(Locale::English, &["“02/03/2026” can be read in two ways"]);
        assert_eq!(trial.lint()[0].severity, Severity::Warning);
        let impossible = self::trial().file("en/a.md", "By ⟦31/09/2024⟧.\n");
        impossible.says(Locale::English, &["There is no day “31/09/2024”"]);
    }

    #[test]
    fn dates_that_are_one() {
        let text = "El 31/01/2026, el 12/25/2026, el 05/05/2026, el 2026-02-28, el 29/02/2024, el 29 de febrero de 2024, el 29 de febrero, el 30 de abril y el 31 de mayo.\n";
        trial().file("es/a.md", text).lint();
        trial().file("en/a.md", "February 29, the 30th of June, 31 May 2026, September 30, 2026.\n").lint();
    }

    #[test]
    fn numbers_that_are_no_dates() {
        let text = "Versión 1.2.2026, 1/2, 3/4/5, 24/7, tel. 01-02-2026-11, oficio 02/03/2026, N.° 02/03/2026, 02/03/2026-AB, https://a.example/02/03/2026/x, `31/02/2026`, A/02/03/2026, 45/13/2026, 2014-30-15, 1.02/03/2026.\n\n```\n31/02/2026\n```\n";
        trial().file("es/a.md", text).lint();
        trial().file("en/a.md", "Articles 30 and 31, February 2026. 31 days in June.\n").lint();
    }

    proptest::proptest! {
        #![proptest_config(proptest::prelude::ProptestConfig { failure_persistence: None, ..Default::default() })]

        #[test]
        fn dates_lie_inside_any_text(text in "([0-9]{1,4}|[/.-]| de | of |febrero|February|ñ|th|,| |\\PC){0,12}") {
            for run in runs(&text) {
                for spanish in [true, false] {
                    if let Some((range, _)) = date_at(&text, &run, spanish, !spanish) {
                        proptest::prop_assert!(text.get(range).is_some_and(|date| date.len() > 5));
                    }
                }
            }
        }
    }
}

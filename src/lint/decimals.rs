//! Sections with decimal numbers, `2.1 Formats`, and the citations of them: «la sección 2.7 de esta guía». The model has no
//! clauses for them, as their numbers are their titles' own.
//!
//! 1. `Headings` keeps the numbers of the headings, if there are at least two with a full stop inside;
//! 2. `citations` reads the citations of a passage that cannot mean another text's sections;
//! 3. [`check`] reports those that no heading has.

use super::context::DocumentContext;
use super::finding::{Findings, Observation};
use super::links;
use crate::citations::link_at;
use crate::model::{Document, Message, Passage, folded, plain_text};
use std::collections::BTreeSet;
use std::ops::Range;

/// How many sections must have decimal numbers for them to be the document's own numbering.
const FEWEST: usize = 2;

/// The deepest numbers that are read.
const DEEPEST: usize = 6;

/// A decimal number: `2.1` is `[2, 1]`.
type Decimal = Vec<u32>;

/// The decimal numbers of a document's headings.
#[derive(Debug)]
struct Headings(BTreeSet<Decimal>);

impl Headings {
    /// Reads the headings of a document, and the paragraphs that begin with such a number; `None` if its sections have no
    /// decimal numbers.
    fn of(document: &Document<'_>, passages: &[Passage<'_>]) -> Option<Self> {
        let mut numbers = BTreeSet::new();
        for section in document.all_sections() {
            let source = document.text.get(section.heading.span.range()).unwrap_or("");
            if !source.trim_start_matches(['#', ' ', '*', '_']).starts_with(|first: char| first.is_ascii_digit()) {
                continue;
            }
            let title = plain_text(&section.heading.inlines);
            if let Some((number, _)) = decimal(title.trim_start_matches(['#', ' '])) {
                numbers.insert(number);
            }
        }
        if numbers.len() < FEWEST {
            return None;
        }
        numbers.extend(passages.iter().filter_map(|passage| Some(decimal(passage.text.as_str())?.0)));
        Some(Self(numbers))
    }

    /// Whether a section has this number, or one inside it.
    fn has(&self, number: &Decimal) -> bool {
        self.0.range(number.clone()..).next().is_some_and(|first| first.starts_with(number))
    }

    /// The last section with the same numbers but the last.
    fn last_beside(&self, number: &[u32]) -> Option<&Decimal> {
        let (_, parent) = number.split_last()?;
        self.0.iter().rfind(|other| other.len() == number.len() && other.starts_with(parent))
    }
}

/// A decimal number at the beginning of a text, and its end.
fn decimal(text: &str) -> Option<(Decimal, usize)> {
    let mut numbers = Decimal::new();
    let mut end = 0;
    loop {
        let digits = text[end..].bytes().take(4).take_while(u8::is_ascii_digit).count();
        numbers.push(text[end..end + digits].parse().ok().filter(|_| digits < 4)?);
        end += digits;
        let goes_on =
            text[end..].strip_prefix('.').is_some_and(|rest| rest.starts_with(|next: char| next.is_ascii_digit()));
        if !goes_on || numbers.len() == DEEPEST {
            break;
        }
        end += 1;
    }
    let is_whole = !text[end..].starts_with(|next: char| next.is_alphanumeric() || next == '%');
    (numbers.len() > 1 && is_whole).then_some((numbers, end))
}

/// A decimal number as it is written.
fn written(number: &[u32]) -> String {
    number.iter().map(u32::to_string).collect::<Vec<_>>().join(".")
}

/// Looks up the sections that are cited by decimal numbers, «sección 2.7», where headings have such numbers.
pub fn check(context: &DocumentContext<'_>, findings: &mut Findings<'_>) {
    let Some(headings) = Headings::of(context.document, context.passages()) else { return };
    let path = &context.document.path;
    for passage in context.passages().iter().filter(|passage| !passage.quoted) {
        for (range, number) in citations(passage) {
            let span = passage.text.span(range.clone());
            let link = link_at(passage, span.start);
            if headings.has(&number) || link.is_some_and(|target| links::Target::read(target, path).is_none()) {
                continue;
            }
            let said = |id, number: &[u32]| Message::new(id).with("kind", "section").with("number", written(number));
            let observation = Observation::new(path, span, said("lint-broken-clause-ref-missing", &number));
            let hint = match headings.last_beside(&number) {
                Some(last) => said("lint-broken-clause-ref-last", last),
                None => Message::new("lint-broken-clause-ref-check"),
            };
            findings.add(observation.hint(hint));
        }
    }
}

/// The citations of sections with decimal numbers in a passage that name no other text: their places and numbers.
fn citations(passage: &Passage<'_>) -> Vec<(Range<usize>, Decimal)> {
    let text = passage.text.as_str();
    let mut found = Vec::new();
    for name in ["ección ", "ection "] {
        for (place, _) in text.match_indices(name) {
            let number = place + name.len();
            let Some(start) = place.checked_sub(1).filter(|start| matches!(text.as_bytes()[*start] | 0x20, b's'))
            else {
                continue;
            };
            let is_word = !text[..start].ends_with(char::is_alphanumeric);
            if let Some((decimal, length)) = decimal(&text[number..]).filter(|_| is_word)
                && is_own(&text[number + length..])
                && !names_another(&text[..start])
            {
                found.push((start..number + length, decimal));
            }
        }
    }
    found.sort_by_key(|(range, _)| range.start);
    found
}

/// Whether what follows a citation leaves it the text's own: no «de la norma», “of the Act”.
fn is_own(after: &str) -> bool {
    let after = after.trim_start_matches([',', ' ']);
    let mut words = after.split(|letter: char| !letter.is_alphanumeric());
    match words.next().unwrap_or("") {
        "de" | "of" | "in" | "en" => matches!(words.next(), Some("esta" | "este" | "la" | "this")) && is_of_this(after),
        "del" => false,
        _ => true,
    }
}

/// «De esta guía», “of this guide”.
fn is_of_this(after: &str) -> bool {
    ["de esta ", "de este ", "en esta ", "en este ", "of this ", "in this "].iter().any(|this| after.starts_with(this))
}

/// Whether a text names a standard or a law, which may be the one that is cited after it.
fn names_another(before: &str) -> bool {
    let is_acronym = |word: &str| word.len() >= 3 && word.bytes().all(|byte| byte.is_ascii_uppercase());
    let is_text = |word: &str| {
        matches!(
            folded(word).as_str(),
            "norma" | "ley" | "estandar" | "reglamento" | "standard" | "act" | "regulation" | "license"
        )
    };
    before.split(|letter: char| !letter.is_alphanumeric()).any(|word| is_acronym(word) || is_text(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimal_numbers_have_a_full_stop_inside() {
        assert_eq!(decimal("2.1 Formatos"), Some((vec![2, 1], 3)));
        assert_eq!(decimal("10.2.3. Formatos"), Some((vec![10, 2, 3], 6)));
        for text in ["", "2 Formatos", "2.", "2.1a", "2.5%", "2026.1"] {
            assert_eq!(decimal(text), None, "{text}");
        }
    }

    #[test]
    fn a_section_with_subsections_exists() {
        let headings = Headings(BTreeSet::from([vec![2, 1, 1], vec![2, 2], vec![3, 1]]));
        assert!(headings.has(&vec![2, 1]) && headings.has(&vec![2, 2]));
        assert!(!headings.has(&vec![2, 3]) && !headings.has(&vec![4, 1]));
        assert_eq!(headings.last_beside(&[2, 7]), Some(&vec![2, 2]));
    }

    #[test]
    fn sections_of_another_text_are_told_apart() {
        for own in [" de esta guía", ".", ", que", " manda", " of this guide", ""] {
            assert!(is_own(own), "{own}");
        }
        for other in [" de la norma ISO", " del manual", ", de la Ley", " of ISO 8601", " of the Act"] {
            assert!(!is_own(other), "{other}");
        }
        assert!(names_another("En WCAG 2.1, la ") && !names_another("El texto sigue la "));
    }
}

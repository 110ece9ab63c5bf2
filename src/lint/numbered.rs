//! The numbers of clauses, items and headings as rules about numbering read and tell them.
//!
//! 1. Rules gather what bears a number, sequence by sequence;
//! 2. `sequence` tells where a sequence fails;
//! 3. what stands between two numbers may explain it: a clause that could not be recognised, «Artículos 5 a 7.
//!    Derogados», or words that announce the text of another law;
//! 4. [`Told`] puts what is left into words.

use super::finding::{Observation, quotation};
use super::sequence::{Fault, Number, faults, runs};
use crate::model::numbering::{in_roman, letter_number, ordinal, roman};
use crate::model::{ClauseKind, Designator, DocumentPath, Message, Span, folded};
use std::ops::Range;

/// Something with a number.
#[derive(Clone, Debug)]
pub struct Numbered<'a> {
    /// Its number.
    pub number: Number,
    /// Its designation as written: `Artículo 14 Bis`, `III`, `1.4`.
    pub label: &'a str,
    /// What a finding about it marks.
    pub span: Span,
}

impl<'a> Numbered<'a> {
    /// A clause, which a finding marks with the punctuation of its designation or without.
    #[must_use]
    pub fn clause(designator: &'a Designator, text: &str, punctuated: bool) -> Self {
        let range = designator.span.range();
        let label = range.start..range.start + designator.label.len();
        let is_plain = !punctuated && text.get(label.clone()) == Some(designator.label.as_str());
        let span = if is_plain { Span::new(label) } else { designator.span };
        Self { number: Number::of(designator), label: &designator.label, span }
    }

    /// A number of the same sequence in the way that this one is written: in Roman figures, as a letter, with `Bis`.
    #[must_use]
    pub fn written(&self, number: Number) -> String {
        let (before, last) = figures_of(self.label);
        let is_letter = last.len() == 1 && last.bytes().all(|byte| byte.is_ascii_alphabetic());
        let mut written = if is_letter && letter_number(last) == Some(self.number.value) {
            let base = if last.bytes().all(|byte| byte.is_ascii_lowercase()) { b'a' } else { b'A' };
            let place = u8::try_from(number.value.saturating_sub(1)).unwrap_or(25).min(25);
            char::from(base + place).to_string()
        } else if roman(last).is_some() {
            in_roman(number.value)
        } else {
            format!("{before}{}", number.value)
        };
        if number.suffix > 0 {
            const NAMES: [&str; 5] = ["Bis", "Ter", "Quáter", "Quinquies", "Sexies"];
            let place = number.suffix as usize - 1;
            let latin = !self.label.contains('-');
            match NAMES.get(place).filter(|_| latin) {
                Some(name) => written.extend([" ", name]),
                None => written.extend(['-', char::from(b'A' + u8::try_from(place).unwrap_or(25).min(25))]),
            }
        }
        written
    }
}

/// The part of a label that is the number, and of a decimal number what stands before its last figures.
fn figures_of(label: &str) -> (&str, &str) {
    let decimal =
        label.rfind('.').filter(|dot| label[..*dot].bytes().all(|byte| byte.is_ascii_digit() || byte == b'.'));
    if let Some(dot) = decimal.filter(|dot| *dot > 0 && dot + 1 < label.len()) {
        return (&label[..=dot], &label[dot + 1..]);
    }
    let mut words = label.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    let first = words.next().unwrap_or("");
    ("", if first.len() > 2 && roman(first).is_none() { words.next().unwrap_or(first) } else { first })
}

/// Ids of the messages of a rule about numbers.
pub struct Told {
    /// One number is left out.
    pub gap: &'static str,
    /// Several are.
    pub gaps: &'static str,
    /// What to do about it.
    pub gap_hint: &'static str,
    /// A number stands twice.
    pub duplicate: &'static str,
    /// Where it stands before.
    pub duplicate_place: &'static str,
    /// What to do about it.
    pub duplicate_hint: &'static str,
    /// A number stands in the place of another.
    pub instead: &'static str,
    /// Two numbers have changed places.
    pub swapped: &'static str,
    /// What to do about either.
    pub order_hint: &'static str,
}

impl Told {
    /// What to say of a number that fails in its sequence; `earlier` is the one that it repeats, in its document.
    #[must_use]
    pub fn observation(
        &self,
        path: &DocumentPath,
        fault: Fault,
        at: &Numbered<'_>,
        earlier: Option<(&DocumentPath, Span)>,
    ) -> Observation {
        let labelled = |id| Message::new(id).with("label", quotation(at.label));
        match fault {
            Fault::Gap(first, last) => {
                let message = if first == last { labelled(self.gap) } else { labelled(self.gaps) };
                let message = message.with("first", at.written(first)).with("last", at.written(last));
                let hint = Message::new(self.gap_hint).with("first", at.written(first));
                Observation::new(path, at.span, message).hint(hint)
            }
            Fault::Duplicate(_) => {
                let observation = Observation::new(path, at.span, labelled(self.duplicate));
                let observation = observation.hint(Message::new(self.duplicate_hint));
                match earlier {
                    Some((path, span)) => observation.related(path, span, Message::new(self.duplicate_place)),
                    None => observation,
                }
            }
            Fault::Instead(other) | Fault::Swapped(other) => {
                let id = if matches!(fault, Fault::Instead(_)) { self.instead } else { self.swapped };
                let message = labelled(id).with("other", at.written(other));
                Observation::new(path, at.span, message).hint(Message::new(self.order_hint))
            }
        }
    }
}

/// The faults of a sequence that begins at 1 again and again, each with its place.
#[must_use]
pub fn faults_of_runs(numbers: &[Numbered<'_>]) -> Vec<(usize, Fault)> {
    let plain: Vec<Number> = numbers.iter().map(|numbered| numbered.number).collect();
    let mut found = Vec::new();
    for run in runs(&plain) {
        let within = faults(plain.get(run.clone()).unwrap_or(&[]));
        found.extend(within.into_iter().map(|(place, fault)| {
            let fault = match fault {
                Fault::Duplicate(earlier) => Fault::Duplicate(earlier + run.start),
                other => other,
            };
            (place + run.start, fault)
        }));
    }
    found
}

/// The most bytes of a line that are read for a number: a title, not a paragraph.
const LINE: usize = 160;

/// Stems of words that say that a provision is no more, or not yet; without accents.
const HOLES: [&str; 8] = ["derog", "abrog", "reserv", "suprim", "elimin", "repeal", "omit", "delet"];

/// Stems of words that announce the text of another law, or of another version.
const AMENDING: [&str; 17] = [
    "modif",
    "reform",
    "sustit",
    "incorp",
    "adicion",
    "agreg",
    "derog",
    "redact",
    "reemplaz",
    "rectific",
    "dice",
    "amend",
    "as follows",
    "replac",
    "siguiente texto",
    "siguientes terminos",
    "anad",
];

/// Whether the text between two numbers explains that those from `missing.start` to before `missing.end` are left out.
#[must_use]
pub fn is_explained(between: &str, kind: ClauseKind, missing: &Range<u32>) -> bool {
    let stems = stems(kind);
    between.lines().any(|line| {
        let line = line.trim_start_matches(|letter: char| !letter.is_alphanumeric());
        let head = line.char_indices().nth(LINE).map_or(line, |(end, _)| &line[..end]);
        let Some(initial) = head.chars().next() else { return false };
        let may_be_clause = stems.iter().any(|stem| stem.starts_with(initial.to_ascii_lowercase()));
        if !may_be_clause && !head.bytes().any(|byte| byte.is_ascii_digit()) {
            return false;
        }
        let head = folded(head);
        let is_clause = stems.iter().any(|stem| head.starts_with(stem));
        let is_hole = HOLES.iter().any(|stem| head.contains(stem));
        if !is_clause && !is_hole {
            return false;
        }
        let (least, most) = numbers_of(&head);
        // A clause whose number cannot be read may be any.
        if most == 0 { is_clause } else { least < missing.end && missing.start <= most }
    })
}

/// The least and the greatest number of the beginning of a line; 0 and 0 without any.
fn numbers_of(line: &str) -> (u32, u32) {
    let (mut least, mut most) = (0, 0);
    let words = line.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    for word in words.take(12) {
        let digits = word.bytes().take_while(u8::is_ascii_digit).count();
        let value = word[..digits].parse().ok();
        let value = value.or_else(|| roman(&word.to_ascii_uppercase())).or_else(|| Some(ordinal(word, 0)?.0));
        if let Some(value) = value {
            least = if most == 0 { value } else { least.min(value) };
            most = most.max(value);
        }
    }
    (least, most)
}

/// How the words begin that name a kind of clause, also in the plural, abbreviated or misread.
const fn stems(kind: ClauseKind) -> &'static [&'static str] {
    match kind {
        ClauseKind::Annex => &["anex", "annex", "append", "schedul"],
        ClauseKind::Book => &["libro", "book"],
        ClauseKind::Title => &["tit"],
        ClauseKind::Chapter => &["cap", "chap"],
        ClauseKind::Section => &["sec"],
        ClauseKind::Transitory => &["art", "transit"],
        ClauseKind::Fraction => &["fracc", "fraction"],
        ClauseKind::Item => &["incis", "item"],
        ClauseKind::Numeral => &["numeral"],
        ClauseKind::Part => &["apartado"],
        ClauseKind::Article => &["art"],
    }
}

/// Whether a text announces that of another law, or of another version.
#[must_use]
pub fn is_amending(text: &str) -> bool {
    let folded = folded(text);
    AMENDING.iter().any(|stem| folded.contains(stem))
}

/// Whether a text leaves something out: `…`, `(...)`.
#[must_use]
pub fn is_abridged(text: &str) -> bool {
    text.contains('…') || text.contains("...") || text.contains(". . .") || text.contains("___")
}

/// Whether a text has a designation in its middle: `c)` among others, where paragraphs were joined.
#[must_use]
pub fn mentions(text: &str, label: &str) -> bool {
    let mut from = 0;
    while let Some(found) = text.get(from..).and_then(|rest| rest.find(label)) {
        let start = from + found;
        let end = start + label.len();
        let is_free = !text[..start].ends_with(|letter: char| letter.is_alphanumeric());
        if is_free
            && text[end..]
                .trim_start_matches([' ', '*', '_', '\\'])
                .starts_with([')', '.', '-', ',', ';', ':', '°', 'º', ']', '}'])
        {
            return true;
        }
        from = end;
    }
    false
}

/// Whether a line of a text begins with a number as it is written, though it was not recognised: `7 El Consejo`, `3.2.`.
#[must_use]
pub fn begins_a_line(text: &str, written: &str) -> bool {
    text.lines().any(|line| {
        let line = line.trim_start_matches(|letter: char| !letter.is_alphanumeric());
        line.strip_prefix(written).is_some_and(|rest| !rest.starts_with(|next: char| next.is_alphanumeric()))
    })
}

/// Whether a line of a text begins as an item does whose letter was misread: `I)` for `l)`, `¢)`, `Cc)`, `)`.
#[must_use]
pub fn has_misread_item(text: &str, letter: &str) -> bool {
    /// Letters with the figures that they are read as.
    const FIGURES: [(&str, &str); 7] =
        [("b", "6"), ("g", "9"), ("i", "1"), ("j", "1"), ("l", "1"), ("o", "0"), ("q", "9")];
    text.lines().any(|line| {
        let line = line.trim_start_matches(|letter: char| letter.is_whitespace() || matches!(letter, '*' | '_' | '\\'));
        let Some((head, _)) = line.split_once(')').filter(|(head, _)| head.len() <= 3) else { return false };
        let is_letter = head.len() == 1 && head.bytes().all(|byte| byte.is_ascii_lowercase());
        let is_figure = head.bytes().next().is_some_and(|byte| byte.is_ascii_digit());
        let is_roman = head.bytes().any(|byte| byte.is_ascii())
            && head.bytes().all(|byte| b"ivx".contains(&byte))
            && !head.is_empty();
        if is_figure { FIGURES.contains(&(letter, head)) } else { !is_letter && !is_roman }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbered(label: &str, value: u32) -> Numbered<'_> {
        Numbered { number: Number::whole(value), label, span: Span::default() }
    }

    #[test]
    fn numbers_are_written_as_their_neighbours() {
        for (label, value, expected) in [
            ("Artículo 17", 17, "16"),
            ("Artículo 17 Bis", 17, "16"),
            ("Capítulo XVII", 17, "XVI"),
            ("XVII", 17, "XVI"),
            ("Anexo Q", 17, "P"),
            ("q", 17, "p"),
            ("3.1.17", 17, "3.1.16"),
            ("TÍTULO DECIMOSÉPTIMO", 17, "16"),
            ("17", 17, "16"),
        ] {
            assert_eq!(numbered(label, value).written(Number::whole(16)), expected, "{label}");
        }
        let bis = Number { value: 14, suffix: 2, figures: 0 };
        assert_eq!(numbered("Artículo 14 Quáter", 14).written(bis), "14 Ter");
        assert_eq!(numbered("Artículo 14-D", 14).written(bis), "14-B");
    }

    #[test]
    fn what_stands_between_may_explain_a_gap() {
        for text in [
            "\n\n## Artículos 5 a 7. Derogados\n\n",
            "texto\n\n**ARTÍCULO 6** La autoridad\n",
            "\nArt ículo 6.- La autoridad\n",
            "\n(Se derogan los artículos 5 al 7)\n",
            "\n5 a 7. Reservados.\n",
        ] {
            assert!(is_explained(text, ClauseKind::Article, &(5..8)), "{text}");
        }
        for text in ["", "\nLos artículos 5 a 7 de la ley.\n", "\nArtículo 12 de la Ley\n", "\nSe derogan 20 leyes\n"]
        {
            assert!(!is_explained(text, ClauseKind::Article, &(5..8)), "{text}");
        }
    }

    #[test]
    fn designations_that_were_misread() {
        for (text, letter) in
            [("I) uno", "l"), ("1) uno", "l"), ("x\n\n**Cc)** uno", "c"), ("¢) uno", "c"), ("\u{a0} ) uno", "f")]
        {
            assert!(has_misread_item(text, letter), "{text}");
        }
        for (text, letter) in [("1) uno", "c"), ("a) uno", "c"), ("ii) uno", "c"), ("uno (dos) tres", "c"), ("", "c")] {
            assert!(!has_misread_item(text, letter), "{text}");
        }
        assert!(begins_a_line("x\n7 El", "7") && begins_a_line("**3.2.** x", "3.2"));
        assert!(!begins_a_line("x\n70 El 7", "7"));
    }

    #[test]
    fn designations_in_the_middle_of_a_text() {
        for text in ["b) uno; c) dos", "**c**) dos", "c . dos"] {
            assert!(mentions(text, "c"), "{text}");
        }
        for text in ["", "cc) dos", "vivac) dos", "c dos"] {
            assert!(!mentions(text, "c"), "{text}");
        }
    }
}

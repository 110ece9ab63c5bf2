//! Fractions, items and numerals whose numbers do not follow each other, and lists whose numbers as written do not.
//!
//! 1. Under each article, or heading, the designations that open paragraphs are followed through their nesting: what
//!    begins at 1 nests, what goes on with an open sequence closes those inside it;
//! 2. each sequence that begins at 1 is judged; a number is left alone if the text before it has it in its middle, or
//!    announces another law's;
//! 3. of Markdown's own numbered lists the numbers are read as they are written; all of them may be the same.

use crate::lint::context::DocumentContext;
use crate::lint::finding::Findings;
use crate::lint::numbered::{
    Numbered, Told, begins_a_line, has_misread_item, is_abridged, is_amending, is_explained, mentions,
};
use crate::lint::rule::{Check, Documentation, Rule};
use crate::lint::sequence::{Fault, Number, faults};
use crate::model::{Block, BlockKind, ClauseKind, Designator, ListItem, Severity, Span};

/// The rule.
pub const RULE: Rule = Rule {
    name: "item-numbering",
    default: Some(Severity::Error),
    check: Check::Document(check),
    messages: &[
        "lint-item-numbering-gap",
        "lint-item-numbering-gaps",
        "lint-item-numbering-gap-hint",
        "lint-item-numbering-duplicate",
        "lint-item-numbering-duplicate-place",
        "lint-item-numbering-duplicate-hint",
        "lint-item-numbering-instead",
        "lint-item-numbering-swapped",
        "lint-item-numbering-order-hint",
    ],
    documentation: [
        Documentation(include_str!("item_numbering.es.md")),
        Documentation(include_str!("item_numbering.en.md")),
    ],
};

const TOLD: Told = Told {
    gap: "lint-item-numbering-gap",
    gaps: "lint-item-numbering-gaps",
    gap_hint: "lint-item-numbering-gap-hint",
    duplicate: "lint-item-numbering-duplicate",
    duplicate_place: "lint-item-numbering-duplicate-place",
    duplicate_hint: "lint-item-numbering-duplicate-hint",
    instead: "lint-item-numbering-instead",
    swapped: "lint-item-numbering-swapped",
    order_hint: "lint-item-numbering-order-hint",
};

/// The most items that can be missing in a row: more are another text's.
const WIDEST_GAP: u32 = 3;

fn check(context: &DocumentContext<'_>, findings: &mut Findings<'_>) {
    let mut reader = Reader {
        text: context.document.text,
        may_repeat: !context.policy.is_collection(),
        is_beside: false,
        open: Vec::new(),
        sequences: Vec::new(),
    };
    reader.blocks(&context.document.preamble);
    for section in context.document.all_sections() {
        reader.close();
        reader.blocks(&section.blocks);
    }
    reader.close();
    for (kind, numbers) in &reader.sequences {
        judge(context, *kind, numbers, findings);
    }
}

/// What follows numbers through a document.
struct Reader<'a> {
    text: &'a str,
    /// Whether a first number that stands twice is a slip; in a scanned law it is as often another list.
    may_repeat: bool,
    /// Whether nothing stands between the last number and what comes next.
    is_beside: bool,
    /// The sequences that can still go on, each inside the one before it.
    open: Vec<(ClauseKind, Vec<Numbered<'a>>)>,
    /// Those that have ended.
    sequences: Vec<(ClauseKind, Vec<Numbered<'a>>)>,
}

impl<'a> Reader<'a> {
    /// Ends every sequence.
    fn close(&mut self) {
        self.sequences.append(&mut self.open);
    }

    /// Reads blocks; lists nest at most as deep as the parser lets them.
    fn blocks(&mut self, blocks: &'a [Block<'_>]) {
        for block in blocks {
            match &block.kind {
                BlockKind::Paragraph { designator: Some(designator), .. } => self.clause(designator),
                BlockKind::Paragraph { designator: None, .. } => match bracketed(self.text, block.span) {
                    Some(numbered) => self.number(ClauseKind::Item, numbered),
                    None => self.is_beside = false,
                },
                BlockKind::List { start, items, .. } => {
                    if start.is_some() {
                        let numbers = items.iter().filter_map(|item| number_of(item, self.text)).collect();
                        self.sequences.push((ClauseKind::Numeral, numbers));
                    }
                    for item in items {
                        self.blocks(&item.blocks);
                    }
                }
                _ => self.is_beside = false,
            }
        }
    }

    fn clause(&mut self, designator: &'a Designator) {
        if designator.kind < ClauseKind::Part {
            self.close();
            return;
        }
        self.number(designator.kind, Numbered::clause(designator, self.text, true));
    }

    /// Takes the next number of a kind: it goes on with the sequence that it follows, or begins another.
    fn number(&mut self, wanted: ClauseKind, numbered: Numbered<'a>) {
        let open = self.open.iter().rposition(|(kind, numbers)| {
            let last = numbers.last().map(|last| last.number);
            *kind == wanted && last.is_some_and(|last| numbered.number.follows(last))
        });
        let begins = numbered.number == Number::whole(1);
        // `i)`, `v)` and `x)` are as often Roman figures, whose neighbours no one reads.
        if open.is_none() && wanted == ClauseKind::Item && matches!(numbered.label, "i" | "v" | "x") {
            return;
        }
        let same = || self.open.iter().rposition(|(kind, _)| *kind == wanted);
        let place = open.or_else(same);
        let is_repeated = |place: usize| {
            self.may_repeat && self.is_beside && self.open.get(place).is_some_and(|(_, numbers)| numbers.len() == 1)
        };
        match place {
            Some(place) if begins && open.is_none() && !is_repeated(place) => {
                self.end_from(place);
                self.open.push((wanted, vec![numbered]));
            }
            Some(place) => {
                self.end_from(place + 1);
                if let Some((_, numbers)) = self.open.get_mut(place) {
                    numbers.push(numbered);
                }
            }
            None => self.open.push((wanted, vec![numbered])),
        }
        self.is_beside = true;
    }

    fn end_from(&mut self, place: usize) {
        self.sequences.extend(self.open.drain(place.min(self.open.len())..));
    }
}

/// The letter between brackets that a paragraph begins with, `(a)`, as items have it in English.
fn bracketed(text: &str, paragraph: Span) -> Option<Numbered<'_>> {
    let written = text.get(paragraph.range())?;
    let marks = written.len() - written.trim_start_matches(['*', '_']).len();
    let [b'(', letter @ b'a'..=b'z', b')', ..] = written.as_bytes().get(marks..)? else { return None };
    let start = paragraph.range().start + marks;
    let number = Number::whole(u32::from(letter - b'a') + 1);
    Some(Numbered { number, label: text.get(start + 1..start + 2)?, span: Span::new(start..start + 3) })
}

/// The number of a list's item as it is written.
fn number_of<'a>(item: &ListItem<'_>, text: &'a str) -> Option<Numbered<'a>> {
    let range = item.span.range();
    let written = text.get(range.clone())?;
    let label = written.get(..written.bytes().take_while(u8::is_ascii_digit).count())?;
    let value = label.parse().ok()?;
    let span = Span::new(range.start..range.start + label.len() + 1);
    Some(Numbered { number: Number::whole(value), label, span })
}

/// Reports the faults of a sequence that nothing explains.
fn judge(context: &DocumentContext<'_>, kind: ClauseKind, numbers: &[Numbered<'_>], findings: &mut Findings<'_>) {
    let Some(first) = numbers.first() else { return };
    // Where all items have one number, the program that shows the list counts them.
    let is_left_to_count = numbers.iter().all(|numbered| numbered.number == first.number);
    if is_left_to_count || first.number.value > 1 || first.number.suffix > 0 {
        return;
    }
    let plain: Vec<Number> = numbers.iter().map(|numbered| numbered.number).collect();
    let found = match *plain {
        // In a scanned law, two numbers say too little.
        [one, other] if !context.policy.is_collection() && other == one.next().next() => {
            vec![(1, Fault::Gap(one.next(), one.next()))]
        }
        _ => faults(&plain),
    };
    for (place, fault) in found {
        let (Some(at), Some(last)) = (numbers.get(place), place.checked_sub(1).and_then(|last| numbers.get(last)))
        else {
            continue;
        };
        let text = context.document.text;
        let between = text.get(last.span.range().end..at.span.range().start).unwrap_or("");
        let is_explained = match fault {
            Fault::Gap(first, until) => is_hole(context, kind, at, (first, until), between),
            // Another sequence whose beginning was not recognised.
            Fault::Duplicate(_) => {
                (at.number == Number::whole(1) && kind == ClauseKind::Numeral)
                    || mentions(between, &at.written(Number::whole(1)))
            }
            Fault::Instead(_) | Fault::Swapped(_) => false,
        };
        if is_explained || is_abridged(between) || is_amending(between) {
            continue;
        }
        let earlier = match fault {
            Fault::Duplicate(earlier) => numbers.get(earlier),
            _ => None,
        };
        let path = &context.document.path;
        findings.add(TOLD.observation(path, fault, at, earlier.map(|earlier| (path, earlier.span))));
    }
}

/// Whether numbers may be left out.
fn is_hole(
    context: &DocumentContext<'_>,
    kind: ClauseKind,
    at: &Numbered<'_>,
    (first, until): (Number, Number),
    between: &str,
) -> bool {
    let is_wide = until.value.saturating_sub(first.value) >= WIDEST_GAP;
    // The alphabets of older Spanish texts have neither k nor w.
    let is_skipped_letter =
        kind == ClauseKind::Item && first == until && !context.is_english() && matches!(first.value, 11 | 23);
    is_wide
        || is_skipped_letter
        || (first.value..=until.value).any(|value| {
            let written = at.written(Number::whole(value));
            mentions(between, &written)
                || (kind == ClauseKind::Numeral && begins_a_line(between, &written))
                || (kind == ClauseKind::Item && has_misread_item(between, &written))
        })
        || is_explained(between, kind, &(first.value..until.value + 1))
}

#[cfg(test)]
mod tests {
    use crate::lint::testing::{Trial, hints};
    use crate::messages::Locale;

    fn trial() -> Trial {
        Trial::of("item-numbering")
    }

    #[test]
    fn fractions_and_items_left_out() {
        let text = "# A\n\nI. Uno:\n\na) x;\n\nb) y, y\n\n⟦d)⟧ z;\n\nII. Dos, y\n\n⟦IV.⟧ Cuatro.\n";
        let trial = trial().file("es/a.md", text);
        trial.says(Locale::Spanish, &["Antes de «d» falta el c", "Antes de «IV» falta el III"]);
        trial.says(Locale::English, &["c is left out before “d”", "III is left out before “IV”"]);
        let expected = "Renumere los que siguen, o escriba que c está derogado o reservado";
        assert_eq!(hints(&trial.lint(), Locale::Spanish)[0], expected);
    }

    #[test]
    fn of_two_items_one_may_be_left_out_between_them() {
        let text = "# A\n\nI. Uno.\n\n⟦III.⟧ Tres.\n\n## B\n\na) x\n\n⟦c)⟧ y\n\n## C\n\nI. x\n\nII. y\n";
        trial().file("es/a.md", text).says(Locale::Spanish, &["Antes de «III» falta el II", "Antes de «c» falta el b"]);
        let text = "# A\n\nI. Uno.\n\nIII. Tres.\n";
        trial().without_manifest().file("es/a.md", text).lint();
    }

    #[test]
    fn a_first_item_that_stands_twice() {
        let text = "# A\n\na) x\n\n⟦a)⟧ y\n\nc) z\n\n## B\n\nI. x\n\n⟦I.⟧ y\n\nII. z\n\n## C\n\na) x\n\nTexto.\n\na) y\n\nb) z\n";
        trial().file("es/a.md", text).says(Locale::Spanish, &["Ya hay otro «a»", "Ya hay otro «I»"]);
    }

    #[test]
    fn letters_in_brackets_are_items_too() {
        let text = "# A\n\n- (a) keep;\n- (b) print; and\n- ⟦(d)⟧ publish.\n\n**(a)** x\n\n(b) y\n\n⟦(b)⟧ z\n\n(c) w\n";
        let expected = ["c is left out before “d”", "There is another “b”"];
        trial().file("en/a.md", text).says(Locale::English, &expected);
        trial().file("en/a.md", "(a) x\n\n(i) y\n\n(ii) z\n\n(b) w\n\n(A) x\n").lint();
    }

    #[test]
    fn lists_are_judged_as_they_are_written() {
        trial().file("es/a.md", "1. a\n2. b\n⟦4.⟧ c\n5. d\n").says(Locale::Spanish, &["Antes de «4» falta el 3"]);
        trial().file("en/a.md", "1) a\n2) b\n⟦2)⟧ c\n3) d\n").says(Locale::English, &["There is another “2”"]);
        trial()
            .file("en/a.md", "- x\n\n  1. a\n  2. b\n  ⟦5.⟧ c\n")
            .says(Locale::English, &["3 to 4 are left out before “5”"]);
    }

    #[test]
    fn lists_that_count_themselves_are_fine() {
        for text in [
            "1. a\n1. b\n1. c\n",
            "0. a\n1. b\n2. c\n",
            "0. a\n0. b\n0. c\n",
            "1. a\n1. b\n2. c\n",
            "3. a\n4. b\n5. c\n",
            "1. a\n2. b\n\nx\n\n3. c\n4. d\n",
        ] {
            trial().file("en/a.md", text).lint();
        }
    }

    #[test]
    fn nesting_in_any_order_is_followed() {
        let text = "**1.** x\n\na) x\n\nb) x\n\n**2.** x\n\na) x\n\n**3.** x\n\n**⟦5.⟧** x\n\n";
        trial().file("es/a.md", text).lint();
        let text = "I. x\n\na) x\n\n1\\. x\n\n2\\. x\n\nb) x\n\nII. x\n\na) x\n\nb) x\n\nc) x\n\nIII. x\n\nIII Bis. x\n\nIV. x\n";
        trial().file("es/a.md", text).lint();
    }

    #[test]
    fn spanish_alphabets() {
        let letters = "a b c ch d e f g h i j k l ll m n ñ o p q r s t u v w x y z".split(' ');
        let text = letters.map(|letter| format!("{letter}) Texto;\n\n")).collect::<Vec<_>>().concat();
        trial().file("es/a.md", &text).lint();
        let letters = "a b c d e f g h i j l m n o p q r s t u v x y z".split(' ');
        let text = letters.map(|letter| format!("{letter}) Texto;\n\n")).collect::<Vec<_>>().concat();
        trial().file("es/a.md", &text).lint();
    }

    #[test]
    fn roman_figures_in_small_letters_are_no_items() {
        trial().file("es/a.md", "a) x\n\ni) x\n\nii) x\n\niii) x\n\niv) x\n\nv) x\n\nb) x\n\nc) x\n").lint();
        trial().file("en/a.md", "a) x\n\nb) x\n\ni) x\n\nii) x\n\nc) x\n").lint();
    }

    #[test]
    fn each_article_and_heading_begins_again() {
        let text = "Artículo 1. x\n\na) x\n\nb) x\n\nArtículo 2. x\n\na) x\n\n# B\n\nc) x\n\nd) x\n\nf) x\n";
        trial().file("es/a.md", text).lint();
    }

    #[test]
    fn what_the_text_explains_is_no_gap() {
        for text in [
            "a) x\n\nb) x; c) y\n\nd) x\n",
            "a) x\n\nb) x\n\n¢) x\n\nd) x\n",
            "1. x\n2. x\n3 x\n4. x\n",
            "a) x\n\nb) x\n\nc) x\n\nOtros:\n\na)x\n\nb)x\n\nc) x\n\nd) x\n",
            "a) x\n\nb) x\n\n(...)\n\nd) x\n",
            "a) x\n\nb) x\n\nSe deroga el inciso c.\n\nd) x\n",
            "a) x\n\nb) Se modifica el artículo 3:\n\nd) x\n",
            "I. x\n\nII. x\n\nIII a V. Derogadas\n\nVI. x\n",
        ] {
            trial().file("es/a.md", text).lint();
        }
    }
}

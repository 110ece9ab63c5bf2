//! What a finding is known by from one run to the next.
//!
//! 1. [`stamp_document`] and [`stamp`] hash what the fault is: the rule, the message and the text that the message names,
//!    and the words at the place. Where those are few, the nearest words of the paragraph go with them. No path, line or
//!    severity does, so that the fingerprint survives a move to another place or file, and edits elsewhere;
//! 2. [`number`] tells equal faults apart: the first of a run keeps its fingerprint, each later one, in the order of the
//!    findings, gets one that its number is mixed into. Whatever moves, the fingerprints of a policy together stay.

use crate::model::{Argument, DocumentPath, Finding, Fingerprint, Message};
use std::ops::Range;
use unicode_normalization::{UnicodeNormalization, is_nfc};

/// The kind and version of the hash: one changed in a later version shares no fingerprint with this one.
const DOMAIN: &str = "gaceta/v1";

/// From how many words on a place is known by its own words alone.
const ENOUGH_WORDS: usize = 3;

/// How many words before and after a place of few words go with it.
const NEIGHBOURS: usize = 4;

/// How far neighbours are looked for, in bytes: a limit on work.
const FARTHEST_NEIGHBOUR: usize = 256;

/// How much of a long place is read, in bytes: a limit on work.
const LONGEST_PLACE: usize = 2048;

/// How deep messages inside messages are read: a limit against hostile nesting, above any that a rule makes.
const DEEPEST_MESSAGE: usize = 4;

/// Stamps findings whose texts are still to be read, each text once for findings in a row. Where a text cannot be read
/// any more, the message alone tells.
pub(super) fn stamp(findings: &mut [Finding], text_of: &dyn Fn(&DocumentPath) -> Option<String>) {
    for of_one_document in findings.chunk_by_mut(|one, next| one.path == next.path) {
        let text = of_one_document.first().and_then(|finding| text_of(&finding.path));
        stamp_document(of_one_document, text.as_deref().unwrap_or_default());
    }
}

/// Stamps the findings of one document.
pub(super) fn stamp_document(findings: &mut [Finding], text: &str) {
    for finding in findings {
        finding.fingerprint = fingerprint(finding, text);
    }
}

/// Tells equal findings apart; they stand in the order of the report.
pub(super) fn number(findings: &mut [Finding]) {
    // Those that are equal one after the other, in the order of the report.
    let mut places: Vec<usize> = (0..findings.len()).collect();
    places.sort_unstable_by_key(|place| (findings[*place].fingerprint, *place));
    let equal = places.chunk_by(|one, next| findings[*one].fingerprint == findings[*next].fingerprint);
    let later = equal.flat_map(|equal| equal.iter().copied().zip(0_u64..).skip(1));
    for (place, number) in later.collect::<Vec<_>>() {
        let fingerprint = &mut findings[place].fingerprint;
        *fingerprint = Fingerprint::of([fingerprint.as_bytes().as_slice(), &number.to_le_bytes()]);
    }
}

fn fingerprint(finding: &Finding, text: &str) -> Fingerprint {
    let span = within(text, finding.span.range());
    let quoted = folded(&text[within(text, span.start..span.end.min(span.start + LONGEST_PLACE))]);
    let mut parts = vec![DOMAIN.to_owned(), finding.rule.to_owned(), quoted];
    named(&finding.message, &finding.path, 0, &mut parts);
    if parts[2].split(' ').filter(|word| is_word(word)).count() < ENOUGH_WORDS {
        parts.push(before(text, span.start));
        parts.push(after(text, span.end));
    }
    Fingerprint::of(parts.iter().map(String::as_bytes))
}

/// The id of a message and the texts in it. Numbers are left out, as they count what stands elsewhere; so is the path of
/// the finding's own document, which a move changes.
fn named(message: &Message, own: &DocumentPath, depth: usize, parts: &mut Vec<String>) {
    parts.push(message.id.to_owned());
    for (_, argument) in &message.arguments {
        match argument {
            Argument::Text(text) if text != own.as_str() => parts.push(folded(text)),
            Argument::Message(inner) if depth < DEEPEST_MESSAGE => named(inner, own, depth + 1, parts),
            _ => {}
        }
    }
}

/// Text in NFC, each run of white space a single space.
fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !folded.is_empty() {
            folded.push(' ');
        }
        if word.is_ascii() || is_nfc(word) {
            folded.push_str(word);
        } else {
            folded.extend(word.nfc());
        }
    }
    folded
}

/// The last words of the paragraph before an offset.
fn before(text: &str, offset: usize) -> String {
    let window = &text[within(text, offset.saturating_sub(FARTHEST_NEIGHBOUR)..offset)];
    let mut lines = window.rsplit('\n');
    let own = lines.next().into_iter();
    let lines = own.chain(lines.take_while(|line| !line.trim().is_empty()));
    let mut words: Vec<String> = lines.flat_map(|line| bare_words(line).rev()).take(NEIGHBOURS).collect();
    words.reverse();
    words.join(" ")
}

/// The first words of the paragraph after an offset.
fn after(text: &str, offset: usize) -> String {
    let window = &text[within(text, offset..offset.saturating_add(FARTHEST_NEIGHBOUR))];
    let mut lines = window.split('\n');
    let own = lines.next().into_iter();
    let lines = own.chain(lines.take_while(|line| !line.trim().is_empty()));
    lines.flat_map(bare_words).take(NEIGHBOURS).collect::<Vec<_>>().join(" ")
}

/// The words of a line without the punctuation and the marks of Markdown around them.
fn bare_words(line: &str) -> impl DoubleEndedIterator<Item = String> + '_ {
    let bare = |word: &str| folded(word.trim_matches(|letter: char| !letter.is_alphanumeric()));
    line.split_whitespace().filter(|word| is_word(word)).map(bare)
}

fn is_word(text: &str) -> bool {
    text.contains(char::is_alphanumeric)
}

/// The range as far as it lies in the text, its ends moved back to boundaries of characters.
fn within(text: &str, range: Range<usize>) -> Range<usize> {
    let boundary = |offset: usize| text.floor_char_boundary(offset.min(text.len()));
    let start = boundary(range.start);
    start..boundary(range.end).max(start)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Severity, Span};
    use proptest::prelude::*;

    fn finding(path: &str, span: Range<usize>, message: Message) -> Finding {
        Finding {
            rule: "una-regla",
            severity: Severity::Error,
            path: DocumentPath::new(path).unwrap(),
            span: Span::new(span),
            message,
            hints: Vec::new(),
            related: Vec::new(),
            fix: None,
            fingerprint: Fingerprint::default(),
        }
    }

    /// The fingerprint of a fault at the place between `⟦` and `⟧`.
    fn of(marked: &str) -> Fingerprint {
        let (before, rest) = marked.split_once('⟦').unwrap();
        let (inside, after) = rest.split_once('⟧').unwrap();
        let span = before.len()..before.len() + inside.len();
        let mut findings = [finding("es/a.md", span, Message::new("un-mensaje"))];
        stamp_document(&mut findings, &format!("{before}{inside}{after}"));
        findings[0].fingerprint
    }

    fn numbered(findings: &[Finding]) -> Vec<Fingerprint> {
        let mut findings = findings.to_vec();
        number(&mut findings);
        findings.iter().map(|finding| finding.fingerprint).collect()
    }

    #[test]
    fn a_fault_is_known_wherever_it_moves() {
        let known = of("# A\n\nLa entidad ⟦publicará los datos⟧ a la brevedad.\n");
        assert_eq!(known, of("# B\n\nUn párrafo más.\n\n## C\n\n⟦publicará los datos⟧.\n"));
        assert_eq!(known, of("La entidad ⟦publicará\r\n  los datos⟧ hoy"), "lines were wrapped anew");
        assert_eq!(known, of("⟦publicara\u{301} los datos⟧"), "letters were composed otherwise");
        assert_ne!(known, of("⟦publicará sus datos⟧"));
        assert_ne!(known, of("⟦publicara los datos⟧"));
    }

    #[test]
    fn few_words_are_known_with_those_around_them() {
        let known = of("# A\n\nLa entidad publicará los datos ⟦oportunamente⟧, en su sitio de internet y gratis.\n");
        for moved in [
            "## B\n\nEn marzo,\nla entidad **publicará\r\nlos datos** ⟦oportunamente⟧ en su sitio de\ninternet y con costo.",
            "> La entidad publicará\n> los datos ⟦oportunamente⟧,\n> en su sitio de internet.",
        ] {
            assert_eq!(known, of(moved), "{moved}");
        }
        assert_ne!(known, of("La entidad publicará los actos ⟦oportunamente⟧, en su sitio de internet y gratis.\n"));
        assert_ne!(known, of("La entidad publicará los datos ⟦oportunamente⟧, en su página de internet."));
    }

    #[test]
    fn words_of_other_paragraphs_are_no_neighbours() {
        let known = of("Un párrafo.\n\n⟦## Alcance⟧\n\nOtro párrafo.");
        assert_eq!(known, of("Otras palabras.\r\n \t\r\n⟦## Alcance⟧\r\n\r\nY otras más."));
        assert_eq!(known, of("⟦## Alcance⟧"));
        assert_ne!(known, of("Un párrafo.\n⟦## Alcance⟧"));
    }

    #[test]
    fn what_the_message_names_counts_but_neither_numbers_nor_the_own_path() {
        let with = |path: &str, message: Message| {
            let mut findings = [finding(path, 0..3, message)];
            stamp_document(&mut findings, "# A\n");
            findings[0].fingerprint
        };
        let message = |title: &str, path: &str, count: u32| {
            Message::new("falta").with("title", title).with("path", path).with("count", count)
        };
        let known = with("es/a.md", message("Objeto", "es/a.md", 3));
        assert_eq!(known, with("es/b.md", message("Objeto", "es/b.md", 4)));
        assert_ne!(known, with("es/a.md", message("Alcance", "es/a.md", 3)));
        assert_ne!(known, with("es/a.md", message("Objeto", "es/c.md", 3)));
        let inside = |title: &str| Message::new("fuera").with("inner", message(title, "es/a.md", 3));
        assert_ne!(with("es/a.md", inside("Objeto")), with("es/a.md", inside("Alcance")));
        assert_ne!(known, with("es/a.md", inside("Objeto")));
    }

    #[test]
    fn equal_faults_are_told_apart_by_their_number() {
        let text = "etc.\n\netc.\n\netc.\n";
        let fault = |path: &str, start: usize| finding(path, start..start + 4, Message::new("vago"));
        let mut three = [fault("a.md", 0), fault("a.md", 6), fault("b.md", 12)];
        stamp(&mut three, &|_| Some(text.to_owned()));
        assert!(three.iter().all(|finding| finding.fingerprint == three[0].fingerprint));
        let all = numbered(&three);
        assert_eq!(all[0], three[0].fingerprint);
        assert!(all[0] != all[1] && all[0] != all[2] && all[1] != all[2]);
        let mut moved = [fault("b.md", 6), fault("c.md", 0), fault("d.md", 12)];
        stamp(&mut moved, &|_| Some(text.to_owned()));
        assert_eq!(numbered(&moved), all, "together they stay");
        assert_eq!(numbered(&three[1..]), all[..2], "of fewer the first ones stay");
    }

    #[test]
    fn each_text_is_read_once_and_one_that_is_gone_does_no_harm() {
        let reads = std::cell::Cell::new(0);
        let mut findings = [("a.md", 0..1), ("a.md", 2..3), ("gone.md", 0..9)]
            .map(|(path, span)| finding(path, span, Message::new("un-mensaje")));
        stamp(&mut findings, &|path| {
            reads.set(reads.get() + 1);
            (path.as_str() == "a.md").then(|| "a b".to_owned())
        });
        assert_eq!(reads.get(), 2);
        assert!(findings.iter().all(|finding| finding.fingerprint != Fingerprint::default()));
        assert_ne!(findings[0].fingerprint, findings[1].fingerprint);
    }

    /// The fingerprints of what is wrong with a policy.
    fn found(files: &[(&str, &str)]) -> Vec<Fingerprint> {
        let files = crate::repo::Memory::new(files.iter().copied()).unwrap();
        let policy = crate::policy::Policy::open(Box::new(files)).unwrap();
        let outcome = crate::lint::lint(&policy, &crate::lint::Options::default()).unwrap();
        outcome.findings.iter().map(|finding| finding.fingerprint).collect()
    }

    #[test]
    fn linting_stamps_every_finding() {
        let faults = "Vea [el plazo de entrega](#plaso).\n\n#### Excepciones\n\nHay [otras](#otras).\n";
        let all = found(&[("es/a.md", &format!("# A\n\n{faults}"))]);
        let moved = format!("# B\n\nOtro texto.\n\n## C\n\n> Una cita.\n\n{faults}\n## D\n\nFin.\n");
        assert_eq!((all.len(), all.contains(&Fingerprint::default())), (3, false));
        assert_eq!(found(&[("es/a.md", "# A\n\nNada.\n"), ("es/anexos/b.md", &moved)]), all);
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..Default::default() })]

        #[test]
        fn any_place_of_any_text_has_a_fingerprint(text in "[aé\u{301}. \r\n\u{1f600}]{0,60}", start in 0usize..90, length in 0usize..90) {
            let mut findings = [finding("a.md", start..start + length, Message::new("un-mensaje"))];
            stamp_document(&mut findings, &text);
            prop_assert_ne!(findings[0].fingerprint, Fingerprint::default());
        }
    }

    #[test]
    fn a_hostile_text_costs_no_more_than_its_places() {
        let text = format!("{}\n", "e\u{301}".repeat(4_000_000));
        let mut findings: Vec<_> =
            (0..2_000).map(|at| finding("a.md", at * 3..text.len(), Message::new("un-mensaje"))).collect();
        stamp_document(&mut findings, &text);
        assert!(findings.iter().all(|finding| finding.fingerprint != Fingerprint::default()));
    }
}

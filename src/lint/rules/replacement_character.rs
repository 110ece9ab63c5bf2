//! Letters that were lost when a text was converted.
//!
//! 1. The text is searched for the few bytes that such places begin with;
//! 2. UTF-8 that was read as if it were Windows-1252 is put back together, to tell what it should say;
//! 3. what stands in code is left out, as it may be an example.

use crate::lint::context::DocumentContext;
use crate::lint::finding::{Findings, Observation, quotation};
use crate::lint::rule::{Check, Documentation, Rule};
use crate::model::{BlockKind, Document, InlineKind, Message, Severity, Span};
use memchr::memmem;

/// The rule.
pub const RULE: Rule = Rule {
    name: "replacement-character",
    default: Some(Severity::Error),
    check: Check::Document(check),
    messages: &[
        "lint-replacement-character",
        "lint-replacement-character-null",
        "lint-replacement-character-control",
        "lint-replacement-character-mojibake",
        "lint-replacement-character-hint",
        "lint-replacement-character-control-hint",
        "lint-replacement-character-mojibake-hint",
        "lint-more-alike",
    ],
    documentation: [
        Documentation(include_str!("replacement_character.es.md")),
        Documentation(include_str!("replacement_character.en.md")),
    ],
};

/// The letters that the bytes 0x80 to 0x9F stand for in Windows-1252; `\0` where they stand for none.
const WINDOWS: [char; 32] = [
    '€', '\0', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\0', 'Ž', '\0', '\0', '‘', '’', '“', '”', '•',
    '–', '—', '˜', '™', 'š', '›', 'œ', '\0', 'ž', 'Ÿ',
];

fn check(context: &DocumentContext<'_>, findings: &mut Findings<'_>) {
    let text = context.document.text;
    let mut faults = find(text);
    if faults.is_empty() {
        return;
    }
    let code = code(context.document);
    faults.retain(|fault| {
        let before = code.partition_point(|span| span.start <= fault.span.start);
        !code[..before].last().is_some_and(|span| span.contains(fault.span))
    });
    findings.add_alike(faults.len(), faults.iter().map(|fault| observation(context, fault)));
}

fn observation(context: &DocumentContext<'_>, fault: &Fault) -> Observation {
    let written = context.document.text.get(fault.span.range()).unwrap_or("");
    let lost = || Message::new("lint-replacement-character-hint");
    let (message, hint) = match &fault.kind {
        Kind::Replaced => (Message::new("lint-replacement-character"), lost()),
        Kind::Null => (Message::new("lint-replacement-character-null"), lost()),
        Kind::Control => {
            let code = written.chars().next().map_or(0, u32::from);
            let message = Message::new("lint-replacement-character-control").with("code", format!("U+{code:04X}"));
            (message, Message::new("lint-replacement-character-control-hint"))
        }
        Kind::Mojibake(meant) => {
            let message = Message::new("lint-replacement-character-mojibake").with("written", quotation(written));
            (message, Message::new("lint-replacement-character-mojibake-hint").with("meant", quotation(meant)))
        }
    };
    Observation::new(&context.document.path, fault.span, message).hint(hint)
}

/// A place where letters were lost.
#[derive(Debug, PartialEq, Eq)]
struct Fault {
    span: Span,
    kind: Kind,
}

#[derive(Debug, PartialEq, Eq)]
enum Kind {
    /// The character that stands for one that could not be read, U+FFFD; several in a row are one fault.
    Replaced,
    /// A zero.
    Null,
    /// One of the control characters U+0080 to U+009F, which no text has.
    Control,
    /// UTF-8 read as if it were Windows-1252, with what it should say.
    Mojibake(String),
}

/// Every place where letters were lost, in order.
fn find(text: &str) -> Vec<Fault> {
    let bytes = text.as_bytes();
    let mut starts: Vec<usize> = memchr::memchr_iter(0, bytes).collect();
    for lead in ["\u{fffd}", "\u{c3}", "\u{c2}", "\u{e2}\u{20ac}"] {
        starts.extend(memmem::find_iter(bytes, lead));
    }
    // In UTF-8 the control characters are C2 80 to C2 9F.
    let is_control = |at: &usize| bytes.get(at + 1).is_some_and(|byte| (0x80..0xA0).contains(byte));
    starts.extend(memchr::memchr_iter(0xC2, bytes).filter(is_control));
    starts.sort_unstable();
    let mut faults: Vec<Fault> = Vec::new();
    for start in starts {
        if faults.last().is_some_and(|before| start < before.span.range().end) {
            continue;
        }
        let Some(rest) = text.get(start..) else { continue };
        let Some((kind, length)) = read(rest) else { continue };
        faults.push(Fault { span: Span::new(start..start + length), kind });
    }
    faults
}

/// What was lost at the beginning of a text, and how long it is.
fn read(text: &str) -> Option<(Kind, usize)> {
    let first = text.chars().next()?;
    let run = |letter: char| text.len() - text.trim_start_matches(letter).len();
    match first {
        '\u{fffd}' => Some((Kind::Replaced, run(first))),
        '\0' => Some((Kind::Null, run(first))),
        '\u{80}'..='\u{9f}' => Some((Kind::Control, first.len_utf8())),
        _ => {
            let mut meant = String::new();
            let mut length = 0;
            while let Some((letter, step)) = decode(&text[length..]) {
                meant.push(letter);
                length += step;
            }
            (length > 0).then_some((Kind::Mojibake(meant), length))
        }
    }
}

/// The letter whose UTF-8 bytes, read as Windows-1252, a text begins with, and how many bytes of text they take.
fn decode(text: &str) -> Option<(char, usize)> {
    let mut letters = text.chars();
    let lead = letters.next().and_then(byte)?;
    let count = match lead {
        0xC2..=0xDF => 2,
        0xE0..=0xEF => 3,
        0xF0..=0xF4 => 4,
        _ => return None,
    };
    let mut bytes = [lead, 0, 0, 0];
    for place in bytes.iter_mut().take(count).skip(1) {
        *place = letters.next().and_then(byte).filter(|byte| (0x80..0xC0).contains(byte))?;
    }
    let letter = std::str::from_utf8(&bytes[..count]).ok()?.chars().next()?;
    Some((letter, text.len() - letters.as_str().len()))
}

/// The byte that stands for a letter in Windows-1252, or in ISO 8859-1 where that has none.
fn byte(letter: char) -> Option<u8> {
    let code = u32::from(letter);
    if code < 0x100 {
        return u8::try_from(code).ok();
    }
    let place = WINDOWS.iter().position(|other| *other == letter)?;
    u8::try_from(0x80 + place).ok()
}

/// Where code stands, in the order of the text.
fn code(document: &Document<'_>) -> Vec<Span> {
    let mut spans: Vec<Span> = document
        .all_blocks()
        .filter(|block| matches!(block.kind, BlockKind::Code { .. }))
        .map(|block| block.span)
        .collect();
    document.for_each_run(|inlines| {
        let all = inlines.iter().flat_map(crate::model::Inline::with_descendants);
        spans.extend(all.filter(|inline| matches!(inline.kind, InlineKind::Code(_))).map(|inline| inline.span));
    });
    spans.sort_unstable();
    spans
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lint::testing::{Trial, hints};
    use crate::messages::Locale;
    use proptest::prelude::*;

    fn trial() -> Trial {
        Trial::of("replacement-character")
    }

    #[test]
    fn lost_letters_are_reported_where_they_stand() {
        let text = "---\ntitle: Pol⟦\u{fffd}⟧tica\n---\n\n# Pol⟦\u{fffd}⟧tica ⟦\u{fffd}\u{fffd}⟧\n";
        let rest = "A⟦\0⟧b ⟦\u{93}⟧c⟦\u{94}⟧ <b>⟦\u{fffd}⟧</b>\n";
        trial().file("es/a.md", text).file("es/b.md", rest).says(
            Locale::Spanish,
            &[
                "Aquí se perdió una letra al convertir el texto («�»)",
                "Aquí se perdió una letra al convertir el texto («�»)",
                "Aquí se perdió una letra al convertir el texto («�»)",
                "Aquí hay un byte nulo, que ningún texto lleva",
                "Aquí hay un carácter de control invisible (U+0093)",
                "Aquí hay un carácter de control invisible (U+0094)",
                "Aquí se perdió una letra al convertir el texto («�»)",
            ],
        );
    }

    #[test]
    fn text_that_was_read_in_the_wrong_encoding_is_put_back_together() {
        for (wrong, right) in [
            ("Ã³", "ó"),
            ("Ã±", "ñ"),
            ("Ã¡", "á"),
            ("Ã\u{ad}", "í"),
            ("Ã‰", "É"),
            ("Ã‘", "Ñ"),
            ("Ã\u{81}", "Á"),
            ("Â¿", "¿"),
            ("Â°", "°"),
            ("â€œ", "“"),
            ("â€\u{9d}", "”"),
            ("â€“", "–"),
            ("â€¦", "…"),
        ] {
            let found = find(&format!("a {wrong} b"));
            assert_eq!(found.len(), 1, "{wrong}");
            assert_eq!(found[0].kind, Kind::Mojibake(right.to_owned()));
        }
        let trial = trial().file("es/a.md", "La informaci⟦Ã³⟧n p⟦Ãº⟧blica\n");
        trial.says(Locale::Spanish, &["«Ã³» es una letra mal convertida", "«Ãº» es una letra mal convertida"]);
        assert_eq!(hints(&trial.lint(), Locale::Spanish), ["Debe decir «ó»", "Debe decir «ú»"]);
    }

    #[test]
    fn accents_of_any_language_and_examples_in_code_are_left_alone() {
        let text = "ÁÉÍÓÚÑÜ áéíóúñü ¿qué? ¡no! «sí» “x” — … º ª § ° € ÂNGELA AÇÃO NÃO SÃO MAÇÃ, Â. âne c’est á\u{a0}b\n\n\
                    `Ã³ �`\n\n```\nÃ³ \u{fffd}\n```\n\n    \u{fffd}\n";
        trial().file("es/a.md", text).lint();
    }

    proptest! {
        #[test]
        fn any_text_can_be_read(text in "[aÃÂâ€œ³±\u{80}-\u{bf}\0\u{fffd}ñ😀]{0,40}") {
            for fault in find(&text) {
                prop_assert!(text.get(fault.span.range()).is_some_and(|written| !written.is_empty()));
            }
        }

        #[test]
        fn what_is_put_back_together_is_what_was_meant(letter in "[áéíóúñÁÉÍÓÚÑ¿¡«»]") {
            let wrong: String = letter.bytes().map(|byte| match byte {
                0x80..=0x9F if WINDOWS[usize::from(byte - 0x80)] != '\0' => WINDOWS[usize::from(byte - 0x80)],
                _ => char::from(byte),
            }).collect();
            prop_assert_eq!(decode(&wrong), Some((letter.chars().next().unwrap(), wrong.len())));
        }
    }
}

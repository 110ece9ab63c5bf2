//! Sentences too long to be understood at one reading.

use crate::lint::context::DocumentContext;
use crate::lint::finding::{Findings, Observation};
use crate::lint::rule::{Check, Documentation, Rule};
use crate::model::{Message, Setting, Severity, bare_words, count_bytes, sentences};
use std::ops::Range;

/// The rule.
pub const RULE: Rule = Rule {
    name: "long-sentence",
    default: Some(Severity::Warning),
    check: Check::Document(check),
    messages: &["lint-long-sentence", "lint-long-sentence-hint"],
    documentation: [
        Documentation(include_str!("long_sentence.es.md")),
        Documentation(include_str!("long_sentence.en.md")),
    ],
};

/// The most words of a sentence where the manifest says nothing. Drafting manuals advise 25 on average; this is what no
/// reader holds in mind.
const MOST_WORDS: u32 = 60;

/// A word and the blank after it take at least two bytes.
const FEWEST_BYTES_PER_WORD: usize = 2;

fn check(context: &DocumentContext<'_>, findings: &mut Findings<'_>) {
    if !context.is_spanish() && !context.is_english() {
        return;
    }
    let most = context.policy.policy.manifest.lint.longest_sentence.unwrap_or(MOST_WORDS);
    let shortest = (most as usize).saturating_mul(FEWEST_BYTES_PER_WORD);
    for passage in context.passages() {
        let text = passage.text.as_str();
        let is_long = text.len() > shortest && most_words(text) > most as usize;
        if !is_long || passage.quoted || passage.setting != Setting::Paragraph {
            continue;
        }
        for sentence in sentences(text, context.language.as_ref()).filter(|sentence| sentence.len() > shortest) {
            let Some(part) = longest_part(text, &sentence, most) else { continue };
            let message = Message::new("lint-long-sentence").with("words", part.1).with("most", most);
            let observation = Observation::new(&context.document.path, passage.text.span(part.0), message);
            findings.add(observation.hint(Message::new("lint-long-sentence-hint")));
        }
    }
}

/// The longest part of a sentence between colons and semicolons, and its words, if they are more than `most`. What a
/// semicolon parts is read one after the other, as the items of a list are.
fn longest_part(text: &str, sentence: &Range<usize>, most: u32) -> Option<(Range<usize>, usize)> {
    let shortest = (most as usize).saturating_mul(FEWEST_BYTES_PER_WORD);
    let mut longest: Option<(Range<usize>, usize)> = None;
    let mut start = sentence.start;
    let ends = memchr::memchr2_iter(b';', b':', text[sentence.clone()].as_bytes()).map(|at| sentence.start + at + 1);
    // Not those of addresses and times.
    let ends = ends.filter(|end| text[*end..].starts_with(char::is_whitespace));
    for end in ends.chain([sentence.end]) {
        let part = start..end;
        start = end;
        if part.len() <= shortest || most_words(&text[part.clone()]) <= most as usize {
            continue;
        }
        let count = bare_words(&text[part.clone()]).count();
        if count > most as usize && longest.as_ref().is_none_or(|(_, words)| count > *words) {
            let blanks = text[part.clone()].len() - text[part.clone()].trim_start().len();
            longest = Some((part.start + blanks..part.end, count));
        }
    }
    longest
}

/// At least as many as a text has words, without cutting it into them: before each word but the first one stands, or each
/// word but the first one begins with, a character that is no letter or figure of ASCII and no accented Latin letter.
fn most_words(text: &str) -> usize {
    let ends_word = |byte: u8| {
        let plain = (byte < 0x80) & !byte.is_ascii_alphanumeric();
        // The first bytes of all characters but those of U+00C0 to U+017F; the last ones of `×` and `÷`, which stand there.
        plain | (byte == 0xc2) | (byte >= 0xc6) | (byte == 0x97) | (byte == 0xb7)
    };
    1 + count_bytes(text.as_bytes(), ends_word)
}

#[cfg(test)]
mod tests {
    use super::{bare_words, most_words};
    use crate::lint::testing::{Trial, hints, messages};
    use crate::messages::Locale;

    /// A part of a sentence with so many words, the last one without a blank after it.
    fn run(words: usize) -> String {
        format!("P{}", &vec!["palabra"; words].join(" ")[1..])
    }

    #[test]
    fn a_sentence_of_more_than_sixty_words_is_reported() {
        let text = format!("# {}\n\nCorta. ⟦{}.⟧ Otra corta.\n\n{}.\n", run(70), run(61), run(60));
        let trial = Trial::of("long-sentence").file("es/a.md", &text);
        let expected = ["La oración tiene 61 palabras seguidas; más de 60 no se siguen de una lectura"];
        trial.says(Locale::Spanish, &expected);
        let expected = ["The sentence runs on for 61 words; more than 60 cannot be followed in one reading"];
        trial.says(Locale::English, &expected);
        let expected = "Divídala en oraciones con un verbo principal cada una, o ponga sus partes en una lista";
        assert_eq!(hints(&trial.lint(), Locale::Spanish), [expected]);
    }

    #[test]
    fn what_semicolons_and_colons_part_counts_by_parts() {
        let text = format!("{}: {}; {}.\n\nTexto: {}; ⟦{}.⟧\n", run(40), run(40), run(60), run(61 - 30), run(62));
        let found = Trial::of("long-sentence").file("es/a.md", &text).lint();
        let expected = ["The sentence runs on for 62 words; more than 60 cannot be followed in one reading"];
        assert_eq!(messages(&found, Locale::English), expected);
    }

    #[test]
    fn addresses_quotations_tables_and_other_languages_are_left_alone() {
        let quote = format!("> {}.\n\n| a |\n| - |\n| {}. |\n", run(61), run(61));
        let address = format!("{} https://example.org/{}.\n", run(59), "a-b-".repeat(40));
        Trial::of("long-sentence").file("es/a.md", &quote).file("es/b.md", &address).lint();
        let french = format!("---\nlang: fr\n---\n\n{}.\n", run(61));
        Trial::of("long-sentence").file("fr/a.md", &french).lint();
    }

    proptest::proptest! {
        #![proptest_config(proptest::prelude::ProptestConfig { failure_persistence: None, ..Default::default() })]

        #[test]
        fn no_text_has_more_words_than_is_thought(text in "([a-zñ0-9ºд漢ア²×\u{301} .,'’_-]{0,12}|.){0,8}") {
            proptest::prop_assert!(most_words(&text) >= bare_words(&text).count());
        }
    }
}

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
    if !context.is_spanish() && !context.is_english() || context.is_set_text() {
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
        for sentence in sentences(text, context.language.as_ref()) {
            if sentence.len() <= shortest || most_words(&text[sentence.clone()]) <= most as usize {
                continue;
            }
            let Some(part) = longest_part(text, &sentence, most) else { continue };
            let message = Message::new("lint-long-sentence").with("words", part.1).with("most", most);
            let observation = Observation::new(&context.document.path, passage.text.span(part.0), message);
            findings.add(observation.hint(Message::new("lint-long-sentence-hint")));
        }
    }
}

/// The longest part of a sentence between colons, semicolons and the marks of an enumeration, and its words, if they are
/// more than `most`. What they part is read one after the other, as the items of a list are.
fn longest_part(text: &str, sentence: &Range<usize>, most: u32) -> Option<(Range<usize>, usize)> {
    let shortest = (most as usize).saturating_mul(FEWEST_BYTES_PER_WORD);
    let mut longest: Option<(Range<usize>, usize)> = None;
    let mut start = sentence.start;
    for end in breaks(text, sentence).into_iter().chain([sentence.end]) {
        let part = start..end;
        start = end;
        if part.len() <= shortest || most_words(&text[part.clone()]) <= most as usize {
            continue;
        }
        let count = running_words(&text[part.clone()]);
        if count > most as usize && longest.as_ref().is_none_or(|(_, words)| count > *words) {
            let written = &text[part.clone()];
            let blanks = written.len() - written.trim_start().len();
            longest = Some((part.start + blanks..part.start + written.trim_end().len(), count));
        }
    }
    longest
}

/// At least as many as a text has words, without cutting it into them: words are parted by characters that are no letter
/// or figure of ASCII and no accented Latin letter, and some of these outside ASCII are words themselves, such as `²`.
fn most_words(text: &str) -> usize {
    // The last bytes of `×` and `÷`, which stand among the accented letters, are 97 and B7.
    let parts = |byte: u8| (byte < 0x80 && !byte.is_ascii_alphanumeric()) || byte == 0x97 || byte == 0xb7;
    // The first bytes of all characters but those of U+00C0 to U+017F.
    let may_be_word = |byte: u8| byte == 0xc2 || byte >= 0xc6;
    1 + count_bytes(text.as_bytes(), parts) + 2 * count_bytes(text.as_bytes(), may_be_word)
}

/// Where the parts of a sentence end: after colons and semicolons, and before the marks of an enumeration of two or more:
/// `(i) … and (ii) …`, «a) … y b) …».
fn breaks(text: &str, sentence: &Range<usize>) -> Vec<usize> {
    let mut breaks = Vec::new();
    let mut marks = Vec::new();
    for at in memchr::memchr3_iter(b';', b':', b')', text[sentence.clone()].as_bytes()) {
        let (at, end) = (sentence.start + at, sentence.start + at + 1);
        if text[at..].starts_with(')') {
            marks.extend(item_mark(&text[sentence.start..at]).map(|length| at - length));
        } else if text[end..].starts_with(char::is_whitespace) {
            // Not those of addresses and times.
            breaks.push(end);
        }
    }
    if marks.len() > 1 {
        breaks.append(&mut marks);
        breaks.sort_unstable();
    }
    breaks
}

/// The length of the mark of an item that a text ends with, but for its closing bracket: `(ii`, ` b`, `(3`.
fn item_mark(text: &str) -> Option<usize> {
    let word = &text[text.trim_end_matches(|letter: char| letter.is_ascii_alphanumeric()).len()..];
    let is_number = word.len() < 3 && word.bytes().all(|byte| byte.is_ascii_digit());
    let is_letter = word.len() == 1 || word.bytes().all(|byte| b"ivxIVX".contains(&byte));
    let before = &text[..text.len() - word.len()];
    let opened = before.ends_with('(');
    let stands = opened || before.is_empty() || before.ends_with(char::is_whitespace);
    (!word.is_empty() && word.len() < 6 && (is_number && opened || is_letter) && stands)
        .then_some(word.len() + usize::from(opened))
}

/// How many words a reader has to keep in mind: what brackets hold can be passed over.
fn running_words(part: &str) -> usize {
    let mut depth = 0_usize;
    let mut reached = 0;
    let is_running = |(start, _): &(usize, &str)| {
        for sign in part[reached..*start].bytes() {
            match sign {
                b'(' => depth += 1,
                b')' => depth = depth.saturating_sub(1),
                _ => {}
            }
        }
        reached = *start;
        depth == 0
    };
    bare_words(part).filter(is_running).count()
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
    fn what_brackets_hold_and_enumerations_are_read_apart() {
        let text = format!("{} ({}) y {}.\n\n", run(30), run(20), run(28));
        let text = format!("{text}{} (i) {}, (ii) {} y (iii) {}.\n\n", run(30), run(30), run(30), run(30));
        let text = format!("{text}{} a) {} y b) {}.\n\n", run(30), run(30), run(30));
        // One mark enumerates nothing, and a bracket that nothing opens holds nothing.
        let text = format!("{text}⟦{} (i) {}.⟧ ⟦{} fin) {}.⟧\n", run(30), run(35), run(30), run(35));
        let text = format!("{text}\n{} (la «Ley») y (el “Plan”) {}.\n", run(30), run(29));
        let found = Trial::of("long-sentence").file("es/a.md", &text).file("LICENSE.md", &format!("{}.\n", run(90)));
        assert_eq!(found.lint().len(), 2);
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

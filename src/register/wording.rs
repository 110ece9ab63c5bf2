//! The wording of a norm on one line, as a register tells it.

use crate::model::{Document, Inline, InlineKind, Passage, Span};
use std::ops::Range;

/// Stands for a field in visible text.
const FIELD: char = '\u{fffc}';

/// The longest sentence, title or address that is told in full, in characters, far above what people write: a limit on what
/// becomes of a hostile text that has thousands of norms in one sentence or section, as each of them tells the whole of it.
const LONGEST: usize = 10_000;

/// The longest designation between brackets, in characters: `(viii)`.
const LONGEST_ENCLOSED: usize = 4;

/// What is told in place of the fields of a document, by their places, for wording that has some.
pub(super) struct Fields(Vec<(String, Span)>);

impl Fields {
    /// The fields of a document, told as `field` says of their names.
    pub(super) fn of(document: &Document<'_>, field: &dyn Fn(&str) -> String) -> Self {
        let mut fields = Vec::new();
        if document.text.contains("{{") {
            document.for_each_run(|run| {
                for inline in run.iter().flat_map(Inline::with_descendants) {
                    if let InlineKind::Field(name) = &inline.kind {
                        fields.push((field(name), inline.span));
                    }
                }
            });
        }
        fields.sort_by_key(|(_, span): &(String, Span)| *span);
        Self(fields)
    }

    /// Visible text on one line, with what is told in place of its fields. The span is what the text came from.
    pub(super) fn one_line(&self, text: &str, span: Span) -> String {
        let first = self.0.partition_point(|(_, place)| place.start < span.start);
        let mut fields = self.0[first..].iter().take_while(|(_, place)| span.contains(*place)).map(|(told, _)| told);
        let mut line = String::new();
        for word in text.split_whitespace().take(LONGEST) {
            line.push_str(if line.is_empty() { "" } else { " " });
            for character in word.chars() {
                match if character == FIELD { fields.next() } else { None } {
                    Some(told) => line.push_str(told),
                    None => line.push(character),
                }
            }
            // More than will be kept, however many bytes its characters take.
            if line.len() > 4 * LONGEST {
                break;
            }
        }
        clipped(line)
    }
}

/// Text that may stand on many lines of a register, cut where it is longer than any that somebody wrote.
pub(super) fn clipped(mut text: String) -> String {
    if let Some((end, _)) = text.char_indices().nth(LONGEST) {
        text.truncate(end);
        text.push('…');
        text.shrink_to_fit();
    }
    text
}

/// A sentence of a passage without the designation of the clause or item that it opens.
pub(super) fn without_designation(passage: &Passage<'_>, sentence: Range<usize>) -> Range<usize> {
    let text = passage.text.as_str();
    let start = sentence.start.max(designation_end(passage)).min(sentence.end);
    let start = start + enclosed(&text[start..sentence.end]);
    let blanks = text[start..sentence.end].len() - text[start..sentence.end].trim_start().len();
    let rest = start + blanks..sentence.end;
    // A sentence that is nothing else is told as it is.
    if rest.is_empty() { sentence } else { rest }
}

/// Where the designation of the clause that a passage opens ends in its visible text.
fn designation_end(passage: &Passage<'_>) -> usize {
    let Some(designator) = passage.designator else { return 0 };
    let text = passage.text.as_str();
    let comes_after = |(at, character): &(usize, char)| {
        passage.text.span(*at..at + character.len_utf8()).start >= designator.span.end
    };
    text.char_indices().find(comes_after).map_or(text.len(), |(at, _)| at)
}

/// How long a designation between brackets at the beginning of a text is: `(a)`, `(iv)`, `(12)`.
fn enclosed(text: &str) -> usize {
    let Some((inner, rest)) = text.strip_prefix('(').and_then(|text| text.split_once(')')) else { return 0 };
    let is_short = (1..=LONGEST_ENCLOSED).contains(&inner.len());
    let is_number = inner.bytes().all(|byte| byte.is_ascii_digit());
    let is_letters = inner.len() == 1 || inner.bytes().all(|byte| b"ivx".contains(&byte.to_ascii_lowercase()));
    let is_letters = is_letters && inner.bytes().all(|byte| byte.is_ascii_alphabetic());
    if is_short && (is_number || is_letters) && rest.starts_with(char::is_whitespace) { inner.len() + 2 } else { 0 }
}

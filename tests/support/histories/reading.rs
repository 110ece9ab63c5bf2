//! The words of Markdown, as the judge reads them.

use pulldown_cmark::{Event, Options, Parser};
use unicode_segmentation::UnicodeSegmentation;

/// The words of a text, each with the place where it begins.
pub fn words(text: &str) -> Vec<(usize, &str)> {
    let mut words = Vec::new();
    for (event, range) in Parser::new_ext(text, Options::ENABLE_TABLES).into_offset_iter() {
        if matches!(event, Event::Text(_)) {
            let found = text[range.clone()].unicode_word_indices();
            words.extend(found.map(|(at, word)| (range.start + at, word)));
        }
    }
    words
}

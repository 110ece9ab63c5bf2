//! The verb that a modal expression belongs to, for findings that quote it.

use crate::model::bare_words;
use std::ops::Range;

/// Words between a modal and the verb that carries the sense, but for adverbs in `-mente`.
const AUXILIARY: [&str; 12] =
    ["be", "been", "have", "not", "no", "haber", "ser", "also", "además", "siempre", "sólo", "también"];

/// The modal with the verb after it: «deberá publicarse», “must be published”.
#[must_use]
pub fn with_verb(text: &str, modal: &Range<usize>) -> Range<usize> {
    let mut end = modal.end;
    for (start, word) in bare_words(text.get(modal.end..).unwrap_or("")) {
        // What a comma or a colon parts from the modal is no verb of it.
        if !text[end..modal.end + start].trim().is_empty() {
            break;
        }
        end = modal.end + start + word.len();
        if !AUXILIARY.contains(&word) && !word.ends_with("mente") {
            break;
        }
    }
    modal.start..end
}

#[cfg(test)]
mod tests {
    use super::with_verb;

    #[test]
    fn the_verb_follows_at_once_or_behind_auxiliaries() {
        for (text, modal, expected) in [
            ("Se deberá publicar el dato", "Se deberá", "Se deberá publicar"),
            ("must be published now", "must", "must be published"),
            ("deberá, en su caso, publicar", "deberá", "deberá"),
            ("El plan deberá", "deberá", "deberá"),
            ("must not be sold", "must", "must not be sold"),
            ("deberá ser totalmente revisado", "deberá", "deberá ser totalmente revisado"),
            ("deberán además incluirse", "deberán", "deberán además incluirse"),
        ] {
            let start = text.find(modal).unwrap();
            assert_eq!(&text[with_verb(text, &(start..start + modal.len()))], expected);
        }
    }
}

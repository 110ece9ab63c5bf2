//! How far the capitals of a name reach: `Plan` of `Plan de apertura`, all of `Órgano de Aprobación`.

use super::words::{Gap, Shape, Token, tokens};
use std::ops::Range;

/// Where a phrase ends that begins with a capital at a place: after the last of the words with capitals that only joining
/// words separate.
pub(super) fn phrase_end(text: &str, tokens: &[Token], place: usize) -> usize {
    let mut end = place + 1;
    loop {
        let mut next = end;
        while next < end + 3
            && tokens.get(next).is_some_and(|token| {
                token.gap == Gap::Space
                    && matches!(&text[token.range.clone()], "de" | "del" | "la" | "los" | "las" | "of" | "the")
            })
        {
            next += 1;
        }
        // «la» alone joins nothing: «el Enlace la Política».
        let joins = next == end || matches!(&text[tokens[end].range.clone()], "de" | "del" | "of");
        match tokens.get(next) {
            Some(token) if joins && matches!(token.gap, Gap::Space | Gap::Hyphen) && token.shape != Shape::Lower => {
                end = next + 1;
            }
            _ => return end,
        }
    }
}

/// The part of a term that is written with capitals where it stands in a sentence: `Plan` of `Plan de apertura`.
pub fn front(term: &str) -> &str {
    &term[front_range(term)]
}

/// The same, in bytes of the term; empty where it begins in small letters.
pub fn front_range(term: &str) -> Range<usize> {
    let tokens: Vec<Token> = tokens(term).collect();
    match tokens.first() {
        Some(first) if first.shape != Shape::Lower => {
            let end = phrase_end(term, &tokens, 0);
            first.range.start..tokens[end - 1].range.end
        }
        _ => 0..0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_front_of_a_term_is_what_has_capitals() {
        for (term, expected) in [
            ("Plan de apertura", "Plan"),
            ("Órgano de Aprobación", "Órgano de Aprobación"),
            ("Unidad Responsable", "Unidad Responsable"),
            ("API", "API"),
            ("dato", ""),
        ] {
            assert_eq!(front(term), expected, "{term}");
        }
    }
}

//! How many of a block's first tokens are the designation of a clause.
//!
//! Where the parser has found one, its tokens; else what has the shape of one: `(a)`, `4.1`, `§ 5.`, `SEGUNDO.-`. Two blocks
//! that differ in nothing else are the same clause under another number.

use super::{PartKind, Token};
use crate::model::{Designator, folded};

/// Ordinal numbers that open transitory provisions in capitals.
const ORDINALS: [&str; 21] = [
    "unico", "primero", "segundo", "tercero", "cuarto", "quinto", "sexto", "septimo", "octavo", "noveno", "decimo",
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
];

/// The longest number of a clause, in letters: `xxxviii`, `12.10.3`.
const LONGEST: usize = 8;

pub(super) fn length(tokens: &[Token], designator: Option<&Designator>, text: &str) -> usize {
    if let Some(designator) = designator {
        return tokens.iter().take_while(|token| token.span.start < designator.span.end).count();
    }
    let written = |place: usize| tokens.get(place).and_then(|token| text.get(token.span.range())).unwrap_or("");
    let opened = usize::from(matches!(written(0), "(" | "§"));
    let number = written(opened);
    let closed = tokens.get(opened + 1).is_some_and(|token| token.kind() != PartKind::Word)
        && matches!(written(opened + 1), ")" | "." | "-" | "–" | "°" | "º");
    let is_number = is_number(number) || closed && opened == 0 && is_ordinal(number);
    // A number alone may count something: «4 días», «4.1 millones».
    let is_designation = match (opened, closed) {
        (0, false) => {
            is_number
                && number.contains('.')
                && number.ends_with(|last: char| last.is_ascii_digit())
                && is_title(written(1))
        }
        (_, closed) => is_number && (closed || written(0) == "§"),
    };
    if !is_designation {
        return 0;
    }
    let marks =
        (opened + 1..tokens.len()).take_while(|place| matches!(written(*place), ")" | "." | "-" | "–" | "°" | "º"));
    opened + 1 + marks.count()
}

/// Whether a word begins a sentence.
fn is_title(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
}

fn is_number(word: &str) -> bool {
    let is_figure = word.split('.').all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()));
    let is_roman =
        word.bytes().all(|byte| b"IVXLCDM".contains(&byte)) || word.bytes().all(|byte| b"ivxlcdm".contains(&byte));
    let is_letter = word.len() == 1 && word.bytes().all(|byte| byte.is_ascii_alphabetic());
    !word.is_empty() && word.len() <= LONGEST && (is_figure || is_roman || is_letter)
}

fn is_ordinal(word: &str) -> bool {
    word.chars().all(char::is_uppercase) && ORDINALS.contains(&folded(word).as_str())
}

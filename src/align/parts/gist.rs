//! What a title or an item of few words is known by in spite of its inflection: `Fee` and `Fees`, `Región` and `Regiones`.
//!
//! Two words in place of two others would be no more alike than any; of a longer text, the words that stay tell it.

use super::{PartKind, Token, hash};
use crate::model::folded;

/// The most tokens of a text that is known by this.
const MOST: usize = 8;

/// What the words of some tokens are known by; `None` where they are none, or many.
pub(super) fn gist(tokens: &[Token], text: &str) -> Option<u64> {
    if tokens.len() > MOST {
        return None;
    }
    let words = tokens.iter().filter(|token| token.kind() == PartKind::Word);
    let stems: Vec<String> = words.map(|token| stem(text.get(token.span.range()).unwrap_or(""))).collect();
    (!stems.is_empty()).then(|| hash(stems))
}

/// A word without what the plural of Spanish and English adds: `actividades`, `luces`, `policies`.
fn stem(word: &str) -> String {
    let word = folded(word);
    let singular = word.strip_suffix('s').filter(|stem| stem.len() > 1).unwrap_or(&word);
    let bare = singular.strip_suffix('e').filter(|stem| stem.len() > 1).unwrap_or(singular);
    match (bare.strip_suffix('y'), bare.strip_suffix('z')) {
        (Some(bare), _) => format!("{bare}i"),
        (_, Some(bare)) => format!("{bare}c"),
        _ => bare.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plural_has_the_stem_of_its_singular() {
        for (one, many) in [
            ("Fee", "Fees"),
            ("Policy", "policies"),
            ("Región", "Regiones"),
            ("Luz", "Luces"),
            ("informe", "informes"),
            ("Apple", "Apples"),
        ] {
            assert_eq!(stem(one), stem(many), "{one}");
        }
        for (one, other) in [("Apple", "Apply"), ("casa", "caso"), ("as", "a"), ("Pear", "Plum")] {
            assert_ne!(stem(one), stem(other), "{one}");
        }
    }
}

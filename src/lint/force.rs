//! Whether a text says when something enters into force.

use crate::model::folded;

/// What a text that settles it says, without case or accents: a verb or a title, not only a mention as in «siguientes a
/// la entrada en vigor».
const PHRASES: [&str; 33] = [
    "entrara en vigor",
    "entraran en vigor",
    "entra en vigor",
    "entran en vigor",
    "entrara en vigencia",
    "entraran en vigencia",
    "entra en vigencia",
    "entran en vigencia",
    "vigencia a partir",
    "iniciara su vigencia",
    "inicia su vigencia",
    "inicia vigencia",
    "iniciara vigencia",
    "sera vigente",
    "es vigente",
    "estara vigente",
    "empezara a regir",
    "comenzara a regir",
    "rige a partir",
    "regira a partir",
    "regira desde",
    "surtira efecto",
    "surtiran efecto",
    "surte efecto",
    "into force on",
    "into force upon",
    "into force the",
    "comes into force",
    "come into force",
    "enters into force",
    "enter into force",
    "into effect",
    "effective on",
];

/// Other phrases of English texts.
const ENGLISH: [&str; 8] = [
    "takes effect",
    "take effect",
    "is effective",
    "are effective",
    "becomes effective",
    "become effective",
    "effective date",
    "effective upon",
];

/// A word that stands in each of the phrases, to look for first.
const WORDS: [&[u8]; 8] = [b"vigor", b"vigen", b"Vigen", b"regir", b"rige", b"force", b"ffect", b"efecto"];

/// Whether a text says when something enters into force.
#[must_use]
pub fn is_settled(text: &str) -> bool {
    let bytes = text.as_bytes();
    WORDS.iter().any(|word| {
        memchr::memmem::find_iter(bytes, word).any(|at| {
            let mut from = at.saturating_sub(24);
            while !text.is_char_boundary(from) {
                from += 1;
            }
            let mut to = (at + 32).min(text.len());
            while !text.is_char_boundary(to) {
                to -= 1;
            }
            let around = folded(text.get(from..to).unwrap_or("")).replace(['\n', '\u{a0}'], " ");
            PHRASES.iter().chain(&ENGLISH).any(|phrase| around.contains(phrase))
        })
    })
}

#[cfg(test)]
mod tests {
    use super::is_settled;

    #[test]
    fn only_what_settles_it_counts() {
        for text in [
            "Esta Política entrará en vigor al día siguiente",
            "La presente Ley entra en\nvigencia mañana",
            "inicia su vigencia el lunes",
            "This policy shall enter into force on 1 May",
            "It takes effect when signed",
        ] {
            assert!(is_settled(text), "{text}");
        }
        for text in [
            "dentro de los treinta días siguientes a la entrada en vigor de esta Política",
            "within ten days after the entry into force of this Policy",
            "la legislación vigente",
            "the work force",
        ] {
            assert!(!is_settled(text), "{text}");
        }
    }
}

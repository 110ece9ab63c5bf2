//! The letters without which a passage holds no norm, looked for by one automaton per language.

use super::keyword::Keywords;
use super::vocabulary::Tongue;
use aho_corasick::{AhoCorasick, AhoCorasickBuilder, AhoCorasickKind};
use std::sync::OnceLock;

/// Part of every simple future, accent and all; in capitals too, as the automaton folds only ASCII.
const SPANISH: &[&str] = &[
    "rá",
    "RÁ",
    "debe",
    "debiendo",
    "pudiendo",
    "podra",
    "puede",
    "oblig",
    "responsable",
    "prohib",
    "prohíb",
    "PROHÍB",
    "facultad",
    "autorizad",
    "recomienda",
    "corresponde",
    "compete",
    "tiene",
    "son oblig",
    "son deber",
    "son func",
    "son atrib",
    "son facul",
    "ha de ",
    "han de ",
];
const ENGLISH: &[&str] = &[
    "must",
    "shall",
    "should",
    "may",
    "will ",
    "will:",
    "required",
    "has to",
    "have to",
    "ought",
    "recommended",
    "permitted",
    "allowed",
    "prohibited",
    "forbidden",
    "obliged",
    "obligated",
    "responsible",
    "authorised",
    "authorized",
    "empowered",
];
const CAPITALS: &[&str] = &[
    "MUST",
    "SHALL",
    "SHOULD",
    "MAY",
    "REQUIRED",
    "RECOMMENDED",
    "OPTIONAL",
    "DEBE",
    "DEBER",
    "PUEDE",
    "PODR",
    "OBLIGATORI",
    "REQUERID",
    "RECOMENDAD",
    "RECOMIENDA",
    "OPCIONAL",
];

/// Puts the places of the triggers of a text into `places`, in place of those found before.
pub(super) fn find(text: &str, tongue: Tongue, keywords: Keywords, places: &mut Vec<usize>) {
    places.clear();
    let automaton = automaton(tongue, keywords);
    let bytes = text.as_bytes();
    for found in automaton.find_iter(text) {
        let first = bytes[found.start()];
        let plausible = if matches!(first, b'r' | b'R') && found.len() == 3 {
            ends_future(&text[found.end()..])
        } else {
            !text[..found.start()].ends_with(char::is_alphanumeric)
        };
        if plausible {
            places.push(found.start());
        }
    }
}

/// Whether a word whose first letters end with `rá` ends like a future.
fn ends_future(rest: &str) -> bool {
    let rest = rest.strip_prefix(['n', 'N']).unwrap_or(rest);
    !rest.starts_with(char::is_alphanumeric)
}

fn automaton(tongue: Tongue, keywords: Keywords) -> &'static AhoCorasick {
    static AUTOMATA: [OnceLock<AhoCorasick>; 3] = [OnceLock::new(), OnceLock::new(), OnceLock::new()];
    let (place, patterns, folds) = match (keywords, tongue) {
        (Keywords::Bcp14, _) => (0, CAPITALS, false),
        (Keywords::Usual, Tongue::Spanish) => (1, SPANISH, true),
        (Keywords::Usual, Tongue::English) => (2, ENGLISH, true),
    };
    AUTOMATA[place].get_or_init(|| {
        let mut builder = AhoCorasickBuilder::new();
        builder.ascii_case_insensitive(folds).kind(Some(AhoCorasickKind::DFA));
        // A few short patterns stay far below the limits of an automaton.
        builder.build(patterns).unwrap_or_else(|_| unreachable!("the patterns are few and short"))
    })
}

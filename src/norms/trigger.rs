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
    "obligad",
    "responsable",
    "prohibid",
    "prohíbe",
    "prohibe",
    "prohibirá",
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
    for found in automaton(tongue, keywords).find_iter(text) {
        let (before, from) = (&text[..found.start()], &text[found.start()..]);
        let plausible = if keywords == Keywords::Usual && matches!(from.as_bytes(), [b'r' | b'R', 0xc3, ..]) {
            ends_future(before, &text[found.end()..])
        } else {
            !before.ends_with(char::is_alphanumeric) && (tongue == Tongue::English || stands_well(before, from))
        };
        if plausible {
            places.push(found.start());
        }
    }
}

/// Whether a Spanish trigger has the neighbour without which it is none: most «responsable», «tiene» and «corresponde» of a
/// text end here, before their sentence is read.
fn stands_well(before: &str, from: &str) -> bool {
    match from.as_bytes().first().map(u8::to_ascii_lowercase) {
        Some(b'o' | b'f' | b'a') => follows_being(before),
        Some(b'r') if from.as_bytes().get(3).map(u8::to_ascii_lowercase) == Some(b'p') => follows_being(before),
        Some(b't') => {
            let after = from.get(5..).unwrap_or("").trim_start_matches('n').trim_start();
            ["que ", "la ", "el ", "las ", "los ", "como ", "por "].iter().any(|word| after.starts_with(word))
        }
        _ => true,
    }
}

/// Whether a text ends with «está», «quedarán», «son» or their like.
fn follows_being(before: &str) -> bool {
    const BEING: [&str; 14] = [
        "tá ", "tán ", "TÁ ", "TÁN ", "esta ", "estan ", "queda ", "quedan ", "rá ", "rán ", "RÁ ", "RÁN ", "es ",
        "son ",
    ];
    BEING.iter().any(|verb| {
        let from = before.len().checked_sub(verb.len());
        from.and_then(|from| before.as_bytes().get(from..)).is_some_and(|end| end.eq_ignore_ascii_case(verb.as_bytes()))
    })
}

/// Whether a word whose first letters end with `rá` ends like a future; «será» only where a `por` may say by whom.
fn ends_future(before: &str, rest: &str) -> bool {
    /// How far a `por` may stand, in bytes.
    const REACH: usize = 120;
    let rest = rest.strip_prefix(['n', 'N']).unwrap_or(rest);
    if rest.starts_with(char::is_alphanumeric) {
        return false;
    }
    let being = before.ends_with("se") && !before[..before.len() - 2].ends_with(char::is_alphanumeric);
    let near = (REACH.min(rest.len())..rest.len()).find(|place| rest.is_char_boundary(*place)).unwrap_or(rest.len());
    !being || rest[..near].contains(" por ")
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

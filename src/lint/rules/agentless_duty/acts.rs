//! Tells duties to do something from requirements on what a thing is like.
//!
//! `The report must be published` wants somebody to act; `the report must be based on data`, `must be written in plain
//! language` and «deberá considerarse» say what it is like or how it is seen. A keyword in capitals (`MUST`, `DEBE`; RFC
//! 2119) says what conforms, whoever made it so.

use crate::model::{bare_words, folded};
use crate::norms::Norm;

/// What a passive verb says of its subject, and is no act.
const ENGLISH_STATES: &[&str] = &[
    "accompanied",
    "aligned",
    "based",
    "composed",
    "comprised",
    "considered",
    "encoded",
    "enforced",
    "exercised",
    "expressed",
    "followed",
    "formatted",
    "governed",
    "included",
    "indicated",
    "justified",
    "limited",
    "located",
    "mentioned",
    "met",
    "observed",
    "phrased",
    "preserved",
    "reasoned",
    "regarded",
    "related",
    "respected",
    "satisfied",
    "seen",
    "severed",
    "specified",
    "stated",
    "structured",
    "supported",
    "treated",
    "used",
    "viewed",
    "worded",
    "written",
];

/// Participles that are no act before a certain word: `shall be referred to as`, `must be prepared to`.
const ENGLISH_PHRASES: &[(&str, &[&str])] = &[
    ("referred", &["to as", "to collectively", "to herein"]),
    ("taken", &["into account", "into consideration"]),
    ("kept", &["to a minimum", "to the minimum"]),
    ("prepared", &["to "]),
    ("designed", &["to ", "so "]),
];

/// The beginnings of infinitives and participles that are no act in the passive: «deberá sustentarse», «se deberá tener en
/// cuenta», «deberá ser considerada».
const SPANISH_STATES: &[&str] = &[
    "abiert",
    "abstene",
    "acata",
    "acompana",
    "adecua",
    "adheri",
    "ajusta",
    "aplica",
    "basa",
    "ceni",
    "considera",
    "contado",
    "contar",
    "contempla",
    "conteni",
    "cumpli",
    "denomina",
    "deriva",
    "describi",
    "ejerce",
    "ejerci",
    "emplea",
    "encontra",
    "entend",
    "escrib",
    "escrit",
    "especifica",
    "estar",
    "evita",
    "existi",
    "expresa",
    "figura",
    "fundad",
    "fundamenta",
    "fundar",
    "halla",
    "inclui",
    "indica",
    "interpreta",
    "limita",
    "llama",
    "menciona",
    "motiva",
    "observa",
    "orienta",
    "precisa",
    "preferi",
    "prever",
    "previst",
    "prioriza",
    "privilegia",
    "procura",
    "produci",
    "redacta",
    "referi",
    "refleja",
    "regido",
    "regirse",
    "respeta",
    "reuni",
    "segui",
    "senala",
    "sujeta",
    "sustenta",
    "tene",
    "tenid",
    "trata",
    "usa",
    "utiliza",
];

/// Words between a modal and its verb that say nothing of the act.
const BETWEEN: [&str; 15] = [
    "ademas", "also", "always", "asimismo", "be", "been", "haber", "have", "not", "only", "ser", "siempre", "solo",
    "tambien", "tampoco",
];

/// Whether a norm in the passive wants somebody to do something.
pub(super) fn is_act(text: &str, norm: &Norm, is_spanish: bool) -> bool {
    let modal = text.get(norm.modal.clone()).unwrap_or("");
    let before = text.get(norm.sentence.start..norm.modal.start).unwrap_or("");
    if is_keyword(modal) || is_asked(before) {
        return false;
    }
    let after = text.get(norm.modal.end..norm.sentence.end).unwrap_or("");
    let Some((verb, rest)) = content_verb(after) else { return true };
    if is_spanish {
        let considered =
            verb.starts_with("toma") && [" en cuenta", " en consideración"].iter().any(|end| rest.starts_with(end));
        return !considered && !SPANISH_STATES.iter().any(|state| verb.starts_with(state));
    }
    let phrases = ENGLISH_PHRASES.iter().filter(|(participle, _)| *participle == verb);
    let is_phrase = phrases.flat_map(|(_, ends)| *ends).any(|end| rest.trim_start().starts_with(end));
    !is_phrase && !ENGLISH_STATES.contains(&verb.as_str())
}

/// Whether the clause that a text ends in asks: «entender qué datos se tienen que publicar».
fn is_asked(before: &str) -> bool {
    let clause = before.rsplit([',', ';', ':', '.']).next().unwrap_or("");
    let asks =
        |word: &str| matches!(word, "qué" | "cuál" | "cuáles" | "cómo" | "cuándo" | "dónde" | "quién" | "quiénes");
    bare_words(clause).any(|(_, word)| asks(word))
}

/// Whether a modal is written as the keyword of a standard is: `MUST`, `DEBERÁN`.
fn is_keyword(modal: &str) -> bool {
    !modal.chars().any(char::is_lowercase)
}

/// The verb that carries the sense after a modal, folded, and what follows it.
pub(super) fn content_verb(after: &str) -> Option<(String, &str)> {
    bare_words(after).take(6).find_map(|(start, word)| {
        let verb = folded(word);
        let passes = BETWEEN.contains(&verb.as_str()) || verb.ends_with("mente") || verb.ends_with("ly");
        (!passes).then(|| (verb, &after[start + word.len()..]))
    })
}

//! Where a reader sees who has a duty though its sentence does not say it.
//!
//! 1. The document speaks to its reader throughout: who is `you` needs no name;
//! 2. the heading says whose duties follow: «Obligaciones de la Unidad»;
//! 3. the same sentence has laid a duty on somebody before, or the sentence before has and this one goes on from it:
//!    «La Unidad deberá resolver. Dicha resolución deberá publicarse»;
//! 4. the sentence says in whose charge it is;
//! 5. what is brought is brought by who brings it: `complaints must be submitted`, «la solicitud deberá presentarse».

use super::acts::content_verb;
use crate::lint::context::DocumentContext;
use crate::model::{Passage, bare_words, count_bytes, folded};
use crate::norms::Norm;
use memchr::memmem;

/// In a document that speaks to its reader, at least one word of so many does.
const WORDS_PER_ADDRESS: usize = 100;

/// So few addresses are no habit.
const FEWEST_ADDRESSES: usize = 3;

/// Words that speak to the reader, with blanks around those that stand inside others too.
const ADDRESSES: [&str; 7] = [" te ", " tu ", " tus ", "usted", "Usted", " you", "You"];

/// Headings that say whose duties follow.
const HEADINGS: [&str; 12] = [
    "obligaciones de",
    "deberes de",
    "funciones de",
    "atribuciones de",
    "responsabilidades de",
    "facultades de",
    "obligations of",
    "duties of",
    "functions of",
    "responsibilities of",
    "tasks of",
    "what you need to do",
];

/// First words of a sentence that goes on from the one before it.
const ANAPHORS: [&str; 22] = [
    "aquella", "aquellas", "aquellos", "dicha", "dichas", "dicho", "dichos", "esta", "estas", "este", "esto", "estos",
    "it", "such", "tal", "tales", "these", "they", "this", "those", "ambas", "ambos",
];

/// What says in whose charge something is.
const CHARGES: [&str; 6] =
    ["a cargo de", "responsabilidad de", "por cuenta de", "por parte de", "the responsibility of", "on the part of"];

/// What somebody brings before another of their own will, without the plural's ending.
const ENGLISH_BROUGHT: [&str; 13] = [
    "appeal",
    "application",
    "claim",
    "comment",
    "complaint",
    "contribution",
    "dispute",
    "inquiry",
    "objection",
    "petition",
    "question",
    "request",
    "submission",
];
const SPANISH_BROUGHT: [&str; 16] = [
    "apelacion",
    "contribucion",
    "demanda",
    "denuncia",
    "documentacion",
    "documento",
    "impugnacion",
    "objecion",
    "oposicion",
    "peticion",
    "postulacion",
    "queja",
    "reclamacion",
    "reclamo",
    "recurso",
    "solicitud",
];

/// How it is brought; in Spanish, the beginnings of the verbs.
const ENGLISH_BRINGING: [&str; 14] = [
    "addressed",
    "brought",
    "delivered",
    "directed",
    "filed",
    "initiated",
    "lodged",
    "made",
    "presented",
    "raised",
    "resolved",
    "sent",
    "signed",
    "submitted",
];
const SPANISH_BRINGING: [&str; 8] =
    ["dirigi", "formula", "interpone", "interpuest", "plantea", "presenta", "suscri", "firma"];

/// How many words before the modal the noun of what is brought is looked for.
const REACH: usize = 12;

/// Whether a document speaks to its reader throughout.
pub(super) fn addresses_reader(context: &DocumentContext<'_>) -> bool {
    let text = context.document.text.as_bytes();
    let addresses: usize = ADDRESSES.iter().map(|address| memmem::find_iter(text, address).count()).sum();
    // Blanks are about as many as words.
    addresses >= FEWEST_ADDRESSES
        && addresses * WORDS_PER_ADDRESS >= count_bytes(text, |byte| byte == b' ' || byte == b'\n')
}

/// Whether a reader sees who has the duty of a norm, by its place among the document's norms.
pub(super) fn is_plain(context: &DocumentContext<'_>, at: usize) -> bool {
    let (place, norm) = &context.norms()[at];
    let Some(passage) = context.passages().get(*place) else { return false };
    let text = passage.text.as_str();
    let sentence = text.get(norm.sentence.clone()).unwrap_or("");
    heads_duties(passage)
        || follows_bearer(context, at, text)
        || is_reader(text, norm)
        || CHARGES.iter().any(|charge| sentence.contains(charge))
        || is_brought(text, norm, context.is_spanish())
}

fn heads_duties(passage: &Passage<'_>) -> bool {
    let title = passage.section.map(|section| folded(&crate::model::plain_text(&section.heading.inlines)));
    title.is_some_and(|title| HEADINGS.iter().any(|heading| title.contains(heading)))
}

/// Whether a norm before this one, in the same passage, says who has the duty.
fn follows_bearer(context: &DocumentContext<'_>, at: usize, text: &str) -> bool {
    let (place, norm) = &context.norms()[at];
    let earlier = context.norms()[..at].iter().rev().take_while(|(other, _)| other == place);
    let mut named = earlier.filter(|(_, other)| other.agent.is_some());
    let goes_on = goes_on(text.get(norm.sentence.clone()).unwrap_or(""));
    named.any(|(_, other)| {
        let between = text.get(other.sentence.end..norm.sentence.start);
        other.sentence == norm.sentence || goes_on && between.is_some_and(|between| between.trim().is_empty())
    })
}

/// Whether a sentence speaks of what the one before has named.
fn goes_on(sentence: &str) -> bool {
    let first = bare_words(sentence).next().map(|(_, word)| folded(word));
    // `It shall be ensured that …` speaks of nothing.
    first.is_some_and(|first| ANAPHORS.contains(&first.as_str()) && !(first == "it" && sentence.contains(" that ")))
}

/// Whether the reader is what the verb is said of: `you must be registered`.
fn is_reader(text: &str, norm: &Norm) -> bool {
    let before = text.get(norm.sentence.start..norm.modal.start).unwrap_or("");
    bare_words(before).last().is_some_and(|(_, word)| matches!(word, "you" | "You" | "usted" | "ustedes"))
}

/// Whether the sentence says how something is brought that only who wants it brings.
fn is_brought(text: &str, norm: &Norm, is_spanish: bool) -> bool {
    let after = text.get(norm.modal.end..norm.sentence.end).unwrap_or("");
    let Some((verb, _)) = content_verb(after) else { return false };
    let before: Vec<&str> =
        bare_words(text.get(norm.sentence.start..norm.modal.start).unwrap_or("")).map(|(_, word)| word).collect();
    let mut near = before.iter().rev().take(REACH).map(|word| folded(word));
    if is_spanish {
        let is_noun = |word: &str| {
            SPANISH_BROUGHT.iter().any(|noun| word.strip_prefix(noun).is_some_and(|end| matches!(end, "" | "s" | "es")))
        };
        return SPANISH_BRINGING.iter().any(|start| verb.starts_with(start)) && near.any(|word| is_noun(&word));
    }
    let is_noun = |word: &str| {
        // A notice in the singular is also what a body gives.
        word == "notices"
            || word == "inquiries"
            || ENGLISH_BROUGHT.iter().any(|noun| word.strip_prefix(noun).is_some_and(|end| matches!(end, "" | "s")))
    };
    ENGLISH_BRINGING.contains(&verb.as_str()) && near.any(|word| is_noun(&word))
}

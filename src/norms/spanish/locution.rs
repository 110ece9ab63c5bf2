//! Modal expressions of Spanish around a noun, adjective or participle, and those with another verb than `deber` and
//! `poder`: «tendrá que», «está obligado a», «queda prohibido», «corresponde a».

use super::REACH;
use super::clause::{clause, group, noun_phrase_end};
use crate::norms::Strength;
use crate::norms::modal::{Admission, Modal, Scan, Source, Voice};
use crate::norms::subject::names_actor;
use crate::norms::vocabulary::{contains, spanish as vocabulary};
use crate::norms::words::Gap;
use std::ops::Range;

/// «Tendrá que avisar», «tiene la obligación de avisar», «tendrá las siguientes atribuciones:».
pub(super) fn having(scan: Scan<'_>, place: usize) -> Option<Modal> {
    let words = scan.words;
    let follows = vocabulary::is_infinitive(words.word(place + 2)) && words.word(place + 2) != "ver";
    if words.word(place + 1) == "que" && follows {
        return unless_negated(scan, place, place + 2, Strength::Must);
    }
    let mut noun = place + 1;
    while matches!(words.word(noun), "la" | "el" | "las" | "los" | "como" | "siguiente" | "siguientes" | "por") {
        noun += 1;
    }
    let strength = match words.word(noun) {
        "obligacion" | "deber" | "obligaciones" | "deberes" | "funciones" => Strength::Must,
        "atribuciones" | "facultades" => Strength::May,
        _ => return None,
    };
    let plural = words.word(noun).ends_with('s');
    let listed = words.gap(noun + 1) == Gap::Strong && noun > place + 1;
    let named = !plural && words.word(noun + 1) == "de";
    if !listed && !named {
        return None;
    }
    let modal = unless_negated(scan, place, noun + 1, strength)?;
    let introduces = listed || words.gap(noun + 2) == Gap::Strong;
    Some(Modal { tokens: modal.tokens.start..noun + 1, introduces, ..modal })
}

/// «Habrá de avisar», «ha de avisar».
pub(super) fn periphrasis(scan: Scan<'_>, place: usize) -> Option<Modal> {
    vocabulary::is_infinitive(scan.words.word(place + 2))
        .then(|| unless_negated(scan, place, place + 2, Strength::Must))?
}

/// A modal expression at `place` whose negation lifts the duty and forbids nothing.
pub(super) fn unless_negated(scan: Scan<'_>, place: usize, verb: usize, strength: Strength) -> Option<Modal> {
    let group = group(scan.words, place);
    let source = clause(scan.words, group.start).filter(|_| !group.negated)?;
    let infinitive = vocabulary::infinitive(scan.words.word(verb));
    let passive = infinitive == "ser" && vocabulary::is_participle(scan.words.word(verb + 1));
    let reflexive = group.reflexive || scan.words.word(verb).ends_with("rse");
    Some(Modal {
        tokens: group.start..place + 1,
        strength,
        admission: Admission::Any,
        voice: match (passive, reflexive) {
            (true, _) => Voice::Passive,
            (_, true) => Voice::Reflexive,
            _ => Voice::Active,
        },
        stative: contains(vocabulary::STATIVES, infinitive),
        introduces: false,
        lifted: true,
        source,
        end: verb + 1,
    })
}

/// «Son obligaciones de la Unidad:», before a list.
pub(super) fn duties_of(scan: Scan<'_>, place: usize) -> Option<Modal> {
    let words = scan.words;
    let strength = match words.word(place + 1) {
        "obligaciones" | "deberes" | "funciones" => Strength::Must,
        "atribuciones" | "facultades" => Strength::May,
        _ => return None,
    };
    let of = place + 2;
    let end = noun_phrase_end(words, of + 1).filter(|_| matches!(words.word(of), "de" | "del"))?;
    (place == words.content_start()).then(|| Modal {
        tokens: place..place + 2,
        strength,
        admission: Admission::Named,
        voice: Voice::Active,
        stative: false,
        introduces: true,
        lifted: false,
        source: Source::Words(of + 1..end),
        end,
    })
}

/// An expression around a noun, adjective or participle: «está obligado a», «queda prohibido», «corresponde a… publicar».
pub(super) fn locution(scan: Scan<'_>, place: usize) -> Option<Modal> {
    let words = scan.words;
    let before = words.before(place);
    let being = matches!(
        before,
        "esta"
            | "estan"
            | "estara"
            | "estaran"
            | "queda"
            | "quedan"
            | "quedara"
            | "quedaran"
            | "es"
            | "son"
            | "sera"
            | "seran"
    ) && words.follows(place);
    match words.word(place) {
        "obligado" | "obligada" | "obligados" | "obligadas" if being && words.word(place + 1) == "a" => {
            vocabulary::is_infinitive(words.word(place + 2))
                .then(|| unless_negated(scan, place - 1, place + 2, Strength::Must))?
                .map(|modal| Modal { tokens: modal.tokens.start..place + 1, ..modal })
        }
        "responsable" | "responsables" if being && matches!(words.word(place + 1), "de" | "del") => {
            let modal = unless_negated(scan, place - 1, place + 1, Strength::Must)?;
            Some(Modal { tokens: modal.tokens.start..place + 1, admission: Admission::Actors, ..modal })
        }
        "facultado" | "facultada" | "facultados" | "facultadas" | "autorizado" | "autorizada" | "autorizados"
        | "autorizadas"
            if being && matches!(words.word(place + 1), "a" | "para") =>
        {
            let group = group(words, place - 1);
            let source = clause(words, group.start)?;
            let strength = if group.negated { Strength::MustNot } else { Strength::May };
            Some(plain(group.start..place + 1, strength, Admission::Named, source, Voice::Active))
        }
        "prohibido" | "prohibida" | "prohibidos" | "prohibidas" if being => forbidden(scan, place - 1, place),
        "prohibe" | "prohiben" | "prohibira" if before == "se" => forbidden(scan, place, place),
        "recomienda" | "recomiendan" if before == "se" => recommended(scan, place),
        "corresponde" | "correspondera" | "compete" | "competera" => incumbent(scan, place),
        _ => None,
    }
}

/// «Se recomienda publicar», and «se recomienda no publicar», «se recomienda a las Dependencias que no publiquen».
fn recommended(scan: Scan<'_>, place: usize) -> Option<Modal> {
    let words = scan.words;
    let group = group(words, place);
    clause(words, group.start)?;
    let source = addressee(scan, place);
    let act = match &source {
        Source::Words(named) => named.end,
        _ => place + 1,
    };
    let denies = words.word(act) == "no" || words.reads(act, &["que", "no"]);
    let strength = if group.negated || denies { Strength::ShouldNot } else { Strength::Should };
    let end = if words.word(place + 1) == "no" { place + 2 } else { place + 1 };
    Some(plain(group.start..end, strength, Admission::Any, source, Voice::Passive))
}

pub(super) fn plain(
    tokens: Range<usize>,
    strength: Strength,
    admission: Admission,
    source: Source,
    voice: Voice,
) -> Modal {
    let end = tokens.end;
    Modal { tokens, strength, admission, voice, stative: false, introduces: false, lifted: false, source, end }
}

/// «Queda prohibido», «se prohíbe».
pub(super) fn forbidden(scan: Scan<'_>, verb: usize, last: usize) -> Option<Modal> {
    let group = group(scan.words, verb);
    clause(scan.words, group.start).filter(|_| !group.negated)?;
    let introduces = scan.words.gap(last + 1) == Gap::Strong;
    let source = addressee(scan, last);
    let modal = plain(group.start..last + 1, Strength::MustNot, Admission::Any, source, Voice::Passive);
    Some(Modal { introduces, ..modal })
}

/// Whom «a las Dependencias» after a place names.
pub(super) fn addressee(scan: Scan<'_>, place: usize) -> Source {
    let words = scan.words;
    let preposition = matches!(words.word(place + 1), "a" | "al") && words.follows(place + 1);
    let end = noun_phrase_end(words, place + 2).filter(|_| preposition);
    match end {
        Some(end) if names_actor(words, place + 2..end) => Source::Words(place + 2..end),
        None if preposition && vocabulary::is_actor(words.word(place + 2)) => Source::Words(place + 2..place + 3),
        _ => Source::Nowhere,
    }
}

/// «Corresponde a la Unidad publicar», also before a list: «Corresponde a la Unidad:».
pub(super) fn incumbent(scan: Scan<'_>, place: usize) -> Option<Modal> {
    let words = scan.words;
    let start = place + 2;
    if !matches!(words.word(place + 1), "a" | "al")
        || matches!(words.before(place), "que" | "segun" | "cuando" | "como" | "no")
    {
        return None;
    }
    let verb = scan.find(start, REACH, |at| words.follows(at) && vocabulary::is_infinitive(words.word(at)));
    let listed = (start..words.len().min(start + REACH)).find(|at| words.gap(*at + 1) == Gap::Strong).map(|at| at + 1);
    let end = verb.or_else(|| listed.filter(|end| *end == words.len()))?;
    let named = start..noun_phrase_end(words, start).map_or(start + 1, |phrase| phrase.min(end));
    names_actor(words, named.clone()).then(|| Modal {
        tokens: place..place + 1,
        strength: Strength::Must,
        admission: Admission::Named,
        voice: Voice::Active,
        stative: false,
        introduces: verb.is_none(),
        lifted: false,
        source: Source::Words(named),
        end: end + 1,
    })
}

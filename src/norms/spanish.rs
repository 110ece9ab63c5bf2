//! The modal expressions of Spanish.

mod clause;
mod locution;

use super::Strength;
use super::keyword::declares;
use super::modal::{Admission, Modal, Scan, Source, Voice};
use super::vocabulary::{contains, spanish as vocabulary};
use super::words::{Gap, Words};
use clause::{Group, clause, group, is_recital};
use locution::{duties_of, having, locution, periphrasis, plain};
use std::ops::Range;

pub(super) use clause::{is_denial, noun_phrase_end};

/// How far from its modal an infinitive may stand, in words: «deberán, en el ámbito de sus competencias, publicar».
const REACH: usize = 14;

/// Puts the modal expressions of a sentence into `modals`, and where `deber de` stands into `doubtful`.
pub(super) fn modals(scan: Scan<'_>, modals: &mut Vec<Modal>, doubtful: &mut Vec<Range<usize>>) {
    let words = scan.words;
    if scan.capitals && declares(words) || is_recital(words) {
        return;
    }
    for place in scan.places.iter().copied() {
        let word = words.word(place);
        if scan.capitals {
            if words.capitals(place) {
                modals.extend(keyword(scan, place));
            }
            continue;
        }
        let found = match word {
            "debe" | "deben" | "debera" | "deberan" if words.word(place + 1) == "de" && words.follows(place + 1) => {
                if vocabulary::is_infinitive(words.word(place + 2)) {
                    doubtful.push(words.range(place..place + 2));
                }
                None
            }
            "debe" | "deben" | "debera" | "deberan" => auxiliary(scan, place, Strength::Must),
            "debiendo" => auxiliary(scan, place, Strength::Must).map(carried),
            "pudiendo" => auxiliary(scan, place, Strength::May).map(carried),
            "deberia" | "deberian" => auxiliary(scan, place, Strength::Should),
            "podra" | "podran" => auxiliary(scan, place, Strength::May),
            "puede" | "pueden" => auxiliary(scan, place, Strength::May)
                .filter(|modal| modal.voice == Voice::Active && !modal.stative)
                .map(|modal| Modal { admission: Admission::Actors, ..modal }),
            "tendra" | "tendran" | "tiene" | "tienen" => having(scan, place),
            "habra" | "habran" | "ha" | "han" if words.word(place + 1) == "de" => periphrasis(scan, place),
            "son" => duties_of(scan, place),
            _ => locution(scan, place).or_else(|| future(scan, place)),
        };
        modals.extend(found);
    }
}

/// The content verb of a modal expression.
struct Verb {
    place: usize,
    voice: Voice,
    /// The words of who does it, where a passive verb says so.
    by: Option<Range<usize>>,
}

/// The infinitive after a modal at `place`.
fn verb(scan: Scan<'_>, place: usize) -> Option<Verb> {
    let words = scan.words;
    let infinitive = scan.find(place + 1, REACH, |at| {
        vocabulary::is_infinitive(words.word(at)) || at == place + 1 && matches!(words.word(at), "auxiliar" | "popular")
    })?;
    // Words between that are no aside would be the object of a verb that is not modal: «debe cien pesos para pagar».
    let aside = infinitive == place + 1
        || words.gap(place + 1) >= Gap::Comma
        || (place + 1..infinitive).all(|at| is_between(words, at))
        || vocabulary::DETERMINERS.contains(&words.word(place + 1))
        || matches!(
            words.word(place + 1),
            "en" | "a" | "al" | "para" | "por" | "de" | "dentro" | "como" | "con" | "conforme" | "cuando"
        );
    let word = words.word(infinitive);
    if !aside {
        return None;
    }
    let participle = infinitive + 1 + usize::from(words.word(infinitive + 1).ends_with("mente"));
    let passive = vocabulary::infinitive(word) == "ser" && vocabulary::is_participle(words.word(participle));
    let reflexive =
        word.len() > vocabulary::infinitive(word).len() && word[vocabulary::infinitive(word).len()..].starts_with("se");
    let end = if passive { participle } else { infinitive };
    let by = if passive || reflexive { by_whom(scan, end + 1) } else { None };
    let voice = match (passive, reflexive) {
        (true, _) => Voice::Passive,
        (_, true) => Voice::Reflexive,
        _ => Voice::Active,
    };
    Some(Verb { place: infinitive, voice, by })
}

fn is_between(words: &Words, place: usize) -> bool {
    let word = words.word(place);
    word.ends_with("mente") || contains(vocabulary::ADVERBS, word) || word == "no"
}

/// The person or body after the `por` that follows a passive verb.
fn by_whom(scan: Scan<'_>, start: usize) -> Option<Range<usize>> {
    let words = scan.words;
    let preposition = scan.find(start, 10, |place| words.word(place) == "por")?;
    // «En el comprobante emitido por la Unidad» tells of another verb, «recibida y atendida por la Unidad» of both.
    let coordinated = preposition == start + 2 && matches!(words.word(start), "y" | "e" | "o") && words.follows(start);
    if preposition > start && !coordinated && vocabulary::is_participle(words.before(preposition)) {
        return None;
    }
    let end = noun_phrase_end(words, preposition + 1)?;
    super::subject::names_actor(words, preposition + 1..end).then_some(preposition + 1..end)
}

/// A form of `deber` or `poder`.
fn auxiliary(scan: Scan<'_>, place: usize, strength: Strength) -> Option<Modal> {
    let words = scan.words;
    let group = group(words, place);
    let source = clause(words, group.start)?;
    if words.word(place + 1) == "que" {
        return None;
    }
    // «Deberá no publicar» forbids; «podrá no publicar» permits.
    let denies = words.word(place + 1) == "no" && words.follows(place + 1) && strength != Strength::May;
    let strength = if group.negated || denies { strength.negated() } else { strength };
    let Some(verb) = verb(scan, place) else {
        let introduces =
            words.gap(place + 1) == Gap::Strong || words.gap(place + 1) == Gap::Comma && ends_soon(words, place);
        return introduces.then(|| Modal {
            tokens: group.start..place + 1,
            strength,
            admission: Admission::Any,
            voice: Voice::Active,
            stative: false,
            introduces: true,
            lifted: false,
            source,
            end: place + 1,
        });
    };
    let infinitive = vocabulary::infinitive(words.word(verb.place));
    if is_no_duty(words, verb.place, infinitive) {
        return None;
    }
    let mut strength = strength;
    match (strength, infinitive) {
        (Strength::Must, "abstener") => strength = Strength::MustNot,
        (Strength::Must, "procurar") => strength = Strength::Strive,
        (Strength::May, _) if verb.voice == Voice::Passive || contains(vocabulary::POSSIBILITIES, infinitive) => {
            return None;
        }
        _ => {}
    }
    let voice = if infinitive == "abstener" { Voice::Active } else { voice_of(&group, &verb) };
    let inverted = inverted_subject(words, place, verb.place);
    let source = match (verb.by, source) {
        (Some(by), _) => Source::Words(by),
        (None, Source::Before) if inverted.is_some() => inverted.map_or(Source::Before, Source::Words),
        (None, source) => source,
    };
    let stative = contains(vocabulary::STATIVES, infinitive);
    let introduces = infinitive == "hacer" && words.reads(verb.place + 1, &["lo", "siguiente"]);
    let admission = Admission::Any;
    Some(Modal {
        tokens: group.start..place + 1,
        strength,
        admission,
        voice,
        stative,
        introduces,
        lifted: false,
        source,
        end: verb.place + 1,
    })
}

fn voice_of(group: &Group, verb: &Verb) -> Voice {
    if group.reflexive && verb.voice == Voice::Active { Voice::Reflexive } else { verb.voice }
}

/// Whether only an aside stands between a modal and the end of its sentence: «deberá, según el caso:».
fn ends_soon(words: &Words, place: usize) -> bool {
    words.len() <= place + 1 + REACH && !(place + 1..words.len()).any(|at| words.gap(at) == Gap::Strong)
}

/// Whether a modal with this infinitive says how a text is read or sets a limit.
fn is_no_duty(words: &Words, place: usize, infinitive: &str) -> bool {
    let compared = matches!(infinitive, "ser" | "haber" | "tener")
        && matches!(
            words.word(place + 1),
            "mayor"
                | "mayores"
                | "menor"
                | "menores"
                | "inferior"
                | "inferiores"
                | "superior"
                | "superiores"
                | "entendido"
                | "entendida"
        );
    // «DEBE DECIR:» corrects a misprint.
    let misprint = words.word(place) == "decir" && place == 1 && words.len() == 2;
    compared || misprint || contains(vocabulary::NO_DUTIES, infinitive)
}

/// The subject between a modal and its infinitive: «Deberá el Comité aprobar».
fn inverted_subject(words: &Words, modal: usize, verb: usize) -> Option<Range<usize>> {
    let start = modal + 1;
    if start >= verb || words.gap(start) > Gap::Stop {
        return None;
    }
    let end = noun_phrase_end(words, start)?.min(verb);
    super::subject::names_actor(words, start..end).then_some(start..end)
}

/// A gerund, whose subject is that of the clause before it.
fn carried(modal: Modal) -> Modal {
    match modal.source {
        Source::Before => Modal { source: Source::Carried, ..modal },
        _ => modal,
    }
}

/// A simple future: of a person or body it obliges; «procurará» binds to an effort, «se abstendrá» forbids.
fn future(scan: Scan<'_>, place: usize) -> Option<Modal> {
    let words = scan.words;
    let infinitive = infinitive_of_future(words, place)?;
    let group = group(words, place);
    let source = clause(words, group.start)?;
    let voice = if group.reflexive { Voice::Reflexive } else { Voice::Active };
    let tokens = group.start..place + 1;
    let strength = if group.negated { Strength::MustNot } else { Strength::Must };
    let modal = plain(tokens, strength, Admission::Actors, source, voice);
    if infinitive == "abstendr" && group.reflexive {
        return Some(Modal { strength: Strength::MustNot, admission: Admission::Any, voice: Voice::Active, ..modal });
    }
    if contains(vocabulary::WEAK_DUTIES, infinitive) && !group.negated {
        return Some(Modal { strength: Strength::Strive, admission: Admission::NoThing, ..modal });
    }
    if infinitive == "ser" && vocabulary::is_participle(words.word(place + 1)) {
        let by = by_whom(scan, place + 2)?;
        return Some(Modal { source: Source::Words(by), voice: Voice::Passive, ..modal });
    }
    let constituted = group.reflexive && matches!(infinitive, "integrar" | "conformar" | "organizar" | "hacer");
    (!contains(vocabulary::TELLING_FUTURES, infinitive) && !constituted && infinitive != "tendr").then_some(modal)
}

/// The infinitive, or its shortened form (`tendr`), of a word that is a simple future.
fn infinitive_of_future(words: &Words, place: usize) -> Option<&str> {
    if !words.stressed_end(place) {
        return None;
    }
    let word = words.word(place);
    let stem = word.strip_suffix('n').unwrap_or(word).strip_suffix('a')?;
    let regular = ["ar", "er", "ir", "dr"].iter().any(|ending| stem.ends_with(ending));
    (regular && (stem.len() > 2 || stem == "ir")).then_some(stem)
}

/// A keyword in capitals: `DEBE`, `NO DEBERÍA`, `OPCIONAL`.
fn keyword(scan: Scan<'_>, place: usize) -> Option<Modal> {
    let words = scan.words;
    let negated = matches!(words.before(place), "no") && words.capitals(place - 1);
    let (strength, predicate) = match words.word(place) {
        "debe" | "deben" | "debera" | "deberan" => (Strength::Must, false),
        "deberia" | "deberian" => (Strength::Should, false),
        "puede" | "pueden" | "podra" | "podran" => (Strength::May, false),
        "obligatorio" | "obligatoria" | "requerido" | "requerida" => (Strength::Must, true),
        "recomendado" | "recomendada" | "recomienda" => (Strength::Should, true),
        "opcional" | "opcionales" => (Strength::May, true),
        _ => return None,
    };
    let strength = if negated { strength.negated() } else { strength };
    let tokens = place - usize::from(negated)..place + 1;
    if predicate {
        return Some(Modal { stative: true, ..plain(tokens, strength, Admission::Any, Source::Before, Voice::Active) });
    }
    let verb = verb(scan, place);
    let voice = verb.as_ref().map_or(Voice::Active, |verb| verb.voice);
    let stative = verb
        .as_ref()
        .is_some_and(|verb| contains(vocabulary::STATIVES, vocabulary::infinitive(words.word(verb.place))));
    let end = verb.as_ref().map_or(place + 1, |verb| verb.place + 1);
    let introduces = verb.is_none() && words.gap(place + 1) == Gap::Strong;
    let source = verb.and_then(|verb| verb.by).map_or(Source::Before, Source::Words);
    Some(Modal { tokens, strength, admission: Admission::Any, voice, stative, introduces, lifted: false, source, end })
}

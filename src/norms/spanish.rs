//! The modal expressions of Spanish.

use super::Strength;
use super::modal::{Admission, Modal, Scan, Source, Voice};
use super::vocabulary::{contains, spanish as vocabulary};
use super::words::{Gap, Words};
use std::ops::Range;

/// How far from its modal an infinitive may stand, in words: «deberán, en el ámbito de sus competencias, publicar».
const REACH: usize = 14;

/// Puts the modal expressions of a sentence into `modals`, and where `deber de` stands into `doubtful`.
pub(super) fn modals(scan: Scan<'_>, modals: &mut Vec<Modal>, doubtful: &mut Vec<Range<usize>>) {
    let words = scan.words;
    if is_recital(words) {
        return;
    }
    for place in 0..words.len() {
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

/// Whether a sentence is one of the reasons that a text gives for itself: «Que, conforme al artículo 5…».
fn is_recital(words: &Words) -> bool {
    let start = super::vocabulary::content_start(words);
    matches!(words.word(start), "que" | "considerando" | "visto" | "vistos" | "vista")
}

/// The beginning of a verb group: its unstressed pronouns and its negation.
struct Group {
    start: usize,
    negated: bool,
    /// Whether `se` is among the pronouns.
    reflexive: bool,
}

fn group(words: &Words, place: usize) -> Group {
    let mut group = Group { start: place, negated: false, reflexive: false };
    while group.start > 0
        && words.follows(group.start)
        && matches!(words.before(group.start), "se" | "lo" | "la" | "los" | "las" | "le" | "les" | "nos")
    {
        group.reflexive |= words.before(group.start) == "se";
        group.start -= 1;
    }
    if !words.follows(group.start) {
        return group;
    }
    if matches!(words.before(group.start), "no" | "tampoco" | "nunca" | "jamas") {
        group.negated = true;
        group.start -= 1;
    } else if let Some(denied) = denial_before(words, group.start) {
        group.negated = true;
        group.start = denied;
    }
    group
}

/// Where «en ningún caso», «bajo ninguna circunstancia» and their like begin, if they end at a place.
fn denial_before(words: &Words, place: usize) -> Option<usize> {
    let start = place.checked_sub(3)?;
    is_denial(words, start).then_some(start)
}

/// Whether «en ningún caso» or its like stands at a place.
pub(super) fn is_denial(words: &Words, place: usize) -> bool {
    matches!(words.word(place), "en" | "bajo" | "por" | "de")
        && matches!(words.word(place + 1), "ningun" | "ninguna")
        && matches!(
            words.word(place + 2),
            "caso" | "circunstancia" | "motivo" | "concepto" | "supuesto" | "momento" | "manera" | "modo" | "forma"
        )
}

/// Whether a verb group that begins at a place stands in a clause that describes or conditions; else where the subject
/// is that its clause's first words give.
fn clause(words: &Words, start: usize) -> Option<Source> {
    let previous = words.before(start);
    if start > 0 && words.gap(start) <= Gap::Stop {
        let place = start - 1;
        let after_comma = words.gap(place) == Gap::Comma;
        let before = words.before(place);
        match previous {
            "que" if after_comma => return Some(Source::Nowhere),
            "que" if commands(before) => return Some(Source::Nowhere),
            "que" => return None,
            "quien" | "quienes" if !is_preposition(before) => return Some(Source::Words(place..start)),
            "cual" | "cuales" if words.gap(place - usize::from(place > 0)) == Gap::Comma && before != "lo" => {
                return Some(Source::Nowhere);
            }
            "quien" | "quienes" | "cual" | "cuales" | "cuyo" | "cuya" | "si" | "cuando" | "donde" | "como"
            | "porque" | "aunque" | "mientras" | "segun" | "cuanto" => return None,
            _ => {}
        }
    }
    (!is_reported(words, start) && !is_conditioned(words, start)).then_some(Source::Before)
}

/// Verbs after which a `que` introduces what is decided.
fn commands(word: &str) -> bool {
    matches!(
        word,
        "acuerda"
            | "acordo"
            | "resuelve"
            | "ordena"
            | "decide"
            | "determina"
            | "decreta"
            | "manda"
            | "sentido"
            | "precisandose"
    )
}

fn is_preposition(word: &str) -> bool {
    matches!(word, "a" | "ante" | "con" | "contra" | "de" | "en" | "para" | "por" | "segun" | "sin" | "sobre")
}

/// Whether a «establece que» stands in the clause before a place, so that another text is told.
fn is_reported(words: &Words, start: usize) -> bool {
    let from = start.saturating_sub(40);
    let clause = (from..start).rev().find(|place| words.gap(*place) == Gap::Strong).unwrap_or(from);
    (clause + 1..start).any(|place| words.word(place) == "que" && contains(vocabulary::REPORTS, words.before(place)))
}

/// Whether the words up to a place are a subject with a `que`, `si` or `cuando` before it.
fn is_conditioned(words: &Words, start: usize) -> bool {
    let from = start.saturating_sub(16);
    let opener = (from..start)
        .rev()
        .take_while(|place| *place + 1 == start || words.gap(*place + 1) <= Gap::Stop)
        .find(|place| {
            matches!(
                words.word(*place),
                "que"
                    | "si"
                    | "cuando"
                    | "donde"
                    | "cual"
                    | "cuales"
                    | "cuyo"
                    | "cuya"
                    | "cuyos"
                    | "cuyas"
                    | "quien"
                    | "quienes"
            )
        });
    opener.is_some_and(|place| {
        let decided = words.word(place) == "que" && commands(words.before(place));
        place + 1 < start && !decided && noun_phrase_end(words, place + 1) == Some(start)
    })
}

/// Where the noun phrase that begins at a place ends: its noun, adjectives, capital words, and what hangs on `de`.
pub(super) fn noun_phrase_end(words: &Words, place: usize) -> Option<usize> {
    let mut end = place;
    while contains(vocabulary::DETERMINERS, words.word(end)) || contains(vocabulary::BEFORE_NOUNS, words.word(end)) {
        end += 1;
    }
    if end == place && !words.capital(place) || end >= words.len() {
        return None;
    }
    end += 1;
    // A noun phrase in a sentence is short; the limit keeps the work in measure.
    while end < words.len() && end < place + 24 && words.follows(end) {
        let word = words.word(end);
        if words.capital(end) || vocabulary::is_adjective(word) || vocabulary::is_participle(word) {
            end += 1;
        } else if matches!(word, "de" | "del" | "y" | "o") && words.follows(end + 1) {
            let mut next = end + 1;
            while contains(vocabulary::DETERMINERS, words.word(next)) {
                next += 1;
            }
            let noun = words.word(next);
            let joined = matches!(word, "de" | "del") || next > end + 1 || words.capital(next);
            if next >= words.len() || !joined || vocabulary::is_infinitive(noun) {
                break;
            }
            end = next + 1;
        } else {
            break;
        }
    }
    Some(end)
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
    let strength = if group.negated { strength.negated() } else { strength };
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
    compared || contains(vocabulary::NO_DUTIES, infinitive)
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

/// «Tendrá que avisar», «tiene la obligación de avisar», «tendrá las siguientes atribuciones:».
fn having(scan: Scan<'_>, place: usize) -> Option<Modal> {
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
        "obligacion" | "deber" => Strength::Must,
        "obligaciones" | "deberes" | "funciones" => Strength::Must,
        "atribuciones" | "facultades" => Strength::May,
        _ => return None,
    };
    let plural = words.word(noun).ends_with('s');
    let listed = words.gap(noun + 1) == Gap::Strong && noun > place + 1;
    if plural && !listed || !plural && !(words.word(noun + 1) == "de" || listed) {
        return None;
    }
    let modal = unless_negated(scan, place, noun + 1, strength)?;
    let introduces = listed || words.gap(noun + 2) == Gap::Strong;
    Some(Modal { tokens: modal.tokens.start..noun + 1, introduces, ..modal })
}

/// «Habrá de avisar», «ha de avisar».
fn periphrasis(scan: Scan<'_>, place: usize) -> Option<Modal> {
    vocabulary::is_infinitive(scan.words.word(place + 2))
        .then(|| unless_negated(scan, place, place + 2, Strength::Must))?
}

/// A modal expression at `place` whose negation lifts the duty and forbids nothing.
fn unless_negated(scan: Scan<'_>, place: usize, verb: usize, strength: Strength) -> Option<Modal> {
    let group = group(scan.words, place);
    let source = clause(scan.words, group.start).filter(|_| !group.negated)?;
    let infinitive = vocabulary::infinitive(scan.words.word(verb));
    let reflexive = group.reflexive || scan.words.word(verb).ends_with("rse");
    Some(Modal {
        tokens: group.start..place + 1,
        strength,
        admission: Admission::Any,
        voice: if reflexive { Voice::Reflexive } else { Voice::Active },
        stative: contains(vocabulary::STATIVES, infinitive),
        introduces: false,
        source,
        end: verb + 1,
    })
}

/// «Son obligaciones de la Unidad:», before a list.
fn duties_of(scan: Scan<'_>, place: usize) -> Option<Modal> {
    let words = scan.words;
    let strength = match words.word(place + 1) {
        "obligaciones" | "deberes" | "funciones" => Strength::Must,
        "atribuciones" | "facultades" => Strength::May,
        _ => return None,
    };
    let of = place + 2;
    let end = noun_phrase_end(words, of + 1).filter(|_| matches!(words.word(of), "de" | "del"))?;
    (place == super::vocabulary::content_start(words)).then(|| Modal {
        tokens: place..place + 2,
        strength,
        admission: Admission::Named,
        voice: Voice::Active,
        stative: false,
        introduces: true,
        source: Source::Words(of + 1..end),
        end,
    })
}

/// An expression around a noun, adjective or participle: «está obligado a», «queda prohibido», «corresponde a… publicar».
fn locution(scan: Scan<'_>, place: usize) -> Option<Modal> {
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
        "recomienda" | "recomiendan" if before == "se" => {
            let group = group(words, place);
            clause(words, group.start)?;
            let strength = if group.negated { Strength::ShouldNot } else { Strength::Should };
            Some(plain(group.start..place + 1, strength, Admission::Any, addressee(scan, place), Voice::Passive))
        }
        "corresponde" | "correspondera" | "compete" | "competera" => incumbent(scan, place),
        _ => None,
    }
}

fn plain(tokens: Range<usize>, strength: Strength, admission: Admission, source: Source, voice: Voice) -> Modal {
    let end = tokens.end;
    Modal { tokens, strength, admission, voice, stative: false, introduces: false, source, end }
}

/// «Queda prohibido», «se prohíbe».
fn forbidden(scan: Scan<'_>, verb: usize, last: usize) -> Option<Modal> {
    let group = group(scan.words, verb);
    clause(scan.words, group.start).filter(|_| !group.negated)?;
    let introduces = scan.words.gap(last + 1) == Gap::Strong;
    let source = addressee(scan, last);
    let modal = plain(group.start..last + 1, Strength::MustNot, Admission::Any, source, Voice::Passive);
    Some(Modal { introduces, ..modal })
}

/// Whom «a las Dependencias» after a place names.
fn addressee(scan: Scan<'_>, place: usize) -> Source {
    let words = scan.words;
    let preposition = matches!(words.word(place + 1), "a" | "al") && words.follows(place + 1);
    let end = noun_phrase_end(words, place + 2).filter(|_| preposition);
    match end {
        Some(end) if super::subject::names_actor(words, place + 2..end) => Source::Words(place + 2..end),
        None if preposition && vocabulary::is_actor(words.word(place + 2)) => Source::Words(place + 2..place + 3),
        _ => Source::Nowhere,
    }
}

/// «Corresponde a la Unidad publicar», also before a list: «Corresponde a la Unidad:».
fn incumbent(scan: Scan<'_>, place: usize) -> Option<Modal> {
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
    super::subject::names_actor(words, named.clone()).then(|| Modal {
        tokens: place..place + 1,
        strength: Strength::Must,
        admission: Admission::Named,
        voice: Voice::Active,
        stative: false,
        introduces: verb.is_none(),
        source: Source::Words(named),
        end: end + 1,
    })
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
    Some(Modal { tokens, strength, admission: Admission::Any, voice, stative, introduces, source, end })
}

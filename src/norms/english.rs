//! The modal expressions of English.

mod clause;

use super::Strength;
use super::keyword::declares;
use super::modal::{Admission, Modal, Scan, Source, Voice};
use super::vocabulary::{contains, english as vocabulary};
use super::words::{Gap, Words};
use clause::{clause, is_denial, source};
use std::ops::Range;

pub(super) use clause::noun_phrase_end;

/// How far from its modal a verb may stand after an aside, in words.
const REACH: usize = 14;

/// Puts the modal expressions of a sentence into `modals`.
pub(super) fn modals(scan: Scan<'_>, modals: &mut Vec<Modal>) {
    let words = scan.words;
    if scan.capitals && declares(words) || words.word(words.content_start()) == "whereas" {
        return;
    }
    for place in scan.places.iter().copied() {
        if scan.capitals {
            if words.capitals(place) {
                modals.extend(keyword(scan, place));
            }
            continue;
        }
        let found = match words.word(place) {
            "must" | "shall" => auxiliary(scan, place, Strength::Must),
            "should" => auxiliary(scan, place, Strength::Should),
            "may" => permission(scan, place),
            "will" => promise(scan, place),
            "has" | "have" if words.word(place + 1) == "to" && words.word(place + 2) != "do" => {
                infinitive(scan, place, place + 1, Strength::Must)
            }
            "ought" if words.word(place + 1) == "to" => infinitive(scan, place, place + 1, Strength::Should),
            _ => predicate(scan, place),
        };
        modals.extend(found);
    }
}

/// The verb after a modal.
struct Verb<'a> {
    place: usize,
    word: &'a str,
    voice: Voice,
    /// The participle of a passive verb.
    participle: &'a str,
    /// The words of who does it, where a passive verb says so.
    by: Option<Range<usize>>,
    negated: bool,
}

/// The verb after the modal at `place`; `None` where a colon or the end of the sentence comes first.
fn verb(scan: Scan<'_>, place: usize) -> Option<Verb<'_>> {
    let words = scan.words;
    let mut at = place + 1;
    let mut negated = false;
    let limit = place + REACH;
    loop {
        if at >= words.len() || at > limit || words.gap(at) == Gap::Strong {
            return None;
        }
        let word = words.word(at);
        if words.gap(at) == Gap::Comma && at > place {
            // An aside between commas: the verb comes after it.
            match (at + 1..words.len().min(limit)).find(|end| words.gap(*end) == Gap::Comma) {
                Some(end) if at == place + 1 => at = end,
                _ => return None,
            }
            if words.gap(at) == Gap::Comma && !is_adverb(words.word(at)) {
                break;
            }
            continue;
        }
        if !is_adverb(word) {
            break;
        }
        negated |= matches!(word, "not" | "never");
        at += 1;
    }
    let word = words.word(at);
    let participle = at + 1 + usize::from(is_adverb(words.word(at + 1)));
    let joined = (at + 1..=participle).all(|place| words.follows(place));
    let passive = word == "be" && joined && vocabulary::is_participle(words.word(participle));
    let by = if passive { by_whom(scan, participle + 1) } else { None };
    let voice = if passive { Voice::Passive } else { Voice::Active };
    let participle = if passive { words.word(participle) } else { "" };
    Some(Verb { place: at, word, voice, participle, by, negated })
}

fn is_adverb(word: &str) -> bool {
    word == "not"
        || word.ends_with("ly")
            && !matches!(word, "apply" | "comply" | "rely" | "supply" | "reply" | "imply" | "multiply")
        || contains(vocabulary::ADVERBS, word)
}

/// The person or body after the `by` that follows a passive verb.
fn by_whom(scan: Scan<'_>, start: usize) -> Option<Range<usize>> {
    let words = scan.words;
    let preposition = scan.find(start, 10, |place| words.word(place) == "by" && words.follows(place))?;
    // `in the form issued by the Unit` tells of another verb, `received and answered by the Unit` of both.
    let coordinated = preposition == start + 2 && matches!(words.word(start), "and" | "or") && words.follows(start);
    if preposition > start && !coordinated && vocabulary::is_participle(words.before(preposition)) {
        return None;
    }
    let end = noun_phrase_end(words, preposition + 1)?;
    super::subject::names_actor_in_english(words, preposition + 1..end).then_some(preposition + 1..end)
}

/// `must`, `shall`, `should`.
fn auxiliary(scan: Scan<'_>, place: usize, strength: Strength) -> Option<Modal> {
    let words = scan.words;
    let source = source(words, place)?;
    let Some(verb) = verb(scan, place) else {
        return introduction(words, place, strength, source);
    };
    let past =
        strength == Strength::Should && verb.word == "have" && vocabulary::is_participle(words.word(verb.place + 1));
    let no_duty = past
        || contains(vocabulary::NO_DUTIES, verb.word)
        || contains(vocabulary::NO_DUTY_PARTICIPLES, verb.participle)
        || matches!(verb.word, "enter" | "come") && matches!(words.word(verb.place + 1), "into" | "in")
        || verb.word == "take" && words.word(verb.place + 1) == "effect"
        || verb.word == "have" && has_no_content(words, verb.place + 1);
    if no_duty {
        return None;
    }
    let mut modal = with_verb(words, place, strength, source, verb);
    let words_after = words.word(modal.end.saturating_sub(1));
    match (modal.strength, words_after) {
        (Strength::Must, "refrain") => modal.strength = Strength::MustNot,
        (Strength::Must, effort) if contains(vocabulary::EFFORTS, effort) => modal.strength = Strength::Strive,
        (_, "do") if words.reads(modal.end, &["the", "following"]) => modal.introduces = true,
        _ => {}
    }
    Some(modal)
}

/// Whether `have` at the place before is no duty: `have the meaning`, `have no liability`, `have been`.
fn has_no_content(words: &Words, place: usize) -> bool {
    words.reads(place, &["the", "meaning"])
        || words.reads(place, &["the", "right"])
        || words.word(place) == "been"
        || words.word(place) == "no"
            && matches!(words.word(place + 1), "liability" | "obligation" | "responsibility" | "right")
}

/// A modal before a colon: `The Unit shall:`
fn introduction(words: &Words, place: usize, strength: Strength, source: Source) -> Option<Modal> {
    let negated = words.word(place + 1) == "not" && words.follows(place + 1);
    let last = place + usize::from(negated);
    let introduces =
        words.gap(last + 1) == Gap::Strong || words.gap(last + 1) == Gap::Comma && words.len() <= last + REACH;
    introduces.then(|| Modal {
        tokens: place..last + 1,
        strength: if negated { strength.negated() } else { strength },
        admission: Admission::Any,
        voice: Voice::Active,
        stative: false,
        introduces: true,
        lifted: false,
        source,
        end: last + 1,
    })
}

/// A modal with its verb.
fn with_verb(words: &Words, place: usize, strength: Strength, source: Source, verb: Verb<'_>) -> Modal {
    let next_denies = verb.negated && matches!(words.word(place + 1), "not" | "never");
    let inverted = words.before(place) == "nor" || is_denial(words, place);
    let negated = verb.negated || inverted;
    let after = match &source {
        Source::Words(range) if inverted => range.end,
        _ => verb.place,
    };
    Modal {
        tokens: place..place + 1 + usize::from(next_denies),
        strength: if negated { strength.negated() } else { strength },
        admission: Admission::Any,
        voice: if inverted { Voice::Active } else { verb.voice },
        stative: contains(vocabulary::STATIVES, verb.word) && verb.voice == Voice::Active,
        introduces: false,
        lifted: false,
        source: verb.by.map_or(source, Source::Words),
        end: after + 1,
    }
}

/// `may`: of a person or body it permits; of a thing, and in the passive, it says what can happen, unless negated.
fn permission(scan: Scan<'_>, place: usize) -> Option<Modal> {
    let words = scan.words;
    let figure = |at: &str| at.starts_with(|first: char| first.is_ascii_digit());
    if words.capital(place) && (place > 0 || figure(words.word(1))) && !words.capitals(place) {
        return None;
    }
    // `We may or may not provide notice` leaves everything open.
    if words.reads(place + 1, &["or", "may", "not"])
        || words.before(place) == "or"
            && words.reads(place, &["may", "not"])
            && place > 1
            && words.word(place - 2) == "may"
    {
        return None;
    }
    let source = source(words, place)?;
    let Some(verb) = verb(scan, place) else {
        let modal = introduction(words, place, Strength::May, source)?;
        return Some(Modal { admission: Admission::Named, ..modal });
    };
    let negated = verb.negated || words.before(place) == "nor";
    if verb.voice == Voice::Passive && !negated
        || contains(vocabulary::POSSIBILITIES, verb.word) && verb.voice == Voice::Active
    {
        return None;
    }
    let modal = with_verb(words, place, Strength::May, source, verb);
    let admission = if modal.voice == Voice::Passive { Admission::Any } else { Admission::Named };
    Some(Modal { admission, ..modal })
}

/// `will`: of the body that speaks, or of another one, it promises.
fn promise(scan: Scan<'_>, place: usize) -> Option<Modal> {
    let words = scan.words;
    if matches!(words.before(place), "you" | "your" | "good" | "free" | "i") {
        return None;
    }
    let source = clause(words, place)?;
    let Some(verb) = verb(scan, place) else {
        let modal = introduction(words, place, Strength::Must, source)?;
        return Some(Modal { admission: Admission::Actors, ..modal });
    };
    if verb.voice == Voice::Passive || contains(vocabulary::TELLING_FUTURES, verb.word) {
        return None;
    }
    let effort = contains(vocabulary::EFFORTS, verb.word) && !verb.negated;
    let strength = if effort { Strength::Strive } else { Strength::Must };
    Some(Modal { admission: Admission::Actors, ..with_verb(words, place, strength, source, verb) })
}

/// `has to`, `ought to`, and a predicate with `to`, whose negation lifts the duty and forbids nothing.
fn infinitive(scan: Scan<'_>, start: usize, to: usize, strength: Strength) -> Option<Modal> {
    let words = scan.words;
    if matches!(words.before(start), "not" | "to" | "will" | "may" | "might" | "would") {
        return None;
    }
    let source = clause(words, start)?;
    let verb = verb(scan, to)?;
    let modal = with_verb(words, start, strength, source, verb);
    Some(Modal { tokens: start..to + 1, lifted: true, ..modal })
}

/// A form of `be` with a participle or adjective: `is required to`, `are prohibited`, `is responsible for`.
fn predicate(scan: Scan<'_>, place: usize) -> Option<Modal> {
    let words = scan.words;
    let negated = matches!(words.before(place), "not" | "never");
    let be = place.checked_sub(1 + usize::from(negated))?;
    if !matches!(words.word(be), "is" | "are") || !words.follows(place) {
        return None;
    }
    let to = words.word(place + 1) == "to" && words.follows(place + 1);
    match words.word(place) {
        "required" | "obliged" | "obligated" if to && !negated => infinitive(scan, be, place + 1, Strength::Must),
        "permitted" | "allowed" | "authorised" | "authorized" | "empowered" if to => {
            let strength = if negated { Strength::MustNot } else { Strength::May };
            let modal = Modal { strength, ..infinitive(scan, be, place + 1, Strength::May)? };
            Some(Modal { admission: Admission::Named, lifted: false, ..modal })
        }
        "prohibited" | "forbidden" if !negated => impersonal(words, be..place + 1, Strength::MustNot),
        "permitted" | "allowed" if negated => impersonal(words, be..place + 1, Strength::MustNot),
        "recommended" => {
            // `It is recommended not to publish`.
            let denies = words.reads(place + 1, &["not", "to"]);
            let strength = if negated || denies { Strength::ShouldNot } else { Strength::Should };
            let modal = impersonal(words, be..place + 1 + usize::from(denies), strength)?;
            Some(Modal { voice: Voice::Passive, source: Source::Nowhere, ..modal })
        }
        "responsible" if words.word(place + 1) == "for" && !negated => {
            let modal = impersonal(words, be..place + 1, Strength::Must)?;
            Some(Modal { admission: Admission::Named, voice: Voice::Active, lifted: true, ..modal })
        }
        _ => None,
    }
}

/// A predicate whose subject is a person (`Users are prohibited from…`) or the act itself (`Scraping is prohibited`).
fn impersonal(words: &Words, tokens: Range<usize>, strength: Strength) -> Option<Modal> {
    let source = clause(words, tokens.start)?;
    let from = matches!(words.word(tokens.end), "from" | "to");
    let end = tokens.end;
    let voice = if from { Voice::Active } else { Voice::Passive };
    Some(Modal {
        tokens,
        strength,
        admission: Admission::Any,
        voice,
        stative: false,
        introduces: false,
        lifted: false,
        source,
        end,
    })
}

/// A keyword in capitals: `MUST NOT`, `RECOMMENDED`, `OPTIONAL`.
fn keyword(scan: Scan<'_>, place: usize) -> Option<Modal> {
    let words = scan.words;
    let (strength, predicate) = match words.word(place) {
        "must" | "shall" => (Strength::Must, false),
        "should" => (Strength::Should, false),
        "may" => (Strength::May, false),
        "required" => (Strength::Must, true),
        "recommended" => (Strength::Should, true),
        "optional" => (Strength::May, true),
        _ => return None,
    };
    if predicate {
        let negated = words.before(place) == "not" && words.capitals(place - 1);
        let strength = if negated { strength.negated() } else { strength };
        let tokens = place - usize::from(negated)..place + 1;
        let (source, voice, end) = (Source::Before, Voice::Active, place + 1);
        let admission = Admission::Any;
        return Some(Modal {
            tokens,
            strength,
            admission,
            voice,
            stative: true,
            introduces: false,
            lifted: false,
            source,
            end,
        });
    }
    match verb(scan, place) {
        Some(verb) => Some(with_verb(words, place, strength, Source::Before, verb)),
        None => introduction(words, place, strength, Source::Before),
    }
}

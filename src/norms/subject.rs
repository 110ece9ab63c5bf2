//! Finds who or what a modal expression is said of.
//!
//! 1. The words before the expression fall into segments at commas and brackets; the last segment that begins as a noun
//!    phrase does holds the subject, asides and introductory phrases being passed over;
//! 2. where the last segment begins otherwise («En ese caso la Unidad…»), a noun phrase at its very end is the subject;
//! 3. a second expression in the sentence has its own subject where a noun phrase stands between the two after a
//!    conjunction or comma, and else that of the first;
//! 4. the head noun tells a person or body from a thing.

mod extent;
mod nature;

use super::modal::{Modal, Source, Voice};
use super::vocabulary::{Tongue, contains, english, spanish};
use super::words::{Gap, Words};
use super::{english as english_rules, spanish as spanish_rules};
use nature::nature;
use std::ops::Range;

pub(super) use nature::{Nature, alone, names_actor, names_actor_in_english};

/// How far back a subject is looked for, in words.
const REACH: usize = 80;

/// A subject.
#[derive(Clone, Debug)]
pub(super) struct Found {
    pub(super) tokens: Option<Range<usize>>,
    pub(super) nature: Nature,
    /// Whether it, or what stands before it, denies the verb: `ninguna Dependencia`, `en ningún caso`.
    pub(super) negates: bool,
}

impl Found {
    fn absent() -> Self {
        Self { tokens: None, nature: Nature::Absent, negates: false }
    }
}

/// Finds the subjects of a sentence's modal expressions, one after the other.
pub(super) struct Subjects<'a> {
    words: &'a Words,
    tongue: Tongue,
    /// The subject of the expression before, and where that expression's verb ends.
    last: Option<(Found, usize)>,
}

impl<'a> Subjects<'a> {
    pub(super) fn new(words: &'a Words, tongue: Tongue) -> Self {
        Self { words, tongue, last: None }
    }

    /// The subject of the next modal expression.
    pub(super) fn of(&mut self, modal: &Modal) -> Found {
        let mut found = match &modal.source {
            Source::Words(tokens) => self.named(tokens.clone(), modal.tokens.start),
            Source::Carried => self.carried(),
            Source::Nowhere => Found::absent(),
            Source::Before => self.before(modal.tokens.start),
        };
        let whose = found.clone();
        // Of a passive verb, the noun phrase before it is what it is done to.
        let by = matches!(modal.source, Source::Words(_));
        let undergoes = match modal.voice {
            Voice::Passive => !by,
            Voice::Reflexive => !by && (found.nature != Nature::Actor || modal.source == Source::Carried),
            Voice::Active => false,
        };
        if undergoes {
            found = Found { tokens: None, nature: Nature::Absent, negates: found.negates };
        } else if modal.stative && found.nature == Nature::Unknown {
            found.nature = Nature::Thing;
        }
        self.last = Some((whose, modal.end));
        found
    }

    fn carried(&self) -> Found {
        let last = self.last.as_ref().map_or_else(Found::absent, |(found, _)| found.clone());
        Found { negates: false, ..last }
    }

    fn named(&self, tokens: Range<usize>, modal: usize) -> Found {
        let nature = nature(self.words, self.tongue, tokens.clone());
        let negates = self.tongue.denies(self.words.word(tokens.start)) && tokens.start < modal;
        Found { tokens: Some(tokens), nature, negates }
    }

    /// The subject that ends before a place.
    fn before(&self, end: usize) -> Found {
        let words = self.words;
        let mut end = end;
        let passes = |word: &str| is_adverb(self.tongue, word) || matches!(word, "no" | "not");
        while end > 0 && words.follows(end) && passes(words.before(end)) {
            end -= 1;
        }
        let start = words.content_start();
        let from = self.last.as_ref().map_or(start, |(_, end)| *end).max(start);
        if end <= from {
            return if self.last.is_some() { self.carried() } else { Found::absent() };
        }
        let denied = self.tongue == Tongue::Spanish
            && (from..end).rev().take(REACH).any(|place| spanish_rules::is_denial(words, place));
        // A pronoun right before the verb is its subject, whatever stands before: `If it fails you must…`
        if self.tongue == Tongue::English && words.follows(end) && contains(english::PRONOUNS, words.before(end)) {
            // Of `it`, only the sentences before say what it is.
            return if words.before(end) == "it" { Found::absent() } else { self.named(end - 1..end, end) };
        }
        let found = if self.last.is_some() { self.second(from, end) } else { self.first(from, end, end) };
        Found { negates: found.negates || denied, ..found }
    }

    /// The subject of an expression that has another one before it in the sentence.
    fn second(&self, from: usize, end: usize) -> Found {
        let words = self.words;
        if self.tongue.is_coordinator(words.before(end)) {
            return self.carried();
        }
        let lowest = from.max(end.saturating_sub(REACH));
        let opened = (lowest..end).rev().find(|place| words.gap(*place) == Gap::Strong);
        if let Some(start) = opened {
            let found = self.first(start, end, end);
            return if found.nature == Nature::Absent { self.carried() } else { found };
        }
        // A noun phrase after a conjunction or comma that reaches the expression.
        let tail = (lowest..end).rev().find(|place| {
            (words.gap(*place) >= Gap::Comma || self.tongue.is_coordinator(words.before(*place)))
                && self.begins_subject(*place)
                && self.phrase_end(*place).is_some_and(|phrase| phrase >= end || words.gap(phrase) == Gap::Comma)
        });
        let named = tail.map(|place| self.named(place..end, end)).or_else(|| {
            // «…, para cuyo efecto la Gerencia deberá…»
            let found = self.named(self.phrase_at_end(lowest, end)?, end);
            (found.nature == Nature::Actor).then_some(found)
        });
        named.unwrap_or_else(|| self.carried())
    }

    /// The subject between two places, segment by segment from the last one; `verb` is where its verb begins.
    fn first(&self, from: usize, end: usize, verb: usize) -> Found {
        let words = self.words;
        let lowest = from.max(end.saturating_sub(REACH));
        let mut stop = end;
        // Where the subject ends if it is a list whose last segments begin as no noun phrase does.
        let mut last = None;
        while stop > lowest {
            let start = (lowest..stop)
                .rev()
                .find(|place| *place == lowest || words.gap(*place) >= Gap::Comma)
                .unwrap_or(lowest);
            // An aside has a comma or bracket at both ends.
            let aside = words.gap(stop) >= Gap::Comma && start > lowest;
            match self.segment(start, stop, aside) {
                Segment::Subject(tokens) => {
                    let tokens = self.cut(self.widened(tokens, lowest));
                    return self.named(tokens.start..last.unwrap_or(tokens.end), verb);
                }
                Segment::Condition => return Found::absent(),
                Segment::Continued => last = last.or(Some(stop)),
                Segment::Passed => {}
            }
            if words.gap(start) == Gap::Strong {
                return Found::absent();
            }
            stop = start;
        }
        Found::absent()
    }

    fn segment(&self, start: usize, end: usize, aside: bool) -> Segment {
        let words = self.words;
        let mut first = start;
        while first < end
            && (is_adverb(self.tongue, words.word(first)) || self.tongue.is_coordinator(words.word(first)))
        {
            if aside && self.tongue.is_coordinator(words.word(first)) {
                return Segment::Passed;
            }
            first += 1;
        }
        if first == end {
            return Segment::Passed;
        }
        let word = words.word(first);
        let pointing = word == "that" && start == words.content_start();
        let relative = self.tongue.is_relative(word) && !matches!(word, "quien" | "quienes") && !pointing;
        if self.tongue.is_subordinator(word) || relative {
            return match self.phrase_at_end(first + 1, end) {
                Some(tokens) => Segment::Subject(tokens),
                None if aside => Segment::Passed,
                None => Segment::Condition,
            };
        }
        if self.continues_list(start, first, end, aside) {
            return if aside { Segment::Passed } else { Segment::Continued };
        }
        if self.begins_subject(first) || pointing {
            let tokens = first..end;
            return Segment::Subject(self.after_conjunction(tokens.clone()).unwrap_or(tokens));
        }
        self.phrase_at_end(first, end).map_or(Segment::Passed, Segment::Subject)
    }

    /// A noun phrase at the end of a segment that begins otherwise: «En ese caso | la Unidad». Before a comma, the segment
    /// is a clause or phrase by itself, and its last noun no subject.
    fn phrase_at_end(&self, start: usize, end: usize) -> Option<Range<usize>> {
        let words = self.words;
        if words.gap(end) >= Gap::Comma {
            return None;
        }
        let lowest = start.max(end.saturating_sub(16));
        (lowest..end)
            .find(|place| {
                *place > start
                    && self.tongue.is_determiner(words.word(*place))
                    && !self.leads_into_phrase(words.before(*place))
                    && self.phrase_end(*place) == Some(end)
            })
            .map(|place| place..end)
    }

    /// Whether a word before a noun phrase makes it part of what stands before it.
    fn leads_into_phrase(&self, word: &str) -> bool {
        self.tongue.is_determiner(word)
            || self.tongue.is_coordinator(word)
            || match self.tongue {
                Tongue::Spanish => matches!(
                    word,
                    "a" | "ante"
                        | "bajo"
                        | "con"
                        | "contra"
                        | "de"
                        | "desde"
                        | "durante"
                        | "en"
                        | "entre"
                        | "hacia"
                        | "hasta"
                        | "mediante"
                        | "para"
                        | "por"
                        | "segun"
                        | "sin"
                        | "sobre"
                        | "tras"
                        | "si"
                        | "cuando"
                        | "es"
                        | "sea"
                        | "sean"
                        | "no"
                        | "son"
                        | "como"
                ),
                Tongue::English => {
                    contains(english::STARTERS_OF_NO_SUBJECT, word) || contains(english::SUBORDINATORS, word)
                }
            }
    }

    /// Whether a subject can begin at a place.
    fn begins_subject(&self, place: usize) -> bool {
        let word = self.words.word(place);
        match self.tongue {
            Tongue::Spanish => {
                contains(spanish::DETERMINERS, word) || self.words.capital(place) && begins_name(self.words, place)
            }
            Tongue::English => {
                !contains(english::STARTERS_OF_NO_SUBJECT, word)
                    && !contains(english::SUBORDINATORS, word)
                    && (!word.ends_with("ing") || place == self.words.content_start())
            }
        }
    }

    fn phrase_end(&self, place: usize) -> Option<usize> {
        match self.tongue {
            Tongue::Spanish => spanish_rules::noun_phrase_end(self.words, place),
            Tongue::English => english_rules::noun_phrase_end(self.words, place),
        }
    }
}

/// What a segment of the words before a verb is.
enum Segment {
    Subject(Range<usize>),
    /// The end of a list that begins in a segment before it.
    Continued,
    /// A clause that the verb's subject cannot stand before.
    Condition,
    Passed,
}

fn is_adverb(tongue: Tongue, word: &str) -> bool {
    match tongue {
        Tongue::Spanish => contains(spanish::ADVERBS, word),
        Tongue::English => contains(english::ADVERBS, word) && !matches!(word, "both" | "each" | "all" | "no"),
    }
}

/// Whether a capital word begins a name in Spanish, and not only a sentence.
fn begins_name(words: &Words, place: usize) -> bool {
    let word = words.word(place);
    place > words.content_start() && word.len() > 1
        || spanish::is_actor(word)
        || words.capitals(place) && word.len() > 2
        || word == "\u{fffc}"
}

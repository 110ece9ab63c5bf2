//! How a document writes what could be a term.
//!
//! 1. every word, and every two neighbours that say something, with the first and the last passage that has them: whether
//!    a term is used outside its own definition;
//! 2. every phrase that begins with a capital in the middle of a sentence, with how often it has an article and a duty:
//!    whether a term is used that nothing defines;
//! 3. such phrases with the word before or after them in small letters, and words with a hyphen: whether a term is
//!    written otherwise than defined.

use super::evidence::{is_determiner, is_modal};
use super::front::phrase_end;
use super::words::{Gap, Shape, Token, chain, is_connecting, joined_stem, stem, tokens};
use crate::model::{InlineKind, Passage, Setting, Span};
use foldhash::HashMap;
use std::collections::BTreeMap;
use std::ops::Range;

/// Most words and pairs of words that are kept of one document.
const MOST_WORDS: usize = 400_000;

/// Most phrases of one kind that are kept of one document.
const MOST_PHRASES: usize = 1_000;

/// Longest phrase, in bytes.
const LONGEST_PHRASE: usize = 100;

/// The words and phrases of a document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wording {
    /// The stems of words and the chained stems of neighbours.
    pub words: HashMap<u64, Occurrence>,
    /// Whether there were more words than are kept.
    pub full: bool,
    /// Phrases that begin with a capital.
    pub phrases: BTreeMap<Box<str>, Phrase>,
    /// The same with the word before or after them in small letters.
    pub extended: BTreeMap<Box<str>, Phrase>,
    /// Two words joined by a hyphen, by the stem of both in one.
    pub hyphenated: BTreeMap<Box<str>, (u64, Span)>,
}

/// Where a word stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Occurrence {
    /// Where the first passage that has it begins.
    pub first: u32,
    /// Where the last passage that has it begins.
    pub last: u32,
    /// Whether it is written in small letters anywhere.
    pub lower: bool,
}

/// How a phrase is used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Phrase {
    /// Where it stands first.
    pub span: Span,
    /// How often it stands by itself, not as a part of a longer name.
    pub count: u32,
    /// How often it has an article or its like.
    pub determined: u32,
    /// How often a verb of duty follows it.
    pub bound: u32,
    /// Whether it is anywhere a part of a longer name.
    pub part: bool,
    /// Whether nothing that could belong to it follows it anywhere.
    pub closed: bool,
}

impl Phrase {
    /// Counts what another place says of the same phrase.
    pub fn add(&mut self, other: &Self) {
        self.count = self.count.saturating_add(other.count);
        self.determined = self.determined.saturating_add(other.determined);
        self.bound = self.bound.saturating_add(other.bound);
        self.part |= other.part;
        self.closed &= other.closed;
    }
}

impl Wording {
    /// Reads the passages of a document.
    pub fn of(passages: &[Passage<'_>]) -> Self {
        let mut wording = Self::default();
        let mut buffer = Vec::new();
        for passage in passages {
            wording.read(passage, &mut buffer);
        }
        wording
    }

    fn read(&mut self, passage: &Passage<'_>, buffer: &mut Vec<Token>) {
        let text = passage.text.as_str();
        buffer.clear();
        buffer.extend(tokens(text));
        self.count_words(text, passage.span.start, buffer);
        let running = matches!(passage.setting, Setting::Paragraph | Setting::Cell { head: false, .. });
        if !passage.quoted && running {
            Scan { text, passage, tokens: buffer }.read(self);
        }
    }

    fn count_words(&mut self, text: &str, start: u32, tokens: &[Token]) {
        let mut before = None;
        for token in tokens {
            let word = &text[token.range.clone()];
            let lower = token.shape == Shape::Lower;
            if is_connecting(word) {
                continue;
            }
            let stem = stem(word);
            self.count(stem, start, lower);
            if let Some(before) = before {
                self.count(chain(before, stem), start, false);
            }
            before = Some(stem);
        }
    }

    fn count(&mut self, stem: u64, start: u32, lower: bool) {
        if let Some(seen) = self.words.get_mut(&stem) {
            seen.last = start;
            seen.lower |= lower;
        } else if self.words.len() < MOST_WORDS {
            self.words.insert(stem, Occurrence { first: start, last: start, lower });
        } else {
            self.full = true;
        }
    }

    /// Whether a trace stands in a passage outside a span.
    pub fn has_outside(&self, trace: u64, extent: Option<Span>) -> bool {
        self.words
            .get(&trace)
            .is_some_and(|seen| extent.is_none_or(|extent| seen.first < extent.start || seen.last >= extent.end))
    }
}

/// Whether a word begins a clause of its own, so that no name goes on with it.
fn opens_a_clause(word: &str) -> bool {
    matches!(word, "que" | "quien" | "cuando" | "donde" | "si" | "that" | "which" | "who" | "when" | "where" | "if")
}

fn keep(phrases: &mut BTreeMap<Box<str>, Phrase>, written: &str, phrase: Phrase) {
    if written.len() > LONGEST_PHRASE {
        return;
    }
    if let Some(seen) = phrases.get_mut(written) {
        seen.add(&phrase);
    } else if phrases.len() < MOST_PHRASES {
        phrases.insert(written.into(), phrase);
    }
}

/// The phrases of one passage.
struct Scan<'a, 'text> {
    text: &'a str,
    passage: &'a Passage<'text>,
    tokens: &'a [Token],
}

impl Scan<'_, '_> {
    fn word(&self, place: usize) -> &str {
        self.tokens.get(place).map_or("", |token| &self.text[token.range.clone()])
    }

    fn read(&self, wording: &mut Wording) {
        // The place after the last phrase, to tell a phrase that continues a longer name.
        let mut named: Option<usize> = None;
        let mut place = 0;
        while place < self.tokens.len() {
            let token = &self.tokens[place];
            if token.gap == Gap::Hyphen && place > 0 {
                self.hyphen(place, wording);
            }
            if token.shape == Shape::Lower || token.gap == Gap::Start && self.is_opening(place) {
                place += 1;
                continue;
            }
            let end = phrase_end(self.text, self.tokens, place);
            let only_capitals =
                self.tokens[place..end].iter().all(|it| matches!(it.shape, Shape::Capital | Shape::Lower));
            let continued = named.is_some_and(|named| self.continues(named, place));
            named = Some(end);
            if token.gap == Gap::Space && token.shape == Shape::Capital && only_capitals {
                self.phrase(place..end, continued, wording);
            }
            place = end;
        }
    }

    /// Whether the first word of a sentence has its capital for that alone: an article or a connecting word.
    fn is_opening(&self, place: usize) -> bool {
        is_determiner(self.word(place)) || is_connecting(self.word(place))
    }

    /// Whether only words that join the parts of a name stand between two places.
    fn continues(&self, from: usize, place: usize) -> bool {
        let between = from..place;
        if between.len() > 3 || self.tokens[from..=place].iter().any(|token| token.gap == Gap::Start) {
            return false;
        }
        if self.tokens[from..=place].iter().any(|token| token.gap == Gap::Other) {
            // An enumeration inside a name: «Transparencia, Acceso a la Información».
            return between.is_empty();
        }
        // An article alone joins nothing: «registra en el Catálogo los Conjuntos de datos».
        let begins = from.checked_sub(1).and_then(|last| self.tokens.get(last)).is_some_and(|it| it.gap == Gap::Start);
        if !begins && matches!(self.word(from), "la" | "las" | "los" | "el" | "the") {
            return false;
        }
        let coordinated = matches!(self.word(from), "y" | "e" | "o" | "u" | "and" | "or");
        between.clone().all(|word| is_connecting(self.word(word))) && !(coordinated && between.len() > 1)
    }

    fn phrase(&self, range: Range<usize>, continued: bool, wording: &mut Wording) {
        let written = &self.text[self.tokens[range.start].range.start..self.tokens[range.end - 1].range.end];
        let after = self.tokens.get(range.end).filter(|token| token.gap == Gap::Space);
        let followed = self.is_followed(range.end);
        let next = after.map_or("", |token| &self.text[token.range.clone()]);
        let bound = is_modal(next) || next == "no" && is_modal(self.word(range.end + 1));
        let part = continued || followed || is_linked_away(self.passage, self.span(range.clone()));
        let phrase = Phrase {
            span: self.span(range.clone()),
            count: u32::from(!part),
            determined: u32::from(!part && is_determiner(self.word(range.start - 1))),
            bound: u32::from(!part && bound),
            part,
            closed: after.is_none() || is_connecting(next) || is_modal(next) || opens_a_clause(next),
        };
        keep(&mut wording.phrases, written, phrase);
        if part {
            return;
        }
        if let Some(start) = self.word_before(range.start) {
            self.extended(start..range.end, phrase, wording);
        }
        if let Some(end) = self.word_after(range.end) {
            let closed = self.tokens.get(end).is_none_or(|token| token.gap != Gap::Space);
            self.extended(range.start..end, Phrase { closed, ..phrase }, wording);
        }
    }

    fn extended(&self, range: Range<usize>, phrase: Phrase, wording: &mut Wording) {
        let written = &self.text[self.tokens[range.start].range.start..self.tokens[range.end - 1].range.end];
        keep(&mut wording.extended, written, Phrase { span: self.span(range), ..phrase });
    }

    fn span(&self, range: Range<usize>) -> Span {
        self.passage.text.span(self.tokens[range.start].range.start..self.tokens[range.end - 1].range.end)
    }

    /// Whether what follows a phrase makes it a part of a longer name: a number, a field, an acronym, `(`, a capital
    /// after joining words.
    fn is_followed(&self, place: usize) -> bool {
        let Some(token) = self.tokens.get(place) else { return self.ends_in_sign(place) };
        match token.gap {
            Gap::Hyphen | Gap::Field => return true,
            Gap::Other => {
                let between = self.between(place);
                return between.contains(['(', '“', '«', '"', '/', '&', '\'', '’', '–', '—'])
                    || between.contains(',') && token.shape != Shape::Lower;
            }
            Gap::Start => return false,
            Gap::Space => {}
        }
        if matches!(token.shape, Shape::Mixed | Shape::Capitals) {
            return true;
        }
        let mut next = place;
        while next < place + 3
            && matches!(
                self.word(next),
                "a" | "al"
                    | "la"
                    | "las"
                    | "los"
                    | "el"
                    | "para"
                    | "on"
                    | "for"
                    | "to"
                    | "the"
                    | "en"
                    | "de"
                    | "del"
                    | "of"
            )
        {
            next += 1;
            let Some(token) = self.tokens.get(next) else { return false };
            if token.gap == Gap::Field {
                return true;
            }
            if token.gap != Gap::Space {
                return false;
            }
        }
        next > place && self.tokens.get(next).is_some_and(|token| token.shape != Shape::Lower)
    }

    /// The signs before a word.
    fn between(&self, place: usize) -> &str {
        let start = place.checked_sub(1).map_or(0, |before| self.tokens[before].range.end);
        &self.text[start..self.tokens[place].range.start]
    }

    /// Whether a text ends in a field after its last word.
    fn ends_in_sign(&self, place: usize) -> bool {
        let end = place.checked_sub(1).map_or(0, |before| self.tokens[before].range.end);
        self.text[end..].trim_start().starts_with('\u{fffc}')
    }

    /// The place of the word in small letters that stands before a phrase, joining words passed over.
    fn word_before(&self, place: usize) -> Option<usize> {
        let mut before = place.checked_sub(1)?;
        while matches!(self.word(before), "de" | "del" | "la" | "los" | "las" | "of")
            && self.tokens[before].gap == Gap::Space
        {
            before = before.checked_sub(1)?;
        }
        let token = &self.tokens[before];
        (token.shape == Shape::Lower && !is_connecting(self.word(before)) && !is_determiner(self.word(before)))
            .then_some(before)
    }

    /// The place after the word in small letters that follows a phrase, joining words passed over.
    fn word_after(&self, place: usize) -> Option<usize> {
        let mut after = place;
        loop {
            let token =
                self.tokens.get(after).filter(|token| token.gap == Gap::Space && token.shape == Shape::Lower)?;
            let word = &self.text[token.range.clone()];
            after += 1;
            if !matches!(word, "de" | "del" | "la" | "los" | "las" | "of") {
                return (!is_connecting(word) && !is_modal(word)).then_some(after);
            }
            if after > place + 2 {
                return None;
            }
        }
    }

    fn hyphen(&self, place: usize, wording: &mut Wording) {
        let range = self.tokens[place - 1].range.start..self.tokens[place].range.end;
        let code = |place: usize| self.tokens.get(place).is_some_and(|token| token.gap == Gap::Hyphen);
        if code(place - 1) || code(place + 1) || range.len() > LONGEST_PHRASE {
            return;
        }
        let written = &self.text[range.clone()];
        if wording.hyphenated.len() < MOST_PHRASES && !wording.hyphenated.contains_key(written) {
            let joined = joined_stem(self.word(place - 1), self.word(place));
            wording.hyphenated.insert(written.into(), (joined, self.passage.text.span(range)));
        }
    }
}

/// Whether a place stands in a link to something outside the policy, whose name it then is.
fn is_linked_away(passage: &Passage<'_>, span: Span) -> bool {
    let mut inlines = passage.inlines;
    loop {
        let place = inlines.partition_point(|inline| inline.span.end <= span.start);
        let Some(inline) = inlines.get(place).filter(|inline| inline.span.contains(span)) else { return false };
        if matches!(&inline.kind, InlineKind::Link { target, .. } if target.contains("://")) {
            return true;
        }
        inlines = inline.children();
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{at, document};
    use super::*;

    fn phrases(text: &str) -> Vec<(String, u32, u32, u32)> {
        let wording = Wording::of(&document(text).passages());
        let counted = wording.phrases.iter().filter(|(_, phrase)| phrase.count > 0);
        counted.map(|(written, it)| (written.to_string(), it.count, it.determined, it.bound)).collect()
    }

    #[test]
    fn phrases_with_capitals_are_found_in_the_middle_of_sentences() {
        let text = "El Consejo Ciudadano deberá decidir. Después, el Consejo Ciudadano informa a la Unidad.\n";
        assert_eq!(phrases(text), [("Consejo Ciudadano".to_owned(), 2, 2, 1), ("Unidad".to_owned(), 1, 1, 0)]);
        let wording = Wording::of(&document(text).passages());
        assert_eq!(at(text, wording.phrases["Unidad"].span), "Unidad");
        assert_eq!(phrases("The Data Steward must act. Sponsors pay.\n"), [("Data Steward".to_owned(), 1, 1, 1)]);
    }

    #[test]
    fn parts_of_longer_names_are_not_counted() {
        for text in [
            "Rige la Ley General de Transparencia y Acceso a la Información Pública.",
            "Según el Capítulo 3 y el Anexo C, rige.",
            "Lo firma la Agencia (ATD) y el Instituto {{ nombre }}.",
        ] {
            let found = phrases(text);
            assert!(found.iter().all(|(written, ..)| written == "Anexo C"), "{text}: {found:?}");
        }
    }

    #[test]
    fn a_word_knows_the_passages_it_stands_in() {
        let text = "Un catálogo.\n\nOtro dato.\n\nDos Catálogos.\n";
        let wording = Wording::of(&document(text).passages());
        let seen = wording.words[&stem("catálogo")];
        assert_eq!((seen.first, seen.last, seen.lower), (0, 27, true));
        assert!(wording.has_outside(stem("dato"), Some(Span::new(0..13))));
        assert!(!wording.has_outside(stem("dato"), Some(Span::new(15..26))));
    }
}

//! Phrases that rules wait for, found in one walk over the running text for all rules.
//!
//! 1. The phrases of all rules that run make one automaton for each language (Aho and Corasick, 1975), built when the
//!    first document of that language comes;
//! 2. a phrase counts where it stands as whole words, in small letters or capitals;
//! 3. what stands in code is left out.

use super::context::DocumentContext;
use super::finding::Gathered;
use super::rule::PhraseCheck;
use super::selection::Active;
use crate::model::{Inline, InlineKind, Passage, Span, folded};
use aho_corasick::{AhoCorasick, AhoCorasickBuilder, AhoCorasickKind, MatchKind};
use std::ops::Range;
use std::sync::OnceLock;

/// The phrases that a rule waits for, in small letters.
#[derive(Debug)]
pub struct Phrases {
    /// In Spanish text.
    pub spanish: &'static [&'static str],
    /// In English text.
    pub english: &'static [&'static str],
}

impl Phrases {
    /// No phrases.
    pub const NONE: Self = Self { spanish: &[], english: &[] };
}

/// A phrase in a passage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phrase {
    /// Its place among the rule's phrases in the language of the text.
    pub number: usize,
    /// Where it stands in the visible text.
    pub range: Range<usize>,
}

/// The automatons of the rules that wait for phrases.
#[derive(Default)]
pub struct Scanner {
    rules: Vec<(&'static Phrases, PhraseCheck)>,
    spanish: OnceLock<Option<Automaton>>,
    english: OnceLock<Option<Automaton>>,
}

struct Automaton {
    matcher: AhoCorasick,
    /// For each pattern, its rule's place among the rules and its phrase's number.
    owners: Vec<(usize, usize)>,
    /// A mark that every pattern has, such as the stroke of «y/o»: a text without it is passed over.
    common: Option<u8>,
}

impl Scanner {
    /// Takes a rule, and gives its place among the rules that wait for phrases.
    pub fn add(&mut self, phrases: &'static Phrases, check: PhraseCheck) -> usize {
        self.rules.push((phrases, check));
        self.rules.len() - 1
    }

    /// Shows every phrase of a document to the rule that waits for it; `active` tells which do, in the order in which
    /// they were added.
    pub fn scan(&self, context: &DocumentContext<'_>, active: &[Option<Active<()>>], gathered: &mut Gathered) {
        let automaton = if context.is_spanish() {
            self.spanish.get_or_init(|| self.automaton(|phrases| phrases.spanish))
        } else if context.is_english() {
            self.english.get_or_init(|| self.automaton(|phrases| phrases.english))
        } else {
            return;
        };
        let Some(Automaton { matcher, owners, common }) = automaton else { return };
        for passage in context.passages() {
            let text = passage.text.as_str();
            if common.is_some_and(|common| memchr::memchr(common, text.as_bytes()).is_none()) {
                continue;
            }
            for found in matcher.find_overlapping_iter(text) {
                let Some(&(rule, number)) = owners.get(found.pattern().as_usize()) else { continue };
                let Some(Some(active)) = active.get(rule) else { continue };
                if !is_whole(text, found.range()) || is_code(passage, found.range()) {
                    continue;
                }
                let phrase = Phrase { number, range: found.range() };
                (self.rules[rule].1)(context, passage, &phrase, &mut gathered.of(active.name, active.severity));
            }
        }
    }

    /// The automaton of one language's phrases; `None` if there are none.
    fn automaton(&self, of_language: fn(&Phrases) -> &'static [&'static str]) -> Option<Automaton> {
        let mut patterns = Vec::new();
        let mut owners = Vec::new();
        for (rule, (phrases, _)) in self.rules.iter().enumerate() {
            for (number, phrase) in of_language(phrases).iter().enumerate() {
                patterns.push((*phrase).to_owned());
                owners.push((rule, number));
                if !phrase.is_ascii() {
                    // The automaton itself knows the capitals of ASCII only.
                    patterns.push(with_capitals(phrase));
                    owners.push((rule, number));
                }
            }
        }
        let mut marks = patterns.first()?.bytes().filter(u8::is_ascii_punctuation);
        let common = marks.find(|mark| patterns.iter().all(|pattern| pattern.as_bytes().contains(mark)));
        Some(Automaton { matcher: matcher_of(patterns)?, owners, common })
    }
}

/// An automaton that finds patterns in small letters and in capitals; `None` only for more patterns than rules have.
fn matcher_of(patterns: Vec<String>) -> Option<AhoCorasick> {
    let mut builder = AhoCorasickBuilder::new();
    builder.ascii_case_insensitive(true).match_kind(MatchKind::Standard).kind(Some(AhoCorasickKind::DFA));
    builder.build(patterns).ok()
}

/// Phrases that one reader looks for, in small letters or capitals, wherever they stand.
pub struct Sought {
    matcher: Option<AhoCorasick>,
    /// For each pattern, its phrase's number.
    owners: Vec<usize>,
}

impl Sought {
    /// The phrases, in small letters.
    #[must_use]
    pub fn new<'a>(phrases: impl Iterator<Item = &'a str>) -> Self {
        let spellings = phrases.enumerate().flat_map(|(number, phrase)| {
            let spellings = spellings(phrase);
            spellings.into_iter().map(move |spelling| (number, spelling))
        });
        let (owners, patterns) = spellings.unzip();
        Self { matcher: matcher_of(patterns), owners }
    }

    /// The numbers and ranges of the phrases in a text, one after the other; of two that overlap, the one that ends first.
    pub fn find<'a>(&'a self, text: &'a str) -> impl Iterator<Item = Phrase> + 'a {
        let found = self.matcher.iter().flat_map(move |matcher| matcher.find_iter(text));
        found.filter_map(|found| {
            let number = *self.owners.get(found.pattern().as_usize())?;
            Some(Phrase { number, range: found.range() })
        })
    }
}

/// A phrase as an automaton has to know it, as that folds letters of ASCII only: also with its other capitals, and with
/// the accents left out, as old scans and careless texts have it.
fn spellings(phrase: &str) -> Vec<String> {
    if phrase.is_ascii() {
        return vec![phrase.to_owned()];
    }
    vec![phrase.to_owned(), with_capitals(phrase), folded(phrase)]
}

/// A phrase whose letters outside ASCII are capitals.
fn with_capitals(phrase: &str) -> String {
    let capitals =
        |letter: char| -> String { if letter.is_ascii() { letter.into() } else { letter.to_uppercase().collect() } };
    phrase.chars().map(capitals).collect()
}

/// Whether a range of a text begins and ends where words do.
#[must_use]
pub fn is_whole(text: &str, range: Range<usize>) -> bool {
    let joins = |letter: char| letter.is_alphanumeric();
    !text[..range.start].ends_with(joins) && !text[range.end..].starts_with(joins)
}

/// Whether a range of a passage's text stands in code.
#[must_use]
pub fn is_code(passage: &Passage<'_>, range: Range<usize>) -> bool {
    let span = passage.text.span(range);
    stands_in(passage.inlines, span, &|kind| matches!(kind, InlineKind::Code(_)))
}

/// Whether a place stands in an inline of a certain kind.
pub fn stands_in(inlines: &[Inline<'_>], span: Span, is_wanted: &dyn Fn(&InlineKind<'_>) -> bool) -> bool {
    // Inlines come in the order of the text.
    let place = inlines.partition_point(|inline| inline.span.end <= span.start);
    let around = inlines.get(place).filter(|inline| inline.span.contains(span));
    around.is_some_and(|inline| is_wanted(&inline.kind) || stands_in(inline.children(), span, is_wanted))
}

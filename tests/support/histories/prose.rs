//! Plausible prose: sentences of 6 to 30 words in which the ordinary small words come again and again.

use super::lexicon::{ENGLISH, Lexicon, SPANISH};
use super::model::{Class, Mark, Sort, Word};
use super::random::Random;
use std::collections::BTreeSet;

/// Words of a sentence, at least and at most.
const WORDS: std::ops::RangeInclusive<usize> = 6..=30;

/// Times that a sentence is made anew so as not to share content words with another.
const TRIES: usize = 60;

/// Different words that a given text must have for others to be taken from it.
const VOCABULARY: usize = 60;

/// Makes words, phrases and sentences.
pub struct Prose {
    pub lexicon: &'static Lexicon,
    /// Sentences of given texts that have not been used; the next one is the last.
    given: Vec<Vec<Word>>,
    /// Content words of given texts.
    vocabulary: Vec<String>,
}

impl Prose {
    /// Takes sentences from the texts as long as there are any, and makes all others itself, in their language or, without
    /// texts, in the language asked for.
    pub fn new(spanish: bool, base: &[&str]) -> Self {
        let text = base.join("\n\n");
        let count = |words: [&str; 3]| text.split_whitespace().filter(|word| words.contains(word)).count();
        let (of_spanish, of_english) = (count(["de", "la", "el"]), count(["of", "the", "to"]));
        let spanish = if text.is_empty() { spanish } else { of_spanish >= of_english };
        let lexicon: &'static Lexicon = if spanish { &SPANISH } else { &ENGLISH };
        let paragraphs = text.split("\n\n").map(|paragraph| paragraph.replace('\n', " "));
        let sentences: Vec<String> =
            paragraphs.flat_map(|paragraph| paragraph.split(". ").map(str::to_owned).collect::<Vec<_>>()).collect();
        let given = sentences.iter().rev().filter_map(|sentence| plain(lexicon, sentence)).collect::<Vec<_>>();
        let content = given.iter().flatten().filter(|word| word.sort.class == Class::Content);
        let vocabulary: BTreeSet<_> = content.map(|word| word.text.to_lowercase()).collect();
        Self { lexicon, given, vocabulary: vocabulary.into_iter().collect() }
    }

    /// A sentence that shares no content word with the words given, if that can be had.
    pub fn sentence(&mut self, random: &mut Random, unlike: &[Word], commit: usize) -> Vec<Word> {
        let content = |word: &&Word| word.sort.class != Class::Function;
        let lower = |word: &Word| word.text.to_lowercase();
        let old: BTreeSet<String> = unlike.iter().filter(content).map(lower).collect();
        let shared = |words: &[Word]| words.iter().filter(|word| old.contains(&lower(word))).count();
        let mut best: Option<Vec<Word>> = None;
        for _ in 0..TRIES {
            let made = self.given.pop().unwrap_or_else(|| Speaker::new(self.lexicon, random).sentence());
            let better = best.as_ref().is_none_or(|best| shared(&made) < shared(best));
            if better {
                best = Some(made);
            }
            if best.as_deref().is_some_and(|best| shared(best) == 0) {
                break;
            }
        }
        let mut words = best.unwrap_or_default();
        mark(random, &mut words);
        stamp(&mut words, commit);
        words
    }

    /// A noun with what belongs to it, as a heading or a cell has it.
    pub fn title(&self, random: &mut Random, commit: usize) -> Vec<Word> {
        let mut speaker = Speaker::new(self.lexicon, random);
        speaker.noun_phrase(1, false);
        let mut words = speaker.words;
        words.truncate(6);
        while words.len() > 1 && words.last().is_some_and(|word| word.sort.class == Class::Function) {
            words.pop();
        }
        stamp(&mut words, commit);
        words
    }

    /// A phrase that may stand after a noun: within how many days.
    pub fn limit(&self, random: &mut Random, commit: usize) -> Vec<Word> {
        let mut speaker = Speaker::new(self.lexicon, random);
        speaker.limit();
        let mut words = speaker.words;
        stamp(&mut words, commit);
        words
    }

    /// A text as it stands, whose words are not replaced.
    pub fn fixed(text: &str, commit: usize) -> Vec<Word> {
        let mut words: Vec<Word> = text.split(' ').map(|word| new(word, Sort::plain(Class::Function))).collect();
        stamp(&mut words, commit);
        words
    }

    /// An adjective for a noun.
    pub fn adjective(&self, random: &mut Random, noun: Sort, commit: usize) -> Word {
        let mut word = Speaker::new(self.lexicon, random).adjective(noun);
        word.commit = commit;
        word
    }

    /// Another word that can take the place of this one.
    pub fn other(&self, random: &mut Random, word: &Word, commit: usize) -> Option<Word> {
        let sort = word.sort;
        let text = match sort.class {
            Class::Function => return None,
            Class::Number => random.within(2..=365).to_string(),
            Class::Adjective => self.adjective(random, sort, commit).text,
            Class::Verb => random.choose(&self.lexicon.verbs)?.to_owned(),
            Class::Content if self.vocabulary.len() >= VOCABULARY => random.choose(&self.vocabulary)?,
            Class::Noun | Class::Content => {
                let noun = random.choose(&self.lexicon.nouns[usize::from(sort.feminine)])?;
                if sort.plural { self.lexicon.plural(noun) } else { noun.to_owned() }
            }
        };
        let capital = word.text.starts_with(char::is_uppercase);
        let text = if capital { capitalized(&text) } else { text };
        (text.to_lowercase() != word.text.to_lowercase()).then(|| Word { text, commit, ..word.clone() })
    }
}

/// The word with a capital at its beginning.
pub fn capitalized(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}

fn new(text: &str, sort: Sort) -> Word {
    Word { text: text.to_owned(), sort, after: "", mark: Mark::None, commit: 0 }
}

fn stamp(words: &mut [Word], commit: usize) {
    for word in words {
        word.commit = commit;
    }
}

/// Draws something around a few words of one sentence in five.
fn mark(random: &mut Random, words: &mut [Word]) {
    if words.len() < 8 || !random.once_in(5) {
        return;
    }
    let mark = match random.below(5) {
        0 => Mark::Strong,
        1 => Mark::Brackets,
        2 | 3 => Mark::Link(random.within(1..=900)),
        _ => Mark::Emphasis,
    };
    let first = random.within(2..=words.len() - 4);
    let length = random.within(1..=3);
    for word in &mut words[first..first + length] {
        word.mark = mark;
    }
}

/// A sentence of a given text, if it is one of plain words.
fn plain(lexicon: &Lexicon, sentence: &str) -> Option<Vec<Word>> {
    let mut words = Vec::new();
    for piece in sentence.split_whitespace() {
        let bare = piece.trim_matches(|char: char| !char.is_alphanumeric());
        let digits = !bare.is_empty() && bare.chars().all(|char| char.is_ascii_digit());
        if !digits && (bare.is_empty() || !bare.chars().all(char::is_alphabetic)) {
            return None;
        }
        let class = match bare {
            _ if digits => Class::Number,
            _ if lexicon.is_function(bare) => Class::Function,
            _ => Class::Content,
        };
        let after = if piece.ends_with(',') { "," } else { "" };
        words.push(Word { after, ..new(bare, Sort::plain(class)) });
    }
    let first = words.first_mut().filter(|first| first.sort.class != Class::Number)?;
    first.text = capitalized(&first.text);
    let last = words.last_mut()?;
    last.after = "";
    (WORDS.contains(&words.len())).then_some(words)
}

/// Puts words together.
struct Speaker<'r> {
    lexicon: &'static Lexicon,
    random: &'r mut Random,
    words: Vec<Word>,
}

impl<'r> Speaker<'r> {
    fn new(lexicon: &'static Lexicon, random: &'r mut Random) -> Self {
        Self { lexicon, random, words: Vec::new() }
    }

    fn sentence(mut self) -> Vec<Word> {
        let wanted = self.random.within(*WORDS.start()..=24);
        if wanted > 12 && self.random.once_in(4) {
            self.say(&self.lexicon.openings);
            self.comma();
        }
        self.clause();
        while self.words.len() < wanted {
            match self.random.below(6) {
                0 => self.limit(),
                1 if wanted > self.words.len() + 6 => {
                    self.comma();
                    self.say(&self.lexicon.conjunctions);
                    self.clause();
                }
                2 => {
                    self.push(self.lexicon.and, Class::Function);
                    self.noun_phrase(0, false);
                }
                _ => {
                    self.say(&self.lexicon.prepositions);
                    self.noun_phrase(1, false);
                }
            }
        }
        if self.words.len() > *WORDS.end() {
            self.words.truncate(*WORDS.end());
            while self.words.last().is_some_and(|word| word.sort.class == Class::Function) {
                self.words.pop();
            }
        }
        if let Some(last) = self.words.last_mut() {
            last.after = "";
        }
        if let Some(first) = self.words.first_mut() {
            first.text = capitalized(&first.text);
        }
        self.words
    }

    fn clause(&mut self) {
        let many = self.noun_phrase(1, true);
        self.say(&self.lexicon.modals);
        if let Some(modal) = self.words.last_mut().filter(|_| many && self.lexicon.spanish) {
            modal.text.push('n');
        }
        let verb = self.pick(&self.lexicon.verbs);
        self.push(verb, Class::Verb);
        self.noun_phrase(1, true);
    }

    /// A noun with its determiner, often an adjective, and sometimes another noun that it is of; tells whether it is
    /// in the plural.
    fn noun_phrase(&mut self, depth: usize, definite: bool) -> bool {
        let (feminine, plural) = (self.random.once_in(2), self.random.below(5) < 2);
        let sort = |class| Sort { class, feminine, plural };
        if definite || !self.random.once_in(3) {
            let after_of = self.words.last().is_some_and(|last| last.text == "de");
            let determiner = self.pick(&self.lexicon.determiners[usize::from(feminine) + 2 * usize::from(plural)]);
            if after_of && determiner == "el" {
                self.words.pop();
                self.push("del", Class::Function);
            } else {
                self.phrase(determiner);
            }
        }
        let described = self.random.below(5) < 2;
        let noun = self.pick(&self.lexicon.nouns[usize::from(feminine)]);
        let noun = if plural { self.lexicon.plural(noun) } else { noun.to_owned() };
        if described && !self.lexicon.spanish {
            let adjective = self.adjective(sort(Class::Noun));
            self.words.push(adjective);
        }
        self.words.push(new(&noun, sort(Class::Noun)));
        if described && self.lexicon.spanish {
            let adjective = self.adjective(sort(Class::Noun));
            self.words.push(adjective);
        }
        if depth > 0 && self.random.below(5) < 2 {
            self.push(self.lexicon.of, Class::Function);
            self.noun_phrase(depth - 1, true);
        }
        plural
    }

    fn adjective(&mut self, noun: Sort) -> Word {
        let adjective = self.pick(&self.lexicon.adjectives);
        let text = self.lexicon.inflected(adjective, noun.feminine, noun.plural);
        new(&text, Sort { class: Class::Adjective, ..noun })
    }

    fn limit(&mut self) {
        for word in self.pick(&self.lexicon.limits).split(' ') {
            match word {
                "#" => {
                    let number = self.random.within(2..=31).to_string();
                    self.push(&number, Class::Number);
                }
                "@" => {
                    let month = self.pick(&self.lexicon.months);
                    self.push(month, Class::Function);
                }
                word => self.push(word, Class::Function),
            }
        }
    }

    fn comma(&mut self) {
        if let Some(last) = self.words.last_mut() {
            last.after = ",";
        }
    }

    fn say(&mut self, phrases: &[&'static str]) {
        let phrase = self.pick(phrases);
        self.phrase(phrase);
    }

    fn phrase(&mut self, phrase: &str) {
        for word in phrase.split(' ') {
            self.push(word, Class::Function);
        }
    }

    fn push(&mut self, word: &str, class: Class) {
        self.words.push(new(word, Sort::plain(class)));
    }

    fn pick(&mut self, from: &[&'static str]) -> &'static str {
        self.random.choose(from).unwrap_or_default()
    }
}

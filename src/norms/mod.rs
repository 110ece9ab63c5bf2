//! Finds the norms of a text: the sentences that oblige, forbid, recommend or permit.
//!
//! 1. `trigger` looks for the few letters without which a passage holds no norm; most passages end here;
//! 2. `words` cuts a sentence that has some into words, folded, each with the punctuation before it;
//! 3. `spanish` and `english` recognise the modal expressions with their negation, content verb and voice, and know the
//!    false friends;
//! 4. `subject` finds who is meant: the noun phrase before the verb, the one after «corresponde a», the one after `by`;
//! 5. `deadline` finds by when;
//! 6. `introduction` carries the agent and the strength of «La Unidad deberá:» over to the clauses and items after it.
//!
//! A modal expression counts where it is the predicate of a main clause, of a clause coordinated with it, or of a relative
//! clause after a comma («…, quien deberá levantar el acta»). In a relative clause without a comma («los datos que deberá
//! publicar»), a condition, a question, a recital («Que, …») or the report of another text («la ley establece que…») it
//! describes and does not oblige, and is left out, also where it is the only one of its sentence.

mod deadline;
mod english;
mod introduction;
mod keyword;
mod modal;
mod norm;
mod spanish;
mod subject;
mod trigger;
mod vocabulary;
mod words;

use crate::model::{InlineKind, Language, Passage, Setting, sentences};
use introduction::Introductions;
use modal::{Admission, Modal, Voice};
use std::ops::Range;
use subject::{Nature, Subjects};
use vocabulary::Tongue;
use words::Words;

pub use keyword::{Keywords, declares_keywords};
pub use norm::{Agent, Deadline, Norm, Strength, Subject, Unit};

/// Reads the passages of one document in order; an introduction is remembered for the clauses and items after it.
#[derive(Debug)]
pub struct Reader {
    /// The document's language; without one, that of each passage.
    language: Option<Language>,
    keywords: Keywords,
    introductions: Introductions,
    doubtful: Vec<Range<usize>>,
    words: Words,
    modals: Vec<Modal>,
    triggers: Vec<usize>,
    places: Vec<usize>,
}

impl Reader {
    /// A reader of a document in this language; without one, each passage is read as the Spanish or English that it seems
    /// to be. Documents in other languages hold no norms that it knows.
    #[must_use]
    pub fn new(language: Option<&Language>, keywords: Keywords) -> Self {
        Self {
            language: language.cloned(),
            keywords,
            introductions: Introductions::default(),
            doubtful: Vec::new(),
            words: Words::default(),
            modals: Vec::new(),
            triggers: Vec::new(),
            places: Vec::new(),
        }
    }

    /// The norms of the next passage, in the order of the text. Headings, terms, quotations and cells that hold no whole
    /// sentence have none.
    pub fn read(&mut self, passage: &Passage<'_>) -> Vec<Norm> {
        self.doubtful.clear();
        self.introductions.meet(passage);
        let text = passage.text.as_str();
        if !is_readable(passage) {
            return Vec::new();
        }
        let Some(tongue) = Tongue::of(self.language.as_ref(), text) else { return Vec::new() };
        let mut triggers = std::mem::take(&mut self.triggers);
        trigger::find(text, tongue, self.keywords, &mut triggers);
        let introducing = text.trim_end().ends_with(':');
        let mut norms = Vec::new();
        if !triggers.is_empty() || introducing || self.introductions.current().is_some() {
            self.read_sentences(passage, tongue, &triggers, &mut norms);
        }
        self.triggers = triggers;
        norms
    }

    /// The places in the passage last read where `deber de` stands, which says that something is probable and is often
    /// written for `deber`: no norm, but a fault.
    #[must_use]
    pub fn doubtful(&self) -> &[Range<usize>] {
        &self.doubtful
    }

    fn read_sentences(&mut self, passage: &Passage<'_>, tongue: Tongue, triggers: &[usize], norms: &mut Vec<Norm>) {
        let text = passage.text.as_str();
        let end = text.trim_end().len();
        let colon = text[..end].ends_with(':');
        let mut triggers = triggers.iter().copied().peekable();
        let mut inherits = self.introductions.current().is_some();
        for sentence in sentences(text, self.language.as_ref()) {
            let introducing = colon && sentence.end == end;
            let triggered = triggers.peek().is_some_and(|trigger| *trigger < sentence.end);
            if triggered || inherits || introducing {
                self.words.read(text, sentence.clone());
                self.places.clear();
                while let Some(trigger) = triggers.next_if(|trigger| *trigger < sentence.end) {
                    self.places.extend(self.words.at(trigger).filter(|place| self.places.last() != Some(place)));
                }
                let reading = Reading { passage, tongue, sentence, introducing };
                if inherits {
                    self.inherit(&reading, norms);
                }
                if triggered {
                    self.read_sentence(&reading, norms);
                }
                if introducing {
                    self.introduce(&reading, norms);
                }
            }
            inherits = false;
            if triggers.peek().is_none() && !colon {
                break;
            }
        }
    }

    /// The norms that a sentence has by its own modal expressions.
    fn read_sentence(&mut self, reading: &Reading<'_, '_>, norms: &mut Vec<Norm>) {
        let text = reading.passage.text.as_str();
        if text[reading.sentence.clone()].ends_with('?') {
            return;
        }
        let mut modals = std::mem::take(&mut self.modals);
        modals.clear();
        let scan = modal::Scan { words: &self.words, places: &self.places, capitals: self.keywords == Keywords::Bcp14 };
        match reading.tongue {
            Tongue::Spanish => spanish::modals(scan, &mut modals, &mut self.doubtful),
            Tongue::English => english::modals(scan, &mut modals),
        }
        let mut subjects = Subjects::new(&self.words, reading.tongue);
        let mut kept: Vec<(usize, Norm)> = Vec::new();
        for modal in &modals {
            let found = subjects.of(modal);
            if let Some(norm) = self.norm(reading, modal, &found) {
                kept.push((modal.tokens.start, norm));
            }
        }
        for place in 0..kept.len() {
            let from = if place == 0 { 0 } else { kept[place].0 };
            let to = kept.get(place + 1).map_or(self.words.len(), |(start, _)| *start);
            kept[place].1.deadline = deadline::find(&self.words, reading.tongue, from..to);
        }
        norms.extend(kept.into_iter().map(|(_, norm)| norm));
        self.modals = modals;
    }

    /// The norm of one modal expression, if it is one with this subject.
    fn norm(&self, reading: &Reading<'_, '_>, modal: &Modal, found: &subject::Found) -> Option<Norm> {
        let carried = self.introductions.current().and_then(|introduction| introduction.agent.as_ref());
        let named = found.tokens.clone().map(|tokens| self.agent(reading, tokens));
        let elided = found.nature == Nature::Absent && modal.voice == Voice::Active;
        let agent = match found.nature {
            Nature::Actor | Nature::Unknown => named,
            Nature::Absent if elided => carried.map(|agent| Agent { range: None, ..agent.clone() }),
            Nature::Thing | Nature::Absent => None,
        };
        let actor = found.nature == Nature::Actor || elided && agent.is_some();
        let admitted = self.keywords == Keywords::Bcp14
            || match modal.admission {
                Admission::Any => true,
                Admission::NoThing => found.nature != Nature::Thing,
                Admission::Actors => actor,
                Admission::Named => actor || found.nature == Nature::Unknown,
            };
        let lifted = modal.lifted && found.negates;
        // A modal that ends its sentence without a colon is a scrap.
        let scrap = modal.introduces && modal.end >= self.words.len() && !reading.introducing;
        if !admitted || lifted || scrap || is_mentioned(reading.passage, &self.words.range(modal.tokens.clone())) {
            return None;
        }
        let subject = match (&agent, found.nature, modal.voice) {
            (Some(_), ..) => Subject::Agent,
            (None, _, Voice::Passive | Voice::Reflexive) => Subject::Passive,
            (None, Nature::Thing, _) => Subject::Thing,
            // What is said to be or hold something is mostly a thing: `There must be a way…`
            _ if modal.stative => Subject::Thing,
            _ => Subject::Elided,
        };
        let strength = if found.negates { modal.strength.negated() } else { modal.strength };
        Some(Norm {
            strength,
            modal: self.words.range(modal.tokens.clone()),
            sentence: reading.sentence.clone(),
            agent,
            subject,
            deadline: None,
            span: reading.passage.text.span(reading.sentence.clone()),
            inherited: false,
            introduces: modal.introduces && reading.introducing,
        })
    }

    fn agent(&self, reading: &Reading<'_, '_>, tokens: Range<usize>) -> Agent {
        let range = self.words.range(tokens);
        let text = &reading.passage.text;
        Agent { text: text.as_str()[range.clone()].to_owned(), span: text.span(range.clone()), range: Some(range) }
    }

    /// The norm of a clause or item that continues an introduction, beginning with the verb.
    fn inherit(&mut self, reading: &Reading<'_, '_>, norms: &mut Vec<Norm>) {
        let Some(introduction) = self.introductions.current() else { return };
        let Some(strength) = introduction.strength else { return };
        let Some(verb) = introduction::verb_of_item(&self.words, reading.tongue) else { return };
        let agent = introduction.agent.as_ref().map(|agent| Agent { range: None, ..agent.clone() });
        norms.push(Norm {
            strength,
            modal: self.words.range(verb..verb + 1),
            sentence: reading.sentence.clone(),
            subject: if agent.is_some() { Subject::Agent } else { introduction.subject },
            agent,
            deadline: deadline::find(&self.words, reading.tongue, 0..self.words.len()),
            span: reading.passage.text.span(reading.sentence.clone()),
            inherited: true,
            introduces: false,
        });
    }

    /// Remembers a sentence that ends with a colon for what follows it.
    fn introduce(&mut self, reading: &Reading<'_, '_>, norms: &[Norm]) {
        let own = norms.iter().rev().find(|norm| norm.sentence == reading.sentence && !norm.inherited);
        if let Some(norm) = own {
            if norm.introduces {
                let agent = norm.agent.clone();
                self.introductions.push(reading.passage, Some(norm.strength), agent, norm.subject);
            }
        } else if let Some(tokens) = subject::alone(&self.words, reading.tongue) {
            let agent = self.agent(reading, tokens);
            self.introductions.push(reading.passage, None, Some(agent), Subject::Agent);
        }
    }
}

/// One sentence while it is read.
struct Reading<'a, 'passage> {
    passage: &'a Passage<'passage>,
    tongue: Tongue,
    sentence: Range<usize>,
    /// Whether the passage ends with it and a colon.
    introducing: bool,
}

/// Whether a modal expression is spoken of and not used: it stands in code or alone in quotation marks.
fn is_mentioned(passage: &Passage<'_>, modal: &Range<usize>) -> bool {
    let text = passage.text.as_str();
    let marks = ['"', '«', '»', '“', '”', '‘', '’'];
    if text[..modal.start].ends_with(marks) && text[modal.end..].starts_with(marks) {
        return true;
    }
    let place = passage.text.span(modal.clone()).range().start;
    let mut inlines = passage.inlines;
    // Inlines stand in order and nest at most as deep as the parser lets them.
    while let Some(inline) = inlines[..inlines.partition_point(|inline| inline.span.range().start <= place)].last() {
        if matches!(inline.kind, InlineKind::Code(_)) && place < inline.span.range().end {
            return true;
        }
        inlines = inline.children();
    }
    false
}

/// Whether a passage can hold norms of its own.
fn is_readable(passage: &Passage<'_>) -> bool {
    !passage.quoted
        && match passage.setting {
            Setting::Paragraph => true,
            Setting::Cell { head, .. } => !head && passage.text.as_str().trim_end().ends_with('.'),
            Setting::Heading | Setting::Term => false,
        }
}

#[cfg(test)]
mod tests;

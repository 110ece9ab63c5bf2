//! What an introduction carries over to the clauses and items after it.
//!
//! «La Unidad Responsable deberá:» speaks for the fractions below it and for the list after it, until a paragraph stands
//! outside them or a heading ends the section. Introductions nest as clauses and lists do.

use super::vocabulary::{Tongue, english, spanish};
use super::words::Words;
use super::{Agent, Strength, Subject};
use crate::model::{ClauseKind, Passage, Setting};

/// The introductions that hold at the present passage, the outermost first.
#[derive(Debug, Default)]
pub(super) struct Introductions {
    open: Vec<Introduction>,
}

/// A sentence that ends with a colon and says of the items after it who has to do them, how strictly, or both.
#[derive(Debug)]
pub(super) struct Introduction {
    /// How many lists it stands in.
    list_depth: usize,
    /// The clause that it opens.
    kind: Option<ClauseKind>,
    /// The strength of items that begin with their verb.
    pub(super) strength: Option<Strength>,
    pub(super) agent: Option<Agent>,
    pub(super) subject: Subject,
}

impl Introductions {
    /// Closes the introductions that do not reach a passage.
    pub(super) fn meet(&mut self, passage: &Passage<'_>) {
        if passage.setting == Setting::Heading {
            self.open.clear();
        }
        if passage.setting == Setting::Paragraph {
            while self.open.last().is_some_and(|introduction| !introduction.reaches(passage)) {
                self.open.pop();
            }
        }
    }

    /// The innermost introduction that holds.
    pub(super) fn current(&self) -> Option<&Introduction> {
        self.open.last()
    }

    /// Opens an introduction that stands in a passage.
    pub(super) fn push(
        &mut self,
        passage: &Passage<'_>,
        strength: Option<Strength>,
        agent: Option<Agent>,
        subject: Subject,
    ) {
        let kind = passage.designator.map(|designator| designator.kind);
        self.open.push(Introduction { list_depth: passage.list_depth, kind, strength, agent, subject });
    }
}

impl Introduction {
    fn reaches(&self, passage: &Passage<'_>) -> bool {
        let narrower = match (passage.designator.map(|designator| designator.kind), self.kind) {
            (Some(kind), Some(own)) => kind > own,
            (Some(kind), None) => kind > ClauseKind::Article,
            (None, _) => false,
        };
        passage.list_depth > self.list_depth || passage.list_depth == self.list_depth && narrower
    }
}

/// The verb that an item begins with: in Spanish an infinitive, in English any word that begins no noun phrase.
pub(super) fn verb_of_item(words: &Words, tongue: Tongue) -> Option<usize> {
    let start = words.content_start();
    match tongue {
        Tongue::Spanish => {
            let verb = start + usize::from(words.word(start) == "no");
            spanish::is_infinitive(words.word(verb)).then_some(verb)
        }
        Tongue::English => {
            let verb = start + usize::from(matches!(words.word(start), "not" | "to" | "promptly"));
            english::can_be_base_verb(words.word(verb)).then_some(verb)
        }
    }
}

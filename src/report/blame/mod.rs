//! A section with its words by person and commit, told to people (`text`, `html`) and to programs (`json`).
//!
//! Each run of words begins with a number that leads to its commit, so that nothing is told by colour alone. No address is
//! ever told.

mod html;
mod json;
mod text;

use super::Voice;
use super::error::one_line;
use super::tally::{Tallied, name, percent};
use crate::blame::{Blame, Origin, Place};
use crate::messages::Catalogue;
use crate::model::Message;
use crate::policy::Policy;
use crate::tally::{Dimension, Key, Tally};
use std::io::{self, Write};

/// A section and who wrote it.
#[derive(Clone, Copy)]
pub struct Blamed<'a> {
    /// The policy.
    pub policy: &'a Policy,
    /// The tally of the document.
    pub tally: &'a Tally,
    /// The section.
    pub place: &'a Place,
    /// Its words.
    pub blame: &'a Blame,
    /// The commit in which it stands so, by its id.
    pub commit: &'a str,
}

/// A form in which a section with its words by person is written.
pub struct BlameFormat {
    /// Its name on the command line.
    pub name: &'static str,
    /// Id of the message that says what it is for.
    pub label: &'static str,
    /// Writes it.
    pub write: fn(Blamed<'_>, Voice<'_>, &mut dyn Write) -> io::Result<()>,
}

/// Every form, the usual one first.
pub const BLAME_FORMATS: &[BlameFormat] = &[
    BlameFormat { name: "text", label: "error-format-text", write: text::write },
    BlameFormat { name: "html", label: "edition-format-html", write: html::write },
    BlameFormat { name: "json", label: "error-format-json", write: json::write },
];

impl<'a> Blamed<'a> {
    /// The same as a tally by person.
    const fn tallied(self) -> Tallied<'a> {
        Tallied { policy: self.policy, tally: self.tally, by: Dimension::Person }
    }

    /// What an owner of words is called; a program is named as one.
    fn owner(self, key: &Key, words: &Catalogue) -> String {
        let name = name(key, self.tallied(), Some(words));
        if self.tally.is_program(key) {
            return words.text(&Message::new("tally-program").with("name", name));
        }
        name
    }

    /// Who the words of an origin are owed to, in words.
    fn owners(self, origin: Origin, words: &Catalogue) -> String {
        let owners = origin.owners(self.tally);
        owners.iter().map(|owner| self.owner(owner, words)).collect::<Vec<_>>().join(", ")
    }

    /// Its owners with their shares of the words: name and percentage.
    fn shares(self, words: &Catalogue) -> Vec<(String, String)> {
        let told = |(key, share): &(Key, _)| (self.owner(key, words), percent(*share, self.blame.words, words));
        self.blame.owners.iter().map(told).collect()
    }

    /// What the section is called: its title, or its anchor where that is empty.
    fn title(self) -> String {
        let title = one_line(&self.place.title);
        if title.is_empty() { one_line(&self.place.anchor) } else { title }
    }

    /// How many words and commits there are, in words.
    fn counted(self, words: &Catalogue) -> String {
        let revisions = Message::new("blame-revisions").with("count", self.blame.origins.len());
        words.text(
            &Message::new("blame-summary").with("words", self.blame.words).with("revisions", words.text(&revisions)),
        )
    }
}

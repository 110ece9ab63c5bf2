//! A register of norms, told to people (`text`, `markdown`) and to programs (`json`; `csv` has its own place).
//!
//! People read it document by document and section by section, each norm with the word for its strength, who is meant, by
//! when and where it stands; a sentence counts the norms of each strength.

mod json;
mod markdown;
mod text;

pub(super) use json::write as json;
pub(super) use markdown::write as markdown;
pub(super) use text::write as text;

use super::Registered;
use super::credits::Line;
use super::error::one_line;
use crate::messages::Catalogue;
use crate::model::Message;
use crate::norms::{Strength, Subject};
use crate::register::{Entry, RegisteredDocument, SectionName};

/// How a strength is told.
struct Told {
    strength: Strength,
    /// Id of its word.
    word: &'static str,
    /// Id of the message that counts its norms.
    count: &'static str,
}

/// The strengths in the order in which they are counted.
const STRENGTHS: [Told; 6] = [
    Told { strength: Strength::Must, word: "norms-must", count: "norms-count-must" },
    Told { strength: Strength::MustNot, word: "norms-must-not", count: "norms-count-must-not" },
    Told { strength: Strength::Should, word: "norms-should", count: "norms-count-should" },
    Told { strength: Strength::ShouldNot, word: "norms-should-not", count: "norms-count-should-not" },
    Told { strength: Strength::May, word: "norms-may", count: "norms-count-may" },
    Told { strength: Strength::Strive, word: "norms-strive", count: "norms-count-strive" },
];

/// The word for a strength, in capitals.
fn strength_word(strength: Strength, words: &Catalogue) -> String {
    let told = STRENGTHS.iter().find(|told| told.strength == strength);
    told.map_or_else(String::new, |told| words.word(told.word))
}

/// The norms of a document, section by section in the order of the text.
fn by_section(document: &RegisteredDocument) -> impl Iterator<Item = (Option<&SectionName>, &[Entry])> {
    let groups = document.entries.chunk_by(|one, next| one.section == next.section);
    groups.map(|entries| (entries.first().and_then(|entry| entry.section.as_deref()), entries))
}

/// Which verb a norm of several in one sentence has, who it is for and by when it has to be met, as far as that is to be
/// told: of a requirement on a thing nobody asks for whom it is.
fn facts(entry: &Entry, is_one_of_several: bool, words: &Catalogue) -> Vec<String> {
    let modal = is_one_of_several.then(|| Message::new("norms-modal").with("modal", one_line(&entry.modal)));
    let who = match (&entry.agent, entry.subject) {
        (Some(agent), _) => Some(Message::new("norms-who").with("agent", one_line(agent))),
        (None, Subject::Thing) => None,
        (None, _) => Some(Message::new("norms-nobody")),
    };
    let deadline = entry.deadline.as_ref();
    let when = deadline.map(|deadline| Message::new("norms-when").with("deadline", one_line(&deadline.text)));
    modal.iter().chain(&who).chain(&when).map(|message| words.text(message)).collect()
}

/// The last commit that changed the words of a norm, by the places of its document and of the norm there; nothing where that
/// is not to be told.
fn last_change(registered: Registered<'_>, document: usize, norm: usize, words: &Catalogue) -> Option<Line> {
    let made = registered.touched?;
    made.lines(made.makers.get(document)?.get(norm)?, words).pop()
}

/// Entries, each with whether its sentence holds another norm.
fn with_others(entries: &[Entry]) -> impl Iterator<Item = (&Entry, bool)> {
    entries.iter().enumerate().map(|(place, entry)| {
        let beside = [place.checked_sub(1), Some(place + 1)];
        let shares = |other: &Entry| other.span == entry.span;
        (entry, beside.into_iter().flatten().filter_map(|place| entries.get(place)).any(shares))
    })
}

/// The clause or else the section that a norm is cited by, if it has either.
fn address(entry: &Entry) -> Option<String> {
    let anchor = entry.section.as_ref().map(|section| &section.anchor);
    entry.clause.as_ref().or(anchor).map(|anchor| format!("#{}", one_line(anchor)))
}

/// How many norms of which strength in how many documents.
fn summary(registered: Registered<'_>, words: &Catalogue) -> String {
    let register = registered.register;
    let documents = Message::new("error-summary-documents").with("count", register.documents.len());
    let count = register.entries().count();
    if count == 0 {
        return words.text(&Message::new("norms-summary-none").with("documents", documents));
    }
    let counted =
        STRENGTHS.iter().map(|told| (told.count, register.count(told.strength))).filter(|(_, count)| *count > 0);
    let counted: Vec<_> = counted.map(|(id, count)| words.text(&Message::new(id).with("count", count))).collect();
    let norms = Message::new("norms-count").with("count", count);
    let message = Message::new("norms-summary").with("norms", norms).with("documents", documents);
    words.text(&message.with("strengths", counted.join(", ")))
}

//! What stands behind the text of an edition, whatever its format: what the text obliges to, and which sections changed.
//!
//! Formats draw it; here is what of it they tell, and in which words.

use super::Changes;
use super::publication::Publication;
use crate::model::{Document, DocumentPath, Section};
use crate::norms::Strength;
use crate::register::Entry;

/// The strengths that a register of obligations tells, with their words.
const STRENGTHS: [(Strength, &str); 4] = [
    (Strength::Must, "norms-must"),
    (Strength::MustNot, "norms-must-not"),
    (Strength::Should, "norms-should"),
    (Strength::ShouldNot, "norms-should-not"),
];

/// Stands where nobody is named, or no time.
const NOTHING: &str = "—";

/// What the columns of a register are called.
pub(super) const REGISTER_HEADS: [&str; 4] =
    ["site-register-who", "site-register-what", "site-register-when", "site-register-where"];

/// What the columns of the credits are called.
pub(super) const CREDITS_HEADS: [&str; 3] = ["tally-column-person", "tally-column-words", "tally-column-share"];

/// The obligations of a document.
pub(super) struct Chapter<'p> {
    /// The document.
    pub(super) document: &'p Document<'p>,
    /// What it is called.
    pub(super) title: String,
    /// What it obliges to, in the order of the text; never nothing.
    pub(super) obligations: Vec<Obligation<'p>>,
}

/// An obligation as an edition tells it.
pub(super) struct Obligation<'p> {
    /// Who has to.
    pub(super) who: String,
    /// How strong it is.
    pub(super) strength: Strength,
    /// The word for that.
    pub(super) word: String,
    /// The whole sentence.
    pub(super) what: String,
    /// By when.
    pub(super) when: String,
    /// Where the text says it.
    pub(super) place: Place<'p>,
}

/// Where a document says something.
pub(super) struct Place<'p> {
    /// The section; none before the first heading.
    pub(super) section: Option<&'p Section<'p>>,
    /// The title of that section; before the first heading, the policy's.
    pub(super) title: String,
    /// The address of the clause inside its section, as people cite it: `III.b`.
    pub(super) clause: Option<String>,
}

/// What a publication obliges to, document by document; those that oblige to nothing are left out.
pub(super) fn chapters<'p>(publication: &'p Publication<'_>) -> Vec<Chapter<'p>> {
    let mut chapters = Vec::new();
    for registered in publication.register().documents {
        let Some(document) = publication.documents.iter().find(|document| document.path == registered.path) else {
            continue;
        };
        let told = registered.entries.into_iter().filter_map(|entry| obligation(publication, &registered.path, entry));
        let obligations: Vec<_> = told.collect();
        if !obligations.is_empty() {
            chapters.push(Chapter { document, title: registered.title, obligations });
        }
    }
    chapters
}

fn obligation<'p>(publication: &'p Publication<'_>, path: &DocumentPath, entry: Entry) -> Option<Obligation<'p>> {
    let word = STRENGTHS.iter().find(|(own, _)| *own == entry.strength).map(|(_, word)| *word)?;
    let place = place(publication, path, &entry);
    Some(Obligation {
        who: entry.agent.map_or_else(|| NOTHING.to_owned(), |agent| capitalised(&agent)),
        strength: entry.strength,
        word: publication.words.word(word),
        what: entry.text.to_string(),
        when: entry.deadline.map_or_else(|| NOTHING.to_owned(), |limit| limit.text),
        place,
    })
}

/// A name as it begins a line, whatever stood before it in its sentence.
fn capitalised(name: &str) -> String {
    let mut rest = name.chars();
    rest.next().map_or_else(String::new, |first| first.to_uppercase().chain(rest.as_str().chars()).collect())
}

fn place<'p>(publication: &'p Publication<'_>, path: &DocumentPath, entry: &Entry) -> Place<'p> {
    let named = entry.section.as_ref();
    let clause = entry.clause.as_deref().zip(named);
    let clause = clause.and_then(|(clause, section)| clause.strip_prefix(section.anchor.as_str())?.strip_prefix('.'));
    Place {
        section: publication.section_at(path, entry.span.start).map(|(_, section)| section),
        title: named.map_or_else(|| publication.title.clone(), |section| section.title.clone()),
        clause: clause.map(str::to_owned),
    }
}

/// What changed since the last release; nothing where nothing did, or there was none.
pub(super) fn changes<'p>(publication: &Publication<'p>) -> Option<&'p Changes> {
    publication.changes().filter(|changes| !changes.story.changes.is_empty())
}

/// The edition's anchor of the section that a change stands in.
pub(super) fn changed_section<'p>(
    publication: &'p Publication<'_>,
    changes: &Changes,
    change: usize,
) -> Option<&'p str> {
    let change = changes.comparison.changes.get(change)?;
    let at = change.new.as_ref().map(|place| (&place.path, place.span.start));
    let (path, offset) = at.or_else(|| change.gap.as_ref().map(|(path, offset)| (path, *offset)))?;
    publication.anchor_at(path, offset)
}

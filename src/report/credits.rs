//! Commits and the people that they are owed to, as all reports tell them: never with an address.

use super::error::one_line;
use super::markdown::{code, escaped};
use super::tally::{day, short};
use crate::messages::Catalogue;
use crate::model::Message;
use crate::provenance::Makers;
use crate::tally::{CreditedCommit, Credits, Person, PersonKind};
use serde::Serialize;

/// What of a report was made by which commits, in its order, and whom these are owed to.
pub struct Made<'a, Each> {
    /// Whom the commits of the history are owed to.
    pub credits: &'a Credits,
    /// The commits, for each thing that is told.
    pub makers: &'a [Each],
}

impl<Each> Clone for Made<'_, Each> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<Each> Copy for Made<'_, Each> {}

impl<Each> Made<'_, Each> {
    /// Each commit of some makers on a line of its own, and what is not known of them.
    pub(super) fn lines(self, makers: &Makers, words: &Catalogue) -> Vec<Line> {
        let mut lines: Vec<Line> = makers.commits.iter().map(|place| line(self.credits, *place, words)).collect();
        if makers.is_uncommitted {
            lines.push(Line::of(words.word("made-uncommitted")));
        }
        if lines.is_empty() {
            lines.push(Line::of(words.word("made-unknown")));
        }
        lines
    }

    /// The commits of some makers for other programs.
    pub(super) fn output(self, makers: &Makers, words: &Catalogue) -> Vec<CommitOutput> {
        let Credits { people, commits } = self.credits;
        let commits = makers.commits.iter().filter_map(|place| commits.get(*place));
        let output = |commit: &CreditedCommit| CommitOutput {
            revision: commit.id.clone(),
            date: Some(day(commit.seconds)).filter(|day| !day.is_empty()),
            people: commit.people.iter().filter_map(|person| Some(name(people.all().get(*person)?, words))).collect(),
            is_cut: commit.is_cut,
        };
        commits.map(output).collect()
    }
}

/// A commit for other programs.
#[derive(Serialize)]
pub(super) struct CommitOutput {
    pub(super) revision: String,
    pub(super) date: Option<String>,
    pub(super) people: Vec<String>,
    is_cut: bool,
}

/// A commit and whom it is owed to, in words.
pub(super) struct Line {
    /// The first digits of its id; nothing where it is not known.
    revision: Option<String>,
    rest: String,
}

impl Line {
    fn of(rest: String) -> Self {
        Self { revision: None, rest }
    }

    /// As text: `8f04640a1b2c · 2026-03-01 · Ana Ruiz, Luz`.
    pub(super) fn text(&self) -> String {
        self.revision.as_ref().map_or_else(|| self.rest.clone(), |revision| format!("{revision} · {}", self.rest))
    }

    /// As Markdown, in which names make no markup and call nobody.
    pub(super) fn markdown(&self) -> String {
        let rest = escaped(&self.rest);
        self.revision.as_ref().map_or_else(|| rest.clone(), |revision| format!("{} · {rest}", code(revision)))
    }
}

fn line(credits: &Credits, place: usize, words: &Catalogue) -> Line {
    let Some(commit) = credits.commits.get(place) else { return Line::of(words.word("made-unknown")) };
    if commit.is_cut {
        return Line::of(words.word("tally-before"));
    }
    let people = commit.people.iter().filter_map(|person| credits.people.all().get(*person)).map(|person| {
        let name = name(person, words);
        match person.kind {
            PersonKind::Person => name,
            PersonKind::Program => words.text(&Message::new("tally-program").with("name", name)),
        }
    });
    let parts = [day(commit.seconds), people.collect::<Vec<_>>().join(", ")];
    let rest = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
    Line { revision: Some(short(&commit.id).to_owned()), rest }
}

/// What somebody is called.
fn name(person: &Person, words: &Catalogue) -> String {
    match person.name.as_str() {
        _ if person.is_unnamed => words.word("tally-unnamed"),
        "" => words.word("tally-nameless"),
        name => one_line(name),
    }
}

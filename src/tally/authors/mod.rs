//! Files that name the authors of a policy: `AUTHORS.md` and the like, `.all-contributorsrc` and `CITATION.cff`.
//!
//! 1. The form of a file tells how names are read from it;
//! 2. [`deviations`] compares them with the people who have a part in the text: who is missing, who is spelt otherwise, who is
//!    no longer needed;
//! 3. [`AuthorsFile::written`] puts in who is missing. In Markdown what stands between two marks is written anew; in the other
//!    forms nothing that is there is changed.

mod all_contributors;
mod citation;
mod markdown;
mod name;
#[cfg(test)]
mod tests;

use super::{People, Person, PersonKind};
use crate::error::{Error, Result};
use crate::model::{Message, folded, nearest};
use name::clean;
use std::collections::BTreeSet;

/// A name that a file has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListedName {
    /// The name.
    pub name: String,
    /// The login on a forge, where the file tells it.
    pub login: Option<String>,
    /// The line on which it stands, the first of the file being 1.
    pub line: u32,
}

/// In what a file of authors differs from who has a part in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Deviation {
    /// Somebody is missing.
    Missing(String),
    /// A name is spelt otherwise than it should.
    Misspelt {
        /// As it stands in the file.
        listed: ListedName,
        /// As it should.
        name: String,
    },
    /// Nobody of this name has a part in the text.
    Unneeded(ListedName),
}

/// A file that names authors.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AuthorsFile {
    /// Markdown: names stand in lists and tables, between the two marks where there are any.
    Markdown,
    /// Plain text: a name on each line.
    Text,
    /// JSON in the form of all-contributors (<https://allcontributors.org>).
    AllContributors,
    /// YAML in the Citation File Format 1.2 (<https://citation-file-format.github.io>).
    Citation,
}

/// What a file of authors that is begun says first.
#[derive(Clone, Copy)]
pub struct Opening<'a> {
    /// The heading of a list of authors.
    pub heading: &'a str,
    /// The title of the policy.
    pub title: &'a str,
    /// How the policy is to be cited, as a sentence.
    pub citation: &'a str,
}

/// What a file of authors says of somebody.
pub(super) struct Entry<'a> {
    pub(super) person: &'a Person,
    /// Whether the person has a part in the words.
    pub(super) writes: bool,
}

impl AuthorsFile {
    /// The form of a file, by its name.
    #[must_use]
    pub fn of(name: &str) -> Self {
        let lower = name.to_lowercase();
        match lower.rsplit_once('.').map(|(_, ending)| ending) {
            Some("all-contributorsrc") => Self::AllContributors,
            Some("cff") => Self::Citation,
            Some("md" | "markdown") => Self::Markdown,
            _ => Self::Text,
        }
    }

    /// The names that a text has.
    ///
    /// # Errors
    /// If it is not in its form.
    pub fn names(self, text: &str) -> Result<Vec<ListedName>> {
        let (_, text) = parted(text);
        match self {
            Self::Markdown => Ok(markdown::names(text)),
            Self::Text => Ok(markdown::plain_names(text)),
            Self::AllContributors => all_contributors::names(text),
            Self::Citation => citation::names(text),
        }
    }

    /// A text with those that it lacks; an empty one is begun. `describe` tells what somebody did outside git.
    ///
    /// # Errors
    /// If it is not in its form, has no marks, or its form has no place for a list that is kept up.
    pub fn written(
        self,
        text: &str,
        authors: &Authors<'_>,
        describe: &dyn Fn(&Person) -> String,
        opening: Opening<'_>,
    ) -> Result<String> {
        let (mark, text) = parted(text);
        let new = match self {
            Self::Markdown => markdown::written(text, &authors.entries, describe, opening.heading),
            Self::Text => {
                let error = Error::usage(Message::new("tally-authors-form"));
                Err(error.hint(Message::new("tally-authors-form-hint")))
            }
            Self::AllContributors => all_contributors::written(text, &authors.missing(&self.names(text)?)),
            Self::Citation => citation::written(text, authors, opening),
        };
        Ok(format!("{mark}{}", new?))
    }

    /// Whether the list of authors can be put into such a file.
    #[must_use]
    pub const fn is_written(self) -> bool {
        !matches!(self, Self::Text)
    }
}

/// The byte order mark that a text may begin with, and the rest.
fn parted(text: &str) -> (&str, &str) {
    text.split_at(if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 })
}

/// Who has a part in a text, in the order of their names.
pub struct Authors<'a> {
    entries: Vec<Entry<'a>>,
    people: &'a People,
}

impl<'a> Authors<'a> {
    /// Those of some people who have words in the text, by their numbers, or did something for it outside git; without
    /// programs, and without those who are not to be named.
    #[must_use]
    pub fn new(people: &'a People, writers: &BTreeSet<usize>) -> Self {
        let entry = |(number, person)| Entry { person, writes: writers.contains(&number) };
        let mut entries: Vec<Entry<'_>> = people.all().iter().enumerate().map(entry).collect();
        entries.retain(|Entry { person, writes }| {
            let is_named = person.kind == PersonKind::Person && !clean(&person.name).is_empty();
            is_named && (*writes || !person.contributions.is_empty())
        });
        entries.sort_by_cached_key(|entry| (folded(&entry.person.name), entry.person.name.clone()));
        // Names that look the same are written once.
        let mut names = BTreeSet::new();
        entries.retain(|entry| names.insert(clean(&entry.person.name)));
        Self { entries, people }
    }

    /// What a list calls somebody, and the name of whom it means by that.
    fn called(&self, listed: &ListedName) -> [String; 2] {
        let meant = self.people.called(&listed.name).map_or_else(String::new, |person| clean(&person.name));
        [listed.name.clone(), meant]
    }

    fn missing(&self, listed: &[ListedName]) -> Vec<&Entry<'a>> {
        let names: BTreeSet<String> = listed.iter().flat_map(|listed| self.called(listed)).collect();
        let logins: BTreeSet<String> = listed.iter().filter_map(|listed| login(listed.login.as_deref())).collect();
        let is_listed = |person: &Person| {
            names.contains(&clean(&person.name))
                || login(person.login.as_deref()).is_some_and(|it| logins.contains(&it))
        };
        self.entries.iter().filter(|entry| !is_listed(entry.person)).collect()
    }
}

/// A login as it is compared.
fn login(told: Option<&str>) -> Option<String> {
    told.map(|login| clean(login).to_ascii_lowercase()).filter(|login| !login.is_empty())
}

/// In what a list differs from who has a part in the text, the names of the list first, in its order.
#[must_use]
pub fn deviations(listed: &[ListedName], authors: &Authors<'_>) -> Vec<Deviation> {
    let people = || authors.entries.iter().map(|entry| entry.person);
    let wanted: BTreeSet<String> = people().map(|person| clean(&person.name)).collect();
    let logins: BTreeSet<String> = people().filter_map(|person| login(person.login.as_deref())).collect();
    let is_wanted = |listed: &ListedName| {
        authors.called(listed).iter().any(|name| wanted.contains(name))
            || login(listed.login.as_deref()).is_some_and(|login| logins.contains(&login))
    };
    let mut missing: Vec<String> = authors.missing(listed).into_iter().map(|entry| clean(&entry.person.name)).collect();
    let mut deviations = Vec::new();
    for listed in listed.iter().filter(|listed| !is_wanted(listed)) {
        let same = missing.iter().position(|name| folded(name) == folded(&listed.name));
        let near = || nearest(&listed.name, missing.iter().zip(0..)).first().copied();
        deviations.push(match same.or_else(near) {
            Some(place) => Deviation::Misspelt { listed: listed.clone(), name: missing.remove(place) },
            None => Deviation::Unneeded(listed.clone()),
        });
    }
    deviations.extend(missing.into_iter().map(Deviation::Missing));
    deviations
}

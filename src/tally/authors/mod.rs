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

use super::{People, Person, PersonKind};
use crate::error::{Error, Result};
use crate::model::{Message, folded, nearest};
use std::collections::BTreeSet;

/// A name that a file has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListedName {
    /// The name.
    pub name: String,
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
        match self {
            Self::Markdown => Ok(markdown::names(text)),
            Self::Text => Ok(markdown::plain_names(text)),
            Self::AllContributors => all_contributors::names(text),
            Self::Citation => Ok(citation::names(text)),
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
        match self {
            Self::Markdown => markdown::written(text, &authors.entries, describe, opening.heading),
            Self::Text => {
                let error = Error::usage(Message::new("tally-authors-form"));
                Err(error.hint(Message::new("tally-authors-form-hint")))
            }
            Self::AllContributors => all_contributors::written(text, &authors.missing(&self.names(text)?)),
            Self::Citation => Ok(citation::written(text, &authors.missing(&self.names(text)?), opening)),
        }
    }
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
            let is_named = person.kind == PersonKind::Person && !person.name.is_empty();
            is_named && (*writes || !person.contributions.is_empty())
        });
        entries.sort_by_cached_key(|entry| (folded(&entry.person.name), entry.person.name.clone()));
        Self { entries, people }
    }

    /// The name by which the person is called whom a list calls so.
    fn called(&self, listed: &str) -> String {
        self.people.called(listed).map_or_else(|| listed.to_owned(), |person| person.name.clone())
    }

    fn missing(&self, listed: &[ListedName]) -> Vec<&Entry<'a>> {
        let listed: BTreeSet<String> = listed.iter().map(|listed| self.called(&listed.name)).collect();
        self.entries.iter().filter(|entry| !listed.contains(&entry.person.name)).collect()
    }
}

/// In what a list differs from who has a part in the text, the names of the list first, in its order.
#[must_use]
pub fn deviations(listed: &[ListedName], authors: &Authors<'_>) -> Vec<Deviation> {
    let wanted: BTreeSet<&str> = authors.entries.iter().map(|entry| entry.person.name.as_str()).collect();
    let mut missing: Vec<&str> = authors.missing(listed).iter().map(|entry| entry.person.name.as_str()).collect();
    let mut deviations = Vec::new();
    for listed in listed.iter().filter(|listed| !wanted.contains(authors.called(&listed.name).as_str())) {
        let same = missing.iter().find(|name| folded(name) == folded(&listed.name)).copied();
        let meant = same.or_else(|| nearest(&listed.name, missing.iter().map(|name| (*name, *name))).first().copied());
        deviations.push(match meant {
            Some(name) => {
                missing.retain(|other| *other != name);
                Deviation::Misspelt { listed: listed.clone(), name: name.to_owned() }
            }
            None => Deviation::Unneeded(listed.clone()),
        });
    }
    deviations.extend(missing.into_iter().map(|name| Deviation::Missing(name.to_owned())));
    deviations
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::manifest;
    use crate::repo::Mailmap;

    #[test]
    fn who_is_missing_misspelt_or_no_longer_needed() {
        let manifest = manifest(
            r#"
            [[people]]
            name = "Olivier Soto"
            contributions = ["review"]
            [[people]]
            name = "Ana Ruiz"
            names = ["aruiz"]
            contributions = ["meeting"]
            [[people]]
            name = "Eva Paz"
            contributions = ["design"]
            [[people]]
            name = "robot"
            program = true
            [[people]]
            name = "Luz"
            named = false
            contributions = ["design"]
            "#,
            "gaceta.toml",
        );
        let people = People::new(&manifest.unwrap(), Mailmap::parse(""));
        let authors = Authors::new(&people, &BTreeSet::new());
        let listed = AuthorsFile::Text.names("Oliver Soto\naruiz\nJuan Mar <j@a.mx>\n").unwrap();
        let told = deviations(&listed, &authors);
        let at = |line, name: &str| ListedName { name: name.to_owned(), line };
        assert_eq!(
            told,
            [
                Deviation::Misspelt { listed: at(1, "Oliver Soto"), name: "Olivier Soto".to_owned() },
                Deviation::Unneeded(at(3, "Juan Mar")),
                Deviation::Missing("Eva Paz".to_owned()),
            ]
        );
    }

    #[test]
    fn the_name_of_a_file_tells_its_form() {
        let forms = ["AUTHORS.md", "docs/CONTRIBUTORS", ".all-contributorsrc", "CITATION.cff"].map(AuthorsFile::of);
        let expected = [AuthorsFile::Markdown, AuthorsFile::Text, AuthorsFile::AllContributors, AuthorsFile::Citation];
        assert_eq!(forms, expected);
    }
}

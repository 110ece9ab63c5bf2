//! What the history tells of an edition: what changed since the last one, who wrote it, which editions there were.
//!
//! It is found by whoever asks for editions, from the repository that the policy lies in; an edition is whole without it.

use super::redline::Story;
use crate::diff::Comparison;
use crate::model::Language;

/// What the history tells, of each language where it differs.
#[derive(Default)]
pub struct Background {
    /// The commit that is published, 40 or 64 hexadecimal digits; none if it lies in no repository.
    pub commit: Option<String>,
    /// The commit up to which releases are told, in the same form.
    pub until: Option<String>,
    /// The releases, the newest first.
    pub releases: Vec<ReleasedVersion>,
    /// The name of the last release, if this edition is of an older revision.
    pub successor: Option<String>,
    /// What is told of one language.
    pub languages: Vec<(Language, LanguageBackground)>,
}

/// A release.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReleasedVersion {
    /// The name of its tag.
    pub name: String,
    /// When it was committed, `YYYY-MM-DD`, if that is known.
    pub date: Option<String>,
}

/// What the history tells of a language.
#[derive(Default)]
pub struct LanguageBackground {
    /// What changed since the last release, if there was one.
    pub changes: Option<Changes>,
    /// Who wrote it, if that is known.
    pub credits: Option<Credits>,
}

/// What changed since a release.
pub struct Changes {
    /// What the release is called.
    pub since: String,
    /// The changes.
    pub comparison: Comparison,
    /// The same in words.
    pub story: Story,
}

/// Who wrote the words of an edition.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Credits {
    /// How many words there are, in a sentence.
    pub summary: String,
    /// Those who wrote them, who wrote most first.
    pub people: Vec<Credit>,
}

/// What somebody wrote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Credit {
    /// Who.
    pub name: String,
    /// How many words are left of it, in words or digits.
    pub words: String,
    /// The same as a part of all, in words.
    pub share: String,
    /// The same in thousandths of all.
    pub thousandths: u32,
    /// What else they did: meetings, reviews, translations.
    pub contributions: String,
}

impl Background {
    /// What is told of a language.
    #[must_use]
    pub fn of(&self, language: &Language) -> Option<&LanguageBackground> {
        self.languages.iter().find(|(own, _)| own == language).map(|(_, told)| told)
    }
}

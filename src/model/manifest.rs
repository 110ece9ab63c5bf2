//! The manifest: what `gaceta.toml` says about a policy.

use super::{EditionSettings, Language, LintSettings, PersonDeclaration, Span, TallySettings};
use std::collections::BTreeMap;

/// A text in several languages, by language tag; under `""`, one text for every language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LocalisedText(pub BTreeMap<String, String>);

impl LocalisedText {
    /// The text in `language`, else in the language's primary form, else in any language, else `""`.
    #[must_use]
    pub fn get(&self, language: &str) -> &str {
        self.exact(language).or_else(|| self.0.values().next().map(String::as_str)).unwrap_or("")
    }

    /// The text in `language` or its primary form, if there is one.
    #[must_use]
    pub fn exact(&self, language: &str) -> Option<&str> {
        let primary = language.split('-').next().unwrap_or(language);
        self.0.get(language).or_else(|| self.0.get(primary)).or_else(|| self.0.get("")).map(String::as_str)
    }

    /// Whether no language has a text.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// Where a policy stands on its way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Status {
    /// Being written.
    #[default]
    Draft,
    /// Open to comments.
    Consultation,
    /// In force.
    InForce,
    /// No longer in force.
    Repealed,
}

impl Status {
    /// The name used in the manifest: `draft`, `consultation`, `in-force`, `repealed`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Consultation => "consultation",
            Self::InForce => "in-force",
            Self::Repealed => "repealed",
        }
    }

    /// Every status.
    pub const ALL: [Self; 4] = [Self::Draft, Self::Consultation, Self::InForce, Self::Repealed];
}

/// Which program's rule makes an anchor out of a heading.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Slugger {
    /// github.com.
    #[default]
    Github,
    /// Python-Markdown's `toc` extension, as MkDocs sets it.
    Mkdocs,
    /// kramdown by itself; Jekyll, whose default input is GFM, makes the anchors of [`Slugger::Github`].
    Kramdown,
    /// VuePress.
    Vuepress,
    /// mdBook.
    Mdbook,
}

impl Slugger {
    /// The name used in the manifest.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Github => "github",
            Self::Mkdocs => "mkdocs",
            Self::Kramdown => "kramdown",
            Self::Vuepress => "vuepress",
            Self::Mdbook => "mdbook",
        }
    }

    /// Every slugger.
    pub const ALL: [Self; 5] = [Self::Github, Self::Mkdocs, Self::Kramdown, Self::Vuepress, Self::Mdbook];
}

/// A field that an adopting government fills in, written `{{ name }}` in the text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FieldDeclaration {
    /// What to fill in.
    pub description: LocalisedText,
    /// How it may look.
    pub example: LocalisedText,
    /// What has been filled in; empty while the field is blank.
    pub value: LocalisedText,
}

/// The sections that a class of files must have.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contract {
    /// Glob over document paths, such as `*/0[4-8]-*.md`.
    pub files: String,
    /// Whether the sections must stand in this order.
    pub ordered: bool,
    /// The sections.
    pub sections: Vec<SectionContract>,
}

/// One section that a contract speaks of, known by its identity or by one of its titles.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SectionContract {
    /// The section's explicit identity.
    pub id: Option<String>,
    /// Titles by language; any one of a language's titles will do.
    pub titles: BTreeMap<String, Vec<String>>,
    /// Whether it may be absent.
    pub optional: bool,
    /// Identity of the section of the same contract that it must stand inside.
    pub inside: Option<String>,
}

/// What `gaceta.toml` says; the default is what holds without one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Manifest {
    /// Title of the policy.
    pub title: LocalisedText,
    /// Version, such as `1.2.0`.
    pub version: Option<String>,
    /// Where the policy stands.
    pub status: Option<Status>,
    /// Date of this version, as `YYYY-MM-DD`.
    pub date: Option<String>,
    /// The date on which it enters into force, as `YYYY-MM-DD`.
    pub in_force: Option<String>,
    /// The address of the folder where editions are published, of the web, without the slash at its end.
    pub address: Option<String>,
    /// SPDX expression of the licence of the text.
    pub license: Option<String>,
    /// Who publishes it.
    pub publisher: LocalisedText,
    /// Languages; the first is the authoritative one. Empty where nothing is said.
    pub languages: Vec<Language>,
    /// Document paths in reading order; files not named follow in their usual order.
    pub order: Vec<String>,
    /// Globs of files that are not part of the policy.
    pub exclude: Vec<String>,
    /// Rule for anchors.
    pub slugger: Slugger,
    /// Globs of the tags that are releases; where there are none,
    /// [`is_release_name`](super::is_release_name) tells.
    pub releases: Vec<String>,
    /// Fields by name.
    pub fields: BTreeMap<String, FieldDeclaration>,
    /// Contracts on sections.
    pub contracts: Vec<Contract>,
    /// How it is linted.
    pub lint: LintSettings,
    /// Who contributed to it, as far as git does not tell.
    pub people: Vec<PersonDeclaration>,
    /// How it is tallied.
    pub tally: TallySettings,
    /// How editions look.
    pub edition: EditionSettings,
    /// Anchors of older editions, each with what its section is called now.
    pub aliases: BTreeMap<String, Alias>,
}

impl Manifest {
    /// What a section of an older edition is called now by what the manifest says, where one that an edition `has` is on
    /// the way; `None` for a name that it does not list.
    #[must_use]
    pub fn present_name(&self, old: &str, has: impl Fn(&str) -> bool) -> Option<&str> {
        last_name(old, self.aliases.len(), |name| Some(self.aliases.get(name)?.anchor.as_str()), has)
    }
}

/// The last of the names of what was renamed up to `most` times that there is still, the first one left aside; names may go
/// round in a circle, as of what was renamed and renamed back.
pub fn last_name<'a>(
    old: &str,
    most: usize,
    next: impl Fn(&str) -> Option<&'a str>,
    has: impl Fn(&str) -> bool,
) -> Option<&'a str> {
    std::iter::successors(next(old), |name| next(name)).take(most).filter(|name| has(name)).last()
}

/// What a section of an older edition is called now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alias {
    /// The anchor that the section has now.
    pub anchor: String,
    /// Where the manifest says so.
    pub span: Span,
}

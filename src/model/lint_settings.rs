//! What the manifest says about linting.

use super::Severity;
use std::collections::BTreeMap;

/// How much rules weigh, by rule name; `None` turns one off.
pub type RuleSettings = BTreeMap<String, Option<Severity>>;

/// The `[lint]` part of a manifest; the default is what holds without one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LintSettings {
    /// How much rules weigh everywhere.
    pub rules: RuleSettings,
    /// How much rules weigh in some documents; later entries go before earlier ones.
    pub paths: Vec<PathSettings>,
    /// The most words that a sentence may have.
    pub longest_sentence: Option<u32>,
    /// Acronyms that need no expansion.
    pub known_acronyms: Vec<String>,
    /// Identities or titles of sections that inform and hold no norms.
    pub informative_sections: Vec<String>,
    /// What the front matter of documents must look like.
    pub front_matter: FrontMatterSchema,
    /// Words that are spelled right.
    pub words: Vec<String>,
    /// Hunspell dictionaries by language tag: the path of the `.dic` file, from the policy's folder.
    pub dictionaries: BTreeMap<String, String>,
}

/// How much rules weigh in the documents that a glob matches.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PathSettings {
    /// Glob over document paths.
    pub files: String,
    /// How much rules weigh there.
    pub rules: RuleSettings,
}

/// What the front matter of documents must look like.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FrontMatterSchema {
    /// Glob over the documents that it holds for; all of them where it is missing.
    pub files: Option<String>,
    /// Keys that must be there.
    pub required: Vec<String>,
    /// What the values of keys are.
    pub types: BTreeMap<String, FrontMatterType>,
    /// The values that keys may have.
    pub values: BTreeMap<String, Vec<String>>,
    /// Keys that say until when a document has to be reviewed.
    pub review: Vec<String>,
}

/// What the value of a key of the front matter is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FrontMatterType {
    /// Text.
    Text,
    /// A date, `YYYY-MM-DD`.
    Date,
    /// A whole number.
    Integer,
    /// `true` or `false`.
    Boolean,
    /// A sequence.
    List,
    /// A language tag.
    Language,
}

impl FrontMatterType {
    /// The name used in the manifest.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Date => "date",
            Self::Integer => "integer",
            Self::Boolean => "boolean",
            Self::List => "list",
            Self::Language => "language",
        }
    }

    /// Every type.
    pub const ALL: [Self; 6] = [Self::Text, Self::Date, Self::Integer, Self::Boolean, Self::List, Self::Language];
}

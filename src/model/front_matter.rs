//! The metadata at the head of a document.

use super::{Language, Span};
use std::collections::BTreeMap;

/// The front matter of a document, YAML between `---` lines or TOML between `+++` lines.
#[derive(Clone, Debug, PartialEq)]
pub struct FrontMatter {
    /// From the first delimiter to the end of the last delimiter's line.
    pub span: Span,
    /// Keys in the order written, each with the span of the key and its value.
    pub entries: Vec<(String, Span, FrontMatterValue)>,
}

/// A value of the front matter.
#[derive(Clone, Debug, PartialEq)]
pub enum FrontMatterValue {
    /// Nothing: `key:`.
    Null,
    /// `true` or `false`.
    Boolean(bool),
    /// A whole number.
    Integer(i64),
    /// A number with a fraction.
    Float(f64),
    /// Text, and everything else that is written as a scalar, such as dates.
    Text(String),
    /// A sequence.
    List(Vec<FrontMatterValue>),
    /// A mapping.
    Map(BTreeMap<String, FrontMatterValue>),
}

impl FrontMatter {
    /// The value of a key.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&FrontMatterValue> {
        self.entries.iter().find(|(name, _, _)| name == key).map(|(_, _, value)| value)
    }

    /// The text of a key, if it has one that is not blank.
    #[must_use]
    pub fn text(&self, key: &str) -> Option<&str> {
        match self.get(key)? {
            FrontMatterValue::Text(text) if !text.trim().is_empty() => Some(text.trim()),
            _ => None,
        }
    }

    /// The whole number of a key, such as `order`.
    #[must_use]
    pub fn integer(&self, key: &str) -> Option<i64> {
        match self.get(key)? {
            FrontMatterValue::Integer(number) => Some(*number),
            _ => None,
        }
    }

    /// The document's language, from `language` or `lang`.
    #[must_use]
    pub fn language(&self) -> Option<Language> {
        self.text("language").or_else(|| self.text("lang")).and_then(Language::new)
    }
}

//! What a check has to say about a place in a policy.

use super::{DocumentPath, Message, Span};
use serde::Serialize;

/// How much a finding weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Something is wrong; the command fails.
    Error,
    /// A person should look; the command fails only with `--strict`.
    Warning,
}

/// One thing that a rule found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Name of the rule, such as `broken-anchor`.
    pub rule: &'static str,
    /// How much it weighs.
    pub severity: Severity,
    /// The document it stands in.
    pub path: DocumentPath,
    /// The exact place in that document.
    pub span: Span,
    /// What is wrong.
    pub message: Message,
    /// What to do about it, in the order of their likelihood.
    pub hints: Vec<Message>,
    /// Other places that explain it.
    pub related: Vec<RelatedPlace>,
    /// How it can be mended, where that is known.
    pub fix: Option<Fix>,
}

/// Another place that a finding refers to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RelatedPlace {
    /// The document of that place.
    pub path: DocumentPath,
    /// The place.
    pub span: Span,
    /// What it has to do with the finding.
    pub message: Message,
}

/// Edits that mend a finding.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Fix {
    /// Replacements in the finding's document, in order, without overlap.
    pub edits: Vec<Edit>,
    /// Whether the edits cannot change what the text means.
    pub safe: bool,
}

/// One replacement of text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Edit {
    /// What is replaced; empty to insert.
    pub span: Span,
    /// What stands there afterwards.
    pub text: String,
}

//! What a lint rule is, and what it is shown.

use super::anchors::Anchors;
use super::contracts::Contracts;
use super::finding::Findings;
use crate::messages::Locale;
use crate::model::{Block, Document, DocumentEntry, Heading, Inline, Language, Section, Severity, Span};
use crate::policy::Policy;

/// A lint rule.
#[derive(Debug)]
pub struct Rule {
    /// Its name, in kebab case; it stands in manifests, on command lines and in reports, and does not change.
    pub name: &'static str,
    /// How much its findings weigh where the manifest says nothing; `None` if it is off until asked for.
    pub default: Option<Severity>,
    /// What it looks at, and how.
    pub check: Check,
    /// Ids of every message that its findings are made of, those of the parser left out.
    pub messages: &'static [&'static str],
    /// What it is for, in the order of [`Locale::ALL`].
    pub documentation: [Documentation; 2],
}

/// A check at the scope it needs; one walk through a document feeds all of them.
#[derive(Debug)]
pub enum Check {
    /// Once for each document.
    Document(DocumentCheck),
    /// For each section, outermost first.
    Section(SectionCheck),
    /// For each block, those inside others included.
    Block(BlockCheck),
    /// For each inline, those inside others included.
    Inline(InlineCheck),
    /// Once for the whole policy, over its index.
    Policy(PolicyCheck),
}

/// Looks at a document.
pub type DocumentCheck = fn(&DocumentContext<'_>, &mut Findings<'_>);
/// Looks at one section of a document.
pub type SectionCheck = fn(&DocumentContext<'_>, &Section<'_>, &mut Findings<'_>);
/// Looks at one block of a document.
pub type BlockCheck = fn(&DocumentContext<'_>, &Block<'_>, &mut Findings<'_>);
/// Looks at one inline of a document.
pub type InlineCheck = fn(&DocumentContext<'_>, &Inline<'_>, &mut Findings<'_>);
/// Looks at the index of a policy.
pub type PolicyCheck = fn(&PolicyContext<'_>, &mut Findings<'_>);

/// What every rule can know of the whole policy.
pub struct PolicyContext<'a> {
    /// The policy.
    pub policy: &'a Policy,
    /// Where links can lead.
    pub(super) anchors: Anchors<'a>,
    /// Which sections which documents must have.
    pub(super) contracts: Contracts<'a>,
}

/// What a rule can know while a document is visited.
pub struct DocumentContext<'a> {
    /// The policy that the document belongs to.
    pub policy: &'a PolicyContext<'a>,
    /// The document.
    pub document: &'a Document<'a>,
    /// Its index entry.
    pub entry: &'a DocumentEntry,
}

impl<'a> DocumentContext<'a> {
    /// The document's language; the policy's authoritative one where the document has none of its own.
    #[must_use]
    pub fn language(&self) -> Option<&'a Language> {
        self.entry.language.as_ref().or_else(|| self.policy.policy.manifest.languages.first())
    }

    /// Where a heading stands, without the line's end.
    #[must_use]
    pub fn place(&self, heading: &Heading<'_>) -> Span {
        let range = heading.span.range();
        let length = self.document.text.get(range.clone()).map_or(range.len(), |written| written.trim_end().len());
        Span::new(range.start..range.start + length)
    }
}

/// What a rule is for: a title, one sentence that sums it up, then what it checks, why that matters, an example, and
/// what to write instead, each under its heading; in Markdown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Documentation(pub &'static str);

impl Documentation {
    /// The whole text.
    #[must_use]
    pub const fn markdown(self) -> &'static str {
        self.0
    }

    /// The one sentence that sums the rule up.
    #[must_use]
    pub fn summary(self) -> &'static str {
        self.0.lines().find(|line| !line.is_empty() && !line.starts_with('#')).unwrap_or("")
    }
}

impl Rule {
    /// What the rule is for, in a language.
    #[must_use]
    pub const fn documentation(&self, locale: Locale) -> Documentation {
        let [spanish, english] = self.documentation;
        match locale {
            Locale::Spanish => spanish,
            Locale::English => english,
        }
    }
}

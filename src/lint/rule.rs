//! What a lint rule is.

use super::context::DocumentContext;
use super::finding::Findings;
use super::phrases::{Phrase, Phrases};
use super::whole::WholePolicy;
use crate::messages::Locale;
use crate::model::{Block, Inline, Passage, Section, Severity};

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
///
/// Checks of documents, sections, blocks, inlines and phrases see one document and are run in parallel. What they cannot
/// say before every document is known, they put off with `Findings::later`.
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
    /// For each place where one of these phrases stands in running text of its language.
    Phrases(&'static Phrases, PhraseCheck),
    /// Once for the whole policy, when every document has been visited.
    Policy(PolicyCheck),
    /// The same, to compare the policy with an earlier version; what it finds was brought about by the change.
    History(PolicyCheck),
    /// Nothing: what the rule reports is found by the linter itself.
    Own,
}

/// Looks at a document.
pub type DocumentCheck = fn(&DocumentContext<'_>, &mut Findings<'_>);
/// Looks at one section of a document.
pub type SectionCheck = fn(&DocumentContext<'_>, &Section<'_>, &mut Findings<'_>);
/// Looks at one block of a document.
pub type BlockCheck = fn(&DocumentContext<'_>, &Block<'_>, &mut Findings<'_>);
/// Looks at one inline of a document.
pub type InlineCheck = fn(&DocumentContext<'_>, &Inline<'_>, &mut Findings<'_>);
/// Looks at a phrase in a passage of a document.
pub type PhraseCheck = fn(&DocumentContext<'_>, &Passage<'_>, &Phrase, &mut Findings<'_>);
/// Looks at a policy whose documents have all been visited.
pub type PolicyCheck = fn(&WholePolicy<'_>, &mut Findings<'_>);

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

//! The uses of a glossary's terms that mean the terms, for links to their definitions.
//!
//! 1. A [`Glossary`] has the formal definitions of some documents, each term once;
//! 2. [`Glossary::uses`] finds what a document's running text says of them: not in headings, quotations, notes, code or the
//!    definitions themselves, and not where a word is a part of a longer name;
//! 3. [`keep_first_uses`] leaves, of what several documents say, the first use in each section, and leaves out the everyday
//!    words of a policy that writes its terms with capitals.

use super::Definition;
use super::uses::{TermIndex, TermUse};
use crate::model::{Document, DocumentPath, Inline, InlineKind, Passage, Setting, Span, folded};
use std::collections::HashSet;
use std::ops::Range;

/// The terms that some documents define.
pub struct Glossary<'a> {
    index: TermIndex,
    /// The definition of each term, with the document that it stands in.
    definitions: Vec<(&'a DocumentPath, &'a Definition)>,
}

/// A use of a term.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GlossaryUse {
    /// The term, by its place in the glossary.
    pub term: usize,
    /// Where it stands.
    pub span: Span,
    /// The section that it stands in, counted from 1; 0 before the first heading.
    pub section: usize,
    /// Whether each word begins in the letter case that the definition has.
    pub exact_case: bool,
    /// Whether it stands in a link.
    pub is_linked: bool,
}

impl<'a> Glossary<'a> {
    /// The glossary of these definitions: the formal ones that hold for the whole text; of two for one term, the first.
    pub fn of(definitions: impl IntoIterator<Item = (&'a DocumentPath, &'a Definition)>) -> Self {
        let mut known = HashSet::new();
        let formal = definitions.into_iter().filter(|(_, definition)| definition.is_formal() && !definition.local);
        let definitions: Vec<_> = formal.filter(|(_, definition)| known.insert(folded(&definition.term))).collect();
        Self { index: TermIndex::new(definitions.iter().map(|(_, definition)| &definition.term)), definitions }
    }

    /// Whether it has no term.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.definitions.is_empty()
    }

    /// The definition of a term, with the document that it stands in.
    #[must_use]
    pub fn definition(&self, term: usize) -> Option<(&'a DocumentPath, &'a Definition)> {
        self.definitions.get(term).copied()
    }

    /// The uses in a document, in the order of its text; `defining` are the places of its own definitions.
    #[must_use]
    pub fn uses(&self, document: &Document<'_>, defining: &[Span]) -> Vec<GlossaryUse> {
        let mut found = Vec::new();
        if self.is_empty() {
            return found;
        }
        let sections: Vec<u32> = document.all_sections().map(|section| section.span.start).collect();
        let section_at = |offset: u32| sections.partition_point(|start| *start <= offset);
        document.for_each_passage(|passage| {
            let is_running = passage.setting == Setting::Paragraph && !passage.quoted && !passage.noted;
            if !is_running || defining.iter().any(|extent| extent.overlaps(passage.span)) {
                return;
            }
            let (links, code) = marked(passage);
            let section = section_at(passage.span.start);
            for TermUse { term, range, exact_case } in self.index.uses(passage) {
                let Some((defined_in, definition)) = self.definition(term) else { continue };
                let span = passage.text.span(range.clone());
                // Who reads the section that defines a term needs no link to it.
                let is_at_home = *defined_in == document.path && section_at(definition.span.start) == section;
                // A single word in another letter case may always be the everyday word.
                let is_doubtful = !exact_case && !definition.term.contains(char::is_whitespace);
                let is_other = is_doubtful || is_part_of_name(passage.text.as_str(), &range);
                if !is_at_home && !is_other && !code.iter().any(|code| code.overlaps(span)) {
                    let is_linked = links.iter().any(|link| link.overlaps(span));
                    found.push(GlossaryUse { term, span, section, exact_case, is_linked });
                }
            }
        });
        found
    }
}

/// Keeps, of the uses in each of several documents, the first of each term in each section. A policy that writes a term as
/// it defines it anywhere means the everyday words where it writes otherwise.
pub fn keep_first_uses(documents: &mut [Vec<GlossaryUse>]) {
    let exact: HashSet<usize> =
        documents.iter().flatten().filter(|found| found.exact_case).map(|found| found.term).collect();
    for uses in documents {
        let mut used = HashSet::new();
        uses.retain(|found| {
            (found.exact_case || !exact.contains(&found.term)) && used.insert((found.section, found.term))
        });
    }
}

/// Whether a capital before or after a use makes it a part of a longer name: `National Data Policy`. That of the word
/// that begins a sentence does not.
fn is_part_of_name(text: &str, range: &Range<usize>) -> bool {
    let is_capital = |word: &str| {
        let mut letters = word.chars();
        letters.next().is_some_and(char::is_uppercase) && letters.next().is_some_and(char::is_lowercase)
    };
    let after = text[range.end..].strip_prefix(' ').is_some_and(is_capital);
    let before = text[..range.start].strip_suffix(' ').is_some_and(|before| {
        let word = before.rsplit(char::is_whitespace).next().unwrap_or(before);
        let rest = before[..before.len() - word.len()].trim_end();
        let is_within = !rest.is_empty() && !rest.ends_with(['.', ':', ';', '!', '?', '-', '—']);
        is_within && is_capital(word) && word.ends_with(char::is_alphanumeric)
    });
    after || before
}

/// Where a passage has links, and where it has code or images.
fn marked(passage: &Passage<'_>) -> (Vec<Span>, Vec<Span>) {
    let (mut links, mut code) = (Vec::new(), Vec::new());
    for inline in passage.inlines.iter().flat_map(Inline::with_descendants) {
        match inline.kind {
            InlineKind::Link { .. } => links.push(inline.span),
            InlineKind::Code(_) | InlineKind::Image { .. } => code.push(inline.span),
            _ => {}
        }
    }
    (links, code)
}

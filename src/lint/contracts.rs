//! Which sections which documents must have, and which section of a document is the one meant.

use super::titles::comparable;
use crate::config::MANIFEST;
use crate::error::Result;
use crate::model::{Contract, Document, DocumentPath, Language, Section, SectionContract, plain_text};
use crate::policy::{GlobPatterns, Policy, globs};
use std::collections::HashMap;

/// The contracts of a policy.
pub struct Contracts<'a> {
    contracts: Vec<(GlobPatterns, &'a Contract)>,
}

impl<'a> Contracts<'a> {
    /// Reads the contracts of the manifest.
    ///
    /// # Errors
    /// If the glob of one is malformed.
    pub fn new(policy: &'a Policy) -> Result<Self> {
        let mut contracts = Vec::new();
        for contract in &policy.manifest.contracts {
            let path = DocumentPath::new(MANIFEST);
            let shown = path.map_or_else(|| MANIFEST.to_owned(), |path| policy.files.display(&path));
            let glob = globs(&[&contract.files]).map_err(|error| error.at(shown, None))?;
            contracts.push((glob, contract));
        }
        Ok(Self { contracts })
    }

    /// The contracts that a document is under, in the order of the manifest.
    pub fn of(&self, path: &DocumentPath) -> impl Iterator<Item = &'a Contract> {
        self.contracts.iter().filter(|(glob, _)| glob.is_match(path.as_str())).map(|(_, contract)| *contract)
    }
}

/// The titles by which a contract knows a section in a language. Where the document's language is not known, any
/// language's titles will do.
#[must_use]
pub fn titles<'a>(wanted: &'a SectionContract, language: Option<&Language>) -> Vec<&'a str> {
    let Some(language) = language else {
        return wanted.titles.values().flatten().map(String::as_str).collect();
    };
    let own = wanted.titles.get(language.as_str()).or_else(|| wanted.titles.get(language.primary()));
    let own = own.or_else(|| {
        let same = |tag: &str| Language::new(tag).is_some_and(|tag| tag.primary() == language.primary());
        wanted.titles.iter().find(|(tag, _)| same(tag)).map(|(_, titles)| titles)
    });
    own.into_iter().flatten().map(String::as_str).collect()
}

/// The sections of a document, to be found by identity or title.
pub struct Outline<'a> {
    /// Every section in the order of the text, with its title as it is compared.
    pub sections: Vec<(&'a Section<'a>, String)>,
    by_identity: HashMap<&'a str, usize>,
    by_anchor: HashMap<&'a str, usize>,
    by_title: HashMap<String, usize>,
}

impl<'a> Outline<'a> {
    /// Reads the headings of a document.
    #[must_use]
    pub fn new(document: &'a Document<'a>) -> Self {
        let mut outline = Self {
            sections: Vec::new(),
            by_identity: HashMap::new(),
            by_anchor: HashMap::new(),
            by_title: HashMap::new(),
        };
        for (place, section) in document.all_sections().enumerate() {
            let title = comparable(&plain_text(&section.heading.inlines));
            if let Some((identity, _)) = &section.heading.id {
                outline.by_identity.entry(identity).or_insert(place);
            }
            outline.by_anchor.entry(&section.anchor).or_insert(place);
            outline.by_title.entry(title.clone()).or_insert(place);
            outline.sections.push((section, title));
        }
        outline
    }

    /// The section that a contract means, as its place among the sections: the one with its identity, else the first
    /// with one of its titles. Where the contract gives no title in the language, an anchor that came of the title will
    /// do for the identity.
    #[must_use]
    pub fn find(&self, wanted: &SectionContract, language: Option<&Language>) -> Option<usize> {
        let identity = wanted.id.as_deref();
        if let Some(place) = identity.and_then(|identity| self.by_identity.get(identity)) {
            return Some(*place);
        }
        let titles = titles(wanted, language);
        if titles.is_empty() {
            return identity.and_then(|identity| self.by_anchor.get(identity)).copied();
        }
        titles.iter().filter_map(|title| self.by_title.get(&comparable(title))).min().copied()
    }

    /// The section that a contract means, inside the one at a place: the first there with its identity or one of its
    /// titles.
    #[must_use]
    pub fn find_inside(&self, wanted: &SectionContract, language: Option<&Language>, outer: usize) -> Option<usize> {
        let outer_span = self.sections.get(outer)?.0.span;
        let titles: Vec<String> = titles(wanted, language).into_iter().map(comparable).collect();
        let is_meant = |(section, title): &(&Section<'_>, String)| {
            let identity = section.heading.id.as_ref().map(|(identity, _)| identity.as_ref());
            let by_anchor = titles.is_empty() && wanted.id.as_deref() == Some(section.anchor.as_str());
            (wanted.id.is_some() && identity == wanted.id.as_deref()) || titles.contains(title) || by_anchor
        };
        let after = self.sections.get(outer + 1..)?;
        let within = after.iter().take_while(|(section, _)| outer_span.contains(section.span));
        within.enumerate().find(|(_, section)| is_meant(section)).map(|(distance, _)| outer + 1 + distance)
    }
}

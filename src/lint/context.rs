//! What a rule is shown while a document is visited.

use super::clause_tree::ClauseTree;
use super::contracts::Contracts;
use super::earlier::Earlier;
use super::file_names::FileNames;
use super::pointers::{self, Pointer};
use super::rules::spelling::Dictionaries;
use crate::citations::{self, Citation};
use crate::definitions;
use crate::error::Result;
use crate::model::{Document, DocumentEntry, DocumentPath, Heading, Language, Passage, Span};
use crate::norms::Norm;
use crate::parse;
use crate::policy::{self, GlobPatterns, Policy, is_set_text};
use crate::register::{Declarations, Norms, norms_of};
use std::cell::OnceCell;
use std::ops::Range;
use std::sync::{Arc, OnceLock};

/// What every rule can know of the policy before its documents are read.
pub struct PolicyContext<'a> {
    /// The policy.
    pub policy: &'a Policy,
    /// The day that deadlines are compared with, as `YYYY-MM-DD`; `None` where nobody said.
    pub today: Option<&'a str>,
    /// Which sections which documents must have.
    pub(super) contracts: Contracts<'a>,
    /// The version that changes are told since, where there is one.
    pub(super) base: Option<Earlier<'a>>,
    /// The last release, where there is one.
    pub(super) released: Option<Earlier<'a>>,
    /// How the words of its languages are spelled.
    pub(super) dictionaries: Dictionaries,
    /// Which documents the manifest's schema of front matter holds for; all of them without a glob.
    pub(super) front_matter_files: Option<GlobPatterns>,
    /// The names of its files, once a rule has asked for them.
    file_names: OnceLock<FileNames>,
    /// Where its documents say which modal expressions count, once a rule has asked for norms.
    declarations: OnceLock<Declarations>,
}

impl<'a> PolicyContext<'a> {
    /// What is known of a policy before its documents are read; `today` is the day that deadlines are compared with.
    ///
    /// # Errors
    /// If a glob of the manifest is malformed.
    pub fn new(policy: &'a Policy, today: Option<&'a str>) -> Result<Self> {
        let files = policy.manifest.lint.front_matter.files.as_ref();
        let front_matter_files = files.map(|files| policy::globs(&[files])).transpose()?;
        let contracts = Contracts::new(policy)?;
        Ok(Self {
            policy,
            today,
            contracts,
            base: None,
            released: None,
            dictionaries: Dictionaries::default(),
            front_matter_files,
            file_names: OnceLock::new(),
            declarations: OnceLock::new(),
        })
    }

    /// Whether the documents are texts of their own, as [`Policy::is_collection`] tells.
    #[must_use]
    pub fn is_collection(&self) -> bool {
        self.policy.is_collection()
    }

    fn declarations(&self) -> &Declarations {
        self.declarations.get_or_init(|| Declarations::of(self.policy))
    }

    /// The names of all its files, those that are no documents included.
    pub fn file_names(&self) -> &FileNames {
        self.file_names.get_or_init(|| FileNames::new(self.policy))
    }

    /// Whether the manifest's schema of front matter holds for a document.
    #[must_use]
    pub fn has_front_matter_schema(&self, path: &DocumentPath) -> bool {
        self.front_matter_files.as_ref().is_none_or(|files| files.is_match(path.as_str()))
    }
}

/// What a rule can know while a document is visited. Readings of its text are made when the first rule asks for them.
pub struct DocumentContext<'a> {
    /// The policy that the document belongs to.
    pub policy: &'a PolicyContext<'a>,
    /// The document.
    pub document: &'a Document<'a>,
    /// The language of its running text: what it says itself, what the policy says, or what the text seems to be in.
    /// `None` where it seems to be neither Spanish nor English.
    pub language: Option<Language>,
    entry: OnceCell<DocumentEntry>,
    passages: OnceCell<Vec<Passage<'a>>>,
    citations: OnceCell<Vec<(usize, Citation)>>,
    norms: OnceCell<Norms>,
    terms: OnceCell<Option<Box<definitions::Facts>>>,
    pointers: OnceCell<Vec<Pointer<'a>>>,
    clauses: OnceCell<Arc<ClauseTree>>,
}

impl<'a> DocumentContext<'a> {
    /// The context of a document that has just been read.
    #[must_use]
    pub fn new(policy: &'a PolicyContext<'a>, document: &'a Document<'a>) -> Self {
        Self {
            policy,
            document,
            language: policy.policy.language_of(document),
            entry: OnceCell::new(),
            passages: OnceCell::new(),
            citations: OnceCell::new(),
            norms: OnceCell::new(),
            terms: OnceCell::new(),
            pointers: OnceCell::new(),
            clauses: OnceCell::new(),
        }
    }

    /// Whether its running text is Spanish.
    #[must_use]
    pub fn is_spanish(&self) -> bool {
        self.language.as_ref().is_some_and(|language| language.primary() == "es")
    }

    /// Whether its running text is English.
    #[must_use]
    pub fn is_english(&self) -> bool {
        self.language.as_ref().is_some_and(|language| language.primary() == "en")
    }

    /// Whether its words are set, as [`is_set_text`] tells.
    #[must_use]
    pub fn is_set_text(&self) -> bool {
        is_set_text(&self.document.path)
    }

    /// Its index entry: anchors, clauses, fields.
    pub fn entry(&self) -> &DocumentEntry {
        self.entry.get_or_init(|| parse::index(self.document))
    }

    /// Its passages, in the order of the text.
    pub fn passages(&self) -> &[Passage<'a>] {
        self.passages.get_or_init(|| self.document.passages())
    }

    /// The norms of its running text, in order, each with the place of its passage among the passages.
    pub fn norms(&self) -> &[(usize, Norm)] {
        &self.all_norms().norms
    }

    /// Where the running text says «debe de», each with the place of its passage among the passages.
    pub fn doubtful(&self) -> &[(usize, Range<usize>)] {
        &self.all_norms().doubtful
    }

    fn all_norms(&self) -> &Norms {
        self.norms.get_or_init(|| {
            let (passages, language) = (self.passages(), self.language.as_ref());
            let keywords = self.policy.declarations().keywords(self.document, passages, language);
            norms_of(passages, language, keywords)
        })
    }

    /// What it says about terms and acronyms; nothing where it is neither Spanish nor English.
    pub fn terms(&self) -> Option<&definitions::Facts> {
        let read = || {
            if !self.is_spanish() && !self.is_english() {
                return None;
            }
            let alone = self.policy.is_collection();
            Some(Box::new(definitions::Facts::of(self.document.text, self.passages(), alone)))
        };
        self.terms.get_or_init(read).as_deref()
    }

    /// What [`DocumentContext::terms`] has, to be kept.
    pub fn take_terms(&mut self) -> Option<Box<definitions::Facts>> {
        self.terms();
        self.terms.take().flatten()
    }

    /// The citations of clauses in its running text, in order, each with the place of its passage among the passages.
    pub fn citations(&self) -> &[(usize, Citation)] {
        self.citations.get_or_init(|| {
            let mut reader = citations::Reader::new(self.language.as_ref());
            let passages = self.passages().iter().enumerate();
            passages
                .flat_map(|(place, passage)| reader.read(passage).into_iter().map(move |found| (place, found)))
                .collect()
        })
    }

    /// Its links and images, in Markdown and in raw HTML, in the order of the text.
    pub fn pointers(&self) -> &[Pointer<'a>] {
        self.pointers.get_or_init(|| pointers::read(self.document))
    }

    /// Its clauses, for citations to be looked up in.
    pub fn clauses(&self) -> &Arc<ClauseTree> {
        self.clauses.get_or_init(|| Arc::new(ClauseTree::of(self.document)))
    }

    /// Where a heading stands, without the line's end.
    #[must_use]
    pub fn place(&self, heading: &Heading<'_>) -> Span {
        written(self.document, heading.span)
    }
}

/// A span of a document's text without the blanks at its end.
pub(super) fn written(document: &Document<'_>, span: Span) -> Span {
    let range = span.range();
    let length = document.text.get(range.clone()).map_or(range.len(), |written| written.trim_end().len());
    Span::new(range.start..range.start + length)
}

//! Publishes what changed between two versions: one text with both in it, as a web page and as a typeset document.
//!
//! 1. The documents that changed are read in the new version, in reading order, and `redline` puts the old one into them;
//! 2. they are a [`Publication`] like any other, which has a [`Story`] besides: the versions, the summary, the changes in
//!    words;
//! 3. the formats of editions draw both.

use super::html;
use super::publication::Publication;
use crate::diff::Comparison;
use crate::error::Result;
use crate::messages::Catalogue;
use crate::model::{Document, DocumentEntry, DocumentPath, Finding, Language};
use crate::policy::IndexedPolicy;
use crate::redline;
use std::collections::{BTreeMap, HashSet};

/// A format in which a redline is published.
pub struct RedlineFormat {
    /// What it is called on the command line.
    pub name: &'static str,
    /// The message that names it.
    pub label: &'static str,
    /// Whether it is text, which a terminal can show.
    pub is_text: bool,
    write: fn(&Publication<'_>) -> Result<Drawn>,
}

/// A redline as a file.
pub struct Drawn {
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// What could not be set as it was written.
    pub findings: Vec<Finding>,
}

/// Every format.
pub const REDLINE_FORMATS: &[RedlineFormat] = &[
    RedlineFormat { name: "html", label: "edition-format-html", is_text: true, write: html::redline },
    #[cfg(feature = "pdf")]
    RedlineFormat { name: "pdf", label: "edition-format-pdf", is_text: false, write: write_pdf },
];

#[cfg(feature = "pdf")]
fn write_pdf(publication: &Publication<'_>) -> Result<Drawn> {
    let mut findings = Vec::new();
    let bytes = super::pdf::pdf(publication, &mut findings)?;
    Ok(Drawn { bytes, findings })
}

/// What a redline says beside the text, in the language of messages.
#[derive(Clone, Debug, Default)]
pub struct Story {
    /// Which versions it compares: `Changes from v1.0 to v1.1`.
    pub title: String,
    /// Both versions, the old one first.
    pub versions: Vec<StoryVersion>,
    /// What changed in all, a sentence each.
    pub summary: Vec<String>,
    /// The changes, by their places in the comparison.
    pub changes: BTreeMap<usize, StoryChange>,
    /// How many documents of the new version are left out, because they are the same in both.
    pub unchanged: usize,
}

/// What is said of a version.
#[derive(Clone, Debug)]
pub struct StoryVersion {
    /// Which of the two it is.
    pub role: String,
    /// Its name.
    pub name: String,
    /// Its date, `YYYY-MM-DD`, if it is known.
    pub date: Option<String>,
}

/// What is said of a change.
#[derive(Clone, Debug)]
pub struct StoryChange {
    /// What kind of change it is.
    pub class: String,
    /// What happened to which part, where the class does not say it.
    pub event: Option<String>,
    /// The title of its section, if it stands in one.
    pub title: Option<String>,
    /// The language of that title, where it is known.
    pub language: Option<Language>,
    /// Where it stands, as people call places.
    pub place: String,
    /// More about it that the text does not show: where it was, where a link led and leads.
    pub details: Vec<String>,
    /// Whether it concerns what the text obliges to.
    pub concerns_norms: bool,
    /// The document it stands in.
    pub path: DocumentPath,
}

/// What a redline is made of.
pub struct RedlineRequest<'a> {
    /// The new version.
    pub policy: &'a IndexedPolicy,
    /// What changed.
    pub comparison: &'a Comparison,
    /// The same in words.
    pub story: Story,
    /// The words of the furniture.
    pub words: &'static Catalogue,
    /// Date of the new version, `YYYY-MM-DD`, if it is known.
    pub date: Option<String>,
}

/// Writes a redline.
///
/// # Errors
/// If a document cannot be read, or the format fails.
pub fn build_redline(format: &RedlineFormat, request: RedlineRequest<'_>) -> Result<Drawn> {
    with_publication(request, format.write)
}

/// Has a redline drawn: as a publication that has a story.
///
/// # Errors
/// If a document cannot be read, or drawing fails.
pub(super) fn with_publication<Out>(
    request: RedlineRequest<'_>,
    draw: impl FnOnce(&Publication<'_>) -> Result<Out>,
) -> Result<Out> {
    let RedlineRequest { policy, comparison, mut story, words, date } = request;
    let entries = changed(policy, comparison);
    story.unchanged = policy.documents.len() - entries.len();
    let language = language(policy, &entries, words);
    let texts = entries.iter().map(|entry| Ok((&entry.path, policy.text(&entry.path)?))).collect::<Result<Vec<_>>>()?;
    let documents = texts.iter().map(|(path, text)| policy.parse(path, text)).collect();
    let mut merged = redline::merged(documents, comparison);
    if merged.is_empty() {
        merged.extend(empty());
    }
    let mut publication = Publication::new(policy, &language, &merged, date)?;
    publication.words = words;
    publication.redline = Some(story);
    draw(&publication)
}

/// The documents of the new version that a comparison speaks of, in reading order.
fn changed<'a>(policy: &'a IndexedPolicy, comparison: &Comparison) -> Vec<&'a DocumentEntry> {
    let changes = comparison.changes.iter();
    let paths: HashSet<&DocumentPath> = changes
        .filter_map(|change| change.new.as_ref().map(|place| &place.path).or(change.gap.as_ref().map(|(path, _)| path)))
        .collect();
    policy.documents.iter().filter(|entry| paths.contains(&entry.path)).collect()
}

/// The language of most of what is shown: that of its first document, else the policy's.
fn language(policy: &IndexedPolicy, entries: &[&DocumentEntry], words: &Catalogue) -> Language {
    let of_text = entries.iter().find_map(|entry| entry.language.clone());
    let of_policy = || policy.languages().into_iter().next();
    let language = of_text.or_else(of_policy).or_else(|| Language::new(words.locale().tag()));
    language.expect("the tags of gaceta's own languages are tags")
}

/// A document without text, for versions that are the same: formats ask for one.
fn empty() -> Option<Document<'static>> {
    let (preamble, sections, problems) = (Vec::new(), Vec::new(), Vec::new());
    let path = DocumentPath::new("README.md")?;
    Some(Document { path, text: "", language: None, front_matter: None, preamble, sections, problems })
}

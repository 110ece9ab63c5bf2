//! An earlier version of the policy, and how what has changed since corresponds.
//!
//! 1. While the documents are visited, each is compared with the one of its path in the earlier version, byte by byte;
//! 2. what differs, and what is only in one version, is read once a rule asks for it;
//! 3. `align` matches the sections once a rule asks for that.
//!
//! Where nothing differs, nothing of the earlier version is read.

use super::context::written;
use super::prose::{Prose, by_section};
use super::whole::WholePolicy;
use crate::align::{self, Alignment, DocumentParts};
use crate::model::{Document, DocumentEntry, DocumentPath, Language, Span};
use crate::parse;
use crate::policy::Policy;
use rayon::prelude::*;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};

/// The most text of both versions, in bytes, that is compared unasked: a limit on work and memory. Beyond it nothing is
/// known of the earlier version.
const MOST_TEXT: usize = 64 * 1024 * 1024;

/// Which earlier version.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Version {
    /// The one that changes are told since.
    Base,
    /// The last release.
    Release,
}

/// An earlier version of the policy.
pub struct Earlier<'a> {
    /// The policy as it was.
    pub policy: &'a Policy,
    version: Version,
    changed: OnceLock<Changed>,
    alignment: OnceLock<Alignment>,
}

/// The documents that are not the same, byte by byte, in both versions.
#[derive(Default)]
pub struct Changed {
    /// Those of the earlier version, in the order of their paths.
    pub old: Vec<OldDocument>,
    /// What is compared of these.
    pub old_parts: Vec<DocumentParts>,
    /// The present documents, in the order of their paths.
    pub new: Vec<NewDocument>,
    /// What is compared of these.
    pub new_parts: Vec<DocumentParts>,
}

/// A document of the earlier version.
pub struct OldDocument {
    /// Its sections, anchors and clauses.
    pub entry: DocumentEntry,
    /// The language of its running text.
    pub language: Option<Language>,
    /// What the passages of its sections have of running text, those before the first heading first.
    pub prose: Vec<Vec<(Span, Prose)>>,
}

/// A present document.
pub struct NewDocument {
    /// The language of its running text.
    pub language: Option<Language>,
    /// What the passages of its sections have of running text, those before the first heading first.
    pub prose: Vec<Vec<(Span, Prose)>>,
    /// Where each of them begins for a reader: its heading, or the first block of the text before.
    pub places: Vec<Span>,
}

impl OldDocument {
    fn of(policy: &Policy, document: &Document<'_>) -> Self {
        let language = policy.language_of(document);
        let prose = by_section(document, language.as_ref());
        Self { entry: parse::index(document), language, prose }
    }
}

impl NewDocument {
    fn of(policy: &Policy, document: &Document<'_>) -> Self {
        let language = policy.language_of(document);
        let prose = by_section(document, language.as_ref());
        let places = std::iter::once(document.preamble.first().map_or_else(Span::default, |block| block.span))
            .chain(document.all_sections().map(|section| section.heading.span));
        let places = places.map(|span| written(document, span)).collect();
        Self { language, prose, places }
    }
}

impl<'a> Earlier<'a> {
    /// An earlier version that nothing is known of yet.
    #[must_use]
    pub const fn new(policy: &'a Policy, version: Version) -> Self {
        Self { policy, version, changed: OnceLock::new(), alignment: OnceLock::new() }
    }

    /// What differs. A document of the earlier version that cannot be read, as in a partial clone, counts as missing there.
    pub fn changed(&self, whole: &WholePolicy<'_>) -> &Changed {
        self.changed.get_or_init(|| self.read(whole).unwrap_or_default())
    }

    /// How the documents that differ correspond; places in it are those of [`Changed`].
    pub fn alignment(&self, whole: &WholePolicy<'_>) -> &Alignment {
        let changed = self.changed(whole);
        self.alignment.get_or_init(|| align::align(&changed.old_parts, &changed.new_parts))
    }

    /// `None` where that would be too much text.
    fn read(&self, whole: &WholePolicy<'_>) -> Option<Changed> {
        let is_same = |path: &DocumentPath| whole.facts(path).is_some_and(|facts| facts.is_same_as_in(self.version));
        let text_read = AtomicUsize::new(0);
        // The documents of before are read as those of now, so that only what was written makes a difference.
        let now = whole.policy.policy;
        let old: Vec<_> = read_all(self.policy, now, &is_same, &text_read, &|document| {
            (OldDocument::of(self.policy, document), align::parts(document))
        });
        // What was added since corresponds to nothing, unless something old differs.
        let new: Vec<_> = if old.is_empty() {
            Vec::new()
        } else {
            read_all(now, now, &is_same, &text_read, &|document| {
                (NewDocument::of(now, document), align::parts(document))
            })
        };
        if text_read.into_inner() > MOST_TEXT {
            return None;
        }
        let (old, old_parts) = old.into_iter().unzip();
        let (new, new_parts) = new.into_iter().unzip();
        Some(Changed { old, old_parts, new, new_parts })
    }
}

/// What `take` takes of each document of a policy that is not the same in both versions. Once too much has been read, the
/// rest is left out.
fn read_all<Taken: Send>(
    policy: &Policy,
    parser: &Policy,
    is_same: &(impl Fn(&DocumentPath) -> bool + Sync),
    text_read: &AtomicUsize,
    take: &(impl Fn(&Document<'_>) -> Taken + Sync),
) -> Vec<Taken> {
    let of_one = |path: &DocumentPath| {
        if is_same(path) {
            return None;
        }
        let text = policy.text(path).ok()?;
        let before = text_read.fetch_add(text.len(), Ordering::Relaxed);
        (before.saturating_add(text.len()) <= MOST_TEXT).then(|| take(&parser.parse(path, &text)))
    };
    policy.paths.par_iter().filter_map(of_one).collect()
}

//! Which modal expressions count in a document: all of them, or only those that BCP 14 writes in capitals.
//!
//! A text that keeps BCP 14 (RFC 2119 and RFC 8174) says so: «the key words … are to be interpreted as described in RFC
//! 2119». Who is bound by that sentence is told by where it stands:
//!
//! 1. the document that has it, always;
//! 2. every document of a policy with a manifest, which makes them the chapters of one text; capitals then count even
//!    where a chapter has none;
//! 3. without a manifest, the documents of the folder that it stands in and of the folders below. They may be chapters of
//!    the same text, as the criteria of a standard below its introduction are, or texts of their own, as a code of conduct
//!    beside it is: the chapters are told by writing keywords in capitals themselves, and a document that has none in
//!    capitals is read as any text;
//! 4. where the policy is a folder of a larger repository, the sentence may stand above it, in the README or an
//!    introduction: the documents in the folders above speak for it as its own do.
//!
//! A great collection is none of these. What is one text has fewer documents, and looking for the sentence in all of them
//! costs a reading of each.

use crate::model::{Document, DocumentPath, Language, Passage};
use crate::norms::{self, Keywords};
use crate::policy::{MOST_CHAPTERS, Policy};

/// Where a policy says that only the keywords of BCP 14 count.
#[derive(Clone, Debug, Default)]
pub struct Declarations {
    /// Whether every document is bound.
    everywhere: bool,
    /// The folders whose documents are bound if they write keywords in capitals; `""` is the policy's own.
    folders: Vec<String>,
}

impl Declarations {
    /// Looks for the declarations of a policy, one document after the other, so that it may be asked for where documents
    /// are visited in parallel.
    #[must_use]
    pub fn of(policy: &Policy) -> Self {
        if policy.paths.len() > MOST_CHAPTERS {
            return Self::default();
        }
        let declares = |path: &&DocumentPath| policy.text(path).is_ok_and(|text| norms::declares_keywords(&text));
        let mut declaring = policy.paths.iter().filter(declares);
        if policy.has_manifest {
            return Self { everywhere: declaring.next().is_some(), folders: Vec::new() };
        }
        let mut folders: Vec<String> = declaring.map(|path| path.folder().to_owned()).collect();
        folders.dedup();
        let binds_all = |folders: &[String]| folders.iter().any(String::is_empty);
        if !binds_all(&folders) && policy.is_any_above(norms::declares_keywords) {
            folders.push(String::new());
        }
        Self { everywhere: false, folders }
    }

    /// Which modal expressions count in a document with these passages.
    #[must_use]
    pub fn keywords(&self, document: &Document<'_>, passages: &[Passage<'_>], language: Option<&Language>) -> Keywords {
        let is_bound = self.everywhere || norms::declares_keywords(document.text);
        if is_bound || self.reach(&document.path) && writes_keywords(passages, language) {
            return Keywords::Bcp14;
        }
        Keywords::Usual
    }

    /// Whether a document stands below a declaration.
    fn reach(&self, path: &DocumentPath) -> bool {
        self.folders.iter().any(|folder| {
            let rest = path.folder().strip_prefix(folder.as_str());
            rest.is_some_and(|rest| folder.is_empty() || rest.is_empty() || rest.starts_with('/'))
        })
    }
}

/// Whether one of the passages has a norm in capitals.
fn writes_keywords(passages: &[Passage<'_>], language: Option<&Language>) -> bool {
    let mut reader = norms::Reader::new(language, Keywords::Bcp14);
    passages.iter().any(|passage| !reader.read(passage).is_empty())
}

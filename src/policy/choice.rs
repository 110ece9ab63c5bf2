//! Which documents of a policy somebody speaks of.

use super::Policy;
use crate::error::{Error, Result};
use crate::model::{DocumentPath, Language, Message};
use std::collections::BTreeSet;

/// The names of documents that a repository keeps and a policy does not write.
const SET_TEXTS: [&str; 8] =
    ["CHANGELOG", "CHANGES", "COPYING", "HISTORY", "LICENCE", "LICENCIA", "LICENSE", "RELEASE_NOTES"];

/// Whether a document's words are set and not the policy's to change: a licence as somebody published it, or the record of
/// past versions.
#[must_use]
pub fn is_set_text(path: &DocumentPath) -> bool {
    let stem = path.file_name().split(['.', '-']).next().unwrap_or("");
    SET_TEXTS.contains(&stem)
}

/// Refuses a language in which no document is; `present` are the languages of the documents.
///
/// # Errors
/// If one of the languages is not meant for any of those that are present.
pub fn check_languages<'a>(wanted: &[Language], present: impl IntoIterator<Item = &'a Language>) -> Result<()> {
    let present: BTreeSet<&Language> = present.into_iter().collect();
    let Some(missing) = wanted.iter().find(|wanted| !present.iter().any(|own| own.is_meant_by(wanted))) else {
        return Ok(());
    };
    let error = Error::usage(Message::new("norms-no-such-language").with("language", missing.as_str()));
    let names: Vec<&str> = present.into_iter().map(Language::as_str).collect();
    Err(error.hint(if names.is_empty() {
        Message::new("norms-no-language-hint")
    } else {
        Message::new("norms-no-such-language-hint").with("languages", names.join(", "))
    }))
}

impl Policy {
    /// For each document whether the paths, of documents or of folders, choose it; all of them where there is no path.
    ///
    /// # Errors
    /// If a path holds no document.
    pub fn chosen(&self, paths: &[DocumentPath]) -> Result<Vec<bool>> {
        for path in paths {
            if !self.paths.iter().any(|document| path.holds(document.as_str())) {
                let message = Message::new("error-no-such-document").with("path", path);
                return Err(Error::usage(message).hint(Message::new("error-no-such-document-hint")));
            }
        }
        let is_chosen =
            |document: &DocumentPath| paths.is_empty() || paths.iter().any(|path| path.holds(document.as_str()));
        Ok(self.paths.iter().map(is_chosen).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::repo::Memory;

    #[test]
    fn paths_choose_documents_and_folders() {
        let files = ["es/a.md", "es/b.md", "esto/c.md"].map(|path| (path, ""));
        let policy = Policy::open(Box::new(Memory::new(files).unwrap())).unwrap();
        let chosen = |paths: &[&str]| {
            let paths: Vec<_> = paths.iter().map(|path| DocumentPath::new(path).unwrap()).collect();
            policy.chosen(&paths).map_err(|error| error.message.id)
        };
        assert_eq!(chosen(&[]), Ok(vec![true; 3]));
        assert_eq!(chosen(&["es"]), Ok(vec![true, true, false]));
        assert_eq!(chosen(&["es/b.md", "esto"]), Ok(vec![false, true, true]));
        assert_eq!(chosen(&["es", "es/c.md"]), Err("error-no-such-document"));
    }

    #[test]
    fn licences_and_records_of_versions_are_set() {
        let is_set = |path| is_set_text(&DocumentPath::new(path).unwrap());
        assert!(is_set("LICENSE.md") && is_set("es/CHANGELOG.md") && is_set("LICENSE-MIT.md"));
        assert!(!is_set("licencias.md") && !is_set("README.md"));
    }
}

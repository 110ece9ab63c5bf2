//! The history of a revision and where its words came from, from what was found of it before.

use super::kept::Shelf;
use super::{History, HistoryCommit, Provenance, follow};
use crate::error::Result;
use crate::repo::{Chronicle, Repository};
use std::collections::BTreeSet;
use std::path::Path;

/// The endings of files whose words are followed: what a policy's documents hold may have come from any text of the
/// repository. A name without an ending may be a text's too.
const TEXT_ENDINGS: [&str; 8] = ["md", "markdown", "mdx", "mkd", "txt", "rst", "adoc", "textile"];

/// The history of a revision, and where the words of its documents came from.
pub struct Lineage {
    /// The history.
    pub chronicle: Chronicle,
    /// Where its words came from.
    pub provenance: Provenance,
}

/// What a lineage is asked for.
pub struct Asked<'a> {
    /// The revision.
    pub revision: &'a str,
    /// The policy's root, as in [`Repository::files`].
    pub folder: &'a Path,
    /// The commits that only gave the text another form, by their ids.
    pub ignored: &'a BTreeSet<String>,
    /// Whether what was found before may be used, and what is found kept.
    pub is_kept: bool,
}

impl Lineage {
    /// The history of a revision, followed from where an earlier run ended. `tell` is told after some commits how many are
    /// done, and of how many.
    ///
    /// # Errors
    /// As [`Repository::chronicle`].
    pub fn of(repository: &Repository, asked: &Asked<'_>, tell: &mut dyn FnMut(usize, usize)) -> Result<Self> {
        let new_shelf = || Shelf::new(repository.cache(), asked.ignored, &repository.boundary());
        let shelf = asked.is_kept.then(new_shelf);
        let nearest = match &shelf {
            Some(shelf) => repository.nearest_first_parent(asked.revision, &shelf.revisions())?,
            None => None,
        };
        let known = shelf.as_ref().zip(nearest).and_then(|(shelf, nearest)| shelf.read(&nearest)).unwrap_or_default();
        let known_commits = known.commits.len();
        let chronicle = repository.chronicle(asked.revision, asked.folder, &is_text, known.commits)?;
        let commits = chronicle.commits.iter().map(|commit| HistoryCommit {
            parents: &commit.parents,
            changes: &commit.changes,
            is_ignored: asked.ignored.contains(&commit.id),
        });
        let history = History { commits: commits.collect(), read: &|content, path| chronicle.read(content, path) };
        let total = chronicle.commits.len();
        let provenance = follow(&history, known.provenance, &mut |done| tell(done, total));
        // What could not be read may be there the next time.
        if let Some(shelf) = shelf.filter(|_| known_commits < total && provenance.unread.is_empty()) {
            shelf.write(&chronicle.commits, &provenance);
        }
        Ok(Self { chronicle, provenance })
    }
}

/// Whether a file holds text, by its name.
fn is_text(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    let ending = name.rsplit_once('.').map(|(_, ending)| ending);
    ending.is_none_or(|ending| TEXT_ENDINGS.iter().any(|text| ending.eq_ignore_ascii_case(text)))
}

//! The list of a policy's files, with what was found beside them.

use super::MOST_ENTRIES;
use super::obstacle::{Obstacle, Verdict, child, document_path, is_left_out, judge, shown_name};
use crate::error::{Error, Result};
use crate::model::{DocumentPath, Message, nearest};
use std::collections::BTreeMap;

/// Files in the order of their paths, each with what it takes to read it, and the entries that were skipped.
#[derive(Debug)]
pub(super) struct Listing<Source> {
    files: BTreeMap<DocumentPath, Source>,
    obstacles: BTreeMap<String, Obstacle>,
    entries: usize,
}

impl<Source> Listing<Source> {
    /// A list without files.
    pub(super) const fn new() -> Self {
        Self { files: BTreeMap::new(), obstacles: BTreeMap::new(), entries: 0 }
    }

    /// Counts an entry that is looked at.
    ///
    /// # Errors
    /// If there are more than a policy may hold; the error has no place yet.
    pub(super) fn count(&mut self) -> Result<()> {
        self.entries += 1;
        if self.entries <= MOST_ENTRIES {
            return Ok(());
        }
        Err(Error::input(Message::new("repo-too-many-files").with("limit", MOST_ENTRIES))
            .hint(Message::new("repo-hint-too-many-files")))
    }

    /// Adds the file at `path`, unless no document can have that path or another has it.
    pub(super) fn add(&mut self, path: &str, source: Source) {
        match document_path(path) {
            Ok(document) if self.files.contains_key(&document) => self.skip(path.to_owned(), Obstacle::Duplicate),
            Ok(document) => {
                self.files.insert(document, source);
            }
            Err(obstacle) => self.skip(shown_name(path.as_bytes()), obstacle),
        }
    }

    /// Notes that the entry at `path` was skipped.
    pub(super) fn skip(&mut self, path: String, obstacle: Obstacle) {
        self.obstacles.insert(path, obstacle);
    }

    /// Notes that the entry `name` of `folder` was skipped.
    pub(super) fn skip_entry(&mut self, folder: &str, name: &[u8], obstacle: Obstacle) {
        self.skip(child(folder, &shown_name(name)), obstacle);
    }

    /// The paths of the files.
    pub(super) fn paths(&self) -> Vec<DocumentPath> {
        self.files.keys().cloned().collect()
    }

    /// What it takes to read a file of the list.
    pub(super) fn get(&self, path: &DocumentPath) -> Option<&Source> {
        self.files.get(path)
    }

    /// Every entry that was skipped, called what `display` makes of its path.
    pub(super) fn skipped(&self, display: impl Fn(&str) -> String) -> Vec<Error> {
        self.obstacles.iter().map(|(path, obstacle)| obstacle.error(display(path))).collect()
    }

    /// Whether something may be at this path that was left out or skipped.
    pub(super) fn may_hide(&self, path: &DocumentPath) -> bool {
        let parts = path.as_str().match_indices('/').map(|(end, _)| &path.as_str()[..end]);
        let is_skipped = parts.chain([path.as_str()]).any(|part| self.obstacles.contains_key(part));
        is_skipped || is_left_out(path) || judge(path.file_name().as_bytes(), true) == Verdict::LeaveOut
    }

    /// Why a file that is not in the list cannot be read; `display` makes of a path what people call it.
    pub(super) fn missing(&self, path: &DocumentPath, display: impl Fn(&str) -> String) -> Error {
        let shown = display(path.as_str());
        let parts = path.as_str().match_indices('/').map(|(end, _)| &path.as_str()[..end]);
        if let Some(obstacle) = parts.chain([path.as_str()]).find_map(|part| self.obstacles.get(part)) {
            return obstacle.error(shown);
        }
        if is_left_out(path) {
            return Error::input(Message::new("repo-file-left-out")).at(shown, None);
        }
        let error = Error::input(Message::new("repo-file-missing")).at(shown, None);
        let near = nearest(path.as_str(), self.files.keys().map(|name| (name, name.as_str())));
        let error = match near.first() {
            Some(name) => error.hint(Message::new("repo-hint-did-you-mean").with("names", display(name))),
            None => error,
        };
        error.hint(Message::new("repo-hint-left-out"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn listing(paths: &[&str]) -> Listing<()> {
        let mut listing = Listing::new();
        for path in paths {
            listing.add(path, ());
        }
        listing
    }

    fn missing(listing: &Listing<()>, path: &str) -> (String, Vec<&'static str>) {
        let error = listing.missing(&DocumentPath::new(path).unwrap(), str::to_owned);
        (error.to_string(), error.hints.iter().map(|hint| hint.id).collect())
    }

    #[test]
    fn paths_are_sorted_and_each_stands_once() {
        let listing = listing(&["b.md", "a/z.md", "a.md", "b.md", "C:/x"]);
        let paths: Vec<_> = listing.paths().iter().map(ToString::to_string).collect();
        assert_eq!(paths, ["a.md", "a/z.md", "b.md"]);
        let skipped: Vec<_> = listing.skipped(|path| format!("v1:{path}")).iter().map(ToString::to_string).collect();
        assert_eq!(skipped, ["repo-name-refused (v1:C:/x)", "repo-duplicate-name (v1:b.md)"]);
    }

    #[test]
    fn a_file_that_is_missing_says_why() {
        let mut listing = listing(&["es/04-publicar.md"]);
        listing.skip("img".to_owned(), Obstacle::SymbolicLink);
        assert_eq!(missing(&listing, "img/a.svg").0, "repo-symbolic-link (img/a.svg)");
        assert_eq!(missing(&listing, "target/a.md").0, "repo-file-left-out (target/a.md)");
        assert_eq!(
            missing(&listing, "ES/04-Publicar.md"),
            ("repo-file-missing (ES/04-Publicar.md)".to_owned(), vec!["repo-hint-did-you-mean", "repo-hint-left-out"])
        );
        assert_eq!(missing(&listing, "zz").1, ["repo-hint-left-out"]);
    }

    #[test]
    fn what_was_left_out_or_skipped_may_be_there() {
        let mut listing = listing(&["es/a.md"]);
        listing.skip("img".to_owned(), Obstacle::SymbolicLink);
        let hidden =
            |paths: &[&str]| paths.iter().filter(|path| listing.may_hide(&DocumentPath::new(path).unwrap())).count();
        assert_eq!(hidden(&["img", "img/a/b.svg", ".github/a.md", "es/.x", "target", "node_modules/a/b.js"]), 6);
        assert_eq!(hidden(&["es/a.md", "es/b.md", "imgs/a.svg", "targets"]), 0);
    }

    #[test]
    fn entries_are_limited() {
        let mut listing = Listing::<()>::new();
        assert!((0..MOST_ENTRIES).all(|_| listing.count().is_ok()));
        assert_eq!(listing.count().unwrap_err().to_string(), "repo-too-many-files limit=Number(250000)");
    }
}

//! The order in which documents are read.

use crate::model::{DocumentEntry, Language, Manifest};
use std::cmp::Ordering;

/// Sorts documents, of which `entry` tells what is known: by language, as the manifest lists them; then as the manifest's `order` says; then by front matter
/// `order`; then by path, numbers by their value, a folder's `README` or `index` first. That of the policy's own folder
/// comes before what its front matter orders, unless it has an `order` itself.
pub(super) fn sort<Known>(documents: &mut [Known], entry: fn(&Known) -> &DocumentEntry, manifest: &Manifest) {
    let rank = |language: Option<&Language>| {
        let place = manifest.languages.iter().position(|listed| Some(listed) == language);
        (place.unwrap_or(usize::MAX), language.is_none(), language.cloned())
    };
    let listed = |entry: &DocumentEntry| {
        manifest.order.iter().position(|path| path == entry.path.as_str()).unwrap_or(usize::MAX)
    };
    documents.sort_by_cached_key(|document| {
        let entry = entry(document);
        (
            rank(entry.language.as_ref()),
            listed(entry),
            entry.order.unwrap_or(if introduces_the_policy(entry) { i64::MIN } else { i64::MAX }),
            NaturalPath::new(entry.path.as_str()),
        )
    });
}

fn introduces_the_policy(entry: &DocumentEntry) -> bool {
    entry.path.folder().is_empty() && introduction(stem(entry.path.as_str())).is_some()
}

/// The place among the files that introduce a folder, by a file's name without its ending: an `index` is often no more
/// than the front page of a site.
fn introduction(stem: &str) -> Option<usize> {
    ["readme", "index"].iter().position(|name| stem.eq_ignore_ascii_case(name))
}

/// A path without the ending of its file's name.
fn stem(path: &str) -> &str {
    let file = path.rsplit('/').next().unwrap_or(path);
    let ending = file.rsplit_once('.').map_or(0, |(_, ending)| ending.len() + 1);
    &path[..path.len() - ending]
}

/// A path that sorts as people number files: `2-a.md` before `10-b.md`.
#[derive(Debug, PartialEq, Eq)]
pub struct NaturalPath(Vec<Part>, String);

#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Part {
    /// A file that introduces its folder.
    Introduction(usize),
    /// A run of digits: its length without leading zeros, its digits, its length as written.
    Number(usize, String, usize),
    /// The end of a folder's or a file's name.
    Separator,
    /// Anything else, in lower case and as written.
    Text(String, String),
}

impl NaturalPath {
    /// Reads a path.
    #[must_use]
    pub fn new(path: &str) -> Self {
        let mut parts = Vec::new();
        // Without its ending, so that `a.md` stands before what is in `a/`; the ending decides what is left.
        let (path, ending) = path.split_at(stem(path).len());
        for stem in path.split('/') {
            parts.extend(introduction(stem).map(Part::Introduction));
            let mut rest = stem;
            while let Some(first) = rest.chars().next() {
                let digits = first.is_ascii_digit();
                let end = rest.find(|character: char| character.is_ascii_digit() != digits).unwrap_or(rest.len());
                let (run, after) = rest.split_at(end);
                if digits {
                    let value = run.trim_start_matches('0');
                    parts.push(Part::Number(value.len(), value.to_owned(), run.len()));
                } else {
                    parts.push(Part::Text(run.to_lowercase(), run.to_owned()));
                }
                rest = after;
            }
            parts.push(Part::Separator);
        }
        Self(parts, ending.to_owned())
    }
}

impl PartialOrd for NaturalPath {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for NaturalPath {
    fn cmp(&self, other: &Self) -> Ordering {
        (&self.0, &self.1).cmp(&(&other.0, &other.1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_sort_by_value_and_introductions_first() {
        let mut paths = [
            "b/10.md",
            "b/9.md",
            "b/README.md",
            "a.md",
            "B/x.md",
            "02.md",
            "2.md",
            "a/index.md",
            "1-z.md",
            "b/09.md",
            "b/index.md",
        ];
        paths.sort_by_key(|path| NaturalPath::new(path));
        assert_eq!(
            paths,
            [
                "1-z.md",
                "2.md",
                "02.md",
                "a.md",
                "a/index.md",
                "B/x.md",
                "b/README.md",
                "b/index.md",
                "b/9.md",
                "b/09.md",
                "b/10.md"
            ]
        );
    }
}

//! Documents that are followed through the history, by the names they have where they were followed to.

use crate::model::DocumentPath;
use std::collections::BTreeMap;
use std::mem;

/// The most names of one document that are kept.
const MOST_NAMES: usize = 100;

/// The names that a document had from a newer revision back to one commit, the newest first; there is one at least.
pub(super) type Trail = Vec<DocumentPath>;

/// Documents by the names they have in one commit. Two may have the same, where a document became two later.
#[derive(Debug, Default)]
pub(super) struct Trails(BTreeMap<String, Vec<Trail>>);

impl Trails {
    /// Documents that begin to be followed under these names.
    pub(super) fn of<'a>(paths: impl IntoIterator<Item = &'a String>) -> Self {
        let documents = paths.into_iter().filter_map(|path| Some((path.clone(), vec![vec![DocumentPath::new(path)?]])));
        Self(documents.collect())
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The names that documents have here.
    pub(super) fn names(&self) -> Vec<&str> {
        self.0.keys().map(String::as_str).collect()
    }

    /// The documents.
    pub(super) fn into_trails(self) -> impl Iterator<Item = Trail> {
        self.0.into_values().flatten()
    }

    /// The document with a name; of two, the one that comes first.
    pub(super) fn get(&self, name: &DocumentPath) -> Option<&Trail> {
        self.0.get(name.as_str()).and_then(|trails| trails.first())
    }

    /// Takes away those that have one of these names here.
    pub(super) fn take<Value>(&mut self, names: &BTreeMap<String, Value>) -> Self {
        if names.len() < self.0.len() {
            return Self(names.keys().filter_map(|name| self.0.remove_entry(name)).collect());
        }
        Self(self.0.extract_if(.., |name, _| names.contains_key(name)).collect())
    }

    /// Gives each the name that it had before, by those that they have here. Of very many names of a document, those in the
    /// middle are forgotten.
    pub(super) fn back_to(self, former: &BTreeMap<String, String>) -> Self {
        let mut back = Self::default();
        for (name, mut trails) in self.0 {
            let Some((name, path)) = former.get(&name).and_then(|name| Some((name, DocumentPath::new(name)?))) else {
                continue;
            };
            for trail in &mut trails {
                trail.truncate(MOST_NAMES - 1);
                trail.push(path.clone());
            }
            back.0.entry(name.clone()).or_default().extend(trails);
        }
        back
    }

    /// Adds others.
    pub(super) fn add(&mut self, mut others: Self) {
        if self.0.len() < others.0.len() {
            mem::swap(self, &mut others);
        }
        for (name, trails) in others.0 {
            self.0.entry(name).or_default().extend(trails);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn trails(paths: &[&str]) -> Trails {
        Trails::of(&paths.iter().map(ToString::to_string).collect::<Vec<_>>())
    }

    fn names(pairs: &[(&str, &str)]) -> BTreeMap<String, String> {
        pairs.iter().map(|(name, former)| ((*name).to_owned(), (*former).to_owned())).collect()
    }

    fn shown(trails: Trails) -> Vec<String> {
        let shown = |trail: Trail| trail.iter().map(DocumentPath::as_str).collect::<Vec<_>>().join(" ");
        trails.into_trails().map(shown).collect()
    }

    #[test]
    fn some_are_taken_by_their_names_whichever_are_more() {
        let mut all = trails(&["a.md", "b.md", "c.md"]);
        let taken = all.take(&names(&[("b.md", ""), ("z.md", "")]));
        assert_eq!((all.names(), taken.names()), (vec!["a.md", "c.md"], vec!["b.md"]));
        let taken = all.take(&names(&[("b.md", ""), ("c.md", ""), ("z.md", "")]));
        assert_eq!((all.names(), taken.names()), (vec!["a.md"], vec!["c.md"]));
    }

    #[test]
    fn two_documents_may_have_had_one_name() {
        let mut back = trails(&["b.md"]).back_to(&names(&[("b.md", "a.md")]));
        back.add(trails(&["a.md", "c.md"]));
        back.add(trails(&["d.md"]));
        assert_eq!(back.names(), ["a.md", "c.md", "d.md"]);
        let path = DocumentPath::new("a.md").unwrap();
        assert_eq!(back.get(&path).map(Vec::len), Some(1));
        assert_eq!(shown(back), ["a.md", "b.md a.md", "c.md", "d.md"]);
    }
}

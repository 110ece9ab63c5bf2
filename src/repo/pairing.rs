//! Which of the documents that a commit removed are those that it added, under other names.
//!
//! 1. Documents of the same bytes, which their ids tell, are paired; of several, those whose paths end alike;
//! 2. of the others, those whose paths alone end alike are read, and paired if they resemble each other well;
//! 3. what is left is compared each with each, and paired from the most alike on.

use super::comparison::Difference;
use super::resemblance::{Resemblance, Resembling};
use git2::Oid;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// The share of what two documents have in common, in thousandths, from which on they are the same if their paths alone end
/// alike.
const RESEMBLING_WELL: usize = 750;

/// How many parts of paths are looked at for whether they end alike.
const MOST_PARTS: usize = 3;

/// The most documents on either side that are compared each with each: a limit on work.
const MOST_COMPARED: usize = 200;

/// The former names of the documents that were added as `wanted`, by their new ones.
///
/// Only for these are documents read, but all that were added are compared, so that each goes to its likeliest new name.
pub(super) fn former_names(
    difference: &Difference,
    wanted: &[&str],
    resemblance: &mut Resemblance<'_>,
) -> BTreeMap<String, String> {
    let mut pairs = Pairs::of(difference);
    pairs.join_same();
    for parts in (1..=MOST_PARTS).rev() {
        if pairs.lack(wanted) {
            pairs.join_by_path(parts, resemblance);
        }
    }
    if pairs.lack(wanted) {
        pairs.join_resembling(wanted, resemblance);
    }
    wanted.iter().filter_map(|new| Some(((*new).to_owned(), (*pairs.found.get(new)?).to_owned()))).collect()
}

/// Documents that were added and removed.
struct Pairs<'a> {
    /// The former names that were found, by the new ones.
    found: BTreeMap<&'a str, &'a str>,
    /// The others, each with its blob.
    added: BTreeMap<&'a str, Oid>,
    removed: BTreeMap<&'a str, Oid>,
}

impl<'a> Pairs<'a> {
    fn of(difference: &'a Difference) -> Self {
        let side = |documents: &'a BTreeMap<String, Oid>| documents.iter().map(|(path, id)| (path.as_str(), *id));
        let (added, removed) = (side(&difference.added).collect(), side(&difference.removed).collect());
        Self { found: BTreeMap::new(), added, removed }
    }

    /// Whether a new document has no former name yet that could have one.
    fn lack(&self, wanted: &[&str]) -> bool {
        !self.removed.is_empty() && wanted.iter().any(|new| self.added.contains_key(new))
    }

    fn join(&mut self, old: &'a str, new: &'a str) {
        if self.removed.contains_key(old) && self.added.remove(new).is_some() {
            self.removed.remove(old);
            self.found.insert(new, old);
        }
    }

    /// Joins documents of the same bytes.
    fn join_same(&mut self) {
        for parts in (0..=MOST_PARTS).rev() {
            let groups = self.groups(|path, id| (ending(path, parts), id));
            for (old, new) in groups.iter().flat_map(|[old, new]| old.iter().zip(new)) {
                self.join(old, new);
            }
        }
    }

    /// Joins documents that resemble each other well and whose paths alone end alike, in so many parts.
    fn join_by_path(&mut self, parts: usize, resemblance: &mut Resemblance<'_>) {
        for group in self.groups(|path, _| ending(path, parts)) {
            if let ([old], [new]) = (&group[0][..], &group[1][..])
                && resemblance.share(self.removed[old], self.added[new]) >= RESEMBLING_WELL
            {
                self.join(old, new);
            }
        }
    }

    /// Joins documents that resemble each other, the most alike first, and of those as alike the ones whose paths end alike.
    fn join_resembling(&mut self, wanted: &[&str], resemblance: &mut Resemblance<'_>) {
        let old: Vec<_> = self.removed.iter().map(|(path, id)| (*path, *id)).take(MOST_COMPARED).collect();
        let mut new: Vec<_> = self.added.iter().map(|(path, id)| (*path, *id)).collect();
        new.sort_by_key(|(path, _)| !wanted.contains(path));
        new.truncate(MOST_COMPARED);
        let ids = |documents: &[(&str, Oid)]| documents.iter().map(|(_, id)| *id).collect::<Vec<_>>();
        let resembling = resemblance.resembling(&ids(&old), &ids(&new));
        let paths = |it: &Resembling| (old[it.old].0, new[it.new].0);
        let mut ranked: Vec<_> = resembling.iter().map(|it| (it.share, paths(it))).collect();
        ranked.sort_by_key(|(share, (old, new))| (Reverse((*share, parts_alike(old, new))), *old, *new));
        for (_, (old, new)) in ranked {
            self.join(old, new);
        }
    }

    /// The documents that were removed and added for which `key` says the same, where there are of both.
    fn groups<Key: Ord>(&self, key: impl Fn(&'a str, Oid) -> Key) -> Vec<[Vec<&'a str>; 2]> {
        let mut groups: BTreeMap<Key, [Vec<&'a str>; 2]> = BTreeMap::new();
        for (side, documents) in [&self.removed, &self.added].into_iter().enumerate() {
            for (path, id) in documents {
                groups.entry(key(path, *id)).or_default()[side].push(path);
            }
        }
        groups.into_values().filter(|sides| sides.iter().all(|side| !side.is_empty())).collect()
    }
}

/// The last parts of a path.
fn ending(path: &str, parts: usize) -> &str {
    let starts = path.rmatch_indices('/').map(|(slash, _)| slash + 1).chain([0]);
    let start = [path.len()].into_iter().chain(starts).nth(parts);
    &path[start.unwrap_or(0)..]
}

/// In how many parts two paths end alike.
fn parts_alike(one: &str, other: &str) -> usize {
    one.rsplit('/').zip(other.rsplit('/')).take_while(|(one, other)| one == other).count()
}

#[cfg(test)]
mod tests;

//! Identifiers, each given once in an edition.

use foldhash::HashMap;

/// The identifiers given so far.
#[derive(Default)]
pub(in crate::edition) struct Ids {
    /// Each identifier with the last number that was put behind it.
    given: HashMap<String, usize>,
}

impl Ids {
    /// Takes an identifier that is spoken for.
    pub(in crate::edition) fn reserve(&mut self, id: &str) {
        self.given.insert(id.to_owned(), 1);
    }

    /// Whether an identifier is given already.
    pub(in crate::edition) fn is_given(&self, id: &str) -> bool {
        self.given.contains_key(id)
    }

    /// `wanted`, or the first of `wanted-2`, `wanted-3` and so on that is free.
    pub(in crate::edition) fn unique(&mut self, wanted: String) -> String {
        let Some(mut number) = self.given.get(&wanted).copied() else {
            self.given.insert(wanted.clone(), 1);
            return wanted;
        };
        let id = loop {
            number += 1;
            let id = format!("{wanted}-{number}");
            if !self.given.contains_key(&id) {
                break id;
            }
        };
        // Kept under the name asked for, so that a thousand equal names take a thousand steps.
        self.given.insert(wanted, number);
        self.given.insert(id.clone(), 1);
        id
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_id_is_given_twice() {
        let mut ids = Ids::default();
        ids.reserve("a");
        ids.reserve("a-2");
        let given: Vec<String> = ["a", "a", "b", "a-2"].into_iter().map(|id| ids.unique(id.to_owned())).collect();
        assert_eq!(given, ["a-3", "a-4", "b", "a-2-2"]);
    }
}

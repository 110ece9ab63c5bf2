//! The difference between two short texts, word by word, blanks between.
//!
//! For what has no tokens: the entries of a front matter, raw HTML.

use similar::{ChangeTag, TextDiff};

/// In which of two texts a part of them stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Presence {
    /// In both.
    Both,
    /// In the old one.
    Old,
    /// In the new one.
    New,
}

/// The parts of two texts in one row; what stands between blanks is a word.
#[must_use]
pub fn merged(old: &str, new: &str) -> Vec<(Presence, String)> {
    let diff = TextDiff::from_words(old, new);
    let mut parts: Vec<(Presence, String)> = Vec::new();
    for change in diff.iter_all_changes() {
        let presence = match change.tag() {
            ChangeTag::Equal => Presence::Both,
            ChangeTag::Delete => Presence::Old,
            ChangeTag::Insert => Presence::New,
        };
        match parts.last_mut().filter(|(last, _)| *last == presence) {
            Some((_, text)) => text.push_str(change.value()),
            None => parts.push((presence, change.value().to_owned())),
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::{Presence, merged};
    use proptest::prelude::*;

    #[test]
    fn words_that_differ_are_told() {
        let parts = merged("version: 1.0 beta", "version: 1.1 beta");
        let told: Vec<(Presence, &str)> = parts.iter().map(|(presence, text)| (*presence, text.as_str())).collect();
        assert_eq!(
            told,
            [(Presence::Both, "version: "), (Presence::Old, "1.0"), (Presence::New, "1.1"), (Presence::Both, " beta")]
        );
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..Default::default() })]

        #[test]
        fn both_texts_are_in_the_parts(old in "[ab ]{0,30}", new in "[ab ]{0,30}") {
            let side = |other: Presence| -> String {
                merged(&old, &new).into_iter().filter(|(presence, _)| *presence != other).map(|(_, text)| text).collect()
            };
            prop_assert_eq!(side(Presence::New), old.clone());
            prop_assert_eq!(side(Presence::Old), new.clone());
        }
    }
}

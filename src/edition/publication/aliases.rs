//! The names by which older editions called a section, so that links to them keep working.
//!
//! 1. The manifest lists them;
//! 2. those of the last release are known by what changed since;
//! 3. a name that the edition has for something else is left to that.

use super::Publication;
use crate::diff::Unit;
use std::collections::{BTreeMap, HashMap, HashSet};

/// The names by the anchors that the sections have now, in order.
pub(super) fn of(publication: &Publication<'_>) -> HashMap<String, Vec<String>> {
    let listed = &publication.manifest.aliases;
    let mut renamed: BTreeMap<&str, &str> = BTreeMap::new();
    for change in publication.changes().into_iter().flat_map(|changes| &changes.comparison.changes) {
        let sections = change.old.as_ref().zip(change.new.as_ref()).filter(|_| change.unit == Unit::Section);
        if let Some((Some(old), Some(new))) = sections.map(|(old, new)| (old.anchor.as_deref(), new.anchor.as_deref()))
        {
            renamed.insert(old, new);
        }
    }
    renamed.extend(listed.iter().map(|(old, new)| (old.as_str(), new.as_str())));
    let mut aliases: HashMap<String, Vec<String>> = HashMap::new();
    if renamed.is_empty() {
        return aliases;
    }
    let taken: HashSet<&str> = publication.every_anchor().collect();
    for old in renamed.keys().filter(|old| !taken.contains(*old)) {
        if let Some(now) = end(old, &renamed).filter(|now| taken.contains(now)) {
            aliases.entry(now.to_owned()).or_default().push((*old).to_owned());
        }
    }
    aliases
}

/// The last name of a section that was renamed several times; nothing where the names go round in a circle.
fn end<'a>(name: &str, renamed: &BTreeMap<&str, &'a str>) -> Option<&'a str> {
    let mut now = *renamed.get(name)?;
    for _ in 0..renamed.len() {
        match renamed.get(now) {
            Some(next) => now = next,
            None => return Some(now),
        }
    }
    None
}

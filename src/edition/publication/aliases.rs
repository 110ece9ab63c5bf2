//! The names by which older editions called a section, so that links to them keep working.
//!
//! 1. The manifest lists them;
//! 2. those of the last release are known by what changed since;
//! 3. a name that the edition has for something else is left to that;
//! 4. one of the manifest that leads nowhere in any language is a finding.

use super::Publication;
use crate::config::MANIFEST;
use crate::diff::Unit;
use crate::model::{Alias, DocumentPath, Finding, Fingerprint, Manifest, Message, Severity, last_name};
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
    renamed.extend(listed.iter().map(|(old, new)| (old.as_str(), new.anchor.as_str())));
    let mut aliases: HashMap<String, Vec<String>> = HashMap::new();
    if renamed.is_empty() {
        return aliases;
    }
    let taken: HashSet<&str> = publication.every_anchor().collect();
    let next = |name: &str| renamed.get(name).copied();
    for old in renamed.keys().filter(|old| !taken.contains(*old)) {
        if let Some(now) = last_name(old, renamed.len(), next, |name| taken.contains(name)) {
            aliases.entry(now.to_owned()).or_default().push((*old).to_owned());
        }
    }
    aliases
}

/// Names that the manifest lists and that were not found to lead anywhere so far.
pub(in crate::edition) struct Lost<'a>(BTreeMap<&'a str, &'a Alias>);

impl<'a> Lost<'a> {
    /// Every name of the manifest.
    pub(in crate::edition) fn all(manifest: &'a Manifest) -> Self {
        Self(manifest.aliases.iter().map(|(name, alias)| (name.as_str(), alias)).collect())
    }

    /// Drops those that lead somewhere in an edition.
    pub(in crate::edition) fn look_in(&mut self, publication: &Publication<'_>) {
        if !self.0.is_empty() {
            let older = publication.aliases.values().flatten().map(String::as_str);
            let known: HashSet<&str> = older.chain(publication.every_anchor()).collect();
            self.0.retain(|name, _| !known.contains(name));
        }
    }

    /// Says which are left.
    pub(in crate::edition) fn findings(&self) -> Vec<Finding> {
        let Some(path) = DocumentPath::new(MANIFEST) else { return Vec::new() };
        let finding = |(name, alias): (&&str, &&Alias)| Finding {
            rule: "edition-alias-lost",
            severity: Severity::Warning,
            path: path.clone(),
            span: alias.span,
            message: Message::new("edition-alias-lost").with("name", *name).with("anchor", alias.anchor.as_str()),
            hints: vec![Message::new("edition-alias-lost-hint")],
            related: Vec::new(),
            fix: None,
            fingerprint: Fingerprint::default(),
        };
        self.0.iter().map(finding).collect()
    }
}

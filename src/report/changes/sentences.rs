//! What several forms of a comparison say.

use super::{Compared, VersionName};
use crate::diff::{Bump, Change, Class, Event, Place, Unit};
use crate::messages::Catalogue;
use crate::model::{DocumentPath, Message};

/// The name of a version.
pub(super) fn name(version: &VersionName, words: &Catalogue) -> String {
    version.name.clone().unwrap_or_else(|| words.word("diff-work-tree"))
}

/// What a class is called where one change is told.
pub(super) const fn class_word(class: Class) -> &'static str {
    match class {
        Class::NormAdded => "diff-class-norm-added",
        Class::NormRemoved => "diff-class-norm-removed",
        Class::NormStrengthened => "diff-class-norm-strengthened",
        Class::NormWeakened => "diff-class-norm-weakened",
        Class::NormChanged => "diff-class-norm-changed",
        Class::Definition => "diff-class-definition",
        Class::Figure => "diff-class-figure",
        Class::Structural => "diff-class-structural",
        Class::Editorial => "diff-class-editorial",
        Class::Formatting => "diff-class-formatting",
        Class::Metadata => "diff-class-metadata",
    }
}

/// How many changes of a class there are.
pub(super) fn count_of(class: Class, count: usize) -> Message {
    Message::new(match class {
        Class::NormAdded => "diff-count-norm-added",
        Class::NormRemoved => "diff-count-norm-removed",
        Class::NormStrengthened => "diff-count-norm-strengthened",
        Class::NormWeakened => "diff-count-norm-weakened",
        Class::NormChanged => "diff-count-norm-changed",
        Class::Definition => "diff-count-definition",
        Class::Figure => "diff-count-figure",
        Class::Structural => "diff-count-structural",
        Class::Editorial => "diff-count-editorial",
        Class::Formatting => "diff-count-formatting",
        Class::Metadata => "diff-count-metadata",
    })
    .with("count", count)
}

/// What a part of the text is called.
const fn unit_word(unit: Unit) -> &'static str {
    match unit {
        Unit::Document => "diff-unit-document",
        Unit::Section => "diff-unit-section",
        Unit::Paragraph => "diff-unit-paragraph",
        Unit::Row => "diff-unit-row",
        Unit::Term => "diff-unit-term",
        Unit::Code => "diff-unit-code",
        Unit::Html => "diff-unit-html",
        Unit::Rule => "diff-unit-rule",
        Unit::Metadata => "diff-unit-metadata",
    }
}

/// What happened to what: `paragraph moved`.
pub(super) fn event(change: &Change, words: &Catalogue) -> String {
    let id = match change.event {
        Event::Edited => "diff-event-edited",
        Event::Added => "diff-event-added",
        Event::Removed => "diff-event-removed",
        Event::Moved => "diff-event-moved",
        Event::Renamed => "diff-event-renamed",
        Event::Split => "diff-event-split",
        Event::Merged => "diff-event-merged",
        Event::Level => "diff-event-level",
        Event::Metadata => "diff-event-metadata",
        Event::Link => "diff-event-link",
    };
    let feminine = matches!(change.unit, Unit::Section | Unit::Row | Unit::Rule);
    let gender = if feminine { "feminine" } else { "masculine" };
    words.text(&Message::new(id).with("unit", words.word(unit_word(change.unit))).with("gender", gender))
}

/// The place of a change as people call it: where it is, else where it was.
pub(super) fn place(change: &Change) -> Option<&Place> {
    change.new.as_ref().or(change.old.as_ref())
}

/// Where a change stands: `es/04-datos.md:12`.
pub(super) fn address(place: &Place) -> String {
    format!("{}:{}", place.path, place.start.line)
}

/// Where what moved was, where that says more than where it is; for a document all its former names, the latest first.
pub(super) fn origin(change: &Change, names: &[Vec<DocumentPath>], words: &Catalogue) -> Option<String> {
    let (old, new) = (change.old.as_ref()?, change.new.as_ref()?);
    let is_elsewhere = matches!(change.event, Event::Moved | Event::Split | Event::Merged | Event::Renamed);
    if !is_elsewhere || change.event == Event::Renamed && change.unit == Unit::Section {
        return None;
    }
    let was = match &old.title {
        _ if change.unit == Unit::Document => {
            let chain = names.iter().find(|chain| chain.last() == Some(&new.path) && chain.first() == Some(&old.path));
            let former = chain.map_or(&[][..], |chain| &chain[..chain.len() - 1]);
            let former: Vec<&str> = former.iter().rev().map(DocumentPath::as_str).collect();
            if former.is_empty() { old.path.to_string() } else { former.join(", ") }
        }
        Some(title) if old.path == new.path && old.anchor != new.anchor && change.unit != Unit::Section => {
            title.clone()
        }
        _ => address(old),
    };
    Some(words.text(&Message::new("diff-origin").with("place", was)))
}

/// How many changes of each class there are, those on norms first: the parts of a sentence.
pub(super) fn counts(compared: Compared<'_>, words: &Catalogue) -> Vec<String> {
    let counts = compared.comparison.counts().filter(|(_, count)| *count > 0);
    counts.map(|(class, count)| words.text(&count_of(class, count))).collect()
}

/// How many words were put in and taken out.
pub(super) fn words_changed(compared: Compared<'_>, words: &Catalogue) -> String {
    let (added, removed) = compared.comparison.words();
    words.text(&Message::new("diff-words").with("added", added).with("removed", removed))
}

/// What the changes ask of the next version's number; `None` where nothing changed, or only a part of what did
/// is told.
pub(super) fn proposal(compared: Compared<'_>, words: &Catalogue) -> Option<String> {
    if compared.comparison.changes.is_empty() {
        return None;
    }
    // What is told is the text of what was asked for; the version's number is a matter of the whole.
    let bump =
        if compared.comparison.is_part { Bump::of(&compared.comparison.changes) } else { compared.comparison.bump };
    let id = match bump {
        Bump::None if compared.comparison.changes.iter().all(|change| change.class == Class::Metadata) => {
            "diff-bump-metadata"
        }
        Bump::None => "diff-bump-formatting",
        _ if compared.comparison.is_part => return None,
        Bump::Patch => "diff-bump-patch",
        Bump::Minor => "diff-bump-minor",
        Bump::Major => "diff-bump-major",
    };
    let next =
        compared.next.map_or_else(String::new, |next| words.text(&Message::new("diff-next").with("version", next)));
    Some(words.text(&Message::new(id).with("next", next)))
}

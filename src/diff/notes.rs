//! Which changes the notes of a version leave out.
//!
//! 1. Of a change log, the parts are read that stand for the versions compared: from the heading with the new version's name,
//!    or of what is not released yet, to the one with the old version's; all of it where no heading names a version;
//! 2. a change has to be mentioned if it concerns norms, definitions or figures, or if a section or a document as a whole was
//!    added or removed;
//! 3. a paragraph or item mentions a change if it names its section or its document, or has half of its telling words.

use super::change::{Change, Class, Event, Place, Unit};
use crate::model::{Document, DocumentPath, Setting, bare_words, folded};
use std::collections::{HashMap, HashSet};

/// What headings say of changes that are in no version yet, folded.
const UNRELEASED: [&str; 6] = ["unreleased", "next", "sin publicar", "no publicado", "proxima version", "por publicar"];

/// The beginnings of modal verbs, folded: that two texts have one in common says nothing.
const MODAL: [&str; 9] = ["deb", "podr", "pued", "must", "shall", "should", "will", "requ", "allow"];

/// The fewest letters of a word that tells one change from another.
const TELLING: usize = 4;

/// The changes that have to be mentioned in the notes between two versions of these names, and are not.
#[must_use]
pub fn unmentioned<'a>(changes: &'a [Change], notes: &Document<'_>, old: &str, new: Option<&str>) -> Vec<&'a Change> {
    let items = items(notes, old, new);
    let common = common_titles(changes);
    let is_missing = |change: &&Change| matters(change) && !items.iter().any(|item| item.mentions(change, &common));
    changes.iter().filter(is_missing).collect()
}

/// The titles that several sections with changes have, as «Requisitos» in every chapter: they name none of them.
fn common_titles(changes: &[Change]) -> HashSet<&str> {
    let mut bearers: HashMap<&str, HashSet<(&DocumentPath, Option<&str>)>> = HashMap::new();
    for place in changes.iter().filter_map(|change| change.new.as_ref().or(change.old.as_ref())) {
        if let Some(title) = place.title.as_deref() {
            bearers.entry(title).or_default().insert((&place.path, place.anchor.as_deref()));
        }
    }
    bearers.into_iter().filter(|(_, bearers)| bearers.len() > 1).map(|(title, _)| title).collect()
}

/// Whether a change belongs into the notes of a version.
fn matters(change: &Change) -> bool {
    let is_whole = matches!(change.unit, Unit::Section | Unit::Document)
        && matches!(change.event, Event::Added | Event::Removed | Event::Renamed);
    is_whole || matches!(change.class, Class::Definition | Class::Figure) || change.class.concerns_norms()
}

/// A paragraph or an item of the notes.
struct Item {
    /// Its words, folded, in a row between blanks.
    text: String,
    words: HashSet<String>,
    /// Where its links lead.
    targets: String,
}

impl Item {
    fn mentions(&self, change: &Change, common: &HashSet<&str>) -> bool {
        change.new.iter().chain(&change.old).any(|place| self.names(place, common)) || self.retells(change)
    }

    /// Whether the section, the clause or the document is named.
    fn names(&self, place: &Place, common: &HashSet<&str>) -> bool {
        let has = |name: &str| {
            let name = row(name);
            name.trim().len() >= TELLING && self.text.contains(&name)
        };
        let leads = |anchor: &str| {
            self.targets.contains(&format!("#{anchor} ")) || self.targets.contains(&format!("#{anchor}\n"))
        };
        place.title.as_deref().is_some_and(|title| !common.contains(title) && has(title))
            || place.anchor.as_deref().is_some_and(leads)
            || place.clause.as_deref().is_some_and(leads)
            || self.targets.contains(place.path.file_name())
            || has(place.path.file_name().split('.').next().unwrap_or(""))
    }

    /// Whether half of the telling words of a change are said.
    fn retells(&self, change: &Change) -> bool {
        let edits = change.edits.iter().flat_map(|edit| edit.new.iter().chain(&edit.old));
        let told: HashSet<String> =
            edits.flat_map(|wording| wording.words.iter()).filter_map(|word| telling(word)).collect();
        !told.is_empty() && 2 * told.iter().filter(|word| self.words.contains(*word)).count() >= told.len()
    }
}

/// A word by which a change is known: without its ending, so that number and gender do not matter.
fn telling(word: &str) -> Option<String> {
    let word = folded(word);
    let is_figure = word.bytes().any(|byte| byte.is_ascii_digit());
    let is_modal = MODAL.iter().any(|beginning| word.starts_with(beginning));
    (is_figure || word.chars().count() >= TELLING && !is_modal)
        .then(|| word.trim_end_matches(['s', 'e', 'a', 'o']).to_owned())
}

/// The words of a text in a row, folded, with a blank before and after each.
fn row(text: &str) -> String {
    let words = bare_words(text).map(|(_, word)| folded(word));
    words.fold(String::from(" "), |row, word| row + &word + " ")
}

/// What stands under one heading of a change log: the heading, and its paragraphs and items.
struct Entry {
    heading: String,
    items: Vec<Item>,
}

/// The paragraphs and items that stand for the versions compared.
fn items(notes: &Document<'_>, old: &str, new: Option<&str>) -> Vec<Item> {
    let entries = entries(notes);
    let is_new = |entry: &Entry| match new {
        Some(new) => names(&entry.heading, new) || is_unreleased(&entry.heading),
        None => true,
    };
    let is_version = |entry: &&Entry| is_version(&entry.heading);
    if !entries.iter().any(|entry| is_version(&entry)) {
        return entries.into_iter().flat_map(|entry| entry.items).collect();
    }
    let place = |holds: &dyn Fn(&Entry) -> bool| entries.iter().position(|entry| is_version(&entry) && holds(entry));
    let old_place = place(&|entry| names(&entry.heading, old));
    let new_place = new.and_then(|new| place(&|entry| names(&entry.heading, new)));
    let (from, to) = match (old_place, new_place) {
        // The oldest version stands first: from behind it to the next version behind the new one.
        (Some(old), Some(new)) if old < new => {
            let behind = |entries: &[Entry]| entries.iter().position(|entry| is_version(&entry));
            let next = |place: usize| behind(&entries[place + 1..]).map_or(entries.len(), |next| place + 1 + next);
            (next(old), next(new))
        }
        (old, _) => {
            let end = old.unwrap_or(entries.len());
            let first = entries[..end].iter().position(|entry| is_version(&entry) && is_new(entry));
            (first.unwrap_or(end), end)
        }
    };
    entries.into_iter().take(to).skip(from).flat_map(|entry| entry.items).collect()
}

fn entries(notes: &Document<'_>) -> Vec<Entry> {
    let mut entries = vec![Entry { heading: String::new(), items: Vec::new() }];
    notes.for_each_passage(|passage| {
        let text = passage.text.as_str();
        if passage.setting == Setting::Heading {
            entries.push(Entry { heading: text.to_owned(), items: Vec::new() });
        }
        let mut targets = String::new();
        for inline in passage.inlines.iter().flat_map(crate::model::Inline::with_descendants) {
            if let crate::model::InlineKind::Link { target, .. } = &inline.kind {
                targets.push_str(target);
                targets.push('\n');
            }
        }
        let words = bare_words(text).filter_map(|(_, word)| telling(word)).collect();
        if let Some(entry) = entries.last_mut() {
            entry.items.push(Item { text: row(text), words, targets });
        }
    });
    entries
}

/// Whether a heading is that of a version.
fn is_version(heading: &str) -> bool {
    let has_number = heading.split_whitespace().any(|word| {
        let bare = word.trim_matches(|character: char| !character.is_ascii_alphanumeric());
        crate::model::is_release_name(bare)
    });
    has_number || is_unreleased(heading)
}

fn is_unreleased(heading: &str) -> bool {
    let heading = folded(heading);
    UNRELEASED.iter().any(|name| heading.contains(name))
}

/// Whether a heading names a version, with or without a `v`.
fn names(heading: &str, version: &str) -> bool {
    // `1.1` and `1.1.0` are the same version.
    fn bare(name: &str) -> &str {
        let mut bare = name.trim_start_matches(['v', 'V']).trim_end_matches('.');
        while let Some(shorter) = bare.strip_suffix(".0").filter(|shorter| shorter.contains('.')) {
            bare = shorter;
        }
        bare
    }
    let parts = |character: char| !(character.is_ascii_alphanumeric() || matches!(character, '.' | '_' | '-'));
    heading.split(parts).any(|word| bare(word) == bare(version))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diff::compare;
    use crate::model::{DocumentPath, Slugger};
    use crate::parse;
    use crate::policy::Policy;
    use crate::repo::Memory;

    const OLD: &str = "# Plazos\n\nLa Secretaría deberá publicar el inventario cada año.\n\n# Licencias\n\nLa Unidad podrá usar licencias abiertas.\n";
    const NEW: &str = "# Plazos\n\nLa Secretaría podrá publicar el inventario cada año.\n\n# Licencias\n\nLa Unidad deberá usar licencias abiertas.\n";

    fn left_out(notes: &str, new: Option<&str>) -> Vec<String> {
        let policy = |text: &str| Policy::open(Box::new(Memory::new([("a.md", text.as_bytes())]).unwrap())).unwrap();
        let comparison = compare(&policy(OLD), &policy(NEW), &[]);
        let notes = parse::document(DocumentPath::new("CHANGELOG.md").unwrap(), notes, Slugger::default());
        let missing = unmentioned(&comparison.changes, &notes, "v1.0", new);
        missing.iter().map(|change| change.new.as_ref().unwrap().title.clone().unwrap()).collect()
    }

    #[test]
    fn what_no_note_names_is_left_out() {
        assert_eq!(left_out("# Cambios\n\nNada.\n", None), ["Plazos", "Licencias"]);
        assert_eq!(left_out("# Cambios\n\n- En «Plazos» se suaviza un deber.\n", None), ["Licencias"]);
        assert_eq!(
            left_out("- Ver [las licencias](a.md#licencias).\n- Plazos: otro verbo.\n", None),
            Vec::<String>::new()
        );
    }

    #[test]
    fn only_the_notes_between_the_versions_count() {
        let notes = "# Cambios\n\n## 1.1\n\n- Licencias.\n\n## 1.0\n\n- Plazos.\n";
        assert_eq!(left_out(notes, Some("v1.1")), ["Plazos"]);
        let notes = "# Cambios\n\n## Sin publicar\n\n- Plazos.\n\n## 1.0\n\n- Licencias.\n";
        assert_eq!(left_out(notes, None), ["Licencias"]);
        let notes = "# Cambios\n\n## 1.2\n\nLicencias.\n\n## 1.1\n\nPlazos.\n\n## 1.0\n\nX.\n";
        assert_eq!(left_out(notes, Some("1.2")), Vec::<String>::new());
        assert_eq!(left_out(notes, Some("1.1")), ["Licencias"]);
        // The oldest version first; a version with fewer numbers; a version that the notes do not have.
        let notes = "# Cambios\n\n## 1.0\n\n- Plazos.\n\n## 1.1\n\n- Licencias.\n\n## 1.2\n\n- Plazos.\n";
        assert_eq!(left_out(notes, Some("v1.1.0")), ["Plazos"]);
        assert_eq!(left_out(notes, Some("v1.3")), ["Plazos", "Licencias"]);
    }

    #[test]
    fn a_title_that_several_sections_have_names_none_of_them() {
        let policy = |verb: &str| {
            let section =
                |chapter: &str| format!("# {chapter}\n\n## Requisitos\n\nLa Unidad {verb} abrir {chapter}.\n\n");
            let text = section("Padrones") + &section("Mapas");
            Policy::open(Box::new(Memory::new([("a.md", text.as_bytes())]).unwrap())).unwrap()
        };
        let comparison = compare(&policy("deberá"), &policy("podrá"), &[]);
        let notes = parse::document(DocumentPath::new("N.md").unwrap(), "Ver requisitos.\n", Slugger::default());
        assert_eq!(unmentioned(&comparison.changes, &notes, "v1.0", None).len(), 2);
    }
}

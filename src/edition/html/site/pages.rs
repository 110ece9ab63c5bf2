//! The pages of a site: which part of the text each one holds, and what its file is called.
//!
//! 1. Each document is a page. A publication of one document has a page for each of its main sections, and one for what
//!    stands before them;
//! 2. a file has the name of its document, or of its section's anchor, in ASCII, each given once;
//! 3. each anchor of the edition belongs to one page.
//!
//! [`addresses`] tells the same of another language, of which only the index is at hand.

use super::super::super::ids::Ids;
use super::super::writer::title_above;
use crate::edition::publication::Publication;
use crate::edition::selection::ascii_name;
use crate::model::{Document, DocumentEntry, DocumentPath, Language, Section};
use crate::policy::IndexedPolicy;
use std::collections::HashMap;

/// Fewest main sections for which a document is divided.
const FEWEST_SECTIONS: usize = 2;

/// Names that a site gives its own files.
pub(super) const OWN_NAMES: [&str; 9] =
    ["index", "404", "cambios", "changes", "obligaciones", "obligations", "creditos", "credits", "con"];

/// A page of the text.
pub(in crate::edition::html) struct SitePage<'a> {
    /// The name of its file.
    pub(in crate::edition::html) file: String,
    /// What it is called where other pages lead to it.
    pub(in crate::edition::html) title: String,
    /// The document that it shows.
    pub(in crate::edition::html) document: &'a Document<'a>,
    /// What of it.
    pub(in crate::edition::html) part: Part<'a>,
}

/// What a page shows of its document.
#[derive(Clone, Copy)]
pub(in crate::edition::html) enum Part<'a> {
    /// All of it.
    Document,
    /// What stands before the main sections.
    Opening,
    /// One of the main sections.
    Section(&'a Section<'a>),
}

/// The pages of a language.
pub(in crate::edition::html) struct Pages<'a> {
    /// In reading order.
    pub(in crate::edition::html) list: Vec<SitePage<'a>>,
    /// The place in the list of the page that has an anchor.
    of_anchor: HashMap<String, usize>,
}

impl<'a> Pages<'a> {
    /// Divides a publication.
    pub(super) fn of(publication: &Publication<'a>) -> Self {
        let mut names = Names::of(&publication.documents.iter().map(|document| &document.path).collect::<Vec<_>>());
        let mut list = Vec::new();
        for document in publication.documents {
            let main = Some(main_sections(document))
                .filter(|main| publication.documents.len() == 1 && main.len() >= FEWEST_SECTIONS);
            let file = names.of_document(&document.path, &title(publication, document));
            let part = if main.is_some() { Part::Opening } else { Part::Document };
            list.push(SitePage { file, title: title(publication, document), document, part });
            for section in main.into_iter().flatten() {
                let title = publication.plain(&section.heading.inlines);
                let title = if title.is_empty() { section.anchor.clone() } else { title };
                list.push(SitePage {
                    file: names.of_section(&section.anchor),
                    title,
                    document,
                    part: Part::Section(section),
                });
            }
        }
        let of_anchor = publication
            .places()
            .filter_map(|(anchor, path, start)| Some((anchor.to_owned(), page_at(&list, path, start)?)))
            .collect();
        Self { list, of_anchor }
    }

    /// The place in the list of the page that has an anchor.
    pub(in crate::edition::html) fn of_anchor(&self, anchor: &str) -> Option<usize> {
        self.of_anchor.get(anchor).copied()
    }
}

/// The last page of a document that begins at or before a place.
fn page_at(list: &[SitePage<'_>], path: &DocumentPath, start: u32) -> Option<usize> {
    list.iter().rposition(|page| {
        page.document.path == *path
            && match page.part {
                Part::Document | Part::Opening => true,
                Part::Section(section) => section.span.start <= start,
            }
    })
}

/// What a document is called: as its own title says, else its first heading, else the policy.
fn title(publication: &Publication<'_>, document: &Document<'_>) -> String {
    let own = title_above(document).map(str::to_owned);
    let heading = || document.all_sections().next().map(|section| publication.plain(&section.heading.inlines));
    let title = own.or_else(heading).filter(|title| !title.is_empty());
    title.unwrap_or_else(|| publication.title.clone())
}

/// The sections below the one that heads the document; where none does, the outermost ones.
fn main_sections<'a>(document: &'a Document<'a>) -> &'a [Section<'a>] {
    match document.sections.as_slice() {
        [title] => &title.sections,
        sections => sections,
    }
}

/// Where anchors of another language's site are: the file, and the anchor with `#` before it.
pub(super) fn addresses(policy: &IndexedPolicy, language: &Language) -> HashMap<String, String> {
    let entries: Vec<&DocumentEntry> = policy.documents_in(language).collect();
    let mut names = Names::of(&entries.iter().map(|entry| &entry.path).collect::<Vec<_>>());
    let mut addresses = HashMap::new();
    for entry in &entries {
        let mut file = names.of_document(&entry.path, &entry.title);
        let main = Some(main_entries(entry)).filter(|main| entries.len() == 1 && main.len() >= FEWEST_SECTIONS);
        for (place, section) in entry.sections.iter().enumerate() {
            if main.as_ref().is_some_and(|main| main.contains(&place)) {
                file = names.of_section(&section.anchor);
            }
            addresses.entry(section.anchor.clone()).or_insert_with(|| file.clone());
        }
    }
    addresses
}

/// The places of the main sections among all of an index entry, as [`main_sections`] finds them in the tree.
fn main_entries(entry: &DocumentEntry) -> Vec<usize> {
    let children = |from: usize| {
        let mut level = u8::MAX;
        let mut places = Vec::new();
        for (place, section) in entry.sections.iter().enumerate().skip(from) {
            if section.level <= level {
                level = section.level;
                places.push(place);
            }
        }
        places
    };
    let outermost = children(0);
    if outermost.len() == 1 { children(1) } else { outermost }
}

/// The names of files.
struct Names {
    given: Ids,
    /// The folder that all documents stand in, with `/` behind it; `""` if there is none.
    folder: String,
}

impl Names {
    fn of(paths: &[&DocumentPath]) -> Self {
        let mut given = Ids::default();
        for name in OWN_NAMES {
            given.reserve(name);
        }
        let folder = |path: &DocumentPath| path.as_str().rsplit_once('/').map_or("", |(folder, _)| folder).to_owned();
        let first = paths.first().map(|path| folder(path)).unwrap_or_default();
        let mut common = first.as_str();
        while !common.is_empty() && !paths.iter().all(|path| path.as_str().starts_with(&format!("{common}/"))) {
            common = common.rsplit_once('/').map_or("", |(above, _)| above);
        }
        let folder = if common.is_empty() { String::new() } else { format!("{common}/") };
        Self { given, folder }
    }

    fn of_document(&mut self, path: &DocumentPath, title: &str) -> String {
        let path = path.as_str().strip_prefix(&self.folder).unwrap_or(path.as_str());
        let stem = path.rsplit_once('.').map_or(path, |(stem, _)| stem);
        // `index` says nothing, and is the name of the site's first page.
        self.of_section(if stem == "index" && !title.is_empty() { title } else { stem })
    }

    fn of_section(&mut self, name: &str) -> String {
        let name = ascii_name(name);
        let name = if name.is_empty() { "page".to_owned() } else { name };
        format!("{}.html", self.given.unique(name))
    }
}

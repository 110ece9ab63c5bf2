//! The anchors of an edition, and where a link inside the policy leads.

use crate::edition::ids::Ids;
use crate::model::{Document, DocumentEntry, DocumentPath, percent_decode};
use foldhash::{HashMap, HashMapExt as _};

/// Endings that a link may have where the policy's file ends in `.md`.
const PAGE_ENDINGS: [&str; 3] = [".html", ".htm", "/"];

pub(super) struct Anchors {
    documents: HashMap<DocumentPath, DocumentAnchors>,
}

/// The anchors of a document.
#[derive(Default)]
struct DocumentAnchors {
    /// The edition's anchor of the document.
    own: String,
    /// The edition's anchor of each section, by the section's first byte.
    sections: HashMap<u32, String>,
    /// The edition's anchor of each clause, by the first byte of its designation.
    clauses: HashMap<u32, String>,
    /// The edition's anchor of each name that a link can use.
    names: HashMap<String, String>,
}

impl Anchors {
    /// The anchors of sections and documents come first, so that no clause takes the name of one.
    pub(super) fn of(documents: &[Document<'_>], index: &[DocumentEntry]) -> Self {
        let mut anchors = Self { documents: HashMap::with_capacity(documents.len()) };
        let mut ids = Ids::default();
        for document in documents {
            anchors.documents.insert(document.path.clone(), DocumentAnchors::of_sections(document, &mut ids));
        }
        for (document, entry) in documents.iter().zip(index) {
            if let Some(own) = anchors.documents.get_mut(&document.path) {
                own.read_others(document, entry, &mut ids);
            }
        }
        anchors
    }

    pub(super) fn clause(&self, path: &DocumentPath, start: u32) -> Option<&str> {
        self.documents.get(path)?.clauses.get(&start).map(String::as_str)
    }

    pub(super) fn all(&self) -> impl Iterator<Item = &str> {
        self.places().map(|(anchor, ..)| anchor)
    }

    /// Every anchor with the document that it stands in and the byte there, in no order; 0 for a document's own.
    pub(super) fn places(&self) -> impl Iterator<Item = (&str, &DocumentPath, u32)> {
        self.documents.iter().flat_map(|(path, own)| {
            let inside = own.sections.iter().chain(&own.clauses);
            let inside = inside.map(move |(start, anchor)| (anchor.as_str(), path, *start));
            inside.chain([(own.own.as_str(), path, 0)])
        })
    }

    pub(super) fn section(&self, path: &DocumentPath, start: u32) -> Option<&str> {
        self.documents.get(path)?.sections.get(&start).map(String::as_str)
    }

    pub(super) fn document(&self, path: &DocumentPath) -> Option<&str> {
        self.documents.get(path).map(|own| own.own.as_str())
    }

    /// The edition's anchor that a link without a scheme leads to, as written in the document at `from`.
    pub(super) fn target(&self, from: &DocumentPath, written: &str) -> Option<&str> {
        let (path, fragment) = match written.split_once('#') {
            Some((path, fragment)) => (path, Some(fragment)),
            None => (written, None),
        };
        let path = path.split('?').next().unwrap_or(path);
        let document = if path.is_empty() { from.clone() } else { self.named(from, path)? };
        match fragment {
            None | Some("" | "top") => self.document(&document),
            Some(fragment) => self.name(&document, &percent_decode(fragment)?),
        }
    }

    fn name(&self, document: &DocumentPath, fragment: &str) -> Option<&str> {
        let names = &self.documents.get(document)?.names;
        names.get(fragment).or_else(|| names.get(&fragment.to_lowercase())).map(String::as_str)
    }

    /// The document that a link's path names: as it is, without its ending, or as the page made of it.
    fn named(&self, from: &DocumentPath, path: &str) -> Option<DocumentPath> {
        let page = PAGE_ENDINGS.iter().find_map(|ending| path.strip_suffix(ending)).unwrap_or(path);
        let candidates =
            [path.to_owned(), format!("{page}.md"), format!("{page}/README.md"), format!("{page}/index.md")];
        candidates.iter().filter_map(|path| from.resolve(path)).find(|path| self.documents.contains_key(path))
    }
}

impl DocumentAnchors {
    fn of_sections(document: &Document<'_>, ids: &mut Ids) -> Self {
        let stem = document.path.anchor_name();
        let mut anchors = Self::default();
        let mut first = None;
        for section in document.all_sections() {
            let anchor = unique(&section.anchor, &stem, ids);
            first.get_or_insert_with(|| anchor.clone());
            anchors.names.entry(section.anchor.clone()).or_insert_with(|| anchor.clone());
            anchors.sections.insert(section.span.start, anchor);
        }
        anchors.own = first.unwrap_or_else(|| unique(&stem, &stem, ids));
        anchors
    }

    /// Reads the anchors of clauses and of raw HTML.
    fn read_others(&mut self, document: &Document<'_>, index: &DocumentEntry, ids: &mut Ids) {
        let starts: Vec<u32> = document.all_sections().map(|section| section.span.start).collect();
        for entry in &index.clauses {
            let (Some(name), Some(designator)) = (&entry.anchor, entry.address.last()) else { continue };
            // The section's anchor may be another in the edition than in the document.
            let section = entry.section.and_then(|place| Some((index.sections.get(place)?, *starts.get(place)?)));
            let own = section.and_then(|(section, start)| {
                Some(format!("{}{}", self.sections.get(&start)?, name.strip_prefix(section.anchor.as_str())?))
            });
            let anchor = ids.unique(own.unwrap_or_else(|| name.clone()));
            self.names.entry(name.clone()).or_insert_with(|| anchor.clone());
            self.clauses.insert(designator.span.start, anchor);
        }
        // Raw HTML is not rendered, but links to its anchors still reach the section that they stand in.
        for entry in &index.anchors {
            // Sections leave no gap, so that the last one that begins before a place is the innermost around it.
            let around = starts[..starts.partition_point(|start| *start <= entry.span.start)].last();
            let anchor = around.and_then(|start| self.sections.get(start)).unwrap_or(&self.own).clone();
            self.names.entry(entry.anchor.clone()).or_insert(anchor);
        }
    }
}

/// A name that is not given yet: the anchor itself, else with its document's name before it, else numbered.
fn unique(anchor: &str, stem: &str, ids: &mut Ids) -> String {
    let spelled: String =
        anchor.chars().filter(|character| !character.is_whitespace() && !character.is_control()).collect();
    let anchor = if spelled.is_empty() { stem.to_owned() } else { spelled };
    let name = if ids.is_given(&anchor) { format!("{stem}-{anchor}") } else { anchor };
    ids.unique(name)
}

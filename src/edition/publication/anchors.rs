//! The anchors of an edition, and where a link inside the policy leads.

use crate::edition::ids::Ids;
use crate::model::{Document, DocumentPath, percent_decode};
use crate::parse;
use std::collections::HashMap;

/// Endings that a link may have where the policy's file ends in `.md`.
const PAGE_ENDINGS: [&str; 3] = [".html", ".htm", "/"];

pub(super) struct Anchors {
    /// The edition's anchor of each section, by the document and the section's first byte.
    sections: HashMap<(DocumentPath, u32), String>,
    /// The edition's anchor of each clause, by the document and the first byte of its designation.
    clauses: HashMap<(DocumentPath, u32), String>,
    /// The edition's anchor of each name that a link can use, by document.
    names: HashMap<(DocumentPath, String), String>,
    /// The edition's anchor of each document.
    documents: HashMap<DocumentPath, String>,
}

impl Anchors {
    /// The anchors of sections and documents come first, so that no clause takes the name of one.
    pub(super) fn of(documents: &[Document<'_>]) -> Self {
        let mut anchors = Self {
            sections: HashMap::new(),
            clauses: HashMap::new(),
            names: HashMap::new(),
            documents: HashMap::new(),
        };
        let mut ids = Ids::default();
        for document in documents {
            anchors.read_sections(document, &mut ids);
        }
        for document in documents {
            anchors.read_others(document, &mut ids);
        }
        anchors
    }

    fn read_sections(&mut self, document: &Document<'_>, ids: &mut Ids) {
        let path = &document.path;
        let stem = path.as_str().rsplit_once('.').map_or(path.as_str(), |(stem, _)| stem).replace(['/', ' '], "-");
        let mut first = None;
        for section in document.all_sections() {
            let anchor = unique(&section.anchor, &stem, ids);
            first.get_or_insert_with(|| anchor.clone());
            self.names.entry((path.clone(), section.anchor.clone())).or_insert_with(|| anchor.clone());
            self.sections.insert((path.clone(), section.span.start), anchor);
        }
        self.documents.insert(path.clone(), first.unwrap_or_else(|| unique(&stem, &stem, ids)));
    }

    /// Reads the anchors of clauses and of raw HTML.
    fn read_others(&mut self, document: &Document<'_>, ids: &mut Ids) {
        let path = &document.path;
        let index = parse::index(document);
        let starts: Vec<u32> = document.all_sections().map(|section| section.span.start).collect();
        for entry in index.clauses {
            let (Some(name), Some(designator)) = (entry.anchor, entry.address.last()) else { continue };
            // The section's anchor may be another in the edition than in the document.
            let section = entry.section.and_then(|place| Some((index.sections.get(place)?, *starts.get(place)?)));
            let own = section.and_then(|(section, start)| {
                Some(format!("{}{}", self.section(path, start)?, name.strip_prefix(section.anchor.as_str())?))
            });
            let anchor = ids.unique(own.unwrap_or_else(|| name.clone()));
            self.names.entry((path.clone(), name)).or_insert_with(|| anchor.clone());
            self.clauses.insert((path.clone(), designator.span.start), anchor);
        }
        // Raw HTML is not rendered, but links to its anchors still reach the section that they stand in.
        for entry in index.anchors {
            // Sections leave no gap, so that the last one that begins before a place is the innermost around it.
            let around = starts[..starts.partition_point(|start| *start <= entry.span.start)].last();
            let anchor = around.and_then(|start| self.section(path, *start));
            let Some(anchor) = anchor.or_else(|| self.document(path)).map(str::to_owned) else { continue };
            self.names.entry((path.clone(), entry.anchor)).or_insert(anchor);
        }
    }

    pub(super) fn clause(&self, path: &DocumentPath, start: u32) -> Option<&str> {
        self.clauses.get(&(path.clone(), start)).map(String::as_str)
    }

    pub(super) fn all(&self) -> impl Iterator<Item = &str> {
        self.sections.values().chain(self.documents.values()).chain(self.clauses.values()).map(String::as_str)
    }

    /// Every anchor with the document that it stands in and the byte there, in no order; 0 for a document's own.
    pub(super) fn places(&self) -> impl Iterator<Item = (&str, &DocumentPath, u32)> {
        let inside = self.sections.iter().chain(&self.clauses);
        let inside = inside.map(|((path, start), anchor)| (anchor.as_str(), path, *start));
        let own = self.documents.iter().map(|(path, anchor)| (anchor.as_str(), path, 0));
        inside.chain(own)
    }

    pub(super) fn section(&self, path: &DocumentPath, start: u32) -> Option<&str> {
        self.sections.get(&(path.clone(), start)).map(String::as_str)
    }

    pub(super) fn document(&self, path: &DocumentPath) -> Option<&str> {
        self.documents.get(path).map(String::as_str)
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
        let find = |name: String| self.names.get(&(document.clone(), name)).map(String::as_str);
        find(fragment.to_owned()).or_else(|| find(fragment.to_lowercase()))
    }

    /// The document that a link's path names: as it is, without its ending, or as the page made of it.
    fn named(&self, from: &DocumentPath, path: &str) -> Option<DocumentPath> {
        let page = PAGE_ENDINGS.iter().find_map(|ending| path.strip_suffix(ending)).unwrap_or(path);
        let candidates =
            [path.to_owned(), format!("{page}.md"), format!("{page}/README.md"), format!("{page}/index.md")];
        candidates.iter().filter_map(|path| from.resolve(path)).find(|path| self.documents.contains_key(path))
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

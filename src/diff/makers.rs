//! Which commits made each change.
//!
//! 1. Words that were put in and taken out are asked for edit by edit;
//! 2. what was put elsewhere is asked for by what stands beside it now, and documents by their paths;
//! 3. anything else, such as a link or an entry of the front matter, is asked for by its text.

use super::Comparison;
use super::change::{Change, Event, LinkChange, Place, State, Unit};
use crate::model::DocumentPath;
use crate::policy::Policy;
use crate::provenance::{Asker, Makers, Page, Wordings};
use std::collections::HashMap;
use std::ops::Range;
use std::rc::Rc;

/// Two versions that were compared, and the history of the new one.
pub struct MakersRequest<'a> {
    /// What changed.
    pub comparison: &'a Comparison,
    /// The old version.
    pub old: &'a Policy,
    /// The new version.
    pub new: &'a Policy,
    /// The documents that were renamed, each with its old path and its new one.
    pub renamed: &'a [(DocumentPath, DocumentPath)],
    /// The history that led to the new version, those commits apart that led to the old one.
    pub wordings: &'a Wordings<'a>,
    /// The path of a document of either version from the root of the repository.
    pub path_of: &'a dyn Fn(&DocumentPath) -> String,
}

/// The commits that made each change of a comparison.
#[must_use]
pub fn makers(request: &MakersRequest<'_>) -> Vec<Makers> {
    let mut finder = Finder { request, asker: request.wordings.ask(), pages: HashMap::new() };
    request.comparison.changes.iter().map(|change| finder.change(change)).collect()
}

struct Finder<'a> {
    request: &'a MakersRequest<'a>,
    asker: Asker<'a>,
    /// The pages of both versions, those of the new one under `true`.
    pages: HashMap<(bool, DocumentPath), Option<Rc<Page>>>,
}

/// The same document in both versions, as far as they have it.
struct Pages {
    old: Option<Rc<Page>>,
    new: Option<Rc<Page>>,
}

impl Finder<'_> {
    fn page(&mut self, is_new: bool, path: &DocumentPath) -> Option<Rc<Page>> {
        let MakersRequest { old, new, path_of, .. } = self.request;
        let read = || {
            let text = if is_new { new } else { old }.text(path).ok()?;
            Some(Rc::new(Page::new(path_of(path), text)))
        };
        self.pages.entry((is_new, path.clone())).or_insert_with(read).clone()
    }

    fn pages_of_old(&mut self, path: &DocumentPath) -> Pages {
        let renamed = self.request.renamed.iter().find(|(old, _)| old == path).map(|(_, new)| new);
        Pages { old: self.page(false, path), new: self.page(true, renamed.unwrap_or(path)) }
    }

    fn pages_of_new(&mut self, path: &DocumentPath) -> Pages {
        let renamed = self.request.renamed.iter().find(|(_, new)| new == path).map(|(old, _)| old);
        Pages { old: self.page(false, renamed.unwrap_or(path)), new: self.page(true, path) }
    }

    fn change(&mut self, change: &Change) -> Makers {
        if change.unit == Unit::Document {
            return self.document(change);
        }
        let mut makers = Makers::default();
        for edit in &change.edits {
            if let (Some(wording), Some(place)) = (&edit.new, &change.new) {
                makers.add(self.inserted(place, &wording.span.range()));
            }
            if let (Some(wording), Some(place)) = (&edit.old, &change.old) {
                makers.add(self.removed(place, &wording.span.range()));
            }
        }
        if let (Event::Moved, Some(place)) = (change.event, &change.new) {
            makers.add(self.placed(change, place));
        }
        for link in &change.links {
            makers.add(self.link(change, link));
        }
        if change.unit == Unit::Metadata {
            makers.add(self.metadata(change));
        }
        match (&change.new, &change.old) {
            (Some(place), _) if makers.is_unknown() => self.inserted(place, &place.span.range()),
            (None, Some(place)) if makers.is_unknown() => self.removed(place, &place.span.range()),
            _ => makers,
        }
    }

    fn document(&mut self, change: &Change) -> Makers {
        let path_of = self.request.path_of;
        match (change.event, &change.old, &change.new) {
            (Event::Removed | Event::Merged, Some(old), _) => self.asker.went(&path_of(&old.path)),
            (_, _, Some(new)) => self.asker.came(&path_of(&new.path)),
            _ => Makers::default(),
        }
    }

    fn inserted(&mut self, place: &Place, part: &Range<usize>) -> Makers {
        let Pages { old, new } = self.pages_of_new(&place.path);
        let asker = &mut self.asker;
        new.map_or_else(Makers::default, |new| asker.inserted(&new, old.as_deref(), part))
    }

    fn removed(&mut self, place: &Place, part: &Range<usize>) -> Makers {
        let Pages { old, new } = self.pages_of_old(&place.path);
        let asker = &mut self.asker;
        old.map_or_else(Makers::default, |old| asker.removed(&old, new.as_deref(), part))
    }

    /// What put text elsewhere: the place is that of its block, of which it may be a part.
    fn placed(&mut self, change: &Change, place: &Place) -> Makers {
        let Pages { old, new } = self.pages_of_new(&place.path);
        let Some(new) = new else { return Makers::default() };
        let pieces = change.redline.iter().filter(|piece| piece.state != State::Removed);
        let text: String = pieces.map(|piece| piece.text.as_str()).collect();
        let part = new.find(&text, &place.span.range()).unwrap_or_else(|| place.span.range());
        self.asker.placed(&new, old.as_deref(), &part)
    }

    /// What changed the pieces of an entry of the front matter that stand on one line.
    fn metadata(&mut self, change: &Change) -> Makers {
        let mut makers = Makers::default();
        for piece in &change.redline {
            let (is_new, place) = match piece.state {
                State::Kept => continue,
                State::Added => (true, &change.new),
                State::Removed => (false, &change.old),
            };
            let Some(place) = place else { continue };
            let page = self.page(is_new, &place.path);
            let Some(part) = page.and_then(|page| find(&page, place, piece.text.trim())) else { continue };
            makers.add(if is_new { self.inserted(place, &part) } else { self.removed(place, &part) });
        }
        makers
    }

    /// What made a link lead elsewhere: where it leads now, or if it leads nowhere any more, where it led.
    fn link(&mut self, change: &Change, link: &LinkChange) -> Makers {
        if let (Some(target), Some(place)) = (&link.new, &change.new) {
            let page = self.page(true, &place.path);
            if let Some(part) = page.and_then(|page| find(&page, place, target)) {
                return self.inserted(place, &part);
            }
        }
        if let (Some(target), Some(place)) = (&link.old, &change.old) {
            let page = self.page(false, &place.path);
            if let Some(part) = page.and_then(|page| find(&page, place, target)) {
                return self.removed(place, &part);
            }
        }
        Makers::default()
    }
}

/// Where a text first stands in a place of a page.
fn find(page: &Page, place: &Place, text: &str) -> Option<Range<usize>> {
    let start = page.text().get(place.span.range())?.find(text)? + place.span.range().start;
    (!text.is_empty()).then_some(start..start + text.len())
}

//! Sets sections: headings, chapters, and what stands under them.

use super::block::{Place, label_box};
use super::inline::Run;
use super::page::{COLUMN, OUTDENT, TEXT_SIZE};
use super::{Setter, block, clause, glyph, reserved_label};
use crate::model::{Heading, Inline, InlineKind, Message, Section, plain_text};
use std::num::NonZeroUsize;
use typst::foundations::{Content, Label, NativeElement, Smart, Str, Value};
use typst::introspection::MetadataElem;
use typst::layout::PagebreakElem;
use typst::model::{HeadingElem, ParElem, Supplement};
use typst::text::{SmallcapsElem, SpaceElem, TextElem, TextSize};

/// The most characters of a title; a longer one is cut, and stands in full under itself.
const LONGEST_TITLE: usize = 600;

/// The most characters of a running head, which is to stay on one line.
const LONGEST_RUNNING_HEAD: usize = 90;

/// Width of the column of designations in the table of contents.
const CONTENTS_LABEL: f64 = 66.0;

/// Where the blocks of a section stand.
pub(super) const IN_SECTION: Place = Place { depth: 0, width: COLUMN, outdent: OUTDENT, notes: true };

impl<'a> Setter<'_, '_, 'a> {
    /// Sets a section and those inside it, its heading at `level`, counted from 1. Levels follow from how sections stand
    /// inside each other, so that none is skipped. Recursion is at most six deep, as there are six levels.
    pub(super) fn section(&mut self, section: &'a Section<'a>, level: usize, contents: &mut Vec<Content>) {
        self.heading(section, level, contents);
        contents.extend(self.blocks(&section.blocks, IN_SECTION));
        for inner in &section.sections {
            if inner.heading.level > section.heading.level.saturating_add(1) {
                self.remarks.add(inner.heading.span, Message::new("pdf-heading-level"));
            }
            self.section(inner, level + 1, contents);
        }
    }

    fn heading(&mut self, section: &'a Section<'a>, level: usize, contents: &mut Vec<Content>) {
        let heading = &section.heading;
        let title = plain_text(&heading.inlines);
        let title = glyph::settable(&title, self.fonts).0.trim().to_owned();
        let label = self.anchors.get(self.publication.anchor(self.document, section)).copied();
        if title.is_empty() {
            self.remarks.add(heading.span, Message::new("pdf-heading-empty"));
            contents.push(mark(label));
            return;
        }
        let whole = glyph::shortened(&title, LONGEST_TITLE);
        let long = whole.len() < title.len();
        let (body, hanging) = if long { (TextElem::packed(&*whole), false) } else { self.heading_body(heading, level) };
        let entry = if long { body.clone() } else { self.entry(heading, level) };
        let mut element = HeadingElem::new(body)
            .with_level(Smart::Custom(NonZeroUsize::new(level).unwrap_or(NonZeroUsize::MIN)))
            .with_supplement(Smart::Custom(Some(Supplement::Content(entry))));
        if hanging {
            element = element.with_hanging_indent(Smart::Custom(block::points(OUTDENT)));
        }
        let element = element.pack();
        let element = label.map_or(element.clone(), |label| element.labelled(label));
        if level == 1 {
            push_chapter(element, &title, contents);
        } else {
            contents.push(element);
        }
        if long {
            self.remarks.add(heading.span, Message::new("pdf-heading-long").with("most", LONGEST_TITLE));
            contents.push(ParElem::new(self.noteless(&heading.inlines, Run::TEXT).strong()).pack());
        }
        self.push_heading_notes(&heading.inlines, contents);
    }

    /// The title of a document whose outermost headings are not of level 1: of the front matter, else the policy's.
    pub(super) fn document_title(&mut self, contents: &mut Vec<Content>) {
        let title = self.document.title().unwrap_or(self.publication.title.as_str().into()).into_owned();
        let title = glyph::settable(&title, self.fonts).0.trim().to_owned();
        if !title.is_empty() {
            push_chapter(titled(1, &title).pack(), &title, contents);
        }
        if self.document.sections.is_empty() {
            contents.push(mark(self.anchors.get(self.publication.document_anchor(self.document)).copied()));
        }
    }

    /// The title with its designation set apart, and whether that stands in the margin.
    fn heading_body(&mut self, heading: &'a Heading<'a>, level: usize) -> (Content, bool) {
        let run = Run { notes: false, ..Run::TEXT };
        let split = heading.designator.as_deref();
        let split = split.and_then(|designator| clause::split(designator, &heading.inlines, self.document.text));
        let Some(split) = split.filter(|split| !split.rest.is_empty() || !split.following.is_empty()) else {
            return (self.noteless(&heading.inlines, run), false);
        };
        let mut contents = Vec::new();
        let label = TextElem::packed(self.settable(split.label, heading.span).as_ref());
        let width = self.fonts.heading_width(split.label) * TEXT_SIZE;
        let in_margin = level > 1 && width < OUTDENT - 6.0;
        if level == 1 {
            contents.extend([SmallcapsElem::new(label).pack(), SpaceElem::shared().clone()]);
        } else if in_margin {
            contents.push(label_box(label, OUTDENT));
        } else {
            contents.extend([label, SpaceElem::shared().clone()]);
        }
        self.push_text(split.rest, heading.span, run, &mut contents);
        contents.push(self.noteless(split.following, run));
        (Content::sequence(contents), in_margin)
    }

    /// A title without the notes that it calls: headings are set again elsewhere, and notes must not be.
    fn noteless(&mut self, inlines: &'a [Inline<'a>], run: Run) -> Content {
        let mut contents = Vec::new();
        for inline in inlines {
            if !matches!(inline.kind, InlineKind::FootnoteReference(_)) {
                self.push_run(std::slice::from_ref(inline), run, &mut contents);
            }
        }
        Content::sequence(contents)
    }

    /// The title as the table of contents shows it: short designations in a column of their own.
    fn entry(&mut self, heading: &'a Heading<'a>, level: usize) -> Content {
        let run = Run { bare: true, ..Run::TEXT };
        let split = heading.designator.as_deref();
        let split = split.and_then(|designator| clause::split(designator, &heading.inlines, self.document.text));
        let width = split.as_ref().map(|split| self.fonts.width(split.label) * TEXT_SIZE);
        match (split, width) {
            (Some(split), Some(width)) if level > 1 && width < CONTENTS_LABEL => {
                let label = TextElem::packed(self.settable(split.label, heading.span).as_ref());
                let mut contents = vec![label_box(label, CONTENTS_LABEL)];
                self.push_text(split.rest, heading.span, run, &mut contents);
                self.push_run(split.following, run, &mut contents);
                Content::sequence(contents)
            }
            _ => self.run(&heading.inlines, run),
        }
    }

    /// The notes that a title calls, as small paragraphs under it.
    fn push_heading_notes(&mut self, inlines: &'a [Inline<'a>], contents: &mut Vec<Content>) {
        for inline in inlines.iter().flat_map(Inline::with_descendants) {
            let InlineKind::FootnoteReference(label) = &inline.kind else { continue };
            let publication = self.publication;
            let Some(note) = publication.note(self.document, label) else { continue };
            self.remarks.add(inline.span, Message::new("pdf-note-in-heading"));
            let body = self.note_body(note.blocks);
            let small = TextSize(block::points(TEXT_SIZE * 0.82));
            contents.push(ParElem::new(body).pack().set(TextElem::size, small));
        }
    }
}

/// A heading that no section of the text has.
pub(super) fn titled(level: usize, title: &str) -> HeadingElem {
    let text = TextElem::packed(title);
    HeadingElem::new(text.clone())
        .with_level(Smart::Custom(NonZeroUsize::new(level).unwrap_or(NonZeroUsize::MIN)))
        .with_supplement(Smart::Custom(Some(Supplement::Content(text))))
}

/// A chapter opens a page and gives the pages after it their running head.
pub(super) fn push_chapter(heading: Content, title: &str, contents: &mut Vec<Content>) {
    contents.push(PagebreakElem::new().with_weak(true).pack());
    contents.push(heading);
    if let Some(label) = reserved_label("chapter") {
        contents.push(
            MetadataElem::new(Value::Str(Str::from(&*glyph::shortened(title, LONGEST_RUNNING_HEAD))))
                .pack()
                .labelled(label),
        );
    }
}

/// An invisible place where links of `label` lead.
pub(super) fn mark(label: Option<Label>) -> Content {
    let mark = MetadataElem::new(Value::None).pack();
    match label {
        Some(label) => mark.labelled(label),
        None => mark,
    }
}

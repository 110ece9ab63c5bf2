//! Footnotes, which a page gathers behind the text.

use super::super::ids::Ids;
use super::escape;
use super::writer::{Place, Writer};
use crate::model::Message;
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// The identifiers of the notes and of the references to them.
pub(super) struct NoteIds {
    notes: Vec<NoteId>,
}

struct NoteId {
    id: String,
    /// The references written so far.
    references: Vec<String>,
}

impl NoteIds {
    pub(super) fn new(count: usize, ids: &mut Ids) -> Self {
        let note = |number| NoteId { id: ids.unique(format!("note-{number}")), references: Vec::new() };
        Self { notes: (1..=count).map(note).collect() }
    }

    /// A new reference to a note: the identifiers of the note and of the reference.
    pub(super) fn refer(&mut self, number: usize, ids: &mut Ids) -> Option<(String, String)> {
        let note = self.notes.get_mut(number.checked_sub(1)?)?;
        let reference = ids.unique(format!("{}.ref", note.id));
        note.references.push(reference.clone());
        Some((note.id.clone(), reference))
    }
}

/// The section of the notes that the page refers to, `""` without any.
pub(super) fn section(writer: &mut Writer<'_, '_>) -> String {
    // The notes are written first and put together afterwards, because a note may refer to an earlier one.
    let texts = texts(writer);
    if texts.is_empty() {
        return String::new();
    }
    let words = writer.publication.words;
    let heading = writer.ids.unique("notes".to_owned());
    let title = words.word("edition-notes");
    let language = &writer.words.language;
    let mut out = format!(
        "<section class=\"notes\" role=\"doc-endnotes\" aria-labelledby=\"{heading}\">\n\
         <h2 id=\"{heading}\"{language}>{title}</h2>\n<ol>\n"
    );
    let mut expected = 1;
    for (number, NoteText { text, language: own_language }) in &texts {
        let Some(note) = writer.notes.notes.get(number - 1) else { continue };
        out.push_str("<li id=\"");
        escape::push(&mut out, &note.id);
        let _ = write!(out, "\"{own_language}");
        if *number != expected {
            let _ = write!(out, " value=\"{number}\"");
        }
        expected = number + 1;
        out.push('>');
        // The way back belongs to the end of the note's last paragraph.
        let (text, end) = text.strip_suffix("</p>\n").map_or((text.as_str(), ""), |text| (text, "</p>"));
        out.push_str(text);
        let several = note.references.len() > 1;
        for (which, reference) in (1usize..).zip(&note.references) {
            // What is seen of a link must be heard too.
            let told = if several { which } else { 0 };
            let message = Message::new("edition-note-back").with("number", *number).with("which", told);
            out.push_str(" <a class=\"note-back\" role=\"doc-backlink\" href=\"#");
            escape::push_fragment(&mut out, reference);
            out.push_str("\" aria-label=\"");
            escape::push(&mut out, &words.text(&message));
            let _ = write!(out, "\"{language}>↩");
            if several {
                let _ = write!(out, "<sup>{which}</sup>");
            }
            out.push_str("</a>");
        }
        out.push_str(end);
        out.push_str("</li>\n");
    }
    out.push_str("</ol>\n</section>\n");
    out
}

/// A note as the page shows it.
struct NoteText {
    text: String,
    /// The attributes of its language.
    language: String,
}

/// The notes of the page, by number: of an edition in one page all of them; of one page of several those that its text
/// refers to, and those that these refer to.
fn texts(writer: &mut Writer<'_, '_>) -> BTreeMap<usize, NoteText> {
    let mut texts = BTreeMap::new();
    writer.takes_sidenotes = false;
    loop {
        let wanted = writer.publication.notes().iter().filter(|note| {
            let id = writer.notes.notes.get(note.number - 1);
            (writer.site.is_none() || id.is_some_and(|id| !id.references.is_empty()))
                && !texts.contains_key(&note.number)
        });
        let wanted: Vec<_> = wanted.collect();
        if wanted.is_empty() {
            return texts;
        }
        for note in wanted {
            writer.document = Some(note.document);
            let language = writer.enter_language(note.document);
            let anchor = writer.notes.notes.get(note.number - 1).map(|note| note.id.clone()).unwrap_or_default();
            writer.place = Place { anchor, level: 2, ..Place::default() };
            let start = writer.out.len();
            writer.blocks(note.blocks);
            texts.insert(note.number, NoteText { text: writer.out.split_off(start), language });
        }
    }
}

//! Footnotes, which a page gathers behind the text.

use super::super::ids::Ids;
use super::escape;
use super::writer::{Place, Writer};
use crate::model::Message;
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

/// The section of the notes, `""` without any.
pub(super) fn section(writer: &mut Writer<'_, '_>) -> String {
    // The notes are written first and put together afterwards, because a note may refer to an earlier one.
    let start = writer.out.len();
    let (ends, languages) = write_texts(writer);
    if ends.is_empty() {
        return String::new();
    }
    let texts = writer.out.split_off(start);
    let mut begin = 0;
    let words = writer.publication.words;
    let heading = writer.ids.unique("notes".to_owned());
    let title = words.word("edition-notes");
    let language = &writer.words.language;
    let mut out = format!(
        "<section class=\"notes\" role=\"doc-endnotes\" aria-labelledby=\"{heading}\">\n\
         <h2 id=\"{heading}\"{language}>{title}</h2>\n<ol>\n"
    );
    let notes = writer.notes.notes.iter().zip(ends).zip(languages);
    for (number, ((note, end), own_language)) in (1usize..).zip(notes) {
        let text = texts.get(begin..end - start).unwrap_or("");
        begin = end - start;
        out.push_str("<li id=\"");
        escape::push(&mut out, &note.id);
        let _ = write!(out, "\"{own_language}>");
        // The way back belongs to the end of the note's last paragraph.
        let (text, end) = text.strip_suffix("</p>\n").map_or((text, ""), |text| (text, "</p>"));
        out.push_str(text);
        for (which, reference) in (1usize..).zip(&note.references) {
            let message = Message::new("edition-note-back").with("number", number).with("which", which);
            out.push_str(" <a class=\"note-back\" role=\"doc-backlink\" href=\"#");
            escape::push_fragment(&mut out, reference);
            out.push_str("\" aria-label=\"");
            escape::push(&mut out, &words.text(&message));
            let _ = write!(out, "\"{language}>↩");
            if note.references.len() > 1 {
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

/// Writes the text of each note behind that of the page; gives where each one ends, and the attributes of its language.
fn write_texts(writer: &mut Writer<'_, '_>) -> (Vec<usize>, Vec<String>) {
    let (mut ends, mut languages) = (Vec::new(), Vec::new());
    for note in writer.publication.notes() {
        writer.document = Some(note.document);
        languages.push(writer.enter_language(note.document));
        let anchor = writer.notes.notes.get(ends.len()).map(|note| note.id.clone()).unwrap_or_default();
        writer.place = Place { anchor, level: 2, ..Place::default() };
        writer.blocks(note.blocks);
        ends.push(writer.out.len());
    }
    (ends, languages)
}

//! Inlines.

use super::super::publication::{FieldText, Target};
use super::writer::Writer;
use super::{clause, escape};
use crate::model::{Inline, InlineKind, Message, Span};

impl<'a> Writer<'_, 'a> {
    /// Writes inlines, without the designation that has been written already.
    pub(super) fn inlines(&mut self, inlines: &'a [Inline<'a>]) {
        for (number, inline) in inlines.iter().enumerate() {
            match self.written_designator {
                Some(designator) if clause::is_spent(inline, designator) => {}
                Some(designator) => self.behind_designator(inline, designator),
                None => self.inline(inline),
            }
            self.steps_before(inlines.get(number + 1));
        }
    }

    /// Writes the first inline that reaches beyond the designation.
    fn behind_designator(&mut self, inline: &'a Inline<'a>, designator: &'a crate::model::Designator) {
        match &inline.kind {
            InlineKind::Text(text) => {
                let rest = clause::split(text, inline.span, designator).1.trim_start();
                if !rest.is_empty() {
                    self.written_designator = None;
                    let skipped = u32::try_from(text.len() - rest.len()).unwrap_or(u32::MAX);
                    let start = inline.span.start.saturating_add(skipped).min(inline.span.end);
                    self.text(Span { start, ..inline.span }, rest);
                }
            }
            InlineKind::SoftBreak | InlineKind::HardBreak => {}
            _ => {
                if inline.children().is_empty() {
                    self.written_designator = None;
                }
                self.inline(inline);
            }
        }
    }

    fn inline(&mut self, inline: &'a Inline<'a>) {
        if self.is_full() {
            return;
        }
        match &inline.kind {
            InlineKind::Text(text) => self.text(inline.span, text),
            InlineKind::Code(text) => {
                self.out.push_str("<code>");
                self.breakable(text);
                self.out.push_str("</code>");
            }
            InlineKind::Emphasis(inlines) => self.element("em", inlines),
            InlineKind::Strong(inlines) => self.element("strong", inlines),
            // Beside what was taken out, what the author struck is another thing.
            InlineKind::Strikethrough(inlines) if self.publication.redline.is_some() => self.element("s", inlines),
            InlineKind::Strikethrough(inlines) => self.element("del", inlines),
            InlineKind::Link { target, title, inlines, .. } => self.link(target, title, inlines),
            InlineKind::Image { target, title, alternative } => self.image(inline.span, target, title, alternative),
            InlineKind::FootnoteReference(label) => self.note_reference(label),
            InlineKind::Field(name) => self.field(name),
            InlineKind::SoftBreak => self.out.push('\n'),
            InlineKind::HardBreak => self.out.push_str("<br>\n"),
            InlineKind::Html => {}
            InlineKind::Revision { mark, change, inlines } => self.revision(*mark, *change, inlines),
        }
    }

    /// Writes a text, with links where it uses terms that the glossary defines.
    fn text(&mut self, span: Span, text: &str) {
        let mut written = 0;
        // Where the bytes are not those of the file, as with `&amp;`, the places of the uses do not hold.
        let uses = self.term_uses(span).filter(|_| span.len() == text.len());
        for found in uses.into_iter().flatten() {
            let range = found.span.range();
            let start = span.start as usize;
            let (Some(before), Some(term)) =
                (text.get(written..range.start - start), text.get(range.start - start..range.end - start))
            else {
                continue;
            };
            escape::push(&mut self.out, before);
            self.term(found, term);
            written = range.end - start;
        }
        escape::push(&mut self.out, text.get(written..).unwrap_or(""));
    }

    /// Writes a text that has no spaces, such as an address, so that a line may end where its parts do.
    fn breakable(&mut self, text: &str) {
        let mut parts = text.split_inclusive(['/', ':', '_']).peekable();
        while let Some(part) = parts.next() {
            escape::push(&mut self.out, part);
            if parts.peek().is_some_and(|next| *next != "/") {
                self.out.push_str("<wbr>");
            }
        }
    }

    fn element(&mut self, name: &str, inlines: &'a [Inline<'a>]) {
        self.out.push('<');
        self.out.push_str(name);
        self.out.push('>');
        self.inlines(inlines);
        self.out.push_str("</");
        self.out.push_str(name);
        self.out.push('>');
    }

    fn link(&mut self, written: &'a str, title: &'a str, inlines: &'a [Inline<'a>]) {
        let target = match self.document {
            Some(document) if !self.in_link => self.publication.target(document, written),
            _ => Target::Nowhere,
        };
        match &target {
            Target::Internal(anchor) => {
                self.out.push_str("<a href=\"");
                self.address(anchor);
                self.out.push('"');
            }
            Target::External(address) => {
                self.out.push_str("<a href=\"");
                escape::push_address(&mut self.out, address);
                self.out.push_str("\" rel=\"external noopener\"");
            }
            Target::Nowhere => {
                self.inlines(inlines);
                return;
            }
        }
        if !title.is_empty() {
            self.attribute("title", title);
        }
        self.out.push('>');
        self.in_link = true;
        let before = self.out.len();
        self.inlines(inlines);
        if self.out.len() == before {
            escape::push(&mut self.out, written);
        }
        self.in_link = false;
        self.out.push_str("</a>");
        self.steps_kept_back();
    }

    fn note_reference(&mut self, label: &'a str) {
        let note = self.document.and_then(|document| self.publication.note(document, label));
        match note.map(|note| note.number) {
            Some(number) if !self.in_link => self.numbered_reference(number),
            _ => {
                self.out.push('[');
                escape::push(&mut self.out, label);
                self.out.push(']');
            }
        }
    }

    fn numbered_reference(&mut self, number: usize) {
        let Some((note, reference)) = self.notes.refer(number, &mut self.ids) else { return };
        self.out.push_str("<sup><a class=\"note-reference\" role=\"doc-noteref\"");
        self.attribute("id", &reference);
        self.out.push_str(" href=\"#");
        escape::push_fragment(&mut self.out, &note);
        let label = self.publication.words.text(&Message::new("edition-note").with("number", number));
        self.out.push('"');
        self.attribute("aria-label", &label);
        self.out.push_str(&self.words.language);
        self.out.push('>');
        self.out.push_str(&number.to_string());
        self.out.push_str("</a></sup>");
        self.sidenote(number);
    }

    fn field(&mut self, name: &'a str) {
        let publication = self.publication;
        match publication.field(name) {
            FieldText::Value(value) => escape::push(&mut self.out, value),
            FieldText::Blank { description, example } => {
                self.out.push_str("<span class=\"field\"");
                if !example.is_empty() {
                    let message = Message::new("edition-field-example").with("example", example);
                    self.attribute("title", &publication.words.text(&message));
                }
                self.out.push_str("><span class=\"visually-hidden\"");
                self.out.push_str(&self.words.language);
                self.out.push('>');
                escape::push(&mut self.out, &self.words.field);
                self.out.push_str(" </span>[");
                escape::push(&mut self.out, description);
                self.out.push_str("]</span>");
            }
        }
    }
}

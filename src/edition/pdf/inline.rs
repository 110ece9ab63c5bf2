//! Sets runs of text: emphasis, links, notes, fields.

use super::Setter;
use super::glyph;
use crate::edition::publication::{FieldText, Target};
use crate::model::{Inline, InlineKind, Message, Span, plain_text};
use std::borrow::Cow;
use typst::foundations::{Content, NativeElement};
use typst::introspection::{Counter, CounterState, CounterUpdate};
use typst::layout::BoxElem;
use typst::model::{Destination, EmphElem, FootnoteElem, LinkElem, LinkTarget, StrongElem, Url};
use typst::syntax;
use typst::text::{HighlightElem, LinebreakElem, RawContent, RawElem, SmartQuoteElem, SpaceElem, StrikeElem, TextElem};

/// Marks inside each other that are still told apart; more are set like the innermost. The engine gives up at 64 nested
/// rules, blocks and their inlines together.
const DEEPEST_MARKS: usize = 8;

/// The most bytes of a reference that is kept on one line.
const LONGEST_REFERENCE: usize = 20;

/// Where a run of text stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Run {
    /// How many marks it stands in.
    pub(super) marks: usize,
    /// Whether it is struck out already: PDF/UA takes one line per text.
    pub(super) struck: bool,
    /// Whether links, notes and images are left out, as in a table of contents.
    pub(super) bare: bool,
    /// Whether notes may be called here.
    pub(super) notes: bool,
    /// The most characters without a place to break.
    pub(super) longest: usize,
    /// The same in code.
    pub(super) longest_code: usize,
}

impl Run {
    /// Running text.
    pub(super) const TEXT: Self =
        Self { marks: 0, struck: false, bare: false, notes: true, longest: 40, longest_code: 24 };

    pub(super) const fn deeper(self) -> Self {
        Self { marks: self.marks + 1, ..self }
    }
}

impl<'a> Setter<'_, '_, 'a> {
    /// Sets a run of inlines. Recursion is as deep as the parser lets inlines nest.
    pub(super) fn run(&mut self, inlines: &'a [Inline<'a>], run: Run) -> Content {
        let mut contents = Vec::with_capacity(inlines.len());
        self.push_run(inlines, run, &mut contents);
        Content::sequence(contents)
    }

    /// Sets a run of inlines after what `contents` holds.
    pub(super) fn push_run(&mut self, inlines: &'a [Inline<'a>], run: Run, contents: &mut Vec<Content>) {
        for (number, inline) in inlines.iter().enumerate() {
            match &inline.kind {
                InlineKind::Text(text) => self.push_text(text, inline.span, run, contents),
                InlineKind::SoftBreak => contents.push(SpaceElem::shared().clone()),
                InlineKind::HardBreak if run.bare => contents.push(SpaceElem::shared().clone()),
                InlineKind::HardBreak => contents.push(LinebreakElem::shared().clone()),
                InlineKind::Code(text) => contents.push(self.code(text, inline.span, run)),
                InlineKind::Field(name) => self.push_field(name, inline.span, run, contents),
                InlineKind::FootnoteReference(label) => self.push_note(label, inline.span, run, contents),
                InlineKind::Link { .. } | InlineKind::Image { .. } if run.bare => {
                    self.push_run(inline.children(), run, contents);
                }
                InlineKind::Link { target, inlines, .. } => contents.push(self.link(target, inlines, inline.span, run)),
                InlineKind::Image { .. } => {
                    if let Some(image) = self.inline_image(inline) {
                        contents.push(BoxElem::new().with_body(Some(image)).pack());
                    } else {
                        self.push_run(inline.children(), run, contents);
                    }
                }
                InlineKind::Html => {}
                InlineKind::Revision { .. } => self.push_revision(inline, run, contents),
                InlineKind::Emphasis(inner) | InlineKind::Strong(inner) | InlineKind::Strikethrough(inner) => {
                    contents.push(self.marked(inline, inner, run));
                }
            }
            self.push_numbers(inlines.get(number + 1), run, contents);
        }
    }

    /// Sets emphasis of each kind.
    fn marked(&mut self, inline: &'a Inline<'a>, inner: &'a [Inline<'a>], run: Run) -> Content {
        if run.marks == DEEPEST_MARKS {
            self.remarks.add(inline.span, Message::new("pdf-nesting"));
        }
        let shown = run.marks < DEEPEST_MARKS;
        match inline.kind {
            InlineKind::Emphasis(_) if shown => EmphElem::new(self.run(inner, run.deeper())).pack(),
            InlineKind::Strong(_) if shown => StrongElem::new(self.run(inner, run.deeper())).pack(),
            InlineKind::Strikethrough(_) if shown && !run.struck => {
                StrikeElem::new(self.run(inner, Run { struck: true, ..run.deeper() })).pack()
            }
            _ => self.run(inner, run.deeper()),
        }
    }

    /// The text as the fonts can set it; what is replaced is told.
    pub(super) fn settable<'text>(&mut self, text: &'text str, span: Span) -> Cow<'text, str> {
        let (clean, replacements) = glyph::settable(text, self.fonts);
        if replacements.is_empty() {
            return clean;
        }
        // Where text and source agree, the place of a character is known; else it is that of the whole inline.
        let written = self.document.text.get(span.range()).unwrap_or("");
        let offset = written.find(text).map(|offset| span.range().start + offset);
        for replacement in replacements {
            let range = replacement.range;
            let place = offset.map_or(span, |offset| Span::new(offset + range.start..offset + range.end));
            let number = format!("U+{:04X}", replacement.character as u32);
            let message = match &replacement.text {
                Some(text) => Message::new("pdf-glyph").with("character", number).with("replacement", text.as_str()),
                None => Message::new("pdf-direction").with("character", number),
            };
            self.remarks.add_character(place, replacement.character, message);
        }
        clean
    }

    /// Sets text; straight quotation marks become those of the language.
    pub(super) fn push_text(&mut self, text: &str, span: Span, run: Run, contents: &mut Vec<Content>) {
        let clean = glyph::breakable(self.settable(text, span), run.longest);
        let mut rest = clean.as_ref();
        while let Some(offset) = rest.find(['"', '\'']) {
            if offset > 0 {
                contents.push(TextElem::packed(&rest[..offset]));
            }
            contents.push(SmartQuoteElem::new().with_double(rest[offset..].starts_with('"')).pack());
            rest = &rest[offset + 1..];
        }
        if !rest.is_empty() {
            contents.push(TextElem::packed(rest));
        }
    }

    fn code(&mut self, text: &str, span: Span, run: Run) -> Content {
        let clean = glyph::breakable(self.settable(text, span), run.longest_code);
        RawElem::new(RawContent::Text(clean.as_ref().into())).pack()
    }

    /// Sets what a field holds; a blank one as a box with what is to be filled in.
    fn push_field(&mut self, name: &'a str, span: Span, run: Run, contents: &mut Vec<Content>) {
        match self.publication.field(name) {
            FieldText::Value(value) => {
                let value = value.to_owned();
                self.push_text(&value, span, run, contents);
            }
            FieldText::Blank { description, .. } => {
                let description = format!("[{description}]");
                let text = TextElem::packed(self.settable(&description, span).as_ref());
                contents.push(if run.bare { text } else { HighlightElem::new(text).pack() });
            }
        }
    }

    fn link(&mut self, target: &str, inlines: &'a [Inline<'a>], span: Span, run: Run) -> Content {
        let mut body = self.run(inlines, run.deeper());
        if run.longest == Run::TEXT.longest && is_reference(inlines) {
            body = BoxElem::new().with_body(Some(body)).pack();
        }
        if plain_text(inlines).is_empty()
            && !inlines.iter().any(|inline| matches!(inline.kind, InlineKind::Image { .. }))
        {
            body = TextElem::packed(glyph::breakable(self.settable(target, span), run.longest).as_ref());
        }
        let (leads, refusal) = match self.publication.target(self.document, target) {
            Target::Internal(anchor) => {
                let label = self.anchors.get(&anchor).copied();
                (label.map(LinkTarget::Label), Message::new("pdf-anchor").with("target", target))
            }
            Target::External(address) => {
                let url = Url::new(in_ascii(&address)).ok();
                (url.map(|url| LinkTarget::Dest(Destination::Url(url))), Message::new("pdf-address"))
            }
            Target::Nowhere => return body,
        };
        if let Some(leads) = leads {
            return LinkElem::new(leads, body).pack();
        }
        self.remarks.add(span, refusal);
        body
    }

    /// Calls a note; the first call brings its text.
    fn push_note(&mut self, label: &'a str, span: Span, run: Run, contents: &mut Vec<Content>) {
        if run.bare {
            return;
        }
        let publication = self.publication;
        let Some(note) = publication.note(self.document, label) else {
            let written = format!("[^{label}]");
            return self.push_text(&written, span, run, contents);
        };
        if !run.notes {
            self.remarks.add(span, Message::new("pdf-note-inside-note"));
            return;
        }
        let Some(name) = super::reserved_label(&format!("note {}", note.number)) else { return };
        if self.notes.get(note.number).copied().unwrap_or(false) {
            contents.push(FootnoteElem::with_label(name).pack());
            return;
        }
        if let Some(set) = self.notes.get_mut(note.number) {
            *set = true;
        }
        if note.number != self.next_note {
            let state = CounterState([note.number as u64 - 1].into_iter().collect());
            let counter = Counter::of(FootnoteElem::ELEM);
            contents.push(counter.update(syntax::Span::detached(), CounterUpdate::Set(state)));
        }
        self.next_note = note.number + 1;
        let body = self.note_body(note.blocks);
        contents.push(FootnoteElem::with_content(body).pack().labelled(name));
    }
}

/// Whether the text of a link is short and ends in a number, as «artículo 46»: it should stay on one line.
fn is_reference(inlines: &[Inline<'_>]) -> bool {
    match inlines {
        [Inline { kind: InlineKind::Text(text), .. }] => {
            text.len() <= LONGEST_REFERENCE && text.ends_with(|last: char| last.is_ascii_digit())
        }
        _ => false,
    }
}

/// The address with everything but printable ASCII as `%` escapes (RFC 3986, section 2.1).
fn in_ascii(address: &str) -> String {
    use std::fmt::Write;
    let mut ascii = String::with_capacity(address.len());
    for byte in address.bytes() {
        if byte.is_ascii_graphic() {
            ascii.push(char::from(byte));
        } else {
            // Writing to a string cannot fail.
            let _ = write!(ascii, "%{byte:02X}");
        }
    }
    ascii
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_in_ascii() {
        assert_eq!(in_ascii("https://a.mx/año 1?x=%20"), "https://a.mx/a%C3%B1o%201?x=%20");
    }
}

//! The links and images of a document, in Markdown and in raw HTML.
//!
//! They are gathered in one walk for all the rules that look at them.

use super::tags::{Tag, tags};
use crate::model::{BlockKind, Document, Inline, InlineKind, Span};
use std::borrow::Cow;

/// A link or an image.
#[derive(Clone, Debug)]
pub struct Pointer<'a> {
    /// Where it leads: in Markdown as written, escapes decoded; in HTML just as written.
    pub target: Cow<'a, str>,
    /// Whether it is an image.
    pub is_image: bool,
    /// The link or image, or the tag.
    pub span: Span,
    /// How it is written.
    pub form: Form<'a>,
    /// For an image, whether it stands in a link that has text as well, so that it needs none of its own.
    pub is_captioned: bool,
}

/// How a link or an image is written.
#[derive(Clone, Copy, Debug)]
pub enum Form<'a> {
    /// In Markdown.
    Markdown(&'a Inline<'a>),
    /// In HTML; the span is that of the target.
    Html(Tag<'a>, Span),
}

impl Pointer<'_> {
    /// Where the target is written, if it stands in its place just as it reads.
    #[must_use]
    pub fn place(&self, text: &str) -> Option<Span> {
        match self.form {
            Form::Html(_, place) => Some(place),
            Form::Markdown(inline) => locate(inline, &self.target, text),
        }
    }
}

/// Where the target of an inline link or image is written. `None` if it takes its target from a definition elsewhere, or
/// is written with escapes.
fn locate(inline: &Inline<'_>, target: &str, text: &str) -> Option<Span> {
    let opening = if matches!(inline.kind, InlineKind::Image { .. }) { 2 } else { 1 };
    let start = inline.children().last().map_or(inline.span.range().start + opening, |last| last.span.range().end);
    let after_text = text.get(start..inline.span.range().end)?;
    let written = after_text.split_once("](")?.1.trim_start();
    let written = written.strip_prefix('<').unwrap_or(written);
    let start = inline.span.range().end - written.len();
    written.starts_with(target).then(|| Span::new(start..start + target.len()))
}

/// Reads the links and images of a document in the order of the text.
#[must_use]
pub fn read<'a>(document: &'a Document<'a>) -> Vec<Pointer<'a>> {
    let bytes = document.text.as_bytes();
    let mut reader = Reader { text: document.text, found: Vec::new() };
    if memchr::memchr2(b'[', b'<', bytes).is_none() {
        return reader.found;
    }
    for block in &document.preamble {
        reader.block(block);
    }
    for section in document.all_sections() {
        reader.run(&section.heading.inlines, false);
        section.blocks.iter().for_each(|block| reader.block(block));
    }
    reader.found
}

struct Reader<'a> {
    text: &'a str,
    found: Vec<Pointer<'a>>,
}

impl<'a> Reader<'a> {
    fn block(&mut self, block: &'a crate::model::Block<'a>) {
        for block in block.with_descendants() {
            if block.kind == BlockKind::Html {
                self.html(block.span, false);
            }
            block.for_each_run(&mut |inlines| self.run(inlines, false));
        }
    }

    /// Reads inlines, which nest at most as deep as the parser lets them.
    fn run(&mut self, inlines: &'a [Inline<'a>], is_captioned: bool) {
        for inline in inlines {
            let (target, is_image) = match &inline.kind {
                InlineKind::Link { target, .. } => (target, false),
                InlineKind::Image { target, .. } => (target, true),
                InlineKind::Html => {
                    self.html(inline.span, is_captioned);
                    continue;
                }
                _ => {
                    self.run(inline.children(), is_captioned);
                    continue;
                }
            };
            let (target, form) = (Cow::Borrowed(target.as_ref().as_ref()), Form::Markdown(inline));
            self.found.push(Pointer { target, is_image, span: inline.span, form, is_captioned });
            if !is_image {
                self.run(inline.children(), has_text(inline.children()));
            }
        }
    }

    fn html(&mut self, span: Span, is_captioned: bool) {
        let start = span.range().start;
        for tag in tags(self.text.get(span.range()).unwrap_or("")) {
            let (attribute, is_image) = match () {
                () if tag.is("a") => ("href", false),
                () if tag.is("img") => ("src", true),
                () => continue,
            };
            // A typographic quotation mark makes the tag one that is shown as an example.
            let Some((target, place)) = tag.attribute(attribute) else { continue };
            if target.starts_with(['“', '”', '‘', '’', '«']) {
                continue;
            }
            let place = Span::new(start + place.start..start + place.end);
            let span = Span::new(start + tag.offset..start + tag.offset + tag.source.len());
            let (target, form) = (Cow::Borrowed(target), Form::Html(tag, place));
            self.found.push(Pointer { target, is_image, span, form, is_captioned });
        }
    }
}

/// Whether inlines have text of their own, besides images.
fn has_text(inlines: &[Inline<'_>]) -> bool {
    inlines.iter().any(|inline| match &inline.kind {
        InlineKind::Text(text) | InlineKind::Code(text) => !text.trim().is_empty(),
        InlineKind::Field(_) => true,
        InlineKind::Image { .. } => false,
        _ => has_text(inline.children()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{DocumentPath, Slugger};
    use crate::parse;

    /// Target, place and kind of every link and image.
    fn pointers(text: &str) -> Vec<(String, String, bool, bool)> {
        let document = parse::document(DocumentPath::new("a.md").unwrap(), text, Slugger::Github);
        let told = |pointer: Pointer<'_>| {
            let place = pointer.place(text).map_or("-", |place| &text[place.range()]).to_owned();
            (pointer.target.to_string(), place, pointer.is_image, pointer.is_captioned)
        };
        read(&document).into_iter().map(told).collect()
    }

    fn expected(target: &str, place: &str, is_image: bool, is_captioned: bool) -> (String, String, bool, bool) {
        (target.to_owned(), place.to_owned(), is_image, is_captioned)
    }

    #[test]
    fn links_and_images_are_found_in_order_wherever_they_stand() {
        let text = "# [a](b.md)\n\n> - [![c](d.svg) e](<f g.md> \"t\")\n\n| [h][i] |\n| - |\n| ![](j.png) |\n\n\
                    <p><a href=\"k.md\"><img src='l.png'></a></p>\n\nm <img src=n.png>\n\n[i]: o.md\n";
        assert_eq!(
            pointers(text),
            [
                expected("b.md", "b.md", false, false),
                expected("f g.md", "f g.md", false, false),
                expected("d.svg", "d.svg", true, true),
                expected("o.md", "-", false, false),
                expected("j.png", "j.png", true, false),
                expected("k.md", "k.md", false, false),
                expected("l.png", "l.png", true, false),
                expected("n.png", "n.png", true, false),
            ]
        );
    }

    #[test]
    fn what_stands_in_code_or_comments_is_none() {
        assert_eq!(pointers("`[a](b)` <a href=“b”>\n\n    [a](b)\n\n<!-- <img src=x> [a](b) -->\n\n\\[a](b)\n"), []);
    }

    #[test]
    fn a_target_written_with_escapes_has_no_place() {
        let places: Vec<_> = pointers("[a](b\\_c.md) [a](b&amp;c.md)").into_iter().map(|found| found.1).collect();
        assert_eq!(places, ["-", "-"]);
    }
}

//! Markdown in, the model out.
//!
//! 1. `front_matter` takes the metadata off the head of the text;
//! 2. `nesting` refuses markup that would take work out of measure;
//! 3. `markdown` reads the events of pulldown-cmark into blocks and inlines, with `inline` for fields and `heading` for
//!    explicit identities;
//! 4. `sections` gathers the blocks under their headings, gives each heading its anchor (`slug`) and each clause its
//!    designation (`clause`);
//! 5. [`index`] keeps the little that is needed of a document while a whole policy is at hand.
//!
//! The dialect is CommonMark with GitHub's tables, task lists and strikethrough, footnotes, definition lists and explicit
//! identities of headings (`{#id}`, and kramdown's and Python-Markdown's `{: #id}`). Parsing never fails: what could not
//! be read as written is in [`Document::problems`](crate::model::Document::problems).

mod clause;
mod front_matter;
mod heading;
mod html;
mod index;
mod inline;
mod markdown;
mod nesting;
mod sections;
mod slug;

pub use index::index;

use crate::model::{Document, DocumentPath, Message, Slugger, Span};

/// How deep blocks and inlines may stand inside each other, lists and their items counted one each. What is deeper is
/// kept, without its outermost markup: far above what a reader can follow, and low enough to walk by recursion.
pub const DEEPEST_NESTING: usize = 64;

/// Parses a document.
///
/// `text` is the whole file, byte order mark and front matter included; spans index it.
#[must_use]
pub fn document(path: DocumentPath, text: &str, slugger: Slugger) -> Document<'_> {
    let start = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let mut problems = Vec::new();
    let front_matter = front_matter::read(text, start, &mut problems);
    let body = front_matter.as_ref().map_or(start, |front_matter| front_matter.span.range().end);
    let flow = match nesting::excess(&text[body..]) {
        Some(offset) => {
            problems.push((Message::new("parse-too-much-nesting"), Span::new(body + offset..body + offset)));
            nesting::plain(text, body)
        }
        None => markdown::read(text, body, &mut problems),
    };
    let (preamble, sections) = sections::gather(text, flow, slugger);
    let language = front_matter.as_ref().and_then(crate::model::FrontMatter::language);
    problems.sort_by_key(|(_, span)| *span);
    Document { path, text, language, front_matter, preamble, sections, problems }
}

/// The anchor that a program makes of a title that no other section of the document has.
#[must_use]
pub fn anchor(title: &str, slugger: Slugger) -> String {
    slug::Slugs::new(slugger).of_title(title)
}

#[cfg(test)]
mod tests;

//! The web page: one language of a policy as one file that needs nothing else.
//!
//! 1. `writer::Writer` goes through the documents once and writes headings, blocks and inlines into a string,
//!    noting the headings for the table of contents and the footnotes for the end;
//! 2. `notes` puts the footnotes behind the text, `contents` writes the table of contents;
//! 3. `page` gathers what surrounds the text, and a template sets it all together.
//!
//! A page of what changed (`redline`) has marks in its text (`revision`) and a list of them besides.
//!
//! A page loads nothing. Only that of changes holds a script, which nothing but its keys needs; its security policy lets no
//! other run. Nor is there a search (`search` is the site's): the browser's own finds words in a page. Text enters a page only
//! through `escape`; raw HTML not at all.

mod block;
mod clause;
mod contents;
pub(super) mod escape;
pub(super) mod hash;
mod image;
mod inline;
mod list;
mod look;
mod metadata;
mod names;
mod notes;
mod page;
mod redline;
mod revision;
pub(super) mod search;
mod site;
mod table;
mod writer;

#[cfg(test)]
mod tests;

pub use escape::push as push_text;
pub(super) use look::accent_only;
pub use names::direction;
pub(super) use page::{Index, IndexEntry, Page, index, logo};
pub(super) use redline::{RedlinePage, redline};
pub(super) use site::{AnnexPage, ChapterPage, FORMAT as SITE_FORMAT, FrontPage, LostPage};

use super::publication::Publication;
use super::template::{Fragments, Templates};
use super::{EditionFormat, Named, Options, Written};
use crate::error::{Error, Result};
use crate::model::Message;
use writer::Writer;

/// The largest page that is written, in bytes (256 MiB): a small text can ask for a large page by naming one image or
/// field a million times.
const LARGEST_PAGE: usize = 256 * 1024 * 1024;

/// The format.
pub(super) const FORMAT: EditionFormat = EditionFormat {
    name: "html",
    label: "edition-format-html",
    media_type: "text/html",
    entry,
    tells_history: false,
    write: html,
    together: None,
};

/// The name of the page.
fn entry(named: &Named) -> String {
    format!("{}.html", named.stem)
}

/// Writes the web page of a publication.
///
/// # Errors
/// If a template is wrong, or the page would be larger than 256 MiB.
pub fn html(publication: &Publication<'_>, options: &Options<'_>) -> Result<Written> {
    html_within(publication, options, LARGEST_PAGE)
}

fn html_within(publication: &Publication<'_>, options: &Options<'_>, limit: usize) -> Result<Written> {
    let mut writer = Writer::new(publication, limit);
    writer.out.reserve(usual_length(publication).min(limit));
    writer.documents();
    let notes = notes::section(&mut writer);
    let contents = contents::list(&writer.headings.iter().collect::<Vec<_>>());
    if writer.out.len() + notes.len() + contents.len() > limit {
        return Err(too_large(limit));
    }
    let ways = page::Ways { to_language: &entry, files: page::files(publication, options.formats, "", entry) };
    let mut page = page::page(publication, ways, &mut writer.ids);
    page.logo = page::logo(publication);
    page.metadata = Some(page::metadata(publication, &page, &entry(&publication.named), None, Vec::new()));
    let fragments = Fragments { contents: &contents, body: writer.out, notes: &notes };
    let text = Templates::new(options.templates, &["page.html"])?
        .with_look(&look::style(publication))
        .page(&page, fragments)?;
    Ok(Written { files: vec![(entry(&publication.named), text.into_bytes())], findings: writer.findings })
}

/// About how long a page is in bytes, so that it need not be moved as it grows: markup adds half to the text, and most
/// images are shown once.
fn usual_length(publication: &Publication<'_>) -> usize {
    const FURNITURE: usize = 64 * 1024;
    let texts: usize = publication.documents.iter().map(|document| document.text.len()).sum();
    let images: usize = publication.images().map(|image| image.bytes.len()).sum();
    texts * 3 / 2 + images * 4 / 3 + FURNITURE
}

fn too_large(limit: usize) -> Error {
    let message = Message::new("edition-page-too-large").with("limit", limit / (1024 * 1024));
    Error::input(message).hint(Message::new("edition-page-too-large-hint"))
}

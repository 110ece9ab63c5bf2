//! What stands behind the text of a site: the register of obligations, what changed, who wrote it.
//!
//! Each is a page of its own, made only where there is something to tell.

use super::super::redline::{ChangesPage, Home, changes_page};
use super::super::{escape, names};
use super::{Site, View};
use crate::edition::annexes::{self, CREDITS_HEADS, Chapter, Obligation, Place, REGISTER_HEADS};
use crate::edition::publication::Publication;
use crate::edition::redline::{RedlineRequest, with_publication};
use crate::edition::{Changes, Credit, Credits};
use crate::error::Result;
use crate::model::{Document, Message};
use std::collections::HashMap;
use std::fmt::Write as _;

/// A page behind the text.
pub(super) struct Annex {
    /// The name of its file.
    pub(super) file: String,
    /// What it is called.
    pub(super) title: String,
    /// What it says.
    pub(super) body: Body,
}

/// What a page behind the text says, as HTML.
pub(super) enum Body {
    /// What the template sets among the furniture.
    Part(String),
    /// A whole page, which has furniture of its own.
    Page(String),
}

/// The page of what the text obliges whom to do by when; nothing where it obliges to nothing.
pub(super) fn register(publication: &Publication<'_>, site: &Site<'_>) -> Option<Annex> {
    let words = publication.words;
    let mut body = String::new();
    for chapter in annexes::chapters(publication) {
        push_table(&chapter, (publication, site), &mut body);
    }
    let file = format!("{}.html", words.word("site-file-register"));
    (!body.is_empty()).then(|| Annex { file, title: words.word("site-register"), body: Body::Part(body) })
}

fn push_table(chapter: &Chapter<'_>, (publication, site): (&Publication<'_>, &Site<'_>), body: &mut String) {
    let heads = REGISTER_HEADS.map(|id| publication.words.word(id));
    let own = chapter.document.language.as_ref().filter(|own| **own != publication.language);
    let language = own.map_or_else(String::new, |own| format!(" lang=\"{own}\" dir=\"{}\"", names::direction(own)));
    let _ = write!(body, "<h2{language}>");
    escape::push(body, &chapter.title);
    body.push_str("</h2>\n<table class=\"stacking register\">\n<thead>\n<tr>");
    for head in &heads {
        let _ = write!(body, "<th scope=\"col\">{head}</th>");
    }
    let _ = write!(body, "</tr>\n</thead>\n<tbody{language}>\n");
    for Obligation { who, strength, word, what, when, place } in &chapter.obligations {
        body.push_str("<tr>");
        push_cell(&heads[0], |body| escape::push(body, who), body);
        push_cell(
            &heads[1],
            |body| {
                let _ = write!(body, "<span class=\"strength {}\">{word}</span> ", strength.name());
                escape::push(body, what);
            },
            body,
        );
        push_cell(&heads[2], |body| escape::push(body, when), body);
        push_cell(&heads[3], |body| push_place((chapter.document, place), (publication, site), body), body);
        body.push_str("</tr>\n");
    }
    body.push_str("</tbody>\n</table>\n");
}

/// A cell that has the head of its column with it, for screens where the cells of a row stand below each other.
fn push_cell(head: &str, write: impl FnOnce(&mut String), body: &mut String) {
    body.push_str("<td data-head=\"");
    escape::push(body, head);
    body.push_str("\">");
    write(body);
    body.push_str("</td>");
}

/// The way to where the text says it.
fn push_place(
    (document, place): (&Document<'_>, &Place<'_>),
    (publication, site): (&Publication<'_>, &Site<'_>),
    body: &mut String,
) {
    let anchor = place.section.map(|section| publication.anchor(document, section));
    match anchor.and_then(|anchor| site.address(anchor)) {
        Some(address) => {
            body.push_str("<a href=\"");
            escape::push(body, &address);
            body.push_str("\">");
            escape::push(body, &place.title);
            body.push_str("</a>");
        }
        None => escape::push(body, &place.title),
    }
    if let Some(clause) = &place.clause {
        body.push_str(", ");
        escape::push(body, clause);
    }
}

/// The page of who wrote the text; nothing where that is not known.
pub(super) fn credits(publication: &Publication<'_>) -> Option<Annex> {
    let Credits { summary, people } = publication.credits()?;
    let words = publication.words;
    let heads = CREDITS_HEADS.map(|id| words.word(id));
    let mut body = String::from("<p>");
    escape::push(&mut body, summary);
    body.push_str("</p>\n<table class=\"credits\">\n<thead>\n<tr>");
    for head in &heads {
        let _ = write!(body, "<th scope=\"col\">{head}</th>");
    }
    body.push_str("</tr>\n</thead>\n<tbody>\n");
    for credit in people {
        push_credit(credit, &mut body);
    }
    body.push_str("</tbody>\n</table>\n<p>");
    escape::push(&mut body, &words.word("site-credits-method"));
    body.push_str("</p>\n");
    let file = format!("{}.html", words.word("site-file-credits"));
    Some(Annex { file, title: words.word("site-credits"), body: Body::Part(body) })
}

fn push_credit(Credit { name, words, share, thousandths, contributions }: &Credit, body: &mut String) {
    body.push_str("<tr><th scope=\"row\">");
    escape::push(body, name);
    if !contributions.is_empty() {
        body.push_str("<span class=\"contributions\">");
        escape::push(body, contributions);
        body.push_str("</span>");
    }
    let _ = write!(
        body,
        "</th><td>{words}</td><td><svg class=\"bar-of-share\" viewBox=\"0 0 1000 24\" aria-hidden=\"true\">"
    );
    let _ = write!(body, "<rect width=\"{}\" height=\"24\"/></svg> ", (*thousandths).clamp(4, 1000));
    escape::push(body, share);
    body.push_str("</td></tr>\n");
}

/// The identifier of the first mark of each change, by its place in the comparison.
type Marks = HashMap<usize, String>;

/// The page of what changed since the last release, and where it shows each change; nothing where nothing did, or there was none.
pub(super) fn changes(publication: &Publication<'_>) -> Result<Option<(Annex, Marks)>> {
    let Some(Changes { comparison, story, since }) = annexes::changes(publication) else { return Ok(None) };
    let words = publication.words;
    let request = RedlineRequest {
        policy: publication.policy,
        comparison,
        story: story.clone(),
        words,
        date: publication.date.clone(),
    };
    let home = Home { file: "index.html".to_owned(), title: publication.title.clone() };
    let page = with_publication(request, |redline| changes_page(redline, Some(home)))?;
    let title = words.text(&Message::new("site-changes").with("since", since.as_str()));
    let file = format!("{}.html", words.word("site-file-changes"));
    let ChangesPage { text, marks, .. } = page;
    Ok(Some((Annex { file, title, body: Body::Page(text) }, marks)))
}

/// Where the page of changes shows the first change of each section, by the section's anchor.
pub(super) fn changed_sections(publication: &Publication<'_>, file: &str, marks: &Marks) -> HashMap<String, String> {
    let mut addresses = HashMap::new();
    let Some(changes) = publication.changes() else { return addresses };
    for change in 0..changes.comparison.changes.len() {
        let anchor = annexes::changed_section(publication, changes, change);
        if let Some((anchor, mark)) = anchor.zip(marks.get(&change)) {
            let mut address = format!("{file}#");
            escape::push_fragment(&mut address, mark);
            addresses.entry(anchor.to_owned()).or_insert(address);
        }
    }
    addresses
}

impl View<'_, '_> {
    /// Where the page of changes shows what changed in the section with an anchor.
    pub(super) fn changed(&self, anchor: &str) -> Option<&str> {
        self.site.changed.get(anchor).map(String::as_str)
    }
}

//! The walk over documents and sections.

use super::super::ids::Ids;
use super::super::publication::Publication;
use super::clause;
use super::escape;
use super::names;
use super::notes::NoteIds;
use super::revision::Revisions;
use super::site::View;
use crate::model::{ClauseAddress, Designator, Document, Finding, Inline, Message, Section};
use std::fmt::Write as _;

/// What is written, and all that must be remembered on the way.
pub(super) struct Writer<'p, 'a> {
    pub(super) publication: &'p Publication<'a>,
    /// The page's text so far.
    pub(super) out: String,
    /// How long the text may become, in bytes.
    limit: usize,
    /// The headings so far, for the table of contents.
    pub(super) headings: Vec<HeadingEntry>,
    /// The identifiers of the page.
    pub(super) ids: Ids,
    pub(super) notes: NoteIds,
    pub(super) words: Words,
    /// What could not be set as it was written.
    pub(super) findings: Vec<Finding>,
    /// The document that is being written; `None` before the first one.
    pub(super) document: Option<&'a Document<'a>>,
    /// The section that is being written.
    pub(super) place: Place,
    /// Whether notes may stand beside the text: it is neither a table nor a note itself.
    pub(super) takes_sidenotes: bool,
    /// Whether a link is open, in which no other may stand.
    pub(super) in_link: bool,
    /// The other pages of the site, where the page is one of several.
    pub(super) site: Option<View<'p, 'a>>,
    /// The level of the outermost headings.
    outermost: u8,
    /// What a redline needs to know of its marks.
    pub(super) revisions: Revisions,
    /// The designation that has been written already, while the text that holds it is being passed over.
    pub(super) written_designator: Option<&'a Designator>,
}

/// A heading of the table of contents.
pub(super) struct HeadingEntry {
    /// Level of its element.
    pub(super) level: u8,
    pub(super) anchor: String,
    pub(super) title: String,
}

/// Where in the text the writer stands.
#[derive(Default)]
pub(super) struct Place {
    pub(super) anchor: String,
    pub(super) title: String,
    /// Level of the heading above.
    pub(super) level: u8,
    pub(super) address: ClauseAddress,
    /// How many tables the section has so far.
    pub(super) tables: usize,
}

/// Furniture that stands between the words of the text.
pub(super) struct Words {
    /// ` lang="en"` where the furniture's language is not the text's.
    pub(super) language: String,
    /// ` lang="fr"`, the text's language again, inside such furniture.
    pub(super) text_language: String,
    pub(super) field: String,
    pub(super) done: String,
    pub(super) pending: String,
}

impl Words {
    fn new(publication: &Publication<'_>) -> Self {
        let words = publication.words;
        // A redline may hold documents of several languages.
        let foreign = words.locale().tag() != publication.language.primary() || publication.redline.is_some();
        let attribute = |tag: &str| if foreign { format!(" lang=\"{tag}\"") } else { String::new() };
        Self {
            language: attribute(words.locale().tag()),
            text_language: attribute(publication.language.as_str()),
            field: words.word("edition-field-blank"),
            done: words.word("edition-task-done"),
            pending: words.word("edition-task-pending"),
        }
    }
}

impl<'p, 'a> Writer<'p, 'a> {
    pub(super) fn new(publication: &'p Publication<'a>, limit: usize) -> Self {
        let mut ids = Ids::default();
        publication.every_anchor().for_each(|anchor| ids.reserve(anchor));
        let notes = NoteIds::new(publication.notes().len(), &mut ids);
        Self {
            publication,
            out: String::new(),
            limit,
            headings: Vec::new(),
            ids,
            notes,
            words: Words::new(publication),
            findings: Vec::new(),
            document: None,
            place: Place::default(),
            takes_sidenotes: true,
            in_link: false,
            site: None,
            outermost: 2,
            revisions: Revisions::default(),
            written_designator: None,
        }
    }

    /// A writer for the pages of a site, whose outermost headings are the pages' titles.
    pub(super) fn of_site(publication: &'p Publication<'a>, view: View<'p, 'a>, limit: usize) -> Self {
        Self { site: Some(view), outermost: 1, ..Self::new(publication, limit) }
    }

    /// Whether the page is larger than it may become; what remains is then left out, and the page is not kept.
    pub(super) fn is_full(&self) -> bool {
        self.out.len() > self.limit
    }

    /// Writes every document.
    pub(super) fn documents(&mut self) {
        for (number, document) in self.publication.documents.iter().enumerate() {
            self.document = Some(document);
            self.place = Place { level: 1, ..Place::default() };
            self.document(document, number == 0);
        }
    }

    fn document(&mut self, document: &'a Document<'a>, first: bool) {
        // The document's own anchor, unless that is its first section's.
        let own_anchor = Some(self.publication.document_anchor(document)).filter(|_| document.sections.is_empty());
        let title = title_above(document).filter(|title| !(first && *title == self.publication.title));
        self.out.push_str("<div class=\"document\"");
        let language = self.enter_language(document);
        self.out.push_str(&language);
        if let Some(anchor) = own_anchor.filter(|_| title.is_none()) {
            self.attribute("id", anchor);
        }
        self.out.push_str(">\n");
        let mut level = self.outermost;
        if let Some(title) = title {
            self.title(title, own_anchor, level);
            level += 1;
        }
        self.blocks(&document.preamble);
        for (number, section) in document.sections.iter().enumerate() {
            // A redline has changes in the title too.
            let is_edition = self.publication.redline.is_none();
            let may_repeat_title = is_edition && first && number == 0 && section.heading.level == 1;
            self.section(section, level, may_repeat_title);
        }
        self.out.push_str("</div>\n");
    }

    /// Writes a heading that no section has.
    pub(super) fn title(&mut self, title: &str, anchor: Option<&str>, level: u8) {
        let anchor = anchor.map_or_else(|| self.ids.unique("document".to_owned()), str::to_owned);
        self.open_heading(&anchor, title.to_owned(), level);
        escape::push(&mut self.out, title);
        self.close_heading();
    }

    /// Goes on in the language of a document; gives the attributes of the element around it where that is not the page's.
    pub(super) fn enter_language(&mut self, document: &Document<'_>) -> String {
        let own = document.language.as_ref().unwrap_or(&self.publication.language);
        if self.publication.redline.is_some() {
            self.words.text_language = format!(" lang=\"{own}\"");
        }
        if *own == self.publication.language {
            return String::new();
        }
        format!(" lang=\"{own}\" dir=\"{}\"", names::direction(own))
    }

    /// Writes a section. A heading without text is left out, and so is, where it `may_repeat_title`, the policy's title,
    /// which stands above the page.
    pub(super) fn section(&mut self, section: &'a Section<'a>, level: u8, may_repeat_title: bool) {
        let Some(document) = self.document.filter(|_| !self.is_full()) else { return };
        let anchor = self.publication.anchor(document, section);
        let title = self.plain(&section.heading.inlines);
        let left_out = title.is_empty() || (may_repeat_title && title == self.publication.title);
        // Only what stands on its own is an article; a section without a heading would be none to HTML.
        let element = match level {
            _ if left_out => "div",
            _ if level == self.outermost => "article",
            _ => "section",
        };
        let _ = write!(self.out, "<{element}");
        match element {
            "div" => self.attribute("id", anchor),
            "article" => self.attribute("aria-labelledby", anchor),
            _ => {}
        }
        self.out.push_str(">\n");
        if left_out {
            self.place = Place { anchor: anchor.to_owned(), title, level: (level - 1).min(6), ..Place::default() };
        } else {
            self.heading(section, anchor, title, level);
        }
        self.blocks(&section.blocks);
        let below = if left_out { level } else { level.saturating_add(1) };
        for subsection in &section.sections {
            self.section(subsection, below, false);
        }
        let _ = writeln!(self.out, "</{element}>");
    }

    /// Writes the heading of a section.
    pub(super) fn heading(&mut self, section: &'a Section<'a>, anchor: &str, title: String, level: u8) {
        self.open_heading(anchor, title, level);
        let heading = &section.heading;
        self.designated(heading.designator.as_deref(), &heading.inlines, None);
        self.close_heading();
    }

    fn open_heading(&mut self, anchor: &str, title: String, level: u8) {
        let level = level.min(6);
        self.place = Place { anchor: anchor.to_owned(), title, level, ..Place::default() };
        self.out.push_str("<div class=\"heading\">");
        let publication = self.publication;
        for alias in publication.aliases(anchor) {
            let alias = self.ids.unique(alias.clone());
            self.out.push_str("<span");
            self.attribute("id", &alias);
            self.out.push_str("></span>");
        }
        let _ = write!(self.out, "<h{level}");
        self.attribute("id", anchor);
        self.out.push('>');
        self.revisions.in_heading = true;
        self.takes_sidenotes = false;
    }

    /// Ends a heading with the link to itself, which stands beside the heading so as not to be read as part of it.
    fn close_heading(&mut self) {
        let Place { anchor, title, level, .. } = &self.place;
        let message = Message::new("edition-permalink").with("title", title.as_str());
        let label = self.publication.words.text(&message);
        let _ = write!(self.out, "</h{level}><a class=\"anchor\" href=\"#");
        escape::push_fragment(&mut self.out, anchor);
        self.out.push_str("\" aria-label=\"");
        escape::push(&mut self.out, &label);
        let _ = write!(self.out, "\"{}><span aria-hidden=\"true\">§</span></a>", self.words.language);
        let (level, anchor, title) = (*level, anchor.clone(), title.clone());
        self.revisions.in_heading = false;
        self.takes_sidenotes = true;
        self.steps_kept_back();
        self.beside_heading(&anchor, &title);
        self.out.push_str("</div>\n");
        self.headings.push(HeadingEntry { level, anchor, title });
    }

    /// Writes inlines, the designation set apart; a link to `anchor` if there is one.
    pub(super) fn designated(
        &mut self,
        designator: Option<&'a Designator>,
        inlines: &'a [Inline<'a>],
        anchor: Option<&str>,
    ) {
        if let Some(designator) = designator
            && self.revised_designation(designator, inlines, anchor)
        {
            return;
        }
        let shown = designator.map(|designator| (designator, clause::shown(inlines, designator)));
        let Some((designator, shown)) = shown.filter(|(_, shown)| !shown.is_empty()) else {
            self.inlines(inlines);
            return;
        };
        self.out.push_str("<span class=\"designator\">");
        if let Some(anchor) = anchor {
            self.out.push_str("<a href=\"#");
            escape::push_fragment(&mut self.out, anchor);
            self.out.push_str("\">");
        }
        escape::push(&mut self.out, &shown);
        self.out.push_str(if anchor.is_some() { "</a></span> " } else { "</span> " });
        self.written_designator = Some(designator);
        self.inlines(inlines);
        self.written_designator = None;
    }

    /// Writes the address of an anchor of the edition, between the quotes of an attribute: with the name of its page, if that
    /// is another.
    pub(super) fn address(&mut self, anchor: &str) {
        if let Some(file) = self.site.and_then(|view| view.file_of(anchor)) {
            escape::push(&mut self.out, file);
        }
        self.out.push('#');
        escape::push_fragment(&mut self.out, anchor);
    }

    /// Writes ` name="value"`.
    pub(super) fn attribute(&mut self, name: &str, value: &str) {
        let _ = write!(self.out, " {name}=\"");
        escape::push(&mut self.out, value);
        self.out.push('"');
    }

    /// The visible text of inlines, for titles, labels and text alternatives.
    pub(super) fn plain(&self, inlines: &[Inline<'_>]) -> String {
        self.publication.plain(inlines)
    }
}

/// The title of a document that has it in its front matter only.
pub(super) fn title_above<'a>(document: &'a Document<'_>) -> Option<&'a str> {
    let has_title = document.all_sections().any(|section| section.heading.level == 1);
    document.front_matter.as_ref().filter(|_| !has_title)?.text("title")
}

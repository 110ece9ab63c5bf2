//! The site: one language of a policy as a folder of pages that work from a web server and from a disk alike.
//!
//! 1. `pages` divides the text into pages and knows which page has an anchor; `glossary` finds where the text uses terms
//!    that it defines;
//! 2. [`Writer`](super::writer::Writer) writes the text of each page, with the [`View`] of the site from there: the way to
//!    other pages, to the same section in other languages, to what changed;
//! 3. `chapter` gathers what surrounds the text of a page, `front` what the first page says of the edition;
//! 4. a template sets each page, and the images, the style and the script are put beside the pages.
//!
//! A page loads nothing from elsewhere. Its scripts are fixed, and needed for nothing but what they offer themselves.

mod annexes;
mod chapter;
mod front;
mod glossary;
mod heading;
mod pages;
mod sidenote;
mod together;

pub(in crate::edition) use chapter::{AnnexPage, ChapterPage};
pub(in crate::edition) use front::FrontPage;
pub(super) use glossary::TermLink;
pub(in crate::edition) use together::LostPage;

use super::super::publication::{Image, Publication};
use super::super::template::Templates;
use super::super::{EditionFormat, Named, Options, Written};
use super::escape;
use super::writer::Writer;
use super::{LARGEST_PAGE, notes, search, too_large};
use crate::error::Result;
use crate::model::{self, DocumentPath, Finding, Language, Section, Span};
use annexes::{Annex, Body};
use chapter::Setting;
use pages::{Pages, Part, SitePage};
use rayon::prelude::*;
use std::collections::{BTreeMap, HashMap};

/// The format.
pub(in crate::edition) const FORMAT: EditionFormat = EditionFormat {
    name: "site",
    label: "edition-format-site",
    media_type: "text/html",
    entry,
    tells_history: true,
    write: site,
    together: Some(together::together),
};

/// The script of every page.
const SCRIPT: &str = include_str!("site/site.js");

/// The file names of what stands beside the pages.
const STYLE_FILE: &str = "style.css";
const SCRIPT_FILE: &str = "site.js";
const SEARCH_FILE: &str = "search.js";
const INDEX_FILE: &str = "search-index.js";
/// The feed of editions, in the folder of all of them.
pub(super) const FEED: &str = "atom.xml";
/// The folder of images.
const IMAGES: &str = "img";

/// The folder of a language's site, with `/` behind it.
fn folder(language: &Language) -> String {
    format!("{language}/")
}

/// The first page of a site.
fn entry(named: &Named) -> String {
    format!("{}index.html", folder(&named.language))
}

/// What the pages of a site know of each other.
pub(super) struct Site<'a> {
    pages: Pages<'a>,
    /// The other languages, with the file of each anchor there.
    siblings: Vec<(Language, HashMap<String, String>)>,
    terms: HashMap<DocumentPath, Vec<TermLink>>,
    /// The pages behind the text.
    annexes: Vec<Annex>,
    /// Where the page of changes shows the first change of each section, by the section's anchor.
    changed: HashMap<String, String>,
}

impl Site<'_> {
    /// Adds the pages behind the text.
    fn add_annexes(&mut self, publication: &Publication<'_>) -> Result<()> {
        for annex in publication.manifest.edition.annexes() {
            let annex = match annex {
                model::Annex::Obligations => annexes::register(publication, self),
                model::Annex::Credits => annexes::credits(publication),
                model::Annex::Changes => annexes::changes(publication)?.map(|(annex, marks)| {
                    self.changed = annexes::changed_sections(publication, &annex.file, &marks);
                    annex
                }),
            };
            self.annexes.extend(annex);
        }
        Ok(())
    }

    /// The file of the page that has an anchor; the first page where none has.
    fn file_of(&self, anchor: &str) -> &str {
        let page = self.pages.of_anchor(anchor).and_then(|page| self.pages.list.get(page));
        page.map_or("index.html", |page| page.file.as_str())
    }

    /// The address of an anchor from any page that does not have it.
    fn address(&self, anchor: &str) -> Option<String> {
        let page = self.pages.list.get(self.pages.of_anchor(anchor)?)?;
        let mut address = format!("{}#", page.file);
        escape::push_fragment(&mut address, anchor);
        Some(address)
    }
}

/// A site as seen from one of its pages.
#[derive(Clone, Copy)]
pub(super) struct View<'p, 'a> {
    site: &'p Site<'a>,
    /// The place of the page in the list.
    page: usize,
}

impl<'p> View<'p, '_> {
    /// The file of the page that has an anchor; `None` if it is this one, or no page has it.
    pub(super) fn file_of(&self, anchor: &str) -> Option<&'p str> {
        let page = self.site.pages.of_anchor(anchor).filter(|page| *page != self.page)?;
        self.site.pages.list.get(page).map(|page| page.file.as_str())
    }

    /// The uses of terms that begin in a part of a document.
    pub(super) fn terms(&self, path: &DocumentPath, span: Span) -> &'p [TermLink] {
        let Some(terms) = self.site.terms.get(path) else { return &[] };
        let first = terms.partition_point(|found| found.span.start < span.start);
        let behind = terms.partition_point(|found| found.span.start < span.end);
        terms.get(first..behind).unwrap_or_default()
    }
}

/// Where an image stands, as seen from a page.
pub(super) fn image_file(image: &Image) -> String {
    format!("{IMAGES}/{}", image.name())
}

/// Writes the site of a publication.
///
/// # Errors
/// If a template is wrong, or a page would be larger than 256 MiB.
pub(in crate::edition) fn site(publication: &Publication<'_>, options: &Options<'_>) -> Result<Written> {
    let mut site = Site {
        pages: Pages::of(publication),
        siblings: siblings(publication),
        terms: glossary::links(publication),
        annexes: Vec::new(),
        changed: HashMap::new(),
    };
    site.add_annexes(publication)?;
    let templates = Templates::new(options.templates, &["chapter.html", "front.html", "annex.html"])?
        .with_look(&super::look::style(publication));
    let folder = folder(&publication.language);
    let setting = Setting { publication, options, site: &site, templates: &templates };
    let pages = 0..site.pages.list.len();
    let written: Vec<PageWritten> =
        pages.into_par_iter().map(|place| write_page(setting, place)).collect::<Result<_>>()?;
    let mut files = vec![(format!("{folder}index.html"), setting.front()?)];
    let mut findings = Vec::new();
    for page in written {
        files.push((format!("{folder}{}", page.file), page.text.into_bytes()));
        findings.extend(page.findings);
    }
    for annex in &site.annexes {
        let text = match &annex.body {
            Body::Page(text) => text.clone(),
            Body::Part(body) => setting.annex(annex, body)?,
        };
        files.push((format!("{folder}{}", annex.file), text.into_bytes()));
    }
    let images: BTreeMap<&str, &Image> =
        publication.images().chain(&publication.logo).map(|image| (image.name(), image)).collect();
    files.extend(images.into_iter().map(|(name, image)| (format!("{folder}{IMAGES}/{name}"), image.bytes.clone())));
    files.push((
        format!("{folder}{STYLE_FILE}"),
        templates.site_style(&super::page::css_string(&publication.title)).into_bytes(),
    ));
    files.push((format!("{folder}{SCRIPT_FILE}"), SCRIPT.as_bytes().to_vec()));
    let entries = search::entries(publication, |anchor| site.file_of(anchor));
    files.push((format!("{folder}{INDEX_FILE}"), search::index(&entries).into_bytes()));
    files.push((format!("{folder}{SEARCH_FILE}"), search::script(&publication.language).into_bytes()));
    Ok(Written { files, findings })
}

/// A page that is written.
struct PageWritten {
    file: String,
    text: String,
    findings: Vec<Finding>,
}

fn write_page(setting: Setting<'_, '_>, place: usize) -> Result<PageWritten> {
    let page = &setting.site.pages.list[place];
    let mut writer = Writer::of_site(setting.publication, View { site: setting.site, page: place }, LARGEST_PAGE);
    writer.part(page);
    let notes = notes::section(&mut writer);
    if writer.out.len() + notes.len() > LARGEST_PAGE {
        return Err(too_large(LARGEST_PAGE));
    }
    let text = setting.chapter(place, &mut writer, &notes)?;
    Ok(PageWritten { file: page.file.clone(), text, findings: writer.findings })
}

impl<'a> Writer<'_, 'a> {
    /// Writes the part of the text that a page shows, under one heading that is the page's title.
    fn part(&mut self, page: &SitePage<'a>) {
        let document = page.document;
        self.document = Some(document);
        self.out.push_str("<div class=\"document\"");
        let language = self.enter_language(document);
        self.out.push_str(&language);
        self.out.push_str(">\n");
        let own_anchor = Some(self.publication.document_anchor(document)).filter(|_| document.sections.is_empty());
        // A document of one section has that one's heading as its title; another one has its own above all sections.
        let root = document.sections.first().filter(|section| {
            document.sections.len() == 1 && !self.publication.plain(&section.heading.inlines).is_empty()
        });
        match (page.part, root) {
            (Part::Section(section), _) => self.section(section, 1, false),
            (part, Some(root)) => {
                self.blocks(&document.preamble);
                match part {
                    Part::Opening => self.opening(root),
                    _ => self.section(root, 1, false),
                }
            }
            (part, None) => {
                self.title(&page.title, own_anchor, 1);
                self.blocks(&document.preamble);
                if matches!(part, Part::Document) {
                    document.sections.iter().for_each(|section| self.section(section, 2, false));
                }
            }
        }
        self.out.push_str("</div>\n");
    }

    /// Writes the heading of a section and what stands before its subsections.
    fn opening(&mut self, section: &'a Section<'a>) {
        let Some(document) = self.document else { return };
        let anchor = self.publication.anchor(document, section);
        let title = self.plain(&section.heading.inlines);
        self.heading(section, anchor, title, 1);
        self.blocks(&section.blocks);
    }
}

/// Where the anchors of the other languages are.
fn siblings(publication: &Publication<'_>) -> Vec<(Language, HashMap<String, String>)> {
    let others = publication.languages.iter().map(|named| &named.language);
    let others = others.filter(|language| **language != publication.language);
    others.map(|language| (language.clone(), pages::addresses(publication.policy, language))).collect()
}

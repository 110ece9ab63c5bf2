//! What surrounds the text of a page: the contents with the current place, the way to other pages and languages.

use super::super::super::ids::Ids;
use super::super::super::publication::Publication;
use super::super::super::template::{Fragments, Templates};
use super::super::super::{Named, Options};
use super::super::page::{self, Page, Ways};
use super::super::writer::Writer;
use super::super::{contents, metadata, search};
use super::annexes::Annex;
use super::{Part, Site, SitePage};
use crate::error::Result;
use crate::model::Message;
use serde::Serialize;

/// What the template of a page of the text is given besides the text.
#[derive(Serialize)]
pub(in crate::edition) struct ChapterPage<'a> {
    #[serde(flatten)]
    page: Page<'a>,
    site: Furniture<'a>,
    /// What the page is called.
    page_title: &'a str,
    previous: Option<Link<'a>>,
    next: Option<Link<'a>>,
}

/// What every page of a site has.
#[derive(Serialize)]
pub(super) struct Furniture<'a> {
    /// The pages in reading order.
    pages: Vec<Link<'a>>,
    /// The pages behind the text.
    annexes: Vec<Link<'a>>,
    /// That this edition is not the last one, and where that one is.
    banner: Option<Banner>,
    words: SiteWords,
}

/// The way to a page.
#[derive(Serialize)]
struct Link<'a> {
    file: &'a str,
    title: &'a str,
    current: bool,
}

/// That an edition is not the last one.
#[derive(Serialize)]
struct Banner {
    text: String,
    /// Where the last one is, if that is known.
    address: Option<String>,
    link: String,
}

#[derive(Serialize)]
struct SiteWords {
    annexes: String,
    you_are_here: String,
    previous: String,
    next: String,
    steps: String,
    theme: String,
    theme_auto: String,
    theme_light: String,
    theme_dark: String,
}

/// The furniture of the page with a file.
pub(super) fn furniture<'a>(site: &'a Site<'_>, current: &str, publication: &'a Publication<'_>) -> Furniture<'a> {
    let words = publication.words;
    let link = |file: &'a str, title: &'a str| Link { file, title, current: file == current };
    Furniture {
        pages: site.pages.list.iter().map(|page| link(&page.file, &page.title)).collect(),
        annexes: site.annexes.iter().map(|annex| link(&annex.file, &annex.title)).collect(),
        banner: banner(publication),
        words: SiteWords {
            annexes: words.word("site-annexes"),
            you_are_here: words.word("site-you-are-here"),
            previous: words.word("site-previous"),
            next: words.word("site-next"),
            steps: words.word("site-steps"),
            theme: words.word("site-theme"),
            theme_auto: words.word("site-theme-auto"),
            theme_light: words.word("site-theme-light"),
            theme_dark: words.word("site-theme-dark"),
        },
    }
}

impl ChapterPage<'_> {
    /// What the page says of itself to programs.
    pub(in crate::edition) fn data(&self) -> &str {
        self.page.data()
    }
}

/// What the pages of a site are set with.
#[derive(Clone, Copy)]
pub(super) struct Setting<'p, 'a> {
    pub(super) publication: &'p Publication<'a>,
    pub(super) options: &'p Options<'p>,
    pub(super) site: &'p Site<'a>,
    pub(super) templates: &'p Templates,
}

impl<'p, 'a> Setting<'p, 'a> {
    /// What surrounds any page; `to_language` leads to the same page in a language.
    pub(super) fn page(self, to_language: &dyn Fn(&Named) -> String, ids: &mut Ids) -> Page<'p> {
        let files = page::files(self.publication, self.options.formats, "../", super::entry);
        let mut page = page::page(self.publication, Ways { to_language, files }, ids);
        page.search =
            Some(search::Furniture::new(&self.publication.language, self.publication.words, super::INDEX_FILE));
        page
    }

    /// Sets the page at a place in the list, whose text a writer has written.
    pub(super) fn chapter(self, place: usize, writer: &mut Writer<'p, 'a>, notes: &str) -> Result<String> {
        let Self { publication, site, .. } = self;
        let list = &site.pages.list;
        let own = &list[place];
        let link = |place: Option<usize>| {
            let page = list.get(place?)?;
            Some(Link { file: &page.file, title: &page.title, current: false })
        };
        let sections: Vec<_> = writer.headings.iter().filter(|heading| heading.level > 1).collect();
        let contents = contents::list(&sections);
        let mut page = self.page(&|named| translation(site, own, named), &mut writer.ids);
        let path = format!("{}{}", super::folder(&publication.language), own.file);
        page.metadata = Some(page::metadata(publication, &page, &path, Some(&own.title), Vec::new()));
        let page = ChapterPage {
            page,
            site: furniture(site, &own.file, publication),
            page_title: &own.title,
            previous: link(place.checked_sub(1)),
            next: link(place.checked_add(1)),
        };
        let body = std::mem::take(&mut writer.out);
        self.templates.chapter(&page, Fragments { contents: &contents, body, notes })
    }

    /// Sets a page behind the text.
    pub(super) fn annex(self, annex: &Annex, body: &str) -> Result<String> {
        let page = self.page(&|named| format!("../{}", super::entry(named)), &mut Ids::default());
        let site = furniture(self.site, &annex.file, self.publication);
        self.templates.annex(&AnnexPage { page, site, page_title: &annex.title }, body)
    }
}

/// What the template of a page behind the text is given besides what the page says.
#[derive(Serialize)]
pub(in crate::edition) struct AnnexPage<'a> {
    #[serde(flatten)]
    page: Page<'a>,
    site: Furniture<'a>,
    /// What the page is called.
    page_title: &'a str,
}

fn banner(publication: &Publication<'_>) -> Option<Banner> {
    let successor = publication.background?.successor.as_deref()?;
    let words = publication.words;
    Some(Banner {
        text: words.text(&Message::new("site-superseded").with("version", successor)),
        address: metadata::address(publication, &super::entry(&publication.named)),
        link: words.word("site-superseded-link"),
    })
}

/// The page of another language that has the same sections; its first page where none has.
fn translation(site: &Site<'_>, own: &SitePage<'_>, named: &Named) -> String {
    let addresses =
        site.siblings.iter().find(|(language, _)| *language == named.language).map(|(_, addresses)| addresses);
    let mut anchors: Box<dyn Iterator<Item = &str>> = match own.part {
        Part::Section(section) => Box::new(std::iter::once(section.anchor.as_str())),
        Part::Document | Part::Opening => Box::new(own.document.all_sections().map(|section| section.anchor.as_str())),
    };
    let file = anchors.find_map(|anchor| addresses?.get(anchor));
    file.map_or_else(|| format!("../{}", super::entry(named)), |file| format!("../{}/{file}", named.language))
}

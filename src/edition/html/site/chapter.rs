//! What surrounds the text of a page: the contents with the current place, the way to other pages and languages.

use super::super::super::ids::Ids;
use super::super::super::publication::Publication;
use super::super::super::template::{Fragments, Templates};
use super::super::super::{Named, Options};
use super::super::page::{self, Page, Ways};
use super::super::writer::Writer;
use super::super::{contents, metadata};
use super::annexes::Annex;
use super::{Site, View};
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

/// Sets the page whose text a writer has written.
pub(super) fn page(
    publication: &Publication<'_>,
    options: &Options<'_>,
    view: View<'_, '_>,
    writer: &mut Writer<'_, '_>,
    notes: &str,
    templates: &Templates,
) -> Result<String> {
    let list = &view.site.pages.list;
    let own = &list[view.page];
    let link = |place: Option<usize>| {
        let page = list.get(place?)?;
        Some(Link { file: &page.file, title: &page.title, current: false })
    };
    let to_language = |named: &Named| translation(view, named);
    let ways =
        Ways { to_language: &to_language, files: page::files(publication, options.formats, "../", super::entry) };
    let sections: Vec<_> = writer.headings.iter().filter(|heading| heading.level > 1).collect();
    let contents = contents::list(&sections);
    let mut page_furniture = page::page(publication, ways, &mut writer.ids);
    page_furniture.search = Some(page::search_beside(publication, super::INDEX_FILE));
    let path = format!("{}{}", super::folder(&publication.language), own.file);
    page_furniture.metadata = Some(page::metadata(publication, &page_furniture, &path, Some(&own.title), Vec::new()));
    let page = ChapterPage {
        page: page_furniture,
        site: furniture(view.site, &own.file, publication),
        page_title: &own.title,
        previous: link(view.page.checked_sub(1)),
        next: link(view.page.checked_add(1)),
    };
    templates.chapter(&page, &Fragments { contents: &contents, body: &writer.out, notes })
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

/// Sets a page behind the text.
pub(super) fn annex(
    publication: &Publication<'_>,
    options: &Options<'_>,
    site: &Site<'_>,
    annex: &Annex,
    templates: &Templates,
) -> Result<String> {
    let to_language = |named: &Named| format!("../{}", super::entry(named));
    let ways =
        Ways { to_language: &to_language, files: page::files(publication, options.formats, "../", super::entry) };
    let mut page_furniture = page::page(publication, ways, &mut Ids::default());
    page_furniture.search = Some(page::search_beside(publication, super::INDEX_FILE));
    let page =
        AnnexPage { page: page_furniture, site: furniture(site, &annex.file, publication), page_title: &annex.title };
    templates.annex(&page, &annex.body)
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
fn translation(view: View<'_, '_>, named: &Named) -> String {
    let own = &view.site.pages.list[view.page];
    let addresses = view.site.siblings.iter().find(|(language, _)| *language == named.language);
    let mut anchors = own.document.all_sections().map(|section| section.anchor.as_str());
    if let super::Part::Section(section) = own.part {
        let address = addresses.and_then(|(_, addresses)| addresses.get(&section.anchor));
        return address
            .map_or_else(|| format!("../{}", super::entry(named)), |file| format!("../{}/{file}", named.language));
    }
    let file = anchors.find_map(|anchor| addresses?.1.get(anchor));
    file.map_or_else(|| format!("../{}", super::entry(named)), |file| format!("../{}/{file}", named.language))
}

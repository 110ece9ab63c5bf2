//! What surrounds the text of a page: the contents with the current place, the way to other pages and languages.

use super::super::super::publication::Publication;
use super::super::super::template::{Fragments, Templates};
use super::super::super::{Named, Options};
use super::super::contents;
use super::super::page::{self, Page, Ways};
use super::super::writer::Writer;
use super::{Site, View};
use crate::error::Result;
use crate::messages::Catalogue;
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
    words: SiteWords,
}

/// The way to a page.
#[derive(Serialize)]
struct Link<'a> {
    file: &'a str,
    title: &'a str,
    current: bool,
}

#[derive(Serialize)]
struct SiteWords {
    you_are_here: String,
    previous: String,
    next: String,
    steps: String,
    theme: String,
    theme_auto: String,
    theme_light: String,
    theme_dark: String,
}

/// The furniture of the page at a place in the list; of the first page where that is none.
pub(super) fn furniture<'a>(site: &'a Site<'_>, current: Option<usize>, words: &Catalogue) -> Furniture<'a> {
    let link = |(place, page): (usize, &'a super::SitePage<'_>)| Link {
        file: &page.file,
        title: &page.title,
        current: Some(place) == current,
    };
    Furniture {
        pages: site.pages.list.iter().enumerate().map(link).collect(),
        words: SiteWords {
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
    let page = ChapterPage {
        page: page::page(publication, ways, &mut writer.ids),
        site: furniture(view.site, Some(view.page), publication.words),
        page_title: &own.title,
        previous: link(view.page.checked_sub(1)),
        next: link(view.page.checked_add(1)),
    };
    templates.chapter(&page, &Fragments { contents: &contents, body: &writer.out, notes })
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

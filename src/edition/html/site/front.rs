//! The first page of a site: what the edition is, its contents, how to cite it.

use super::super::super::ids::Ids;
use super::super::super::publication::Publication;
use super::super::metadata;
use super::super::page::{self, Page};
use super::chapter::{Furniture, Setting, furniture};
use crate::error::Result;
use crate::model::Message;
use serde::Serialize;

/// What the template of the first page is given.
#[derive(Serialize)]
pub(in crate::edition) struct FrontPage<'a> {
    #[serde(flatten)]
    page: Page<'a>,
    site: Furniture<'a>,
    citation: Citation,
}

/// How the edition is cited.
#[derive(Serialize)]
struct Citation {
    title: String,
    text: String,
}

impl FrontPage<'_> {
    /// What the page says of itself to programs.
    pub(in crate::edition) fn data(&self) -> &str {
        self.page.data()
    }
}

impl Setting<'_, '_> {
    /// Sets the first page.
    pub(super) fn front(self) -> Result<Vec<u8>> {
        let Self { publication, site, .. } = self;
        let mut page = self.page(&|named| format!("../{}", super::entry(named)), &mut Ids::default());
        page.logo = page::logo_beside(publication, super::image_file);
        let folder = super::folder(&publication.language);
        let parts = site.pages.list.iter().map(|page| (page.title.clone(), format!("{folder}{}", page.file)));
        let own = super::entry(&publication.named);
        page.metadata = Some(page::metadata(publication, &page, &own, None, parts.collect()));
        let site = furniture(site, "index.html", publication);
        let page = FrontPage { page, site, citation: citation(publication) };
        self.templates.front(&page).map(String::into_bytes)
    }
}

/// Who, when, what, which version, as APA and ISO 690 have it for a work on the web.
fn citation(publication: &Publication<'_>) -> Citation {
    let words = publication.words;
    let publisher = publication.manifest.publisher.get(publication.language.as_str()).trim();
    let year = publication.date.as_deref().and_then(|date| date.get(..4));
    let who = Some(publisher).filter(|publisher| !publisher.is_empty());
    let version = publication.version.as_deref();
    let version = version.map(|version| words.text(&Message::new("site-citation-version").with("version", version)));
    let head: Vec<String> =
        [who.map(str::to_owned), year.map(|year| format!("({year})"))].into_iter().flatten().collect();
    let title = [Some(publication.title.clone()), version].into_iter().flatten().collect::<Vec<_>>().join(" ");
    let parts = [Some(head.join(" ")).filter(|head| !head.is_empty()), Some(title)];
    let mut text = parts.into_iter().flatten().collect::<Vec<_>>().join(". ");
    text.push('.');
    if let Some(address) = metadata::address(publication, &super::entry(&publication.named)) {
        text.push(' ');
        text.push_str(&address);
    }
    Citation { title: words.word("site-citation"), text }
}

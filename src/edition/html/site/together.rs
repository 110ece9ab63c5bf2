//! What a site has besides its languages: the page for addresses that lead nowhere, the map of the site and the feed of its
//! editions.

use super::super::escape;
use super::FEED;
use crate::edition::template::Templates;
use crate::edition::{BuiltFile, Files, Together};
use crate::error::Result;
use serde::Serialize;
use std::collections::BTreeSet;
use std::fmt::Write as _;

/// The map of a site (<https://www.sitemaps.org/protocol.html>).
const SITEMAP: &str = "sitemap.xml";

/// What the template of the page for addresses that lead nowhere is given.
#[derive(Serialize)]
pub(in crate::edition) struct LostPage<'a> {
    language: &'a str,
    languages: Vec<LostLanguage<'a>>,
}

#[derive(Serialize)]
struct LostLanguage<'a> {
    language: &'a str,
    words_language: &'static str,
    title: &'a str,
    heading: String,
    text: String,
    link: String,
    address: String,
}

/// Writes what all languages of a site have together.
///
/// # Errors
/// If a template fails.
pub(in crate::edition) fn together(all: &Together<'_>) -> Result<Files> {
    let mut files = vec![("404.html".to_owned(), lost(all)?.into_bytes())];
    if let Some(address) = &all.policy.manifest.address {
        files.push((SITEMAP.to_owned(), sitemap(address, all).into_bytes()));
        files.push((FEED.to_owned(), feed(address, all).into_bytes()));
    }
    Ok(files)
}

fn lost(all: &Together<'_>) -> Result<String> {
    // The page may be shown in any folder, so that only a whole address leads out of there.
    let root = all.policy.manifest.address.as_ref().map_or_else(String::new, |address| format!("{address}/"));
    let languages = all.entries.iter().map(|entry| LostLanguage {
        language: entry.language.as_str(),
        words_language: entry.words.locale().tag(),
        title: &entry.title,
        heading: entry.words.word("site-lost"),
        text: entry.words.word("site-lost-text"),
        link: entry.words.word("site-lost-link"),
        address: format!("{root}{}/index.html", entry.language),
    });
    let languages: Vec<_> = languages.collect();
    let language = languages.first().map_or("en", |first| first.language);
    Templates::new(all.templates, &["gaceta/lost.html"])?.lost(&LostPage { language, languages })
}

fn sitemap(address: &str, all: &Together<'_>) -> String {
    let mut text = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
    );
    let pages = all.files.iter().map(|file: &BuiltFile| file.path.as_str()).filter(|path| is_page(path));
    // The first page of a folder has the folder's address.
    let pages: BTreeSet<&str> = pages.map(|page| page.strip_suffix("index.html").unwrap_or(page)).collect();
    for page in pages {
        text.push_str("<url><loc>");
        push_address(&mut text, address, page);
        text.push_str("</loc>");
        if let Some(date) = all.date {
            let _ = write!(text, "<lastmod>{date}</lastmod>");
        }
        text.push_str("</url>\n");
    }
    text.push_str("</urlset>\n");
    text
}

fn is_page(path: &str) -> bool {
    matches!(path.rsplit_once('.'), Some((_, "html" | "pdf")))
}

fn push_address(text: &mut String, address: &str, path: &str) {
    escape::push(text, address);
    text.push('/');
    escape::push_fragment(text, path);
}

/// The feed of the releases (RFC 4287); of this edition alone where there are none.
fn feed(address: &str, all: &Together<'_>) -> String {
    let title = all.entries.first().map_or("", |entry| entry.title.as_str());
    let releases =
        all.background.releases.iter().filter_map(|release| Some((release.name.as_str(), release.date.as_deref()?)));
    let mut editions: Vec<(&str, &str)> = releases.collect();
    if editions.is_empty() {
        editions.extend(all.date.map(|date| (all.policy.manifest.version.as_deref().unwrap_or_default(), date)));
    }
    let mut text =
        String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\"");
    if let Some(entry) = all.entries.first() {
        let _ = write!(text, " xml:lang=\"{}\"", entry.language);
    }
    text.push_str(">\n<title>");
    escape::push(&mut text, title);
    text.push_str("</title>\n");
    push_links(&mut text, address);
    // The feed is as new as its newest entry.
    let newest = editions.iter().map(|(_, date)| *date).max().unwrap_or("1970-01-01");
    let _ = writeln!(text, "<updated>{newest}T00:00:00Z</updated>\n<author><name>");
    let publisher = all.entries.first().map_or("", |entry| all.policy.manifest.publisher.get(entry.language.as_str()));
    escape::push(&mut text, if publisher.trim().is_empty() { title } else { publisher });
    text.push_str("</name></author>\n");
    for (name, date) in editions {
        text.push_str("<entry>\n<title>");
        escape::push(&mut text, format!("{title} {name}").trim());
        text.push_str("</title>\n<id>");
        push_address(&mut text, address, "");
        text.push('#');
        escape::push_fragment(&mut text, if name.is_empty() { date } else { name });
        text.push_str("</id>\n<link href=\"");
        push_address(&mut text, address, "");
        let _ = writeln!(text, "\"/>\n<updated>{date}T00:00:00Z</updated>\n</entry>");
    }
    text.push_str("</feed>\n");
    text
}

fn push_links(text: &mut String, address: &str) {
    text.push_str("<id>");
    push_address(text, address, FEED);
    text.push_str("</id>\n<link rel=\"self\" href=\"");
    push_address(text, address, FEED);
    text.push_str("\"/>\n<link href=\"");
    push_address(text, address, "");
    text.push_str("\"/>\n");
}

//! What surrounds the text on a page: title, version, status, date, licence, the way to other languages.

use super::super::dates;
use super::super::ids::Ids;
use super::super::publication::{Image, Publication};
use super::super::{EditionFormat, Named};
use super::metadata::{self, Described, Metadata};
use super::search::Furniture;
use super::{image, look, names};
use crate::messages::Catalogue;
use crate::model::{Language, Message, Status};
use base64::prelude::{BASE64_STANDARD, Engine as _};
use serde::Serialize;
use std::fmt::Write as _;

/// What the template of a page is given besides the text.
#[derive(Serialize)]
pub(in crate::edition) struct Page<'a> {
    language: &'a str,
    direction: &'static str,
    title: &'a str,
    description: String,
    version: Option<String>,
    status: Option<PageStatus>,
    date: Option<PageDate<'a>>,
    /// When the policy enters into force.
    in_force: Option<PageDate<'a>>,
    publisher: Option<&'a str>,
    /// The emblem; in the first page of an edition only.
    pub(super) logo: Option<Logo>,
    /// Whether the style brings fonts with it, which the security policy must allow.
    embeds_fonts: bool,
    licence: Option<Licence<'a>>,
    translations: Vec<Translation<'a>>,
    files: Vec<FileLink>,
    words: PageWords,
    ids: PageIds,
    /// What the page says of itself to programs; nothing for a page of what changed.
    pub(in crate::edition) metadata: Option<Metadata>,
    /// The search, where the page is one of a site.
    pub(super) search: Option<Furniture>,
    /// The line at the head of printed pages, as a CSS string.
    #[serde(skip)]
    pub(in crate::edition) running_title: String,
}

#[derive(Serialize)]
struct PageStatus {
    /// The manifest's word for it, for the style.
    name: &'static str,
    word: String,
    notice: Option<String>,
}

#[derive(Serialize)]
struct PageDate<'a> {
    machine: &'a str,
    words: String,
}

#[derive(Serialize)]
pub(in crate::edition) struct Logo {
    /// The file, or an address that holds it.
    source: String,
    alternative: String,
}

#[derive(Serialize)]
pub(super) struct Licence<'a> {
    name: &'a str,
    pub(super) address: Option<String>,
}

#[derive(Serialize)]
struct Translation<'a> {
    language: &'a str,
    direction: &'static str,
    name: &'a str,
    file: String,
    current: bool,
}

#[derive(Serialize)]
pub(super) struct FileLink {
    label: String,
    file: String,
    media_type: &'static str,
}

#[derive(Serialize)]
struct PageWords {
    /// The language of these words, which may not be the text's.
    language: &'static str,
    skip: String,
    contents: String,
    languages: String,
    licence: String,
    top: String,
}

#[derive(Serialize)]
struct PageIds {
    top: String,
    main: String,
    contents: String,
}

impl Page<'_> {
    /// What the page says of itself to programs, in JSON; `""` where it says nothing.
    pub(in crate::edition) fn data(&self) -> &str {
        self.metadata.as_ref().map_or("", |metadata| metadata.data.as_str())
    }
}

/// Where a page leads to.
pub(super) struct Ways<'w> {
    /// The address of the same page in a language.
    pub(super) to_language: &'w dyn Fn(&Named) -> String,
    /// The other formats of the same text.
    pub(super) files: Vec<FileLink>,
}

/// The page of a publication.
pub(super) fn page<'a>(publication: &'a Publication<'_>, ways: Ways<'_>, ids: &mut Ids) -> Page<'a> {
    let words = publication.words;
    let language = &publication.language;
    let version = publication.version.as_deref();
    let version = version.map(|version| words.text(&Message::new("edition-version").with("version", version)));
    let status = publication.status.map(|status| page_status(words, status));
    let date = publication.date.as_deref().map(|date| PageDate { machine: date, words: dates::in_words(words, date) });
    let in_force = publication.in_force();
    let in_force = publication.manifest.in_force.as_deref().zip(in_force);
    let publisher = Some(publication.manifest.publisher.get(language.as_str())).filter(|name| !name.is_empty());
    let status_word = status.as_ref().map(|status| status.word.as_str());
    let description: Vec<&str> =
        [Some(publication.title.as_str()), version.as_deref(), status_word, publisher].into_iter().flatten().collect();
    let running: Vec<&str> = description.iter().take(3).copied().collect();
    Page {
        language: language.as_str(),
        direction: names::direction(language),
        title: &publication.title,
        description: description.join(" · "),
        running_title: css_string(&running.join(" · ")),
        status,
        date,
        in_force: in_force.map(|(machine, words)| PageDate { machine, words }),
        publisher,
        logo: None,
        embeds_fonts: publication.fonts.iter().any(|font| look::is_used(font, &publication.manifest.edition)),
        licence: publication.manifest.license.as_deref().map(licence),
        translations: translations(publication, ways.to_language),
        files: ways.files,
        words: page_words(words),
        ids: PageIds {
            top: ids.unique("top".to_owned()),
            main: ids.unique("main".to_owned()),
            contents: ids.unique("contents".to_owned()),
        },
        metadata: None,
        search: None,
        version,
    }
}

/// The emblem as the page holds it.
pub(in crate::edition) fn logo(publication: &Publication<'_>) -> Option<Logo> {
    let image = publication.logo.as_ref()?;
    let mut source = format!("data:{};base64,", image::media_type(image.format));
    BASE64_STANDARD.encode_string(&image.bytes, &mut source);
    Some(Logo { source, alternative: publication.logo_alternative() })
}

/// The emblem of a page that has its images in files.
pub(super) fn logo_beside(publication: &Publication<'_>, file: impl FnOnce(&Image) -> String) -> Option<Logo> {
    let source = file(publication.logo.as_ref()?);
    Some(Logo { source, alternative: publication.logo_alternative() })
}

/// What a page says of itself, whose path in the folder of the editions is `path`; as a `part` of the text it has a title of
/// its own.
pub(super) fn metadata(
    publication: &Publication<'_>,
    page: &Page<'_>,
    path: &str,
    part: Option<&str>,
    parts: Vec<(String, String)>,
) -> Metadata {
    let up = "../".repeat(path.matches('/').count());
    let below = |file: &str| match file.strip_prefix(up.as_str()) {
        Some(file) if !up.is_empty() => file.to_owned(),
        _ => match path.rsplit_once('/') {
            Some((folder, _)) => format!("{folder}/{file}"),
            None => file.to_owned(),
        },
    };
    let others = publication.languages.iter().zip(&page.translations).filter(|(_, translation)| !translation.current);
    let described = Described {
        path,
        title: part.unwrap_or(page.title),
        description: &page.description,
        is_part: part.is_some(),
        encodings: page.files.iter().map(|link| (link.media_type, below(&link.file))).collect(),
        parts,
        translations: others.map(|(named, translation)| (named, below(&translation.file))).collect(),
    };
    metadata::of(publication, &described)
}

fn page_words(words: &Catalogue) -> PageWords {
    PageWords {
        language: words.locale().tag(),
        skip: words.word("edition-skip"),
        contents: words.word("edition-contents"),
        languages: words.word("edition-languages"),
        licence: words.word("edition-licence"),
        top: words.word("edition-top"),
    }
}

fn page_status(words: &Catalogue, status: Status) -> PageStatus {
    let (word, notice) = match status {
        Status::Draft => ("edition-status-draft", Some("edition-notice-draft")),
        Status::Consultation => ("edition-status-consultation", Some("edition-notice-consultation")),
        Status::InForce => ("edition-status-in-force", None),
        Status::Repealed => ("edition-status-repealed", Some("edition-notice-repealed")),
    };
    PageStatus { name: status.name(), word: words.word(word), notice: notice.map(|id| words.word(id)) }
}

pub(super) fn licence(name: &str) -> Licence<'_> {
    let lower = name.to_ascii_lowercase();
    let plain =
        !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.'));
    let creative_commons = lower.strip_prefix("cc-").and_then(|rest| rest.rsplit_once('-'));
    let address = match creative_commons {
        _ if !plain => None,
        Some((kind, version)) => Some(format!("https://creativecommons.org/licenses/{kind}/{version}/")),
        None if lower == "cc0-1.0" => Some("https://creativecommons.org/publicdomain/zero/1.0/".to_owned()),
        None => Some(format!("https://spdx.org/licenses/{name}.html")),
    };
    Licence { name, address }
}

/// The page's editions in every language, none if there is only one.
fn translations<'a>(publication: &'a Publication<'_>, to_language: &dyn Fn(&Named) -> String) -> Vec<Translation<'a>> {
    if publication.languages.len() < 2 {
        return Vec::new();
    }
    let translation = |named: &'a Named| Translation {
        language: named.language.as_str(),
        direction: names::direction(&named.language),
        name: names::of(&named.language),
        file: to_language(named),
        current: named.language == publication.language,
    };
    publication.languages.iter().map(translation).collect()
}

/// The other formats of the same text; `up` leads from the page to the folder of the editions, and `own` tells the page of
/// the format itself.
pub(super) fn files(
    publication: &Publication<'_>,
    formats: &[&EditionFormat],
    up: &str,
    own: fn(&Named) -> String,
) -> Vec<FileLink> {
    let own = own(&publication.named);
    let others =
        formats.iter().map(|format| (format, (format.entry)(&publication.named))).filter(|(_, file)| *file != own);
    let link = |(format, file): (&&EditionFormat, String)| FileLink {
        label: publication.words.word(format.label),
        file: format!("{up}{file}"),
        media_type: format.media_type,
    };
    others.map(link).collect()
}

/// Text as a CSS string, everything but letters and digits of ASCII escaped, so that it can end neither the string nor
/// the style (<https://www.w3.org/TR/css-syntax-3/#consume-escaped-code-point>).
pub(super) fn css_string(text: &str) -> String {
    let mut string = String::from("\"");
    for character in text.chars().filter(|character| *character != '\0') {
        if character.is_ascii_alphanumeric() {
            string.push(character);
        } else {
            let _ = write!(string, "\\{:x} ", u32::from(character));
        }
    }
    string.push('"');
    string
}

/// The page that leads to the editions of each language.
#[derive(Serialize)]
pub(in crate::edition) struct Index<'a> {
    language: &'a str,
    direction: &'static str,
    title: &'a str,
    logo: Option<&'a Logo>,
    entries: Vec<IndexPart<'a>>,
}

/// One language of the index.
pub(in crate::edition) struct IndexEntry {
    /// The language.
    pub language: Language,
    /// The policy's title in it.
    pub title: String,
    /// The words of its furniture.
    pub words: &'static Catalogue,
    /// The emblem, as a page holds it.
    pub logo: Option<Logo>,
    /// Formats and their files.
    pub files: Vec<(&'static EditionFormat, String)>,
}

#[derive(Serialize)]
struct IndexPart<'a> {
    language: &'a str,
    direction: &'static str,
    name: &'a str,
    title: &'a str,
    words_language: &'static str,
    files: Vec<FileLink>,
}

/// The index of these editions, in the language of the first; `None` without any.
pub(in crate::edition) fn index(entries: &[IndexEntry]) -> Option<Index<'_>> {
    let first = entries.first()?;
    Some(Index {
        language: first.language.as_str(),
        direction: names::direction(&first.language),
        title: &first.title,
        logo: first.logo.as_ref(),
        entries: entries.iter().map(index_part).collect(),
    })
}

fn index_part(entry: &IndexEntry) -> IndexPart<'_> {
    let IndexEntry { language, title, words, files, .. } = entry;
    let link = |(format, file): &(&EditionFormat, String)| FileLink {
        label: words.word(format.label),
        file: file.clone(),
        media_type: format.media_type,
    };
    IndexPart {
        language: language.as_str(),
        direction: names::direction(language),
        name: names::of(language),
        title,
        words_language: words.locale().tag(),
        files: files.iter().map(link).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn licences_lead_to_their_text() {
        let address = |name| licence(name).address;
        assert_eq!(address("CC-BY-SA-4.0").as_deref(), Some("https://creativecommons.org/licenses/by-sa/4.0/"));
        assert_eq!(address("CC0-1.0").as_deref(), Some("https://creativecommons.org/publicdomain/zero/1.0/"));
        assert_eq!(address("MIT").as_deref(), Some("https://spdx.org/licenses/MIT.html"));
        assert_eq!(address("MIT OR Apache-2.0"), None);
        assert_eq!(address("\" onclick=\""), None);
    }

    #[test]
    fn a_title_cannot_leave_its_css_string() {
        assert_eq!(css_string("Año\"</style>"), "\"A\\f1 o\\22 \\3c \\2f style\\3e \"");
    }
}

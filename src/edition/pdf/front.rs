//! What is handed to the theme beside the text: the words of the cover and the furniture, and the metadata.

use super::fonts::Fonts;
use super::glyph::shortened;
use super::{Body, Look, glyph, image, page};
use crate::config::MANIFEST;
use crate::edition::dates;
use crate::edition::publication::Publication;
use crate::error::{Error, Result};
use crate::model::{Colour, Language, Message, Paper, Status};
use typst::foundations::{Content, Datetime, Dict, IntoValue, Value};
use typst::layout::Abs;

/// The most characters of a text of the cover or the metadata; PDF/A takes strings of at most 32,767 bytes.
const LONGEST_LINE: usize = 400;

/// The most entries of the table of contents before its deepest level is left out.
const LONGEST_CONTENTS: usize = 160;

/// The colour of ornaments, designations and links where the manifest has none.
const ACCENT: Colour = Colour { channels: [0x7a, 0x1f, 0x2b] };

/// The colour of the mark of a draft, which the theme knows too.
const WATERMARK: Colour = Colour { channels: [0xf4; 3] };

/// The least contrast of text with what is behind it.
const LEAST_CONTRAST: f64 = 4.5;

/// Room for the emblem on the cover, width and height in points.
const EMBLEM: (f64, f64) = (200.0, 84.0);

/// A calendar day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Day {
    year: u16,
    month: u8,
    of_month: u8,
}

impl Day {
    /// Reads `YYYY-MM-DD`.
    pub(super) fn read(date: &str) -> Option<Self> {
        let mut parts = date.trim().splitn(3, '-');
        let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
        if (year.len(), month.len(), day.len()) != (4, 2, 2) {
            return None;
        }
        let day = Self { year: year.parse().ok()?, month: month.parse().ok()?, of_month: day.parse().ok()? };
        day.datetime().map(|_| day)
    }

    /// The day as the engine knows it.
    pub(super) fn datetime(self) -> Option<Datetime> {
        Datetime::from_ymd(self.year.into(), self.month, self.of_month)
    }
}

const fn status_word(status: Status) -> &'static str {
    match status {
        Status::Draft => "edition-status-draft",
        Status::Consultation => "edition-status-consultation",
        Status::InForce => "edition-status-in-force",
        Status::Repealed => "edition-status-repealed",
    }
}

/// The title, never empty: PDF/UA asks for one.
pub(super) fn title(publication: &Publication<'_>, fonts: &Fonts) -> String {
    let title = line(&publication.title, fonts);
    if title.is_empty() { publication.words.word("pdf-untitled") } else { title }
}

/// A text of one line that the fonts can set.
fn line(text: &str, fonts: &Fonts) -> String {
    shortened(glyph::settable(text, fonts).0.trim(), LONGEST_LINE).into_owned()
}

/// Everything that the theme reads from `sys.inputs`.
pub(super) fn inputs(publication: &Publication<'_>, look: &Look<'_>, body: Body) -> Dict {
    let fonts = look.fonts;
    let words = publication.words;
    let manifest = publication.manifest;
    let language = publication.language.as_str();
    let publisher = line(manifest.publisher.get(language), fonts);
    let version =
        publication.version.as_deref().map(|version| Message::new("edition-version").with("version", version));
    let license = manifest.license.as_deref().map(|license| format!("{} {license}", words.word("edition-licence")));
    let said =
        |message: Option<Message>| message.map_or_else(String::new, |message| line(&words.text(&message), fonts));
    // A redline is of two versions, which may have two states.
    let status = publication.status.filter(|_| publication.redline.is_none());
    let status = status.map_or_else(String::new, |status| words.word(status_word(status)));
    let version = said(version);
    let version = publication.redline.as_ref().map_or(version, |story| line(&story.title, fonts));
    let date = publication.date.as_deref().map_or_else(String::new, |date| dates::in_words(words, date));
    let day = publication.date.as_deref().and_then(Day::read).and_then(Day::datetime);
    let page_of = Message::new("pdf-page").with("page", "{page}").with("pages", "{pages}");
    let mut inputs = plain_inputs(body.content);
    give_paper(&mut inputs, manifest.edition.paper);
    give_families(&mut inputs, fonts);
    let watermark = watermark(publication).map_or_else(String::new, |word| words.word(word));
    let mut give = |name: &str, value: Value| inputs.insert(name.into(), value);
    let title = title(publication, fonts);
    // Who has both open at once knows the redline from the edition by its name.
    let story = publication.redline.as_ref().map(|story| line(&format!("{title} · {}", story.title), fonts));
    give("document-title", story.unwrap_or_else(|| title.clone()).into_value());
    give("title", title.into_value());
    give("authors", if publisher.is_empty() { Vec::new() } else { vec![publisher.clone()] }.into_value());
    give("publisher", publisher.into_value());
    give("version", version.into_value());
    give("license", line(&license.unwrap_or_default(), fonts).into_value());
    give("status", status.clone().into_value());
    give("date", line(&date, fonts).into_value());
    give("in-force", line(&publication.in_force().unwrap_or_default(), fonts).into_value());
    give("emblem", look.emblem.clone().map_or(Value::None, IntoValue::into_value));
    give("accent", accent(publication).to_string().into_value());
    give("watermark", watermark.into_value());
    give("day", day.map_or(Value::None, IntoValue::into_value));
    give("keywords", vec![words.word("pdf-keyword"), status].into_value());
    give("contents", words.word("edition-contents").into_value());
    give("page-of", words.text(&page_of).into_value());
    give("language", publication.language.primary().into_value());
    give("region", region(&publication.language).map_or(Value::None, IntoValue::into_value));
    give("depth", contents_depth(&body.levels).into_value());
    give("changed", body.changed.into_value());
    let since = publication.changes().map(|changes| Message::new("site-changed").with("since", changes.since.as_str()));
    give("changed-since", said(since).into_value());
    inputs
}

/// The region of a language: its own; Mexico for Spanish without one.
fn region(language: &Language) -> Option<String> {
    let own = language.as_str().split('-').skip(1).find(|subtag| subtag.len() == 2).map(ToOwned::to_owned);
    own.or_else(|| (language.primary() == "es").then(|| "MX".to_owned()))
}

/// The inputs of an edition that has nothing but a body.
pub(super) fn plain_inputs(body: Content) -> Dict {
    let mut inputs = Dict::new();
    let mut give = |name: &str, value: Value| inputs.insert(name.into(), value);
    give("body", body.into_value());
    // PDF/UA takes no empty heading and no document without a title.
    for name in ["title", "document-title", "contents"] {
        give(name, "-".into_value());
    }
    for name in ["publisher", "version", "license", "status", "date", "in-force", "page-of", "watermark"] {
        give(name, "".into_value());
    }
    give("authors", Vec::<String>::new().into_value());
    give("keywords", Vec::<String>::new().into_value());
    give("day", Datetime::from_ymd(2000, 1, 1).map_or(Value::None, IntoValue::into_value));
    give("region", Value::None);
    give("language", "en".into_value());
    give("depth", 1_i64.into_value());
    give("changed", Dict::new().into_value());
    give("changed-since", "".into_value());
    give("emblem", Value::None);
    give("accent", ACCENT.to_string().into_value());
    give_paper(&mut inputs, Paper::A4);
    give_families(&mut inputs, Fonts::embedded());
    inputs
}

fn give_families(inputs: &mut Dict, fonts: &Fonts) {
    for (name, families) in
        [("text-fonts", &fonts.text), ("heading-fonts", &fonts.headings), ("code-fonts", &fonts.code)]
    {
        inputs.insert(name.into(), families.clone().into_value());
    }
}

/// The accent, dark enough for what is behind the text.
pub(super) fn accent(publication: &Publication<'_>) -> Colour {
    let accent = publication.manifest.edition.accent.unwrap_or(ACCENT);
    match watermark(publication) {
        Some(_) => accent.readable_on(&[WATERMARK], LEAST_CONTRAST, Colour::BLACK),
        None => accent,
    }
}

/// The word that stands behind the text of every page, if one does.
fn watermark(publication: &Publication<'_>) -> Option<&'static str> {
    match publication.status.filter(|_| publication.redline.is_none())? {
        Status::Draft => Some("pdf-watermark-draft"),
        Status::Consultation => Some("pdf-watermark-consultation"),
        Status::InForce | Status::Repealed => None,
    }
}

/// The emblem of the cover, if there is one.
///
/// # Errors
/// If the engine cannot set it.
pub(super) fn emblem(publication: &Publication<'_>, fonts: &Fonts) -> Result<Option<Content>> {
    let (Some(logo), Some(file)) = (&publication.logo, &publication.manifest.edition.logo) else { return Ok(None) };
    let alternative = line(&publication.logo_alternative(), fonts);
    image::emblem(logo, &alternative, EMBLEM).map(Some).map_err(|refusal| {
        let message =
            Message::new("pdf-emblem").with("path", file.value.as_str()).with("reason", Message::new(refusal));
        Error::configuration(message).at(MANIFEST, Some(file.position)).hint(Message::new("pdf-image-hint"))
    })
}

fn give_paper(inputs: &mut Dict, paper: Paper) {
    let (width, height) = page::size(paper);
    for (name, length) in [
        ("width", width),
        ("height", height),
        ("column", page::COLUMN),
        ("outdent", page::OUTDENT),
        ("text-size", page::TEXT_SIZE),
        ("table-size", page::TABLE_SIZE),
    ] {
        inputs.insert(name.into(), Abs::pt(length).into_value());
    }
}

/// How many levels the table of contents shows: as many as stay within a few pages, three at most. `levels` holds how many
/// headings each level has.
pub(super) fn contents_depth(levels: &[usize]) -> usize {
    let mut entries = 0;
    let shown = levels.iter().take(3).take_while(|count| {
        entries += **count;
        entries <= LONGEST_CONTENTS
    });
    shown.count().max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_days_of_the_calendar_are_dates() {
        assert_eq!(Day::read("2026-11-22"), Some(Day { year: 2026, month: 11, of_month: 22 }));
        for date in ["2026-02-30", "2026-13-01", "26-1-1", "mañana", "2026-11-22T00:00", "-026-11-22", ""] {
            assert_eq!(Day::read(date), None, "{date}");
        }
    }

    #[test]
    fn the_contents_stay_within_a_few_pages() {
        assert_eq!(contents_depth(&[10, 60, 400]), 2);
        assert_eq!(contents_depth(&[10, 40, 100, 5]), 3);
        assert_eq!(contents_depth(&[400]), 1);
    }
}

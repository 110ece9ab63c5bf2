//! What is handed to the theme beside the text: the words of the cover and the furniture, and the metadata.

use super::fonts::{Fonts, MONO, SERIF};
use super::glyph::shortened;
use super::{Paper, PdfOptions, glyph, page};
use crate::edition::publication::Publication;
use crate::messages::Catalogue;
use crate::model::{Language, Message, Status};
use typst::foundations::{Content, Datetime, Dict, IntoValue, Value};
use typst::layout::Abs;

/// The most characters of a text of the cover or the metadata; PDF/A takes strings of at most 32,767 bytes.
const LONGEST_LINE: usize = 400;

/// The most entries of the table of contents before its deepest level is left out.
const LONGEST_CONTENTS: usize = 160;

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

/// The date in words: «22 de noviembre de 2026»; a text that is no date stays as it is.
pub(super) fn date_in_words(words: &Catalogue, written: &str) -> String {
    let Some(day) = Day::read(written) else { return written.to_owned() };
    let message = Message::new("edition-date")
        .with("day", usize::from(day.of_month))
        .with("month", usize::from(day.month))
        .with("year", day.year.to_string());
    words.text(&message)
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
pub(super) fn inputs(
    publication: &Publication<'_>,
    options: PdfOptions,
    fonts: &Fonts,
    body: Content,
    depth: usize,
) -> Dict {
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
    let date = publication.date.as_deref().map_or_else(String::new, |date| date_in_words(words, date));
    let day = publication.date.as_deref().and_then(Day::read).and_then(Day::datetime);
    let page_of = Message::new("pdf-page").with("page", "{page}").with("pages", "{pages}");
    let mut inputs = plain_inputs(body);
    give_paper(&mut inputs, options.paper);
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
    give("day", day.map_or(Value::None, IntoValue::into_value));
    give("keywords", vec![words.word("pdf-keyword"), status].into_value());
    give("contents", words.word("edition-contents").into_value());
    give("page-of", words.text(&page_of).into_value());
    give("language", publication.language.primary().into_value());
    give("region", region(&publication.language).map_or(Value::None, IntoValue::into_value));
    give("depth", depth.into_value());
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
    for name in ["publisher", "version", "license", "status", "date", "page-of"] {
        give(name, "".into_value());
    }
    give("authors", Vec::<String>::new().into_value());
    give("keywords", Vec::<String>::new().into_value());
    give("day", Datetime::from_ymd(2000, 1, 1).map_or(Value::None, IntoValue::into_value));
    give("region", Value::None);
    give("language", "en".into_value());
    give("depth", 1_i64.into_value());
    give("serif", SERIF.into_value());
    give("mono", MONO.into_value());
    give_paper(&mut inputs, Paper::A4);
    inputs
}

fn give_paper(inputs: &mut Dict, paper: Paper) {
    let (width, height) = paper.size();
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

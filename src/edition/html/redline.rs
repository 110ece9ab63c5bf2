//! The page of what changed between two versions.

use super::super::Drawn;
use super::super::dates;
use super::super::ids::Ids;
use super::super::publication::Publication;
use super::super::redline::{Story, StoryChange, StoryVersion};
use super::super::template::{Fragments, Templates};
use super::hash::content_hash;
use super::page::{self, Page};
use super::writer::Writer;
use super::{LARGEST_PAGE, contents, look, notes, too_large};
use crate::error::Result;
use crate::messages::Catalogue;
use crate::model::{Finding, Message};
use serde::Serialize;
use std::collections::HashMap;

/// Leads from change to change by keys. It is fixed, and the page's security policy lets nothing else run.
const SCRIPT: &str = include_str!("redline.js");

/// From how many changes on the list of those that concern no norm is folded away.
const LONG_LIST: usize = 40;

/// What the template of the page is given besides the text.
#[derive(Serialize)]
pub(in crate::edition) struct RedlinePage<'a> {
    #[serde(flatten)]
    page: Page<'a>,
    redline: Furniture<'a>,
    /// The line at the head of printed pages, as a CSS string.
    #[serde(skip)]
    pub(in crate::edition) running_title: String,
}

#[derive(Serialize)]
struct Furniture<'a> {
    /// The way to the site that the page belongs to.
    home: Option<Home>,
    title: &'a str,
    versions: Vec<Version<'a>>,
    summary: &'a [String],
    unchanged: Option<String>,
    groups: Vec<Group<'a>>,
    words: Words,
    ids: FurnitureIds,
    /// The hash of the script, as a security policy names it.
    script_hash: String,
}

/// The first page of the site that a page of changes belongs to.
#[derive(Serialize)]
pub(in crate::edition::html) struct Home {
    pub(in crate::edition::html) file: String,
    pub(in crate::edition::html) title: String,
}

/// A page of changes as a site has it.
pub(in crate::edition::html) struct ChangesPage {
    /// The page.
    pub(in crate::edition::html) text: String,
    /// What could not be set as it was written.
    pub(in crate::edition::html) findings: Vec<Finding>,
    /// The identifier of the first mark of each change, by its place in the comparison.
    pub(in crate::edition::html) marks: HashMap<usize, String>,
}

#[derive(Serialize)]
struct Version<'a> {
    role: &'a str,
    name: &'a str,
    date: Option<&'a str>,
    date_in_words: Option<String>,
}

/// The changes that concern norms, or the others.
#[derive(Serialize)]
struct Group<'a> {
    title: String,
    count: usize,
    is_folded: bool,
    entries: Vec<Entry<'a>>,
}

#[derive(Serialize)]
struct Entry<'a> {
    number: Option<usize>,
    id: Option<String>,
    /// The anchor of its first mark, or of its document where nothing of it can be shown.
    target: String,
    class: &'a str,
    event: Option<&'a str>,
    title: Option<&'a str>,
    language: Option<&'a str>,
    place: &'a str,
    details: &'a [String],
}

#[derive(Serialize)]
struct Words {
    changes: String,
    legend: String,
    inserted: String,
    deleted: String,
    moved: String,
    changed: String,
    keys: String,
}

#[derive(Serialize)]
struct FurnitureIds {
    changes: String,
    legend: String,
}

/// Writes the page of a publication that has a story.
///
/// # Errors
/// If the page would be larger than 256 MiB.
pub(in crate::edition) fn redline(publication: &Publication<'_>) -> Result<Drawn> {
    let page = changes_page(publication, None)?;
    Ok(Drawn { bytes: page.text.into_bytes(), findings: page.findings })
}

/// Writes the page of a publication that has a story, with the way to the site that it belongs to.
///
/// # Errors
/// As [`redline`].
pub(in crate::edition::html) fn changes_page(publication: &Publication<'_>, home: Option<Home>) -> Result<ChangesPage> {
    let empty = Story::default();
    let story = publication.redline.as_ref().unwrap_or(&empty);
    let mut writer = Writer::new(publication, LARGEST_PAGE);
    writer.number_changes(&order(publication));
    writer.documents();
    let notes = notes::section(&mut writer);
    let contents = contents::list(&writer.headings.iter().collect::<Vec<_>>());
    if writer.out.len() + notes.len() + contents.len() > LARGEST_PAGE {
        return Err(too_large(LARGEST_PAGE));
    }
    let templates = Templates::new(&[], &["gaceta/redline.html"])?.with_look(&look::style(publication));
    let ways = page::Ways { to_language: &super::entry, files: Vec::new() };
    let page = RedlinePage {
        page: page::page(publication, ways, &mut writer.ids),
        redline: Furniture { home, ..furniture(publication, story, &mut writer) },
        running_title: page::css_string(&format!("{} · {}", story.title, publication.title)),
    };
    let body = std::mem::take(&mut writer.out);
    let fragments = Fragments { contents: &contents, body, notes: &notes };
    let text = templates.redline(&page, fragments, SCRIPT)?;
    let mark = |change: &usize| Some((*change, writer.revisions.of(*change)?.1.to_owned()));
    let marks = story.changes.keys().filter_map(mark).collect();
    Ok(ChangesPage { text, marks, findings: writer.findings })
}

/// The changes in the order in which a page has their first marks.
fn order(publication: &Publication<'_>) -> Vec<usize> {
    let mut scout = Writer::new(publication, LARGEST_PAGE);
    scout.documents();
    notes::section(&mut scout);
    scout.revisions.begun
}

fn furniture<'a>(publication: &Publication<'_>, story: &'a Story, writer: &mut Writer<'_, '_>) -> Furniture<'a> {
    let words = publication.words;
    let unchanged = Message::new("redline-unchanged").with("count", story.unchanged);
    Furniture {
        home: None,
        title: &story.title,
        versions: story.versions.iter().map(|version| version_of(version, words)).collect(),
        summary: &story.summary,
        unchanged: (story.unchanged > 0).then(|| words.text(&unchanged)),
        groups: groups(publication, story, writer),
        words: words_of(words),
        ids: ids(&mut writer.ids),
        script_hash: content_hash(SCRIPT),
    }
}

fn version_of<'a>(version: &'a StoryVersion, words: &Catalogue) -> Version<'a> {
    let date = version.date.as_deref();
    let date_in_words = date.map(|date| dates::in_words(words, date));
    Version { role: &version.role, name: &version.name, date, date_in_words }
}

/// The changes in the order of the page, those that concern norms first.
fn groups<'a>(publication: &Publication<'_>, story: &'a Story, writer: &Writer<'_, '_>) -> Vec<Group<'a>> {
    let mut told: Vec<(Entry<'_>, bool)> = story
        .changes
        .iter()
        .map(|(change, told)| (entry(publication, writer, *change, told), told.concerns_norms))
        .collect();
    told.sort_by_key(|(entry, _)| entry.number.unwrap_or(usize::MAX));
    let (norms, rest): (Vec<_>, Vec<_>) = told.into_iter().partition(|(_, concerns_norms)| *concerns_norms);
    let group = |title, entries: Vec<(Entry<'a>, bool)>, may_fold: bool| Group {
        title: publication.words.word(title),
        count: entries.len(),
        is_folded: may_fold && entries.len() > LONG_LIST,
        entries: entries.into_iter().map(|(entry, _)| entry).collect(),
    };
    let groups = [group("diff-title-norms", norms, false), group("diff-title-rest", rest, true)];
    groups.into_iter().filter(|group| group.count > 0).collect()
}

fn entry<'a>(
    publication: &Publication<'_>,
    writer: &Writer<'_, '_>,
    change: usize,
    told: &'a StoryChange,
) -> Entry<'a> {
    let known = writer.revisions.of(change);
    let elsewhere = || {
        let document = publication.documents.iter().find(|document| document.path == told.path);
        document.map_or("", |document| publication.document_anchor(document))
    };
    Entry {
        number: known.map(|(number, ..)| number),
        id: known.map(|(_, _, entry)| entry.to_owned()),
        target: fragment(known.map_or_else(elsewhere, |(_, mark, _)| mark)),
        class: &told.class,
        event: told.event.as_deref(),
        title: told.title.as_deref(),
        language: told.language.as_ref().map(crate::model::Language::as_str),
        place: &told.place,
        details: &told.details,
    }
}

fn fragment(anchor: &str) -> String {
    let mut fragment = String::from("#");
    super::escape::push_fragment(&mut fragment, anchor);
    fragment
}

fn words_of(words: &Catalogue) -> Words {
    Words {
        changes: words.word("redline-changes"),
        legend: words.word("redline-legend"),
        inserted: words.word("redline-inserted"),
        deleted: words.word("redline-deleted"),
        moved: words.word("redline-moved"),
        changed: words.word("redline-changed"),
        keys: words.word("redline-keys"),
    }
}

fn ids(ids: &mut Ids) -> FurnitureIds {
    FurnitureIds { changes: ids.unique("changes".to_owned()), legend: ids.unique("legend".to_owned()) }
}

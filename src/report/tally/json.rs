//! A tally for other programs.

use super::csv::kind;
use super::table::knows_work;
use super::{Tallied, day, ordered, plain_name};
use crate::model::{DocumentPath, Language};
use crate::report::Voice;
use crate::report::json::{ErrorOutput, error_output, write_to};
use crate::tally::{Coauthors, Key, Person, Row, Share, TalliedDocument};
use serde::{Serialize, Serializer};
use std::collections::BTreeMap;
use std::io::{self, Write};

#[derive(Serialize)]
struct TallyOutput<'a> {
    schema: &'static str,
    language: &'static str,
    by: &'static str,
    coauthors: &'static str,
    documents: usize,
    words: usize,
    rows: Vec<RowOutput<'a>>,
    unread: Vec<ErrorOutput<'a>>,
}

#[derive(Serialize)]
struct RowOutput<'a> {
    name: String,
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    path: Option<&'a DocumentPath>,
    #[serde(skip_serializing_if = "Option::is_none")]
    anchor: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    revision: Option<&'a str>,
    words: ShareOutput,
    added: Option<ShareOutput>,
    removed: Option<ShareOutput>,
    sections: usize,
    first: Option<String>,
    last: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    contributions: Option<BTreeMap<&'static str, usize>>,
}

/// A number of words: the whole ones, and what is left as a fraction.
#[derive(Serialize)]
pub struct ShareOutput {
    whole: u128,
    numerator: u128,
    denominator: u128,
}

impl From<Share> for ShareOutput {
    fn from(share: Share) -> Self {
        let (whole, numerator, denominator) = share.parts();
        Self { whole, numerator, denominator }
    }
}

/// Writes the sums.
pub fn write(tallied: Tallied<'_>, voice: Voice<'_>, output: &mut dyn Write) -> io::Result<()> {
    let rows = ordered(tallied);
    let told = TallyOutput {
        schema: "gaceta/tally/1",
        language: voice.words.locale().tag(),
        by: tallied.by.name(),
        coauthors: if tallied.tally.coauthors == Coauthors::Full { "full" } else { "shared" },
        documents: tallied.tally.documents.len(),
        words: tallied.tally.total(),
        rows: rows.iter().map(|(key, row)| row_output(key, row, tallied, voice)).collect(),
        unread: tallied.tally.unread.iter().map(|error| error_output(error, voice.words)).collect(),
    };
    write_to(&told, output)
}

fn row_output<'a>(key: &Key, row: &Row, tallied: Tallied<'a>, voice: Voice<'_>) -> RowOutput<'a> {
    let tally = tallied.tally;
    let section = match key {
        Key::Section(document, section) => {
            tally.documents.get(*document).and_then(|document| Some((document, document.sections.get(*section)?)))
        }
        _ => None,
    };
    let revision = match key {
        Key::Revision(place) => tally.commits.get(*place).map(|commit| commit.id.as_str()),
        _ => None,
    };
    let known = |day: String| Some(day).filter(|day| !day.is_empty());
    RowOutput {
        name: plain_name(key, tallied, Some(voice.words)),
        kind: kind(key, tallied),
        path: section.map(|(document, _)| &document.path),
        anchor: section.map(|(_, section)| section.anchor.as_str()),
        revision,
        words: row.surviving.into(),
        added: knows_work(tallied).then(|| row.added.into()),
        removed: knows_work(tallied).then(|| row.removed.into()),
        sections: row.sections,
        first: known(day(row.first)),
        last: known(day(row.last)),
        contributions: match key {
            Key::Person(person) => Some(contributions(&tally.people.all()[*person])),
            _ => None,
        },
    }
}

fn contributions(person: &Person) -> BTreeMap<&'static str, usize> {
    person.contributions.iter().map(|(kind, count)| (kind.name(), *count)).collect()
}

#[derive(Serialize)]
struct ProvenanceOutput<'a> {
    schema: &'static str,
    language: &'static str,
    people: Vec<PersonOutput<'a>>,
    commits: Vec<CommitOutput<'a>>,
    documents: DocumentsOutput<'a>,
    unread: Vec<ErrorOutput<'a>>,
}

#[derive(Serialize)]
struct PersonOutput<'a> {
    name: &'a str,
    kind: &'static str,
}

#[derive(Serialize)]
struct CommitOutput<'a> {
    revision: &'a str,
    date: Option<String>,
    people: &'a [usize],
    is_cut: bool,
}

/// The documents, each made when it is written.
struct DocumentsOutput<'a>(Tallied<'a>);

#[derive(Serialize)]
struct DocumentOutput<'a> {
    path: &'a DocumentPath,
    file: String,
    language: Option<&'a Language>,
    words: Vec<WordOutput<'a>>,
}

#[derive(Serialize)]
struct WordOutput<'a> {
    word: String,
    start: u32,
    end: u32,
    section: &'a str,
    revision: Option<&'a str>,
    people: &'a [usize],
}

/// Writes every word with the commit that it came from.
pub fn write_provenance(tallied: Tallied<'_>, voice: Voice<'_>, output: &mut dyn Write) -> io::Result<()> {
    let tally = tallied.tally;
    let day_of = |seconds| Some(day(seconds)).filter(|day| !day.is_empty());
    let told = ProvenanceOutput {
        schema: "gaceta/provenance/1",
        language: voice.words.locale().tag(),
        people: tally
            .people
            .all()
            .iter()
            .map(|person| PersonOutput { name: &person.name, kind: person.kind.name() })
            .collect(),
        commits: tally
            .commits
            .iter()
            .map(|commit| CommitOutput {
                revision: &commit.id,
                date: day_of(commit.seconds),
                people: &commit.people,
                is_cut: commit.is_cut,
            })
            .collect(),
        documents: DocumentsOutput(tallied),
        unread: tally.unread.iter().map(|error| error_output(error, voice.words)).collect(),
    };
    write_to(&told, output)
}

impl Serialize for DocumentsOutput<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.tally.documents.iter().map(|document| document_output(document, self.0)))
    }
}

fn document_output<'a>(document: &'a TalliedDocument, tallied: Tallied<'a>) -> DocumentOutput<'a> {
    let commits = &tallied.tally.commits;
    let mut words = Vec::new();
    // It was read for the tally, so that it can be read.
    let _ = document.each_word(tallied.policy, |word| {
        let commit = word.commit.and_then(|place| commits.get(place));
        words.push(WordOutput {
            word: word.text.to_owned(),
            start: word.span.start,
            end: word.span.end,
            section: document.sections.get(word.section).map_or("", |section| section.anchor.as_str()),
            revision: commit.map(|commit| commit.id.as_str()),
            people: commit.map_or(&[], |commit| &commit.people),
        });
    });
    DocumentOutput {
        path: &document.path,
        file: tallied.policy.files.display(&document.path),
        language: document.language.as_ref(),
        words,
    }
}

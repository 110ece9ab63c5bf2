//! JSON for other programs; its schema is `src/report/schemas/diff.schema.json`.

use super::{Compared, ComparisonFormat};
use crate::diff::{Bump, Change, Class, Edit, Event, LinkChange, NormChange, Piece, Place, Unit, Wording};
use crate::messages::Catalogue;
use crate::model::{DocumentPath, Position, Span};
use crate::report::Voice;
use crate::report::credits::CommitOutput;
use crate::report::json::{ErrorOutput, error_output, write_to};
use serde::{Serialize, Serializer};
use std::collections::BTreeMap;
use std::io::{self, Write};

/// The format.
pub const FORMAT: ComparisonFormat = ComparisonFormat { name: "json", label: "error-format-json", write };

#[derive(Serialize)]
struct Output<'a> {
    schema: &'static str,
    language: &'static str,
    old: VersionOutput<'a>,
    new: VersionOutput<'a>,
    counts: BTreeMap<&'static str, usize>,
    words: WordsOutput,
    bump: Bump,
    next: Option<&'a str>,
    renamed: &'a [Vec<DocumentPath>],
    changes: Changes<'a>,
    unread: Vec<ErrorOutput<'a>>,
}

#[derive(Serialize)]
struct VersionOutput<'a> {
    name: Option<&'a str>,
    commit: Option<&'a str>,
}

#[derive(Serialize)]
struct WordsOutput {
    added: usize,
    removed: usize,
}

#[derive(Serialize)]
struct ChangeOutput<'a> {
    class: Class,
    event: Event,
    unit: Unit,
    old: Option<PlaceOutput<'a>>,
    new: Option<PlaceOutput<'a>>,
    edits: Vec<EditOutput<'a>>,
    link: Option<&'a LinkChange>,
    norms: &'a [NormChange],
    redline: Vec<PieceOutput<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    commits: Option<Vec<CommitOutput>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    is_uncommitted: Option<bool>,
}

#[derive(Serialize)]
struct PlaceOutput<'a> {
    path: &'a DocumentPath,
    section: Option<&'a str>,
    title: Option<&'a str>,
    clause: Option<&'a str>,
    language: Option<&'a str>,
    start: OffsetOutput,
    end: OffsetOutput,
}

#[derive(Serialize)]
struct OffsetOutput {
    offset: u32,
    line: u32,
    column: u32,
}

#[derive(Serialize)]
struct EditOutput<'a> {
    old: Option<WordingOutput<'a>>,
    new: Option<WordingOutput<'a>>,
}

#[derive(Serialize)]
struct WordingOutput<'a> {
    text: &'a str,
    words: &'a [String],
    start: OffsetOutput,
    end: OffsetOutput,
}

#[derive(Serialize)]
struct PieceOutput<'a> {
    state: crate::diff::State,
    text: &'a str,
}

/// The changes, each made when it is written.
struct Changes<'a>(Compared<'a>, &'a Catalogue);

impl Serialize for Changes<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let changes = self.0.comparison.changes.iter().enumerate();
        serializer.collect_seq(changes.map(|numbered| change(numbered, self.0, self.1)))
    }
}

fn write(compared: Compared<'_>, voice: Voice<'_>, output: &mut dyn Write) -> io::Result<()> {
    let Compared { comparison, old, new, names, next, .. } = compared;
    let (added, removed) = comparison.words();
    let told = Output {
        schema: "gaceta/diff/1",
        language: voice.words.locale().tag(),
        old: VersionOutput { name: old.name.as_deref(), commit: old.commit.as_deref() },
        new: VersionOutput { name: new.name.as_deref(), commit: new.commit.as_deref() },
        counts: comparison.counts().map(|(class, count)| (class.name(), count)).collect(),
        words: WordsOutput { added, removed },
        bump: comparison.bump,
        next,
        renamed: names,
        changes: Changes(compared, voice.words),
        unread: comparison.unread.iter().map(|error| error_output(error, voice.words)).collect(),
    };
    write_to(&told, output)
}

fn change<'a>((number, change): (usize, &'a Change), compared: Compared<'_>, words: &Catalogue) -> ChangeOutput<'a> {
    let made = compared.made.and_then(|made| Some((made, made.makers.get(number)?)));
    ChangeOutput {
        class: change.class,
        event: change.event,
        unit: change.unit,
        old: change.old.as_ref().map(place),
        new: change.new.as_ref().map(place),
        edits: change.edits.iter().map(edit).collect(),
        link: change.links.first(),
        norms: &change.norms,
        redline: change.redline.iter().map(|Piece { state, text }| PieceOutput { state: *state, text }).collect(),
        commits: made.map(|(made, makers)| made.output(makers, words)),
        is_uncommitted: made.map(|(_, makers)| makers.is_uncommitted),
    }
}

fn place(place: &Place) -> PlaceOutput<'_> {
    let (start, end) = ends(place.span, place.start, place.end);
    PlaceOutput {
        path: &place.path,
        section: place.anchor.as_deref(),
        title: place.title.as_deref(),
        clause: place.clause.as_deref(),
        language: place.language.as_ref().map(crate::model::Language::as_str),
        start,
        end,
    }
}

fn edit(edit: &Edit) -> EditOutput<'_> {
    EditOutput { old: edit.old.as_ref().map(wording), new: edit.new.as_ref().map(wording) }
}

fn wording(wording: &Wording) -> WordingOutput<'_> {
    let (start, end) = ends(wording.span, wording.start, wording.end);
    WordingOutput { text: &wording.text, words: &wording.words, start, end }
}

fn ends(span: Span, start: Position, end: Position) -> (OffsetOutput, OffsetOutput) {
    let at = |offset, position: Position| OffsetOutput { offset, line: position.line, column: position.column };
    (at(span.start, start), at(span.end, end))
}

//! A section with its words by commit, for other programs; its schema is `src/report/schemas/blame.schema.json`.

use super::Blamed;
use crate::align::BlockForm;
use crate::blame::{Block, Origin, Run};
use crate::model::{DocumentPath, Language};
use crate::report::Voice;
use crate::report::json::write_to;
use crate::report::tally::{ShareOutput, day, kind, name};
use crate::tally::Key;
use serde::Serialize;
use std::io::{self, Write};

#[derive(Serialize)]
struct BlameOutput<'a> {
    schema: &'static str,
    language: &'static str,
    revision: &'a str,
    section: SectionOutput<'a>,
    words: usize,
    owners: Vec<OwnerOutput>,
    origins: Vec<OriginOutput<'a>>,
    blocks: Vec<BlockOutput<'a>>,
}

#[derive(Serialize)]
struct SectionOutput<'a> {
    path: &'a DocumentPath,
    file: String,
    language: Option<&'a Language>,
    anchor: &'a str,
    title: &'a str,
}

#[derive(Serialize)]
struct OwnerOutput {
    name: String,
    kind: &'static str,
    words: ShareOutput,
}

#[derive(Serialize)]
struct OriginOutput<'a> {
    number: usize,
    revision: Option<&'a str>,
    date: Option<String>,
    is_cut: bool,
    owners: Vec<usize>,
    words: usize,
}

#[derive(Serialize)]
struct BlockOutput<'a> {
    form: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    level: Option<u8>,
    #[serde(skip_serializing_if = "Option::is_none")]
    mark: Option<String>,
    depth: usize,
    is_quoted: bool,
    cells: Vec<Vec<RunOutput<'a>>>,
}

#[derive(Serialize)]
struct RunOutput<'a> {
    text: &'a str,
    words: usize,
    origin: Option<usize>,
}

/// Writes a section.
pub fn write(blamed: Blamed<'_>, voice: Voice<'_>, output: &mut dyn Write) -> io::Result<()> {
    let Blamed { policy, place, blame, commit, .. } = blamed;
    let tallied = blamed.tallied();
    let owner = |(key, share): &(Key, _)| OwnerOutput {
        name: name(key, tallied, Some(voice.words)),
        kind: kind(key, tallied),
        words: ShareOutput::from(*share),
    };
    let told = BlameOutput {
        schema: "gaceta/blame/1",
        language: voice.words.locale().tag(),
        revision: commit,
        section: SectionOutput {
            path: &place.path,
            file: policy.files.display(&place.path),
            language: place.language.as_ref(),
            anchor: &place.anchor,
            title: &place.title,
        },
        words: blame.words,
        owners: blame.owners.iter().map(owner).collect(),
        origins: blame.origins.iter().zip(1..).map(|(origin, number)| origin_output(*origin, number, blamed)).collect(),
        blocks: blame.blocks.iter().map(block_output).collect(),
    };
    write_to(&told, output)
}

fn origin_output(origin: Origin, number: usize, blamed: Blamed<'_>) -> OriginOutput<'_> {
    let commit = origin.of(blamed.tally);
    let place = |owner: &Key| blamed.blame.owners.iter().position(|(other, _)| other == owner);
    OriginOutput {
        number,
        revision: commit.map(|commit| commit.id.as_str()),
        date: commit.map(|commit| day(commit.seconds)).filter(|day| !day.is_empty()),
        is_cut: commit.is_some_and(|commit| commit.is_cut),
        owners: origin.owners(blamed.tally).iter().filter_map(place).collect(),
        words: origin.words,
    }
}

fn block_output(block: &Block) -> BlockOutput<'_> {
    let (form, level) = match block.form {
        BlockForm::Heading(level) => ("heading", Some(level)),
        BlockForm::Paragraph => ("paragraph", None),
        BlockForm::Row { head: true } => ("head", None),
        BlockForm::Row { head: false } => ("row", None),
        BlockForm::Term => ("term", None),
        BlockForm::Code => ("code", None),
        BlockForm::Rule => ("rule", None),
        BlockForm::Html => ("html", None),
    };
    let mark = block.mark.as_ref().map(ToString::to_string);
    let cells = block.cells.iter().map(|cell| cell.iter().map(run_output).collect()).collect();
    BlockOutput { form, level, mark, depth: block.depth, is_quoted: block.is_quoted, cells }
}

fn run_output(run: &Run) -> RunOutput<'_> {
    RunOutput { text: &run.text, words: run.words, origin: run.origin.map(|place| place + 1) }
}

//! A register for other programs.

use super::STRENGTHS;
use crate::messages::Catalogue;
use crate::model::{DocumentPath, Language};
use crate::norms::{Strength, Subject, Unit};
use crate::register::{Entry, Register, RegisteredDocument};
use crate::report::credits::CommitOutput;
use crate::report::json::{ErrorOutput, OffsetOutput, error_output, write_to};
use crate::report::{Registered, Voice};
use serde::{Serialize, Serializer};
use std::collections::BTreeMap;
use std::io::{self, Write};

#[derive(Serialize)]
struct NormsOutput<'a> {
    schema: &'static str,
    language: &'static str,
    counts: Counts,
    norms: EntriesOutput<'a>,
    unread: Vec<ErrorOutput<'a>>,
}

#[derive(Serialize)]
struct Counts {
    documents: usize,
    norms: usize,
    strengths: BTreeMap<&'static str, usize>,
    unread: usize,
}

#[derive(Serialize)]
struct EntryOutput<'a> {
    strength: Strength,
    agent: Option<&'a str>,
    subject: Subject,
    norm: &'a str,
    modal: &'a str,
    inherited: bool,
    deadline: Option<DeadlineOutput<'a>>,
    path: &'a DocumentPath,
    file: &'a str,
    language: Option<&'a Language>,
    section: Option<SectionOutput<'a>>,
    clause: Option<&'a str>,
    start: OffsetOutput,
    end: OffsetOutput,
    #[serde(flatten)]
    last: Option<LastOutput>,
}

/// The last change of a norm.
#[derive(Serialize)]
struct LastOutput {
    last: Option<CommitOutput>,
    is_uncommitted: bool,
}

#[derive(Serialize)]
struct DeadlineOutput<'a> {
    text: &'a str,
    amount: Option<u32>,
    unit: Unit,
}

#[derive(Serialize)]
struct SectionOutput<'a> {
    anchor: &'a str,
    title: &'a str,
}

/// Writes a register.
pub fn write(registered: Registered<'_>, voice: Voice<'_>, output: &mut dyn Write) -> io::Result<()> {
    let Registered { register, .. } = registered;
    let told = NormsOutput {
        schema: "gaceta/norms/1",
        language: voice.words.locale().tag(),
        counts: counts(register),
        norms: EntriesOutput(registered, voice.words),
        unread: register.unread.iter().map(|error| error_output(error, voice.words)).collect(),
    };
    write_to(&told, output)
}

fn counts(register: &Register) -> Counts {
    let strengths = STRENGTHS.iter().map(|told| (told.strength.name(), register.count(told.strength)));
    Counts {
        documents: register.documents.len(),
        norms: register.entries().count(),
        strengths: strengths.collect(),
        unread: register.unread.len(),
    }
}

/// The entries of a register, each made when it is written.
struct EntriesOutput<'a>(Registered<'a>, &'a Catalogue);

impl Serialize for EntriesOutput<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Registered { policy, register, touched } = self.0;
        let files = register.documents.iter().map(|document| (document, policy.files.display(&document.path)));
        let files: Vec<_> = files.collect();
        let last = |document: usize, entry: usize| {
            let makers = touched?.makers.get(document)?.get(entry)?;
            let last = touched?.output(makers, self.1).pop();
            Some(LastOutput { last, is_uncommitted: makers.is_uncommitted })
        };
        let entries = files.iter().enumerate().flat_map(|(number, (document, file))| {
            let entries = document.entries.iter().enumerate();
            entries.map(move |(place, entry)| entry_output(entry, document, file, last(number, place)))
        });
        serializer.collect_seq(entries)
    }
}

fn entry_output<'a>(
    entry: &'a Entry,
    document: &'a RegisteredDocument,
    file: &'a str,
    last: Option<LastOutput>,
) -> EntryOutput<'a> {
    let deadline = entry.deadline.as_ref().map(|deadline| DeadlineOutput {
        text: &deadline.text,
        amount: deadline.amount,
        unit: deadline.unit,
    });
    let section = entry.section.as_ref();
    EntryOutput {
        strength: entry.strength,
        agent: entry.agent.as_deref(),
        subject: entry.subject,
        norm: &entry.text,
        modal: &entry.modal,
        inherited: entry.inherited,
        deadline,
        path: &document.path,
        file,
        language: document.language.as_ref(),
        section: section.map(|section| SectionOutput { anchor: &section.anchor, title: &section.title }),
        clause: entry.clause.as_deref(),
        start: OffsetOutput::new(entry.span.start, Some(entry.start)),
        end: OffsetOutput::new(entry.span.end, Some(entry.end)),
        last,
    }
}

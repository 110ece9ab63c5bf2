//! `gaceta tally --check FILE` and `--write FILE`: a file that names the authors, against who they are.

use crate::cli::commands::Verdict;
use crate::cli::session::Session;
use crate::cli::written;
use crate::error::{Error, Result};
use crate::model::{Message, Position};
use crate::repo;
use crate::report::contributions;
use crate::tally::authors::{Authors, AuthorsFile, Deviation, Opening, deviations};
use crate::tally::{Dimension, Key, PersonKind, Tally};
use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io;
use std::path::Path;

/// How many programs are named.
const MOST_PROGRAMS: usize = 5;

/// Tells in what a file differs from who has a part in the text. It is faulty if somebody is missing or misspelt.
pub(super) fn check(file: &Path, tally: &Tally, session: &mut Session<'_>) -> Result<Verdict> {
    let shown = file.display().to_string();
    let text = read(file, session)?.ok_or_else(|| {
        let error = Error::input(Message::new("cli-path-not-found").with("path", shown.as_str()));
        let can_be_made = AuthorsFile::of(&shown).is_written();
        if can_be_made { error.hint(Message::new("cli-authors-write-hint")) } else { error }
    })?;
    let writers = writers(tally);
    let listed = AuthorsFile::of(&shown).names(&text).map_err(|error| in_file(error, &shown))?;
    let deviations = deviations(&listed, &Authors::new(&tally.people, &writers));
    let mut verdict = Verdict::Clean;
    for deviation in &deviations {
        let (message, line) = match deviation {
            Deviation::Missing(name) => (Message::new("cli-authors-missing").with("name", name.as_str()), None),
            Deviation::Misspelt { listed, name } => {
                let message = Message::new("cli-authors-misspelt").with("listed", listed.name.as_str());
                (message.with("name", name.as_str()), Some(listed.line))
            }
            Deviation::Unneeded(listed) => {
                (Message::new("cli-authors-unneeded").with("name", listed.name.as_str()), Some(listed.line))
            }
        };
        if !matches!(deviation, Deviation::Unneeded(_)) {
            verdict = Verdict::Faulty;
        }
        let place = line.map_or_else(|| shown.clone(), |line| format!("{shown}:{line}"));
        session.say(&Message::new("cli-authors-line").with("place", place).with("message", message))?;
    }
    if deviations.is_empty() {
        session.notice(&Message::new("cli-authors-right").with("file", shown));
    }
    tell_programs(tally, &writers, session);
    Ok(verdict)
}

/// Puts the authors that a file lacks into it.
pub(super) fn write(file: &Path, tally: &Tally, title: &str, session: &mut Session<'_>) -> Result<Verdict> {
    let shown = file.display().to_string();
    let text = read(file, session)?.unwrap_or_default();
    let writers = writers(tally);
    let authors = Authors::new(&tally.people, &writers);
    let words = session.words;
    let form = AuthorsFile::of(&shown);
    let (heading, citation) = (words.word("tally-authors-title"), words.word("tally-authors-citation"));
    let policy = words.word("tally-authors-policy");
    let title = if title.trim().is_empty() { &policy } else { title };
    let opening = Opening { heading: &heading, title, citation: &citation };
    let new = form.written(&text, &authors, &|person| contributions(person, words), opening);
    let new = new.map_err(|error| in_file(error, &shown))?;
    if new != text {
        written::save(session, file, new.as_bytes())?;
    } else if text.trim_matches(|sign: char| sign == '\u{feff}' || sign.is_whitespace()).is_empty() {
        session.notice(&Message::new("cli-authors-nobody").with("file", shown));
    } else {
        session.notice(&Message::new("cli-authors-right").with("file", shown));
    }
    tell_programs(tally, &writers, session);
    Ok(Verdict::Clean)
}

/// Tells who has words in the text and is left out for being taken for a program.
fn tell_programs(tally: &Tally, writers: &BTreeSet<usize>, session: &mut Session<'_>) {
    let people = writers.iter().filter_map(|number| tally.people.all().get(*number));
    let programs: BTreeSet<&str> = people
        .filter(|person| person.kind == PersonKind::Program && !person.name.is_empty())
        .map(|person| person.name.as_str())
        .collect();
    if programs.is_empty() {
        return;
    }
    let names = programs.iter().take(MOST_PROGRAMS).copied().collect::<Vec<_>>().join(", ");
    let more = programs.len().saturating_sub(MOST_PROGRAMS);
    session.notice(&Message::new("cli-authors-programs").with("names", names).with("more", more));
}

/// Who has words in the text.
fn writers(tally: &Tally) -> BTreeSet<usize> {
    let rows = tally.rows(Dimension::Person).into_iter().filter(|(_, row)| !row.surviving.is_none());
    rows.filter_map(|(key, _)| if let Key::Person(person) = key { Some(person) } else { None }).collect()
}

/// The text of a file; `None` if there is none.
fn read(file: &Path, session: &Session<'_>) -> Result<Option<String>> {
    let shown = file.display().to_string();
    let path = session.path(file);
    // Anything but a plain file, such as a pipe, might never end.
    if fs::metadata(&path).is_ok_and(|metadata| !metadata.is_file()) {
        let hint = Message::new("tally-authors-form-hint");
        return Err(Error::input(Message::new("cli-authors-no-file")).hint(hint).at(shown, None));
    }
    match File::open(path) {
        Ok(opened) => {
            let text = String::from_utf8(repo::read_whole(opened, &shown)?);
            text.map(Some).map_err(|_| {
                Error::input(Message::new("error-not-utf8")).hint(Message::new("error-not-utf8-hint")).at(shown, None)
            })
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(Error::io(Message::new("cli-authors-unreadable"), shown, error)),
    }
}

/// An error with the file that it is about; its place in it stays.
fn in_file(error: Error, shown: &str) -> Error {
    let position: Option<Position> = error.place.as_ref().and_then(|place| place.position);
    error.at(shown, position)
}

//! Finds the section that somebody means.
//!
//! 1. A name is an anchor, with or without its document, or a title, with or without its capitals and accents;
//! 2. of sections with that name, those in the languages that were asked for, else the only one in the policy's main
//!    language;
//! 3. where that leaves several, or none, the error says which there are, or what may have been meant.

use crate::error::{Error, Result};
use crate::model::{DocumentPath, Language, Message, folded, nearest, plain_text};
use crate::policy::{Policy, check_languages};
use rayon::prelude::*;
use std::collections::BTreeSet;

/// How many sections of the same name are told at most.
const MOST_TOLD: usize = 6;

/// How many names are told that what was written is a part of.
const MOST_MEANT: usize = 3;

/// The shortest part of a name that tells it.
const SHORTEST_PART: usize = 3;

/// What is looked for.
pub struct Wanted<'a> {
    /// The section, as somebody wrote it.
    pub name: &'a str,
    /// Documents or folders; all of the policy when empty.
    pub paths: &'a [DocumentPath],
    /// Languages; all when empty.
    pub languages: &'a [Language],
}

/// Where a section is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Its document.
    pub path: DocumentPath,
    /// The language of its document, if it is known.
    pub language: Option<Language>,
    /// The name by which links reach it.
    pub anchor: String,
    /// Its heading.
    pub title: String,
    /// What people call it, without capitals and accents: its anchor, its title, and of a title such as `Artículo 4.
    /// Licencias` each of the two parts.
    names: Vec<String>,
}

impl Place {
    /// Where links lead that lead here: `es/04-datos.md#licencias`.
    #[must_use]
    pub fn address(&self) -> String {
        format!("{}#{}", self.path, self.anchor)
    }

    fn is_in(&self, wanted: &Language) -> bool {
        self.language.as_ref().is_some_and(|own| own.is_meant_by(wanted))
    }
}

/// The section that is meant.
///
/// # Errors
/// If there is none, or more than one; or no document at a path or in a language that was asked for.
pub fn find(policy: &Policy, wanted: &Wanted<'_>) -> Result<Place> {
    let chosen = policy.chosen(wanted.paths)?;
    let paths: Vec<&DocumentPath> =
        policy.paths.iter().zip(chosen).filter_map(|(path, chosen)| chosen.then_some(path)).collect();
    let read: Vec<Result<(Option<Language>, Vec<Place>)>> = paths.par_iter().map(|path| places(policy, path)).collect();
    let languages = read.iter().flatten().filter_map(|(language, _)| language.as_ref());
    check_languages(wanted.languages, languages)?;
    let (mut known, mut unread) = (Vec::new(), None);
    for document in read {
        match document {
            Ok((_, places)) => known.extend(places),
            Err(error) => unread = unread.or(Some(error)),
        }
    }
    known.retain(|place| wanted.languages.is_empty() || wanted.languages.iter().any(|wanted| place.is_in(wanted)));
    let mut found = named(wanted.name, &known, policy);
    if found.len() > 1
        && let Some(main) = policy.main_language()
    {
        let (mut own, others): (Vec<Place>, _) = found.into_iter().partition(|place| place.is_in(&main));
        if own.len() != 1 {
            own.extend(others);
        }
        found = own;
    }
    match <[Place; 1]>::try_from(found) {
        Ok([place]) => Ok(place),
        Err(found) if found.is_empty() => Err(missing(wanted.name, &known, unread)),
        Err(found) => Err(ambiguous(wanted.name, &found)),
    }
}

/// The language of a document and its sections.
fn places(policy: &Policy, path: &DocumentPath) -> Result<(Option<Language>, Vec<Place>)> {
    let text = policy.text(path)?;
    let document = policy.parse(path, &text);
    let language = policy.language_of(&document);
    let places = document.all_sections().map(|section| {
        let title = plain_text(&section.heading.inlines);
        let designator = section.heading.designator.as_ref().and_then(|designator| text.get(designator.span.range()));
        let parts = designator.and_then(|designator| Some([designator, title.strip_prefix(designator)?]));
        let names = [section.anchor.as_str(), &title].into_iter().chain(parts.into_iter().flatten());
        let names = names.map(|name| plain(name.trim_matches(['.', '-', '–', ' ']))).collect();
        Place { path: path.clone(), language: language.clone(), anchor: section.anchor.clone(), title, names }
    });
    let places = places.collect();
    Ok((language, places))
}

/// The sections of a name: those with just that anchor, else those whose anchor or title is the same but for capitals and
/// accents, else the one that a clause of that address stands in.
fn named(name: &str, known: &[Place], policy: &Policy) -> Vec<Place> {
    let (document, anchor) = name.rsplit_once('#').unwrap_or(("", name));
    let is_in_document = |place: &Place| {
        let path = document.trim_start_matches("./");
        document.is_empty() || place.path.as_str() == path || policy.files.display(&place.path) == document
    };
    let (wanted, whole) = (plain(anchor), plain(name));
    let around = anchor.split('.').next().unwrap_or(anchor);
    let ways: [&dyn Fn(&Place) -> bool; 4] = [
        &|place| is_in_document(place) && place.anchor == anchor,
        &|place| is_in_document(place) && place.names.contains(&wanted),
        // A title may have a `#` in it.
        &|place| place.names.contains(&whole),
        // The address of a clause, as the register of norms tells it: `licencias.Artículo-4.II`.
        &|place| is_in_document(place) && place.anchor == around,
    ];
    let found = ways.iter().map(|is_meant| known.iter().filter(|place| is_meant(place)).cloned().collect::<Vec<_>>());
    found.into_iter().find(|found| !found.is_empty()).unwrap_or_default()
}

/// A name without what people leave out: capitals, accents, further blanks.
fn plain(name: &str) -> String {
    folded(name).split_whitespace().collect::<Vec<_>>().join(" ")
}

fn missing(name: &str, known: &[Place], unread: Option<Error>) -> Error {
    let wanted = plain(name.rsplit('#').next().unwrap_or(name));
    let mut told = BTreeSet::new();
    let names = known.iter().flat_map(|place| [&place.anchor, &place.title]).map(|name| (plain(name), name));
    let names: Vec<(String, &String)> = names.filter(|(name, _)| told.insert(name.clone())).collect();
    let mut meant = nearest(&wanted, names.iter().map(|(plain, name)| (plain, *name)));
    if meant.is_empty() && wanted.len() >= SHORTEST_PART {
        let parts = names.iter().filter(|(name, _)| name.contains(&wanted));
        meant.extend(parts.map(|(_, name)| *name).take(MOST_MEANT));
    }
    let mut error = Error::usage(Message::new("blame-no-section").with("section", name));
    for name in &meant {
        error = error.hint(Message::new("blame-similar").with("name", name.as_str()));
    }
    if meant.is_empty() {
        error = error.hint(Message::new("blame-no-section-hint"));
    }
    match unread {
        Some(unread) => error.caused_by(unread),
        None => error,
    }
}

fn ambiguous(name: &str, found: &[Place]) -> Error {
    let told: Vec<String> = found.iter().take(MOST_TOLD).map(Place::address).collect();
    let hint = Message::new("blame-ambiguous-hint").with("places", told.join(", "));
    let others = found.len().saturating_sub(MOST_TOLD);
    Error::usage(Message::new("blame-ambiguous").with("section", name).with("count", found.len()))
        .hint(hint.with("others", others))
}

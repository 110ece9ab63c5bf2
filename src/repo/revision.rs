//! Resolves what a person writes for a revision: `v1.2`, `main`, `1a2b3c4`, `HEAD~2`, `v1.2-3-g1a2b3c4`.
//!
//! 1. The name, up to the first `~` or `^`, is an id, a reference, or an abbreviated id, in that order;
//! 2. tags are followed to the commit they name;
//! 3. each `^`, `^2`, `~3` steps to a parent (gitrevisions(7)).

use super::objects::{CommitObject, Objects};
use super::references::References;
use crate::error::{Error, Result};
use crate::model::{Message, nearest};
use git2::Oid;
use std::collections::BTreeSet;

/// The most names of the same figures that are suggested.
const MOST_SUGGESTIONS: usize = 3;

/// A step from a commit to one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    /// `^2`: the second parent; `^0` and `^{commit}` are the commit itself.
    Parent(usize),
    /// `~3`: the first parent, three times.
    Back(usize),
}

/// The commit that a revision names.
pub(super) fn resolve(revision: &str, references: &References, objects: &Objects) -> Result<CommitObject> {
    let (name, steps) = read(revision).ok_or_else(|| {
        let error = Error::usage(Message::new("repo-revision-form").with("revision", revision));
        error.hint(Message::new("repo-hint-list-revisions"))
    })?;
    let Some(id) = find(name, references, objects)? else {
        return Err(unknown(name, references, objects));
    };
    let mut commit = objects.commit(id, revision)?;
    for step in steps {
        commit = take(step, commit, revision, objects)?;
    }
    Ok(commit)
}

/// The name and the steps of a revision; `None` if it is written in a way that is not understood.
fn read(revision: &str) -> Option<(&str, Vec<Step>)> {
    let end = revision.find(['~', '^']).unwrap_or(revision.len());
    let (name, mut rest) = revision.split_at(end);
    if name.is_empty() || name.contains("@{") || name.contains("..") || name.contains(':') {
        return None;
    }
    let mut steps = Vec::new();
    loop {
        let mut characters = rest.chars();
        let Some(sign) = characters.next() else { return Some((name, steps)) };
        rest = characters.as_str();
        if sign == '^'
            && let Some(after) = rest.strip_prefix("{}").or_else(|| rest.strip_prefix("{commit}"))
        {
            rest = after;
            continue;
        }
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        let (number, after) = rest.split_at(digits);
        let number = if number.is_empty() { 1 } else { number.parse().ok()? };
        steps.push(match sign {
            '^' => Step::Parent(number),
            '~' => Step::Back(number),
            _ => return None,
        });
        rest = after;
    }
}

fn find(name: &str, references: &References, objects: &Objects) -> Result<Option<Oid>> {
    if name.len() == 40
        && let Ok(id) = Oid::from_str(name)
    {
        return Ok(Some(id));
    }
    if let Some(id) = references.find(name)? {
        return Ok(Some(id));
    }
    let described = name.rsplit_once("-g").map_or(name, |(_, digits)| digits);
    objects.abbreviated(described)
}

fn take(step: Step, commit: CommitObject, revision: &str, objects: &Objects) -> Result<CommitObject> {
    let (parent, times) = match step {
        Step::Parent(0) => return Ok(commit),
        Step::Parent(number) => (number - 1, 1),
        Step::Back(times) => (0, times),
    };
    let mut commit = commit;
    for _ in 0..times {
        let Some(id) = commit.parents.get(parent) else {
            return Err(Error::usage(Message::new("repo-no-ancestor").with("revision", revision)));
        };
        commit = objects.commit(*id, revision)?;
    }
    Ok(commit)
}

/// The error of a name that nothing has, with the names that may have been meant.
fn unknown(name: &str, references: &References, objects: &Objects) -> Error {
    if matches!(name, "HEAD" | "@") {
        return Error::usage(Message::new("repo-no-commits")).hint(Message::new("repo-hint-no-commits"));
    }
    let mut error = Error::usage(Message::new("repo-revision-unknown").with("revision", name));
    let names = references.names();
    let mut near = nearest(name, names.iter().map(|name| (name, name.as_str())));
    if near.is_empty() {
        near = of_the_same_figures(name, &names);
    }
    if !near.is_empty() {
        error = error.hint(Message::new("repo-hint-did-you-mean").with("names", near.join(", ")));
    }
    if objects.is_shallow() {
        // What continuous integration usually checks out: the newest commit, and no tag.
        error = error.hint(Message::new("repo-hint-fetch-tags"));
    }
    error.hint(Message::new("repo-hint-list-revisions"))
}

/// The names of the same figures, whatever stands between these: `1__1__5` for `1.1.5`.
fn of_the_same_figures<'a>(name: &str, names: &'a BTreeSet<String>) -> Vec<&'a str> {
    fn figures(name: &str) -> Vec<&str> {
        name.split(|it: char| !it.is_ascii_digit()).filter(|figures| !figures.is_empty()).collect()
    }
    let written = figures(name);
    let same = names.iter().filter(|known| written.len() > 1 && figures(known) == written);
    same.take(MOST_SUGGESTIONS).map(String::as_str).collect()
}

#[cfg(test)]
mod tests;

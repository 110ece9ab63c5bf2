//! `--who` of the commands that have it: the commits and people that made what they tell.

use super::lineage::{Revision, tell_unread};
use super::session::Session;
use super::source::Chosen;
use super::versions::Versions;
use crate::diff::{Comparison, MakersRequest, makers};
use crate::error::{Error, Result};
use crate::model::{DocumentPath, Message};
use crate::provenance::{Makers, Wordings};
use crate::register::Register;
use crate::tally::{Credits, credits, touched};

/// The commits that made each change of a comparison, and whom they are owed to.
///
/// # Errors
/// If what was compared are no versions of one history, the newer one last; or if it cannot be read.
pub(super) fn of_changes(
    comparison: &Comparison,
    versions: &Versions,
    is_kept: bool,
    session: &mut Session<'_>,
) -> Result<(Credits, Vec<Makers>)> {
    let Some((root, old, new)) = &versions.revisions else {
        return Err(Error::usage(Message::new("cli-who-paths")).hint(Message::new("cli-who-paths-hint")));
    };
    let new = new.as_deref().unwrap_or("HEAD");
    let revision = Revision::open(new, Some(root), session)?;
    let before = revision.repository.ancestors(old)?;
    let (old_id, new_id) = (revision.repository.commit(old)?.id, revision.repository.commit(new)?.id);
    if before.contains(&new_id) && old_id != new_id {
        let error = Error::usage(Message::new("cli-who-order").with("old", old.as_str()).with("new", new));
        return Err(error.hint(Message::new("cli-who-order-hint")));
    }
    let lineage = revision.lineage(is_kept, session)?;
    let commits = lineage.chronicle.commits.iter();
    let wordings =
        Wordings::of(&lineage, commits.map(|commit| before.contains(&commit.id)).collect(), &revision.ignored);
    let ends = |names: &Vec<DocumentPath>| Some((names.first()?.clone(), names.last()?.clone()));
    let renamed: Vec<_> = versions.names.iter().filter_map(ends).collect();
    let found = makers(&MakersRequest {
        comparison,
        old: &versions.old,
        new: &versions.new,
        renamed: &renamed,
        wordings: &wordings,
        path_of: &|path| lineage.chronicle.path_of(path),
    });
    tell_unread(&lineage, session);
    Ok((credits(&lineage.chronicle, revision.people), found))
}

/// The last commit that changed the words of each norm of each document of a register, and whom it is owed to.
///
/// # Errors
/// If the policy lies in no repository, or its history cannot be read.
pub(super) fn of_norms(
    register: &Register,
    chosen: &Chosen,
    is_kept: bool,
    session: &mut Session<'_>,
) -> Result<(Credits, Vec<Vec<Makers>>)> {
    let Some(root) = &chosen.root else {
        return Err(Error::usage(Message::new("cli-who-input")).hint(Message::new("cli-who-input-hint")));
    };
    let revision = Revision::open(chosen.revision.as_deref().unwrap_or("HEAD"), Some(root), session)?;
    let lineage = revision.lineage(is_kept, session)?;
    let wordings = Wordings::of(&lineage, Vec::new(), &revision.ignored);
    let found = touched(&chosen.policy, register, &wordings, &|path| lineage.chronicle.path_of(path));
    tell_unread(&lineage, session);
    Ok((credits(&lineage.chronicle, revision.people), found))
}

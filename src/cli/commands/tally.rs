//! `gaceta tally`: who wrote the words of a policy.

mod arguments;
mod authors;
mod identities;

pub(super) use arguments::command;

use super::Verdict;
use crate::blame::{Wanted, find, sections_of};
use crate::cli::date;
use crate::cli::lineage::{self, Revision};
use crate::cli::session::Session;
use crate::error::Result;
use crate::model::DocumentPath;
use crate::policy::Policy;
use crate::provenance::Lineage;
use crate::report::Tallied;
use crate::tally::{Request, Survival, Tally};
use arguments::Arguments;
use clap::ArgMatches;

pub(super) fn run(matches: &ArgMatches, session: &mut Session<'_>) -> Result<Verdict> {
    if let Some((identities::NAME, matches)) = matches.subcommand() {
        return identities::run(matches, session);
    }
    let arguments = Arguments::of(matches)?;
    let until = arguments.until.as_deref().unwrap_or("HEAD");
    let revision = Revision::open(until, arguments.path.as_deref(), session)?;
    let lineage = revision.lineage(!arguments.ignores_cache, session)?;
    let Revision { repository, policy, paths, mut people, .. } = revision;
    if arguments.survival {
        let survival = survival(&policy, &lineage, &paths);
        let voice = session.voice();
        return session
            .write_with(|output| (arguments.format.survival)(&survival, voice, output))
            .map(|()| Verdict::Clean);
    }
    let mut counted = Vec::new();
    let mut first_day = None;
    if let Some(since) = &arguments.since {
        let before = repository.ancestors(since)?;
        counted = lineage.chronicle.commits.iter().map(|commit| !before.contains(&commit.id)).collect();
        first_day = repository.commit(since)?.committed.and_then(date::day_of);
    }
    for contribution in policy.contributions()? {
        // What was before that day counts for what was written before; what has no day counts always.
        if contribution.date.as_ref().zip(first_day.as_ref()).is_none_or(|(day, first)| day > first) {
            people.contribute(&contribution);
        }
    }
    let place = arguments
        .section
        .as_ref()
        .map(|name| find(&policy, &Wanted { name, paths: &paths, languages: &arguments.languages }));
    let place = place.transpose()?;
    let request = Request {
        policy: &policy,
        lineage: &lineage,
        paths: &paths,
        languages: &arguments.languages,
        coauthors: arguments.coauthors,
        counted,
    };
    let mut tally = Tally::of(&request, people)?;
    if let Some(place) = &place {
        tally.keep_sections(&place.path, &sections_of(&policy, place)?);
    }
    if let Some(file) = &arguments.check {
        return authors::check(file, &tally, session);
    }
    if let Some(file) = &arguments.write {
        let title = policy.manifest.title.get(session.words.locale().tag()).to_owned();
        return authors::write(file, &tally, &title, session);
    }
    let tallied = Tallied { policy: &policy, tally: &tally, by: arguments.by };
    let write = arguments.format.provenance.filter(|_| arguments.provenance).unwrap_or(arguments.format.write);
    let voice = session.voice();
    session.write_with(|output| write(tallied, voice, output))?;
    lineage::tell_unread(&lineage, session);
    tally.unread.iter().for_each(|error| session.tell(error));
    Ok(if tally.unread.is_empty() { Verdict::Clean } else { Verdict::Incomplete })
}

/// What became of the words of the documents at some paths, all of the policy's if there are none.
fn survival(policy: &Policy, lineage: &Lineage, paths: &[DocumentPath]) -> Survival {
    let counts = |path: &str| {
        let inside = lineage.chronicle.path_in_policy(path);
        let is_asked = |inside: &str| paths.is_empty() || paths.iter().any(|path| path.holds(inside));
        inside.is_some_and(|inside| policy.is_document(inside) && is_asked(inside))
    };
    Survival::of(lineage, &counts)
}

//! The policy of a revision and where its words came from: what the commands that tell authors begin with.

use super::progress::Progress;
use super::session::Session;
use super::source;
use crate::error::Result;
use crate::messages::Catalogue;
use crate::model::{DocumentPath, Message};
use crate::policy::Policy;
use crate::provenance::{Asked, Lineage};
use crate::repo::Repository;
use crate::tally::People;
use clap::{Arg, ArgAction, ArgMatches};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// `--no-cache`: whether what earlier runs found is left aside.
pub(super) fn no_cache(words: &Catalogue) -> Arg {
    Arg::new("no-cache").long("no-cache").action(ArgAction::SetTrue).help(words.word("cli-tally-no-cache-help"))
}

/// `--who`: whether it is told who made what.
pub(super) fn who(help: String, long_help: String) -> Arg {
    Arg::new("who").long("who").action(ArgAction::SetTrue).help(help).long_help(long_help)
}

/// With `--who`, whether what earlier runs found is used.
pub(super) fn chosen_who(matches: &ArgMatches) -> Option<bool> {
    matches.get_flag("who").then(|| !matches.get_flag("no-cache"))
}

/// A policy as it stands in a revision.
pub(super) struct Revision {
    /// The repository that it lies in.
    pub(super) repository: Repository,
    /// The policy.
    pub(super) policy: Policy,
    /// Its documents and folders that were named; empty for all of it.
    pub(super) paths: Vec<DocumentPath>,
    /// Those that its manifest tells of, and how the others want to be called.
    pub(super) people: People,
    /// The commits that only gave the text another form, by their ids.
    pub(super) ignored: BTreeSet<String>,
    name: String,
    root: PathBuf,
}

impl Revision {
    /// Opens the policy that a path leads to, that of the current folder where none is named; from here on the session may
    /// speak its language.
    ///
    /// # Errors
    /// If the path lies in no repository, there is no such revision, or the policy cannot be opened.
    pub(super) fn open(name: &str, path: Option<&Path>, session: &mut Session<'_>) -> Result<Self> {
        let (root, paths) = source::policy_of(&session.path(path.unwrap_or(Path::new("."))))?;
        let revision = Self::of(name, root)?;
        session.speak_with(&revision.policy);
        source::tell_skipped(&revision.policy, session);
        Ok(Self { paths, ..revision })
    }

    /// The policy that lies in a folder.
    ///
    /// # Errors
    /// As [`Revision::open`].
    pub(super) fn of(name: &str, root: PathBuf) -> Result<Self> {
        let repository = Repository::discover(&root)?;
        let files = repository.files(name, &root)?;
        let mailmap = repository.mailmap(&files)?;
        let ignored = repository.ignored_revisions(&files)?;
        let policy = Policy::open(Box::new(files))?;
        let people = People::new(&policy.manifest, mailmap);
        Ok(Self { repository, policy, paths: Vec::new(), people, name: name.to_owned(), root, ignored })
    }

    /// Follows its words through the history; what was found before may be used, and what is found kept, if it `is_kept`.
    ///
    /// # Errors
    /// If the history cannot be read.
    pub(super) fn lineage(&self, is_kept: bool, session: &Session<'_>) -> Result<Lineage> {
        let asked = Asked { revision: &self.name, folder: &self.root, ignored: &self.ignored, is_kept };
        let progress = Progress::new(session);
        Lineage::of(&self.repository, &asked, &mut |number, total| progress.show_followed(number, total))
    }
}

/// Names the versions of documents that could not be read, so that nobody takes their words for somebody else's.
pub(super) fn tell_unread(lineage: &Lineage, session: &mut Session<'_>) {
    let Lineage { chronicle, provenance } = lineage;
    let unread = || provenance.unread.iter().filter(|(path, _)| chronicle.is_in_policy(path));
    let Some((path, commit)) = unread().next() else { return };
    let id = chronicle.commits.get(*commit).map_or("", |commit| commit.id.get(..12).unwrap_or_default());
    let message = Message::new("cli-tally-unread").with("file", path.as_str()).with("revision", id);
    session.notice(&message.with("others", unread().count() - 1));
}

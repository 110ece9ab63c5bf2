//! What the history tells of an edition: found once for all languages and formats.
//!
//! 1. Where the policy lies in no repository there is nothing to tell;
//! 2. the last release before what is published is compared with it, and the changes are told in each language;
//! 3. the words of the commit are traced to those who wrote them, if an annex names them.
//!
//! An edition is whole without its history: what cannot be had of it is left out. Where the clone lacks what an annex is
//! for, nothing is said of it in the edition, and that is told.

use super::date;
use super::lineage::Revision;
use super::session::Session;
use crate::diff::{self, Change, Comparison};
use crate::edition::{Background, Changes, Credits, LanguageBackground, ReleasedVersion};
use crate::error::Result;
use crate::messages::{Catalogue, Locale};
use crate::model::{Annex, DocumentPath, Language, Message};
use crate::policy::{IndexedPolicy, Policy};
use crate::repo::{Release, Repository};
use crate::report::{self, Compared, VersionName};
use crate::tally::{Coauthors, Request, TalliedDocument, Tally};
use std::path::Path;

/// What is published, and where it comes from.
pub(super) struct Published<'a> {
    /// The policy.
    pub(super) policy: &'a IndexedPolicy,
    /// Where it lies.
    pub(super) root: &'a Path,
    /// The commit whose texts it has; none for texts that were not committed.
    pub(super) commit: Option<&'a str>,
    /// The commit up to which releases are told of; the one that the work tree stands on if none is named.
    pub(super) until: Option<&'a str>,
}

/// What the history tells of the policy that is to be published, in each of its languages.
///
/// # Errors
/// If the names of releases in the manifest are no patterns.
pub(super) fn of(published: &Published<'_>, session: &mut Session<'_>) -> Result<Background> {
    let root = published.root;
    let Ok(repository) = Repository::discover(root) else { return Ok(Background::default()) };
    let revision = published.commit.unwrap_or("HEAD");
    let Ok(commit) = repository.commit(revision) else { return Ok(Background::default()) };
    let is_release = published.policy.release_names()?;
    let until = repository.commit(published.until.unwrap_or("HEAD")).unwrap_or_else(|_| commit.clone()).id;
    let mut releases = repository.releases(&until, &is_release).unwrap_or_default();
    releases.dedup_by(|later, first| later.commit.id == first.commit.id);
    let is_latest = releases.first().is_none_or(|last| {
        last.commit.id == commit.id
            || repository.ancestors(revision).is_ok_and(|ancestors| ancestors.contains(&last.commit.id))
    });
    let own = releases.iter().find(|release| release.commit.id == commit.id);
    let last = super::source::last_release(published.policy, &repository, published.commit);
    let lacks_release = last.is_none() && repository.is_cut(revision);
    let versions = last.map(|last| Versions::of(last, published, &repository, own.map(|release| release.tag.clone())));
    let lacks_changes = lacks_release || versions.as_ref().is_some_and(Option::is_none);
    let versions = versions.flatten();
    let is_wanted = |annex: Annex| published.policy.manifest.edition.annexes().contains(&annex);
    let traced = is_wanted(Annex::Credits).then(|| Revision::of(revision, root.to_owned()).ok()).flatten();
    let is_traced = traced.is_some();
    let mut written = traced.and_then(|revision| tally(revision, session));
    let missing = match (is_traced && written.is_none(), lacks_changes && is_wanted(Annex::Changes)) {
        (true, true) => Some("both"),
        (true, false) => Some("authors"),
        (false, true) => Some("changes"),
        (false, false) => None,
    };
    if let Some((missing, hint)) = missing.zip(repository.completion_hint()) {
        session.notice(&Message::new("cli-build-history-cut").with("missing", missing));
        session.notice(&hint);
    }
    let tell = |language: Language| {
        let words = Catalogue::of(Locale::from_tag(language.as_str()).unwrap_or(Locale::English));
        let changes = versions.as_ref().map(|versions| versions.changes(&language, published.policy, words));
        let credits = written.as_mut().and_then(|written| written.credits(&language, words));
        (language, LanguageBackground { changes, credits })
    };
    Ok(Background {
        languages: published.policy.languages().into_iter().map(tell).collect(),
        successor: releases.first().filter(|_| !is_latest).map(|release| release.tag.clone()),
        releases: releases.iter().map(released).collect(),
        commit: Some(commit.id),
        until: Some(until),
    })
}

fn released(release: &Release) -> ReleasedVersion {
    ReleasedVersion { name: release.tag.clone(), date: release.commit.committed.and_then(date::day_of) }
}

/// The last release before what is published, and what is published.
struct Versions {
    old: VersionName,
    old_date: Option<String>,
    new: VersionName,
    comparison: Comparison,
    names: Vec<Vec<DocumentPath>>,
}

impl Versions {
    /// Nothing where the clone lacks the release, or a part of it.
    ///
    /// What is published is called by its version, else by its own tag, and not as somebody happened to name the revision.
    fn of(release: Release, published: &Published<'_>, repository: &Repository, tag: Option<String>) -> Option<Self> {
        let (policy, root) = (published.policy, published.root);
        let old = Policy::open(Box::new(repository.files_of(&release, root).ok()?)).ok()?;
        let revision = published.commit.unwrap_or("HEAD");
        let renames = repository.renames(&release.commit.id, revision, root, &|path| policy.is_document(path)).ok()?;
        let ends = |names: &Vec<DocumentPath>| Some((names.first()?.clone(), names.last()?.clone()));
        let pairs: Vec<_> = renames.chains.iter().filter_map(ends).collect();
        let name = policy.manifest.version.clone().or_else(|| tag.filter(|_| published.commit.is_some()));
        let comparison = diff::compare(&old, policy, &pairs);
        if !comparison.unread.is_empty() && repository.completion_hint().is_some() {
            return None;
        }
        Some(Self {
            old_date: release.commit.committed.and_then(date::day_of),
            old: VersionName { name: Some(release.tag), commit: Some(release.commit.id) },
            new: VersionName { name, commit: None },
            comparison,
            names: renames.chains,
        })
    }

    /// What changed in a language.
    fn changes(&self, language: &Language, policy: &Policy, words: &Catalogue) -> Changes {
        let own = |change: &Change| {
            let mut places = change.new.iter().chain(&change.old);
            places.any(|place| place.language.as_ref().is_none_or(|own| own.is_meant_by(language)))
        };
        let comparison = Comparison {
            changes: self.comparison.changes.iter().filter(|change| own(change)).cloned().collect(),
            bump: self.comparison.bump,
            is_part: true,
            unread: Vec::new(),
        };
        let compared = Compared {
            comparison: &comparison,
            old: &self.old,
            new: &self.new,
            names: &self.names,
            next: None,
            made: None,
        };
        let dates = (self.old_date.clone(), policy.files.committed().and_then(date::day_of));
        let story = report::story(compared, dates, words);
        Changes { since: self.old.name.clone().unwrap_or_default(), story, comparison }
    }
}

/// Who wrote the words of a revision; nothing where the history cannot be read or is not all there.
fn tally(revision: Revision, session: &Session<'_>) -> Option<Written> {
    let lineage = revision.lineage(true, session).ok()?;
    let Revision { policy, mut people, .. } = revision;
    for contribution in policy.contributions().ok()? {
        people.contribute(&contribution);
    }
    let request = Request {
        policy: &policy,
        lineage: &lineage,
        paths: &[],
        languages: &[],
        coauthors: Coauthors::default(),
        counted: Vec::new(),
    };
    let mut tally = Tally::of(&request, people).ok()?;
    // Words of a version that the clone lacks would pass for those of the next one's author.
    let mut lacking = lineage.provenance.unread.iter().filter(|(path, _)| lineage.chronicle.is_in_policy(path));
    let is_known = tally.unread.is_empty() && lacking.next().is_none();
    let is_whole = is_known && !tally.commits.iter().any(|commit| commit.is_cut);
    let documents = std::mem::take(&mut tally.documents);
    is_whole.then_some(Written { policy, tally, documents })
}

/// Who wrote the words of a revision.
struct Written {
    policy: Policy,
    /// The tally without its documents.
    tally: Tally,
    documents: Vec<TalliedDocument>,
}

impl Written {
    /// Who wrote the words of a language; nothing if nobody is known.
    fn credits(&mut self, language: &Language, words: &Catalogue) -> Option<Credits> {
        let is_own = |own: Option<&Language>| own.is_none_or(|own| own.is_meant_by(language));
        let own = self.documents.iter().filter(|document| is_own(document.language.as_ref()));
        self.tally.documents = own.cloned().collect();
        let credits = report::edition_credits(&self.tally, &self.policy, words);
        Some(credits).filter(|credits| !credits.people.is_empty())
    }
}

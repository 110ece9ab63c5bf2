//! `gaceta build`: the editions of a policy.

mod verify;

use super::Verdict;
use crate::cli::background::{self, Published};
use crate::cli::progress::Progress;
use crate::cli::session::Session;
use crate::cli::{date, options, source, written};
use crate::edition::{self, Background, BuildRequest, Built, BuiltFile, EditionFormat, Origin};
use crate::error::Result;
use crate::messages::Catalogue;
use crate::model::{Language, Message};
use crate::policy::{IndexedPolicy, Policy, Texts};
use crate::repo::Observed;
use clap::{Arg, ArgAction, ArgMatches, Command, ValueHint, value_parser};
use std::mem::ManuallyDrop;
use std::path::{Path, PathBuf};

/// Where editions go if nothing else is said.
const DEFAULT_FOLDER: &str = "public";

pub(super) fn command(command: Command, words: &Catalogue) -> Command {
    command
        .about(words.word("cli-build-about"))
        .long_about(words.word("cli-build-long-about"))
        .after_long_help(words.word("cli-build-examples"))
        .arg(
            Arg::new("path")
                .value_name(words.word("cli-value-path"))
                .value_parser(value_parser!(PathBuf))
                .value_hint(ValueHint::DirPath)
                .help(words.word("cli-build-path-help"))
                .long_help(words.word("cli-build-path-long-help")),
        )
        .arg(options::editions(words))
        .arg(options::languages(
            words.word("cli-build-language-help"),
            words.word("cli-build-language-long-help"),
            words,
        ))
        .arg(options::revision(words.word("cli-build-at-help"), words.word("cli-build-at-long-help"), words))
        .arg(
            options::folder(words.word("cli-build-out-help"), words.word("cli-build-out-long-help"), words)
                .default_value(DEFAULT_FOLDER),
        )
        .arg(
            Arg::new("verify")
                .long("verify")
                .value_name(words.word("cli-value-folder"))
                .value_parser(value_parser!(PathBuf))
                .value_hint(ValueHint::DirPath)
                .conflicts_with("out")
                .help(words.word("cli-build-verify-help"))
                .long_help(words.word("cli-build-verify-long-help")),
        )
        .arg(
            Arg::new("trust-templates")
                .long("trust-templates")
                .action(ArgAction::SetTrue)
                .help(words.word("cli-build-trust-templates-help"))
                .long_help(words.word("cli-build-trust-templates-long-help")),
        )
}

struct Arguments {
    path: Option<PathBuf>,
    formats: Vec<&'static EditionFormat>,
    languages: Vec<Language>,
    at: Option<String>,
    /// The commit up to which releases are told of, if not the one that the work tree stands on.
    history: Option<String>,
    out: PathBuf,
    trust_templates: bool,
}

impl Arguments {
    fn of(matches: &ArgMatches) -> Result<Self> {
        Ok(Self {
            path: matches.get_one("path").cloned(),
            formats: options::chosen_editions(matches),
            languages: options::chosen_languages(matches)?,
            at: matches.get_one("at").cloned(),
            history: None,
            out: matches.get_one("out").cloned().expect("the parser has a default"),
            trust_templates: matches.get_flag("trust-templates"),
        })
    }
}

pub(super) fn run(matches: &ArgMatches, session: &mut Session<'_>) -> Result<Verdict> {
    let arguments = Arguments::of(matches)?;
    if let Some(folder) = matches.get_one::<PathBuf>("verify") {
        return verify::run(folder, arguments, session);
    }
    let Some((policy, built, _)) = built(&arguments, session)? else { return Ok(Verdict::Incomplete) };
    edition::output::write(&session.path(&arguments.out), &built.files)?;
    announce(&built.files, &arguments.out, session)?;
    let verdict = Verdict::of(&built.findings, false);
    session.tell_findings(&policy, built.findings);
    Ok(verdict)
}

/// The policy, all files of its editions, and where their text comes from; nothing if documents could not be read, which
/// is told.
fn built(arguments: &Arguments, session: &mut Session<'_>) -> Result<Option<(IndexedPolicy, Built, Origin)>> {
    let chosen = source::policy(arguments.path.as_deref(), arguments.at.as_deref(), session)?;
    let (root, revision) = (chosen.root.unwrap_or_default(), chosen.revision);
    let origin = match &revision {
        Some(revision) => Origin::of_revision(revision, &root)?,
        None => Origin::of_texts(&chosen.policy, &root),
    };
    let (files, asked) = Observed::new(chosen.policy.files);
    let policy = Policy { files: Box::new(files), ..chosen.policy };
    let mut texts = Texts::of(&policy);
    let (policy, documents) = texts.indexed(policy);
    // The program is about to end when these are needed no more: they are not taken apart piece by piece.
    let documents = ManuallyDrop::new(documents);
    if !policy.unread.is_empty() {
        // An edition without some of its documents would pass for the whole policy.
        policy.unread.iter().for_each(|error| session.tell(error));
        return Ok(None);
    }
    tell_left_out(&policy, session);
    let formats: Vec<&EditionFormat> =
        if arguments.formats.is_empty() { edition::FORMATS.iter().collect() } else { arguments.formats.clone() };
    let until = arguments.history.as_deref();
    let published = Published { policy: &policy, root: &root, commit: origin.commit(), until };
    let tells_history = formats.iter().any(|format| format.tells_history);
    let background = if tells_history { background::of(&published, session)? } else { Background::default() };
    let files = &*policy.files;
    let request = BuildRequest {
        languages: arguments.languages.clone(),
        formats,
        background,
        date: date::edition_date(session.environment.source_date().as_deref(), &policy)?,
        templates: arguments.trust_templates.then(|| edition::template::policy_templates(files)).transpose()?,
    };
    let progress = Progress::new(session);
    let mut built = edition::build_of(&policy, &documents, &request, &mut |step| progress.show(step))?;
    drop(progress);
    let origin = if revision.is_some() { origin } else { origin.with_files(&policy, &root, &asked.paths()) };
    edition::set::close(&policy, &mut built, &origin);
    Ok(Some((policy, built, origin)))
}

/// Tells what was written: each file, those inside a folder together.
fn announce(files: &[BuiltFile], out: &Path, session: &mut Session<'_>) -> Result<()> {
    let mut told: Vec<(String, usize)> = Vec::new();
    for BuiltFile { path, bytes, .. } in files {
        let name = path.split_once('/').map_or_else(|| path.clone(), |(folder, _)| format!("{folder}/"));
        match told.iter_mut().find(|(known, _)| *known == name) {
            Some((_, size)) => *size += bytes.len(),
            None => told.push((name, bytes.len())),
        }
    }
    told.iter().try_for_each(|(name, size)| written::announce(session, &out.join(name), *size))
}

/// Tells which documents are in no edition, because only the others have a language.
fn tell_left_out(policy: &IndexedPolicy, session: &mut Session<'_>) {
    let without: Vec<_> = policy.documents.iter().filter(|entry| entry.language.is_none()).collect();
    let Some(first) = without.first().filter(|_| without.len() < policy.documents.len()) else { return };
    let file = policy.files.display(&first.path);
    session.notice(&Message::new("cli-no-language").with("file", file).with("others", without.len() - 1));
}

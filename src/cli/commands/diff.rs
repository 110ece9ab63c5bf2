//! `gaceta diff`: what changed between two versions of a policy.

use super::Verdict;
use crate::cli::redline::Form;
use crate::cli::session::Session;
use crate::cli::versions::{self, Asked, Versions};
use crate::cli::{lineage, options, redline, who};
use crate::diff::{self, Change, Comparison, Event, Place, Unit};
use crate::error::{Error, Result};
use crate::messages::Catalogue;
use crate::model::{DocumentPath, Language, Message, nearest};
use crate::policy;
use crate::repo;
use crate::report::{self, COMPARISON_FORMATS, Compared, Made};
use clap::{Arg, ArgAction, ArgMatches, Command, ValueHint, value_parser};
use std::collections::BTreeSet;
use std::fs::File;
use std::path::PathBuf;

pub(super) fn command(command: Command, words: &Catalogue) -> Command {
    command
        .about(words.word("cli-diff-about"))
        .long_about(words.word("cli-diff-long-about"))
        .after_long_help(words.word("cli-diff-examples"))
        .arg(
            Arg::new("old")
                .value_name(words.word("cli-value-old"))
                .value_hint(ValueHint::AnyPath)
                .help(words.word("cli-diff-old-help"))
                .long_help(words.word("cli-diff-old-long-help")),
        )
        .arg(
            Arg::new("new")
                .value_name(words.word("cli-value-new"))
                .value_hint(ValueHint::AnyPath)
                .help(words.word("cli-diff-new-help"))
                .long_help(words.word("cli-diff-new-long-help")),
        )
        .args(selecting(words))
        .args(redline::arguments(words))
        .arg(
            Arg::new("stat")
                .long("stat")
                .action(ArgAction::SetTrue)
                .conflicts_with_all(["format", "out"])
                .help(words.word("cli-diff-stat-help")),
        )
        .arg(
            Arg::new("check-notes")
                .long("check-notes")
                .value_name(words.word("cli-value-file"))
                .value_parser(value_parser!(PathBuf))
                .value_hint(ValueHint::FilePath)
                .help(words.word("cli-diff-check-notes-help"))
                .long_help(words.word("cli-diff-check-notes-long-help")),
        )
        .arg(
            Arg::new("exit-code")
                .long("exit-code")
                .action(ArgAction::SetTrue)
                .help(words.word("cli-diff-exit-code-help")),
        )
        .arg(lineage::who(words.word("cli-diff-who-help"), words.word("cli-diff-who-long-help")).conflicts_with("stat"))
        .arg(lineage::no_cache(words).requires("who"))
}

/// The options that say what is compared.
fn selecting(words: &Catalogue) -> [Arg; 4] {
    [
        Arg::new("path")
            .long("path")
            .value_name(words.word("cli-value-path"))
            .value_parser(value_parser!(PathBuf))
            .value_hint(ValueHint::AnyPath)
            .help(words.word("cli-diff-path-help"))
            .long_help(words.word("cli-diff-path-long-help")),
        Arg::new("section")
            .long("section")
            .value_name(words.word("cli-value-section"))
            .help(words.word("cli-diff-section-help"))
            .long_help(words.word("cli-diff-section-long-help")),
        options::languages(words.word("cli-diff-language-help"), words.word("cli-diff-language-long-help"), words),
        Arg::new("cached")
            .long("cached")
            .visible_alias("staged")
            .action(ArgAction::SetTrue)
            .conflicts_with("new")
            .help(words.word("cli-diff-cached-help")),
    ]
}

struct Arguments {
    asked: Asked,
    section: Option<String>,
    languages: Vec<Language>,
    form: Form,
    out: Option<PathBuf>,
    stat: bool,
    exit_code: bool,
    notes: Option<PathBuf>,
    /// Whether what earlier runs found of the history is used; none if nobody asked who.
    who: Option<bool>,
}

impl Arguments {
    fn of(matches: &ArgMatches) -> Result<Self> {
        Ok(Self {
            asked: Asked {
                old: matches.get_one("old").cloned(),
                new: matches.get_one("new").cloned(),
                path: matches.get_one("path").cloned(),
                cached: matches.get_flag("cached"),
            },
            section: matches.get_one::<String>("section").map(|id| id.trim_start_matches('#').to_owned()),
            languages: options::chosen_languages(matches)?,
            form: redline::chosen(matches),
            out: matches.get_one("out").cloned(),
            stat: matches.get_flag("stat"),
            exit_code: matches.get_flag("exit-code"),
            notes: matches.get_one("check-notes").cloned(),
            who: lineage::chosen_who(matches),
        })
    }
}

pub(super) fn run(matches: &ArgMatches, session: &mut Session<'_>) -> Result<Verdict> {
    let arguments = Arguments::of(matches)?;
    arguments.form.check(arguments.out.as_deref(), session)?;
    let versions = versions::open(&arguments.asked, session)?;
    versions::tell_skipped(&versions, session);
    let renamed = |names: &Vec<DocumentPath>| Some((names.first()?.clone(), names.last()?.clone()));
    let renamed: Vec<_> = versions.names.iter().filter_map(renamed).collect();
    let mut comparison = diff::compare(&versions.old, &versions.new, &renamed);
    narrow(&mut comparison, &versions, &arguments)?;
    let left_out = leave_unmentioned(&mut comparison, &versions, &arguments, session)?;
    let known = arguments.who.map(|is_kept| who::of_changes(&comparison, &versions, is_kept, session)).transpose()?;
    let next = versions.old_name.name.as_deref().and_then(|name| comparison.bump.after(name));
    let compared = Compared {
        comparison: &comparison,
        old: &versions.old_name,
        new: &versions.new_name,
        names: if versions.are_files { &[] } else { &versions.names },
        next: next.as_deref(),
        made: known.as_ref().map(|(credits, makers)| Made { credits, makers }),
    };
    let out = arguments.out.as_deref();
    // That the notes are complete is told already.
    let is_said = arguments.notes.is_some() && !left_out;
    match arguments.form {
        _ if arguments.stat => session.write(report::comparison_stat(compared, session.voice()).as_bytes())?,
        Form::Told(format) if is_said && format.name == COMPARISON_FORMATS[0].name => {}
        Form::Told(format) => redline::tell(format, compared, out, session)?,
        Form::Drawn(format) => {
            let story = redline::story(compared, &versions, session)?;
            redline::draw(format, versions, (&comparison, story), out, session)?;
        }
    }
    Ok(match () {
        () if !comparison.unread.is_empty() => Verdict::Incomplete,
        () if left_out => Verdict::Faulty,
        () if arguments.exit_code && !comparison.changes.is_empty() => Verdict::Faulty,
        () => Verdict::Clean,
    })
}

/// With `--check-notes`, leaves the changes that the notes do not mention; tells whether there are any.
fn leave_unmentioned(
    comparison: &mut Comparison,
    versions: &Versions,
    arguments: &Arguments,
    session: &mut Session<'_>,
) -> Result<bool> {
    let Some(path) = &arguments.notes else { return Ok(false) };
    let shown = path.display().to_string();
    let failed = |cause| Error::io(Message::new("cli-diff-no-notes"), shown.as_str(), cause);
    let bytes = repo::read_whole(File::open(session.path(path)).map_err(failed)?, &shown)?;
    let text = String::from_utf8_lossy(&bytes).into_owned();
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let own = DocumentPath::new(&name)
        .unwrap_or_else(|| versions.new.paths.first().cloned().expect("a policy has documents"));
    let notes = versions.new.parse(&own, &text);
    // The notes themselves are no change that notes would mention.
    comparison
        .changes
        .retain(|change| !change.new.iter().chain(&change.old).any(|place| place.path.file_name() == name));
    let old = versions.old_name.name.as_deref().unwrap_or("");
    let missing = diff::unmentioned(&comparison.changes, &notes, old, versions.new_name.name.as_deref());
    let missing: Vec<Change> = missing.into_iter().cloned().collect();
    session.notice(&match missing.len() {
        0 => Message::new("cli-diff-notes-complete").with("file", shown),
        count => Message::new("cli-diff-notes-incomplete").with("file", shown).with("count", count),
    });
    comparison.changes = missing;
    comparison.is_part = true;
    Ok(!comparison.changes.is_empty())
}

/// Leaves the changes that were asked for.
fn narrow(comparison: &mut Comparison, versions: &Versions, arguments: &Arguments) -> Result<()> {
    comparison.is_part = !versions.paths.is_empty() || !arguments.languages.is_empty() || arguments.section.is_some();
    let changes = &mut comparison.changes;
    if versions.are_files {
        changes.retain(|change| !(change.unit == Unit::Document && change.event == Event::Renamed));
    }
    let any = |change: &Change, holds: &dyn Fn(&Place) -> bool| change.old.iter().chain(&change.new).any(holds);
    if !versions.paths.is_empty() {
        let holds = |chosen: &DocumentPath, path: &DocumentPath| {
            path == chosen || path.as_str().starts_with(&format!("{chosen}/"))
        };
        let is_below = |path: &DocumentPath| versions.paths.iter().any(|chosen| holds(chosen, path));
        let documents = || versions.old.paths.iter().chain(&versions.new.paths);
        if let Some(missing) = versions.paths.iter().find(|chosen| !documents().any(|path| holds(chosen, path))) {
            let error = Error::usage(Message::new("error-no-such-document").with("path", missing));
            return Err(error.hint(Message::new("error-no-such-document-hint")));
        }
        changes.retain(|change| any(change, &|place| is_below(&place.path)));
    }
    if !arguments.languages.is_empty() {
        let is_chosen = |place: &Place| {
            let own = place.language.as_ref();
            own.is_some_and(|own| arguments.languages.iter().any(|chosen| own.is_meant_by(chosen)))
        };
        let has_change = |wanted: &&Language| {
            let is_in = |place: &Place| place.language.as_ref().is_some_and(|own| own.is_meant_by(wanted));
            changes.iter().any(|change| any(change, &is_in))
        };
        if !arguments.languages.iter().all(|wanted| has_change(&wanted)) {
            check_languages(&arguments.languages, versions)?;
        }
        changes.retain(|change| any(change, &is_chosen));
    }
    if let Some(section) = &arguments.section {
        check_section(section, versions)?;
        changes.retain(|change| any(change, &|place| place.sections.contains(section)));
    }
    Ok(())
}

/// Refuses a language in which neither version has a document.
fn check_languages(wanted: &[Language], versions: &Versions) -> Result<()> {
    let mut known = BTreeSet::new();
    for policy in [&versions.new, &versions.old] {
        for path in &policy.paths {
            let Ok(text) = policy.text(path) else { continue };
            known.extend(policy.language_of(&policy.parse(path, &text)));
        }
    }
    policy::check_languages(wanted, &known)
}

/// Refuses a section that neither version has.
fn check_section(section: &str, versions: &Versions) -> Result<()> {
    let mut known = Vec::new();
    for policy in [&versions.new, &versions.old] {
        for path in &policy.paths {
            let Ok(text) = policy.text(path) else { continue };
            let document = policy.parse(path, &text);
            if document.all_sections().any(|own| own.anchor == section) {
                return Ok(());
            }
            known.extend(document.all_sections().map(|own| own.anchor.clone()));
        }
    }
    let error = Error::usage(Message::new("cli-diff-no-section").with("section", section));
    Err(match nearest(section, known.iter().map(|anchor| (anchor, anchor))).first() {
        Some(meant) => error.hint(Message::new("cli-hint-similar").with("name", meant.as_str())),
        None => error.hint(Message::new("cli-diff-no-section-hint")),
    })
}

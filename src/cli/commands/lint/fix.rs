//! `gaceta lint --fix`: mends what can be mended, or shows with `--diff` what would be.
//!
//! 1. The documents of a folder are mended in their place, and what is left is told as without `--fix`;
//! 2. a document on standard input goes to standard output, mended or as it came, and the rest is told aside;
//! 3. with `--diff` nothing is written but the difference.

use super::{Action, Arguments, Verdict, verdict};
use crate::align;
use crate::cli::session::Session;
use crate::cli::source::Chosen;
use crate::error::Result;
use crate::lint::{self, Mending};
use crate::model::{Message, Severity};
use crate::repo::{Draft, Files};
use crate::report::{self, Linted};

pub(super) fn run(
    chosen: Vec<Chosen>,
    is_input: bool,
    arguments: &Arguments,
    session: &mut Session<'_>,
) -> Result<Verdict> {
    let is_shown_only = arguments.action == Action::ShowFixes;
    let mut all = Vec::new();
    for chosen in chosen {
        let options = arguments.options(&chosen, session)?;
        let mut policy = chosen.policy;
        let mut draft = None;
        if is_shown_only || is_input {
            let files = Draft::of(policy.files);
            policy.files = Box::new(files.clone());
            draft = Some(files);
        }
        all.push((lint::mend(policy, &options)?, draft));
    }
    let mut verdict = if is_shown_only {
        show_difference(&all, arguments, session)?
    } else {
        tell_rest(&all, is_input, arguments, session)?
    };
    // What is said aside comes after the results, in a terminal too.
    session.finish()?;
    for error in all.iter().flat_map(|(mending, _)| &mending.unwritten) {
        session.tell(error);
        verdict = Verdict::Incomplete;
    }
    tell_sums(&all, is_shown_only, session);
    Ok(verdict)
}

/// Tells what is left to mend.
fn tell_rest(
    all: &[(Mending, Option<Draft>)],
    is_input: bool,
    arguments: &Arguments,
    session: &mut Session<'_>,
) -> Result<Verdict> {
    let linted: Vec<Linted<'_>> =
        all.iter().map(|(mending, _)| Linted { policy: &mending.policy, outcome: &mending.after }).collect();
    if is_input {
        for (mending, _) in all {
            for path in mending.policy.files.list()? {
                session.write(&mending.policy.files.read(&path)?)?;
            }
        }
        let voice = session.voice_aside();
        session.write_aside_with(|output| (arguments.write)(&linted, voice, output));
    } else {
        let voice = session.voice();
        session.write_with(|output| (arguments.write)(&linted, voice, output))?;
    }
    Ok(verdict(&linted, arguments.strict))
}

/// Shows what would be mended. The verdict is on the documents as they are.
fn show_difference(
    all: &[(Mending, Option<Draft>)],
    arguments: &Arguments,
    session: &mut Session<'_>,
) -> Result<Verdict> {
    let mut verdict = Verdict::Clean;
    for (mending, draft) in all {
        let policy = &mending.policy;
        for (path, draft) in draft.iter().flat_map(|draft| mending.changed.iter().map(move |path| (path, draft))) {
            let (old, new) = (draft.original(path)?, draft.read(path)?);
            // Only what was read as UTF-8 has been mended.
            let (old, new) = (String::from_utf8_lossy(&old), String::from_utf8_lossy(&new));
            let unified = align::unified(&old, &new, &policy.files.display(path));
            let text = report::diff(&unified, session.voice().style);
            session.write(text.as_bytes())?;
        }
        for unread in &mending.after.unread {
            session.tell(unread);
            verdict = Verdict::Incomplete;
        }
        let counts = |severity| arguments.strict || severity == Severity::Error;
        if verdict == Verdict::Clean && mending.before.is_some_and(counts) {
            verdict = Verdict::Faulty;
        }
    }
    Ok(verdict)
}

/// Tells how much was mended, or would be.
fn tell_sums(all: &[(Mending, Option<Draft>)], is_shown_only: bool, session: &mut Session<'_>) {
    let sum = |count: fn(&Mending) -> usize| all.iter().map(|(mending, _)| count(mending)).sum::<usize>();
    let applied = sum(|mending| mending.applied);
    let documents = Message::new("error-summary-documents").with("count", sum(|mending| mending.changed.len()));
    let id = match (applied, is_shown_only) {
        (0, _) => "cli-lint-nothing-fixed",
        (_, false) => "cli-lint-fixed",
        (_, true) => "cli-lint-fixable",
    };
    session.notice(&Message::new(id).with("count", applied).with("documents", documents));
    let left = sum(|mending| mending.left);
    if left > 0 {
        session.notice(&Message::new("cli-lint-fixes-left").with("count", left));
    }
}

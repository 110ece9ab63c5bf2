//! What a redline says beside the text: the editions draw it.

use super::sentences::{address, class_word, counts, event, name, origin, place, proposal, words_changed};
use super::{Compared, VersionName};
use crate::diff::{Change, Event, Piece, State, Unit};
use crate::edition::{Story, StoryChange, StoryVersion};
use crate::messages::Catalogue;
use crate::model::{DocumentPath, Message};
use crate::report::credits::Line;

/// A comparison in words; `dates` are those of the old and the new version, where they are known.
#[must_use]
pub fn story(compared: Compared<'_>, dates: (Option<String>, Option<String>), words: &Catalogue) -> Story {
    let title =
        Message::new("redline-title").with("old", name(compared.old, words)).with("new", name(compared.new, words));
    let version = |role, version: &VersionName, date| StoryVersion {
        role: words.word(role),
        name: full_name(version, words),
        date,
    };
    let changes = compared.comparison.changes.iter().enumerate();
    Story {
        title: words.text(&title),
        versions: vec![version("redline-before", compared.old, dates.0), version("redline-now", compared.new, dates.1)],
        summary: summary(compared, words),
        changes: changes
            .filter_map(|(number, change)| Some((number, told((number, change), compared, words)?)))
            .collect(),
        unchanged: 0,
    }
}

/// The name of a version, and its commit where the name does not say it.
fn full_name(version: &VersionName, words: &Catalogue) -> String {
    let name = name(version, words);
    match version.commit.as_ref().and_then(|commit| commit.get(..COMMIT_SHOWN)) {
        Some(commit) if !name.starts_with(commit) => format!("{name} ({commit})"),
        _ => name,
    }
}

/// How many digits of a commit's id are shown.
const COMMIT_SHOWN: usize = 10;

fn summary(compared: Compared<'_>, words: &Catalogue) -> Vec<String> {
    let counted = counts(compared, words);
    if counted.is_empty() {
        return vec![words.word("redline-nothing")];
    }
    let counted = words.text(&Message::new("redline-counts").with("counts", counted.join(", ")));
    let sentences = [Some(counted), Some(words_changed(compared, words)), proposal(compared, words)];
    sentences.into_iter().flatten().collect()
}

fn told((number, change): (usize, &Change), compared: Compared<'_>, words: &Catalogue) -> Option<StoryChange> {
    let place = place(change)?;
    let event = event(change, words);
    let mut details = details(change, compared.names, words);
    details.extend(compared.made_by(number, words).iter().map(Line::text));
    Some(StoryChange {
        class: words.word(class_word(change.class)),
        event: Some(event).filter(|_| !matches!(change.event, Event::Edited | Event::Metadata)),
        title: place.title.clone(),
        language: place.language.clone(),
        place: address(place),
        details,
        concerns_norms: change.class.concerns_norms(),
        path: change.gap.as_ref().map_or(&place.path, |(path, _)| path).clone(),
    })
}

/// What the text does not show of a change.
fn details(change: &Change, names: &[Vec<DocumentPath>], words: &Catalogue) -> Vec<String> {
    let mut details: Vec<String> = origin(change, names, words).into_iter().collect();
    details.extend(change.links.iter().map(|link| became(link.old.as_deref(), link.new.as_deref())));
    if change.unit == Unit::Metadata {
        let side = |without: State| {
            let pieces = change.redline.iter().filter(|piece| piece.state != without);
            pieces.map(|piece: &Piece| piece.text.as_str()).collect::<String>().trim().to_owned()
        };
        let (old, new) = (side(State::Added), side(State::Removed));
        details.push(became(Some(&old), Some(&new)));
    }
    details
}

/// `old → new`, with a dash for what there was or is not.
fn became(old: Option<&str>, new: Option<&str>) -> String {
    let side = |text: Option<&str>| text.filter(|text| !text.is_empty()).unwrap_or("—").to_owned();
    format!("{} → {}", side(old), side(new))
}

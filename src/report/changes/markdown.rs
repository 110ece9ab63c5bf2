//! Markdown for a comment on a proposed change.
//!
//! 1. What changed in all, then what concerns norms, then the rest by document, folded away;
//! 2. what would make the comment longer than forges take is left out, whole changes at a time, and counted.
//!
//! What was taken out is struck out, what was put in is bold, so that it is told without colours too. Text of a policy is
//! text in the comment: it makes no markup, no link, and calls nobody.

use super::sentences::{address, class_word, counts, event, name, origin, place, proposal, words_changed};
use super::{Compared, ComparisonFormat};
use crate::diff::{Change, Event, Piece, State};
use crate::model::Message;
use crate::report::Voice;
use crate::report::markdown::{LAST_SENTENCE, LONGEST, code, escaped, html};
use std::fmt::Write as _;
use std::io::{self, Write};

/// The format.
pub const FORMAT: ComparisonFormat = ComparisonFormat { name: "markdown", label: "error-format-markdown", write };

/// The longest that one change is shown, in characters of its text.
const LONGEST_CHANGE: usize = 4000;

/// A heading with the changes below it.
struct Group {
    before: String,
    items: Vec<String>,
    after: &'static str,
}

fn write(compared: Compared<'_>, voice: Voice<'_>, output: &mut dyn Write) -> io::Result<()> {
    let voice = voice.plain();
    let mut text = head(compared, voice);
    let mut room = (LONGEST - LAST_SENTENCE).saturating_sub(text.chars().count());
    let mut left_out = 0;
    for group in groups(compared, voice) {
        let frame = group.before.chars().count() + group.after.chars().count();
        let mut items = String::new();
        let mut taken = frame;
        for (number, item) in group.items.iter().enumerate() {
            taken += item.chars().count();
            if left_out > 0 || taken > room {
                left_out += group.items.len() - number;
                break;
            }
            items.push_str(item);
        }
        if !items.is_empty() {
            room = room.saturating_sub(frame + items.chars().count());
            let _ = write!(text, "{}{items}{}", group.before, group.after);
        }
    }
    if left_out > 0 {
        let more = Message::new("diff-more-changes").with("count", left_out);
        let _ = write!(text, "\n{}\n", escaped(&voice.words.text(&more)));
    }
    output.write_all(text.as_bytes())
}

fn head(compared: Compared<'_>, voice: Voice<'_>) -> String {
    let words = voice.words;
    let versions =
        Message::new("diff-versions").with("old", name(compared.old, words)).with("new", name(compared.new, words));
    let counted = counts(compared, words);
    if counted.is_empty() {
        let nothing = Message::new("diff-nothing").with("versions", words.text(&versions));
        return format!("**{}**\n", escaped(&words.text(&nothing)));
    }
    let summary =
        Message::new("diff-summary").with("versions", words.text(&versions)).with("counts", counted.join(", "));
    let mut text = format!("**{}**\n\n{}", escaped(&words.text(&summary)), escaped(&words_changed(compared, words)));
    if let Some(proposal) = proposal(compared, words) {
        let _ = write!(text, " {}", escaped(&proposal));
    }
    text.push('\n');
    text
}

fn groups(compared: Compared<'_>, voice: Voice<'_>) -> Vec<Group> {
    let changes: Vec<(usize, &Change)> = compared.comparison.changes.iter().enumerate().collect();
    let title = voice.words.word("diff-title-norms");
    let norms = changes
        .iter()
        .filter(|(_, change)| change.class.concerns_norms())
        .map(|change| item(*change, compared, voice))
        .collect();
    let mut groups = vec![Group { before: format!("\n### {}\n\n", escaped(&title)), items: norms, after: "" }];
    let rest: Vec<(usize, &Change)> =
        changes.into_iter().filter(|(_, change)| !change.class.concerns_norms()).collect();
    let path = |change: &Change| place(change).map(|place| place.path.clone());
    for of_document in rest.chunk_by(|(_, one), (_, other)| path(one) == path(other)) {
        let file =
            of_document.first().and_then(|(_, change)| path(change)).map_or_else(String::new, |path| path.to_string());
        let summary = format!("<summary><code>{}</code> ({})</summary>", html(&file), of_document.len());
        let items = of_document.iter().map(|change| item(*change, compared, voice)).collect();
        groups.push(Group { before: format!("\n<details>\n{summary}\n\n"), items, after: "\n</details>\n" });
    }
    groups
}

fn item((number, change): (usize, &Change), compared: Compared<'_>, voice: Voice<'_>) -> String {
    let words = voice.words;
    let mut item = format!("- **{}**", escaped(&words.word(class_word(change.class))));
    if !matches!(change.event, Event::Edited | Event::Metadata) {
        let _ = write!(item, ", {}", escaped(&event(change, words)));
    }
    if let Some(place) = place(change) {
        let _ = write!(item, " {}", code(&address(place)));
        if let Some(title) = &place.title {
            let _ = write!(item, " «{}»", escaped(title));
        }
    }
    if let Some(origin) = origin(change, compared.names, words) {
        let _ = write!(item, " ({})", escaped(&origin));
    }
    item.push('\n');
    for link in &change.links {
        let side = |target: &Option<String>| {
            target.as_deref().filter(|target| !target.is_empty()).map_or_else(|| "—".to_owned(), code)
        };
        let _ = write!(item, "\n  {} → {}\n", side(&link.old), side(&link.new));
    }
    let shown = shown(&change.redline);
    if !shown.is_empty() {
        let _ = write!(item, "\n  {shown}\n");
    }
    let made = compared.made_by(number, words);
    if !made.is_empty() {
        let made: Vec<String> = made.iter().map(|commit| format!("*{}*", commit.markdown())).collect();
        let _ = write!(item, "\n  {}\n", made.join("\\\n  "));
    }
    item.push('\n');
    item
}

/// The text of a change on one line; a very long one ends where a piece does.
fn shown(pieces: &[Piece]) -> String {
    if pieces.iter().all(|piece| piece.state == State::Kept) {
        return String::new();
    }
    let mut text = String::new();
    for piece in pieces {
        let (before, after) = match piece.state {
            State::Kept => ("", ""),
            State::Removed => ("<del>", "</del>"),
            State::Added => ("<ins>", "</ins>"),
        };
        if piece.text.starts_with(' ') && !text.is_empty() && !text.ends_with(' ') {
            text.push(' ');
        }
        let _ = write!(text, "{before}{}{after}", escaped(piece.text.trim()));
        if piece.text.ends_with(' ') {
            text.push(' ');
        }
        if text.chars().count() > LONGEST_CHANGE {
            text.push_str(" …");
            break;
        }
    }
    text
}

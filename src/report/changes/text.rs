//! Text for people: what was decided first, then the rest in the order of the text.
//!
//! On a wide screen the two versions of a sentence stand side by side, else in one another.

use super::sentences::{address, class_word, counts, event, name, origin, place, proposal, words_changed};
use super::{Compared, ComparisonFormat};
use crate::diff::{Change, Class, Event, Piece, State};
use crate::messages::visible;
use crate::model::Message;
use crate::report::error::{error, paint};
use crate::report::{Style, Voice};
use anstyle::{AnsiColor, Effects, Style as Paint};
use std::fmt::Write as _;
use std::io::{self, Write};

/// The format.
pub const FORMAT: ComparisonFormat = ComparisonFormat { name: "text", label: "error-format-text", write };

/// From how many columns on two versions stand side by side.
const WIDE: usize = 140;

/// The widest line of running text.
const WIDEST_LINE: usize = 110;

/// What a line of running text is indented by.
const INDENT: &str = "    ";

/// How many words of what only moved are shown.
const EXCERPT: usize = 14;

fn write(compared: Compared<'_>, voice: Voice<'_>, output: &mut dyn Write) -> io::Result<()> {
    for unread in &compared.comparison.unread {
        writeln!(output, "{}", error(unread, voice.words, voice.style))?;
    }
    let changes = compared.comparison.changes.iter().enumerate();
    let (norms, rest): (Vec<_>, Vec<_>) = changes.partition(|(_, change)| change.class.concerns_norms());
    for (title, changes) in [("diff-title-norms", norms), ("diff-title-rest", rest)] {
        if changes.is_empty() {
            continue;
        }
        writeln!(output, "{}\n", bold(voice.style, &voice.words.word(title)))?;
        for (number, change) in changes {
            write!(output, "{}", told(change, compared, voice))?;
            for commit in compared.made_by(number, voice.words) {
                writeln!(output, "{INDENT}{}", dim(voice.style, &commit.text()))?;
            }
            writeln!(output)?;
        }
    }
    write!(output, "{}", summary(compared, voice))
}

/// What changed in all, on the last lines, where a terminal leaves the eye.
fn summary(compared: Compared<'_>, voice: Voice<'_>) -> String {
    let words = voice.words;
    let versions = Message::new("diff-versions")
        .with("old", visible(&name(compared.old, words)))
        .with("new", visible(&name(compared.new, words)));
    let counted = counts(compared, words);
    if counted.is_empty() {
        return format!("{}\n", words.text(&Message::new("diff-nothing").with("versions", words.text(&versions))));
    }
    let told = words
        .text(&Message::new("diff-summary").with("versions", words.text(&versions)).with("counts", counted.join(", ")));
    let mut text = format!("{}\n{}\n", bold(voice.style, &told), words_changed(compared, words));
    if let Some(proposal) = proposal(compared, words) {
        let _ = writeln!(text, "{proposal}");
    }
    text
}

fn bold(style: Style, text: &str) -> String {
    let paint = if style.color { Paint::new().bold() } else { Paint::new() };
    format!("{paint}{text}{paint:#}")
}

/// What stands back behind the text.
fn dim(style: Style, text: &str) -> String {
    let paint = if style.color { Paint::new().dimmed() } else { Paint::new() };
    format!("{paint}{text}{paint:#}")
}

/// A change: its class or event and its place on one line, then its text.
fn told(change: &Change, compared: Compared<'_>, voice: Voice<'_>) -> String {
    let words = voice.words;
    let color = match change.class {
        Class::NormRemoved | Class::NormWeakened | Class::NormChanged => AnsiColor::BrightRed,
        Class::NormAdded | Class::NormStrengthened => AnsiColor::BrightGreen,
        Class::Definition | Class::Figure => AnsiColor::Yellow,
        _ => AnsiColor::BrightBlue,
    };
    let class = paint(voice, color, &words.word(class_word(change.class)));
    let mut line = format!("  {class}");
    if !matches!(change.event, Event::Edited | Event::Metadata) {
        let _ = write!(line, " · {}", event(change, words));
    }
    if let Some(place) = place(change) {
        let _ = write!(line, "  {}", visible(&address(place)));
        if let Some(title) = &place.title {
            let _ = write!(line, "  «{}»", visible(title));
        }
    }
    if let Some(origin) = origin(change, compared.names, words) {
        let _ = write!(line, "  ({})", visible(&origin));
    }
    line.push('\n');
    for link in &change.links {
        let side = |target: &Option<String>| target.as_deref().map_or_else(|| "—".to_owned(), visible);
        let _ = writeln!(line, "{INDENT}{} → {}", side(&link.old), side(&link.new));
    }
    line + &shown(change, voice.style)
}

/// The text of a change.
fn shown(change: &Change, style: Style) -> String {
    let pieces = &change.redline;
    if pieces.is_empty() {
        return String::new();
    }
    if pieces.iter().all(|piece| piece.state == State::Kept) {
        return excerpt(pieces);
    }
    let both = pieces.iter().any(|piece| piece.state == State::Removed)
        && pieces.iter().any(|piece| piece.state != State::Removed);
    if style.width >= WIDE && both {
        return beside(pieces, style);
    }
    let width = style.width.saturating_sub(INDENT.len()).min(WIDEST_LINE);
    set(pieces, width, style).into_iter().fold(String::new(), |text, line| text + INDENT + &line.text + "\n")
}

/// The beginning of a text that stands elsewhere and is the same.
fn excerpt(pieces: &[Piece]) -> String {
    let text: String = pieces.iter().map(|piece| visible(&piece.text)).collect();
    let words: Vec<&str> = text.split_whitespace().collect();
    let more = if words.len() > EXCERPT { " …" } else { "" };
    format!("{INDENT}{}{more}\n", words.iter().take(EXCERPT).copied().collect::<Vec<_>>().join(" "))
}

/// The old text on the left, the new one on the right.
fn beside(pieces: &[Piece], style: Style) -> String {
    let width = (style.width - INDENT.len() - 3) / 2;
    let without =
        |state: State| -> Vec<Piece> { pieces.iter().filter(|piece| piece.state != state).cloned().collect() };
    let (left, right) = (set(&without(State::Added), width, style), set(&without(State::Removed), width, style));
    let mut text = String::new();
    for row in 0..left.len().max(right.len()) {
        let (old, old_width) = left.get(row).map_or(("", 0), |line| (line.text.as_str(), line.width));
        let new = right.get(row).map_or("", |line| line.text.as_str());
        let _ = writeln!(text, "{INDENT}{old}{} │ {new}", " ".repeat(width.saturating_sub(old_width)));
    }
    text
}

/// A line of text with its marks, and how many columns it takes.
struct Line {
    text: String,
    width: usize,
}

/// What stands between two places where a line may end.
struct Part {
    state: State,
    text: String,
    follows_blank: bool,
}

/// Sets pieces in lines. What was taken out and put in is marked by colour and line, or without colours by `[-…-]` and
/// `{+…+}`, as `git diff --word-diff` does.
fn set(pieces: &[Piece], width: usize, style: Style) -> Vec<Line> {
    let parts = parts(pieces, style.color);
    let mut lines: Vec<Line> = Vec::new();
    let mut line = Line { text: String::new(), width: 0 };
    let mut open: Option<State> = None;
    let mut place = 0;
    while place < parts.len() {
        // What no blank parts stays together.
        let end = (place + 1..parts.len()).find(|next| parts[*next].follows_blank).unwrap_or(parts.len());
        let columns: usize = parts[place..end].iter().map(|part| part.text.chars().count()).sum();
        if line.width > 0 && line.width + 1 + columns > width {
            close(&mut line, &mut open, style);
            lines.push(std::mem::replace(&mut line, Line { text: String::new(), width: 0 }));
        }
        for (number, part) in parts[place..end].iter().enumerate() {
            if number == 0 && line.width > 0 {
                let goes_on = open == Some(part.state) && part.state != State::Kept;
                if !goes_on {
                    close(&mut line, &mut open, style);
                }
                line.text.push(' ');
                line.width += 1;
            }
            if open != Some(part.state) {
                close(&mut line, &mut open, style);
                if style.color {
                    let _ = write!(line.text, "{}", mark(part.state));
                }
                open = Some(part.state);
            }
            line.text.push_str(&part.text);
            line.width += part.text.chars().count();
        }
        place = end;
    }
    close(&mut line, &mut open, style);
    lines.push(line);
    lines
}

fn close(line: &mut Line, open: &mut Option<State>, style: Style) {
    if let Some(state) = open.take().filter(|_| style.color) {
        let _ = write!(line.text, "{:#}", mark(state));
    }
}

fn mark(state: State) -> Paint {
    match state {
        State::Kept => Paint::new(),
        State::Removed => AnsiColor::Red.on_default() | Effects::STRIKETHROUGH,
        State::Added => AnsiColor::Green.on_default() | Effects::UNDERLINE,
    }
}

/// The words of pieces; without colours the first and last of each piece carry its marks.
fn parts(pieces: &[Piece], color: bool) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut blank = false;
    for piece in pieces {
        let text = visible(&piece.text);
        blank |= text.starts_with(' ');
        let (before, after) = match piece.state {
            _ if color => ("", ""),
            State::Kept => ("", ""),
            State::Removed => ("[-", "-]"),
            State::Added => ("{+", "+}"),
        };
        let words: Vec<&str> = text.split_whitespace().collect();
        for (number, word) in words.iter().enumerate() {
            let opening = if number == 0 { before } else { "" };
            let closing = if number + 1 == words.len() { after } else { "" };
            let text = format!("{opening}{word}{closing}");
            parts.push(Part { state: piece.state, text, follows_blank: blank || number > 0 });
            blank = false;
        }
        blank |= text.ends_with(' ');
    }
    parts
}

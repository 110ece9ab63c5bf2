//! A register for a terminal.

use super::{by_section, facts, last_change, strength_word, summary, with_others};
use crate::model::Message;
use crate::norms::Strength;
use crate::register::Entry;
use crate::report::error::{error, one_line, paint};
use crate::report::lines::wrapped;
use crate::report::{Registered, Voice};
use anstyle::AnsiColor;
use std::io::{self, Write};

/// How far a norm is indented below its section, and what is said of it below the norm.
const INDENTS: [&str; 2] = ["  ", "      "];

/// Writes a register: section by section, and a sentence that sums it up.
pub fn write(registered: Registered<'_>, voice: Voice<'_>, output: &mut dyn Write) -> io::Result<()> {
    let Registered { policy, register, .. } = registered;
    for (number, document) in register.documents.iter().enumerate() {
        let file = policy.files.display(&document.path);
        let mut last_changes =
            (0..document.entries.len()).map(|entry| last_change(registered, number, entry, voice.words));
        for (section, entries) in by_section(document) {
            let title = section.map_or(&document.title, |section| &section.title);
            let title = paint(voice, AnsiColor::BrightBlue, &one_line(title));
            writeln!(output, "{title} ({})", one_line(&file))?;
            for (entry, is_one_of_several) in with_others(entries) {
                let mut facts = facts(entry, is_one_of_several, voice.words);
                let last = last_changes.next().flatten();
                facts.extend(last.map(|last| format!("{}: {}", voice.words.word("norms-last"), last.text())));
                write!(output, "{}", norm(entry, facts, &file, voice))?;
            }
            writeln!(output)?;
        }
    }
    for unread in &register.unread {
        writeln!(output, "{}", error(unread, voice.words, voice.style))?;
    }
    writeln!(output, "{}", sums(registered, voice))
}

/// A norm, with what is said of it on lines of their own, its place the last.
fn norm(entry: &Entry, facts: Vec<String>, file: &str, voice: Voice<'_>) -> String {
    let word = strength_word(entry.strength, voice.words);
    let [indent, deeper] = INDENTS;
    let sentence = wrapped(&format!("{word}: {}", one_line(&entry.text)), indent, voice.style.width);
    // Coloured when it is set, as colours take no room.
    let mut text = sentence.replacen(&word, &paint(voice, color(entry.strength), &word), 1);
    let address = super::address(entry).map_or_else(String::new, |address| format!(" {address}"));
    let place = format!("{}:{}{address}", one_line(file), entry.start.line);
    let place = voice.words.text(&Message::new("norms-where").with("place", place));
    for fact in facts.into_iter().chain([place]) {
        text.push_str(&wrapped(&fact, deeper, voice.style.width));
    }
    text
}

/// The sentence that sums the register up, and how much could not be read.
fn sums(registered: Registered<'_>, voice: Voice<'_>) -> String {
    let mut sums = paint(voice, AnsiColor::BrightGreen, &summary(registered, voice.words));
    let unread = registered.register.unread.len();
    if unread > 0 {
        let told = voice.words.text(&Message::new("error-summary-unread").with("count", unread));
        sums = format!("{sums} {}", paint(voice, AnsiColor::BrightRed, &told));
    }
    sums
}

/// The colour of a strength's word.
const fn color(strength: Strength) -> AnsiColor {
    match strength {
        Strength::Must => AnsiColor::BrightMagenta,
        Strength::MustNot => AnsiColor::BrightRed,
        Strength::Should => AnsiColor::BrightCyan,
        Strength::ShouldNot => AnsiColor::BrightYellow,
        Strength::May => AnsiColor::BrightGreen,
        Strength::Strive => AnsiColor::BrightBlue,
    }
}

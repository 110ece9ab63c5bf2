//! A line for each year: how many of its words stood at most, how many stand today, and how it went between.

use crate::chart::sparkline;
use crate::messages::Catalogue;
use crate::model::Message;
use crate::report::Voice;
use crate::report::error::paint;
use crate::report::tally::{day, percent};
use crate::tally::{Share, Survival};
use anstyle::AnsiColor;
use std::io::{self, Write};

/// Writes it for a terminal.
pub fn text(survival: &Survival, voice: Voice<'_>, output: &mut dyn Write) -> io::Result<()> {
    let words = voice.words;
    writeln!(output, "{}\n", paint(voice, AnsiColor::BrightGreen, &summary(survival, words)))?;
    let mut table = vec![head(words)];
    table.extend(survival.cohorts.iter().map(|(year, counts)| cells(*year, counts, words)));
    let width = |column: usize| table.iter().map(|row| row[column].chars().count()).max().unwrap_or(0);
    let widths = [0, 1, 2, 3].map(width);
    let most = most(survival);
    let lines = survival.cohorts.values().map(|counts| sparkline(counts, most));
    for (number, (row, line)) in table.iter().zip(std::iter::once(String::new()).chain(lines)).enumerate() {
        let pad = |column: usize| " ".repeat(widths[column] - row[column].chars().count());
        let told = format!("{}{}  {}{}  {}{}  {}{}", row[0], pad(0), pad(1), row[1], pad(2), row[2], pad(3), row[3]);
        match number {
            0 => writeln!(output, "{}", paint(voice, AnsiColor::BrightBlue, &told))?,
            _ => writeln!(output, "{}", format!("{told}  {}", paint(voice, AnsiColor::BrightCyan, &line)).trim_end())?,
        }
    }
    Ok(())
}

/// Writes it as a table in Markdown.
pub fn markdown(survival: &Survival, voice: Voice<'_>, output: &mut dyn Write) -> io::Result<()> {
    let words = voice.words;
    writeln!(output, "# {}\n\n{}\n", words.word("survival-title"), summary(survival, words))?;
    writeln!(output, "| {} | {} |", head(words).join(" | "), words.word("survival-column-course"))?;
    writeln!(output, "| --- | ---: | ---: | ---: | --- |")?;
    let most = most(survival);
    for (year, counts) in &survival.cohorts {
        writeln!(output, "| {} | {} |", cells(*year, counts, words).join(" | "), sparkline(counts, most))?;
    }
    Ok(())
}

/// The most words that a year had at any moment: all years are drawn to one measure.
fn most(survival: &Survival) -> usize {
    survival.cohorts.values().flatten().max().copied().unwrap_or(0)
}

/// The sentence above the years.
pub(super) fn summary(survival: &Survival, words: &Catalogue) -> String {
    let ends = survival.moments.first().zip(survival.moments.last());
    let Some((first, last)) = ends else { return words.word("survival-nothing") };
    let message = Message::new("survival-summary").with("first", day(Some(*first))).with("last", day(Some(*last)));
    words.text(&message)
}

pub(super) fn head(words: &Catalogue) -> [String; 4] {
    ["survival-column-year", "survival-column-most", "survival-column-left", "survival-column-share"]
        .map(|id| words.word(id))
}

pub(super) fn cells(year: Option<i16>, counts: &[usize], words: &Catalogue) -> [String; 4] {
    let (most, last) = Survival::most_and_last(counts);
    let year = year.map_or_else(|| words.word("survival-year-unknown"), |year| year.to_string());
    [year, most.to_string(), last.to_string(), percent(Share::new(last, 1), most, words)]
}

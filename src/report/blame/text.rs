//! A section for a terminal: its text, each run of words with the number of its commit, and what the numbers stand for.

use super::Blamed;
use crate::align::BlockForm;
use crate::blame::{Block, Run};
use crate::messages::visible;
use crate::model::Message;
use crate::report::Voice;
use crate::report::error::paint;
use crate::report::lines::wrapped;
use crate::report::tally::{day, short};
use anstyle::{AnsiColor, Style as Paint};
use std::fmt::Write as _;
use std::io::{self, Write};

/// The widest line of running text.
const WIDEST_LINE: usize = 110;

/// The narrowest text that can still be read.
const NARROWEST: usize = 20;

/// What the text is indented by.
const INDENT: &str = "  ";

/// The colours of people, by how many of the words are theirs.
const COLORS: [AnsiColor; 6] =
    [AnsiColor::Cyan, AnsiColor::Yellow, AnsiColor::Magenta, AnsiColor::Green, AnsiColor::Blue, AnsiColor::Red];

/// Writes a section.
pub fn write(blamed: Blamed<'_>, voice: Voice<'_>, output: &mut dyn Write) -> io::Result<()> {
    let words = voice.words;
    let place = visible(&blamed.place.address());
    let title = paint(voice, AnsiColor::BrightGreen, &blamed.title());
    writeln!(output, "{title}  {place} · {}\n", short(blamed.commit))?;
    let mut last: Option<&Block> = None;
    for block in &blamed.blame.blocks {
        // The rows of a table and the items of a list stand together.
        let is_row = |block: &Block| matches!(block.form, BlockForm::Row { .. });
        let is_close = last.is_some_and(|last| is_row(last) && is_row(block) || last.depth > 0 && block.depth > 0);
        write!(output, "{}{}", if last.is_some() && !is_close { "\n" } else { "" }, set(block, blamed, voice))?;
        last = Some(block);
    }
    let shares = blamed.shares(words).into_iter().map(|(name, share)| format!("{name} {share}"));
    let shares = shares.collect::<Vec<_>>().join(", ");
    let summary =
        words.text(&Message::new("blame-shares").with("counted", blamed.counted(words)).with("shares", shares));
    let width = voice.style.width.min(WIDEST_LINE);
    write!(output, "\n{}\n{}", wrapped(&summary, "", width), legend(blamed, voice))
}

/// The numbers of the commits with what is known of them, a line each.
fn legend(blamed: Blamed<'_>, voice: Voice<'_>) -> String {
    let words = voice.words;
    let ids = ["blame-column-number", "tally-column-revision", "blame-column-date", "tally-column-words"];
    let mut table = vec![[ids.map(|id| words.word(id)).as_slice(), &[words.word("blame-column-people")]].concat()];
    for (place, origin) in blamed.blame.origins.iter().enumerate() {
        let commit = origin.of(blamed.tally);
        table.push(vec![
            (place + 1).to_string(),
            commit.map_or_else(|| "—".to_owned(), |commit| short(&commit.id).to_owned()),
            commit.map_or_else(String::new, |commit| day(commit.seconds)),
            origin.words.to_string(),
            blamed.owners(*origin, words),
        ]);
    }
    let width = |column: usize| table.iter().map(|row| row[column].chars().count()).max().unwrap_or(0);
    let widths: Vec<usize> = (0..ids.len()).map(width).collect();
    let mut text = String::new();
    for (number, row) in table.iter().enumerate() {
        let mut line = String::new();
        for (column, (cell, width)) in row.iter().zip(&widths).enumerate() {
            let pad = " ".repeat(width - cell.chars().count());
            // Numbers end in one line, below each other.
            let cell = if matches!(column, 0 | 3) { format!("{pad}{cell}") } else { format!("{cell}{pad}") };
            let _ = write!(line, "{cell}  ");
        }
        let people = &row[ids.len()];
        let _ = match number.checked_sub(1) {
            None => writeln!(text, "{}", paint(voice, AnsiColor::BrightBlue, &format!("{line}{people}"))),
            Some(origin) => writeln!(text, "{line}{}", painted(people, color(blamed, Some(origin), voice))),
        };
    }
    text
}

/// The colour of an origin, where colours are asked for.
fn color(blamed: Blamed<'_>, origin: Option<usize>, voice: Voice<'_>) -> Option<AnsiColor> {
    let rank = blamed.blame.rank(origin.filter(|_| voice.style.color)?, blamed.tally)?;
    COLORS.get(rank % COLORS.len()).copied()
}

fn painted(text: &str, color: Option<AnsiColor>) -> String {
    let paint = color.map_or(Paint::new(), AnsiColor::on_default);
    format!("{paint}{text}{paint:#}")
}

/// A block in lines, with what marks it before the first one.
fn set(block: &Block, blamed: Blamed<'_>, voice: Voice<'_>) -> String {
    let mark = match (block.form, &block.mark) {
        (BlockForm::Rule, _) => "⁂".to_owned(),
        (BlockForm::Heading(level), _) => format!("{} ", "#".repeat(level.into())),
        (_, Some(mark)) => format!("{} ", visible(&mark.to_string())),
        (_, None) => String::new(),
    };
    let mut first = String::from(INDENT);
    first.push_str(&INDENT.repeat(block.depth.saturating_sub(1)));
    first.push_str(if block.is_quoted { "│ " } else { "" });
    let hang = if block.depth > 0 && block.mark.is_none() { INDENT.len() } else { mark.chars().count() };
    let rest = format!("{first}{}", " ".repeat(hang));
    let first = if mark.is_empty() { rest.clone() } else { first + &mark };
    if block.form == BlockForm::Code {
        let text = block.cells.iter().flatten().map(|run| visible(&run.text)).collect::<String>();
        return text.lines().fold(String::new(), |code, line| format!("{code}{rest}  {line}\n"));
    }
    let width = voice.style.width.min(WIDEST_LINE).saturating_sub(rest.chars().count()).max(NARROWEST);
    let lines = lines(&pieces(block, blamed, voice), width);
    let mut text = String::new();
    for (place, line) in lines.iter().enumerate() {
        let before = if place == 0 { &first } else { &rest };
        let _ = writeln!(text, "{}", format!("{before}{line}").trim_end());
    }
    text
}

/// What stands between two places where a line may end.
struct Piece {
    text: String,
    color: Option<AnsiColor>,
    follows_blank: bool,
}

/// The words of a block; the first of each run has the number of its commit before it.
fn pieces(block: &Block, blamed: Blamed<'_>, voice: Voice<'_>) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for (place, cell) in block.cells.iter().enumerate() {
        if place > 0 {
            pieces.push(Piece { text: "│".to_owned(), color: None, follows_blank: true });
        }
        for (number, run) in cell.iter().enumerate() {
            add(run, number == 0, color(blamed, run.origin, voice), &mut pieces);
        }
    }
    pieces
}

fn add(run: &Run, is_first: bool, color: Option<AnsiColor>, pieces: &mut Vec<Piece>) {
    let text = visible(&run.text);
    let mut number = run.origin.map(|origin| superscript(origin + 1));
    for (place, word) in text.split_whitespace().enumerate() {
        let text = format!("{}{word}", number.take().unwrap_or_default());
        let follows_blank = is_first || place > 0 || run.text.starts_with(char::is_whitespace);
        pieces.push(Piece { text, color, follows_blank });
    }
}

/// A number in raised figures.
fn superscript(number: usize) -> String {
    const FIGURES: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    number.to_string().chars().filter_map(|figure| FIGURES.get(figure.to_digit(10)? as usize)).collect()
}

/// Sets pieces in lines of at most `width` characters, where they allow; what no blank parts stays together.
fn lines(pieces: &[Piece], width: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    let mut length = 0;
    for group in pieces.chunk_by(|_, next| !next.follows_blank) {
        let columns: usize = group.iter().map(|piece| piece.text.chars().count()).sum();
        if length > 0 && length + 1 + columns > width {
            lines.push(String::new());
            length = 0;
        }
        let Some(line) = lines.last_mut() else { continue };
        line.push_str(if length > 0 { " " } else { "" });
        length += columns + usize::from(length > 0);
        for piece in group {
            line.push_str(&painted(&piece.text, piece.color));
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    fn piece(text: &str, follows_blank: bool) -> Piece {
        Piece { text: text.to_owned(), color: None, follows_blank }
    }

    #[test]
    fn numbers_are_raised() {
        assert_eq!([1, 10, 239].map(superscript), ["¹", "¹⁰", "²³⁹"]);
    }

    #[test]
    fn what_no_blank_parts_stays_on_one_line() {
        let pieces = [piece("uno", true), piece("dos", true), piece("(tres", true), piece("cuatro)", false)];
        assert_eq!(lines(&pieces, 9), ["uno dos", "(trescuatro)"]);
        assert_eq!(lines(&[], 9), [""]);
    }
}

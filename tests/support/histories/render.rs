//! Writes documents as Markdown, in the style that each has at the time.

use super::model::{Block, Document, Item, Mark, Sentence, Shape, Style, Word, Wrap};
use std::fmt::Write as _;

/// The Markdown of a document.
pub fn markdown(document: &Document) -> String {
    let blocks: Vec<String> = document.blocks.iter().map(|block| block_text(block, &document.style)).collect();
    blocks.join("\n") + if blocks.is_empty() { "\n" } else { "" }
}

fn block_text(block: &Block, style: &Style) -> String {
    match block.shape {
        Shape::Heading(level) => {
            let title = line(&block.items[0].sentences, style);
            match level {
                1 | 2 if style.underlined => {
                    let under = if level == 1 { "=" } else { "-" };
                    format!("{title}\n{}\n", under.repeat(title.chars().count().max(3)))
                }
                _ => format!("{} {title}\n", "#".repeat(level)),
            }
        }
        Shape::Paragraph => wrapped(&block.items[0], style, ""),
        Shape::List { ordered } => {
            let items = block.items.iter().enumerate().map(|(number, item)| {
                let mark = if ordered { format!("{}. ", number + 1) } else { format!("{} ", style.bullet) };
                let text = wrapped(item, style, &" ".repeat(mark.len()));
                mark + &text
            });
            items.collect::<Vec<_>>().join(if style.loose { "\n" } else { "" })
        }
        Shape::Table => table(block, style),
    }
}

/// The text of a paragraph or of a list item, broken into lines, all but the first of which are indented.
fn wrapped(item: &Item, style: &Style, indentation: &str) -> String {
    let sentences: Vec<Vec<String>> = item.sentences.iter().map(|sentence| pieces(sentence, style)).collect();
    let mut text = String::new();
    let mut column = indentation.len();
    for (number, sentence) in sentences.iter().enumerate() {
        for (at, piece) in sentence.iter().enumerate() {
            let first = number == 0 && at == 0;
            let width = piece.chars().count();
            // A line that begins with a number and a stop is an item of a list.
            let breaks = !piece.starts_with(|first: char| first.is_ascii_digit())
                && match style.wrap {
                    Wrap::Off => false,
                    Wrap::Sentences => at == 0,
                    Wrap::Columns(most) => column + 1 + width > most,
                };
            if breaks && !first {
                let _ = write!(text, "\n{indentation}");
                column = indentation.len();
            } else if !first {
                text.push(' ');
                column += 1;
            }
            text.push_str(piece);
            column += width;
        }
    }
    text + "\n"
}

/// Sentences on one line.
fn line(sentences: &[Sentence], style: &Style) -> String {
    let sentences: Vec<String> = sentences.iter().map(|sentence| pieces(sentence, style).join(" ")).collect();
    sentences.join(" ")
}

/// What stands between the blanks of a sentence: each word with the marks and the punctuation that touch it.
fn pieces(sentence: &Sentence, style: &Style) -> Vec<String> {
    let words = &sentence.words;
    let mark_of = |word: Option<&Word>| word.map_or(Mark::None, |word| word.mark);
    let mut pieces = Vec::new();
    for (at, word) in words.iter().enumerate() {
        let before = if at == 0 { Mark::None } else { words[at - 1].mark };
        let after = mark_of(words.get(at + 1));
        let mut piece = String::new();
        if word.mark != before {
            piece.push_str(&opening(word.mark, style));
        }
        piece.push_str(&word.text);
        if word.mark != after {
            piece.push_str(&closing(word.mark, style));
        }
        piece.push_str(if at + 1 == words.len() { sentence.stop } else { word.after });
        pieces.push(piece);
    }
    pieces
}

fn opening(mark: Mark, style: &Style) -> String {
    match mark {
        Mark::None => String::new(),
        Mark::Emphasis => style.emphasis.to_string(),
        Mark::Strong => style.emphasis.to_string().repeat(2),
        Mark::Brackets => "(".to_owned(),
        Mark::Link(_) => "[".to_owned(),
    }
}

fn closing(mark: Mark, style: &Style) -> String {
    match mark {
        Mark::Brackets => ")".to_owned(),
        Mark::Link(page) => format!("](https://example.org/{page})"),
        _ => opening(mark, style),
    }
}

fn table(block: &Block, style: &Style) -> String {
    let row = |item: &Item| -> Vec<String> {
        item.sentences.iter().map(|cell| line(std::slice::from_ref(cell), style)).collect()
    };
    let rows: Vec<Vec<String>> = block.items.iter().map(row).collect();
    let columns = rows.iter().map(Vec::len).max().unwrap_or_default();
    let width = |column: usize| {
        let cells = rows.iter().filter_map(|row| row.get(column));
        if style.padded { cells.map(|cell| cell.chars().count()).max().unwrap_or_default().max(3) } else { 0 }
    };
    let widths: Vec<usize> = (0..columns).map(width).collect();
    let mut text = String::new();
    for (number, row) in rows.iter().enumerate() {
        for (cell, width) in row.iter().zip(&widths) {
            let _ = write!(text, "| {cell:<width$} ");
        }
        text.push_str("|\n");
        if number == 0 {
            for width in &widths {
                let _ = write!(text, "| {} ", "-".repeat((*width).max(3)));
            }
            text.push_str("|\n");
        }
    }
    text
}

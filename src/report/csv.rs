//! CSV for spreadsheets: RFC 4180, in UTF-8, with a line of names in English at its head.
//!
//! It departs from that memo, and from the text of a policy, in three ways:
//!
//! 1. lines end with a line feed alone. Spreadsheets and the readers of programming languages take both ends; git, `grep`
//!    and `wc` would show the carriage return;
//! 2. a cell that begins with `=`, `+`, `-`, `@` or a tab gets an apostrophe before it. A spreadsheet would take it for a
//!    formula, and a formula of a hostile text can send what the sheet holds elsewhere;
//! 3. control and direction characters are written as escapes, as in every report.
//!
//! What could not be read has no place in it.

use super::error::one_line;
use super::{Format, Made, Registered, Voice};
use crate::model::DocumentPath;
use crate::provenance::Makers;
use crate::register::Entry;
use std::io::{self, Write};

/// The format.
pub const FORMAT: Format = Format { tells_errors: false, norms: Some(norms), ..Format::new("csv", "error-format-csv") };

/// What a cell begins with that a spreadsheet reads as a formula.
const FORMULAS: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// The names of the columns of a register.
const COLUMNS: [&str; 11] =
    ["strength", "agent", "norm", "deadline", "amount", "unit", "document", "section", "title", "clause", "line"];

/// The names of the columns of their last changes, where these are to be told.
const LAST_COLUMNS: [&str; 3] = ["last_revision", "last_date", "last_people"];

/// Writes a register, one norm a row.
fn norms(registered: Registered<'_>, voice: Voice<'_>, output: &mut dyn Write) -> io::Result<()> {
    let last_columns = LAST_COLUMNS.iter().filter(|_| registered.touched.is_some());
    let columns: Vec<String> = COLUMNS.iter().chain(last_columns).map(|name| (*name).to_owned()).collect();
    write_row(&columns, output)?;
    for (number, document) in registered.register.documents.iter().enumerate() {
        for (place, entry) in document.entries.iter().enumerate() {
            let mut cells = row(&document.path, entry).to_vec();
            if let Some(touched) = registered.touched {
                cells.extend(last_change(touched, (number, place), voice));
            }
            write_row(&cells, output)?;
        }
    }
    Ok(())
}

/// The cells of the last change of a norm, in the order of [`LAST_COLUMNS`]; empty ones where it is not committed yet.
fn last_change(
    touched: Made<'_, Vec<Makers>>,
    (document, norm): (usize, usize),
    voice: Voice<'_>,
) -> [String; LAST_COLUMNS.len()] {
    let makers = touched.makers.get(document).and_then(|norms| norms.get(norm));
    let commit = makers.and_then(|makers| touched.output(makers, voice.words).pop());
    let cells = commit.map(|commit| [commit.revision, commit.date.unwrap_or_default(), commit.people.join("; ")]);
    cells.unwrap_or_default()
}

/// The cells of a norm, in the order of [`COLUMNS`].
fn row(path: &DocumentPath, entry: &Entry) -> [String; COLUMNS.len()] {
    let text = |text: Option<&String>| text.map_or_else(String::new, |text| one_line(text));
    let (deadline, section) = (entry.deadline.as_ref(), entry.section.as_ref());
    let amount = deadline.and_then(|deadline| deadline.amount);
    [
        entry.strength.name().to_owned(),
        text(entry.agent.as_ref()),
        one_line(&entry.text),
        text(deadline.map(|deadline| &deadline.text)),
        amount.map_or_else(String::new, |amount| amount.to_string()),
        deadline.map_or("", |deadline| deadline.unit.name()).to_owned(),
        one_line(path.as_str()),
        text(section.map(|section| &section.anchor)),
        text(section.map(|section| &section.title)),
        text(entry.clause.as_ref()),
        entry.start.line.to_string(),
    ]
}

/// Writes one row.
pub(super) fn write_row(cells: &[String], output: &mut dyn Write) -> io::Result<()> {
    let cells: Vec<String> = cells.iter().map(|text| cell(text)).collect();
    writeln!(output, "{}", cells.join(","))
}

/// Text as one cell: between quotation marks where it needs them, and no formula.
fn cell(text: &str) -> String {
    let guard = if text.starts_with(FORMULAS) { "'" } else { "" };
    if text.contains(['"', ',', '\n', '\r']) {
        return format!("\"{guard}{}\"", text.replace('"', "\"\""));
    }
    format!("{guard}{text}")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Reads one line of CSV as RFC 4180 says.
    fn read(line: &str) -> Vec<String> {
        let mut cells = vec![String::new()];
        let mut quoted = false;
        let mut characters = line.chars().peekable();
        while let Some(character) = characters.next() {
            match (character, quoted) {
                ('"', true) if characters.next_if_eq(&'"').is_some() => cells.last_mut().unwrap().push('"'),
                ('"', _) => quoted = !quoted,
                (',', false) => cells.push(String::new()),
                _ => cells.last_mut().unwrap().push(character),
            }
        }
        cells
    }

    #[test]
    fn cells_are_quoted_where_they_need_it() {
        for (text, expected) in [
            ("", ""),
            ("La Unidad", "La Unidad"),
            ("uno, dos", "\"uno, dos\""),
            ("dijo \"sí\"", "\"dijo \"\"sí\"\"\""),
            ("uno\ndos", "\"uno\ndos\""),
            ("uno\r\ndos", "\"uno\r\ndos\""),
            ("uno; dos", "uno; dos"),
        ] {
            assert_eq!(cell(text), expected);
        }
    }

    #[test]
    fn no_cell_is_a_formula() {
        for (text, expected) in [
            ("=1+1", "'=1+1"),
            ("+52 33", "'+52 33"),
            ("-1", "'-1"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("\t=1", "'\t=1"),
            ("=HYPERLINK(\"https://e.mx\", \"ver\")", "\"'=HYPERLINK(\"\"https://e.mx\"\", \"\"ver\"\")\""),
            ("a=1", "a=1"),
            ("10", "10"),
        ] {
            assert_eq!(cell(text), expected);
        }
    }

    proptest::proptest! {
        #![proptest_config(proptest::prelude::ProptestConfig { failure_persistence: None, ..Default::default() })]

        #[test]
        fn rows_are_read_back_as_they_were(cells in proptest::collection::vec("[a=+@\", \n\rñ-]{0,6}", 1..5)) {
            let mut written = Vec::new();
            write_row(&cells, &mut written).unwrap();
            let written = String::from_utf8(written).unwrap();
            let read = read(written.strip_suffix('\n').unwrap());
            let guarded = cells.iter().map(|text| if text.starts_with(FORMULAS) { format!("'{text}") } else { text.clone() });
            proptest::prop_assert_eq!(read, guarded.collect::<Vec<_>>());
        }
    }
}

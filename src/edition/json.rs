//! How JSON is written, in editions and in reports: on indented lines, with nothing hidden in it.
//!
//! Files of one line are smaller, but nobody reads what changed between two of them; where size counts, they travel
//! compressed, and the blanks at the beginning of lines with them.

use serde::Serialize;
use std::io::{self, Write};

/// The value as JSON on indented lines.
///
/// # Panics
/// If the value has a key that is no text.
#[must_use]
pub fn encode(value: &impl Serialize) -> Vec<u8> {
    let mut json = Vec::new();
    write_to(value, &mut json).expect("the keys are text, and memory takes them");
    json
}

/// Writes the value as JSON on indented lines. Control and direction characters are escaped, which JSON asks for only in
/// part, so that the output moves no terminal's cursor.
///
/// # Errors
/// If the output cannot be written.
pub fn write_to(value: &impl Serialize, output: &mut dyn Write) -> io::Result<()> {
    serde_json::to_writer_pretty(Visible(output), value)?;
    output.write_all(b"\n")
}

/// Escapes what is hidden in the JSON that is written through it.
struct Visible<'a>(&'a mut dyn Write);

impl Write for Visible<'_> {
    /// The parts of JSON come with whole characters; what did not would be written as it is.
    fn write(&mut self, part: &[u8]) -> io::Result<usize> {
        let is_hidden = |character: char| {
            (character.is_control() && character != '\n')
                || matches!(character, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
        };
        let Ok(mut rest) = std::str::from_utf8(part) else { return self.0.write(part) };
        while let Some(at) = rest.find(is_hidden) {
            let (before, from) = rest.split_at(at);
            let mut characters = from.chars();
            self.0.write_all(before.as_bytes())?;
            if let Some(character) = characters.next() {
                write!(self.0, "\\u{:04x}", u32::from(character))?;
            }
            rest = characters.as_str();
        }
        self.0.write_all(rest.as_bytes())?;
        Ok(part.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

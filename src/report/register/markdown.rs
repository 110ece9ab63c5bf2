//! A register as a list of tasks in Markdown, to be ticked off in an issue or a page of a forge.
//!
//! Text of a policy is text in the list too: it makes no markup, no link, and calls nobody.

use super::{by_section, facts, last_change, strength_word, summary, with_others};
use crate::register::{Entry, RegisteredDocument};
use crate::report::markdown::{code, error_item, escaped};
use crate::report::{Registered, Voice};
use std::io::{self, Write};

/// Writes a register: what it counts, what could not be read, then the norms under the headings of their documents and
/// sections.
pub fn write(registered: Registered<'_>, voice: Voice<'_>, output: &mut dyn Write) -> io::Result<()> {
    let Registered { register, .. } = registered;
    let words = voice.words;
    writeln!(output, "# {}\n\n{}", words.word("norms-title"), escaped(&summary(registered, words)))?;
    for (place, unread) in register.unread.iter().enumerate() {
        let gap = if place == 0 { "\n" } else { "" };
        write!(output, "{gap}{}", error_item(unread, words))?;
    }
    for (number, document) in register.documents.iter().enumerate().filter(|(_, document)| !document.entries.is_empty())
    {
        write_document((number, document), registered, voice, output)?;
    }
    Ok(())
}

fn write_document(
    (number, document): (usize, &RegisteredDocument),
    registered: Registered<'_>,
    voice: Voice<'_>,
    output: &mut dyn Write,
) -> io::Result<()> {
    let file = &registered.policy.files.display(&document.path);
    let mut last_changes = (0..document.entries.len()).map(|entry| last_change(registered, number, entry, voice.words));
    writeln!(output, "\n## {} ({})", escaped(&document.title), code(file))?;
    for (place, (section, entries)) in by_section(document).enumerate() {
        // The section that bears the document's title stands under its heading already.
        let section = section.filter(|section| place > 0 || section.title != document.title);
        if let Some(section) = section {
            writeln!(output, "\n### {}", escaped(&section.title))?;
        }
        writeln!(output)?;
        for (entry, is_one_of_several) in with_others(entries) {
            let facts = facts(entry, is_one_of_several, voice.words);
            let mut facts: Vec<String> = facts.iter().map(|fact| escaped(fact)).collect();
            let last = last_changes.next().flatten();
            facts.extend(last.map(|last| format!("{}: {}", voice.words.word("norms-last"), last.markdown())));
            writeln!(output, "{}", item(entry, &facts, file, voice))?;
        }
    }
    Ok(())
}

/// A norm as a task, with what is said of it in Markdown.
fn item(entry: &Entry, facts: &[String], file: &str, voice: Voice<'_>) -> String {
    let word = strength_word(entry.strength, voice.words);
    let place = code(&format!("{file}:{}", entry.start.line));
    let address = super::address(entry).map(|address| code(&address));
    let said: Vec<String> = facts.iter().cloned().chain([place]).chain(address).collect();
    format!("- [ ] **{word}** {} ({})", escaped(&entry.text), said.join("; "))
}

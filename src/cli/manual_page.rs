//! Manual pages in the chosen language.
//!
//! The generator writes its own headings in English; they stand alone on their lines and are replaced there. It would
//! also run the examples together, which are set here instead.

use super::command_line::NAME;
use crate::messages::Catalogue;
use clap::Command;
use clap::builder::Resettable;
use clap_mangen::Man;
use std::fmt::Write as _;

/// A manual page.
pub(super) struct Page {
    /// Its file name, such as `gaceta-lint.1`.
    pub(super) file_name: String,
    /// Its text, in the markup of `man`.
    pub(super) text: Vec<u8>,
}

/// The pages of the program and of each of its commands.
pub(super) fn pages(mut command_line: Command, words: &Catalogue) -> Vec<Page> {
    command_line.build();
    let mut pages = Vec::new();
    let mut commands = vec![command_line];
    while let Some(command) = commands.pop() {
        // Each before its own commands, in the order of the help.
        let own: Vec<Command> = command.get_subcommands().cloned().collect();
        commands.extend(own.into_iter().rev());
        pages.push(page(command, words));
    }
    pages
}

fn page(command: Command, words: &Catalogue) -> Page {
    let examples = command.get_after_long_help().map(ToString::to_string);
    let commands = words.word("cli-heading-commands").to_uppercase();
    let command =
        command.after_help(Resettable::Reset).after_long_help(Resettable::Reset).subcommand_help_heading(commands);
    let manual =
        Man::new(command).source(concat!("gaceta ", env!("CARGO_PKG_VERSION"))).manual(words.word("cli-manual-title"));
    let file_name = manual.get_filename();
    let mut generated = Vec::new();
    // Writing to memory does not fail.
    let _ = manual.render(&mut generated);
    let mut text = String::new();
    for line in String::from_utf8_lossy(&generated).lines() {
        let heading = match line {
            ".SH NAME" => Some("cli-manual-name"),
            ".SH SYNOPSIS" => Some("cli-manual-synopsis"),
            ".SH DESCRIPTION" => Some("cli-manual-description"),
            ".SH VERSION" => Some("cli-manual-version"),
            _ => None,
        };
        let _ = match heading {
            Some(id) => writeln!(text, ".SH {}", words.word(id)),
            None if line.starts_with(".TH ") => writeln!(text, "{}", title(&file_name, words)),
            None => writeln!(text, "{line}"),
        };
    }
    if let Some(examples) = examples {
        text.push_str(&example_section(&examples, words));
    }
    Page { file_name, text: text.into_bytes() }
}

/// The title line. A page that is the same whenever it is made has no date, and the generator would leave out the empty
/// argument that stands for it.
fn title(file_name: &str, words: &Catalogue) -> String {
    let name = file_name.trim_end_matches(".1").replace('-', "\\-");
    format!(".TH {name} 1 \"\" \"{NAME} {}\" \"{}\"", env!("CARGO_PKG_VERSION"), words.word("cli-manual-title"))
}

/// The examples of the help, line by line; the heading of the help gives way to that of the manual.
fn example_section(help: &str, words: &Catalogue) -> String {
    let mut section = format!(".SH {}\n.nf\n", words.word("cli-manual-examples-heading"));
    for line in help.lines().filter_map(|line| line.strip_prefix("  ")) {
        let _ = writeln!(section, "\\&{}", line.replace('\\', "\\e").replace('-', "\\-"));
    }
    section.push_str(".fi\n");
    section
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::command_line::command_line;
    use crate::cli::commands::COMMANDS;
    use crate::messages::Locale;

    fn page_of(name: &str, locale: Locale) -> String {
        let words = Catalogue::of(locale);
        let pages = pages(command_line(words, 100), words);
        let page = pages.into_iter().find(|page| page.file_name == name).expect("there is a page of that name");
        String::from_utf8(page.text).expect("pages are UTF-8")
    }

    fn headings(page: &str) -> Vec<&str> {
        page.lines().filter_map(|line| line.strip_prefix(".SH ")).collect()
    }

    #[test]
    fn every_command_has_a_page() {
        let words = Catalogue::of(Locale::Spanish);
        let names: Vec<String> = pages(command_line(words, 100), words).into_iter().map(|it| it.file_name).collect();
        let mut expected = vec![format!("{NAME}.1")];
        for entry in COMMANDS {
            expected.push(format!("{NAME}-{}.1", entry.name));
            let command = (entry.command)(Command::new(entry.name), words);
            expected.extend(command.get_subcommands().map(|own| format!("{NAME}-{}-{}.1", entry.name, own.get_name())));
        }
        assert_eq!(names, expected);
    }

    #[test]
    fn headings_are_in_the_chosen_language() {
        assert_eq!(
            headings(&page_of("gaceta-completions.1", Locale::Spanish)),
            ["NOMBRE", "SINOPSIS", "DESCRIPCIÓN", "ARGUMENTOS", "\"OPCIONES GENERALES\"", "EJEMPLOS"]
        );
        assert_eq!(
            headings(&page_of("gaceta.1", Locale::English)),
            ["NAME", "SYNOPSIS", "DESCRIPTION", "\"GENERAL OPTIONS\"", "COMMANDS", "VERSION", "EXAMPLES"]
        );
    }

    #[test]
    fn the_title_has_no_date() {
        let title = concat!(".TH gaceta\\-lint 1 \"\" \"gaceta ", env!("CARGO_PKG_VERSION"), "\" \"Manual de gaceta\"");
        let page = page_of("gaceta-lint.1", Locale::Spanish);
        assert_eq!(page.lines().find(|line| line.starts_with(".TH")), Some(title));
    }

    #[test]
    fn examples_keep_their_lines() {
        let page = page_of("gaceta-rules.1", Locale::English);
        let examples = page.split(".SH EXAMPLES\n").nth(1).expect("there are examples");
        assert_eq!(
            examples,
            ".nf\n\\&gaceta rules                      show every rule\n\
             \\&gaceta rules \\-\\-format markdown    write the reference of them all, for a web site\n\
             \\&gaceta rules \\-\\-format json        hand them to another program\n.fi\n"
        );
    }
}

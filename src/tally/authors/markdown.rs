//! Authors in Markdown: a list or a table, between two marks where gaceta keeps it up.

use super::{Entry, ListedName};
use crate::error::{Error, Result};
use crate::model::Message;
use crate::tally::Person;
use std::fmt::Write as _;

/// The marks between which the list is written anew.
const START: &str = "<!-- gaceta:authors -->";
const END: &str = "<!-- /gaceta:authors -->";

/// What may follow a name on its line.
const AFTER_NAME: [&str; 9] = [" (", " <", ",", ";", ":", " - ", " – ", " — ", " @"];

/// The names of the items of lists and of the first cells of tables: between the marks if the text has them.
pub(super) fn names(text: &str) -> Vec<ListedName> {
    let marked = marked(text);
    let mut names = Vec::new();
    let mut previous = "";
    let mut is_below_head = false;
    for (line, number, start) in numbered(text) {
        let is_within = marked.as_ref().is_none_or(|marked| marked.contains(&start));
        let trimmed = line.trim();
        let rest = if let Some(row) = trimmed.strip_prefix('|') {
            let is_rule = row.contains('-') && row.chars().all(|sign| matches!(sign, '|' | '-' | ':' | ' '));
            is_below_head |= is_rule && previous.trim().starts_with('|');
            (is_below_head && !is_rule).then(|| row.split('|').next().unwrap_or_default())
        } else {
            is_below_head = false;
            item(trimmed)
        };
        if let Some(name) = rest.filter(|_| is_within).and_then(name) {
            names.push(ListedName { name, line: number });
        }
        previous = line;
    }
    names
}

/// The names of a plain text, one on each line.
pub(super) fn plain_names(text: &str) -> Vec<ListedName> {
    let lines = numbered(text).filter(|(line, ..)| !line.trim_start().starts_with('#'));
    let named = lines.filter_map(|(line, number, _)| {
        let line = line.trim();
        Some(ListedName { name: name(item(line).unwrap_or(line))?, line: number })
    });
    named.collect()
}

/// The lines of a text, each with its number and where it begins.
fn numbered(text: &str) -> impl Iterator<Item = (&str, u32, usize)> {
    let mut start = 0;
    text.split_inclusive('\n').zip(1..).map(move |(line, number)| {
        let at = start;
        start += line.len();
        (line.trim_end_matches(['\n', '\r']), number, at)
    })
}

/// The text of an item of a list.
fn item(line: &str) -> Option<&str> {
    let bullet = ["- ", "* ", "+ "].iter().find_map(|bullet| line.strip_prefix(bullet));
    bullet.or_else(|| {
        let (number, rest) = line.split_once(['.', ')'])?;
        (!number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()))
            .then(|| rest.strip_prefix(' '))
            .flatten()
    })
}

/// The name that a text begins with, without the markup around it.
fn name(text: &str) -> Option<String> {
    let text = text.trim().trim_start_matches(['*', '_']);
    let linked = text.strip_prefix('[').and_then(|rest| rest.split_once("](")).map(|(name, _)| name);
    let text = linked.unwrap_or(text);
    let end = AFTER_NAME.iter().filter_map(|after| text.find(after)).min().unwrap_or(text.len());
    let name = text[..end].trim_matches(|sign: char| sign.is_whitespace() || matches!(sign, '*' | '_' | '`'));
    let name = name.replace('\\', "").split_whitespace().collect::<Vec<_>>().join(" ");
    name.chars().any(char::is_alphabetic).then_some(name)
}

/// What stands between the marks.
fn marked(text: &str) -> Option<std::ops::Range<usize>> {
    let start = text.find(START)? + START.len();
    Some(start..start + text[start..].find(END)?)
}

/// The text with the list between its marks written anew; an empty one is begun.
pub(super) fn written(
    text: &str,
    entries: &[Entry<'_>],
    describe: &dyn Fn(&Person) -> String,
    title: &str,
) -> Result<String> {
    let mut list = String::from("\n\n");
    for Entry { person, .. } in entries {
        let also = describe(person);
        let also = if also.is_empty() { also } else { format!(" ({also})") };
        // Writing to a string does not fail.
        let _ = writeln!(list, "- {}{also}", escaped(&person.name));
    }
    list.push('\n');
    if text.trim().is_empty() {
        return Ok(format!("# {title}\n\n{START}{list}{END}\n"));
    }
    let marked = marked(text).ok_or_else(|| {
        let hint = Message::new("tally-authors-marks-hint").with("start", START).with("end", END);
        Error::input(Message::new("tally-authors-marks")).hint(hint)
    })?;
    let list = if text.contains("\r\n") { list.replace('\n', "\r\n") } else { list };
    Ok(format!("{}{list}{}", &text[..marked.start], &text[marked.end..]))
}

/// A name as text that makes no markup and calls nobody.
fn escaped(name: &str) -> String {
    let mut escaped = String::with_capacity(name.len());
    for letter in name.chars().filter(|letter| !letter.is_control()) {
        if matches!(letter, '\\' | '*' | '_' | '[' | ']' | '<' | '>' | '`' | '|' | '&' | '@' | '#' | '!') {
            escaped.push('\\');
        }
        escaped.push(letter);
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> Vec<String> {
        names(text).into_iter().map(|listed| format!("{} {}", listed.line, listed.name)).collect()
    }

    #[test]
    fn names_stand_in_lists_and_tables() {
        let text = "# Autores\n\nTexto que no es una lista.\n\n- Ana Ruiz (reunión)\n* **Luz Mar** <luz@a.mx>\n1. [Eva Paz](https://a.mx), Red\n\n| Nombre | Parte |\n| --- | --- |\n| Juan Sol | 3 |\n\n- 2026\n";
        assert_eq!(told(text), ["5 Ana Ruiz", "6 Luz Mar", "7 Eva Paz", "11 Juan Sol"]);
        let text = "- No\n\n<!-- gaceta:authors -->\n\n- Ana\\_Ruiz\n\n<!-- /gaceta:authors -->\n\n- Tampoco\n";
        assert_eq!(told(text), ["5 Ana_Ruiz"]);
        assert_eq!(plain_names("# Autores\nAna Ruiz <ana@a.mx>\n\n  Luz\n").len(), 2);
    }

    #[test]
    fn only_what_stands_between_the_marks_is_written() {
        let text = format!("# A\r\n\r\n{START}viejo{END}\r\n\r\nFin\r\n");
        let told = written(&text, &[], &|_| String::new(), "A").unwrap();
        assert_eq!(told, format!("# A\r\n\r\n{START}\r\n\r\n\r\n{END}\r\n\r\nFin\r\n"));
        assert_eq!(written("- Ana\n", &[], &|_| String::new(), "A").unwrap_err().message.id, "tally-authors-marks");
        assert_eq!(escaped("@ana *x*\u{1b}"), "\\@ana \\*x\\*");
    }
}

//! Authors in Markdown: a list or a table, between two marks where gaceta keeps it up.

use super::name::clean;
use super::{Entry, ListedName};
use crate::error::{Error, Result};
use crate::model::Message;
use crate::tally::Person;
use std::fmt::Write as _;

/// The marks between which the list is written anew, each on a line of its own.
const START: &str = "<!-- gaceta:authors -->";
const END: &str = "<!-- /gaceta:authors -->";

/// What may follow a name on its line.
const AFTER_NAME: [&str; 9] = [" (", " <", ",", ";", ":", " - ", " – ", " — ", " @"];

/// The names of the items of lists and of the first cells of tables: between the marks if the text has them.
pub(super) fn names(text: &str) -> Vec<ListedName> {
    let lines = lines(text);
    let marked = marked(&lines);
    let mut names = Vec::new();
    let mut previous = "";
    let mut is_below_head = false;
    for Line { text, number, start, is_code } in lines {
        let is_within = marked.as_ref().is_none_or(|marked| marked.contains(&start));
        let trimmed = text.trim();
        let rest = if let Some(row) = trimmed.strip_prefix('|') {
            let is_rule = row.contains('-') && row.chars().all(|sign| matches!(sign, '|' | '-' | ':' | ' '));
            is_below_head |= is_rule && previous.trim().starts_with('|');
            (is_below_head && !is_rule).then(|| cell(row))
        } else {
            is_below_head = false;
            item(trimmed)
        };
        // What is no name, such as a year, may be an item elsewhere; between the marks all are people.
        let is_name = |name: &String| marked.is_some() || name.chars().any(char::is_alphabetic);
        let name = rest.filter(|_| is_within && !is_code).and_then(name).filter(is_name);
        names.extend(name.map(|name| ListedName { name, login: None, line: number }));
        previous = text;
    }
    names
}

/// The names of a plain text, one on each line.
pub(super) fn plain_names(text: &str) -> Vec<ListedName> {
    let lines = text.lines().zip(1..).filter(|(line, _)| !line.trim_start().starts_with('#'));
    let named = lines.filter_map(|(line, number)| {
        let line = line.trim();
        let name = name(item(line).unwrap_or(line)).filter(|name| name.chars().any(char::is_alphabetic));
        Some(ListedName { name: name?, login: None, line: number })
    });
    named.collect()
}

/// A line of a text.
struct Line<'a> {
    text: &'a str,
    number: u32,
    /// Where it begins.
    start: usize,
    /// Whether it is one of a fenced code block.
    is_code: bool,
}

fn lines(text: &str) -> Vec<Line<'_>> {
    let mut start = 0;
    let mut fence: Option<&str> = None;
    let line = |(line, number): (&'_ str, u32)| {
        let at = start;
        start += line.len();
        let end = line.trim_end_matches(['\n', '\r']).len();
        let text = &text[at..at + end];
        let is_code = if let Some(open) = fence {
            let closing = text.trim_matches([' ', '>', '\t']);
            if closing.starts_with(open) && closing.trim_start_matches(&open[..1]).is_empty() {
                fence = None;
            }
            true
        } else {
            fence = opening(text);
            fence.is_some()
        };
        Line { text, number, start: at, is_code }
    };
    text.split_inclusive('\n').zip(1..).map(line).collect()
}

/// The signs of the fence that a line opens, if it opens one (`CommonMark` 0.31.2, 4.5), in an item or a quote as well.
fn opening(line: &str) -> Option<&str> {
    let mut bare = line.trim_start_matches([' ', '>', '\t']);
    while let Some(inner) = item(bare) {
        bare = inner.trim_start_matches([' ', '>', '\t']);
    }
    let sign = bare.chars().next().filter(|sign| matches!(sign, '`' | '~'))?;
    let (signs, info) = bare.split_at(bare.len() - bare.trim_start_matches(sign).len());
    (signs.len() >= 3 && !(sign == '`' && info.contains('`'))).then_some(signs)
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

/// The first cell of a row.
fn cell(row: &str) -> &str {
    let mut is_escaped = false;
    let ends = |sign: char| {
        let ends = sign == '|' && !is_escaped;
        is_escaped = sign == '\\' && !is_escaped;
        ends
    };
    row.split(ends).next().unwrap_or_default()
}

/// A character, and whether it may be markup.
type Letter = (char, bool);

/// The name that a text begins with, without the markup around it.
fn name(text: &str) -> Option<String> {
    let letters = letters(text.trim());
    let mut name = trimmed(&letters);
    if let Some((('[', true), rest)) = name.split_first() {
        let closes = |pair: &[Letter]| pair == [(']', true), ('(', true)];
        name = rest.windows(2).position(closes).map_or(name, |end| &rest[..end]);
    }
    let follows = |after: &str, letters: &[Letter]| {
        let mut letters = letters.iter();
        after.chars().all(|sign| letters.next() == Some(&(sign, true)))
    };
    let ends = |at: &usize| AFTER_NAME.iter().any(|after| follows(after, &name[*at..]));
    let end = (0..name.len()).find(ends).unwrap_or(name.len());
    let name: String = trimmed(&name[..end]).iter().map(|(letter, _)| letter).collect();
    Some(clean(&name)).filter(|name| !name.is_empty())
}

/// The characters of a text; what a backslash or a reference by number stands for is no markup.
fn letters(text: &str) -> Vec<Letter> {
    let mut letters = Vec::new();
    let mut rest = text;
    while let Some(letter) = rest.chars().next() {
        let behind = &rest[letter.len_utf8()..];
        let escaped = behind.chars().next().filter(|next| letter == '\\' && next.is_ascii_punctuation());
        let (told, remaining) = if let Some(escaped) = escaped {
            ((escaped, false), &behind[1..])
        } else if let Some((meant, behind)) = reference(rest) {
            ((meant, false), behind)
        } else {
            ((letter, true), behind)
        };
        letters.push(told);
        rest = remaining;
    }
    letters
}

/// The character that a reference such as `&#8211;` stands for, and what is behind it.
fn reference(text: &str) -> Option<(char, &str)> {
    let (number, behind) = text.strip_prefix("&#")?.split_once(';')?;
    Some((char::from_u32(number.parse().ok()?)?, behind))
}

fn trimmed(mut letters: &[Letter]) -> &[Letter] {
    let is_around = |(letter, may_be_markup): &Letter| {
        *may_be_markup && (letter.is_whitespace() || matches!(letter, '*' | '_' | '`'))
    };
    while let Some((_, rest)) = letters.split_first().filter(|(first, _)| is_around(first)) {
        letters = rest;
    }
    while let Some((_, rest)) = letters.split_last().filter(|(last, _)| is_around(last)) {
        letters = rest;
    }
    letters
}

/// What stands between the marks.
fn marked(lines: &[Line<'_>]) -> Option<std::ops::Range<usize>> {
    let place = |from: usize, mark: &str| {
        let marks = |line: &Line<'_>| {
            let indent = line.text.len() - line.text.trim_start_matches(' ').len();
            (indent <= 3 && !line.is_code && line.text.trim() == mark).then_some(line.start + indent)
        };
        lines[from..].iter().position(|line| marks(line).is_some()).and_then(|found| {
            let line = from + found;
            Some((line, marks(&lines[line])?))
        })
    };
    let (line, start) = place(0, START)?;
    let (_, end) = place(line + 1, END)?;
    Some(start + START.len()..end)
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
    let marked = marked(&lines(text)).ok_or_else(|| {
        let hint = Message::new("tally-authors-marks-hint").with("start", START).with("end", END);
        Error::input(Message::new("tally-authors-marks")).hint(hint)
    })?;
    let list = if text.contains("\r\n") { list.replace('\n', "\r\n") } else { list };
    Ok(format!("{}{list}{}", &text[..marked.start], &text[marked.end..]))
}

/// A name as text that makes no markup, calls nobody and ends nowhere before its end.
fn escaped(name: &str) -> String {
    let letters: Vec<char> = clean(name).chars().collect();
    let mut escaped = String::with_capacity(letters.len());
    for (at, letter) in letters.iter().enumerate() {
        let (before, after) = (&letters[..at], letters.get(at + 1));
        let stands_alone = before.last().is_none_or(|before| *before == ' ') && after.is_none_or(|after| *after == ' ');
        let is_markup = match letter {
            '\\' | '*' | '_' | '[' | ']' | '<' | '>' | '`' | '|' | '&' | '@' | '#' | '!' | '~' | '{' | '}' | '$'
            | '^' | '(' | ')' | ',' | ';' | ':' => true,
            '-' | '+' => before.is_empty() || stands_alone,
            // The number of an item, and an address.
            '.' => {
                let is_www = before.len() >= 3 && before[before.len() - 3..].iter().all(|it| matches!(it, 'w' | 'W'));
                before.iter().all(char::is_ascii_digit) || is_www
            }
            _ => false,
        };
        // Writing to a string does not fail.
        let _ = match letter {
            '–' | '—' if stands_alone => write!(escaped, "&#{};", u32::from(*letter)),
            _ if is_markup => write!(escaped, "\\{letter}"),
            _ => write!(escaped, "{letter}"),
        };
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
        let text = "# Autores\n\nTexto que no es una lista.\n\n- Ana Ruiz (reunión)\n* **Luz Mar** <luz@a.mx>\n1. [Eva Paz](https://a.mx), Red\n\n| Nombre | Parte |\n| --- | --- |\n| Juan \\| Sol | 3 |\n\n- 2026\n";
        assert_eq!(told(text), ["5 Ana Ruiz", "6 Luz Mar", "7 Eva Paz", "11 Juan | Sol"]);
        let text = "- No\n\n<!-- gaceta:authors -->\n\n- Ana\\_Ruiz\n- 2026\n\n<!-- /gaceta:authors -->\n\n- Tampoco\n";
        assert_eq!(told(text), ["5 Ana_Ruiz", "6 2026"]);
        assert_eq!(plain_names("# Autores\nAna Ruiz <ana@a.mx>\n\n  Luz\n").len(), 2);
    }

    #[test]
    fn only_what_stands_between_the_marks_is_written() {
        let text = format!("# A\r\n\r\n{START}\r\n- Viejo\r\n{END}\r\n\r\nFin\r\n");
        let told = written(&text, &[], &|_| String::new(), "A").unwrap();
        assert_eq!(told, format!("# A\r\n\r\n{START}\r\n\r\n\r\n{END}\r\n\r\nFin\r\n"));
        assert_eq!(written("- Ana\n", &[], &|_| String::new(), "A").unwrap_err().message.id, "tally-authors-marks");
    }

    #[test]
    fn marks_stand_on_lines_of_their_own_and_not_in_code() {
        let code = format!("```md\n{START}\n- No\n{END}\n```\n\n- ~~~~ x\n  {START}\n  ~~~\n  {END}\n  ~~~~\n");
        let quoted = format!("Ponga `{START}` y `{END}`.\n\n    {START}\n    {END}\n");
        for text in [&code, &quoted, &format!("{START}viejo{END}\n"), &format!("{END}\n{START}\n")] {
            let error = written(text, &[], &|_| String::new(), "A").unwrap_err();
            assert_eq!(error.message.id, "tally-authors-marks", "{text}");
        }
        let text = format!("{code}{quoted}\n {START}\n- Sí\n{END}\n");
        assert_eq!(told(&text), ["18 Sí"]);
        let new = written(&text, &[], &|_| String::new(), "A").unwrap();
        assert_eq!(new, format!("{code}{quoted}\n {START}\n\n\n{END}\n"));
        assert_eq!(told(&code), Vec::<String>::new());
    }

    #[test]
    fn a_name_is_escaped_where_it_would_be_markup() {
        for (name, expected) in [
            ("@ana *x*\u{1b}", "\\@ana \\*x\\*"),
            ("Juan Mar (INAI)", "Juan Mar \\(INAI\\)"),
            ("Back\\Slash Paz", "Back\\\\Slash Paz"),
            ("12345", "12345"),
            ("-2+3", "\\-2+3"),
            ("~~~", "\\~\\~\\~"),
            ("- - menos", "\\- \\- menos"),
            ("1. lista", "1\\. lista"),
            ("https://x.mx", "https\\://x.mx"),
            ("www.x.mx", "www\\.x.mx"),
            (":tada:", "\\:tada\\:"),
            ("Ana\u{202e}zaP", "AnazaP"),
            ("Ana – Paz —", "Ana &#8211; Paz &#8212;"),
            ("J. P. O'Brien-Smith", "J. P. O'Brien-Smith"),
        ] {
            assert_eq!(escaped(name), expected);
            assert_eq!(super::name(&escaped(name)).as_deref(), Some(clean(name).as_str()));
        }
    }
}

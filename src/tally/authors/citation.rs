//! Authors in `CITATION.cff`: the list `authors` at the outermost level of a YAML file.
//!
//! 1. The names are read off the whole file, as front matter is;
//! 2. who is missing is put behind the others, line by line, so that comments, identifiers and affiliations stay. That is
//!    only done where the list has an item for each author with a key on each line;
//! 3. what came of it is read again: it must have the same authors, then the new ones, and all else as it was.

use super::name::clean;
use super::{Authors, Entry, ListedName, Opening};
use crate::error::{Error, Place, Result};
use crate::model::{DocumentPath, FrontMatterValue, Message, Position, Slugger};
use crate::parse;
use crate::tally::Person;
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// The key of the list.
const AUTHORS: &str = "authors";

/// The keys of the parts of a name, in the order in which they are said.
const PARTS: [&str; 4] = ["given-names", "name-particle", "family-names", "name-suffix"];

/// The names of the authors: given and family names, else the name or the alias.
pub(super) fn names(text: &str) -> Result<Vec<ListedName>> {
    Ok(Citation::read(text)?.names(text))
}

/// What a file says.
struct Citation {
    /// The list, and the line of its key.
    authors: Option<(FrontMatterValue, usize)>,
    /// All else.
    rest: Vec<(String, FrontMatterValue)>,
}

impl Citation {
    fn read(text: &str) -> Result<Self> {
        let source = source(text)?;
        let path = DocumentPath::new("CITATION.cff").ok_or_else(|| unreadable(1))?;
        let document = parse::document(path, &source, Slugger::default());
        // The line before the file is the one that makes it front matter.
        let line = |offset: usize| source[..offset].matches('\n').count().max(1);
        if let Some((_, span)) = document.problems.first() {
            return Err(unreadable(line(span.range().start)));
        }
        let mut citation = Self { authors: None, rest: Vec::new() };
        for (key, span, value) in document.front_matter.ok_or_else(|| unreadable(1))?.entries {
            let line = line(span.range().start);
            let is_list = matches!(value, FrontMatterValue::List(_) | FrontMatterValue::Null);
            if key != AUTHORS {
                citation.rest.push((key, value));
            } else if citation.authors.is_some() || !is_list {
                return Err(unreadable(line));
            } else {
                citation.authors = Some((value, line));
            }
        }
        Ok(citation)
    }

    fn items(&self) -> &[FrontMatterValue] {
        match &self.authors {
            Some((FrontMatterValue::List(items), _)) => items,
            _ => &[],
        }
    }

    fn names(&self, text: &str) -> Vec<ListedName> {
        let key = self.authors.as_ref().map_or(1, |(_, line)| *line);
        let lines: Vec<&str> = text.lines().collect();
        let starts = Block::below(&lines, key).map(|block| block.items).unwrap_or_default();
        // Where items do not begin on lines of their own, all stand on that of the key.
        let line = |number: usize| if starts.len() == self.items().len() { starts[number] } else { key };
        let name = |(number, item): (usize, &FrontMatterValue)| {
            let FrontMatterValue::Map(keys) = item else { return None };
            Some(ListedName { name: named(keys)?, login: None, line: u32::try_from(line(number)).unwrap_or(u32::MAX) })
        };
        self.items().iter().enumerate().filter_map(name).collect()
    }
}

fn named(keys: &BTreeMap<String, FrontMatterValue>) -> Option<String> {
    let said = |key: &str| {
        let text = match keys.get(key)? {
            FrontMatterValue::Text(text) => clean(text),
            FrontMatterValue::Integer(number) => number.to_string(),
            FrontMatterValue::Float(number) => number.to_string(),
            FrontMatterValue::Boolean(is_true) => is_true.to_string(),
            _ => return None,
        };
        Some(text).filter(|text| !text.is_empty())
    };
    let parts: Vec<String> = PARTS.into_iter().filter_map(said).collect();
    if parts.is_empty() { said("name").or_else(|| said("alias")) } else { Some(clean(&parts.join(" "))) }
}

/// The file as front matter. What stands before its first key is left out, line by line.
fn source(text: &str) -> Result<String> {
    let mut source = String::from("---\n");
    let mut is_head = true;
    for (line, number) in text.split('\n').zip(1..) {
        let line = line.strip_suffix('\r').unwrap_or(line);
        let begins = line.trim_end() == "---";
        if is_head && (begins || line.trim().is_empty() || line.starts_with(['#', '%'])) {
            is_head = !begins;
        } else if line.starts_with("---") || line.starts_with("...") || line.contains('\r') {
            return Err(unreadable(number));
        } else {
            is_head = false;
            source.push_str(line);
        }
        source.push('\n');
    }
    Ok(source + "---\n")
}

/// The lines below the key of a list, and what is written there.
struct Block {
    /// The lines on which an item begins.
    items: Vec<usize>,
    /// The last line of the last item.
    last: usize,
    /// What stands before each item.
    indent: String,
}

impl Block {
    /// The list below the line of its key; `None` if there is none, or it is none of items on lines of their own.
    fn below(lines: &[&str], key: usize) -> Option<Self> {
        let belongs = |line: &str| line.trim().is_empty() || line.starts_with([' ', '-', '#', '\t']);
        let below = (key + 1..).zip(lines.get(key..)?).take_while(|(_, line)| belongs(line));
        let written: Vec<(usize, &str)> =
            below.map(|(number, line)| (number, *line)).filter(|(_, line)| !line.trim().is_empty()).collect();
        let (_, first) = written.iter().find(|(_, line)| !line.trim_start().starts_with('#'))?;
        let (indent, _) = first.split_at(first.len() - first.trim_start().len());
        let begins = |line: &str| line.strip_prefix(indent).is_some_and(|item| item == "-" || item.starts_with("- "));
        let items: Vec<usize> = written.iter().filter(|(_, line)| begins(line)).map(|(number, _)| *number).collect();
        let last = written.iter().rev().find(|(_, line)| !line.starts_with('#')).map(|(number, _)| *number)?;
        begins(first).then(|| Self { items, last, indent: indent.to_owned() })
    }
}

/// The file with these authors behind those that it has; an empty one is begun, unless there is nobody.
pub(super) fn written(text: &str, authors: &Authors<'_>, opening: Opening<'_>) -> Result<String> {
    let old = Citation::read(text).map_err(|error| {
        let mut told = unsafe_to_add();
        told.place = error.place;
        told
    })?;
    let missing = authors.missing(&old.names(text));
    if missing.is_empty() {
        return Ok(text.to_owned());
    }
    if text.trim().is_empty() {
        let (message, title) = (quoted(opening.citation), quoted(opening.title));
        return written(&format!("cff-version: 1.2.0\nmessage: {message}\ntitle: {title}\n"), authors, opening);
    }
    added(text, &old, &missing)
}

/// The file with these authors behind those that it has, if that is safe.
fn added(text: &str, old: &Citation, missing: &[&Entry<'_>]) -> Result<String> {
    let (place, indent) = place(text, old).ok_or_else(unsafe_to_add)?;
    let end = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let mut lines: Vec<String> = text.split_inclusive('\n').map(str::to_owned).collect();
    if let Some(line) = place.checked_sub(1).and_then(|line| lines.get_mut(line)).filter(|line| !line.ends_with('\n')) {
        line.push_str(end);
    }
    let mut added = if old.authors.is_none() { format!("{AUTHORS}:{end}") } else { String::new() };
    for line in missing.iter().flat_map(|entry| item(entry.person)) {
        // Writing to a string does not fail.
        let _ = write!(added, "{indent}{line}{end}");
    }
    lines.insert(place, added);
    let new = lines.concat();
    let names = missing.iter().map(|entry| clean(&entry.person.name));
    if adds(text, old, &new, names) { Ok(new) } else { Err(unsafe_to_add()) }
}

/// After how many lines authors are to be added, and what stands before each; `None` if that is not safe.
fn place(text: &str, old: &Citation) -> Option<(usize, String)> {
    let lines: Vec<&str> = text.lines().collect();
    let usual = "  ".to_owned();
    let Some((list, key)) = &old.authors else { return Some((lines.len(), usual)) };
    let behind = lines.get(key - 1)?.strip_prefix(AUTHORS)?.strip_prefix(':')?;
    let is_remark = behind.trim().is_empty() || behind.starts_with(' ') && behind.trim_start().starts_with('#');
    if !is_remark || behind.contains('\t') {
        return None;
    }
    if *list == FrontMatterValue::Null {
        return Some((*key, usual));
    }
    let block = Block::below(&lines, *key)?;
    let is_plain = lines[*key..block.last].iter().all(|line| !line.contains('\t') && !has_block_scalar(line));
    let are_maps = old.items().iter().all(|item| matches!(item, FrontMatterValue::Map(_)));
    (is_plain && are_maps && block.items.len() == old.items().len()).then_some((block.last, block.indent))
}

/// Whether the text of a key or an item begins below its line.
fn has_block_scalar(line: &str) -> bool {
    let item = line.trim_start_matches([' ', '-']);
    item.split_once(": ").map_or(item, |(_, value)| value).trim_start().starts_with(['|', '>'])
}

/// Whether a file is another with authors of these names added, and nothing else.
fn adds(old_text: &str, old: &Citation, new_text: &str, names: impl Iterator<Item = String>) -> bool {
    let Ok(new) = Citation::read(new_text) else { return false };
    let told = |citation: &Citation, text: &str| -> Vec<String> {
        citation.names(text).into_iter().map(|listed| listed.name).collect()
    };
    let mut expected = told(old, old_text);
    expected.extend(names);
    new.rest == old.rest && new.items().starts_with(old.items()) && told(&new, new_text) == expected
}

/// An author, line by line. Of a name of two words the last is the family's; of another the manifest may tell, and if it
/// does not, nobody knows where the family names begin.
fn item(person: &Person) -> Vec<String> {
    let name = clean(&person.name);
    let family = person.family_names.as_deref().map(clean);
    let told = family.as_deref().and_then(|family| Some((name.strip_suffix(family)?.strip_suffix(' ')?, family)));
    let parts = told.or_else(|| name.split_once(' ').filter(|(_, family)| !family.contains(' ')));
    match parts.filter(|(given, family)| !given.is_empty() && !family.is_empty()) {
        Some((given, family)) => {
            vec![format!("- family-names: {}", quoted(family)), format!("  given-names: {}", quoted(given))]
        }
        None => vec![format!("- alias: {}", quoted(&name))],
    }
}

/// A text in double quotes (YAML 1.2.2, 7.3.1).
fn quoted(text: &str) -> String {
    format!("\"{}\"", clean(text).replace('\\', "\\\\").replace('"', "\\\""))
}

fn unreadable(line: usize) -> Error {
    let mut error =
        Error::input(Message::new("tally-authors-yaml-form")).hint(Message::new("tally-authors-yaml-form-hint"));
    let position = Position { line: u32::try_from(line).unwrap_or(u32::MAX), column: 1 };
    error.place = Some(Place { file: String::new(), position: Some(position) });
    error
}

fn unsafe_to_add() -> Error {
    Error::input(Message::new("tally-authors-yaml")).hint(Message::new("tally-authors-yaml-hint"))
}

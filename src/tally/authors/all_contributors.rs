//! Authors in `.all-contributorsrc`: the list `contributors` of a JSON file.
//!
//! 1. The whole file is read as JSON, so that it is known to be whole;
//! 2. [`Layout`] finds where the list and its items stand;
//! 3. who is missing is put behind the last item, written like the others. All else stays byte for byte.

use super::name::clean;
use super::{Entry, ListedName};
use crate::error::{Error, Place, Result};
use crate::model::{ContributionKind, Message, Position};
use serde::Deserialize;
use serde_json::Value;
use std::ops::Range;

/// The key of the list.
const CONTRIBUTORS: &str = "contributors";

/// What a file is begun with.
const BEGUN: &str = "{\n}\n";

/// What a file says of people.
#[derive(Deserialize)]
struct File {
    #[serde(default)]
    contributors: Vec<Value>,
}

/// The names of the contributors; who has none goes by the login.
pub(super) fn names(text: &str) -> Result<Vec<ListedName>> {
    if text.trim().is_empty() {
        return Ok(Vec::new());
    }
    let file = read(text)?;
    let list = Layout::of(text).list;
    let places = list.iter().flat_map(|list| &list.items).map(|item| item.start);
    Ok(file.contributors.iter().zip(places).filter_map(|(value, place)| listed(value, text, place)).collect())
}

fn listed(contributor: &Value, text: &str, place: usize) -> Option<ListedName> {
    let written = |key: &str| contributor.get(key).and_then(Value::as_str);
    let said = |key: &str| written(key).map(clean).filter(|text| !text.is_empty());
    let login = said("login");
    let (key, name) = said("name").map(|name| ("name", name)).or_else(|| Some(("login", login.clone()?)))?;
    let quoted = Value::from(written(key)?).to_string();
    let before = place + text[place..].find(&quoted).unwrap_or(0);
    let line = u32::try_from(text[..before].matches('\n').count() + 1).unwrap_or(u32::MAX);
    Some(ListedName { name, login, line })
}

/// The file with these contributors added.
pub(super) fn written(text: &str, missing: &[&Entry<'_>]) -> Result<String> {
    if missing.is_empty() {
        return Ok(text.to_owned());
    }
    let text = if text.trim().is_empty() { BEGUN } else { text };
    let mut expected = read(text)?.contributors.len();
    let layout = Layout::of(text);
    let (place, added) = match &layout.list {
        Some(list) if !list.items.is_empty() => behind_others(text, list, missing),
        Some(list) => into_empty(text, list, missing),
        None => with_key(text, &layout, missing),
    };
    let new = format!("{}{added}{}", &text[..place], &text[place..]);
    expected += missing.len();
    if read(&new)?.contributors.len() == expected { Ok(new) } else { Err(malformed()) }
}

/// Where JSON has the list of contributors.
struct Layout {
    list: Option<List>,
    /// The bracket that closes the file.
    end: usize,
}

struct List {
    /// Its brackets.
    start: usize,
    end: usize,
    items: Vec<Range<usize>>,
}

impl Layout {
    /// Looks through what is known to be an object in JSON.
    fn of(text: &str) -> Self {
        let mut layout = Self { list: None, end: text.len() };
        let (mut at, mut depth, mut item) = (0, 0_usize, 0);
        let (mut wants_key, mut is_key, mut is_within) = (false, false, false);
        while let Some(sign) = text.as_bytes().get(at).copied() {
            let start = at;
            at = if sign == b'"' { end_of_string(text, at) } else { at + 1 };
            match sign {
                b'"' if depth == 1 && wants_key => {
                    wants_key = false;
                    is_key = serde_json::from_str::<String>(&text[start..at]).is_ok_and(|key| key == CONTRIBUTORS);
                }
                b'{' | b'[' => {
                    depth += 1;
                    wants_key = depth == 1;
                    if depth == 2 && is_key {
                        layout.list = Some(List { start, end: start, items: Vec::new() });
                        (is_within, item) = (true, at);
                    }
                }
                b'}' | b']' => {
                    if let Some(list) = layout.list.as_mut().filter(|_| depth == 2 && is_within) {
                        list.items.extend(trimmed(text, item..start));
                        list.end = start;
                        is_within = false;
                    }
                    depth = depth.saturating_sub(1);
                    layout.end = if depth == 0 { start } else { layout.end };
                }
                b',' if depth == 1 => (wants_key, is_key) = (true, false),
                b',' if depth == 2 && is_within => {
                    if let Some(list) = &mut layout.list {
                        list.items.extend(trimmed(text, item..start));
                    }
                    item = at;
                }
                _ => {}
            }
        }
        layout
    }
}

/// Behind the quotes that close a string.
fn end_of_string(text: &str, start: usize) -> usize {
    let mut is_escaped = false;
    let closes = |byte: &u8| {
        let closes = *byte == b'"' && !is_escaped;
        is_escaped = *byte == b'\\' && !is_escaped;
        closes
    };
    text.as_bytes()[start + 1..].iter().position(closes).map_or(text.len(), |found| start + found + 2)
}

/// A range without the blanks around it; `None` if there is nothing else.
fn trimmed(text: &str, range: Range<usize>) -> Option<Range<usize>> {
    let written = text[range.clone()].trim_end();
    let start = range.start + written.len() - written.trim_start().len();
    (!written.is_empty()).then(|| start..range.start + written.len())
}

/// How an item is written.
struct Manner<'a> {
    /// What stands before it on its line; `None` if items do not begin lines.
    indent: Option<&'a str>,
    /// What stands before each of its keys; `None` if it stands on one line.
    inner: Option<String>,
    /// Whether each kind of contribution has a line.
    is_wide: bool,
    /// The end of a line.
    end: &'a str,
}

impl Manner<'_> {
    /// That in which programs write it.
    fn usual<'a>(text: &'a str, indent: &'a str, unit: &str) -> Manner<'a> {
        Manner { indent: Some(indent), inner: Some(format!("{indent}{unit}")), is_wide: true, end: end_of_line(text) }
    }

    /// Contributors, each on a line if that is the manner.
    fn items(&self, missing: &[&Entry<'_>]) -> String {
        let begin = self.indent.map_or(" ".to_owned(), |indent| format!("{}{indent}", self.end));
        let items: Vec<String> = missing.iter().map(|entry| format!("{begin}{}", self.item(entry))).collect();
        items.join(",")
    }

    fn item(&self, Entry { person, writes }: &Entry<'_>) -> String {
        let text = |text: &str| Value::from(clean(text)).to_string();
        let mut kinds: Vec<&str> = if *writes { vec!["content"] } else { Vec::new() };
        kinds.extend(person.contributions.keys().map(|kind| key(*kind)));
        kinds.sort_unstable();
        kinds.dedup();
        let kinds: Vec<String> = kinds.into_iter().map(text).collect();
        let login = person.login.as_deref().filter(|login| !clean(login).is_empty());
        let mut keys: Vec<String> = login.map(|login| format!("\"login\": {}", text(login))).into_iter().collect();
        keys.push(format!("\"name\": {}", text(&person.name)));
        let Some(inner) = &self.inner else {
            keys.push(format!("\"contributions\": [{}]", kinds.join(", ")));
            return format!("{{ {} }}", keys.join(", "));
        };
        let (end, indent) = (self.end, self.indent.unwrap_or_default());
        let unit = inner.strip_prefix(indent).unwrap_or_default();
        keys.push(if self.is_wide {
            let before = format!("{end}{inner}{unit}");
            format!("\"contributions\": [{before}{}{end}{inner}]", kinds.join(&format!(",{before}")))
        } else {
            format!("\"contributions\": [{}]", kinds.join(", "))
        });
        let before = format!("{end}{inner}");
        format!("{{{before}{}{end}{indent}}}", keys.join(&format!(",{before}")))
    }
}

/// Contributors behind others, written like the first of these.
fn behind_others(text: &str, list: &List, missing: &[&Entry<'_>]) -> (usize, String) {
    let (first, end) = (&list.items[0], list.items[list.items.len() - 1].end);
    let item = &text[first.clone()];
    let inner = item.split_once('\n').map(|(_, rest)| &rest[..rest.len() - rest.trim_start().len()]);
    let is_wide = item.split('[').skip(1).any(|list| list.trim_start_matches([' ', '\t', '\r']).starts_with('\n'));
    let indent = text[list.start + 1..first.start].rsplit_once('\n').map(|(_, indent)| indent);
    let manner = Manner { indent, inner: inner.map(str::to_owned), is_wide, end: end_of_line(text) };
    (end, format!(",{}", manner.items(missing)))
}

/// Contributors in a list that has none, indented like the key.
fn into_empty(text: &str, list: &List, missing: &[&Entry<'_>]) -> (usize, String) {
    let end = end_of_line(text);
    let line = text[..list.start].rsplit('\n').next().unwrap_or_default();
    let base = &line[..line.len() - line.trim_start().len()];
    let unit = if base.is_empty() { "  " } else { base };
    let indent = format!("{base}{unit}");
    let items = Manner::usual(text, &indent, unit).items(missing);
    let has_line = text[list.start..list.end].contains('\n');
    (list.start + 1, if has_line { items } else { format!("{items}{end}{base}") })
}

/// The key and its list, behind all other keys.
fn with_key(text: &str, layout: &Layout, missing: &[&Entry<'_>]) -> (usize, String) {
    let end = end_of_line(text);
    let before = text[..layout.end].trim_end();
    let comma = if before.ends_with('{') { "" } else { "," };
    let first = before.split_once('{').map_or("", |(_, rest)| &rest[..rest.len() - rest.trim_start().len()]);
    let unit = first.rsplit_once('\n').map(|(_, indent)| indent).filter(|indent| !indent.is_empty()).unwrap_or("  ");
    let indent = unit.repeat(2);
    let items = Manner::usual(text, &indent, unit).items(missing);
    let last = if text[before.len()..layout.end].contains('\n') { "" } else { end };
    (before.len(), format!("{comma}{end}{unit}\"{CONTRIBUTORS}\": [{items}{end}{unit}]{last}"))
}

fn end_of_line(text: &str) -> &'static str {
    if text.contains("\r\n") { "\r\n" } else { "\n" }
}

/// The name that all-contributors has for a kind of contribution (<https://allcontributors.org/docs/en/emoji-key>).
const fn key(kind: ContributionKind) -> &'static str {
    match kind {
        ContributionKind::Meeting | ContributionKind::Consultation => "ideas",
        ContributionKind::Review => "review",
        ContributionKind::Translation => "translation",
        ContributionKind::Research => "research",
        ContributionKind::Design => "design",
        ContributionKind::Coordination => "eventOrganizing",
        ContributionKind::Funding => "financial",
    }
}

/// Reads a file; one that has the key twice, or something else than a list for it, is none.
fn read(text: &str) -> Result<File> {
    if !text.trim_start().starts_with('{') {
        return Err(malformed());
    }
    serde_json::from_str(text).map_err(|error| {
        let number = |number: usize| u32::try_from(number.max(1)).unwrap_or(u32::MAX);
        let position = Position { line: number(error.line()), column: number(error.column()) };
        let mut told = malformed();
        told.place = Some(Place { file: String::new(), position: Some(position) });
        told
    })
}

fn malformed() -> Error {
    Error::input(Message::new("tally-authors-json")).hint(Message::new("tally-authors-json-hint"))
}

//! The metadata at the head of a document: YAML between `---` lines, TOML between `+++` lines.

use crate::model::{FrontMatter, FrontMatterValue, Message, Span};
use saphyr_parser::{Event, Parser, ScalarStyle};
use std::collections::BTreeMap;

/// The longest front matter that is read, in bytes.
const LONGEST: usize = 64 * 1024;

/// The deepest nesting of values that is read.
const DEEPEST: usize = 32;

/// Reads the front matter that begins at `start`, if there is one.
///
/// A `---` that opens no mapping is a thematic break, and so the text has no front matter.
pub(super) fn read(text: &str, start: usize, problems: &mut Vec<(Message, Span)>) -> Option<FrontMatter> {
    let (delimiter, inner, end) = delimited(text, start)?;
    let span = Span::new(start..end);
    if inner.len() > LONGEST {
        problems.push((Message::new("parse-front-matter-too-long").with("limit", LONGEST / 1024), span));
        return Some(FrontMatter { span, entries: Vec::new() });
    }
    let source = &text[inner.clone()];
    let (format, entries) = if delimiter == "---" { ("YAML", read_yaml(source)) } else { ("TOML", read_toml(source)) };
    match entries {
        Ok(Some(entries)) => {
            let shift = |span: Span| Span::new(span.range().start + inner.start..span.range().end + inner.start);
            let entries = entries.into_iter().map(|(key, span, value)| (key, shift(span), value)).collect();
            Some(FrontMatter { span, entries })
        }
        Ok(None) => None,
        Err(Unreadable { offset }) => {
            let at = (inner.start + offset).min(end);
            let message = Message::new("parse-front-matter-invalid").with("format", format);
            problems.push((message, Span::new(at..at)));
            Some(FrontMatter { span, entries: Vec::new() })
        }
    }
}

/// Finds the delimiters: which one, what stands between them, and the end of the last one's line.
fn delimited(text: &str, start: usize) -> Option<(&'static str, std::ops::Range<usize>, usize)> {
    let delimiter = ["---", "+++"].into_iter().find(|delimiter| text[start..].starts_with(delimiter))?;
    let first = text[start..].split_inclusive('\n').next()?;
    if first.trim_end() != delimiter || !first.ends_with('\n') {
        return None;
    }
    let inner = start + first.len();
    let mut offset = inner;
    for line in text[inner..].split_inclusive('\n') {
        let closes = line.trim_end() == delimiter || (delimiter == "---" && line.trim_end() == "...");
        if closes {
            return Some((delimiter, inner..offset, offset + line.len()));
        }
        offset += line.len();
    }
    None
}

type Entries = Vec<(String, Span, FrontMatterValue)>;

/// Where front matter stops making sense; what the readers say of it is in English only.
struct Unreadable {
    offset: usize,
}

/// A value of YAML that is still being read.
enum Open {
    List(Vec<FrontMatterValue>),
    Map(BTreeMap<String, FrontMatterValue>, Option<String>),
}

/// Reads YAML; `None` if it is no mapping.
fn read_yaml(source: &str) -> Result<Option<Entries>, Unreadable> {
    let offsets: Vec<usize> = source.char_indices().map(|(offset, _)| offset).chain([source.len()]).collect();
    let byte = |index: usize| offsets.get(index).copied().unwrap_or(source.len());
    let mut reader = YamlReader { entries: Vec::new(), open: Vec::new(), key: None, in_mapping: false };
    for event in Parser::new_from_str(source) {
        let (event, span) = event.map_err(|error| Unreadable { offset: byte(error.marker().index()) })?;
        let span = Span::new(byte(span.start.index())..byte(span.end.index()).max(byte(span.start.index())));
        match event {
            Event::Scalar(text, style, ..) if !reader.in_mapping => {
                let blank = style == ScalarStyle::Plain && matches!(&*text, "" | "~");
                return Ok(blank.then(Vec::new));
            }
            Event::SequenceStart(..) | Event::Alias(..) if !reader.in_mapping => return Ok(None),
            event => reader.take(event, span)?,
        }
    }
    Ok(Some(reader.entries))
}

struct YamlReader {
    entries: Entries,
    open: Vec<Open>,
    key: Option<(String, Span)>,
    in_mapping: bool,
}

impl YamlReader {
    fn take(&mut self, event: Event<'_>, span: Span) -> Result<(), Unreadable> {
        if self.open.len() >= DEEPEST {
            return Err(Unreadable { offset: span.range().start });
        }
        match event {
            Event::MappingStart(..) if !self.in_mapping => self.in_mapping = true,
            Event::MappingStart(..) => self.open.push(Open::Map(BTreeMap::new(), None)),
            Event::SequenceStart(..) => self.open.push(Open::List(Vec::new())),
            Event::MappingEnd | Event::SequenceEnd => match self.open.pop() {
                Some(Open::List(items)) => self.value(FrontMatterValue::List(items), span),
                Some(Open::Map(map, _)) => self.value(FrontMatterValue::Map(map), span),
                None => {}
            },
            Event::Scalar(text, style, ..) => self.scalar(&text, style, span),
            Event::Alias(..) => self.value(FrontMatterValue::Null, span),
            _ => {}
        }
        Ok(())
    }

    fn scalar(&mut self, text: &str, style: ScalarStyle, span: Span) {
        match self.open.last_mut() {
            Some(Open::Map(_, key @ None)) => *key = Some(text.to_owned()),
            None if self.key.is_none() => self.key = Some((text.to_owned(), span)),
            _ => self.value(yaml_scalar(text, style), span),
        }
    }

    fn value(&mut self, value: FrontMatterValue, span: Span) {
        match self.open.last_mut() {
            Some(Open::List(items)) => items.push(value),
            Some(Open::Map(map, key)) => match key.take() {
                Some(key) => drop(map.insert(key, value)),
                // A mapping or a list as a key: it has no name to be kept under.
                None => *key = Some(String::new()),
            },
            None => match self.key.take() {
                Some((key, at)) => self.entries.push((key, at, value)),
                None => self.key = Some((String::new(), span)),
            },
        }
    }
}

/// The value of a scalar by YAML 1.2's core schema; quoted scalars are text.
fn yaml_scalar(text: &str, style: ScalarStyle) -> FrontMatterValue {
    if style != ScalarStyle::Plain {
        return FrontMatterValue::Text(text.to_owned());
    }
    match text {
        "" | "~" | "null" | "Null" | "NULL" => FrontMatterValue::Null,
        "true" | "True" | "TRUE" => FrontMatterValue::Boolean(true),
        "false" | "False" | "FALSE" => FrontMatterValue::Boolean(false),
        _ => {
            let numeric = text.starts_with(|first: char| first.is_ascii_digit() || matches!(first, '-' | '+' | '.'));
            if let Some(number) = text.parse().ok().filter(|_| numeric) {
                FrontMatterValue::Integer(number)
            } else if let Some(number) = text.parse().ok().filter(|_| numeric) {
                FrontMatterValue::Float(number)
            } else {
                FrontMatterValue::Text(text.to_owned())
            }
        }
    }
}

/// Reads TOML; it is always a mapping.
fn read_toml(source: &str) -> Result<Option<Entries>, Unreadable> {
    let table: BTreeMap<toml::Spanned<String>, toml::Value> =
        toml::from_str(source).map_err(|error| Unreadable { offset: error.span().map_or(0, |span| span.start) })?;
    let mut entries: Entries = table
        .into_iter()
        .map(|(key, value)| {
            let span = Span::new(key.span());
            (key.into_inner(), span, toml_value(value))
        })
        .collect();
    entries.sort_by_key(|(_, span, _)| *span);
    Ok(Some(entries))
}

/// The recursion is bounded: the TOML reader refuses deep nesting.
fn toml_value(value: toml::Value) -> FrontMatterValue {
    match value {
        toml::Value::String(text) => FrontMatterValue::Text(text),
        toml::Value::Integer(number) => FrontMatterValue::Integer(number),
        toml::Value::Float(number) => FrontMatterValue::Float(number),
        toml::Value::Boolean(value) => FrontMatterValue::Boolean(value),
        toml::Value::Datetime(value) => FrontMatterValue::Text(value.to_string()),
        toml::Value::Array(items) => FrontMatterValue::List(items.into_iter().map(toml_value).collect()),
        toml::Value::Table(table) => {
            FrontMatterValue::Map(table.into_iter().map(|(key, value)| (key, toml_value(value))).collect())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_clean(text: &str) -> Option<FrontMatter> {
        let mut problems = Vec::new();
        let front_matter = read(text, 0, &mut problems);
        assert_eq!(problems, []);
        front_matter
    }

    #[test]
    fn yaml_keys_have_their_spans_in_bytes() {
        let text = "---\ntítulo: Año\norder: 3\n---\nText\n";
        let front_matter = read_clean(text).unwrap();
        assert_eq!(&text[front_matter.span.range()], "---\ntítulo: Año\norder: 3\n---\n");
        assert_eq!(front_matter.text("título"), Some("Año"));
        assert_eq!(front_matter.integer("order"), Some(3));
        assert_eq!(&text[front_matter.entries[1].1.range()], "order");
    }

    #[test]
    fn nested_values_are_kept() {
        let front_matter = read_clean("---\na:\n  - x\n  - {y: 1.5}\nb: \"2\"\nc:\n---\n").unwrap();
        let map = BTreeMap::from([("y".to_owned(), FrontMatterValue::Float(1.5))]);
        let list = vec![FrontMatterValue::Text("x".into()), FrontMatterValue::Map(map)];
        assert_eq!(front_matter.get("a"), Some(&FrontMatterValue::List(list)));
        assert_eq!(front_matter.get("b"), Some(&FrontMatterValue::Text("2".into())));
        assert_eq!(front_matter.get("c"), Some(&FrontMatterValue::Null));
    }

    #[test]
    fn toml_is_read_too() {
        let text = "+++\ntitle = \"T\"\ndate = 2026-11-22\n+++\r\nx";
        let front_matter = read_clean(text).unwrap();
        assert_eq!(front_matter.text("date"), Some("2026-11-22"));
        assert_eq!(&text[front_matter.entries[0].1.range()], "title");
    }

    #[test]
    fn rules_are_no_front_matter() {
        for text in
            ["---\n\ntext\n\n---\n", "---\n- a\n---\n", "----\na: b\n----\n", "---\na: b\n", "--- a: b ---", "---"]
        {
            assert_eq!(read_clean(text), None, "{text:?}");
        }
    }

    #[test]
    fn an_empty_one_is_one() {
        assert_eq!(read_clean("---\n---\nx").unwrap().entries, []);
        assert_eq!(read_clean("---\n# SPDX-License-Identifier: CC0-1.0\n---\nx").unwrap().entries, []);
    }

    #[test]
    fn what_is_wrong_is_told_where_it_stands() {
        let mut problems = Vec::new();
        let front_matter = read("---\na: [1, 2\nb: }\n---\n", 0, &mut problems).unwrap();
        assert_eq!(front_matter.entries, []);
        assert_eq!(problems.len(), 1);
        assert_eq!(problems[0].0.id, "parse-front-matter-invalid");
        assert!(problems[0].1.start > 4, "{:?}", problems[0]);
    }

    #[test]
    fn deep_nesting_is_refused() {
        let mut problems = Vec::new();
        read(&format!("---\na: {}{}\n---\n", "[".repeat(5000), "]".repeat(5000)), 0, &mut problems);
        assert_eq!(problems.len(), 1);
    }
}

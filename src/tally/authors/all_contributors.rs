//! Authors in `.all-contributorsrc`: the list `contributors` of a JSON file.

use super::{Entry, ListedName};
use crate::error::{Error, Result};
use crate::model::{ContributionKind, Message, Position};
use serde_json::{Map, Value, json};

/// The names of the contributors; who has none goes by the login.
pub(super) fn names(text: &str) -> Result<Vec<ListedName>> {
    let file = read(text)?;
    let contributors = file.get("contributors").and_then(Value::as_array).into_iter().flatten();
    let name = |contributor: &Value| {
        let said = |key: &str| contributor.get(key).and_then(Value::as_str).filter(|text| !text.trim().is_empty());
        said("name").or_else(|| said("login")).map(|name| name.trim().to_owned())
    };
    Ok(contributors.filter_map(name).map(|name| ListedName { line: line_of(text, &name), name }).collect())
}

/// The file with these contributors added.
pub(super) fn written(text: &str, missing: &[&Entry<'_>]) -> Result<String> {
    if missing.is_empty() {
        return Ok(text.to_owned());
    }
    let mut file = read(text)?;
    let contributors = file.entry("contributors").or_insert_with(|| json!([]));
    let list = contributors.as_array_mut().ok_or_else(malformed)?;
    for Entry { person, writes } in missing {
        let mut kinds: Vec<&str> = if *writes { vec!["content"] } else { Vec::new() };
        kinds.extend(person.contributions.keys().map(|kind| key(*kind)));
        kinds.sort_unstable();
        kinds.dedup();
        list.push(
            json!({ "login": person.login.as_deref().unwrap_or(""), "name": person.name, "contributions": kinds }),
        );
    }
    let written = serde_json::to_string_pretty(&Value::Object(file)).map_err(|_| malformed())?;
    Ok(written + "\n")
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

fn read(text: &str) -> Result<Map<String, Value>> {
    if text.trim().is_empty() {
        return Ok(Map::new());
    }
    let value: Value = serde_json::from_str(text).map_err(|error| {
        let number = |number: usize| u32::try_from(number.max(1)).unwrap_or(u32::MAX);
        let position = Position { line: number(error.line()), column: number(error.column()) };
        let mut told = malformed();
        told.place = Some(crate::error::Place { file: String::new(), position: Some(position) });
        told
    })?;
    match value {
        Value::Object(map) => Ok(map),
        _ => Err(malformed()),
    }
}

fn malformed() -> Error {
    Error::input(Message::new("tally-authors-json")).hint(Message::new("tally-authors-json-hint"))
}

/// The line on which a name is first written.
fn line_of(text: &str, name: &str) -> u32 {
    let quoted = Value::String(name.to_owned()).to_string();
    let before = text.find(&quoted).map_or(0, |at| text[..at].matches('\n').count());
    u32::try_from(before + 1).unwrap_or(u32::MAX)
}

//! Authors in `CITATION.cff`: the list `authors` at the outermost level of a YAML file.
//!
//! Lines are read one by one: the list is written by people and by programs in one way only, an item for each author with
//! a key on each line. Nothing that is there is written anew, so that comments, identifiers and affiliations stay.

use super::{Entry, ListedName, Opening};
use crate::tally::Person;
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// The key of the list.
const AUTHORS: &str = "authors:";

/// The names of the authors: given and family names, else the name or the alias.
pub(super) fn names(text: &str) -> Vec<ListedName> {
    let mut names = Vec::new();
    let mut item: Option<(u32, BTreeMap<&str, String>)> = None;
    for (number, line) in lines(text) {
        let trimmed = line.trim();
        let inner = trimmed.strip_prefix("- ").or_else(|| (trimmed == "-").then_some(""));
        if inner.is_some() {
            names.extend(item.take().and_then(named));
            item = Some((number, BTreeMap::new()));
        }
        let pair = inner.unwrap_or(trimmed).split_once(':');
        if let (Some((_, keys)), Some((key, value))) = (&mut item, pair) {
            keys.insert(key.trim(), unquoted(value));
        }
    }
    names.extend(item.and_then(named));
    names
}

fn named((line, keys): (u32, BTreeMap<&str, String>)) -> Option<ListedName> {
    let said = |key: &str| keys.get(key).map(String::as_str).filter(|value| !value.is_empty());
    let parts: Vec<&str> =
        ["given-names", "name-particle", "family-names", "name-suffix"].iter().filter_map(|key| said(key)).collect();
    let name = if parts.is_empty() { said("name").or_else(|| said("alias"))?.to_owned() } else { parts.join(" ") };
    Some(ListedName { name, line })
}

/// The lines of the list, each with its number.
fn lines(text: &str) -> impl Iterator<Item = (u32, &str)> {
    let from = text.lines().zip(1..).skip_while(|(line, _)| !line.starts_with(AUTHORS)).skip(1);
    let belongs = |line: &str| line.is_empty() || line.starts_with([' ', '-', '#', '\t']);
    from.take_while(move |(line, _)| belongs(line)).map(|(line, number)| (number, line))
}

/// A value without quotes and remarks.
fn unquoted(value: &str) -> String {
    let value = value.trim();
    for quote in ['"', '\''] {
        if let Some(rest) = value.strip_prefix(quote) {
            return rest.split(quote).next().unwrap_or_default().to_owned();
        }
    }
    value.split(" #").next().unwrap_or_default().trim().to_owned()
}

/// The file with these authors behind those that it has; an empty one is begun.
pub(super) fn written(text: &str, missing: &[&Entry<'_>], opening: Opening<'_>) -> String {
    if text.trim().is_empty() {
        let (message, title) = (quoted(opening.citation), quoted(opening.title));
        let head = format!("cff-version: 1.2.0\nmessage: {message}\ntitle: {title}\n{AUTHORS}\n");
        return written(&head, missing, opening);
    }
    let added: String = missing.iter().map(|entry| item(entry.person)).collect();
    let last = lines(text).filter(|(_, line)| !line.trim().is_empty() && !line.starts_with('#')).last();
    let head = text.lines().zip(1..).find(|(line, _)| line.starts_with(AUTHORS)).map(|(_, number)| number);
    let Some(after) = last.map(|(number, _)| number).or(head) else {
        return format!("{}\n{AUTHORS}\n{added}", text.trim_end());
    };
    let mut lines: Vec<String> = text.split_inclusive('\n').map(str::to_owned).collect();
    let place = after as usize;
    if let Some(line) = lines.get_mut(place - 1).filter(|line| !line.ends_with('\n')) {
        line.push('\n');
    }
    // The items are indented like those that are there.
    let indent = lines[..place].iter().rev().find(|line| line.trim_start().starts_with('-'));
    let indent = indent.map_or("  ", |line| &line[..line.len() - line.trim_start().len()]).to_owned();
    let added: Vec<String> = added.lines().map(|line| format!("{indent}{line}\n")).collect();
    lines.insert(place, added.concat());
    lines.concat()
}

/// An author. Of a name of two words the last is the family's; of another the manifest may tell, and if it does not, nobody
/// knows where the family names begin.
fn item(person: &Person) -> String {
    let name = person.name.as_str();
    let told = person.family_names.as_deref().and_then(|family| Some((name.strip_suffix(family)?.trim_end(), family)));
    let parts = told.or_else(|| name.split_once(' ').filter(|(_, family)| !family.contains(' ')));
    let mut item = String::new();
    // Writing to a string does not fail.
    let _ = match parts.filter(|(given, _)| !given.is_empty()) {
        Some((given, family)) => {
            writeln!(item, "- family-names: {}\n  given-names: {}", quoted(family), quoted(given))
        }
        None => writeln!(item, "- alias: {}", quoted(name)),
    };
    item
}

/// A text in double quotes (YAML 1.2.2, 7.3.1).
fn quoted(text: &str) -> String {
    let plain: String = text.chars().filter(|letter| !letter.is_control()).collect();
    format!("\"{}\"", plain.replace('\\', "\\\\").replace('"', "\\\""))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::manifest;
    use crate::repo::Mailmap;
    use crate::tally::People;
    use crate::tally::authors::Authors;
    use std::collections::BTreeSet;

    const FILE: &str = "cff-version: 1.2.0\nauthors:\n  # quien empezó\n  - family-names: \"Ruiz Paz\"\n    given-names: Ana # x\n    orcid: https://orcid.org/0\n  - name: 'Red'\ntitle: T\n";

    const OPENING: Opening<'_> = Opening { heading: "A", title: "T", citation: "C" };

    #[test]
    fn authors_are_read_and_added_behind_the_others() {
        let told: Vec<_> = names(FILE).into_iter().map(|listed| (listed.line, listed.name)).collect();
        assert_eq!(told, [(4, "Ana Ruiz Paz".to_owned()), (7, "Red".to_owned())]);
        let text = "[[people]]\nname = \"Eva Sol\"\ncontributions = [\"review\"]\n[[people]]\nname = \"Juan de la Mar Gil\"\nfamily-names = \"de la Mar Gil\"\ncontributions = [\"review\"]\n[[people]]\nname = \"Luz del Río Paz\"\ncontributions = [\"review\"]\n";
        let people = People::new(&manifest(text, "gaceta.toml").unwrap(), Mailmap::parse(""));
        let authors = Authors::new(&people, &BTreeSet::new());
        let told = written(FILE, &authors.missing(&names(FILE)), OPENING);
        let added = "  - family-names: \"Sol\"\n    given-names: \"Eva\"\n  - family-names: \"de la Mar Gil\"\n    given-names: \"Juan\"\n  - alias: \"Luz del Río Paz\"\n";
        assert_eq!(told, FILE.replace("  - name: 'Red'\n", &format!("  - name: 'Red'\n{added}")));
        assert_eq!(names(&told).len(), 5);
        assert_eq!(names(&written("", &authors.missing(&[]), OPENING)).len(), 3);
    }
}

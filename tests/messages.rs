//! Holds the catalogues of messages against each other and against the code: both languages have the same messages with
//! the same arguments, each is written once, the code asks for none that is not there, and none is left unused.

#![allow(clippy::unwrap_used, reason = "a test that cannot read the catalogues fails")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// The arguments of each message of a language, by the message's id.
fn catalogue(language: &str) -> BTreeMap<String, BTreeSet<String>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/messages").join(language);
    let mut messages = BTreeMap::new();
    for entry in fs::read_dir(folder).unwrap() {
        let text = fs::read_to_string(entry.unwrap().path()).unwrap();
        let mut current = String::new();
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            if let Some((id, _)) = line.split_once(" =").filter(|(id, _)| is_id(id)) {
                id.clone_into(&mut current);
                assert!(
                    messages.insert(current.clone(), BTreeSet::new()).is_none(),
                    "{language}: {id} is written twice"
                );
            }
            let arguments = line.split('$').skip(1).map(|rest| {
                rest.chars()
                    .take_while(|character| character.is_alphanumeric() || matches!(character, '_' | '-'))
                    .collect()
            });
            if let Some(known) = messages.get_mut(&current) {
                known.extend(arguments);
            }
        }
    }
    assert!(messages.len() > 50, "the catalogue was found");
    messages
}

fn is_id(text: &str) -> bool {
    text.starts_with(|first: char| first.is_ascii_lowercase())
        && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
}

/// Every string in quotes of the sources and templates.
fn quoted(folder: &Path, found: &mut BTreeSet<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            quoted(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs" || ending == "html" || ending == "typ") {
            let text = fs::read_to_string(&path).unwrap();
            found.extend(text.split('"').filter(|part| is_id(part)).map(str::to_owned));
            found.extend(
                text.split(|character: char| !(character.is_ascii_alphanumeric() || character == '-'))
                    .filter(|part| is_id(part))
                    .map(str::to_owned),
            );
        }
    }
}

fn used() -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    quoted(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut found);
    found
}

#[test]
fn both_languages_say_the_same() {
    let (spanish, english) = (catalogue("es"), catalogue("en"));
    let names = |messages: &BTreeMap<String, BTreeSet<String>>| messages.keys().cloned().collect::<Vec<_>>();
    assert_eq!(names(&spanish), names(&english));
    for (id, arguments) in &spanish {
        assert_eq!(arguments, &english[id], "the arguments of {id}");
    }
}

#[test]
fn the_code_asks_only_for_messages_that_exist() {
    let messages = catalogue("en");
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut missing = BTreeSet::new();
    let mut asked = 0;
    check_asked(&folder, &mut |id| {
        asked += 1;
        if !messages.contains_key(id) {
            missing.insert(id.to_owned());
        }
    });
    assert!(asked > 50, "the sources were found");
    assert_eq!(missing, BTreeSet::new());
}

fn check_asked(folder: &Path, check: &mut impl FnMut(&str)) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            check_asked(&path, check);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            let text = fs::read_to_string(&path).unwrap();
            let code = text.split("#[cfg(test)]\nmod tests {").next().unwrap();
            if path.file_stem().is_some_and(|stem| stem == "tests" || stem == "testing") {
                continue;
            }
            for call in ["Message::new(\"", ".word(\""] {
                for (at, _) in code.match_indices(call) {
                    check(code[at + call.len()..].split('"').next().unwrap());
                }
            }
        }
    }
}

#[test]
fn no_message_is_left_unused() {
    let used = used();
    // The texts of the command line and of edition statuses are asked for by the name of a command, argument or status.
    let unused: Vec<_> =
        catalogue("en").into_keys().filter(|id| !used.contains(id) && !id.starts_with("cli-")).collect();
    assert_eq!(unused, Vec::<String>::new());
}

//! Names of documents that do not work everywhere.

use crate::lint::finding::{Findings, Observation, quotation};
use crate::lint::rule::{Check, Documentation, Rule};
use crate::lint::whole::WholePolicy;
use crate::model::{DocumentPath, Message, Severity, Span};
use std::collections::{HashMap, HashSet};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The rule.
pub const RULE: Rule = Rule {
    name: "file-name",
    default: Some(Severity::Warning),
    check: Check::Policy(check),
    messages: &[
        "lint-file-name-letter",
        "lint-file-name-blank",
        "lint-file-name-reserved",
        "lint-file-name-end",
        "lint-file-name-start",
        "lint-file-name-same",
        "lint-file-name-same-place",
        "lint-file-name-same-hint",
        "lint-file-name-hint",
    ],
    documentation: [Documentation(include_str!("file_name.es.md")), Documentation(include_str!("file_name.en.md"))],
};

/// Names that Windows keeps for devices, whatever their ending.
const DEVICES: [&str; 22] = [
    "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9", "lpt1", "lpt2",
    "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9",
];

fn check(whole: &WholePolicy<'_>, findings: &mut Findings<'_>) {
    let mut judged = HashSet::new();
    let mut known: HashMap<String, &DocumentPath> = HashMap::new();
    for (path, _) in &whole.documents {
        for fault in faults(path, &mut judged) {
            findings.add(fault);
        }
        let key: String = path.as_str().nfc().flat_map(char::to_lowercase).collect();
        if let Some(other) = known.get(&key) {
            let message = Message::new("lint-file-name-same").with("name", quotation(other.as_str()));
            let observation = Observation::new(path, Span::default(), message);
            let observation = observation.hint(Message::new("lint-file-name-same-hint"));
            findings.add(observation.related(other, Span::default(), Message::new("lint-file-name-same-place")));
        } else {
            known.insert(key, path);
        }
    }
}

/// What is wrong with the names in a path; a folder's is told once, for its first document.
fn faults<'a>(path: &'a DocumentPath, judged: &mut HashSet<&'a str>) -> Vec<Observation> {
    let mut found = Vec::new();
    let whole = path.as_str();
    let mut start = 0;
    for name in whole.split('/') {
        let end = start + name.len();
        let is_new = end == whole.len() || is_plain(name) || judged.insert(&whole[..end]);
        start = end + 1;
        if is_plain(name) && !is_device(name) || !is_new {
            continue;
        }
        let Some(message) = fault(name) else { continue };
        let hint = Message::new("lint-file-name-hint").with("name", quotation(&portable(name)));
        found.push(Observation::new(path, Span::default(), message.with("name", quotation(name))).hint(hint));
    }
    found
}

/// Whether a name has only the characters that work everywhere, in places where they do.
fn is_plain(name: &str) -> bool {
    name.bytes().all(is_portable) && !name.starts_with('-') && !name.ends_with('.')
}

/// Whether a byte is one of POSIX's portable characters (IEEE 1003.1, section 3.265), or one that neither shells nor
/// addresses give a meaning.
const fn is_portable(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_' | b'+' | b'@' | b'~' | b'=' | b',')
}

fn is_device(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or(name).trim_end();
    stem.len() <= 4 && DEVICES.iter().any(|device| stem.eq_ignore_ascii_case(device))
}

fn fault(name: &str) -> Option<Message> {
    if is_device(name) {
        return Some(Message::new("lint-file-name-reserved"));
    }
    if name.ends_with(['.', ' ']) {
        return Some(Message::new("lint-file-name-end"));
    }
    if name.starts_with('-') {
        return Some(Message::new("lint-file-name-start"));
    }
    if name.contains(char::is_whitespace) {
        return Some(Message::new("lint-file-name-blank"));
    }
    let letter =
        name.chars().find(|letter| !u8::try_from(*letter).is_ok_and(|byte| byte.is_ascii() && is_portable(byte)));
    letter.map(|letter| Message::new("lint-file-name-letter").with("letter", letter.to_string()))
}

/// A name that works everywhere, as near as can be to one that does not.
fn portable(name: &str) -> String {
    let mut made = String::with_capacity(name.len());
    for letter in name.nfd().filter(|letter| !is_combining_mark(*letter)) {
        let is_plain = u8::try_from(letter).is_ok_and(|byte| byte.is_ascii() && is_portable(byte));
        match letter {
            _ if is_plain => {
                if letter == '.' && made.ends_with('-') {
                    made.pop();
                }
                made.push(letter);
            }
            _ if !made.is_empty() && !made.ends_with('-') => made.push('-'),
            _ => {}
        }
    }
    let made = made.trim_start_matches('-').trim_end_matches(['.', '-']).to_owned();
    match made.split_once('.') {
        Some((stem, ending)) if is_device(stem) => format!("{stem}-1.{ending}"),
        None if is_device(&made) => format!("{made}-1"),
        _ => made,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lint::testing::{Trial, hints};
    use crate::messages::Locale;
    use proptest::prelude::*;

    fn trial(files: &[&str]) -> Trial {
        files.iter().fold(Trial::of("file-name"), |trial, file| trial.file(file, "# A\n"))
    }

    #[test]
    fn names_that_do_not_work_everywhere_are_reported_once_each() {
        for (file, message, name) in [
            ("es/06 Anexos (final).md", "El nombre «06 Anexos (final).md» tiene espacios", "06-Anexos-final.md"),
            ("es/guía.md", "El nombre «guía.md» tiene el carácter «í», que no funciona en todas partes", "guia.md"),
            ("es/a:b.md", "El nombre «a:b.md» tiene el carácter «:», que no funciona en todas partes", "a-b.md"),
            ("es/Qué?.md", "El nombre «Qué?.md» tiene el carácter «é», que no funciona en todas partes", "Que.md"),
            ("es/con.md", "Windows reserva el nombre «con.md» para un dispositivo", "con-1.md"),
            ("es/-a.md", "El nombre «-a.md» empieza con un guion, como las opciones de los programas", "a.md"),
            ("es/x./a.md", "El nombre «x.» termina en punto o espacio, que Windows quita", "x"),
        ] {
            let marked = Trial::of("file-name").file(file, "⟦⟧# A\n");
            marked.says(Locale::Spanish, &[message]);
            assert_eq!(hints(&marked.lint(), Locale::Spanish), [format!("Un nombre que funciona: «{name}»")]);
        }
    }

    #[test]
    fn the_name_of_a_folder_is_told_once() {
        let trial = Trial::of("file-name").file("en/my texts/a.md", "⟦⟧# A\n").file("en/my texts/b.md", "# B\n");
        trial.says(Locale::English, &["The name “my texts” has spaces"]);
    }

    #[test]
    fn names_that_differ_only_in_capitals_or_in_the_form_of_accents_are_one_on_some_systems() {
        let trial = Trial::of("file-name").file("es/Guia.md", "# A\n").file("es/guia.md", "⟦⟧# B\n");
        let message =
            "En Windows y en macOS, este nombre y «es/Guia.md» son el mismo: uno de los dos archivos se pierde";
        trial.says(Locale::Spanish, &[message]);
        let policy = self::trial(&["es/gui\u{301}a.md", "es/gu\u{ed}a.md"]).policy();
        let options = crate::lint::Options { rules: vec!["file-name".to_owned()], ..Default::default() };
        let found = crate::lint::lint(&policy, &options).unwrap().findings;
        assert!(found.iter().any(|finding| finding.message.id == "lint-file-name-same"));
    }

    #[test]
    fn portable_names_are_left_alone() {
        trial(&[
            "README.md",
            "es/01-Objeto_1.2.md",
            "es/a+b@c~d=e,f.md",
            "es/console.md",
            "es/com10.md",
            "en/README.md",
        ])
        .lint();
    }

    proptest! {
        #[test]
        fn the_name_suggested_has_no_fault(name in "[a-zA-Z0-9 ._éñ:()\u{301}-]{1,12}") {
            let name = format!("x{name}.md");
            prop_assert_eq!(fault(&portable(&name)), None);
        }
    }
}

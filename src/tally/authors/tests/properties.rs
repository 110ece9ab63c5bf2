//! What holds of any names and of any small file.

use super::*;
use proptest::prelude::*;

fn any_name() -> impl Strategy<Value = String> {
    let odd = prop::sample::select(vec![
        "Juan Mar (INAI)",
        "Back\\Slash Paz",
        "12345",
        "-2+3",
        "~~~",
        "A: b; c, d @e",
        "- - menos",
        "1. lista",
        "2) x",
        "https://x.mx",
        "www.x.mx",
        ":tada:",
        "Ana\u{202e}zaP",
        "Ana – Paz —",
        "&amp; &#38;",
        "Null",
        "\"",
        "'",
        "#x",
        "---",
        "```",
        "[x] y",
        "<!-- /gaceta:authors -->",
        "a^b^",
        "> x",
        "| a | b",
        "Ana Ruiz",
        "Ana  Ruiz",
        "Red",
    ]);
    prop_oneof![odd.prop_map(str::to_owned), "[ -~áñ–\u{202e}\t]{1,12}", any::<String>()]
}

/// Some pieces one after the other, with other line ends, a byte order mark or no last line end.
fn file_of(pieces: &[&'static str]) -> impl Strategy<Value = String> {
    let pieces = prop::collection::vec(prop::sample::select(pieces.to_vec()), 0..8);
    (pieces, any::<[bool; 3]>()).prop_map(|(pieces, [crlf, mark, cut])| {
        let text = pieces.concat();
        let text = if cut { text.trim_end_matches('\n') } else { &text };
        let text = if crlf { text.replace('\n', "\r\n") } else { text.to_owned() };
        if mark { format!("\u{feff}{text}") } else { text }
    })
}

const YAML: [&str; 24] = [
    "authors:\n",
    "authors:\n",
    "authors: # x\n",
    "cff-version: 1.2.0\n",
    "title: \"T: é\"\n",
    "  - name: Red\n",
    "  - name: 'O''X'\n",
    "  - given-names: Ana\n    family-names: Ruiz\n",
    "  - {alias: \"a\\\"b\", x: [1, 2]}\n",
    "- alias: Luz\n",
    "\n",
    "# x\n",
    "    # y\n",
    "abstract: |\n  uno\n\n  - dos\n",
    "keep: |+\n  x\n\n",
    "message: >\n  a\n",
    "    affiliation:\n      - z\n",
    "---\n",
    "  - name: |\n      R\n",
    "authors: [{name: Red}]\n",
    "    orcid:\t1\n",
    "message: \"uno\n  dos\"\n",
    "    note: uno\n      dos\n",
    "...\n",
];

const JSON: [&str; 10] = [
    "\"a\": 1.50e2",
    "\"b\": {\"contributors\": [1]}",
    "\"c\": [\"]\", \"\\\"[\"]",
    "\"contributors\": []",
    "\"contributors\": [ ]",
    "\"contributors\": [\n    {\"login\": \"x\"},\n    {\n      \"name\": \"Red\"\n    }\n  ]",
    "\"contributors\": [{\"name\":\"Ana Ruiz\"}]",
    "\"contribut\\u006frs\": [\n\t\t{ \"name\": \"\\u0041\" } ]",
    "\"contributors\": 1",
    "\"d\":\tnull",
];

fn any_json() -> impl Strategy<Value = String> {
    let pairs = prop::collection::vec(prop::sample::select(JSON.to_vec()), 0..4);
    let around =
        prop::sample::select(vec![("{", "}"), ("{\n  ", "\n}\n"), ("\u{feff} { ", " }"), ("{\r\n\t", "\r\n}")]);
    let between = prop::sample::select(vec![",", ",\n  ", " ,\r\n\t"]);
    (pairs, around, between).prop_map(|(pairs, (start, end), between)| format!("{start}{}{end}", pairs.join(between)))
}

const MARKDOWN: [&str; 12] = [
    "# Autores\n",
    "\n",
    "<!-- gaceta:authors -->\n",
    "<!-- gaceta:authors -->\n",
    "<!-- /gaceta:authors -->\n",
    "<!-- /gaceta:authors -->\n",
    "- Ana\n",
    "```\n",
    "~~~~ x\n",
    "Ponga <!-- gaceta:authors -->\n",
    "| a |\n| - |\n| Luz |\n",
    "  <!-- /gaceta:authors --> \n",
];

fn names_of(form: AuthorsFile, text: &str) -> Vec<String> {
    form.names(text).unwrap().into_iter().map(|listed| listed.name).collect()
}

/// Whether a text is another into which something was put at one place.
fn is_put_into(old: &str, new: &str) -> bool {
    let same = old.bytes().zip(new.bytes()).take_while(|(old, new)| old == new).count();
    new.as_bytes().ends_with(&old.as_bytes()[same..])
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 400, ..Default::default() })]

    #[test]
    fn what_is_added_reads_back(
        names in prop::collection::vec(any_name(), 0..4),
        yaml in file_of(&YAML),
        json in any_json(),
    ) {
        let people = people("", &names.iter().map(String::as_str).collect::<Vec<_>>());
        let authors = Authors::new(&people, &BTreeSet::new());
        for (form, text) in [(AuthorsFile::Citation, yaml), (AuthorsFile::AllContributors, json)] {
            let written = |text: &str| form.written(text, &authors, &|_| String::new(), OPENING);
            let Ok(new) = written(&text) else { continue };
            let listed = form.names(&text).unwrap();
            let mut expected = names_of(form, &text);
            expected.extend(authors.missing(&listed).iter().map(|entry| clean(&entry.person.name)));
            prop_assert_eq!(names_of(form, &new), expected, "{}", new);
            let is_begun = text.trim_matches(['\u{feff}', '\r', '\n']).is_empty();
            prop_assert!(is_begun || [&text, &format!("{text}\n"), &format!("{text}\r\n")].iter().any(|old| is_put_into(old, &new)), "{}", new);
            prop_assert_eq!(&written(&new).unwrap(), &new);
            let plain = new.trim_start_matches('\u{feff}');
            match form {
                AuthorsFile::Citation => prop_assert!(is_yaml(plain)),
                _ => prop_assert!(serde_json::from_str::<serde_json::Value>(plain).is_ok()),
            }
        }
    }

    #[test]
    fn a_list_in_markdown_reads_back(names in prop::collection::vec(any_name(), 0..4), text in file_of(&MARKDOWN)) {
        let people = people("", &names.iter().map(String::as_str).collect::<Vec<_>>());
        let authors = Authors::new(&people, &BTreeSet::new());
        let expected: Vec<String> = authors.entries.iter().map(|entry| clean(&entry.person.name)).collect();
        for text in ["", &text] {
            let written = |text: &str| AuthorsFile::Markdown.written(text, &authors, &|_| "consulta".to_owned(), OPENING);
            let Ok(new) = written(text) else { continue };
            prop_assert_eq!(&names_of(AuthorsFile::Markdown, &new), &expected, "{}", new);
            prop_assert_eq!(&written(&new).unwrap(), &new);
            prop_assert_eq!(deviations(&AuthorsFile::Markdown.names(&new).unwrap(), &authors), []);
        }
        let list = written_list(&authors);
        prop_assert_eq!(items(&list), expected, "{}", list);
    }
}

/// The list by itself, without what people did.
fn written_list(authors: &Authors<'_>) -> String {
    let new = AuthorsFile::Markdown.written("", authors, &|_| String::new(), OPENING).unwrap();
    new.lines().filter(|line| line.starts_with("- ")).flat_map(|line| [line, "\n"]).collect()
}

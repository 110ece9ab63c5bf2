//! What holds of files of authors of any form.

use super::*;
use crate::config::manifest;
use crate::model::{Contribution, ContributionKind, LocalisedText};
use crate::repo::Mailmap;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

mod properties;

#[test]
fn who_is_missing_misspelt_or_no_longer_needed() {
    let manifest = manifest(
        r#"
        [[people]]
        name = "Olivier Soto"
        contributions = ["review"]
        [[people]]
        name = "Ana Ruiz"
        names = ["aruiz"]
        contributions = ["meeting"]
        [[people]]
        name = "Eva Paz"
        contributions = ["design"]
        [[people]]
        name = "robot"
        program = true
        [[people]]
        name = "Luz"
        named = false
        contributions = ["design"]
        "#,
        "gaceta.toml",
    );
    let people = People::new(&manifest.unwrap(), Mailmap::parse(""));
    let authors = Authors::new(&people, &BTreeSet::new());
    let listed = AuthorsFile::Text.names("Oliver Soto\naruiz\nJuan Mar <j@a.mx>\n").unwrap();
    let told = deviations(&listed, &authors);
    let at = |line, name: &str| ListedName { name: name.to_owned(), login: None, line };
    assert_eq!(
        told,
        [
            Deviation::Misspelt { listed: at(1, "Oliver Soto"), name: "Olivier Soto".to_owned() },
            Deviation::Unneeded(at(3, "Juan Mar")),
            Deviation::Missing("Eva Paz".to_owned()),
        ]
    );
}

#[test]
fn the_name_of_a_file_tells_its_form() {
    let forms = ["AUTHORS.md", "docs/CONTRIBUTORS", ".all-contributorsrc", "CITATION.cff"].map(AuthorsFile::of);
    let expected = [AuthorsFile::Markdown, AuthorsFile::Text, AuthorsFile::AllContributors, AuthorsFile::Citation];
    assert_eq!(forms, expected);
}

const OPENING: Opening<'_> = Opening { heading: "A", title: "T", citation: "C" };

/// Everybody that a manifest tells of, and some people who answered a consultation.
fn people(text: &str, names: &[&str]) -> People {
    let mut people = People::new(&manifest(text, "gaceta.toml").unwrap(), Mailmap::parse(""));
    people.contribute(&Contribution {
        kind: ContributionKind::Consultation,
        title: LocalisedText::default(),
        date: None,
        people: names.iter().map(|name| (*name).to_owned()).collect(),
    });
    people
}

/// A file with those people added.
fn added(form: AuthorsFile, text: &str, names: &[&str]) -> Result<String> {
    let people = people("", names);
    form.written(text, &Authors::new(&people, &BTreeSet::new()), &|_| "consulta".to_owned(), OPENING)
}

fn told(form: AuthorsFile, text: &str) -> Vec<String> {
    form.names(text).unwrap().into_iter().map(|listed| format!("{} {}", listed.line, listed.name)).collect()
}

const CFF: &str = "cff-version: 1.2.0\nauthors: # todos\n  # quien empezó\n  - family-names: \"Ruiz Paz\"\n    given-names: Ana # x\n    affiliation:\n      - x\n  - name: 'Red'\n    # fin\n\n# otra cosa\ntitle: T\n";

#[test]
fn citations_have_authors_added_behind_the_others() {
    assert_eq!(told(AuthorsFile::Citation, CFF), ["4 Ana Ruiz Paz", "8 Red"]);
    let manifest = "[[people]]\nname = \"Eva Sol\"\ncontributions = [\"review\"]\n[[people]]\nname = \"Juan de la Mar Gil\"\nfamily-names = \"de la Mar Gil\"\ncontributions = [\"review\"]\n[[people]]\nname = \"Luz del Río Paz\"\ncontributions = [\"review\"]\n[[people]]\nname = \"MariSol\"\nfamily-names = \"Sol\"\ncontributions = [\"review\"]\n";
    let people = people(manifest, &[]);
    let authors = Authors::new(&people, &BTreeSet::new());
    let written = |text: &str| AuthorsFile::Citation.written(text, &authors, &|_| String::new(), OPENING).unwrap();
    let new = "  - family-names: \"Sol\"\n    given-names: \"Eva\"\n  - family-names: \"de la Mar Gil\"\n    given-names: \"Juan\"\n  - alias: \"Luz del Río Paz\"\n  - alias: \"MariSol\"\n";
    let expected = CFF.replace("    # fin\n", &format!("    # fin\n{new}"));
    assert_eq!(written(CFF), expected);
    assert_eq!(written(&expected), expected);
    // Line ends and the byte order mark stay.
    assert_eq!(
        written(&format!("\u{feff}{}", CFF.replace('\n', "\r\n"))),
        format!("\u{feff}{}", expected.replace('\n', "\r\n"))
    );
    assert_eq!(written(""), format!("cff-version: 1.2.0\nmessage: \"C\"\ntitle: \"T\"\nauthors:\n{new}"));
    assert_eq!(written("title: T"), format!("title: T\nauthors:\n{new}"));
    assert_eq!(written("authors:"), format!("authors:\n{new}"));
    let flush = new.replace("\n  ", "\n");
    let flush = flush.strip_prefix("  ").unwrap();
    assert_eq!(written("authors:\n- {alias: x}\ntitle: T\n"), format!("authors:\n- {{alias: x}}\n{flush}title: T\n"));
}

#[test]
fn citations_are_read_as_yaml() {
    let text = "---\n\"authors\":\n  - {family-names: Ruiz, given-names: Ana}\n  - \"given-names\": \"Eva \\\"Luz\\\" \\\\\"\n    'family-names': 'O''Mar'\n  - alias: 12345\n---x: 1\n";
    assert_eq!(
        told(AuthorsFile::Citation, &text.replace("---x: 1\n", "")),
        ["3 Ana Ruiz", "4 Eva \"Luz\" \\ O'Mar", "6 12345"]
    );
    let flow = "title: T\nauthors: [{name: Red}, {alias: Luz, x: [1]}]\n";
    assert_eq!(told(AuthorsFile::Citation, flow), ["2 Red", "2 Luz"]);
    for (wrong, line) in [
        (text, 7),
        ("a: 1\nauthors: []\nauthors: []\n", 3),
        ("authors: Ana\n", 1),
        ("- a\n", 1),
        ("a: b: c\n", 1),
        ("a: 1\n...\n", 2),
        ("a: 1\rb: 2\n", 1),
    ] {
        let error = AuthorsFile::Citation.names(wrong).unwrap_err();
        assert_eq!(error.message.id, "tally-authors-yaml-form", "{wrong}");
        assert_eq!(error.place.unwrap().position.unwrap().line, line, "{wrong}");
    }
}

#[test]
fn citations_are_left_alone_where_adding_is_not_safe() {
    for text in [
        "authors: [{name: Red}]\n",
        "authors: []\n",
        "\"authors\":\n  - name: Red\n",
        "authors :\n  - name: Red\n",
        "authors: &a\n  - name: Red\n",
        "authors:\n  - name: >\n      Red\n",
        "authors:\n  - |\n    Red\n",
        "authors:\n  - name:\tRed\n",
        "authors:\n  - name: A\tB\n",
        "authors:\n  - name: A\nauthors:\n  - name: B\n",
        "authors:\n  - &x {name: Red}\n  - *x\n",
        "authors:\n  - Red\n",
        "authors:\n  [{name: Red}]\n",
        "{title: T}\n",
        "{authors: [{name: Red}]}\n",
    ] {
        let error = added(AuthorsFile::Citation, text, &["Ana"]).unwrap_err();
        assert_eq!(error.message.id, "tally-authors-yaml", "{text}");
        assert!(
            added(AuthorsFile::Citation, text, &[]).is_ok_and(|same| same == text)
                || AuthorsFile::Citation.names(text).is_err()
        );
    }
}

#[test]
fn a_file_is_not_begun_for_nobody() {
    for form in [AuthorsFile::Citation, AuthorsFile::AllContributors] {
        for text in ["", "\u{feff}", "\n"] {
            assert_eq!(added(form, text, &[]).unwrap(), text);
        }
    }
    assert_eq!(added(AuthorsFile::Markdown, "\u{feff}", &[]).unwrap().matches("# A\n").count(), 1);
}

#[test]
fn contributors_are_put_into_json_that_stays_as_it_is() {
    let added = |text: &str| added(AuthorsFile::AllContributors, text, &["Ana", "\"Luz\""]).unwrap();
    let line = "{ \"name\": \"\\\"Luz\\\"\", \"contributions\": [\"ideas\"] }";
    let other = line.replace("\\\"Luz\\\"", "Ana");
    let wide = |before: &str, name: &str| {
        format!(
            "{before}    {{\n{before}      \"name\": \"{name}\",\n{before}      \"contributions\": [\n{before}        \"ideas\"\n{before}      ]\n{before}    }}"
        )
    };
    let both = format!("{},\n{}", wide("", "\\\"Luz\\\""), wide("", "Ana"));
    for (text, expected) in [
        ("", format!("{{\n  \"contributors\": [\n{both}\n  ]\n}}\n")),
        ("{}", format!("{{\n  \"contributors\": [\n{both}\n  ]\n}}")),
        ("{\n  \"a\": 1e999\n}\n", format!("{{\n  \"a\": 1e999,\n  \"contributors\": [\n{both}\n  ]\n}}\n")),
        ("{\n  \"contributors\": []\n}", format!("{{\n  \"contributors\": [\n{both}\n  ]\n}}")),
        ("{\n  \"contributors\": [\n  ]\n}", format!("{{\n  \"contributors\": [\n{both}\n  ]\n}}")),
        (
            "{\"contribut\\u006frs\":[ {\"name\":\"]\\\"\"} ], \"z\": [1.0]}",
            format!("{{\"contribut\\u006frs\":[ {{\"name\":\"]\\\"\"}}, {line}, {other} ], \"z\": [1.0]}}"),
        ),
        (
            "{\"x\":{\"contributors\":[]},\n\t\"contributors\": [\n\t\t{\"login\": \"a\"} ]}",
            format!(
                "{{\"x\":{{\"contributors\":[]}},\n\t\"contributors\": [\n\t\t{{\"login\": \"a\"}},\n\t\t{line},\n\t\t{other} ]}}"
            ),
        ),
        (
            "{\"contributors\": [\r\n\t{\r\n\t\t\"name\": \"x\"\r\n\t}\r\n]}",
            "{\"contributors\": [\r\n\t{\r\n\t\t\"name\": \"x\"\r\n\t},\r\n\t{\r\n\t\t\"name\": \"\\\"Luz\\\"\",\r\n\t\t\"contributions\": [\"ideas\"]\r\n\t},\r\n\t{\r\n\t\t\"name\": \"Ana\",\r\n\t\t\"contributions\": [\"ideas\"]\r\n\t}\r\n]}".to_owned(),
        ),
    ] {
        assert_eq!(added(text), expected, "{text}");
        assert_eq!(added(&format!("\u{feff}{text}")), format!("\u{feff}{expected}"));
        assert_eq!(added(&expected), expected);
    }
}

#[test]
fn json_without_one_list_of_contributors_is_refused() {
    for text in [
        "{\"contributors\": [], \"contributors\": []}",
        "{\"contributors\": {}}",
        "{\"contributors\": null}",
        "{\"contributors\": [}",
        "[]",
        "[[]]",
        "\"contributors\"",
    ] {
        let errors = [
            AuthorsFile::AllContributors.names(text).unwrap_err(),
            added(AuthorsFile::AllContributors, text, &["Ana"]).unwrap_err(),
        ];
        assert!(errors.iter().all(|error| error.message.id == "tally-authors-json"), "{text}");
    }
    let text = "{\"contributors\": [\n1, {\"name\": \" \"},\n{\"login\": \"a\",\n\"name\": \"n\\u00e9\"},\n{\"login\": \"b\"}]}";
    assert_eq!(told(AuthorsFile::AllContributors, text), ["3 né", "5 b"]);
}

#[test]
fn contributors_are_known_by_their_logins() {
    let people = people("", &["Ana Ruiz", "Luz"]);
    let mut with_login = people.all().to_vec();
    with_login[0].login = Some("ARuiz".to_owned());
    with_login[1].login = Some("luz".to_owned());
    let entries = || with_login.iter().map(|person| Entry { person, writes: true }).collect();
    let authors = Authors { entries: entries(), people: &people };
    let text = "{\"contributors\": [{\"login\": \"aruiz\", \"name\": \"A. R.\"}]}";
    let listed = AuthorsFile::AllContributors.names(text).unwrap();
    assert_eq!(deviations(&listed, &authors), [Deviation::Missing("Luz".to_owned())]);
    let new = AuthorsFile::AllContributors.written(text, &authors, &|_| String::new(), OPENING).unwrap();
    let item = "{ \"login\": \"luz\", \"name\": \"Luz\", \"contributions\": [\"content\", \"ideas\"] }";
    assert_eq!(new, text.replace("}]}", &format!("}}, {item}]}}")));
}

/// The texts of the items of the lists of a Markdown text, as a reader sees them.
fn items(text: &str) -> Vec<String> {
    let options = Options::all() - Options::ENABLE_SMART_PUNCTUATION;
    let mut items: Vec<String> = Vec::new();
    for event in Parser::new_ext(text, options) {
        match event {
            Event::Start(Tag::Item) => items.push(String::new()),
            Event::Text(text) => items.last_mut().unwrap().push_str(&text),
            Event::Start(Tag::List(_)) | Event::End(TagEnd::List(_) | TagEnd::Item) => {}
            other => items.push(format!("{other:?}")),
        }
    }
    items
}

/// Whether a text is YAML.
fn is_yaml(text: &str) -> bool {
    saphyr_parser::Parser::new_from_str(text).all(|event| event.is_ok())
}

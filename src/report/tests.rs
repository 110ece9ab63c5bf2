//! What each format says of the same small policies; the formats for other programs in `programs`.

mod norms;
mod programs;

use super::*;
use crate::lint::{Options, lint};
use crate::messages::Locale;
use crate::model::{Argument, Message};
use crate::repo::Memory;
use serde_json::{Value, json};

const LINT_SCHEMA: &str = include_str!("schemas/lint.schema.json");
const RULES_SCHEMA: &str = include_str!("schemas/rules.schema.json");
const EXPLAIN_SCHEMA: &str = include_str!("schemas/explain.schema.json");

fn policy(files: &[(&str, &[u8])]) -> Policy {
    let files = files.iter().map(|(path, bytes)| (*path, bytes.to_vec()));
    Policy::open(Box::new(Memory::new(files).unwrap())).unwrap()
}

/// A policy with an error that can be mended, one with a related place, a warning, and a file that is not UTF-8.
fn faulty() -> Policy {
    policy(&[
        ("es/a.md", "# Año\n\nVea el [alcance](#alcanse).\n\n## Alcance\n\n…\n".as_bytes()),
        ("es/b.md", "# B\r\n\r\nVea [año](#alcance).\r\n\r\n### C\r\n\r\n.\r\n".as_bytes()),
        ("es/c.md", b"bien\nma\xf1ana"),
    ])
}

/// The forms that have a place for findings.
fn of_findings() -> impl Iterator<Item = &'static Format> {
    FORMATS.iter().filter(|format| format.lint.is_some())
}

/// What a form writes of what was found.
fn told_in(format: &Format, linted: &[Linted<'_>], voice: Voice<'_>) -> Vec<u8> {
    let mut output = Vec::new();
    (format.lint.unwrap())(linted, voice, &mut output).unwrap();
    output
}

fn voice(locale: Locale) -> Voice<'static> {
    Voice { words: Catalogue::of(locale), style: Style::default() }
}

/// The rules of these tests, so that what is expected here does not change with each rule that comes.
fn rules() -> Options {
    let names = ["broken-anchor", "empty-section", "heading-skip", "required-section", "unreadable-markup"];
    Options { rules: names.map(str::to_owned).to_vec(), ..Options::default() }
}

fn written(name: &str, policies: &[&Policy], locale: Locale) -> String {
    let outcomes: Vec<_> = policies.iter().map(|policy| lint(policy, &rules()).unwrap()).collect();
    let linted = policies.iter().zip(&outcomes).map(|(policy, outcome)| Linted { policy, outcome }).collect::<Vec<_>>();
    let format = FORMATS.iter().find(|format| format.name == name).unwrap();
    String::from_utf8(told_in(format, &linted, voice(locale))).unwrap()
}

#[test]
fn findings_in_spanish() {
    let expected = "\
error[broken-anchor]: Este documento no tiene ninguna sección «#alcanse»
 --> es/a.md:3:19
  |
3 | Vea el [alcance](#alcanse).
  |                   ^^^^^^^
  = ayuda: ¿Quiso decir «#alcance»?

error[broken-anchor]: Este documento no tiene ninguna sección «#alcance»
 --> es/b.md:3:12
  |
3 | Vea [año](#alcance).
  |            ^^^^^^^
  = nota: es/a.md:5:1: la sección está aquí
  = ayuda: Esa sección está en otro documento; el enlace sería «a.md#alcance»

advertencia[heading-skip]: El encabezado salta del nivel 1 al nivel 3
 --> es/b.md:5:1
  |
5 | ### C
  | ^^^^^
  = nota: es/b.md:1:1: el encabezado anterior
  = ayuda: Use el nivel 2 («##») o agregue el encabezado que falta en medio

error: El archivo no está en UTF-8
 --> es/c.md:2:3
ayuda: Guárdelo con la codificación UTF-8

2 errores y 1 advertencia en 2 documentos. No se pudo leer 1 documento.
";
    assert_eq!(written("text", &[&faulty()], Locale::Spanish), expected);
}

#[test]
fn findings_in_english() {
    let policy = policy(&[("en/a.md", b"\n\n\n\n\n\n\n\n\n# A\n\n#### Skip\n\nText.\n")]);
    let expected = "\
warning[heading-skip]: The heading skips from level 1 to level 4
  --> en/a.md:12:1
   |
12 | #### Skip
   | ^^^^^^^^^
   = note: en/a.md:10:1: the heading before
   = help: Use level 2 (“##”), or add the heading missing in between

1 warning in 1 document.
";
    assert_eq!(written("text", &[&policy], Locale::English), expected);
}

/// The summary line of a policy whose documents have these texts.
fn summary(texts: &[&str], locale: Locale) -> String {
    let paths: Vec<_> = (0..texts.len()).map(|number| format!("{number}.md")).collect();
    let files: Vec<_> = paths.iter().zip(texts).map(|(path, text)| (path.as_str(), text.as_bytes())).collect();
    written("text", &[&policy(&files)], locale).lines().last().unwrap().to_owned()
}

#[test]
fn the_summary_counts_with_the_right_plurals() {
    let (error, warning, clean) = ("[a](#b)\n", "# A\n", "a\n");
    for (texts, spanish, english) in [
        (&[] as &[&str], "Sin observaciones en 0 documentos.", "No findings in 0 documents."),
        (&[clean], "Sin observaciones en 1 documento.", "No findings in 1 document."),
        (&[clean, clean], "Sin observaciones en 2 documentos.", "No findings in 2 documents."),
        (&[error], "1 error en 1 documento.", "1 error in 1 document."),
        (&[error, error, clean], "2 errores en 3 documentos.", "2 errors in 3 documents."),
        (&[warning, warning], "2 advertencias en 2 documentos.", "2 warnings in 2 documents."),
        (&[error, warning], "1 error y 1 advertencia en 2 documentos.", "1 error, 1 warning in 2 documents."),
    ] {
        assert_eq!(summary(texts, Locale::Spanish), spanish);
        assert_eq!(summary(texts, Locale::English), english);
    }
}

#[test]
fn several_policies_are_summed_up_together() {
    let one = policy(&[("a.md", b"[a](#b)\n")]);
    let two = policy(&[("a.md", b"# A\n"), ("b.md", b"\xff"), ("c.md", b"\xff")]);
    let text = written("text", &[&one, &two], Locale::Spanish);
    let expected = "1 error y 1 advertencia en 2 documentos. No se pudieron leer 2 documentos.";
    assert_eq!(text.lines().last(), Some(expected));
    let json: Value = serde_json::from_str(&written("json", &[&one, &two], Locale::Spanish)).unwrap();
    assert_eq!(json["counts"], json!({ "documents": 2, "errors": 1, "warnings": 1, "unread": 2 }));
}

#[test]
fn colours_come_only_when_asked_for() {
    let policy = policy(&[("a.md", b"# A\n")]);
    let outcome = lint(&policy, &rules()).unwrap();
    let linted = [Linted { policy: &policy, outcome: &outcome }];
    let style = Style { color: true, width: 100 };
    let text = told_in(&FORMATS[0], &linted, Voice { style, ..voice(Locale::English) });
    let text = String::from_utf8(text).unwrap();
    assert!(text.starts_with("\u{1b}[1m\u{1b}[33mwarning[empty-section]\u{1b}[0m"), "{text:?}");
    assert!(text.ends_with("\u{1b}[1m\u{1b}[33m1 warning in 1 document.\u{1b}[0m\n"), "{text:?}");
    assert!(!written("text", &[&policy], Locale::English).contains('\u{1b}'));
    // Programs get none, and nothing cut to a width, however the terminal is.
    for format in of_findings().skip(1) {
        let on_terminal = told_in(format, &linted, Voice { style, ..voice(Locale::English) });
        assert_eq!(on_terminal, told_in(format, &linted, voice(Locale::English)), "{}", format.name);
    }
}

#[test]
fn hostile_text_moves_no_cursor_and_long_lines_are_clipped() {
    let text = format!("{0}[x](<#\u{1b}[2J\u{202e}\u{9b}1m>){0}\n", "ñ".repeat(100_000));
    let policy = policy(&[("a.md", text.as_bytes())]);
    for format in of_findings() {
        let name = format.name;
        let written = written(name, &[&policy], Locale::English);
        let is_hidden = |letter: char| (letter.is_control() && letter != '\n') || letter == '\u{202e}';
        assert_eq!(written.find(is_hidden), None, "{name}");
        // The rules stand in every SARIF, and more of them as time goes on.
        assert!(name == "sarif" || written.len() < 2_000, "{name}: {} bytes", written.len());
    }
    let text = written("text", &[&policy], Locale::English);
    assert!(text.contains(" --> a.md:1:100007\n"), "{text}");
    assert!(text.contains("ñ[x](<#\\u{1b}[2J\\u{202e}\\u{9b}1m>)ñ"), "{text}");
}

#[test]
fn findings_as_json() {
    let json: Value = serde_json::from_str(&written("json", &[&faulty()], Locale::English)).unwrap();
    assert_eq!((&json["schema"], &json["language"]), (&json!("gaceta/lint/1"), &json!("en")));
    let at = |offset: u32, line: u32, column: u32| json!({ "offset": offset, "line": line, "column": column });
    let expected = json!({
        "rule": "broken-anchor",
        "severity": "error",
        "path": "es/a.md",
        "file": "es/a.md",
        "start": at(26, 3, 19),
        "end": at(33, 3, 26),
        "message": "This document has no section “#alcanse”",
        "id": "lint-broken-anchor-here",
        "arguments": { "anchor": "alcanse" },
        "hints": [
            { "message": "Did you mean “#alcance”?", "id": "lint-did-you-mean", "arguments": { "name": "#alcance" } },
        ],
        "related": [],
        "fix": { "safe": true, "edits": [{ "start": at(26, 3, 19), "end": at(33, 3, 26), "text": "alcance" }] },
        "fingerprint": "737ae9adef8d32015faf5c2291acafde",
    });
    assert_eq!(json["findings"][0], expected);
    assert_eq!(json["findings"][2]["arguments"], json!({ "from": 1, "to": 3 }));
    let expected = json!([{
        "kind": "input",
        "file": "es/c.md",
        "line": 2,
        "column": 3,
        "message": "The file is not UTF-8",
        "id": "error-not-utf8",
        "arguments": {},
        "causes": [],
        "hints": [{ "message": "Save it with the encoding UTF-8", "id": "error-not-utf8-hint", "arguments": {} }],
    }]);
    assert_eq!(json["unread"], expected);
}

#[test]
fn a_document_that_changed_meanwhile_is_reported_without_its_lines() {
    let policy = policy(&[("a.md", b"# A"), ("b.md", b"")]);
    let outcome = lint(&policy, &rules()).unwrap();
    let gone = self::policy(&[("b.md", b"")]);
    let linted = [Linted { policy: &gone, outcome: &outcome }];
    let text = String::from_utf8(told_in(&FORMATS[0], &linted, voice(Locale::English))).unwrap();
    assert!(text.starts_with("warning[empty-section]: The section “A” is empty\n--> a.md\n"), "{text}");
    let json: Value = serde_json::from_slice(&told_in(&FORMATS[1], &linted, voice(Locale::English))).unwrap();
    assert_eq!(json["findings"][0]["end"], json!({ "offset": 3, "line": null, "column": null }));
    assert_valid(LINT_SCHEMA, &json);
}

fn assert_valid(schema: &str, value: &Value) {
    let schema = serde_json::from_str(schema).unwrap();
    assert_eq!(schema::violations(&schema, value), Vec::<String>::new());
}

#[test]
fn json_is_valid_by_the_published_schemas() {
    let json = FORMATS.iter().find(|format| format.name == "json").unwrap();
    for locale in Locale::ALL {
        for policy in [faulty(), policy(&[])] {
            let written = written("json", &[&policy], locale);
            assert!(written.ends_with("}\n"));
            assert_valid(LINT_SCHEMA, &serde_json::from_str(&written).unwrap());
        }
        let rules = (json.rules.unwrap())(voice(locale));
        assert_valid(RULES_SCHEMA, &serde_json::from_slice(&rules).unwrap());
        for rule in crate::lint::RULES {
            let explanation = (json.explanation.unwrap())(rule, voice(locale));
            assert_valid(EXPLAIN_SCHEMA, &serde_json::from_slice(&explanation).unwrap());
        }
    }
}

#[test]
fn messages_inside_messages_are_valid_too() {
    let policy = policy(&[("a.md", b"# A")]);
    let mut outcome = lint(&policy, &rules()).unwrap();
    let inner = Message::new("error-summary-errors").with("count", 2u32);
    outcome.findings[0].message.arguments.push(("errors", Argument::Message(inner)));
    let linted = [Linted { policy: &policy, outcome: &outcome }];
    let json: Value = serde_json::from_slice(&told_in(&FORMATS[1], &linted, voice(Locale::English))).unwrap();
    let expected = json!({ "id": "error-summary-errors", "arguments": { "count": 2 } });
    assert_eq!(json["findings"][0]["arguments"]["errors"], expected);
    assert_valid(LINT_SCHEMA, &json);
}

#[test]
fn output_is_the_same_from_run_to_run() {
    for format in of_findings() {
        let run = || written(format.name, &[&faulty()], Locale::Spanish);
        assert_eq!(run(), run());
    }
}

#[test]
fn formats_have_labels_and_names_of_their_own() {
    let mut names: Vec<_> = FORMATS.iter().map(|format| format.name).collect();
    names.dedup();
    assert_eq!(names, ["text", "json", "sarif", "github", "gitlab", "junit", "markdown", "csv"]);
    for locale in Locale::ALL {
        assert!(FORMATS.iter().all(|format| Catalogue::of(locale).has(format.label)));
    }
}

#[test]
fn hostile_names_and_texts_make_no_markup_in_markdown() {
    use pulldown_cmark::{Event, Options, Parser, Tag};
    use std::collections::BTreeSet;
    let hostile = programs::hostile();
    for copies in [1, 30] {
        let policies = vec![&hostile; copies];
        let told = written("markdown", &policies, Locale::English);
        let mut html = BTreeSet::new();
        for event in Parser::new_ext(&told, Options::all()) {
            match event {
                Event::Html(piece) | Event::InlineHtml(piece) => _ = html.insert(piece.trim().to_owned()),
                Event::Start(Tag::Link { .. } | Tag::Image { .. }) | Event::FootnoteReference(_) => panic!("{told}"),
                Event::Text(piece) => assert!(!piece.contains("@e") && !piece.contains("://"), "{piece}"),
                _ => {}
            }
        }
        let file = "es/::error file=b,c%0A@equipo`&lt;b&gt;&amp;\"'.md";
        let folded = ["", "</details>", "<details>", &format!("<summary><code>{file}</code> (2)</summary>")];
        let expected = if copies == 1 { BTreeSet::new() } else { folded.map(str::to_owned).into() };
        assert_eq!(html.difference(&expected).collect::<Vec<_>>(), Vec::<&String>::new());
    }
}

#[test]
fn hostile_texts_make_no_markup_among_tasks() {
    use pulldown_cmark::{Event, Options, Parser, Tag};
    let told = norms::told("markdown", &norms::hostile(), Locale::Spanish);
    let mut tasks = 0;
    for event in Parser::new_ext(&told, Options::all()) {
        match event {
            Event::Html(piece) | Event::InlineHtml(piece) => panic!("{piece}"),
            Event::Start(Tag::Link { .. } | Tag::Image { .. }) | Event::FootnoteReference(_) => panic!("{told}"),
            Event::Text(piece) => assert!(!piece.contains("@e") && !piece.contains("://"), "{piece}"),
            Event::TaskListMarker(done) => {
                assert!(!done);
                tasks += 1;
            }
            _ => {}
        }
    }
    assert_eq!(tasks, 2, "{told}");
}

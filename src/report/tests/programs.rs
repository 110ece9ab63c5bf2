//! The formats for other programs: SARIF, GitHub, GitLab, `JUnit`; and Markdown.

use super::*;
use crate::model::DocumentPath;
use std::collections::BTreeSet;

/// The schema that OASIS publishes.
const SARIF_SCHEMA: &str = include_str!("../../../tests/schemas/sarif-schema-2.1.0.json");

/// A policy whose names and texts try to be more than text.
pub(super) fn hostile() -> Policy {
    let text =
        "# A\n\n[x](<#%0A::error::@equipo]]]\\>\\<b\\>&\"'`{0}#12>)\n\n## [b](c) @equipo </details> https://a.mx\n";
    policy(&[("es/::error file=b,c%0A@equipo`<b>&\"'.md", text.as_bytes())])
}

/// A policy with as many errors and warnings as asked for.
fn many(errors: usize, warnings: usize) -> Policy {
    let text = "[a](#b)\n\n".repeat(errors) + &"# A\n\n".repeat(warnings);
    policy(&[("a.md", text.as_bytes())])
}

fn sarif(policies: &[&Policy], locale: Locale) -> Value {
    let value = serde_json::from_str(&written("sarif", policies, locale)).unwrap();
    assert_valid_sarif(&value);
    value
}

fn assert_valid_sarif(log: &Value) {
    // One pattern of the schema, that of languages, has a bracket without its partner, which not every reader of regular
    // expressions takes.
    let schema = SARIF_SCHEMA.replace("{2}]?$\"", "{2}$\"");
    assert_ne!(schema, SARIF_SCHEMA);
    assert_valid(&schema, log);
}

#[test]
fn sarif_tells_places_fixes_and_what_could_not_be_read() {
    let log = sarif(&[&faulty()], Locale::English);
    let run = &log["runs"][0];
    let region = json!({ "startLine": 3, "startColumn": 19, "endLine": 3, "endColumn": 26 });
    let artifact = json!({ "uri": "es/a.md" });
    let location = json!({ "physicalLocation": { "artifactLocation": artifact, "region": region } });
    let expected = json!({
        "ruleId": "broken-anchor",
        "ruleIndex": index_of("broken-anchor"),
        "level": "error",
        "message": { "text": "This document has no section “#alcanse”. Did you mean “#alcance”?" },
        "locations": [location],
        "partialFingerprints": { "gaceta/v1": "737ae9adef8d32015faf5c2291acafde" },
        "fixes": [{
            "description": { "text": "Did you mean “#alcance”?" },
            "artifactChanges": [{
                "artifactLocation": artifact,
                "replacements": [{ "deletedRegion": region, "insertedContent": { "text": "alcance" } }],
            }],
        }],
    });
    assert_eq!(run["results"][0], expected);
    let related = json!([{
        "physicalLocation": {
            "artifactLocation": { "uri": "es/b.md" },
            "region": { "startLine": 1, "startColumn": 1, "endLine": 1, "endColumn": 4 },
        },
        "message": { "text": "the heading before" },
    }]);
    assert_eq!((&run["results"][2]["level"], &run["results"][2]["relatedLocations"]), (&json!("warning"), &related));
    let expected = json!([{
        "executionSuccessful": false,
        "toolExecutionNotifications": [{
            "level": "error",
            "descriptor": { "id": "error-not-utf8" },
            "message": { "text": "The file is not UTF-8. Save it with the encoding UTF-8." },
            "locations": [{
                "physicalLocation": {
                    "artifactLocation": { "uri": "es/c.md" },
                    "region": { "startLine": 2, "startColumn": 3 },
                },
            }],
        }],
    }]);
    assert_eq!(run["invocations"], expected);
}

fn index_of(rule: &str) -> usize {
    crate::lint::RULES.iter().position(|other| other.name == rule).unwrap()
}

#[test]
fn sarif_holds_the_rules_in_both_languages() {
    for (locale, other) in [(Locale::Spanish, Locale::English), (Locale::English, Locale::Spanish)] {
        let log = sarif(&[&policy(&[("a.md", b"a\n")])], locale);
        let run = &log["runs"][0];
        assert_eq!((&run["language"], &run["results"]), (&json!(locale.tag()), &json!([])));
        assert_eq!(run["invocations"][0]["executionSuccessful"], true);
        for (component, locale) in [(&run["tool"]["driver"], locale), (&run["translations"][0], other)] {
            assert_eq!(component["language"], locale.tag());
            let rules = component["rules"].as_array().unwrap();
            assert_eq!(rules.len(), crate::lint::RULES.len());
            for (written, rule) in rules.iter().zip(crate::lint::RULES) {
                assert_eq!(written["id"], rule.name);
                assert_eq!(written["help"]["markdown"], rule.documentation(locale).markdown());
                assert_eq!(written["shortDescription"]["text"], rule.documentation(locale).summary());
            }
        }
        let driver = &run["tool"]["driver"];
        assert_eq!(driver["version"], env!("CARGO_PKG_VERSION"));
        let expected = json!({ "enabled": true, "level": "warning" });
        assert_eq!(driver["rules"][index_of("heading-skip")]["defaultConfiguration"], expected);
    }
}

#[test]
fn sarif_of_a_document_that_is_gone_has_no_regions_and_mends_nothing() {
    let policy = faulty();
    let outcome = lint(&policy, &rules()).unwrap();
    let gone = self::policy(&[("b.md", b"")]);
    let linted = [Linted { policy: &gone, outcome: &outcome }];
    let format = FORMATS.iter().find(|format| format.name == "sarif").unwrap();
    let log: Value = serde_json::from_slice(&told_in(format, &linted, voice(Locale::Spanish))).unwrap();
    assert_valid_sarif(&log);
    let result = &log["runs"][0]["results"][0];
    assert_eq!(result["locations"], json!([{ "physicalLocation": { "artifactLocation": { "uri": "es/a.md" } } }]));
    assert_eq!(result.get("fixes"), None);
}

#[test]
fn sarif_of_hostile_names_and_texts_is_valid() {
    let log = sarif(&[&hostile(), &many(30, 30)], Locale::Spanish);
    let result = &log["runs"][0]["results"][0];
    assert_eq!(
        result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"],
        "es/%3A%3Aerror%20file%3Db%2Cc%250A%40equipo%60%3Cb%3E%26%22%27.md"
    );
    let told = result["message"]["text"].as_str().unwrap();
    assert!(told.contains("`{{0}}#12»"), "{told}");
    assert_eq!(log["runs"][0]["results"].as_array().unwrap().len(), 62);
}

#[test]
fn github_is_told_in_commands() {
    let expected = "\
::error file=es/c.md,line=2,col=3,title=gaceta::El archivo no está en UTF-8. Guárdelo con la codificación UTF-8.
::error file=es/a.md,line=3,endLine=3,col=19,endColumn=26,title=broken-anchor::Este documento no tiene ninguna sección «#alcanse». ¿Quiso decir «#alcance»?
::error file=es/b.md,line=3,endLine=3,col=12,endColumn=19,title=broken-anchor::Este documento no tiene ninguna sección «#alcance». Esa sección está en otro documento; el enlace sería «a.md#alcance».%0Aes/a.md:5:1: la sección está aquí
::warning file=es/b.md,line=5,endLine=5,col=1,endColumn=6,title=heading-skip::El encabezado salta del nivel 1 al nivel 3. Use el nivel 2 («##») o agregue el encabezado que falta en medio.%0Aes/b.md:1:1: el encabezado anterior
2 errores y 1 advertencia en 2 documentos. No se pudo leer 1 documento.
";
    assert_eq!(written("github", &[&faulty()], Locale::Spanish), expected);
    assert_eq!(written("github", &[&many(0, 0)], Locale::English), "No findings in 1 document.\n");
}

#[test]
fn github_gets_no_more_annotations_than_it_shows() {
    let told = written("github", &[&many(7, 20), &many(5, 1)], Locale::English);
    let count = |start: &str| told.lines().filter(|line| line.starts_with(start)).count();
    assert_eq!((count("::error "), count("::warning "), count("::notice ")), (9, 9, 1));
    let notice = "::notice title=gaceta::There are 15 more findings, which do not fit here; “gaceta lint” shows them.";
    assert!(told.contains(notice), "{told}");
    let told = written("github", &[&many(10, 9)], Locale::Spanish);
    let notice = "::notice title=gaceta::Hay 1 observación más, que no cabe aquí; «gaceta lint» la muestra.";
    assert!(told.contains(notice), "{told}");
    assert!(!written("github", &[&many(9, 9)], Locale::Spanish).contains("::notice"));
}

#[test]
fn hostile_names_and_texts_forge_no_command() {
    let told = written("github", &[&hostile()], Locale::English);
    let lines: Vec<_> = told.lines().collect();
    assert_eq!(lines.len(), 3, "{told}");
    let file = "file=es/%3A%3Aerror file=b%2Cc%250A@equipo`<b>&\"'.md,line=";
    assert!(lines[0].starts_with(&format!("::error {file}3,")), "{told}");
    assert!(lines[1].starts_with(&format!("::warning {file}5,")), "{told}");
    assert!(lines[0].contains("title=broken-anchor::This document has no section “#\\n::error::@equipo"), "{told}");
}

#[test]
fn gitlab_gets_an_entry_for_each_finding() {
    let value: Value = serde_json::from_str(&written("gitlab", &[&faulty()], Locale::Spanish)).unwrap();
    let entries = value.as_array().unwrap();
    let expected = json!({
        "description": "Este documento no tiene ninguna sección «#alcanse». ¿Quiso decir «#alcance»?",
        "check_name": "broken-anchor",
        "fingerprint": "737ae9adef8d32015faf5c2291acafde",
        "severity": "major",
        "location": { "path": "es/a.md", "lines": { "begin": 3, "end": 3 } },
    });
    assert_eq!((entries.len(), &entries[0]), (4, &expected));
    assert_eq!(entries[2]["severity"], "minor");
    assert_eq!((&entries[3]["severity"], &entries[3]["location"]["lines"]["begin"]), (&json!("blocker"), &json!(2)));
    assert_eq!(written("gitlab", &[&many(0, 0)], Locale::Spanish), "[]\n");
}

#[test]
fn no_two_entries_of_gitlab_have_the_same_fingerprint() {
    let policy = policy(&[("a.md", "[a](#b)\n\n".repeat(50).as_bytes()), ("b.md", b"[a](#b)\n"), ("c.md", b"\xff")]);
    let value: Value = serde_json::from_str(&written("gitlab", &[&policy], Locale::Spanish)).unwrap();
    let entries = value.as_array().unwrap();
    let fingerprints: BTreeSet<_> = entries.iter().map(|entry| entry["fingerprint"].as_str().unwrap()).collect();
    assert_eq!((entries.len(), fingerprints.len()), (52, 52));
}

#[test]
fn junit_has_a_suite_for_each_document() {
    let policy = policy(&[
        ("es/a.md", "# Año\n\nVea el [alcance](#alcanse).\n\n## Alcance\n\n…\n".as_bytes()),
        ("es/b.md", "Bien.\n".as_bytes()),
        ("es/c.md", b"bien\nma\xf1ana"),
    ]);
    let expected = "\
<?xml version=\"1.0\" encoding=\"UTF-8\"?>
<testsuites name=\"gaceta\" tests=\"3\" failures=\"1\" errors=\"1\">
  <testsuite name=\"es/a.md\" tests=\"1\" failures=\"1\" errors=\"0\">
    <testcase classname=\"es/a.md\" name=\"3:19 broken-anchor\" file=\"es/a.md\" line=\"3\">
      <failure message=\"Este documento no tiene ninguna sección «#alcanse»\" type=\"error\">\
error[broken-anchor]: Este documento no tiene ninguna sección «#alcanse»
 --&gt; es/a.md:3:19
  |
3 | Vea el [alcance](#alcanse).
  |                   ^^^^^^^
  = ayuda: ¿Quiso decir «#alcance»?</failure>
    </testcase>
  </testsuite>
  <testsuite name=\"es/b.md\" tests=\"1\" failures=\"0\" errors=\"0\">
    <testcase classname=\"es/b.md\" name=\"es/b.md\" file=\"es/b.md\"/>
  </testsuite>
  <testsuite name=\"es/c.md\" tests=\"1\" failures=\"0\" errors=\"1\">
    <testcase classname=\"es/c.md\" name=\"es/c.md\" file=\"es/c.md\">
      <error message=\"El archivo no está en UTF-8\" type=\"error\">error: El archivo no está en UTF-8
 --&gt; es/c.md:2:3
ayuda: Guárdelo con la codificación UTF-8
</error>
    </testcase>
  </testsuite>
</testsuites>
";
    assert_eq!(written("junit", &[&policy], Locale::Spanish), expected);
}

#[test]
fn junit_of_a_clean_run_has_a_case_that_passed() {
    let one = policy(&[("a.md", b"a\n"), ("b.md", b"[a](#b)\n")]);
    let options = Options { paths: vec![DocumentPath::new("a.md").unwrap()], ..rules() };
    let outcome = lint(&one, &options).unwrap();
    let format = FORMATS.iter().find(|format| format.name == "junit").unwrap();
    let told = told_in(format, &[Linted { policy: &one, outcome: &outcome }], voice(Locale::English));
    let expected = "\
<?xml version=\"1.0\" encoding=\"UTF-8\"?>
<testsuites name=\"gaceta\" tests=\"1\" failures=\"0\" errors=\"0\">
  <testsuite name=\"gaceta\" tests=\"1\" failures=\"0\" errors=\"0\">
    <testcase classname=\"gaceta\" name=\"No findings in 1 document.\"/>
  </testsuite>
</testsuites>
";
    assert_eq!(String::from_utf8(told).unwrap(), expected);
}

#[test]
fn junit_counts_what_it_holds() {
    let told = written("junit", &[&faulty(), &hostile(), &many(2, 3)], Locale::Spanish);
    let xml = roxmltree::Document::parse(&told).unwrap();
    let of = |name: &str| xml.descendants().filter(|node| node.has_tag_name(name)).count().to_string();
    let root = xml.root_element();
    for (counted, name) in [("tests", "testcase"), ("failures", "failure"), ("errors", "error")] {
        assert_eq!(root.attribute(counted), Some(of(name).as_str()), "{counted}");
    }
    let suites: Vec<_> = root.children().filter(roxmltree::Node::is_element).collect();
    let sum: usize = suites.iter().map(|suite| suite.attribute("tests").unwrap().parse::<usize>().unwrap()).sum();
    assert_eq!(sum.to_string(), of("testcase"));
    let names: Vec<_> = suites.iter().filter_map(|suite| suite.attribute("name")).collect();
    let expected = ["es/a.md", "es/b.md", "es/c.md", "es/::error file=b,c%0A@equipo`<b>&\"'.md", "a.md"];
    assert_eq!(names, expected);
}

#[test]
fn markdown_lists_findings_by_document() {
    let expected = "\
**2 errores y 1 advertencia en 2 documentos. No se pudo leer 1 documento.**

- `es/c.md:2:3` **error**: El archivo no está en UTF-8. Guárdelo con la codificación UTF-8.

#### `es/a.md`

- `es/a.md:3:19` **error** `broken-anchor`: Este documento no tiene ninguna sección «\\#&#8203;alcanse». ¿Quiso decir «\\#&#8203;alcance»?

#### `es/b.md`

- `es/b.md:3:12` **error** `broken-anchor`: Este documento no tiene ninguna sección «\\#&#8203;alcance». Esa sección está en otro documento; el enlace sería «a.md\\#&#8203;alcance».
  - nota: `es/a.md:5:1`: la sección está aquí
- `es/b.md:5:1` **advertencia** `heading-skip`: El encabezado salta del nivel 1 al nivel 3. Use el nivel 2 («\\#&#8203;\\#&#8203;») o agregue el encabezado que falta en medio.
  - nota: `es/b.md:1:1`: el encabezado anterior
";
    assert_eq!(written("markdown", &[&faulty()], Locale::Spanish), expected);
    assert_eq!(written("markdown", &[&many(0, 0)], Locale::English), "**No findings in 1 document.**\n");
}

#[test]
fn many_findings_are_folded_in_markdown() {
    assert!(!written("markdown", &[&many(9, 10)], Locale::English).contains("<details>"));
    let told = written("markdown", &[&many(10, 10), &many(1, 0)], Locale::English);
    let start =
        "**11 errors, 10 warnings in 2 documents.**\n\n<details>\n<summary><code>a.md</code> (20)</summary>\n\n- ";
    assert!(told.starts_with(start), "{told}");
    assert!(told.ends_with("\n\n</details>\n"), "{told}");
    assert_eq!((told.matches("<details>").count(), told.matches("</details>").count()), (2, 2));
}

#[test]
fn markdown_is_cut_between_findings() {
    let told = written("markdown", &[&many(400, 400), &many(5, 0)], Locale::Spanish);
    let length = told.chars().count();
    assert!((59_000..=60_000).contains(&length), "{length}");
    let shown = told.lines().filter(|line| line.starts_with("- ")).count();
    let last = format!(
        "\n\n</details>\n\nHay {} observaciones más, que no caben aquí; «gaceta lint» las muestra.\n",
        805 - shown
    );
    assert!(told.ends_with(&last), "{}", &told[told.len() - 300..]);
    assert_eq!((told.matches("<details>").count(), told.matches("</details>").count()), (1, 1));
}

//! What `gaceta build` puts beside the editions, and whether a folder holds what its policy gives.

#![allow(clippy::unwrap_used, reason = "a test that cannot start the program fails")]

#[path = "../src/report/schema.rs"]
mod schema;
#[path = "support/session.rs"]
mod session;
#[path = "support/mod.rs"]
mod support;

use serde_json::{Value, json};
use session::run;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use support::TestRepository;

const MANIFEST: &str = "[policy]\ntitle.es = \"Datos abiertos\"\ntitle.en = \"Open data\"\nversion = \"1.2\"\n\
    status = \"in-force\"\nlicense = \"CC0-1.0\"\nlanguages = [\"es\", \"en\"]\n";

/// A policy in two languages with a picture, released once.
fn released() -> TestRepository {
    TestRepository::new()
        .file("gaceta.toml", MANIFEST)
        .file("es/a.md", "# Objeto {#objeto}\n\nPublicar los datos. ![Un mapa](../mapa.svg)\n")
        .file("en/a.md", "# Purpose {#objeto}\n\nPublish the data.\n")
        .file("mapa.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>")
        .file("notas.txt", "No es de la política.\n")
        .commit("uno")
        .tag("v1.2")
}

/// Builds the web pages into `public`, with these arguments besides.
fn build(folder: &Path, arguments: &[&str]) {
    let all = [&["build", "--edition", "html", "--lang", "es"], arguments].concat();
    let (_, stderr, code) = run(folder, &all);
    assert_eq!((stderr.as_str(), code), ("", 0));
}

/// The files below a folder, by their paths.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    fn read(folder: &Path, above: &str, found: &mut BTreeMap<String, Vec<u8>>) {
        for entry in fs::read_dir(folder).unwrap() {
            let entry = entry.unwrap();
            let path = format!("{above}{}", entry.file_name().to_str().unwrap());
            if entry.path().is_dir() {
                read(&entry.path(), &format!("{path}/"), found);
            } else {
                found.insert(path, fs::read(entry.path()).unwrap());
            }
        }
    }
    let mut found = BTreeMap::new();
    read(folder, "", &mut found);
    found
}

fn manifest(folder: &Path) -> Value {
    serde_json::from_slice(&fs::read(folder.join("manifest.json")).unwrap()).unwrap()
}

/// Which commit the manifest names, and why none.
fn origin(repository: &TestRepository) -> (Value, Value) {
    build(repository.root(), &[]);
    let told = manifest(&repository.path("public"));
    (told["commit"].clone(), told["uncommitted"].clone())
}

fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::new(), |mut digits, byte| {
        let _ = write!(digits, "{byte:02x}");
        digits
    })
}

#[test]
fn the_manifest_says_what_was_published_by_the_published_schema() {
    let repository = released();
    build(repository.root(), &["--at", "v1.2"]);
    let folder = repository.path("public");
    let told = manifest(&folder);
    let published = include_str!("../src/edition/schemas/edition.schema.json");
    assert_eq!(schema::violations(&serde_json::from_str(published).unwrap(), &told), Vec::<String>::new());
    let file = |path: &str, format: Option<&str>, language: Option<&str>| {
        let bytes = fs::read(folder.join(path)).unwrap();
        let (size, sum) = (bytes.len(), sha256(&bytes));
        json!({ "path": path, "bytes": size, "sha256": sum, "format": format, "language": language })
    };
    let expected = json!({
        "schema": "gaceta/edition/1",
        "generator": { "name": "gaceta", "version": env!("CARGO_PKG_VERSION") },
        "title": { "es": "Datos abiertos", "en": "Open data" },
        "version": "1.2",
        "status": "in-force",
        "date": "2026-01-01",
        "license": "CC0-1.0",
        "commit": repository.head(),
        "uncommitted": null,
        "trusts_templates": false,
        "languages": ["es", "en"],
        "formats": ["html"],
        "files": [
            file("datos-abiertos.es.html", Some("html"), Some("es")),
            file("index.html", None, None),
            file("open-data.en.html", Some("html"), Some("en")),
        ],
    });
    assert_eq!(told, expected);
}

#[test]
fn the_sums_are_those_of_every_file_but_their_own() {
    let repository = released();
    build(repository.root(), &[]);
    let mut files = files(&repository.path("public"));
    let sums = String::from_utf8(files.remove("SHA256SUMS").unwrap()).unwrap();
    // The mark of the folder is no part of what is published.
    files.remove(".gaceta-edition").unwrap();
    let expected: String = files.iter().map(|(path, bytes)| format!("{}  {path}\n", sha256(bytes))).collect();
    assert_eq!(sums, expected);
    assert_eq!(files.len(), 4);
}

#[test]
fn a_work_tree_without_changes_is_published_as_its_commit() {
    let repository = released();
    build(repository.root(), &["--out", "uno"]);
    build(repository.root(), &["--at", "HEAD", "--out", "otro"]);
    assert_eq!(manifest(&repository.path("uno"))["commit"], repository.head());
    assert!(files(&repository.path("uno")) == files(&repository.path("otro")));
}

#[test]
fn changes_are_told_where_they_reach_the_editions() {
    let clean = || (Value::from(released().head()), Value::Null);
    let changed = (Value::Null, Value::from("changes"));
    // The editions of the build before, and what is no part of the policy.
    let repository = released();
    build(repository.root(), &[]);
    fs::write(repository.path("notas.txt"), "Otra cosa.\n").unwrap();
    fs::write(repository.path("otro.svg"), "<svg/>").unwrap();
    assert_eq!(origin(&repository), clean());
    for (path, text) in [
        ("gaceta.toml", &*MANIFEST.replace("1.2", "1.3")),
        ("es/a.md", "# Objeto\n"),
        ("es/b.md", "# Plazos\n"),
        ("mapa.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"></svg>"),
    ] {
        let repository = released();
        fs::write(repository.path(path), text).unwrap();
        assert_eq!(origin(&repository), changed, "{path}");
    }
    for path in ["en/a.md", "mapa.svg"] {
        let repository = released();
        fs::remove_file(repository.path(path)).unwrap();
        run(repository.root(), &["build", "--edition", "html"]);
        assert_eq!(manifest(&repository.path("public"))["uncommitted"], "changes", "{path}");
    }
}

#[test]
fn a_text_without_commit_says_why() {
    let repository = TestRepository::new().file("a.md", "# Uno\n");
    assert_eq!(origin(&repository), (Value::Null, Value::from("no-commit")));
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a.md"), "# Uno\n").unwrap();
    build(folder.path(), &[]);
    let told = manifest(&folder.path().join("public"));
    let published = include_str!("../src/edition/schemas/edition.schema.json");
    assert_eq!(schema::violations(&serde_json::from_str(published).unwrap(), &told), Vec::<String>::new());
    assert_eq!(
        (&told["uncommitted"], &told["version"], &told["date"]),
        (&json!("no-repository"), &Value::Null, &Value::Null)
    );
}

#[test]
fn templates_of_the_policy_are_part_of_what_changes() {
    let repository = released();
    fs::create_dir(repository.path("templates")).unwrap();
    fs::write(repository.path("templates/style.css"), "body { color: black }").unwrap();
    assert_eq!(origin(&repository).1, Value::Null);
    build(repository.root(), &["--trust-templates"]);
    let told = manifest(&repository.path("public"));
    assert_eq!((&told["uncommitted"], &told["trusts_templates"]), (&json!("changes"), &json!(true)));
}

//! What `gaceta build` puts beside the editions, and whether a folder holds what its policy gives.

#![allow(clippy::unwrap_used, reason = "a test that cannot start the program fails")]

#[path = "../src/report/schema.rs"]
mod schema;
#[path = "support/session.rs"]
mod session;
#[path = "support/mod.rs"]
mod support;

use gaceta::edition::{FORMATS, set};
use gaceta::messages::{Catalogue, Locale};
use serde_json::{Value, json};
use session::{run, session};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::Command;
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
        "history": null,
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
    let mut expected = String::new();
    for (path, bytes) in &files {
        let _ = writeln!(expected, "{}  {path}", sha256(bytes));
    }
    assert_eq!(sums, expected);
    assert_eq!(files.len(), 4);
}

#[test]
fn a_work_tree_without_changes_is_published_as_its_commit_however_that_is_called() {
    // Without a version in the manifest, the names of revisions would be the next to show.
    let repository = released().file("gaceta.toml", MANIFEST.replace("version = \"1.2\"\n", "")).commit("dos");
    let repository = repository.file("es/a.md", "# Objeto {#objeto}\n\nBorrar los datos.\n").commit("tres").tag("v1.3");
    let built = |arguments: &[&str]| {
        let (_, stderr, code) = run(repository.root(), &[&["build"], arguments].concat());
        assert_eq!((stderr.as_str(), code), ("", 0));
        files(&repository.path("public"))
    };
    let expected = built(&[]);
    assert_eq!(manifest(&repository.path("public"))["commit"], repository.head());
    for revision in ["HEAD", "v1.3", &repository.head(), &repository.head()[..8]] {
        let again = built(&["--at", revision]);
        for (path, bytes) in &expected {
            assert!(again.get(path) == Some(bytes), "{revision}: {path}");
        }
    }
}

#[test]
fn releases_that_came_later_make_no_difference() {
    let repository = released();
    let built = run(repository.root(), &["build", "--out", "public"]);
    assert_eq!(built.2, 0);
    let repository = repository.file("es/a.md", "# Objeto {#objeto}\n\nBorrar los datos.\n").commit("dos").tag("v1.3");
    let told = verified(repository.root(), "--lang es");
    assert!(told.ends_with("a lo que sale de la confirmación [commit]\nexit code 0\n"), "{told}");
    // Built now, the same edition says that it is not the last one.
    let (_, _, code) = run(repository.root(), &["build", "--at", "v1.2", "--out", "public"]);
    let told = manifest(&repository.path("public"));
    assert_eq!((code, &told["history"]), (0, &Value::from(repository.head())));
    let told = verified(repository.root(), "--lang es");
    assert!(told.ends_with("exit code 0\n"), "{told}");
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
    // An emblem and the templates that were asked for are read too, though no text names them.
    let look = format!("{MANIFEST}\n[edition]\nlogo = \"logo.svg\"\n");
    let repository = released()
        .file("gaceta.toml", look)
        .file("logo.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>")
        .commit("dos");
    assert_eq!(origin(&repository), (Value::from(repository.head()), Value::Null));
    fs::write(repository.path("logo.svg"), "<svg xmlns=\"http://www.w3.org/2000/svg\"></svg>").unwrap();
    assert_eq!(origin(&repository), changed);
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

/// Everything that a verification tells, with the commit of [`released`] called by that name.
fn verified(folder: &Path, arguments: &str) -> String {
    let told = session(folder, &format!("build --verify public {arguments}"));
    told.replace(&released().head(), "[commit]").replace(env!("CARGO_PKG_VERSION"), "[version]")
}

/// The names in the folder of a repository before and after something.
fn untouched(folder: &Path, act: impl FnOnce()) {
    let before = files(folder);
    act();
    assert!(before == files(folder));
}

#[test]
fn what_was_published_is_found_identical() {
    let repository = released();
    build(repository.root(), &["--at", "v1.2"]);
    // Whatever the work tree holds by now, and in whatever language is spoken.
    fs::write(repository.path("es/a.md"), "# Otra cosa\n").unwrap();
    untouched(repository.root(), || {
        insta::assert_snapshot!(verified(repository.root(), "--lang es"), @r"
        5 archivos idénticos, byte por byte, a lo que sale de la confirmación [commit]
        exit code 0
        ");
        insta::assert_snapshot!(verified(repository.root(), "--lang en"), @r"
        5 files identical, byte for byte, to what comes from commit [commit]
        exit code 0
        ");
    });
}

#[test]
fn what_differs_is_told_file_by_file() {
    let repository = released();
    build(repository.root(), &[]);
    let public = repository.path("public");
    let page = fs::read_to_string(public.join("open-data.en.html")).unwrap();
    fs::write(public.join("open-data.en.html"), page.replace("Publish the data.", "Hide the data.\u{1b}[2J")).unwrap();
    fs::remove_file(public.join("index.html")).unwrap();
    fs::write(public.join("virus\n.exe"), "x").unwrap();
    fs::create_dir_all(public.join("más/adentro")).unwrap();
    fs::write(public.join(".DS_Store"), "").unwrap();
    let line = page.lines().position(|line| line.contains("Publish the data.")).unwrap() + 1;
    let column = page.lines().nth(line - 1).unwrap().find("Publish").unwrap() + 1;
    untouched(repository.root(), || {
        let spanish = verified(repository.root(), "--lang es");
        let expected = format!("    línea {line}, carácter {column}\n");
        assert!(spanish.contains(&expected), "{expected}{spanish}");
        insta::assert_snapshot!(spanish.replace(&expected, "    [place]\n"), @r#"
        distinto: open-data.en.html
            [place]
                dice:     <p>Hide the data.\u{1b}[2J</p>
                debería:  <p>Publish the data.</p>
        falta: index.html
        sobra: más/
        sobra: virus\n.exe
        3 archivos idénticos, byte por byte; distintos: 1; faltan: 1; sobran: 2 (según la confirmación [commit])
        exit code 1
        "#);
        insta::assert_snapshot!(verified(repository.root(), "--lang en").lines().last().unwrap(), @"exit code 1");
    });
}

#[test]
fn what_explains_all_differences_is_told_first() {
    let repository = released();
    build(repository.root(), &[]);
    let path = repository.path("public/manifest.json");
    let told = fs::read_to_string(&path).unwrap();
    let version = format!("\"version\": \"{}\"", env!("CARGO_PKG_VERSION"));
    fs::write(&path, told.replace(&version, "\"version\": \"0.0.1\"").replace("2026-01-01", "2026-01-02")).unwrap();
    insta::assert_snapshot!(verified(repository.root(), "--lang es"), @r#"
    La carpeta se construyó con gaceta 0.0.1 y se compara con lo que sale de gaceta [version]: eso puede explicar todo lo que sigue
    La fecha de la carpeta es 2026-01-02 y la de esta edición, 2026-01-01: las dos dependen de SOURCE_DATE_EPOCH
    distinto: manifest.json
        línea 5, carácter 19
            dice:         "version": "0.0.1"
            debería:      "version": "[version]"
    4 archivos idénticos, byte por byte; distintos: 1; faltan: 0; sobran: 0 (según la confirmación [commit])
    exit code 1
    "#);
    let repository = repository.file("es/a.md", "# Objeto {#objeto}\n\nNada.\n").commit("dos");
    build(repository.root(), &[]);
    let told = verified(repository.root(), "--lang en --at v1.2").replace(&repository.head(), "[newer]");
    insta::assert_snapshot!(told.lines().next().unwrap(), @"The folder says it comes from commit [newer] and is compared with commit [commit]: that may explain all that follows");
}

#[test]
fn a_text_without_commit_is_compared_with_the_work_tree() {
    let repository = released().file("es/a.md", "# Objeto {#objeto}\n\nNada.\n");
    build(repository.root(), &[]);
    insta::assert_snapshot!(verified(repository.root(), "--lang es"), @r#"
    5 archivos idénticos, byte por byte, a lo que sale de los archivos de trabajo
    exit code 0
    "#);
    let repository = repository.commit("dos");
    let told = verified(repository.root(), "--lang es").replace(&repository.head(), "[newer]");
    insta::assert_snapshot!(told.lines().take(3).collect::<Vec<_>>().join("\n"), @r#"
    La carpeta dice venir de un texto sin confirmar y se compara con la confirmación [newer]: eso puede explicar todo lo que sigue
    La fecha de la carpeta es 2026-01-01 y la de esta edición, 2026-01-02: las dos dependen de SOURCE_DATE_EPOCH
    distinto: datos-abiertos.es.html
    "#);
    assert!(told.ends_with(" (según la confirmación [newer])\nexit code 1\n"), "{told}");
}

#[test]
fn what_cannot_be_verified_is_an_error_with_a_remedy() {
    let repository = released();
    insta::assert_snapshot!(verified(repository.root(), "--lang es"), @r#"
    error: Aquí no hay una carpeta que comprobar
     --> public
    causa: el archivo o la carpeta no existe
    ayuda: Indique con `--verify` la carpeta de una edición, por ejemplo `--verify public`
    exit code 2
    "#);
    build(repository.root(), &[]);
    let path = repository.path("public/manifest.json");
    let told = fs::read_to_string(&path).unwrap();
    fs::write(&path, told.replace("\"html\"", "\"papyrus\"")).unwrap();
    insta::assert_snapshot!(verified(repository.root(), "--lang es"), @r#"
    error: La carpeta «public» dice tener la edición «papyrus», que este gaceta no conoce
    ayuda: Use la versión de gaceta que nombra su manifest.json, o indique con --edition qué ediciones se comprueban
    exit code 2
    "#);
    fs::write(&path, told.replace(&repository.head(), &"0".repeat(40))).unwrap();
    insta::assert_snapshot!(verified(repository.root(), "--lang en"), @r#"
    error: An object of git is missing from this clone: 0000000000000000000000000000000000000000
     --> 0000000000000000000000000000000000000000
    help: To check the repository: git fsck
    help: The clone is incomplete. To fetch everything: git fetch --refetch --no-filter
    help: That is the commit which manifest.json in “public” names; to check against another, name it with --at
    exit code 2
    "#);
    let both = session(repository.root(), "build --verify public --out otra --lang es");
    assert!(both.ends_with("exit code 2\n"), "{both}");
    assert!(!repository.path("otra").exists());
}

#[test]
fn a_manifest_that_cannot_be_read_is_no_help() {
    let nested = "[".repeat(1_000_000);
    let other = "{ \"schema\": \"gaceta/lint/1\" }";
    for manifest in ["", other, nested.as_str()] {
        let repository = released();
        build(repository.root(), &[]);
        fs::write(repository.path("public/manifest.json"), manifest).unwrap();
        let told = verified(repository.root(), "--edition html --lang en");
        let told: Vec<&str> = told.lines().collect();
        let first = "The folder has no manifest.json that can be read; it is compared with what would be published now";
        assert_eq!((told[0], told[1]), (first, "differs: manifest.json"));
        let last = "4 files identical, byte for byte; differing: 1; missing: 0; foreign: 0 (by commit [commit])";
        assert_eq!(told[told.len() - 2..], [last, "exit code 1"]);
    }
}

#[cfg(unix)]
#[test]
fn links_in_the_folder_are_not_followed() {
    use std::os::unix::fs::symlink;
    let repository = released();
    build(repository.root(), &[]);
    let public = repository.path("public");
    fs::rename(public.join("index.html"), repository.path("elsewhere.html")).unwrap();
    symlink(repository.path("elsewhere.html"), public.join("index.html")).unwrap();
    symlink(repository.root(), public.join("loop")).unwrap();
    insta::assert_snapshot!(verified(repository.root(), "--lang es"), @r#"
    distinto: index.html
        no es un archivo, o está detrás de un enlace simbólico
    sobra: loop
    4 archivos idénticos, byte por byte; distintos: 1; faltan: 0; sobran: 1 (según la confirmación [commit])
    exit code 1
    "#);
    // Nor is the manifest.
    fs::rename(public.join("manifest.json"), repository.path("manifest.json")).unwrap();
    symlink(repository.path("manifest.json"), public.join("manifest.json")).unwrap();
    let told = verified(repository.root(), "--edition html --lang es");
    assert!(told.starts_with("La carpeta no tiene un manifest.json que se pueda leer"), "{told}");
}

#[test]
fn a_huge_file_is_not_read_to_its_end() {
    let repository = released();
    build(repository.root(), &[]);
    // Sparse, so that it takes no room: of zeros, which no page begins with.
    fs::File::create(repository.path("public/index.html")).unwrap().set_len(1 << 40).unwrap();
    let told = verified(repository.root(), "--lang en");
    assert!(told.contains("differs: index.html\n    line 1, character 1\n"), "{told}");
    fs::File::create(repository.path("public/manifest.json")).unwrap().set_len(1 << 40).unwrap();
    assert!(verified(repository.root(), "--edition html --lang en").starts_with("The folder has no manifest.json"));
}

/// A policy with every construct, committed.
fn every_construct() -> TestRepository {
    let fixture = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/every-construct");
    let repository = files(&fixture).into_iter();
    repository.fold(TestRepository::new(), |repository, (path, bytes)| repository.file(&path, bytes)).commit("uno")
}

#[test]
fn every_format_is_told_in_the_help_of_both_languages() {
    for locale in Locale::ALL {
        let (help, _, code) = run(Path::new("."), &["build", "--help", "--lang", locale.tag()]);
        let help = help.split_whitespace().collect::<Vec<_>>().join(" ");
        assert_eq!(code, 0);
        for format in FORMATS {
            let told = format!("{} ({})", format.name, Catalogue::of(locale).word(format.label));
            assert!(help.contains(&told), "{told}: {help}");
        }
    }
}

#[test]
fn every_format_has_files_of_its_own_which_the_manifest_names() {
    let repository = every_construct();
    let (_, stderr, code) = run(repository.root(), &["build"]);
    assert_eq!((stderr.as_str(), code), ("", 0));
    let told = manifest(&repository.path("public"));
    let names: Vec<&str> = told["formats"].as_array().unwrap().iter().filter_map(Value::as_str).collect();
    assert_eq!(names, FORMATS.iter().map(|format| format.name).collect::<Vec<_>>());
    let of = |format: &str, language: &str| {
        let listed = told["files"].as_array().unwrap().iter();
        listed.filter(|file| file["format"] == format && file["language"] == language).count()
    };
    for format in FORMATS {
        assert!(of(format.name, "es") > 0 && of(format.name, "en") > 0, "{}", format.name);
    }
    let listed: Vec<&str> = told["files"].as_array().unwrap().iter().filter_map(|file| file["path"].as_str()).collect();
    let mut there: Vec<String> = files(&repository.path("public")).into_keys().collect();
    there.retain(|path| path != set::MANIFEST && path != set::SUMS && path != ".gaceta-edition");
    assert_eq!(listed, there);
    // The index leads to each of them, and says what it is.
    let index = fs::read_to_string(repository.path("public/index.html")).unwrap();
    for format in FORMATS {
        let label = Catalogue::of(Locale::Spanish).word(format.label);
        assert!(index.contains(&format!("type=\"{}\" hreflang=\"es\">{label}</a>", format.media_type)), "{index}");
    }
}

#[cfg(unix)]
#[test]
fn every_format_gives_the_same_bytes_whoever_builds_where() {
    let (one, other) = (every_construct(), every_construct());
    let deeper = other.path("más/adentro");
    fs::create_dir_all(&deeper).unwrap();
    let built = |folder: &Path, out: &Path, mask: &str, variables: &[(&str, &str)]| {
        let mut command = Command::new("/bin/sh");
        let program = env!("CARGO_BIN_EXE_gaceta");
        command.args(["-c", "umask \"$0\" && exec \"$@\"", mask, program, "build", folder.to_str().unwrap(), "--out"]);
        command.arg(out).current_dir(folder).env_clear().envs(variables.iter().copied());
        let output = command.output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        files(out)
    };
    let expected = built(one.root(), &one.path("public"), "022", &[("RAYON_NUM_THREADS", "1")]);
    assert!(expected.len() > 2 * FORMATS.len());
    let surroundings: [&[(&str, &str)]; 3] = [
        &[("RAYON_NUM_THREADS", "1")],
        &[("RAYON_NUM_THREADS", "4"), ("TZ", "Pacific/Kiritimati"), ("LANG", "en_US.UTF-8"), ("USER", "otra")],
        &[("TZ", "America/Mexico_City"), ("LC_ALL", "tr_TR.UTF-8"), ("HOME", "/nonexistent"), ("NO_COLOR", "1")],
    ];
    for (number, variables) in surroundings.into_iter().enumerate() {
        let again = built(other.root(), &deeper.join(number.to_string()), "077", variables);
        for (path, bytes) in &expected {
            assert!(again[path] == *bytes, "{path}: {variables:?}");
        }
        assert_eq!(again.len(), expected.len());
    }
}

//! `gaceta norms` as people start it: over a repository, a folder of one, a revision, and standard input.

#![allow(clippy::unwrap_used, reason = "a test that cannot start the program fails")]

#[path = "../src/report/schema.rs"]
mod schema;
#[path = "support/mod.rs"]
mod support;

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use support::TestRepository;

/// What a run writes to standard output and to standard error, and its exit code.
fn run(folder: &Path, arguments: &[&str], input: &str) -> (String, String, i32) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_gaceta"));
    command.current_dir(folder).args(arguments).env_clear();
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    // A program that reads no input may be gone by now.
    let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
    let Output { status, stdout, stderr } = child.wait_with_output().unwrap();
    (String::from_utf8(stdout).unwrap(), String::from_utf8(stderr).unwrap(), status.code().unwrap())
}

/// Everything that a run tells, as it would stand in a terminal, and the exit code below it.
fn session(folder: &Path, arguments: &str) -> String {
    let arguments: Vec<&str> = arguments.split(' ').collect();
    let (stdout, stderr, code) = run(folder, &arguments, "");
    format!("{stdout}{stderr}exit code {code}\n")
}

/// A policy in Spanish with a translation; its second release obliges to more.
fn released() -> TestRepository {
    let plazos = "# Plazos {#plazos}\n\nLa Unidad deberá:\n\nI. Publicar los datos dentro de los diez días hábiles \
        siguientes al cierre, y\n\nII. Atender las solicitudes.\n";
    let deadlines = "# Deadlines {#plazos}\n\nThe Unit must publish the data within ten business days of closing.\n";
    TestRepository::new()
        .file("gaceta.toml", "[policy]\nlanguages = [\"es\", \"en\"]\n")
        .file("es/01-plazos.md", plazos)
        .file("en/01-plazos.md", deadlines)
        .file("CHANGELOG.md", "La Unidad deberá publicar los datos.\n")
        .commit("uno")
        .tag("v1.0")
        .file("es/02-otras.md", "# Otras\n\nNadie podrá cobrar por los datos. Se recomienda usar CSV.\n")
        .commit("dos")
        .tag("v1.1")
}

#[test]
fn norms_are_told_in_both_languages() {
    let repository = released();
    insta::assert_snapshot!(session(repository.root(), "norms --language es"), @r#"
    Plazos (es/01-plazos.md)
      DEBE: Publicar los datos dentro de los diez días hábiles siguientes al cierre, y
          quién: La Unidad
          plazo: dentro de los diez días hábiles siguientes al cierre
          dónde: es/01-plazos.md:5 #plazos.I
      DEBE: Atender las solicitudes.
          quién: La Unidad
          dónde: es/01-plazos.md:7 #plazos.II

    Otras (es/02-otras.md)
      NO DEBE: Nadie podrá cobrar por los datos.
          quién: Nadie
          dónde: es/02-otras.md:3 #otras
      DEBERÍA: Se recomienda usar CSV.
          quién: no se dice
          dónde: es/02-otras.md:3 #otras

    4 normas en 2 documentos: 2 obligaciones, 1 prohibición, 1 recomendación.
    exit code 0
    "#);
    insta::assert_snapshot!(session(repository.root(), "norms --at v1.0 --language en,es --lang en"), @r#"
    Deadlines (v1.0:en/01-plazos.md)
      MUST: The Unit must publish the data within ten business days of closing.
          who: The Unit
          deadline: within ten business days of closing
          where: v1.0:en/01-plazos.md:3 #plazos

    Plazos (v1.0:es/01-plazos.md)
      MUST: Publicar los datos dentro de los diez días hábiles siguientes al cierre, y
          who: La Unidad
          deadline: dentro de los diez días hábiles siguientes al cierre
          where: v1.0:es/01-plazos.md:5 #plazos.I
      MUST: Atender las solicitudes.
          who: La Unidad
          where: v1.0:es/01-plazos.md:7 #plazos.II

    3 norms in 2 documents: 3 obligations.
    exit code 0
    "#);
    insta::assert_snapshot!(session(repository.root(), "norms es/02-otras.md --lang en"), @r#"
    Otras (es/02-otras.md)
      MUST NOT: Nadie podrá cobrar por los datos.
          who: Nadie
          where: es/02-otras.md:3 #otras
      SHOULD: Se recomienda usar CSV.
          who: not said
          where: es/02-otras.md:3 #otras

    2 norms in 1 document: 1 prohibition, 1 recommendation.
    exit code 0
    "#);
}

#[test]
fn norms_of_a_language_without_documents_are_an_error() {
    let repository = released();
    insta::assert_snapshot!(session(repository.root(), "norms --language fr"), @r#"
    error: Ningún documento está en el idioma «fr»
    ayuda: Los documentos están en: en, es
    exit code 2
    "#);
    insta::assert_snapshot!(session(repository.root(), "norms --language fr --lang en"), @r#"
    error: No document is in the language “fr”
    help: The documents are in: en, es
    exit code 2
    "#);
    insta::assert_snapshot!(session(repository.root(), "norms es --language en,español --lang en"), @r#"
    error: “español” is not a language tag
    help: Write tags such as “es”, “en” or “es-MX”, separated by commas
    exit code 2
    "#);
    insta::assert_snapshot!(session(repository.root(), "norms en/02-otras.md --at v1.1"), @r#"
    error: En «en/02-otras.md» no hay ningún documento de la política
    ayuda: Revise la ruta; si es correcta, revise que el manifiesto no la excluya
    exit code 2
    "#);
}

#[test]
fn each_form_stands_alone_on_standard_output() {
    let repository = released();
    let told = |format: &str| {
        let (stdout, stderr, code) = run(repository.root(), &["norms", "--language", "es", "--format", format], "");
        assert_eq!((stderr.as_str(), code), ("", 0));
        stdout
    };
    insta::assert_snapshot!(told("csv"), @r#"
    strength,agent,norm,deadline,amount,unit,document,section,title,clause,line
    must,La Unidad,"Publicar los datos dentro de los diez días hábiles siguientes al cierre, y",dentro de los diez días hábiles siguientes al cierre,10,working-days,es/01-plazos.md,plazos,Plazos,plazos.I,5
    must,La Unidad,Atender las solicitudes.,,,,es/01-plazos.md,plazos,Plazos,plazos.II,7
    must-not,Nadie,Nadie podrá cobrar por los datos.,,,,es/02-otras.md,otras,Otras,,3
    should,,Se recomienda usar CSV.,,,,es/02-otras.md,otras,Otras,,3
    "#);
    insta::assert_snapshot!(told("markdown"), @r#"
    # Registro de normas

    4 normas en 2 documentos\: 2 obligaciones, 1 prohibición, 1 recomendación.

    ## Plazos (`es/01-plazos.md`)

    - [ ] **DEBE** Publicar los datos dentro de los diez días hábiles siguientes al cierre, y (quién\: La Unidad; plazo\: dentro de los diez días hábiles siguientes al cierre; `es/01-plazos.md:5`; `#plazos.I`)
    - [ ] **DEBE** Atender las solicitudes. (quién\: La Unidad; `es/01-plazos.md:7`; `#plazos.II`)

    ## Otras (`es/02-otras.md`)

    - [ ] **NO DEBE** Nadie podrá cobrar por los datos. (quién\: Nadie; `es/02-otras.md:3`; `#otras`)
    - [ ] **DEBERÍA** Se recomienda usar CSV. (quién\: no se dice; `es/02-otras.md:3`; `#otras`)
    "#);
    let value: serde_json::Value = serde_json::from_str(&told("json")).unwrap();
    let published = include_str!("../src/report/schemas/norms.schema.json");
    assert_eq!(schema::violations(&serde_json::from_str(published).unwrap(), &value), Vec::<String>::new());
    assert_eq!(value["counts"]["norms"], 4);
}

#[test]
fn only_norms_are_written_as_csv() {
    let folder = tempfile::tempdir().unwrap();
    for command in ["lint", "rules", "explain and-or"] {
        let told = session(folder.path(), &format!("{command} --format csv --lang en"));
        assert!(told.starts_with("error: “csv” is not a value of --format <FORMAT>\n"), "{told}");
    }
    for format in ["sarif", "github", "gitlab", "junit"] {
        let told = session(folder.path(), &format!("norms --format {format} --lang en"));
        assert!(told.starts_with(&format!("error: “{format}” is not a value of --format <FORMAT>\n")), "{told}");
    }
}

#[test]
fn what_cannot_be_read_is_told_in_every_form_and_in_the_exit_code() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a.md"), "La Unidad deberá publicar los datos.\n").unwrap();
    fs::write(folder.path().join("b.md"), b"ma\xf1ana").unwrap();
    for (format, has_place) in [("text", true), ("json", true), ("markdown", true), ("csv", false)] {
        let (stdout, stderr, code) = run(folder.path(), &["norms", "--lang", "es", "--format", format], "");
        assert!(stdout.contains("deberá publicar"), "{format}: {stdout}");
        assert_eq!((stdout.contains("El archivo no está en UTF-8"), code), (has_place, 2), "{format}");
        let aside = "error: El archivo no está en UTF-8\n --> b.md:1:3\nayuda: Guárdelo con la codificación UTF-8\n";
        assert_eq!(stderr, if has_place { "" } else { aside }, "{format}");
    }
}

#[test]
fn a_document_comes_through_a_pipe() {
    let folder = tempfile::tempdir().unwrap();
    let text = "La Unidad deberá publicar los datos.\n";
    let (stdout, stderr, code) = run(folder.path(), &["norms", "-", "--lang", "en"], text);
    assert_eq!((stderr.as_str(), code), ("", 0));
    insta::assert_snapshot!(stdout, @r#"
    stdin.md (stdin.md)
      MUST: La Unidad deberá publicar los datos.
          who: La Unidad
          where: stdin.md:1

    1 norm in 1 document: 1 obligation.
    "#);
    let (_, stderr, code) = run(folder.path(), &["norms", "-", "--at", "main"], text);
    assert!(code == 2 && stderr.starts_with("error: Standard input (“-”) is read on its own\n"), "{stderr}");
}

#[test]
fn documents_in_other_languages_are_told_of() {
    let folder = tempfile::tempdir().unwrap();
    let french = "Le comité doit publier la liste des données pour les agents.\n";
    fs::write(folder.path().join("a.md"), french).unwrap();
    fs::write(folder.path().join("b.md"), "The agency MUST publish.\n").unwrap();
    insta::assert_snapshot!(session(folder.path(), "norms --lang en"), @r#"
    b.md (b.md)
      MUST: The agency MUST publish.
          who: The agency
          where: b.md:1

    1 norm in 2 documents: 1 obligation.
    warning: a.md seems to be in neither Spanish nor English, and its norms are not looked for. The language is said by “lang: en” in the front matter.
    exit code 0
    "#);
    fs::write(folder.path().join("c.md"), french).unwrap();
    insta::assert_snapshot!(session(folder.path(), "norms --lang es"), @r#"
    b.md (b.md)
      DEBE: The agency MUST publish.
          quién: The agency
          dónde: b.md:1

    1 norma en 3 documentos: 1 obligación.
    advertencia: a.md y 1 documento más no parecen estar en español ni en inglés, y sus normas no se buscan. El idioma se dice con «lang: es» en los metadatos del principio.
    exit code 0
    "#);
    assert_eq!(run(folder.path(), &["norms", "-q"], "").1, "");
}

#[test]
fn colours_come_only_where_they_are_asked_for() {
    let repository = released();
    let told = |color: &[&str]| run(repository.root(), &[&["norms"], color].concat(), "").0;
    assert!(!told(&[]).contains('\u{1b}'));
    assert!(told(&["--color", "always"]).contains("\u{1b}[95mDEBE\u{1b}[0m: "), "{:?}", told(&["--color", "always"]));
}

/// A standard as a repository keeps one that has no manifest: its criteria in a folder, and in its root what is said of
/// them, with a text of its own.
fn standard(declaration: &str) -> TestRepository {
    TestRepository::new()
        .file("readers-guide.md", declaration)
        .file("CODE_OF_CONDUCT.md", "# Conduct\n\nThe team must answer to all of the reports that it gets.\n")
        .file("criteria/a.md", "# A\n\n* The code MUST be public. It must be easy to read.\n* A log is OPTIONAL.\n")
        .file("criteria/b.md", "# B\n\n* The code SHOULD NOT be copied. We should be glad of it.\n")
        .commit("uno")
        .tag("v1")
}

#[test]
fn what_a_repository_says_of_keywords_holds_for_the_folders_below() {
    let declared = standard("The keywords are to be interpreted as described in [RFC 2119](https://a.example).\n");
    // Elsewhere by now, so that the revision alone can say it.
    let declared = declared.without("readers-guide.md").commit("dos");
    let rows = |repository: &TestRepository, arguments: &[&str]| {
        let (stdout, _, code) = run(repository.root(), &[&["norms", "--format", "csv"], arguments].concat(), "");
        assert_eq!(code, 0);
        let strengths = stdout.lines().skip(1).map(|row| row.split(',').next().unwrap().to_owned());
        strengths.collect::<Vec<_>>().join(" ")
    };
    assert_eq!(rows(&declared, &["criteria", "--at", "v1"]), "must may should-not");
    assert_eq!(rows(&declared, &["criteria/a.md", "--at", "v1"]), "must may");
    assert_eq!(rows(&declared, &["--at", "v1"]), "must must may should-not");
    assert_eq!(rows(&declared, &["criteria"]), "must must should-not should");
    let silent = standard("The keywords are those of RFC 2119.\n");
    assert_eq!(rows(&silent, &["criteria", "--at", "v1"]), "must must should-not should");
}

//! The program as people start it: a process in a folder, its streams, its exit code.

#![allow(clippy::unwrap_used, reason = "a test that cannot start the program fails")]

#[path = "../src/report/schema.rs"]
mod schema;
#[path = "support/mod.rs"]
mod support;

use serde_json::json;
use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use support::TestRepository;

const MANIFEST: &str = "[policy]\nlanguages = [\"es\"]\n\n[policy.title]\nes = \"Datos abiertos\"\n";
const GOOD: &str = "# Datos\n\nLa entidad publica sus datos.\n";
const BROKEN_LINK: &str = "# Datos\n\nVea [los plazos](#plazos).\n";

/// The program in a folder, with no variable of the machine's but those it needs to start.
fn gaceta(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_gaceta"));
    command.current_dir(folder).args(arguments).env_clear().stdin(Stdio::null());
    command
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap()
}

fn came(folder: &Path, arguments: &[&str]) -> (i32, String) {
    let Output { status, stdout, stderr } = gaceta(folder, arguments).output().unwrap();
    (status.code().unwrap(), format!("{}{}", text(&stdout), text(&stderr)))
}

/// Everything that a run tells, as it would stand in a terminal, and the exit code below it.
fn session(folder: &Path, arguments: &str) -> String {
    let arguments: Vec<&str> = arguments.split(' ').collect();
    let Output { status, stdout, stderr } = gaceta(folder, &arguments).output().unwrap();
    format!("{}{}exit code {}\n", text(&stdout), text(&stderr), status.code().unwrap())
}

/// A policy with one mistake at its first release and another at its second.
fn released() -> TestRepository {
    TestRepository::new()
        .file("gaceta.toml", MANIFEST)
        .file("es/01-objeto.md", "# Objeto {#objeto}\n\nPublicar los datos.\n")
        .file("es/02-plazos.md", "# Plazos\n\nVea el [objeto](01-objeto.md#objetto).\n")
        .commit("uno")
        .tag("v1.0")
        .file("es/02-plazos.md", "# Plazos\n\n### Prórroga\n\nVea el [objeto](01-objeto.md#objeto).\n")
        .commit("dos")
        .annotated_tag("v1.1")
}

#[test]
fn a_check_is_told_in_both_languages() {
    let repository = released();
    insta::assert_snapshot!(session(repository.root(), "lint --at v1.0"), @r#"
    error[broken-anchor]: «es/01-objeto.md» no tiene ninguna sección «#objetto»
     --> v1.0:es/02-plazos.md:3:30
      |
    3 | Vea el [objeto](01-objeto.md#objetto).
      |                              ^^^^^^^
      = ayuda: ¿Quiso decir «#objeto»?

    1 error en 2 documentos.
    exit code 1
    "#);
    insta::assert_snapshot!(session(repository.root(), "lint --strict --lang en"), @r#"
    warning[heading-skip]: The heading skips from level 1 to level 3
     --> es/02-plazos.md:3:1
      |
    3 | ### Prórroga
      | ^^^^^^^^^^^^
      = note: es/02-plazos.md:1:1: the heading before
      = help: Use level 2 (“##”), or add the heading missing in between

    1 warning in 2 documents.
    exit code 1
    "#);
    insta::assert_snapshot!(session(repository.root(), "lint es/01-objeto.md"), @r#"
    Sin observaciones en 1 documento.
    exit code 0
    "#);
}

#[test]
fn a_check_as_json_follows_the_published_schema() {
    let output = gaceta(released().root(), &["lint", "--at", "v1.0", "--format", "json"]).output().unwrap();
    assert_eq!((output.status.code(), text(&output.stderr)), (Some(1), ""));
    let value: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let published = include_str!("../src/report/schemas/lint.schema.json");
    assert_eq!(schema::violations(&serde_json::from_str(published).unwrap(), &value), Vec::<String>::new());
    assert_eq!(value["counts"], json!({ "documents": 2, "errors": 1, "warnings": 0, "unread": 0 }));
    let (start, end) =
        (json!({ "offset": 39, "line": 3, "column": 30 }), json!({ "offset": 46, "line": 3, "column": 37 }));
    let expected = json!([{
        "rule": "broken-anchor",
        "severity": "error",
        "path": "es/02-plazos.md",
        "file": "v1.0:es/02-plazos.md",
        "start": start,
        "end": end,
        "message": "«es/01-objeto.md» no tiene ninguna sección «#objetto»",
        "id": "lint-broken-anchor-there",
        "arguments": { "anchor": "objetto", "path": "es/01-objeto.md" },
        "hints": [
            { "message": "¿Quiso decir «#objeto»?", "id": "lint-did-you-mean", "arguments": { "name": "#objeto" } }
        ],
        "related": [],
        "fix": { "safe": true, "edits": [{ "start": start, "end": end, "text": "objeto" }] },
        "fingerprint": "811d8e989c8b06b65dea6566779eb59b",
    }]);
    assert_eq!(value["findings"], expected);
}

#[test]
fn rules_are_listed_and_explained() {
    let folder = tempfile::tempdir().unwrap();
    let listed = session(folder.path(), "rules --lang es");
    insta::assert_snapshot!(listed.lines().take(4).collect::<Vec<_>>().join("\n"), @r"
    agentless-duty (advertencia)
        Un deber no dice quién lo tiene.
    and-or (advertencia)
        La fórmula «y/o» no dice si basta una cosa o si deben darse las dos.
    ");
    let names = listed.lines().filter_map(|line| line.split_once(" (").filter(|_| !line.starts_with(' ')));
    let names: Vec<&str> = names.map(|(name, _)| name).collect();
    assert_eq!(names, gaceta::lint::RULES.iter().map(|rule| rule.name).collect::<Vec<_>>());
    assert!(listed.contains("\nspelling (desactivada)\n") && listed.ends_with("exit code 0\n"), "{listed}");
    insta::assert_snapshot!(session(folder.path(), "explain heading-skip --lang en"), @r#"
    heading-skip (default: warning)

    A heading skips one or more levels after the heading before it.

    What it does

    Checks that each heading is at most one level deeper than the heading before it. Going up several
    levels at once is fine, and a document may start at any level.

    Why is this bad?

    The levels are the structure of the document: the table of contents, the numbering and the
    navigation of screen readers come from them. Where a level is missing, someone who listens to the
    document thinks that a section was lost.

    Example

        ## Data catalogue

        #### Minimum contents

    Use instead

        ## Data catalogue

        ### Minimum contents
    exit code 0
    "#);
}

#[test]
fn a_release_is_published_as_it_was() {
    let repository = released();
    let folder = repository.root();
    insta::with_settings!({ filters => [(r"\d+ (kB|bytes)", "[size]")] }, {
        insta::assert_snapshot!(session(folder, "build --edition html --at v1.0 --out antes"), @r#"
        antes/datos-abiertos.es.html ([size])
        antes/index.html ([size])
        antes/manifest.json ([size])
        antes/SHA256SUMS ([size])
        exit code 0
        "#);
    });
    let page = |folder: &Path| fs::read_to_string(folder.join("antes/datos-abiertos.es.html")).unwrap();
    let first = page(folder);
    assert!(first.contains("2026-01-01") && !first.contains("Prórroga"), "the first release, with its date");
    // Whatever stands in the work tree, and wherever the clone lies.
    let other = released().file("es/02-plazos.md", "# Otra cosa\n");
    assert_eq!(came(other.root(), &["build", "--edition", "html", "--at", "v1.0", "--out", "antes", "-q"]).0, 0);
    assert_eq!(first, page(other.root()));
}

/// typst sets the lines of this paragraph only where its debug assertions are off, as the profile asks for.
#[cfg(feature = "pdf")]
#[test]
fn lines_that_are_hard_to_break_are_set_all_the_same() {
    let folder = tempfile::tempdir().unwrap();
    let text = "## Relay\nWij bieden Firefox Relay als gratis service en als betaalde abonnementsservice aan. De service \
        voor het maskeren van telefoonnummers samenwerkingsverband\n";
    fs::write(folder.path().join("gaceta.toml"), "[policy]\nlanguages = [\"nl\"]\n").unwrap();
    fs::write(folder.path().join("a.md"), format!("# A\n\n{text}")).unwrap();
    assert_eq!(came(folder.path(), &["build", "--edition", "pdf", "-q"]), (0, String::new()));
}

#[test]
fn revisions_that_cannot_be_read_are_told_with_a_remedy() {
    let repository = released();
    let folder = repository.root();
    insta::assert_snapshot!(session(folder, "build --at v1.2"), @r#"
    error: No hay ninguna etiqueta, rama ni confirmación que se llame «v1.2»
    ayuda: ¿Quiso decir v1.0, v1.1?
    ayuda: Para ver las etiquetas y las ramas: git tag --list; git branch --all
    exit code 2
    "#);
    insta::assert_snapshot!(session(folder, "lint --at v1.0~3 --lang en"), @r#"
    error: “v1.0~3” lies before the first commit
    exit code 2
    "#);
    insta::assert_snapshot!(session(folder, "lint --at v1.0:es"), @r#"
    error: No se entiende la revisión «v1.0:es»: escriba una etiqueta, una rama o un identificador, con pasos hacia atrás como «~2» o «^»
    ayuda: Para ver las etiquetas y las ramas: git tag --list; git branch --all
    exit code 2
    "#);
    let elsewhere = tempfile::tempdir().unwrap();
    fs::write(elsewhere.path().join("a.md"), GOOD).unwrap();
    insta::assert_snapshot!(session(elsewhere.path(), "lint --at main --lang es"), @r#"
    error: Aquí no hay un repositorio de git, ni en las carpetas superiores
     --> .
    ayuda: Las versiones anteriores solo se pueden leer dentro de un clon del repositorio; para crearlo: git clone DIRECCIÓN
    exit code 2
    "#);
}

#[test]
fn a_partial_clone_says_what_it_lacks_and_reads_the_rest() {
    let repository = released();
    let blob = repository.git().revparse_single("v1.0:es/02-plazos.md").unwrap().id();
    repository.forget(blob);
    let folder = repository.root();
    insta::assert_snapshot!(session(folder, "lint --at v1.0"), @r#"
    error: Falta un objeto de git en este clon: 498630eb0d6b0025fba43737b22786448611e7fd
     --> v1.0:es/02-plazos.md
    ayuda: Para revisar el repositorio: git fsck
    ayuda: El clon está incompleto. Para traer todo: git fetch --refetch --no-filter

    Sin observaciones en 1 documento. No se pudo leer 1 documento.
    exit code 2
    "#);
    insta::assert_snapshot!(session(folder, "build --at v1.0 --lang en"), @r#"
    error: An object of git is missing from this clone: 498630eb0d6b0025fba43737b22786448611e7fd
     --> v1.0:es/02-plazos.md
    help: To check the repository: git fsck
    help: The clone is incomplete. To fetch everything: git fetch --refetch --no-filter
    exit code 2
    "#);
    // What is not asked for is not missed.
    assert_eq!(came(folder, &["lint", "--at", "v1.1"]).0, 0);
    assert!(!folder.join("public").exists());
}

#[test]
fn the_output_folder_of_others_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a.md"), GOOD).unwrap();
    fs::create_dir(folder.path().join("tesis")).unwrap();
    fs::write(folder.path().join("tesis/capítulo.tex"), "x").unwrap();
    insta::assert_snapshot!(session(folder.path(), "build --edition html --out tesis --lang es"), @r#"
    error: La carpeta de salida contiene «capítulo.tex», que no es de una edición de gaceta; no se toca
     --> tesis
    ayuda: Indique otra carpeta con `--out`, o retire lo que hay en esta
    exit code 2
    "#);
    insta::assert_snapshot!(session(folder.path(), "build --edition html --out tesis --lang en"), @r#"
    error: The output folder holds “capítulo.tex”, which is no part of a gaceta edition; it is left alone
     --> tesis
    help: Name another folder with `--out`, or move away what this one holds
    exit code 2
    "#);
    assert_eq!(fs::read_dir(folder.path().join("tesis")).unwrap().count(), 1);
}

#[test]
fn mistakes_on_the_command_line_are_told_in_both_languages() {
    let folder = tempfile::tempdir().unwrap();
    let told = |arguments| session(folder.path(), arguments);
    insta::assert_snapshot!(told("buld --lang es"), @r#"
    error: No existe el comando «buld»
    ayuda: ¿Quiso decir «build»?
    ayuda: Uso: gaceta [OPCIONES] <COMANDO>
    ayuda: «gaceta --help» lo explica
    exit code 2
    "#);
    insta::assert_snapshot!(told("lint --rule broken-ancor --lang en"), @r#"
    error: “broken-ancor” is not a value of --rule <RULE>
    help: Did you mean “broken-anchor”?
    help: “gaceta lint --help” explains it
    exit code 2
    "#);
    insta::assert_snapshot!(told("build --language español --lang es"), @r#"
    error: «español» no es una etiqueta de idioma
    ayuda: Escriba etiquetas como «es», «en» o «es-MX», separadas por comas
    exit code 2
    "#);
    insta::assert_snapshot!(told("lint nada --lang en"), @r#"
    error: “nada” does not exist
    help: Check that the path is written correctly; it starts from the current folder
    exit code 2
    "#);
}

#[test]
fn a_manifest_is_told_where_it_is_wrong() {
    for (manifest, told) in [
        ("[policy]\ntitel = \"x\"\n", "El manifiesto no tiene una clave policy.titel\n --> gaceta.toml:2:1\n"),
        ("[policy]\nversion = 1.0\n", "policy.version debe ser un texto entre comillas\n --> gaceta.toml:2:11\n"),
        ("[policy]\norder = [\"b.md\"]\n", "policy.order nombra «b.md», y no hay tal documento\n --> gaceta.toml\n"),
        ("[policy]\nexclude = [\"[\"]\n", "El patrón de archivos «[» no es válido\n --> gaceta.toml\n"),
    ] {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("a.md"), GOOD).unwrap();
        fs::write(folder.path().join("gaceta.toml"), manifest).unwrap();
        let (code, said) = came(folder.path(), &["lint", "--lang", "es"]);
        assert_eq!(code, 2);
        assert!(said.starts_with(&format!("error: {told}")), "{said}");
    }
}

#[test]
fn a_revision_is_checked_as_it_was() {
    let repository = TestRepository::new()
        .file("gaceta.toml", MANIFEST)
        .file("es/a.md", BROKEN_LINK)
        .file("es/vieja.md", BROKEN_LINK)
        .commit("mal")
        .file("es/a.md", GOOD)
        .without("es/vieja.md")
        .commit("bien");
    let folder = repository.root();
    assert_eq!(came(folder, &["lint"]), (0, "Sin observaciones en 1 documento.\n".to_owned()));
    let (code, told) = came(folder, &["lint", "--at", "main~1"]);
    assert_eq!(code, 1);
    assert!(told.contains(" main~1:es/a.md:3:19\n"), "{told}");
    assert!(told.ends_with("2 errores en 2 documentos.\n"), "{told}");
    // A document that is gone from the work tree can still be named.
    let (code, told) = came(folder, &["lint", "--at", "main~1", "es/vieja.md"]);
    assert_eq!(code, 1);
    assert!(told.ends_with("1 error en 1 documento.\n"), "{told}");
    assert_eq!(came(folder, &["lint", "--at", "nada"]).0, 2);
}

#[test]
fn an_edition_has_the_date_of_its_commit() {
    let repository =
        TestRepository::new().file("gaceta.toml", MANIFEST).file("es/a.md", GOOD).commit("uno").commit("dos");
    let folder = repository.root();
    let (code, told) = came(folder, &["build", "--edition", "html", "--at", "main~1"]);
    assert_eq!(code, 0, "{told}");
    let page = fs::read_to_string(folder.join(told.split(" (").next().unwrap())).unwrap();
    assert!(page.contains("2026-01-01"), "the first commit's date");
    assert!(!page.contains("2026-01-02"));
}

#[test]
fn a_document_comes_through_a_pipe() {
    let folder = tempfile::tempdir().unwrap();
    let mut child = gaceta(folder.path(), &["lint", "-"])
        .env("LANG", "es_MX.UTF-8")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(BROKEN_LINK.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stdout).ends_with("1 error en 1 documento.\n"));
}

#[test]
fn a_reader_that_has_left_is_no_error() {
    let folder = tempfile::tempdir().unwrap();
    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    let output = gaceta(folder.path(), &["rules"]).stdout(writer).output().unwrap();
    assert_eq!((output.status.code(), text(&output.stderr)), (Some(0), ""));
}

#[test]
fn nothing_is_coloured_in_a_pipe_unless_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a.md"), BROKEN_LINK).unwrap();
    assert!(!came(folder.path(), &["lint"]).1.contains('\u{1b}'));
    assert!(came(folder.path(), &["lint", "--color=always"]).1.contains('\u{1b}'));
}

/// What a run writes to standard output and to standard error, and its exit code.
fn streams(folder: &Path, arguments: &str, input: &[u8]) -> (String, String, i32) {
    let arguments: Vec<&str> = arguments.split(' ').collect();
    let mut command = gaceta(folder, &arguments);
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(input).unwrap();
    let Output { status, stdout, stderr } = child.wait_with_output().unwrap();
    (String::from_utf8(stdout).unwrap(), String::from_utf8_lossy(&stderr).into_owned(), status.code().unwrap())
}

/// A folder with faults that can be mended, one that cannot, and a file that is not UTF-8.
fn mendable() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let write = |path: &str, bytes: &[u8]| fs::write(folder.path().join(path), bytes).unwrap();
    fs::create_dir(folder.path().join("es")).unwrap();
    write("gaceta.toml", MANIFEST.as_bytes());
    write("es/a.md", "\u{feff}# Datos\r\n\r\n## ## Plazos\r\n\r\nVea [esto](b.md#Objeto) y [eso](#nada).".as_bytes());
    write("es/b.md", b"# Objeto\n\nPublicar.\n");
    write("es/c.md", b"# C\n\nA\xf1o.");
    folder
}

#[test]
fn what_can_be_mended_is_shown_first_and_mended_then() {
    let folder = mendable();
    let bytes = |path: &str| fs::read(folder.path().join(path)).unwrap();
    let before = bytes("es/a.md");
    let difference = session(folder.path(), "lint --fix --diff es/a.md");
    insta::assert_snapshot!(difference.replace('\u{feff}', "[BOM]").replace('\r', "[CR]"), @r#"
    --- a/es/a.md
    +++ b/es/a.md
    @@ -1,5 +1,5 @@
     [BOM]# Datos[CR]
     [CR]
    -## ## Plazos[CR]
    +## Plazos[CR]
     [CR]
    -Vea [esto](b.md#Objeto) y [eso](#nada).
    \ No newline at end of file
    +Vea [esto](b.md#objeto) y [eso](#nada).[CR]
    error: El archivo no está en UTF-8
     --> es/c.md:3:2
    ayuda: Guárdelo con la codificación UTF-8
    Se corregirían 3 problemas en 1 documento.
    exit code 2
    "#);
    assert_eq!(bytes("es/a.md"), before);
    insta::assert_snapshot!(session(folder.path(), "lint --fix es/a.md --lang en"), @r#"
    error[broken-anchor]: This document has no section “#nada”
     --> es/a.md:5:34
      |
    5 | Vea [esto](b.md#objeto) y [eso](#nada).
      |                                  ^^^^
      = help: Correct the link, or write the identity “{#nada}” in the heading of the section

    error: The file is not UTF-8
     --> es/c.md:3:2
    help: Save it with the encoding UTF-8

    1 error in 1 document. 1 document could not be read.
    3 problems fixed in 1 document.
    exit code 2
    "#);
    let after = "\u{feff}# Datos\r\n\r\n## Plazos\r\n\r\nVea [esto](b.md#objeto) y [eso](#nada).\r\n";
    assert_eq!(String::from_utf8(bytes("es/a.md")).unwrap(), after);
    // The rest of the policy is as it was, and nothing is left beside it.
    assert_eq!(bytes("es/c.md"), b"# C\n\nA\xf1o.");
    assert_eq!(fs::read_dir(folder.path().join("es")).unwrap().count(), 3);
    let (told, code) = (came(folder.path(), &["lint", "--fix", "--lang", "es"]).1, came(folder.path(), &["lint"]).0);
    assert!(told.ends_with("No hay nada que se pueda corregir sin cambiar lo que dice el texto.\n"), "{told}");
    assert_eq!((code, bytes("es/a.md").as_slice()), (2, after.as_bytes()));
}

#[test]
fn the_exit_code_after_mending_is_that_of_what_is_left() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.md");
    let broken = "# Datos\n\nVea [los datos](#Datos).\n";
    fs::write(&path, broken).unwrap();
    assert_eq!(came(folder.path(), &["lint", "--fix", "--diff"]).0, 1, "nothing is mended yet");
    assert_eq!(fs::read_to_string(&path).unwrap(), broken);
    let told = came(folder.path(), &["lint", "--fix", "--lang", "es"]);
    assert_eq!(told, (0, "Sin observaciones en 1 documento.\n1 problema corregido en 1 documento.\n".to_owned()));
    assert_eq!(came(folder.path(), &["lint", "--fix", "-q"]), (0, "Sin observaciones en 1 documento.\n".to_owned()));
    // Rules that are not asked for mend nothing.
    fs::write(&path, broken).unwrap();
    assert_eq!(came(folder.path(), &["lint", "--fix", "--rule", "final-newline"]).0, 0);
    assert_eq!(fs::read_to_string(&path).unwrap(), broken);
    let output = gaceta(folder.path(), &["lint", "--fix", "--format", "json"]).output().unwrap();
    let value: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!((&value["findings"], text(&output.stderr)), (&json!([]), "1 problema corregido en 1 documento.\n"));
}

#[cfg(unix)]
#[test]
fn a_read_only_file_is_told_and_the_others_are_mended() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    for name in ["a.md", "b.md"] {
        fs::write(folder.path().join(name), "# Datos\n\nTexto.").unwrap();
    }
    let mode = |name: &str, mode| {
        fs::set_permissions(folder.path().join(name), fs::Permissions::from_mode(mode)).unwrap();
    };
    mode("a.md", 0o444);
    mode("b.md", 0o600);
    insta::assert_snapshot!(session(folder.path(), "lint --fix --lang es"), @r#"
    advertencia[final-newline]: A la última línea le falta el salto de línea
     --> a.md:3:7
      |
    3 | Texto.
      |       ^
      = ayuda: Agregue un salto de línea al final del archivo

    1 advertencia en 2 documentos.
    error: No se puede escribir
     --> a.md
    causa: no hay permiso
    ayuda: Revise los permisos del archivo y de la carpeta que lo contiene; el archivo quedó como estaba.
    1 problema corregido en 1 documento.
    exit code 2
    "#);
    assert_eq!(fs::read_to_string(folder.path().join("a.md")).unwrap(), "# Datos\n\nTexto.");
    assert_eq!(fs::read_to_string(folder.path().join("b.md")).unwrap(), "# Datos\n\nTexto.\n");
    let kept = fs::metadata(folder.path().join("b.md")).unwrap().permissions().mode();
    assert_eq!(kept & 0o777, 0o600);
}

#[test]
fn a_document_is_mended_in_a_pipe() {
    let folder = tempfile::tempdir().unwrap();
    let mended = |arguments: &str, input: &[u8]| streams(folder.path(), arguments, input);
    let (stdout, stderr, code) = mended("lint --fix - --lang es", b"## ## Datos\n\n[a](#nada)");
    assert_eq!((stdout.as_str(), code), ("## Datos\n\n[a](#nada)\n", 1));
    assert!(stderr.starts_with("error[broken-anchor]: "), "{stderr}");
    assert!(stderr.ends_with("1 error en 1 documento.\n2 problemas corregidos en 1 documento.\n"), "{stderr}");
    let (stdout, stderr, code) = mended("lint --fix --diff - --lang en", b"# Datos\n\nTexto.");
    let expected = "--- a/stdin.md\n+++ b/stdin.md\n@@ -1,3 +1,3 @@\n # Datos\n \n-Texto.\n\\ No newline at end of file\n+Texto.\n";
    assert_eq!((stdout.as_str(), stderr.as_str(), code), (expected, "1 problem would be fixed in 1 document.\n", 0));
    // What is well comes as it went in.
    assert_eq!(mended("lint --fix - -q", GOOD.as_bytes()).0, GOOD);
}

#[test]
fn a_document_that_cannot_be_read_comes_out_of_a_pipe_as_it_went_in() {
    let folder = tempfile::tempdir().unwrap();
    let mut child = gaceta(folder.path(), &["lint", "--fix", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(b"a\xff").unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), output.stdout.as_slice()), (Some(2), b"a\xff".as_slice()));
}

#[test]
fn differences_are_coloured_where_colours_are_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a.md"), "## ## \u{1b}[2JDatos\n\nTexto.\n").unwrap();
    let plain = came(folder.path(), &["lint", "--fix", "--diff"]).1;
    assert!(plain.contains("-## ## \\u{1b}[2JDatos\n+## \\u{1b}[2JDatos\n"), "{plain}");
    let coloured = came(folder.path(), &["lint", "--fix", "--diff", "--color=always"]).1;
    assert!(coloured.contains("\u{1b}[32m+## \\u{1b}[2JDatos\u{1b}[0m\n"), "{coloured}");
}

#[test]
fn mending_goes_with_what_lies_in_a_folder_only() {
    let repository = released();
    insta::assert_snapshot!(session(repository.root(), "lint --fix --at v1.0"), @r#"
    error: --fix no puede ir junto con --at <REVISIÓN>
    ayuda: Uso: gaceta lint [OPCIONES] [RUTA]...
    ayuda: «gaceta lint --help» lo explica
    exit code 2
    "#);
    insta::assert_snapshot!(session(repository.root(), "lint --diff --lang en"), @r#"
    error: --fix is missing
    help: Usage: gaceta lint [OPTIONS] [PATH]...
    help: “gaceta lint --help” explains it
    exit code 2
    "#);
    insta::assert_snapshot!(session(repository.root(), "lint --fix --diff --format json --lang es"), @r#"
    error: --diff no puede ir junto con --format <FORMATO>
    ayuda: Uso: gaceta lint [OPCIONES] [RUTA]...
    ayuda: «gaceta lint --help» lo explica
    exit code 2
    "#);
}

#[test]
fn what_one_remedy_mends_is_told_three_times_in_a_document() {
    let text = "---\nlang: es\n---\n\n# Uno\n\nUno y/o dos; tres y/o cuatro; cinco y/o seis.\n\n- Siete y/o ocho.\n";
    let repository = TestRepository::new().file("a.md", text).commit("uno");
    insta::assert_snapshot!(session(repository.root(), "lint --lang es"), @r"
    advertencia[and-or]: «y/o» no dice si basta uno o si deben ser los dos
     --> a.md:7:5
      |
    7 | Uno y/o dos; tres y/o cuatro; cinco y/o seis.
      |     ^^^
      = ayuda: Escriba «o», que incluye a los dos, «y», o «A, B o ambos»

    advertencia[and-or]: «y/o» no dice si basta uno o si deben ser los dos
     --> a.md:7:19
      |
    7 | Uno y/o dos; tres y/o cuatro; cinco y/o seis.
      |                   ^^^
      = ayuda: Escriba «o», que incluye a los dos, «y», o «A, B o ambos»

    advertencia[and-or]: «y/o» no dice si basta uno o si deben ser los dos
     --> a.md:7:37
      |
    7 | Uno y/o dos; tres y/o cuatro; cinco y/o seis.
      |                                     ^^^
      = nota: a.md:9:9: También aquí
      = ayuda: Escriba «o», que incluye a los dos, «y», o «A, B o ambos»
      = ayuda: Hay uno más como este en el documento

    3 advertencias en 1 documento.
    exit code 0
    ");
    let mended = session(repository.root(), "lint --lang es --fix");
    assert_eq!((mended.matches("and-or").count(), mended.matches("También aquí").count()), (3, 1));
    // A baseline knows each of them.
    assert_eq!(session(repository.root(), "lint --baseline known.json --write-baseline --quiet"), "exit code 0\n");
    let known = std::fs::read_to_string(repository.root().join("known.json")).unwrap();
    assert_eq!(known.matches("\"and-or\"").count(), 4);
}

#[test]
fn findings_since_a_revision_and_since_a_baseline() {
    let old = "---\nlang: es\n---\n\n# Uno\n\nLa Unidad y/o el Comité publican los datos.\n";
    let new = "---\nlang: es\n---\n\n# Uno\n\nOtro párrafo.\n\nLa Unidad y/o el\nComité publican los datos.\n\nEl Enlace y/o la Unidad los corrigen.\n";
    let repository = TestRepository::new().file("a.md", old).commit("uno").without("a.md").file("b.md", new);
    insta::assert_snapshot!(session(repository.root(), "lint --lang es --since HEAD"), @r"
    advertencia[and-or]: «y/o» no dice si basta uno o si deben ser los dos
      --> b.md:12:11
       |
    12 | El Enlace y/o la Unidad los corrigen.
       |           ^^^
       = ayuda: Escriba «o», que incluye a los dos, «y», o «A, B o ambos»

    1 advertencia en 1 documento.
    exit code 0
    ");
    assert_eq!(came(repository.root(), &["lint", "--since", "v9"]).0, 2);
    let known = session(repository.root(), "lint --baseline known.json --write-baseline --quiet");
    assert_eq!(known, "exit code 0\n");
    insta::assert_snapshot!(session(repository.root(), "lint --lang en --strict --baseline known.json"), @r"
    No findings in 1 document.
    exit code 0
    ");
    assert_eq!(came(repository.root(), &["lint", "--write-baseline"]).0, 2);
    assert_eq!(came(repository.root(), &["lint", "--baseline", "none.json"]).0, 2);
}

/// A policy whose section was renamed after its first release, with a version before the release in between.
fn renamed() -> TestRepository {
    let text = |title: &str, rest: &str| {
        format!("# Norma {{#norma}}\n\n## {title}\n\nLa Unidad publica sus datos en diez días.{rest}\n")
    };
    TestRepository::new()
        .file("gaceta.toml", MANIFEST)
        .file("es/01.md", text("Plazos", ""))
        .commit("uno")
        .annotated_tag("v1.0")
        .file("es/01.md", text("Plazos y prórrogas", ""))
        .commit("dos")
        .tag("v1.1-rc1")
        .file("es/01.md", text("Plazos y prórrogas", " El Comité los amplía."))
        .commit("tres")
}

#[test]
fn anchors_of_the_last_release_are_looked_up() {
    let repository = renamed();
    insta::assert_snapshot!(session(repository.root(), "lint"), @r"
    error[released-anchor]: Quien haya citado «#plazos» de «v1.0:es/01.md» ya no llega a esta sección, que ahora es «#plazos-y-prórrogas»
     --> es/01.md:3:1
      |
    3 | ## Plazos y prórrogas
      | ^^^^^^^^^^^^^^^^^^^^^
      = ayuda: Escriba «{#plazos}» en su encabezado

    1 error en 1 documento.
    exit code 1
    ");
    let repository = repository.tag("v1.1");
    let clean = (0, "Sin observaciones en 1 documento.\n".to_owned());
    assert_eq!(came(repository.root(), &["lint"]), clean, "it is the last release itself");
    assert_eq!(came(repository.root(), &["lint", "--at", "v1.0"]), clean, "there is none before");
    assert_eq!(came(repository.root(), &["lint", "--at", "v1.1"]).0, 1, "the one before it is v1.0");
    assert_eq!(came(repository.root(), &["lint", "--at", "v1.1", "--since", "HEAD~1"]), clean, "it was so already");
    assert_eq!(came(repository.root(), &["lint", "--at", "v1.1", "--since", "v1.0"]).0, 1, "it has become so since");
}

#[test]
fn the_manifest_says_which_tags_are_releases() {
    let manifest = format!("{MANIFEST}\n").replace("[policy]\n", "[policy]\nreleases = [\"norma-*\"]\n");
    let repository = renamed().file("gaceta.toml", &manifest);
    assert_eq!(came(repository.root(), &["lint"]).0, 0);
    let first = repository.git().revparse_single("v1.0").unwrap().peel_to_commit().unwrap();
    repository.git().reference("refs/tags/norma-1", first.id(), false, "").unwrap();
    let (code, told) = came(repository.root(), &["lint"]);
    assert!(code == 1 && told.contains("«norma-1:es/01.md»"), "{told}");
}

#[test]
fn a_release_that_a_clone_lacks_is_as_none() {
    let clean = (0, "Sin observaciones en 1 documento.\n".to_owned());
    for path in ["gaceta.toml", "es/01.md"] {
        let repository = renamed().file("gaceta.toml", format!("{MANIFEST}# Otra\n")).commit("cuatro");
        repository.forget(repository.git().revparse_single(&format!("v1.0:{path}")).unwrap().id());
        assert_eq!(came(repository.root(), &["lint"]), clean, "{path}");
    }
    for object in ["v1.0^{commit}", "v1.0^{tree}", "v1.0^{commit}~0", "HEAD~1"] {
        let repository = renamed();
        repository.forget(repository.git().revparse_single(object).unwrap().id());
        assert_eq!(came(repository.root(), &["lint"]), clean, "{object}");
    }
}

#[test]
fn a_section_that_has_become_hard_to_read_is_told_with_its_base() {
    let easy = "La Unidad publica los datos en su sitio cada mes. ".repeat(8);
    let hard = format!(
        "La Unidad publica los datos en su sitio cada mes{}.",
        ", y la Unidad publica los datos en su sitio hoy".repeat(8)
    );
    let repository = TestRepository::new()
        .file("a.md", format!("---\nlang: es\n---\n\n# Uno\n\n{}\n", easy.trim_end()))
        .commit("uno")
        .file("a.md", format!("---\nlang: es\n---\n\n# Uno\n\n{hard}\n"));
    let rule = "lint --lang es --rule readability";
    assert_eq!(session(repository.root(), rule), "Sin observaciones en 1 documento.\nexit code 0\n");
    let expected = "
    advertencia[readability]: La sección se lee peor que antes: su legibilidad bajó de 90 a 16, y por debajo de 40 un texto es muy difícil (INFLESZ)
     --> a.md:5:1
      |
    5 | # Uno
      | ^^^^^
      = ayuda: Divida sus oraciones: tenían en promedio 10 palabras y ahora tienen 90

    1 advertencia en 1 documento.
    exit code 0
    ";
    let expected = expected.replace("\n    ", "\n");
    assert_eq!(session(repository.root(), &format!("{rule} --since HEAD")).trim(), expected.trim());
    let repository = repository.tag("v1.0");
    assert_eq!(session(repository.root(), rule).trim(), expected.trim());
}

#[test]
fn hostile_files_are_told_and_all_others_are_linted() {
    let repository = TestRepository::new()
        .file("a-codificado.md", b"# Pol\xedtica\n")
        .file("b-grande.md", vec![b'a'; 16 * 1024 * 1024 + 1])
        .file("c-citas.md", "> ".repeat(10_000) + "Uno y/o dos.\n")
        .file("d-nulo.md", "# Nulo\n\nUna\0letra.\n")
        .file("e-bueno.md", "---\nlang: es\n---\n\n# Bueno\n\nUno y/o dos.\n");
    let (code, told) = came(repository.root(), &["lint", "--lang", "es", "--format", "json"]);
    let told: serde_json::Value = serde_json::from_str(&told).unwrap();
    assert_eq!((code, &told["counts"]["documents"]), (2, &json!(3)));
    let names = |list: &str, field: &str, name: &str| -> Vec<(String, String)> {
        let read = |value: &serde_json::Value, key: &str| value[key].as_str().unwrap_or_default().to_owned();
        told[list].as_array().unwrap().iter().map(|told| (read(told, field), read(told, name))).collect()
    };
    let pair = |one: &str, other: &str| (one.to_owned(), other.to_owned());
    let unread = [pair("a-codificado.md", "error-not-utf8"), pair("b-grande.md", "repo-file-too-large")];
    assert_eq!(names("unread", "file", "id"), unread);
    let expected = [
        pair("c-citas.md", "unreadable-markup"),
        pair("d-nulo.md", "replacement-character"),
        pair("e-bueno.md", "and-or"),
    ];
    assert_eq!(names("findings", "file", "rule"), expected);
}

/// Two releases of a policy between which a duty became a permission, a section moved and a file was renamed.
fn two_releases() -> TestRepository {
    const DATES: &str = "# Plazos {#plazos}\n\nLa Secretaría deberá publicar el inventario de datos cada año.\n\n\
                         Las observaciones se reciben por correo y se responden en orden de llegada.\n";
    const PURPOSE: &str =
        "# Objeto {#objeto}\n\nEsta política ordena la publicación de los datos abiertos del municipio.\n";
    TestRepository::new()
        .file("gaceta.toml", MANIFEST)
        .file("es/01-objeto.md", PURPOSE)
        .file("es/02-plazos.md", DATES)
        .commit("uno")
        .tag("v1.0")
        .without("es/02-plazos.md")
        .file("es/03-plazos.md", DATES.replace("deberá", "podrá"))
        .commit("dos")
        .annotated_tag("v1.1")
}

#[test]
fn what_changed_between_releases_is_told_obligations_first() {
    let repository = two_releases();
    insta::assert_snapshot!(session(repository.root(), "diff v1.0 v1.1"), @r"
    Obligaciones, prohibiciones y permisos

      norma debilitada  es/03-plazos.md:3  «Plazos»
        La Secretaría [-deberá-] {+podrá+} publicar el inventario de datos cada año.

    Lo demás

      estructura · documento con otro nombre  es/03-plazos.md:1  (antes en es/02-plazos.md)

    v1.0 → v1.1: 1 norma debilitada, 1 cambio de estructura.
    1 palabra nueva, 1 quitada.
    Hay compromisos que desaparecen, se debilitan o cambian: toca una versión mayor, v2.0.
    exit code 0
    ");
    insta::assert_snapshot!(session(repository.root(), "diff v1.0..v1.1 --stat --exit-code --lang en"), @r"
     es/03-plazos.md          │    1 +0 -0 
     es/03-plazos.md «Plazos» │    1 +1 -1 +-
    exit code 1
    ");
    insta::assert_snapshot!(session(repository.root(), "diff v1.1 --exit-code"), @r"
    v1.1 → archivos de trabajo: sin cambios.
    exit code 0
    ");
    insta::assert_snapshot!(session(repository.root(), "diff v1.0 --section objeto"), @r"
    v1.0 → archivos de trabajo: sin cambios.
    exit code 0
    ");
}

#[test]
fn the_work_tree_is_compared_with_the_last_release() {
    let repository = two_releases();
    fs::write(
        repository.path("es/01-objeto.md"),
        "# Objeto {#objeto}\n\nEsta política ordena la publicación y el uso de los datos abiertos del municipio.\n",
    )
    .unwrap();
    insta::assert_snapshot!(session(repository.root(), "diff"), @r"
    Lo demás

      redacción  es/01-objeto.md:3  «Objeto»
        Esta política ordena la publicación {+y el uso+} de los datos abiertos del municipio.

    v1.1 → archivos de trabajo: 1 cambio de redacción.
    3 palabras nuevas, 0 quitadas.
    Ninguna norma cambió: toca una versión de corrección, v1.1.1.
    exit code 0
    ");
    insta::assert_snapshot!(session(repository.root(), "diff --check-notes gaceta.toml"), @r"
    gaceta.toml menciona todo lo que debe mencionar.
    exit code 0
    ");
}

#[test]
fn what_cannot_be_compared_is_told_with_its_remedy() {
    let repository = two_releases();
    for arguments in [
        "diff v1.2",
        "diff v1.0 --section plasos",
        "diff es/01-objeto.md",
        "diff es es/03-plazos.md",
        "diff v1.0...v1.1",
    ] {
        let told = session(repository.root(), arguments);
        assert!(told.ends_with("exit code 2\n"), "{told}");
    }
    insta::assert_snapshot!(session(repository.root(), "diff v1.2"), @r"
    error: No hay ninguna etiqueta, rama ni confirmación que se llame «v1.2»
    ayuda: ¿Quiso decir v1.0, v1.1?
    ayuda: Para ver las etiquetas y las ramas: git tag --list; git branch --all
    exit code 2
    ");
    insta::assert_snapshot!(session(repository.root(), "diff v1.0 --section plasos --lang en"), @r"
    error: Neither version has the section “plasos”
    help: Did you mean “plazos”?
    exit code 2
    ");
    insta::assert_snapshot!(session(repository.root(), "diff es/01-objeto.md"), @r"
    error: «es/01-objeto.md» es una ruta, y la otra versión no
    ayuda: Para ver solo esa parte de la política, escriba --path es/01-objeto.md
    exit code 2
    ");
    insta::assert_snapshot!(session(repository.root(), "diff es es/03-plazos.md"), @r"
    error: «es» y «es/03-plazos.md» no son dos carpetas ni dos archivos
    ayuda: Compare carpeta con carpeta o archivo con archivo
    exit code 2
    ");
    let outside = tempfile::tempdir().unwrap();
    let told = session(outside.path(), "diff --lang es");
    assert!(told.contains("git") && told.ends_with("exit code 2\n"), "{told}");
}

#[test]
fn a_name_that_is_both_a_path_and_a_revision_is_refused() {
    let repository = two_releases();
    fs::create_dir(repository.path("v1.0")).unwrap();
    fs::create_dir(repository.path("v1.1")).unwrap();
    insta::assert_snapshot!(session(repository.root(), "diff v1.0 v1.1"), @r"
    error: «v1.0» es a la vez una revisión y una ruta
    ayuda: Si es la ruta, escriba ./v1.0
    exit code 2
    ");
}

#[test]
fn two_files_and_two_folders_are_compared() {
    let folder = tempfile::tempdir().unwrap();
    let write = |path: &str, text: &str| {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    };
    write("antes/a.md", "# Datos\n\nLa Secretaría deberá publicar los datos.\n");
    write("ahora/b.md", "# Datos\n\nLa Secretaría deberá publicar los datos, salvo los reservados.\n");
    insta::assert_snapshot!(session(folder.path(), "diff antes/a.md ahora/b.md --lang es"), @r"
    Obligaciones, prohibiciones y permisos

      norma debilitada  b.md:3  «Datos»
        La Secretaría deberá publicar los datos{+, salvo los reservados+}.

    antes/a.md → ahora/b.md: 1 norma debilitada.
    3 palabras nuevas, 0 quitadas.
    Hay compromisos que desaparecen, se debilitan o cambian: toca una versión mayor.
    exit code 0
    ");
    insta::assert_snapshot!(session(folder.path(), "diff antes ahora --lang es"), @r"
    Obligaciones, prohibiciones y permisos

      norma debilitada  b.md:3  «Datos»
        La Secretaría deberá publicar los datos{+, salvo los reservados+}.

    Lo demás

      estructura · documento con otro nombre  b.md:1  (antes en a.md)

    antes → ahora: 1 norma debilitada, 1 cambio de estructura.
    3 palabras nuevas, 0 quitadas.
    Hay compromisos que desaparecen, se debilitan o cambian: toca una versión mayor.
    exit code 0
    ");
}

#[test]
fn a_comparison_as_json_follows_the_published_schema() {
    let output = gaceta(two_releases().root(), &["diff", "v1.0", "v1.1", "--format", "json"]).output().unwrap();
    assert_eq!((output.status.code(), text(&output.stderr)), (Some(0), ""));
    let value: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let published = include_str!("../src/report/schemas/diff.schema.json");
    assert_eq!(schema::violations(&serde_json::from_str(published).unwrap(), &value), Vec::<String>::new());
    assert_eq!(value["counts"]["norm-weakened"], 1);
    assert_eq!(value["next"], "v2.0");
}

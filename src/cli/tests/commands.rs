//! What the commands do.

use super::*;

#[test]
fn the_language_is_the_policys_where_the_system_has_none() {
    let run = Run::new().file("gaceta.toml", "[policy]\nlanguages = [\"es\", \"en\"]\n").file("es/a.md", GOOD);
    assert!(run.run("--help").stdout.contains("Uso: gaceta"));
    assert_eq!(run.run("lint").stdout, "Sin observaciones en 1 documento.\n");
    let run = run.variable("LANG", "en_US.UTF-8");
    assert_eq!(run.run("lint").stdout, "No findings in 1 document.\n");
    let run = run.variable("LC_ALL", "C");
    assert_eq!(run.run("lint").stdout, "Sin observaciones en 1 documento.\n");
}

#[test]
fn a_manifest_that_is_wrong_does_not_hinder_help() {
    let run = Run::new().file("gaceta.toml", "[policy\n");
    assert!(run.run("--help").stdout.contains("Usage: gaceta"));
    assert_eq!(run.run("lint").code, 2);
}

#[test]
fn the_exit_code_of_lint_tells_what_was_found() {
    let code = |text: &str, arguments: &str| Run::new().file("a.md", text).run(arguments).code;
    assert_eq!(code(GOOD, "lint --strict"), 0);
    assert_eq!(code(SKIPPED_LEVEL, "lint"), 0);
    assert_eq!(code(SKIPPED_LEVEL, "lint --strict"), 1);
    assert_eq!(code(BROKEN_LINK, "lint"), 1);
    assert_eq!(code(BROKEN_LINK, "lint --rule heading-skip"), 0);
    assert_eq!(code(BROKEN_LINK, "lint --rule heading-skip --rule broken-anchor"), 1);
}

#[test]
fn a_document_that_cannot_be_read_is_an_error_of_input() {
    let run = Run::new().file("a.md", GOOD);
    fs::write(run.folder.path().join("b.md"), b"ma\xf1ana").unwrap();
    assert_eq!(run.run("lint").code, 2);
    let came = run.run("build");
    assert_eq!((came.code, came.stdout.as_str()), (2, ""));
    assert!(came.stderr.contains("b.md:1:3"), "{}", came.stderr);
    assert_eq!(run.entries(""), ["a.md", "b.md"], "nothing is published");
}

#[test]
fn paths_narrow_what_is_checked() {
    let run = Run::new()
        .file("gaceta.toml", "[policy]\nlanguages = [\"es\"]\nexclude = [\"notas/**\"]\n")
        .file("es/bien.md", GOOD)
        .file("es/mal.md", BROKEN_LINK)
        .file("en/bad.md", BROKEN_LINK)
        .file("notas/n.md", GOOD);
    let summary = |arguments: &str| {
        let came = run.run(arguments);
        (came.code, came.stdout.lines().last().unwrap_or("").to_owned())
    };
    assert_eq!(summary("lint es/bien.md"), (0, "Sin observaciones en 1 documento.".to_owned()));
    assert_eq!(summary("lint es"), (1, "1 error en 2 documentos.".to_owned()));
    assert_eq!(summary("lint es/mal.md en"), (1, "2 errores en 2 documentos.".to_owned()));
    assert_eq!(summary("lint es ."), (1, "2 errores en 3 documentos.".to_owned()));
    let came = run.run("lint notas/n.md");
    assert_eq!(came.code, 2);
    assert!(came.stderr.contains("ningún documento de la política"), "{}", came.stderr);
}

#[test]
fn paths_of_several_policies_are_checked_policy_by_policy() {
    let run = Run::new()
        .file("uno/gaceta.toml", "")
        .file("uno/a.md", BROKEN_LINK)
        .file("dos/gaceta.toml", "")
        .file("dos/b.md", BROKEN_LINK);
    let came = run.run("--lang es lint uno/a.md dos uno");
    let places: Vec<&str> = came.stdout.lines().filter(|line| line.trim_start().starts_with("-->")).collect();
    assert_eq!(places, [" --> uno/a.md:3:19", " --> dos/b.md:3:19"], "{}", came.stdout);
    assert!(came.stdout.ends_with("2 errores en 2 documentos.\n"), "{}", came.stdout);
}

#[test]
fn a_path_that_does_not_exist_is_told_with_what_was_meant() {
    let run = Run::new().file("es/04-datos.md", GOOD);
    insta::assert_snapshot!(run.run("lint es/04-dato.md").stderr, @r#"
    error: “es/04-dato.md” does not exist
    help: Did you mean “es/04-datos.md”?
    "#);
    insta::assert_snapshot!(run.run("lint --lang es nada/nada").stderr, @r#"
    error: No existe «nada/nada»
    ayuda: Compruebe que la ruta esté bien escrita; se cuenta desde la carpeta actual
    "#);
}

#[cfg(unix)]
#[test]
fn what_is_left_out_is_told_unless_silence_is_asked_for() {
    let run = Run::new().file("a.md", GOOD);
    std::os::unix::fs::symlink("a.md", run.folder.path().join("b.md")).unwrap();
    let came = run.run("lint --lang es");
    assert_eq!((came.code, came.stdout.as_str()), (0, "Sin observaciones en 1 documento.\n"));
    let expected = "Es un enlace simbólico y no se sigue, porque podría llevar fuera de la política.\n";
    assert_eq!(came.stderr, format!("advertencia: b.md queda fuera. {expected}"));
    assert_eq!(run.run("lint -q").stderr, "");
}

#[test]
fn a_folder_without_markdown_is_an_error() {
    let came = Run::new().file("a.txt", "").run("lint --lang es");
    assert_eq!(came.code, 2);
    insta::assert_snapshot!(came.stderr, @r#"
    error: No hay archivos Markdown en «.»
    ayuda: Indique la carpeta donde está la política, o revise qué excluye gaceta.toml
    "#);
}

#[test]
fn a_few_lines_of_input_are_in_the_language_that_is_spoken() {
    let told = |command: &str| Run::new().input("Comité debe de sesionar.\n".as_bytes()).run(command).stdout;
    assert!(told("lint - --lang es").contains("[weak-modal]"), "{}", told("lint - --lang es"));
    assert!(!told("lint - --lang en").contains("[weak-modal]"));
}

#[test]
fn one_document_can_come_on_standard_input() {
    let run = Run::new().input(BROKEN_LINK.as_bytes());
    let came = run.run("lint - --lang es");
    assert_eq!(came.code, 1);
    assert!(came.stdout.contains("--> stdin.md:3:19"), "{}", came.stdout);
    for arguments in ["lint - a.md", "lint - --at main"] {
        let came = run.run(arguments);
        assert_eq!(came.code, 2);
        assert!(came.stderr.starts_with("error: Standard input (“-”) is read on its own\n"), "{}", came.stderr);
    }
}

#[test]
fn json_stands_alone_on_standard_output() {
    let came = Run::new().file("a.md", BROKEN_LINK).run("lint --format json");
    assert_eq!((came.code, came.stderr.as_str()), (1, ""));
    let value: serde_json::Value = serde_json::from_str(&came.stdout).unwrap();
    assert_eq!(value["schema"], "gaceta/lint/1");
    for (arguments, schema) in
        [("rules --format json", "gaceta/rules/1"), ("explain broken-anchor --format json", "gaceta/explain/1")]
    {
        let came = Run::new().run(arguments);
        let value: serde_json::Value = serde_json::from_str(&came.stdout).unwrap();
        assert_eq!((came.code, value["schema"].as_str()), (0, Some(schema)));
    }
}

#[test]
fn every_format_stands_alone_on_standard_output() {
    let run = Run::new().file("a.md", BROKEN_LINK);
    for (format, start) in [
        ("sarif", "{\n"),
        ("github", "::error file=a.md,line=3,"),
        ("gitlab", "[\n"),
        ("junit", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"),
        ("markdown", "**1 error en 1 documento.**\n"),
    ] {
        let came = run.run(&format!("lint --lang es --color always --format {format}"));
        assert_eq!((came.code, came.stderr.as_str()), (1, ""), "{format}");
        assert!(came.stdout.starts_with(start), "{format}: {}", came.stdout);
        assert!(came.stdout.ends_with('\n') && !came.stdout.contains('\u{1b}'), "{format}: {}", came.stdout);
    }
}

#[test]
fn rules_and_their_explanations_are_told_in_the_chosen_language() {
    let run = Run::new();
    let spanish = run.run("rules --lang es").stdout;
    assert!(spanish.contains("broken-anchor (error)\n"), "{spanish}");
    assert_ne!(spanish, run.run("rules --lang en").stdout);
    assert!(run.run("explain broken-anchor --lang es").stdout.starts_with("broken-anchor ("));
}

#[test]
fn editions_are_written_and_told() {
    let run = Run::new().file("es/a.md", GOOD).variable("SOURCE_DATE_EPOCH", "951782400");
    let came = run.run("build --edition html --lang es");
    assert_eq!((came.code, came.stderr.as_str()), (0, ""));
    assert_eq!(came.stdout.lines().count(), 4, "{}", came.stdout);
    let file = came.stdout.split(" (").next().unwrap();
    let page = fs::read_to_string(run.folder.path().join(file)).unwrap();
    assert!(file.starts_with("public/") && page.contains("2000-02-29"), "the date is that of SOURCE_DATE_EPOCH");
    let came = run.run("build --edition html,html --out otra/carpeta -q");
    assert_eq!((came.code, came.stdout.as_str(), came.stderr.as_str()), (0, "", ""));
    assert_eq!(run.entries("otra/carpeta"), run.entries("public"));
}

#[test]
fn a_document_of_no_language_is_told_of() {
    let run = Run::new().file("es/a.md", GOOD).file("en/a.md", GOOD).file("LEEME.md", GOOD);
    let came = run.run("build --edition html --lang es");
    assert_eq!(came.code, 0, "{}", came.stderr);
    assert_eq!(came.stdout.lines().count(), 5, "{}", came.stdout);
    let expected = "advertencia: LEEME.md no entra en ninguna edición. Falta decir su idioma: con «lang: es» en los \
        metadatos del principio o con una carpeta de ese nombre; lo que sobre puede excluirse en gaceta.toml.\n";
    assert_eq!(came.stderr, expected);
    let came = run.file("b.md", GOOD).file("c.md", GOOD).run("build --edition html --lang en -q");
    assert_eq!(came.stderr, "", "-q silences notices");
    // Where none has a language, all are published.
    let came = Run::new().file("a.md", GOOD).file("b.md", GOOD).run("build --edition html");
    assert_eq!((came.code, came.stderr.as_str()), (0, ""));
}

#[test]
fn a_policy_further_in_is_pointed_to() {
    let run = Run::new().file("README.md", GOOD).file("policy/gaceta.toml", "").file("policy/a.md", GOOD);
    let came = run.run("lint --lang es");
    assert_eq!((came.code, came.stdout.as_str()), (0, "Sin observaciones en 2 documentos.\n"));
    let expected = "advertencia: policy/gaceta.toml no se toma en cuenta, porque está en una carpeta interior. Si esa es la \
        política, indique la carpeta «policy».\n";
    assert_eq!(came.stderr, expected);
    assert_eq!(run.run("lint policy").stderr, "");
    assert_eq!(run.run("lint -q").stderr, "");
}

#[test]
fn a_single_document_is_not_published() {
    let run = Run::new().file("policy/gaceta.toml", "").file("policy/a.md", GOOD).file("b.md", GOOD);
    insta::assert_snapshot!(run.run("build policy/a.md --lang es").stderr, @r#"
    error: «policy/a.md» es un archivo, y se publica una política entera
    ayuda: Indique su carpeta: policy
    "#);
    insta::assert_snapshot!(run.run("build b.md --lang en").stderr, @r#"
    error: “b.md” is a file, and a policy is published as a whole
    help: Name its folder: .
    "#);
    assert_eq!(run.run("build policy/a.md").code, 2);
    assert!(!run.folder.path().join("public").exists());
}

#[test]
fn a_manifest_that_is_no_toml_is_told_in_the_chosen_language() {
    let run = Run::new().file("a.md", GOOD).file("gaceta.toml", "[policy]\nversion = \"1\nstatus = \"draft\"\n");
    insta::assert_snapshot!(run.run("lint --lang es").stderr, @r#"
    error: El archivo no es TOML válido a partir de aquí
     --> gaceta.toml:2:13
    ayuda: Revise que cada texto esté entre comillas, que se cierren comillas, corchetes y llaves, y que entre clave y valor haya un signo =
    "#);
    let run = Run::new().file("a.md", GOOD).file("gaceta.toml", "[policy]\nversion = \"1\"\nversion = \"2\"\n");
    insta::assert_snapshot!(run.run("lint --lang en").stderr, @r#"
    error: The manifest has this key or this table already
     --> gaceta.toml:3:1
    "#);
}

#[test]
fn nothing_is_said_of_no_document() {
    let came = Run::new().file("a.md", "mal\n").run("lint --lang es");
    assert_eq!(came.stdout, "Sin observaciones en 1 documento.\n");
    let run = Run::new();
    fs::write(run.folder.path().join("a.md"), b"ma\xf1ana").unwrap();
    let came = run.run("lint --lang es");
    assert_eq!(came.code, 2);
    insta::assert_snapshot!(came.stdout, @r#"
    error: El archivo no está en UTF-8
     --> a.md:1:3
    ayuda: Guárdelo con la codificación UTF-8

    No se pudo leer 1 documento.
    "#);
}

#[test]
fn a_source_date_that_is_none_is_an_error() {
    let run = Run::new().file("a.md", GOOD).variable("SOURCE_DATE_EPOCH", "ayer");
    let came = run.run("build --lang es");
    assert_eq!(came.code, 2);
    insta::assert_snapshot!(came.stderr, @r#"
    error: SOURCE_DATE_EPOCH vale «ayer», que no es una fecha
    ayuda: Debe ser un número entero: los segundos desde el 1 de enero de 1970, UTC
    "#);
}

#[test]
fn every_shell_has_a_completion_script() {
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let came = Run::new().run(&format!("completions {shell} --lang es"));
        assert_eq!((came.code, came.stderr.as_str()), (0, ""));
        assert!(came.stdout.contains("trust-templates"), "{shell} completes the names of options");
    }
}

#[test]
fn manual_pages_are_written_or_shown() {
    let run = Run::new();
    let came = run.run("manual --out man/man1 --lang es");
    assert_eq!((came.code, came.stderr.as_str()), (0, ""));
    let pages = run.entries("man/man1");
    let expected = [
        "",
        "-blame",
        "-build",
        "-completions",
        "-diff",
        "-explain",
        "-help",
        "-lint",
        "-manual",
        "-norms",
        "-rules",
        "-tally",
        "-tally-identities",
    ];
    let mut expected: Vec<_> = expected.iter().map(|name| format!("gaceta{name}.1")).collect();
    expected.sort();
    assert_eq!(pages, expected);
    assert_eq!(came.stdout.lines().count(), expected.len());
    assert!(came.stdout.starts_with("man/man1/gaceta.1 ("), "{}", came.stdout);
    let shown = run.run("manual --lang es").stdout;
    let first = fs::read_to_string(run.folder.path().join("man/man1/gaceta.1")).unwrap();
    assert!(shown.starts_with(&first));
}

/// A reader that goes away, or a disk that is full.
struct Failing(std::io::ErrorKind);

impl std::io::Write for Failing {
    fn write(&mut self, _: &[u8]) -> std::io::Result<usize> {
        Err(self.0.into())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Err(self.0.into())
    }
}

#[test]
fn a_reader_that_goes_away_ends_the_program_quietly() {
    let environment = Run::new().environment(vec!["rules".into()]);
    let mut stderr = Vec::new();
    assert_eq!(run(environment, &mut Failing(std::io::ErrorKind::BrokenPipe), &mut stderr), 0);
    assert_eq!(stderr, b"");
}

#[test]
fn output_that_cannot_be_written_is_an_error() {
    let environment = Run::new().environment(vec!["rules".into()]);
    let mut stderr = Vec::new();
    assert_eq!(run(environment, &mut Failing(std::io::ErrorKind::StorageFull), &mut stderr), 2);
    assert!(String::from_utf8(stderr).unwrap().starts_with("error: Standard output cannot be written to\n"));
}

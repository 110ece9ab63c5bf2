//! The program as a whole, in an environment made up for each test.

use super::command_line::command_line;
use super::{Environment, run};
use crate::messages::{Catalogue, Locale};
use clap::{Arg, Command};
use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fs;
use std::io::Cursor;
use tempfile::TempDir;

/// A run of the program in a folder of its own.
struct Run {
    folder: TempDir,
    variables: BTreeMap<String, OsString>,
    input: Vec<u8>,
}

/// What came of a run.
struct Came {
    code: u8,
    stdout: String,
    stderr: String,
}

impl Run {
    fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap(), variables: BTreeMap::new(), input: Vec::new() }
    }

    fn file(self, path: &str, text: &str) -> Self {
        let path = self.folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
        self
    }

    fn variable(mut self, name: &str, value: &str) -> Self {
        self.variables.insert(name.to_owned(), value.into());
        self
    }

    fn input(mut self, text: &[u8]) -> Self {
        self.input = text.to_vec();
        self
    }

    fn environment(&self, arguments: Vec<OsString>) -> Environment {
        Environment {
            arguments,
            variables: self.variables.clone(),
            input: Box::new(Cursor::new(self.input.clone())),
            folder: self.folder.path().to_owned(),
            stdout_is_terminal: false,
            stderr_is_terminal: false,
            width: 100,
        }
    }

    /// Runs the program with arguments that hold no space.
    fn run(&self, arguments: &str) -> Came {
        self.run_with(arguments.split_whitespace().map(OsString::from).collect())
    }

    fn run_with(&self, arguments: Vec<OsString>) -> Came {
        let (mut stdout, mut stderr) = (Vec::new(), Vec::new());
        let code = run(self.environment(arguments), &mut stdout, &mut stderr);
        let folder = format!("{}/", self.folder.path().display());
        let text = |bytes| String::from_utf8(bytes).unwrap().replace(&folder, "");
        Came { code, stdout: text(stdout), stderr: text(stderr) }
    }

    fn entries(&self, folder: &str) -> Vec<String> {
        let entries = fs::read_dir(self.folder.path().join(folder)).unwrap();
        let mut names: Vec<_> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }
}

const GOOD: &str = "# Datos\n\nLa entidad publica sus datos.\n";
const SKIPPED_LEVEL: &str = "# Datos\n\nTexto.\n\n### Plazos\n\nTexto.\n";
const BROKEN_LINK: &str = "# Datos\n\nVea [los plazos](#plazos).\n";

fn walk<'a>(command: &'a Command, path: &str, visit: &mut dyn FnMut(&str, &'a Command)) {
    visit(path, command);
    for inner in command.get_subcommands() {
        walk(inner, &format!("{path} {}", inner.get_name()), visit);
    }
}

/// Every text that help can show, by the place it belongs to.
fn texts(locale: Locale) -> BTreeMap<String, String> {
    let mut line = command_line(Catalogue::of(locale), 100);
    line.build();
    let mut texts = BTreeMap::new();
    walk(&line, "gaceta", &mut |path, command| {
        let mut add = |what: &str, text: Option<String>| {
            texts.insert(format!("{path}: {what}"), text.unwrap_or_default());
        };
        add("about", command.get_about().map(ToString::to_string));
        add("long about", command.get_long_about().map(ToString::to_string));
        add("examples", command.get_after_long_help().map(ToString::to_string));
        add("usage", command.get_overridden_usage().map(ToString::to_string));
        for argument in command.get_arguments() {
            let id = argument.get_id();
            add(&format!("{id} help"), argument.get_help().map(ToString::to_string));
            add(&format!("{id} long help"), argument.get_long_help().map(ToString::to_string));
            add(&format!("{id} heading"), argument.get_help_heading().map(str::to_owned));
            if argument.get_action().takes_values() {
                add(&format!("{id} value"), value_name(argument));
            }
        }
    });
    texts
}

fn value_name(argument: &Arg) -> Option<String> {
    argument.get_value_names().and_then(|names| names.first()).map(ToString::to_string)
}

#[test]
fn everything_in_the_help_has_a_text_in_both_languages() {
    for locale in Locale::ALL {
        for (place, text) in texts(locale) {
            assert!(!text.is_empty(), "{place} has no text in {locale:?}");
            for mark in ["cli-", "error-", "edition-", "{"] {
                assert!(!text.contains(mark), "{place} lacks a message in {locale:?}: {text}");
            }
        }
    }
}

#[test]
fn texts_differ_between_the_languages() {
    let english = texts(Locale::English);
    for (place, text) in texts(Locale::Spanish) {
        // Paths, formats and languages are called the same or are examples of code.
        assert_ne!(text, english[&place], "{place}");
    }
}

#[test]
fn spanish_help_holds_no_english_of_the_parser() {
    let run = Run::new();
    for command in ["", "lint", "rules", "explain", "build", "completions", "manual"] {
        for flag in ["-h", "--help"] {
            let came = run.run(&format!("--lang es {command} {flag}"));
            assert_eq!((came.code, came.stderr.as_str()), (0, ""));
            for english in ["Usage", "Options", "Commands", "Arguments", "Print", "[default", "[possible", "Possible"] {
                assert!(!came.stdout.contains(english), "{command} {flag}: {}", came.stdout);
            }
            assert!(came.stdout.contains("\nUso: gaceta"), "{}", came.stdout);
        }
    }
}

#[test]
fn help_of_the_program_in_spanish() {
    insta::assert_snapshot!(Run::new().run("--lang es -h").stdout, @r#"
    Revisa y publica políticas escritas en Markdown y guardadas en git

    Uso: gaceta [OPCIONES] <COMANDO>

    Comandos:
      lint         Revisa el texto de una política y señala lo que conviene corregir
      rules        Enumera las reglas con las que se revisa una política
      explain      Explica una regla: qué señala, por qué importa y cómo se corrige
      build        Publica la política: como página web y como PDF
      help         Explica el programa o uno de sus comandos
      completions  Genera el autocompletado para un intérprete de comandos
      manual       Genera las páginas de manual

    Opciones generales:
          --lang <IDIOMA>   Idioma de los mensajes [valores: es, en]
          --color <CUÁNDO>  Cuándo usar colores [valores: auto, always, never; por omisión: auto]
      -q, --quiet           Muestra solo resultados y errores, sin avisos ni progreso
      -h, --help            Muestra esta ayuda; con --help, completa
      -V, --version         Muestra la versión

    Para saber más de un comando, escriba «gaceta help COMANDO».
    "#);
}

#[test]
fn help_of_the_program_in_english() {
    insta::assert_snapshot!(Run::new().run("--lang en --help").stdout, @r#"
    Check and publish policies written in Markdown and kept in git.

    A folder of Markdown files is enough. If it also holds a file named gaceta.toml, that says the
    title, the languages, the reading order, the fields to fill in and the rules.

    Usage: gaceta [OPTIONS] <COMMAND>

    Commands:
      lint         Check the text of a policy and point out what should be mended
      rules        List the rules that a policy is checked against
      explain      Explain a rule: what it points out, why it matters, how to mend it
      build        Publish the policy: as a web page and as a PDF
      help         Explain the program or one of its commands
      completions  Generate the completion script of a shell
      manual       Generate the manual pages

    General options:
          --lang <LANGUAGE>
              Language of the messages and of this help. By default that of the system; if gaceta does
              not speak it, that of the policy; else English. Values: es (Spanish), en (English).

          --color <WHEN>
              When to use colours. The variables NO_COLOR and CLICOLOR_FORCE are respected too. Values:
              auto (only on a terminal), always (always), never (never). Default: auto.

      -q, --quiet
              Show only results and errors, no notices or progress.

      -h, --help
              Show this help; in full with --help.

      -V, --version
              Show the version.

    Examples:
      gaceta lint                       check the policy of this folder
      gaceta explain broken-anchor      explain a rule
      gaceta build --edition html       prepare the web page in public/
    "#);
}

#[test]
fn help_of_lint_in_spanish() {
    insta::assert_snapshot!(Run::new().run("--lang es lint --help").stdout, @r#"
    Revisa el texto de una política y señala lo que conviene corregir: enlaces rotos, secciones vacías o
    que faltan, saltos entre encabezados y otros descuidos. No modifica ningún archivo.

    Termina con código 0 si todo está bien, 1 si hay errores y 2 si no fue posible revisar.

    Uso: gaceta lint [OPCIONES] [RUTA]...

    Argumentos:
      [RUTA]...
              Documentos o carpetas que se revisan. Si no se indica ninguno, la política de la carpeta
              actual; con «-», un solo documento que llega por la entrada estándar. Lo que gaceta.toml
              excluye no se revisa aunque se nombre aquí.

    Opciones:
          --rule <REGLA>
              Aplica solo esta regla; puede repetirse para aplicar varias. «gaceta rules» muestra los
              nombres.

          --strict
              Termina con código 1 aunque solo haya advertencias.

          --format <FORMATO>
              Forma del resultado. Valores: text (Texto para personas), json (JSON para otros
              programas). Por omisión: text.

          --at <REVISIÓN>
              Revisa la política tal como está en esta revisión de git: una etiqueta, una rama o una
              confirmación (commit). Los archivos de trabajo ni se leen ni se tocan.

    Opciones generales:
          --lang <IDIOMA>
              Idioma de los mensajes y de esta ayuda. Si no se indica, el del sistema; si gaceta no
              habla ese idioma, el de la política; y si tampoco, inglés. Valores: es (español), en
              (inglés).

          --color <CUÁNDO>
              Cuándo usar colores. También se respetan las variables NO_COLOR y CLICOLOR_FORCE. Valores:
              auto (solo en una terminal), always (siempre), never (nunca). Por omisión: auto.

      -q, --quiet
              Muestra solo resultados y errores, sin avisos ni progreso.

      -h, --help
              Muestra esta ayuda; con --help, completa.

    Ejemplos:
      gaceta lint                       revisa la política de esta carpeta
      gaceta lint es/04-datos.md        revisa un solo documento
      gaceta lint --at v1.2 --strict    revisa una versión y no perdona ni las advertencias
      gaceta lint - < borrador.md       revisa un texto que llega por la entrada estándar
    "#);
}

#[cfg(feature = "pdf")]
#[test]
fn help_of_build_in_english() {
    insta::assert_snapshot!(Run::new().run("--lang en build -h").stdout, @r#"
    Publish the policy: as a web page and as a PDF

    Usage: gaceta build [OPTIONS] [PATH]

    Arguments:
      [PATH]  Folder of the policy

    Options:
          --edition <EDITION>    Editions to prepare, separated by commas [values: html, pdf]
          --language <LANGUAGE>  Languages to publish, separated by commas
          --at <REVISION>        Publish the policy as it stands in this revision of git
          --out <FOLDER>         Folder that receives what is published [default: public]
          --trust-templates      Use the policy's own templates

    General options:
          --lang <LANGUAGE>  Language of the messages [values: es, en]
          --color <WHEN>     When to use colours [values: auto, always, never; default: auto]
      -q, --quiet            Show only results and errors, no notices or progress
      -h, --help             Show this help; in full with --help
    "#);
}

#[test]
fn the_command_help_says_what_the_option_says() {
    let run = Run::new();
    assert_eq!(run.run("help").stdout, run.run("--help").stdout);
    for entry in super::commands::COMMANDS {
        let (asked, expected) = (format!("--lang es help {}", entry.name), format!("{} --help --lang es", entry.name));
        let came = run.run(&asked);
        assert_eq!((came.code, came.stderr.as_str()), (0, ""), "{asked}");
        assert_eq!(came.stdout, run.run(&expected).stdout, "{asked}");
    }
    insta::assert_snapshot!(told("help lnt --lang es"), @r#"
    error: «lnt» no es un valor de [COMANDO]
    ayuda: ¿Quiso decir «lint»?
    ayuda: Los valores son: lint, rules, explain, build, help, completions, manual
    ayuda: «gaceta help --help» lo explica
    "#);
}

#[test]
fn without_a_command_the_help_is_shown_as_an_error() {
    let came = Run::new().run("");
    assert_eq!((came.code, came.stdout.as_str()), (2, ""));
    assert!(came.stderr.contains("Usage: gaceta [OPTIONS] <COMMAND>"));
}

#[test]
fn the_version_is_told() {
    let came = Run::new().run("--version");
    assert_eq!((came.code, came.stdout), (0, format!("gaceta {}\n", env!("CARGO_PKG_VERSION"))));
}

#[test]
fn colours_in_help_only_where_asked_for() {
    let run = Run::new();
    assert!(!run.run("--help").stdout.contains('\u{1b}'));
    let coloured = run.run("--color always -h").stdout;
    assert!(coloured.contains("\u{1b}[1m\u{1b}[32mUsage:\u{1b}[0m \u{1b}[1m\u{1b}[36mgaceta\u{1b}[0m"), "{coloured}");
}

fn told(arguments: &str) -> String {
    let came = Run::new().run(arguments);
    assert_eq!((came.code, came.stdout.as_str()), (2, ""), "{arguments}");
    came.stderr
}

#[test]
fn an_unknown_option_is_told_with_what_was_meant() {
    insta::assert_snapshot!(told("lint --strct --lang es"), @r#"
    error: No existe la opción «--strct»
    ayuda: ¿Quiso decir «--strict»?
    ayuda: Uso: gaceta lint [OPCIONES] [RUTA]...
    ayuda: «gaceta lint --help» lo explica
    "#);
    insta::assert_snapshot!(told("lint --strct --lang en"), @r#"
    error: There is no option “--strct”
    help: Did you mean “--strict”?
    help: Usage: gaceta lint [OPTIONS] [PATH]...
    help: “gaceta lint --help” explains it
    "#);
}

#[test]
fn an_unknown_command_is_told_with_what_was_meant() {
    insta::assert_snapshot!(told("--lang=es lnt"), @r#"
    error: No existe el comando «lnt»
    ayuda: ¿Quiso decir «lint»?
    ayuda: Uso: gaceta [OPCIONES] <COMANDO>
    ayuda: «gaceta --help» lo explica
    "#);
    insta::assert_snapshot!(told("--lang=en lnt"), @r#"
    error: There is no command “lnt”
    help: Did you mean “lint”?
    help: Usage: gaceta [OPTIONS] <COMMAND>
    help: “gaceta --help” explains it
    "#);
}

#[test]
fn wrong_values_are_told_with_those_that_there_are() {
    insta::assert_snapshot!(told("--lang es rules --format jsn"), @r#"
    error: «jsn» no es un valor de --format <FORMATO>
    ayuda: ¿Quiso decir «json»?
    ayuda: Los valores son: text, json
    ayuda: «gaceta rules --help» lo explica
    "#);
    insta::assert_snapshot!(told("--lang es explain heading-skp"), @r#"
    error: «heading-skp» no es un valor de <REGLA>
    ayuda: ¿Quiso decir «heading-skip»?
    ayuda: Los valores son: broken-anchor, empty-section, heading-skip, required-section, section-order, unreadable-markup
    ayuda: «gaceta explain --help» lo explica
    "#);
    insta::assert_snapshot!(told("--lang es build --language español"), @r#"
    error: «español» no es una etiqueta de idioma
    ayuda: Escriba etiquetas como «es», «en» o «es-MX», separadas por comas
    "#);
}

#[test]
fn other_slips_are_told_in_the_chosen_language() {
    let first = |arguments: &str| told(arguments).lines().next().unwrap_or("").to_owned();
    assert_eq!(first("--lang es lint --format"), "error: Falta el valor de --format <FORMATO>");
    assert_eq!(first("--lang es lint --strict=1"), "error: --strict no lleva valor, y se le dio «1»");
    assert_eq!(first("--lang es explain"), "error: Falta <REGLA>");
    assert_eq!(first("--lang es rules extra"), "error: Sobra «extra»");
    assert_eq!(first("--lang es -q"), "error: Falta decir qué comando se quiere");
    assert_eq!(first("rules --lang es --lang es"), "error: --lang <IDIOMA> solo puede indicarse una vez");
    assert_eq!(first("--lang fr rules"), "error: “fr” is not a value of --lang <LANGUAGE>");
}

#[cfg(unix)]
#[test]
fn arguments_that_are_not_utf8_are_told() {
    use std::os::unix::ffi::OsStringExt;
    let run = Run::new();
    let odd = || OsString::from_vec(vec![b'a', 0xff]);
    let first = |arguments: Vec<OsString>| {
        let came = run.run_with(arguments);
        assert_eq!((came.code, came.stdout.as_str()), (2, ""));
        came.stderr.lines().next().unwrap_or("").to_owned()
    };
    assert_eq!(first(vec!["lint".into(), odd()]), "error: “a\u{fffd}” does not exist");
    assert_eq!(first(vec!["lint".into(), "--at".into(), odd()]), "error: An argument is not written in UTF-8");
    assert_eq!(first(vec![odd()]), "error: There is no command “a\u{fffd}”");
}

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
fn one_document_can_come_on_standard_input() {
    let run = Run::new().input(BROKEN_LINK.as_bytes());
    let came = run.run("lint - --lang es");
    assert_eq!(came.code, 1);
    assert!(came.stdout.contains("--> stdin.md:3:19"), "{}", came.stdout);
    for arguments in ["lint - a.md", "lint - --at main"] {
        let came = run.run(arguments);
        assert_eq!(came.code, 2);
        assert!(came.stderr.starts_with("error: Standard input (“-”) is checked on its own\n"), "{}", came.stderr);
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
    assert_eq!(came.stdout.lines().count(), 2, "{}", came.stdout);
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
    assert_eq!(came.stdout.lines().count(), 3, "{}", came.stdout);
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
    error: El manifiesto no es TOML válido a partir de aquí
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
    let came = Run::new().file("a.md", "mal").run("lint --lang es");
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
    let expected = ["", "-build", "-completions", "-explain", "-help", "-lint", "-manual", "-rules"];
    let mut expected: Vec<_> = expected.iter().map(|name| format!("gaceta{name}.1")).collect();
    expected.sort();
    assert_eq!(pages, expected);
    assert_eq!(came.stdout.lines().count(), 8);
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

//! The help, in both languages.

use super::*;
use crate::cli::command_line::command_line;
use clap::{Arg, Command};

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
    for command in ["", "lint", "norms", "blame", "rules", "explain", "build", "completions", "manual"] {
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
    insta::assert_snapshot!(Run::new().run("--lang es -h").stdout, @r"
    Revisa, compara y publica políticas escritas en Markdown y guardadas en git

    Uso: gaceta [OPCIONES] <COMANDO>

    Comandos:
      lint         Revisa el texto de una política y señala lo que conviene corregir
      diff         Muestra lo que cambió entre dos versiones: primero las obligaciones
      norms        Enumera las normas de una política: quién debe hacer qué y cuándo
      tally        Cuenta quién escribió la política, palabra por palabra
      blame        Muestra una sección con quién escribió cada palabra
      rules        Enumera las reglas con las que se revisa una política
      explain      Explica una regla: qué señala, por qué importa y cómo se corrige
      build        Publica la política: como páginas web, como PDF y como datos
      help         Explica el programa o uno de sus comandos
      completions  Genera el autocompletado para un intérprete de comandos
      manual       Genera las páginas de manual

    Opciones generales:
          --lang <IDIOMA>   Idioma de los mensajes [valores: es, en]
          --color <CUÁNDO>  Cuándo usar colores [valores: auto, always, never; por omisión: auto]
          --no-color        Lo mismo que --color never
      -q, --quiet           Muestra solo resultados y errores, sin avisos ni progreso
      -h, --help            Muestra esta ayuda; con --help, completa
      -V, --version         Muestra la versión

    Para saber más de un comando, escriba «gaceta help COMANDO».
    ");
}

#[test]
fn help_of_the_program_in_english() {
    insta::assert_snapshot!(Run::new().run("--lang en --help").stdout, @r"
    Check, compare and publish policies written in Markdown and kept in git.

    A folder of Markdown files is enough. If it also holds a file named gaceta.toml, that says the
    title, the languages, the reading order, the fields to fill in and the rules.

    Usage: gaceta [OPTIONS] <COMMAND>

    Commands:
      lint         Check the text of a policy and point out what should be mended
      diff         Show what changed between two versions, obligations first
      norms        List the norms of a policy: who has to do what by when
      tally        Count who wrote the policy, word by word
      blame        Show a section with who wrote each of its words
      rules        List the rules that a policy is checked against
      explain      Explain a rule: what it points out, why it matters, how to mend it
      build        Publish the policy: as web pages, as PDF and as data
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

          --no-color
              The same as --color never.

      -q, --quiet
              Show only results and errors, no notices or progress.

      -h, --help
              Show this help; in full with --help.

      -V, --version
              Show the version.

    Examples:
      gaceta lint                       check the policy of this folder
      gaceta diff v1.0                  show what changed since that version
      gaceta explain broken-anchor      explain a rule
      gaceta build --edition html       prepare the web page in public/
    ");
}

#[test]
fn the_command_help_says_what_the_option_says() {
    let run = Run::new();
    assert_eq!(run.run("help").stdout, run.run("--help").stdout);
    for entry in crate::cli::commands::COMMANDS {
        let (asked, expected) = (format!("--lang es help {}", entry.name), format!("{} --help --lang es", entry.name));
        let came = run.run(&asked);
        assert_eq!((came.code, came.stderr.as_str()), (0, ""), "{asked}");
        assert_eq!(came.stdout, run.run(&expected).stdout, "{asked}");
    }
    insta::assert_snapshot!(told("help lnt --lang es"), @r"
    error: «lnt» no es un valor de [COMANDO]
    ayuda: ¿Quiso decir «lint»?
    ayuda: «gaceta help --help» lo explica
    ");
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

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
    for command in ["", "lint", "norms", "rules", "explain", "build", "completions", "manual"] {
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
      rules        Enumera las reglas con las que se revisa una política
      explain      Explica una regla: qué señala, por qué importa y cómo se corrige
      build        Publica la política: como página web y como PDF
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
#[expect(clippy::too_many_lines, reason = "the help is as long as the options are many")]
fn help_of_lint_in_spanish() {
    insta::assert_snapshot!(Run::new().run("--lang es lint --help").stdout, @r"
    Revisa el texto de una política y señala lo que conviene corregir: enlaces rotos, secciones vacías o
    que faltan, saltos entre encabezados y otros descuidos. Solo con --fix modifica archivos.

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

          --fix
              Corrige lo que puede corregirse sin cambiar lo que dice el texto: ninguna palabra, cifra
              ni numeración, ni el nivel de ningún encabezado. Lo demás se señala como siempre. Con «-»,
              el texto corregido sale por la salida estándar y lo demás por la de errores.

          --diff
              Con --fix, muestra lo que se corregiría, como lo hace «git diff», y no escribe nada. El
              código con que termina es el de los documentos como están.

          --renumber
              Pone en orden los números de los artículos de cada idioma, de documento en documento, y
              los de las fracciones, los incisos y los transitorios; reescribe las citas y los enlaces
              que llevan a ellos. Vale para toda la política. Capítulos, anexos e identidades quedan
              como están.

          --since <REVISIÓN>
              Señala solo lo que está en el texto nuevo o cambiado desde esta revisión de git. Lo que
              solo se movió, se renombró o cambió de renglón no cuenta como cambiado. Las reglas que
              comparan versiones, como readability, comparan con esta revisión.

          --baseline <ARCHIVO>
              Calla lo que este archivo da por conocido, aunque haya cambiado de lugar. Lo escribe
              --write-baseline.

          --write-baseline
              Escribe en el archivo de --baseline lo que hay ahora, y termina.

          --format <FORMATO>
              Forma del resultado. Valores: text (Texto para personas), json (JSON para otros
              programas), sarif (SARIF 2.1.0 para GitHub y otros lectores de análisis), github
              (Anotaciones de GitHub Actions), gitlab (Informe de calidad para GitLab), junit (JUnit XML
              para integración continua), markdown (Markdown, para comentar propuestas de cambio y para
              sitios). Por omisión: text.

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

          --no-color
              Lo mismo que --color never.

      -q, --quiet
              Muestra solo resultados y errores, sin avisos ni progreso.

      -h, --help
              Muestra esta ayuda; con --help, completa.

    Ejemplos:
      gaceta lint                       revisa la política de esta carpeta
      gaceta lint es/04-datos.md        revisa un solo documento
      gaceta lint --at v1.2 --strict    revisa una versión y no perdona ni las advertencias
      gaceta lint --fix --diff          muestra lo que se corregiría solo; sin --diff, lo corrige
      gaceta lint - < borrador.md       revisa un texto que llega por la entrada estándar
    ");
}

#[test]
fn help_of_norms_in_spanish() {
    insta::assert_snapshot!(Run::new().run("--lang es norms --help").stdout, @r"
    Enumera las normas de una política: lo que obliga, prohíbe, recomienda y permite, a quién, en qué
    plazo, y en qué sección y cláusula lo dice. Donde un texto sigue las mayúsculas de BCP 14 (RFC
    2119), solo esas cuentan. Se entienden los textos en español y en inglés.

    Termina con código 0, o con 2 si algo no se pudo leer.

    Uso: gaceta norms [OPCIONES] [RUTA]

    Argumentos:
      [RUTA]
              Documento o carpeta en que se busca. Si no se indica, la política de la carpeta actual;
              con «-», un solo documento que llega por la entrada estándar. Lo que gaceta.toml excluye
              queda fuera aunque se nombre aquí; una licencia o un registro de versiones, como
              CHANGELOG.md, queda fuera si no se nombra aquí.

    Opciones:
          --language <IDIOMA>
              Idiomas de los documentos que se enumeran, separados por comas, como «es,en»; «es» vale
              también por «es-MX». Si no se indica, todos.

          --format <FORMATO>
              Forma del resultado. Valores: text (Texto para personas), json (JSON para otros
              programas), markdown (Markdown, para comentar propuestas de cambio y para sitios), csv
              (CSV, para hojas de cálculo). Por omisión: text.

          --at <REVISIÓN>
              Enumera las normas de la política tal como está en esta revisión de git: una etiqueta, una
              rama o una confirmación (commit). Los archivos de trabajo ni se leen ni se tocan.

    Opciones generales:
          --lang <IDIOMA>
              Idioma de los mensajes y de esta ayuda. Si no se indica, el del sistema; si gaceta no
              habla ese idioma, el de la política; y si tampoco, inglés. Valores: es (español), en
              (inglés).

          --color <CUÁNDO>
              Cuándo usar colores. También se respetan las variables NO_COLOR y CLICOLOR_FORCE. Valores:
              auto (solo en una terminal), always (siempre), never (nunca). Por omisión: auto.

          --no-color
              Lo mismo que --color never.

      -q, --quiet
              Muestra solo resultados y errores, sin avisos ni progreso.

      -h, --help
              Muestra esta ayuda; con --help, completa.

    Ejemplos:
      gaceta norms                      enumera las normas de la política de esta carpeta
      gaceta norms es/04-datos.md       enumera las de un solo documento
      gaceta norms --at v1.2 --format markdown > tareas.md
                                        convierte las de una versión en una lista de tareas
      gaceta norms --language es --format csv > normas.csv
                                        lleva las que están en español a una hoja de cálculo
    ");
}

#[test]
fn help_of_norms_in_english() {
    insta::assert_snapshot!(Run::new().run("--lang en norms -h").stdout, @r"
    List the norms of a policy: who has to do what by when

    Usage: gaceta norms [OPTIONS] [PATH]

    Arguments:
      [PATH]  Document or folder to look into; “-” is standard input

    Options:
          --language <LANGUAGE>  Languages to list, separated by commas
          --format <FORMAT>      Form of the result [values: text, json, markdown, csv; default: text]
          --at <REVISION>        List the norms of the policy as it stands in this revision of git

    General options:
          --lang <LANGUAGE>  Language of the messages [values: es, en]
          --color <WHEN>     When to use colours [values: auto, always, never; default: auto]
          --no-color         The same as --color never
      -q, --quiet            Show only results and errors, no notices or progress
      -h, --help             Show this help; in full with --help
    ");
}

#[cfg(feature = "pdf")]
#[test]
fn help_of_build_in_english() {
    insta::assert_snapshot!(Run::new().run("--lang en build -h").stdout, @r"
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
          --no-color         The same as --color never
      -q, --quiet            Show only results and errors, no notices or progress
      -h, --help             Show this help; in full with --help
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

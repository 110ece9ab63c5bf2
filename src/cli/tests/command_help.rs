//! The help of single commands, as it is read.

use super::*;

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
    insta::assert_snapshot!(Run::new().run("--lang es norms --help").stdout, @r#"
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

          --who
              Dice de cada norma qué confirmación (commit) cambió por última vez sus palabras, de qué
              día es y de quién: su autor y sus coautores, con los nombres de «.mailmap». Mover una
              norma o cambiarle el formato no cambia sus palabras.

          --no-cache
              Lee de nuevo toda la historia y no guarda nada para la próxima vez.

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
      gaceta norms --who                quién cambió por última vez cada una
      gaceta norms --language es --format csv > normas.csv
                                        lleva las que están en español a una hoja de cálculo
    "#);
}

#[test]
fn help_of_norms_in_english() {
    insta::assert_snapshot!(Run::new().run("--lang en norms -h").stdout, @r#"
    List the norms of a policy: who has to do what by when

    Usage: gaceta norms [OPTIONS] [PATH]

    Arguments:
      [PATH]  Document or folder to look into; “-” is standard input

    Options:
          --language <LANGUAGE>  Languages to list, separated by commas
          --format <FORMAT>      Form of the result [values: text, json, markdown, csv; default: text]
          --at <REVISION>        List the norms of the policy as it stands in this revision of git
          --who                  Tell which commit last changed the words of each norm, and whose it is
          --no-cache             Read the whole history again, and keep nothing for the next run

    General options:
          --lang <LANGUAGE>  Language of the messages [values: es, en]
          --color <WHEN>     When to use colours [values: auto, always, never; default: auto]
          --no-color         The same as --color never
      -q, --quiet            Show only results and errors, no notices or progress
      -h, --help             Show this help; in full with --help
    "#);
}

#[cfg(feature = "pdf")]
#[test]
fn help_of_build_in_english() {
    insta::assert_snapshot!(Run::new().run("--lang en build -h").stdout, @r"
    Publish the policy: as web pages, as PDF and as data

    Usage: gaceta build [OPTIONS] [PATH]

    Arguments:
      [PATH]  Folder of the policy

    Options:
          --edition <EDITION>    Editions to prepare, separated by commas [values: html, site, pdf,
                                 data]
          --language <LANGUAGE>  Languages to publish, separated by commas
          --at <REVISION>        Publish the policy as it stands in this revision of git
          --out <FOLDER>         Folder that receives what is published [default: public]
          --verify <FOLDER>      Check that a folder holds just what would be published
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
fn help_of_tally_in_spanish() {
    let help = Run::new().run("--lang es tally --help").stdout;
    // What follows is the same for every command.
    let (own, _) = help.split_once("Opciones generales:").unwrap();
    insta::assert_snapshot!(own, @r#"
    Cuenta las palabras del texto por quien las escribió. Cada palabra se sigue por la historia de git:
    quien corrige una coma no se queda con el párrafo, y quien mueve, parte o vuelve a formatear un
    texto no se queda con nada. Lo que se quitó y se repuso es de su primer autor; lo que se copia, de
    quien lo copia. Los coautores («Co-authored-by») se reparten las palabras por igual.

    Uso: gaceta tally [OPCIONES] [RUTA] [COMANDO]

    Comandos:
      identities  Propone qué nombres y direcciones son de una misma persona

    Argumentos:
      [RUTA]
              Documento o carpeta que se cuenta; si no se indica, la política de la carpeta actual.

    Opciones:
          --by <DIMENSIÓN>
              Por qué se suman las palabras; los días y meses son los de la hora universal (UTC).
              Valores: person, organisation, section, month, revision. Por omisión: person.

          --section <SECCIÓN>
              Cuenta solo esta sección y las que contiene: su ancla o su título.

          --since <REVISIÓN>
              Cuenta solo lo que escribieron las confirmaciones (commits) posteriores a esta revisión.

          --until <REVISIÓN>
              Cuenta la política tal como está en esta revisión; si no se indica, HEAD.

          --language <IDIOMA>
              Idiomas de los documentos que se cuentan, separados por comas, como «es,en»; «es» vale
              también por «es-MX». Si no se indica, todos.

          --coauthors <MODO>
              Cómo se cuentan las palabras de varios autores: «shared» las reparte por igual, «full» las
              cuenta enteras a cada uno, de modo que suman más que el texto. Valores: shared, full. Por
              omisión: shared.

          --provenance
              En vez de sumas, cada palabra con la confirmación (commit) que la escribió; requiere
              «--format json».

          --no-cache
              Lee de nuevo toda la historia y no guarda nada para la próxima vez.

          --survival
              En vez de las sumas, qué pasó con las palabras de cada año, contadas tal como se siguen
              por la historia.

          --check <ARCHIVO>
              En vez de las sumas, dice quién falta, quién está mal escrito y quién sobra en este
              archivo de autores: Markdown, .all-contributorsrc, CITATION.cff o un nombre en cada línea.

          --write <ARCHIVO>
              En vez de las sumas, pone a los autores en este archivo: en Markdown, entre dos marcas; en
              .all-contributorsrc y CITATION.cff, a quienes falten.

          --format <FORMATO>
              Forma del resultado. Valores: text (Texto para personas), markdown (Markdown, para
              comentar propuestas de cambio y para sitios), html (Página web), csv (CSV, para hojas de
              cálculo), json (JSON para otros programas). Por omisión: text.
    "#);
}

#[test]
fn help_of_blame_in_spanish() {
    let help = Run::new().run("--lang es blame --help").stdout;
    let (own, _) = help.split_once("Opciones generales:").unwrap();
    insta::assert_snapshot!(own, @r#"
    Muestra una sección de la política, con sus subsecciones, y quién escribió cada una de sus palabras.
    Cada tramo de palabras que vino de la misma confirmación (commit) empieza con un número; la lista
    del final dice de qué revisión es, de qué fecha y de quién. Las palabras se siguen por la historia
    como en «gaceta tally»: corregir una coma, mover o volver a formatear un texto no le cambia el
    autor.

    Uso: gaceta blame [OPCIONES] <SECCIÓN> [RUTA]

    Argumentos:
      <SECCIÓN>
              La sección: su identidad, como «licencias»; con su archivo, como
              «es/04-datos.md#licencias»; o su título, sin importar mayúsculas ni acentos. Si está en
              varios idiomas, se toma la del principal, salvo que «--language» diga otro.

      [RUTA]
              Documento o carpeta donde se busca; si no se indica, la política de la carpeta actual.

    Opciones:
          --at <REVISIÓN>
              Muestra la sección tal como está en esta revisión de git: una etiqueta, una rama o una
              confirmación (commit). Si no se indica, HEAD. Los archivos de trabajo ni se leen ni se
              tocan.

          --language <IDIOMA>
              Idiomas de los documentos en los que se busca, separados por comas, como «es,en»; «es»
              vale también por «es-MX». Si no se indica, todos.

          --no-cache
              Lee de nuevo toda la historia y no guarda nada para la próxima vez.

          --format <FORMATO>
              Forma del resultado. Valores: text (Texto para personas), html (Página web), json (JSON
              para otros programas). Por omisión: text.
    "#);
}

#[test]
fn help_of_blame_in_english() {
    let help = Run::new().run("--lang en blame -h").stdout;
    let (own, _) = help.split_once("General options:").unwrap();
    insta::assert_snapshot!(own, @r#"
    Show a section with who wrote each of its words

    Usage: gaceta blame [OPTIONS] <SECTION> [PATH]

    Arguments:
      <SECTION>  The section: its identity, such as “licences”, or its title
      [PATH]     Document or folder to look in; by default the policy of the current folder

    Options:
          --at <REVISION>        Show the section as it stands in this revision; by default HEAD
          --language <LANGUAGE>  Languages to look in, separated by commas
          --no-cache             Read the whole history again, and keep nothing for the next run
          --format <FORMAT>      Form of the result [values: text, html, json; default: text]
    "#);
}

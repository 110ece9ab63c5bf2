## cli: la línea de comandos

cli-about = Revisa, compara y publica políticas escritas en Markdown y guardadas en git
cli-long-about =
    Revisa, compara y publica políticas escritas en Markdown y guardadas en git.

    Basta con una carpeta de archivos Markdown. Si además hay un archivo gaceta.toml, de ahí se toman el título, los idiomas, el orden de lectura, los campos por llenar y las reglas.
cli-examples =
    gaceta lint                       revisa la política de esta carpeta
    gaceta diff v1.0                  muestra lo que cambió desde esa versión
    gaceta explain broken-anchor      explica una regla
    gaceta build --edition html       prepara la página web en public/
cli-more = Para saber más de un comando, escriba «gaceta help COMANDO».

# Encabezados y marcas de la ayuda
cli-heading-usage = Uso
cli-heading-commands = Comandos
cli-heading-arguments = Argumentos
cli-heading-options = Opciones
cli-heading-global = Opciones generales
cli-heading-examples = Ejemplos
cli-usage-options = OPCIONES
cli-value-command = COMANDO
cli-value-path = RUTA
cli-value-old = ANTES
cli-value-new = AHORA
cli-value-section = SECCIÓN
cli-value-rule = REGLA
cli-value-file = ARCHIVO
cli-value-revision = REVISIÓN
cli-value-format = FORMATO
cli-value-edition = EDICIÓN
cli-value-language = IDIOMA
cli-value-folder = CARPETA
cli-value-shell = INTÉRPRETE
cli-value-when = CUÁNDO
cli-help-values = valores: { $values }
cli-help-default = por omisión: { $default }
cli-help-values-long = Valores: { $values }.
cli-help-default-long = Por omisión: { $default }.
cli-help-value-described = { $value } ({ $description })

# Opciones generales
cli-lang-help = Idioma de los mensajes
cli-lang-long-help = Idioma de los mensajes y de esta ayuda. Si no se indica, el del sistema; si gaceta no habla ese idioma, el de la política; y si tampoco, inglés.
cli-lang-es = español
cli-lang-en = inglés
cli-color-help = Cuándo usar colores
cli-color-long-help = Cuándo usar colores. También se respetan las variables NO_COLOR y CLICOLOR_FORCE.
cli-color-auto = solo en una terminal
cli-color-always = siempre
cli-color-never = nunca
cli-no-color-help = Lo mismo que --color never
cli-quiet-help = Muestra solo resultados y errores, sin avisos ni progreso
cli-help-help = Muestra esta ayuda; con --help, completa
cli-version-help = Muestra la versión

# lint
cli-lint-about = Revisa el texto de una política y señala lo que conviene corregir
cli-lint-long-about =
    Revisa el texto de una política y señala lo que conviene corregir: enlaces rotos, secciones vacías o que faltan, saltos entre encabezados y otros descuidos. Solo con --fix modifica archivos.

    Termina con código 0 si todo está bien, 1 si hay errores y 2 si no fue posible revisar.
cli-lint-examples =
    gaceta lint                       revisa la política de esta carpeta
    gaceta lint es/04-datos.md        revisa un solo documento
    gaceta lint --at v1.2 --strict    revisa una versión y no perdona ni las advertencias
    gaceta lint --fix --diff          muestra lo que se corregiría solo; sin --diff, lo corrige
    gaceta lint - < borrador.md       revisa un texto que llega por la entrada estándar
cli-lint-paths-help = Documentos o carpetas que se revisan; «-» es la entrada estándar
cli-lint-paths-long-help = Documentos o carpetas que se revisan. Si no se indica ninguno, la política de la carpeta actual; con «-», un solo documento que llega por la entrada estándar. Lo que gaceta.toml excluye no se revisa aunque se nombre aquí.
cli-lint-rule-help = Aplica solo esta regla; puede repetirse
cli-lint-rule-long-help = Aplica solo esta regla; puede repetirse para aplicar varias. «gaceta rules» muestra los nombres.
cli-lint-strict-help = Termina con código 1 aunque solo haya advertencias
cli-lint-fix-help = Corrige lo que puede corregirse sin cambiar lo que dice el texto
cli-lint-fix-long-help = Corrige lo que puede corregirse sin cambiar lo que dice el texto: ninguna palabra, cifra ni numeración, ni el nivel de ningún encabezado. Lo demás se señala como siempre. Con «-», el texto corregido sale por la salida estándar y lo demás por la de errores.
cli-lint-diff-help = Con --fix, muestra lo que se corregiría y no escribe nada
cli-lint-diff-long-help = Con --fix, muestra lo que se corregiría, como lo hace «git diff», y no escribe nada. El código con que termina es el de los documentos como están.
cli-lint-fixed =
    { $count ->
        [one] { $count } problema corregido
       *[other] { $count } problemas corregidos
    } en { $documents }.
cli-lint-fixable =
    { $count ->
        [one] Se corregiría { $count } problema
       *[other] Se corregirían { $count } problemas
    } en { $documents }.
cli-lint-nothing-fixed = No hay nada que se pueda corregir sin cambiar lo que dice el texto.
cli-lint-fixes-left =
    { $count ->
        [one] { $count } corrección no se hizo, porque cambiaría lo que dice el texto.
       *[other] { $count } correcciones no se hicieron, porque cambiarían lo que dice el texto.
    }
cli-lint-renumber-help = Pone en orden los números de las cláusulas y reescribe las referencias a ellas
cli-lint-renumber-long-help = Pone en orden los números de los artículos de cada idioma, de documento en documento, y los de las fracciones, los incisos y los transitorios; reescribe las citas y los enlaces que llevan a ellos. Vale para toda la política. Capítulos, anexos e identidades quedan como están.
cli-lint-renumbered =
    { $count ->
        [one] Se renumeró { $count } lugar en { $documents }.
       *[other] Se renumeraron { $count } lugares en { $documents }.
    }
cli-lint-nothing-renumbered = Las cláusulas ya están en orden.
cli-lint-since-help = Señala solo lo que está en el texto cambiado desde esta revisión
cli-lint-since-long-help = Señala solo lo que está en el texto nuevo o cambiado desde esta revisión de git. Lo que solo se movió, se renombró o cambió de renglón no cuenta como cambiado. Las reglas que comparan versiones, como readability, comparan con esta revisión.
cli-lint-baseline-help = Calla lo que este archivo da por conocido
cli-lint-baseline-long-help = Calla lo que este archivo da por conocido, aunque haya cambiado de lugar. Lo escribe --write-baseline.
cli-lint-write-baseline-help = Escribe en el archivo de --baseline lo que hay ahora, y termina
cli-no-baseline = No se pudo abrir el archivo de lo conocido
cli-no-baseline-hint = Escríbalo primero con --write-baseline
cli-lint-at-help = Revisa la política tal como está en esta revisión de git
cli-lint-at-long-help = Revisa la política tal como está en esta revisión de git: una etiqueta, una rama o una confirmación (commit). Los archivos de trabajo ni se leen ni se tocan.
cli-format-help = Forma del resultado

# diff
cli-diff-about = Muestra lo que cambió entre dos versiones: primero las obligaciones
cli-diff-long-about =
    Muestra lo que cambió entre dos versiones de una política, como lo contaría quien la lee: primero las obligaciones, prohibiciones y permisos que aparecen, desaparecen, se refuerzan o se debilitan; luego las definiciones, las cifras, lo que cambió de lugar y la redacción.

    No cuenta como cambio lo que nadie ve al leer: el corte de los renglones, la numeración de las listas, el relleno de las tablas, las marcas de énfasis o la forma de escribir un enlace.
cli-diff-examples =
    gaceta diff                       lo que cambió desde la última versión publicada
    gaceta diff v1.0 v1.1             lo que cambió entre dos versiones
    gaceta diff main --section plazos solo la sección «plazos»
    gaceta diff v1.0 --format markdown
                                      lo mismo, para comentar una propuesta
    gaceta diff v1.0 v1.1 --format html --out cambios.html
                                      una página con las dos versiones en un texto
    gaceta diff v1.0 v1.1 --who       quién hizo cada cambio
    gaceta diff antes.md ahora.md     lo que cambió entre dos archivos
cli-diff-old-help = Versión de antes: una revisión, una carpeta o un archivo
cli-diff-old-long-help = Versión de antes: una revisión de git (una etiqueta, una rama o una confirmación), o una carpeta o un archivo. Si no se indica, la última versión publicada.
cli-diff-new-help = Versión de ahora
cli-diff-new-long-help = Versión de ahora: una revisión, o una carpeta o un archivo si la de antes lo es. Si no se indica, los archivos de trabajo.
cli-diff-path-help = Carpeta de la política, o uno de sus documentos
cli-diff-path-long-help = Carpeta de la política, o uno de sus documentos o carpetas si basta con esa parte. Si no se indica, la carpeta actual.
cli-diff-section-help = Solo lo que cambió en esta sección y en las que contiene
cli-diff-section-long-help = Solo lo que cambió en esta sección y en las que contiene: su identidad, la que va en «(#…)» de los enlaces.
cli-diff-language-help = Solo los textos en estos idiomas, separados por comas
cli-diff-language-long-help = Solo los textos en estos idiomas, separados por comas, como «es,en». Si no se indica, todos.
cli-diff-cached-help = Compara con lo preparado para la próxima confirmación (commit), no con los archivos de trabajo
cli-diff-stat-help = Muestra solo cuántas palabras cambiaron en cada sección
cli-diff-check-notes-help = Señala los cambios que estas notas de la versión no mencionan
cli-diff-check-notes-long-help = Señala solo los cambios que estas notas no mencionan: los de obligaciones, definiciones y cifras, y las secciones y los documentos nuevos o quitados. De un registro de cambios se lee lo que va de la versión de antes a la de ahora. Termina con código 1 si falta alguno.
cli-diff-no-notes = No se pudo abrir el archivo de las notas
cli-diff-notes-complete = { $file } menciona todo lo que debe mencionar.
cli-diff-notes-incomplete = { $count ->
    [one] { $file } deja fuera { $count } cambio:
   *[other] { $file } deja fuera { $count } cambios:
}
cli-diff-out-help = Archivo donde se guarda el resultado
cli-diff-out-long-help = Archivo donde se guarda el resultado, que se reemplaza si ya existe. Si no se indica, sale por la salida estándar.
cli-diff-terminal = El formato «{ $format }» no es texto y no se muestra en una terminal
cli-diff-terminal-hint = Indique un archivo: --format { $format } --out cambios.{ $format }
cli-diff-exit-code-help = Termina con código 1 si algo cambió
cli-diff-who-help = Dice qué confirmaciones (commits) hicieron cada cambio, y de quién son
cli-diff-who-long-help = Dice de cada cambio qué confirmaciones (commits) lo hicieron, de qué día son y de quién: su autor y sus coautores, con los nombres de «.mailmap». Lo que aún no está en ninguna confirmación se dice «sin confirmar». Solo entre revisiones de una misma historia de git.
cli-who-paths = Solo entre revisiones de git se sabe quién hizo cada cambio
cli-who-paths-hint = Compare dos revisiones, como en «gaceta diff v1.0 v1.1 --who», o quite «--who»
cli-who-order = «{ $old }» es posterior a «{ $new }», y la historia de «{ $new }» no la alcanza
cli-who-order-hint = Escriba primero la versión de antes
cli-who-input = De un texto que llega por la entrada estándar no se sabe quién lo cambió
cli-who-input-hint = Indique la ruta del documento en su repositorio de git, o quite «--who»
cli-diff-three-dots = «{ $range }» lleva tres puntos
cli-diff-three-dots-hint = Escriba las dos revisiones separadas por un espacio
cli-diff-ambiguous = «{ $name }» es a la vez una revisión y una ruta
cli-diff-ambiguous-hint = Si es la ruta, escriba ./{ $name }
cli-diff-file-and-folder = «{ $old }» y «{ $new }» no son dos carpetas ni dos archivos
cli-diff-file-and-folder-hint = Compare carpeta con carpeta o archivo con archivo
cli-diff-one-path = «{ $path }» es una ruta, y la otra versión no
cli-diff-one-path-hint = Para ver solo esa parte de la política, escriba --path { $path }
cli-diff-no-release = No hay ninguna versión publicada con la que comparar
cli-diff-no-release-hint = Indique la revisión de antes: una etiqueta, una rama o una confirmación (commit)
cli-diff-history-cut = advertencia: a este clon le falta una parte de la historia; los documentos que cambiaron de nombre se reconocen solo por su contenido.
cli-diff-no-section = Ninguna de las dos versiones tiene la sección «{ $section }»
cli-diff-no-section-hint = La identidad de una sección es la que va en «(#…)» de los enlaces que llevan a ella

# norms
cli-norms-about = Enumera las normas de una política: quién debe hacer qué y cuándo
cli-norms-long-about =
    Enumera las normas de una política: lo que obliga, prohíbe, recomienda y permite, a quién, en qué plazo, y en qué sección y cláusula lo dice. Donde un texto sigue las mayúsculas de BCP 14 (RFC 2119), solo esas cuentan. Se entienden los textos en español y en inglés.

    Termina con código 0, o con 2 si algo no se pudo leer.
cli-norms-examples =
    gaceta norms                      enumera las normas de la política de esta carpeta
    gaceta norms es/04-datos.md       enumera las de un solo documento
    gaceta norms --at v1.2 --format markdown > tareas.md
                                      convierte las de una versión en una lista de tareas
    gaceta norms --who                quién cambió por última vez cada una
    gaceta norms --language es --format csv > normas.csv
                                      lleva las que están en español a una hoja de cálculo
cli-norms-path-help = Documento o carpeta en que se busca; «-» es la entrada estándar
cli-norms-path-long-help = Documento o carpeta en que se busca. Si no se indica, la política de la carpeta actual; con «-», un solo documento que llega por la entrada estándar. Lo que gaceta.toml excluye queda fuera aunque se nombre aquí; una licencia o un registro de versiones, como CHANGELOG.md, queda fuera si no se nombra aquí.
cli-norms-language-help = Idiomas que se enumeran, separados por comas
cli-norms-language-long-help = Idiomas de los documentos que se enumeran, separados por comas, como «es,en»; «es» vale también por «es-MX». Si no se indica, todos.
cli-norms-unknown = advertencia: { $others ->
    [0] { $file } no parece estar en español ni en inglés, y sus normas no se buscan.
    [one] { $file } y { $others } documento más no parecen estar en español ni en inglés, y sus normas no se buscan.
   *[other] { $file } y { $others } documentos más no parecen estar en español ni en inglés, y sus normas no se buscan.
} El idioma se dice con «lang: es» en los metadatos del principio.
cli-norms-at-help = Enumera las normas de la política tal como está en esta revisión de git
cli-norms-who-help = Dice qué confirmación (commit) cambió por última vez las palabras de cada norma, y de quién es
cli-norms-who-long-help = Dice de cada norma qué confirmación (commit) cambió por última vez sus palabras, de qué día es y de quién: su autor y sus coautores, con los nombres de «.mailmap». Mover una norma o cambiarle el formato no cambia sus palabras.
cli-norms-at-long-help = Enumera las normas de la política tal como está en esta revisión de git: una etiqueta, una rama o una confirmación (commit). Los archivos de trabajo ni se leen ni se tocan.

# rules
cli-rules-about = Enumera las reglas con las que se revisa una política
cli-rules-long-about = Enumera las reglas con las que se revisa una política, con lo que pesa cada una y lo que señala.
cli-rules-examples =
    gaceta rules                      muestra todas las reglas
    gaceta rules --format markdown    escribe la referencia de todas, para un sitio
    gaceta rules --format json        las entrega a otro programa

# explain
cli-explain-about = Explica una regla: qué señala, por qué importa y cómo se corrige
cli-explain-long-about = Explica una regla: qué señala, por qué importa y cómo se corrige, con un ejemplo de lo que está mal y otro de lo que está bien.
cli-explain-examples =
    gaceta explain broken-anchor      explica una regla
cli-explain-rule-help = Nombre de la regla
cli-explain-rule-long-help = Nombre de la regla, tal como aparece entre corchetes en los resultados de «gaceta lint» y en la lista de «gaceta rules».

# build
cli-build-about = Publica la política: como páginas web, como PDF y como datos
cli-build-long-about =
    Publica la política en una carpeta, en cada idioma y con cada edición que se pida. Los mismos textos dan siempre los mismos archivos, byte por byte; manifest.json dice qué se publicó y de qué confirmación (commit), y SHA256SUMS trae las sumas de todos los archivos.

    La fecha de la edición es la de SOURCE_DATE_EPOCH; si esa variable no existe, la de la confirmación (commit) que se publica; y si no hay git, la de gaceta.toml.
cli-build-examples =
    gaceta build                      publica todo en public/
    gaceta build --edition pdf --language es
                                      publica solo el PDF en español
    gaceta build --at v1.2 --out sitio/1.2
                                      publica una versión anterior en otra carpeta
    gaceta build --verify public      comprueba que lo publicado viene del repositorio
cli-build-path-help = Carpeta de la política
cli-build-path-long-help = Carpeta de la política. Si no se indica, la carpeta actual.
cli-build-edition-help = Ediciones que se preparan, separadas por comas
cli-build-edition-long-help = Ediciones que se preparan, separadas por comas. Si no se indica, todas.
cli-build-language-help = Idiomas que se publican, separados por comas
cli-build-language-long-help = Idiomas que se publican, separados por comas, como «es,en». Si no se indica, todos los de la política.
cli-build-at-help = Publica la política tal como está en esta revisión de git
cli-build-at-long-help = Publica la política tal como está en esta revisión de git: una etiqueta, una rama o una confirmación (commit). Los archivos de trabajo ni se leen ni se tocan.
cli-build-out-help = Carpeta donde se guarda lo publicado
cli-build-out-long-help = Carpeta donde se guarda lo publicado; se crea si no existe, y la edición anterior que contenga se reemplaza.
cli-build-history-cut = advertencia: a este clon le falta una parte de la historia; { $missing ->
    [authors] la edición no dice quién escribió el texto.
    [changes] la edición no dice qué cambió desde la última versión publicada.
   *[both] la edición no dice quién escribió el texto ni qué cambió desde la última versión publicada.
}
cli-build-verify-help = Comprueba que una carpeta tiene justo lo que se publicaría
cli-build-verify-long-help = Construye en memoria, no escribe nada y dice qué archivos de esta carpeta son idénticos, byte por byte, cuáles son distintos, cuáles faltan y cuáles sobran. Si no se indica otra cosa, se comprueban las ediciones, los idiomas y la confirmación (commit) que nombra manifest.json en la carpeta. El resultado es 0 si todo es idéntico y 1 si algo no lo es.
cli-build-trust-templates-help = Usa las plantillas propias de la política
cli-build-trust-templates-long-help = Usa las plantillas propias de la política. Indíquelo solo si confía en quien las escribió: una plantilla puede poner cualquier cosa en la página.

# help
cli-help-about = Explica el programa o uno de sus comandos
cli-help-long-about = Explica el programa o uno de sus comandos, con sus opciones y ejemplos. Es lo mismo que «--help».
cli-help-examples =
    gaceta help                       muestra los comandos y las opciones generales
    gaceta help build                 explica cómo se publica
cli-help-command-help = Comando que se explica
cli-help-inner-help = Un comando de ese comando, como «identities» de «tally»
cli-help-command-long-help = Comando que se explica. Si no se indica, el programa entero.

# completions
cli-completions-about = Genera el autocompletado para un intérprete de comandos
cli-completions-long-about = Genera el autocompletado para un intérprete de comandos: con él, la tecla de tabulación propone los comandos y las opciones.
cli-completions-examples =
    gaceta completions bash > ~/.local/share/bash-completion/completions/gaceta
    gaceta completions fish > ~/.config/fish/completions/gaceta.fish
    gaceta completions powershell >> $PROFILE
cli-completions-shell-help = Intérprete de comandos

# manual
cli-manual-about = Genera las páginas de manual
cli-manual-long-about = Genera las páginas de manual, una por comando, en el idioma de los mensajes.
cli-manual-examples =
    gaceta manual | man -l -          lee el manual completo
    gaceta manual --out ~/.local/share/man/man1
                                      lo instala para «man gaceta»
cli-manual-out-help = Carpeta donde se guardan las páginas
cli-manual-out-long-help = Carpeta donde se guardan las páginas; se crea si no existe. Si no se indica, salen todas por la salida estándar.
cli-manual-name = NOMBRE
cli-manual-synopsis = SINOPSIS
cli-manual-description = DESCRIPCIÓN
cli-manual-version = VERSIÓN
cli-manual-examples-heading = EJEMPLOS
cli-manual-title = Manual de gaceta

# Errores de uso
cli-unknown-argument = No existe la opción «{ $argument }»
cli-unexpected-argument = Sobra «{ $argument }»
cli-unknown-command = No existe el comando «{ $command }»
cli-missing-command = Falta decir qué comando se quiere
cli-invalid-value = «{ $value }» no es un valor de { $argument }
cli-missing-value = Falta el valor de { $argument }
cli-unexpected-value = { $argument } no lleva valor, y se le dio «{ $value }»
cli-wrong-number-of-values = { $argument } lleva otro número de valores
cli-missing-argument = Falta { $arguments }
cli-repeated-argument = { $argument } solo puede indicarse una vez
cli-conflict = { $argument } no puede ir junto con { $others }
cli-not-utf8 = Un argumento no está escrito en UTF-8
cli-invalid-usage = La línea de comandos no es válida
cli-hint-similar = ¿Quiso decir «{ $name }»?
cli-hint-values = Los valores son: { $values }
cli-hint-usage = Uso: { $usage }
cli-hint-help = «{ $command } --help» lo explica

# Errores de entrada y de salida
cli-path-not-found = No existe «{ $path }»
cli-path-not-found-hint = Compruebe que la ruta esté bien escrita; se cuenta desde la carpeta actual
cli-no-documents = No hay archivos Markdown en «{ $path }»
cli-no-documents-hint = Indique la carpeta donde está la política, o revise qué excluye gaceta.toml
cli-not-a-folder = «{ $path }» es un archivo, y se publica una política entera
cli-not-a-folder-hint = Indique su carpeta: { $folder }
cli-input-alone = La entrada estándar («-») se lee sola
cli-input-alone-hint = Quite las demás rutas y --at, o quite «-»
cli-cannot-write-output = No se puede escribir en la salida estándar
cli-cannot-create-folder = No se puede crear la carpeta
cli-cannot-write-file = No se puede escribir el archivo
cli-write-hint = Revise los permisos y el espacio en disco
cli-out-is-folder = La salida es una carpeta, no un archivo
cli-out-is-folder-hint = Indique el nombre de un archivo dentro de ella
cli-out-is-link = La salida es un enlace simbólico y no se reemplaza
cli-out-is-link-hint = Indique el archivo mismo, o retire el enlace
cli-unknown-language = «{ $language }» no es una etiqueta de idioma
cli-unknown-language-hint = Escriba etiquetas como «es», «en» o «es-MX», separadas por comas
cli-invalid-source-date = SOURCE_DATE_EPOCH vale «{ $value }», que no es una fecha
cli-invalid-source-date-hint = Debe ser un número entero: los segundos desde el 1 de enero de 1970, UTC

# Avisos
cli-skipped = advertencia: { $file } queda fuera. { $reason }.
cli-manifest-below = advertencia: { $manifest } no se toma en cuenta, porque está en una carpeta interior. Si esa es la política, indique la carpeta «{ $folder }».
cli-no-language = advertencia: { $others ->
    [0] { $file } no entra en ninguna edición.
    [one] { $file } y { $others } documento más no entran en ninguna edición.
   *[other] { $file } y { $others } documentos más no entran en ninguna edición.
} Falta decir su idioma: con «lang: es» en los metadatos del principio o con una carpeta de ese nombre; lo que sobre puede excluirse en gaceta.toml.

# Resultados de build y de manual
cli-step-check = revisando: { $number } de { $total } documentos
cli-step-read = leyendo los textos ({ $language })
cli-step-write = preparando { $file }
cli-written = { $path } ({ $size })
cli-size-bytes =
    { $count ->
        [one] { $count } byte
       *[other] { $count } bytes
    }
cli-size-kilobytes = { $count } kB
cli-size-megabytes = { $count } MB

## gaceta tally
cli-tally-about = Cuenta quién escribió la política, palabra por palabra
cli-tally-long-about =
    Cuenta las palabras del texto por quien las escribió. Cada palabra se sigue por la historia de git: quien corrige una coma no se queda con el párrafo, y quien mueve, parte o vuelve a formatear un texto no se queda con nada. Lo que se quitó y se repuso es de su primer autor; lo que se copia, de quien lo copia. Los coautores («Co-authored-by») se reparten las palabras por igual.
cli-tally-examples =
    gaceta tally policy                          quién escribió lo que hoy dice la política
    gaceta tally --by section                    cuánto mide cada sección
    gaceta tally --since v1.0 --format markdown  los créditos de lo escrito desde la versión 1.0
cli-tally-path-help = Documento o carpeta que se cuenta; si no se indica, la política de la carpeta actual
cli-tally-by-help = Por qué se suman las palabras; los días y meses son los de la hora universal (UTC)
cli-tally-section-help = Cuenta solo esta sección y las que contiene: su ancla o su título
cli-tally-since-help = Cuenta solo lo que escribieron las confirmaciones (commits) posteriores a esta revisión
cli-tally-until-help = Cuenta la política tal como está en esta revisión; si no se indica, HEAD
cli-tally-language-help = Idiomas que se cuentan, separados por comas
cli-tally-language-long-help = Idiomas de los documentos que se cuentan, separados por comas, como «es,en»; «es» vale también por «es-MX». Si no se indica, todos.
cli-tally-coauthors-help = Cómo se cuentan las palabras de varios autores: «shared» las reparte por igual, «full» las cuenta enteras a cada uno, de modo que suman más que el texto
cli-tally-provenance-help = En vez de sumas, cada palabra con la confirmación (commit) que la escribió; requiere «--format json»
cli-tally-no-cache-help = Lee de nuevo toda la historia y no guarda nada para la próxima vez
cli-tally-provenance-format = El formato «{ $format }» no puede decir de dónde viene cada palabra
cli-tally-provenance-format-hint = Agregue «--format json»
cli-tally-survival-help = En vez de las sumas, qué pasó con las palabras de cada año, contadas tal como se siguen por la historia
cli-tally-check-help = En vez de las sumas, dice quién falta, quién está mal escrito y quién sobra en este archivo de autores: Markdown, .all-contributorsrc, CITATION.cff o un nombre en cada línea
cli-tally-write-help = En vez de las sumas, pone a los autores en este archivo: en Markdown, entre dos marcas; en .all-contributorsrc y CITATION.cff, a quienes falten
cli-authors-line = { $place }: { $message }
cli-authors-missing = falta { $name }
cli-authors-misspelt = «{ $listed }» debería ser «{ $name }»
cli-authors-unneeded = { $name } no tiene palabras en el texto ni otra contribución conocida
cli-authors-right = { $file } nombra a todos los autores.
cli-authors-nobody = Nadie tiene todavía parte en el texto: { $file } queda como estaba.
cli-authors-programs = Se dejó fuera, por ser programas: { $names }{ $more ->
    [0] { "" }
   *[other] { " " }y { $more } más
}. Si alguien es una persona, dígalo en «[[people]]» del manifiesto.
cli-authors-write-hint = Para crearlo, repita la orden con --write en vez de --check
cli-authors-no-file = No es un archivo
cli-authors-unreadable = No se puede leer el archivo
cli-identities-about = Propone qué nombres y direcciones son de una misma persona
cli-identities-long-about = Busca nombres y direcciones de las confirmaciones (commits) que parecen de una misma persona: la misma dirección, el mismo nombre con otra dirección, un usuario en vez del nombre, un nombre con una letra distinta o que es parte de otro. Escribe líneas para un .mailmap, para escoger entre ellas. Llevan direcciones, como todo .mailmap.
cli-identities-examples =
    gaceta tally identities               lo que podría agregarse a .mailmap
    gaceta tally identities >> .mailmap   agrega todo; después borre las líneas equivocadas
cli-identities-path-help = Política; si no se indica, la de la carpeta actual
cli-identities-none = Nadie parece estar dos veces.
cli-tally-unread = advertencia: falta el contenido de { $file } en { $revision }{ $others ->
    [0] { "" }
   *[other] { " " }y de { $others } más
}; lo que cambió ahí se atribuye a la confirmación siguiente
cli-value-dimension = DIMENSIÓN
cli-value-coauthors = MODO
cli-step-follow = Sigo las palabras: { $number } de { $total } confirmaciones

## gaceta blame
cli-blame-about = Muestra una sección con quién escribió cada palabra
cli-blame-long-about =
    Muestra una sección de la política, con sus subsecciones, y quién escribió cada una de sus palabras. Cada tramo de palabras que vino de la misma confirmación (commit) empieza con un número; la lista del final dice de qué revisión es, de qué fecha y de quién. Las palabras se siguen por la historia como en «gaceta tally»: corregir una coma, mover o volver a formatear un texto no le cambia el autor.
cli-blame-examples =
    gaceta blame licencias                       quién escribió la sección «licencias»
    gaceta blame "Uso de los datos" --at v1.0    la que lleva ese título, como estaba en la versión 1.0
    gaceta blame es/04-datos.md#licencias --format html > licencias.html
                                                 una página web con la sección de ese archivo
cli-blame-section-help = La sección: su identidad, como «licencias», o su título
cli-blame-section-long-help = La sección: su identidad, como «licencias»; con su archivo, como «es/04-datos.md#licencias»; o su título, sin importar mayúsculas ni acentos. Si está en varios idiomas, se toma la del principal, salvo que «--language» diga otro.
cli-blame-path-help = Documento o carpeta donde se busca; si no se indica, la política de la carpeta actual
cli-blame-at-help = Muestra la sección tal como está en esta revisión; si no se indica, HEAD
cli-blame-at-long-help = Muestra la sección tal como está en esta revisión de git: una etiqueta, una rama o una confirmación (commit). Si no se indica, HEAD. Los archivos de trabajo ni se leen ni se tocan.
cli-blame-language-help = Idiomas en los que se busca, separados por comas
cli-blame-language-long-help = Idiomas de los documentos en los que se busca, separados por comas, como «es,en»; «es» vale también por «es-MX». Si no se indica, todos.

# build --verify
cli-verify-no-manifest = La carpeta no tiene un manifest.json que se pueda leer; se compara con lo que se publicaría ahora
cli-verify-version = La carpeta se construyó con gaceta { $version } y se compara con lo que sale de gaceta { $own }: eso puede explicar todo lo que sigue
cli-verify-commit = La carpeta dice venir de { $named } y se compara con { $origin }: eso puede explicar todo lo que sigue
cli-verify-the-commit = la confirmación { $commit }
cli-verify-no-commit = un texto sin confirmar
cli-verify-work-tree = los archivos de trabajo
cli-verify-date = La fecha de la carpeta es { $date } y la de esta edición, { $own }: las dos dependen de SOURCE_DATE_EPOCH
cli-verify-no-date = ninguna
cli-verify-templates = La carpeta se construyó con las plantillas propias de la política; si confía en ellas, añada --trust-templates
cli-verify-no-templates = La carpeta se construyó sin las plantillas propias de la política; quite --trust-templates
cli-verify-differs = distinto: { $path }
cli-verify-missing = falta: { $path }
cli-verify-foreign = sobra: { $path }
cli-verify-more-foreign =
    { $count ->
        [one] sobra { $count } más
       *[other] sobran { $count } más
    }
cli-verify-no-file = {"    "}no es un archivo, o está detrás de un enlace simbólico
cli-verify-line =
    {"    "}línea { $line }, carácter { $column }
    {"        "}dice:     { $found }
    {"        "}debería:  { $expected }
cli-verify-ends =
    {"    "}línea { $line }, carácter { $column }
    {"        "}dice:     (ahí termina el archivo)
    {"        "}debería:  { $expected }
cli-verify-bytes =
    {"    "}tiene { $found } bytes y SHA-256 { $found-sum }
    {"        "}debería tener { $expected } bytes y SHA-256 { $sum }
cli-verify-size =
    {"    "}tiene { $found } bytes
    {"        "}debería tener { $expected } bytes y SHA-256 { $sum }
cli-verify-identical =
    { $count ->
        [one] { $count } archivo idéntico, byte por byte
       *[other] { $count } archivos idénticos, byte por byte
    }
cli-verify-same = { $identical }, a lo que sale de { $origin }
cli-verify-not-same = { $identical }; distintos: { $differing }; faltan: { $missing }; sobran: { $foreign } (según { $origin })
cli-verify-format = La carpeta «{ $folder }» dice tener la edición «{ $format }», que este gaceta no conoce
cli-verify-format-hint = Use la versión de gaceta que nombra su manifest.json, o indique con --edition qué ediciones se comprueban
cli-verify-commit-hint = Esa es la confirmación que nombra manifest.json en «{ $folder }»; para comprobar con otra, indíquela con --at

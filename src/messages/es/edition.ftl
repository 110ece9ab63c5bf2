## edition: la publicación de una política

# Palabras de la página
edition-contents = Índice
edition-skip = Ir al contenido principal
edition-top = Volver al inicio
edition-languages = Idiomas
edition-format-html = Página web
edition-format-pdf = Documento PDF
edition-format-data = Datos para programas (JSON)
edition-version = Versión { $version }
edition-licence = Licencia:
edition-date = { $day } de { $month ->
    [1] enero
    [2] febrero
    [3] marzo
    [4] abril
    [5] mayo
    [6] junio
    [7] julio
    [8] agosto
    [9] septiembre
    [10] octubre
    [11] noviembre
   *[12] diciembre
} de { $year }
edition-logo = Emblema
edition-in-force-since = En vigor desde el { $date }
edition-in-force-from = Entra en vigor el { $date }
edition-in-force-on = Entrada en vigor: { $date }
edition-status-draft = Borrador
edition-status-consultation = En consulta pública
edition-status-in-force = Vigente
edition-status-repealed = Abrogada
edition-notice-draft = Este texto es un borrador: se sigue redactando y todavía no obliga a nadie.
edition-notice-consultation = Este texto está en consulta pública: puede cambiar y todavía no obliga a nadie.
edition-notice-repealed = Este texto ya no está vigente; se conserva para consulta.
edition-permalink = Enlace permanente a «{ $title }»
edition-table = { $number ->
    [1] Tabla en «{ $section }»
   *[other] Tabla { $number } en «{ $section }»
}
edition-notes = Notas
edition-note = Nota { $number }
edition-note-back = { $which ->
    [0] Volver al texto desde la nota { $number }
   *[other] Volver al texto desde la nota { $number }, referencia { $which }
}
edition-task-done = Hecho
edition-task-pending = Pendiente
edition-field-blank = Campo por llenar:
edition-field-example = Por ejemplo: { $example }
edition-search-open = Buscar
edition-search-field = Buscar en el texto
edition-search-close = Cerrar
edition-search-key = La tecla / abre la búsqueda
edition-search-none = Ninguna sección contiene esas palabras
edition-search-one = { $count } sección
edition-search-many = { $count } secciones
edition-search-some = Con algunas de las palabras
edition-search-more = Mostrar más secciones
edition-search-failed = No se pudo leer el índice de la búsqueda

# Sitio
edition-format-site = Sitio web
site-you-are-here = Está aquí
site-previous = Anterior
site-next = Siguiente
site-steps = Páginas anterior y siguiente
site-theme = Colores:
site-theme-auto = del sistema
site-theme-light = claros
site-theme-dark = oscuros
site-translation = { $language }: «{ $title }»
site-annexes = Además
site-superseded = Esta no es la última versión: después se publicó { $version }.
site-superseded-link = Ir a la versión actual
site-changed = Cambió desde { $since }
site-changed-in = Cambió desde { $since }: «{ $title }»
site-changes = Cambios desde { $since }
site-file-changes = cambios
site-register = Obligaciones
site-file-register = obligaciones
site-register-who = Quién
site-register-what = Qué
site-register-when = Plazo
site-register-where = Dónde
site-credits = Quiénes la escribieron
site-file-credits = creditos
site-credits-method = Cada palabra del texto vigente cuenta para quien la escribió, según la historia en git; quien solo la movió o le dio otra forma no cuenta.
site-lost = Esta página no existe
site-lost-text = Puede que haya cambiado de lugar en una versión posterior.
site-lost-link = Ir al inicio
site-citation = Cómo citar
site-citation-version = (versión { $version })

# Comparación publicada
redline-title = Cambios de { $old } a { $new }
redline-before = Antes
redline-now = Ahora
redline-counts = { $counts }.
redline-nothing = Las dos versiones dicen lo mismo.
redline-unchanged = { $count ->
    [one] Se omite { $count } documento, que no cambió.
   *[other] Se omiten { $count } documentos, que no cambiaron.
}
redline-changes = Cambios
redline-legend = Cómo se lee
redline-inserted = texto nuevo
redline-deleted = texto quitado
redline-moved = texto que cambió de lugar
redline-changed = otro cambio, que la lista explica
redline-changed-on-paper = otro cambio: de metadatos, de forma o de adónde lleva un enlace
redline-keys = Teclas: n o j, cambio siguiente; p o k, cambio anterior
redline-number = Cambio { $number }: { $class }
redline-previous = Cambio anterior ({ $number })
redline-next = Cambio siguiente ({ $number })

# Avisos
edition-alias-lost = Según el manifiesto, «{ $name }» se llama ahora «{ $anchor }», pero ninguna sección de la edición se llama así: los enlaces al nombre anterior no llevan a ninguna parte
edition-alias-lost-hint = Escriba el ancla que la sección tiene ahora, o quite la línea
edition-image-left-out = La imagen «{ $target }» no está en la política o no tiene un formato conocido; la edición lleva en su lugar el texto alternativo
edition-image-left-out-hint = Guarde la imagen junto al texto, en formato SVG, PNG, JPEG, GIF o WebP, y compruebe la ruta

# Errores
edition-no-documents = No hay ningún documento que publicar
edition-no-documents-hint = Compruebe que la carpeta tiene archivos Markdown (`.md`) y que `exclude` de gaceta.toml no los excluye todos
edition-language-unknown = La política no tiene documentos en el idioma «{ $language }»
edition-language-unknown-hint = Idiomas disponibles: { $languages }
edition-page-too-large = La página web ocuparía más de { $limit } MiB
edition-page-too-large-hint = Revise si una misma imagen o un mismo campo se repite demasiadas veces
edition-data-too-large = Los campos de la política llenarían la edición de datos con más de { $limit } MiB
edition-data-too-large-hint = Revise si un mismo campo, de valor muy largo, se repite demasiadas veces
edition-template = La plantilla no sirve: { $problem }
edition-template-hint = Corrija la plantilla, o construya sin `--trust-templates` para usar las de gaceta
edition-template-encoding = La plantilla no está en UTF-8
edition-out-name = La carpeta de salida no tiene nombre propio
edition-out-name-hint = Indique con `--out` una carpeta nueva, por ejemplo `--out ediciones`
edition-out-link = La carpeta de salida es un enlace simbólico y no se reemplaza
edition-out-file = La salida ya existe y no es una carpeta
edition-out-foreign = La carpeta de salida contiene «{ $name }», que no es de una edición de gaceta; no se toca
edition-out-other-hint = Indique otra carpeta con `--out`, o retire lo que hay en esta
edition-out-file-name = «{ $name }» no sirve como nombre de archivo de una edición
edition-out-read = No se puede leer la carpeta de salida
edition-out-write = No se puede escribir la edición
edition-out-system-hint = Compruebe los permisos de la carpeta y el espacio libre, o indique otra carpeta con `--out`
edition-logo-missing = edition.logo nombra «{ $path }», y la política no tiene ese archivo
edition-logo-missing-hint = Escriba la ruta desde la carpeta de la política y compruebe que git no ignora el archivo
edition-logo-format = El emblema «{ $path }» no es SVG, PNG ni JPEG
edition-logo-format-hint = Guárdelo en uno de esos formatos
edition-fonts-none = La carpeta «{ $folder }» no tiene ninguna fuente OTF o TTF
edition-fonts-none-hint = Ponga ahí los archivos de las fuentes, o quite edition.fonts
edition-font-broken = El archivo no es una fuente OpenType o TrueType, o está dañado
edition-font-broken-hint = Ponga otra copia del archivo, o sáquelo de la carpeta de fuentes
edition-font-restricted = La fuente misma dice que su licencia no permite incrustarla en un documento
edition-font-restricted-hint = Use una fuente libre, por ejemplo una con la licencia SIL OFL
edition-font-unknown = Ninguna fuente de la política es de la familia «{ $family }»
edition-font-unknown-hint = Familias que sí están: { $families }
edition-font-no-folder-hint = Diga con edition.fonts en qué carpeta de la política están las fuentes
edition-verify-no-folder = Aquí no hay una carpeta que comprobar
edition-verify-no-folder-hint = Indique con `--verify` la carpeta de una edición, por ejemplo `--verify public`
edition-verify-read = No se puede leer lo que se comprueba
edition-verify-read-hint = Compruebe los permisos de la carpeta y de sus archivos

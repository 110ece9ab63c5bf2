## edition: la publicación de una política

# Palabras de la página
edition-contents = Contenido
edition-skip = Ir al contenido principal
edition-top = Volver al inicio
edition-languages = Idiomas
edition-format-html = Página web
edition-format-pdf = Documento PDF
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
edition-status-draft = Borrador
edition-status-consultation = En consulta
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
    [1] Volver al texto desde la nota { $number }
   *[other] Volver al texto desde la nota { $number }, referencia { $which }
}
edition-task-done = Hecho
edition-task-pending = Pendiente
edition-field-blank = Campo por llenar:
edition-field-example = Por ejemplo: { $example }

# Avisos
edition-image-left-out = la imagen «{ $target }» no está en la política o no tiene un formato conocido; la edición lleva en su lugar el texto alternativo
edition-image-left-out-hint = guarde la imagen junto al texto, en formato SVG, PNG, JPEG, GIF o WebP, y compruebe la ruta

# Errores
edition-no-documents = no hay ningún documento que publicar
edition-no-documents-hint = compruebe que la carpeta tiene archivos Markdown (`.md`) y que `exclude` de gaceta.toml no los excluye todos
edition-language-unknown = la política no tiene documentos en el idioma «{ $language }»
edition-language-unknown-hint = idiomas disponibles: { $languages }
edition-page-too-large = la página web ocuparía más de { $limit } MiB
edition-page-too-large-hint = revise si una misma imagen o un mismo campo se repite demasiadas veces
edition-template = la plantilla no sirve: { $problem }
edition-template-hint = corrija la plantilla, o construya sin `--trust-templates` para usar las de gaceta
edition-template-encoding = la plantilla no está en UTF-8
edition-out-name = la carpeta de salida no tiene nombre propio
edition-out-name-hint = indique con `--out` una carpeta nueva, por ejemplo `--out ediciones`
edition-out-link = la carpeta de salida es un enlace simbólico y no se reemplaza
edition-out-file = la salida ya existe y no es una carpeta
edition-out-foreign = la carpeta de salida contiene «{ $name }», que no es de una edición de gaceta; no se toca
edition-out-other-hint = indique otra carpeta con `--out`, o retire lo que hay en esta
edition-out-file-name = «{ $name }» no sirve como nombre de archivo de una edición
edition-out-read = no se puede leer la carpeta de salida
edition-out-write = no se puede escribir la edición

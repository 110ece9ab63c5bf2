## Palabras de los informes

error-word = error
error-warning = advertencia
error-note = nota
error-help = ayuda
error-cause = causa
error-rule-off = desactivada
error-rule-default = por omisión:
error-rules-title = Reglas
error-rules-name = Regla
error-rules-default = Por omisión
error-rules-summary = Qué señala

error-format-text = Texto para personas
error-format-json = JSON para otros programas
error-format-sarif = SARIF 2.1.0 para GitHub y otros lectores de análisis
error-format-github = Anotaciones de GitHub Actions
error-format-gitlab = Informe de calidad para GitLab
error-format-junit = JUnit XML para integración continua
error-format-csv = CSV, para hojas de cálculo
error-format-markdown = Markdown, para comentar propuestas de cambio y para sitios

## Resumen de una revisión

error-summary-both = { $errors } y { $warnings } en { $documents }.
error-summary-only-errors = { $errors } en { $documents }.
error-summary-only-warnings = { $warnings } en { $documents }.
error-summary-none = Sin observaciones en { $documents }.
error-summary-errors = { $count ->
    [one] { $count } error
   *[other] { $count } errores
}
error-summary-warnings = { $count ->
    [one] { $count } advertencia
   *[other] { $count } advertencias
}
error-summary-documents = { $count ->
    [one] { $count } documento
   *[other] { $count } documentos
}
error-summary-unread = { $count ->
    [one] No se pudo leer { $count } documento.
   *[other] No se pudieron leer { $count } documentos.
}
error-more-findings = { $count ->
    [one] Hay { $count } observación más, que no cabe aquí; «gaceta lint» la muestra.
   *[other] Hay { $count } observaciones más, que no caben aquí; «gaceta lint» las muestra.
}

## Causas que da el sistema

error-io-not-found = el archivo o la carpeta no existe
error-io-permission = no hay permiso
error-io-read-only = el disco es de solo lectura
error-io-is-folder = es una carpeta
error-io-no-folder = no es una carpeta
error-io-exists = ya existe
error-io-no-space = no queda espacio en el disco
error-io-broken-pipe = el programa que leía la salida terminó

## Archivos y patrones

error-not-utf8 = El archivo no está en UTF-8
error-not-utf8-hint = Guárdelo con la codificación UTF-8
error-malformed-glob = El patrón de archivos «{ $pattern }» no es válido
error-malformed-glob-hint = «*» vale por cualquier nombre y «**» por cualquier carpeta; cada «[» y cada «{"{"}» se cierra
error-no-such-document = En «{ $path }» no hay ningún documento de la política
error-no-such-document-hint = Revise la ruta; si es correcta, revise que el manifiesto no la excluya

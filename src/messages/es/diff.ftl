## diff: lo que cambió entre dos versiones

diff-work-tree = archivos de trabajo
diff-index = índice
diff-versions = { $old } → { $new }
diff-summary = { $versions }: { $counts }.
diff-nothing = { $versions }: sin cambios.
diff-words = { $added ->
    [one] { $added } palabra nueva
   *[other] { $added } palabras nuevas
}, { $removed ->
    [one] { $removed } quitada
   *[other] { $removed } quitadas
}.
diff-origin = antes en { $place }
diff-title-norms = Obligaciones, prohibiciones y permisos
diff-title-rest = Lo demás
diff-more-changes = { $count ->
    [one] Hay { $count } cambio más, que no cabe aquí; «gaceta diff» lo muestra.
   *[other] Hay { $count } cambios más, que no caben aquí; «gaceta diff» los muestra.
}

diff-bump-metadata = Solo cambiaron los metadatos: el texto es el mismo.
diff-bump-formatting = Solo cambió la forma: el texto es el mismo.
diff-bump-patch = Ninguna norma cambió: toca una versión de corrección{ $next }.
diff-bump-minor = Hay compromisos nuevos o más firmes: toca una versión menor{ $next }.
diff-bump-major = Hay compromisos que desaparecen, se debilitan o cambian: toca una versión mayor{ $next }.
diff-next = , { $version }

# Clases de cambio, una a una y contadas
diff-class-norm-added = norma nueva
diff-class-norm-removed = norma quitada
diff-class-norm-strengthened = norma reforzada
diff-class-norm-weakened = norma debilitada
diff-class-norm-changed = norma cambiada
diff-class-definition = definición
diff-class-figure = cifra
diff-class-structural = estructura
diff-class-editorial = redacción
diff-class-formatting = formato
diff-class-metadata = metadatos
diff-count-norm-added = { $count ->
    [one] { $count } norma nueva
   *[other] { $count } normas nuevas
}
diff-count-norm-removed = { $count ->
    [one] { $count } norma quitada
   *[other] { $count } normas quitadas
}
diff-count-norm-strengthened = { $count ->
    [one] { $count } norma reforzada
   *[other] { $count } normas reforzadas
}
diff-count-norm-weakened = { $count ->
    [one] { $count } norma debilitada
   *[other] { $count } normas debilitadas
}
diff-count-norm-changed = { $count ->
    [one] { $count } norma cambiada
   *[other] { $count } normas cambiadas
}
diff-count-definition = { $count ->
    [one] { $count } cambio en definiciones
   *[other] { $count } cambios en definiciones
}
diff-count-figure = { $count ->
    [one] { $count } cambio de cifras
   *[other] { $count } cambios de cifras
}
diff-count-structural = { $count ->
    [one] { $count } cambio de estructura
   *[other] { $count } cambios de estructura
}
diff-count-editorial = { $count ->
    [one] { $count } cambio de redacción
   *[other] { $count } cambios de redacción
}
diff-count-formatting = { $count ->
    [one] { $count } cambio de formato
   *[other] { $count } cambios de formato
}
diff-count-metadata = { $count ->
    [one] { $count } cambio de metadatos
   *[other] { $count } cambios de metadatos
}

# Partes del texto y lo que les pasó
diff-unit-document = documento
diff-unit-section = sección
diff-unit-paragraph = párrafo
diff-unit-row = fila
diff-unit-term = término
diff-unit-code = código
diff-unit-html = HTML
diff-unit-rule = línea divisoria
diff-unit-metadata = metadatos
diff-event-edited = { $gender ->
    [feminine] { $unit } editada
   *[masculine] { $unit } editado
}
diff-event-added = { $gender ->
    [feminine] { $unit } nueva
   *[masculine] { $unit } nuevo
}
diff-event-removed = { $gender ->
    [feminine] { $unit } quitada
   *[masculine] { $unit } quitado
}
diff-event-moved = { $gender ->
    [feminine] { $unit } que cambió de lugar
   *[masculine] { $unit } que cambió de lugar
}
diff-event-renamed = { $gender ->
    [feminine] { $unit } con otro título
   *[masculine] { $unit } con otro nombre
}
diff-event-split = { $gender ->
    [feminine] { $unit } que se separó
   *[masculine] { $unit } que se separó
}
diff-event-merged = { $gender ->
    [feminine] { $unit } que se unió a otra
   *[masculine] { $unit } que se unió a otro
}
diff-event-level = { $gender ->
    [feminine] { $unit } de otro nivel
   *[masculine] { $unit } de otro nivel
}
diff-event-metadata = { $gender ->
    [feminine] { $unit } con otros metadatos
   *[masculine] { $unit }
}
diff-event-link = { $gender ->
    [feminine] enlace que lleva a otra parte ({ $unit })
   *[masculine] enlace que lleva a otra parte ({ $unit })
}

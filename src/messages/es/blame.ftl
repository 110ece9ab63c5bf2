## blame: quién escribió cada palabra de una sección

blame-no-section = La política no tiene ninguna sección «{ $section }»
blame-no-section-hint = Escriba el título de la sección, o su identidad: la que va en «(#…)» de los enlaces que llevan a ella
blame-similar = ¿Quiso decir «{ $name }»?
blame-ambiguous = Hay { $count } secciones «{ $section }»
blame-ambiguous-hint = Elija una: { $places }{ $others ->
    [0] { "" }
   *[other] { " " }y { $others } más
}
blame-title = Quién escribió «{ $section }»
blame-people = Personas
blame-revisions-title = Revisiones
blame-words = { $count ->
    [one] { $count } palabra
   *[other] { $count } palabras
}
blame-revisions = { $count ->
    [one] { $count } revisión
   *[other] { $count } revisiones
}
blame-summary = { $words ->
    [one] { $words } palabra
   *[other] { $words } palabras
} de { $revisions }
blame-shares = { $counted }: { $shares }.
blame-column-number = N.º
blame-column-date = Fecha
blame-column-people = Personas

## Registro de normas

norms-title = Registro de normas
norms-must = DEBE
norms-must-not = NO DEBE
norms-should = DEBERÍA
norms-should-not = NO DEBERÍA
norms-may = PUEDE
norms-strive = PROCURA

norms-modal = dice: «{ $modal }»
norms-who = quién: { $agent }
norms-nobody = quién: no se dice
norms-when = plazo: { $deadline }
norms-where = dónde: { $place }
norms-last = último cambio

norms-summary = { $norms } en { $documents }: { $strengths }.
norms-summary-none = Ninguna norma en { $documents }.
norms-count = { $count ->
    [one] { $count } norma
   *[other] { $count } normas
}
norms-count-must = { $count ->
    [one] { $count } obligación
   *[other] { $count } obligaciones
}
norms-count-must-not = { $count ->
    [one] { $count } prohibición
   *[other] { $count } prohibiciones
}
norms-count-should = { $count ->
    [one] { $count } recomendación
   *[other] { $count } recomendaciones
}
norms-count-should-not = { $count ->
    [one] { $count } recomendación en contra
   *[other] { $count } recomendaciones en contra
}
norms-count-may = { $count ->
    [one] { $count } permiso
   *[other] { $count } permisos
}
norms-count-strive = { $count ->
    [one] { $count } deber de procurar
   *[other] { $count } deberes de procurar
}

norms-no-such-language = Ningún documento está en el idioma «{ $language }»
norms-no-such-language-hint = Los documentos están en: { $languages }
norms-no-language-hint = De ningún documento se sabe el idioma: se dice con «lang: es» en los metadatos del principio

## Register of norms

norms-title = Register of norms
norms-must = MUST
norms-must-not = MUST NOT
norms-should = SHOULD
norms-should-not = SHOULD NOT
norms-may = MAY
norms-strive = STRIVES

norms-modal = says: “{ $modal }”
norms-who = who: { $agent }
norms-nobody = who: not said
norms-when = deadline: { $deadline }
norms-where = where: { $place }
norms-last = last change

norms-summary = { $norms } in { $documents }: { $strengths }.
norms-summary-none = No norms in { $documents }.
norms-count = { $count ->
    [one] { $count } norm
   *[other] { $count } norms
}
norms-count-must = { $count ->
    [one] { $count } obligation
   *[other] { $count } obligations
}
norms-count-must-not = { $count ->
    [one] { $count } prohibition
   *[other] { $count } prohibitions
}
norms-count-should = { $count ->
    [one] { $count } recommendation
   *[other] { $count } recommendations
}
norms-count-should-not = { $count ->
    [one] { $count } recommendation against
   *[other] { $count } recommendations against
}
norms-count-may = { $count ->
    [one] { $count } permission
   *[other] { $count } permissions
}
norms-count-strive = { $count ->
    [one] { $count } duty to strive
   *[other] { $count } duties to strive
}

norms-no-such-language = No document is in the language “{ $language }”
norms-no-such-language-hint = The documents are in: { $languages }
norms-no-language-hint = No document's language is known: “lang: en” in its front matter says it

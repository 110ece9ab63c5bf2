## blame: who wrote each word of a section

blame-no-section = The policy has no section “{ $section }”
blame-no-section-hint = Write the title of the section, or its identity: the one in the “(#…)” of links that lead to it
blame-similar = Did you mean “{ $name }”?
blame-ambiguous = There are { $count } sections “{ $section }”
blame-ambiguous-hint = Choose one: { $places }{ $others ->
    [0] { "" }
   *[other] { " " }and { $others } more
}
blame-title = Who wrote “{ $section }”
blame-people = People
blame-revisions-title = Revisions
blame-words = { $count ->
    [one] { $count } word
   *[other] { $count } words
}
blame-revisions = { $count ->
    [one] { $count } revision
   *[other] { $count } revisions
}
blame-summary = { $words ->
    [one] { $words } word
   *[other] { $words } words
} from { $revisions }
blame-shares = { $counted }: { $shares }.
blame-column-number = No.
blame-column-date = Date
blame-column-people = People

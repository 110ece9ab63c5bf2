## diff: what changed between two versions

diff-work-tree = work tree
diff-index = index
diff-versions = { $old } → { $new }
diff-summary = { $versions }: { $counts }.
diff-nothing = { $versions }: no changes.
diff-words = { $added ->
    [one] { $added } word added
   *[other] { $added } words added
}, { $removed ->
    [one] { $removed } removed
   *[other] { $removed } removed
}.
diff-origin = formerly in { $place }
diff-title-norms = Duties, prohibitions and permissions
diff-title-rest = Everything else
diff-more-changes = { $count ->
    [one] { $count } more change does not fit here; “gaceta diff” shows it.
   *[other] { $count } more changes do not fit here; “gaceta diff” shows them.
}

diff-bump-metadata = Metadata only: the text is the same.
diff-bump-formatting = Only the form changed: the text is the same.
diff-bump-patch = No norm changed: this calls for a patch version{ $next }.
diff-bump-minor = Commitments were added or strengthened: this calls for a minor version{ $next }.
diff-bump-major = Commitments were removed, weakened or changed: this calls for a major version{ $next }.
diff-next = , { $version }

# Classes of change, one by one and counted
diff-class-norm-added = new norm
diff-class-norm-removed = norm removed
diff-class-norm-strengthened = norm strengthened
diff-class-norm-weakened = norm weakened
diff-class-norm-changed = norm changed
diff-class-definition = definition
diff-class-figure = figure
diff-class-structural = structure
diff-class-editorial = wording
diff-class-formatting = formatting
diff-class-metadata = metadata
diff-count-norm-added = { $count ->
    [one] { $count } norm added
   *[other] { $count } norms added
}
diff-count-norm-removed = { $count ->
    [one] { $count } norm removed
   *[other] { $count } norms removed
}
diff-count-norm-strengthened = { $count ->
    [one] { $count } norm strengthened
   *[other] { $count } norms strengthened
}
diff-count-norm-weakened = { $count ->
    [one] { $count } norm weakened
   *[other] { $count } norms weakened
}
diff-count-norm-changed = { $count ->
    [one] { $count } norm changed
   *[other] { $count } norms changed
}
diff-count-definition = { $count ->
    [one] { $count } change of definitions
   *[other] { $count } changes of definitions
}
diff-count-figure = { $count ->
    [one] { $count } change of figures
   *[other] { $count } changes of figures
}
diff-count-structural = { $count ->
    [one] { $count } change of structure
   *[other] { $count } changes of structure
}
diff-count-editorial = { $count ->
    [one] { $count } change of wording
   *[other] { $count } changes of wording
}
diff-count-formatting = { $count ->
    [one] { $count } change of formatting
   *[other] { $count } changes of formatting
}
diff-count-metadata = { $count ->
    [one] { $count } change of metadata
   *[other] { $count } changes of metadata
}

# Parts of the text and what happened to them
diff-unit-document = document
diff-unit-section = section
diff-unit-paragraph = paragraph
diff-unit-row = row
diff-unit-term = term
diff-unit-code = code
diff-unit-html = HTML
diff-unit-rule = thematic break
diff-unit-metadata = metadata
diff-event-edited = { $gender ->
    [feminine] { $unit } edited
   *[masculine] { $unit } edited
}
diff-event-added = { $gender ->
    [feminine] { $unit } added
   *[masculine] { $unit } added
}
diff-event-removed = { $gender ->
    [feminine] { $unit } removed
   *[masculine] { $unit } removed
}
diff-event-moved = { $gender ->
    [feminine] { $unit } moved
   *[masculine] { $unit } moved
}
diff-event-renamed = { $gender ->
    [feminine] { $unit } retitled
   *[masculine] { $unit } renamed
}
diff-event-split = { $gender ->
    [feminine] { $unit } split off
   *[masculine] { $unit } split off
}
diff-event-merged = { $gender ->
    [feminine] { $unit } merged into another
   *[masculine] { $unit } merged into another
}
diff-event-level = { $gender ->
    [feminine] { $unit } of another level
   *[masculine] { $unit } of another level
}
diff-event-metadata = { $gender ->
    [feminine] { $unit }
   *[masculine] { $unit }
}
diff-event-link = { $gender ->
    [feminine] link that leads elsewhere ({ $unit })
   *[masculine] link that leads elsewhere ({ $unit })
}

## Rules and paths

lint-did-you-mean = Did you mean “{ $name }”?
lint-unknown-rule = There is no rule “{ $name }”
lint-unknown-rule-list = The command “gaceta rules” lists every rule
lint-no-such-document = There is no document of the policy at “{ $path }”
lint-no-such-document-hint = Check the path; if it is right, check that the manifest does not exclude it

## and-or

lint-and-or = “{ $written }” does not say whether one is enough or both are needed
lint-and-or-hint-spanish = Write “o”, which includes both, “y”, or “A, B o ambos”
lint-and-or-hint-english = Write “or”, which includes both, “and”, or “A, B or both”

## broken-anchor

lint-broken-anchor-here = This document has no section “#{ $anchor }”
lint-broken-anchor-there = “{ $path }” has no section “#{ $anchor }”
lint-broken-anchor-add = Correct the link, or write the identity “{"{"}#{ $identity }{"}"}” in the heading of the section
lint-broken-anchor-elsewhere = That section is in another document; the link would be “{ $link }”
lint-broken-anchor-slugger = That is its name in { $programs }; if the site is published that way, say so in slugger, in gaceta.toml
lint-broken-anchor-elsewhere-place = the section is here

## clause-numbering

lint-clause-numbering-gap = { $first } is left out before “{ $label }”
lint-clause-numbering-gaps = { $first } to { $last } are left out before “{ $label }”
lint-clause-numbering-gap-hint = Renumber; if it was taken out on purpose, write that { $first } is repealed or reserved
lint-clause-numbering-duplicate = There is another “{ $label }”
lint-clause-numbering-duplicate-place = the other one is here
lint-clause-numbering-duplicate-hint = Give one of the two another number, and check the references
lint-clause-numbering-instead = “{ $label }” stands where { $other } belongs
lint-clause-numbering-swapped = “{ $label }” stands after { $other }
lint-clause-numbering-order-hint = Correct the number or move the text, and check the references

## closing-provisions

lint-closing-provisions-blanket = The repeal names no instrument
lint-closing-provisions-blanket-hint = Name the laws, regulations or articles that it repeals
lint-closing-provisions-force = Nothing says when the text enters into force
lint-closing-provisions-force-hint = Add a provision, such as “This Policy enters into force on the day after its publication”
lint-closing-provisions-gap = Transitory provision { $place } is left out before “{ $label }”
lint-closing-provisions-gap-hint = Renumber the transitory provisions, and check the references
lint-closing-provisions-repeated = There is another “{ $label }”

## date-form

lint-date-form-ambiguous = “{ $date }” can be read in two ways
lint-date-form-ambiguous-hint = Write the month in letters, or the date like 2026-03-02 (year, month, day)
lint-date-form-impossible = There is no day “{ $date }”
lint-date-form-impossible-hint = Correct the date

## doubled-marker

lint-doubled-marker = The title begins with the marker “{ $marker }”, which reads as text
lint-doubled-marker-hint = Remove the repeated marker

## duplicate-definition

lint-duplicate-definition = “{ $term }” has another definition already
lint-duplicate-definition-first = the first definition
lint-duplicate-definition-hint = Keep one definition, or give one of the two terms another name

## empty-section

lint-empty-section = The section “{ $title }” is empty
lint-empty-section-hint = Write its text, remove it or, if it is empty on purpose, write “Reserved” or “Repealed”

## final-newline

lint-final-newline = The last line has no line break at its end
lint-final-newline-hint = Add a line break at the end of the file

## front-matter

lint-front-matter-boolean = true or false
lint-front-matter-choices = Use one of these values: { $choices }
lint-front-matter-date = a date, such as 2026-05-18
lint-front-matter-day = There is no day “{ $date }”
lint-front-matter-day-hint = Correct the date
lint-front-matter-integer = a whole number
lint-front-matter-language = a language tag, such as es
lint-front-matter-list = a list
lint-front-matter-missing = The front matter lacks the key “{ $key }”
lint-front-matter-missing-hint = Write “{ $key }: …” between the “---” lines at the head of the file
lint-front-matter-overdue = The review was due on { $date }, before { $today }
lint-front-matter-overdue-hint = Review the document, and set the date of the next review
lint-front-matter-text = a text
lint-front-matter-type = “{ $key }” must be { $kind }
lint-front-matter-type-hint = Correct the value, or the type of “{ $key }” in [lint.front-matter]
lint-front-matter-value = “{ $key }” may not be “{ $value }”

## heading-skip

lint-heading-skip = The heading skips from level { $from } to level { $to }
lint-heading-skip-before = the heading before
lint-heading-skip-hint = Use level { $level } (“{ $marks }”), or add the heading missing in between

## inclusive-language

lint-inclusive-language = “{ $written }” names one gender only
lint-inclusive-language-hint = You could say “{ $instead }”

## item-numbering

lint-item-numbering-gap = { $first } is left out before “{ $label }”
lint-item-numbering-gaps = { $first } to { $last } are left out before “{ $label }”
lint-item-numbering-gap-hint = Renumber those that follow, or write that { $first } is repealed or reserved
lint-item-numbering-duplicate = There is another “{ $label }”
lint-item-numbering-duplicate-place = the other one is here
lint-item-numbering-duplicate-hint = Give one of the two another number, and check the references
lint-item-numbering-instead = “{ $label }” stands where { $other } belongs
lint-item-numbering-swapped = “{ $label }” stands after { $other }
lint-item-numbering-order-hint = Correct the number or move the text, and check the references

## language-mismatch

lint-language-mismatch-spanish = This is Spanish in an English document
lint-language-mismatch-english = This is English in a Spanish document
lint-language-mismatch-hint = Translate it; if it is a quotation, put it into a block quote (“> ”)

## long-sentence

lint-long-sentence = The sentence runs on for { $words } words; more than { $most } cannot be followed in one reading
lint-long-sentence-hint = Divide it into sentences with one main verb each, or put its parts into a list

## number-words

lint-number-words = “{ $written }” says { $words } in words and { $figures } in figures
lint-number-words-hint = Decide which of the two counts, and correct the other

## personal-data

lint-personal-data-account = “{ $shown }” looks like a bank account (CLABE)
lint-personal-data-address = “{ $shown }” looks like a private address
lint-personal-data-curp = “{ $shown }” looks like the CURP of a person
lint-personal-data-hint = Take it out, or use that of an institution; once published, it stays in the history of the repository
lint-personal-data-phone = “{ $shown }” looks like a private mobile phone
lint-personal-data-rfc = “{ $shown }” looks like the RFC of a person

## required-section

lint-required-section = The section “{ $title }” is missing
lint-required-section-add = Add the section with the heading “{ $heading }”
lint-required-section-identity = The section with the identity “{"{"}#{ $identity }{"}"}” is missing
lint-required-section-inside = The section “{ $title }” must stand inside “{ $outer }”
lint-required-section-inside-hint = Move it below “{ $outer }”, with a heading of a deeper level
lint-required-section-inside-place = “{ $outer }” is here
lint-required-section-near = If the section “{ $written }” is meant, change its title to “{ $title }”
lint-required-section-near-place = a section with a similar title

## section-order

lint-section-order-after = The section “{ $title }” must come after “{ $other }”
lint-section-order-before = The section “{ $title }” must come before “{ $other }”
lint-section-order-other = “{ $title }” is here

## spelling

lint-spelling = “{ $word }” is not in the dictionary
lint-spelling-hint = If it is spelled right, add it to words, in [lint.spelling] of gaceta.toml
lint-spelling-no-dictionary = There is no dictionary at “{ $path }”: a .dic file and an .aff file are needed in the policy's folder
lint-spelling-bad-dictionary = “{ $path }” is not a valid Hunspell dictionary

## term-variant

lint-term-variant = “{ $written }” is defined as “{ $term }”
lint-term-variant-defined = the definition
lint-term-variant-hint = Write “{ $term }”, as in the definition

## undeclared-field

lint-undeclared-field = The manifest does not declare the field “{ $name }”
lint-undeclared-field-hint = Correct the name, or add [fields.{ $name }] to gaceta.toml

## undefined-acronym

lint-undefined-acronym = Nothing says what “{ $acronym }” stands for
lint-undefined-acronym-hint = Write the full name the first time, with the acronym in brackets, or add it to known, in [lint.undefined-acronym] of gaceta.toml

## undefined-term

lint-undefined-term = “{ $term }” is used as a defined term and nothing defines it
lint-undefined-term-hint = Define it in the glossary, or write it in small letters if it has no meaning of its own

## unfilled-field

lint-unfilled-field = A blank is left to fill in: “{ $written }”
lint-unfilled-field-hint = Write what is missing, or declare it as a field of the manifest
lint-unfilled-field-todo-hint = Do what the note says, and delete it

## unused-ignore

lint-unused-ignore = This comment silences nothing: the rule “{ $rule }” found nothing here
lint-unused-ignore-malformed = This comment does not say which rule it silences
lint-unused-ignore-malformed-hint = It is written “<!-- gaceta: ignore RULE reason -->”
lint-unused-ignore-no-reason = This comment does not say why it silences the rule

## unused-term

lint-unused-term = The term “{ $term }” is defined and never used
lint-unused-term-hint = Take it out of the glossary, or use it where the text means the same thing in other words

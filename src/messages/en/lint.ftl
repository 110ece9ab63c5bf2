## Rules and paths

lint-did-you-mean = Did you mean “{ $name }”?
lint-more-alike = { $count ->
    [one] There is one more like this in the document
   *[other] There are { $count } more like this in the document
}
lint-alike-place = Also here
lint-unknown-rule = There is no rule “{ $name }”
lint-unknown-rule-list = The command “gaceta rules” lists every rule
lint-baseline-invalid = This file is no list of known findings
lint-baseline-invalid-hint = Write it anew with “gaceta lint --baseline FILE --write-baseline”

## agentless-duty

lint-agentless-duty = “{ $written }” lays down a duty and does not say on whom
lint-agentless-duty-hint = Say who: “the Unit must publish…”

## and-or

lint-and-or = “{ $written }” does not say whether one is enough or both are needed
lint-and-or-hint-spanish = Write “o”, which includes both, “y”, or “A, B o ambos”
lint-and-or-hint-english = Write “or”, which includes both, “and”, or “A, B or both”

## atx-space

lint-atx-space = There is no space after “{ $marks }”, so this is not a heading
lint-atx-space-hint = If it is a heading, write “{ $heading }”

## bare-url

lint-bare-url = This address is not a link
lint-bare-url-hint = Write it between “<” and “>” or, better, as a link whose text says where it leads

## broken-anchor

lint-broken-anchor-here = This document has no section “#{ $anchor }”
lint-broken-anchor-there = “{ $path }” has no section “#{ $anchor }”
lint-broken-anchor-add = Correct the link, or write the identity “{"{"}#{ $identity }{"}"}” in the heading of the section
lint-broken-anchor-elsewhere = That section is in another document; the link would be “{ $link }”
lint-broken-anchor-slugger = That is its name in { $programs }; if the site is published that way, say so in slugger, in gaceta.toml
lint-broken-anchor-elsewhere-place = the section is here

## broken-clause-ref

lint-broken-clause-ref-missing = There is no { $kind ->
        [annex] annex
        [book] book
        [title] title
        [chapter] chapter
        [section] section
        [transitory] transitory provision
        [part] part
        [fraction] fraction
        [item] item
        [numeral] numeral
       *[article] article
    } { $number }
lint-broken-clause-ref-inside =
    { $container-kind ->
        [annex] Annex
        [book] Book
        [title] Title
        [chapter] Chapter
        [section] Section
        [transitory] Transitory provision
        [part] Part
        [fraction] Fraction
        [item] Item
        [numeral] Numeral
       *[article] Article
    } { $container } has no { $kind ->
        [annex] annex
        [book] book
        [title] title
        [chapter] chapter
        [section] section
        [transitory] transitory provision
        [part] part
        [fraction] fraction
        [item] item
        [numeral] numeral
       *[article] article
    } { $number }
lint-broken-clause-ref-nearest =
    Did you mean { $kind ->
        [annex] annex
        [book] book
        [title] title
        [chapter] chapter
        [section] section
        [transitory] transitory provision
        [part] part
        [fraction] fraction
        [item] item
        [numeral] numeral
       *[article] article
    } { $number }? If another text is cited, name it
lint-broken-clause-ref-last =
    It ends at { $kind ->
        [annex] annex
        [book] book
        [title] title
        [chapter] chapter
        [section] section
        [transitory] transitory provision
        [part] part
        [fraction] fraction
        [item] item
        [numeral] numeral
       *[article] article
    } { $number }; correct the citation or, if another text is cited, name it
lint-broken-clause-ref-check = Correct the citation or, if another text is cited, name it
lint-broken-clause-ref-place =
    here is { $kind ->
        [annex] annex
        [book] book
        [title] title
        [chapter] chapter
        [section] section
        [transitory] transitory provision
        [part] part
        [fraction] fraction
        [item] item
        [numeral] numeral
       *[article] article
    } { $number }

## broken-emphasis

lint-broken-emphasis-alone = These asterisks have no partner and are shown in the text
lint-broken-emphasis-alone-hint = Close them where the emphasis should end, or remove them
lint-broken-emphasis-pair = The marks of “{ $text }” are shown instead of emphasising
lint-broken-emphasis-pair-hint = Put no blank between the marks and the text inside them, and one between them and the text outside

## broken-link

lint-broken-link = The file “{ $path }” does not exist
lint-broken-link-image = The image “{ $path }” does not exist
lint-broken-link-hint = Correct the link, or add the file
lint-broken-link-mail = If it is a mail address, write “{ $link }”
lint-broken-link-web = If it is a web address, write “{ $link }”

## chained-ref

lint-chained-ref = { $count } clauses must be gone through to find one rule: “{ $written }”
lint-chained-ref-hint = Say the rule here, or cite only the clause that has it
lint-chained-ref-forward = “{ $written }” only sends the reader on to “{ $target }”
lint-chained-ref-forward-hint = Cite “{ $target }” itself
lint-chained-ref-forward-place = the cited clause says nothing but this

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

## file-name

lint-file-name-blank = The name “{ $name }” has spaces
lint-file-name-end = The name “{ $name }” ends in a full stop or a space, which Windows removes
lint-file-name-hint = A name that works: “{ $name }”
lint-file-name-letter = The name “{ $name }” has the character “{ $letter }”, which does not work everywhere
lint-file-name-reserved = Windows keeps the name “{ $name }” for a device
lint-file-name-same = On Windows and macOS this name and “{ $name }” are the same: one of the two files gets lost
lint-file-name-same-hint = Give one of the two files another name
lint-file-name-same-place = the other file
lint-file-name-start = The name “{ $name }” begins with a hyphen, as options of programs do

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

## hardcoded-ref

lint-hardcoded-ref = “{ $written }” is not a link
lint-hardcoded-ref-hint = Write “{ $link }”
lint-hardcoded-ref-place = the clause is here

## heading-skip

lint-heading-skip = The heading skips from level { $from } to level { $to }
lint-heading-skip-before = the heading before
lint-heading-skip-hint = Use level { $level } (“{ $marks }”), or add the heading missing in between

## image-alt

lint-image-alt-empty-words = The text alternative “{ $text }” does not say what the image shows
lint-image-alt-hint = Describe between the brackets what the image tells those who see it
lint-image-alt-html-hint = Add alt="…" with what the image tells, or alt="" if it is an ornament
lint-image-alt-missing = This image has no text alternative

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

## link-text

lint-link-text = The text “{ $text }” does not say where the link leads
lint-link-text-empty = This link has no text
lint-link-text-hint = Write as the link's text the name of what is on the other side

## long-sentence

lint-long-sentence = The sentence runs on for { $words } words; more than { $most } cannot be followed in one reading
lint-long-sentence-hint = Divide it into sentences with one main verb each, or put its parts into a list

## norm-in-definition

lint-norm-in-definition = The definition of “{ $term }” lays down a duty
lint-norm-in-definition-hint = Move the duty into an article; a definition only says what a thing is

## number-words

lint-number-words = “{ $written }” says { $words } in words and { $figures } in figures
lint-number-words-hint = Decide which of the two counts, and correct the other

## open-deadline

lint-open-deadline-vague = “{ $written }” sets no time limit
lint-open-deadline-vague-hint = Write a number of days, and from when they are counted
lint-open-deadline-start = The time limit “{ $written }” does not say from when it is counted
lint-open-deadline-start-hint = Add the start: “of receiving the request”
lint-open-deadline-days = The time limit “{ $written }” does not say whether business or calendar days are meant
lint-open-deadline-days-hint = Write “días hábiles” or “días naturales”, or say it once for the whole policy
lint-open-deadline-days-hint-english = Write “business days” or “calendar days”, or say it once for the whole policy

## personal-data

lint-personal-data-account = “{ $shown }” looks like a bank account (CLABE)
lint-personal-data-address = “{ $shown }” looks like a private address
lint-personal-data-curp = “{ $shown }” looks like the CURP of a person
lint-personal-data-hint = Take it out, or use that of an institution; once published, it stays in the history of the repository
lint-personal-data-phone = “{ $shown }” looks like a private mobile phone
lint-personal-data-rfc = “{ $shown }” looks like the RFC of a person

## readability

lint-readability = The section reads worse than before: its readability fell from { $before } to { $now }, and below 40 a text is hard to read ({ $formula })
lint-readability-sentences = Divide its sentences: they had { $before } words on average and now have { $now }
lint-readability-words = Use shorter and more common words: those it has now are longer than those before

## relative-ref

lint-relative-ref = “{ $written }” will mean another clause once one is added or removed
lint-relative-ref-number = Write its number: “{ $name }”
lint-relative-ref-hint = Write its number
lint-relative-ref-section = Name the section by its title, with a link to it
lint-relative-ref-place = that clause is here

## released-anchor

lint-released-anchor-clauses = { $more ->
    [0] The clause “#{ $anchor }” of “{ $file }”, which someone may have cited, is gone
    [one] The clause “#{ $anchor }” of “{ $file }” and one more of the same section, which someone may have cited, are gone
   *[other] The clause “#{ $anchor }” of “{ $file }” and { $more } more of the same section, which someone may have cited, are gone
}
lint-released-anchor-clauses-hint = Leave the number of a clause that is taken out, with the word “Repealed”, so that the others keep theirs
lint-released-anchor-document = The document “{ $file }” is gone, with { $count ->
    [one] a section that someone may have cited
   *[other] { $count } sections that someone may have cited
}
lint-released-anchor-document-hint = If its text is in another document now, keep the identities of its sections there, such as “{"{"}#{ $identity }{"}"}”
lint-released-anchor-identity = Write “{"{"}#{ $was }{"}"}” in its heading
lint-released-anchor-removed = { $below ->
    [0] The section “{ $title }”, which someone may have cited as “#{ $anchor }” of “{ $file }”, is gone
    [one] The section “{ $title }”, which someone may have cited as “#{ $anchor }” of “{ $file }”, is gone, and the one it held
   *[other] The section “{ $title }”, which someone may have cited as “#{ $anchor }” of “{ $file }”, is gone, and the { $below } it held
}
lint-released-anchor-removed-hint = If its text is in another section now, write “{"{"}#{ $identity }{"}"}” in the heading of that section
lint-released-anchor-renamed = Whoever has cited “#{ $was }” of “{ $file }” no longer gets to this section, which is “#{ $now }” now
lint-released-anchor-replace = In its heading, write “{"{"}#{ $was }{"}"}” in place of “{"{"}#{ $now }{"}"}”

## replacement-character

lint-replacement-character = A letter was lost here when the text was converted (“�”)
lint-replacement-character-control = There is an invisible control character here ({ $code })
lint-replacement-character-control-hint = Delete it, or write the sign that should be there, such as a quotation mark or a dash
lint-replacement-character-hint = Write the letter that is missing; the original document says which one it is
lint-replacement-character-mojibake = “{ $written }” is a letter that was converted wrongly
lint-replacement-character-mojibake-hint = It should read “{ $meant }”
lint-replacement-character-null = There is a null byte here, which no text has

## required-section

lint-required-section = The section “{ $title }” is missing
lint-required-section-add = Add the section with the heading “{ $heading }”
lint-required-section-identity = The section with the identity “{"{"}#{ $identity }{"}"}” is missing
lint-required-section-inside = The section “{ $title }” must stand inside “{ $outer }”
lint-required-section-inside-hint = Move it below “{ $outer }”, with a heading of a deeper level
lint-required-section-inside-place = “{ $outer }” is here
lint-required-section-near = If the section “{ $written }” is meant, change its title to “{ $title }”
lint-required-section-near-place = a section with a similar title

## reversed-link

lint-reversed-link = The brackets and parentheses of this link are the wrong way round
lint-reversed-link-hint = Write “{ $link }”

## section-order

lint-section-order-after = The section “{ $title }” must come after “{ $other }”
lint-section-order-before = The section “{ $title }” must come before “{ $other }”
lint-section-order-other = “{ $title }” is here

## single-title

lint-single-title = The document has a title already: “{ $title }” is another heading of level 1
lint-single-title-hint = Lower this heading and those under it by one level, or move the text to another document
lint-single-title-place = the title of the document

## spelling

lint-spelling = “{ $word }” is not in the dictionary
lint-spelling-hint = If it is spelled right, add it to words, in [lint.spelling] of gaceta.toml
lint-spelling-no-dictionary = There is no dictionary at “{ $path }”: a .dic file and an .aff file are needed in the policy's folder
lint-spelling-bad-dictionary = “{ $path }” is not a valid Hunspell dictionary

## stray-norm

lint-stray-norm = “{ $written }” lays down a duty in a section that only informs
lint-stray-norm-hint = Move it into an article, or tell it without “must”
lint-stray-norm-place = the section

## table-header

lint-table-header-cell = Column { $column } of this table has no heading
lint-table-header-cell-hint = Write what the column holds
lint-table-header-row = The headings of this table are empty
lint-table-header-row-hint = Write the name of each column in the first row

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

## unlinked-term

lint-unlinked-term = The term “{ $term }” stands here for the first time in the section, without a link to its definition
lint-unlinked-term-defined = the definition
lint-unlinked-term-hint = Write “{ $link }”

## unsafe-link

lint-unsafe-link-disk = This link leads to the disk of one computer: nobody else can open it
lint-unsafe-link-disk-hint = Keep the file beside the document, or publish it on the web, and link to it there
lint-unsafe-link-name-in-front = This address looks like another site's, but leads to “{ $site }”
lint-unsafe-link-name-in-front-hint = What stands before the at sign is not the site; write the address without it
lint-unsafe-link-other-site = The text of this link is an address of “{ $shown }”, but it leads to “{ $site }”
lint-unsafe-link-other-site-hint = Correct the link, or write the name of the page it leads to as its text
lint-unsafe-link-program = This link runs a program instead of leading to a page: “{ $scheme }”
lint-unsafe-link-program-hint = Write the address of the page, or remove the link

## unused-ignore

lint-unused-ignore = This comment silences nothing: the rule “{ $rule }” found nothing here
lint-unused-ignore-malformed = This comment does not say which rule it silences
lint-unused-ignore-malformed-hint = It is written “<!-- gaceta: ignore RULE reason -->”
lint-unused-ignore-no-reason = This comment does not say why it silences the rule

## unused-term

lint-unused-term = The term “{ $term }” is defined and never used
lint-unused-term-hint = Take it out of the glossary, or use it where the text means the same thing in other words

## weak-modal

lint-weak-modal-advice = “{ $written }” advises and does not oblige
lint-weak-modal-advice-hint = Write “must” if it is a duty; “it is recommended” if it is advice
lint-weak-modal-probability = “{ $written }” says that something is probable, not that it is a duty
lint-weak-modal-probability-hint = Write “debe” or “deberá”, without “de”
lint-weak-modal-effort = “{ $written }” asks for an effort, not for a result: nobody can demand that it be met
lint-weak-modal-effort-hint = Say what has to be done, or write it as a recommendation

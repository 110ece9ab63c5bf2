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

## chained-ref

lint-chained-ref = { $count } clauses must be gone through to find one rule: “{ $written }”
lint-chained-ref-hint = Say the rule here, or cite only the clause that has it
lint-chained-ref-forward = “{ $written }” only sends the reader on to “{ $target }”
lint-chained-ref-forward-hint = Cite “{ $target }” itself
lint-chained-ref-forward-place = the cited clause says nothing but this

## empty-section

lint-empty-section = The section “{ $title }” is empty
lint-empty-section-hint = Write its text, remove it or, if it is empty on purpose, write “Reserved” or “Repealed”

## hardcoded-ref

lint-hardcoded-ref = “{ $written }” is not a link
lint-hardcoded-ref-hint = Write “{ $link }”
lint-hardcoded-ref-place = the clause is here

## heading-skip

lint-heading-skip = The heading skips from level { $from } to level { $to }
lint-heading-skip-before = the heading before
lint-heading-skip-hint = Use level { $level } (“{ $marks }”), or add the heading missing in between

## inclusive-language

lint-inclusive-language = “{ $written }” names one gender only
lint-inclusive-language-hint = You could say “{ $instead }”

## language-mismatch

lint-language-mismatch-spanish = This is Spanish in an English document
lint-language-mismatch-english = This is English in a Spanish document
lint-language-mismatch-hint = Translate it; if it is a quotation, put it into a block quote (“> ”)

## long-sentence

lint-long-sentence = The sentence runs on for { $words } words; more than { $most } cannot be followed in one reading
lint-long-sentence-hint = Divide it into sentences with one main verb each, or put its parts into a list

## relative-ref

lint-relative-ref = “{ $written }” will mean another clause once one is added or removed
lint-relative-ref-number = Write its number: “{ $name }”
lint-relative-ref-hint = Write its number
lint-relative-ref-section = Name the section by its title, with a link to it
lint-relative-ref-place = that clause is here

## required-section

lint-required-section = The section “{ $title }” is missing
lint-required-section-add = Add the section with the heading “{ $heading }”
lint-required-section-identity = The section with the identity “{"{"}#{ $identity }{"}"}” is missing
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

## unused-ignore

lint-unused-ignore = This comment silences nothing: the rule “{ $rule }” found nothing here
lint-unused-ignore-malformed = This comment does not say which rule it silences
lint-unused-ignore-malformed-hint = It is written “<!-- gaceta: ignore RULE reason -->”
lint-unused-ignore-no-reason = This comment does not say why it silences the rule

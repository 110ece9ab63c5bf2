## Rules and paths

lint-did-you-mean = Did you mean “{ $name }”?
lint-unknown-rule = There is no rule “{ $name }”
lint-unknown-rule-list = The command “gaceta rules” lists every rule
lint-no-such-document = There is no document of the policy at “{ $path }”
lint-no-such-document-hint = Check the path; if it is right, check that the manifest does not exclude it

## broken-anchor

lint-broken-anchor-here = This document has no section “#{ $anchor }”
lint-broken-anchor-there = “{ $path }” has no section “#{ $anchor }”
lint-broken-anchor-add = Correct the link, or write the identity “{"{"}#{ $identity }{"}"}” in the heading of the section
lint-broken-anchor-elsewhere = That section is in another document; the link would be “{ $link }”
lint-broken-anchor-slugger = That is its name in { $programs }; if the site is published that way, say so in slugger, in gaceta.toml
lint-broken-anchor-elsewhere-place = the section is here

## doubled-marker

lint-doubled-marker = The title begins with the marker “{ $marker }”, which reads as text
lint-doubled-marker-hint = Remove the repeated marker

## empty-section

lint-empty-section = The section “{ $title }” is empty
lint-empty-section-hint = Write its text, remove it or, if it is empty on purpose, write “Reserved” or “Repealed”

## final-newline

lint-final-newline = The last line has no line break at its end
lint-final-newline-hint = Add a line break at the end of the file

## heading-skip

lint-heading-skip = The heading skips from level { $from } to level { $to }
lint-heading-skip-before = the heading before
lint-heading-skip-hint = Use level { $level } (“{ $marks }”), or add the heading missing in between

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

## Rules and paths

lint-did-you-mean = Did you mean “{ $name }”?
lint-more-alike = { $count ->
    [one] There is one more like this in the document
   *[other] There are { $count } more like this in the document
}
lint-unknown-rule = There is no rule “{ $name }”
lint-unknown-rule-list = The command “gaceta rules” lists every rule
lint-no-such-document = There is no document of the policy at “{ $path }”
lint-no-such-document-hint = Check the path; if it is right, check that the manifest does not exclude it

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

## heading-skip

lint-heading-skip = The heading skips from level { $from } to level { $to }
lint-heading-skip-before = the heading before
lint-heading-skip-hint = Use level { $level } (“{ $marks }”), or add the heading missing in between

## image-alt

lint-image-alt-empty-words = The text alternative “{ $text }” does not say what the image shows
lint-image-alt-hint = Describe between the brackets what the image tells those who see it
lint-image-alt-html-hint = Add alt="…" with what the image tells, or alt="" if it is an ornament
lint-image-alt-missing = This image has no text alternative

## link-text

lint-link-text = The text “{ $text }” does not say where the link leads
lint-link-text-empty = This link has no text
lint-link-text-hint = Write as the link's text the name of what is on the other side

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

## table-header

lint-table-header-cell = Column { $column } of this table has no heading
lint-table-header-cell-hint = Write what the column holds
lint-table-header-row = The headings of this table are empty
lint-table-header-row-hint = Write the name of each column in the first row

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

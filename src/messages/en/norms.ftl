## Register of norms

norms-no-such-language = No document is in the language “{ $language }”
norms-no-such-language-hint = The documents are in: { $languages }
norms-no-language-hint = No document's language is known: “lang: en” in its front matter says it

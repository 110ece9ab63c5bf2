## The manifest, gaceta.toml.

config-not-toml = The file is not valid TOML from here on
config-not-toml-hint = Check that each text is in quotes, that quotes, brackets and braces are closed, and that there is an = between key and value
config-repeated-key = The manifest has this key or this table already
config-order = policy.order names “{ $path }”, and there is no such document
config-unknown-key = The manifest has no key { $key }
config-known-keys = Keys that may stand here: { $keys }
config-did-you-mean = Did you mean { $name }?
config-wrong-type = { $key } must be { $wanted }
config-type-table = a table
config-type-text = text in quotes
config-type-boolean = true or false
config-type-number = a whole number without a sign
config-type-list = a list in square brackets
config-type-date = a date such as 2026-11-22
config-type-colour = a colour such as "#7a1f2b"
config-unknown-value = { $key } cannot be “{ $value }”
config-choices = It may be: { $choices }
config-field-name = “{ $name }” cannot be the name of a field: use letters without accents, digits and _, a letter first
config-section-inside = The contract has no other section with the identity “{ $id }”
config-section-nameless = A section of a contract needs an id or a title
config-unknown-severity = The rule { $rule } may be "error", "warning" or "off"
config-language = “{ $tag }” is not a language tag such as es, en or es-MX
config-person-nameless = An entry of people needs a name; who is not to be named, another name or an address of their commits
config-organisation-nameless = An organisation needs a name
config-organisation-dates = The organisation ends before it begins
config-missing-key = The key { $key } is missing here
config-accent-pale = The colour { $colour } is hard to read on white: its contrast is { $contrast } and must be at least 4.5
config-accent-pale-hint = Use a darker colour, such as "{ $colour }"
config-path = “{ $path }” is no path inside the policy's folder
config-address = “{ $address }” is not the web address of a folder
config-address-hint = Write an address such as "https://data.example.org/policy", without a question mark or #, in plain ASCII

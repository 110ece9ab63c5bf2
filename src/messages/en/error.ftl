## Words of the reports

error-word = error
error-warning = warning
error-note = note
error-help = help
error-cause = cause
error-rule-off = off
error-rule-default = default:
error-rules-title = Rules
error-rules-name = Rule
error-rules-default = By default
error-rules-summary = What it points out

error-format-text = Text for people
error-format-json = JSON for other programs
error-format-sarif = SARIF 2.1.0 for GitHub and other readers of analyses
error-format-github = Annotations of GitHub Actions
error-format-gitlab = Quality report for GitLab
error-format-junit = JUnit XML for continuous integration
error-format-csv = CSV, for spreadsheets
error-format-markdown = Markdown, for comments on proposed changes and for web sites

## Summary of a check

error-summary-both = { $errors }, { $warnings } in { $documents }.
error-summary-only-errors = { $errors } in { $documents }.
error-summary-only-warnings = { $warnings } in { $documents }.
error-summary-none = No findings in { $documents }.
error-summary-errors = { $count ->
    [one] { $count } error
   *[other] { $count } errors
}
error-summary-warnings = { $count ->
    [one] { $count } warning
   *[other] { $count } warnings
}
error-summary-documents = { $count ->
    [one] { $count } document
   *[other] { $count } documents
}
error-summary-unread = { $count ->
    [one] { $count } document could not be read.
   *[other] { $count } documents could not be read.
}
error-more-findings = { $count ->
    [one] There is { $count } more finding, which does not fit here; “gaceta lint” shows it.
   *[other] There are { $count } more findings, which do not fit here; “gaceta lint” shows them.
}

## Causes that the system gives

error-io-not-found = the file or folder does not exist
error-io-permission = permission is denied
error-io-read-only = the disk is read-only
error-io-is-folder = it is a folder
error-io-no-folder = it is not a folder
error-io-exists = it exists already
error-io-no-space = no space is left on the disk
error-io-broken-pipe = the program that was reading the output has ended

## Files and patterns

error-not-utf8 = The file is not UTF-8
error-not-utf8-hint = Save it with the encoding UTF-8
error-malformed-glob = The file pattern “{ $pattern }” is not valid
error-malformed-glob-hint = “*” stands for any name and “**” for any folder; each “[” and each “{"{"}” is closed
error-no-such-document = There is no document of the policy at “{ $path }”
error-no-such-document-hint = Check the path; if it is right, check that the manifest does not exclude it

## cli: the command line

cli-about = Check, compare and publish policies written in Markdown and kept in git
cli-long-about =
    Check, compare and publish policies written in Markdown and kept in git.

    A folder of Markdown files is enough. If it also holds a file named gaceta.toml, that says the title, the languages, the reading order, the fields to fill in and the rules.
cli-examples =
    gaceta lint                       check the policy of this folder
    gaceta diff v1.0                  show what changed since that version
    gaceta explain broken-anchor      explain a rule
    gaceta build --edition html       prepare the web page in public/
cli-more = To know more about a command, type “gaceta help COMMAND”.

# Headings and marks of the help
cli-heading-usage = Usage
cli-heading-commands = Commands
cli-heading-arguments = Arguments
cli-heading-options = Options
cli-heading-global = General options
cli-heading-examples = Examples
cli-usage-options = OPTIONS
cli-value-command = COMMAND
cli-value-path = PATH
cli-value-old = OLD
cli-value-new = NEW
cli-value-section = SECTION
cli-value-rule = RULE
cli-value-file = FILE
cli-value-revision = REVISION
cli-value-format = FORMAT
cli-value-edition = EDITION
cli-value-language = LANGUAGE
cli-value-folder = FOLDER
cli-value-shell = SHELL
cli-value-when = WHEN
cli-help-values = values: { $values }
cli-help-default = default: { $default }
cli-help-values-long = Values: { $values }.
cli-help-default-long = Default: { $default }.
cli-help-value-described = { $value } ({ $description })

# General options
cli-lang-help = Language of the messages
cli-lang-long-help = Language of the messages and of this help. By default that of the system; if gaceta does not speak it, that of the policy; else English.
cli-lang-es = Spanish
cli-lang-en = English
cli-color-help = When to use colours
cli-color-long-help = When to use colours. The variables NO_COLOR and CLICOLOR_FORCE are respected too.
cli-color-auto = only on a terminal
cli-color-always = always
cli-color-never = never
cli-no-color-help = The same as --color never
cli-quiet-help = Show only results and errors, no notices or progress
cli-help-help = Show this help; in full with --help
cli-version-help = Show the version

# lint
cli-lint-about = Check the text of a policy and point out what should be mended
cli-lint-long-about =
    Check the text of a policy and point out what should be mended: broken links, empty or missing sections, skipped heading levels and other slips. Files are changed only with --fix.

    The exit code is 0 if all is well, 1 if there are errors and 2 if the check was not possible.
cli-lint-examples =
    gaceta lint                       check the policy of this folder
    gaceta lint es/04-datos.md        check a single document
    gaceta lint --at v1.2 --strict    check a version, forgiving not even warnings
    gaceta lint --fix --diff          show what can be mended safely; without --diff, mend it
    gaceta lint - < draft.md          check a text from standard input
cli-lint-paths-help = Documents or folders to check; “-” is standard input
cli-lint-paths-long-help = Documents or folders to check. By default the policy of the current folder; with “-”, a single document from standard input. What gaceta.toml excludes is not checked even if it is named here.
cli-lint-rule-help = Apply only this rule; may be repeated
cli-lint-rule-long-help = Apply only this rule; may be repeated to apply several. “gaceta rules” shows the names.
cli-lint-strict-help = Exit with code 1 even if there are only warnings
cli-lint-fix-help = Mend what can be mended without changing what the text says
cli-lint-fix-long-help = Mend what can be mended without changing what the text says: no word, figure or numbering, and no heading's level. Everything else is reported as usual. With “-”, the mended text goes to standard output and everything else to standard error.
cli-lint-diff-help = With --fix, show what would be mended and write nothing
cli-lint-diff-long-help = With --fix, show what would be mended, as “git diff” does, and write nothing. The exit code is that of the documents as they are.
cli-lint-fixed =
    { $count ->
        [one] { $count } problem
       *[other] { $count } problems
    } fixed in { $documents }.
cli-lint-fixable =
    { $count ->
        [one] { $count } problem
       *[other] { $count } problems
    } would be fixed in { $documents }.
cli-lint-nothing-fixed = There is nothing that can be fixed without changing what the text says.
cli-lint-fixes-left =
    { $count ->
        [one] { $count } fix was left out, because it would change what the text says.
       *[other] { $count } fixes were left out, because they would change what the text says.
    }
cli-lint-renumber-help = Put the numbers of clauses in sequence and rewrite the references to them
cli-lint-renumber-long-help = Put the numbers of each language's articles in sequence, from document to document, and those of fractions, items and transitory provisions; rewrite the citations and links that lead to them. It does so for the whole policy. Chapters, annexes and identities stay as they are.
cli-lint-renumbered =
    { $count ->
        [one] { $count } place was renumbered in { $documents }.
       *[other] { $count } places were renumbered in { $documents }.
    }
cli-lint-nothing-renumbered = The clauses are in sequence already.
cli-lint-since-help = Report only what stands in text changed since this revision
cli-lint-since-long-help = Report only what stands in text that is new or changed since this revision of git. What was only moved, renamed or wrapped otherwise does not count as changed. The rules that compare versions, such as readability, compare with this revision.
cli-lint-baseline-help = Keep silent about what this file holds as known
cli-lint-baseline-long-help = Keep silent about what this file holds as known, wherever it has moved. --write-baseline writes it.
cli-lint-write-baseline-help = Write what there is now to the file of --baseline, and end
cli-no-baseline = The file of known findings could not be opened
cli-no-baseline-hint = Write it first with --write-baseline
cli-lint-at-help = Check the policy as it stands in this revision of git
cli-lint-at-long-help = Check the policy as it stands in this revision of git: a tag, a branch or a commit. The working files are neither read nor touched.
cli-format-help = Form of the result

# diff
cli-diff-about = Show what changed between two versions, obligations first
cli-diff-long-about =
    Show what changed between two versions of a policy, as a reader would tell it: first the duties, prohibitions and permissions that were added, removed, strengthened or weakened; then definitions, figures, what moved and what was reworded.

    What nobody sees when reading is no change: where lines wrap, how lists are numbered and tables padded, how emphasis or a link is written.
cli-diff-examples =
    gaceta diff                       what changed since the last release
    gaceta diff v1.0 v1.1             what changed between two releases
    gaceta diff main --section plazos only the section “plazos”
    gaceta diff v1.0 --format markdown
                                      the same, for a comment on a proposal
    gaceta diff v1.0 v1.1 --format html --out changes.html
                                      a page with both versions in one text
    gaceta diff v1.0 v1.1 --who       who made each change
    gaceta diff before.md now.md      what changed between two files
cli-diff-old-help = The version before: a revision, a folder or a file
cli-diff-old-long-help = The version before: a git revision (a tag, a branch or a commit), or a folder or a file. By default the last release.
cli-diff-new-help = The version now
cli-diff-new-long-help = The version now: a revision, or a folder or a file if the one before is. By default the work tree.
cli-diff-path-help = Folder of the policy, or one of its documents
cli-diff-path-long-help = Folder of the policy, or one of its documents or folders if that part is enough. By default the current folder.
cli-diff-section-help = Only what changed in this section and those inside it
cli-diff-section-long-help = Only what changed in this section and those inside it: its identity, the one in the “(#…)” of links.
cli-diff-language-help = Only the texts in these languages, separated by commas
cli-diff-language-long-help = Only the texts in these languages, separated by commas, such as “es,en”. By default all of them.
cli-diff-cached-help = Compare with what is staged for the next commit, not with the work tree
cli-diff-stat-help = Show only how many words changed in each section
cli-diff-check-notes-help = Show the changes that these notes of the version leave out
cli-diff-check-notes-long-help = Show only the changes that these notes leave out: those of obligations, definitions and figures, and sections and documents added or removed. Of a change log, the part between the two versions is read. Ends with code 1 if any is missing.
cli-diff-no-notes = The file of the notes cannot be opened
cli-diff-notes-complete = { $file } mentions all that it has to.
cli-diff-notes-incomplete = { $count ->
    [one] { $file } leaves out { $count } change:
   *[other] { $file } leaves out { $count } changes:
}
cli-diff-out-help = File the result goes to
cli-diff-out-long-help = File the result goes to, replaced if it exists. By default standard output.
cli-diff-terminal = The format “{ $format }” is no text and is not shown on a terminal
cli-diff-terminal-hint = Name a file: --format { $format } --out changes.{ $format }
cli-diff-exit-code-help = End with code 1 if anything changed
cli-diff-who-help = Tell which commits made each change, and whose they are
cli-diff-who-long-help = Tell of each change which commits made it, from which day they are and whose: their authors and co-authors, by the names in “.mailmap”. What is in no commit is told as “not committed yet”. Only between revisions of one git history.
cli-who-paths = Only between git revisions is it known who made each change
cli-who-paths-hint = Compare two revisions, as in “gaceta diff v1.0 v1.1 --who”, or leave “--who” out
cli-who-order = “{ $old }” comes after “{ $new }”, whose history does not reach it
cli-who-order-hint = Write the earlier version first
cli-who-input = Of a text on standard input nobody knows who changed it
cli-who-input-hint = Name the document by its path in its git repository, or leave “--who” out
cli-diff-three-dots = “{ $range }” has three dots
cli-diff-three-dots-hint = Write the two revisions with a space between them
cli-diff-ambiguous = “{ $name }” is both a revision and a path
cli-diff-ambiguous-hint = If the path is meant, write ./{ $name }
cli-diff-file-and-folder = “{ $old }” and “{ $new }” are neither two folders nor two files
cli-diff-file-and-folder-hint = Compare a folder with a folder, or a file with a file
cli-diff-one-path = “{ $path }” is a path, and the other version is none
cli-diff-one-path-hint = To see only that part of the policy, write --path { $path }
cli-diff-no-release = There is no release to compare with
cli-diff-no-release-hint = Name the revision before: a tag, a branch or a commit
cli-diff-history-cut = warning: this clone lacks a part of the history; documents with another name are known by their content only.
cli-diff-no-section = Neither version has the section “{ $section }”
cli-diff-no-section-hint = The identity of a section is the one in the “(#…)” of links that lead to it

# norms
cli-norms-about = List the norms of a policy: who has to do what by when
cli-norms-long-about =
    List the norms of a policy: what it obliges to, forbids, recommends and permits, who is meant, by when, and in which section and clause it says so. Where a text keeps the capitals of BCP 14 (RFC 2119), only those count. Texts in Spanish and in English are understood.

    The exit code is 0, or 2 if something could not be read.
cli-norms-examples =
    gaceta norms                      list the norms of the policy of this folder
    gaceta norms es/04-datos.md       list those of a single document
    gaceta norms --at v1.2 --format markdown > tasks.md
                                      turn those of a version into a list of tasks
    gaceta norms --who                who last changed each of them
    gaceta norms --language es --format csv > norms.csv
                                      hand those in Spanish to a spreadsheet
cli-norms-path-help = Document or folder to look into; “-” is standard input
cli-norms-path-long-help = Document or folder to look into. By default the policy of the current folder; with “-”, a single document from standard input. What gaceta.toml excludes is left out even if it is named here; a licence or a record of versions, such as CHANGELOG.md, is left out unless it is named here.
cli-norms-language-help = Languages to list, separated by commas
cli-norms-language-long-help = Languages of the documents to list, separated by commas, such as “es,en”; “es” stands for “es-MX” too. By default all of them.
cli-norms-unknown = warning: { $others ->
    [0] { $file } seems to be in neither Spanish nor English, and its norms are not looked for.
    [one] { $file } and { $others } more document seem to be in neither Spanish nor English, and their norms are not looked for.
   *[other] { $file } and { $others } more documents seem to be in neither Spanish nor English, and their norms are not looked for.
} The language is said by “lang: en” in the front matter.
cli-norms-at-help = List the norms of the policy as it stands in this revision of git
cli-norms-who-help = Tell which commit last changed the words of each norm, and whose it is
cli-norms-who-long-help = Tell of each norm which commit last changed its words, from which day it is and whose: its author and co-authors, by the names in “.mailmap”. To move a norm or to format it otherwise changes none of its words.
cli-norms-at-long-help = List the norms of the policy as it stands in this revision of git: a tag, a branch or a commit. The working files are neither read nor touched.

# rules
cli-rules-about = List the rules that a policy is checked against
cli-rules-long-about = List the rules that a policy is checked against, with the weight of each and what it points out.
cli-rules-examples =
    gaceta rules                      show every rule
    gaceta rules --format markdown    write the reference of them all, for a web site
    gaceta rules --format json        hand them to another program

# explain
cli-explain-about = Explain a rule: what it points out, why it matters, how to mend it
cli-explain-long-about = Explain a rule: what it points out, why it matters and how to mend it, with an example of what is wrong and one of what is right.
cli-explain-examples =
    gaceta explain broken-anchor      explain a rule
cli-explain-rule-help = Name of the rule
cli-explain-rule-long-help = Name of the rule, as it stands in square brackets in the results of “gaceta lint” and in the list of “gaceta rules”.

# build
cli-build-about = Publish the policy: as web pages, as PDF and as data
cli-build-long-about =
    Publish the policy into a folder, in each language and with each edition asked for. The same texts always give the same files, byte for byte; manifest.json says what was published and from which commit, and SHA256SUMS has the sums of all files.

    The edition's date is that of SOURCE_DATE_EPOCH; without that variable, that of the commit published; without git, the one in gaceta.toml.
cli-build-examples =
    gaceta build                      publish everything in public/
    gaceta build --edition pdf --language es
                                      publish only the PDF in Spanish
    gaceta build --at v1.2 --out site/1.2
                                      publish an earlier version in another folder
    gaceta build --verify public      check that what was published comes from the repository
cli-build-path-help = Folder of the policy
cli-build-path-long-help = Folder of the policy. By default the current folder.
cli-build-edition-help = Editions to prepare, separated by commas
cli-build-edition-long-help = Editions to prepare, separated by commas. By default all of them.
cli-build-language-help = Languages to publish, separated by commas
cli-build-language-long-help = Languages to publish, separated by commas, such as “es,en”. By default all those of the policy.
cli-build-at-help = Publish the policy as it stands in this revision of git
cli-build-at-long-help = Publish the policy as it stands in this revision of git: a tag, a branch or a commit. The working files are neither read nor touched.
cli-build-out-help = Folder that receives what is published
cli-build-out-long-help = Folder that receives what is published; it is created if it does not exist, and an earlier edition in it is replaced.
cli-build-history-cut = warning: this clone lacks a part of the history; { $missing ->
    [authors] the edition does not say who wrote the text.
    [changes] the edition does not say what changed since the last release.
   *[both] the edition says neither who wrote the text nor what changed since the last release.
}
cli-build-verify-help = Check that a folder holds just what would be published
cli-build-verify-long-help = Build in memory, write nothing, and say which files of this folder are identical, byte for byte, which differ, which are missing and which are foreign. Unless something else is named, the editions, languages and commit are checked that manifest.json in the folder names. The exit code is 0 if all is identical and 1 if something is not.
cli-build-trust-templates-help = Use the policy's own templates
cli-build-trust-templates-long-help = Use the policy's own templates. Only do so if you trust who wrote them: a template can put anything into the page.

# help
cli-help-about = Explain the program or one of its commands
cli-help-long-about = Explain the program or one of its commands, with its options and examples. It is the same as “--help”.
cli-help-examples =
    gaceta help                       show the commands and the general options
    gaceta help build                 explain how to publish
cli-help-command-help = Command to explain
cli-help-inner-help = A command of that command, such as “identities” of “tally”
cli-help-command-long-help = Command to explain. By default the whole program.

# completions
cli-completions-about = Generate the completion script of a shell
cli-completions-long-about = Generate the completion script of a shell: with it, the tab key proposes the commands and the options.
cli-completions-examples =
    gaceta completions bash > ~/.local/share/bash-completion/completions/gaceta
    gaceta completions fish > ~/.config/fish/completions/gaceta.fish
    gaceta completions powershell >> $PROFILE
cli-completions-shell-help = Shell

# manual
cli-manual-about = Generate the manual pages
cli-manual-long-about = Generate the manual pages, one per command, in the language of the messages.
cli-manual-examples =
    gaceta manual | man -l -          read the whole manual
    gaceta manual --out ~/.local/share/man/man1
                                      install it for “man gaceta”
cli-manual-out-help = Folder that receives the pages
cli-manual-out-long-help = Folder that receives the pages; it is created if it does not exist. By default they all go to standard output.
cli-manual-name = NAME
cli-manual-synopsis = SYNOPSIS
cli-manual-description = DESCRIPTION
cli-manual-version = VERSION
cli-manual-examples-heading = EXAMPLES
cli-manual-title = Gaceta manual

# Errors of usage
cli-unknown-argument = There is no option “{ $argument }”
cli-unexpected-argument = “{ $argument }” is one too many
cli-unknown-command = There is no command “{ $command }”
cli-missing-command = A command is missing
cli-invalid-value = “{ $value }” is not a value of { $argument }
cli-missing-value = The value of { $argument } is missing
cli-unexpected-value = { $argument } takes no value, and was given “{ $value }”
cli-wrong-number-of-values = { $argument } takes a different number of values
cli-missing-argument = { $arguments } is missing
cli-repeated-argument = { $argument } can be given only once
cli-conflict = { $argument } does not go together with { $others }
cli-not-utf8 = An argument is not written in UTF-8
cli-invalid-usage = The command line is not valid
cli-hint-similar = Did you mean “{ $name }”?
cli-hint-values = The values are: { $values }
cli-hint-usage = Usage: { $usage }
cli-hint-help = “{ $command } --help” explains it

# Errors of input and output
cli-path-not-found = “{ $path }” does not exist
cli-path-not-found-hint = Check that the path is written correctly; it starts from the current folder
cli-no-documents = There are no Markdown files in “{ $path }”
cli-no-documents-hint = Name the folder that holds the policy, or look at what gaceta.toml excludes
cli-not-a-folder = “{ $path }” is a file, and a policy is published as a whole
cli-not-a-folder-hint = Name its folder: { $folder }
cli-input-alone = Standard input (“-”) is read on its own
cli-input-alone-hint = Leave out the other paths and --at, or leave out “-”
cli-cannot-write-output = Standard output cannot be written to
cli-cannot-create-folder = The folder cannot be created
cli-cannot-write-file = The file cannot be written
cli-write-hint = Look at the permissions and the space on the disk
cli-out-is-folder = The output is a folder, not a file
cli-out-is-folder-hint = Give the name of a file inside it
cli-out-is-link = The output is a symbolic link, and is not replaced
cli-out-is-link-hint = Name the file itself, or remove the link
cli-unknown-language = “{ $language }” is not a language tag
cli-unknown-language-hint = Write tags such as “es”, “en” or “es-MX”, separated by commas
cli-invalid-source-date = SOURCE_DATE_EPOCH is “{ $value }”, which is not a date
cli-invalid-source-date-hint = It must be a whole number: the seconds since 1 January 1970, UTC

# Notices
cli-skipped = warning: { $file } is left out. { $reason }.
cli-manifest-below = warning: { $manifest } does not count, because it is in a folder further in. If that is the policy, name the folder “{ $folder }”.
cli-no-language = warning: { $others ->
    [0] { $file } is in no edition.
    [one] { $file } and { $others } more document are in no edition.
   *[other] { $file } and { $others } more documents are in no edition.
} The language is missing: say it by “lang: en” in the front matter or by a folder of that name; gaceta.toml can exclude what does not belong.

# Results of build and manual
cli-step-check = checking: { $number } of { $total } documents
cli-step-read = reading the texts ({ $language })
cli-step-write = preparing { $file }
cli-written = { $path } ({ $size })
cli-size-bytes =
    { $count ->
        [one] { $count } byte
       *[other] { $count } bytes
    }
cli-size-kilobytes = { $count } kB
cli-size-megabytes = { $count } MB

## gaceta tally
cli-tally-about = Count who wrote the policy, word by word
cli-tally-long-about =
    Count the words of the text by who wrote them. Each word is followed through the history of git: who mends a comma does not take the paragraph, and who moves, splits or reformats a text takes nothing. What was removed and brought back is its first author’s; what is copied, the copier’s. Co-authors (“Co-authored-by”) share their words in equal parts.
cli-tally-examples =
    gaceta tally policy                          who wrote what the policy says today
    gaceta tally --by section                    how long each section is
    gaceta tally --since v1.0 --format markdown  the credits of what was written since version 1.0
cli-tally-path-help = Document or folder to count; by default the policy of the current folder
cli-tally-by-help = What the words are summed up by; days and months are those of UTC
cli-tally-section-help = Count only this section and those below it: its anchor or its title
cli-tally-since-help = Count only what the commits after this revision wrote
cli-tally-until-help = Count the policy as it stands in this revision; by default HEAD
cli-tally-language-help = Languages to count, separated by commas
cli-tally-language-long-help = Languages of the documents to count, separated by commas, such as “es,en”; “es” stands for “es-MX” too. By default all of them.
cli-tally-coauthors-help = How words with several authors are counted: “shared” in equal parts, “full” whole to each, so that they sum up to more than the text
cli-tally-provenance-help = Instead of sums, each word with the commit that wrote it; needs “--format json”
cli-tally-no-cache-help = Read the whole history again, and keep nothing for the next run
cli-tally-provenance-format = The format “{ $format }” cannot tell where each word came from
cli-tally-provenance-format-hint = Add “--format json”
cli-tally-survival-help = Instead of the sums, what became of the words of each year, counted as they are followed through the history
cli-tally-check-help = Instead of the sums, tell who is missing, misspelt or no longer needed in this file of authors: Markdown, .all-contributorsrc, CITATION.cff or a name on each line
cli-tally-write-help = Instead of the sums, put the authors into this file: in Markdown between two marks, in .all-contributorsrc and CITATION.cff those that are missing
cli-authors-line = { $place }: { $message }
cli-authors-missing = { $name } is missing
cli-authors-misspelt = “{ $listed }” should be “{ $name }”
cli-authors-unneeded = { $name } has no words in the text, nor any other contribution that is known
cli-authors-right = { $file } names all authors.
cli-authors-nobody = Nobody has a part in the text yet: { $file } stays as it was.
cli-authors-programs = Left out, as they are programs: { $names }{ $more ->
    [0] { "" }
   *[other] { " " }and { $more } more
}. If one of them is a person, say so in “[[people]]” of the manifest.
cli-authors-write-hint = To make it, run the same command with --write instead of --check
cli-authors-no-file = This is no file
cli-authors-unreadable = The file cannot be read
cli-identities-about = Propose which names and addresses are one person's
cli-identities-long-about = Looks for names and addresses of commits that look like one person's: the same address, the same name with another address, a login as a name, a name that differs in one letter or is a part of another. Writes lines for a .mailmap, for you to choose from. They hold addresses, as a .mailmap does.
cli-identities-examples =
    gaceta tally identities               what may be added to .mailmap
    gaceta tally identities >> .mailmap   adds all of it; then delete the lines that are wrong
cli-identities-path-help = Policy; by default that of the current folder
cli-identities-none = Nobody seems to be there twice.
cli-tally-unread = warning: the content of { $file } in { $revision }{ $others ->
    [0] { "" }
   *[other] { " " }and of { $others } more
} is missing; what changed there is credited to the next commit
cli-value-dimension = DIMENSION
cli-value-coauthors = MODE
cli-step-follow = Following words: { $number } of { $total } commits

## gaceta blame
cli-blame-about = Show a section with who wrote each of its words
cli-blame-long-about =
    Show a section of the policy with its subsections, and who wrote each of its words. Each run of words that came from the same commit begins with a number; the list at the end says which revision that is, of what date and by whom. Words are followed through the history as in “gaceta tally”: mending a comma, moving a text or formatting it anew does not change its author.
cli-blame-examples =
    gaceta blame licences                        who wrote the section “licences”
    gaceta blame "Use of data" --at v1.0         the one with that title, as it was in version 1.0
    gaceta blame en/04-data.md#licences --format html > licences.html
                                                 a web page with the section of that file
cli-blame-section-help = The section: its identity, such as “licences”, or its title
cli-blame-section-long-help = The section: its identity, such as “licences”; with its file, such as “en/04-data.md#licences”; or its title, whatever its capitals and accents. If it is there in several languages, the one in the main language is taken, unless “--language” says otherwise.
cli-blame-path-help = Document or folder to look in; by default the policy of the current folder
cli-blame-at-help = Show the section as it stands in this revision; by default HEAD
cli-blame-at-long-help = Show the section as it stands in this revision of git: a tag, a branch or a commit. By default HEAD. The work tree is neither read nor touched.
cli-blame-language-help = Languages to look in, separated by commas
cli-blame-language-long-help = Languages of the documents to look in, separated by commas, such as “es,en”; “es” stands for “es-MX” too. By default all.

# build --verify
cli-verify-no-manifest = The folder has no manifest.json that can be read; it is compared with what would be published now
cli-verify-version = The folder was built with gaceta { $version } and is compared with what comes from gaceta { $own }: that may explain all that follows
cli-verify-commit = The folder says it comes from { $named } and is compared with { $origin }: that may explain all that follows
cli-verify-the-commit = commit { $commit }
cli-verify-no-commit = a text that was not committed
cli-verify-work-tree = the working files
cli-verify-date = The date of the folder is { $date }, that of this edition { $own }: both depend on SOURCE_DATE_EPOCH
cli-verify-no-date = none
cli-verify-templates = The folder was built with the policy's own templates; if you trust them, add --trust-templates
cli-verify-no-templates = The folder was built without the policy's own templates; leave --trust-templates out
cli-verify-differs = differs: { $path }
cli-verify-missing = missing: { $path }
cli-verify-foreign = foreign: { $path }
cli-verify-more-foreign = foreign: { $count } more
cli-verify-no-file = {"    "}is no file, or lies behind a symbolic link
cli-verify-line =
    {"    "}line { $line }, character { $column }
    {"        "}says:    { $found }
    {"        "}should:  { $expected }
cli-verify-ends =
    {"    "}line { $line }, character { $column }
    {"        "}says:    (the file ends there)
    {"        "}should:  { $expected }
cli-verify-bytes =
    {"    "}has { $found } bytes and SHA-256 { $found-sum }
    {"        "}should have { $expected } bytes and SHA-256 { $sum }
cli-verify-size =
    {"    "}has { $found } bytes
    {"        "}should have { $expected } bytes and SHA-256 { $sum }
cli-verify-identical =
    { $count ->
        [one] { $count } file identical, byte for byte
       *[other] { $count } files identical, byte for byte
    }
cli-verify-same = { $identical }, to what comes from { $origin }
cli-verify-not-same = { $identical }; differing: { $differing }; missing: { $missing }; foreign: { $foreign } (by { $origin })
cli-verify-format = The folder “{ $folder }” says it has the edition “{ $format }”, which this gaceta does not know
cli-verify-format-hint = Use the version of gaceta that its manifest.json names, or name with --edition the editions to check
cli-verify-commit-hint = That is the commit which manifest.json in “{ $folder }” names; to check against another, name it with --at

## edition: how a policy is published

# Words of the page
edition-contents = Contents
edition-skip = Skip to the main content
edition-top = Back to top
edition-languages = Languages
edition-format-html = Web page
edition-format-pdf = PDF document
edition-format-data = Data for programs (JSON)
edition-version = Version { $version }
edition-licence = Licence:
edition-date = { $day } { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
} { $year }
edition-logo = Emblem
edition-in-force-since = In force since { $date }
edition-in-force-from = In force from { $date }
edition-in-force-on = Entry into force: { $date }
edition-status-draft = Draft
edition-status-consultation = Under public consultation
edition-status-in-force = In force
edition-status-repealed = Repealed
edition-notice-draft = This text is a draft: it is still being written and binds nobody yet.
edition-notice-consultation = This text is open to public consultation: it may change and binds nobody yet.
edition-notice-repealed = This text is no longer in force; it is kept for reference.
edition-permalink = Permanent link to “{ $title }”
edition-table = { $number ->
    [1] Table in “{ $section }”
   *[other] Table { $number } in “{ $section }”
}
edition-notes = Notes
edition-note = Note { $number }
edition-note-back = { $which ->
    [0] Back to the text from note { $number }
   *[other] Back to the text from note { $number }, reference { $which }
}
edition-task-done = Done
edition-task-pending = To do
edition-field-blank = Field to fill in:
edition-field-example = For example: { $example }
edition-search-open = Search
edition-search-field = Search the text
edition-search-close = Close
edition-search-key = The / key opens the search
edition-search-none = No section has these words
edition-search-one = { $count } section
edition-search-many = { $count } sections
edition-search-some = With some of the words
edition-search-more = Show more sections
edition-search-failed = The search index could not be read

# Site
edition-format-site = Website
site-you-are-here = You are here
site-previous = Previous
site-next = Next
site-steps = Previous and next pages
site-theme = Colours:
site-theme-auto = the system’s
site-theme-light = light
site-theme-dark = dark
site-translation = { $language }: “{ $title }”
site-annexes = Also here
site-superseded = This is not the latest version: { $version } was published later.
site-superseded-link = Go to the current version
site-changed = Changed since { $since }
site-changed-in = Changed since { $since }: “{ $title }”
site-changes = Changes since { $since }
site-file-changes = changes
site-register = Obligations
site-file-register = obligations
site-register-who = Who
site-register-what = What
site-register-when = By when
site-register-where = Where
site-credits = Who wrote it
site-file-credits = credits
site-credits-method = Each word of the present text counts for whoever wrote it, by its history in git; who only moved it or gave it another form does not count.
site-lost = There is no such page
site-lost-text = It may have moved in a later version.
site-lost-link = Go to the start
site-citation = How to cite
site-citation-version = (version { $version })

# A published comparison
redline-title = Changes from { $old } to { $new }
redline-before = Before
redline-now = Now
redline-counts = { $counts }.
redline-nothing = Both versions say the same.
redline-unchanged = { $count ->
    [one] { $count } document, which did not change, is left out.
   *[other] { $count } documents, which did not change, are left out.
}
redline-changes = Changes
redline-legend = How to read it
redline-inserted = new text
redline-deleted = removed text
redline-moved = text that moved
redline-changed = another change, which the list explains
redline-changed-on-paper = another change: of metadata, of form or of where a link leads
redline-keys = Keys: n or j, next change; p or k, previous change
redline-number = Change { $number }: { $class }
redline-previous = Previous change ({ $number })
redline-next = Next change ({ $number })

# Findings
edition-alias-lost = The manifest says that “{ $name }” is now called “{ $anchor }”, but no section of the edition is: links to the older name lead nowhere
edition-alias-lost-hint = Write the anchor that the section has now, or take the line out
edition-image-left-out = The image “{ $target }” is not in the policy or has no known format; the edition has its text alternative instead
edition-image-left-out-hint = Keep the image beside the text, as SVG, PNG, JPEG, GIF or WebP, and check the path

# Errors
edition-no-documents = There is no document to publish
edition-no-documents-hint = Check that the folder has Markdown files (`.md`) and that `exclude` in gaceta.toml does not exclude them all
edition-language-unknown = The policy has no documents in the language “{ $language }”
edition-language-unknown-hint = Available languages: { $languages }
edition-page-too-large = The web page would be larger than { $limit } MiB
edition-page-too-large-hint = Look for an image or a field that is repeated too many times
edition-data-too-large = The fields of the policy would fill the data edition with more than { $limit } MiB
edition-data-too-large-hint = Check whether one field with a very long value is repeated too often
edition-template = The template does not work: { $problem }
edition-template-hint = Mend the template, or build without `--trust-templates` to use gaceta's own
edition-template-encoding = The template is not UTF-8
edition-out-name = The output folder has no name of its own
edition-out-name-hint = Name a new folder with `--out`, for example `--out editions`
edition-out-link = The output folder is a symbolic link and is not replaced
edition-out-file = The output exists already and is not a folder
edition-out-foreign = The output folder holds “{ $name }”, which is no part of a gaceta edition; it is left alone
edition-out-other-hint = Name another folder with `--out`, or move away what this one holds
edition-out-file-name = “{ $name }” will not do as the name of an edition's file
edition-out-read = The output folder cannot be read
edition-out-write = The edition cannot be written
edition-out-system-hint = Check the permissions of the folder and the free space, or name another folder with `--out`
edition-logo-missing = edition.logo names “{ $path }”, and the policy has no such file
edition-logo-missing-hint = Write the path from the policy's folder, and check that git does not ignore the file
edition-logo-format = The emblem “{ $path }” is neither SVG, PNG nor JPEG
edition-logo-format-hint = Save it in one of these formats
edition-fonts-none = The folder “{ $folder }” has no OTF or TTF font
edition-fonts-none-hint = Put the font files there, or take edition.fonts out
edition-font-broken = The file is no OpenType or TrueType font, or is damaged
edition-font-broken-hint = Put another copy of the file there, or take it out of the folder of fonts
edition-font-restricted = The font itself says that its licence does not allow embedding it in a document
edition-font-restricted-hint = Use a free font, such as one under the SIL OFL
edition-font-unknown = No font of the policy is of the family “{ $family }”
edition-font-unknown-hint = Families that are there: { $families }
edition-font-no-folder-hint = Say with edition.fonts which folder of the policy has the fonts
edition-verify-no-folder = There is no folder here to check
edition-verify-no-folder-hint = Name with `--verify` the folder of an edition, such as `--verify public`
edition-verify-read = What is to be checked cannot be read
edition-verify-read-hint = Check the permissions of the folder and of its files

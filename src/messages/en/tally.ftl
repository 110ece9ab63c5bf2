## tally: who wrote the policy

tally-title = Who wrote the policy
tally-documents = { $count ->
    [one] { $count } document
   *[other] { $count } documents
}
tally-summary = { $words ->
    [one] { $words } word
   *[other] { $words } words
} in { $documents }.
tally-percent = { $whole }.{ $tenth }%
tally-decimal = { $whole }.{ $tenth }
tally-program = { $name } (program)
tally-full = Words with several authors count whole for each, so that the sums are more than the text.
tally-before = before what this clone holds
tally-unknown = of unknown origin
tally-undated = without a date
tally-nameless = without a name

tally-column-person = Person
tally-column-section = Section
tally-column-month = Month
tally-column-revision = Revision
tally-column-document = Document
tally-column-words = Words
tally-column-share = Share
tally-column-added = Written
tally-column-removed = Removed
tally-column-sections = Sections
tally-column-first = First
tally-column-last = Last
tally-column-organisation = Organisation
tally-column-writer = Main author
tally-column-drawing = Bar
tally-others = others
tally-column-contributions = Also
tally-unnamed = somebody who prefers not to be named
tally-without-organisation = without an organisation
tally-contribution-meeting = meeting
tally-contribution-consultation = consultation
tally-contribution-review = review
tally-contribution-translation = translation
tally-contribution-research = research
tally-contribution-design = design
tally-contribution-coordination = coordination
tally-contribution-funding = funding
tally-likeness-address = same address
tally-likeness-name = same name with another address
tally-likeness-login = login as a name
tally-likeness-spelling = name with one letter otherwise
tally-likeness-part = part of the name
tally-authors-title = Authors
tally-authors-citation = If you use this policy, please cite it as below.
tally-authors-policy = Policy
tally-authors-form = A plain list of names can only be checked
tally-authors-form-hint = Use a Markdown file such as AUTHORS.md, .all-contributorsrc or CITATION.cff
tally-authors-marks = There is no place for the authors in this file
tally-authors-marks-hint = Put the lines { $start } and { $end } where they belong
tally-authors-yaml = Authors cannot be added to this CITATION.cff without the risk of breaking it
tally-authors-yaml-hint = Write “authors:” once, on a line of its own without quotes or anything behind it, and each author below: a dash and a key on each line, without tabs and without “|” or “>”
tally-authors-yaml-form = This is no CITATION.cff: YAML with keys, of which “authors” stands there once and is a list
tally-authors-yaml-form-hint = Check indentation, quotes and colons near here
tally-authors-json = This is no .all-contributorsrc: an object in JSON, whose “contributors” are a list
tally-authors-json-hint = Check quotes, commas and braces from here on

survival-title = What became of the words of each year
survival-summary = Words by the year in which they were written, from { $first } to { $last }.
survival-nothing = There is nothing to tell: no commit has a date.
survival-column-year = Year
survival-column-most = At most
survival-column-left = Left
survival-column-share = Share
survival-column-course = Course
survival-year-unknown = unknown

made-uncommitted = not committed yet
made-unknown = no commit found

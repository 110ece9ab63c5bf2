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
tally-nameless = without a name

tally-column-person = Person
tally-column-section = Section
tally-column-month = Month
tally-column-revision = Revision
tally-column-words = Words
tally-column-share = Share
tally-column-added = Written
tally-column-removed = Removed
tally-column-sections = Sections
tally-column-first = First
tally-column-last = Last
tally-column-organisation = Organisation
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

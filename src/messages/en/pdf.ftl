## pdf

# Furniture of the typeset edition.

pdf-contents = Contents
pdf-page = page { $page } of { $pages }
pdf-untitled = Untitled
pdf-keyword = public policy
pdf-version = Version { $version }
pdf-license = Licence: { $license }
pdf-status-draft = Draft
pdf-status-consultation = Public consultation
pdf-status-in-force = In force
pdf-status-repealed = Repealed
pdf-date = { $day } { $month } { $year }
pdf-month-1 = January
pdf-month-2 = February
pdf-month-3 = March
pdf-month-4 = April
pdf-month-5 = May
pdf-month-6 = June
pdf-month-7 = July
pdf-month-8 = August
pdf-month-9 = September
pdf-month-10 = October
pdf-month-11 = November
pdf-month-12 = December

# What could not be set as it is written.

pdf-glyph = the fonts of the PDF lack the character { $character }; it reads “{ $replacement }” instead
pdf-direction = the character { $character } turns the direction of the text; the PDF leaves it out
pdf-nesting = too many levels inside each other; in the PDF the deepest lose their shape and keep their text
pdf-anchor = the link “{ $target }” leads to no heading of this edition; only its text is in the PDF
pdf-address = the address of the link is too long for a PDF; only its text remains
pdf-note-inside-note = a footnote cannot call another one in the PDF; the call is left out
pdf-note-in-heading = a footnote in a heading cannot stand at the foot of a page in the PDF; its text stands under the heading
pdf-heading-empty = the heading is empty; the PDF leaves it out
pdf-heading-long = the heading has more than { $most } characters; in the PDF it is cut, and stands in full below
pdf-heading-level = the heading skips a level; the PDF raises it to the next one
pdf-table-empty = the table has no columns; the PDF leaves it out
pdf-table-wide = the table has { $columns } columns and a page holds { $most }; in the PDF each row is a paragraph
pdf-image = the image “{ $file }” cannot stand in the PDF: { $reason }; its text alternative stands in its place
pdf-image-missing = it is not among the files of the policy, or its format is not known
pdf-image-broken = the file is damaged
pdf-image-large = it is too large
pdf-image-refused = some image of the edition keeps it from PDF/A or PDF/UA
pdf-image-colours = its colours are CMYK; convert it to RGB
pdf-image-drawing = the drawing holds images, filters, programs or entities, which are not admitted
pdf-standard = this edition keeps neither PDF/A nor PDF/UA and has no images: { $reason }

# Failures.

pdf-too-large = the policy has { $size } KiB of text; a PDF holds { $most } KiB
pdf-too-large-hint = publish the HTML edition, or divide the policy
pdf-failed = the PDF could not be typeset: { $reason }

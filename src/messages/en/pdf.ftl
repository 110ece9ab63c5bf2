## pdf

# Furniture of the typeset edition.

pdf-page = page { $page } of { $pages }
pdf-on-page = p.
pdf-untitled = Untitled
pdf-keyword = public policy
pdf-source-text = Text of the policy: { $path }
pdf-source-manifest = Manifest of the policy
pdf-watermark-draft = DRAFT
pdf-watermark-consultation = CONSULTATION

# What could not be set as it is written.

pdf-glyph = The fonts of the PDF lack the character { $character }; it reads “{ $replacement }” instead
pdf-glyph-hint = Write it in letters, leave it if it is understood like that, or put a font that has it into the folder of edition.fonts
pdf-direction = The character { $character } turns the direction of the text; the PDF leaves it out
pdf-direction-hint = Delete it if the text does not need it
pdf-name = The fonts of the PDF lack characters of the name “{ $name }”; it reads “{ $replacement }” instead
pdf-name-hint = Put a font that has them into the folder of edition.fonts, or give another name in [[people]]
pdf-nesting = Too many levels inside each other; in the PDF the deepest lose their shape and keep their text
pdf-nesting-hint = Use fewer lists, quotations or emphases inside each other
pdf-anchor = The link “{ $target }” leads nowhere in this edition; only its text is in the PDF
pdf-anchor-hint = Correct the link; `gaceta lint` suggests similar sections
pdf-address = The address of the link is too long for a PDF; only its text remains
pdf-address-hint = Use a shorter address
pdf-note-inside-note = A footnote cannot call another one in the PDF; the call is left out, and so is a note that nothing else calls
pdf-note-inside-note-hint = Move the text of the second note into the first
pdf-note-in-heading = A footnote in a heading cannot stand at the foot of a page in the PDF; its text stands under the heading
pdf-note-in-heading-hint = Call the note from the text of the section
pdf-heading-empty = The heading is empty; the PDF leaves it out
pdf-heading-empty-hint = Write its title, or remove the heading
pdf-heading-long = The heading has more than { $most } characters; in the PDF it is cut, and stands in full below
pdf-heading-long-hint = Shorten the heading and move the rest into the text
pdf-heading-level = The heading skips a level; the PDF raises it to the next one
pdf-heading-level-hint = Use the level that follows that of the heading before
pdf-table-empty = The table has no columns; the PDF leaves it out
pdf-table-empty-hint = Write its columns, or remove the table
pdf-table-wide = The table has { $columns } columns and a page holds { $most }; in the PDF each row is a paragraph
pdf-table-wide-hint = Divide the table into several
pdf-image = The image “{ $file }” cannot stand in the PDF: { $reason }; its text alternative stands in its place
pdf-image-hint = Keep the image as PNG, JPEG or plain SVG, with RGB colours
pdf-image-alternative = The image “{ $file }” has no alternative text; in the PDF, who does not see it will not know that it is there
pdf-image-alternative-hint = Say what it shows, between the brackets: ![What it shows](file)
pdf-image-missing = it is not among the files of the policy, or its format is not known
pdf-image-broken = the file is damaged
pdf-image-large = it is too large
pdf-image-refused = some image of the edition keeps it from PDF/A or PDF/UA
pdf-image-colours = its colours are CMYK; convert it to RGB
pdf-image-drawing = the drawing holds images, filters, programs or entities, which are not admitted
pdf-standard = This edition keeps neither PDF/A nor PDF/UA and has no images: { $reason }

# Failures.

pdf-too-large = The policy has { $size } KiB of text; a PDF holds { $most } KiB
pdf-too-large-hint = Publish the HTML edition, or divide the policy
pdf-fonts = One of the policy's fonts is of no use for setting the PDF
pdf-emblem = The emblem “{ $path }” cannot be in the PDF: { $reason }
pdf-failed = The PDF could not be typeset: { $reason }
pdf-failed-hint = Build the HTML edition with `--edition html`, and report this case in gaceta's repository

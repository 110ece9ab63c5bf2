## What could not be read as it was written.

parse-front-matter-too-long = The front matter is longer than { $limit } KiB and was not read
parse-front-matter-invalid = The front matter is not valid { $format } from here on: check quotes, colons, indentation and brackets
parse-nesting = Lists, quotes or emphasis stand more than { $limit } levels inside each other; what is deeper lost its markup
parse-too-much-nesting = So many lists or quotes stand inside each other before so many lines that the markup was not read; take markers off this line

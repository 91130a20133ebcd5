### The brief: what a person takes away from the Overview, on paper, as a slide, in a mail.

brief-of-product = { $product } · Brief
brief-then = At the report, { $day }
brief-now = As of { $day }
brief-by-series = By series
brief-figure = { $figure } ({ $range })
brief-figures = { $place }, { $period }
brief-incidents = Incidents
brief-verdict = Verdict
brief-wrong-from = Wrong from
brief-scope = Headline and verdicts cover { $region } as a whole; key figures, map and timeline show { $place }.
brief-nothing-here = No incident matches this filter: figures are 0 or unknown, and map and timeline are empty.
brief-damaged = Part of the incident store cannot be read, and what it holds is missing here: { $problems }

## The foot of the page
brief-foot-filter = Shown
brief-foot-hidden = Hidden
brief-foot-data = Made
brief-foot-link = Open
brief-version = { $day }, { $time } UTC, from data version { $data }
brief-link = this view in the browser
brief-page = { $page } of { $pages }
brief-map-key = Size: deaths. A disc: somewhere within about 25␣km
brief-months-civilians = Hatched bars: violence against civilians.
brief-months-beside = Open marks: told only by others; a triangle: more than fits.

## The annex
brief-annex = Annex
brief-annex-finding = { $number }. { $title }
brief-annex-thresholds = How a verdict comes about
brief-threshold-words = A part is right where its whole range lies at or above “right from”, wrong where it lies at or below “wrong from”; a range that reaches both leaves it undecided.
brief-annex-caveats = Read with care
brief-annex-untested = Not tested
brief-annex-age = Age of the record
brief-age = { $count ->
    [one] The record ends on { $last }, 1 day before this brief was made on { $today }.
   *[other] The record ends on { $last }, { $count } days before this brief was made on { $today }.
}
brief-annex-again = The same brief again
brief-annex-sources = Sources

## Command and page
command-brief = Write a brief to take away: PDF, slide, or text for a mail.
option-brief-out = write into this file: .pdf, .pptx, .html or .md
brief-no-such-file = “{ $name }” is no file that a brief can be written into. Its name ends in { $kinds }.
brief-no-folder = The folder “{ $folder }” is not there. Make it, or name another with --out.
brief-no-file = “{ $file }” is there and is no file. Name another with --out.
brief-not-written = The brief cannot be written to { $file }: { $why }. Nothing was changed there.
brief-written = The brief was written to { $file }.
brief-take = Take this page with you
brief-take-how = What this page says, as a brief of today: one page and an annex.
brief-file-pdf = PDF
brief-file-pptx = Slide
brief-file-html = HTML
brief-file-md = Mail text

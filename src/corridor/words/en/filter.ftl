### The filter and what it keeps: the line under the masthead, the first line of the command line.

incidents = { $count ->
    [0] no incidents
    [one] { $count }␣incident
   *[other] { $count }␣incidents
}
killed-low-high = { $best }␣killed (low { $low }, high { $high })
killed-unknown-for = deaths unknown for␣{ $count }
not-on-the-map = { $count }␣not on the map
by-other-sources-only = { $count }␣reported only by sources other than { $series }
data-end-on = the data end on { $day }
filter-and-figures = { $filter }: { $figures }

all-iraq = all Iraq
all-dates = all dates
dates-to = to { $day }
dates-from = from { $day }
civilians-targeted = civilians targeted or killed
involving = involving { $actors }
by-sources = by { $sources }
placed-at-least = placed at least to “{ $precision }”
with-the-text = with the text “{ $text }”
of-upload = { $upload ->
    [without] without uploads
    [only] uploaded only
   *[other] of upload { $upload }
}

## What an address asks for in vain
choice-unknown = { $key } “{ $value }” is not known and was left out
date-unreadable = date “{ $value }” is not a date like 2018-06-30 and was left out
dates-too-many = dates need a first and a last day, { $count } given; the default period is shown
dates-backwards = the dates { $first } to { $last } run backwards; the default period is shown

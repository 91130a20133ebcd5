### Commands that answer as a panel of a page does.

command-headline = Answer a report's question in one line, with the figures behind it.
command-key-figures = Count incidents and people killed, beside the days compared with (--compare) and the year before.
command-levels = Say how many incidents there are a day, week, month and year, beside those of the years that the region compares with, or of --compare.
command-channels = List the news channels that report the incidents, and how many each reports alone.
command-find-place = Find a place by any spelling of its name, English, Arabic or Kurdish, and count the incidents near it.
command-disagreements = List the incidents whose accounts disagree, on what, and what each account says.
command-location-disputes = Compare where incidents are reported with where they lie: by province, news channel, year and distance, and the accounts that disagree.
command-tactics = Count the incidents by tactic, and say of how many it is not known.
command-map = Say what the map shows, and draw it into a file.
command-places = List the marks of the map, and say what it does not draw and why.
command-sensitivity = Say what each verdict of a report hangs on: without one source, without one incident, better placed incidents only, thresholds a fifth higher or lower, without the provisional part, by another series.
command-verdict-history = List the days on which each verdict of a report changed, and the incidents that tipped it.
command-ways = Measure each part of a report in every way of counting that the report names, and say in how many its verdict stays.
command-road-profile = Count along the main roads, by ten kilometres, the incidents that a report's findings show there.
command-evidence = List the incidents for and against a finding, each with the reason why it counts.
command-incident = List the accounts of an incident, and say what they disagree on.
command-coverage = Count the incidents of the measuring series by province and year.
command-judge = Record what you decided of an incident for a finding; can be undone.

option-finding-number = number of the finding
option-finding-turned = number of one finding (default: all of the report)
option-since-turned = look back no further than this day (default: as far as the region’s history goes)
option-finding = number of the finding that the incident is judged for
option-ruling = what the incident says of the finding
option-why = the reason, for the history (required)
value-number = NUMBER

no-such-finding = the report has no finding { $number }
judge-no-ruling = “{ $ruling }” is no ruling: supports, contradicts or not relevant
judged-as-commit = Recorded as commit { $commit }, version { $version }.
evidence-side = { $side ->
    [supporting] Supporting: { $count }
    [contradicting] Contradicting: { $count }
   *[cited] Cited by the report: { $count }
}

accounts-disagree = They disagree on: { $facts }.

## Headings
answer-column-account = account
answer-column-source = source
answer-column-date = date
answer-column-killed = killed
answer-column-year = year
answer-column-figure = figure
answer-column-now = now
answer-column-before = { $days }
answer-column-year-before = a year before
answer-column-each = a
answer-column-province = province
answer-column-district = district
answer-column-change = change
answer-column-channel = news channel
answer-column-disputed = on
answer-column-counted-account = counted account
answer-column-other-accounts = other accounts
answer-column-tactic = tactic
answer-column-coded = coded
answer-column-alone = no other reports
answer-column-place = place
answer-column-local = local name
answer-column-kind = kind
answer-column-beside = beside
answer-column-known-as = position
answer-column-latitude = latitude
answer-column-longitude = longitude
answer-column-incidents = incidents
answer-column-finding = finding
answer-column-part = part
answer-column-way = way of counting
answer-column-value = value
answer-column-range = range (90␣%)
answer-column-verdict = verdict
answer-column-reported = reported in
answer-column-located = lies in
answer-column-beyond = beyond the boundary
answer-column-sure = further than it may be off?
answer-column-told-of = by
answer-column-elsewhere = lie elsewhere
answer-column-compared = compared
answer-column-share = share
answer-column-one-account = one account
answer-column-another = another
answer-column-apart = apart
answer-column-verdict-before = verdict before
answer-column-tipped = what tipped it
answer-column-left-out = incidents left out
answer-column-stands = does it stand?
answer-column-road = road
answer-column-from-km = from km
answer-column-to-km = to km
answer-column-at-town = at a town
answer-column-near = within 25 km
answer-column-exact = exact
answer-column-told-by = told by

places-left-out = { $count ->
    [one] { $count }␣more place may be meant.
   *[other] { $count }␣more places may be meant.
}
places-counted = Incidents are those by { $series } within { $km }␣km, at any date; { $vague }␣others are placed too vaguely to tell.
map-of-one-period = A map is of one period: draw another by --from and --to. What changed from one to the other is told by the command changes --compare.
map-no-such-file = “{ $name }” is no file that a map can be drawn into. Its name ends in { $kinds }.
timeline-no-such-file = “{ $name }” is no file that a timeline can be written into. Its name ends in { $kinds }.
timeline-written = The timeline was written to { $file }.
map-written = The map was written to { $file }.

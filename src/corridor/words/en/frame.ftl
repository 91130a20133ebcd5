### What stands round every page, and at the server's door.

product = Corridor Watch
page-of-product = { $page } · { $product }

## The pages
page-title-overview = Overview
page-title-timeline = Timeline
page-title-map = Map
page-title-findings = Findings
page-title-incidents = Incidents
page-title-uploads = Uploads
page-title-method = Method

## The state of the data
frame-damaged = Part of the incident store cannot be read. The rest is shown; nothing can be written until the file is back:
frame-pack-refused = The pages need a file that cannot be used. Mend it, then start the server again.
frame-unreadable = The incidents cannot be read. This page comes back when they can be:
frame-news = The data have changed since this page was drawn.
frame-show-newest = Show the newest data
frame-link-problems = Part of this link could not be applied:
frame-link-remarks = How this link was read:
frame-dates-out-of-range = dates must lie between { $first } and { $last }; the default period is shown
frame-as-of-unreadable = as_of “{ $value }” is not a date like 2018-06-30 and was left out
frame-report-unknown = no report “{ $value }” can be shown; there are { $known }
frame-rule-unknown = no rule is called “{ $value }”; there are { $known }

## Which report
report-choice = Report
report-of-region = { $report } · { $region }

## The filter bar
filter-change = Change filter
filter-period = Period
filter-dates = Dates, first and last day
filter-date-help = Year-month-day, such as 2018-06-17.
record-ends = The record ends on { $day }, { $age } ago.
record-years = { $count ->
    [one] 1 year
   *[other] { $count } years
}
record-months = { $count ->
    [one] 1 month
   *[other] { $count } months
}
record-describes-the-past = What follows describes that time, not today.
record-what-to-do = Add newer data
# Over the fields for roads, and over those for a place or an area.
choices-along = **Roads.** Choose a road for all that lies near it, or write one with a stretch of it.
choices-around = **Round a place.** Choose a place and how far from it, or paste an area.
filter-as-of = Findings as of
filter-as-of-help = Empty: the end of the period. { filter-date-help }
filter-reset = Reset filter
filter-link = Link to this view; its dates stay as they are

## Periods by name
preset-last-year = Last 12 months of data
preset-before-report = 12 months before the report
preset-report-week = The report’s week
preset-recent = Since { $month }
preset-baseline = { $years }
preset-all = All dates
preset-other = Other dates

## When a filter keeps nothing
empty-nearest = The nearest matching incident was on { $day }.
empty-reset = Reset the filter
empty-widen = Widen to all dates
empty-after-the-data = The data end on { $day }, before this period. An empty chart here does not mean that nothing happened.
empty-nothing = Nothing is recorded for { $filter }.

## The foot
hidden-rows = { $count ->
    [one] { $count }␣account of { $of } is hidden by hand, and stands in no figure; see Uploads.
   *[other] { $count }␣accounts of { $of } are hidden by hand, and stand in no figure; see Uploads.
}
foot-version = { $product } { $version }, data version { $data }.

## Paper
paper-stand = Findings as of { $day } · data version { $data } · printed { $printed }
paper-page = Page { $page } of { $pages }
paper-incidents = Incidents
paper-newest = The newest { $shown } incidents. The files to download hold all of them.

## The server's door
door-unknown-host = This server does not go by that name. Whoever runs it can add the name with CORRIDOR_ALLOWED_HOSTS.
door-foreign = This request was sent by a page of another address and is refused.
door-unnamed = This request does not say which page sent it, as a browser would. Whoever runs the server can let such requests in with CORRIDOR_REQUIRE_ORIGIN=no.
door-not-found = Not found
door-failed = The server could not answer. Its log says why.
server-up = up
server-ready = ready: { $count } incidents
server-not-ready = not ready: { $why }
server-port-taken = port { $port } of { $address } cannot be used ({ $why }): stop what listens there, or choose another with --port

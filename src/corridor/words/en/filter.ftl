### The filter and what it keeps: the line under the masthead, the first line of the command line.

incidents = { $count ->
    [0] no incidents
    [one] { $count }␣incident
   *[other] { $count }␣incidents
}
killed-low-high = { $best }␣killed (low { $low }, high { $high })
killed-exactly = { $best }␣killed
killed-unknown-for = deaths unknown for␣{ $count }
not-on-the-map = { $count }␣not on the map
may-lie-there = { $others ->
    [0] { $count }␣more may lie there, placed to about 25␣km, a district or worse
   *[other] { $count }␣more, and { $others } told only by others, may lie there, placed to about 25␣km, a district or worse
}
may-lie-there-list = List those that may lie there
tactic-unknown-for = no tactic is known for { $count } of { $all }
incidents-by = { $count ->
    [0] no incidents by { $series }
    [one] { $count }␣incident by { $series }
   *[other] { $count }␣incidents by { $series }
}
figures-none-of-the-days = { $series } covers none of these days
series-continued = { $series } and { $continuation } since its last release
covers-only = of these days only { $days } are covered
days-within = { $count ->
    [one] { $count }␣day
   *[other] { $count }␣days
} of { $days }
provisional-among = { $count }␣of them provisional, by { $continuation }
lasting-long = { $count ->
    [one] { $count }␣incident lasting over 31␣days, { $deaths } killed, is counted on its first day
   *[other] { $count }␣incidents lasting over 31␣days, { $deaths } killed, are counted on their first day
}
teller-others = others
told-only-by-others = told only by others
told-only-by-series = told only by { $series }
told-by-itself = by { $series }, where it does not cover
more-by-others = { $count }␣more told only by others
more-by-series = { $count }␣more told only by { $series }
more-uncovered = { $count }␣more by { $series } where it does not cover
beside-with-deaths = { $beside } ({ $deaths }␣killed)
data-end-on = the data end on { $day }
filter-and-figures = { $filter }: { $figures }

all-of = all { $country }
all-dates = all dates
dates-to = to { $day }
dates-from = from { $day }
compared-with = compared with { $days }
comparison-previous = the period before
comparison-year-before = the year before
civilians-targeted = civilians targeted or killed
acting-attacks = attacks by { $armed_group }
acting-operations = operations against { $armed_group }
involving = involving { $actors }
by-sources = by { $sources }
placed-at-least = placed at least to “{ $precision }”
within-of-road = within { $km }␣km of the { $road }
along-a-stretch = { $along }, kilometres { $first } to { $last } from { $start }
within-of-place = within { $km }␣km of { $place }
within-area = in an area of { $km2 }␣km² round { $middle }
with-the-text = with the text “{ $text }”
disagreeing-on = accounts disagree on { $facts }
chosen-one-by-one = { $count ->
    [one] { $count }␣incident chosen
   *[other] { $count }␣incidents chosen one by one
}
of-upload = { $upload ->
    [without] without uploads
    [only] uploaded only
   *[other] of upload { $upload }
}

graded-at-least = { $unjudged ->
    [too] graded { $grade } or better, or not judged
   *[out] graded { $grade } or better
}
grade-unjudged-out = { $count } of { $all } cannot be judged and are left out
grade-unjudged-kept = { $count } of them cannot be judged

## What an address asks for in vain
not-offered = { $key } “{ $value }” is not known and was left out
date-unreadable = date “{ $value }” is not a date like 2018-06-30 and was left out
dates-too-many = dates need a first and a last day, { $count } given; the default period is shown
dates-backwards = the dates { $first } to { $last } run backwards; the default period is shown
distance-unreadable = { $key } “{ $value }” is not a distance of { $low } to { $high }␣km; the usual one is taken
left-out = { $key } was left out: { $why }

## What is written and cannot be used, or may mean another thing
refused-compare = “{ $text }” is no period. Write previous, year-before, or days: 2015, 2015-06, 2014–2015, 2015-01-15/2015-03-02.
place-unknown = No place is called “{ $text }”. Write another spelling, or a point such as 35.47, 44.39.
place-nearest = No place is called “{ $text }”. Nearest names: { $names }. Or write a point such as 35.47, 44.39.
place-is-an-area = “{ $text }” is an area ({ $name }, { $kind }) without one point to measure from. Write a town in it, or a point such as 35.47, 44.39.
place-swapped = “{ $text }” has longitude first. Write latitude first: { $point }.
place-guessed = No place is called “{ $text }”: { $place } is taken, as the nearest name.
place-of-several = “{ $text }” may mean several places: { $place } is taken. Others: { $others }.
road-nearest = No main road is called “{ $text }”. Roads: { $names }.
road-guessed = No main road is called “{ $text }”: { $road } is taken, as the nearest name.
road-of-several = “{ $text }” may mean several roads: { $road } is taken. Others: { $others }.
along-unreadable = “{ $text }” cannot be read. Write a road, then if you like a distance of { $low } to { $high }␣km and a stretch between 0 and { $length }␣km: { $road }:5:20-40.
area-was-open = The line round the area was open: its last corner is joined to its first.
area-unreadable = The area cannot be read. Write corners as longitude,latitude with semicolons between them, such as 44.1,35.2;44.5,35.2;44.5,35.6, or paste GeoJSON.
area-no-polygon = Points and lines have no inside. Draw an area, and paste it as a Polygon or MultiPolygon of GeoJSON.
area-empty = The area has no corners. Write at least three, such as 44.1,35.2;44.5,35.2;44.5,35.6.
area-too-long = The text of the area is longer than { $most }␣signs. Draw the area with fewer corners.
area-too-many-corners = The area has { $count }␣corners; at most { $most } are taken. Draw it with fewer.
area-too-few-corners = The area, or a hole of it, has fewer than three corners.
area-swapped = Latitude and longitude of the area are swapped: as written, it lies far from { $country }. Write longitude first, beginning { $first }.
area-off-the-world = A corner of the area lies outside the world. Write longitude first, from −180 to 180, then latitude, from −90 to 90.
area-elsewhere = The area lies far from { $country }. Write longitude first, as in 44.1,35.2.
area-crosses-itself = The line round the area crosses itself near { $place } (latitude, longitude). Write the corners in the order in which one walks round it.
area-of-no-sense = The area has overlapping rings, or all its corners lie on one line. A hole has to lie inside.

## The choices: label, what stands in an empty field, help
choice-province = Province
choice-district = District
choice-district-any = All districts
choice-compare = Compare with
choice-compare-any = The period before
choice-compare-help = “previous”: the equal period just before. “year-before”: the same days a year earlier. Or write any days: 2015, 2015-06, 2014–2015, 2015-01-15/2015-03-02. If they are more or fewer than the period’s, averages of a month are compared instead of counts.
choice-event_type = Type
choice-event_type-any = All types
choice-actor = Actor
choice-actor-any = All actors
choice-acts = Who acted
choice-acts-any = Attacks and operations
choice-acts-help = “attacks”: by { $armed_group }, against civilians or with a death on the government’s side. “operations”: the other incidents with { $armed_group }, mostly operations against it.
choice-tactic = Tactic
choice-tactic-any = Any, and not known
choice-tactic-help = How it was done, by any account: a column of the source says so, or a listed word stands in the notes. Most incidents have neither: their tactic is unknown, and they are left out and counted.
choice-precision = Place known to at least
choice-precision-any = Any precision
choice-road = Near a main road
choice-road-any = Any place
choice-road_km = Distance from the road, km
choice-along = Along a road, or part of it
choice-along-any = A road, or a stretch of it: name:5:20-40
choice-along-help = A main road in any spelling. After a colon the distance from it in km (5 without a number), and after another a stretch: kilometres from the town that its name begins with. Incidents placed more vaguely than to about 25␣km are left out; those that may lie there are counted.
choice-near = Near a place or point
choice-near-any = Hawija, or 35.47, 44.39
choice-near-help = A place in any spelling, English, Arabic or Kurdish, or latitude and longitude in degrees. Choose from the list or write. Incidents placed more vaguely than to about 25␣km are left out; those that may lie there are counted.
choice-within = Area
choice-within-any = Paste GeoJSON, or write corners: 44.1,35.2;44.5,35.2;44.5,35.6
choice-within-help = A Polygon or MultiPolygon of GeoJSON, or its corners, longitude first. The address keeps the corners. Incidents placed more vaguely than to about 25␣km are left out; those that may lie there are counted.
choice-near_km = Distance from the place, km
choice-text = Text
choice-text-any = Place, actor, source or word in the notes
choice-text-help = Searches every account of an incident. The name of a place also finds its other spellings, Arabic included, and incidents within 5␣km of it.
choice-grade = Graded at least
choice-grade-any = any
choice-grade-help = Admiralty grades: the letter for the source, A the most reliable, the number for what it tells, 1 the best confirmed. “B2” keeps letters A and B with numbers 1 and 2. F and 6 say that nobody can judge, which is neither good nor bad: they are left out unless you ask for them too. What gave a grade stands in the incident’s detail.
choice-unjudged = Those that cannot be judged too
choice-disagree = Accounts disagree on
choice-disagree-any = Agreeing or not
choice-disagree-help = Keeps incidents that several accounts tell, where two of them differ: in the best count of the dead, in the province, by points further apart than both allow, by having no day in common, or in the sides or the kind they name.
choice-series = Counted by
choice-series-any = The usual series
choice-series-help = One series at a time gives every number. Everything else is shown beside it, never added.
choice-source = Source
choice-source-any = All sources
choice-id = Single incidents
choice-id-any = All
choice-id-help = Ids of incidents, as on the page Incidents: type one and press Enter. A selection of up to 100 incidents can be made the filter.
choice-upload = Uploads
choice-upload-any = Shown with the rest
choice-upload-help = “without” leaves out all uploads and shows shipped incidents as they were shipped; “only” shows nothing else. To see one upload, choose its id: the history on Uploads lists them.
choice-civilians = Only with violence against civilians

## The choices on the command line
flag-province = province; repeatable; “{ $all }” for all
flag-province-value = PROVINCE
flag-district = district; repeatable
flag-district-value = DISTRICT
flag-from = first day
flag-from-value = DATE
flag-to = last day
flag-to-value = DATE
flag-compare = what the period is compared with: previous (if nothing is said), year-before, or days like 2014-2015, 2015-06, 2015-01-15/2015-03-02
flag-compare-value = DAYS
flag-event-type = kind of incident; repeatable: { $values }
flag-event-type-value = TYPE
flag-actor = armed group or side, such as ISIS; repeatable
flag-actor-value = ACTOR
flag-series = series that gives every number, such as UCDP; all else stands beside it
flag-series-value = SERIES
flag-source = source, such as UCDP; repeatable
flag-source-value = SOURCE
flag-civilians = violence against civilians only, or civilians killed
flag-acts = attacks by { $armed_group }, or operations against it: { $values }
flag-acts-value = WHO
flag-tactic = how it was done, as a column or a listed word in the notes tells; repeatable: { $values }
flag-tactic-value = TACTIC
flag-precision = place known at least this well: { $values } (best first)
flag-precision-value = PRECISION
flag-road = near this main road, such as “Kirkuk–Baghdad road”: see --road-km
flag-road-value = NAME
flag-road-km = how far from the road, in km (default: 5)
flag-road-km-value = N
flag-along = along this main road, in any spelling: with a distance in km (default: 5) and a stretch in km from where the road begins, such as “Kirkuk–Baghdad:5:120-140”
flag-along-value = ROAD[:KM[:FROM-TO]]
flag-near = near this place, in any spelling, or this point in degrees, such as Hawija or 35.47,44.39: see --near-km
flag-near-value = PLACE|LAT,LON
flag-near-km = how far from the place or point, in km (default: 5)
flag-near-km-value = N
flag-within = in this area: corners as longitude,latitude with semicolons between them, GeoJSON, or @ and a file with either
flag-within-value = AREA|@FILE
flag-text = words in the place, actors, type, source or notes of any account; a place name, in any spelling or in Arabic, also finds incidents within 5 km
flag-text-value = TEXT
flag-grade = graded so or better in both halves, such as B2: the letter for the source (A to E), the number for what it tells (1 to 5); what cannot be judged is left out
flag-grade-value = GRADE
flag-unjudged = with --grade: incidents whose grade cannot be judged too
flag-disagree = two accounts of the incident differ on this; repeatable: { $values }
flag-disagree-value = FACT
flag-id = incidents with this id; repeatable
flag-id-value = ID
flag-upload = incidents of one upload (its id, from the command history), without uploads, or only uploads
flag-upload-value = COMMIT|without|only

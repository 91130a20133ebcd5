### The codebook: every field of the incident store and what its closed lists mean.

## The page
codebook-title = Codebook
codebook-about =
    Every field of the incident store. Written by `python -m corridor codebook`; a test
    fails when it is stale. Upload: the field may stand in an uploaded CSV (**required** ones
    must).
codebook-column-field = field
codebook-column-type = type
codebook-column-unit = unit
codebook-column-meaning = meaning
codebook-column-upload = upload
codebook-required = required
codebook-may = yes
codebook-lists = Closed lists
codebook-event-types = Event types (ACLED), each with its sub-events:
codebook-precisions = Location precision (UCDP where_prec), best first:
codebook-date-precisions = Date precision (UCDP date_prec):
codebook-roles = Role of a source:
codebook-grades = Admiralty grade: reliability of the source, then credibility of the item.

## Groups of fields
field-group-key = Identity
field-group-when = When
field-group-what = What
field-group-who = Who
field-group-how-many = How many (reported; empty is unknown, never 0)
field-group-where = Where
field-group-source = Source
field-group-derived = Added by the product
field-group-record = Bookkeeping of the store
field-group-decision = Links, judgements and retractions
field-group-coverage = Declared sources

## Units
field-unit-utc = UTC
field-unit-line = line
field-unit-iso-date = ISO date
field-unit-rank = rank
field-unit-people = people
field-unit-vehicles = vehicles
field-unit-minutes = minutes
field-unit-degrees = degrees
field-unit-km = km
field-unit-reports = reports
field-unit-grade = grade

## What the fields mean: Identity
field-meaning-incident-id = Id of this account, unique across sources: `SOURCE:id`.

## What the fields mean: When
field-meaning-event-date = First day of the incident.
field-meaning-event-date-end = Last day; the same as event_date when it was one day.
field-meaning-date-precision = How well the date is known: 1 day, 2 within 2–6 days, 3 week, 4 month, 5 year (UCDP date_prec).

## What the fields mean: What
field-meaning-event-type = ACLED event type.
field-meaning-sub-event-type = ACLED sub-event type.
field-meaning-disguise = Uniform or disguise the attackers wore.
field-meaning-notes = What happened, in plain words.

## What the fields mean: Who
field-meaning-actor1 = One side, as the source names it. The order does not say who attacked.
field-meaning-actor2 = The other side. The order does not say who attacked.
field-meaning-initiated-by = The side that acted first, where the source says so.
field-meaning-dyad = UCDP dyad.

## What the fields mean: How many (reported; empty is unknown, never 0)
field-meaning-fatalities-low = Reported deaths, lowest credible count. Empty when unknown, never 0.
field-meaning-fatalities-best = Reported deaths, best count. Empty when unknown, never 0.
field-meaning-fatalities-high = Reported deaths, highest credible count. Empty when unknown.
field-meaning-deaths-side-a = Deaths on the side of actor1.
field-meaning-deaths-side-b = Deaths on the side of actor2.
field-meaning-deaths-civilians = Civilians killed.
field-meaning-deaths-unknown = Deaths whose side is not known.
field-meaning-wounded = People wounded.
field-meaning-abducted = People abducted.
field-meaning-freed = Abducted people freed.
field-meaning-attackers-killed = Attackers killed, as far as the source says.
field-meaning-vehicles-stopped = Vehicles stopped at a checkpoint.
field-meaning-duration-minutes = How long it lasted.

## What the fields mean: Where
field-meaning-country = Country; only { $country } is covered.
field-meaning-reported-admin1 = Governorate as the source reports it (any spelling on upload; `admin1` is accepted as its name).
field-meaning-reported-admin2 = District as the source reports it (`admin2` is accepted as its name).
field-meaning-location = Place name as the source gives it.
field-meaning-latitude = North latitude, WGS 84.
field-meaning-longitude = East longitude, WGS 84.
field-meaning-geo-precision = How well the place is known: 1 exact, 2 near (about 25 km), 3 district, 4 governorate, 5 line or area, 6 country, 7 sea or air (UCDP where_prec).
field-meaning-location-radius-km = Stated uncertainty of a point placed by hand.

## What the fields mean: Source
field-meaning-source = Code of the data set or list it comes from.
field-meaning-source-title = Title of the article or data set.
field-meaning-source-url = Address of it (several are separated by a blank).
field-meaning-source-office = News offices the source itself cites, separated by semicolons (UCDP source_office).
field-meaning-source-date = Earliest report the source cites.
field-meaning-number-of-sources = Reports the source cites; empty when unknown.
field-meaning-source-grade = Admiralty grade, A–F for the source and 1–6 for the item, such as B2, as the file gave it. How grades are found where it gave none: docs/method.md.
field-meaning-event-clarity = UCDP event clarity: 1 clear, 2 an aggregate over time.

## What the fields mean: Added by the product
field-meaning-located-admin1 = Governorate whose polygon holds the point; empty when the point is only a centroid.
field-meaning-located-admin2 = District whose polygon holds the point, for precision 1–3.
field-meaning-admin1 = Governorate: the located one, else the reported one.
field-meaning-admin2 = District: the located one, else the reported one.
field-meaning-nearest-road = Nearest main road, for precision 1–2 within 25 km.
field-meaning-road-km = Distance to it.
field-meaning-road-position-km = Where along that road, from its start.
field-meaning-nearest-town = Nearest town, for precision 1–2.
field-meaning-town-km = Distance to it.
field-meaning-coded-at-town = True when the point is the town's own point.
field-meaning-area-km = Distance to each area of interest within 50 km.

## What the fields mean: Bookkeeping of the store
field-meaning-record-kind = What the record is.
field-meaning-commit-id = The commit that brought the record.
field-meaning-recorded-at = When it was committed.
field-meaning-recorded-by = Who committed it.
field-meaning-row-number = Line of the uploaded file it came from.
field-meaning-original = The row as the uploaded file had it, before anything was converted: a JSON object of its cells by column name. Only in the store's files and in `corridor original`; empty for shipped rows.

## What the fields mean: Links, judgements and retractions
field-meaning-target-id = Link: the account that the first is an account of.
field-meaning-report = Judgement: the report.
field-meaning-finding = Judgement: number of the finding.
field-meaning-ruling = Judgement: what the incident does to the finding.
field-meaning-reason = Why a person linked, judged, graded or retracted.

## What the fields mean: Declared sources
field-meaning-title = Name of the source.
field-meaning-role = What it may be used for.
field-meaning-coverage-from = First day that it covers.
field-meaning-coverage-to = Last day that it covers.
field-meaning-release = Version of the data set that these rows are of, such as 19.1. Unknown where nobody said so.
field-meaning-entry = What one entry of the source is, such as an event with a death.
field-meaning-is-death-needed = Whether the source enters an event only if somebody died.
field-meaning-coverage-places = Places that it covers.
field-meaning-counts = What it counts, and what it leaves out.
field-meaning-licence = Licence of the data.
field-meaning-attribution = Line to show where the data are used.

## Location precision
precision-meaning-1 = the village, town or point itself
precision-meaning-2 = within about 25 km of the point
precision-meaning-3 = somewhere in the district
precision-meaning-4 = somewhere in the governorate
precision-meaning-5 = along a road, a border or a range, or in a vague area
precision-meaning-6 = somewhere in the country
precision-meaning-7 = at sea or in the air

## Roles of a source
role-meaning-series = a systematic data set: every count, average and verdict comes from one such at a time, the others stand beside it
role-meaning-selected = incidents picked because of a report: shown, used as evidence, never in an average
role-meaning-upload = reports without a declared scope, added by users: shown, used as evidence, never in an average

## Admiralty grades: the source, then the item
grade-meaning-a = completely reliable
grade-meaning-b = usually reliable
grade-meaning-c = fairly reliable
grade-meaning-d = not usually reliable
grade-meaning-e = unreliable
grade-meaning-f = reliability cannot be judged
grade-meaning-1 = confirmed by other sources
grade-meaning-2 = probably true
grade-meaning-3 = possibly true
grade-meaning-4 = doubtful
grade-meaning-5 = improbable
grade-meaning-6 = truth cannot be judged

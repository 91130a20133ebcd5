### The column mapper: a person says what the columns of a table are.

mapper-table = { $columns } columns, { $rows } rows. Fields with * are required.
mapper-still-needed = Still needed: { $names }.
mapper-required = { $field } *
mapper-apply = Apply this mapping
mapper-save = Mapping for the command line
mapper-more-fields = More fields
mapper-unknown-words = Words that mean unknown, in any column
mapper-both = One column may hold both, as “34.53, 44.63”, WKT, degrees and minutes or MGRS: choose it for both, and it is split.

## What can be chosen for a field
mapper-column = { $name } ({ $examples })
mapper-choice-absent = Not in the file
mapper-choice-same = The same for every row
mapper-choice-not-drawn = Not known: rows stay off the map
mapper-precision = Every row: { $name }, { $meaning }
mapper-choose-precision = Choose one, or the rows stay off the map
mapper-kind-of-all = Kind of every incident
mapper-code-of-list = Code of your list, for every row
mapper-code-example = such as MYLIST

## What a row is
mapper-row = What one row stands for
mapper-row-one = One incident
mapper-row-counts = As many incidents as the column { $column } says
mapper-row-help = Each row must be one incident. Choose the column that counts incidents, if there is one: rows with a count other than 1 are refused.

## What the words of a column mean
mapper-each-word = What each word in “{ $column }” means.
mapper-most-frequent = The { $count } most frequent are shown.
mapper-choose-kind = Choose a kind
mapper-kind = { $label } ({ $word })
mapper-without-a-kind = { $more ->
    [0] { $count ->
        [one] { $words } has no kind yet. Choose one above, or these rows are refused.
       *[other] { $words } have no kind yet. Choose one above, or these rows are refused.
    }
   *[other] { $words } and { $more } more have no kind yet. Choose one above, or these rows are refused.
}

## Fields
mapper-field-event-date = Date
mapper-field-event-type = Kind of incident
mapper-field-source = Source
mapper-field-incident-id = Id of the row
mapper-field-reported-admin1 = Governorate
mapper-field-reported-admin2 = District
mapper-field-location = Place
mapper-field-latitude = Latitude (north)
mapper-field-longitude = Longitude (east)
mapper-field-geo-precision = How exact the place is
mapper-field-actor1 = One side
mapper-field-actor2 = The other side
mapper-field-fatalities-best = Killed
mapper-field-wounded = Wounded
mapper-field-abducted = Abducted
mapper-field-notes = What happened
mapper-field-source-title = Title of the report
mapper-field-source-url = Address of the report
mapper-field-event-date-end = Event date end
mapper-field-date-precision = Date precision
mapper-field-sub-event-type = Sub event type
mapper-field-initiated-by = Initiated by
mapper-field-fatalities-low = Fatalities low
mapper-field-fatalities-high = Fatalities high
mapper-field-deaths-side-a = Deaths side a
mapper-field-deaths-side-b = Deaths side b
mapper-field-deaths-civilians = Deaths civilians
mapper-field-deaths-unknown = Deaths unknown
mapper-field-freed = Freed
mapper-field-attackers-killed = Attackers killed
mapper-field-vehicles-stopped = Vehicles stopped
mapper-field-duration-minutes = Duration minutes
mapper-field-disguise = Disguise
mapper-field-country = Country
mapper-field-location-radius-km = Location radius km
mapper-field-source-office = Source office
mapper-field-source-date = Source date
mapper-field-number-of-sources = Number of sources
mapper-field-source-grade = Source grade
mapper-field-dyad = Dyad
mapper-field-event-clarity = Event clarity

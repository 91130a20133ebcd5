### What the check of an uploaded file finds wrong with a cell or a row, and what to do about it.
### Problems of one cell are listed in the order of their keys.

## A problem in one line, as in the file with the problems beside each row
problem-of-cell = { $column } “{ $cell }”: { $what }. { $remedy }
problem-of-row = { $column }: { $what }. { $remedy }
row-of-another-country = Another country: left out.
row-told-twice = The same event for another of its actors: left out.
row-superseded = A later row has the same id: left out.

## One cell
problem-a-formula-without-its-result = a formula without its result
remedy-formula = Open the workbook in the program that made it, save it and upload it again, or type the value.
problem-the-cell-is-empty = the cell is empty
remedy-empty-cell = Every row needs this field. { $meaning } For example: { $example }
problem-a-day-not-a-number = a day, not a number
remedy-day-for-a-number = Perhaps a range such as 3-5 that a spreadsheet turned into a date. Write the lowest and the highest count in columns of their own, or leave the cell empty when it is not known.
problem-thousands-or-decimals = thousands or decimals
remedy-thousands-or-decimals = Write { $digits } or { $whole }.
problem-not-a-whole-number = not a whole number
remedy-whole-number = Write digits only, such as { $sample }. Leave the cell empty when it is not known.
problem-not-a-decimal-number = not a decimal number
remedy-decimal-number = { $unit ->
    [degrees] Write a number in degrees such as 34.53. Leave the cell empty when it is not known.
    [km] Write a number in km such as 34.53. Leave the cell empty when it is not known.
   *[none] Write a number such as 34.53. Leave the cell empty when it is not known.
}
problem-no-pair-of-coordinates = no pair of coordinates
remedy-pair-of-coordinates = Write latitude and longitude, such as 34.53, 44.63. Leave the cell empty when it is not known.
problem-decimal-comma = decimal comma
remedy-decimal-comma = Write { $number }, with a point. Or say that the file uses a decimal comma (page: “How the file is read”; command line: --decimal comma).
problem-no-decimal-point = no decimal point
remedy-decimal-point = Write degrees, perhaps { $guess }. Leave the cell empty when it is not known.
problem-two-coordinates-in-one-cell = two coordinates in one cell
remedy-two-coordinates = Read the file with a mapping that names the column as latitude and as longitude, or write them in two columns.
problem-negative-number = negative number
problem-below = below { $limit }
problem-above = above { $limit }
remedy-number-out-of-range = Write a number from { $low } to { $high }. Leave the cell empty when it is not known.
problem-1-text-too-long = { $count } characters, at most { $most } fit
remedy-text-too-long = Shorten the text.
problem-not-in-the-list-of-values = not in the list of values
remedy-choose = Write one of: { $choices }.
remedy-choose-perhaps = Did you mean “{ $meant }”? Write one of: { $choices }.
remedy-choose-between = Write one of { $first } to { $last }.
remedy-choose-between-perhaps = Did you mean “{ $meant }”? Write one of { $first } to { $last }.
problem-neither-true-nor-false = neither true nor false
remedy-true-or-false = Write true or false. Leave the cell empty when it is not known.
problem-not-the-country = not known as { $country }
remedy-country = Write { $country }, or delete the row: only { $country } is covered.
problem-blank-in-an-id = blank in an id
remedy-blank-in-an-id = Write it without blanks, such as MYLIST:1.

## Days
problem-date-before-1900 = date before 1900
problem-date-in-the-future = date in the future
remedy-date-out-of-range = Write a day from { $first } to { $last }, year-month-day.
problem-not-a-date = not a date
problem-there-is-no-such-day = there is no such day
remedy-date = Write year-month-day, such as 2018-06-17.
problem-the-year-has-two-digits = the year has two digits
remedy-year-of-four-digits = Write year-month-day with a year of four digits, such as 2018-06-17.
problem-no-day-is-given = no day is given
remedy-first-and-last-day = Write year-month-day, such as 2018-06-17. If no day is known, write the first possible day here, the last one in event_date_end, and how exact that is in date_precision.
problem-day-and-month-in-two-ways = day and month can be read in two ways
remedy-day-and-month = Write { $first } or { $second }, or say for the whole file which comes first (page: “Day first” or “Month first”; command line: --date-order dmy or mdy).
problem-day-first-or-month-first = day first or month first is not clear
problem-no-day-first-date = no day-first date
problem-no-month-first-date = no month-first date
remedy-day-or-month-first = Write { $day } (year-month-day), or say for the whole file which comes first (page: “Day first” or “Month first”; command line: --date-order dmy or mdy).

## Several cells of a row, or rows of the file
problem-the-id-is-on-an-earlier-line = the id is on an earlier line too
remedy-repeated-id = Give every row its own id, or delete the repeated row.
problem-the-id-does-not-begin-with-its-source = the id does not begin with its source
remedy-id-of-its-source = Write { $source }:{ $incident_id }, so that two lists cannot share an id.
problem-example-row-of-the-template = example row of the template
remedy-example-row = It is not a real incident. Delete it before you confirm.
problem-rows-from-the-series = rows from { $series }
remedy-rows-from-the-series = New and changed rows of this source enter every average and verdict. If you do not want that, use a source code of your own.
problem-the-last-day-is-before-the-first = the last day is before the first
remedy-last-day-before-the-first = The first day is { $event_date }. Correct one of the two.
problem-the-incident-lasts-more-than-a-year = the incident lasts more than a year
remedy-lasts-more-than-a-year = The first day is { $event_date }. Check the year of both days. A total of several years is no incident: leave it out, or give one row for each.
problem-belongs-to-another-event-type = belongs to another event type
remedy-another-event-type = It does not belong to “{ $event_type }”. Change one of the two.
problem-counts-out-of-order = counts out of order
remedy-counts-out-of-order = The file says low { $fatalities_low }, best { $fatalities_best }, high { $fatalities_high }. Low must not be above best, nor best above high.
remedy-counts-as-published = The source says low { $fatalities_low }, best { $fatalities_best }, high { $fatalities_high }. Kept as published.
problem-longitude-without-latitude = longitude without latitude
problem-latitude-without-longitude = latitude without longitude
remedy-both-coordinates = Give both coordinates or neither.
problem-latitude-and-longitude-look-swapped = latitude and longitude look swapped
remedy-swapped = In { $country } the latitude is { $latitudes } and the longitude { $longitudes }: write latitude { $longitude }, longitude { $latitude }.
problem-0-0-is-no-place = 0/0 is no place in { $country }
remedy-0-0 = Leave both coordinates empty when the place is not known.
problem-the-point-is-abroad = the point is outside { $country }
remedy-point-abroad = Corridor Watch covers { $country } only (latitude { $latitudes }, longitude { $longitudes }): correct { $latitude }, { $longitude } or delete the row.
problem-coordinates-without-a-precision = coordinates without a precision
remedy-precision = The row is kept but has no point on the map. Write how exact the place is: 1 (exact) to 6 (country).
problem-the-row-is-cut-off = the row is cut off
problem-merged-cell = merged cell
remedy-merged-cell = The number may belong to all of them together, so it is unknown in each. Undo the merge and write a number in each row.

## A table of counts
problem-not-a-number-of-incidents = not a number of incidents
problem-the-row-counts-incidents = the row counts { $count } incidents
problem-the-row-counts-no-incident = the row counts no incident
remedy-one-row-for-each-incident = Corridor Watch needs one row for each incident: take the rows of single incidents from the source.

## Names of places
problem-unknown-district = unknown district
problem-unknown-governorate = unknown governorate
remedy-unknown-district = Kept as written, but the district filter finds it only if it has coordinates. Check the spelling, such as Hawija.
remedy-unknown-governorate = Kept as written, but the governorate filter finds it only if it has coordinates. Check the spelling, such as Kirkuk.
remedy-unknown-district-perhaps = { $perhaps } Kept as written, but the district filter finds it only if it has coordinates.
remedy-unknown-governorate-perhaps = { $perhaps } Kept as written, but the governorate filter finds it only if it has coordinates.

## Where the point is
problem-the-point-lies-in-another-governorate = the point lies in { $located }, { $km } km outside { $reported }
remedy-another-governorate = Correct the governorate or the coordinates. It is counted where the point is, in { $located }.
remedy-another-governorate-loose = Correct the governorate or the coordinates. It is counted where the point is, in { $located }. The place is known only to about { $loose }␣km, so both may be right.
remedy-another-governorate-near = So near a border either may be right. It is counted where the point is, in { $located }.
problem-the-point-lies-abroad = the point lies outside { $country }, { $km } km from its border
remedy-abroad = Corridor Watch covers { $country } only. Correct the coordinates or delete the row.
remedy-abroad-loose = Corridor Watch covers { $country } only. Correct the coordinates or delete the row. The place is known only to about { $loose }␣km, so both may be right.
remedy-abroad-near = So near a border it may be right. The row is kept.
problem-the-point-of-an-area = { $level ->
    [country] the point of the whole of { $name }
    [governorate] the point of the whole governorate of { $name }
   *[district] the point of the whole district of { $name }
}
problem-the-point-of-an-area-exact = { $level ->
    [country] the point of the whole of { $name }, said to be exact
    [governorate] the point of the whole governorate of { $name }, said to be exact
   *[district] the point of the whole district of { $name }, said to be exact
}
problem-the-point-of-an-area-near = { $level ->
    [country] the point of the whole of { $name }, said to be near the place
    [governorate] the point of the whole governorate of { $name }, said to be near the place
   *[district] the point of the whole district of { $name }, said to be near the place
}
remedy-point-of-an-area = { $level ->
    [country] If only the country is known, say so (geo_precision 6 in our template). Otherwise give the coordinates of the place itself.
    [governorate] If only the governorate is known, say so (geo_precision 4 in our template). Otherwise give the coordinates of the place itself.
   *[district] If only the district is known, say so (geo_precision 3 in our template). Otherwise give the coordinates of the place itself.
}

## Against what is here
problem-hidden-by-a-retraction = hidden by a retraction: { $reason }
remedy-hidden-by-a-retraction = It stays hidden. To show it, undo that retraction in the history.
problem-the-id-is-that-of-a-shipped-incident = the id is that of a shipped incident of { $source }
remedy-id-of-its-own-list = Give the row an id of its own list, so that the shipped incident stays as it is: { $id }.

## A list of incidents to hide
problem-no-such-incident-here = no such incident here
remedy-no-such-incident = Copy the id from the Incidents page, or delete the row.
remedy-no-such-incident-perhaps = Did you mean “{ $meant }”? Otherwise delete the row.
problem-the-same-id-is-on-line = the same id is on line { $line }
remedy-same-id = It is hidden once, for the first reason given.

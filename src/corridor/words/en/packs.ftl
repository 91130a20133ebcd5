### What is wrong in the file of a pack (report, region, series), which people write by hand.

pack-fault = { $file }: { $what }
pack-fault-at = { $file }, line { $line }: { $what }
pack-what = { $place }: { $what }

## Where
pack-below = { $place } › { $key }
pack-below-numbered = { $place } › { $key } { $number }

## The file
pack-unreadable = cannot be read: { $error }. Put a file there that can be read.
pack-no-file = cannot be read: it is no file. Put a file there.
pack-too-large = is larger than { $most } kB. Shorten it.
pack-not-utf-8 = cannot be read: this line is not UTF-8. Save the file as UTF-8.
pack-not-toml = cannot be read as TOML: { $error }. Mend it: texts stand in double quotes, days are written as 2018-06-30, lists as [1, 2].
pack-too-deep = lists and tables stand in each other more than { $most } deep. Take them apart.
pack-key-long = a key has more than { $most } parts. Shorten it.
pack-word-long = a key or a number has more than { $most } signs. Shorten it, or put a text into double quotes.

## A value
pack-missing = “{ $key }” is missing. Add it.
pack-of-kind = “{ $key }” must be { $kind }, not { $value }.
pack-entry-of-kind = entry { $number } of “{ $key }” must be { $kind }, not { $value }.
pack-range = “{ $key }” must be from { $least } to { $most }, not { $value }.
pack-slug = “{ $key }” must be 1 to 64 small letters (a–z), digits and hyphens, not { $value }.
pack-text-empty = “{ $key }” holds an empty text. Write something, or take it out.
pack-text-long = “{ $key }” holds a text of { $count } signs; { $most } are allowed. Shorten it.
pack-text-unseen = “{ $key }” holds a sign that cannot be seen ({ $code }). Take it out.
pack-list-short = “{ $key }” has { $count ->
    [0] no entry
    [one] one entry
   *[other] { $count } entries
}; { $least ->
    [one] at least one is
   *[other] at least { $least } are
} needed. Add { $least ->
    [one] one
   *[other] some
}, or take “{ $key }” out.
pack-list-long = “{ $key }” has { $count } entries; { $most } are allowed. Take some out.
pack-key-unknown = unknown key “{ $key }” (known: { $known }). Take it out, or mend its spelling.
pack-name-unknown = “{ $key }” is { $value }; known: { $known }.
pack-and-more = { $names } and { $count } more
pack-perhaps = { $what } Perhaps “{ $name }” is meant.

## Kinds of values
pack-kind-text = a text
pack-kind-yes-or-no = true or false
pack-kind-count = a whole number
pack-kind-number = a number
pack-kind-day = a day
pack-kind-list = a list
pack-kind-table = a table

## A sheet (CSV)
pack-not-csv = cannot be read as CSV: { $error }. Mend it, or save it again as CSV.
pack-sheet-columns = the first line must name the columns { $columns }, in this order.
pack-sheet-cells = the row has { $count } cells; { $columns } are needed. Add what is missing, or put a cell that holds a comma into double quotes.
pack-sheet-long = has { $count } rows; { $most } are allowed. Take some out.

## Ground of a map (GeoJSON)
pack-not-json = cannot be read as JSON: { $error }. Mend it, or save it again as GeoJSON.
pack-not-geojson = is no GeoJSON with features that have a geometry. Save it again as GeoJSON.
pack-shape = feature { $number } is no { $kinds } in degrees. Draw it again, or take it out.

## A country, a region, a series
country-place = country
tactics-place = word list
series-place = series
series-same-code = “{ $code }” is the code of the series “{ $other }” as well: accounts could not be told apart. Give one of them another code, or take one out.
series-template = “{ $key }” has a bracket that means nothing here. Only { "{" }release{ "}" } stands for the version, and [in square brackets with it] what is left out where the version is not known.
region-place = region
region-label = label
region-event = event
pack-box = west must be less than east, and south less than north. Change one of them.
region-first-of-month = “{ $key }” must be the first day of a month.
region-whole-years = “from” must be a 1 January and “to” a later 31 December: the level is that of whole years.

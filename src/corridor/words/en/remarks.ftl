### What is said of a whole uploaded file, why it is not saved, and what an export says of a place.

## Rows that are left out
remark-other-countries = { $rows ->
    [one] { $rows } row of another country left out: { $countries }.
   *[other] { $rows } rows of other countries left out: { $countries }.
}
country-and-rows = { $name } { $rows }
countries-and-more = { $count ->
    [one] { $countries } and { $count } more
   *[other] { $countries } and { $count } more countries
}
remark-told-twice = { $rows ->
    [one] { $rows } row repeats an event for another of its actors (actor-based export). Each event counts once.
   *[other] { $rows } rows repeat an event for another of its actors (actor-based export). Each event counts once.
}
file-of-other-countries = { $rows ->
    [one] Its one row is of another country: { $countries }. Use the file for { $country }, or that of the whole world.
   *[other] All { $rows } rows are of other countries: { $countries }. Use the file for { $country }, or that of the whole world.
}
remark-superseded = { $rows ->
    [one] { $rows } row has an id that stands again further down. The last row of an id holds.
   *[other] { $rows } rows have an id that stands again further down. The last row of an id holds.
}

## How cells were read
remark-read-as-unknown = Treated as unknown in { $column }: { $texts }.
remark-ranges = Ranges in { $column }: { $texts }; the number unknown.
remark-ranges-of-the-best-count = Ranges in { $column }: { $texts }; lowest and highest count kept, best unknown.
text-in-rows = { $rows ->
    [one] “{ $text }” ({ $rows } row)
   *[other] “{ $text }” ({ $rows } rows)
}
listed-and-more = { $listed } and { $count } more
remark-zone-same-day = { $rows ->
    [one] { $rows } row with a time and its zone in { $column }: the day was kept as written; in { $clock } it was the same day.
   *[other] { $rows } rows with a time and its zone in { $column }: the day was kept as written; in { $clock } it was the same day.
}
remark-zone-another-day-on-line = { $rows ->
    [one] { $rows } row with a time and its zone in { $column }: the day was kept as written; in { $clock } it was another day (line { $line }).
   *[other] { $rows } rows with a time and its zone in { $column }: the day was kept as written; in { $clock } it was another day (line { $line }).
}
remark-zone-another-day = { $rows ->
    [one] { $rows } row with a time and its zone in { $column }: the day was kept as written; in { $clock } it was another day ({ $moved } rows, the first on line { $line }).
   *[other] { $rows } rows with a time and its zone in { $column }: the day was kept as written; in { $clock } it was another day ({ $moved } rows, the first on line { $line }).
}

## Places
remark-without-coordinates = { $rows ->
    [one] { $rows } row has no coordinates: not on the map, counted in the governorate named.
   *[other] { $rows } rows have no coordinates: not on the map, counted in the governorate named.
}
remark-without-governorate = { $rows ->
    [one] { $rows } row has no coordinates: not on the map, naming no governorate either, so counted in all of { $country } only.
   *[other] { $rows } rows have no coordinates: not on the map, naming no governorate either, so counted in all of { $country } only.
}
remark-some-without-governorate = { $nowhere ->
    [one] { $rows } rows have no coordinates: not on the map, counted in the governorate named; { $nowhere } of them names none and is counted in all of { $country } only.
   *[other] { $rows } rows have no coordinates: not on the map, counted in the governorate named; { $nowhere } of them name none and are counted in all of { $country } only.
}
remark-spellings = Place names that were recognised in another spelling: { $names }.
name-read-as = “{ $written }” → { $name } ({ $rows })

## Why a file is not saved
nothing-was-read = nothing was read
rows-bad = { $bad } of { $rows } rows are bad. Nothing was saved. Correct them, or choose to take the good rows.
no-row-is-good = no row is good; nothing was saved
coverage-not-saved = { $problems }: nothing was saved

## What is being done
stage-writing = Writing
stage-saving = Saving to disk

## Exports
export-no-point = Latitude and longitude stand for a larger place, such as the centre of a governorate; the incident is not known to have happened there.

## A release of a series
release-covers = { $name } covers { $days }, { $places }.
release-held = Here so far: version { $held }.
release-counts = { $new } new, { $changed } changed, { $unchanged } unchanged, { $withdrawn } withdrawn.
release-withdrawn = withdrawn: { $id } ({ $days }, { $place }, killed: { $killed })
release-withdrew = withdrawn by release { $version }
release-replaces = { $source } { $version } replaces what { $held } said of { $days }.
release-leaves-open = No file of { $source } covers { $days }: these days stay unknown until one does.
release-without-version = The version is not known, so nothing that is here is withdrawn. If the file is a release of { $source }, give its version, such as { $example }.
release-older = { $source } { $version } is older than { $held }, which is here: older counts would stand in place of newer ones.
release-overwrites = { $count ->
    [one] { $count }␣event was stated again by { $source } { $held }, which is newer and here: what { $version } says of it would stand in its place.
   *[other] { $count }␣events were stated again by { $source } { $held }, which is newer and here: what { $version } says of them would stand in their place.
}
release-withdraws-much = The file leaves out { $count } of the { $within } accounts of { $source } that are here in its days and places, far more than a release does. Perhaps it is only a part of { $version }.
release-say-so = If it is meant, say so with --sure; a part of a release withdraws nothing with --part.

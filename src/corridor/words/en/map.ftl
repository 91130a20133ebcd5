### The map: names of layers, tooltips, numbers and labels on it, and what it cannot draw.

## Layers that a reader may switch off
map-layer-exact = Exact places
map-layer-near = Discs of 25␣km
map-layer-district = District counts
map-layer-governorate = Province counts
map-layer-report = The report’s incident
map-layer-labels = Place names
map-layer-arabic = Arabic names
map-layer-range = { $range }
map-layer-roads = Roads
map-layer-rivers = Rivers
map-layer-terrain = Terrain

## Tooltips: the place
map-district = { $district } district
map-province = { $province } province
map-places-together = Places close to each other
map-place-unnamed = Place without a name
map-within-km = { $count ->
    [one] { $count }␣incident within about { $km }␣km
   *[other] { $count }␣incidents within about { $km }␣km
}

## Tooltips: what happened. $uploaded: how many of the incidents were uploaded.
map-one-incident = { $type }, { $deaths }{ $uploaded ->
    [0] { "" }
   *[other] ; uploaded
}
map-several-incidents = { $count ->
    [one] { $count }␣incident
   *[other] { $count }␣incidents
}, mostly { $type ->
    [battles] armed clash
    [violence-against-civilians] violence against civilians
    [explosions-remote-violence] explosion, remote violence
    [riots] riot
    [protests] protest
    [strategic-developments] strategic development
   *[other] other
}; { $deaths }{ $uploaded ->
    [0] { "" }
   *[other] ; { $uploaded } uploaded
}
map-known-to-province = { $count ->
    [one] { $count }␣incident known only to the province
   *[other] { $count }␣incidents known only to the province
}
map-placed-by-hand = placed by hand, good to about 10␣km
# What is told of a count ("12 killed", "+8"), when all of it, or some, was uploaded.
map-all-uploaded = { $told }, uploaded
map-some-uploaded = { $told }, { $uploaded } uploaded

# Of a mark that the measuring series does not tell, or tells provisionally.
map-told-only-by-others = { $what }; told only by others
map-told-only-by = { $what }; told only by { $series }
map-some-provisional = { $what }; provisional

## Tooltips: how well the place is known, and when
map-known-and-days = { $precision ->
    [exact] exact place
    [near] within about 25␣km
    [district] somewhere in the district
   *[other] { "" }
} · { $days }
map-exact-places-and-days = { $places ->
    [one] { $places }␣exact place
   *[other] { $places }␣exact places
} · { $days }

## Labels
map-count-in-place = { $count } in { $place }
map-thousands = { $thousands }k

## What is not drawn, and why
map-drawn = { $total ->
    [one] { $drawn } of { $total }␣incident by { $series } drawn
   *[other] { $drawn } of { $total }␣incidents by { $series } drawn
}
map-beside = { $beside }, { $drawn } of them drawn in outline
map-not-drawn = { $count } not drawn: { $reasons }
map-count-and-reason = { $count } { $reason }
map-reason-governorate = known only to the province
map-reason-line-or-area = known only to a road, a border or a range
map-reason-country = known only to the country
map-reason-sea-or-air = at sea or in the air
map-reason-no-place = without coordinates or a known district
map-reason-outside = outside this view (move the map)
map-reason-no-precision = without a stated precision

## What the map says itself: its tools, its player, to a screen reader
map-says-alt = Arrow keys go from mark to mark, Enter selects, Escape clears. The page Incidents lists the same incidents as a table.
map-says-map = map
map-says-tools = Tools of the map
map-says-tool-pick = Pick: click a mark, with Shift to add it
map-says-tool-box = Select in a box
map-says-tool-lasso = Select in a drawn shape
map-says-tool-circle = Select in a circle
map-says-tool-measure = Measure a distance
map-says-how-box = Drag a box: what lies in it is selected.
map-says-how-lasso = Draw round what you want to select.
map-says-how-circle = Drag from the middle outwards: what lies within is selected.
map-says-how-measure = Click two points.
map-says-adds = Add to the selection
map-says-in-view = Select what is in view
map-says-closer = Closer
map-says-wider = Wider
map-says-home = Whole area
map-says-save = Save this view as a picture (PNG)
map-says-playback = Playback
map-says-play = Play
map-says-pause = Pause
map-says-back = One step back
map-says-ahead = One step ahead
map-says-span = Window
map-says-span-30 = 30 days
map-says-span-month = Month
map-says-span-90 = 90 days
map-says-span-365 = 365 days
map-says-span-grow = Growing
map-says-speed = Speed
map-says-from = First day of the window
map-says-to = Last day of the window
map-says-whole = Whole period
map-says-cursor = Where the window ends
map-says-incidents = Incidents
map-says-killed = Killed
map-says-unknown = unknown
map-says-deaths-unknown = Deaths unknown for

## The key of a map that is a file
map-key-killed = { $count }␣killed

### The page Map, and the map of the Overview.

map-title = Map of incidents, { $place }
map-exact-places-as = Exact places as
map-mode-points = Points
map-mode-heat = Heat
map-mode-hexagons = Hexagons
map-mode-districts = Districts
# A class of rates: above one number, up to another.
map-rate-class = { $over }–{ $upto }
map-rate-title = Incidents per { $area }␣km²
map-rate-title-a-month = Incidents a month per { $area }␣km²
map-rate-none = none
map-rate-uncovered = not covered by { $series }
map-rate-note = Colours are of the whole district: where in it the incidents lay is not shown. The number is of incidents.
map-rate-pale = Pale: fewer than { $least } incidents, the rate says little.
map-rate-no-district = { $count ->
    [one] { $count }␣incident is in no district: its place is known less well.
   *[other] { $count }␣incidents are in no district: their places are known less well.
}
map-rate = { $rate } per { $area }␣km² of { $km2 }␣km²
map-rate-a-month = { $rate } a month per { $area }␣km² of { $km2 }␣km²
map-rate-km2 = km²
map-rate-per = per { $area }␣km²
command-district-rates = Count the incidents of a filter by district, and for 1,000␣km² of it.
map-rate-few = Few incidents: the rate says little.
map-layers = Layers
map-layers-shown = Shown
map-prompt = Click a point, a disc, a shaded district or a number: the incidents behind it open here.
map-accuracy = Main roads are good to 2–3␣km.
map-accuracy-and = Main roads are good to 2–3␣km; { $ground }.
map-not-played = More than { $most } incidents: time can be played over fewer. Choose fewer days or a district.
map-dense = More than { $most } places: points are counted in hexagons, discs are gathered on a grid of half a degree. Choose fewer days or a district to see each.

## Two periods side by side
map-periods = Periods
map-periods-one = One
map-periods-two = Two side by side
map-two-how = For two periods side by side, choose “Compare with” in the filter.
map-two-none = No two periods side by side: { $series } does not cover what the filter compares with.
map-two-a-month = { $mean } a month on covered days
map-two-how-to-read = Both maps have one scale; moving one moves the other. A click selects a place in both. To play time, choose one period.
map-two-lengths = The periods have { $now } and { $then } covered days: compare the averages, not the counts.
map-two-none-selected = Nothing that is selected lies in these days.
map-maps-unknown = maps can be “{ $known }”, not “{ $value }”

## Where the browser cannot draw
map-prompt-undrawable = Choose a mark in the list below the picture: the incidents behind it open here.
map-undrawable = This browser cannot draw the map, as it lacks WebGL 2. A picture stands in its place; below, each mark in words.
map-places-caption = Marks of the map in words
map-places-rest = { $shown } of { $count } marks. Choose fewer days or a district to see the rest.

## Where the map rests while it is played
map-rested = { $days }: { $figures }
map-rested-select = Select these days
map-rested-period = Make them the period

## What was clicked
map-incident-outside = This incident lies outside the filter.
map-mark-caption = Incidents: { $place }
map-mark-rest = { $shown } of { $count }. Choose fewer days or a district to see the rest.

## The legend
map-key-disc = within 25␣km
map-key-district = in the district
map-key-report = the report’s incident
map-what-happened = What happened
map-how-well-known = How well the place is known
map-killed = Killed
map-how-recent = How recent, to the period’s end
map-recent-days = { $count } days
map-recent-older = older
map-marked = Marked
map-uploaded = Uploaded here
map-precision-exact = Exact: village, town, point
map-precision-near = Near: within about 25␣km
map-precision-district = District only: shaded, counted
map-precision-governorate = Province only: at its name
map-precision-line-or-area = Road, border or range: in the list
map-precision-country = Country only: in the list
map-precision-sea-or-air = Sea or air: in the list
map-precision-not-stated = Not stated: in the list

## What is not drawn
map-not-drawn-and-why = { $counts } not drawn, and why
map-place-as-reported = Place as reported
map-why-not-drawn = Why it is not drawn
map-not-drawn-rest = The newest { $shown }. All are on Incidents.
map-not-drawn-caption = Incidents not drawn

## The map as files
map-files = Save
map-files-how = SVG is the map as it opens. CSV and GeoJSON are its marks, with how well each place is known. For what you see now as PNG, press the arrow in the map’s tools.

## The box that finds a place
map-find = Find a place
map-find-how = Find a place: Injana, 34.53 44.63, انجانة
map-found = { $name } ({ $local }), { $kind }, district: { $district }
map-find-none = No place is called “{ $text }”. Perhaps:
map-find-others = Others:
map-find-filter = Within 10␣km as the filter
map-find-select = Select within 10␣km

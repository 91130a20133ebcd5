### Charts: what the pointer reads, names of series, axes, labels on the plot.

## Bars by period
chart-week-of = week of { $day }
chart-uncovered = not covered by { $series }
chart-provisional = { $group }, provisional
chart-stop-group = { $count } { $group }
chart-selected = { $group }, selected
chart-not-selected = { $group }, not selected
chart-moving-average = moving average
chart-mean-hover = { $mean } moving average
chart-date-not-exact = date not exact
chart-date-not-exact-hover = date not exact: { $days }
chart-without-exact-day = { $count ->
    [one] { $count }␣incident without an exact day
   *[other] { $count }␣incidents without an exact day
}

## Deaths by period
chart-killed = killed
chart-killed-hover = { $range } killed
chart-killed-best = best

## Incidents along the roads
chart-no-road = No counted incident lies near a main road in this window.
chart-kilometre-axis = kilometre of the road, from its first-named town
chart-road-and-km = { $road }, km { $first }–{ $last }
chart-road-incidents = { $incidents } incidents: { $exact } exact, outside towns, { $town } at a town’s centre, { $near } within 25␣km
chart-road-exact = exact
chart-road-inexact = town point or near

## Picked on charts, by clicks and keys
picks-chart = chart
picks-keys = Arrow keys go from one to the next, with Shift they take in those between; Enter selects, Shift and Enter adds, Escape clears.
picks-to = To
picks-cells = Click a cell or a bar to select its days; with Shift they are added.
picks-stretches = Click ten kilometres to select them; with Shift they are added.

## Files
chart-files = Save the chart
chart-files-and-table = Table and files
chart-files-how = PNG and SVG are the chart with its days, filter and sources, in light colours. CSV is its numbers.

## A conclusion's indicator through time
chart-no-indicator = Not enough data for this indicator at any date.
chart-indicator = indicator
chart-interval = 90␣% interval
chart-verdict-changes = change of verdict
chart-report-day = report, { $day }
chart-as-of = as of { $day }
chart-right-from = report right from { $value }
chart-right-up-to = report right up to { $value }
chart-wrong-up-to = report wrong up to { $value }

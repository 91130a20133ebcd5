### The main roads by ten kilometres, on the page Map and in `corridor roads`.

command-roads = Count the incidents of a filter along the main roads, by ten kilometres: deaths, the last, and those that followed another within 30␣days.

roads-title = Roads, by 10␣km
roads-on = { $count ->
    [one] { $count }␣incident lies on a main road.
   *[other] { $count }␣incidents lie on a main road.
}
roads-told = Within { $km }␣km of a main road, where the place is known to about { $near }␣km or better; an incident near two roads counts for both. Kilometres from the town that the road’s name begins with.
roads-unplaced = { $count ->
    [one] { $count }␣incident is placed too vaguely for any road.
   *[other] { $count }␣incidents are placed too vaguely for any road.
}
# $told: "2 more told only by others".
roads-beside = Not in these counts: on these roads { $told }.
roads-silent = None on the { $roads }.
roads-none = No incident of this filter lies on a main road.
roads-uncovered = { $series } covers none of these days: what happened on the roads is unknown.
roads-scaled = Before: as many as in days of the same number, at the rate of those compared with.
roads-more = { $count ->
    [one] { $count }␣more road
   *[other] { $count }␣more roads
}
roads-table = The numbers, as a table
roads-caption = Main roads by ten kilometres

## One road, in a line
roads-last = last { $day }
roads-repeats = { $count } within { $days }␣days of another on the same 10␣km
roads-inexact = place to the 10␣km unsure for { $count }
roads-before = { $count } before
roads-selected = { $count }␣selected

## Ten kilometres
roads-stretch = { $road }, km { $first }–{ $last }
roads-kinds = { $exact } exact, outside towns · { $town } at a town’s centre · { $near } within { $radius }␣km
roads-since = last { $day }, { $days ->
    [0] on the last day counted
    [one] { $days }␣day before the last counted
   *[other] { $days }␣days before the last counted
}
roads-not-asked = outside the filter
roads-town = { $town }, km␣{ $km }
roads-in-words = { $road } by ten kilometres: { $figures }.

## The table
roads-column-stretch = Road and kilometres
roads-column-incidents = Incidents
roads-column-unsure = Unsure of the 10␣km
roads-column-killed = Killed
roads-column-unknown = Deaths unknown
roads-column-last = Last
roads-column-repeats = Within { $days }␣days of another
roads-column-before = Before

## The key
roads-key-exact = incidents, placed exactly outside towns
roads-key-inexact = at a town’s centre, or known to about { $near }␣km
roads-age-recent = last in 90␣days
roads-age-older = last in 180␣days
roads-age-oldest = earlier
roads-key-killed = killed
roads-key-back = came back within { $days }␣days
roads-key-before = incidents before
roads-key-selected = selected

### The page Timeline in other shapes than bars, and `corridor timeline --view`.

view = View
view-shape-bars = bars
view-shape-multiples = side by side
view-shape-calendar = calendar
view-shape-years = years over each other
view-shape-mirrored = two periods mirrored
view-split = A chart for each
view-split-district = district
view-split-type = type

## Under the mouse, and in the table
view-cell = { $days }: { $count ->
    [one] { $count }␣incident
   *[other] { $count }␣incidents
}
view-cell-uncovered = { $days }: not covered by { $series }
view-cell-selected = { $cell }, { $count } selected
view-cell-of = { $name }, { $cell }
view-cell-part = ({ $covered } of { $days } days covered)
view-so-far = { $count ->
    [one] { $count }␣incident in { $year } so far
   *[other] { $count }␣incidents in { $year } so far
}
view-weekday = { $day ->
    [0] Mon
    [1] Tue
    [2] Wed
    [3] Thu
    [4] Fri
    [5] Sat
   *[6] Sun
}
view-year-to = { $year } to { $day }
view-day-of-period = day of the period
view-period-total = { $days }: { $count ->
    [one] { $count }␣incident
   *[other] { $count }␣incidents
}
view-class = { $low }–{ $high }

## What each says
# $groups: "Hawija 15, Khanaqin 12 and Kirkuk 8".
view-multiples-says = Most incidents in { $period }: { $groups }
view-multiples-says-none = No incident in { $period }
view-group-count = { $name } { $count }
view-left-out = { $count ->
    [one] { $count } more has { $incidents } and is not drawn.
   *[other] { $count } more have { $incidents } together and are not drawn.
}
view-unplaced = { $count ->
    [one] { $count }␣incident of the period is in no chart: its district is not known.
   *[other] { $count }␣incidents of the period are in no chart: their district is not known.
}
view-multiples-how = { $grain ->
    [year] All charts have one scale and a bar for each year. The number beside a name is that of the period, which is shaded; the number on a bar is its highest.
   *[month] All charts have one scale and a bar for each month. The number beside a name is that of the period, which is shaded; the number on a bar is its highest.
}
view-calendar-says = { $grain ->
    [day] Incidents on { $some } of { $known } covered days, most on { $days }: { $most }
   *[month] Incidents in { $some } of { $known } covered months, most in { $days }: { $most }
}
view-calendar-says-none = No incident on a day that is known
view-inexact-left-out = { $grain ->
    [day] { $count ->
        [one] { $count }␣incident without an exact day is on no day.
       *[other] { $count }␣incidents without an exact day are on no day.
    }
   *[month] { $count ->
        [one] { $count }␣incident of which even the month is not known is in no month.
       *[other] { $count }␣incidents of which even the month is not known are in no month.
    }
}
view-uncovered-cells = { $view ->
    [years] Lines break where { $series } covers nothing.
   *[other] Hatched: not covered by { $series }.
}
# $then: "53 in 2017", $most: "304 in 2014", $day: "31 Dec".
view-years-says = { $count } in { $year }, { $then } and, the most, { $most }, each to { $day }
view-years-says-alone = { $count ->
    [one] { $count }␣incident in { $year }
   *[other] { $count }␣incidents in { $year }
}
view-count-in = { $count } in { $year }
view-years-how = Incidents added up month by month.
view-inexact-years = { $count ->
    [one] { $count }␣incident whose month is not known counts in that of its first day.
   *[other] { $count }␣incidents whose month is not known count in that of their first day.
}
view-mirrored-says = { $count } incidents in { $days }, { $then } in { $others }
view-mirrored-says-now = { $count } incidents in { $days }; { $others } is not covered by { $series }
view-mirrored-how = { $grain ->
    [day] Above: the period. Below: { $days }. Day by day from the first of each.
    [week] Above: the period. Below: { $days }. By weeks from the first day of each.
   *[month] Above: the period. Below: { $days }. By 30 days from the first day of each.
}
view-mirrored-lengths = The periods have { $now } and { $then } days: compare the bars, not the sums.
view-period-ends = the period ends
view-kicker = Timeline · { $place }
view-nothing-covered = { $series } covers no day of the period, so that there is nothing to compare.
view-part-covered = { $days } days of { $all } in { $period } are covered by { $series }.

## Table and file
view-table = { $count ->
    [one] Table of { $count } row
   *[other] Table of { $count } rows
}
view-table-rest = { $shown } of { $count } rows: those with incidents, and those not covered. The file has all.
view-caption = The counts that the chart shows
view-column-group = Of
view-column-days = Days
view-column-covered = Days covered
view-unknown = no view is called “{ $value }”; there are { $known }
view-multiples-takes = --view multiples takes --stack { $known }
option-view = the counts of another view of the Timeline page; multiples are by --stack
view-side-now = the period
view-side-compared-with = compared with

### The page Timeline, and the line of months of the Overview.

timeline-kicker = { $period ->
    [day] Timeline · { $place } · by day
    [week] Timeline · { $place } · by week
    [month] Timeline · { $place } · by month
   *[year] Timeline · { $place } · by year
}
timeline-told = Bars and averages count { $series } alone.
timeline-picks = Click a bar, or draw across several, to select their days; with Shift they are added.
timeline-strong = strong: { $figures } selected
timeline-bars-by = Bars by
timeline-bars-auto = auto
timeline-bars-day = day
timeline-bars-week = week
timeline-bars-month = month
timeline-bars-year = year
timeline-stacked-by = Stacked by
timeline-stack-type = type
timeline-stack-province = province
timeline-stack-actor = actors
timeline-moving-average = Moving average
timeline-uncovered = not covered by { $series }
timeline-provisional = provisional, by { $continuation }
timeline-legend-period = { $period }:
timeline-months-in-words = Incidents by month. { $level }.
timeline-in-words = { $period ->
    [day] Incidents by day. { $level }. The numbers are in the table.
    [week] Incidents by week. { $level }. The numbers are in the table.
    [month] Incidents by month. { $level }. The numbers are in the table.
   *[year] Incidents by year. { $level }. The numbers are in the table.
}

## Deaths
timeline-deaths = Reported deaths
timeline-deaths-key = Bar: lowest to highest count. Line: best estimate. No mark: no count was given.
timeline-deaths-in-words = Reported deaths, lowest to highest count. Most in { $days }: { $killed } killed. The numbers are in the table.
timeline-deaths-none = Reported deaths: no source states a count.

## The table
timeline-incidents = Incidents
timeline-killed = Killed (low–high)
timeline-deaths-unknown = Deaths unknown for
timeline-newest = The newest { $count } periods.
timeline-table = { $period ->
    [day] Table of { $count } periods with incidents, by day
    [week] Table of { $count } periods with incidents, by week
    [month] Table of { $count } periods with incidents, by month
   *[year] Table of { $count } periods with incidents, by year
}
timeline-caption = Incidents and deaths by period

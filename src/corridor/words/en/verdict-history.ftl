### The days on which a verdict changed

turned-title = Each day on which this verdict changed
turned-under-way = Measuring each day since { $year }
turned-told = { $count ->
    [0] The verdict never changed from { $days }.
    [one] The verdict changed once, { $days }.
   *[other] The verdict changed { $count } times, { $days }.
}
turned-by = It was tipped { $reasons }.
turned-by-entered = { $count ->
    [one] once by an incident that happened
   *[other] { $count }␣times by an incident that happened
}
turned-by-left = { $count ->
    [one] once by one that left the window
   *[other] { $count }␣times by one that left the window
}
turned-by-together = { $count ->
    [one] once by several together
   *[other] { $count }␣times by several together
}
turned-by-periods = { $count ->
    [one] once by no incident: the window’s equal periods moved on by a day
   *[other] { $count }␣times by no incident: the window’s equal periods moved on by a day
}
turned-by-baseline = { $count ->
    [one] once by no incident: the earlier months moved on by one
   *[other] { $count }␣times by no incident: the earlier months moved on by one
}
turned-by-coverage = { $count ->
    [one] once by the coverage
   *[other] { $count }␣times by the coverage
}
turned-stood = { $days ->
    [one] Half of the times it changed back or on after one day.
   *[other] Half of the times it changed back or on within { $days }␣days.
}
turned-day = Day
turned-from-to = Verdict before and from then on
turned-what = What tipped it
turned-see = See this day
turned-arrow = to
turned-caption = The days on which the verdict of finding { $number } changed
turned-shown = Shown
turned-shown-tipped = Tipped by incidents ({ $count })
turned-shown-all = All ({ $count })
turned-newest = The newest { $shown } of { $count }. `corridor verdict-history` lists all.
turned-none-tipped = No single incident ever tipped it.
turned-why-entered = { $count ->
    [one] Happened on this day; without it the verdict would have stayed:
   *[other] Happened on this day; without any one of them the verdict would have stayed:
}
turned-why-left = { $count ->
    [one] Left the window, and tipped it by that alone:
   *[other] Left the window; each would have tipped it alone:
}
turned-why-together = { $side ->
    [entered] Happened on this day; without all of them the verdict would have stayed:
    [left] Left the window, and tipped it together:
   *[both] Some happened and some left the window; together they tipped it:
}
turned-why-periods = No incident. The window’s equal periods moved by a day, and the same incidents fall into others.
turned-why-baseline = No incident. The earlier months that show how much months vary moved on by one.
turned-why-coverage = No incident. How much of the window the series covers changed.
turned-incident = { $day }, { $place }: { $event }, killed: { $killed }

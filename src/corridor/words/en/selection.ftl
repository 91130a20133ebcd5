### What is selected, shown under the filter on every page.

selection = Selection
# $figures: "13 of 104 incidents, 45 of 312 killed".
selection-told = Selected: { $figures } · { $what }
selection-of = { $all ->
    [one] { $count } of { $all }␣incident
   *[other] { $count } of { $all }␣incidents
}
selection-killed = { $count } of { $all }␣killed
picked-mark = { $count ->
    [one] a place on the map
   *[other] { $count }␣places on the map
}
picked-incident = { $count ->
    [one] a single incident
   *[other] { $count }␣single incidents
}
picked-area = { $count ->
    [one] a drawn area
   *[other] { $count }␣drawn areas
}
picked-circle = { $count }␣circles
picked-dates = { $count }␣spans of time
picked-district = { $count }␣districts
picked-road = { $count }␣stretches of roads
picked-finding = { $count }␣lists of evidence
selection-a-circle = within { $km }␣km of a point
selection-stretch = { $road }, kilometres { $first } to { $last }
selection-evidence = { $side ->
    [supporting] evidence for a finding
    [contradicting] evidence against a finding
   *[other] incidents that the report names
}
selection-empty = { $terms ->
    [one] What was selected is not among the filter’s incidents now.
   *[other] { $count } of the { $terms } things selected hold no incident of this filter.
}
selection-too-vague = { $count ->
    [one] { $count }␣incident of the filter is placed too vaguely for a shape on the map to hold it.
   *[other] { $count }␣incidents of the filter are placed too vaguely for a shape on the map to hold them.
}
selection-may-lie-there = { $others ->
    [0] { $count }␣of those placed to about 25␣km, a district or worse may lie there.
   *[other] { $count }␣of those placed to about 25␣km, a district or worse may lie there, and { $others } told only by others.
}
selection-outside-period = Days outside the filter’s period are not counted; “Make it the filter” moves the period there.
selection-problems = Not everything of the selection could be taken
selection-unreadable = “{ $text }” says nothing and was left out
selection-too-long = { $count } things are selected; the first { $most } are kept
selection-clear = Clear selection
selection-as-filter = Make it the filter

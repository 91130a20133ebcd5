### The Overview.

report-as-of = { $report } · as of { $day } · by { $name }
overview-caution-why = { $warning }: a rise may come from better reporting.
overview-scope = **The headline and the findings always cover { $region } and all { $country }.**
overview-scope-shown = Key figures, map and charts show { $place }.

## The first questions, each in a line
short-worse-asked = Worse?
short-where-asked = Where?
short-lately-asked = Lately?
short-sure-asked = How sure?
short-worse = { $told }. Compared with { $days }.
short-not-compared = Cannot be said: { $series } covers no earlier period of this length.
short-incidents-compared = { $level ->
    [more] **More incidents{ $each }:** { $now }, up from { $before }
    [fewer] **Fewer incidents{ $each }:** { $now }, down from { $before }
    [none] **No incidents,** as before
   *[same] **As many incidents{ $each }:** { $now }, as before
}
short-attacks-compared = { $level ->
    [more] attacks by { $armed_group } { $now }{ $each }, up from { $before }
    [fewer] attacks by { $armed_group } { $now }{ $each }, down from { $before }
    [none] no attacks by { $armed_group }, as before
   *[same] attacks by { $armed_group } { $now }{ $each }, as before
}
short-and-attacks = { $incidents } ({ $attacks })
short-beside = Not in these numbers: { $told }.
# What stands after the name of a figure that is a mean.
short-a-month = { " " }a month
short-killed-compared = { $level ->
    [more] **more killed{ $each }:** { $now }, up from { $before }
    [fewer] **fewer killed{ $each }:** { $now }, down from { $before }
    [none] **nobody killed,** as before
   *[same] **as many killed{ $each }:** { $now }, as before
}
short-lately = { $told }. { $days }, compared with { $before }.
short-thin = The last weeks of a record are often coded later.
short-district = { $district } { $count }
short-where = **{ $districts }** of { $count } incidents, by district.
short-no-district = District not known for { $count }.
short-sure = **Confidence { $level }:** { $checks }.

## Where and when
overview-where = Where: most in { $districts }
overview-where-unknown = Where: no district is known
overview-where-key = Colour: type. Size: deaths. A disc: somewhere within about 25␣km
overview-when-uncovered = When: { $series } covers no day of this period
overview-when-no-baseline = When: no baseline, { $series } does not cover { $years }
overview-when-no-month = When: no whole month to compare with { $years }
overview-when-since = When: above the average of { $years } in every month since { $month }
overview-when-months = When: above the average of { $years } in { $above } of { $months } whole months

## The table of incidents
overview-latest = Latest incidents

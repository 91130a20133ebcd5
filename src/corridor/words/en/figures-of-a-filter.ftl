### The key figures of a filter, and the levels that charts and headlines compare.

key-figure-incidents = incidents
key-figure-armed-clashes = armed clashes
key-figure-attacks-on-civilians = attacks on civilians
key-figure-killed = killed
key-figure-civilians-killed = civilians killed
figures-none = { $series }’s data cover no day of this period, so nothing can be counted.
figures-no-comparison = no comparison
figures-year-before = year before: { $change }

## The note under them
figures-acts = { $told }.
acts-counted-attacks = { $count ->
    [one] { $count } attack by { $armed_group }
   *[other] { $count } attacks by { $armed_group }
}
acts-counted-operations = { $count ->
    [one] { $count } operation against { $armed_group }
   *[other] { $count } operations against { $armed_group }
}
figures-a-month = { $change } a␣month
figures-and-before = { $counted } ({ $before } in { $days })
figures-and-mean = { $counted }, { $mean } a month ({ $before } a month in { $days })
figures-counted-before = Counted by { $series }, { $period }; change against the { $days } before.
figures-counted-over-a-year = Counted by { $series }, { $period }; change against the 12 months before.
figures-counted-alone = Counted by { $series }, { $period }; change against nothing: no earlier period is covered.
figures-counted-against = Counted by { $series }, { $period }; change against { $days }.
figures-counted-by-mean = Counted by { $series }, { $period }; change of the average month against { $days }, on covered days.
figures-counted-uncovered = Counted by { $series }, { $period }; change against nothing: { $days } is not covered.
figures-counted-overlapping = Counted by { $series }, { $period }; change against nothing: a period of over a year overlaps the year before.
figures-compared-cut = Of { $days }, only { $covered } are covered.
figures-compared-shared = { $count ->
    [one] { $count }␣day is in both periods.
   *[other] { $count }␣days are in both periods.
}
figures-killed-between = Killed: between { $low } and { $high }.
figures-of-killed = * Of those killed, { $now }.
figures-of-killed-and-before = * Of those killed, { $now }; in { $days }, { $before }.
figures-of-killed-none = none
figures-of-killed-long = { $incidents ->
    [one] { $killed } in { $incidents }␣incident that lasted a week or longer
   *[other] { $killed } in { $incidents }␣incidents that lasted a week or longer
}
figures-counted-with-gap = Counted by { $series }, { $period }; change against nothing: the period has days that are not covered.
figures-cut = Only days that are covered are counted; the others of this period are unknown.
figures-provisional = { $count ->
    [one] { $count }␣incident is provisional.
   *[other] { $count }␣incidents are provisional.
}

## Levels
level-none = { $series }’s data cover no day of this period
level-in-the-period = in the period
level-in-the-covered = in the part that { $series } covers, { $days }
level-compared = { $mean } incidents a month { $when }; { $before } in { $years }
level-thin = From { $day } on { $series } is thin: what happened in the last weeks of a record is often coded later.
level-alone = { $mean } incidents a month { $when }; no baseline: { $series } does not cover { $years }
level-of-period = { $period ->
    [day] { $mean } a day
    [week] { $mean } a week
    [month] { $mean } a month
   *[year] { $mean } a year
}
level-of-baseline = { $years }: { $level }

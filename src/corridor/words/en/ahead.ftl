### A range for the next month, where it may be, and how good such looks ahead were.

command-next-month = Say between which numbers the next month’s incidents may lie, for places where such ranges have proved good.
command-where-next = Say in which districts the next month’s incidents may lie, and how much such lists have held.

ahead-title = What stands out, and what may come
ahead-title-told = Looks at whole months that are covered. None of it is a forecast of a single attack.
ahead-stands-out-asked = What stands out?
ahead-rule-asked = Does this rule tell anything?
ahead-next-asked = How many next month?
ahead-where-asked = Where next?
ahead-to-method = How good these have been

## Next month
ahead-told = { $known ->
    [yes] { $month }, after the last whole month of this period: { $places }.
   *[no] { $month }, after the last month that { $series } covers whole: { $places }.
}
ahead-place = { $place } { $range }
ahead-place-known = { $place } { $range } ({ $count } came)
ahead-held = Such ranges are made to hold 80 of 100 months; of the { $months } before they held { $held }.
ahead-lead = { $clear ->
    [all] On average they missed by less than plainer guesses do.
    [none] On average they missed by less than plainer guesses do, but not beyond doubt.
   *[some] On average they missed by less than plainer guesses do, beyond doubt only for { $places }.
}
ahead-thin = More of the last weeks may be coded later, so these ranges may be too low.
ahead-not-given = No range for { $places }: { $why ->
    [last-month] it did not beat last month’s number.
    [twelve-months] it did not beat the average of twelve months.
    [season] it did not beat the same month of three years.
    [seldom] such ranges held too few months.
    [few] fewer than five years can be judged.
   *[uncovered] not all of the twelve months before are covered.
}
ahead-none-given = { $month }: no range is given.

## Where next
where-next-told = { $month }: in the six months before, most incidents were in { $districts }.
where-next-held = In { $months } months since { $since } the five districts at the top of such a list held { $held } of the next month’s incidents. A list of twelve months held { $by_year }, the best five, which nobody could know, { $best }.
where-next-no-better = So the last six months tell no more than the last twelve.
where-next-few = { $month }: too few incidents with a district to say where.
where-next-unplaced = { $count ->
    [one] { $count }␣incident of the six months names no district.
   *[other] { $count }␣incidents of the six months name no district.
}

## Columns
ahead-column-place = place
ahead-column-month = last whole month
ahead-column-against = compared with
ahead-column-range = next month
ahead-column-held = held
ahead-column-smoothed = miss
ahead-column-last-month = last month’s
ahead-column-twelve-months = twelve months’
ahead-column-season = season’s
ahead-column-year = year
ahead-caption = How good the ranges of the next month were, in each place
ahead-note = **Next month.** Held: months within their range, of 80 in 100 that it is made to hold. Miss: of a whole range, in incidents (the continuous ranked probability score); less is better. The others are ranges by last month’s number, the average of twelve months, and the same month of three years. Where one of them misses as little, no range is given.
ahead-caption-years = The same by year
ahead-note-years = **The same by year**, where a range is given.

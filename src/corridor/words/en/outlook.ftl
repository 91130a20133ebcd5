### What an upload or an undo changes, before and after it is written.

## What is added
adds-new = { $count ->
    [one] { $count }␣new incident
   *[other] { $count }␣new incidents
}
adds-joined = { $count ->
    [one] { $count }␣more account of a known incident
   *[other] { $count }␣more accounts of known incidents
}
adds-repeated = { $count ->
    [one] { $count }␣known account under a new id
   *[other] { $count }␣known accounts under new ids
}
adds-updated = { $count ->
    [one] { $count }␣update
   *[other] { $count }␣updates
}
no-row-adds = nothing
added-kind-new = new incidents
added-kind-joined = more accounts of known incidents
added-kind-updated = updates
added-in-month = { $added }, in { $month }.
added-in-months = { $added }, { $first } to { $last }.
added-most-in = { $added }, { $first } to { $last }, most in { $most } ({ $count }).
added-not-on-the-map = { $count } cannot be shown on the map.
added-without-day = { $count } with no exact date, only the month.
added-before = Nothing is added: this file was uploaded before. To see rows that were hidden since, undo the retraction.

## Rows that add nothing
beside-withdrawn = { $count ->
    [one] { $count }␣incident withdrawn by this release.
   *[other] { $count }␣incidents withdrawn by this release.
}
beside-kept-apart = { $count ->
    [one] { $count }␣account kept apart for good.
   *[other] { $count }␣accounts kept apart for good.
}
beside-undecided = { $count ->
    [one] { $count }␣account counted separately until linked.
   *[other] { $count }␣accounts counted separately until linked.
}
beside-skipped = { $count ->
    [one] { $count }␣row left out.
   *[other] { $count }␣rows left out.
}
beside-already-here = { $count ->
    [one] { $count }␣row already here.
   *[other] { $count }␣rows already here.
}
beside-refused = { $count ->
    [one] { $count }␣row refused.
   *[other] { $count }␣rows refused.
}

## The filter's figures
outlook-figures = { $place }: { $moved }.
outlook-no-figure = { $place }: no figure changes.
outlook-no-figure-of = { $place }: no figure changes ({ $figures }).
outlook-outside = What the file adds lies outside the current filter.
moved-incidents = { $before } → { $after } incidents by { $series }
moved-count = { $before } → { $after }
moved-low = low { $before } → { $after }
moved-high = high { $before } → { $after }
moved-killed = { $best } killed
moved-killed-and-range = { $best } killed ({ $range })
moved-deaths-unknown = deaths unknown for { $before } → { $after }
moved-civilians-killed = civilians killed { $before } → { $after }
moved-districts = districts { $before } → { $after }
moved-not-on-the-map = not on the map { $before } → { $after }
moved-by-others = told only by others { $before } → { $after }
moved-by-series = told only by { $series } { $before } → { $after }

## What an undo does to the number of incidents; $name is the upload's
undo-hides = { $count ->
    [one] { $name }: { $count }␣incident will be hidden.
   *[other] { $name }: { $count }␣incidents will be hidden.
}
undo-shows = { $count ->
    [one] { $name }: { $count }␣incident will be seen again.
   *[other] { $name }: { $count }␣incidents will be seen again.
}
undo-same = { $name }: the number of incidents stays the same.

## Verdicts
outlook-verdicts-fixed = No verdict changes (as of { $day }): no row comes from { $series } or is linked to an incident that is already here.
outlook-verdicts-same = No verdict changes, and no figure behind one (as of { $day }).
outlook-verdicts-alone = { $verdicts ->
    [one] { $verdicts }␣verdict of { $all } changes (as of { $day }).
   *[other] { $verdicts }␣verdicts of { $all } change (as of { $day }).
}
outlook-verdicts-and-others = { $verdicts ->
    [one] { $verdicts }␣verdict of { $all } changes (as of { $day })
   *[other] { $verdicts }␣verdicts of { $all } change (as of { $day })
}; of { $others ->
    [one] { $others }␣other conclusion
   *[other] { $others }␣other conclusions
} a number or the confidence does.
outlook-others = No verdict changes (as of { $day }); of { $others ->
    [one] { $others }␣conclusion
   *[other] { $others }␣conclusions
} a number or the confidence does.
outlook-conclusions = { $numbers }. { $name }
outlook-outcome = { $verdict } · { $part } { $figure } · confidence { $confidence }
outlook-part = { $sentence } { $verdict }.

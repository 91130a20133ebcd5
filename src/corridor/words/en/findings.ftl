### What the data say to the conclusions of a report.

reason-and-beside = { $told }; { $beside }, { $times } the old rate.
reason-and-none-beside = { $told }; no { $subject } recorded.
told-of = { $label }: { $told }
finding-uncovered = { $series }’s data cover too little of the year before this date.
coverage-gap = { $series }’s data cover { $covered } of the { $days } days up to this date; they end on { $last }. The other days are unknown, not quiet.
coverage-gaps = { $series }’s data cover { $covered } of the { $days } days up to this date. Not covered: { $gaps }. Those days are unknown, not quiet.
coverage-none = { $series } says nowhere which days it covers, so it measures nothing. Add the first and the last day that it covers on Uploads.
thresholds-told = the report would be right at { $claim } or more, wrong at { $denial } or less
thresholds-told-with-end = the report would be right from { $claim } to { $most }, wrong at { $denial } or less

## Amounts
no-limit = no limit
kilometres = { $count }␣km
times = { $count }␣times

## Shares
daily-share-told = { $unlocated ->
    [0] { $incidents } on record. Allowing for those that went unrecorded, attacks on { $share } of days.
   *[other] { $incidents } and { $unlocated } known only to the province on record. Allowing for those that went unrecorded, attacks on { $share } of days.
}
daily-share-loose = the upper end adds { $incidents } known only to the province
days-share-told = an incident began on { $hit } of { $days } days.
needed-factor-told = to be right, the report needs { $times } the incidents on record.
period-share-told = { $hit ->
    [0] { $incidents } in the last { $periods } months.
   *[other] { $incidents }, in { $hit } of the last { $periods } months.
}
share-told = { $hit } of { $total } ({ $share }).

## A place among others
contrast-told = { $others ->
    [one] The one other district: { $steady } as steady.
   *[other] { $steady } of { $others } other districts are as steady.
}
told-and-contrast = { $told } { $contrast }

## Levels now and then
months-vary = months vary { $now } times as much as chance now, { $then } then; neighbours correlate by { $neighbours }
nothing-to-compare = no incident to compare.
subject-count = { $count } { $subject }
ratio-told = { $incidents }, { $times } the old rate ({ $range }).
ratio-told-clearly = { $incidents }, { $times } the old rate ({ $range }), clearly more.
districts-hit-told = { $now } a month, against { $then } then.

## Places
place-not-decided = no account places it closely enough.
place-told = { $distance } outside { $place }, give or take { $tolerance }.
place-decided-by = { $account }, ±␣{ $tolerance }
accounts-naming-told = { $named ->
    [0] no independent account of { $accounts } names { $place }.
    [one] { $named }␣independent account of { $accounts } names { $place }.
   *[other] { $named }␣independent accounts of { $accounts } name { $place }.
}
misplaced-told = { $hit } of { $total } lie outside, by more than places are uncertain.
misplaced-not-recorded = no source here records which province the reporter named.
outside-told = { $hit } of { $total }.
account-not-here = not in the store.
account-distance-told = { $distance } (precision { $precision }).

## Recurrence
repeats-told = { $first } of { $all } were repeats, elsewhere { $second } of { $rest }.
repeats-told-too-close = { $first } of { $all } were repeats, elsewhere { $second } of { $rest }; incidents lie too close together to tell places apart.
repeats-compared = { $first } of { $all } against { $second } of { $rest }
pairs-told = { $seen }; chance alone would give { $chance }.

## The mix of sources
source-mix-warning = { $source } is cited for { $now } of the incidents in { $place } in the year to { $day }, { $before } in the year before. A rise in that time may come from better reporting.
source-mix-short = { $source }’s share of the reports grew from { $before } to { $now }

## Beside a conclusion, where an upload's effects are told
beside-incidents = Incidents
beside-incidents-told = { $supporting } for, { $contradicting } against
beside-spells = Spells without one
beside-spells-told = { $spells }, { $days } days
beside-confidence = Confidence, { $check }

## What an upload's outlook works on
outlook-adding = Adding the rows to a copy
outlook-counting = Counting what the filter keeps
outlook-verdicts = Working out the verdicts
outlook-months = Counting what is added by month

## What a series cannot measure
part-without-baseline = { $name } has no baseline: it does not cover { $years }.
part-not-everywhere = { $name } covers too little of { $country } in the year before this date.
part-of-other-series = Not measured by { $name }: how much it leaves out is known for { $known } only.

### The page Findings. What the report says is its own; what the data say of it is in the findings' messages.

findings-concluded = What { $publisher } concluded ({ $day }), tested on { $series }’s data.
findings-told = { $about } **The filter never changes a verdict**; it only shortens the lists of evidence.
findings-as-of = As of
findings-as-of-report = As of the report, { $day }
findings-as-of-period = As of the end of the period
findings-contents = The findings

## The parts of a finding
finding-part = Part
finding-verdict = Verdict
finding-parts-caption = Parts of finding { $number }
finding-beside = shown beside
finding-with-judgements = (with judgements: { $verdict })
finding-confidence = **Confidence: { $level }.**
finding-likelihood = { $part }: that the report is right is { $likelihood } (probability { $chance }).
finding-bar = { $part }: { $figure }, could be { $range }. The report would be right from { $claim }, wrong up to { $denial }.
finding-bar-without-range = { $part }: { $figure }, could be anything. The report would be right from { $claim }, wrong up to { $denial }.

## Its indicators through time
finding-no-history = This part does not change with time.
finding-no-chart = No chart for this part.
finding-history = { $part }, as of each month’s end
finding-history-key = { $indicator }. Band: the range the data allow (90␣%). Dashed: where the report would be right or wrong.
finding-history-in-words = { $part }, { $indicator }, by month: first { $first }, { $first_month }; highest { $highest }, { $highest_month }; last { $last }, { $last_month }.
finding-roads = Incidents along the roads: shown, not counted
finding-roads-key = Incidents near a main road, by ten kilometres of it. Filled: an exact place outside the towns. Open: only the town’s centre, or a place known to about 25␣km.
finding-roads-in-words = Incidents near each main road, by ten kilometres of it: most on { $stretch }, { $count } of { $all }.

## The charts as files
finding-file-title = { $number } { $title }: { $what }
finding-file-told = As of { $day }. The report says: { $words }
finding-file-as-of = As of
finding-file-value = Value
finding-file-verdict = Verdict
finding-file-caption = The indicator by month
finding-file-note = Each December, each month that changed the verdict, and the last. The file has every month.

## How it was tested
finding-how = How this was tested, and what was not
finding-thresholds = Thresholds
finding-threshold = { $part }, { $indicator }: { $threshold }. { $sentence }
finding-not-tested = What these data cannot test
finding-assumptions = Assumptions
finding-gaps = Known gaps
finding-changes-verdict = What would change the verdict
finding-checks = Checks behind the confidence
finding-check = { $name }: { $words } ({ $level })
finding-also-measured = Also measured; not part of the verdict
finding-data-say = What the data say
finding-beside-caption = Figures beside the parts

## Reports that cannot be used
reports-refused = { $count ->
    [one] One report cannot be used, and is not shown. Mend its file, then start the server again.
   *[other] { $count } reports cannot be used, and are not shown. Mend their files, then start the server again.
}
no-report-about = Conclusions of reports
no-report = No report is tested
no-report-why = There is no report in { $folder } that can be used. The incidents are shown all the same.

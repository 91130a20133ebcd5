### Findings in short words: figures, thresholds, trend, confidence, the headline.

## Figures
amount-times = { $count }×
amount-days = { $count }␣days
figure-of = { $found }␣of␣{ $all }
figure-and-range = { $figure } ({ $range })
figure-label = { $part }: { $name }
figure-label-and-range = { $part }: { $name } ({ $range })
threshold-right = right
threshold-wrong = wrong
card-then = At the report, { $day }: { $verdict }
trend-rising = ▲␣rising
trend-falling = ▼␣falling

## Confidence: the checks that set it
verdict-confidence = Confidence: { $level } · { $checks }
verdict-check-incidents = few incidents
verdict-check-sources = few sources
verdict-check-location = places uncertain
verdict-check-day = dates uncertain
verdict-check-accounts = accounts disagree
verdict-check-stability = depends on the rules

## All conclusions in one sentence: "Of 5 conclusions, 4 are partly supported and 1 lacks data"
verdicts-counted = Of { $count } conclusions, { $told }
verdicts-of-a-kind = { $count ->
    [one] { $count } is { $verdict }
   *[other] { $count } are { $verdict }
}
verdicts-lacking-data = { $count ->
    [one] { $count } lacks data
   *[other] { $count } lack data
}

## The answer to the report's question. $level: same, or other (then $times tells how it is).
answer-none = The data cannot say whether ISIS is back
answer-verdict = { $title }: { $verdict }
answer-first = { $level ->
    [same] { $place } sees as many ISIS incidents as in { $years }
   *[other] { $place } sees { $times } times as many ISIS incidents as in { $years }
}
answer-other = { $level ->
    [same] { $place } as many
   *[other] { $place } { $times } times
}
answer-figures = **{ $count }** in { $place } in the year, { $times } times the old rate (could be { $range })

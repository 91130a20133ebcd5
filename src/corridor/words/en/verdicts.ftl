### Findings in short words: figures, thresholds, confidence, the headline.

## Figures
amount-times = { $count }×
amount-days = { $count }␣days
figure-of = { $found }␣of␣{ $all }
figure-and-range = { $figure } ({ $range })
figure-label = { $part }: { $name }
figure-label-and-range = { $part }: { $name } ({ $range })
threshold-right = holds
threshold-wrong = fails
series-verdict = { $name }: { $verdict } ({ $confidence })
card-then = At the report, { $day }: { $verdict }
card-year-before = A year before: { $figure }
card-part = { $part }: { $verdict }

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

## The answer to the report's question. $level: same, none (no old level), zero (nothing happened),
## open-more or open-fewer (the range allows both), or other (then $times tells how it is); $first is the level that the sentence began with.
answer-none = The data cannot say whether ISIS is back
answer-verdict = { $title }: { $verdict }
answer-rate = { $level ->
    [same] { $subject } in { $place } were about as many as in { $years } ({ $times } times, { $range })
    [open-more] { $subject } in { $place } were not clearly more than in { $years }: { $times } times ({ $range })
    [open-fewer] { $subject } in { $place } were not clearly fewer than in { $years }: { $times } times ({ $range })
    [none] { $subject } in { $place } cannot be compared with { $years }
    [zero] { $subject } in { $place }: none on record in the year
   *[other] { $subject } in { $place } were { $times } times those of { $years } (could be { $range })
}
answer-and-beside = { $level ->
    [same] { $told }, { $subject } about as many ({ $times } times, { $range })
    [none] { $told }
    [zero] { $told }, { $subject }: none recorded
   *[other] { $told }, { $subject } { $times } times { $first ->
        [other] { "" }
        [open-more] { "" }
        [open-fewer] { "" }
       *[same] those of { $years }{ " " }
    }({ $range })
}
answer-incidents = ISIS incidents
answer-figures-told = Year to { $day }, against { $years }: { $told }.
answer-figures-of = { $place } { $figures }
answer-figures = { $level ->
    [zero] **no** recorded { $subject }
   *[other] **{ $count }** { $subject }, { $times } times ({ $range })
}
answer-warning = Caution: { $alone } of { $counted } incidents rest on { $source } alone

## Ways of counting
ways-told = { $part }: { $verdict } in { $same } of { $all } ways of counting
ways-others = { $verdict } in { $count }
ways-values = from { $least } to { $most }
ways-title = Counted in other ways: each mark is one way, the dot the report’s own
ways-caption = Every way of counting
ways-dot = { $way }: { $value }, { $verdict }
ways-own = as the report’s part counts it

## What a verdict hangs on
sensitivity-title = What this verdict hangs on
sensitivity-under-way = Measuring again, with one thing changed at a time
sensitivity-caption = What was changed, and the verdict then
sensitivity-change = Changed
sensitivity-left-out = Incidents left out
sensitivity-standing = Does it stand?
sensitivity-of-source = without { $what }
sensitivity-of-incident = without the incident { $what }
sensitivity-of-place = with places known to about 25␣km or better alone
sensitivity-of-thresholds = { $what ->
    [right-higher] with “right” set 20␣% higher
    [right-lower] with “right” set 20␣% lower
    [wrong-higher] with “wrong” set 20␣% higher
   *[wrong-lower] with “wrong” set 20␣% lower
}
sensitivity-of-provisional = by { $what } alone, without its provisional part
sensitivity-of-series = measured by { $what } instead
sensitivity-is-stands = stands
sensitivity-is-moves = changes
sensitivity-is-untried = not tried: too few incidents name their channel
sensitivity-told = “{ $verdict }” stands in { $same } of { $all } changes
sensitivity-otherwise = { $change } it is “{ $verdict }”
sensitivity-alone = { $moving ->
    [0] No single incident carries it: each of { $all } was left out in turn.
    [one] One incident of { $all } carries it: without that one the verdict is another.
   *[other] { $moving } incidents of { $all } carry it: without any one of them the verdict is another.
}
sensitivity-many = Single incidents were not left out in turn: there are too many.
sensitivity-rest = { $count } more incidents carry it alone: the command line lists them.

## How many tests
tests-counted = { $count } parts are tested. If none were true, chance alone would still call one “supported” in up to { $chance } of such reports.

### Rival explanations of what a report tells, held against the evidence.

rivals-title = Which explanation fits best
rivals-as-of = As of { $day }, measured by { $name }.

## The answer
rivals-best = { $title } is least contradicted: { $count ->
    [0] none of { $rated } rated items speaks
    [one] { $count } of { $rated } rated items speaks
   *[other] { $count } of { $rated } rated items speak
} against it, against { $others }.
rivals-other = { $count } for { $title }
rivals-heavier = { $told } (weight { $weight })
rivals-tied = The evidence does not decide between { $titles }: they are contradicted equally little.
rivals-few = The evidence does not decide: { $count ->
    [0] no item tells the explanations apart
    [one] { $count } item tells the explanations apart
   *[other] { $count } items tell the explanations apart
}, and { $least } are needed.
rivals-weighed = Of { $rated ->
    [one] { $rated } rated item
   *[other] { $rated } rated items
}, { $against }.
rivals-against = { $count ->
    [0] none speaks against { $title }
    [one] { $count } speaks against { $title }
   *[other] { $count } speak against { $title }
}
rivals-firm = No single item carries this: each was left out in turn.
rivals-hangs = { $count ->
    [one] It hangs on one item: without { $items } the answer would be another.
   *[other] It hangs on single items: without any one of { $items } the answer would be another.
}
rivals-with-people = With the ratings that nobody disputes: { $told }
rivals-as-read = As { $author } reads it: { $told }

## The matrix
rivals-caption = Evidence against rival explanations
rivals-evidence = Evidence
rivals-measured = By its thresholds
rivals-apart = Tells apart
rivals-weight = Weight against
rivals-of-finding = { $label } ({ $number })
rivals-rating = { $rating ->
    [CC] ▲▲␣strongly for
    [C] ▲␣for
    [N] ○␣neither
    [I] ▼␣against
   *[II] ▼▼␣strongly against
}
rivals-cell-judged = { $rating } (by people; the rules: { $rules })
rivals-cell-disputed = { $rating } (disputed)
rivals-key = “Strongly against” weighs 2, “against” 1; what speaks for an explanation weighs nothing, as much of it fits the others too. A rating is strong only where the whole range lies beyond a threshold. A dash is not rated: too few data, or a range that fits everything. “Tells apart” is by how many steps the ratings differ on average (0–4).

## What would decide
rivals-decide-title = What would decide, and is missing
rivals-would-decide = “{ $label }” would tell apart { $pairs }. Now: { $why }.
rivals-pair = { $one } from { $other }
rivals-value = { $value } ({ $range })
rivals-unrated = { $verdict }, { $value }
rivals-thresholds = Right from { $claim }, wrong up to { $denial }.
rivals-uncovered = the series does not cover these days
rivals-none-missing = Every item that could tell them apart is rated.

## How it is rated
rivals-how = What each explanation says, and why the evidence is rated so
rivals-said = What people say of the ratings
rivals-said-caption = Ratings by people
rivals-cell = { $item }: { $rival }
rivals-rate = Rate a cell otherwise ({ $count } rated by people)
rivals-item = Item of evidence
rivals-rival = Explanation
rivals-it-speaks = It speaks
rivals-record = Record the rating
rate-no-rating = “{ $rating }” is no rating: CC, C, N, I or II. Nothing was saved.

## On the command line
command-rivals = Hold the rival explanations that a report states against the evidence: which is contradicted least, on what that hangs, and what would decide.
command-rate = Record how you rate an item of evidence for a rival explanation, beside what the rules say; can be undone.
option-item = name of the item of evidence (see rivals --json)
option-rival = name of the rival explanation
option-rating = very consistent (CC), consistent (C), neither (N), inconsistent (I), very inconsistent (II)
value-item = ITEM
value-rival = RIVAL
rivals-not-stated = The report states no rival explanations.
no-such-item = the report has no item of evidence { $name }; known: { $known }
no-such-rival = the report has no rival explanation { $name }; known: { $known }
answer-column-evidence = evidence
answer-column-tells-apart = tells apart
answer-column-cell = cell

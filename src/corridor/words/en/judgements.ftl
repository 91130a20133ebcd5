### What people judged: who says what, where they disagree, what was withdrawn.

judged-disputed = disputed: { $told }

## On the page
judgements-title = What people say of its incidents
judgements-caption = Judgements on incidents
judgements-incident = Incident
judgements-says = It …
judgements-who = Who, when
judgements-why = Why
judgements-ruling-disputed = { $ruling } (disputed)
judgements-who-when = { $author }, { $day }
judgements-nobody = An analyst
judgements-counted = { $count ->
    [one] People judged { $count } incident
   *[other] People judged { $count } incidents
}{ $disputed ->
    [0] .
    [one] {"; "}on { $disputed } they disagree, and the rules’ own reading stays.
   *[other] {"; "}on { $disputed } they disagree, and the rules’ own reading stays.
}
judgements-by-rules = By the rules the conclusion is “{ $verdict }”
judgements-agreed = with what nobody disputes “{ $verdict }”
judgements-as-read = as { $author } reads it “{ $verdict }”
judgements-otherwise = I see { $incident } otherwise
judgements-withdraw = Withdraw a judgement
judgements-which = Judgement
judgements-one = { $author } on { $incident }: { $ruling }
judgements-why-withdrawn = Why it is withdrawn
judgements-csv = Judgements as CSV

## What cannot be done
judgements-not-theirs = { $author } has no judgement on { $incident } to withdraw. Only whoever judged can withdraw it; others can record what they see. Nothing was saved.

## On the command line
command-judgements = List what people judged of a report's incidents: who, when and why, what is disputed, and what was withdrawn.
option-withdraw = take back what you judged of the incident before
option-judgements-out = write them as CSV to this file
judgements-written = Judgements written to { $file }.
judgements-none = Nobody has judged an incident of this report.
judgements-standing = { $standing ->
    [disputed] disputed
    [withdrawn] withdrawn
   *[stands] stands
}
answer-column-incident = incident
answer-column-ruling = it …
answer-column-by = by
answer-column-when = when
answer-column-reason = why
answer-column-standing = standing

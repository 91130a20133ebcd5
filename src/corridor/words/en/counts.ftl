### Numbers of things, each with its own plural. ␣ is a blank at which no line may break.

incident-count = { $count ->
    [0] no incident
    [one] { $count }␣incident
   *[other] { $count }␣incidents
}
day-count = { $count ->
    [one] { $count }␣day
   *[other] { $count }␣days
}
## What a change of the data counts. The key: counted- and the name in its log entry
counted-rows = { $count } rows
counted-accepted = { $count } accepted
counted-rejected = { $count } rejected
counted-left_out = { $count } left_out
counted-new = { $count } new
counted-updated = { $count } updated
counted-duplicates = { $count } duplicates
counted-warned = { $count } warned
counted-linked = { $count } linked
counted-apart = { $count } apart
counted-undecided = { $count } undecided
counted-skipped = { $count } skipped
counted-retracted = { $count } retracted
counted-left-out = { $count } left out

### Accounts of a file that may be of a known incident: side by side, a decision for each.

pairs-about = { $count ->
    [one] **{ $count }␣account in your file probably matches an incident that is already here.** Nothing is linked unless you choose it. **Link:** the two count as one incident. **Undecided:** yours counts separately until somebody links it, which “Link two accounts” above the history does. **Keep apart:** they stay two incidents for good. **Leave out:** your row is not added. The likeliest come first; a match needs { $enough } of { $most } points.
   *[other] **{ $count }␣accounts in your file probably match an incident that is already here.** Nothing is linked unless you choose it. **Link:** the two count as one incident. **Undecided:** yours counts separately until somebody links it, which “Link two accounts” above the history does. **Keep apart:** they stay two incidents for good. **Leave out:** your row is not added. The likeliest come first; a match needs { $enough } of { $most } points.
}
pairs-weaker = { $count ->
    [one] { $count }␣weaker match: near in time and place, but something is missing or speaks against it
   *[other] { $count }␣weaker matches: near in time and place, but something is missing or speaks against them
}
pairs-show-more = Show { $more } more of { $count }

## Decisions
pairs-all = All of them
pairs-what-to-do = What to do with { $account }
pairs-decision-undecided = Undecided
pairs-decision-link = Link
pairs-decision-apart = Keep apart
pairs-decision-skip = Leave out

## A pair
pairs-points = **{ $points } of { $most } points:**
pairs-vetoed = **Probably not the same:**
pairs-here = Already here
pairs-in-file = In your file, line { $line }
pairs-account-of = { $account }, of incident { $incident }
pairs-source = Source
pairs-date = Date
pairs-place = Place
pairs-sides = Sides
pairs-killed = People killed
pairs-description = Description
pairs-known-to = { $what } (precision: { $precision })
pairs-no-description = none given

## Rows that repeat an account of their own source
repeats-about = { $count ->
    [one] **{ $count }␣row of your file says what an account of the same source here says, under another id.** Linked, the two count once, and later updates come under the new id.
   *[other] **{ $count }␣rows of your file say what accounts of the same source here say, under other ids.** Linked, each counts once, and later updates come under the new ids.
}
repeats-reason = the same account under another id
repeats-in-file = Your file’s id
repeats-what-to-do = What to do with them
repeats-decision-link = Count once
repeats-decision-apart = Count as new incidents
repeats-decision-skip = Leave out

### Counts with their nouns.

incident-count = { $count ->
    [0] no incident
    [one] { $count }␣incident
   *[other] { $count }␣incidents
}

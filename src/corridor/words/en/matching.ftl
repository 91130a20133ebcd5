### Accounts that may tell of one incident: how much they agree, what is decided about them.

pair-same-day = same day
pair-days-apart = { $count ->
    [one] { $count } day apart
   *[other] { $count } days apart
}
pair-same-point = same point
pair-under-a-km = under 1␣km
pair-km-apart = { $km }␣km apart
pair-sides-same = same sides
pair-side-same = one side the same
pair-side-same-other-not = one side the same, the other not
pair-sides-other = other sides
pair-sides-unknown = no side known to be the same
pair-deaths-agree = deaths agree
pair-deaths-differ = deaths differ
pair-deaths-far = deaths far apart
pair-total = one is a total of many days

## What cannot be decided
pair-not-found = { $more ->
    [0] no pair was found for { $accounts }: nothing was saved. Check without writing to see which accounts have one, and decide about those.
   *[other] no pair was found for { $accounts } and { $more } more: nothing was saved. Check without writing to see which accounts have one, and decide about those.
}
link-without-reason = a link needs a reason: say why the two are one incident
link-without-account = there is no account { $account } here
link-without-accounts = there is no account { $first } and no account { $second } here
link-there-already = { $first } and { $second } are one incident already

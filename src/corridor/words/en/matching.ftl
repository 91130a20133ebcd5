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
pair-side-same = one side the same, the other unnamed in one
pair-side-same-other-not = one side the same, the other not
pair-sides-other = other sides
pair-sides-unknown = no side known to be the same
pair-deaths-agree = deaths agree
pair-deaths-about = deaths nearly agree: { $ours } against { $theirs }
pair-deaths-none = no death that both tell of
pair-deaths-unknown = deaths unknown in one
pair-deaths-differ = deaths differ: { $ours } against { $theirs }
pair-deaths-far = deaths exclude each other: { $ours } against { $theirs }

## What keeps a pair from being linked with the rest
pair-total = one is a total of many days
pair-other-kind = kinds exclude each other
pair-day-off = a day more than the dates allow
pair-day-unknown = only the month or the year is known of one
pair-far-off = farther apart than places with such names may be off
pair-place-vague = both places known only as a district, a road or a province
pair-victims-other = those killed were of other sides
pair-victims-differ = half of those killed, or more, were of other sides
pair-best-far = best counts exclude each other
pair-rivals = { $count ->
    [one] one more account fits as well
   *[other] { $count } more accounts fit as well
}
pair-common = { $count ->
    [one] may be chance: one more with about as many dead there in six weeks
   *[other] may be chance: { $count } more with about as many dead there in six weeks
}
pair-common-long = { $count ->
    [one] may be chance: one more with about as many dead there in six months
   *[other] may be chance: { $count } more with about as many dead there in six months
}
pair-wave = { $count ->
    [one] may be chance: one more with about as many dead on that day around there
   *[other] may be chance: { $count } more with about as many dead on that day around there
}

## What cannot be decided
pair-not-found = { $more ->
    [0] no pair was found for { $accounts }: nothing was saved. Check without writing to see which accounts have one, and decide about those.
   *[other] no pair was found for { $accounts } and { $more } more: nothing was saved. Check without writing to see which accounts have one, and decide about those.
}
link-without-reason = a link needs a reason: say why the two are one incident
link-without-account = there is no account { $account } here
link-without-accounts = there is no account { $first } and no account { $second } here
link-there-already = { $first } and { $second } are one incident already

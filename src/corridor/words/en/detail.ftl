### What a table of incidents and an incident with its accounts say, on every page.

## What stands in a cell when there is nothing to stand there
place-not-stated = place not stated
precision-not-stated = not stated
uploaded = uploaded
provisional = provisional
shipped = shipped

## An incident with its accounts
detail-other-accounts = { $count ->
    [one] { $count }␣other account of the same incident.
   *[other] { $count }␣other accounts of the same incident.
}
detail-all-accounts = All accounts of this incident
detail-place-not-reported = Place not reported
detail-kind-and-days = { $kind }, { $days }.
detail-accounts = Accounts of this incident
detail-place-precision-not-stated = precision not stated
detail-days-known-to = { $days } (known to: { $precision })
detail-road = { $at ->
    [town] { $distance }␣km from the { $road } (good to 2–3␣km); placed at the town’s centre
   *[place] { $distance }␣km from the { $road } (good to 2–3␣km)
}

## What is told of an account, a row each
fact-source = Source
fact-when = When
fact-place-as-reported = Place as reported
fact-place-known = Place known
fact-province-reported = Province reported
fact-province-by-point = Province by its point
fact-district-by-point = District by its point
fact-road = Road
fact-between = Between
fact-kind-in-detail = Kind, in detail
fact-tactic = Tactic
fact-killed = Killed
fact-civilians-killed = Civilians killed
fact-abducted = Abducted
fact-freed = Freed
fact-attackers-killed = Attackers killed
fact-wounded = Wounded
fact-vehicles-stopped = Vehicles stopped
fact-minutes = Minutes
fact-disguise = Disguise
fact-news-offices = News offices
fact-first-reported = First reported
fact-grade = Grade
fact-what-happened = What happened

## How well a place is known
precision-means-exact = the village, town or point itself
precision-means-near = within about 25 km of the point
precision-means-district = somewhere in the district
precision-means-governorate = somewhere in the province
precision-means-line-or-area = along a road, a border or a range, or in a vague area
precision-means-country = somewhere in the country
precision-means-sea-or-air = at sea or in the air

### Why an incident, or a period without one, stands for or against a conclusion.

## Incidents
why-rule = meets the rule
why-repeat = { $incident } was { $distance } away, { $days }␣days before
why-repeat-some = one near by before it
why-no-repeat = no other within { $distance } in the { $days }␣days before
why-road = { $distance } from { $road }
why-no-road = no main road within 25␣km
why-town = { $distance } from { $town }
why-at-town = placed at the town of { $town } itself
why-area = { $distance } from { $area }
why-boundary = { $distance } from boundary { $provinces }
why-place-name = the place is given as “{ $place }”
why-district = in { $district } district
why-province = { $precision ->
    [district] in { $province } (known to the district)
    [governorate] in { $province } (known to the province)
   *[other] in { $province }
}
why-reported = reported in { $province }
why-located = located in { $province }
why-located-too = located there too
why-near-border = located in { $province }, but too near the border to be sure
why-operation = only members of { $actor } died: more likely an operation against it
why-attack = attack by { $actor } on civilians
why-others-died = people other than members of { $actor } died
why-started = started by { $actor }
why-deaths = { $count ->
    [0] nobody was killed
    [one] { $count }␣person was killed
   *[other] { $count }␣people were killed
}
why-deaths-unknown = the number of people killed is not known

## Incidents of the report
cited-described = described in the report ({ $accounts })
cited-collected = collected because of the report ({ $accounts })

## Judged by people
judged-by = { $ruling }, judged by { $author }: { $reason }
judged-by-nobody = { $ruling }, judged by an analyst: { $reason }

## Periods without incidents
absence-spell = { $days } days without one
absence-period = none, { $count } in the rest of { $region }
absence-low = { $incidents }; the old rate would give { $usual }

### The evidence of a conclusion as it is listed, and people's judgements on it.

evidence = Evidence
evidence-tab = { $list ->
    [supporting] Supporting ({ $count })
    [contradicting] Contradicting ({ $count })
   *[cited] Cited by the report ({ $count })
}
evidence-title = { $list ->
    [supporting] Evidence: Supporting ({ $count })
    [contradicting] Evidence: Contradicting ({ $count })
   *[cited] Evidence: Cited by the report ({ $count })
}
evidence-caption = { $list ->
    [supporting] Supporting incidents
    [contradicting] Contradicting incidents
   *[cited] Cited by the report incidents
}
evidence-none = { $list ->
    [supporting] No incident is listed as supporting.
    [contradicting] No incident is listed as contradicting.
   *[cited] No incident is listed as cited by the report.
}
evidence-in-filter = { $listed } of { $count } match the filter and are listed.
evidence-on-the-map = Those of the filter, selected on the map: { $days }
evidence-not-here = { $count ->
    [one] One cited account is
   *[other] { $count } cited accounts are
} not in the data: { $ids }.
evidence-newest = The newest { $shown } of { $count }.
evidence-uploaded = uploaded
evidence-judged = Judged: { $by }
evidence-quiet-periods = Quiet periods that speak against it
evidence-without-incidents = Periods without incidents
report-incident = The report’s incident, { $day }

## Judgements
judge-title = Judge an incident ({ $count } judged by people)
judge-none = There is no incident to judge.
judge-incident = Incident
judge-ruling = This incident
judge-name = Your name
judge-reason = Reason
judge-record = Record the judgement
judge-about = A judgement that nobody disputes moves the incident between the lists and shows the figure with and without it. Where people differ, all of them stay, the incident stays where the rules put it, and the verdict is given as each reads it. A judgement never changes the verdict of the rules. Undo it in the history of uploads.
judge-needs = A judgement needs a reason and a name. Nothing was saved.

### What is wrong in a report's file beside what is wrong in any pack (`packs.ftl`).

## Where
report-place = report
report-finding = finding { $number }

## What
report-rule-unknown = “{ $key }” names the rule “{ $name }”, which is not defined before it. Define it under [rules], above.
report-many-rules = there are { $count } rules; { $most } are allowed. Take out those that no finding uses.
report-folder = the folder of a report is named by 1 to 64 small letters (a–z), digits and hyphens, not { $name }. Rename it.
report-rule-large = the rule is made of more than { $most } pieces, with those of the rules that it names. Make it simpler.
report-rule-deep = rules stand in each other more than { $most } deep, with those that are named. Make it simpler.
report-boundary-unknown = “pair” names two provinces whose boundary is not drawn; known: { $known }. Name two that share one of them.
report-order = “{ $last }” ({ $end }) lies before “{ $first }” ({ $start }). Change one of them.
report-url = “url” must be the address of a web page (https://…), not { $value }.
report-rule-empty = the rule is empty, and would hold for every incident. Write what has to hold.
report-answer-unknown = “answer” is { $value }, which is no finding's slug. Name one of the findings.
report-thresholds = “claim” ({ $claim }) must be above “denial” ({ $denial }). Change one of them.
report-upper-end = “at_most” ({ $most }) must be above “claim” ({ $claim }). Change one of them, or leave “at_most” out.
report-way-changes-nothing = a way of counting has to change something. Name a setting beside its “label”, such as “population”.
report-twice = “{ $key }” is { $value }, as further up in the file. Give each its own.
report-account-unknown = “{ $key }” names { $value }, which no account in the data has for an id. Mend the id, upload that account first, or take it out.

## Odd, and perhaps meant
report-day-uncovered = the data cover too little of the year up to { $day } for a verdict: “date” may name an earlier day
report-rule-unused = the rule “{ $rule }” is used by nothing
report-rule-keeps-nothing = the rule “{ $rule }” keeps no incident of { $series } on any day
report-on-both-sides = finding { $number }: { $count ->
    [one] { $count }␣incident is
   *[other] { $count }␣incidents are
} both for and against it
report-on-no-side = finding { $number }: { $count ->
    [one] { $count }␣incident is counted, and is
   *[other] { $count }␣incidents are counted, and are
} neither for nor against it

## A new report, and one that is checked
command-report = Write the file of a new report, or check one: what keeps it from being used, with line and remedy; what is odd; what it finds.
option-report-action = new: write DIR/report.toml, which can be used as it is. check: read it, and test it on the data
option-report-folder = the folder of the report; its name is how addresses and commands call it
option-report-title = of a new report: its title
option-report-publisher = of a new report: who published it
option-report-date = of a new report: the day that it is judged at (default: today)
option-report-question = of a new report: the question that it answers
option-report-region = of a new report: the slug of the region that it is about (default: the country’s first)
report-only-new = { $option } is for “report new”. To change a report that is there, edit its file.
report-new-folder = the folder of a report is named by 1 to 64 small letters (a–z), digits and hyphens, not { $name }. Name it otherwise.
report-new-there = { $file } is there already. Edit it, or name another folder.
report-new-refused = this report could not be used: { $why }
report-new-publisher = who published it
report-new-question = What does the report ask?
report-new-written = Wrote { $file }. Edit it, and run “corridor report check { $folder }” after each step.
report-new-elsewhere = Pages and commands read the reports in { $reports }: put the folder there when it is ready.
report-new-instead = The reports in { $reports } now stand in place of the shipped ones. To keep those too, copy their folders from { $shipped }.
report-check-refused = { $count ->
    [one] This one thing keeps
   *[other] These { $count } things keep
} the report from being used.
report-check-usable = The report can be used. As of { $day }, { $count ->
    [one] its finding says
   *[other] its { $count } findings say
}:
report-check-counts = { $counted ->
    [one] { $counted }␣incident counted
   *[other] { $counted }␣incidents counted
}, { $supporting } for, { $contradicting } against
report-check-remark = Remark: { $remark }.

## Rival explanations
report-rival-unrated = it has no rating for the rival “{ $rival }”. Add { $rival } = {"{"} right = "…", wrong = "…" {"}"} with CC, C, N, I or II.
report-evidence-alone = evidence is rated against rivals, and there are none. State two or more under [[rival]], or take the evidence out.
report-incident-uncited = “incident” is { $id }, which no finding of this report cites. Cite it in a finding, or take the item out{ $known }.
report-cited = {" "}(cited: { $known })

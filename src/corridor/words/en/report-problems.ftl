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

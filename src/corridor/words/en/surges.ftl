### Which months stand out by a rule, and how often such an alarm was right.

command-surges = Say which places stand out in the last whole month by a rule, and how often such an alarm was false.
command-backtest = Say how often a rule’s alarms were right, against any month.
option-rule = by which rule a month stands out
surges-all = all together

## The rules
surges-rule-highest = Highest month in 12
surges-rule-ears-c3 = Well above the months before (EARS C3)
surges-rule-quasi-poisson = Above this time of other years (quasi-Poisson)
surges-rule-thirty-days = Highest 30 days in a year
surges-rule-highest-means = The last whole month has five incidents or more, and more than each of the twelve months before.
surges-rule-ears-c3-means = The last whole month has five incidents or more, and it and the two before it together lie well above the average of seven earlier months. EARS C3 is a rule of disease control.
surges-rule-quasi-poisson-means = The last whole month has five incidents or more, and more than all but one month in twenty would have, judged by this time of the five years before (quasi-Poisson, after Farrington).
surges-rule-thirty-days-means = The last 30 days have five incidents or more, and more than any 30 days of the year before them. This rule waits for no whole month.
surges-rule = Alarm by
surges-better = Alarms by it told more than any month does for { $places }.
surges-no-better = For { $places } alarms told no more than any month does.
surges-right = { $place } ({ $right } of { $alarms } right)
surges-untried = For { $places } it has raised no alarm yet, so that nothing is known of how good they are.

## What they find
surges-told = { $rule ->
    [ears-c3] Well above the months before (EARS C3), { $days }: { $places }.
    [quasi-poisson] Above this time of other years (quasi-Poisson), { $days }: { $places }.
    [thirty-days] Highest 30 days in a year, { $days }: { $places }.
   *[highest] Highest month in 12, { $days }: { $places }.
}
surges-place = { $place } ({ $count }, { $against }; { $false })
surges-against = { $rule ->
    [ears-c3] { $against } on average before
    [quasi-poisson] up to { $against } expected
   *[other] at most { $against } before
}
surges-false = { $alarms ->
    [0] no such alarm before
   *[other] false alarms so far: { $false } of { $alarms }
}
surges-none = { $rule ->
    [ears-c3] { $days } was nowhere well above the months before (EARS C3).
    [quasi-poisson] { $days } was nowhere above this time of other years (quasi-Poisson).
    [thirty-days] { $days } were nowhere the highest 30 days in a year.
   *[highest] { $days } was nowhere the highest month in 12.
}
surges-unknown = Whether { $days } stands out is unknown: not all of the months that the rule needs are covered.
surges-no-month = { $series } covers no whole month of this period.
surges-caution = { $place }: { $channel } tells a far larger share than before, so the rise may be one of reporting.
surges-untold = { $place }: such an alarm has told no more than any month does.
surges-thin = More of this month may be coded later.

## The back-test
backtest-none = { $place }: no month can be judged.
backtest-told = { $place }: { $alarms ->
    [0] no alarm in { $months } months.
   *[other] { $right } of { $alarms } alarms in { $months } months were followed by three months with more than before (false alarms: { $false }); of all months { $share } were. { $verdict ->
        [better] An alarm tells more than any month does.
       *[no-better] An alarm tells no more than any month does.
    }
}
backtest-rule = Rule
backtest-place = Place
backtest-months = Months
backtest-alarms = Alarms
backtest-false = False
backtest-right = Right
backtest-any = Any month
backtest-tells = Tells more?
backtest-better = yes
backtest-no-better = no
backtest-caption = How often each rule’s alarms were right, in each place
backtest-note = **Alarms.** Right: followed by three months with more on average than the twelve before. Any month: how often that is so after any month, alarm or not. An alarm tells more where that is beyond doubt (90␣% interval).
